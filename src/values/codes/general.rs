//! Code lists for several kinds of records.

use super::OtherCode;
use cooperation_derive::CodeList;

/// Geographic level of the work, such as national. Record the area itself in `places`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "scope")]
#[non_exhaustive]
pub enum Scope {
    /// Worldwide, without a geographic limit.
    #[code(synonyms("worldwide"))]
    Global,
    /// A whole continent, such as Europe or Africa (IATI: regional).
    #[code(synonyms("european"))]
    Continental,
    /// Several countries that are not a whole continent, such as the Nordic countries or the Baltic Sea
    /// region (IATI: multi-national; Interreg B).
    #[code(synonyms("international", "nordic"))]
    Multinational,
    /// Regions on both sides of one or more shared borders (Interreg A).
    #[code("cross-border")]
    CrossBorder,
    /// A single country as a whole.
    National,
    /// One region of a country, such as a county or a German state (IATI: sub-national, first level).
    #[code(synonyms("county"))]
    Regional,
    /// One municipality, town or neighbourhood (IATI: sub-national, second level, or single location).
    #[code(synonyms("municipal"))]
    Local,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Progress at the date of the source. Only one status is recorded; earlier ones are not kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "status")]
#[non_exhaustive]
pub enum Status {
    /// Applied for or drafted, and not yet decided (Jems: submitted).
    #[code(synonyms("applied"))]
    Proposed,
    /// Decided or announced, and not yet begun (IATI: pipeline; Jems: approved).
    #[code(synonyms("pipeline"))]
    Planned,
    /// Being drawn up, set up or formalised, and not yet in operation or in force.
    #[code(synonyms("starting"))]
    InDevelopment,
    /// Under way, in operation or in force (IATI: implementation; CORDIS: signed).
    #[code(synonyms("active", "running", "implementation"))]
    Ongoing,
    /// Interrupted, with the intention of resuming (IATI: suspended).
    Suspended,
    /// Work has ended, but final payments, reports or audits are outstanding (IATI: finalisation).
    #[code(synonyms("finalisation"))]
    Closing,
    /// No longer going on; the source does not state whether it ended as intended.
    Ended,
    /// Ended as intended, or expired at its planned date (IATI: closed; CORDIS: closed).
    #[code(synonyms("closed", "finished", "complete"))]
    Completed,
    /// Given up before completion, or never begun (IATI: cancelled; CORDIS: terminated).
    #[code(synonyms("terminated"))]
    Cancelled,
    /// No longer valid because another record, named in `related`, took its place.
    #[code(synonyms("superseded"))]
    Replaced,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Relation of this record to the other one. Only this direction is stated, never the inverse.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "relation")]
#[non_exhaustive]
pub enum Relation {
    /// Both records describe the same thing, usually from two publishers. `basis` states how certain that is.
    SameAs,
    /// The record is a component of the other (IATI: parent).
    PartOf,
    /// The record carries on the other in a new phase or under a new programme.
    Continues,
    /// The record took the place of the other, which no longer exists or applies: a merger, a successor or a
    /// new version.
    Replaces,
    /// The record resulted from the other, which continues independently.
    GrewOutOf,
    /// The record uses results of the other without continuing it.
    BuildsOn,
    /// The record runs alongside the other by agreement, often under another programme (IATI: co-funded).
    Complements,
    /// Any other connection that the source states.
    Related,
    /// The other is a component of the record (IATI: child). Only for a component that is not in the dataset.
    Contains,
    /// Both are components of the same whole (IATI: sibling). Only for a component that is not in the
    /// dataset.
    Sibling,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Certainty of the relation: implied or open. Absent means that a source states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "relation basis")]
#[non_exhaustive]
pub enum RelationBasis {
    /// The relation follows from what the sources state.
    Implied,
    /// The sources suggest the relation and leave it open.
    Open,
}

/// Type of the page or document behind the link, such as homepage or document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "link relation")]
#[non_exhaustive]
pub enum LinkRel {
    /// Website of whatever the record describes (Popolo: homepage; CORDIS: organizationURL).
    #[code(synonyms("website", "web"))]
    Homepage,
    /// Entry in an official register or a project database, such as a CORDIS project page.
    Register,
    /// Report, contract, publication or another document (IATI: document-link).
    Document,
    /// Map, for example of the partners or of the area.
    Map,
    /// Dataset, database or data service.
    Data,
    /// News item, press release or newsletter.
    News,
    /// Profile on a social network.
    #[code(synonyms("facebook"))]
    Social,
    /// Picture, logo, video or another image.
    #[code(synonyms("logo"))]
    Image,
    /// Contact form, or an address for messages.
    Contact,
    /// Page for applications, such as a form for a call.
    Apply,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}
