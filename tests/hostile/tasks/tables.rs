//! Tables that are no tables, or larger than any.

use super::super::LARGE;
use super::{Task, task};
use cooperation::Group;
use cooperation::interop::csv::{self, Tables};

/// The first fault, and how many there are; or how many records were read.
fn told(tables: &Tables) -> String {
    match csv::read(tables) {
        Ok(dataset) => format!("{} records", dataset.len()),
        Err(error) => {
            for fault in error.faults() {
                super::is_shown(&fault.message);
                super::is_shown(fault.help.as_deref().unwrap_or_default());
            }
            let first = &error.faults()[0];
            let place = match (first.row, &first.column) {
                (Some(row), Some(column)) => format!(", the first in row {row}, column {column}"),
                _ => String::new(),
            };
            format!("{} faults{place}: {}", error.count(), first.message)
        }
    }
}

fn table(name: &str, text: String, answer: impl std::fmt::Display) -> Task {
    let length = text.len();
    let mut tables = Tables::new();
    tables.insert("groups", text);
    task(name, length, answer, move || told(&tables))
}

#[expect(clippy::too_many_lines, reason = "a table of tasks")]
pub(super) fn tables() -> Vec<Task> {
    let (count, head) = (LARGE / 10, "id,name.en\n");
    let rows = |row: &dyn Fn(usize) -> String| (0..count / 5).map(row).collect::<String>();
    let mut tasks = vec![
        table(
            "a quotation mark that is never closed",
            format!("{head}g,\"{}", "a,b\n".repeat(count)),
            "1 faults, the first in row 2, column B: the cell begins with a quotation mark and none ends it",
        ),
        table("a cell of quotation marks", format!("{head}g,{}", "\"".repeat(90_000)), "1 records"),
        table(
            "a cell with a zero byte",
            format!("{head}g\0,G\n"),
            "1 faults, the first in row 2, column A: \"g\\u{0}\" is not a group id: only letters A-Z and a-z, digits and . _ : / ~ - are allowed",
        ),
        table(
            "a zero byte between head cells",
            "id\0name.en\ng,G\n".to_owned(),
            "2 faults, the first in row 1, column A: there is no such column",
        ),
        table(
            "a cell of ten megabytes",
            format!("{head}g,{}", "x".repeat(LARGE * 10)),
            "1 faults, the first in row 2, column B: \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"… is not a text: it has more than 100,000 characters",
        ),
        table(
            "a hundred thousand columns",
            format!(
                "id,{}\ng\n",
                (0..count).map(|number| format!("x{number}")).collect::<Vec<_>>().join(",")
            ),
            format!("{} faults, the first in row 1, column B: there is no such column", count + 1),
        ),
        table(
            "a hundred thousand columns of one list",
            format!(
                "id,name.en,{}\ng,G\n",
                (1..=count)
                    .map(|number| format!("classifications.{number}.code"))
                    .collect::<Vec<_>>()
                    .join(",")
            ),
            "1 records",
        ),
        table(
            "one head cell many times",
            format!("id,name.en{}\ng,G\n", ",description.en".repeat(count)),
            format!("{} faults, the first in row 1, column D: this column is given twice", count - 1),
        ),
        table(
            "rows of more and more cells",
            head.to_owned() + &rows(&|row| format!("g{row},G{}\n", ",x".repeat(row % 20))),
            format!(
                "{} faults, the first in row 3, column C: the cell stands in a column without a name",
                count / 5 * 19 / 20
            ),
        ),
        table("rows of separators", head.to_owned() + &",,,,,,,,,\n".repeat(count), "0 records"),
        table("lines that end in carriage returns", "id,name.en\rg,G\rh,H\r".to_owned(), "2 records"),
        table("a table of line breaks", "\n".repeat(LARGE), "0 records"),
        table(
            "an item far beyond the others",
            "id,name.en,classifications.4294967295.code\ng,G,c\n".to_owned(),
            "1 records",
        ),
        table(
            "an item beyond every number",
            format!("id,name.en,classifications.{}.code\ng,G,c\n", "9".repeat(LARGE)),
            "1 faults, the first in row 1, column C: this is a list, and its items are counted from 1",
        ),
        table(
            "a head cell of a hundred thousand steps",
            format!("id,name.en,extensions{}\ng,G,1\n", ".a".repeat(count)),
            "1 faults, the first in row 2, column C: \"a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.\"… is not an extension name: it has more than 255 characters",
        ),
        table(
            "brackets in a cell of data of one's own",
            format!("{head}g,G\n")
                .replace("en\n", "en,extensions.a\n")
                .replace("G\n", &format!("G,{}\n", "[".repeat(count))),
            "2 faults, the first in row 2, column C: \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"… is not JSON",
        ),
        table(
            "a head cell that turns the text",
            "id,name.en,\u{202e}lave\u{7}\ng,G,x\n".to_owned(),
            "1 faults, the first in row 1, column C: there is no such column",
        ),
        table(
            "one id in every row",
            head.to_owned() + &rows(&|row| format!("g,G {row}\n")),
            format!("{} records", count / 5),
        )
        .making::<Group>(count / 5),
        table(
            "a line that names no separator",
            "sep=\"\nid\"name.en\ng\"G\n".to_owned(),
            "5 faults, the first in row 1, column A: there is no such column",
        ),
        table("two byte order marks before a table", format!("\u{feff}\u{feff}{head}g,G\n"), "1 records"),
        table(
            "formulas in cells",
            format!("{head}g,\"=HYPERLINK(\"\"https://example.org\"\")\"\nh,+1+1\ni,@x\n"),
            "3 records",
        ),
    ];
    let mut tables = Tables::new();
    (0..count / 5).for_each(|number| tables.insert(format!("group{number}"), "id\n"));
    tasks.push(task(
        "tables that the format does not have",
        count / 5 * 12,
        format!("{} faults: not one of the tables of this format", count / 5),
        move || told(&tables),
    ));
    let mut tables = Tables::new();
    tables.insert("\u{202e}".repeat(LARGE), "id\n");
    tasks.push(task("a table whose name is megabytes long", LARGE * 3, "1 faults: not one of the tables of this format, which are named after kinds of record, such as \"participations\"", move || told(&tables)));
    tasks
}
