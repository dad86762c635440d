//! Countries, regions and locations.

use super::codes::{LOCATION_CLASS, PLACE, REGION};
use super::element::Element;
use super::titles::{self, Titles};
use super::work::Work;
use crate::interop::ids::local_id;
use crate::model::{Classification, Identifier, Place, PlaceId, Point};
use crate::values::codes::names::COUNTRIES as COUNTRY;
use crate::values::{CountryCode, Label, List, PlaceKind, Text};
use std::collections::HashMap;

/// Where an activity or a transaction takes place: its places, and codes with shares.
#[derive(Default)]
pub(super) struct Recipients {
    pub places: List<PlaceId>,
    pub classifications: List<Classification>,
}

impl Work<'_> {
    /// The countries and regions that an element names.
    pub(super) fn recipients(&mut self, element: &Element) -> Recipients {
        let mut found = Recipients::default();
        for country in element.all("recipient-country") {
            let Some(code) = country.attribute("code").map(str::to_ascii_uppercase) else { continue };
            let Ok(read) = code.parse::<CountryCode>() else {
                self.unread(country, "code", "not a country code of two letters");
                continue;
            };
            let make = |place: &mut Place| {
                place.kind = Some(PlaceKind::Country);
                place.country = Some(read);
            };
            let key = format!("country {code}");
            self.recipient(&mut found, country, &key, &code, ("ISO 3166-1", &code), COUNTRY, make);
        }
        for region in element.all("recipient-region") {
            let Some(code) = region.attribute("code").map(str::to_owned) else { continue };
            let vocabulary = region.attribute("vocabulary").unwrap_or(REGION.default).to_owned();
            let scheme =
                REGION.scheme(Some(&vocabulary), region.attribute("vocabulary-uri"), &self.publisher);
            let is_standard = matches!(&*vocabulary, "1" | "2");
            let titles = if vocabulary == "1" { titles::REGION } else { &[] };
            let identifier = (Label::new(&scheme).ok(), Label::new(&code).ok());
            let make = |place: &mut Place| {
                place.kind = Some(if is_standard { PlaceKind::PartOfContinent } else { PlaceKind::Region });
                if let (Some(scheme), Some(value)) = identifier {
                    place.identifiers.push(Identifier::new(scheme, value));
                }
            };
            let (key, stem) = (format!("region {scheme}\n{code}"), format!("region-{vocabulary}-{code}"));
            self.recipient(&mut found, region, &key, &stem, (&scheme, &code), titles, make);
        }
        found
    }

    #[expect(clippy::too_many_arguments, reason = "each says one thing of a place")]
    fn recipient(
        &mut self,
        found: &mut Recipients,
        element: &Element,
        key: &str,
        stem: &str,
        (scheme, code): (&str, &str),
        titles: Titles,
        make: impl FnOnce(&mut Place),
    ) {
        let name = self.text(element);
        let stated = name.clone().or_else(|| super::work::title(titles, code));
        if let Some(id) = self.place(key, stem, stated.or_else(|| Text::und(code).ok()), make)
            && !found.places.contains(&id)
        {
            found.places.push(id);
        }
        let (scheme_label, code_label) = (self.label(element, scheme), self.label(element, code));
        let classification = Classification {
            scheme: scheme_label,
            code: code_label,
            title: name.or_else(|| super::work::title(titles, code)),
            share: self.decimal(element, "percentage"),
            ..Classification::default()
        };
        found.classifications.push(classification);
    }

    /// The place of a key, which is made where it is first met.
    fn place(
        &mut self,
        key: &str,
        stem: &str,
        name: Option<Text>,
        make: impl FnOnce(&mut Place),
    ) -> Option<PlaceId> {
        if let Some(known) = self.shared.place_keys.get(key) {
            return self.shared.places.get(*known).map(|place| place.id.clone());
        }
        let id: PlaceId = self.shared.place_ids.free(&local_id(stem))?;
        let name = name.or_else(|| Text::und(id.as_str()).ok())?;
        let mut place = Place::new(id.clone(), name);
        make(&mut place);
        self.shared.place_keys.insert(key.to_owned(), self.shared.places.len());
        self.shared.places.push(place);
        Some(id)
    }

    /// The locations of an activity: the places where it is carried out, and all places by their references.
    pub(super) fn locations(&mut self, activity: &Element) -> (Vec<PlaceId>, HashMap<String, PlaceId>) {
        let (mut places, mut references) = (Vec::new(), HashMap::new());
        for (number, location) in activity.all("location").enumerate() {
            let reference = location.attribute("ref").map(str::to_owned);
            let Some(id) = self.location(location, reference.as_deref(), number.saturating_add(1)) else {
                continue;
            };
            // Where the beneficiaries live is not where the activity is.
            let reach = location.first("location-reach");
            match reach.and_then(|reach| reach.peek("code")) {
                Some("1") => {
                    reach.and_then(|reach| reach.attribute("code"));
                    places.push(id.clone());
                }
                None => places.push(id.clone()),
                Some(_) => {}
            }
            references.extend(reference.map(|reference| (reference, id)));
        }
        (places, references)
    }

    fn location(&mut self, location: &Element, reference: Option<&str>, number: usize) -> Option<PlaceId> {
        let mut identifiers = List::new();
        let mut stem = reference.map(|reference| format!("loc/{reference}"));
        for id in location.all("location-id") {
            let vocabulary = id.attribute("vocabulary").unwrap_or_default().to_owned();
            let scheme = PLACE.scheme(Some(&vocabulary), None, "");
            if let Some(identifier) = self.attribute_identifier(id, "code", &scheme) {
                stem = stem.or_else(|| Some(format!("loc/{vocabulary}-{}", identifier.value.as_str())));
                identifiers.push(identifier);
            }
        }
        let mut country = None;
        for area in location.all("administrative") {
            // An area around the place is not the place: only a country has a member.
            if area.peek("vocabulary") == Some("A4") {
                area.attribute("vocabulary");
                country = self.parsed::<CountryCode>(area, "code").or(country);
            }
        }
        // A reference belongs to its publisher, and one without belongs to its activity.
        let key = match &stem {
            Some(stem) => format!("location {}\n{stem}", self.publisher),
            None => format!("location {}\n{number}", self.id),
        };
        let stem = stem.unwrap_or_else(|| format!("{}/location/{number}", self.id));
        let name = self.text_of(location, "name");
        let description = self.text_of(location, "description");
        let point = self.point(location);
        let kind =
            location.first("location-class").and_then(|class| self.listed(class, "code", LOCATION_CLASS));
        let feature =
            location.of_first("feature-designation", "code").and_then(|(_, code)| Label::new(code).ok());
        if let Some(known) = self.shared.place_keys.get(&key) {
            let known = self.shared.places.get(*known)?;
            let id = known.id.clone();
            if name.as_ref().is_some_and(|name| known.name != *name)
                || point.is_some() && known.point != point
            {
                self.remark(
                    location,
                    "an earlier location of this reference has another name or point, which counts",
                );
            }
            return Some(id);
        }
        let named = name.or_else(|| Text::und(reference.unwrap_or(&stem)).ok());
        self.place(&key, &stem, named, |place| {
            place.kind = kind.and_then(|kind| kind.parse().ok());
            place.country = country;
            place.point = point;
            place.description = description;
            place.identifiers = identifiers;
            if let Some(code) = feature {
                place.classifications.push(Classification {
                    scheme: Label::new("GeoNames feature").ok(),
                    code: Some(code),
                    ..Classification::default()
                });
            }
        })
    }

    /// A point in degrees of latitude and longitude.
    fn point(&mut self, location: &Element) -> Option<Point> {
        let point = location.first("point")?;
        if point.attribute("srsName").is_some_and(|system| !system.ends_with("4326")) {
            self.unread_element(point, "only coordinates of EPSG:4326 are read");
            return None;
        }
        let position = point.first("pos")?;
        let numbers: Vec<_> = position
            .own_text()?
            .split_whitespace()
            .map(|number| super::work::plain_number(number).parse::<crate::values::Decimal>())
            .collect();
        let [Ok(latitude), Ok(longitude)] = numbers.as_slice() else {
            self.unread_element(point, "expected latitude and longitude as two decimal numbers");
            return None;
        };
        let within = |number: &crate::values::Decimal, most: u32| number.value().abs() <= most.into();
        if !within(latitude, 90) || !within(longitude, 180) {
            self.unread_element(point, "the coordinates are out of range");
            return None;
        }
        if latitude.value().is_zero() && longitude.value().is_zero() {
            self.unread_element(point, "0 0 is a placeholder and not a location");
            return None;
        }
        Some(Point::new(*latitude, *longitude))
    }
}
