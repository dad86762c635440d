//! The code lists of the format. A list with a last variant `Other` is open: a code that is not listed is kept.

use super::OtherCode;
use cooperation_derive::CodeList;

/// How far something has come: one list for projects, networks, activities, instruments and cooperations.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "status")]
#[non_exhaustive]
pub enum Status {
    /// Agreed or announced, and not yet begun.
    Planned,
    /// Just begun.
    Starting,
    /// Being developed or formalised, so that it does not yet fully exist.
    InDevelopment,
    /// Going on.
    Ongoing,
    /// Stopped for the time being.
    Suspended,
    /// Ended as intended.
    Completed,
    /// Ended before its time, or never begun.
    Cancelled,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// How far something reaches.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "scope")]
#[non_exhaustive]
pub enum Scope {
    /// The whole world.
    Global,
    /// Europe.
    European,
    /// The Nordic countries.
    Nordic,
    /// Several countries, or regions of several countries.
    International,
    /// Regions on both sides of a border.
    #[code("cross-border")]
    CrossBorder,
    /// One country.
    National,
    /// A region of a country.
    Regional,
    /// A town, a municipality or less.
    Local,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What kind of organization it is. The words follow IATI's list of organisation types.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "organization kind")]
#[non_exhaustive]
pub enum OrganizationKind {
    /// A government, ministry or national authority.
    Government,
    /// A regional or local authority, such as a municipality.
    LocalGovernment,
    /// An organization of several governments.
    Intergovernmental,
    /// A non-governmental organization, in private hands and not for profit.
    Ngo,
    /// A foundation.
    Foundation,
    /// An enterprise, for profit.
    Enterprise,
    /// A bank, a microfinance institution or another that lends or insures.
    FinancialInstitution,
    /// A university, a school or a research institute.
    Academic,
    /// An association of organizations or people, such as a chamber or a union.
    Association,
    /// An agency for the development of business or of a region.
    DevelopmentAgency,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// Under which kind of law an organization stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "legal status")]
#[non_exhaustive]
pub enum LegalStatus {
    /// Public law.
    Public,
    /// Private law.
    Private,
    /// Neither, or both.
    Other,
}

/// What kind of place it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "place kind")]
#[non_exhaustive]
pub enum PlaceKind {
    /// A continent.
    Continent,
    /// A part of a continent, such as eastern Europe or the Nordic countries.
    #[code("part of a continent")]
    PartOfContinent,
    /// A country.
    Country,
    /// A region of a country or across countries.
    Region,
    /// A municipality.
    Municipality,
    /// A city, town or village.
    Settlement,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What a member is in a network or an organization (Popolo: Membership).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "membership role")]
#[non_exhaustive]
pub enum MembershipRole {
    /// A member.
    Member,
    /// One of those who founded it.
    Founder,
    /// Takes part without a vote.
    Observer,
    /// Runs the daily work.
    Secretariat,
    /// Leads it.
    Chair,
    /// A member of its board.
    Board,
    /// A member with lesser rights.
    Associate,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What a party is in a project. 'Lead partner' and 'partner' are Interreg's words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "participation role")]
#[non_exhaustive]
pub enum ParticipationRole {
    /// Leads the partnership and answers for it to the programme.
    LeadPartner,
    /// One of the partners.
    Partner,
    /// A partner without a budget of its own in the project.
    AssociatedPartner,
    /// Gives advice.
    AdvisoryPartner,
    /// Takes part, without the source saying as what.
    Participant,
    /// Pays for it (IATI: funding).
    Funder,
    /// Oversees it and answers for its outcome (IATI: accountable).
    Accountable,
    /// Does the work (IATI: implementing).
    Implementing,
    /// Works for a partner under a contract.
    Subcontractor,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What kind of programme it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "programme kind")]
#[non_exhaustive]
pub enum ProgrammeKind {
    /// Cooperation of regions of several countries, as Interreg has it.
    InterregionalCooperation,
    /// Education and training.
    Education,
    /// Research and innovation.
    Research,
    /// Grants of a foundation or a fund.
    Grants,
    /// One call for proposals of a programme.
    Call,
    /// A strand, priority or measure of a programme.
    Strand,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What kind of project it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "project kind")]
#[non_exhaustive]
pub enum ProjectKind {
    /// Several partners work together.
    Cooperation,
    /// Finds something out.
    Research,
    /// Tries something out.
    Pilot,
    /// Builds or buys something that lasts.
    Investment,
    /// Builds or runs a network.
    Networking,
    /// Builds up what an organization is able to do.
    CapacityBuilding,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What kind of activity it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "activity kind")]
#[non_exhaustive]
pub enum ActivityKind {
    /// A package of a project's work.
    WorkPackage,
    /// A meeting, or a row of them.
    Meeting,
    /// An exchange of experience, knowledge or people.
    Exchange,
    /// Something tried out.
    Pilot,
    /// Something found out.
    Research,
    /// Training or education.
    Training,
    /// Spreading of results, methods or knowledge.
    Dissemination,
    /// The making of a plan, a strategy or a policy.
    Planning,
    /// Speaking up for a cause.
    Advocacy,
    /// Something that is to be delivered.
    Deliverable,
    /// The running of the project itself.
    Management,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// How high a goal stands. Output, outcome and impact are the levels of a results framework (IATI: results).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "goal level")]
#[non_exhaustive]
pub enum GoalLevel {
    /// What something is there for.
    Purpose,
    /// The main objective.
    MainObjective,
    /// A general goal.
    General,
    /// An objective: what is to be reached.
    Objective,
    /// What someone puts at the centre.
    Focus,
    /// What an activity brings forth at once.
    Output,
    /// The change that outputs lead to.
    Outcome,
    /// The lasting effect in the world.
    Impact,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What an indicator measures in (IATI: indicator measure).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "indicator measure")]
#[non_exhaustive]
pub enum IndicatorMeasure {
    /// Units of something.
    Unit,
    /// Per cent.
    Percentage,
    /// Categories without an order, or yes and no.
    Nominal,
    /// Categories in an order.
    Ordinal,
    /// Words.
    Qualitative,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What kind of policy instrument it is. 'Policy instrument' and 'action plan' are Interreg's words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "policy instrument kind")]
#[non_exhaustive]
pub enum InstrumentKind {
    /// A policy instrument, without a narrower kind.
    PolicyInstrument,
    /// A strategy.
    Strategy,
    /// A plan of what is to be done.
    ActionPlan,
    /// An operational programme of the structural funds.
    OperationalProgramme,
    /// A law or regulation.
    Law,
    /// A scheme by which money or help is given out.
    Scheme,
    /// An agreement between parties.
    Agreement,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What kind of money it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "funding kind")]
#[non_exhaustive]
pub enum FundingKind {
    /// Given, and not paid back.
    Grant,
    /// Lent, and paid back.
    Loan,
    /// A guarantee for someone else's loan.
    Guarantee,
    /// A share in an enterprise.
    Equity,
    /// Paid for something delivered.
    Contract,
    /// A partner's own money.
    OwnContribution,
    /// Work, rooms or things in place of money.
    InKind,
    /// A gift.
    Donation,
    /// Paid by members.
    MembershipFee,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// How far the money has come.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "funding status")]
#[non_exhaustive]
pub enum FundingStatus {
    /// Asked for.
    Requested,
    /// Meant to be given.
    Planned,
    /// Promised (360Giving: awarded; IATI: commitment).
    Committed,
    /// Paid out (IATI: disbursement).
    Disbursed,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// What stands behind a link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "link relation")]
#[non_exhaustive]
pub enum LinkRel {
    /// The home page of the record.
    Homepage,
    /// A map.
    Map,
    /// A document, such as a report or a contract.
    Document,
    /// News.
    News,
    /// A page in a social network.
    Social,
    /// A picture or logo.
    Image,
    /// Data.
    Data,
    /// The page in a register.
    Register,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// Whether a source says so or it follows from what it says. Absent means stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "basis")]
#[non_exhaustive]
pub enum Basis {
    /// It follows from what the source says, for a reason that is given.
    Implied,
}

/// How a source means what it says. Absent means asserted: it says that it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "modality")]
#[non_exhaustive]
pub enum Modality {
    /// It will be so.
    Planned,
    /// It is meant to be so, or to have this effect.
    Intended,
    /// Somebody sees it so, named or not.
    Attributed,
}

/// How the record relates to the other. The inverse is not stated.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "relation")]
#[non_exhaustive]
pub enum Relation {
    /// Both records describe the same thing.
    SameAs,
    /// It is a component of the other.
    PartOf,
    /// It carries on the other.
    Continues,
    /// It took the place of the other.
    Replaces,
    /// It resulted from the other.
    GrewOutOf,
    /// It uses results of the other.
    BuildsOn,
    /// It runs alongside the other.
    Complements,
    /// Any other connection.
    Related,
    /// The other is a component of it.
    Contains,
    /// Both are components of the same whole.
    Sibling,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}
/// Certainty of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "relation basis")]
#[non_exhaustive]
pub enum RelationBasis {
    /// It follows from what the sources say.
    Implied,
    /// The sources leave it open.
    Open,
}
/// Extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "extent")]
#[non_exhaustive]
pub enum Extent {
    /// There are more.
    Partial,
    /// There are no others.
    Complete,
}
/// Form of the cooperation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "cooperation kind")]
#[non_exhaustive]
pub enum CooperationKind {
    /// Informal.
    Informal,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}
