use super::{activity, told};
use cooperation::{
    Party,
    codes::{FundingKind, FundingStatus},
};

fn transaction(code: &str, rest: &str) -> String {
    format!(
        "<transaction><transaction-type code=\"{code}\"/><transaction-date iso-date=\"2024-01-02\"/>
        <value>100</value>{rest}</transaction>"
    )
}

#[test]
fn the_type_of_a_transaction_is_status_and_direction() {
    use FundingStatus::{Committed, Disbursed, Pledged, Returned, Spent};
    const PARTIES: &str = "<provider-org ref=\"GB-CHC-1\"><narrative>P</narrative></provider-org>
        <receiver-org ref=\"GB-CHC-2\"><narrative>R</narrative></receiver-org>";
    let (p, r, own, none) = (Some("GB-CHC-1"), Some("GB-CHC-2"), Some("XM-TEST"), None);
    // Code, status, funder and recipient as named, and where neither is named.
    let types = [
        ("1", Disbursed, p, r, none, own),
        ("2", Committed, p, r, own, none),
        ("3", Disbursed, p, r, own, none),
        ("4", Spent, p, r, own, none),
        ("5", Disbursed, p, r, none, none),
        ("6", Returned, r, p, none, none),
        ("7", Returned, r, p, none, none),
        ("8", Disbursed, p, r, own, none),
        ("9", Disbursed, p, r, none, own),
        ("10", Committed, p, r, own, none),
        ("11", Committed, p, r, none, own),
        ("12", Pledged, p, r, own, none),
        ("13", Pledged, p, r, none, own),
    ];
    for (code, status, funder, recipient, own_funder, own_recipient) in types {
        let read = activity(&(transaction(code, PARTIES) + &transaction(code, "")));
        let id = |party: &Option<Party>| match party {
            Some(Party::Organization(id)) => Some(id.to_string()),
            _ => None,
        };
        let [named, alone] = &read.value.funding[..] else { panic!("{code}") };
        assert_eq!(named.status, Some(status), "{code}");
        assert_eq!(
            (id(&named.funder).as_deref(), id(&named.recipient).as_deref()),
            (funder, recipient),
            "{code}"
        );
        assert_eq!(
            (id(&alone.funder).as_deref(), id(&alone.recipient).as_deref()),
            (own_funder, own_recipient),
            "{code}"
        );
        assert_eq!(named.classifications[0].scheme.as_ref().unwrap().as_str(), "IATI transaction type");
        assert_eq!(named.classifications[0].code.as_ref().unwrap().as_str(), code);
        assert_eq!(named.amount.as_ref().unwrap().to_string(), "100 EUR");
    }
}

#[test]
fn a_transaction_keeps_what_is_said_of_it() {
    let read = activity(
        "<default-finance-type code=\"421\"/>
        <transaction ref=\"T 1\" humanitarian=\"1\"><transaction-type code=\"3\"/>
        <transaction-date iso-date=\"2024-01-02\"/><value currency=\"USD\" value-date=\"2024-01-03\">+007.50</value>
        <provider-org provider-activity-id=\"X-1\"><narrative>P</narrative></provider-org>
        <recipient-country code=\"MW\"/><flow-type code=\"10\"/></transaction>
        <transaction ref=\"T2\"><transaction-type code=\"3\"/><value value-date=\"2024-01-03\">1,000</value>
        <finance-type code=\"622\"/></transaction>
        <transaction ref=\"T2\"/>",
    );
    let [first, second, third] = &read.value.funding[..] else { panic!() };
    assert_eq!(first.id.as_str(), "XM-TEST-1/transaction/t-1");
    assert_eq!(
        (second.id.as_str(), third.id.as_str()),
        ("XM-TEST-1/transaction/2", "XM-TEST-1/transaction/3")
    );
    assert_eq!(first.identifiers[0].value.as_str(), "T 1");
    assert_eq!(first.amount.as_ref().unwrap().to_string(), "7.50 USD");
    assert_eq!(first.kind, Some(FundingKind::Loan));
    assert_eq!(second.kind.as_ref().unwrap().as_str(), "debt relief");
    assert_eq!(second.amount, None);
    assert_eq!(first.places[0].as_str(), "MW");
    let codes: Vec<_> =
        first.classifications.iter().map(|known| known.code.as_ref().unwrap().as_str()).collect();
    assert_eq!(codes, ["3", "10", "1", "MW"]);
    let kept: serde_json::Value =
        serde_json::from_str(first.extensions.get("org.iatistandard").unwrap()).unwrap();
    assert_eq!(
        kept,
        serde_json::json!({"value": [{"@value-date": "2024-01-03"}], "provider-org": [{"@provider-activity-id": "X-1"}]})
    );
    assert_eq!(second.extensions.get("org.iatistandard"), None);
    assert_eq!(
        second.extensions.get("org.iatistandard.unread").unwrap(),
        "{\"value\":{\"#text\":\"1,000\",\"@value-date\":\"2024-01-03\"}}"
    );
    assert!(
        told(&read).iter().any(|told| told.starts_with("unread iati-activity/transaction/value (line 9)"))
    );
}

#[test]
fn budgets_and_planned_disbursements_are_kept_apart() {
    let period = "<period-start iso-date=\"2024-01-01\"/><period-end iso-date=\"2024-12-31\"/>";
    let read = activity(&format!(
        "<activity-date type=\"1\" iso-date=\"2024-01-01\"/><activity-date type=\"3\" iso-date=\"2024-12-31\"/>
        <budget type=\"2\" status=\"2\">{period}<value value-date=\"2024-01-01\">-5.00</value></budget>
        <planned-disbursement type=\"1\">{period}<value>9</value></planned-disbursement>"
    ));
    let project = &read.value.projects[0];
    assert_eq!(project.budgets[0].amount.to_string(), "-5.00 EUR");
    assert_eq!(project.budgets[0].revised, Some(true));
    assert_eq!(project.budget.as_ref(), Some(&project.budgets[0].amount));
    let funding = &read.value.funding[0];
    assert_eq!(
        (funding.id.as_str(), &funding.status),
        ("XM-TEST-1/planned/1", &Some(FundingStatus::Planned))
    );
    assert_eq!(funding.period, project.budgets[0].period);
    assert!(funding.funder.is_some() && funding.recipient.is_none());
    assert_eq!(
        project.extensions.get("org.iatistandard").unwrap(),
        "{\"budget\":[{\"@status\":\"2\"}],\"reporting-org-id\":\"XM-TEST\"}"
    );
}

#[test]
fn who_funds_is_a_funding_unless_another_names_the_funder() {
    let funder =
        "<participating-org ref=\"GB-CHC-1\" role=\"1\"><narrative>P</narrative></participating-org>";
    let read = activity(funder);
    assert!(read.value.participations.is_empty());
    let [funding] = &read.value.funding[..] else { panic!() };
    assert_eq!((funding.id.as_str(), &funding.amount), ("XM-TEST-1/funder/GB-CHC-1", &None));
    let named = transaction("1", "<provider-org ref=\"GB-CHC-1\"/>");
    assert_eq!(activity(&format!("{funder}{named}")).value.funding.len(), 1);
    let read = activity("<budget><value currency=\"XXXX\">1</value></budget><budget/>");
    assert!(read.value.projects[0].budgets.is_empty());
    assert!(
        told(&read)
            .iter()
            .any(|told| told.contains("a budget needs an amount") && told.ends_with("(2 places)"))
    );
}
