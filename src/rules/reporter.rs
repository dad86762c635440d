use super::catalogue::RuleInfo;
use super::memory::{Lines, RecordAt, RecordPlace, Shift, Shifted as _};
use super::report::{Finding, Note, RelatedLocation, Severity, Tallies};
use super::settings::Settings;
use crate::dataset::{Dataset, RecordLine, RecordRef};
use crate::json::Edit;
use crate::order::put_in_order;
use crate::reflect::{Node, Shape, Shaped, excerpt, first_step, list_index, resolves, sanitized, steps};
use crate::values::RecordKind;
use cooperation_derive::Fact;
use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt::Display;

/// Receives the findings of custom rules.
///
/// A reporter applies the configured severities, counts every finding, and keeps the most severe ones. See the guide on
/// [custom rules](crate::guide::own_rules).
#[derive(Debug)]
pub struct Reporter<'r> {
    settings: &'r Settings,
    found: Found,
    /// What comes after this is counted and not kept.
    ///
    /// A million records may have a million findings, of which 10,000 are reported. Sorting each into its place, or
    /// keeping a heap, would put every one of them into words first: a message, a help and a pointer are three or four
    /// allocations. So findings are gathered until there are twice as many as asked for, put in order once, and the
    /// worse half is kept; the last of that half is the cutoff, and what comes after it is counted without being
    /// written. From then on most findings cost a look at the cutoff and no more.
    ///
    /// It compares severity and record, but not the place in the record: that would have to be written to be compared.
    /// What ties with it is kept until findings are put in order again. So which findings are reported depends on all of
    /// them and never on the order in which they were found.
    cutoff: Option<Rank>,
    /// The custom rule that is at work, and its severity.
    custom: Option<(&'r Cow<'static, str>, Severity)>,
    /// The dataset that is checked, if there is a whole one.
    dataset: Option<&'r Dataset>,
    /// The record that a custom rule for single records is shown.
    shown: Option<RecordPlace>,
}

/// The findings of a set of records.
#[derive(Debug, Default, Hash, serde::Serialize, serde::Deserialize)]
pub(super) struct Found {
    kept: Vec<Kept>,
    tally: Tallies,
}

/// A finding whose record may still move.
#[derive(Clone, Debug, PartialEq, Eq, Fact)]
pub(in crate::rules) struct Kept {
    #[moves]
    pub place: Option<RecordPlace>,
    pub id: Option<Box<str>>,
    pub rest: Box<str>,
    pub rule: Cow<'static, str>,
    pub severity: Severity,
    pub message: Box<str>,
    pub help: Option<Box<str>>,
    pub replacement: Option<Box<str>>,
    pub related: Box<[RelatedLocation]>,
}

/// A step of a pointer, by its place in the document: the place of the member or of the item, or its name.
type StepOrder<'p> = (usize, Cow<'p, str>);

/// What decides which findings are kept: severity, list and place in it.
type Rank = (Severity, Option<RecordPlace>);

impl<'r> Reporter<'r> {
    pub(super) fn new(settings: &'r Settings) -> Self {
        Self { settings, found: Found::default(), cutoff: None, custom: None, dataset: None, shown: None }
    }

    /// Says which custom rule the next findings are of, and what it is shown: a dataset, or a record.
    #[expect(clippy::ptr_arg, reason = "a finding keeps the name, which is copied only if it is not static")]
    pub(super) const fn begin_custom_rule(
        &mut self,
        name: &'r Cow<'static, str>,
        severity: Severity,
        dataset: Option<&'r Dataset>,
        shown: Option<RecordPlace>,
    ) {
        (self.custom, self.dataset, self.shown) = (Some((name, severity)), dataset, shown);
    }

    /// Adds a finding at a location in a record: a JSON Pointer such as `/period/start`, or an empty pointer for the
    /// record itself.
    ///
    /// If the field is absent, the finding is located at the nearest enclosing value. If the record type has no such
    /// field, a note about the wrong pointer is added to the message.
    ///
    /// ```
    /// use cooperation::{Dataset, Rules, Severity, rules::Note};
    ///
    /// let rules = Rules::default().with_rule("project-without-kind", Severity::Warning, |dataset, reporter| {
    ///     for project in dataset.projects.iter().filter(|project| project.kind.is_none()) {
    ///         reporter.add_to(project, "/kind", Note::new("the project has no kind").with_help("add `kind`"));
    ///     }
    /// })?;
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "projects": [{"id": "blue", "title": {"en": "Blue"}}]}"#)?;
    /// let report = rules.check(&dataset);
    /// assert_eq!(report.findings()[0].to_string(), "warning[project-without-kind] /projects/0: the project has no kind");
    /// assert_eq!(report.findings()[0].id.as_deref(), Some("blue"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_to<'d>(&mut self, record: impl Into<RecordRef<'d>>, pointer: &str, note: Note) {
        self.add_to_record(record.into(), pointer, note);
    }

    fn add_to_record(&mut self, record: RecordRef<'_>, pointer: &str, mut note: Note) {
        let Some((name, severity)) = self.custom else { return };
        let place = match self.shown {
            Some(place) => (place.kind == record.kind()).then_some(place),
            None => self.dataset.and_then(|dataset| place_of(dataset, record)),
        };
        let (at, is_possible) = location(record.node(), shape_of(Some(record.kind())), pointer);
        if at != pointer || place.is_none() {
            note.replacement = None;
        }
        if place.is_none() {
            not_there(&mut note, &format!("{} {}", record.kind().title(), record.id()));
        } else if !is_possible {
            not_there(&mut note, pointer);
        }
        let note = Cell::new(note);
        let record = place.map(|place| RecordAt { place, id: record.id() });
        self.push(name.clone(), severity, record, &at, &|| note.take());
    }

    /// Adds a finding at a location in the document: a [`Path`](crate::walk::Path) or a JSON Pointer such as
    /// `/publisher`.
    ///
    /// If the pointer is inside a record, the finding gets the kind and id of that record. Pointers that do not
    /// resolve are handled as in [`add_to`](Self::add_to).
    pub fn add(&mut self, at: impl Display, note: Note) {
        self.add_at(&at.to_string(), note);
    }

    fn add_at(&mut self, pointer: &str, mut note: Note) {
        let Some((name, severity)) = self.custom else { return };
        let Some(dataset) = self.dataset else {
            not_there(&mut note, pointer);
            note.replacement = None;
            let note = Cell::new(note);
            return self.push(name.clone(), severity, None, &"", &|| note.take());
        };
        if let Some((record, rest)) = record_at(dataset, pointer) {
            return self.add_to_record(record, rest, note);
        }
        let (at, is_possible) = location(dataset, <Dataset as Shaped>::SHAPE, pointer);
        if at != pointer {
            note.replacement = None;
        }
        if !is_possible || pointer.matches('/').count() > at.matches('/').count().saturating_add(1) {
            not_there(&mut note, pointer);
        }
        let note = Cell::new(note);
        self.push(name.clone(), severity, None, &at, &|| note.take());
    }

    /// Adds a finding of the catalogue: at a place in a record, or in what the dataset says of itself.
    ///
    /// There are some fifty calls of it, each with its own closure and its own kind of location. Behind `dyn` it is
    /// compiled once, and a call through a table of functions is made only where something is wrong.
    pub(super) fn found(
        &mut self,
        rule: &RuleInfo,
        record: Option<RecordAt<'_>>,
        at: &dyn Display,
        note: &dyn Fn() -> Note,
    ) {
        if let Some(severity) = self.settings.severity_of(rule) {
            self.push(Cow::Borrowed(rule.name), severity, record, at, note);
        }
    }

    /// Counts a finding. Its place and its words are made only where it is kept.
    fn push(
        &mut self,
        rule: Cow<'static, str>,
        severity: Severity,
        record: Option<RecordAt<'_>>,
        at: &dyn Display,
        note: &dyn Fn() -> Note,
    ) {
        self.found.tally.count_one(rule.clone(), severity);
        let place = record.map(|record| record.place);
        if self.settings.limit == 0 || self.cutoff.as_ref().is_some_and(|cutoff| (severity, place) > *cutoff)
        {
            return;
        }
        let most = self.settings.limit.saturating_mul(2).max(64);
        let Note { message, help, replacement, related } = note();
        let kept = &mut self.found.kept;
        if kept.len() == kept.capacity() {
            // As lists grow, but to no more room than is ever filled.
            kept.reserve_exact(kept.len().max(4).min(most.saturating_sub(kept.len())));
        }
        kept.push(Kept {
            place,
            id: record.map(|record| record.id.into()),
            rest: at.to_string().into(),
            rule,
            severity,
            message: sanitized(&message),
            help: help.map(|help| sanitized(&help)),
            replacement: replacement.map(String::into),
            related: related.into(),
        });
        if kept.len() >= most {
            self.thin_out();
        }
    }

    /// Keeps the gravest findings, and of those the first of the document.
    fn thin_out(&mut self) {
        let Found { kept, tally } = &mut self.found;
        Kept::sort(kept, true);
        kept.dedup_by(|later, first| {
            let same = later == first;
            if same {
                tally.uncount_one(&later.rule, later.severity);
            }
            same
        });
        if kept.len() > self.settings.limit {
            kept.truncate(self.settings.limit);
            self.cutoff = kept.last().map(|last| (last.severity, last.place));
        }
    }

    /// What was found up to here, of records that may still move.
    pub(super) fn into_partial(mut self) -> Found {
        self.thin_out();
        self.found
    }

    /// Adds what was found among other records. They have moved if they come after others.
    pub(super) fn absorb(&mut self, found: Found, shift: Option<&Shift>) {
        self.found.tally.absorb(found.tally);
        for mut kept in found.kept {
            if let Some(shift) = shift {
                kept.shift(shift);
            }
            // A summary may have passed through other hands.
            kept.message = sanitized(&kept.message);
            kept.help = kept.help.map(|help| sanitized(&help));
            self.found.kept.push(kept);
        }
        if self.found.kept.len() >= self.settings.limit.saturating_mul(2) {
            self.thin_out();
        }
    }

    /// The findings that are kept, in document order, and how many there are of each rule.
    pub(super) fn finish(mut self, lines: &Lines) -> (Vec<Finding>, Tallies) {
        self.thin_out();
        let Found { mut kept, tally } = self.found;
        Kept::sort(&mut kept, false);
        let mut findings = Vec::with_capacity(kept.len());
        for kept in kept {
            let read = lines.find(kept.place);
            let pointer = kept.pointer();
            findings.push(Finding {
                edit: kept.replacement.map(|json| Edit::replace(&pointer, String::from(json))),
                pointer,
                part: read.part,
                line: read.line,
                kind: kept.place.map(|place| place.kind),
                id: kept.id.map(String::from),
                rule: kept.rule,
                severity: kept.severity,
                message: kept.message.into(),
                help: kept.help.map(String::from),
                related: kept.related.into(),
            });
        }
        (findings, tally)
    }
}

impl Kept {
    /// Puts findings in the order of the document, by severity first or not.
    fn sort(all: &mut [Self], by_severity: bool) {
        put_in_order(all, &|one, other| {
            let severity = if by_severity { one.severity.cmp(&other.severity) } else { Ordering::Equal };
            severity.then_with(|| one.in_document(other))
        });
    }

    /// Which of two findings comes first in the document.
    fn in_document(&self, other: &Self) -> Ordering {
        let kind = self.place.map(|place| place.kind);
        let inside = || {
            if self.rest == other.rest {
                return Ordering::Equal;
            }
            order_of(&self.rest, shape_of(kind)).cmp(&order_of(&other.rest, shape_of(kind)))
        };
        (self.place.cmp(&other.place))
            .then_with(inside)
            .then_with(|| self.rule.cmp(&other.rule))
            .then_with(|| self.message.cmp(&other.message))
    }

    fn pointer(&self) -> String {
        match self.place {
            Some(place) => format!("{place}{}", self.rest),
            None => self.rest.to_string(),
        }
    }
}

/// The steps of a pointer by their place in the document, so that findings can be put in its order.
fn order_of(pointer: &str, shape: Shape) -> Vec<StepOrder<'_>> {
    let mut shape = Some(shape);
    let mut order = Vec::new();
    for step in steps(pointer) {
        let (place, inner) = match shape {
            Some(Shape::Object(object)) => {
                let place = object.members.iter().position(|member| member.name == step);
                (place, place.and_then(|place| object.members.get(place)).map(|member| member.shape))
            }
            Some(Shape::List(item)) => (list_index(&step), Some(*item)),
            _ => (None, None),
        };
        order.push(match place {
            Some(place) => (place, Cow::Borrowed("")),
            None => (usize::MAX, step),
        });
        shape = inner;
    }
    order
}

/// Shape of a record of the kind or, without a kind, of the dataset.
fn shape_of(kind: Option<RecordKind>) -> Shape {
    let of_record = |kind: RecordKind| RecordLine::shape_of(kind.as_str()).copied();
    kind.and_then(of_record).unwrap_or(<Dataset as Shaped>::SHAPE)
}

/// The record in which a pointer of the document ends, and the rest of the pointer.
fn record_at<'p>(dataset: &'p Dataset, pointer: &'p str) -> Option<(RecordRef<'p>, &'p str)> {
    let (list, rest) = first_step(pointer)?;
    let (index, rest) = first_step(rest)?;
    let kind = RecordKind::ALL.iter().copied().find(|kind| kind.list() == list)?;
    Some((dataset.record_at(kind, list_index(index)?)?, rest))
}

/// Where a record is in its list. One that was borrowed from the dataset is found by its address, a copy by its id.
fn place_of(dataset: &Dataset, record: RecordRef<'_>) -> Option<RecordPlace> {
    let kind = record.kind();
    let address = |record: RecordRef<'_>| std::ptr::from_ref(record.any()).addr();
    let first = dataset.record_at(kind, 0)?;
    let distance = address(record).checked_sub(address(first));
    let index = distance.and_then(|distance| distance.checked_div(size_of_val(first.any())));
    let is_it = |index: &usize| {
        dataset.record_at(kind, *index).is_some_and(|other| address(other) == address(record))
    };
    let by_id = || dataset.records_of(kind).position(|other| other.id() == record.id());
    let index = index.filter(is_it).or_else(by_id)?;
    Some(RecordPlace::new(kind, u32::try_from(index).ok()?))
}

/// Adds to a note that the rule pointed at nothing.
fn not_there(note: &mut Note, what: &str) {
    note.message =
        format!("{} (the rule reported it at {}, which does not exist)", note.message, excerpt(what));
}

/// The longest part of a pointer that leads to a value, and whether all of it leads to what there may be.
fn location<'p>(node: &dyn Node, shape: Shape, pointer: &'p str) -> (&'p str, bool) {
    let is_possible = (pointer.is_empty() || pointer.starts_with('/')) && may_be(shape, pointer);
    let mut at = pointer;
    while !resolves(node, at) {
        at = at.rsplit_once('/').map_or("", |(before, _)| before);
        if at.is_empty() {
            break;
        }
    }
    (at, is_possible)
}

/// Whether a value of this shape may have something that the pointer leads to.
fn may_be(mut shape: Shape, pointer: &str) -> bool {
    for step in steps(pointer) {
        let inner = match shape {
            Shape::Object(object) => {
                object.members.iter().find(|member| member.name == step).map(|member| member.shape)
            }
            Shape::Choice(choice) => {
                choice.branches.iter().find(|branch| branch.tag == step).map(|branch| branch.shape)
            }
            Shape::List(item) => list_index(&step).map(|_| *item),
            Shape::Map(map) => Some(map.value),
            Shape::Any => Some(Shape::Any),
            Shape::String(_) | Shape::Integer { .. } | Shape::Boolean => None,
        };
        match inner {
            Some(inner) => shape = inner,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::order_of;
    use crate::reflect::Shape;

    #[test]
    fn names_that_are_written_with_escapes_are_ordered_as_they_are_in_the_document() {
        let order = |pointer| order_of(pointer, Shape::Any);
        assert!("/a~1b" > "/a0" && order("/a~1b") < order("/a0"), "`/` comes before `0`");
        assert!("/a~0" < "/a~1" && order("/a~0") > order("/a~1"), "`/` comes before `~`");
    }
}
