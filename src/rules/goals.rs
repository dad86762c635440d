use super::catalogue::FORMAT;
use super::facts::{Facts as All, Word};
use super::ids::{Handle, Place};
use super::sink::Own;
use super::{Note, Sink};
use crate::model::{Goal, IndicatorValue};
use crate::reflect::excerpt;
use crate::values::Kind;
use std::collections::BTreeMap;

family! { "goals"
    DOUBLED_NUMBER "doubled-goal-number" Warning {
        what: "Two goals of one subject and of one level have the same number and serve the same goal.",
        why: "A reader who is told of goal 2 cannot tell which.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "b", "statement": {"en": "B"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "b", "statement": {"en": "B"}, "level": "objective", "of": [{"project": "p"}], "number": "2"}]"#,
    }
    MISSING_NUMBER "missing-goal-number" Info {
        what: "The goals of a subject of one level are numbered, and a number before that of a goal is missing.",
        why: "A goal was left out, or a number is misspelt.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "c", "statement": {"en": "C"}, "level": "objective", "of": [{"project": "p"}], "number": "3"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "b", "statement": {"en": "B"}, "level": "objective", "of": [{"project": "p"}], "number": "2"}]"#,
    }
    EMPTY_VALUE "indicator-without-value" Warning {
        what: "A value of an indicator has neither a number nor words.",
        why: "It looks as if something had been measured or aimed at, and says nothing.",
        origin: "IATI: result, indicator",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "output", "of": [{"project": "p"}], "indicators": [{"title": {"en": "I"}, "targets": [{"date": "2020"}]}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "output", "of": [{"project": "p"}], "indicators": [{"title": {"en": "I"}, "targets": [{"value": "5", "date": "2020"}]}]}]"#,
    }
}

/// Finds values of indicators that say nothing.
pub(super) fn check(own: Own<'_>, goal: &Goal, sink: &mut Sink<'_>) {
    for (place, indicator) in goal.indicators.iter().enumerate() {
        if indicator.baseline.as_ref().is_some_and(says_nothing) {
            sink.found(&EMPTY_VALUE, Some(own), format_args!("/indicators/{place}/baseline"), empty_value);
        }
        for (name, values) in [("targets", &indicator.targets), ("actuals", &indicator.actuals)] {
            for (value, _) in values.iter().enumerate().filter(|(_, value)| says_nothing(value)) {
                let at = format_args!("/indicators/{place}/{name}/{value}");
                sink.found(&EMPTY_VALUE, Some(own), at, empty_value);
            }
        }
    }
}

fn says_nothing(value: &IndicatorValue) -> bool {
    value.value.is_none() && value.text.is_none()
}

fn empty_value() -> Note {
    Note::new("the value has neither a number nor words").help("add the value, or leave it out")
}

facts! {
    numbered: Numbered,
}

fact! {
    /// The number of a goal among those of one subject and level that serve one goal.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    Numbered { of: Handle, parent: Option<Handle>, level: Word, number: Word, goal: Place, } {}
}

/// Takes note of the number of a goal.
pub(super) fn tell((place, _): Own<'_>, goal: &Goal, facts: &mut All) {
    let Some(number) = &goal.number else { return };
    let (level, number) = (facts.word(goal.level.as_str()), facts.word(number.as_str()));
    let parent = goal.parent.as_ref().map(|parent| facts.ids.mention((Kind::Goal, parent.as_str())));
    for subject in &goal.of {
        let of = facts.ids.mention(subject.key());
        facts.goals.numbered.push(Numbered { of, parent, level, number, goal: place });
    }
}

pub(super) fn finish(goals: Facts, facts: &All, sink: &mut Sink<'_>) {
    let mut numbered = goals.numbered.into_vec();
    numbered.sort();
    numbered.dedup();
    let mut doubled: BTreeMap<Place, (Place, Word)> = BTreeMap::new();
    let mut missing: BTreeMap<Place, (u32, String)> = BTreeMap::new();
    let group = |goal: &Numbered| (goal.of, goal.parent, goal.level);
    for siblings in numbered.chunk_by(|one, other| group(one) == group(other)) {
        for same in siblings.chunk_by(|one, other| one.number == other.number) {
            let Some((first, others)) = same.split_first() else { continue };
            for other in others {
                let first = (first.goal, first.number);
                doubled.entry(other.goal).and_modify(|known| *known = first.min(*known)).or_insert(first);
            }
        }
        // Of several subjects the least counts: the subjects come in the order in which their ids were met.
        for (goal, gap) in gaps(siblings, facts) {
            let least = missing.entry(goal).or_insert_with(|| gap.clone());
            if gap < *least {
                *least = gap;
            }
        }
    }
    for (goal, (first, number)) in doubled {
        let note = || {
            let number = excerpt(facts.text_of(number));
            Note::new(format!("another goal of the same subject has the number {number}"))
                .help("give each goal a number of its own, as the source does")
                .related(first, "the other goal")
        };
        sink.found(&DOUBLED_NUMBER, Some(facts.ids.own(goal)), "/number", note);
    }
    for (goal, (_, number)) in missing {
        let note = || {
            Note::new(format!("no goal of the same subject has the number {number}"))
                .help("add the goal that is missing, or correct the number")
        };
        sink.found(&MISSING_NUMBER, Some(facts.ids.own(goal)), "/number", note);
    }
}

/// The goals before whose number one is missing, and that number, its last part first: 3 after 1, 1.4 after 1.2.
fn gaps<'f>(siblings: &'f [Numbered], facts: &'f All) -> impl Iterator<Item = (Place, (u32, String))> + 'f {
    let counted = siblings.iter().filter_map(|goal| {
        let text = facts.text_of(goal.number);
        let (above, last) = text.rsplit_once('.').unwrap_or(("", text));
        Some((above, last.parse::<u32>().ok()?, goal.goal))
    });
    let mut counted: Vec<_> = counted.collect();
    counted.sort();
    let gap = |&[(above, before, _), (other, number, goal)]: &[(&str, u32, Place); 2]| {
        let next = before.checked_add(1)?;
        let name = if above.is_empty() { next.to_string() } else { format!("{above}.{next}") };
        (above == other && next < number).then_some((goal, (next, name)))
    };
    let pairs: Vec<_> = counted.windows(2).filter_map(|pair| gap(pair.first_chunk::<2>()?)).collect();
    pairs.into_iter()
}
