use super::{Budget, Classification, Evidence, Identifier, OtherName, Party, PlaceId, Related};
use crate::values::{Extensions, Id, Label, Link, List, Money, PartialDate, Period, ProgrammeKind, Text};
use cooperation_derive::Record;

/// A programme that projects run under or that money comes from, such as Interreg Europe or Nordplus, or one of its
/// calls.
///
/// The `programmes` of a project are the programmes whose rules it follows. To record who pays, add a funding record
/// and name the programme there. Ownership does not imply funding: the Nordic Council of Ministers owns Nordplus, and
/// money "from Nordplus" is funding with the programme Nordplus.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "programme", label = name)]
#[non_exhaustive]
pub struct Programme {
    /// Identifier of the record, unique among the records of its kind.
    pub id: ProgrammeId,
    /// Name of the record, in each language in which it has one.
    pub name: Text,
    /// Acronym, the same in every language, such as EMN.
    pub acronym: Option<Label>,
    /// Former, alternative and translated names (Popolo: other names).
    pub other_names: List<OtherName>,
    /// Records that this one continues, replaces or is the same as, with the relation. The inverse is not stated.
    pub related: List<Related>,
    /// Type of programme, such as interregional cooperation, research or call.
    pub kind: Option<ProgrammeKind>,
    /// Party that owns the programme, such as the Nordic Council of Ministers. Ownership does not imply funding:
    /// record payments as funding.
    pub owner: Option<Party>,
    /// Parties that manage the programme, such as its managing authority or joint secretariat.
    pub managed_by: List<Party>,
    /// Programme of which this one is a part, such as the programme of a call.
    pub part_of: Option<ProgrammeId>,
    /// Period for which the programme runs.
    pub period: Option<Period>,
    /// Places that the programme covers.
    pub places: List<PlaceId>,
    /// Funds that finance the programme, by short code, such as ERDF or IPA III.
    pub funds: List<Label>,
    /// Total budget of the programme.
    pub budget: Option<Money>,
    /// Budgets by period. Versions of one period are never added up.
    pub budgets: List<Budget>,
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

/// The id of a record of kind programme.
pub type ProgrammeId = Id<Programme>;
