//! Datasets that can be read, and what is asked of them: to be compared, merged, searched, walked and written.

use super::super::LARGE;
use super::{Task, task};
use cooperation::evidence::audit;
use cooperation::{Dataset, Index, Rules};
use std::fmt::Display;

fn read(text: &str) -> Dataset {
    Dataset::from_json(text).unwrap_or_else(|error| panic!("{error}: {}", text.get(..300).unwrap_or(text)))
}

/// A dataset with so many records of a list.
fn list(list: &str, count: usize, record: impl Fn(usize) -> String) -> String {
    let records: Vec<String> = (0..count).map(record).collect();
    format!("{{\"version\": \"1.0\", \"{list}\": [{}]}}", records.join(","))
}

fn group(id: &str, name: &str) -> String {
    format!("{{\"id\": \"{id}\", \"name\": {{\"en\": \"{name}\"}}}}")
}

/// How often each rule found something.
fn found(dataset: &Dataset) -> String {
    let report = Rules::default().check(dataset);
    for finding in report.findings() {
        super::is_shown(&finding.message);
        super::is_shown(finding.help.as_deref().unwrap_or_default());
    }
    report.rules().map(|(rule, count)| format!("{rule} {}", count.count)).collect::<Vec<_>>().join(", ")
}

fn checked(name: &str, text: String, answer: impl Display) -> Task {
    task(name, text.len(), answer, move || found(&read(&text)))
}

pub(super) fn records() -> Vec<Task> {
    [alike(), compared(), walked(), quoted(), written()].into_iter().flatten().collect()
}

/// Names and ids that are nearly the same.
fn alike() -> Vec<Task> {
    let count = LARGE / 50;
    let organizations = |name: &dyn Fn(usize) -> String| {
        list("organizations", count, |number| group(&format!("o{number}"), &name(number)))
    };
    vec![
        checked(
            "names that differ in one letter",
            organizations(&|number| {
                format!(
                    "Agder county council{}",
                    char::from_u32(0x4e00 + u32::try_from(number % 20_000).unwrap()).unwrap()
                )
            }),
            "",
        ),
        checked(
            "names of one letter, longer and longer",
            list("organizations", 600, |number| group(&format!("o{number}"), &"a".repeat(number + 1))),
            "",
        ),
        checked(
            "names of the same words in another order",
            organizations(&|number| format!("{} {} {}", number % 10, number / 10 % 10, number / 100)),
            "",
        ),
        checked(
            "names of marks above a letter",
            organizations(&|number| format!("e{}", "\u{301}".repeat(number % 200 + 1))),
            format!("one-name-several-ids {}", count - 200),
        ),
        checked(
            "ids that look alike",
            list("groups", count, |number| {
                group(&format!("{}{number}", ["l1O0", "lI00", "1lO0", "IlOO"][number % 4]), "G")
            }),
            "",
        ),
        checked(
            "identifiers that many records have",
            list("organizations", count, |number| {
                format!(
                    "{{\"id\": \"o{number}\", \"name\": {{\"en\": \"O{number}\"}}, \"identifiers\": [{{\"scheme\": \"orgnr\", \"value\": \"1\"}}]}}"
                )
            }),
            format!("one-identifier-several-records {}", count - 1),
        ),
        checked(
            "projects of one title and one time",
            list("projects", count, |number| {
                format!(
                    "{{\"id\": \"p{number}\", \"title\": {{\"en\": \"Blue\"}}, \"period\": {{\"start\": \"2020\", \"end\": \"2021\"}}}}"
                )
            }),
            format!("one-name-several-ids {}", count - 1),
        ),
        checked(
            "ids that are near to each reference",
            list("goals", count, |number| {
                format!(
                    "{{\"id\": \"goal-{number:06}\", \"statement\": {{\"en\": \"G\"}}, \"level\": \"objective\", \"of\": [{{\"project\": \"goal-{number:06}x\"}}], \"serves\": [\"goal_{number:06}\"]}}"
                )
            }),
            format!("unknown-reference {}", 2 * count),
        ),
    ]
}

/// Datasets that are compared or merged.
fn compared() -> Vec<Task> {
    let count = LARGE / 50;
    let one = list("groups", count, |number| group(&format!("g{number}"), "G"));
    let turned = list("groups", count, |number| group(&format!("g{}", count - 1 - number), "G"));
    let same = |name: char| list("groups", count, |number| group("g", &format!("{name}{number}")));
    let deep = |leaf: &str| {
        format!(
            "{{\"version\": \"1.0\", \"extensions\": {{\"org.example.a\": {}{leaf}{}}}}}",
            "[".repeat(60),
            "]".repeat(60)
        )
    };
    let wide = |from: usize| {
        format!(
            "{{\"version\": \"1.0\", \"extensions\": {{\"org.example.a\": {{{}}}}}}}",
            (from..from + count)
                .map(|number| format!("\"{number}\": {number}"))
                .collect::<Vec<_>>()
                .join(",")
        )
    };
    let languages = |from: usize| {
        format!(
            "{{\"version\": \"1.0\", \"groups\": [{{\"id\": \"g\", \"name\": {{{}}}}}]}}",
            (0..60).map(|number| format!("\"en-x-a{}\": \"t\"", from + number)).collect::<Vec<_>>().join(",")
        )
    };
    let diff = |name: &str, one: String, other: String, answer: String| {
        task(name, one.len() + other.len(), answer, move || {
            let difference = read(&one).diff(&read(&other));
            let changes: usize = difference.changed.iter().map(|record| record.changes.len()).sum();
            format!(
                "{} of the header, {} added, {} gone, {} changed in {changes} places",
                difference.header.len(),
                difference.added.len(),
                difference.removed.len(),
                difference.changed.len()
            )
        })
    };
    let merge = |name: &str, one: String, other: String, answer: String| {
        task(name, one.len() + other.len(), answer, move || {
            let mut whole = read(&one);
            let merged = whole.merge(read(&other));
            format!(
                "{} records, {} added, {} equal, {} collisions",
                whole.len(),
                merged.added,
                merged.equal,
                merged.collisions.len()
            )
        })
    };
    vec![
        diff(
            "a comparison of records in the opposite order",
            one.clone(),
            turned.clone(),
            "0 of the header, 0 added, 0 gone, 0 changed in 0 places".to_owned(),
        ),
        diff(
            "a comparison of records of one id",
            same('a'),
            same('b'),
            format!("0 of the header, 0 added, 0 gone, {count} changed in {count} places"),
        ),
        diff(
            "a comparison of data of one's own that is deep",
            deep("1"),
            deep("2"),
            "1 of the header, 0 added, 0 gone, 0 changed in 0 places".to_owned(),
        ),
        diff(
            "a comparison of data of one's own that is wide",
            wide(0),
            wide(count),
            "1 of the header, 0 added, 0 gone, 0 changed in 0 places".to_owned(),
        ),
        diff(
            "a comparison of texts in other languages",
            languages(0),
            languages(1),
            "0 of the header, 0 added, 0 gone, 1 changed in 2 places".to_owned(),
        ),
        merge(
            "a merge of records in the opposite order",
            one,
            turned,
            format!("{count} records, 0 added, {count} equal, 0 collisions"),
        ),
        merge(
            "a merge of records of one id",
            same('a'),
            same('b'),
            format!("{count} records, 0 added, 0 equal, {count} collisions"),
        ),
    ]
}

/// Chains and rings in each relation that makes a tree.
#[expect(clippy::too_many_lines, reason = "a table of tasks")]
fn walked() -> Vec<Task> {
    let count = LARGE / 50;
    let goal = |number: usize, serves: usize| {
        format!(
            "{{\"id\": \"x{number}\", \"statement\": {{\"en\": \"S{number}\"}}, \"level\": \"objective\", \"of\": [{{\"project\": \"p\"}}], \"serves\": [\"x{serves}\"]}}"
        )
    };
    let place = |number: usize, within: usize| {
        format!("{{\"id\": \"x{number}\", \"name\": {{\"en\": \"P{number}\"}}, \"part_of\": \"x{within}\"}}")
    };
    let programme = |number: usize, of: usize| {
        format!("{{\"id\": \"x{number}\", \"name\": {{\"en\": \"P{number}\"}}, \"part_of\": \"x{of}\"}}")
    };
    let below = |name: &str, text: String, walk: fn(&Index<'_>) -> usize, answer: usize| {
        task(name, text.len(), answer, move || {
            let dataset = read(&text);
            walk(&Index::new(&dataset)).to_string()
        })
    };
    let goals = |index: &Index<'_>| index.goal_tree(&"x0".parse().unwrap()).count();
    let places = |index: &Index<'_>| index.places_within(&"x0".parse().unwrap()).count();
    let programmes = |index: &Index<'_>| index.programmes_within(&"x0".parse().unwrap()).count();
    let chain = |number: usize| number.saturating_sub(1);
    let ring = |number: usize| (number + 1) % count;
    vec![
        below(
            "the tree of a chain of goals",
            list("goals", count, |number| goal(number, chain(number))),
            goals,
            count,
        ),
        below(
            "the tree of a ring of goals",
            list("goals", count, |number| goal(number, ring(number))),
            goals,
            count,
        ),
        below(
            "the parts of a chain of places",
            list("places", count, |number| place(number, chain(number))),
            places,
            count - 1,
        ),
        below(
            "the parts of a ring of places",
            list("places", count, |number| place(number, ring(number))),
            places,
            count - 1,
        ),
        below(
            "the parts of a chain of programmes",
            list("programmes", count, |number| programme(number, chain(number))),
            programmes,
            count - 1,
        ),
        below(
            "the parts of a ring of programmes",
            list("programmes", count, |number| programme(number, ring(number))),
            programmes,
            count - 1,
        ),
        checked(
            "a chain of places that ends in itself",
            list("places", count, |number| place(number, chain(number))),
            "cycle 1",
        ),
        checked(
            "a ring of programmes",
            list("programmes", count, |number| programme(number, ring(number))),
            "cycle 1",
        ),
        checked(
            "a chain of organizations",
            list("organizations", count, |number| {
                format!(
                    "{{\"id\": \"x{number}\", \"name\": {{\"en\": \"O{number}\"}}, \"part_of\": {{\"organization\": \"x{}\"}}}}",
                    number + 1
                )
            }),
            "unknown-reference 1",
        ),
        checked(
            "a chain of money that is passed on",
            list("funding", count, |number| {
                format!(
                    "{{\"id\": \"x{number}\", \"funder\": {{\"group\": \"a\"}}, \"recipient\": {{\"group\": \"b\"}}, \"amount\": {{\"amount\": \"1\", \"currency\": \"EUR\"}}, \"out_of\": \"x{}\"}}",
                    number + 1
                )
            }),
            format!("passed-on-by-another {}, unknown-reference {}", count - 1, 2 * count + 1),
        ),
        below(
            "records that are the same as each other, in a chain",
            list("organizations", count, |number| {
                format!(
                    "{{\"id\": \"x{number}\", \"name\": {{\"en\": \"O{number}\"}}, \"related\": [{{\"to\": {{\"organization\": \"x{}\"}}, \"relation\": \"same as\"}}]}}",
                    number + 1
                )
            }),
            |index| {
                let organization = &index.dataset().organizations[0];
                index.identical(&organization.id).count()
            },
            count + 1,
        ),
    ]
}

/// Quotes that are searched for in a text.
fn quoted() -> Vec<Task> {
    let count = LARGE / 50;
    let audited = |name: &str, quotes: Vec<String>, text: String, answer: String| {
        let dataset = format!(
            "{{\"version\": \"1.0\", \"sources\": [{{\"id\": \"s\", \"title\": {{\"en\": \"S\"}}}}], \"groups\": [{{\"id\": \"g\", \"name\": {{\"en\": \"G\"}}, \"evidence\": [{}]}}]}}",
            quotes
                .iter()
                .map(|quote| format!(
                    "{{\"source\": \"s\", \"quote\": {}}}",
                    serde_json::Value::from(quote.as_str())
                ))
                .collect::<Vec<_>>()
                .join(",")
        );
        task(name, dataset.len() + text.len(), answer, move || {
            let audit = audit(&read(&dataset), &"s".parse().unwrap(), &text);
            let places: usize = audit.quotes.iter().map(|quote| quote.places().len()).sum();
            format!(
                "{} of {} found in {places} places, {} covered",
                audit.quotes.len() - audit.missing().count(),
                audit.quotes.len(),
                audit.coverage.percent()
            )
        })
    };
    let letters = |letters: &str| letters.repeat(LARGE);
    vec![
        audited(
            "a quote of one letter in a text of it",
            vec!["a".to_owned()],
            letters("a"),
            format!("1 of 1 found in {LARGE} places, 100.0 covered"),
        ),
        audited(
            "a quote of many letters in a text of them",
            vec!["a".repeat(900)],
            "a".repeat(LARGE / 900 * 900),
            format!("1 of 1 found in {} places, 100.0 covered", LARGE / 900),
        ),
        audited(
            "a quote that ends otherwise than a text of its letters",
            vec!["a".repeat(900) + "b"],
            letters("a"),
            "0 of 1 found in 0 places, 0.0 covered".to_owned(),
        ),
        audited(
            "a quote that begins otherwise than a text of its letters",
            vec!["b".to_owned() + &"a".repeat(900)],
            letters("a"),
            "0 of 1 found in 0 places, 0.0 covered".to_owned(),
        ),
        audited(
            "quotes of one letter, longer and longer",
            (1..200).map(|length| "a".repeat(length)).collect(),
            "a".repeat(count),
            format!(
                "199 of 199 found in {} places, 100.0 covered",
                (1..200).map(|length| count / length).sum::<usize>()
            ),
        ),
        audited(
            "one quote many times",
            vec!["ab".to_owned(); count],
            "ab".repeat(200),
            format!("{count} of {count} found in {} places, 100.0 covered", count * 200),
        ),
        audited(
            "quotes that are not in a text of blanks",
            (0..200).map(|number| format!("a{}b", " ".repeat(number + 1))).collect(),
            "a \n\t".repeat(count),
            "0 of 200 found in 0 places, 0.0 covered".to_owned(),
        ),
        audited(
            "a quote of marks above a letter",
            vec!["\u{301}".repeat(300)],
            format!("e{}", "\u{301}".repeat(count)),
            format!("1 of 1 found in {} places, 0.0 covered", count / 300),
        ),
        audited(
            "a quote of omissions",
            vec!["[...] ".repeat(150)],
            "[...] ".repeat(count),
            format!("1 of 1 found in {} places, 100.0 covered", count / 150),
        ),
    ]
}

/// Records with names that a format may take for something else, written in it.
fn written() -> Vec<Task> {
    let nasty =
        "\\u0000\\u0001\\u001b[31m\\u007f\\u0085\\u2028\\u202e\\ufeff\\ufffe]]></script><!--&amp;|`*_#";
    let text = format!(
        "{{\"version\": \"1.0\", \"organizations\": [{}], \"projects\": [{{\"id\": \"p\", \"title\": {{\"en\": \"{nasty}\"}}, \"description\": {{\"en\": \"a{}\"}}}}]}}",
        group("o", nasty),
        "\\u0000".repeat(LARGE / 100),
    );
    let is_plain = |text: &str| !text.contains(|letter: char| letter < ' ' && letter != '\n');
    let lines = task("record lines of control characters", text.len(), "3 lines, plain: true", {
        let text = text.clone();
        move || {
            let mut lines = Vec::new();
            read(&text).write_lines(&mut lines).unwrap();
            let lines = String::from_utf8(lines).unwrap();
            format!("{} lines, plain: {}", lines.lines().count(), is_plain(&lines))
        }
    });
    let mut tasks = Vec::new();
    tasks.extend([lines]);
    #[cfg(feature = "schema_org")]
    tasks.push(task("linked data of control characters", text.len(), "plain: true", {
        let text = text.clone();
        move || {
            let words = cooperation::interop::schema_org::write(
                &read(&text),
                &"https://example.org/".parse().unwrap(),
            )
            .value;
            assert!(serde_json::from_str::<serde_json::Value>(&words).is_ok());
            format!("plain: {}", is_plain(&words))
        }
    }));
    #[cfg(feature = "gexf")]
    tasks.push(task("a graph of control characters", text.len(), "plain: true, tags: true", {
        let text = text.clone();
        move || {
            let graph = cooperation::interop::gexf::write(&read(&text)).value;
            format!(
                "plain: {}, tags: {}",
                is_plain(&graph),
                !graph.contains("<script") && !graph.contains('\u{fffe}')
            )
        }
    }));
    #[cfg(feature = "csv")]
    tasks.push(task("tables of control characters", text.len(), "the same again", move || {
        let dataset = read(&text);
        let back = cooperation::interop::csv::read(&cooperation::interop::csv::write(&dataset)).unwrap();
        if back == dataset { "the same again" } else { "another dataset" }.to_owned()
    }));
    tasks
}
