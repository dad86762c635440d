use super::{
    Budget, Classification, Count, Evidence, GroupId, Identifier, OtherName, PlaceId, ProgrammeId, Related,
    Subject,
};
use crate::values::{
    Extensions, Id, Label, Link, List, Money, PartialDate, Period, ProjectKind, Scope, Status, Text,
};
use cooperation_derive::Record;

/// A project: an undertaking with its own aims, usually for a limited time and by several partners.
///
/// Its partners are recorded as participations, its goals as goals, and its money as funding. A payer is always the
/// funder of a funding record, never a role and never in `programmes`.
///
/// # Examples
///
/// ```
/// use cooperation::{Period, Project, ProjectId, Text};
///
/// let mut atm = Project::new(ProjectId::new("atm")?, Text::new("en", "Access to Microfinance for SMEs")?);
/// atm.period = Some(Period::between("2016-04".parse()?, "2021-03".parse()?));
/// atm.partner_count = Some(9);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "project", label = title)]
#[non_exhaustive]
pub struct Project {
    /// Identifier of the record, unique among the records of its kind.
    pub id: ProjectId,
    /// Title of the project, in each language in which it has one.
    pub title: Text,
    /// Acronym, the same in every language, such as EMN.
    pub acronym: Option<Label>,
    /// Former, alternative and translated titles.
    pub other_names: List<OtherName>,
    /// Records that this one continues, replaces or is the same as, with the relation. The inverse is not stated.
    pub related: List<Related>,
    /// Main purpose of the project, such as research, networking or capacity building.
    pub kind: Option<ProjectKind>,
    /// Geographic level at which the project works. Record the area itself in `places`.
    pub scope: Option<Scope>,
    /// Programmes or calls whose rules the project follows. Record who pays with funding records.
    pub programmes: List<ProgrammeId>,
    /// Progress status, such as planned, ongoing or completed.
    pub status: Option<Status>,
    /// Period in which the project ran, runs or will run, as last known.
    pub period: Option<Period>,
    /// Planned period (IATI: planned dates), if the source calls it planned or it differs from `period`.
    pub planned: Option<Period>,
    /// Places where the project works.
    pub places: List<PlaceId>,
    /// Number of partners that a source states, whether they are named or not.
    pub partner_count: Option<u32>,
    /// Number of partners in the words of a source, such as "several".
    pub partner_count_words: Option<Text>,
    /// Numbers of other things that a source states, such as nine policy instruments.
    pub counts: List<Count>,
    /// Groups that the project is meant to reach, where no goal names them.
    pub target_groups: List<GroupId>,
    /// Subjects of the project, such as the network that it builds or the policy instrument that it improves.
    pub about: List<Subject>,
    /// Total budget: what the project costs, regardless of who pays.
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

/// The id of a record of kind project.
pub type ProjectId = Id<Project>;
