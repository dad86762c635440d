use super::Severity;

/// A rule of the catalogue: its stable name, how grave a breach is, what it asks for, why, and examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct RuleInfo {
    /// The name, in lower case with hyphens. It never changes its meaning.
    pub name: &'static str,
    /// The family that it belongs to, such as `time`.
    pub family: &'static str,
    /// How grave a breach is, unless it is raised or lowered.
    pub severity: Severity,
    /// What it finds.
    pub what: &'static str,
    /// Why that is worth finding.
    pub why: &'static str,
    /// Where the rule comes from.
    pub origin: &'static str,
    /// A dataset that breaks it, as JSON.
    pub breaks: &'static str,
    /// A dataset that keeps it, as JSON.
    pub keeps: &'static str,
}

/// Where a rule of the format itself comes from.
pub(super) const FORMAT: &str = "this format";

/// A dataset as JSON, from the text of its members.
macro_rules! document {
    ($members:literal) => {
        concat!("{\"version\": \"1.0\", ", $members, "}")
    };
}

/// The rules of a family: a constant each, and the list of them.
macro_rules! family {
    ($family:literal $(
        $rule:ident $name:literal $severity:ident {
            what: $what:literal,
            why: $why:literal,
            origin: $origin:expr,
            breaks: $breaks:literal,
            keeps: $keeps:literal,
        }
    )*) => {
        $(
            pub(super) const $rule: $crate::rules::RuleInfo = $crate::rules::RuleInfo {
                name: $name,
                family: $family,
                severity: $crate::rules::Severity::$severity,
                what: $what,
                why: $why,
                origin: $origin,
                breaks: document!($breaks),
                keeps: document!($keeps),
            };
        )*

        pub(super) const RULES: &[$crate::rules::RuleInfo] = &[$($rule),*];
    };
}

/// The families, in the order in which they are shown.
const FAMILIES: [&[RuleInfo]; 11] = [
    super::identity::RULES,
    super::references::RULES,
    super::hierarchy::RULES,
    super::time::RULES,
    super::counts::RULES,
    super::money::RULES,
    super::goals::RULES,
    super::codes::RULES,
    super::text::RULES,
    super::provenance::RULES,
    super::similarity::RULES,
];

/// Every rule of the catalogue, family by family.
///
/// ```
/// let names: Vec<&str> = cooperation::rules().map(|rule| rule.name).collect();
/// assert!(names.contains(&"unknown-reference"));
/// ```
pub fn rules() -> impl Iterator<Item = &'static RuleInfo> {
    FAMILIES.into_iter().flatten()
}

/// The rule of this name.
pub(super) fn rule(name: &str) -> Option<&'static RuleInfo> {
    rules().find(|rule| rule.name == name)
}
