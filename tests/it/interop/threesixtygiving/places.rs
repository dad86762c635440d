//! Addresses, locations and the places where grants are used.

use super::{package, there_and_back};
use cooperation::interop::threesixtygiving::{read, write};
use serde_json::{Value, json};

fn as_json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[test]
fn places_are_known_by_their_code_else_by_name_and_country() {
    let (dataset, misfits) = there_and_back(&package([
        json!({"id": "a", "beneficiaryLocation": [
            {"name": "Leeds", "geoCode": "E08000035", "geoCodeType": "MD", "countryCode": "GB", "latitude": "53.80", "longitude": -1.55},
            {"name": "Wales", "description": "All of it"},
        ]}),
        json!({"id": "b", "beneficiaryLocation": [{"name": "LEEDS", "geoCode": "E08000035"}]}),
        json!({"id": "c", "beneficiaryLocation": [{"name": " wales"}]}),
        json!({"id": "d", "beneficiaryLocation": [{"name": "Wales", "countryCode": "US"}]}),
        json!({"id": "f", "beneficiaryLocation": [{"countryCode": "US"}]}),
        json!({"id": "e", "beneficiaryLocation": [{"geoCode": "W1", "dateModified": "2024-01-02T00:00:00Z"}]}),
    ]));
    assert_eq!(
        as_json(&dataset.places),
        json!([
            {"id": "geo/E08000035", "name": {"und": "Leeds"}, "other_names": [{"name": {"und": "LEEDS"}}], "kind": "municipality",
             "country": "GB", "point": {"latitude": "53.80", "longitude": "-1.55"},
             "identifiers": [{"scheme": "MD", "value": "E08000035"}]},
            {"id": "wales", "name": {"und": "Wales"}, "other_names": [{"name": {"und": " wales"}}], "description": {"und": "All of it"}},
            {"id": "wales-us", "name": {"und": "Wales"}, "country": "US"},
            {"id": "US", "name": {"und": "US"}, "country": "US"},
        {"id": "geo/W1", "name": {"und": "geo/W1"}, "identifiers": [{"scheme": "ONS", "value": "W1"}], "modified": "2024-01-02"},
        ])
    );
    let places: Vec<_> = dataset
        .funding
        .iter()
        .map(|one| one.places.iter().map(cooperation::Id::as_str).collect::<Vec<_>>())
        .collect();
    assert_eq!(
        places,
        [
            &["geo/E08000035", "wales"][..],
            &["geo/E08000035"],
            &["wales"],
            &["wales-us"],
            &["US"],
            &["geo/W1"]
        ]
    );
    assert!(misfits.iter().all(|misfit| misfit.contains("both names are kept")), "{misfits:#?}");
}

#[test]
fn locations_that_name_no_place_are_kept_whole() {
    for locations in [
        json!([{"name": "Leeds"}, {"latitude": 1, "longitude": 2}]),
        json!([{"name": "Leeds"}, {"name": "leeds"}]),
        json!([{"name": "Leeds"}, 7]),
        json!([]),
        json!({"name": "Leeds"}),
    ] {
        let (dataset, misfits) = there_and_back(&package([json!({"beneficiaryLocation": locations})]));
        assert!(dataset.places.is_empty() && dataset.funding[0].places.is_empty());
        assert_eq!(misfits, ["/grants/0/beneficiaryLocation: no equivalent field; kept in extensions"]);
    }
}

#[test]
fn places_that_were_changed_are_written_as_they_are_now() {
    let location = json!({"name": "Leeds", "geoCode": "E1", "own": 1});
    let mut dataset = read(package([json!({"beneficiaryLocation": [location]})])).unwrap().value;
    dataset.places[0].name = cooperation::Text::und("York").unwrap();
    dataset.funding[0].places.push("elsewhere".parse().unwrap());
    let back: Value = serde_json::from_str(&write(&dataset).value).unwrap();
    let expected = json!([{"name": "York", "geoCode": "E1", "own": 1}, {"id": "elsewhere"}]);
    assert_eq!(back["grants"][0]["beneficiaryLocation"], expected);
    dataset.funding[0].places.clear();
    let back: Value = serde_json::from_str(&write(&dataset).value).unwrap();
    assert_eq!(back["grants"][0].get("beneficiaryLocation"), None);
}

#[test]
fn an_organization_has_the_address_of_its_first_mention_and_its_location_as_place() {
    let mention = |more: Value| {
        let mut mention = json!({"id": "GB-CHC-7", "name": "Unlock"});
        mention.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        mention
    };
    let (dataset, misfits) = there_and_back(&package([
        json!({"id": "a", "recipientOrganization": [mention(json!({
            "streetAddress": "1 High St", "addressLocality": "Leeds", "addressRegion": "Yorkshire", "postalCode": "LS1 1AA",
            "addressCountry": "GB", "location": [{"geoCode": "E1", "geoCodeType": "UA", "latitude": 53.8, "longitude": -1.5}],
            "dateModified": "2024-01-02"}))]}),
        json!({"id": "b", "recipientOrganization": [mention(json!({
            "postalCode": "YO1 1AA", "addressCountry": "England", "dateModified": "2024-03"}))]}),
    ]));
    let unlock = &dataset.organizations[1];
    assert_eq!(
        as_json(unlock.address.as_ref().unwrap()),
        json!({
            "street": "1 High St", "postal_code": "LS1 1AA", "locality": "Leeds", "region": "Yorkshire", "country": "GB"
        })
    );
    assert_eq!(unlock.modified.unwrap().to_string(), "2024-03");
    assert_eq!(unlock.place.as_ref().unwrap().as_str(), "geo/E1");
    assert_eq!(as_json(&dataset.places[0].point), json!({"latitude": "53.8", "longitude": "-1.5"}));
    assert_eq!(
        misfits,
        [concat!(
            "/grants/1/recipientOrganization/0/addressCountry: \"England\" is not a country code: ",
            "expected two capital letters (ISO 3166-1), such as NO; kept in extensions"
        )]
    );
    assert_eq!(
        dataset.funding[1].extensions.get("org.threesixtygiving.unread"),
        Some(r#"["/recipientOrganization/0/addressCountry"]"#)
    );
}

#[test]
fn a_place_of_an_organization_is_written_as_its_location() {
    let dataset = cooperation::Dataset::from_json(
        r#"{"version": "1.0",
        "places": [{"id": "leeds", "name": {"en": "Leeds"}, "country": "GB"}],
        "organizations": [{"id": "GB-CHC-7", "name": {"und": "Unlock"}, "place": "leeds"}],
        "funding": [{"id": "f", "recipient": {"organization": "GB-CHC-7"}}]}"#,
    )
    .unwrap();
    let written: Value = serde_json::from_str(&write(&dataset).value).unwrap();
    assert_eq!(
        written["grants"][0]["recipientOrganization"][0]["location"],
        json!([{"name": "Leeds", "countryCode": "GB"}])
    );
}
