//! Grants in a spreadsheet.

use super::{grant, package, there_and_back};
use cooperation::interop::MisfitKind;
use cooperation::interop::threesixtygiving::{read, read_csv, write};
use serde_json::{Value, json};

const TITLES: &str = "Identifier;Title;Description;Currency;Amount Applied For;Amount Awarded;Award Date;From An Open Call?;\
    Recipient Org:Identifier;recipient org: NAME ;Recipient Org:City;Recipient Org:Location:Geographic Code;\
    Funding Org:Identifier;Funding Org:Name;Beneficiary Location:Name;Beneficiary Location:Latitude;\
    Beneficiary Location:Longitude;Planned Dates:Duration (months);Grant Programme:Title;To Individuals Details:Grant Purpose;\
    relatedDocument/0/url;disbursementTransaction/0/value;disbursementTransaction/0/currency;Own Column";

const ROW: &str = "360G-x-1;A hall;A roof;GBP;2000;1000.50;2024-02-29;Yes;GB-CHC-7;Hall;Leeds;E1;GB-CHC-1;A Trust;Leeds;53.80;-1.55;\
    12;Roofs;GTIP010; GTIP020;https://example.org/a;500;GBP;own";

#[test]
fn titles_of_the_standard_stand_for_its_members() {
    let table = format!("{TITLES}\n{}\n", ROW.replace("GTIP010; GTIP020", "\"GTIP010; GTIP020\""));
    let json = json!({"grants": [{
        "id": "360G-x-1", "title": "A hall", "description": "A roof", "currency": "GBP", "amountAppliedFor": 2000,
        "amountAwarded": 1000.50, "awardDate": "2024-02-29", "fromOpenCall": "Yes",
        "recipientOrganization": [{"id": "GB-CHC-7", "name": "Hall", "addressLocality": "Leeds", "location": [{"geoCode": "E1"}]}],
        "fundingOrganization": [{"id": "GB-CHC-1", "name": "A Trust"}],
        "beneficiaryLocation": [{"name": "Leeds", "latitude": "LAT", "longitude": -1.55}],
        "plannedDates": [{"duration": 12}], "grantProgramme": [{"title": "Roofs"}],
        "toIndividualsDetails": {"grantPurpose": ["GTIP010", "GTIP020"]},
        "relatedDocument": [{"url": "https://example.org/a"}],
        "disbursementTransaction": [{"value": 500, "currency": "GBP"}], "Own Column": "own",
    }]});
    // Numbers keep their zeros.
    let json = json.to_string().replace("\"LAT\"", "53.80").replace("1000.5,", "1000.50,");
    let of_csv = read_csv(&table);
    let of_json = read(&json).unwrap();
    assert_eq!(of_csv.value, of_json.value);
    assert_eq!(of_csv.value.funding[0].amount.as_ref().unwrap().to_string(), "1000.50 GBP");
    let told: Vec<_> = of_csv.misfits.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["/grants/0/Own Column (line 2): no equivalent field; kept in extensions"]);
    let (back, original): (Value, Value) =
        (serde_json::from_str(&write(&of_csv.value).value).unwrap(), serde_json::from_str(&json).unwrap());
    assert_eq!(back, original);
    assert_eq!(there_and_back(&json).0, of_csv.value);
}

#[test]
fn cells_that_cannot_be_read_are_told_with_their_line_and_kept() {
    let table = "Identifier,Title,Currency,Amount Awarded,Award Date,Beneficiary Location:Latitude,Beneficiary Location:Name\n\
        a,\"Two\nlines\",GBP,\"1,000\",2024-02-30,north,Leeds\n\nb,B,GBP,\u{a3}5,2024,,\nc,C,GBP,5,2024,1,,surplus\n";
    let read = read_csv(table);
    assert_eq!(read.value.funding.len(), 3);
    let mut unread: Vec<_> =
        read.misfits.iter().map(|misfit| (misfit.place.as_str(), misfit.line, misfit.count)).collect();
    unread.sort_unstable();
    assert_eq!(
        unread,
        [
            ("/grants/0/amountAwarded", Some(2), 2),
            ("/grants/0/awardDate", Some(2), 1),
            ("/grants/0/beneficiaryLocation/0/latitude", Some(2), 1),
            ("/grants/0/currency", Some(2), 2),
            ("/grants/2/beneficiaryLocation", Some(6), 1),
            ("grants", Some(6), 1),
        ]
    );
    let first = &read.value.funding[0].extensions;
    assert_eq!(
        first.get("org.threesixtygiving.unread"),
        Some(r#"["/amountAwarded","/awardDate","/beneficiaryLocation/0/latitude","/currency"]"#)
    );
    let kept: Value = serde_json::from_str(first.get("org.threesixtygiving").unwrap()).unwrap();
    assert_eq!((&kept["amountAwarded"], &kept["awardDate"]), (&json!("1,000"), &json!("2024-02-30")));
}

#[test]
fn columns_with_wrong_or_repeated_titles_are_told() {
    let read = read_csv("Identifier,Titel,Amount Awardd,id,a,a/b,\nx,T,5,y,1,2,3\n");
    let told: Vec<_> =
        read.misfits.iter().map(|misfit| (misfit.kind, misfit.place.as_str(), misfit.line)).collect();
    for expected in [
        (MisfitKind::NoPlace, "grants/Amount Awardd", Some(1)),
        (MisfitKind::Unread, "grants/id", Some(1)),
        (MisfitKind::NoPlace, "/grants/0/a", Some(2)),
        (MisfitKind::Unread, "grants", Some(2)),
    ] {
        assert!(told.contains(&expected), "{expected:?}\n{:#?}", read.misfits);
    }
    assert_eq!(read.value.funding[0].id.as_str(), "x");
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_told() {
    let read = read_csv("Identifier,Title\na,\"open\nb,B\n");
    assert_eq!(read.misfits[0].kind, MisfitKind::Unread);
    assert_eq!(read.misfits[0].line, Some(2));
    assert!(read_csv("").value.funding.is_empty());
}

#[test]
fn a_table_of_a_package_is_that_package() {
    let grants = package([json!({}), json!({"id": "second", "title": "Second"})]);
    let rows = [grant(&json!({})), grant(&json!({"id": "second", "title": "Second"}))].map(|grant| {
        let text = |way: &str| grant.pointer(way).unwrap().to_string().trim_matches('"').to_owned();
        [
            "/id",
            "/title",
            "/description",
            "/currency",
            "/amountAwarded",
            "/awardDate",
            "/fundingOrganization/0/id",
            "/fundingOrganization/0/name",
            "/recipientOrganization/0/id",
            "/recipientOrganization/0/name",
        ]
        .map(text)
        .join("\t")
    });
    let titles = "Identifier\tTitle\tDescription\tCurrency\tAmount Awarded\tAward Date\tFunding Org:Identifier\t\
        Funding Org:Name\tRecipient Org:Identifier\tRecipient Org:Name";
    let table = format!("\u{feff}{titles}\r\n{}\r\n", rows.join("\r\n"));
    assert_eq!(read_csv(&table).value, read(&grants).unwrap().value);
}
