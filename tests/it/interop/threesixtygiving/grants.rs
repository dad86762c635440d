use super::{MEMBERS, package, there_and_back};
use crate::support::shared;
use cooperation::interop::threesixtygiving::{read, write};
use cooperation::{
    Dataset, Text,
    codes::{FundingKind, FundingStatus},
};
use serde_json::{Value, json};

#[test]
fn real_grants_come_back() {
    let Some(text) = shared::text("real grants there and back", "data/360giving/grants-783.json") else {
        return;
    };
    let converted = read(text.as_bytes()).unwrap();
    let written = write(&converted.value);
    assert!(written.misfits.is_empty(), "{:#?}", written.misfits);
    let (dataset, misfits) = there_and_back(&text);
    assert_eq!(
        (dataset.funding.len(), dataset.organizations.len(), dataset.programmes.len()),
        (783, 322, 10)
    );
    let names = misfits.iter().filter(|misfit| misfit.contains("both names are kept"));
    let (places, organizations): (Vec<_>, Vec<_>) =
        names.partition(|misfit| misfit.contains("beneficiaryLocation"));
    assert_eq!((places.len(), organizations.len()), (1, 35));
    let others: Vec<_> = misfits.iter().filter(|misfit| !misfit.contains("both names are kept")).collect();
    assert_eq!(
        others,
        [
            "/grants/76/recipientOrganization/0/charityNumber: not a number of a known register; kept in extensions (9 places)",
            "/grants/0/Amount Awarded - website format: no equivalent field; kept in extensions (783 places)",
            "/grants/0/Award Date - website format: no equivalent field; kept in extensions (783 places)",
            "/grants/0/Website: no equivalent field; kept in extensions (500 places)",
            "/grants/0/awardDate: \"2021-01-26T00:00:00+00:00\" is read as \"2021-01-26\"; the original is kept in extensions (783 places)",
        ]
    );
    assert!(dataset.validate().is_valid());
}

#[test]
fn every_core_member_of_a_grant_is_mapped() {
    let (dataset, misfits) = there_and_back(&package([json!({
        "url": "https://example.org/grants/1",
        "plannedDates": [{"startDate": "2024-03", "endDate": "2025-03-31", "duration": 13}],
        "actualDates": [{"startDate": "2024-04-02", "endDate": "2025-06"}],
        "grantProgramme": [{"code": "HALLS", "title": "Halls and roofs", "url": "https://example.org/halls"}],
        "classifications": [{"vocabulary": "A list", "code": "R1", "title": "Roofs"}],
        "relatedDocument": [{"title": "Plan", "url": "https://example.org/plan.pdf", "description": "A drawing"}],
    })]));
    assert!(misfits.is_empty(), "{misfits:#?}");
    let funding = &dataset.funding[0];
    assert_eq!(funding.id.as_str(), "360G-Example-1");
    assert_eq!(
        (&funding.kind, &funding.status),
        (&Some(FundingKind::Grant), &Some(FundingStatus::Committed))
    );
    assert_eq!(funding.title, Some(Text::und("A hall").unwrap()));
    assert_eq!(funding.amount.as_ref().unwrap().to_string(), "1000 GBP");
    assert_eq!(funding.date.unwrap().to_string(), "2024-02-29");
    let planned = funding.planned.as_ref().unwrap();
    assert_eq!(planned.to_string(), "2024-03 to 2025-03-31");
    assert_eq!(planned.stated_duration.unwrap().to_string(), "P13M");
    let period = funding.period.as_ref().unwrap();
    assert_eq!((period.to_string().as_str(), period.stated_duration), ("2024-04-02 to 2025-06", None));
    assert_eq!(funding.funder.as_ref().unwrap().key().1, "GB-CHC-1000147");
    assert_eq!(funding.recipient.as_ref().unwrap().key().1, "GB-COH-00000001");
    assert_eq!(funding.links.len(), 2);
    assert_eq!(funding.classifications[0].code.as_ref().unwrap().as_str(), "R1");
    assert_eq!(dataset.programmes[0].id.as_str(), "GB-CHC-1000147/halls-halls-and-roofs");
    assert_eq!(dataset.programmes[0].name, Text::und("Halls and roofs").unwrap());
    let identifier = &dataset.organizations[1].identifiers[0];
    assert_eq!((identifier.scheme.as_str(), identifier.value.as_str()), ("GB-COH", "00000001"));
    assert!(funding.extensions.is_empty());
    assert!(dataset.validate().is_valid(), "{}", dataset.validate());
}

/// A package of grants says that they were awarded.
#[test]
fn money_that_was_never_awarded_is_no_grant() {
    for (status, is_grant) in [
        ("requested", false),
        ("declined", false),
        ("pledged", false),
        ("planned", false),
        ("returned", false),
        ("committed", true),
        ("disbursed", true),
        ("spent", true),
        ("on its way", true),
    ] {
        let dataset = Dataset::from_json(&format!(
            r#"{{"version": "1.0", "funding": [{{"id": "f", "status": "{status}", "recipient": {{"organization": "hall"}}}}]}}"#
        ))
        .unwrap();
        let written = write(&dataset);
        let package: Value = serde_json::from_str(&written.value).unwrap();
        assert_eq!(package["grants"].as_array().unwrap().len(), usize::from(is_grant), "{status}");
        let told = format!("/funding/0: left out, since 360Giving has grants only and this is {status}");
        assert_eq!(written.misfits.iter().any(|misfit| misfit.to_string() == told), !is_grant, "{status}");
    }
}

#[test]
fn the_package_names_its_publisher() {
    let text = json!({
        "version": "1.4", "title": "Grants", "license": "https://creativecommons.org/licenses/by/4.0/",
        "issued": "2024-05-01", "modified": "2024-05-02T10:00:00Z", "downloadURL": "https://example.org/g.json",
        "publisher": {"name": "A Trust", "website": "https://example.org"}, "grants": [],
    });
    let (dataset, misfits) = there_and_back(&text.to_string());
    assert_eq!(dataset.publisher, Some(Text::und("A Trust").unwrap()));
    assert_eq!(dataset.license.unwrap().as_str(), "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(dataset.modified.unwrap().to_string(), "2024-05-02");
    assert_eq!(
        misfits,
        [
            "/downloadURL: no equivalent field; kept in extensions",
            "/publisher/website: no equivalent field; kept in extensions",
            "/version: no equivalent field; kept in extensions",
            r#"/modified: "2024-05-02T10:00:00Z" is read as "2024-05-02"; the original is kept in extensions"#,
        ]
    );
}

#[test]
fn a_person_who_receives_is_a_group_of_one() {
    let (dataset, misfits) = there_and_back(&package([json!({
        "recipientOrganization": null,
        "recipientIndividual": {"id": "360G-Example-IND-7", "name": "Individual Recipient"},
        "toIndividualsDetails": {"primaryGrantReason": "GTIR040", "grantPurpose": ["GTIP170"]},
        "regrantType": "FRG010", "locationScope": "GLS040",
    })]));
    assert_eq!(dataset.groups[0].id.as_str(), "360G-Example-IND-7");
    assert_eq!(dataset.groups[0].count, Some(1));
    assert_eq!(dataset.funding[0].recipient.as_ref().unwrap().key().1, "360G-Example-IND-7");
    assert!(misfits.is_empty() && dataset.funding[0].extensions.is_empty(), "{misfits:#?}");
    let codes = dataset.funding[0].classifications.iter().map(|known| {
        let title = known.title.as_ref().unwrap().get("en").unwrap();
        (known.scheme.as_ref().unwrap().as_str(), known.code.as_ref().unwrap().as_str(), title)
    });
    assert_eq!(
        codes.collect::<Vec<_>>(),
        [
            ("360Giving grant reason", "GTIR040", "Mental Health"),
            ("360Giving grant purpose", "GTIP170", "Exceptional costs"),
            ("360Giving regrant type", "FRG010", "Common Regrant"),
            ("360Giving location scope", "GLS040", "Subnational region"),
        ]
    );
}

#[test]
fn a_network_that_gives_or_receives_is_written_as_an_organization() {
    let grants = |organizations: &str| {
        let text = format!(
            r#"{{"version": "1.0", {organizations}"networks": [{{"id": "n", "name": {{"und": "Network"}},
            "identifiers": [{{"scheme": "GB-CHC", "value": "7"}}], "member_count": 4}}],
            "funding": [{{"id": "f", "funder": {{"network": "nowhere"}}, "recipient": {{"network": "n"}}}}]}}"#
        );
        let written = write(&Dataset::from_json(&text).unwrap());
        let misfits: Vec<String> = written.misfits.iter().map(ToString::to_string).collect();
        let mut package: Value = serde_json::from_str(&written.value).unwrap();
        (package["grants"][0].take(), misfits)
    };
    let (grant, misfits) = grants("");
    let [recipient, funder] =
        ["recipientOrganization", "fundingOrganization"].map(|member| &grant[member][0]);
    assert_eq!((&recipient["name"], &funder["id"]), (&json!("Network"), &json!("nowhere")));
    assert!(recipient["id"].as_str().is_some_and(|id| id == "n" || id == "GB-CHC-7"), "{recipient}");
    for told in [
        "/funding/0/funder: written as an organization: 360Giving has no networks",
        "/funding/0/recipient: written as an organization: 360Giving has no networks",
        "/networks/0: written as an organization: names, description, identifiers, links and address only",
    ] {
        assert!(misfits.contains(&told.to_owned()), "{told} in {misfits:#?}");
    }
    // The id of an organization cannot stand for a network as well.
    let (grant, misfits) = grants(r#""organizations": [{"id": "n", "name": {"und": "Other"}}], "#);
    assert_eq!(grant.get("recipientOrganization"), None);
    for told in [
        "/funding/0/recipient: no 360Giving field; left out",
        "/networks/0: left out, since no grant refers to it",
    ] {
        assert!(misfits.contains(&told.to_owned()), "{told} in {misfits:#?}");
    }
}

#[test]
fn organizations_that_recur_are_one_record() {
    let mention = |more: Value| {
        let mut mention = json!({"id": "GB-CHC-7"});
        mention.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        mention
    };
    let mentions = [
        json!({"name": "Unlock", "url": "https://a.example", "postalCode": "N1 1AA", "location": [{"geoCode": "E1", "x": 1}]}),
        json!({"name": "Unlock", "url": "https://a.example", "postalCode": "N1 1AA", "location": [{"geoCode": "E1", "x": 1}]}),
        json!({"name": "UNLOCK", "url": "https://b.example", "postalCode": "N2 2BB", "location": [{"geoCode": "E1", "y": 2}]}),
        json!({"name": "Unlock", "description": "About prisons", "alternateName": "Unlock!", "charityNumber": "7"}),
        json!({"name": "Unlock", "description": "About people", "url": null}),
        json!({}),
    ];
    let grants = mentions.map(|more| json!({"recipientOrganization": [mention(more)]}));
    let numbered = grants.into_iter().enumerate().map(|(place, mut grant)| {
        grant["id"] = json!(format!("g{place}"));
        grant
    });
    let (dataset, misfits) = there_and_back(&package(numbered));
    assert_eq!(dataset.organizations.len(), 2);
    let unlock = &dataset.organizations[1];
    let names: Vec<_> = unlock.other_names.iter().map(|other| other.name.best(&[])).collect();
    assert_eq!((unlock.name.best(&[]), &names[..]), ("Unlock", &["UNLOCK", "Unlock!"][..]));
    assert_eq!(unlock.links.len(), 2);
    assert!(misfits.contains(
        &r#"/grants/2/recipientOrganization/0/name: GB-CHC-7 is named "UNLOCK" here and "Unlock" before: both names are kept"#.to_owned()
    ), "{misfits:#?}");
    assert!(misfits.iter().any(|misfit| {
        misfit.starts_with("/grants/4/recipientOrganization/0/description: differs from the description")
    }));
    let kept = |place: usize, name: &str| dataset.funding[place].extensions.get(name);
    assert_eq!(kept(1, "org.threesixtygiving"), Some(r#"{"recipientOrganization":[{"id":"GB-CHC-7"}]}"#));
    assert_eq!(kept(1, "org.threesixtygiving.omitted"), Some(r#"["/recipientOrganization/0/description"]"#));
    let kept: Value = serde_json::from_str(kept(2, "org.threesixtygiving").unwrap()).unwrap();
    assert_eq!(
        kept["recipientOrganization"],
        json!([{"id": "GB-CHC-7", "name": "UNLOCK", "url": "https://b.example", "postalCode": "N2 2BB", "location": [{"y": 2}]}])
    );
}

#[test]
fn organizations_with_missing_or_odd_ids_come_back() {
    let (dataset, misfits) = there_and_back(&package([
        json!({"id": "a", "recipientOrganization": [{"name": "Ærlig & Åpen"}]}),
        json!({"id": "b", "recipientOrganization": [{"name": "Ærlig & Åpen"}]}),
        json!({"id": "c", "recipientOrganization": [{"id": "GB-CHC-12 34", "name": "Spaced"}]}),
        json!({"id": "d", "recipientOrganization": [{"id": "(none)", "name": "Bracketed"}]}),
        json!({"id": "e", "recipientOrganization": [{"id": "", "name": " "}, {"id": "GB-CHC-9", "name": "Second"}]}),
        json!({"id": "f", "recipientOrganization": [{"id": "x\ny", "name": "Two lines"}]}),
        json!({"id": "g", "recipientOrganization": [7], "fundingOrganization": {"id": "GB-CHC-1"}}),
        json!({"id": "h", "recipientOrganization": [], "fundingOrganization": [{"name": "GB-CHC-1000147"}]}),
        json!({"id": "i", "recipientOrganization": [{"id": "GB-CHC-8", "name": "One"}, {"id": "GB-CHC-9", "name": "Two"}]}),
        json!({"id": "j", "recipientOrganization": [{"id": 9, "name": "A number"}]}),
    ]));
    let ids: Vec<_> = dataset.organizations.iter().map(|organization| organization.id.as_str()).collect();
    assert_eq!(ids[..3], ["GB-CHC-1000147", "rlig-pen-a29f098f", "gb-chc-12-34"], "{ids:?}");
    let identifier = |place: usize| {
        let identifier = &dataset.organizations[place].identifiers[0];
        (identifier.scheme.as_str(), identifier.value.as_str())
    };
    assert_eq!(identifier(2), ("GB-CHC", "12 34"));
    assert_eq!(identifier(3), ("https://standard.threesixtygiving.org/", "(none)"));
    let told = |what: &str| misfits.iter().filter(|misfit| misfit.contains(what)).count();
    assert_eq!(told("/grants/0/recipientOrganization/0: no id"), 1, "{misfits:#?}");
    assert_eq!(told("/grants/8/recipientOrganization/1: no equivalent field"), 1);
    assert_eq!(told("/grants/4/recipientOrganization: no equivalent field"), 1);
}

#[test]
fn grants_with_missing_doubled_or_odd_ids_come_back() {
    let ids = [
        json!("x"),
        json!("x"),
        json!(null),
        json!(4),
        json!(""),
        json!("a b"),
        json!("grant-3"),
        json!("x-2"),
    ];
    let (dataset, misfits) = there_and_back(&package(ids.map(|id| json!({"id": id}))));
    let ids: Vec<_> = dataset.funding.iter().map(|funding| funding.id.as_str()).collect();
    assert_eq!(ids, ["x", "x-2", "grant-3", "grant-4", "grant-5", "a-b", "grant-3-2", "x-2-2"]);
    assert!(
        misfits.contains(&"/grants/1/id: another grant has this id; a number is added (3 places)".to_owned()),
        "{misfits:#?}"
    );
}

#[test]
fn numbers_keep_their_digits() {
    let text = r#"{"grants": [{"id": "a", "amountAwarded": 1913897.00, "currency": "EUR", "amountDisbursed": 0.10000000000000000000000001,
        "x": 1e999, "y": -0, "z": 123456789012345678901234567890}]}"#;
    let read = read(text.as_bytes()).unwrap();
    assert_eq!(read.value.funding[0].amount.as_ref().unwrap().to_string(), "1913897.00 EUR");
    let written = write(&read.value).value;
    for digits in
        ["1913897.00,", "0.10000000000000000000000001,", "1e999", "-0", "123456789012345678901234567890"]
    {
        assert!(written.contains(&format!(": {digits}")), "{digits} in {written}");
    }
}

#[test]
fn values_that_do_not_fit_are_reported_and_come_back() {
    let cases = [
        (
            json!({"amountAwarded": "1000"}),
            r#"/grants/0/amountAwarded: "1000" is read as 1000; the original is kept in extensions"#,
        ),
        (
            json!({"amountAwarded": "£1,000"}),
            r#"/grants/0/amountAwarded: "£1,000" is not a decimal number: expected digits with at most one point, such as 1913897.00; kept in extensions"#,
        ),
        (
            json!({"currency": "gbp"}),
            r#"/grants/0/currency: "gbp" is not a currency code: expected three capital letters (ISO 4217), such as EUR; kept in extensions"#,
        ),
        (json!({"amountAwarded": null}), "/grants/0/currency: no readable amount; kept in extensions"),
        (json!({"currency": null}), "/grants/0/amountAwarded: no readable currency; kept in extensions"),
        (
            json!({"awardDate": "29/02/2024"}),
            r#"/grants/0/awardDate: "29/02/2024" is not a date: expected a year (2006), a month (2016-04) or a day (2016-04-30); kept in extensions"#,
        ),
        (
            json!({"awardDate": "2023-02-29T00:00:00Z"}),
            r#"/grants/0/awardDate: "2023-02-29" is not a date: February 2023 has 28 days; kept in extensions"#,
        ),
        (json!({"title": 7}), "/grants/0/title: not a string; kept in extensions"),
        (json!({"title": ""}), r#"/grants/0/title: "" is not a text: it is blank; kept in extensions"#),
        (json!({"url": "www.example.org"}), ""),
        (
            json!({"plannedDates": [{"duration": "12"}]}),
            r#"/grants/0/plannedDates/0/duration: "12" is read as 12; the original is kept in extensions"#,
        ),
        (
            json!({"plannedDates": [{"duration": "a year"}]}),
            "/grants/0/plannedDates/0/duration: not a whole number of months from 1 to 9999; kept in extensions",
        ),
        (
            json!({"plannedDates": [{"duration": 6, "title": "Work"}, {"startDate": "2024"}]}),
            "/grants/0/plannedDates/0/title: no equivalent field; kept in extensions",
        ),
        (
            json!({"plannedDates": {"startDate": "2024"}}),
            "/grants/0/plannedDates: not a list; kept in extensions",
        ),
        (
            json!({"classifications": [7, {"code": "a", "url": "https://example.org"}, {}]}),
            "/grants/0/classifications/0: not an object; kept in extensions",
        ),
        (json!({"relatedDocument": [{"url": "plan.pdf"}, {"title": "Map", "documentType": "Photo"}]}), ""),
        (
            json!({"grantProgramme": [{"code": "A"}, {"code": "B"}]}),
            "/grants/0/grantProgramme/1: no equivalent field; kept in extensions",
        ),
        (json!({"grantProgramme": [{"title": "A", "code": 4, "x": {}}]}), ""),
        (
            json!({"beneficiaryLocation": [{"name": "Leeds", "latitude": 53.80}]}),
            "/grants/0/beneficiaryLocation/0/latitude: no longitude; kept in extensions",
        ),
        (
            json!({"amountAppliedFor": 2000, "a/b~c": [[], {}]}),
            "/grants/0/a~1b~0c: no equivalent field; kept in extensions",
        ),
        (
            json!({"recipientIndividual": {"id": "i", "name": "And a person"}}),
            "/grants/0/recipientIndividual: no equivalent field; kept in extensions",
        ),
    ];
    for (members, misfit) in cases {
        let (_, misfits) = there_and_back(&package([members]));
        assert!(
            misfits.iter().any(|told| if misfit.is_empty() { !told.is_empty() } else { told == misfit }),
            "{misfit}\n{misfits:#?}"
        );
    }
}

#[test]
fn null_means_not_stated_and_comes_back() {
    let grant: serde_json::Map<_, _> =
        MEMBERS.into_iter().map(|name| (name.to_owned(), Value::Null)).collect();
    let mention = json!({"id": null, "name": null, "url": null});
    let other = json!({"fundingOrganization": [mention], "recipientIndividual": mention, "grantProgramme": [{"code": null}]});
    let (_, misfits) =
        there_and_back(&json!({"grants": [grant, other], "title": null, "publisher": null}).to_string());
    assert!(!misfits.iter().any(|misfit| misfit.contains(": not a")), "{misfits:#?}");
}

#[test]
fn changed_values_take_precedence_over_kept_ones() {
    let text = package([
        json!({
            "awardDate": "2024-02-29T12:00:00Z", "amountAwarded": "1000", "fromOpenCall": "Yes",
            "recipientOrganization": [{"id": "GB-CHC-7", "name": "Unlock", "postalCode": "N1 1AA"}],
        }),
        json!({
            "id": "second",
            "recipientOrganization": [{"id": "GB-CHC-7", "name": "UNLOCK", "postalCode": "N2 2BB", "department": "North"}],
        }),
    ]);
    let mut dataset = read(text.as_bytes()).unwrap().value;
    dataset.funding[0].date = Some("2024-03-01".parse().unwrap());
    dataset.funding[0].amount = Some(cooperation::Money::parse("2000", "EUR").unwrap());
    dataset.funding[1].recipient = dataset.funding[1].funder.clone();
    let back: Value = serde_json::from_str(&write(&dataset).value).unwrap();
    let (first, second) = (&back["grants"][0], &back["grants"][1]);
    assert_eq!(
        (&first["awardDate"], &first["amountAwarded"], &first["currency"]),
        (&json!("2024-03-01"), &json!(2000), &json!("EUR"))
    );
    assert_eq!(first["fromOpenCall"], "Yes");
    assert_eq!(second["recipientOrganization"], json!([{"id": "GB-CHC-1000147", "name": "A Trust"}]));

    dataset.funding[1].recipient = None;
    dataset.funding[0].title = None;
    dataset.organizations[1].name = Text::und("Unlock the doors").unwrap();
    let back: Value = serde_json::from_str(&write(&dataset).value).unwrap();
    assert_eq!(back["grants"][0]["recipientOrganization"][0]["name"], "Unlock the doors");
    assert!(
        back["grants"][0].get("title").is_none() && back["grants"][1].get("recipientOrganization").is_none()
    );
}

#[test]
fn records_that_are_not_grants_are_reported() {
    let dataset = Dataset::from_json(r#"{"version": "1.0", "language": "nb",
        "networks": [{"id": "nordic", "name": {"en": "Nordic"}}],
        "organizations": [
            {"id": "trust", "name": {"nb": "En stiftelse", "en": "A trust"}, "founded": "1990"},
            {"id": "hall", "name": {"und": "A hall"}, "identifiers": [{"scheme": "NO-BRC", "value": "123"}]},
            {"id": "lonely", "name": {"und": "Lonely"}}],
        "funding": [
            {"id": "loan", "kind": "loan", "recipient": {"organization": "hall"}},
            {"id": "wish", "status": "requested", "recipient": {"organization": "hall"}},
            {"id": "grant", "title": {"en": "Grant"}, "funder": {"organization": "trust"}, "recipient": {"organization": "hall"},
             "of": {"network": "nordic"}, "share": "80.00", "status": "disbursed", "extensions": {"org.example": 1}},
            {"id": "to-network", "recipient": {"network": "nordic"}}]}"#).unwrap();
    let written = write(&dataset);
    let misfits: Vec<_> = written.misfits.iter().map(ToString::to_string).collect();
    for expected in [
        "/funding/0: left out, since 360Giving has grants only and this is loan",
        "/funding/1: left out, since 360Giving has grants only and this is requested",
        "/funding/2/of: no 360Giving field; left out",
        "/funding/2/share: no 360Giving field; left out",
        r#"/funding/2/status: written in part: when read back, the value is "committed""#,
        "/funding/2/title: written without its language",
        "/funding/2/extensions/org.example: changed when read back",
        "/funding/3/recipient: written as an organization: 360Giving has no networks",
        "/funding/2: no amountAwarded, which 360Giving requires (2 places)",
        "/language: no 360Giving field; left out",
        "/networks/0: written as an organization: names, description, identifiers, links and address only",
        "/organizations/0/name: written in one language, without its tag",
        "/organizations/0/founded: no 360Giving field; left out",
        r#"/organizations/1/id: "hall" becomes "NO-BRC-123" when read back"#,
        "/organizations/2: left out, since no grant refers to it",
    ] {
        assert!(misfits.iter().any(|misfit| misfit == expected), "{expected}\n{misfits:#?}");
    }
    let back: Value = serde_json::from_str(&written.value).unwrap();
    assert_eq!(back["grants"].as_array().unwrap().len(), 2);
    assert_eq!(back["grants"][0]["recipientOrganization"], json!([{"id": "NO-BRC-123", "name": "A hall"}]));
}

#[test]
fn a_part_of_a_grant_is_not_a_grant_of_its_own() {
    let dataset = Dataset::from_json(
        r#"{"version": "1.0", "funding": [
            {"id": "w", "amount": {"amount": "100", "currency": "EUR"}},
            {"id": "first", "part_of": "w", "status": "disbursed", "amount": {"amount": "40", "currency": "EUR"}},
            {"id": "silent"},
            {"id": "of-silent", "part_of": "silent", "amount": {"amount": "7", "currency": "EUR"}},
            {"id": "of-nothing", "part_of": "elsewhere", "amount": {"amount": "9", "currency": "EUR"}}]}"#,
    )
    .unwrap();
    let written = write(&dataset);
    let package: Value = serde_json::from_str(&written.value).unwrap();
    let ids: Vec<_> = package["grants"].as_array().unwrap().iter().map(|grant| grant["id"].clone()).collect();
    assert_eq!(ids, ["w", "silent", "of-silent", "of-nothing"]);
    let told: Vec<_> = written.misfits.iter().map(ToString::to_string).collect();
    assert!(
        told.contains(&"/funding/1: left out, since 360Giving has grants only and this is a part of another funding record".to_owned()),
        "{told:?}"
    );
}
