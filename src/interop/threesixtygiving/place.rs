//! Members of a location.

use super::problems::Problems;
use super::row::{Mapping, Row, date, decimal, lens};
use crate::interop::tree::{Object, Tree};
use crate::model::{Identifier, Place, Point};
use crate::values::{CountryCode, Label, PlaceKind};

/// Scheme of codes without a type: that of the Office for National Statistics.
const UNTYPED: &str = "ONS";

/// Types of codes whose places are regions and municipalities.
const KINDS: [(&str, PlaceKind); 10] = [
    ("CTY", PlaceKind::Region),
    ("RGN/GOR", PlaceKind::Region),
    ("EER", PlaceKind::Region),
    ("UA", PlaceKind::Municipality),
    ("NMD", PlaceKind::Municipality),
    ("MD", PlaceKind::Municipality),
    ("LONB", PlaceKind::Municipality),
    ("CA", PlaceKind::Municipality),
    ("PAR", PlaceKind::Municipality),
    ("COM", PlaceKind::Municipality),
];

/// A place where a grant is used.
pub(super) const PLACE: &[Row<Place>] = &[
    Row {
        foreign: &["geoCode", "geoCodeType"],
        mapping: Mapping::Custom { read: read_code, write: write_code },
    },
    Row {
        foreign: &["name"],
        mapping: Mapping::Name {
            name: lens!(name),
            others: Some(lens!(other_names)),
            stands_in: |place, name| name == place.id.as_str(),
        },
    },
    Row { foreign: &["countryCode"], mapping: Mapping::Custom { read: read_country, write: write_country } },
    Row {
        foreign: &["latitude", "longitude"],
        mapping: Mapping::Custom { read: read_point, write: write_point },
    },
    Row { foreign: &["description"], mapping: Mapping::Text(lens!(description)) },
    Row {
        foreign: &["dateModified"],
        mapping: Mapping::Custom { read: read_modified, write: write_modified },
    },
];

fn read_code(object: &Object, place: &mut Place, problems: &mut Problems) {
    let kind = problems.value(object, "geoCodeType", |text| Label::new(text));
    let Some(code) = problems.value(object, "geoCode", |text| Label::new(text)) else { return };
    if !place.identifiers.is_empty() {
        return;
    }
    if let Some(kind) = &kind {
        let known = KINDS.iter().find(|(known, _)| *known == kind.as_str());
        place.kind = known.map(|(_, kind)| kind.clone());
    }
    if let Some(scheme) = kind.or_else(|| Label::new(UNTYPED).ok()) {
        place.identifiers.push(Identifier::new(scheme, code));
    }
}

/// The code with its type; the code alone is as good.
fn write_code(place: &Place) -> Vec<Object> {
    let Some(identifier) = place.identifiers.first() else { return Vec::new() };
    let code = ("geoCode".to_owned(), Tree::string(identifier.value.as_str()));
    let kind = ("geoCodeType".to_owned(), Tree::string(identifier.scheme.as_str()));
    let alone = Object::from([code.clone()]);
    if identifier.scheme.as_str() == UNTYPED {
        Vec::from([alone])
    } else {
        Vec::from([Object::from([code, kind]), alone])
    }
}

fn read_country(object: &Object, place: &mut Place, problems: &mut Problems) {
    let code = problems.value(object, "countryCode", str::parse::<CountryCode>);
    place.country = place.country.or(code);
}

fn write_country(place: &Place) -> Vec<Object> {
    let country = place.country.iter();
    country.map(|code| Object::from([("countryCode".to_owned(), Tree::string(code.as_str()))])).collect()
}

/// Latitude and longitude, which only together make a point.
fn read_point(object: &Object, place: &mut Place, problems: &mut Problems) {
    let mut number = |name: &str| {
        let node = object.get(name).filter(|node| !node.is_null())?;
        decimal(node).map_err(|error| problems.refused(name, &error)).ok()
    };
    let (latitude, longitude) = (number("latitude"), number("longitude"));
    match (latitude, longitude) {
        (Some(_), None) if !object.contains_key("longitude") => {
            problems.add("latitude", "no longitude", "no longitude");
        }
        (None, Some(_)) if !object.contains_key("latitude") => {
            problems.add("longitude", "no latitude", "no latitude");
        }
        _ => {}
    }
    if let (None, Some(latitude), Some(longitude)) = (&place.point, latitude, longitude) {
        place.point = Some(Point::new(latitude, longitude));
    }
}

fn write_point(place: &Place) -> Vec<Object> {
    let number =
        |name: &str, number: &crate::values::Decimal| (name.to_owned(), Tree::Literal(number.to_string()));
    let point = place.point.iter();
    point
        .map(|point| {
            Object::from([number("latitude", &point.latitude), number("longitude", &point.longitude)])
        })
        .collect()
}

fn read_modified(object: &Object, place: &mut Place, problems: &mut Problems) {
    let read = problems.value(object, "dateModified", date);
    place.modified = place.modified.or(read);
}

fn write_modified(place: &Place) -> Vec<Object> {
    let modified = place.modified.iter();
    modified.map(|date| Object::from([("dateModified".to_owned(), Tree::string(date.to_string()))])).collect()
}
