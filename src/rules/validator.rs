use super::facts::{Facts, Shift};
use super::print::Print;
use super::records::Told;
use super::sink::{Found, Own};
use super::{
    Report, Rules, Sink, codes, counts, goals, hierarchy, identity, money, provenance, references, seats,
    similarity, text, time,
};
use crate::dataset::{Dataset, Header, RecordLine};
use crate::model::Record;
use crate::reflect::{Path, excerpt, sanitized};
use crate::values::{Leaf, Money, Period, Visitor, Walk as _};
use std::collections::BTreeMap;
use std::fmt;
use std::mem::take;

/// A check of records that come one by one, of which it keeps only what other records are compared with.
///
/// It reports the same findings as [`Rules::check`] for the dataset of the same records in the same order, each with the
/// line that its record was given with. Rules of a user's own need a dataset and are left out, which the report says.
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
    facts: Facts,
    pub(super) sink: Sink<'r>,
}

impl fmt::Debug for Validator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Validator").field("sink", &self.sink).finish_non_exhaustive()
    }
}

impl Rules {
    /// Starts a check of records that come one by one.
    #[must_use]
    pub fn validator(&self) -> Validator<'_> {
        Validator { rules: self, facts: Facts::default(), sink: Sink::new(&self.settings) }
    }

    /// Brings a check of all parts to its end: the same findings as those of one check of all records, part after part
    /// by their names, where the parts were checked by the same rules and on the same day. What a part was not checked
    /// for is told in the report.
    #[must_use]
    pub fn conclude(&self, summary: Summary) -> Report {
        let mut unchecked = summary.unchecked(self);
        unchecked.extend(self.need_dataset());
        let mut validator = self.validator();
        let mut parts = summary.parts.into_values();
        // The records of the first part stay where they are: those of the others come behind them.
        if let Some(Part { facts, found, .. }) = parts.next() {
            validator.facts = facts;
            validator.sink.resume(found, &Shift::default());
        }
        for Part { facts, found, .. } in parts {
            let shift = validator.facts.absorb(facts);
            validator.sink.resume(found, &shift);
        }
        validator.report(unchecked)
    }
}

impl Validator<'_> {
    /// Checks a record, or what the dataset says of itself, and tells from which line it was read: the first is 1. Of a
    /// line beyond 4,294,967,295 the findings stay, without a line.
    pub fn add(&mut self, line: u64, content: &RecordLine) {
        macro_rules! record {
            ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
                match content {
                    RecordLine::Dataset(header) => {
                        self.facts.lines.note(None, line);
                        self.facts.header = Some(header.clone());
                    }
                    $(RecordLine::$name(record) => {
                        let kind = crate::values::Kind::$name;
                        let place = self.facts.ids.define(kind, record.id.as_str());
                        self.facts.lines.note(Some(place), line);
                        self.record((place, record.id.as_str()), record);
                    })*
                }
            };
        }
        for_each_kind!(record);
    }

    /// Checks all records of a dataset.
    pub(super) fn whole(&mut self, dataset: &Dataset) {
        self.facts.header = Some(dataset.header());
        // All ids first, so that no reference has to wait for its record.
        macro_rules! define {
            ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
                $(
                    let kind = crate::values::Kind::$name;
                    self.facts.ids.reserve(kind, dataset.$list.len());
                    dataset.$list.iter().for_each(|record| {
                        self.facts.ids.define(kind, record.id.as_str());
                    });
                )*
                $(
                    let kind = crate::values::Kind::$name;
                    for (record, index) in dataset.$list.iter().zip(0_u32..) {
                        self.record((super::ids::Place::new(kind, index), record.id.as_str()), record);
                    }
                )*
            };
        }
        for_each_kind!(define);
    }

    fn record<T: Record + Told>(&mut self, own: Own<'_>, record: &T) {
        let Self { rules, facts, sink } = self;
        record.walk(&Path::root(), &mut Leaves { own: Some(own), facts, sink });
        text::check_record(record, own, sink);
        money::check_classifications(own, record.classifications(), sink);
        record.tell(own, rules.today, facts, sink);
        similarity::tell_identifiers(own, record, facts);
        provenance::tell(own, record, facts, sink);
        provenance::check_pointers(own, record, sink);
    }

    /// Ends the check.
    #[must_use]
    pub fn finish(self) -> Report {
        let mut unchecked = self.rules.unchecked();
        unchecked.extend(self.rules.need_dataset());
        self.report(unchecked)
    }

    pub(super) fn report(mut self, unchecked: Vec<String>) -> Report {
        if let Some(header) = self.facts.header.take() {
            self.header(&header);
        }
        let Self { mut facts, mut sink, .. } = self;
        identity::finish(&facts.ids, &mut sink);
        references::finish(&facts, &mut sink);
        provenance::finish(&facts, &mut sink);
        hierarchy::finish(&facts, &mut sink);
        goals::finish(take(&mut facts.goals), &facts, &mut sink);
        similarity::finish(take(&mut facts.similarity), &facts.ids, &mut sink);
        money::finish(take(&mut facts.money), &facts.ids, &mut sink);
        // The most come last: what was looked at is let go before they are put in order.
        let seats = seats::sorted(take(&mut facts.seats));
        similarity::finish_seats(&seats, &facts.ids, &mut sink);
        time::finish(&facts, &seats, &mut sink);
        counts::finish(&facts, &seats, &mut sink);
        let (findings, rules) = sink.finish(&facts.lines);
        Report { findings, rules, unchecked }
    }

    fn header(&mut self, header: &Header) {
        let Self { facts, sink, .. } = self;
        header.walk(&Path::root(), &mut Leaves { own: None, facts, sink });
        time::check_header(header, &mut self.sink);
    }

    /// Ends the check of a part of the records: what can be told of them is told, and what depends on others is kept.
    ///
    /// Parts are put together in the order of their names.
    #[must_use]
    pub fn summarize(mut self, part: &str) -> Summary {
        self.facts.lines.name(part);
        let unchecked = self.rules.unchecked();
        let summary = Part { facts: self.facts, found: self.sink.pause(), unchecked };
        Summary { made_by: Maker, parts: BTreeMap::from([(part.to_owned(), summary)]) }
    }
}

/// What the check of a part of the records leaves for the check of the whole: findings, ids, references and sums.
///
/// It can be written and read as JSON, in a form of this version of the library. Another version refuses it, and so does
/// a build whose compiler makes other fingerprints.
///
/// # Examples
///
/// ```
/// use cooperation::{ReadOptions, Rules, Summary};
///
/// let rules = Rules::default();
/// let check = |part: &str, file: &str| {
///     let mut validator = rules.validator();
///     for (number, record) in ReadOptions::default().lines(file.as_bytes()).flatten() {
///         validator.add(number, &record);
///     }
///     validator.summarize(part)
/// };
/// let one = check("one", r#"{"project": {"id": "p", "title": {"en": "P"}, "programme": "n"}}"#);
/// let two = check("two", r#"{"programme": {"id": "n", "name": {"en": "N"}}}"#);
/// let summary = two.merge(one)?;
/// assert!(rules.conclude(summary).is_valid());
/// # Ok::<(), cooperation::SamePart>(())
/// ```
#[derive(Default, serde::Serialize, serde::Deserialize)]
pub struct Summary {
    made_by: Maker,
    parts: BTreeMap<String, Part>,
}

/// The check of one part.
#[derive(serde::Serialize, serde::Deserialize)]
struct Part {
    facts: Facts,
    found: Found,
    /// What its records were not checked for, in sentences.
    unchecked: Vec<String>,
}

impl fmt::Debug for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Summary").field(&self.parts.keys()).finish()
    }
}

/// What wrote a summary: this version, in a build whose fingerprints are these. It reads no other's.
#[derive(Default)]
struct Maker;

impl Maker {
    const VERSION: &str = env!("CARGO_PKG_VERSION");

    /// The compiler is free to make other fingerprints than the one before it did.
    fn print() -> Print {
        Print::of([Self::VERSION])
    }
}

impl serde::Serialize for Maker {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (Self::VERSION, Self::print()).serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Maker {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (version, print): (String, Print) = serde::Deserialize::deserialize(deserializer)?;
        if version == Self::VERSION && print == Self::print() {
            return Ok(Self);
        }
        Err(serde::de::Error::custom(format_args!(
            "version {} of the library wrote this summary, or another build of it; this is version {}, which reads its own",
            excerpt(&version),
            Self::VERSION
        )))
    }
}

/// Two summaries have a part of the same name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the part {} is there twice", excerpt(.0))]
pub struct SamePart(String);

impl SamePart {
    /// The name that both have.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl Summary {
    /// What these rules, or those of the parts, did not check, in sentences: of some parts only, with how many.
    fn unchecked(&self, rules: &Rules) -> Vec<String> {
        let all = self.parts.len();
        if all == 0 {
            return rules.unchecked();
        }
        let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
        for (name, part) in &self.parts {
            for sentence in &part.unchecked {
                match told.iter_mut().find(|(known, _)| known == sentence) {
                    Some((_, parts)) => parts.push(name),
                    None => told.push((sentence, vec![name])),
                }
            }
        }
        // What day is today is asked of single records, so the parts have answered it.
        let mut unchecked = rules.switched_off();
        for (sentence, parts) in told {
            if !unchecked.iter().any(|known| known == sentence) {
                let of = match parts.as_slice() {
                    [first, ..] if parts.len() < all => {
                        format!(" (in {} of {all} parts, the first of them {})", parts.len(), excerpt(first))
                    }
                    _ => String::new(),
                };
                unchecked.push(sanitized(&format!("{sentence}{of}")).into());
            }
        }
        unchecked
    }

    /// Puts two summaries together, in whatever order.
    ///
    /// # Errors
    /// When a part of both has the same name.
    pub fn merge(mut self, other: Self) -> Result<Self, SamePart> {
        for (name, part) in other.parts {
            if self.parts.contains_key(&name) {
                return Err(SamePart(name));
            }
            self.parts.insert(name, part);
        }
        Ok(self)
    }
}

/// Shows the rules every value of a record, or of what a dataset says of itself.
struct Leaves<'v, 's, 'r> {
    own: Option<Own<'v>>,
    facts: &'s mut Facts,
    sink: &'s mut Sink<'r>,
}

impl Visitor for Leaves<'_, '_, '_> {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        let (own, sink) = (self.own, &mut *self.sink);
        match leaf {
            // The record's own id.
            Leaf::Id(..) if at.name() == Some("id") => {}
            Leaf::Id(kind, id) => {
                if let Some(own) = own {
                    references::tell(own, at, (kind, id), self.facts);
                }
            }
            Leaf::Text(value) => text::check(own, at, value, sink),
            Leaf::Label(value) => text::check_label(own, at, value.as_str(), sink),
            Leaf::Url(value) => text::check_url(own, at, value, sink),
            Leaf::Code(code) => codes::check_word(own, at, code, sink),
            Leaf::Country(code) => codes::check_country(own, at, *code, sink),
            Leaf::Currency(code) => codes::check_currency(own, at, *code, sink),
            Leaf::Language(language) => codes::check_language(own, at, language.primary(), sink),
            _ => {}
        }
    }

    fn period(&mut self, at: &Path<'_>, period: &Period) {
        if let Some(own) = self.own {
            time::check_period(own, at, period, self.sink);
        }
    }

    fn money(&mut self, at: &Path<'_>, money: &Money) {
        if let Some(own) = self.own {
            money::check_amount(own, at, money, self.sink);
        }
    }
}
