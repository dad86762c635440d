use super::{Classification, Evidence, GroupId, Identifier, OtherName, PlaceId, ProgrammeId, Subject};
use crate::values::{
    Count, Extensions, Id, Label, Link, List, Money, Period, ProjectKind, ProjectRelation, Scope, Status,
    Text,
};
use cooperation_derive::{Object, Record};

/// A project: an undertaking with an aim of its own, mostly for a time, often of several partners.
///
/// Its partners stand in participations, its goals in goals, its money in funding records.
///
/// # Examples
///
/// ```
/// use cooperation::{Period, Project, ProjectId, Text};
///
/// let mut atm = Project::new(ProjectId::new("atm")?, Text::new("en", "Access to Microfinance for SMEs")?);
/// atm.period = Some(Period::between("2016-04".parse()?, "2021-03".parse()?));
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "project", label = title)]
#[non_exhaustive]
pub struct Project {
    /// The id of the record, unique among the records of its kind.
    pub id: ProjectId,
    /// What it is called, in each language in which it has a title.
    pub title: Text,
    /// Its acronym, the same in every language.
    pub acronym: Option<Label>,
    /// Titles that it also has or had.
    pub other_names: List<OtherName>,
    /// What kind of project it is.
    pub kind: Option<ProjectKind>,
    /// How far it reaches.
    pub scope: Option<Scope>,
    /// The programme under which it runs. That says nothing of its money: see funding.
    pub programme: Option<ProgrammeId>,
    /// How far it has come.
    pub status: Option<Status>,
    /// When it ran, runs or will run.
    pub period: Option<Period>,
    /// Where it is at work.
    pub places: List<PlaceId>,
    /// How many partners it has, whether named or not.
    pub partner_count: Option<Count>,
    /// How many policy instruments it works on, whether named or not (Interreg: policy instruments addressed).
    pub policy_instrument_count: Option<Count>,
    /// Whom it is meant to reach.
    pub target_groups: List<GroupId>,
    /// What it is about, such as the network that it builds or the policy instrument that it improves.
    pub about: List<Subject>,
    /// Its whole budget.
    pub budget: Option<Money>,
    /// Projects that it is related to.
    pub related: List<RelatedProject>,
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

/// The id of one project.
pub type ProjectId = Id<Project>;

/// Another project, and how a project is related to it.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct RelatedProject {
    /// The other project, where it is in the dataset.
    pub project: Option<ProjectId>,
    /// What the other project is called, where it is not.
    pub title: Option<Text>,
    /// How the two are related.
    pub relation: Option<ProjectRelation>,
}
