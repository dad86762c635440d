//! Grants in a spreadsheet, a grant a row.

use super::read::read_whole;
use super::titles::{LISTS, NUMBERS, all, folded};
use crate::dataset::Dataset;
use crate::interop::csv::{delimiter, stray};
use crate::interop::misfits::At;
use crate::interop::tree::{Object, Tree};
use crate::interop::{Converted, Misfit, MisfitKind, Misfits};
use crate::reflect::{excerpt, list_index, near_miss};
use crate::values::Decimal;
use std::collections::{HashMap, HashSet};

/// Reads grants from a table of comma-separated values with one grant for each row.
///
/// Headings are titles of the standard such as `Recipient Org:Name`, in any case, or paths such as
/// `recipientOrganization/0/name`. Cells can also be separated by semicolons or tabs. Columns with other headings are
/// kept in extensions, like unknown members of JSON. Cells that cannot be read are reported as misfits with their
/// line, and the rest of the row is read.
///
/// ```
/// use cooperation::interop::threesixtygiving;
///
/// let table = "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name\n\
///     360G-A-1,A roof,GBP,1000.50,2024-02-29,GB-CHC-7,Village Hall\n\
///     360G-A-2,A floor,GBP,\"£2,000\",2024-02-30,GB-CHC-7,Village Hall\n";
/// let read = threesixtygiving::read_csv(table);
/// assert_eq!(read.value.funding[0].amount.as_ref().map(ToString::to_string).as_deref(), Some("1000.50 GBP"));
/// assert_eq!(read.value.organizations.len(), 1);
/// assert!(read.misfits.iter().all(|misfit| misfit.line == Some(3)));
/// ```
#[must_use]
pub fn read_csv(table: &str) -> Converted<Dataset> {
    let text = table.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text);
    let mut misfits = Misfits::default();
    if let Some(stray) = stray(text, delimiter) {
        let message = format!("{}: {}", stray.message, stray.help);
        misfits.unread(At { place: "grants", line: Some(stray.row) }, &message);
    }
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = reader.records().map_while(Result::ok);
    let ways = rows.next().map(|head| head.iter().map(|title| title.trim().to_owned()).collect::<Vec<_>>());
    let columns = columns(&ways.unwrap_or_default(), &mut misfits);
    let (mut grants, mut lines) = (Vec::new(), Vec::new());
    for row in rows.filter(|row| !row.iter().all(|cell| cell.trim().is_empty())) {
        let line = row.position().map(::csv::Position::line);
        let mut grant = Tree::Object(Object::new());
        for (number, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let placed = columns.get(number).is_some_and(|way| put(&mut grant, way, cell));
            if !placed {
                misfits.unread(
                    At { place: "grants", line },
                    "a cell has no title or no place beside others: not read",
                );
            }
        }
        grants.push(grant);
        lines.push(line);
    }
    let package = Object::from([("grants".to_owned(), Tree::List(grants))]);
    let mut read = read_whole(&package);
    let found =
        read.misfits.drain(..).map(|misfit| Misfit { line: line_of(&misfit.place, &lines), ..misfit });
    let found: Vec<_> = found.collect();
    read.misfits = misfits.into_list();
    read.misfits.extend(found);
    read
}

/// The line of the grant that a pointer leads into.
fn line_of(pointer: &str, lines: &[Option<u64>]) -> Option<u64> {
    let number = pointer.strip_prefix("/grants/")?.split('/').next()?;
    lines.get(list_index(number)?).copied().flatten()
}

/// The ways to the members of the columns. Titles that are not known are names of members.
fn columns(titles: &[String], misfits: &mut Misfits) -> Vec<Vec<String>> {
    let all: Vec<_> = all().collect();
    let known: HashMap<_, _> = all.iter().map(|(title, way)| (folded(title), way)).collect();
    let mut ways = HashSet::new();
    let mut way = |title: &String| -> Vec<String> {
        let meant = known.get(&folded(title));
        let way = meant.map_or(title, |way| *way);
        if way.is_empty() {
            return Vec::new();
        }
        let place = format!("grants/{title}");
        let at = At { place: &place, line: Some(1) };
        if !ways.insert(way.clone()) {
            misfits.unread(at, "another column has this title or stands for the same member: not read");
            return Vec::new();
        }
        if meant.is_none()
            && let Some(near) = near_miss(title, all.iter().map(|(title, _)| title.as_str()))
        {
            misfits.add(MisfitKind::NoPlace, at, "near", || {
                format!("the standard has no such title, but {}: kept as an own column", excerpt(near))
            });
        }
        way.split('/').map(str::to_owned).collect()
    };
    titles.iter().map(&mut way).collect()
}

/// Puts a cell where its way leads, and tells whether there was room for it.
fn put(tree: &mut Tree, way: &[String], cell: &str) -> bool {
    let Some((step, rest)) = way.split_first() else { return false };
    let into = |place: &mut Tree| if rest.is_empty() { false } else { put(place, rest, cell) };
    let fresh = || {
        let mut made = match rest.first() {
            None => return leaf(step, cell),
            Some(next) if list_index(next).is_some() => Tree::List(Vec::new()),
            Some(_) => Tree::Object(Object::new()),
        };
        put(&mut made, rest, cell);
        made
    };
    match tree {
        Tree::Object(members) => {
            if let Some(member) = members.get_mut(step) {
                return into(member);
            }
            members.insert(step.clone(), fresh());
            true
        }
        Tree::List(items) => match list_index(step) {
            Some(place) if place < items.len() => items.get_mut(place).is_some_and(into),
            // Items that no cell of the row is of are left out.
            Some(_) => {
                items.push(fresh());
                true
            }
            None => false,
        },
        Tree::String(_) | Tree::Literal(_) => false,
    }
}

/// Value of a cell: a number, a list of words or a text.
fn leaf(member: &str, cell: &str) -> Tree {
    let text = cell.trim();
    if NUMBERS.contains(&member) && text.parse::<Decimal>().is_ok() {
        return Tree::Literal(text.to_owned());
    }
    if LISTS.contains(&member) {
        let words = text.split(';').map(str::trim).filter(|word| !word.is_empty());
        return Tree::List(words.map(Tree::string).collect());
    }
    Tree::string(cell)
}
