//! Codes, numbers of registers, and amounts beside that of the grant.

use super::{package, there_and_back};
use cooperation::codes::{FundingKind, FundingStatus, OrganizationKind};
use cooperation::interop::MisfitKind;
use cooperation::interop::threesixtygiving::{read, write};
use serde_json::{Value, json};

#[test]
fn members_of_a_grant_that_are_codes_become_classifications() {
    let (dataset, misfits) = there_and_back(&package([json!({
        "fromOpenCall": "Yes", "fundingType": [{"title": "Grant", "code": "1"}], "relatedActivity": ["360G-x-1", "360G-x-2"],
        "dateModified": "2024-01-02", "dataSource": "https://example.org/data",
        "classifications": [{"url": "https://example.org/list", "code": "a"}, {"vocabulary": "List", "code": "b"}],
        "relatedDocument": [{"url": "https://example.org/a.pdf", "documentType": "application/pdf"}],
        "grantProgramme": [{"title": "Roofs", "dateModified": "2023"}],
        "actualDates": [{"startDate": "2024-02-01"}],
    })]));
    assert!(misfits.is_empty(), "{misfits:#?}");
    let funding = &dataset.funding[0];
    assert!(funding.extensions.is_empty(), "{:?}", funding.extensions);
    let codes: Vec<_> = funding
        .classifications
        .iter()
        .map(|entry| (entry.scheme.as_ref().unwrap().as_str(), entry.code.as_ref().unwrap().as_str()))
        .collect();
    assert_eq!(
        codes,
        [
            ("https://example.org/list", "a"),
            ("List", "b"),
            ("360Giving funding type", "1"),
            ("360Giving open call", "Yes"),
        ]
    );
    assert_eq!(
        funding.identifiers.iter().map(|known| known.value.as_str()).collect::<Vec<_>>(),
        ["360G-x-1", "360G-x-2"]
    );
    assert_eq!(funding.modified.unwrap().to_string(), "2024-01-02");
    assert_eq!(funding.period.as_ref().unwrap().start.unwrap().to_string(), "2024-02-01");
    assert_eq!(dataset.programmes[0].modified.unwrap().to_string(), "2023");
    assert!(funding.links.iter().any(|link| link.media_type.is_some()));
}

#[test]
fn a_loan_that_was_published_as_a_grant_is_published_as_one() {
    for (word, kind) in
        [("Loan", FundingKind::Loan), ("contract", FundingKind::Contract), ("In kind", FundingKind::InKind)]
    {
        let (mut dataset, _) = there_and_back(&package([json!({"fundingType": [{"title": word}]})]));
        assert_eq!(dataset.funding[0].kind, Some(kind));
        dataset.funding[0].classifications.clear();
        assert_eq!(serde_json::from_str::<Value>(&write(&dataset).value).unwrap()["grants"], json!([]));
    }
    let (dataset, _) = there_and_back(&package([json!({"fundingType": [{"title": "Endowment"}]})]));
    assert_eq!(dataset.funding[0].kind, Some(FundingKind::Grant));
}

#[test]
fn amounts_beside_that_of_the_grant_are_funding_of_their_own() {
    let (dataset, misfits) = there_and_back(&package([
        json!({"id": "a", "amountAppliedFor": "2000.50", "amountDisbursed": "400", "grantProgramme": [{"title": "Roofs"}]}),
        json!({"id": "c", "amountAppliedFor": "lots"}),
        json!({"id": "d", "currency": null, "amountAppliedFor": 5}),
    ]));
    let found: Vec<_> = dataset
        .funding
        .iter()
        .skip(3)
        .map(|one| {
            (
                one.id.as_str(),
                one.status.clone().unwrap(),
                one.amount.as_ref().unwrap().to_string(),
                one.part_of.is_some(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("a/applied", FundingStatus::Requested, "2000.50 GBP".to_owned(), false),
            ("a/disbursed", FundingStatus::Disbursed, "400 GBP".to_owned(), true),
        ]
    );
    assert_eq!(dataset.funding[3].recipient, dataset.funding[0].recipient);
    assert_eq!(dataset.funding[3].programme, dataset.funding[0].programme);
    assert_eq!(misfits.iter().filter(|told| told.contains("amountAppliedFor")).count(), 3, "{misfits:#?}");
    // The ids of grants come first.
    let text = package([json!({"id": "a", "amountAppliedFor": 7}), json!({"id": "a/applied"})]);
    let dataset = read(&text).unwrap().value;
    let ids: Vec<_> = dataset.funding.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["a", "a/applied", "a/applied-2"]);
    assert_eq!(
        serde_json::from_str::<Value>(&write(&dataset).value).unwrap(),
        serde_json::from_str::<Value>(&text).unwrap()
    );
}

#[test]
fn an_amount_that_was_changed_is_written_as_it_is_now() {
    let mut dataset =
        read(package([json!({"id": "a", "amountAppliedFor": "2000", "amountDisbursed": 1})])).unwrap().value;
    dataset.funding[1].amount = Some(cooperation::Money::parse("3000", "GBP").unwrap());
    dataset.funding[2].amount = Some(cooperation::Money::parse("1", "EUR").unwrap());
    let written = write(&dataset);
    let back: Value = serde_json::from_str(&written.value).unwrap();
    assert_eq!(back["grants"][0]["amountAppliedFor"], 3000);
    assert_eq!(back["grants"][0].get("amountDisbursed"), None);
    assert!(written.misfits.iter().any(|misfit| misfit.place == "/funding/2"), "{:?}", written.misfits);
}

#[test]
fn numbers_of_registers_become_identifiers() {
    for (member, number, scheme, value) in [
        ("charityNumber", "1126147", "GB-CHC", "1126147"),
        ("charityNumber", " SC012345 ", "GB-SC", "SC012345"),
        ("charityNumber", "NIC100001", "GB-NIC", "NIC100001"),
        ("companyNumber", "123456", "GB-COH", "00123456"),
        ("companyNumber", "SC123456", "GB-COH", "SC123456"),
    ] {
        let mention = json!({"id": "360G-x-ORG:1", "name": "Hall", member: number});
        let (dataset, misfits) = there_and_back(&package([json!({"recipientOrganization": [mention]})]));
        let known = &dataset.organizations[1].identifiers[0];
        assert_eq!((known.scheme.as_str(), known.value.as_str()), (scheme, value));
        assert!(misfits.is_empty(), "{misfits:?}");
    }
    for (member, number) in
        [("charityNumber", "TBC"), ("charityNumber", "12345678"), ("companyNumber", "12AB")]
    {
        let mention = json!({"id": "GB-CHC-7", "name": "Hall", member: number});
        let text = package([json!({"recipientOrganization": [mention]})]);
        let (dataset, _) = there_and_back(&text);
        assert_eq!(dataset.organizations[1].identifiers.len(), 1, "{number}");
        let misfits = read(&text).unwrap().misfits;
        assert_eq!(misfits.iter().map(|misfit| misfit.kind).collect::<Vec<_>>(), [MisfitKind::Unread]);
        let unread = dataset.funding[0].extensions.get("org.threesixtygiving.unread").unwrap();
        assert_eq!(unread, format!("[\"/recipientOrganization/0/{member}\"]"));
    }
    // The number of the id itself is no second identifier.
    let mention = json!({"id": "GB-CHC-7654321", "name": "Hall", "charityNumber": "7654321"});
    let (dataset, _) = there_and_back(&package([json!({"recipientOrganization": [mention]})]));
    assert_eq!(dataset.organizations[1].identifiers.len(), 1);
}

#[test]
fn types_of_organizations_become_kinds_and_keep_their_words() {
    for (word, kind) in [
        ("Registered Charity", Some(OrganizationKind::Ngo)),
        ("company", Some(OrganizationKind::Enterprise)),
        ("Public Body", Some(OrganizationKind::PublicBody)),
        ("Choir", None),
    ] {
        let mention = json!({"id": "GB-CHC-7", "name": "Hall", "organisationType": word});
        let (dataset, misfits) = there_and_back(&package([json!({"recipientOrganization": [mention]})]));
        let hall = &dataset.organizations[1];
        assert_eq!((&hall.kind, misfits.len()), (&kind, 0));
        assert_eq!(hall.classifications[0].title.as_ref().unwrap().get("und"), Some(word));
    }
}
