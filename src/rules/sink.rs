use super::engine::Settings;
use super::facts::{Shift, Shifted as _};
use super::ids::Place;
use super::lines::Lines;
use super::report::Tallies;
use super::{Finding, Note, Related, RuleInfo, Severity};
use crate::dataset::{Dataset, RecordLine};
use crate::reflect::{Path, Shape, Shaped, sanitized};
use crate::values::Kind;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::Display;

/// A record, and the text of its id.
pub(super) type Own<'a> = (Place, &'a str);

/// Where findings go: it knows which rules are switched off, raised or lowered, counts every finding, and keeps as
/// many as are asked for, the gravest and then the first of the document. A rule of one's own tells it what is wrong: see
/// [the guide](crate::guide::own_rules).
#[derive(Debug)]
pub struct Sink<'r> {
    settings: &'r Settings,
    found: Found,
    /// The rank of the last finding that was kept when there were too many.
    bar: Option<Rank>,
    /// The rule of a user that is at work, and its severity.
    own: Option<(Cow<'static, str>, Severity)>,
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
    Kept { place: Option<Place>, } {
        id: Option<String>, rest: String, rule: Cow<'static, str>, severity: Severity, message: String,
        help: Option<String>, related: Vec<Related>,
    }
}

/// A step of a pointer, by its place in the document: the place of the member or of the item, or its name.
type Step<'p> = (usize, &'p str);

/// What decides which findings are kept: severity, list and place in it.
type Rank = (Severity, Option<Place>);

impl<'r> Sink<'r> {
    pub(super) fn new(settings: &'r Settings) -> Self {
        Self { settings, found: Found::default(), bar: None, own: None }
    }

    /// Lets a rule of a user speak under its name.
    pub(super) fn speak_for(&mut self, name: Cow<'static, str>, severity: Severity) {
        self.own = Some((name, severity));
    }

    /// Adds a finding of the user's rule that is at work, at a place in the document. The kind and the id of the record
    /// are filled in.
    pub fn add(&mut self, dataset: &Dataset, at: &Path<'_>, note: Note) {
        let Some((name, severity)) = self.own.clone() else { return };
        let pointer = at.to_string();
        match record_at(dataset, &pointer) {
            Some((own, rest)) => self.push(name, severity, Some(own), rest, || note),
            None => self.push(name, severity, None, pointer, || note),
        }
    }

    /// Adds a finding of the catalogue: at a place in a record, or in what the dataset says of itself.
    pub(super) fn found(
        &mut self,
        rule: &RuleInfo,
        own: Option<Own<'_>>,
        at: impl Display,
        note: impl FnOnce() -> Note,
    ) {
        if let Some(severity) = self.settings.severity_of(rule) {
            self.push(Cow::Borrowed(rule.name), severity, own, at, note);
        }
    }

    /// Counts a finding. Its place and its words are made only where it is kept.
    fn push(
        &mut self,
        rule: Cow<'static, str>,
        severity: Severity,
        own: Option<Own<'_>>,
        at: impl Display,
        note: impl FnOnce() -> Note,
    ) {
        let count = self.found.tally.entry(rule.clone()).or_default().entry(severity).or_default();
        *count = count.saturating_add(1);
        let (place, id) = own.unzip();
        if self.settings.limit == 0 || self.bar.as_ref().is_some_and(|bar| (severity, place) > *bar) {
            return;
        }
        let Note { message, help, related } = note();
        self.found.kept.push(Kept {
            place,
            id: id.map(str::to_owned),
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
        kept.sort_by(|one, other| one.severity.cmp(&other.severity).then_with(|| one.in_document(other)));
        kept.dedup_by(|later, first| {
            let same = later == first;
            let counts = tally.get_mut(&later.rule).filter(|_| same);
            if let Some(count) = counts.and_then(|counts| counts.get_mut(&later.severity)) {
                *count = count.saturating_sub(1);
            }
            same
        });
        if kept.len() > self.settings.limit {
            kept.truncate(self.settings.limit);
            self.bar = kept.last().map(|last| (last.severity, last.place));
        }
    }

    /// What was found up to here, of records that may still move.
    pub(super) fn pause(mut self) -> Found {
        self.thin_out();
        self.found
    }

    /// Takes in what was found among other records, which have moved since.
    pub(super) fn resume(&mut self, found: Found, shift: &Shift) {
        for (rule, counts) in found.tally {
            let known = self.found.tally.entry(rule).or_default();
            for (severity, more) in counts {
                let count = known.entry(severity).or_default();
                *count = count.saturating_add(more);
            }
        }
        for mut kept in found.kept {
            kept.shift(shift);
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
        kept.sort_by(Kept::in_document);
        let findings = kept.into_iter().map(|kept| {
            let read = lines.find(kept.place);
            let pointer = kept.pointer();
            let Kept { place, id, rule, severity, message, help, related, .. } = kept;
            let kind = place.map(|place| place.kind);
            Finding {
                rule,
                severity,
                pointer,
                part: read.part,
                line: read.line,
                kind,
                id,
                message,
                help,
                related,
            }
        });
        (findings.collect(), tally)
    }
}

impl Kept {
    /// Which of two findings stands first in the document.
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

impl Display for Place {
    /// The record as a JSON Pointer, such as `/projects/17`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "/{}/{}", self.kind.list(), self.index())
    }
}

/// The steps of a pointer by their place in the document, so that findings can be put in its order.
fn order_of(pointer: &str, shape: Shape) -> Vec<Step<'_>> {
    let mut shape = Some(shape);
    let mut order = Vec::new();
    for step in pointer.split('/').skip(1) {
        let (place, inner) = match shape {
            Some(Shape::Object(object)) => {
                let place = object.members.iter().position(|member| member.name == step);
                (place, place.and_then(|place| object.members.get(place)).map(|member| member.shape))
            }
            Some(Shape::List(item)) => (step.parse().ok(), Some(*item)),
            _ => (None, None),
        };
        order.push((place.unwrap_or(usize::MAX), if place.is_some() { "" } else { step }));
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
fn record_at<'p>(dataset: &'p Dataset, pointer: &'p str) -> Option<(Own<'p>, &'p str)> {
    let (list, rest) = pointer.strip_prefix('/')?.split_once('/')?;
    let (index, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let index = index.parse::<u32>().ok()?;
    let number = usize::try_from(index).ok()?;
    macro_rules! lists {
        ($($name:ident $tag:literal $field:ident $list:literal $title:literal,)*) => {
            match list {
                $( $list => (Kind::$name, dataset.$field.get(number)?.id.as_str()), )*
                _ => return None,
            }
        };
    }
    let (kind, id) = for_each_kind!(lists);
    Some(((Place::new(kind, index), id), rest))
}
