use super::report::Severity;

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
    /// Whether it looks at nothing unless a day is given as today.
    #[serde(skip)]
    pub(super) needs_today: bool,
}

/// Where a rule of the format itself comes from.
pub(super) const FORMAT: &str = "this format";

/// The rules of a family: a constant each, and the list of them.
macro_rules! family {
    ($family:literal $(
        $rule:ident $name:literal $severity:ident {
            what: $what:literal,
            why: $why:literal,
            origin: $origin:expr,
            breaks: $breaks:literal,
            keeps: $keeps:literal,
            $(needs_today: $needs_today:literal,)?
        }
    )*) => {
        $(
            static $rule: $crate::rules::catalogue::RuleInfo = $crate::rules::catalogue::RuleInfo {
                name: $name,
                family: $family,
                severity: $crate::rules::report::Severity::$severity,
                what: $what,
                why: $why,
                origin: $origin,
                breaks: concat!("{\"version\": \"1.0\", ", $breaks, "}"),
                keeps: concat!("{\"version\": \"1.0\", ", $keeps, "}"),
                needs_today: false $(|| $needs_today)?,
            };
        )*

        const RULES: &[&$crate::rules::catalogue::RuleInfo] = &[$(&$rule),*];
    };
}
