//! The tables: every funding record, sums for each programme, funder, year and currency, and projects without funding
//! records.

use crate::reader::sums::{budgets_of, per_cent};
use crate::reader::{NOT_STATED, Reader, has_unread_amount, width};
use crate::words::Words;
use cooperation::{
    Funding, Party, PlaceId, Project, RecordKind, Subject, index::MoneySum, values::SumOverflow,
};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthChar as _;

/// The widest that a column gets.
const WIDEST: usize = 36;
/// The widest that a table gets, where its words and amounts leave it so much.
const PAGE: usize = 120;
/// Columns that are aligned to the right.
const NUMBERS: [&str; 9] = [
    "amount",
    "sums",
    "with an amount",
    "without one",
    "budget",
    "budgets",
    "share of project",
    "below it",
    "projects",
];

/// All tables.
///
/// # Errors
/// When a sum has more digits than can be added up.
pub fn page(reader: &Reader) -> Result<String, SumOverflow> {
    let mut page = String::new();
    fundings(&mut page, reader);
    sums(&mut page, reader)?;
    below(&mut page, reader)?;
    budgets(&mut page, reader);
    silent(&mut page, reader);
    Ok(page)
}

fn fundings(page: &mut String, reader: &Reader) {
    let head = ["from", "for", "to", "where", "since when", "amount", "kind", "status"];
    let rows = reader.index.dataset().funding.iter().map(|funding| {
        [
            reader.stated(reader.payer(funding)),
            reader.stated(reader.purpose(funding)),
            reader.stated(funding.recipient.as_ref().map(|party| reader.party(party))),
            places(reader, funding),
            reader.stated(reader.since(funding)),
            reader.amount(funding),
            reader.stated_code(funding.kind.as_ref()),
            reader.stated_code(funding.status.as_ref()),
        ]
    });
    table(page, reader.words, "Who funds what", &head, &rows.collect::<Vec<_>>());
}

/// The places that benefit; or else where that is which the money is for, or who receives it.
fn places(reader: &Reader, funding: &Funding) -> String {
    let index = &reader.index;
    let of: Vec<PlaceId> = match &funding.of {
        _ if !funding.places.is_empty() => funding.places.to_vec(),
        Some(Subject::Project(id)) => index.get(id).map(|one| one.places.to_vec()).unwrap_or_default(),
        Some(Subject::Programme(id)) => index.get(id).map(|one| one.places.to_vec()).unwrap_or_default(),
        Some(Subject::Cooperation(id)) => index.get(id).map(|one| one.places.to_vec()).unwrap_or_default(),
        Some(Subject::PolicyInstrument(id)) => {
            index.get(id).map(|one| one.places.to_vec()).unwrap_or_default()
        }
        Some(Subject::Network(id)) => of_party(reader, &Party::from(id.clone())),
        Some(Subject::Organization(id)) => of_party(reader, &Party::from(id.clone())),
        Some(Subject::Group(id)) => of_party(reader, &Party::from(id.clone())),
        Some(Subject::Participation(id)) => {
            index.get(id).and_then(|part| part.place.clone()).into_iter().collect()
        }
        _ => Vec::new(),
    };
    let known = match &funding.recipient {
        Some(recipient) if of.is_empty() => of_party(reader, recipient),
        _ => of,
    };
    reader.stated(reader.places(&known))
}

/// Where a party has its seat, or else where it works.
fn of_party(reader: &Reader, party: &Party) -> Vec<PlaceId> {
    let index = &reader.index;
    let (seat, places) = match party {
        Party::Organization(id) => index.get(id).map(|one| (one.place.clone(), one.places.to_vec())),
        Party::Network(id) => index.get(id).map(|one| (one.place.clone(), one.places.to_vec())),
        Party::Group(id) => index.get(id).map(|one| (None, one.places.to_vec())),
        _ => None,
    }
    .unwrap_or_default();
    seat.map_or(places, |seat| vec![seat])
}

fn sums(page: &mut String, reader: &Reader) -> Result<(), SumOverflow> {
    let head = ["programme", "year", "status", "sums", "with an amount", "without one"];
    let mut alike: HashMap<&str, usize> = HashMap::new();
    for programme in &reader.index.dataset().programmes {
        let count = alike.entry(reader.text(&programme.name)).or_default();
        *count = count.saturating_add(1);
    }
    let rows: Vec<_> = reader.index.money()?.iter().map(|sum| cells(reader, &alike, sum)).collect();
    table(page, reader.words, "How much, by programme and year", &head, &rows);
    funders(page, reader, &alike)?;
    let (funding, words) = (&reader.index.dataset().funding, reader.words);
    let first = funding.first().and_then(|one| one.status.as_ref());
    if funding.iter().any(|one| one.status.as_ref() != first) {
        note(
            page,
            words.label("Sums of different status do not add up: what is disbursed was committed before."),
        );
    }
    let unread = funding.iter().filter(|one| has_unread_amount(one)).count();
    if unread > 0 {
        let unread = reader.counted_records(RecordKind::Funding, unread);
        note(
            page,
            &words.fill("Not included in the sums: {} with an amount that could not be read.", &[&unread]),
        );
    }
    if funding.iter().any(|one| one.part_of.is_some()) {
        note(
            page,
            words.label("If a grant and its instalments have the same status, only the grant is counted."),
        );
    }
    if funding.iter().any(|one| one.out_of.is_some()) {
        note(
            page,
            words
                .label("Money that a recipient passes on is counted once; by funder, each has what it pays."),
        );
    }
    Ok(())
}

/// A remark under a table.
fn note(page: &mut String, words: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(page, "\n  {words}");
}

/// What each funder gives, and how many fundings name none.
fn funders(page: &mut String, reader: &Reader, alike: &HashMap<&str, usize>) -> Result<(), SumOverflow> {
    let sums = reader.index.money_per_funder()?;
    let mut called: HashMap<String, BTreeSet<(RecordKind, &str)>> = HashMap::new();
    for funder in sums.iter().filter_map(|(funder, _)| *funder) {
        called.entry(reader.party(funder)).or_default().insert(funder.key());
    }
    let name = |funder: &Party| match reader.party(funder) {
        name if called.get(&name).is_some_and(|all| all.len() > 1) => format!("{name} ({})", funder.key().1),
        name => name,
    };
    let row = |funder: &Party, sum: &MoneySum| {
        let [programme, year, status, totals, counted, silent] = cells(reader, alike, sum);
        [name(funder), programme, year, status, totals, counted, silent]
    };
    let rows: Vec<_> = sums.iter().filter_map(|(funder, sum)| Some(row((*funder)?, sum))).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let head = ["funder", "programme", "year", "status", "sums", "with an amount", "without one"];
    table(page, reader.words, "How much, by funder and year", &head, &rows);
    let others = sums.iter().filter(|(funder, _)| funder.is_none());
    let others: usize = others.map(|(_, sum)| sum.counted.saturating_add(sum.without_amount)).sum();
    if others > 0 {
        let others = reader.counted_records(RecordKind::Funding, others);
        note(page, &reader.words.fill("Not in this table: {} without a funder.", &[&others]));
    }
    Ok(())
}

/// The cells of a sum. `alike` is the number of programmes with each name; if it is more than one, the id is added to
/// the name.
fn cells(reader: &Reader, alike: &HashMap<&str, usize>, sum: &MoneySum) -> [String; 6] {
    let name = sum.programme.map(|id| match reader.programme(id) {
        name if alike.get(name).is_some_and(|&count| count > 1) => format!("{name} ({id})"),
        name => name.to_owned(),
    });
    let totals = reader.totals(&sum.totals);
    [
        reader.stated(name),
        reader.stated(sum.year),
        reader.stated_code(sum.status),
        totals,
        reader.words.number(sum.counted),
        reader.words.number(sum.without_amount),
    ]
}

/// Sums of programmes with all below them, where programmes are parts of others.
fn below(page: &mut String, reader: &Reader) -> Result<(), SumOverflow> {
    let programmes = &reader.index.dataset().programmes;
    if programmes.iter().all(|one| one.part_of.is_none()) {
        return Ok(());
    }
    let tree = reader.programme_sums()?;
    let mut rows = Vec::new();
    for programme in programmes {
        let Some((sums, below, budgets)) = tree.get(programme.id.as_str()) else { continue };
        let name = reader.text(&programme.name).to_owned();
        let projects = reader.words.number(usize::try_from(budgets.projects).unwrap_or(0));
        let budgets = reader.budget_sums(&budgets.sums);
        for ((status, currency), amount) in sums {
            rows.push([
                name.clone(),
                reader.words.number(*below),
                reader.stated_code(status.as_ref()),
                reader.words.sum(*amount, currency.as_str()),
                projects.clone(),
                budgets.clone(),
            ]);
        }
        if sums.is_empty() && budgets != reader.words.label(NOT_STATED) {
            let none = || reader.words.label(NOT_STATED).to_owned();
            rows.push([name, reader.words.number(*below), none(), none(), projects, budgets]);
        }
    }
    let head = ["programme", "below it", "status", "sums", "projects", "budgets"];
    if !rows.is_empty() {
        table(page, reader.words, "How much, by programme and all below it", &head, &rows);
    }
    Ok(())
}

/// The budgets of projects, and under each those of its partners with their shares of it.
fn budgets(page: &mut String, reader: &Reader) {
    let words = reader.words;
    let (mut rows, mut is_revised) = (Vec::new(), false);
    let none = || words.label(NOT_STATED).to_owned();
    for project in &reader.index.dataset().projects {
        let whole = budgets_of(project);
        is_revised |= project.budgets.iter().any(|budget| budget.revised == Some(true));
        let name = reader.text(&project.title).to_owned();
        if !whole.sums.is_empty() {
            let all = words.label("the whole project").to_owned();
            rows.push([name.clone(), all, reader.budget_sums(&whole.sums), none()]);
        }
        for part in reader.index.participations_in(&project.id) {
            let Some(budget) = &part.budget else { continue };
            let share =
                whole.sums.get(&budget.currency).and_then(|whole| per_cent(budget.amount.value(), *whole));
            let share = share.map(|share| words.fill("{} per cent", &[&words.decimal(share)]));
            rows.push([name.clone(), reader.party(&part.party), words.money(budget), reader.stated(share)]);
        }
    }
    if !rows.is_empty() {
        let head = ["project", "partner", "budget", "share of project"];
        table(page, words, "Budgets of projects and partners", &head, &rows);
    }
    if is_revised {
        note(page, words.label("If a budget was revised, the revised one is shown and counted."));
    }
}

/// The projects without funding records. A programme that a project runs under does not necessarily pay for it.
fn silent(page: &mut String, reader: &Reader) {
    let funded = funded(reader);
    let is_funded = |project: &Project| funded.contains(&Subject::from(project.id.clone()));
    let silent = reader.index.dataset().projects.iter().filter(|project| !is_funded(project));
    let rows: Vec<_> = silent
        .map(|project| {
            [
                reader.text(&project.title).to_owned(),
                programmes(reader, project),
                reader.stated(period(reader, project)),
                reader.money(project.budget.as_ref()),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let head = ["project", "runs under", "period", "budget"];
        table(page, reader.words, "Projects of whose funding nothing is stated", &head, &rows);
    }
}

/// The programmes that a project runs under.
fn programmes(reader: &Reader, project: &Project) -> String {
    let names: Vec<&str> = project.programmes.iter().map(|id| reader.programme(id)).collect();
    if names.is_empty() { reader.words.label(NOT_STATED).to_owned() } else { names.join(", ") }
}

/// When a project runs, or was planned to.
fn period(reader: &Reader, project: &Project) -> Option<String> {
    project
        .period
        .as_ref()
        .map(|period| reader.words.period(period))
        .or_else(|| reader.planned(project.planned.as_ref()))
}

/// What there is money for: directly, for the part that somebody has in it, for a goal of either, or for what is done in
/// them.
fn funded(reader: &Reader) -> HashSet<Subject> {
    let index = &reader.index;
    let mut open: Vec<Subject> =
        index.dataset().funding.iter().filter_map(|funding| funding.of.clone()).collect();
    // The data may go round in a circle.
    let mut seen = HashSet::new();
    while let Some(subject) = open.pop() {
        if !seen.insert(subject.clone()) {
            continue;
        }
        match &subject {
            Subject::Goal(id) => {
                open.extend(index.get(id).into_iter().flat_map(|goal| goal.of.iter().cloned()));
            }
            Subject::Activity(id) => {
                open.extend(index.get(id).into_iter().flat_map(|activity| activity.of.iter().cloned()));
            }
            Subject::Participation(id) => {
                open.extend(index.get(id).map(|part| Subject::from(part.project.clone())));
            }
            _ => {}
        }
    }
    seen
}

/// Adds a table with its heading. What is wider than a column goes on in the next line, and a column of which nothing is
/// stated is named under the table.
fn table<const N: usize>(
    page: &mut String,
    words: Words,
    heading: &str,
    head: &[&str; N],
    rows: &[[String; N]],
) {
    if !page.is_empty() {
        page.push('\n');
    }
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{}\n", words.label(heading));
    if rows.is_empty() {
        let _ = writeln!(page, "  {}", words.label(NOT_STATED));
        return;
    }
    let columns = head.iter().enumerate().map(|(place, name)| {
        Column::new(
            name,
            words.label(name),
            rows.iter().filter_map(|row| row.get(place)).map(String::as_str).collect(),
        )
    });
    let (silent, mut columns): (Vec<_>, Vec<_>) =
        columns.partition(|column| column.cells.iter().all(|cell| *cell == words.label(NOT_STATED)));
    narrow(&mut columns);
    let mut put = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for (cell, column) in cells.zip(&columns) {
            let blanks = " ".repeat(column.width.saturating_sub(width(cell)));
            let (before, after) = if column.has_numbers() { (&*blanks, "") } else { ("", &*blanks) };
            line.extend(["  ", before, cell, after]);
        }
        let _ = writeln!(page, "{}", line.trim_end());
    };
    put(&mut columns.iter().map(|column| column.title));
    let rules: Vec<String> = columns.iter().map(|column| "─".repeat(column.width)).collect();
    put(&mut rules.iter().map(String::as_str));
    for row in 0..rows.len() {
        let cells: Vec<Vec<String>> =
            columns.iter().filter_map(|column| Some(broken(column.cells.get(row)?, column.width))).collect();
        let high = cells.iter().map(Vec::len).max().unwrap_or(0);
        for number in 0..high {
            put(&mut cells.iter().map(|cell| cell.get(number).map_or("", String::as_str)));
        }
    }
    if !silent.is_empty() {
        let silent: Vec<&str> = silent.iter().map(|column| column.title).collect();
        let _ = writeln!(page, "\n  {}", words.fill("not stated of any: {}", &[&silent.join(", ")]));
    }
}

struct Column<'t> {
    name: &'t str,
    title: &'t str,
    cells: Vec<&'t str>,
    width: usize,
}

impl<'t> Column<'t> {
    /// A column as wide as its widest cell.
    fn new(name: &'t str, title: &'t str, cells: Vec<&'t str>) -> Self {
        let width = widest(cells.iter().copied().chain([title]));
        Self { name, title, cells, width }
    }

    fn has_numbers(&self) -> bool {
        NUMBERS.contains(&self.name)
    }

    /// The narrowest that breaks no word and no amount.
    fn least(&self) -> usize {
        if self.has_numbers() {
            return self.width;
        }
        widest(self.cells.iter().flat_map(|cell| pieces(cell)).chain([self.title]))
    }
}

fn widest<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    texts.map(width).max().unwrap_or(0).min(WIDEST)
}

/// Takes from the widest column until the page is wide enough, or no column can be narrower.
fn narrow(columns: &mut [Column<'_>]) {
    let least: Vec<usize> = columns.iter().map(Column::least).collect();
    let wide: usize = columns.iter().map(|column| column.width.saturating_add(2)).sum();
    for _ in PAGE..wide {
        let open = columns.iter_mut().zip(&least).filter(|(column, least)| column.width > **least);
        let Some((column, _)) = open.max_by_key(|(column, _)| column.width) else { return };
        column.width = column.width.saturating_sub(1);
    }
}

/// The words of a text, without blanks and control characters.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter != '\u{a0}' && (letter.is_whitespace() || letter.is_control()))
        .filter(|word| !word.is_empty())
}

/// A text in lines of so many columns: between words where that goes.
fn broken(text: &str, most: usize) -> Vec<String> {
    let (mut lines, mut open, mut taken) = (Vec::new(), String::new(), 0_usize);
    for word in pieces(text) {
        if !open.is_empty() && taken.saturating_add(width(word)) >= most {
            lines.push(std::mem::take(&mut open));
            taken = 0;
        }
        if !open.is_empty() {
            open.push(' ');
            taken = taken.saturating_add(1);
        }
        for letter in word.chars() {
            let wide = letter.width().unwrap_or(0);
            if !open.is_empty() && taken.saturating_add(wide) > most {
                lines.push(std::mem::take(&mut open));
                taken = 0;
            }
            open.push(letter);
            taken = taken.saturating_add(wide);
        }
    }
    lines.push(open);
    lines
}
