//! Members of an organization.

use super::coded::organization_type;
use super::codes::{self, scheme};
use super::problems::Problems;
use super::row::{Mapping, Row, add_name, date, lens, plain};
use crate::interop::tree::{Object, Tree};
use crate::model::{Address, Identifier, Organization};
use crate::values::{CountryCode, Label, LinkRel, PartialDate, Text};

/// An organization that gives or receives.
pub(super) const ORGANIZATION: &[Row<Organization>] = &[
    Row {
        foreign: &["id"],
        mapping: Mapping::Id { id: |organization| organization.id.as_str(), identifiers: lens!(identifiers) },
    },
    Row {
        foreign: &["name"],
        mapping: Mapping::Name {
            name: lens!(name),
            others: Some(lens!(other_names)),
            stands_in: |organization, name| name == organization.id.as_str(),
        },
    },
    Row { foreign: &["description"], mapping: Mapping::Text(lens!(description)) },
    Row { foreign: &["url"], mapping: Mapping::Link(lens!(links), Some(LinkRel::Homepage)) },
    Row {
        foreign: &["streetAddress", "addressLocality", "addressRegion", "addressCountry", "postalCode"],
        mapping: Mapping::Custom { read: read_address, write: write_address },
    },
    Row { foreign: &["organisationType"], mapping: Mapping::Custom { read: read_type, write: write_type } },
    Row {
        foreign: &["dateModified"],
        mapping: Mapping::Custom { read: read_modified, write: write_modified },
    },
];

/// Reads the members that are also kept as they are, since the records say them in another way: other names and the
/// numbers of charities and companies.
pub(super) fn read_beside(object: &Object, organization: &mut Organization) {
    let text = |name| object.get(name).and_then(Tree::as_str);
    let name = text("alternateName").and_then(|name| Text::und(name).ok());
    if let Some(name) = name.filter(|name| *name != organization.name) {
        add_name(&mut organization.other_names, name);
    }
    let numbers = [text("charityNumber").and_then(charity), text("companyNumber").and_then(company)];
    for (scheme, value) in numbers.into_iter().flatten() {
        let (Ok(scheme), Ok(value)) = (Label::new(scheme), Label::new(value)) else { continue };
        // The number that the id has is no second identifier, whatever register the id names.
        if organization.identifiers.iter().all(|known| known.value != value) {
            organization.identifiers.push(Identifier::new(scheme, value));
        }
    }
}

/// Whether a member that is kept beside was read, so that it is no loss to be told.
pub(super) fn was_read(name: &str, node: &Tree) -> bool {
    match (name, node.as_str()) {
        ("alternateName", text) => text.is_some(),
        ("charityNumber", Some(text)) => charity(text).is_some(),
        ("companyNumber", Some(text)) => company(text).is_some(),
        ("location", _) => {
            let locations = node.as_list().unwrap_or_default();
            let is_known =
                |location: &Tree| location.get("geoCode").or_else(|| location.get("name")).is_some();
            locations.len() == 1 && locations.iter().all(is_known)
        }
        _ => false,
    }
}

/// The register and the number of a charity: in England and Wales, in Scotland or in Northern Ireland.
fn charity(text: &str) -> Option<(&'static str, String)> {
    let text = text.trim();
    let digits = |text: &str, lengths: &[usize]| {
        lengths.contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
    };
    let is_of = |prefix| text.strip_prefix(prefix).is_some_and(|number| digits(number, &[6]));
    let scheme = match text {
        _ if digits(text, &[6, 7]) => "GB-CHC",
        _ if is_of("SC") => "GB-SC",
        _ if is_of("NIC") => "GB-NIC",
        _ => return None,
    };
    Some((scheme, text.to_owned()))
}

/// The number of a company, with the zeros that spreadsheets take away.
fn company(text: &str) -> Option<(&'static str, String)> {
    let text = text.trim();
    let fits = (6..=8).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_alphanumeric());
    let all_digits = text.bytes().all(|digit| digit.is_ascii_digit());
    (fits && (all_digits || text.len() == 8)).then(|| ("GB-COH", format!("{text:0>8}")))
}

/// The address of the first mention that has one: parts of several would make up a place that nobody named. That of a
/// later award takes its place.
fn read_address(object: &Object, organization: &mut Organization, problems: &mut Problems) {
    let address = address_of(object, problems);
    if organization.address.is_none() {
        organization.address = address;
    }
}

/// The address in a mention.
pub(super) fn address_of(object: &Object, problems: &mut Problems) -> Option<Address> {
    let mut label = |name| problems.value(object, name, |text| Label::new(text));
    let address = Address {
        street: label("streetAddress"),
        locality: label("addressLocality"),
        region: label("addressRegion"),
        postal_code: label("postalCode"),
        country: problems.value(object, "addressCountry", str::parse::<CountryCode>),
        ..Address::default()
    };
    (address != Address::default()).then_some(address)
}

fn write_address(organization: &Organization) -> Vec<Object> {
    let Some(address) = &organization.address else { return Vec::new() };
    let members = [
        ("streetAddress", address.street.as_ref().map(Label::as_str)),
        ("addressLocality", address.locality.as_ref().map(Label::as_str)),
        ("addressRegion", address.region.as_ref().map(Label::as_str)),
        ("postalCode", address.postal_code.as_ref().map(Label::as_str)),
        ("addressCountry", address.country.as_ref().map(CountryCode::as_str)),
    ];
    let members = members.into_iter().filter_map(|(name, text)| Some((name.to_owned(), Tree::string(text?))));
    Vec::from([members.collect()])
}

fn read_type(object: &Object, organization: &mut Organization, problems: &mut Problems) {
    let Some(word) = problems.string(object, "organisationType").filter(|word| !word.trim().is_empty())
    else {
        return;
    };
    if codes::of(&organization.classifications, scheme::ORGANIZATION).next().is_some() {
        return;
    }
    organization.classifications.extend(organization_type(word));
    if let (None, Some((kind, legal_status))) = (&organization.kind, codes::organization_kind(word)) {
        organization.kind = Some(kind);
        organization.legal_status = legal_status;
    }
}

fn write_type(organization: &Organization) -> Vec<Object> {
    let types = codes::of(&organization.classifications, scheme::ORGANIZATION);
    let words = types.filter_map(|entry| entry.title.as_ref().map(plain));
    words.map(|word| Object::from([("organisationType".to_owned(), Tree::string(word))])).collect()
}

/// The latest date of all mentions.
fn read_modified(object: &Object, organization: &mut Organization, problems: &mut Problems) {
    let Some(read) = problems.value(object, "dateModified", date) else { return };
    let known = organization.modified.map(PartialDate::latest);
    if known.is_none_or(|known| read.latest() > known) {
        organization.modified = Some(read);
    }
}

fn write_modified(organization: &Organization) -> Vec<Object> {
    let modified = organization.modified.iter();
    modified.map(|date| Object::from([("dateModified".to_owned(), Tree::string(date.to_string()))])).collect()
}
