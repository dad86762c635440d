//! Who pays, and how much.

use super::answer::Answer;
use super::asked::{Asked, Told};
use crate::reader::Reader;
use crate::reader::sums::{budgets_of, per_cent};
use cooperation::rust_decimal::Decimal as Exact;
use cooperation::{
    CurrencyCode, Funding, Project, RecordKind, Subject, index::MoneySum, values::SumOverflow,
};
use std::collections::BTreeMap;

pub(super) fn money(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, index) = (asked.reader, &asked.reader.index);
    let project = asked.about.subject().and_then(|subject| match subject {
        Subject::Project(id) => index.get(&id),
        _ => None,
    });
    if let Some(project) = project {
        budgets(reader, answer, project);
    }
    if let Some(subject) = asked.about.subject() {
        let of: Vec<&Funding> =
            reader.money_tree(index.funding_of(&subject)).into_iter().map(|(_, funding)| funding).collect();
        fundings(reader, answer, &of, || index.money_of(&subject))?;
        if let Some(project) = project.filter(|_| !of.is_empty()) {
            funded(reader, answer, project, &index.money_of(&subject)?);
        }
    }
    if let Some(party) = asked.about.party() {
        let by = reader.with_parts(index.funding_by(&party), |part| part.funder.is_some());
        fundings(reader, answer, &by, || index.money_by(&party))?;
        let to = reader.with_parts(index.funding_to(&party), |part| part.recipient.is_some());
        fundings(reader, answer, &to, || index.money_to(&party))?;
    }
    if asked.about.kind == RecordKind::Programme {
        let programme = asked.about.id.parse()?;
        let from = reader.with_parts(index.funding_by_programme(&programme), |part| part.programme.is_some());
        fundings(reader, answer, &from, || index.money_by_programme(&programme))?;
        below(asked, answer)?;
    }
    Ok(())
}

/// The budget of a project, and those of its partners with their shares of it.
fn budgets(reader: &Reader, answer: &mut Answer, project: &Project) {
    let words = reader.words;
    if let Some(budget) = &project.budget {
        answer.say(words.fill("budget: {}", &[&words.money(budget)]));
        answer.cite(project, &["/budget"]);
    }
    for budget in reader.budgets(&project.budgets) {
        answer.say(words.fill("budget: {}", &[&budget]));
        answer.cite(project, &["/budgets"]);
    }
    let whole = budgets_of(project);
    let (mut all, mut count) = (BTreeMap::new(), 0_usize);
    for part in reader.index.participations_in(&project.id) {
        let Some(budget) = &part.budget else { continue };
        let share =
            whole.sums.get(&budget.currency).and_then(|whole| per_cent(budget.amount.value(), *whole));
        let share =
            share.map(|share| words.fill(", {} per cent", &[&words.decimal(share)])).unwrap_or_default();
        let line = words.fill("budget of {}: {}", &[&reader.party(&part.party), &words.money(budget)]);
        answer.say(format!("{line}{share}"));
        answer.cite(part, &["/budget"]);
        let sum: &mut Exact = all.entry(budget.currency).or_default();
        *sum = sum.saturating_add(budget.amount.value());
        count = count.saturating_add(1);
    }
    if count > 1 {
        answer.say(words.fill("total of the budgets of partners: {}", &[&reader.budget_sums(&all)]));
    }
}

/// How much of the budget of a project is funded, status by status.
fn funded(reader: &Reader, answer: &mut Answer, project: &Project, sums: &[MoneySum]) {
    let words = reader.words;
    let budget = budgets_of(project).sums;
    let mut all: BTreeMap<(String, CurrencyCode), Exact> = BTreeMap::new();
    for sum in sums {
        for (currency, amount) in sum.totals.iter() {
            let total = all.entry((reader.stated_code(sum.status), currency)).or_default();
            *total = total.saturating_add(amount);
        }
    }
    for ((status, currency), amount) in all {
        if let Some(share) = budget.get(&currency).and_then(|whole| per_cent(amount, *whole)) {
            let total = words.sum(amount, currency.as_str());
            let line = "funded, status {}: {}, {} per cent of the budget";
            answer.say(words.fill(line, &[&status, &total, &words.decimal(share)]));
        }
    }
}

/// What comes from a programme and from all below it, and the budgets of the projects there.
fn below(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, words) = (asked.reader, asked.reader.words);
    let tree = reader.programme_sums()?;
    let Some((sums, count, budgets)) = tree.get(asked.about.id) else { return Ok(()) };
    if *count > 0 {
        for ((status, currency), amount) in sums {
            let status = reader.stated_code(status.as_ref());
            let total = words.sum(*amount, currency.as_str());
            answer.say(
                words.fill(
                    "total of the programme and everything below it, status {}: {}",
                    &[&status, &total],
                ),
            );
        }
    }
    if budgets.projects > 0 {
        let projects = words.counted(usize::try_from(budgets.projects).unwrap_or(0), "project", "projects");
        let line = "budgets of {} under the programme and below it: {}";
        answer.say(words.fill(line, &[&projects, &reader.budget_sums(&budgets.sums)]));
    }
    Ok(())
}

/// Each funding, and what they come to where something is added up or left out. Summing looks at all money, so it is done
/// where there are several.
fn fundings<'a>(
    reader: &Reader<'a>,
    answer: &mut Answer,
    fundings: &[&'a Funding],
    sums: impl Fn() -> Result<Vec<MoneySum<'a>>, SumOverflow>,
) -> Result<(), SumOverflow> {
    for funding in fundings {
        answer.say(reader.funding(funding));
        answer.cite(*funding, &[""]);
    }
    let sums = if fundings.len() > 1 { sums()? } else { return Ok(()) };
    // Where every funding is a sum of its own, the sums say what the list said.
    let alone = |sum: &MoneySum| sum.counted.saturating_add(sum.without_amount) == 1;
    if sums.len() == fundings.len() && sums.iter().all(alone) {
        return Ok(());
    }
    let words = reader.words;
    for sum in sums {
        let silent = match sum.without_amount {
            0 => String::new(),
            silent => words.fill(", and {} without an amount", &[&words.number(silent)]),
        };
        let totals = reader.totals(&sum.totals);
        let programme =
            sum.programme.map_or(words.label("no programme that is stated"), |id| reader.programme(id));
        let parts = [
            programme,
            &reader.stated(sum.year),
            &reader.stated_code(sum.status),
            &totals,
            &words.number(sum.counted),
            &silent,
        ];
        answer.say(format!(
            "    {}",
            words.fill("in all, from {}, year {}, status {}: {} ({} counted{})", &parts)
        ));
    }
    Ok(())
}
