//! The tables: every funding, sums for each programme, funder, year and currency, and what the sources say nothing of.

use crate::show::{NOT_STATED, Reader, money, stated};
use cooperation::{Funding, MoneySum, Overflow, Party, Period, PlaceId, ProgrammeId, Record, Subject};
use std::fmt::Write as _;

/// The widest that a column gets.
const WIDEST: usize = 36;

/// All tables.
pub(crate) fn page(reader: &Reader) -> Result<String, Overflow> {
    let mut page = String::new();
    fundings(&mut page, reader);
    sums(&mut page, reader)?;
    silent(&mut page, reader);
    Ok(page)
}

fn fundings(page: &mut String, reader: &Reader) {
    let head = ["from", "for", "to", "where", "since when", "amount", "kind", "status"];
    let rows = reader.index.dataset().funding.iter().map(|funding| {
        [
            who(reader, funding),
            what(reader, funding),
            stated(funding.recipient.as_ref().map(|party| reader.party(party))),
            places(reader, funding),
            since(funding),
            money(funding.amount.as_ref()),
            stated(funding.kind.as_ref()),
            stated(funding.status.as_ref()),
        ]
    });
    table(page, "Who funds what", &head, &rows.collect::<Vec<_>>());
}

/// The programme that the money comes from, and who gives it.
fn who(reader: &Reader, funding: &Funding) -> String {
    let programme = funding.programme.as_ref().map(|id| name_of(reader, id));
    let funder = funding.funder.as_ref().map(|funder| reader.party(funder));
    match (programme, funder) {
        (Some(programme), Some(funder)) => format!("{funder}, programme {programme}"),
        (Some(programme), None) => format!("programme {programme}"),
        (None, funder) => stated(funder),
    }
}

/// What a programme is called; its id, where the dataset does not have it.
fn name_of<'r>(reader: &'r Reader, id: &'r ProgrammeId) -> &'r str {
    reader.index.get(id).map_or(id.as_str(), |programme| reader.text(&programme.name))
}

fn what(reader: &Reader, funding: &Funding) -> String {
    let title = funding.title.as_ref().map(|title| reader.text(title).to_owned());
    let of = funding.of.as_ref().map(|of| reader.subject(of));
    let part = funding.part_of.as_ref().map(|whole| format!("a part of {whole}"));
    let share = funding.share.map(|share| format!("{share} per cent of its budget"));
    let said: Vec<String> = [of, title, part, share].into_iter().flatten().collect();
    if said.is_empty() { NOT_STATED.to_owned() } else { said.join("; ") }
}

/// Where that is which the money is for, or else who receives it.
fn places(reader: &Reader, funding: &Funding) -> String {
    let index = &reader.index;
    let seat = |id| index.get::<cooperation::Organization>(id).and_then(|one| one.place.clone());
    let of: Vec<PlaceId> = match &funding.of {
        Some(Subject::Project(id)) => index.get(id).map(|one| one.places.to_vec()).unwrap_or_default(),
        Some(Subject::Network(id)) => index.get(id).map(|one| one.places.to_vec()).unwrap_or_default(),
        Some(Subject::PolicyInstrument(id)) => {
            index.get(id).map(|one| one.places.to_vec()).unwrap_or_default()
        }
        Some(Subject::Organization(id)) => seat(id).into_iter().collect(),
        _ => Vec::new(),
    };
    let to = match &funding.recipient {
        Some(Party::Organization(id)) => seat(id),
        _ => None,
    };
    let known = if of.is_empty() { to.into_iter().collect() } else { of };
    let names: Vec<&str> = known
        .iter()
        .map(|id| index.get(id).and_then(Record::label).map_or(id.as_str(), |name| reader.text(name)))
        .collect();
    if names.is_empty() { NOT_STATED.to_owned() } else { names.join(", ") }
}

fn since(funding: &Funding) -> String {
    let period = funding.period.as_ref().map(Period::to_string);
    match (funding.date, period) {
        (Some(date), Some(period)) => format!("{date}, for {period}"),
        (Some(date), None) => date.to_string(),
        (None, period) => stated(period),
    }
}

fn sums(page: &mut String, reader: &Reader) -> Result<(), Overflow> {
    let head = ["programme", "year", "status", "sums", "fundings", "without an amount"];
    let rows: Vec<_> = reader.index.money()?.iter().map(|sum| cells(reader, sum)).collect();
    table(page, "How much, by programme and year", &head, &rows);
    let rows: Vec<_> = reader
        .index
        .money_per_funder()?
        .iter()
        .filter_map(|(funder, sum)| {
            let [programme, year, status, totals, counted, silent] = cells(reader, sum);
            Some([reader.party((*funder)?), programme, year, status, totals, counted, silent])
        })
        .collect();
    if !rows.is_empty() {
        let head = ["funder", "programme", "year", "status", "sums", "fundings", "without an amount"];
        table(page, "How much, by funder and year", &head, &rows);
    }
    Ok(())
}

fn cells(reader: &Reader, sum: &MoneySum) -> [String; 6] {
    let name = sum.programme.map(|id| name_of(reader, id));
    let totals = if sum.totals.is_empty() { NOT_STATED.to_owned() } else { sum.totals.to_string() };
    [
        stated(name),
        stated(sum.year),
        stated(sum.status),
        totals,
        sum.counted.to_string(),
        sum.silent.to_string(),
    ]
}

/// The projects of whose money nothing is stated. Running under a programme does not say that it pays.
fn silent(page: &mut String, reader: &Reader) {
    let silent = reader
        .index
        .dataset()
        .projects
        .iter()
        .filter(|project| reader.index.funding_of(&Subject::from(project.id.clone())).next().is_none());
    let rows: Vec<_> = silent
        .map(|project| {
            [
                reader.text(&project.title).to_owned(),
                stated(project.programme.as_ref().map(|id| name_of(reader, id))),
                stated(project.period.as_ref()),
                money(project.budget.as_ref()),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let head = ["project", "runs under", "period", "budget"];
        table(page, "Projects of whose funding nothing is stated", &head, &rows);
    }
}

/// Adds a table with its heading. What is wider than a column goes on in the next line.
fn table<const N: usize>(page: &mut String, heading: &str, head: &[&str; N], rows: &[[String; N]]) {
    if !page.is_empty() {
        page.push('\n');
    }
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{heading}\n");
    if rows.is_empty() {
        let _ = writeln!(page, "  {NOT_STATED}");
        return;
    }
    let lines: Vec<[Vec<String>; N]> =
        rows.iter().map(|row| row.each_ref().map(|cell| broken(cell))).collect();
    let mut widths = head.map(|name| name.chars().count());
    for row in &lines {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.iter().map(|line| line.chars().count()).max().unwrap_or(0).max(*width);
        }
    }
    let mut put = |cells: [&str; N]| {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            let _ = write!(line, "  {cell:<width$}");
        }
        let _ = writeln!(page, "{}", line.trim_end());
    };
    put(*head);
    put(widths.map(|width| "─".repeat(width)).each_ref().map(String::as_str));
    for row in &lines {
        let high = row.iter().map(Vec::len).max().unwrap_or(0);
        for number in 0..high {
            put(row.each_ref().map(|cell| cell.get(number).map_or("", String::as_str)));
        }
    }
}

/// A text in lines of a column: between words where that goes, and without control characters.
fn broken(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut open: Vec<char> = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_control()) {
        if !open.is_empty() && open.iter().copied().chain(word.chars()).count() >= WIDEST {
            lines.push(open.drain(..).collect());
        }
        if !open.is_empty() && !word.is_empty() {
            open.push(' ');
        }
        for letter in word.chars() {
            if open.len() == WIDEST {
                lines.push(open.drain(..).collect());
            }
            open.push(letter);
        }
    }
    lines.push(open.into_iter().collect());
    lines
}
