//! The difference of two datasets.

use cooperation::{Dataset, RecordKind, dataset::Difference};

fn dataset(lists: &str) -> Dataset {
    Dataset::from_json(&format!(r#"{{"version": "1.0"{lists}}}"#)).unwrap()
}

/// Each change of the first record that is changed, as one line.
fn changes(difference: &Difference) -> Vec<String> {
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "absent".to_owned());
    let changes = difference.changed.first().map_or(&[][..], |record| &record.changes);
    changes
        .iter()
        .map(|at| format!("{}: {} -> {}", at.pointer, shown(&at.before), shown(&at.after)))
        .collect()
}

fn project(members: &str) -> Dataset {
    dataset(&format!(r#", "projects": [{{"id": "p", "title": {{"en": "P"}}{members}}}]"#))
}

#[test]
fn equal_datasets_and_records_in_another_order_have_no_difference() {
    let data = include_str!("../../examples/data/microfinance-norway.json");
    let data = Dataset::from_json(data).unwrap();
    assert!(data.diff(&data).is_empty());
    let mut turned = data.clone();
    turned.projects.reverse();
    turned.goals.reverse();
    assert_ne!(turned, data);
    assert!(data.diff(&turned).is_empty());
}

#[test]
fn records_that_one_side_lacks_are_added_or_gone_with_their_positions() {
    let groups = |ids: &[&str]| {
        let groups: Vec<String> =
            ids.iter().map(|id| format!(r#"{{"id": "{id}", "name": {{"en": "G"}}}}"#)).collect();
        dataset(&format!(r#", "groups": [{}]"#, groups.join(", ")))
    };
    let difference = groups(&["a", "b", "c"]).diff(&groups(&["d", "c", "a"]));
    let keys = |keys: &[cooperation::dataset::RecordKey]| {
        keys.iter().map(|key| (key.kind, key.id.clone(), key.index)).collect::<Vec<_>>()
    };
    assert_eq!(keys(&difference.removed), [(RecordKind::Group, "b".to_owned(), 1)]);
    assert_eq!(keys(&difference.added), [(RecordKind::Group, "d".to_owned(), 0)]);
    assert!(difference.changed.is_empty() && difference.header.is_empty());
    // Of records with one id each is paired with one.
    let difference = groups(&["a", "a", "a"]).diff(&groups(&["a"]));
    assert_eq!(
        keys(&difference.removed),
        [(RecordKind::Group, "a".to_owned(), 1), (RecordKind::Group, "a".to_owned(), 2)]
    );
}

#[test]
fn changes_are_told_member_by_member() {
    let one = project(r#", "status": "planned", "period": {"start": "2006"}, "places": ["no"]"#);
    let other = project(r#", "period": {"start": "2007"}, "places": ["no", "se"], "partner_count": 3"#);
    assert_eq!(
        changes(&one.diff(&other)),
        [
            r#"/status: "planned" -> absent"#,
            r#"/period/start: "2006" -> "2007""#,
            r#"/places/1: absent -> "se""#,
            "/partner_count: absent -> 3",
        ]
    );
    let title = |title: &str| dataset(&format!(r#", "projects": [{{"id": "p", "title": {title}}}]"#));
    assert_eq!(
        changes(&title(r#"{"en": "A", "nb": "B"}"#).diff(&title(r#"{"en": "A\"", "sv": "C"}"#))),
        [r#"/title/en: "A" -> "A\"""#, r#"/title/nb: "B" -> absent"#, r#"/title/sv: absent -> "C""#]
    );
}

#[test]
fn an_item_that_is_put_into_a_list_changes_no_other() {
    let places = |ids: &str| project(&format!(r#", "places": [{ids}]"#));
    for (before, after, wanted) in [
        (r#""a", "b""#, r#""x", "a", "b""#, r#"/places/0: absent -> "x""#),
        (r#""a", "b""#, r#""a", "x", "b""#, r#"/places/1: absent -> "x""#),
        (r#""a", "x", "b""#, r#""a", "b""#, r#"/places/1: "x" -> absent"#),
        (r#""a", "b", "c""#, r#""a", "x", "c""#, r#"/places/1: "b" -> "x""#),
        (r#""a", "a""#, r#""a", "a", "a""#, r#"/places/2: absent -> "a""#),
    ] {
        assert_eq!(changes(&places(before).diff(&places(after))), [wanted]);
    }
}

#[test]
fn a_party_of_another_kind_is_a_change_of_the_whole_and_extensions_are_compared_by_name() {
    let part = |party: &str| {
        dataset(&format!(r#", "participations": [{{"id": "p", "party": {party}, "project": "q"}}]"#))
    };
    assert_eq!(
        changes(&part(r#"{"network": "a"}"#).diff(&part(r#"{"organization": "a"}"#))),
        [r#"/party: {"network":"a"} -> {"organization":"a"}"#]
    );
    let own = |value: &str| project(&format!(r#", "extensions": {{"org.example.x": {value}}}"#));
    assert_eq!(
        changes(&own(r#"{"a": 1}"#).diff(&own(r#"{"a": 2}"#))),
        [r#"/extensions/org.example.x: {"a":1} -> {"a":2}"#]
    );
    let header = dataset(r#", "license": "CC0-1.0""#).diff(&dataset(""));
    assert_eq!(header.header.len(), 1);
    assert_eq!((header.header[0].pointer.as_str(), header.is_empty()), ("/license", false));
}
