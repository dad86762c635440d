//! The words of the dumps and the codes that they become.

use crate::values::{LegalStatus, LinkRel, OrganizationKind, ParticipationRole, Status};

/// Scheme of an identifier or a classification.
pub(super) mod scheme {
    pub(in super::super) const PROJECT: &str = "CORDIS";
    pub(in super::super) const RCN: &str = "CORDIS RCN";
    pub(in super::super) const DOI: &str = "DOI";
    pub(in super::super) const PIC: &str = "EU-PIC";
    pub(in super::super) const VAT: &str = "VAT";
    pub(in super::super) const TOPIC: &str = "CORDIS topic";
    pub(in super::super) const LEGAL_BASIS: &str = "CORDIS legal basis";
    pub(in super::super) const SCIENCE: &str = "EuroSciVoc";
    pub(in super::super) const PRIORITY: &str = "EU policy priority";
    pub(in super::super) const SME: &str = "EU SME";
    pub(in super::super) const ROLE: &str = "CORDIS role";
    pub(in super::super) const ACTIVITY: &str = "CORDIS activity type";
}

/// Columns of a project that are codes of a list, with the scheme of the list.
pub(super) const CODES: [(&str, &str); 2] =
    [("fundingScheme", "CORDIS funding scheme"), ("nature", "CORDIS nature")];

const STATUSES: [(&str, Status); 7] = [
    ("SIGNED", Status::Ongoing),
    ("ONG", Status::Ongoing),
    ("EXE", Status::Ongoing),
    ("CLOSED", Status::Completed),
    ("CLO", Status::Completed),
    ("TERMINATED", Status::Cancelled),
    ("CAN", Status::Cancelled),
];

/// Roles, and whether the word says more than the code.
const ROLES: [(&str, ParticipationRole, bool); 8] = [
    ("coordinator", ParticipationRole::LeadPartner, false),
    ("participant", ParticipationRole::Partner, false),
    ("beneficiary", ParticipationRole::Partner, false),
    ("host institution", ParticipationRole::Partner, false),
    ("thirdParty", ParticipationRole::ThirdParty, false),
    ("partner", ParticipationRole::AssociatedPartner, false),
    ("associatedPartner", ParticipationRole::AssociatedPartner, false),
    ("internationalPartner", ParticipationRole::AssociatedPartner, true),
];

const KINDS: [(&str, Option<OrganizationKind>, Option<LegalStatus>); 5] = [
    ("HES", Some(OrganizationKind::Academic), None),
    ("REC", Some(OrganizationKind::ResearchOrganization), None),
    ("PRC", Some(OrganizationKind::Enterprise), Some(LegalStatus::Private)),
    ("PUB", Some(OrganizationKind::PublicBody), Some(LegalStatus::Public)),
    ("OTH", None, None),
];

const FRAMEWORKS: [(&str, &str); 3] =
    [("HORIZON", "Horizon Europe"), ("H2020", "Horizon 2020"), ("FP7", "Seventh Framework Programme")];

const LINKS: [(&str, LinkRel); 6] = [
    ("relatedWebsite", LinkRel::Homepage),
    ("projectDeliverable", LinkRel::Document),
    ("socialMedia", LinkRel::Social),
    ("relatedNews", LinkRel::News),
    ("relatedStory", LinkRel::News),
    ("publicationRepository", LinkRel::Data),
];

/// Codes of countries that differ from ISO 3166-1.
const COUNTRIES: [(&str, &str); 2] = [("EL", "GR"), ("UK", "GB")];

pub(super) fn status(word: &str) -> Option<Status> {
    let found = STATUSES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    found.map(|(_, status)| status.clone())
}

/// The role, and whether the word says more than the code.
pub(super) fn role(word: &str) -> Option<(ParticipationRole, bool)> {
    let found = ROLES.iter().find(|(known, ..)| known.eq_ignore_ascii_case(word));
    found.map(|(_, role, says_more)| (role.clone(), *says_more))
}

/// Kind and legal status of an organization, `None` for a word that is not known.
pub(super) fn kind(word: &str) -> Option<(Option<OrganizationKind>, Option<LegalStatus>)> {
    let found = KINDS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(word));
    found.map(|(_, kind, status)| (kind.clone(), status.clone()))
}

/// Name of a framework programme, if it has another than its code.
pub(super) fn framework(code: &str) -> Option<&'static str> {
    FRAMEWORKS.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

pub(super) fn link(word: &str) -> Option<LinkRel> {
    if word == "relatedVideo" {
        return "video".parse().ok();
    }
    LINKS.iter().find(|(known, _)| *known == word).map(|(_, rel)| rel.clone())
}

pub(super) fn country(code: &str) -> &str {
    COUNTRIES.iter().find(|(elsewhere, _)| *elsewhere == code).map_or(code, |(_, iso)| iso)
}
