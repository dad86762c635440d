//! What an audit says of quotes and of the text that they are held against.

use cooperation::Dataset;
use cooperation::evidence::{Outcome, audit};

fn dataset(quotes: &[&str]) -> Dataset {
    let evidence: Vec<_> = quotes
        .iter()
        .map(|quote| format!(r#"{{"source": "s", "quote": {}}}"#, serde_json::Value::from(*quote)))
        .collect();
    let json = format!(
        r#"{{"version": "1.0", "sources": [{{"id": "s", "title": {{"en": "S"}}}}],
            "groups": [{{"id": "g", "name": {{"en": "G"}}, "evidence": [{}]}}]}}"#,
        evidence.join(",")
    );
    Dataset::from_json(&json).unwrap()
}

#[test]
fn an_audit_shows_missing_quotes_and_uncovered_passages() {
    let dataset = dataset(&["a net\u{a0}work", "it's \"odd\" \\ \u{7}", "Nordic"]);
    let audit = audit(&dataset, &"s".parse().unwrap(), "Nordic\na net work of 9\tlenders");
    assert_eq!(
        audit.to_string(),
        "source    s\n\
         quotes    1 found, 2 missing\n\
         coverage  6 of 24 letters and digits, 25.0 %\n\
         \n\
         quotes that the text does not have\n  \
         /groups/0/evidence/0  group g: 'a net\\u{a0}work' is in the text only with other spaces\n  \
         /groups/0/evidence/1  group g: 'it's \"odd\" \\ \\u{7}' is not in the text\n\
         \n\
         passages without a quote\n   \
         line  column  bytes          passage\n      \
         2       1  7-30           'a net work of 9\\tlenders'\n"
    );
    assert_eq!((audit.coverage.covered, audit.coverage.characters), (6, 24));
}

#[test]
fn quotes_may_differ_from_the_page_only_in_spaces() {
    let outcome =
        |quote: &str, text: &str| audit(&dataset(&[quote]), &"s".parse().unwrap(), text).quotes[0].outcome;
    assert_eq!(outcome("some  bread", "some bread"), Outcome::OtherSpaces);
    assert_eq!(outcome("some bread", "some \n\t bread"), Outcome::OtherSpaces);
    assert_eq!(outcome("some  tread", "some bread"), Outcome::Missing);
    assert_eq!(outcome("some bread", "somebread"), Outcome::Missing);
    assert_eq!(outcome(" \u{a0}", "some bread"), Outcome::Missing);
}
