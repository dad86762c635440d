use super::{Classification, Evidence, GoalId, Identifier, OtherName, Party, PlaceId, Related};
use crate::values::{Extensions, Id, InstrumentKind, Label, Link, List, PartialDate, Period, Status, Text};
use cooperation_derive::Record;

/// A policy instrument: a strategy, action plan, law or scheme by which an authority pursues a policy (Interreg:
/// policy instrument, action plan).
///
/// It guides or binds others than its authors. An agreement between parties is a cooperation, and a source of money is
/// a programme. Projects that work on an instrument name it in `about`.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "policy instrument", label = name)]
#[non_exhaustive]
pub struct PolicyInstrument {
    /// Identifier of the record, unique among the records of its kind.
    pub id: PolicyInstrumentId,
    /// Name of the record, in each language in which it has one.
    pub name: Text,
    /// Acronym, the same in every language, such as EMN.
    pub acronym: Option<Label>,
    /// Former, alternative and translated names (Popolo: other names).
    pub other_names: List<OtherName>,
    /// Records that this one continues, replaces or is the same as, with the relation. The inverse is not stated.
    pub related: List<Related>,
    /// Type of policy instrument, such as strategy, action plan or law.
    pub kind: Option<InstrumentKind>,
    /// Progress status, such as in development, ongoing (in force) or replaced.
    pub status: Option<Status>,
    /// Parties that developed the instrument or are developing it.
    pub developed_by: List<Party>,
    /// Goals that the instrument serves, such as the goals of a strategy that an action plan carries out.
    pub serves: List<GoalId>,
    /// Parties that are responsible for the instrument.
    pub responsible: List<Party>,
    /// Places where the instrument applies.
    pub places: List<PlaceId>,
    /// Period in which the instrument applies.
    pub period: Option<Period>,
    /// Description of the record, in full sentences.
    pub description: Option<Text>,
    /// Web and mail addresses of the record, such as its website.
    pub links: List<Link>,
    /// Identifiers of the record in registers and other schemes, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords from shared lists, or from lists of the publisher.
    pub classifications: List<Classification>,
    /// Date on which the publisher last changed the record.
    pub modified: Option<PartialDate>,
    /// Passages of sources that support the record.
    pub evidence: List<Evidence>,
    /// Custom data, keyed by a reverse domain name.
    pub extensions: Extensions,
}

/// The id of a record of kind policy instrument.
pub type PolicyInstrumentId = Id<PolicyInstrument>;
