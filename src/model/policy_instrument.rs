use super::{Classification, Evidence, Identifier, OtherName, Party, PlaceId};
use crate::values::{Extensions, Id, InstrumentKind, Label, Link, List, Period, Sharing, Status, Text};
use cooperation_derive::{Object, Record};

/// A policy instrument: a strategy, an action plan, a law, a funding scheme by which an authority pursues a policy
/// (Interreg: policy instrument, action plan).
///
/// The projects that work on it name it in their `about`, or one partner's participation does.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "policy instrument", label = name)]
#[non_exhaustive]
pub struct PolicyInstrument {
    /// The id of the record, unique among the records of its kind.
    pub id: PolicyInstrumentId,
    /// What it is called, in each language in which it has a name.
    pub name: Text,
    /// Its acronym, the same in every language.
    pub acronym: Option<Label>,
    /// Names that it also has or had (Popolo: other names).
    pub other_names: List<OtherName>,
    /// What kinds of instrument it is. More than one where a source calls it by several words.
    pub kinds: List<InstrumentKind>,
    /// How far it has come.
    pub status: Option<Status>,
    /// Who developed it, or develops it.
    pub developed_by: List<Party>,
    /// The instruments that it supports, as an action plan supports a strategy.
    pub supports: List<PolicyInstrumentId>,
    /// Who answers for it, and how.
    pub responsibility: Option<Responsibility>,
    /// Where it applies.
    pub places: List<PlaceId>,
    /// When it applies.
    pub period: Option<Period>,
    /// What it is, in sentences.
    pub description: Option<Text>,
    /// Links that belong to it.
    pub links: List<Link>,
    /// Its identifiers in schemes that others keep, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords of shared lists that apply to it.
    pub classifications: List<Classification>,
    /// The passages of sources that it rests on.
    pub evidence: List<Evidence>,
    /// Data of one's own beside what the format defines.
    pub extensions: Extensions,
}

/// The id of one policy instrument.
pub type PolicyInstrumentId = Id<PolicyInstrument>;

/// Who answers for something, alone or together.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct Responsibility {
    /// Whether it is shared.
    pub sharing: Option<Sharing>,
    /// Who bears it.
    pub parties: List<Party>,
}
