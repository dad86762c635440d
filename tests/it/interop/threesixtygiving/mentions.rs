//! Organizations and programmes that grants mention: how they are known again, and what is written at each mention.

use super::{package, there_and_back};
use cooperation::Dataset;
use cooperation::interop::threesixtygiving::write;
use serde_json::{Value, json};

/// What is written of a dataset, and what did not fit.
fn written(dataset: &Dataset) -> (Value, Vec<String>) {
    let written = write(dataset);
    let misfits = written.misfits.iter().map(ToString::to_string).collect();
    (serde_json::from_str(&written.value).unwrap(), misfits)
}

/// A grant to each of these mentions of a recipient.
fn recipients(mentions: impl IntoIterator<Item = Value>) -> String {
    let grants = (1..).zip(mentions);
    package(
        grants
            .map(|(number, mention)| json!({"id": format!("g{number}"), "recipientOrganization": [mention]})),
    )
}

#[test]
fn a_name_too_long_to_share_stays_with_its_mention() {
    let mention = |letters: usize| json!({"id": "GB-CHC-7", "name": "N".repeat(letters)});
    let (dataset, _) = there_and_back(&recipients([mention(5), mention(512), mention(513)]));
    let names = &dataset.organizations[1].other_names;
    assert_eq!(names.iter().map(|other| other.name.best(&[]).len()).collect::<Vec<_>>(), [512]);
}

/// A group has one name.
#[test]
fn a_second_name_of_a_person_stays_with_its_mention() {
    let grant = |number: usize, name: &str| {
        json!({"id": format!("g{number}"), "recipientOrganization": null,
            "recipientIndividual": {"id": "360G-Example-IND-7", "name": name}})
    };
    let (dataset, misfits) = there_and_back(&package([grant(1, "One"), grant(2, "Two"), grant(3, "One")]));
    assert_eq!((dataset.groups.len(), dataset.groups[0].name.best(&[])), (1, "One"));
    assert!(
        misfits.iter().any(|misfit| misfit.starts_with("/grants/1/recipientIndividual/name")),
        "{misfits:#?}"
    );
}

#[test]
fn surplus_names_and_addresses_stay_with_their_mentions() {
    let mention = |number: usize| {
        let url = format!("https://example.org/{number}");
        json!({"id": "GB-CHC-7", "name": format!("Name {number}"), "url": url})
    };
    let (dataset, _) = there_and_back(&recipients((0..40).map(mention)));
    let record = &dataset.organizations[1];
    assert_eq!((record.other_names.len(), record.links.len()), (32, 32));
}

#[test]
fn a_changed_record_is_written_at_every_mention() {
    let mention = |name: &str| json!({"id": "GB-CHC-7", "name": name});
    let (mut dataset, _) = there_and_back(&recipients(["Unlock", "UNLOCK", "Unlock"].map(mention)));
    let record = &mut dataset.organizations[1];
    record.name = cooperation::Text::und("Lock").unwrap();
    record.other_names = cooperation::values::List::default();
    let (grants, _) = written(&dataset);
    for place in 0..3 {
        assert_eq!(grants["grants"][place]["recipientOrganization"], json!([mention("Lock")]), "{place}");
    }
}

#[test]
fn lists_that_are_not_of_objects_come_back_whole() {
    let mention = |location: Value| json!({"id": "GB-CHC-7", "name": "Unlock", "location": location});
    let objects = json!([{"geoCode": "E1"}, {"geoCode": "E2"}]);
    there_and_back(&recipients([mention(objects.clone()), mention(json!([7])), mention(json!([]))]));
    there_and_back(&recipients([mention(json!([7, 8])), mention(objects), mention(json!([{}, 7]))]));
}

#[test]
fn unmapped_members_are_reported_and_kept_in_their_record() {
    let grants = package([json!({
        "recipientOrganization": [{"id": "GB-CHC-7", "name": "Unlock", "charityNumber": "7"}],
        "grantProgramme": [{"code": "A", "title": "Roofs", "budget": 5}],
    })]);
    let (dataset, misfits) = there_and_back(&grants);
    assert_eq!(
        misfits,
        [
            r"/grants/0/recipientOrganization/0/charityNumber: not a number of a known register; kept in extensions",
            r#"/grants/0/grantProgramme/0/budget: no field for "budget" in a programme; kept in extensions"#,
        ]
    );
    let kept = |extensions: &cooperation::values::Extensions| {
        serde_json::from_str::<Value>(extensions.get("org.threesixtygiving").unwrap()).unwrap()
    };
    assert_eq!(kept(&dataset.organizations[1].extensions), json!({"charityNumber": "7"}));
    assert_eq!(kept(&dataset.programmes[0].extensions), json!({"budget": 5}));
}

#[test]
fn foreign_ids_come_before_identifiers_and_local_ids_after() {
    let of = |id: &str| {
        let dataset = json!({"version": "1.0",
            "organizations": [{"id": id, "name": {"en": "O"}, "identifiers": [{"scheme": "NO-BRC", "value": "123"}]}],
            "projects": [{"id": "p", "title": {"en": "P"}}],
            "funding": [{"id": "f", "of": {"project": "p"}, "recipient": {"organization": id}}]});
        let (grants, _) = written(&Dataset::from_json(&dataset.to_string()).unwrap());
        grants["grants"][0]["recipientOrganization"][0]["id"].as_str().unwrap().to_owned()
    };
    for (id, theirs) in [
        ("GB-CHC-7", "GB-CHC-7"),
        ("360G-Example-ORG:7", "360G-Example-ORG:7"),
        ("hall", "NO-BRC-123"),
        // Not in the form of org-id.guide.
        ("gb-CHC-7", "NO-BRC-123"),
        ("GBR-CHC-7", "NO-BRC-123"),
        ("G1-CHC-7", "NO-BRC-123"),
        ("GB-C-7", "NO-BRC-123"),
        ("GB-chc-7", "NO-BRC-123"),
        ("GB-CHC-", "NO-BRC-123"),
        ("GB-CHC", "NO-BRC-123"),
        ("GB-A1_B-7-8", "GB-A1_B-7-8"),
    ] {
        assert_eq!(of(id), theirs, "{id}");
    }
}

#[test]
fn the_code_of_a_programme_has_neither_scheme_nor_title() {
    let dataset = Dataset::from_json(
        r#"{"version": "1.0", "programmes": [{"id": "g", "name": {"und": "Roofs"}, "classifications": [
            {"code": "a", "title": {"und": "A"}}, {"code": "b", "scheme": "s"}, {"code": "c"}, {"code": "d"}]}],
            "projects": [{"id": "p", "title": {"en": "P"}}],
            "funding": [{"id": "f", "of": {"project": "p"}, "programme": "g"}]}"#,
    )
    .unwrap();
    let (grants, _) = written(&dataset);
    assert_eq!(grants["grants"][0]["grantProgramme"], json!([{"code": "c", "title": "Roofs"}]));
}

#[test]
fn a_recipient_person_makes_up_for_the_organization_alone() {
    let dataset = Dataset::from_json(
        r#"{"version": "1.0", "groups": [{"id": "one", "name": {"en": "A student"}, "count": 1}],
            "projects": [{"id": "p", "title": {"en": "P"}}],
            "funding": [{"id": "f", "of": {"project": "p"}, "recipient": {"group": "one"}}]}"#,
    )
    .unwrap();
    let (_, misfits) = written(&dataset);
    let asked = misfits.iter().filter_map(|told| told.strip_prefix("/funding/0: no "));
    let asked: Vec<_> =
        asked.filter_map(|told| Some(told.split_once(", which 360Giving requires")?.0)).collect();
    assert!(asked.contains(&"amountAwarded") && asked.contains(&"awardDate"), "{asked:?}");
    assert!(!asked.contains(&"recipientOrganization"), "{asked:?}");
}

#[test]
fn a_local_id_is_not_an_identifier() {
    let mention = |id: &str| json!({"id": id, "name": id});
    let (dataset, _) =
        there_and_back(&recipients([mention("hall7"), mention("GB-CHC-7"), mention("a hall")]));
    let identifiers = |place: usize| {
        let all = dataset.organizations[place].identifiers.iter();
        all.map(|identifier| format!("{} {}", identifier.scheme, identifier.value)).collect::<Vec<_>>()
    };
    assert_eq!(identifiers(1), Vec::<String>::new());
    assert_eq!(identifiers(2), ["GB-CHC 7"]);
    assert_eq!(identifiers(3), ["https://standard.threesixtygiving.org/ a hall"]);
}

#[test]
fn surplus_unmapped_members_stay_with_the_mention() {
    let members: serde_json::Map<String, Value> =
        (10..30).map(|number| (format!("m{number}"), json!(number))).collect();
    let mut mention = json!({"id": "GB-CHC-7", "name": "Unlock", "a": "x".repeat(510), "b": "x".repeat(511)});
    mention.as_object_mut().unwrap().extend(members);
    let (dataset, _) = there_and_back(&recipients([mention.clone(), mention]));
    let kept: Value =
        serde_json::from_str(dataset.organizations[1].extensions.get("org.threesixtygiving").unwrap())
            .unwrap();
    let mut expected = json!({"a": "x".repeat(510)});
    expected.as_object_mut().unwrap().extend((10..25).map(|number| (format!("m{number}"), json!(number))));
    assert_eq!(kept, expected);
}

#[test]
fn unmapped_members_of_a_person_are_kept_there() {
    let person = json!({"id": "i", "name": "Individual Recipient", "ageGroup": "18-25"});
    let (dataset, misfits) =
        there_and_back(&package([json!({"recipientOrganization": null, "recipientIndividual": person})]));
    let kept = dataset.groups[0].extensions.get("org.threesixtygiving");
    assert_eq!(kept, Some(r#"{"ageGroup":"18-25"}"#));
    assert_eq!(
        misfits,
        [r#"/grants/0/recipientIndividual/ageGroup: no field for "ageGroup" in a group; kept in extensions"#]
    );
}

#[test]
fn a_programme_without_a_title_goes_by_its_code() {
    let name = |programme: Value| {
        let (dataset, _) = there_and_back(&package([json!({"grantProgramme": [programme]})]));
        dataset.programmes[0].name.best(&[]).to_owned()
    };
    assert_eq!(name(json!({"code": "R/1"})), "R/1");
    assert_eq!(name(json!({"code": "R/1", "title": "Roofs"})), "Roofs");
    assert_eq!(name(json!({"title": "Roofs"})), "Roofs");
}
