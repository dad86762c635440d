//! Layout of the workbook of a template: empty columns, and the sheet with the guide.

use crate::workbook::Layout;
use cooperation::{Dataset, RecordKind};

/// The headings at the end of every sheet but the first.
const COMMON: [&str; 8] = [
    "description.en",
    "links.1.url",
    "links.1.rel",
    "identifiers.1.scheme",
    "identifiers.1.value",
    "evidence.1.source",
    "evidence.1.quote",
    "evidence.1.locator",
];

/// The headings of a sheet, filled or not: those that people need first, in the order of the format.
#[expect(clippy::too_many_lines, reason = "many headings are on lines of their own")]
pub(super) const fn own_heads(kind: RecordKind) -> &'static [&'static str] {
    match kind {
        RecordKind::Source => &["id", "title.en", "url", "languages", "published", "retrieved"],
        RecordKind::Place => &["id", "name.en", "kind", "country", "part_of"],
        RecordKind::Organization => &[
            "id",
            "name.en",
            "acronym",
            "kind",
            "legal_status",
            "place",
            "address.street",
            "address.postal_code",
            "address.locality",
            "address.country",
            "founded",
            "scope",
        ],
        RecordKind::Group => &["id", "name.en", "count", "count_words.en", "places"],
        RecordKind::Network => {
            &["id", "name.en", "acronym", "kind", "place", "founded", "scope", "places", "member_count"]
        }
        RecordKind::Membership => &[
            "id",
            "member.organization",
            "member.network",
            "body.organization",
            "body.network",
            "role",
            "period.start",
            "period.end",
        ],
        RecordKind::Programme => &[
            "id",
            "name.en",
            "acronym",
            "kind",
            "owner.organization",
            "managed_by.1.organization",
            "part_of",
            "period.start",
            "period.end",
            "places",
            "budget.amount",
            "budget.currency",
        ],
        RecordKind::Project => &[
            "id",
            "title.en",
            "acronym",
            "kind",
            "scope",
            "programmes",
            "status",
            "period.start",
            "period.end",
            "places",
            "partner_count",
            "target_groups",
            "budget.amount",
            "budget.currency",
        ],
        RecordKind::Participation => &[
            "id",
            "party.organization",
            "party.network",
            "party.group",
            "project",
            "role",
            "period.start",
            "period.end",
            "budget.amount",
            "budget.currency",
        ],
        RecordKind::Activity => &[
            "id",
            "title.en",
            "of.1.project",
            "kind",
            "actors.1.organization",
            "status",
            "period.start",
            "period.end",
        ],
        RecordKind::Goal => {
            &["id", "statement.en", "level", "of.1.programme", "of.1.project", "serves", "due", "status"]
        }
        RecordKind::Funding => &[
            "id",
            "title.en",
            "of.project",
            "of.programme",
            "programme",
            "funder.organization",
            "recipient.organization",
            "recipient.network",
            "kind",
            "status",
            "amount.amount",
            "amount.currency",
            "date",
            "period.start",
            "period.end",
            "part_of",
        ],
        _ => &["id"],
    }
}

/// What a sheet is for.
const fn purpose(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Source => "Documents and web pages that your data come from, one in each row.",
        RecordKind::Place => "Countries, regions and towns that other sheets refer to.",
        RecordKind::Organization => "Legal bodies: members, partners, recipients, funders.",
        RecordKind::Group => "People or organizations that are counted and not named one by one.",
        RecordKind::Network => "Associations, alliances and other networks.",
        RecordKind::Membership => "Which organization or network is a member of which other.",
        RecordKind::Programme => "Programmes and calls that projects run under or money comes from.",
        RecordKind::Project => "Projects with their dates, status and budget.",
        RecordKind::Participation => {
            "Which organization or network takes part in which project, and as what."
        }
        RecordKind::Activity => "What is done in a project.",
        RecordKind::Goal => "What a programme or a project is to reach.",
        RecordKind::Funding => "Grants, loans, donations and payments.",
        _ => "",
    }
}

/// The layout of the workbook of a starter: the sheets that it has records for.
pub(super) fn of(dataset: &Dataset) -> Layout {
    let kinds: Vec<RecordKind> =
        RecordKind::ALL.iter().copied().filter(|&kind| dataset.count(kind) > 0).collect();
    let header = vec![
        "version",
        "title.en",
        "description.en",
        "publisher.en",
        "license",
        "language",
        "issued",
        "modified",
    ];
    let mut heads = vec![("dataset", header)];
    heads.extend(kinds.iter().map(|kind| {
        let own = own_heads(*kind).iter();
        (kind.list(), own.chain(&COMMON).copied().collect())
    }));
    let line = |name: &str, text: &str| [name.to_owned(), text.to_owned()];
    let mut guide = vec![
        line("How to fill it in", "One row is one record. Replace every text that begins with 'Replace me'."),
        line(
            "id",
            "A short name without spaces that you choose, such as member-one. Other sheets refer to the row by it.",
        ),
        line(
            "Headings",
            "Keep the first row as it is. Point at a heading to read what the column is for. Darker headings are required.",
        ),
        line(
            "Empty cells",
            "Leave a cell empty if you do not know the value. Empty means 'not stated', not zero.",
        ),
        line("Dates", "Write dates as 2024, 2024-03 or 2024-03-15, as precisely as you know them."),
        line(
            "Several values",
            "Separate several values in one cell with semicolons, such as norway; sweden.",
        ),
        line(
            "More languages",
            "Add a column such as title.nb beside title.en for a text in another language.",
        ),
        line(
            "More columns",
            "A second link is links.2.url, a second item of evidence is evidence.2.source and so on.",
        ),
        line(
            "Words to choose from",
            "Cells with a small arrow offer a list. The sheet 'codes' explains the words.",
        ),
        line(
            "Check it",
            "cooperation validate FILE.xlsx names the sheet and the cell of everything that is wrong.",
        ),
        line("", ""),
        line(
            "dataset",
            "What the whole is called, who publishes it and under which licence. It has one row only.",
        ),
    ];
    guide.extend(kinds.iter().map(|kind| line(kind.list(), purpose(*kind))));
    Layout { heads, guide }
}

#[cfg(test)]
mod tests {
    use super::{COMMON, of, purpose};
    use crate::new::Starter;
    use clap::ValueEnum as _;
    use cooperation::interop::csv;
    use cooperation::{Dataset, RecordKind};

    #[test]
    #[expect(clippy::unwrap_used, reason = "a test that stumbles is a test that fails")]
    fn every_heading_is_a_column_and_every_column_of_a_starter_has_its_heading() {
        for starter in Starter::value_variants() {
            let mut dataset = Dataset::from_json(starter.text()).unwrap();
            dataset.schema = None;
            let layout = of(&dataset);
            for (table, text) in csv::write(&dataset).iter() {
                let (_, heads) = layout.heads.iter().find(|(name, _)| *name == table).unwrap();
                for head in heads {
                    assert!(csv::column(table, head).is_some(), "{table}: {head}");
                }
                for head in text.lines().next().unwrap().split(',') {
                    assert!(heads.contains(&head), "{starter:?}, {table}: {head}");
                }
            }
            let kinds = RecordKind::ALL.iter().filter(|kind| dataset.count(**kind) > 0);
            assert!(kinds.clone().all(|kind| !purpose(*kind).is_empty()));
        }
        assert_eq!(COMMON.len(), 8);
    }
}
