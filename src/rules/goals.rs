use super::catalogue::FORMAT;
use super::engine::place;
use super::{Note, Sink};
use crate::dataset::Dataset;
use crate::model::IndicatorValue;
use crate::shape::Path;
use crate::values::Kind;
use std::collections::HashMap;

family! { "goals"
    DOUBLED_NUMBER "doubled-goal-number" Warning {
        what: "Two goals of one subject have the same number and serve the same goal.",
        why: "A reader who is told of goal 2 cannot tell which.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "b", "statement": {"en": "B"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}]"#,
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

pub(super) fn check(dataset: &Dataset, sink: &mut Sink<'_>) {
    let root = Path::root();
    let list = root.member(Kind::Goal.list());
    let mut numbers: HashMap<(String, &str, Option<&str>), usize> = HashMap::new();
    for (index, goal) in dataset.goals.iter().enumerate() {
        let own = (place(Kind::Goal, index), goal.id.as_str());
        let at = list.index(index);
        if let Some(number) = &goal.number {
            let parent = goal.parent.as_ref().map(crate::values::Id::as_str);
            let before = goal.of.iter().filter_map(|subject| {
                let (kind, id) = subject.key();
                numbers.insert((format!("{kind} {id}"), number.as_str(), parent), index)
            });
            if let Some(first) = before.filter(|&before| before != index).min() {
                let note = || {
                    Note::new(format!("another goal of the same subject has the number {number}"))
                        .help("give each goal a number of its own, as the source does")
                        .related(list.index(first), "the other goal")
                };
                sink.found(&DOUBLED_NUMBER, Some(own), at.member("number"), note);
            }
        }
        let indicators = at.member("indicators");
        for (place, indicator) in goal.indicators.iter().enumerate() {
            let at = indicators.index(place);
            if indicator.baseline.as_ref().is_some_and(says_nothing) {
                sink.found(&EMPTY_VALUE, Some(own), at.member("baseline"), empty_value);
            }
            let lists = [("targets", &indicator.targets), ("actuals", &indicator.actuals)];
            for (name, values) in lists {
                for (place, value) in values.iter().enumerate() {
                    if says_nothing(value) {
                        sink.found(&EMPTY_VALUE, Some(own), at.member(name).index(place), empty_value);
                    }
                }
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
