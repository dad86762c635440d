//! Transactions that grants list.

use super::{package, there_and_back};
use cooperation::codes::FundingStatus;
use cooperation::interop::threesixtygiving::{read, write};
use cooperation::{Dataset, Funding, Money, OrganizationId, Party};
use serde_json::{Value, json};

fn find<'d>(dataset: &'d Dataset, id: &str) -> &'d Funding {
    let ids: Vec<_> = dataset.funding.iter().map(|funding| funding.id.as_str()).collect();
    dataset
        .funding
        .iter()
        .find(|funding| funding.id.as_str() == id)
        .unwrap_or_else(|| panic!("{id}: {ids:?}"))
}

fn party(id: &str) -> Party {
    Party::Organization(OrganizationId::new(id).unwrap())
}

/// A grant with three kinds of transactions, by its id `G`.
fn listed() -> Value {
    json!({
        "id": "G", "amountAppliedFor": 1200, "grantProgramme": [{"code": "HALLS"}],
        "applicationTransaction": [{"id": "A 1", "value": 1200, "currency": "GBP", "transactionDate": "2023-12-01"}],
        "commitmentTransaction": [{"value": 1000.5, "currency": "GBP", "transactionDate": "2024-03"}],
        "disbursementTransaction": [
            {"id": "360G-T-1", "value": 400, "currency": "GBP", "transactionDate": "2024-04-01", "valueDate": "2024-04-03",
             "description": "First part", "provider": "GB-CHC-1000147", "recipient": "GB-COH-00000001",
             "dateModified": "2024-05-01"},
            {"id": "360G-T-2", "value": 600, "currency": "EUR", "provider": "GB-COH-00000002", "recipient": "XX-YYY-1"},
        ],
    })
}

/// A grant that makes another organization known.
fn other() -> Value {
    json!({"id": "H", "recipientOrganization": [{"id": "GB-COH-00000002", "name": "A Barn"}]})
}

#[test]
fn transactions_become_parts_of_their_grant() {
    let (dataset, misfits) = there_and_back(&package([listed(), other()]));
    let ids: Vec<_> = dataset.funding.iter().map(|funding| funding.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "G",
            "H",
            "G/applied",
            "G/application/a-1",
            "G/commitment/1",
            "G/disbursement/360G-T-1",
            "G/disbursement/360G-T-2"
        ]
    );
    let whole = |id| find(&dataset, id).part_of.as_ref().map(cooperation::Id::as_str);
    assert_eq!(whole("G/application/a-1"), Some("G/applied"));
    assert_eq!((whole("G/commitment/1"), whole("G/disbursement/360G-T-2")), (Some("G"), Some("G")));
    let application = find(&dataset, "G/application/a-1");
    assert_eq!(application.status, Some(FundingStatus::Requested));
    assert_eq!(application.identifiers[0].value.as_str(), "A 1");
    let commitment = find(&dataset, "G/commitment/1");
    assert_eq!(commitment.amount.as_ref().unwrap().to_string(), "1000.5 GBP");
    assert_eq!(commitment.date.unwrap().to_string(), "2024-03");
    assert!(commitment.identifiers.is_empty());
    // What a transaction does not name is that of the grant.
    assert_eq!(
        (&commitment.funder, &commitment.recipient),
        (&Some(party("GB-CHC-1000147")), &Some(party("GB-COH-00000001")))
    );
    assert_eq!(commitment.programme, find(&dataset, "G").programme);
    let first = find(&dataset, "G/disbursement/360G-T-1");
    assert_eq!(first.status, Some(FundingStatus::Disbursed));
    assert_eq!(first.description.as_ref().unwrap().get("und"), Some("First part"));
    assert_eq!(first.modified.unwrap().to_string(), "2024-05-01");
    let second = find(&dataset, "G/disbursement/360G-T-2");
    assert_eq!(
        (&second.funder, &second.recipient),
        (&Some(party("GB-COH-00000002")), &Some(party("GB-COH-00000001")))
    );
    assert_eq!(
        misfits,
        [
            "/grants/0/disbursementTransaction/0/valueDate: no equivalent field; kept in extensions",
            "/grants/0/disbursementTransaction/1/recipient: no grant refers to an organization with this id; kept in extensions",
        ]
    );
    let report = dataset.validate();
    assert!(report.is_valid(), "{report}");
}

#[test]
fn money_disbursed_is_counted_once() {
    let transactions = json!([{"value": 600, "currency": "GBP"}, {"value": 400.00, "currency": "GBP"}]);
    for (amount, message) in [
        (json!(1000), "sum of the transactions; kept in extensions"),
        (json!(900), "not the sum of the transactions; kept in extensions"),
    ] {
        let grant = json!({"id": "G", "amountDisbursed": amount, "disbursementTransaction": transactions});
        let (dataset, misfits) = there_and_back_but_for_sums(&package([grant]), amount != json!(1000));
        assert_eq!(misfits, [format!("/grants/0/amountDisbursed: {message}")]);
        assert!(dataset.funding.iter().all(|funding| funding.id.as_str() != "G/disbursed"));
        let disbursed =
            dataset.funding.iter().filter(|funding| funding.status == Some(FundingStatus::Disbursed));
        assert_eq!(disbursed.count(), 2);
    }
    // Without transactions, the amount is a funding of its own.
    let (dataset, _) =
        there_and_back(&package([json!({"id": "G", "amountDisbursed": 10, "disbursementTransaction": []})]));
    assert_eq!(find(&dataset, "G/disbursed").amount.as_ref().unwrap().to_string(), "10 GBP");
}

/// Reads and writes a package; an amount that is not the sum of its transactions is told.
fn there_and_back_but_for_sums(package: &str, is_told: bool) -> (Dataset, Vec<String>) {
    let read = read(package.as_bytes()).unwrap();
    let written = write(&read.value);
    let back: Value = serde_json::from_str(&written.value).unwrap();
    assert_eq!(back, serde_json::from_str::<Value>(package).unwrap());
    let told: Vec<_> = written.misfits.iter().map(ToString::to_string).collect();
    let expected =
        "/funding/0: amountDisbursed is written as it was read, and the transactions do not add up to it";
    assert_eq!(told, if is_told { vec![expected] } else { Vec::new() });
    (read.value, read.misfits.iter().map(ToString::to_string).collect())
}

#[test]
fn what_of_a_transaction_cannot_be_read_is_kept_and_found() {
    let grant = json!({"id": "G", "disbursementTransaction": [
        {"id": "T", "value": "a lot", "currency": "GBP", "transactionDate": "2024-02-30", "provider": 7},
        {"id": "T", "value": 5},
    ]});
    let (dataset, misfits) = there_and_back(&package([grant]));
    let first = find(&dataset, "G/disbursement/T");
    assert_eq!((&first.amount, first.date), (&None, None));
    let unread: Value =
        serde_json::from_str(first.extensions.get("org.threesixtygiving.unread").unwrap()).unwrap();
    assert_eq!(unread, json!(["/currency", "/provider", "/transactionDate", "/value"]));
    assert_eq!(find(&dataset, "G/disbursement/T-2").amount, None);
    let at = |end: &str| {
        misfits.iter().any(|misfit| misfit.starts_with(&format!("/grants/0/disbursementTransaction/{end}: ")))
    };
    assert!(
        ["0/value", "0/transactionDate", "0/provider", "1/value", "1/id"].into_iter().all(at),
        "{misfits:#?}"
    );
    let report = dataset.validate();
    assert_eq!(
        report.findings().iter().filter(|found| found.rule == "value-kept-unread").count(),
        2,
        "{report}"
    );
}

#[test]
fn transactions_that_are_no_list_of_objects_are_kept() {
    for odd in
        [json!("none"), json!([{"value": 1}, 2]), json!({"value": 1}), json!([{"id": "x".repeat(240)}])]
    {
        let (dataset, misfits) = there_and_back(&package([json!({"id": "G", "commitmentTransaction": odd})]));
        assert_eq!(dataset.funding.len(), 1);
        assert_eq!(
            misfits,
            [
                "/grants/0/commitmentTransaction: not a list of objects, or an id is too long; kept in extensions"
            ]
        );
    }
}

fn back(dataset: &Dataset) -> (Value, Vec<String>) {
    let written = write(dataset);
    let package: Value = serde_json::from_str(&written.value).unwrap();
    (package, written.misfits.iter().map(ToString::to_string).collect())
}

#[test]
fn changes_of_transactions_are_written() {
    let mut dataset = read(package([listed(), other()]).as_bytes()).unwrap().value;
    let place = |dataset: &Dataset, id: &str| {
        dataset.funding.iter().position(|funding| funding.id.as_str() == id).unwrap()
    };
    let first = place(&dataset, "G/disbursement/360G-T-1");
    dataset.funding[first].amount = Some(Money::parse("450.00", "GBP").unwrap());
    dataset.funding[first].funder = Some(party("GB-COH-00000002"));
    dataset.funding[first].recipient = None;
    let second = place(&dataset, "G/disbursement/360G-T-2");
    dataset.funding[second].funder = Some(party("GB-CHC-1000147"));
    let commitment = place(&dataset, "G/commitment/1");
    dataset.funding.remove(commitment);
    let (package, told) = back(&dataset);
    let grant = &package["grants"][0];
    assert_eq!(grant.get("commitmentTransaction"), None);
    let expected = json!([
        {"id": "360G-T-1", "value": 450.00, "currency": "GBP", "transactionDate": "2024-04-01", "valueDate": "2024-04-03",
         "description": "First part", "provider": "GB-COH-00000002", "dateModified": "2024-05-01"},
        {"id": "360G-T-2", "value": 600, "currency": "EUR", "recipient": "XX-YYY-1"},
    ]);
    assert_eq!(grant["disbursementTransaction"], expected);
    assert!(
        told.contains(
            &"/funding/4/recipient: it is written inside a grant, and read back it is that of the grant"
                .to_owned()
        ),
        "{told:#?}"
    );
    assert_eq!(grant["applicationTransaction"], listed()["applicationTransaction"]);
}

#[test]
fn only_what_has_the_id_and_stage_of_a_transaction_is_one() {
    let text = |id: &str, status: &str, whole: &str| {
        format!(
            r#"{{"version": "1.0", "funding": [{{"id": "G", "amount": {{"amount": "9", "currency": "GBP"}}}},
            {{"id": "{id}", "status": "{status}", "part_of": "{whole}", "amount": {{"amount": "1", "currency": "GBP"}}}}]}}"#
        )
    };
    for (id, status, whole, is_one) in [
        ("G/disbursement/1", "disbursed", "G", true),
        ("G/disbursement/1", "committed", "G", false),
        ("G/disbursement/1", "disbursed", "F", false),
        ("F/disbursement/1", "disbursed", "G", false),
        ("G/disbursement1", "disbursed", "G", false),
        ("G/commitment/x/y", "committed", "G", true),
    ] {
        let dataset = Dataset::from_json(&text(id, status, whole)).unwrap();
        let (package, _) = back(&dataset);
        let grant = &package["grants"][0];
        let is_inside =
            grant.get("disbursementTransaction").or_else(|| grant.get("commitmentTransaction")).is_some();
        assert_eq!(is_inside, is_one, "{id} {status} {whole}");
    }
}

#[test]
fn the_address_is_that_of_the_latest_award() {
    let at = |id: &str, date: &str, post_code: Value| {
        let hall = json!([{"id": "GB-COH-00000001", "name": "A Hall", "postalCode": post_code}]);
        json!({"id": id, "awardDate": date, "recipientOrganization": hall})
    };
    let grants = [
        at("1", "2019-01-01", json!("A1")),
        at("2", "2021-02-03T00:00:00Z", json!("B2")),
        at("3", "2020-05-05", json!("C3")),
        at("4", "2022-01-01", Value::Null),
        at("5", "2021-02-03", json!("E5")),
    ];
    let (dataset, _) = there_and_back(&package(grants));
    let hall = dataset.organizations.iter().find(|one| one.id.as_str() == "GB-COH-00000001").unwrap();
    assert_eq!(hall.address.as_ref().unwrap().postal_code.as_ref().unwrap().as_str(), "B2");
}
