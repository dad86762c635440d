//! Documents that can be read and are meant to mislead, or to keep a rule busy for ever.

use super::places::at;
use super::{Answer, Case, LARGE, case};

#[expect(clippy::too_many_lines, reason = "a table of inputs")]
pub(super) fn findings() -> Vec<Case> {
    let finding = |rule, pointer: &str| Answer::Finding(rule, pointer.to_owned());
    let list = |list: &str, records: Vec<String>| {
        format!("{{\"version\": \"1.0\", \"{list}\": [{}]}}", records.join(","))
    };
    let group = |id: &str, name: &str| format!(r#"{{"id": "{id}", "name": {{"en": "{name}"}}}}"#);
    let mut cases = vec![
        case(
            "credentials in a link",
            at("url", r#""https://me:secret@example.org/""#),
            finding("credentials-in-address", "/groups/0/links/0/url"),
        ),
        case(
            "a user name that looks like a host",
            at("url", r#""https://example.org@evil.example/""#),
            finding("credentials-in-address", "/groups/0/links/0/url"),
        ),
        case(
            "ids that differ by case only",
            list("groups", vec![group("admin", "A"), group("Admin", "B")]),
            finding("confusable-id", "/groups/1/id"),
        ),
        case(
            "one id many times",
            list("groups", (0..LARGE / 50).map(|number| group("a", &format!("G {number}"))).collect()),
            finding("duplicate-id", "/groups/1/id"),
        ),
        case(
            "one name many times",
            list(
                "organizations",
                (0..LARGE / 50).map(|number| group(&format!("o{number}"), "Same")).collect(),
            ),
            finding("one-name-several-ids", "/organizations/1/name"),
        ),
        case(
            "ids that all differ by case",
            list(
                "groups",
                (0..LARGE / 50)
                    .map(|number| group(&format!("{}{}", ["a", "A"][number % 2], number / 2), "G"))
                    .collect(),
            ),
            finding("confusable-id", "/groups/1/id"),
        ),
    ];
    let many = |kind: &str, count: usize| {
        let ids: Vec<String> = (0..count).map(|number| format!("{{\"{kind}\": \"p{number}\"}}")).collect();
        ids.join(", ")
    };
    let ids = (0..LARGE / 10).map(|number| format!("\"g{number}\"")).collect::<Vec<_>>().join(", ");
    for (name, list) in [("target groups", "target_groups"), ("higher goals", "serves")] {
        cases.push(case(
            format!("a goal of many projects with many {name}"),
            format!(
                r#"{{"version": "1.0", "goals": [{{"id": "g", "statement": {{"en": "G"}}, "level": "objective", "number": "1", "of": [{}], "{list}": [{ids}]}}]}}"#,
                many("project", LARGE / 10)
            ),
            finding("unknown-reference", "/goals/0/of/0/project"),
        ));
    }
    for letter in [
        '\u{202e}',
        '\u{202a}',
        '\u{2066}',
        '\u{200b}',
        '\u{feff}',
        '\u{2060}',
        '\u{e0041}',
        '\u{61c}',
        '\u{80}',
        '\u{7f}',
    ] {
        cases.push(case(
            format!("hidden U+{:04X}", u32::from(letter)),
            list("groups", vec![group("g", &format!("a{letter}b"))]),
            finding("hidden-characters", "/groups/0/name/en"),
        ));
    }
    cases.push(case(
        "a hidden turn in a link",
        at("url", "\"https://example.org/\u{202e}\""),
        finding("hidden-characters", "/groups/0/links/0/url"),
    ));
    // Shapes that a rule with two loops would take for ever for.
    let many =
        |count: usize, record: &dyn Fn(usize) -> String| (0..count).map(record).collect::<Vec<_>>().join(",");
    let count = LARGE / 50;
    let with = |lists: &str| {
        format!(
            r#"{{"version": "1.0", "groups": [{}], "projects": [{{"id": "p", "title": {{"en": "P"}}, "partner_count": 1}}], {lists}}}"#,
            group("g", "G")
        )
    };
    cases.push(case(
        "many lead partners of one project",
        with(&format!(
            "\"participations\": [{}]",
            many(count, &|number| format!(
                r#"{{"id": "x{number}", "party": {{"group": "g"}}, "project": "p", "role": "lead partner"}}"#
            ))
        )),
        finding("several-lead-partners", "/participations/1/role"),
    ));
    cases.push(case("many goals with one number", with(&format!("\"goals\": [{}]", many(count, &|number| format!(r#"{{"id": "x{number}", "statement": {{"en": "S {number}"}}, "level": "objective", "of": [{{"project": "p"}}], "number": "1"}}"#)))), finding("doubled-goal-number", "/goals/1/number")));
    cases.push(case("many fundings that are part of one", with(&format!("\"funding\": [{{\"id\": \"w\", \"of\": {{\"project\": \"p\"}}, \"amount\": {{\"amount\": \"1\", \"currency\": \"EUR\"}}}}, {}]", many(count, &|number| format!(r#"{{"id": "x{number}", "of": {{"project": "p"}}, "part_of": "w", "amount": {{"amount": "1", "currency": "EUR"}}}}"#)))), finding("parts-over-whole", "/funding/2/amount")));
    let most = "9999999999999999999999999999";
    cases.push(case("sums beyond what can be kept exactly", with(&format!("\"funding\": [{{\"id\": \"w\", \"of\": {{\"project\": \"p\"}}, \"amount\": {{\"amount\": \"{most}\", \"currency\": \"EUR\"}}}}, {}]", many(20, &|number| format!(r#"{{"id": "x{number}", "of": {{"project": "p"}}, "part_of": "w", "amount": {{"amount": "{most}", "currency": "EUR"}}}}"#)))), finding("parts-over-whole", "/funding/2/amount")));
    cases.push(case(
        "a party many times in one list",
        with(&format!(
            "\"cooperations\": [{{\"id\": \"c\", \"parties\": [{}]}}]",
            many(count, &|_| r#"{"group": "g"}"#.to_owned())
        )),
        finding("twice-in-list", "/cooperations/0/parties/1"),
    ));
    cases.push(case("many references that lead nowhere", with(&format!("\"goals\": [{}]", many(count, &|number| format!(r#"{{"id": "x{number}", "statement": {{"en": "S"}}, "level": "objective", "of": [{{"project": "q{number}"}}]}}"#)))), finding("unknown-reference", "/goals/0/of/0/project")));
    cases.push(case("a ring of goals", with(&format!("\"goals\": [{}]", many(count, &|number| format!(r#"{{"id": "x{number}", "statement": {{"en": "S"}}, "level": "objective", "of": [{{"project": "p"}}], "serves": ["x{}"]}}"#, (number + 1) % count)))), finding("cycle", "/goals/0/serves")));
    cases.push(case(
        "every goal serves every other",
        with(&format!(
            "\"goals\": [{}]",
            many(300, &|number| format!(
                r#"{{"id": "g{number}", "statement": {{"en": "G"}}, "level": "objective", "of": [{{"project": "p"}}], "serves": [{}]}}"#,
                many(300, &|other| format!("\"g{other}\""))
            ))
        )),
        finding("cycle", "/goals/0/serves"),
    ));
    cases.push(case(
        "every instrument replaces every other",
        list(
            "policy_instruments",
            (0..150)
                .map(|number| {
                    format!(
                        r#"{{"id": "i{number}", "name": {{"en": "I {number}"}}, "related": [{}]}}"#,
                        many(150, &|other| format!(
                            r#"{{"to": {{"policy_instrument": "i{other}"}}, "relation": "replaces"}}"#
                        ))
                    )
                })
                .collect(),
        ),
        finding("cycle", "/policy_instruments/0/related"),
    ));
    cases.push(case(
        "a ring of money that is passed on",
        with(&format!(
            "\"funding\": [{}]",
            many(count, &|number| format!(
                r#"{{"id": "f{number}", "recipient": {{"group": "g"}}, "funder": {{"group": "g"}}, "out_of": "f{}"}}"#,
                (number + 1) % count
            ))
        )),
        finding("cycle", "/funding/0/out_of"),
    ));
    cases.push(case(
        "a ring of units of two kinds",
        format!(
            r#"{{"version": "1.0", "organizations": [{}], "networks": [{}]}}"#,
            many(count, &|number| format!(
                r#"{{"id": "x{number}", "name": {{"en": "O {number}"}}, "part_of": {{"network": "x{number}"}}}}"#
            )),
            many(count, &|number| format!(
                r#"{{"id": "x{number}", "name": {{"en": "N {number}"}}, "part_of": {{"organization": "x{}"}}}}"#,
                (number + 1) % count
            ))
        ),
        finding("cycle", "/organizations/0/part_of"),
    ));
    cases.push(case("many pointers of one record", format!(r#"{{"version": "1.0", "sources": [{{"id": "s", "title": {{"en": "S"}}}}], "groups": [{{"id": "g", "name": {{"en": "G"}}, "evidence": [{{"source": "s", "quote": "q", "supports": [{}]}}]}}]}}"#, many(count, &|number| format!("\"/x{number}\""))), finding("evidence-names-no-member", "/groups/0/evidence/0/supports/0")));
    cases.push(case("a text of at signs", at("text", &format!("\"{}\"", "a@".repeat(49_000))), Answer::Good));
    cases.push(case("a text of points", at("text", &format!("\"a@{}\"", ".".repeat(99_000))), Answer::Good));
    cases
}
