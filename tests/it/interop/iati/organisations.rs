use super::told;
use cooperation::interop::iati;
use cooperation::{Party, codes::FundingStatus};

#[test]
fn an_organisation_file_has_budgets_and_funding() {
    let period = "<period-start iso-date=\"2024-01-01\"/><period-end iso-date=\"2024-12-31\"/>";
    let file = format!(
        "<iati-organisations version=\"2.03\"><iati-organisation default-currency=\"SEK\" xml:lang=\"sv\"
        last-updated-datetime=\"2024-02-03\"><organisation-identifier>SE-ON-1</organisation-identifier>
        <name><narrative>Sida</narrative></name>
        <reporting-org ref=\"SE-ON-1\" type=\"10\"><narrative>Sida</narrative></reporting-org>
        <total-budget status=\"1\">{period}<value>100</value></total-budget>
        <recipient-org-budget status=\"2\"><recipient-org ref=\"GB-CHC-2\"><narrative>B</narrative></recipient-org>
        {period}<value>60</value><budget-line ref=\"1.1\"><value>20</value><narrative>Travel</narrative></budget-line></recipient-org-budget>
        <recipient-country-budget><recipient-country code=\"MW\"/>{period}<value>7</value></recipient-country-budget>
        <total-expenditure>{period}<value>3</value></total-expenditure></iati-organisation></iati-organisations>"
    );
    let read = iati::read(file.as_bytes()).unwrap();
    let sida = &read.value.organizations[0];
    assert_eq!((sida.id.as_str(), sida.modified.unwrap().to_string().as_str()), ("SE-ON-1", "2024-02-03"));
    assert_eq!(sida.budgets[0].amount.to_string(), "100 SEK");
    assert_eq!(read.value.publisher.as_ref().unwrap().get("sv"), Some("Sida"));
    let said: Vec<_> = read
        .value
        .funding
        .iter()
        .map(|funding| {
            (
                funding.id.as_str(),
                funding.status.clone().unwrap(),
                funding.amount.as_ref().unwrap().to_string(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            ("SE-ON-1/org-budget/1", FundingStatus::Committed, "60 SEK".to_owned()),
            ("SE-ON-1/org-budget/1/1", FundingStatus::Committed, "20 SEK".to_owned()),
            ("SE-ON-1/country-budget/1", FundingStatus::Planned, "7 SEK".to_owned()),
            ("SE-ON-1/total-expenditure/1", FundingStatus::Spent, "3 SEK".to_owned()),
        ]
    );
    assert!(
        matches!(&read.value.funding[0].recipient, Some(Party::Organization(id)) if id.as_str() == "GB-CHC-2")
    );
    assert_eq!(read.value.funding[1].title.as_ref().unwrap().get("sv"), Some("Travel"));
    assert_eq!(read.value.funding[2].places[0].as_str(), "MW");
    // The status of a budget has no place.
    let told = told(&read);
    assert!(told.iter().any(|told| told.contains("iati-organisation/total-budget/@status")), "{told:#?}");
}
