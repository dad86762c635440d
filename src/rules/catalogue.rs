use super::report::Severity;

/// A rule of the catalogue: its stable name, its severity, what it finds, why, and examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct RuleInfo {
    /// Name in lower case with hyphens, which never changes its meaning.
    pub name: &'static str,
    /// Family of the rule, such as `time`.
    pub family: &'static str,
    /// Default severity.
    pub severity: Severity,
    /// The problem that the rule finds.
    pub what: &'static str,
    /// The reason why the problem matters.
    pub why: &'static str,
    /// The standard or practice that the rule comes from.
    pub origin: &'static str,
    /// A dataset with this problem, as JSON.
    pub breaks: &'static str,
    /// A dataset without this problem, as JSON.
    pub keeps: &'static str,
    /// Whether the rule is checked only if today's date is given.
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
