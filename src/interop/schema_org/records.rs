//! What records of each kind become.

use super::Export;
use super::node::{JsonLdNode, reference, typed};
use super::org::{classes, state};
use crate::interop::tree::Tree;
use crate::reflect::extended;
use crate::values::RecordKind;

/// Mapping of a member to a property.
enum Mapping {
    /// A word or several, as they are.
    Words(&'static str),
    Date(&'static str),
    /// A web address.
    Address(&'static str),
    /// Records of a kind, by their ids.
    Records(&'static str, RecordKind),
    /// Records of several kinds.
    Chosen(&'static str),
    /// The same under two properties.
    ChosenTwice([&'static str; 2]),
    /// The state of an event, or of an action.
    State(&'static str, bool),
    /// The dates at which a period starts and ends.
    Period(&'static str, &'static str),
    /// A period as a text, such as `2016-04/2021-03`.
    Coverage(&'static str),
    Amount(&'static str),
    /// A postal address.
    PostalAddress,
    /// Geographic coordinates.
    Point,
    /// The code of a country.
    Country,
    /// The code of a statistical region.
    Nuts,
    /// Said by the type, or by where the node stands.
    Said,
}

/// Mapping of a member. Those that all kinds have are dealt with elsewhere. An activity is an event or an action.
fn mapping_of(kind: RecordKind, member: &str, is_event: bool) -> Option<Mapping> {
    Some(match (kind, member) {
        (RecordKind::Source, "url") => Mapping::Address("url"),
        (RecordKind::Source, "publisher") => Mapping::Chosen("publisher"),
        (RecordKind::Source, "languages") => Mapping::Words("inLanguage"),
        (RecordKind::Source, "published") => Mapping::Date("datePublished"),

        (RecordKind::Place, "country") => Mapping::Country,
        (RecordKind::Place, "nuts") => Mapping::Nuts,
        (RecordKind::Place, "part_of") => Mapping::Records("containedInPlace", RecordKind::Place),

        (RecordKind::Place, "point") => Mapping::Point,

        (RecordKind::Organization | RecordKind::Network, "place") => {
            Mapping::Records("location", RecordKind::Place)
        }
        (RecordKind::Organization | RecordKind::Network, "address") => Mapping::PostalAddress,
        (RecordKind::Organization | RecordKind::Network, "part_of") => {
            Mapping::ChosenTwice(["parentOrganization", "org:subOrganizationOf"])
        }
        (RecordKind::Organization | RecordKind::Network, "founded") => Mapping::Date("foundingDate"),
        (RecordKind::Organization | RecordKind::Network, "dissolved") => Mapping::Date("dissolutionDate"),

        (RecordKind::Programme, "part_of") => Mapping::Records("parentOrganization", RecordKind::Programme),
        (RecordKind::Project, "programmes") => Mapping::Records("memberOf", RecordKind::Programme),
        (RecordKind::Cooperation, "parties") => Mapping::ChosenTwice(["member", "org:hasMember"]),
        (
            RecordKind::Group
            | RecordKind::Organization
            | RecordKind::Network
            | RecordKind::Programme
            | RecordKind::Project
            | RecordKind::Cooperation,
            "places",
        ) => Mapping::Records("areaServed", RecordKind::Place),
        (RecordKind::Programme | RecordKind::Project | RecordKind::Cooperation, "period") => {
            Mapping::Period("foundingDate", "dissolutionDate")
        }
        (
            RecordKind::Place
            | RecordKind::Organization
            | RecordKind::Network
            | RecordKind::Programme
            | RecordKind::Project
            | RecordKind::Cooperation
            | RecordKind::Activity
            | RecordKind::PolicyInstrument,
            "kind",
        ) => Mapping::Words("additionalType"),

        (RecordKind::Membership, "member" | "body")
        | (RecordKind::Participation, "party" | "project")
        | (RecordKind::Funding, "kind" | "recipient") => Mapping::Said,
        (RecordKind::Membership | RecordKind::Participation, "role") => Mapping::Words("roleName"),
        (RecordKind::Membership | RecordKind::Participation, "period") => {
            Mapping::Period("startDate", "endDate")
        }

        (RecordKind::PolicyInstrument, "status") => Mapping::Words("creativeWorkStatus"),
        (RecordKind::PolicyInstrument, "developed_by") => Mapping::Chosen("creator"),
        (RecordKind::PolicyInstrument, "places") => Mapping::Records("spatialCoverage", RecordKind::Place),
        (RecordKind::PolicyInstrument, "period") => Mapping::Coverage("temporalCoverage"),

        (RecordKind::Activity, "of") => Mapping::Chosen(if is_event { "about" } else { "object" }),
        (RecordKind::Activity, "actors") => Mapping::Chosen(if is_event { "organizer" } else { "agent" }),
        (RecordKind::Activity, "status") if is_event => Mapping::State("eventStatus", true),
        (RecordKind::Activity, "status") => Mapping::State("actionStatus", false),
        (RecordKind::Activity, "period") if is_event => Mapping::Period("startDate", "endDate"),
        (RecordKind::Activity, "period") => Mapping::Period("startTime", "endTime"),

        (RecordKind::Funding, "amount") => Mapping::Amount("amount"),
        (RecordKind::Funding, "funder") => Mapping::Chosen("funder"),
        (RecordKind::Funding, "programme") => Mapping::Records("sponsor", RecordKind::Programme),
        (RecordKind::Funding, "of") => Mapping::Chosen("fundedItem"),
        _ => return None,
    })
}

/// The type of a record, and whether it says all that the record's kind says.
fn type_of(kind: RecordKind, word: Option<&str>) -> Option<(&'static str, bool)> {
    Some(match (kind, word) {
        (RecordKind::Source | RecordKind::PolicyInstrument, _) => ("CreativeWork", false),
        (RecordKind::Place, Some("country")) => ("Country", true),
        (RecordKind::Place, Some("region" | "municipality")) => ("AdministrativeArea", false),
        (RecordKind::Place, _) => ("Place", false),
        (RecordKind::Organization | RecordKind::Group | RecordKind::Network | RecordKind::Cooperation, _) => {
            ("Organization", false)
        }
        (RecordKind::Membership | RecordKind::Participation, _) => ("OrganizationRole", false),
        (RecordKind::Programme, _) => ("FundingScheme", false),
        (RecordKind::Project, Some("research")) => ("ResearchProject", true),
        (RecordKind::Project, _) => ("Project", false),
        (RecordKind::Activity, Some("event" | "exchange" | "meeting" | "training")) => ("Event", false),
        (RecordKind::Activity, _) => ("Action", false),
        (RecordKind::Funding, None | Some("grant")) => ("MonetaryGrant", true),
        _ => return None,
    })
}

impl Export {
    pub(super) fn record(&mut self, kind: RecordKind, at: &str, record: &Tree) {
        let word = record.get("kind").and_then(Tree::as_str);
        let Some((name, is_said)) = type_of(kind, word) else {
            let message = match kind {
                RecordKind::Funding => {
                    "schema.org has no type for money of this kind: the record is left out".to_owned()
                }
                _ => format!(
                    "left out, since schema.org has no type for this kind of record ({})",
                    kind.title()
                ),
            };
            self.misfits.no_place(at, &message);
            return;
        };
        let iri = self.iri(kind, record.get("id").and_then(Tree::as_str).unwrap_or_default());
        let mut node = JsonLdNode::new(&iri, name);
        for class in classes(kind, record) {
            node.add("@type", Tree::string(*class));
        }
        if let RecordKind::Group | RecordKind::Network | RecordKind::Cooperation = kind {
            node.add("additionalType", Tree::string(kind.as_str()));
        }
        for (name, value) in record.members() {
            if (name == "kind" && is_said) || self.common(kind, &mut node, at, name, value) {
                continue;
            }
            match mapping_of(kind, name, node.is("Event")) {
                Some(put) => self.member(&mut node, &put, &extended(at, name), value),
                None => self.no_property(at, name),
            }
        }
        match kind {
            RecordKind::Membership => {
                let (body, party) = (record.get("body"), record.get("member"));
                self.membership(&mut node, record, body, party);
                self.role(node, "member", body, party);
            }
            RecordKind::Participation => {
                let project = record.get("project").and_then(Tree::as_str).unwrap_or_default();
                let project = Tree::Object([("project".to_owned(), Tree::string(project))].into());
                self.membership(&mut node, record, Some(&project), record.get("party"));
                self.role(node, "member", Some(&project), record.get("party"));
            }
            RecordKind::Funding => {
                self.graph.push(node.done());
                if let Some(Tree::Object(mut recipient)) =
                    record.get("recipient").and_then(|it| self.chosen(it))
                {
                    recipient.insert("funding".to_owned(), reference(&iri));
                    self.graph.push(Tree::Object(recipient));
                }
            }
            _ => self.graph.push(node.done()),
        }
    }

    /// A role stands between the two that it joins, under the same property on both sides.
    fn role(&mut self, mut role: JsonLdNode, property: &str, body: Option<&Tree>, party: Option<&Tree>) {
        if let Some(party) = party.and_then(|party| self.chosen(party)) {
            role.add(property, party);
        }
        if let Some(Tree::Object(mut body)) = body.and_then(|body| self.chosen(body)) {
            body.insert(property.to_owned(), role.done());
            self.graph.push(Tree::Object(body));
        }
    }

    /// Adds references to records of several kinds under each of some properties.
    fn references(&mut self, node: &mut JsonLdNode, properties: &[&str], values: &[Tree], at: &str) {
        for value in values {
            match self.chosen(value) {
                Some(name) => properties.iter().for_each(|property| node.add(property, name.clone())),
                None => self
                    .misfits
                    .no_place(at, "it refers to a record that schema.org has no type for, left out"),
            }
        }
    }

    fn member(&mut self, node: &mut JsonLdNode, mapping: &Mapping, at: &str, value: &Tree) {
        let values = match value {
            Tree::List(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        match *mapping {
            Mapping::Words(property) => values.iter().for_each(|value| node.add(property, value.clone())),
            Mapping::Date(property) => node.date(property, value),
            Mapping::Address(property) => node.add(property, reference(value.as_str().unwrap_or_default())),
            Mapping::Records(property, kind) => {
                for id in values {
                    node.add(property, reference(&self.iri(kind, id.as_str().unwrap_or_default())));
                }
            }
            Mapping::Chosen(property) => self.references(node, &[property], values, at),
            Mapping::ChosenTwice(properties) => self.references(node, &properties, values, at),
            Mapping::State(property, is_event) => match value.as_str().and_then(|word| state(is_event, word))
            {
                Some(state) => node.add(property, state),
                None => self.misfits.no_place(at, "schema.org has no state for this status, left out"),
            },
            Mapping::Period(start, end) => {
                for (name, value) in value.members() {
                    match name.as_str() {
                        "start" => node.date(start, value),
                        "end" => node.date(end, value),
                        _ => self.no_property(at, name),
                    }
                }
            }
            Mapping::Coverage(property) => {
                let end = |name| value.get(name).and_then(Tree::as_str).unwrap_or("..");
                let (start, end) = (end("start"), end("end"));
                if (start, end) != ("..", "..") {
                    node.add(property, Tree::string(format!("{start}/{end}")));
                }
                if value.get("stated_duration").is_some() {
                    self.no_property(at, "stated_duration");
                }
            }
            Mapping::Amount(property) => {
                let text = |name| value.get(name).and_then(Tree::as_str).unwrap_or_default();
                let mut amount = JsonLdNode::inner("MonetaryAmount");
                amount.add("value", typed("decimal", text("amount")));
                amount.add("currency", Tree::string(text("currency")));
                node.add(property, amount.done());
            }
            Mapping::PostalAddress => {
                let mut address = JsonLdNode::inner("PostalAddress");
                for (name, value) in value.members() {
                    match name.as_str() {
                        "street" => address.add("streetAddress", value.clone()),
                        "postal_code" => address.add("postalCode", value.clone()),
                        "locality" => address.add("addressLocality", value.clone()),
                        "region" => address.add("addressRegion", value.clone()),
                        "country" => address.add("addressCountry", value.clone()),
                        // Addresses have no coordinates in schema.org, and places do.
                        "point" => node.add("location", location(value)),
                        _ => self.no_property(at, name),
                    }
                }
                node.add("address", address.done());
            }
            Mapping::Point => {
                node.add("geo", coordinates(value));
            }
            Mapping::Country => {
                let mut address = JsonLdNode::inner("PostalAddress");
                address.add("addressCountry", value.clone());
                node.add("address", address.done());
            }
            Mapping::Nuts => {
                let mut identifier = JsonLdNode::inner("PropertyValue");
                identifier.add("propertyID", Tree::string("NUTS"));
                identifier.add("value", value.clone());
                node.add("identifier", identifier.done());
            }
            Mapping::Said => {}
        }
    }
}

/// Latitude and longitude.
fn coordinates(point: &Tree) -> Tree {
    let mut coordinates = JsonLdNode::inner("GeoCoordinates");
    for (name, value) in point.members() {
        coordinates.add(name, typed("decimal", value.as_str().unwrap_or_default()));
    }
    coordinates.done()
}

/// A place that has nothing but coordinates.
fn location(point: &Tree) -> Tree {
    let mut place = JsonLdNode::inner("Place");
    place.add("geo", coordinates(point));
    place.done()
}
