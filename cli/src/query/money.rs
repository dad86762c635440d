//! Who pays, and how much.

use super::answer::Answer;
use super::asked::{Asked, Told};
use crate::reader::Reader;
use cooperation::{Funding, Kind, MoneySum, Overflow};

pub(super) fn money(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, index) = (asked.reader, &asked.reader.index);
    if let Some(subject) = asked.about.subject() {
        let of: Vec<&Funding> =
            reader.money_tree(index.funding_of(&subject)).into_iter().map(|(_, funding)| funding).collect();
        fundings(reader, answer, &of, || index.money_of(&subject))?;
    }
    if let Some(party) = asked.about.party() {
        let by = reader.with_parts(index.funding_by(&party), |part| part.funder.is_some());
        fundings(reader, answer, &by, || index.money_by(&party))?;
        let to = reader.with_parts(index.funding_to(&party), |part| part.recipient.is_some());
        fundings(reader, answer, &to, || index.money_to(&party))?;
    }
    if asked.about.kind == Kind::Programme {
        let programme = asked.about.id.parse()?;
        let from = reader.with_parts(index.funding_by_programme(&programme), |part| part.programme.is_some());
        fundings(reader, answer, &from, || index.money_by_programme(&programme))?;
    }
    Ok(())
}

/// Each funding, and what they come to where something is added up or left out. Summing looks at all money, so it is done
/// where there are several.
fn fundings<'a>(
    reader: &Reader<'a>,
    answer: &mut Answer,
    fundings: &[&'a Funding],
    sums: impl Fn() -> Result<Vec<MoneySum<'a>>, Overflow>,
) -> Result<(), Overflow> {
    for funding in fundings {
        answer.say(reader.funding(funding));
        answer.cite(*funding, &[""]);
    }
    let sums = if fundings.len() > 1 { sums()? } else { return Ok(()) };
    // Where every funding is a sum of its own, the sums say what the list said.
    let alone = |sum: &MoneySum| sum.counted.saturating_add(sum.silent) == 1;
    if sums.len() == fundings.len() && sums.iter().all(alone) {
        return Ok(());
    }
    let words = reader.words;
    for sum in sums {
        let silent = match sum.silent {
            0 => String::new(),
            silent => words.fill(", and {} without an amount", &[&words.number(silent)]),
        };
        let totals = reader.totals(&sum.totals);
        let programme = sum.programme.map_or(words.label("no programme that is stated"), |id| reader.programme(id));
        let parts = [
            programme,
            &reader.stated(sum.year),
            &reader.stated_code(sum.status),
            &totals,
            &words.number(sum.counted),
            &silent,
        ];
        answer.say(format!("    {}", words.fill("in all, from {}, year {}, status {}: {} ({} counted{})", &parts)));
    }
    Ok(())
}
