//! What the W3C Organization Ontology says of a record beside schema.org.

use super::Export;
use super::node::{JsonLdNode, dated, reference};
use crate::interop::tree::Tree;
use crate::values::{MembershipRole, ParticipationRole, RecordKind};
use std::fmt::Write as _;

/// The classes of a record beside its type in schema.org.
pub(super) fn classes(kind: RecordKind, record: &Tree) -> &'static [&'static str] {
    match kind {
        RecordKind::Organization if is_formal(record) => &["org:FormalOrganization"],
        RecordKind::Organization => &["org:Organization"],
        RecordKind::Network => &["Consortium", "org:Organization"],
        RecordKind::Project | RecordKind::Cooperation => &["org:OrganizationalCollaboration"],
        RecordKind::Membership | RecordKind::Participation => &["org:Membership"],
        _ => &[],
    }
}

/// Whether an organization is known to law: it has a legal status, or an identifier in a register of org-id.guide, whose
/// codes begin with a country.
fn is_formal(organization: &Tree) -> bool {
    let identifiers = organization.get("identifiers").and_then(Tree::as_list).unwrap_or_default();
    let schemes = identifiers.iter().filter_map(|identifier| identifier.get("scheme")?.as_str());
    let is_register = |scheme: &str| {
        let (place, list) = scheme.split_once('-').unwrap_or_default();
        place.len() == 2 && place.bytes().all(|letter| letter.is_ascii_uppercase()) && !list.is_empty()
    };
    organization.get("legal_status").is_some() || schemes.into_iter().any(is_register)
}

impl Export {
    /// Adds the two parties, the role and the time of a membership.
    pub(super) fn membership(
        &self,
        node: &mut JsonLdNode,
        membership: &Tree,
        body: Option<&Tree>,
        party: Option<&Tree>,
    ) {
        for (property, value) in [("org:member", party), ("org:organization", body)] {
            if let Some(value) = value.and_then(|value| self.chosen(value)) {
                node.add(property, value);
            }
        }
        if let Some(word) = membership.get("role").and_then(Tree::as_str) {
            let mut role = JsonLdNode::new(&format!("{}roles/{}", self.base, encoded(word)), "org:Role");
            let is_listed =
                word.parse::<MembershipRole>().is_ok_and(|role| !matches!(role, MembershipRole::Other(_)))
                    || word
                        .parse::<ParticipationRole>()
                        .is_ok_and(|role| !matches!(role, ParticipationRole::Other(_)));
            role.word("name", if is_listed { "en" } else { "und" }, word);
            node.add("org:role", role.done());
        }
        if let Some(interval) = membership.get("period").and_then(interval) {
            node.add("org:memberDuring", interval);
        }
    }
}

/// A period as an interval, if it has a start or an end.
fn interval(period: &Tree) -> Option<Tree> {
    let mut interval = JsonLdNode::inner("time:Interval");
    let mut is_empty = true;
    for (member, property) in [("start", "time:hasBeginning"), ("end", "time:hasEnd")] {
        let Some(date) = period.get(member).and_then(Tree::as_str) else { continue };
        let precise = match date.len() {
            4 => "time:inXSDgYear",
            7 => "time:inXSDgYearMonth",
            _ => "time:inXSDDate",
        };
        let mut instant = JsonLdNode::inner("time:Instant");
        instant.add(precise, dated(date));
        interval.add(property, instant.done());
        is_empty = false;
    }
    (!is_empty).then(|| interval.done())
}

/// A word as a part of a web address.
fn encoded(word: &str) -> String {
    let mut out = String::new();
    for byte in word.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The state of an action or an event in schema.org, if it has one for a status.
pub(super) fn state(is_event: bool, status: &str) -> Option<Tree> {
    let state = match (is_event, status) {
        (false, "ongoing" | "closing") => "ActiveActionStatus",
        (false, "completed" | "ended") => "CompletedActionStatus",
        (false, "proposed" | "planned" | "in development") => "PotentialActionStatus",
        (true, "proposed" | "planned" | "in development") => "EventScheduled",
        (true, "cancelled") => "EventCancelled",
        _ => return None,
    };
    Some(reference(&format!("{}{state}", super::node::VOCABULARY)))
}
