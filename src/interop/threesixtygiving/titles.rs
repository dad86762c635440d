//! Titles of the columns of a spreadsheet, and the members that they stand for.

/// Title of a column, and the name of its member.
type Title = (&'static str, &'static str);

/// Titles of columns of a grant.
const GRANT: [(&str, &str); 17] = [
    ("Identifier", "id"),
    ("Title", "title"),
    ("Description", "description"),
    ("Currency", "currency"),
    ("Amount Applied For", "amountAppliedFor"),
    ("Amount Awarded", "amountAwarded"),
    ("Amount Disbursed", "amountDisbursed"),
    ("Award Date", "awardDate"),
    ("URL", "url"),
    ("From An Open Call?", "fromOpenCall"),
    ("Related Activity", "relatedActivity"),
    ("Last Modified", "dateModified"),
    ("Data Source", "dataSource"),
    ("For Regrant Type", "regrantType"),
    ("Location Scope", "locationScope"),
    ("Planned Dates", "plannedDates"),
    ("Actual Dates", "actualDates"),
];

const ORGANIZATION: [(&str, &str); 18] = [
    ("Identifier", "id"),
    ("Name", "name"),
    ("Department", "department"),
    ("Contact Name", "contactName"),
    ("Charity Number", "charityNumber"),
    ("Company Number", "companyNumber"),
    ("Street Address", "streetAddress"),
    ("City", "addressLocality"),
    ("County", "addressRegion"),
    ("Country", "addressCountry"),
    ("Postal Code", "postalCode"),
    ("Phone Number", "telephone"),
    ("Alternate Name", "alternateName"),
    ("Email", "email"),
    ("Description", "description"),
    ("Organisation Type", "organisationType"),
    ("Web Address", "url"),
    ("Last Modified", "dateModified"),
];

const LOCATION: [(&str, &str); 9] = [
    ("Identifier", "id"),
    ("Name", "name"),
    ("Country Code", "countryCode"),
    ("Latitude", "latitude"),
    ("Longitude", "longitude"),
    ("Description", "description"),
    ("Geographic Code", "geoCode"),
    ("Geographic Code Type", "geoCodeType"),
    ("Last Modified", "dateModified"),
];

const EVENT: [(&str, &str); 6] = [
    ("Title", "title"),
    ("Start Date", "startDate"),
    ("End Date", "endDate"),
    ("Duration (months)", "duration"),
    ("Description", "description"),
    ("Last Modified", "dateModified"),
];

const PROGRAMME: [(&str, &str); 5] = [
    ("Code", "code"),
    ("Title", "title"),
    ("Description", "description"),
    ("URL", "url"),
    ("Last Modified", "dateModified"),
];

const CLASSIFICATION: [(&str, &str); 6] = [
    ("Vocabulary", "vocabulary"),
    ("Code", "code"),
    ("Title", "title"),
    ("Description", "description"),
    ("URL", "url"),
    ("Last Modified", "dateModified"),
];

const DOCUMENT: [(&str, &str); 6] = [
    ("Identifier", "id"),
    ("Title", "title"),
    ("Web Address", "url"),
    ("Description", "description"),
    ("Document Type", "documentType"),
    ("Last Modified", "dateModified"),
];

const PERSON: [(&str, &str); 2] = [("Identifier", "id"), ("Name", "name")];

const DETAILS: [(&str, &str); 3] = [
    ("Primary Grant Reason", "primaryGrantReason"),
    ("Secondary Grant Reason", "secondaryGrantReason"),
    ("Grant Purpose", "grantPurpose"),
];

/// Titles before the colon of a nested title, the way to the object, and the titles behind the colon.
const NESTED: [(&str, &str, &[Title]); 14] = [
    ("Recipient Org:Location", "recipientOrganization/0/location/0", &LOCATION),
    ("Funding Org:Location", "fundingOrganization/0/location/0", &LOCATION),
    ("Recipient Org", "recipientOrganization/0", &ORGANIZATION),
    ("Funding Org", "fundingOrganization/0", &ORGANIZATION),
    ("Beneficiary Location", "beneficiaryLocation/0", &LOCATION),
    ("Planned Dates", "plannedDates/0", &EVENT),
    ("Actual Dates", "actualDates/0", &EVENT),
    ("Grant Programme", "grantProgramme/0", &PROGRAMME),
    ("Classifications", "classifications/0", &CLASSIFICATION),
    ("Funding Type", "fundingType/0", &CLASSIFICATION),
    ("Related Document", "relatedDocument/0", &DOCUMENT),
    ("Recipient Ind", "recipientIndividual", &PERSON),
    ("To Individuals Details", "toIndividualsDetails", &DETAILS),
    ("", "", &GRANT),
];

/// Members whose values are numbers.
pub(super) const NUMBERS: [&str; 7] =
    ["amountAppliedFor", "amountAwarded", "amountDisbursed", "value", "latitude", "longitude", "duration"];

/// Members whose values are lists of words, with semicolons between them in a cell.
pub(super) const LISTS: [&str; 2] = ["relatedActivity", "grantPurpose"];

/// All titles, each with the way to its member.
pub(super) fn all() -> impl Iterator<Item = (String, String)> {
    NESTED.iter().flat_map(|(before, way, titles)| {
        titles.iter().map(move |(title, member)| {
            if before.is_empty() {
                ((*title).to_owned(), (*member).to_owned())
            } else {
                (format!("{before}:{title}"), format!("{way}/{member}"))
            }
        })
    })
}

/// A title as titles are compared: without blanks around it and its colons, with one between its words, in small
/// letters.
pub(super) fn folded(title: &str) -> String {
    let part = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    title.split(':').map(part).collect::<Vec<_>>().join(":")
}

#[cfg(test)]
mod tests {
    use super::{all, folded};
    use std::collections::HashSet;

    #[test]
    fn no_two_titles_or_members_are_the_same() {
        let (titles, ways): (HashSet<_>, HashSet<_>) =
            all().map(|(title, way)| (folded(&title), way)).unzip();
        assert_eq!((titles.len(), ways.len()), (all().count(), all().count()));
        assert_eq!(folded(" Recipient  Org : NAME "), "recipient org:name");
    }
}
