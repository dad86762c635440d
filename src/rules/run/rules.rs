use crate::dataset::{Dataset, RecordRef};
use crate::order::put_in_order;
use crate::rules::catalogue::RuleInfo;
use crate::rules::families::{catalogue, rule};
use crate::rules::report::Severity;
use crate::rules::reporter::Reporter;
use crate::rules::settings::Settings;
use chrono::NaiveDate;
use cooperation_derive::DebugAsDisplay;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// The rules to check a dataset with: those of the catalogue, with configurable severities, and custom rules.
///
/// # Examples
///
/// ```
/// use cooperation::{Dataset, RecordRef, Rules, Severity, rules::Note};
///
/// let rules = Rules::default()
///     .without("record-without-evidence")?
///     .with_record_rule("loud-name", Severity::Warning, |record, reporter| {
///         let RecordRef::Group(group) = record else { return };
///         if group.name.iter().any(|(_, name)| name == name.to_uppercase()) {
///             let note = Note::new("the name is in capital letters").with_help("write it in small letters");
///             reporter.add_to(group, "/name", note);
///         }
///     })?
///     .raise("loud-name")?;
///
/// let dataset = Dataset::from_json(r#"{"version": "1.0", "groups": [{"id": "all", "name": {"en": "ALL OF THEM"}}]}"#)?;
/// let report = rules.check(&dataset);
/// assert_eq!(report.findings()[0].to_string(), "error[loud-name] /groups/0/name: the name is in capital letters");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Rules {
    pub(super) settings: Settings,
    pub(super) today: Option<NaiveDate>,
    pub(super) custom: Vec<CustomRule>,
}

/// A custom rule, with its name and severity.
#[derive(Clone)]
pub(super) struct CustomRule {
    pub name: Cow<'static, str>,
    /// `None` where it is switched off.
    pub severity: Option<Severity>,
    pub check: Check,
}

/// Check of a custom rule: of whole datasets or of single records.
#[derive(Clone)]
pub(super) enum Check {
    Dataset(Arc<DatasetRule>),
    Record(Arc<RecordRule>),
}

type DatasetRule = dyn Fn(&Dataset, &mut Reporter<'_>) + Send + Sync;
type RecordRule = dyn Fn(RecordRef<'_>, &mut Reporter<'_>) + Send + Sync;

impl fmt::Debug for CustomRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CustomRule").field(&self.name).field(&self.severity).finish()
    }
}

/// The error for a name that is neither a rule of the catalogue nor a custom rule.
#[derive(Clone, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("there is no rule {}{}", crate::reflect::excerpt(name), nearest.as_ref().map(|name| format!(", did you mean {name}")).unwrap_or_default())]
pub struct UnknownRule {
    name: String,
    nearest: Option<Cow<'static, str>>,
}

impl UnknownRule {
    /// Returns the unknown name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the most similar name of a rule, if it is similar enough to be meant.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }
}

/// Error for a custom rule with the name of another rule.
#[derive(Clone, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("there is already a rule `{name}`; give the custom rule another name")]
pub struct RuleNameTaken {
    name: Cow<'static, str>,
}

impl RuleNameTaken {
    /// Returns the name that is already in use.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A rule that was named: of the catalogue, or a custom one with its severity, `None` if it is disabled.
enum Named {
    Catalogue(&'static RuleInfo),
    Custom(Option<Severity>),
}

impl Rules {
    fn named(&self, name: &str) -> Result<Named, UnknownRule> {
        if let Some(rule) = rule(name) {
            return Ok(Named::Catalogue(rule));
        }
        if let Some(rule) = self.custom.iter().find(|rule| rule.name == name) {
            return Ok(Named::Custom(rule.severity));
        }
        let known = catalogue().map(|rule| rule.name);
        let in_catalogue = crate::reflect::nearest(name, known).map(Cow::Borrowed);
        let own = || crate::reflect::near_miss(name, self.custom.iter().map(|rule| &*rule.name));
        let nearest = in_catalogue.or_else(|| own().map(|own| Cow::Owned(own.to_owned())));
        Err(UnknownRule { name: name.to_owned(), nearest })
    }

    fn change(mut self, name: &str, severity: Option<Severity>) -> Result<Self, UnknownRule> {
        match self.named(name)? {
            Named::Catalogue(rule) => self.settings.change(rule, severity),
            Named::Custom(_) => {
                for rule in self.custom.iter_mut().filter(|rule| rule.name == name) {
                    rule.severity = severity;
                }
            }
        }
        Ok(self)
    }

    /// Shifts the severity of a rule. One that is disabled gets the severity next to its own.
    fn shift(self, name: &str, by: fn(Severity) -> Severity) -> Result<Self, UnknownRule> {
        let severity = match self.named(name)? {
            Named::Catalogue(rule) => self.settings.severity_of(rule).unwrap_or(rule.severity),
            Named::Custom(severity) => severity.unwrap_or(Severity::Warning),
        };
        self.change(name, Some(by(severity)))
    }

    /// Disables a rule.
    ///
    /// # Errors
    /// Returns an error if no rule has this name.
    pub fn without(self, name: &str) -> Result<Self, UnknownRule> {
        self.change(name, None)
    }

    /// Sets the severity of a rule, and enables it if it was off.
    ///
    /// # Errors
    /// Returns an error if no rule has this name.
    pub fn with_severity(self, name: &str, severity: Severity) -> Result<Self, UnknownRule> {
        self.change(name, Some(severity))
    }

    /// Returns the severity of a rule, `None` if it is disabled.
    ///
    /// # Errors
    /// Returns an error if no rule has this name.
    ///
    /// ```
    /// use cooperation::{Rules, Severity};
    ///
    /// let rules = Rules::default().without("zero-amount")?;
    /// assert_eq!(rules.severity("zero-amount")?, None);
    /// assert_eq!(rules.severity("unknown-reference")?, Some(Severity::Error));
    /// # Ok::<(), cooperation::rules::UnknownRule>(())
    /// ```
    pub fn severity(&self, name: &str) -> Result<Option<Severity>, UnknownRule> {
        Ok(match self.named(name)? {
            Named::Catalogue(rule) => self.settings.severity_of(rule),
            Named::Custom(severity) => severity,
        })
    }

    /// Raises the rule's severity by one level, and enables it if it was off.
    ///
    /// # Errors
    /// Returns an error if no rule has this name.
    pub fn raise(self, name: &str) -> Result<Self, UnknownRule> {
        self.shift(name, Severity::raised)
    }

    /// Lowers the rule's severity by one level, and enables it if it was off.
    ///
    /// # Errors
    /// Returns an error if no rule has this name.
    pub fn lower(self, name: &str) -> Result<Self, UnknownRule> {
        self.shift(name, Severity::lowered)
    }

    /// Sets today's date, which rules about future dates and statuses need. The library does not read the clock.
    ///
    /// ```
    /// use cooperation::chrono::NaiveDate;
    /// use cooperation::{Dataset, Rules};
    ///
    /// let source = r#"{"id": "page", "title": {"en": "A page"}, "retrieved": "2026-11-25"}"#;
    /// let dataset = Dataset::from_json(&format!(r#"{{"version": "1.0", "sources": [{source}]}}"#))?;
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 24).ok_or("no such day")?;
    /// assert_eq!(Rules::default().with_today(today).check(&dataset).findings()[0].rule, "future-retrieval");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_today(mut self, today: NaiveDate) -> Self {
        self.today = Some(today);
        self
    }

    /// Limits the number of findings that are kept; all are counted. The most severe ones are kept. Default: 10,000.
    #[must_use]
    pub const fn with_max_findings(mut self, findings: usize) -> Self {
        self.settings.limit = findings;
        self
    }

    /// Adds a custom rule for whole datasets.
    ///
    /// A check of record lines or of parts skips the rule, and the report lists it as not checked. If one record is
    /// enough to decide, use a [record rule](Self::with_record_rule).
    ///
    /// # Errors
    /// Returns an error if another rule has this name.
    pub fn with_rule<F>(
        self,
        name: impl Into<Cow<'static, str>>,
        severity: Severity,
        rule: F,
    ) -> Result<Self, RuleNameTaken>
    where
        F: Fn(&Dataset, &mut Reporter<'_>) + Send + Sync + 'static,
    {
        self.with_custom(name.into(), severity, Check::Dataset(Arc::new(rule)))
    }

    /// Adds a custom rule for single records. It runs over datasets, over record lines and in parts.
    ///
    /// # Errors
    /// Returns an error if another rule has this name.
    pub fn with_record_rule<F>(
        self,
        name: impl Into<Cow<'static, str>>,
        severity: Severity,
        rule: F,
    ) -> Result<Self, RuleNameTaken>
    where
        F: Fn(RecordRef<'_>, &mut Reporter<'_>) + Send + Sync + 'static,
    {
        self.with_custom(name.into(), severity, Check::Record(Arc::new(rule)))
    }

    fn with_custom(
        mut self,
        name: Cow<'static, str>,
        severity: Severity,
        check: Check,
    ) -> Result<Self, RuleNameTaken> {
        if self.named(&name).is_ok() {
            return Err(RuleNameTaken { name });
        }
        self.custom.push(CustomRule { name, severity: Some(severity), check });
        Ok(self)
    }

    /// What these rules do not check, in sentences.
    pub(super) fn unchecked(&self) -> Vec<String> {
        let mut unchecked = self.switched_off();
        if self.today.is_none() {
            let mut need_today: Vec<&str> =
                catalogue().filter(|rule| rule.needs_today).map(|rule| rule.name).collect();
            put_in_order(&mut need_today, &Ord::cmp);
            unchecked.push(format!("{}: today's date was not given", need_today.join(", ")));
        }
        unchecked
    }

    /// The rules that are switched off, in sentences.
    pub(super) fn switched_off(&self) -> Vec<String> {
        let own = self.custom.iter().filter(|rule| rule.severity.is_none()).map(|rule| &*rule.name);
        let all = self.settings.switched_off().map(|name| -> &str { name }).chain(own);
        all.map(|name| format!("{name}: disabled")).collect()
    }

    /// The custom rules that need the whole dataset at hand.
    pub(super) fn need_dataset(&self) -> impl Iterator<Item = String> {
        let needs =
            |custom: &&CustomRule| custom.severity.is_some() && matches!(custom.check, Check::Dataset(_));
        self.custom.iter().filter(needs).map(|custom| format!("{}: needs the whole dataset", custom.name))
    }
}
