//! Files of other formats: IATI, CORDIS and 360Giving.

use super::super::LARGE;
use super::{Task, is_shown, task};
use cooperation::interop::cordis::{self, Table};
use cooperation::interop::{Converted, Misfit, iati, threesixtygiving};
use cooperation::{Dataset, Funding, Project};
use std::fmt::Display;

/// How many records were read and how many misfits there are, with the first.
fn read(converted: &Converted<Dataset>) -> String {
    let misfits: &[Misfit] = &converted.misfits;
    for misfit in misfits {
        is_shown(&misfit.message);
    }
    let count: usize = misfits.iter().map(|misfit| misfit.count).sum();
    let first = misfits.first().map(ToString::to_string).unwrap_or_default();
    format!("{} records, {count} misfits: {first}", converted.value.len())
}

fn of_iati(name: &str, file: String, answer: impl Display) -> Task {
    task(name, file.len(), answer, move || match iati::read(file.as_bytes()) {
        Ok(converted) => read(&converted),
        Err(error) => error.message().to_owned(),
    })
}

fn of_cordis(name: &str, table: String, answer: impl Display) -> Task {
    task(name, table.len(), answer, move || {
        match cordis::read(cordis::Tables::new().with(Table::Project, table.as_bytes())) {
            Ok(converted) => read(&converted),
            Err(error) => error.message().to_owned(),
        }
    })
}

fn of_grants(name: &str, package: String, answer: impl Display) -> Task {
    task(name, package.len(), answer, move || match threesixtygiving::read(&package) {
        Ok(converted) => read(&converted),
        Err(error) => error.faults()[0].to_string(),
    })
}

pub(super) fn imports() -> Vec<Task> {
    [in_xml(), in_dumps(), in_packages()].into_iter().flatten().collect()
}

#[expect(clippy::too_many_lines, reason = "a table of tasks")]
fn in_xml() -> Vec<Task> {
    let count = LARGE / 10;
    let file = |inside: &str| {
        format!(
            "<iati-activities version=\"2.03\"><iati-activity><iati-identifier>A</iati-identifier>{inside}</iati-activity></iati-activities>"
        )
    };
    let title = |text: &str| file(&format!("<title><narrative>{text}</narrative></title>"));
    let money = |value: &str| {
        file(&format!(
            "<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2020-01-01\"/>{value}</transaction>"
        ))
    };
    vec![
        of_iati(
            "a billion laughs",
            format!(
                "<!DOCTYPE a [{}]>{}",
                (1..count / 10)
                    .map(|number| format!("<!ENTITY a{number} \"&a{};&a{};\">", number - 1, number - 1))
                    .collect::<Vec<_>>()
                    .concat(),
                title("&a9;")
            ),
            "document type declarations and their entities are not allowed in IATI files",
        ),
        of_iati(
            "an entity of a file",
            format!("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///dev/zero\">]>{}", title("&x;")),
            "document type declarations and their entities are not allowed in IATI files",
        ),
        of_iati(
            "elements within each other, a hundred thousand deep",
            file(&"<a>".repeat(count)),
            "elements are nested more than 28 deep",
        ),
        of_iati(
            "elements that are never closed",
            "<iati-activities version=\"2.03\">".to_owned() + &"<iati-activity>".repeat(count),
            "elements are nested more than 28 deep",
        ),
        of_iati(
            "a hundred thousand attributes",
            file(&format!(
                "<sector {}/>",
                (0..count).map(|number| format!("a{number}=\"\" ")).collect::<Vec<_>>().concat()
            )),
            "an element has more than 256 attributes",
        ),
        of_iati(
            "an attribute many times",
            file(&format!("<sector {}/>", "code=\"1\" ".repeat(200))),
            "the file is not well-formed XML: position 16: duplicated attribute, previous declaration at position 7",
        ),
        of_iati(
            "a hundred thousand namespaces",
            file(&format!(
                "<sector {}/>",
                (0..count).map(|number| format!("xmlns:a{number}=\"urn:a\" ")).collect::<Vec<_>>().concat()
            )),
            "an element has more than 256 attributes",
        ),
        of_iati(
            "a prefix that was never declared",
            file("<x:title><narrative>T</narrative></x:title>"),
            "1 records, 2 misfits: iati-activity (line 1): the activity has no title; its identifier is used",
        ),
        of_iati(
            "a root element in another namespace",
            "<iati-activities xmlns=\"urn:evil\" version=\"2.03\"/>".to_owned(),
            "0 records, 0 misfits: ",
        ),
        of_iati(
            "an encoding that the bytes do not have",
            format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>{}", title("T")),
            "the file is in UTF-16; only UTF-8 is read",
        ),
        of_iati(
            "an encoding that there is none of",
            format!("<?xml version=\"1.0\" encoding=\"{}\"?>{}", "x".repeat(LARGE), title("T")),
            "the file is in xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…",
        ),
        of_iati(
            "a comment that never ends",
            file(&format!("<!--{}", "- ".repeat(LARGE))),
            "the file is not well-formed XML: syntax error: comment not closed: `-->` not found before end of input",
        ),
        of_iati(
            "a section of text that never ends",
            title(&format!("<![CDATA[{}", "]] ".repeat(LARGE))),
            "the file is not well-formed XML: syntax error: CDATA not closed: `]]>` not found before end of input",
        ),
        of_iati(
            "an instruction that never ends",
            file(&format!("<?{}", "a ".repeat(LARGE))),
            "the file is not well-formed XML: syntax error: processing instruction not closed: `?>` not found before end of input",
        ),
        of_iati(
            "a narrative of references to characters",
            title(&"&#x41;".repeat(90_000)),
            "1 records, 0 misfits: ",
        ),
        of_iati(
            "a reference to a zero",
            title("&#0;"),
            "the file is not well-formed XML: invalid character reference: 0x0 character is not permitted in XML",
        ),
        of_iati(
            "a reference to a surrogate",
            title("&#xD800;"),
            "the file is not well-formed XML: invalid character reference: `55296` is not a valid codepoint",
        ),
        of_iati("a reference to a mark of direction", title("&#x202e;"), "1 records, 0 misfits: "),
        of_iati(
            "an amount beyond floats",
            money("<value currency=\"EUR\" value-date=\"2020-01-01\">1e400</value>"),
            "2 records, 2 misfits: iati-activity (line 1): the activity has no title; its identifier is used",
        ),
        of_iati(
            "an amount of a million digits in a file of activities",
            money(&format!("<value currency=\"EUR\">{}</value>", "9".repeat(LARGE))),
            "2 records, 2 misfits: iati-activity (line 1): the activity has no title; its identifier is used",
        ),
        of_iati(
            "many activities of one identifier",
            format!(
                "<iati-activities version=\"2.03\">{}</iati-activities>",
                "<iati-activity><iati-identifier>A</iati-identifier></iati-activity>".repeat(count / 5)
            ),
            format!(
                "{} records, {} misfits: iati-activity (line 1): the activity has no title; its identifier is used ({} places)",
                count / 5,
                count / 5 * 2 - 1,
                count / 5
            ),
        ),
    ]
}

fn in_dumps() -> Vec<Task> {
    let count = LARGE / 10;
    let table = |rows: &str| format!("\"id\";\"title\";\"totalCost\"\n{rows}");
    vec![
        of_cordis(
            "a row whose quotation marks never close",
            table(&format!("\"1\";\"{}", "T;\n".repeat(count))),
            "a quotation mark opens a cell and none closes it",
        ),
        of_cordis(
            "rows of quotation marks that end nothing",
            table(&"\"1\";\"a\"b\"c\";\"5\"\n".repeat(count / 5)),
            format!(
                "{} records, {} misfits: project/title (line 2): a quotation mark is not doubled: read up to the next one that ends a cell ({} places)",
                count / 5,
                count / 5 * 2 - 1,
                count / 5
            ),
        )
        .making::<Project>(count / 5),
        of_cordis(
            "a cell of 200,000 letters in a dump",
            table(&format!("\"1\";\"{}\";\"1\"\n", "x".repeat(200_000))),
            "1 records, 2 misfits: project/title (line 2): \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"… was not read: it has more than 100,000 characters; kept in extensions",
        ),
        of_cordis(
            "a separator that no dump has",
            "id|title|totalCost\n1|T|5\n".to_owned(),
            "the column id is missing",
        ),
        of_cordis("a dump of separators", table(&";".repeat(LARGE)), "0 records, 0 misfits: "),
        of_cordis(
            "a dump with zero bytes",
            table("\"1\0\";\"T\0\";\"\0\"\n"),
            "1 records, 2 misfits: project/id (line 2): \"1\\u{0}\" was not read: a label is one line without control characters; kept in extensions",
        ),
        of_cordis(
            "costs beyond every number",
            table(&format!("\"1\";\"T\";\"{}\"\n\"2\";\"T\";\"1e400\"\n", "9".repeat(count))),
            "2 records, 2 misfits: project/totalCost (line 2): \"999999999999999999999999999999999999999999999999999999999999\"… was not read: it has more than 28 characters; kept in extensions",
        ),
        of_cordis(
            "a dump of one project many times",
            table(&"\"1\";\"T\";\"5\"\n".repeat(count / 5)),
            format!(
                "{} records, {} misfits: project/id (line 3): another row has this id: a number was added to it ({} places)",
                count / 5,
                count / 5 - 1,
                count / 5 - 1
            ),
        )
        .making::<Project>(count / 5),
        of_cordis(
            "a dump of a hundred thousand columns",
            format!(
                "id;title;{}\n1;T\n",
                (0..count).map(|number| format!("x{number};")).collect::<Vec<_>>().concat()
            ),
            "0 records, 1 misfits: project (line 2): the row has more or fewer cells than the first row: not read",
        ),
        of_cordis(
            "brackets in a dump of JSON",
            format!("[{{\"id\": {}", "[".repeat(LARGE)),
            "the list has no closing bracket",
        ),
        of_cordis(
            "a dump of JSON with a cost beyond floats",
            "[{\"id\": 1, \"title\": \"T\", \"totalCost\": 1e400}]".to_owned(),
            "1 records, 1 misfits: project/totalCost (line 1): \"1e400\" was not read: expected digits with at most one point, such as 1913897.00; kept in extensions",
        ),
        of_cordis(
            "a dump of JSON with a list for a row",
            "[[1, \"T\"]]".to_owned(),
            "0 records, 1 misfits: project (line 1): the item is not a JSON object: not read",
        ),
        of_cordis("a dump in UTF-16", "\u{feff}".to_owned() + "i\0d\0;\0", "the column id is missing"),
    ]
}

fn in_packages() -> Vec<Task> {
    let count = LARGE / 10;
    let grant = |members: &str| format!("{{\"grants\": [{{\"id\": \"g\", \"title\": \"T\"{members}}}]}}");
    let grants = |grant: &dyn Fn(usize) -> String| {
        format!("{{\"grants\": [{}]}}", (0..count / 5).map(grant).collect::<Vec<_>>().join(","))
    };
    let sheet = |name: &str, table: String, answer: String| {
        task(name, table.len(), answer, move || read(&threesixtygiving::read_csv(&table)))
    };
    vec![
        of_grants(
            "brackets in a grant",
            grant(&format!(", \"x\": {}", "[".repeat(LARGE))),
            "1:105: objects and lists stand more than 64 deep in each other [too-deep] at /grants/0/x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0; make the data flatter",
        ),
        of_grants(
            "an amount awarded beyond floats",
            grant(", \"currency\": \"GBP\", \"amountAwarded\": 1e400"),
            "1 records, 2 misfits: /grants/0/amountAwarded: \"1e400\" is not a decimal number: expected digits with at most one point, such as 1913897.00; kept in extensions",
        ),
        of_grants(
            "an amount awarded of a million digits",
            grant(&format!(", \"currency\": \"GBP\", \"amountAwarded\": {}", "9".repeat(LARGE))),
            "1 records, 2 misfits: /grants/0/amountAwarded: \"999999999999999999999999999999999999999999999999999999999999\"… is not a decimal number: it has more than 28 characters; kept in extensions",
        ),
        of_grants(
            "an amount awarded of a million zeros",
            grant(&format!(", \"currency\": \"GBP\", \"amountAwarded\": 0.{}1", "0".repeat(LARGE))),
            "1 records, 2 misfits: /grants/0/amountAwarded: \"0.0000000000000000000000000000000000000000000000000000000000\"… is not a decimal number: it has more than 28 characters; kept in extensions",
        ),
        of_grants(
            "an object for the list of grants",
            "{\"grants\": {\"id\": \"g\"}}".to_owned(),
            "1:12: expected a list of grants [wrong-type] at /grants",
        ),
        of_grants(
            "lists for objects in a grant",
            grant(", \"fundingOrganization\": [[[{\"id\": \"o\"}]]], \"plannedDates\": [[]]"),
            "1 records, 3 misfits: /grants/0/plannedDates/0: not an object; kept in extensions",
        ),
        of_grants(
            "a member of a grant twice",
            grant(", \"title\": \"U\", \"t\\u0069tle\": \"V\""),
            "1:39: the member \"title\" is given twice [doubled-member] at /grants/0/title; keep one of the two",
        ),
        of_grants(
            "a grant with a lone surrogate",
            grant(", \"description\": \"\\ud800\""),
            "1:55: the escape is half of a surrogate pair [lone-surrogate] at /grants/0/description; write the character itself",
        ),
        of_grants(
            "many grants of one id",
            grants(&|number| format!("{{\"id\": \"g\", \"title\": \"T{number}\"}}")),
            format!(
                "{} records, {} misfits: /grants/1/id: another grant has this id; a number is added ({} places)",
                count / 5,
                count / 5 - 1,
                count / 5 - 1
            ),
        )
        .making::<Funding>(count / 5),
        of_grants(
            "many grants of nothing",
            format!("{{\"grants\": [{}]}}", vec!["{}"; 400].join(",")),
            "400 records, 400 misfits: /grants/0: no id; numbered by position (400 places)",
        ),
        of_grants(
            "grants that are no objects",
            grants(&|_| "0".to_owned()),
            "1:13: a grant is an object [wrong-type] at /grants/0",
        ),
        sheet(
            "a sheet whose quotation marks never close",
            format!("Identifier,Title\ng,\"{}", "T,\n".repeat(2_000)),
            "1 records, 1 misfits: grants (line 2): the cell begins with a quotation mark and none ends it: close it, or put the cell between quotation marks and write its own twice".to_owned(),
        ),
        sheet(
            "a sheet of a hundred thousand columns",
            format!("Identifier,{}\ng\n", "Title,".repeat(count)),
            format!(
                "1 records, {} misfits: grants/Title (line 1): another column has this title or stands for the same member: not read ({} places)",
                count - 1,
                count - 1
            ),
        ),
        sheet(
            "a sheet with an amount beyond floats",
            "Identifier,Title,Currency,Amount Awarded\ng,T,GBP,1e400\nh,T,GBP,£1,0,0,0\n".to_owned(),
            "2 records, 7 misfits: grants (line 3): a cell has no title or no place beside others: not read (3 places)".to_owned(),
        ),
        sheet("a sheet of zero bytes", "\0".repeat(LARGE), "0 records, 0 misfits: ".to_owned()),
    ]
}
