//! JSON-LD in the words of schema.org. `tests/jsonld/run` holds it against a processor and the vocabulary.

use cooperation::interop::{Converted, schema_org::write};
use cooperation::{Dataset, RecordKind, RecordLine};
use serde_json::{Value, json};

const DOCUMENTED: &str = include_str!("../../../examples/data/microfinance-norway.json");

fn written(json: &str) -> (Value, Vec<String>) {
    let Converted { value, misfits, .. } =
        write(&Dataset::from_json(json).unwrap(), &"https://example.org/d".parse().unwrap());
    let document: Value = serde_json::from_str(&value).unwrap();
    (document["@graph"].clone(), misfits.iter().map(ToString::to_string).collect())
}

/// The nodes after that of the dataset.
fn nodes(records: &str) -> (Value, Vec<String>) {
    let (mut graph, misfits) = written(&format!(r#"{{"version": "1.0", {records}}}"#));
    graph.as_array_mut().unwrap().remove(0);
    (graph, misfits)
}

#[test]
fn a_project_keeps_the_precision_of_its_dates() {
    let (graph, misfits) = nodes(
        r#""projects": [{"id": "feva", "title": {"nb": "Opplæring", "und": "FEVA"}, "acronym": "FEVA",
            "other_names": [{"name": {"nb": "Gammelt"}}, {"name": {"nb": "Eldre"}}], "kind": "research",
            "programmes": ["p/1"], "period": {"start": "2006", "end": "2007-11"}, "places": ["norway"]}]"#,
    );
    assert_eq!(
        graph,
        json!([{
            "@id": "https://example.org/d/projects/feva", "@type": ["ResearchProject", "org:OrganizationalCollaboration"],
            "name": {"nb": "Opplæring", "@none": "FEVA"},
            "alternateName": {"@none": "FEVA", "nb": ["Gammelt", "Eldre"]},
            "memberOf": {"@id": "https://example.org/d/programmes/p/1"},
            "foundingDate": {"@type": "xsd:gYear", "@value": "2006"},
            "dissolutionDate": {"@type": "xsd:gYearMonth", "@value": "2007-11"},
            "areaServed": {"@id": "https://example.org/d/places/norway"},
        }])
    );
    assert!(misfits.is_empty(), "{misfits:?}");
}

#[test]
fn a_membership_is_a_role_between_the_two() {
    let (graph, misfits) = nodes(
        r#""memberships": [{"id": "m", "member": {"organization": "o"}, "body": {"network": "n"}, "role": "chair",
            "via": {"group": "g"}, "period": {"start": "2016-04-30"}}]"#,
    );
    assert_eq!(
        graph,
        json!([{"@id": "https://example.org/d/networks/n", "member": {
            "@id": "https://example.org/d/memberships/m", "@type": ["OrganizationRole", "org:Membership"],
            "roleName": "chair", "startDate": {"@type": "xsd:date", "@value": "2016-04-30"},
            "member": {"@id": "https://example.org/d/organizations/o"},
            "org:member": {"@id": "https://example.org/d/organizations/o"},
            "org:organization": {"@id": "https://example.org/d/networks/n"},
            "org:role": {"@id": "https://example.org/d/roles/chair", "@type": "org:Role", "name": {"en": "chair"}},
            "org:memberDuring": {"@type": "time:Interval", "time:hasBeginning": {
                "@type": "time:Instant", "time:inXSDDate": {"@type": "xsd:date", "@value": "2016-04-30"}}},
        }}])
    );
    assert_eq!(misfits, ["/memberships/0/via: schema.org has no property for this, left out"]);
}

#[test]
fn a_participation_is_a_role_between_the_project_and_the_party() {
    let (graph, _) = nodes(
        r#""participations": [{"id": "p", "party": {"organization": "o"}, "project": "x", "role": "managing"}]"#,
    );
    assert_eq!(graph[0]["member"]["member"], json!({"@id": "https://example.org/d/organizations/o"}));
    assert_eq!(graph[0]["member"]["roleName"], "managing");
    assert_eq!(graph[0]["member"]["org:organization"], json!({"@id": "https://example.org/d/projects/x"}));
    assert_eq!(graph[0]["member"]["org:role"]["name"], json!({"en": "managing"}));
}

#[test]
fn a_grant_is_exported_and_a_loan_is_reported() {
    let (graph, misfits) = nodes(
        r#""funding": [{"id": "g", "of": {"project": "x"}, "programme": "nordplus", "funder": {"organization": "o"},
            "recipient": {"organization": "r"}, "amount": {"amount": "1913897.00", "currency": "EUR"}, "date": "2016"},
            {"id": "l", "of": {"project": "x"}, "kind": "loan"}]"#,
    );
    assert_eq!(
        graph,
        json!([{
            "@id": "https://example.org/d/funding/g", "@type": "MonetaryGrant",
            "fundedItem": {"@id": "https://example.org/d/projects/x"},
            "sponsor": {"@id": "https://example.org/d/programmes/nordplus"},
            "funder": {"@id": "https://example.org/d/organizations/o"},
            "amount": {"@type": "MonetaryAmount", "value": {"@type": "xsd:decimal", "@value": "1913897.00"},
                       "currency": "EUR"},
        }, {
            "@id": "https://example.org/d/organizations/r", "funding": {"@id": "https://example.org/d/funding/g"},
        }])
    );
    assert_eq!(
        misfits,
        [
            "/funding/0/date: schema.org has no property for this, left out",
            "/funding/1: schema.org has no type for money of this kind: the record is left out",
        ]
    );
}

#[test]
fn uncertain_matches_are_not_exported_as_the_same() {
    let (graph, misfits) = nodes(
        r#""organizations": [{"id": "o", "name": {"en": "O"}, "related": [
            {"to": {"network": "n"}, "relation": "same as"}, {"to": {"network": "m"}, "relation": "same as", "basis": "open"},
            {"to": {"network": "k"}, "relation": "same as", "basis": "implied", "reason": {"en": "R"}},
            {"to": {"network": "l"}, "relation": "replaces"}, {"title": {"en": "T"}, "relation": "same as"}]}]"#,
    );
    assert_eq!(graph[0]["sameAs"], json!({"@id": "https://example.org/d/networks/n"}));
    let unsure = "schema.org says sameAs for sure only, and this is not stated: left out";
    assert_eq!(
        misfits,
        [
            format!("/organizations/0/related/1: {unsure} (2 places)"),
            "/organizations/0/related/3: schema.org has no property for this relation, left out".to_owned(),
            "/organizations/0/related/4/title: schema.org has no property for this, left out".to_owned(),
        ]
    );
}

#[test]
fn the_header_becomes_a_dataset() {
    let (graph, misfits) = written(
        r#"{"version": "1.0", "title": {"en": "T"}, "description": {"nb": "D"}, "publisher": {"en": "P"}, "license": "CC-BY-4.0", "language": "nb",
            "issued": "2026-11"}"#,
    );
    assert_eq!(
        graph,
        json!([{
            "@id": "https://example.org/d", "@type": "Dataset", "schemaVersion": "1.0", "name": {"en": "T"},
            "description": {"nb": "D"},
            "publisher": {"@type": "Organization", "name": {"en": "P"}},
            "license": {"@id": "https://spdx.org/licenses/CC-BY-4.0"}, "inLanguage": "nb",
            "datePublished": {"@type": "xsd:gYearMonth", "@value": "2026-11"},
        }])
    );
    assert!(misfits.is_empty(), "{misfits:?}");
}

/// A record is written, or it is told that it is not; so is each member of a record that is written.
#[test]
fn nothing_of_the_documented_dataset_is_dropped_silently() {
    let dataset = Dataset::from_json(DOCUMENTED).unwrap();
    let out = write(&dataset, &"https://example.org/".parse().unwrap());
    let told: usize =
        out.misfits.iter().filter(|misfit| misfit.place.matches('/').count() == 2).map(|it| it.count).sum();
    let written = dataset.clone().into_lines().filter(|line| {
        let (list, id) = match line {
            RecordLine::Dataset(_) => return false,
            line => {
                let json: Value = serde_json::from_str(&line.to_json_line()).unwrap();
                let (tag, record) = json.as_object().unwrap().iter().next().unwrap();
                let kind = RecordKind::ALL.iter().find(|kind| kind.as_str() == tag).unwrap();
                (kind.list(), record["id"].as_str().unwrap().to_owned())
            }
        };
        out.value.contains(&format!("\"@id\": \"https://example.org/{list}/{id}\",\n"))
    });
    assert_eq!(written.count() + told, dataset.len());
    for list in ["/goals/0", "/barriers/0"] {
        assert!(out.misfits.iter().any(|misfit| misfit.place == list), "{list}");
    }
    assert!(out.misfits.iter().any(|misfit| misfit.place == "/networks/1/status"));
    assert_eq!(write(&dataset, &"https://example.org".parse().unwrap()).value.len(), out.value.len() - 1);
}

#[test]
fn a_place_has_the_type_that_is_nearest_to_its_kind() {
    for (kind, theirs) in [
        ("country", "Country"),
        ("region", "AdministrativeArea"),
        ("municipality", "AdministrativeArea"),
        ("city", "Place"),
    ] {
        let place = format!(r#""places": [{{"id": "p", "name": {{"en": "P"}}, "kind": "{kind}"}}]"#);
        assert_eq!(nodes(&place).0[0]["@type"], json!(theirs), "{kind}");
    }
}

#[test]
fn identifiers_and_classifications_keep_their_schemes() {
    let (graph, misfits) = nodes(
        r#""policy_instruments": [{"id": "i", "name": {"en": "I"}, "status": "planned",
            "period": {"start": "2006", "stated_duration": "P5Y"},
            "identifiers": [{"scheme": "GB-CHC", "value": "1000147"}],
            "classifications": [{"scheme": "https://example.org/terms", "code": "7", "title": {"en": "Seven"}},
                {"scheme": "house", "title": {"en": "Eight"}, "share": "50"}]}],
           "places": [{"id": "p", "name": {"en": "P"}, "nuts": "NO0A2"}]"#,
    );
    let of = |id: &str| {
        let end = format!("/{id}");
        graph
            .as_array()
            .unwrap()
            .iter()
            .find(|node| node["@id"].as_str().unwrap().ends_with(&end))
            .unwrap()
            .clone()
    };
    let instrument = of("i");
    assert_eq!(
        instrument["identifier"],
        json!({"@type": "PropertyValue", "propertyID": "GB-CHC", "value": "1000147"})
    );
    assert_eq!(
        instrument["keywords"],
        json!([
            {"@type": "DefinedTerm", "inDefinedTermSet": {"@id": "https://example.org/terms"}, "termCode": "7",
                "name": {"en": "Seven"}},
            {"@type": "DefinedTerm", "inDefinedTermSet": {"@type": "DefinedTermSet", "name": {"@none": "house"}},
                "name": {"en": "Eight"}},
        ])
    );
    assert_eq!(instrument["temporalCoverage"], json!("2006/.."));
    assert_eq!(instrument["creativeWorkStatus"], json!("planned"));
    assert_eq!(
        of("p")["identifier"],
        json!({"@type": "PropertyValue", "propertyID": "NUTS", "value": "NO0A2"})
    );
    assert_eq!(
        misfits,
        [
            "/policy_instruments/0/classifications/1/share: schema.org has no property for this, left out",
            "/policy_instruments/0/period/stated_duration: schema.org has no property for this, left out",
        ]
    );
}

#[test]
fn each_kind_of_record_has_the_type_of_the_mapping_table() {
    let (graph, _) = nodes(
        r#""places": [{"id": "a", "name": {"en": "A"}, "kind": "country"},
        {"id": "b", "name": {"en": "B"}, "kind": "region"}, {"id": "c", "name": {"en": "C"}}],
        "groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}}],
        "programmes": [{"id": "p", "name": {"en": "P"}}], "policy_instruments": [{"id": "i", "name": {"en": "I"}}]"#,
    );
    let types: Vec<_> = graph.as_array().unwrap().iter().map(|node| node["@type"].clone()).collect();
    let expected = json!([
        "Country",
        "AdministrativeArea",
        "Place",
        "Organization",
        ["Organization", "Consortium", "org:Organization"],
        "FundingScheme",
        "CreativeWork",
    ]);
    assert_eq!(json!(types), expected);
}

#[test]
fn every_member_that_records_share_has_its_property() {
    let (graph, misfits) = nodes(
        r#""networks": [{"id": "n", "name": {"en": "N"}, "description": {"en": "What it is"},
            "links": [{"rel": "homepage", "url": "https://example.org/"},
                {"rel": "homepage", "url": "https://example.org/en", "title": {"en": "Home"}},
                {"rel": "map", "description": {"nb": "Kart"}}],
            "evidence": [{"source": "s/1", "quote": "a network", "basis": "implied",
                "reason": {"en": "R"}}]}]"#,
    );
    assert_eq!(
        graph,
        json!([{
            "@id": "https://example.org/d/networks/n", "@type": ["Organization", "Consortium", "org:Organization"],
            "additionalType": "network",
            "name": {"en": "N"}, "description": {"en": "What it is"}, "url": {"@id": "https://example.org/"},
            "subjectOf": [
                {"@type": "Quotation", "text": "a network", "isPartOf": {"@id": "https://example.org/d/sources/s/1"}},
                {"@type": "WebPage", "additionalType": "homepage", "url": {"@id": "https://example.org/en"},
                    "name": {"en": "Home"}},
                {"@type": "WebPage", "additionalType": "map", "description": {"nb": "Kart"}},
            ],
        }])
    );
    let left_out = ["basis", "reason"].map(|member| {
        format!("/networks/0/evidence/0/{member}: schema.org has no property for this, left out")
    });
    assert_eq!(misfits, left_out);
}

#[test]
fn a_role_has_no_keywords() {
    let (graph, misfits) = nodes(
        r#""memberships": [{"id": "m", "member": {"organization": "o"}, "body": {"network": "n"},
            "classifications": [{"scheme": "s", "code": "7"}], "description": {"en": "D"}}]"#,
    );
    assert_eq!(
        graph[0]["member"],
        json!({"@id": "https://example.org/d/memberships/m", "@type": ["OrganizationRole", "org:Membership"],
            "description": {"en": "D"}, "member": {"@id": "https://example.org/d/organizations/o"},
            "org:member": {"@id": "https://example.org/d/organizations/o"},
            "org:organization": {"@id": "https://example.org/d/networks/n"}})
    );
    assert_eq!(misfits, ["/memberships/0/classifications: schema.org has no property for this, left out"]);
}

#[test]
fn each_member_has_the_property_of_the_mapping_table() {
    let id = |list: &str, id: &str| json!({"@id": format!("https://example.org/d/{list}/{id}")});
    let (graph, misfits) = nodes(
        r#""sources": [{"id": "s", "title": {"en": "S"}, "url": "https://example.org/s", "publisher": {"organization": "o"},
            "languages": ["nb", "en"], "published": "2024-05-01"}],
        "places": [{"id": "p", "name": {"en": "P"}, "kind": "city", "country": "NO", "part_of": "q",
            "point": {"latitude": "61.0886", "longitude": "-6.50"}}],
        "organizations": [{"id": "o", "name": {"en": "O"}, "acronym": "OO", "kind": "association", "place": "p",
            "part_of": {"organization": "r"}, "founded": "1998", "dissolved": "2020-02", "address": {"street": "Kaien 1",
            "postal_code": "6893", "locality": "Vik", "region": "Vestland", "country": "NO"}, "places": ["q"]}],
        "networks": [{"id": "n", "name": {"en": "N"}, "kind": "committee", "part_of": {"network": "m"}, "place": "p",
            "founded": "2001-05-17"}],
        "programmes": [{"id": "g", "name": {"en": "G"}, "kind": "programme", "part_of": "h", "places": ["p"]}],
        "policy_instruments": [{"id": "i", "name": {"en": "I"}, "kind": "law", "places": ["p", "q"],
            "developed_by": [{"organization": "o"}, {"network": "n"}], "period": {"end": "2020"}}]"#,
    );
    let expected = json!([
        {"@id": "https://example.org/d/sources/s", "@type": "CreativeWork", "name": {"en": "S"},
            "url": {"@id": "https://example.org/s"}, "publisher": id("organizations", "o"), "inLanguage": ["nb", "en"],
            "datePublished": {"@type": "xsd:date", "@value": "2024-05-01"}},
        {"@id": "https://example.org/d/places/p", "@type": "Place", "name": {"en": "P"}, "additionalType": "city",
            "address": {"@type": "PostalAddress", "addressCountry": "NO"}, "containedInPlace": id("places", "q"),
            "geo": {"@type": "GeoCoordinates", "latitude": {"@type": "xsd:decimal", "@value": "61.0886"},
                "longitude": {"@type": "xsd:decimal", "@value": "-6.50"}}},
        {"@id": "https://example.org/d/organizations/o", "@type": ["Organization", "org:Organization"], "name": {"en": "O"},
            "alternateName": {"@none": "OO"}, "additionalType": "association", "location": id("places", "p"),
            "parentOrganization": id("organizations", "r"), "org:subOrganizationOf": id("organizations", "r"), "foundingDate": {"@type": "xsd:gYear", "@value": "1998"},
            "dissolutionDate": {"@type": "xsd:gYearMonth", "@value": "2020-02"}, "areaServed": id("places", "q"),
            "address": {"@type": "PostalAddress", "streetAddress": "Kaien 1", "postalCode": "6893",
                "addressLocality": "Vik", "addressRegion": "Vestland", "addressCountry": "NO"}},
        {"@id": "https://example.org/d/networks/n", "@type": ["Organization", "Consortium", "org:Organization"],
            "name": {"en": "N"}, "org:subOrganizationOf": id("networks", "m"),
            "additionalType": ["network", "committee"], "location": id("places", "p"),
            "parentOrganization": id("networks", "m"), "foundingDate": {"@type": "xsd:date", "@value": "2001-05-17"}},
        {"@id": "https://example.org/d/programmes/g", "@type": "FundingScheme", "name": {"en": "G"},
            "additionalType": "programme", "parentOrganization": id("programmes", "h"), "areaServed": id("places", "p")},
        {"@id": "https://example.org/d/policy_instruments/i", "@type": "CreativeWork", "name": {"en": "I"},
            "additionalType": "law", "spatialCoverage": [id("places", "p"), id("places", "q")],
            "creator": [id("organizations", "o"), id("networks", "n")], "temporalCoverage": "../2020"},
    ]);
    assert_eq!(graph, expected);
    assert!(misfits.is_empty(), "{misfits:?}");
}

#[test]
fn a_link_keeps_what_is_known_of_it() {
    let (graph, misfits) = nodes(
        r#""groups": [{"id": "g", "name": {"en": "G"}, "links": [{"url": "https://example.org/r.pdf", "title": {"en": "Report"},
            "rel": "document", "languages": ["en", "nb"], "published": "2025-01", "media_type": "application/pdf"}]}]"#,
    );
    assert_eq!(
        graph[0]["subjectOf"],
        json!({"@type": "WebPage", "url": {"@id": "https://example.org/r.pdf"}, "name": {"en": "Report"},
            "additionalType": "document", "inLanguage": ["en", "nb"],
            "datePublished": {"@type": "xsd:gYearMonth", "@value": "2025-01"}, "encodingFormat": "application/pdf"})
    );
    assert!(misfits.is_empty(), "{misfits:?}");
}

/// What was looked at and found not to apply is no keyword.
#[test]
fn a_classification_that_does_not_apply_is_not_exported() {
    let (graph, misfits) = nodes(
        r#""projects": [{"id": "p", "title": {"en": "P"}, "classifications": [
            {"scheme": "markers", "code": "1", "significance": "0"}, {"scheme": "markers", "code": "2", "significance": "1"}]}]"#,
    );
    assert_eq!(
        graph[0]["keywords"],
        json!({"@type": "DefinedTerm", "termCode": "2",
            "inDefinedTermSet": {"@type": "DefinedTermSet", "name": {"@none": "markers"}}})
    );
    assert_eq!(misfits.len(), 2, "{misfits:?}");
}

#[test]
fn what_is_revised_or_planned_is_told() {
    let (_, misfits) = nodes(
        r#""projects": [{"id": "p", "title": {"en": "P"}, "planned": {"start": "2020"}, "partner_count": 9, "modified": "2021",
            "counts": [{"what": {"en": "ports"}, "number": 3}], "budget": {"amount": "1", "currency": "EUR"},
            "budgets": [{"amount": {"amount": "1", "currency": "EUR"}, "revised": true}]}]"#,
    );
    let told = ["budget", "budgets", "counts", "partner_count", "planned"];
    for member in told {
        assert!(
            misfits.iter().any(|misfit| misfit.starts_with(&format!("/projects/0/{member}: "))),
            "{member}: {misfits:?}"
        );
    }
    assert_eq!(misfits.len(), told.len());
}

#[test]
fn a_license_is_an_address_or_an_spdx_identifier() {
    let of = |license: &str| {
        let (graph, misfits) =
            written(&format!(r#"{{"version": "1.0", "license": "{license}", "modified": "2026-11-24"}}"#));
        assert_eq!(graph[0]["dateModified"], json!({"@type": "xsd:date", "@value": "2026-11-24"}));
        (graph[0]["license"]["@id"].as_str().map(str::to_owned), misfits.len())
    };
    for address in ["https://example.org/l", "http://example.org/l"] {
        assert_eq!(of(address), (Some(address.to_owned()), 0));
    }
    assert_eq!(of("GPL-2.0+"), (Some("https://spdx.org/licenses/GPL-2.0+".to_owned()), 0));
    for other in ["as agreed", "ftp://example.org/l", "MIT/Apache"] {
        assert_eq!(of(other), (None, 1), "{other}");
    }
}

#[test]
fn a_record_with_the_deepest_custom_data_is_exported() {
    let deepest = format!("{}{}", "[".repeat(64), "]".repeat(64));
    let (graph, misfits) = nodes(&format!(
        r#""projects": [{{"id": "a", "title": {{"en": "A"}}, "extensions": {{"org.example.own": {deepest}}}}},
            {{"id": "b", "title": {{"en": "B"}}, "acronym": "B", "target_groups": ["g"]}}]"#
    ));
    let names: Vec<_> = graph.as_array().unwrap().iter().map(|node| node["@id"].as_str().unwrap()).collect();
    assert_eq!(names, ["https://example.org/d/projects/a", "https://example.org/d/projects/b"]);
    for place in ["/projects/0/extensions", "/projects/1/target_groups"] {
        assert!(misfits.iter().any(|misfit| misfit.starts_with(place)), "{place}: {misfits:?}");
    }
}

#[test]
fn a_record_has_its_date_of_change_and_an_address_its_coordinates_as_a_location() {
    let (graph, misfits) = nodes(
        r#""organizations": [{"id": "o", "name": {"en": "O"}, "modified": "2021-05",
            "address": {"locality": "Oslo", "point": {"latitude": "59.91", "longitude": "10.75"}}}]"#,
    );
    assert_eq!(graph[0]["dcterms:modified"], json!({"@type": "xsd:gYearMonth", "@value": "2021-05"}));
    assert_eq!(graph[0]["address"], json!({"@type": "PostalAddress", "addressLocality": "Oslo"}));
    let decimal = |number: &str| json!({"@type": "xsd:decimal", "@value": number});
    let geo = json!({"@type": "GeoCoordinates", "latitude": decimal("59.91"), "longitude": decimal("10.75")});
    assert_eq!(graph[0]["location"], json!({"@type": "Place", "geo": geo}));
    assert_eq!(misfits, [""; 0]);
}

#[test]
fn a_role_is_one_node_for_each_word_and_a_period_an_interval_as_precise_as_it_is() {
    let (graph, misfits) = nodes(
        r#""memberships": [
            {"id": "a", "member": {"organization": "o"}, "body": {"network": "n"}, "role": "styremedlem (valgt)/2",
             "period": {"start": "2016", "end": "2019-03"}},
            {"id": "b", "member": {"group": "g"}, "body": {"organization": "o"}, "period": {"end": "2019-03-31"}}],
        "participations": [{"id": "c", "party": {"organization": "o"}, "project": "x", "role": "lead partner"}]"#,
    );
    let role = |place: usize| graph[place]["member"].clone();
    let custom = "https://example.org/d/roles/styremedlem%20%28valgt%29%2F2";
    assert_eq!(
        role(0)["org:role"],
        json!({"@id": custom, "@type": "org:Role", "name": {"@none": "styremedlem (valgt)/2"}})
    );
    let instant = |property: &str, kind: &str, date: &str| json!({"@type": "time:Instant", property: {"@type": kind, "@value": date}});
    assert_eq!(
        role(0)["org:memberDuring"],
        json!({"@type": "time:Interval", "time:hasBeginning": instant("time:inXSDgYear", "xsd:gYear", "2016"),
            "time:hasEnd": instant("time:inXSDgYearMonth", "xsd:gYearMonth", "2019-03")})
    );
    assert_eq!(
        role(1)["org:memberDuring"],
        json!({"@type": "time:Interval", "time:hasEnd": instant("time:inXSDDate", "xsd:date", "2019-03-31")})
    );
    assert_eq!(role(1).get("org:role"), None);
    assert_eq!(role(2)["org:role"]["@id"], "https://example.org/d/roles/lead%20partner");
    assert_eq!(role(2).get("org:memberDuring"), None);
    assert!(misfits.is_empty(), "{misfits:?}");
}

#[test]
fn an_organization_is_formal_if_law_knows_it() {
    for (members, class) in [
        ("", "org:Organization"),
        (r#", "legal_status": "public""#, "org:FormalOrganization"),
        (r#", "identifiers": [{"scheme": "GB-CHC", "value": "1"}]"#, "org:FormalOrganization"),
        (
            r#", "identifiers": [{"scheme": "CRS channel", "value": "1"}, {"scheme": "EU-", "value": "1"}]"#,
            "org:Organization",
        ),
    ] {
        let (graph, _) =
            nodes(&format!(r#""organizations": [{{"id": "o", "name": {{"en": "O"}}{members}}}]"#));
        assert_eq!(graph[0]["@type"], json!(["Organization", class]), "{members}");
    }
}

#[test]
fn a_cooperation_is_a_collaboration_of_its_parties() {
    let (graph, misfits) = nodes(
        r#""cooperations": [{"id": "c", "name": {"en": "A declaration"}, "kind": "declaration", "places": ["p"],
            "parties": [{"network": "n"}, {"group": "g"}], "period": {"start": "2004"}, "status": "ongoing"}]"#,
    );
    let parties =
        json!([{"@id": "https://example.org/d/networks/n"}, {"@id": "https://example.org/d/groups/g"}]);
    assert_eq!(
        graph,
        json!([{
            "@id": "https://example.org/d/cooperations/c", "@type": ["Organization", "org:OrganizationalCollaboration"],
            "additionalType": ["cooperation", "declaration"], "name": {"en": "A declaration"},
            "member": parties, "org:hasMember": parties, "areaServed": {"@id": "https://example.org/d/places/p"},
            "foundingDate": {"@type": "xsd:gYear", "@value": "2004"},
        }])
    );
    assert_eq!(misfits, ["/cooperations/0/status: schema.org has no property for this, left out"]);
}

#[test]
fn an_activity_is_an_event_or_an_action() {
    let (graph, misfits) = nodes(
        r#""activities": [
            {"id": "a", "title": {"en": "A seminar"}, "kind": "meeting", "of": [{"project": "x"}], "actors": [{"organization": "o"}],
             "status": "cancelled", "period": {"start": "2020-01-02", "end": "2020-01"}, "classifications": [{"code": "7"}]},
            {"id": "b", "title": {"en": "A pilot"}, "kind": "pilot", "of": [{"cooperation": "c"}, {"goal": "g"}],
             "actors": [{"network": "n"}], "status": "ongoing", "period": {"start": "2020"}, "part_of": "a",
             "classifications": [{"code": "7"}]},
            {"id": "c", "title": {"en": "An end"}, "of": [{"activity": "a"}], "status": "suspended"}]"#,
    );
    let id = |list: &str, id: &str| json!({"@id": format!("https://example.org/d/{list}/{id}")});
    assert_eq!(
        graph,
        json!([
            {"@id": "https://example.org/d/activities/a", "@type": "Event", "additionalType": "meeting",
                "name": {"en": "A seminar"}, "about": id("projects", "x"), "organizer": id("organizations", "o"),
                "eventStatus": {"@id": "http://schema.org/EventCancelled"},
                "startDate": {"@type": "xsd:date", "@value": "2020-01-02"},
                "endDate": {"@type": "xsd:gYearMonth", "@value": "2020-01"},
                "keywords": {"@type": "DefinedTerm", "termCode": "7"}},
            {"@id": "https://example.org/d/activities/b", "@type": "Action", "additionalType": "pilot",
                "name": {"en": "A pilot"}, "object": id("cooperations", "c"), "agent": id("networks", "n"),
                "actionStatus": {"@id": "http://schema.org/ActiveActionStatus"},
                "startTime": {"@type": "xsd:gYear", "@value": "2020"}},
            {"@id": "https://example.org/d/activities/c", "@type": "Action", "name": {"en": "An end"},
                "object": id("activities", "a")},
        ])
    );
    assert_eq!(
        misfits,
        [
            "/activities/1/classifications: schema.org has no property for this, left out",
            "/activities/1/of: it refers to a record that schema.org has no type for, left out",
            "/activities/1/part_of: schema.org has no property for this, left out",
            "/activities/2/status: schema.org has no state for this status, left out",
        ]
    );
}
