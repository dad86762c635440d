//! Code lists for programmes, projects, participations and activities.

use super::OtherCode;
use cooperation_derive::CodeList;

/// Type of programme. `call`, `strand` and `fund` take precedence over the subject, which is then the kind of
/// the programme above.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "programme kind")]
#[non_exhaustive]
pub enum ProgrammeKind {
    /// Funds cooperation of regions along a shared border (Interreg A).
    #[code("cross-border cooperation", synonyms("interreg a"))]
    CrossBorderCooperation,
    /// Funds cooperation within a large area of several countries (Interreg B).
    #[code(synonyms("interreg b"))]
    TransnationalCooperation,
    /// Funds cooperation of regions anywhere in Europe or beyond (Interreg C).
    #[code(synonyms("interreg c"))]
    InterregionalCooperation,
    /// Funds development within one country or region, such as a national ERDF programme.
    RegionalDevelopment,
    /// Funds education, training, youth work or culture, such as Nordplus or Erasmus+.
    Education,
    /// Funds research and innovation, such as Horizon Europe.
    Research,
    /// Funds development cooperation or humanitarian aid.
    DevelopmentAid,
    /// Grant programme of a foundation or charity (360Giving: grant programme).
    Grants,
    /// Fund without legal personality that gives loans, guarantees, equity or pooled money.
    Fund,
    /// Priority, axis, measure or strand of a programme (Jems: priority).
    #[code(synonyms("priority", "axis"))]
    Strand,
    /// One call for proposals of a programme (CORDIS: sub-call; Jems: call).
    Call,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Main purpose of the project, as narrow as the source states. Size and procedure, such as "small project",
/// go to `classifications`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "project kind")]
#[non_exhaustive]
pub enum ProjectKind {
    /// Partners work together, and the source states no narrower purpose.
    Cooperation,
    /// Produces new knowledge (CORDIS: research and innovation action).
    Research,
    /// Develops or tests new products, services or methods, including pilots (CORDIS: innovation action).
    Innovation,
    /// Builds or buys lasting assets.
    Investment,
    /// Strengthens the abilities of organizations or people, including by training.
    CapacityBuilding,
    /// Sends people abroad to learn, teach or volunteer (Erasmus+: key action 1).
    Mobility,
    /// Builds or runs a network, or coordinates other projects (CORDIS: coordination and support action).
    Networking,
    /// Develops or improves policies and policy instruments (Interreg Europe).
    Policy,
    /// Provides goods, loans, advice or other services to people or enterprises.
    Service,
    /// Studies or prepares a later project, such as a feasibility study.
    Preparation,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Role of the party in the project. Leave it out if the source does not state one; record funders as
/// funding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "participation role")]
#[non_exhaustive]
pub enum ParticipationRole {
    /// Leads the partnership and is responsible for it to the programme (Interreg: lead partner; CORDIS:
    /// coordinator).
    #[code(synonyms("coordinator", "lead beneficiary", "lead"))]
    LeadPartner,
    /// Carries out part of the project with its own budget, or is simply called a partner (Jems: partner;
    /// CORDIS: participant).
    #[code(synonyms("beneficiary", "participant", "project partner"))]
    Partner,
    /// Takes part without a budget from the programme (Interreg: associated partner; CORDIS: partner).
    #[code(synonyms("associated", "associate partner"))]
    AssociatedPartner,
    /// Takes part through its link to a partner, which `via` names (CORDIS: third party).
    #[code(synonyms("linked third party", "affiliated entity"))]
    ThirdParty,
    /// Gives advice, for example as a member of an advisory or reference group.
    #[code(synonyms("adviser", "advisory"))]
    Advisor,
    /// Oversees the project and is responsible for its outcomes (IATI: accountable).
    Accountable,
    /// Manages the budget and direction on behalf of the funder (IATI: extending).
    #[code(synonyms("extending"))]
    Managing,
    /// Physically carries out the project (IATI: implementing).
    #[code(synonyms("implementer"))]
    Implementing,
    /// Delivers work to a partner under a contract.
    Subcontractor,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Type of activity by its purpose. Use `meeting` and `event` only if the purpose is not stated; record
/// deliverables as goals of the level `output`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "activity kind")]
#[non_exhaustive]
pub enum ActivityKind {
    /// Planned package of work that contains other activities (Jems: work package).
    WorkPackage,
    /// Exchange of experience, knowledge or staff.
    #[code(synonyms("study visit"))]
    Exchange,
    /// Teaching or training of people.
    #[code(synonyms("workshop"))]
    Training,
    /// Study, survey, analysis or other research.
    #[code(synonyms("study"))]
    Research,
    /// Trial of a method, product or service (Jems: pilot action).
    Pilot,
    /// Construction or purchase of lasting assets (Jems: investment).
    Investment,
    /// Delivery of loans, advice or other services.
    Service,
    /// Drafting of a plan, strategy or policy.
    Planning,
    /// Effort to influence decisions or opinion.
    Advocacy,
    /// Dissemination of results, methods or information (Interreg: communication).
    #[code(synonyms("dissemination"))]
    Communication,
    /// Monitoring, evaluation or audit of the work.
    #[code(synonyms("monitoring"))]
    Evaluation,
    /// Running of the project itself (Jems: management).
    Management,
    /// Conference, fair or another event open to outsiders.
    #[code(synonyms("conference"))]
    Event,
    /// Meeting or series of meetings of those involved.
    Meeting,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}
