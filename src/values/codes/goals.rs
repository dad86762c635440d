//! Code lists for goals, indicators and policy instruments.

use super::OtherCode;
use cooperation_derive::CodeList;

/// Level of the goal. From high to low: purpose, impact, overall objective, objective or priority, outcome,
/// output; targets and milestones set a value or a date.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "goal level")]
#[non_exhaustive]
pub enum GoalLevel {
    /// Permanent reason for which an organization, network, instrument or cooperation exists, without an end
    /// date. The purpose of a logical framework is an `outcome`.
    Purpose,
    /// Long-term effect on society to which the work contributes (IATI: impact; logical framework: goal).
    Impact,
    /// Main or general objective of the subject, above its specific objectives (Jems: overall objective).
    #[code(synonyms("main objective", "general", "general objective"))]
    OverallObjective,
    /// Specific objective: what the subject sets out to achieve itself (Jems: specific objective).
    #[code(synonyms("specific objective"))]
    Objective,
    /// Objective or theme that a party puts first or focuses on.
    #[code(synonyms("focus"))]
    Priority,
    /// Change in behaviour, capacity or conditions that outputs bring about (IATI: outcome).
    #[code(synonyms("result"))]
    Outcome,
    /// Product, service or deliverable that activities produce (IATI: output; Jems: output).
    #[code(synonyms("deliverable"))]
    Output,
    /// Value to be reached by a date, set outside a results framework, such as an SDG target.
    Target,
    /// Intermediate step to be reached by a date (OC4IDS: milestone).
    Milestone,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Type of value that the indicator takes (IATI: indicator measure).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "indicator measure")]
#[non_exhaustive]
pub enum IndicatorMeasure {
    /// Number of units, which `unit` names.
    #[code(synonyms("number"))]
    Unit,
    /// Share or change in per cent.
    #[code(synonyms("per cent"))]
    Percentage,
    /// Category without an order, or yes and no.
    Nominal,
    /// Category or rank in an order, such as a score.
    Ordinal,
    /// Description of the value in words.
    Qualitative,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Type of policy instrument. Leave it out if the source only calls it a policy instrument; record agreements
/// as cooperations.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "policy instrument kind")]
#[non_exhaustive]
pub enum InstrumentKind {
    /// Long-term aims and priorities of an authority or partnership.
    #[code(synonyms("policy"))]
    Strategy,
    /// Concrete measures for reaching aims, and who takes them (Interreg Europe: action plan).
    #[code(synonyms("roadmap"))]
    ActionPlan,
    /// Funding or operational programme, as a policy that projects try to improve (Interreg Europe:
    /// operational programme).
    Programme,
    /// Rules under which support is given, such as a voucher or loan scheme.
    Scheme,
    /// Statutory plan, such as a land use or mobility plan.
    Plan,
    /// Law, regulation, by-law or directive.
    #[code(synonyms("regulation"))]
    Law,
    /// Binding agreement between two or more states.
    #[code(synonyms("convention"))]
    Treaty,
    /// Non-binding standard, guideline or recommendation.
    Guideline,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}
