use super::catalogue::RuleInfo;
use super::memory::{Lines, RecordAt, RecordPlace, Shift, Shifted as _};
use super::order::put_in_order;
use super::report::{Finding, Note, RelatedLocation, Severity, Tallies};
use super::settings::Settings;
use crate::dataset::{Dataset, RecordLine};
use crate::reflect::{Path, Shape, Shaped, first_step, list_index, sanitized, steps};
use crate::values::Kind;
use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt::Display;

/// Where findings go: it knows which rules are switched off, raised or lowered, counts every finding, and keeps as
/// many as are asked for, the gravest and then the first of the document. A rule of one's own tells it what is wrong: see
/// [the guide](crate::guide::own_rules).
#[derive(Debug)]
pub struct Sink<'r> {
    settings: &'r Settings,
    found: Found,
    /// What comes after this is counted and not kept.
    ///
    /// A million records may have a million findings, of which 10,000 are reported. Sorting each into its place, or
    /// keeping a heap, would put every one of them into words first: a message, a help and a pointer are three or four
    /// allocations. So findings are gathered until there are twice as many as asked for, put in order once, and the worse
    /// half is kept; the last of that half is the cutoff, and what comes after it is counted without being written. From
    /// then on most findings cost a look at the cutoff and no more.
    ///
    /// It compares severity and record, but not the place in the record: that would have to be written to be compared.
    /// What ties with it is kept until findings are put in order again. So which findings are reported depends on all of
    /// them and never on the order in which they were found.
    cutoff: Option<Rank>,
    /// The custom rule that is at work, and its severity.
    custom: Option<(Cow<'static, str>, Severity)>,
}

/// The findings of a set of records.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
pub(super) struct Found {
    kept: Vec<Kept>,
    tally: Tallies,
}

fact! {
    /// A finding whose record may still move.
    #[derive(Eq)]
    Kept { place: Option<RecordPlace>, } {
        id: Option<String>, rest: String, rule: Cow<'static, str>, severity: Severity, message: String,
        help: Option<String>, related: Vec<RelatedLocation>,
    }
}

/// A step of a pointer, by its place in the document: the place of the member or of the item, or its name.
type StepOrder<'p> = (usize, Cow<'p, str>);

/// What decides which findings are kept: severity, list and place in it.
type Rank = (Severity, Option<RecordPlace>);

impl<'r> Sink<'r> {
    pub(super) fn new(settings: &'r Settings) -> Self {
        Self { settings, found: Found::default(), cutoff: None, custom: None }
    }

    /// Says which custom rule the next findings are of.
    pub(super) fn begin_custom_rule(&mut self, name: Cow<'static, str>, severity: Severity) {
        self.custom = Some((name, severity));
    }

    /// Adds a finding of the user's rule that is at work, at a place in the document. The kind and the id of the record
    /// are filled in.
    pub fn add(&mut self, dataset: &Dataset, at: &Path<'_>, note: Note) {
        let Some((name, severity)) = self.custom.clone() else { return };
        let pointer = at.to_string();
        let (record, rest) = match record_at(dataset, &pointer) {
            Some((record, rest)) => (Some(record), rest),
            None => (None, pointer.as_str()),
        };
        let note = Cell::new(note);
        self.push(name, severity, record, &rest, &|| note.take());
    }

    /// Adds a finding of the catalogue: at a place in a record, or in what the dataset says of itself.
    ///
    /// There are some fifty calls of it, each with its own closure and its own kind of location. Behind `dyn` it is compiled
    /// once, and a call through a table of functions is made only where something is wrong.
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
        let Note { message, help, related } = note();
        self.found.kept.push(Kept {
            place,
            id: record.map(|record| record.id.to_owned()),
            rest: at.to_string(),
            rule,
            severity,
            message: sanitized(&message).into(),
            help: help.map(|help| sanitized(&help).into()),
            related,
        });
        if self.found.kept.len() >= self.settings.limit.saturating_mul(2).max(64) {
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
            kept.message = sanitized(&kept.message).into();
            kept.help = kept.help.map(|help| sanitized(&help).into());
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
            findings.push(Finding {
                pointer: kept.pointer(),
                part: read.part,
                line: read.line,
                kind: kept.place.map(|place| place.kind),
                id: kept.id,
                rule: kept.rule,
                severity: kept.severity,
                message: kept.message,
                help: kept.help,
                related: kept.related,
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
            None => self.rest.clone(),
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

/// What a record of the kind looks like, or without a kind the dataset.
fn shape_of(kind: Option<Kind>) -> Shape {
    let of_record = |kind: Kind| RecordLine::shape_of(kind.as_str()).copied();
    kind.and_then(of_record).unwrap_or(<Dataset as Shaped>::SHAPE)
}

/// The record in which a pointer of the document ends, and the rest of the pointer.
fn record_at<'p>(dataset: &'p Dataset, pointer: &'p str) -> Option<(RecordAt<'p>, &'p str)> {
    let (list, rest) = first_step(pointer)?;
    let (index, rest) = first_step(rest)?;
    let index = list_index(index)?;
    let kind = Kind::ALL.iter().copied().find(|kind| kind.list() == list)?;
    let id = dataset.record_at(kind, index)?.id();
    Some((RecordAt { place: RecordPlace::new(kind, u32::try_from(index).ok()?), id }, rest))
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
