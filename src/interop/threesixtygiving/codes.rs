//! Codes and words of 360Giving, and what they become.

use crate::model::Classification;
use crate::values::{FundingKind, Label, LegalStatus, OrganizationKind, Text};

/// Schemes of the codes that grants and organizations have in members of their own.
pub(super) mod scheme {
    pub(in super::super) const OPEN_CALL: &str = "360Giving open call";
    pub(in super::super) const FUNDING_TYPE: &str = "360Giving funding type";
    pub(in super::super) const REASON: &str = "360Giving grant reason";
    pub(in super::super) const PURPOSE: &str = "360Giving grant purpose";
    pub(in super::super) const REGRANT: &str = "360Giving regrant type";
    pub(in super::super) const SCOPE: &str = "360Giving location scope";
    pub(in super::super) const ORGANIZATION: &str = "360Giving organisation type";
    pub(in super::super) const RELATED: &str = "360Giving related";

    /// Those of grants.
    pub(super) const GRANT: [&str; 6] = [OPEN_CALL, FUNDING_TYPE, REASON, PURPOSE, REGRANT, SCOPE];
}

/// Titles of the codes in lists of 360Giving.
const TITLES: [(&str, &str); 43] = [
    ("GLS010", "Global"),
    ("GLS020", "Supranational"),
    ("GLS030", "National"),
    ("GLS040", "Subnational region"),
    ("GLS050", "Local authority"),
    ("GLS060", "Local area"),
    ("GLS099", "Undefined"),
    ("FRG010", "Common Regrant"),
    ("FRG020", "Transfer to intermediary"),
    ("FRG030", "Match funding"),
    ("FRG040", "Funder collaboration"),
    ("FRG050", "Fiscal sponsor"),
    ("FRG060", "Endowment"),
    ("FRG070", "Multipurpose"),
    ("GTIR010", "Financial Hardship"),
    ("GTIR020", "Disability"),
    ("GTIR030", "Health/Condition"),
    ("GTIR040", "Mental Health"),
    ("GTIR050", "Family breakup"),
    ("GTIR060", "Violence or abuse"),
    ("GTIR070", "Livelihood"),
    ("GTIR080", "Homelessness"),
    ("GTIR090", "Marginalised"),
    ("GTIR100", "Emergency/crisis event"),
    ("GTIR110", "Development opportunity"),
    ("GTIR120", "Social action"),
    ("GTIP010", "Unrestricted"),
    ("GTIP020", "Furniture and appliances"),
    ("GTIP030", "Equipment and home adaptations"),
    ("GTIP040", "Devices and digital access"),
    ("GTIP050", "Utilities"),
    ("GTIP060", "Other housing related costs"),
    ("GTIP070", "Food and essential items"),
    ("GTIP080", "Clothing"),
    ("GTIP090", "Debt"),
    ("GTIP100", "Travel and transport"),
    ("GTIP110", "Holiday and activity costs"),
    ("GTIP120", "Health, care and wellbeing services"),
    ("GTIP130", "Education and training"),
    ("GTIP140", "Employment and work"),
    ("GTIP150", "Creative activities"),
    ("GTIP160", "Community projects"),
    ("GTIP170", "Exceptional costs"),
];

const FUNDING_KINDS: [(&str, FundingKind); 4] = [
    ("grant", FundingKind::Grant),
    ("loan", FundingKind::Loan),
    ("contract", FundingKind::Contract),
    ("in kind", FundingKind::InKind),
];

/// Types of organizations that were met in published grants.
const KINDS: [(&str, OrganizationKind, Option<LegalStatus>); 8] = [
    ("registered charity", OrganizationKind::Ngo, None),
    ("unregistered charity", OrganizationKind::Ngo, None),
    ("school/educational establishment", OrganizationKind::Academic, None),
    ("company", OrganizationKind::Enterprise, None),
    ("c i c", OrganizationKind::Enterprise, None),
    ("public body", OrganizationKind::PublicBody, Some(LegalStatus::Public)),
    ("trust", OrganizationKind::Foundation, None),
    ("community foundation", OrganizationKind::Foundation, None),
];

/// A code of a list, with its title if it is a list of 360Giving.
pub(super) fn coded(scheme: &str, code: Label) -> Classification {
    let title = TITLES.iter().find(|(known, _)| *known == code.as_str());
    Classification {
        scheme: Label::new(scheme).ok(),
        title: title.and_then(|(_, title)| Text::new("en", title).ok()),
        code: Some(code),
        ..Classification::default()
    }
}

/// The classifications of a scheme.
pub(super) fn of<'c>(
    classifications: &'c [Classification],
    scheme: &'c str,
) -> impl Iterator<Item = &'c Classification> {
    let is_of = move |known: &Label| known.as_str() == scheme;
    classifications.iter().filter(move |code| code.scheme.as_ref().is_some_and(is_of))
}

/// Whether a classification is a code that a grant has in a member of its own.
pub(super) fn has_own_member(classification: &Classification) -> bool {
    let scheme = classification.scheme.as_ref();
    scheme.is_some_and(|scheme| scheme::GRANT.contains(&scheme.as_str()))
}

pub(super) fn funding_kind(word: &str) -> Option<FundingKind> {
    let found = FUNDING_KINDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word.trim()));
    found.map(|(_, kind)| kind.clone())
}

pub(super) fn organization_kind(word: &str) -> Option<(OrganizationKind, Option<LegalStatus>)> {
    let found = KINDS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(word.trim()));
    found.map(|(_, kind, status)| (kind.clone(), status.clone()))
}
