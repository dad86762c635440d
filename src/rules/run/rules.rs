use crate::dataset::Dataset;
use crate::rules::catalogue::RuleInfo;
use crate::rules::families::{rule, rules};
use crate::rules::order::put_in_order;
use crate::rules::report::Severity;
use crate::rules::settings::Settings;
use crate::rules::sink::Sink;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::fmt;

/// The rules that a dataset is checked by: those of the catalogue, as severe as is asked for, and a user's own.
///
/// # Examples
///
/// ```
/// use cooperation::{Dataset, Note, Path, Rules, Severity, Sink};
///
/// let dataset = Dataset::from_json(r#"{"version": "1.0", "groups": [{"id": "all", "name": {"en": "ALL OF THEM"}}]}"#)?;
/// let loud = |dataset: &Dataset, sink: &mut Sink<'_>| {
///     let (root, list) = (Path::root(), "groups");
///     for (place, group) in dataset.groups.iter().enumerate() {
///         if group.name.iter().any(|(_, name)| name == name.to_uppercase()) {
///             let list = root.member(list);
///             let note = Note::new("the name is in capital letters").help("write it in small letters");
///             sink.add(dataset, &list.index(place).member("name"), note);
///         }
///     }
/// };
/// let rules = Rules::default().without("record-without-evidence")?.with_rule("loud-name", Severity::Warning, loud);
/// let report = rules.check(&dataset);
/// assert_eq!(report.findings()[0].to_string(), "warning[loud-name] /groups/0/name: the name is in capital letters");
/// assert!(report.is_valid());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Rules {
    pub(super) settings: Settings,
    pub(super) today: Option<NaiveDate>,
    pub(super) custom: Vec<CustomRule>,
}

/// A custom rule, with its name and severity.
pub(super) struct CustomRule {
    pub name: Cow<'static, str>,
    pub severity: Severity,
    pub rule: Box<dyn Rule>,
}

impl fmt::Debug for CustomRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CustomRule").field(&self.name).field(&self.severity).finish()
    }
}

/// What a rule of a user's own does: look at the dataset and tell the sink what is wrong.
///
/// Every `Fn(&Dataset, &mut Sink<'_>)` is one. The guide shows one that asks an index:
/// [a rule of one's own](crate::guide::own_rules).
pub trait Rule: Send + Sync {
    /// Adds what is wrong to the sink.
    fn check(&self, dataset: &Dataset, sink: &mut Sink<'_>);
}

impl<F: Fn(&Dataset, &mut Sink<'_>) + Send + Sync> Rule for F {
    fn check(&self, dataset: &Dataset, sink: &mut Sink<'_>) {
        self(dataset, sink);
    }
}

/// A rule was named that the catalogue does not have.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule {}{}", crate::reflect::excerpt(name), nearest.map(|name| format!(", did you mean {name}")).unwrap_or_default())]
pub struct UnknownRule {
    name: String,
    nearest: Option<&'static str>,
}

debug_as_display!(UnknownRule);

impl UnknownRule {
    /// The name that the catalogue does not have, as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rule whose name is nearest, where one is near enough to be meant.
    #[must_use]
    pub const fn nearest(&self) -> Option<&'static str> {
        self.nearest
    }
}

fn known(name: &str) -> Result<&'static RuleInfo, UnknownRule> {
    rule(name).ok_or_else(|| UnknownRule {
        name: name.to_owned(),
        nearest: crate::reflect::nearest(name, rules().map(|rule| rule.name)),
    })
}

impl Rules {
    /// Switches a rule off.
    ///
    /// # Errors
    /// When the catalogue has no such rule.
    pub fn without(mut self, name: &str) -> Result<Self, UnknownRule> {
        self.settings.change(known(name)?, None);
        Ok(self)
    }

    /// Makes a rule as severe as this.
    ///
    /// # Errors
    /// When the catalogue has no such rule.
    pub fn severity(mut self, name: &str, severity: Severity) -> Result<Self, UnknownRule> {
        self.settings.change(known(name)?, Some(severity));
        Ok(self)
    }

    /// Makes a rule one step graver. One that was switched off is at work again.
    ///
    /// # Errors
    /// When the catalogue has no such rule.
    pub fn raise(self, name: &str) -> Result<Self, UnknownRule> {
        let rule = known(name)?;
        let severity = self.settings.severity_of(rule).unwrap_or(rule.severity).raised();
        self.severity(name, severity)
    }

    /// Makes a rule one step lighter. One that was switched off is at work again.
    ///
    /// # Errors
    /// When the catalogue has no such rule.
    pub fn lower(self, name: &str) -> Result<Self, UnknownRule> {
        let rule = known(name)?;
        let severity = self.settings.severity_of(rule).unwrap_or(rule.severity).lowered();
        self.severity(name, severity)
    }

    /// Says what day is today, which dates and statuses are then held against. The library reads no clock.
    ///
    /// ```
    /// use cooperation::chrono::NaiveDate;
    /// use cooperation::{Dataset, Rules};
    ///
    /// let source = r#"{"id": "page", "title": {"en": "A page"}, "retrieved": "2026-11-25"}"#;
    /// let dataset = Dataset::from_json(&format!(r#"{{"version": "1.0", "sources": [{source}]}}"#))?;
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 24).ok_or("no such day")?;
    /// assert_eq!(Rules::default().on(today).check(&dataset).findings()[0].rule, "future-retrieval");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn on(mut self, today: NaiveDate) -> Self {
        self.today = Some(today);
        self
    }

    /// Keeps no more findings than that, 10,000 unless it is set. All are counted, and the gravest are kept.
    #[must_use]
    pub const fn keep(mut self, findings: usize) -> Self {
        self.settings.limit = findings;
        self
    }

    /// Adds a rule of one's own, with its name and severity.
    #[must_use]
    pub fn with_rule(
        mut self,
        name: impl Into<Cow<'static, str>>,
        severity: Severity,
        rule: impl Rule + 'static,
    ) -> Self {
        self.custom.push(CustomRule { name: name.into(), severity, rule: Box::new(rule) });
        self
    }

    /// What these rules do not check, in sentences.
    pub(super) fn unchecked(&self) -> Vec<String> {
        let mut unchecked = self.switched_off();
        if self.today.is_none() {
            let mut need_today: Vec<&str> =
                rules().filter(|rule| rule.needs_today).map(|rule| rule.name).collect();
            put_in_order(&mut need_today, &Ord::cmp);
            unchecked.push(format!("{}, since no day was given as today", need_today.join(" and ")));
        }
        unchecked
    }

    /// The rules that are switched off, in sentences.
    pub(super) fn switched_off(&self) -> Vec<String> {
        self.settings.switched_off().map(|name| format!("{name}, which is switched off")).collect()
    }

    /// The rules of a user's own, which need the whole dataset at hand.
    pub(super) fn need_dataset(&self) -> impl Iterator<Item = String> {
        self.custom.iter().map(|custom| format!("{}, which needs the whole dataset", custom.name))
    }
}
