use super::engine::Settings;
use super::ids::Place;
use super::report::Tally;
use super::{Finding, Note, RuleInfo, Severity};
use crate::dataset::Dataset;
use crate::shape::{Path, Shape, Shaped, shown};
use crate::values::Kind;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;

/// Where findings go: it knows which rules are switched off, raised or lowered, counts every finding, and keeps as
/// many as are asked for, the gravest and then the first of the document.
pub struct Sink<'r> {
    settings: &'r Settings,
    kept: Vec<Kept>,
    /// The rank of the last finding that was kept when there were too many.
    bar: Option<Rank>,
    pub(super) tally: BTreeMap<Cow<'static, str>, Tally>,
    /// The rule of a user that is at work, and its severity.
    own: Option<(Cow<'static, str>, Severity)>,
}

struct Kept {
    order: Vec<Step>,
    finding: Finding,
}

/// A step of a pointer, by its place in the document: the place of the member or of the item, or its name.
type Step = (usize, String);

/// What decides which findings are kept: severity, list and place in it.
type Rank = (Severity, Option<(Kind, u32)>);

impl<'r> Sink<'r> {
    pub(super) fn new(settings: &'r Settings) -> Self {
        Self { settings, kept: Vec::new(), bar: None, tally: BTreeMap::new(), own: None }
    }

    /// Lets a rule of a user speak under its name.
    pub(super) fn speak_for(&mut self, name: Cow<'static, str>, severity: Severity) {
        self.own = Some((name, severity));
    }

    /// Adds a finding of the user's rule that is at work, at a place in the document. The kind and the id of the record
    /// are filled in.
    pub fn add(&mut self, dataset: &Dataset, at: &Path<'_>, note: Note) {
        let Some((name, severity)) = self.own.clone() else { return };
        let record = record_at(dataset, &at.to_string());
        let record = record.as_ref().map(|(place, id)| (*place, id.as_str()));
        self.push(name, severity, record, at, || note);
    }

    /// Adds a finding of the catalogue.
    pub(super) fn found(
        &mut self,
        rule: &RuleInfo,
        record: Option<(Place, &str)>,
        at: impl Display,
        note: impl FnOnce() -> Note,
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
        record: Option<(Place, &str)>,
        at: impl Display,
        note: impl FnOnce() -> Note,
    ) {
        let tally = self.tally.entry(rule.clone()).or_insert(Tally { severity, count: 0 });
        tally.count = tally.count.saturating_add(1);
        let rank = (severity, record.map(|(place, _)| (place.kind, place.index)));
        if self.settings.limit == 0 || self.bar.as_ref().is_some_and(|bar| rank > *bar) {
            return;
        }
        let Note { message, help, related } = note();
        let pointer = at.to_string();
        let order = order_of(&pointer);
        let (kind, id) = record.map(|(place, id)| (place.kind, id.to_owned())).unzip();
        let (message, help) = (shown(&message).into(), help.map(|help| shown(&help).into()));
        self.kept.push(Kept {
            order,
            finding: Finding { rule, severity, pointer, kind, id, message, help, related },
        });
        if self.kept.len() >= self.settings.limit.saturating_mul(2).max(64) {
            self.thin_out();
        }
    }

    /// Keeps the gravest findings, and of those the first of the document.
    fn thin_out(&mut self) {
        self.drop_doubled();
        if self.kept.len() > self.settings.limit {
            self.kept.sort_by(|one, other| {
                (one.finding.severity.cmp(&other.finding.severity)).then_with(|| one.order.cmp(&other.order))
            });
            self.kept.truncate(self.settings.limit);
            self.bar = self.kept.last().map(|last| {
                let place = last.finding.kind.map(|kind| {
                    let index = last.order.get(1).map_or(0, |(place, _)| *place);
                    (kind, u32::try_from(index).unwrap_or(u32::MAX))
                });
                (last.finding.severity, place)
            });
        }
    }

    /// Puts the findings into document order, each once.
    fn drop_doubled(&mut self) {
        self.kept.sort_by(|one, other| {
            one.order.cmp(&other.order).then_with(|| {
                let key = |finding: &Finding| (finding.rule.clone(), finding.message.clone());
                key(&one.finding).cmp(&key(&other.finding))
            })
        });
        let tally = &mut self.tally;
        self.kept.dedup_by(|later, first| {
            let same = later.finding == first.finding;
            if same && let Some(tally) = tally.get_mut(&later.finding.rule) {
                tally.count = tally.count.saturating_sub(1);
            }
            same
        });
    }

    /// The findings that are kept, in document order.
    pub(super) fn finish(mut self) -> (Vec<Finding>, BTreeMap<Cow<'static, str>, Tally>) {
        self.thin_out();
        self.drop_doubled();
        (self.kept.into_iter().map(|kept| kept.finding).collect(), self.tally)
    }
}

/// The steps of a pointer by their place in the document, so that findings can be put in its order.
fn order_of(pointer: &str) -> Vec<Step> {
    let mut shape = Some(<Dataset as Shaped>::SHAPE);
    let mut order = Vec::new();
    for step in pointer.split('/').skip(1) {
        let (place, inner) = match shape {
            Some(Shape::Object(object)) => {
                let place = object.members.iter().position(|member| member.name == step);
                (place, place.and_then(|place| object.members.get(place)).map(|member| member.shape))
            }
            Some(Shape::Choice(choice)) => {
                let place = choice.branches.iter().position(|branch| branch.tag == step);
                (place, place.and_then(|place| choice.branches.get(place)).map(|branch| branch.shape))
            }
            Some(Shape::List(item)) => (step.parse().ok(), Some(*item)),
            _ => (None, None),
        };
        order.push((place.unwrap_or(usize::MAX), place.map_or_else(|| step.to_owned(), |_| String::new())));
        shape = inner;
    }
    order
}

/// The record in which a pointer of the document ends, and its id.
fn record_at(dataset: &Dataset, pointer: &str) -> Option<(Place, String)> {
    let mut steps = pointer.split('/').skip(1);
    let (list, index) = (steps.next()?, steps.next()?.parse::<usize>().ok()?);
    macro_rules! lists {
        ($($name:ident $tag:literal $field:ident $list:literal $title:literal,)*) => {
            match list {
                $( $list => (Kind::$name, dataset.$field.get(index)?.id.as_str().to_owned()), )*
                _ => return None,
            }
        };
    }
    let (kind, id) = for_each_kind!(lists);
    Some((Place { kind, index: u32::try_from(index).ok()? }, id))
}
