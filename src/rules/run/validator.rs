use super::rules::{Check, Rules};
use super::summary::{Part, Summary};
use crate::dataset::{Dataset, Header, RecordLine, RecordRef};
use crate::reflect::Path;
use crate::rules::families::Families;
use crate::rules::family::Context;
use crate::rules::memory::{Memory, Observed, RecordAt, RecordPlace, by_body};
use crate::rules::report::Report;
use crate::rules::reporter::Reporter;
use crate::values::{Leaf, Money, Period, RecordKind, Visitor, Walk as _};
use std::fmt;
use std::mem::take;

/// Validates a stream of records, and keeps only what is needed to compare records with each other.
///
/// The findings are those of [`Rules::check`] for a dataset with the same records in the same order, each with the
/// line of its record. Custom rules for whole datasets are skipped, and the report lists them as not checked.
///
/// # Examples
///
/// ```
/// use cooperation::{ReadOptions, Rules};
///
/// let file = "{\"group\": {\"id\": \"g\", \"name\": {\"xx\": \"G\"}}}\n{\"participation\": 5}\n";
/// let rules = Rules::default();
/// let mut validator = rules.validator();
/// for line in ReadOptions::default().lines(file.as_bytes()) {
///     match line {
///         Ok((number, record)) => validator.add(number, &record),
///         Err(error) => println!("{error}"),
///     }
/// }
/// let report = validator.finish();
/// assert_eq!(report.findings()[0].pointer, "/groups/0/name/xx");
/// assert_eq!(report.findings()[0].line, Some(1));
/// ```
pub struct Validator<'r> {
    rules: &'r Rules,
    memory: Memory,
    families: Families,
    reporter: Reporter<'r>,
}

impl fmt::Debug for Validator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Validator").field("reporter", &self.reporter).finish_non_exhaustive()
    }
}

impl Rules {
    /// Checks a dataset and returns a report.
    #[must_use]
    pub fn check(&self, dataset: &Dataset) -> Report {
        let mut validator = self.validator();
        validator.whole(dataset);
        for custom in &self.custom {
            if let (Some(severity), Check::Dataset(check)) = (custom.severity, &custom.check) {
                validator.reporter.begin_custom_rule(&custom.name, severity, Some(dataset), None);
                check(dataset, &mut validator.reporter);
            }
        }
        validator.report(self.unchecked())
    }

    /// Creates a validator for a stream of records.
    #[must_use]
    pub fn validator(&self) -> Validator<'_> {
        Validator {
            rules: self,
            memory: Memory::default(),
            families: Families::default(),
            reporter: Reporter::new(&self.settings),
        }
    }

    /// Runs the rules that compare records of different parts, and returns the report for all parts. If all parts were
    /// checked with the same rules and the same date, the findings are those of one check of all records, with the
    /// parts in the order of their names. The report lists what was not checked in every part.
    #[must_use]
    pub fn finish(&self, summary: Summary) -> Report {
        let mut unchecked = summary.unchecked(self);
        unchecked.extend(self.need_dataset());
        let mut validator = self.validator();
        for (number, Part { memory, families, found, .. }) in summary.parts.into_values().enumerate() {
            // The records of the first part stay where they are: those of the others come behind them.
            if number == 0 {
                (validator.memory, validator.families) = (memory, families);
                validator.reporter.absorb(found, None);
            } else {
                let shift = validator.memory.absorb(memory);
                validator.families.absorb(families, &shift);
                validator.reporter.absorb(found, Some(&shift));
            }
        }
        validator.report(unchecked)
    }
}

impl Validator<'_> {
    /// Checks a record, or the metadata of a dataset. `line` is the line that it was read from, counted from
    /// 1. Findings of lines beyond 4,294,967,295 have no line.
    pub fn add(&mut self, line: u64, content: &RecordLine) {
        let Some(record) = content.record() else {
            if let RecordLine::Dataset(header) = content {
                self.memory.lines.note(None, line);
                self.memory.header = Some(header.clone());
            }
            return;
        };
        let place = self.memory.ids.define(record.kind(), record.id());
        self.memory.lines.note(Some(place), line);
        self.record(place, record);
    }

    /// Checks all records of a dataset.
    fn whole(&mut self, dataset: &Dataset) {
        self.memory.header = Some(dataset.header());
        // All ids first, so that no reference has to wait for its record.
        for &kind in RecordKind::ALL {
            self.memory.ids.reserve(kind, dataset.count(kind));
            for record in dataset.records_of(kind) {
                self.memory.ids.define(kind, record.id());
            }
        }
        for &kind in RecordKind::ALL {
            for (index, record) in (0_u32..).zip(dataset.records_of(kind)) {
                self.record(RecordPlace::new(kind, index), record);
            }
        }
    }

    fn record(&mut self, place: RecordPlace, record: RecordRef<'_>) {
        let at = RecordAt { place, id: record.id() };
        let Self { rules, memory, families, reporter } = self;
        let context = Context { memory, reporter, today: rules.today };
        record.any().walk(&Path::root(), &mut Values { record: Some(at), families, context });
        let observed = Observed { at, record };
        memory.observe(&observed);
        families.record(&observed, &mut Context { memory, reporter, today: rules.today });
        for custom in &rules.custom {
            if let (Some(severity), Check::Record(check)) = (custom.severity, &custom.check) {
                reporter.begin_custom_rule(&custom.name, severity, None, Some(place));
                check(record, reporter);
            }
        }
    }

    /// Finishes the check and returns the report.
    #[must_use]
    pub fn finish(self) -> Report {
        let mut unchecked = self.rules.unchecked();
        unchecked.extend(self.rules.need_dataset());
        self.report(unchecked)
    }

    fn report(mut self, unchecked: Vec<String>) -> Report {
        if let Some(header) = self.memory.header.take() {
            self.header(&header);
        }
        let Self { mut memory, mut families, mut reporter, .. } = self;
        families.finish(&memory, &mut reporter);
        // There are most of these: they are put in order when the facts that were looked at have been freed.
        let involvements = by_body(take(&mut memory.involvements).into_vec());
        families.finish_involvements(&involvements, &memory, &mut reporter);
        let (findings, tallies) = reporter.finish(&memory.lines);
        let (counts, rules) = tallies.finish();
        Report { findings, counts, rules, unchecked }
    }

    fn header(&mut self, header: &Header) {
        let Self { rules, memory, families, reporter } = self;
        let mut values =
            Values { record: None, families, context: Context { memory, reporter, today: rules.today } };
        header.walk(&Path::root(), &mut values);
        values.families.header(header, &mut values.context);
    }

    /// Finishes the check of one part of a dataset, and returns a summary for [`Rules::finish`]. Parts are merged in
    /// the order of their names.
    #[must_use]
    pub fn summarize(mut self, part: &str) -> Summary {
        self.memory.lines.name(part);
        let Self { rules, memory, families, reporter } = self;
        let unchecked = rules.unchecked();
        Summary::new(part, Part { memory, families, found: reporter.into_partial(), unchecked })
    }
}

impl Dataset {
    /// Checks the dataset with all rules of the catalogue.
    ///
    /// ```
    /// use cooperation::Dataset;
    ///
    /// let dataset = Dataset::from_json(
    ///     r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["nowhere"]}]}"#,
    /// )?;
    /// let report = dataset.validate();
    /// assert!(!report.is_valid());
    /// assert_eq!(report.findings()[0].rule, "unknown-reference");
    /// assert_eq!(report.findings()[0].pointer, "/projects/0/programmes/0");
    /// # Ok::<(), cooperation::Error>(())
    /// ```
    #[must_use]
    pub fn validate(&self) -> Report {
        Rules::default().check(self)
    }
}

/// Shows the families every value of a record, or of what a dataset says of itself.
struct Values<'v, 's, 'r> {
    record: Option<RecordAt<'v>>,
    families: &'s mut Families,
    context: Context<'s, 'r>,
}

impl Visitor for Values<'_, '_, '_> {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        self.families.value(self.record, at, leaf, &mut self.context);
    }

    fn period(&mut self, at: &Path<'_>, period: &Period) {
        if let Some(record) = self.record {
            self.families.period(record, at, period, &mut self.context);
        }
    }

    fn empty(&mut self, at: &Path<'_>) {
        if let Some(record) = self.record {
            self.families.empty(record, at, &mut self.context);
        }
    }

    fn money(&mut self, at: &Path<'_>, money: &Money) {
        if let Some(record) = self.record {
            self.families.money(record, at, money, &mut self.context);
        }
    }
}
