use super::{Classification, Evidence, Identifier, OtherName, Party};
use crate::values::{Extensions, Id, Label, Link, List, Period, ProgrammeKind, Text};
use cooperation_derive::Record;

/// A programme under which projects run, such as Interreg Europe, or from which money comes, such as Nordplus.
///
/// A project's `programme` says what it runs under, never where its money comes from: that is a funding. A
/// programme's owner is not a funder: the Nordic Council of Ministers owns Nordplus, and what a source calls paid by
/// Nordplus is paid by Nordplus.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "programme", label = name)]
#[non_exhaustive]
pub struct Programme {
    /// The id of the record, unique among the records of its kind.
    pub id: ProgrammeId,
    /// What it is called, in each language in which it has a name.
    pub name: Text,
    /// Its acronym, the same in every language.
    pub acronym: Option<Label>,
    /// Names that it also has or had (Popolo: other names).
    pub other_names: List<OtherName>,
    /// What kind of programme it is.
    pub kind: Option<ProgrammeKind>,
    /// Whose programme it is. An owner is not a funder.
    pub owner: Option<Party>,
    /// The programme that it is a part of, such as the programme of a call.
    pub part_of: Option<ProgrammeId>,
    /// When it runs.
    pub period: Option<Period>,
    /// The fund that it is fed from, by its short code: ERDF, IPA III.
    pub fund: Option<Label>,
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

/// The id of one programme.
pub type ProgrammeId = Id<Programme>;
