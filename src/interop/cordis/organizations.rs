use super::cells::{Cells, classification};
use super::places::{Places, same_parts};
use super::words::{self, scheme};
use crate::dataset::RecordLine;
use crate::interop::ids::{Ids, local_id};
use crate::model::{Address, Identifier, Organization, OrganizationId, OtherName, Point};
use crate::reflect::excerpt;
use crate::values::{Decimal, Label, Link, LinkRel, OrganizationKind, Text};
use std::collections::{HashMap, VecDeque};

/// Longest short name that is taken for an acronym.
const LONGEST_ACRONYM: usize = 32;

/// Most other names of an organization.
const MOST_NAMES: usize = 32;

/// The organizations that were mentioned so far.
#[derive(Debug, Default)]
pub(super) struct Organizations {
    records: Vec<Organization>,
    known: HashMap<String, usize>,
    ids: Ids,
    /// The funder, once an amount was read.
    funder: Option<OrganizationId>,
}

impl Organizations {
    /// The European Commission, which funds the projects.
    pub(super) fn funder(&mut self) -> Option<OrganizationId> {
        if self.funder.is_none() {
            let id = self.ids.free::<Organization>("european-commission")?;
            let mut commission = Organization::new(id.clone(), Text::new("en", "European Commission").ok()?);
            commission.kind = Some(OrganizationKind::Intergovernmental);
            self.records.push(commission);
            self.funder = Some(id);
        }
        self.funder.clone()
    }

    /// The organization of a row: the one with the same PIC; without one that with the same VAT number, else with the
    /// same name and country.
    pub(super) fn take(
        &mut self,
        mut cells: Cells<'_>,
        places: &mut Places,
        out: &mut VecDeque<RecordLine>,
    ) -> Option<OrganizationId> {
        let (key, wanted) = key(&cells)?;
        let known = self.known.get(&key).copied();
        let id = match known.and_then(|place| self.records.get(place)) {
            Some(record) => record.id.clone(),
            None => self.ids.free::<Organization>(&wanted)?,
        };
        let mut read = organization(id.clone(), &mut cells, places, out)?;
        if let Some(record) = known.and_then(|place| self.records.get_mut(place)) {
            merge(record, read, &mut cells);
            cells.finish(&mut record.extensions);
        } else {
            cells.finish(&mut read.extensions);
            self.known.insert(key, self.records.len());
            self.records.push(read);
        }
        Some(id)
    }

    /// The records, once all rows are read.
    pub(super) fn finish(&mut self) -> impl Iterator<Item = RecordLine> {
        std::mem::take(&mut self.records).into_iter().map(RecordLine::Organization)
    }
}

/// By what an organization is recognized, and the id that it gets.
fn key(cells: &Cells<'_>) -> Option<(String, String)> {
    let get = |column| cells.get(column).map(str::trim);
    if let Some(pic) = get("organisationID") {
        return Some((format!("pic {pic}"), local_id(pic)));
    }
    if let Some(vat) = get("vatNumber") {
        return Some((format!("vat {vat}"), local_id(vat)));
    }
    let name = get("name").or_else(|| get("shortName"))?;
    let words = name.split(|letter: char| letter.is_whitespace() || letter == '\u{a0}');
    let folded = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase();
    let country = get("country").unwrap_or_default();
    Some((format!("name {folded}\n{country}"), local_id(format!("{folded} {country}").trim())))
}

/// Organization of a row.
fn organization(
    id: OrganizationId,
    cells: &mut Cells<'_>,
    places: &mut Places,
    out: &mut VecDeque<RecordLine>,
) -> Option<Organization> {
    let name = cells.text("name", "und");
    let short = cells.get("shortName").map(str::trim);
    let name = name.or_else(|| Text::und(short?).ok()).or_else(|| {
        cells.note("name", "the organization has no name: its identifier takes its place");
        Text::und(id.as_str()).ok()
    })?;
    let mut organization = Organization::new(id, name);
    short_name(short, &mut organization, cells);
    activity_type(&mut organization, cells);
    cells.identifier(scheme::PIC, "organisationID", &mut organization.identifiers);
    cells.identifier(scheme::VAT, "vatNumber", &mut organization.identifiers);
    cells.identifier(scheme::RCN, "rcn", &mut organization.identifiers);

    let country = Places::country(cells);
    organization.place = places.place(cells, country, out);
    let address = Address {
        street: cells.label("street"),
        postal_code: cells.label("postCode"),
        locality: cells.label("city"),
        country,
        point: point(cells),
        ..Address::default()
    };
    organization.address = Some(address).filter(|address| *address != Address::default());

    let addresses = cells.get("organizationURL").into_iter();
    for part in addresses.flat_map(|cell| cell.split(" / ").flat_map(|cell| cell.split(';'))) {
        if let (false, Some(url)) = (part.trim().is_empty(), cells.url("organizationURL", part)) {
            let link = Link { url: Some(url), rel: Some(LinkRel::Homepage), ..Link::default() };
            organization.links.push(link);
        }
    }
    if cells.get("contactForm").is_some() {
        cells.note("contactForm", "the address is made of PIC and project: left out");
    }
    Some(organization)
}

/// A short name is an acronym if it is one line and shorter than the name, else another name.
fn short_name(short: Option<&str>, organization: &mut Organization, cells: &mut Cells<'_>) {
    let Some(short) = short else { return };
    let name = organization.name.get("und").unwrap_or_default();
    let letters = short.chars().count();
    if letters < name.chars().count() && letters <= LONGEST_ACRONYM {
        organization.acronym = cells.label("shortName");
    } else if short != name
        && let Ok(other) = Text::und(short)
    {
        organization.other_names.push(OtherName::new(other));
    }
}

fn activity_type(organization: &mut Organization, cells: &mut Cells<'_>) {
    let Some(cell) = cells.get("activityType") else { return };
    let Some(word) = same_parts(cell) else {
        cells.unread("activityType", cell, "it names several types");
        return;
    };
    let (kind, legal_status) = words::kind(word).unwrap_or_default();
    if kind.is_none()
        && let Some(code) = cells.part("activityType", word)
    {
        organization.classifications.push(classification(scheme::ACTIVITY, Some(code), None));
    }
    (organization.kind, organization.legal_status) = (kind, legal_status);
}

/// Latitude and longitude with a comma between them.
fn point(cells: &mut Cells<'_>) -> Option<Point> {
    let cell = cells.get("geolocation")?;
    let read = |text: &str| text.trim().trim_matches(['(', ')']).parse::<Decimal>();
    match cell.split_once(',').map(|(latitude, longitude)| (read(latitude), read(longitude))) {
        Some((Ok(latitude), Ok(longitude))) => Some(Point::new(latitude, longitude)),
        Some((Err(error), _) | (_, Err(error))) => {
            cells.unread("geolocation", cell, error.problem());
            None
        }
        None => {
            cells.unread("geolocation", cell, "expected latitude and longitude with a comma between them");
            None
        }
    }
}

/// Adds what another row says of an organization. Where the rows differ, the first counts.
fn merge(record: &mut Organization, read: Organization, cells: &mut Cells<'_>) {
    if read.name != record.name {
        let id = record.id.as_str();
        let shown = |text: &Text| excerpt(text.get("und").unwrap_or_default());
        let message = format!("{id} is named {} here and {} before", shown(&read.name), shown(&record.name));
        let others = record.other_names.iter().any(|other| other.name == read.name);
        if !others && record.other_names.len() < MOST_NAMES {
            cells.note("name", &format!("{message}: both names are kept"));
            record.other_names.push(OtherName::new(read.name));
        } else if !others {
            cells.note("name", &format!("{message}: left out, since it has many names"));
        }
    }
    let differ = "another row of the organization differs: the first is kept";
    fill(&mut record.acronym, read.acronym, "shortName", differ, cells);
    fill(&mut record.kind, read.kind, "activityType", differ, cells);
    fill(&mut record.legal_status, read.legal_status, "activityType", differ, cells);
    fill(&mut record.place, read.place, "country", differ, cells);
    fill(&mut record.address, read.address, "street", differ, cells);
    for identifier in read.identifiers {
        add_identifier(record, identifier, cells);
    }
    for other in read.other_names {
        if record.other_names.len() < MOST_NAMES && !record.other_names.contains(&other) {
            record.other_names.push(other);
        }
    }
    for link in read.links {
        if record.links.len() < MOST_NAMES && !record.links.contains(&link) {
            record.links.push(link);
        }
    }
    for code in read.classifications {
        if !record.classifications.contains(&code) {
            record.classifications.push(code);
        }
    }
}

fn fill<V: PartialEq>(
    field: &mut Option<V>,
    read: Option<V>,
    column: &str,
    message: &str,
    cells: &mut Cells<'_>,
) {
    match read {
        Some(read) if field.is_none() => *field = Some(read),
        Some(read) if field.as_ref() != Some(&read) => cells.note(column, message),
        _ => {}
    }
}

fn add_identifier(record: &mut Organization, identifier: Identifier, cells: &mut Cells<'_>) {
    if record.identifiers.contains(&identifier) {
        return;
    }
    let same = |known: &&Identifier| known.scheme == identifier.scheme;
    if record.identifiers.iter().any(|known| same(&known)) {
        let scheme: &Label = &identifier.scheme;
        cells.note(column_of(scheme.as_str()), "another row of the organization differs: both are kept");
    }
    record.identifiers.push(identifier);
}

fn column_of(scheme: &str) -> &'static str {
    match scheme {
        scheme::VAT => "vatNumber",
        scheme::PIC => "organisationID",
        _ => "rcn",
    }
}
