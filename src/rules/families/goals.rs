use crate::dataset::RecordRef;
use crate::model::{Goal, GroupId, Indicator, IndicatorValue, ProjectId, Subject};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{BlockVec, IdRef, Ids, Interned, Memory, Observed, RecordAt, RecordPlace};
use crate::order::put_in_order;
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::reflect::excerpt;
use crate::values::{IndicatorMeasure, RecordKind};
use cooperation_derive::{Fact, Facts};
use rust_decimal::Decimal as Exact;
use std::mem::take;

family! { "goals"
    DOUBLED_NUMBER "doubled-goal-number" Warning {
        what: "Two goals of the same subject and level, which serve the same goal, have the same number.",
        why: "A reference to goal 2 could mean either.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "b", "statement": {"en": "B"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "b", "statement": {"en": "B"}, "level": "objective", "of": [{"project": "p"}], "number": "2"}]"#,
    }
    MISSING_NUMBER "missing-goal-number" Info {
        what: "The numbers of a subject's goals of one level have a gap.",
        why: "A goal is missing, or a number is wrong.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "c", "statement": {"en": "C"}, "level": "objective", "of": [{"project": "p"}], "number": "3"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "number": "1"}, {"id": "b", "statement": {"en": "B"}, "level": "objective", "of": [{"project": "p"}], "number": "2"}]"#,
    }
    OF_A_GOAL "of-a-goal" Warning {
        what: "A goal or an activity is `of` a goal.",
        why: "`of` names the subject whose goal or activity it is. Use `serves` for a higher goal: only that is followed upwards.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}]}, {"id": "b", "statement": {"en": "B"}, "level": "output", "of": [{"goal": "a"}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}]}, {"id": "b", "statement": {"en": "B"}, "level": "output", "of": [{"project": "p"}], "serves": ["a"]}]"#,
    }
    GROUP_TWICE "target-group-twice" Info {
        what: "A target group is listed on a project and on one of its goals.",
        why: "List a target group on the goal if the source connects it with that goal, otherwise on the project.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}, "target_groups": ["g"]}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "target_groups": ["g"]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "objective", "of": [{"project": "p"}], "target_groups": ["g"]}]"#,
    }
    EMPTY_VALUE "indicator-without-value" Warning {
        what: "A value of an indicator has neither a number nor words.",
        why: "An empty value looks like a measurement or a target, but states nothing.",
        origin: "IATI: result, indicator",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "output", "of": [{"project": "p"}], "indicators": [{"title": {"en": "I"}, "targets": [{"date": "2020"}]}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "a", "statement": {"en": "A"}, "level": "output", "of": [{"project": "p"}], "indicators": [{"title": {"en": "I"}, "targets": [{"value": "5", "date": "2020"}]}]}]"#,
    }
    INDICATOR_BELIED "indicator-contradicts-itself" Warning {
        what: "An indicator contradicts itself: its targets are on the wrong side of its baselines, a percentage is below -100 or above 1000, or a qualitative indicator has a number.",
        why: "The direction or the measure is wrong, or a value is.",
        origin: "IATI: indicator, ascending and measure",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": [{"project": "p"}], "indicators": [{"title": {"en": "I"}, "ascending": false, "baselines": [{"value": "4"}], "targets": [{"value": "30"}]}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": [{"project": "p"}], "indicators": [{"title": {"en": "I"}, "ascending": true, "baselines": [{"value": "4"}], "targets": [{"value": "30"}]}]}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    numbered: BlockVec<Numbered>,
    meant_for: BlockVec<MeantFor>,
}

/// A group that a project, or a goal of it, is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Fact)]
pub(in crate::rules) struct MeantFor {
    #[moves]
    pub project: IdRef,
    #[moves]
    pub group: IdRef,
    #[moves]
    pub record: RecordPlace,
}

/// The number of a goal among those of one subject and level that serve one goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Fact)]
pub(in crate::rules) struct Numbered {
    #[moves]
    pub of: IdRef,
    #[moves]
    pub parent: Option<IdRef>,
    #[moves]
    pub level: Interned,
    #[moves]
    pub number: Interned,
    #[moves]
    pub goal: RecordPlace,
}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        match observed.record {
            RecordRef::Goal(goal) => {
                check_subjects(observed.at, &goal.of, context.reporter);
                check_indicators(observed.at, goal, context.reporter);
                self.note(observed.at, goal, context.memory);
                for subject in goal.of.iter().take(COMPARED) {
                    if let Subject::Project(project) = subject {
                        self.note_groups(observed.at.place, project, &goal.target_groups, &mut context.memory.ids);
                    }
                }
            }
            RecordRef::Project(project) => {
                self.note_groups(observed.at.place, &project.id, &project.target_groups, &mut context.memory.ids);
            }
            RecordRef::Activity(activity) => check_subjects(observed.at, &activity.of, context.reporter),
            _ => {}
        }
    }

    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        let mut meant_for = take(&mut self.meant_for).into_vec();
        put_in_order(&mut meant_for, &Ord::cmp);
        // Projects come before goals in the order of kinds.
        for same in meant_for.chunk_by(|one, other| (one.project, one.group) == (other.project, other.group)) {
            if let ([first, ..], Some(last)) = (same, same.last())
                && first.record.kind == RecordKind::Project
                && last.record.kind == RecordKind::Goal
            {
                reporter.found(&GROUP_TWICE, Some(memory.ids.at(first.record)), &"/target_groups", &|| {
                    let (group, goal) = (memory.ids.text(first.group), memory.ids.at(last.record).id);
                    Note::new(format!("the goal {goal} also lists the target group {group}"))
                        .with_help("remove the group from the project")
                        .with_related(last.record, "the goal")
                });
            }
        }
        let mut numbered = take(&mut self.numbered).into_vec();
        put_in_order(&mut numbered, &Ord::cmp);
        numbered.dedup();
        let mut doubled: Vec<(RecordPlace, RecordPlace, Interned)> = Vec::new();
        let mut missing: Vec<(RecordPlace, u32, String)> = Vec::new();
        let group = |goal: &Numbered| (goal.of, goal.parent, goal.level);
        for siblings in numbered.chunk_by(|one, other| group(one) == group(other)) {
            for same in siblings.chunk_by(|one, other| one.number == other.number) {
                let Some((first, others)) = same.split_first() else { continue };
                for other in others {
                    doubled.push((other.goal, first.goal, first.number));
                }
            }
            gaps(siblings, memory, &mut missing);
        }
        // Of several subjects the least counts: the subjects come in the order in which their ids were met.
        put_in_order(&mut doubled, &Ord::cmp);
        doubled.dedup_by_key(|(goal, ..)| *goal);
        put_in_order(&mut missing, &Ord::cmp);
        missing.dedup_by_key(|(goal, ..)| *goal);
        for &(goal, first, number) in &doubled {
            reporter.found(&DOUBLED_NUMBER, Some(memory.ids.at(goal)), &"/number", &|| {
                let number = excerpt(memory.words.text(number));
                Note::new(format!("another goal of the same subject has the number {number}"))
                    .with_help("give each goal the number that it has in the source")
                    .with_related(first, "the other goal")
            });
        }
        for (goal, _, number) in &missing {
            reporter.found(&MISSING_NUMBER, Some(memory.ids.at(*goal)), &"/number", &|| {
                Note::new(format!("no goal of the same subject has the number {number}"))
                    .with_help("add the missing goal, or correct the number")
            });
        }
    }
}

/// Subjects, and higher goals, of one goal that are compared with those of others. What is kept of a goal is their product
/// with another of its lists, so that without a limit a small document could fill the memory. Goals of more than two or three
/// subjects are rare.
const COMPARED: usize = 16;

impl Facts {
    /// Takes note of the groups that a project or a goal of it is meant for.
    fn note_groups(&mut self, record: RecordPlace, project: &ProjectId, groups: &[GroupId], ids: &mut Ids) {
        for group in groups {
            let project = ids.mention((RecordKind::Project, project.as_str()));
            let group = ids.mention((RecordKind::Group, group.as_str()));
            self.meant_for.push(MeantFor { project, group, record });
        }
    }

    /// Takes note of the number of a goal.
    fn note(&mut self, at: RecordAt<'_>, goal: &Goal, memory: &mut Memory) {
        let Some(number) = &goal.number else { return };
        let (level, number) =
            (memory.words.intern(goal.level.as_str()), memory.words.intern(number.as_str()));
        for subject in goal.of.iter().take(COMPARED) {
            let of = memory.ids.mention(subject.key());
            let mut push = |parent| self.numbered.push(Numbered { of, parent, level, number, goal: at.place });
            if goal.serves.is_empty() {
                push(None);
            }
            for parent in goal.serves.iter().take(COMPARED) {
                push(Some(memory.ids.mention((RecordKind::Goal, parent.as_str()))));
            }
        }
    }
}

/// Finds the goals among the subjects of a goal or an activity.
fn check_subjects(at: RecordAt<'_>, of: &[Subject], reporter: &mut Reporter<'_>) {
    for (place, subject) in of.iter().enumerate() {
        if let Subject::Goal(goal) = subject {
            reporter.found(&OF_A_GOAL, Some(at), &format_args!("/of/{place}"), &|| {
                Note::new(format!("the subject is the goal {goal}"))
                    .with_help(format!("move {goal} to `serves`, and name in `of` the subject whose it is"))
            });
        }
    }
}

/// Finds values of indicators that say nothing.
fn check_indicators(at: RecordAt<'_>, goal: &Goal, reporter: &mut Reporter<'_>) {
    for (place, indicator) in goal.indicators.iter().enumerate() {
        let lists = [
            ("baselines", &indicator.baselines),
            ("targets", &indicator.targets),
            ("actuals", &indicator.actuals),
        ];
        for (name, values) in lists {
            for (value, _) in values.iter().enumerate().filter(|(_, value)| says_nothing(value)) {
                let path = format_args!("/indicators/{place}/{name}/{value}");
                reporter.found(&EMPTY_VALUE, Some(at), &path, &empty_value);
            }
            check_measure(at, (place, indicator), name, values, reporter);
        }
        check_direction(at, (place, indicator), reporter);
    }
}

/// Finds numbers that the measure of an indicator does not have.
fn check_measure(
    at: RecordAt<'_>,
    (place, indicator): (usize, &Indicator),
    name: &str,
    values: &[IndicatorValue],
    reporter: &mut Reporter<'_>,
) {
    let Some(measure @ (IndicatorMeasure::Percentage | IndicatorMeasure::Qualitative)) = &indicator.measure else {
        return;
    };
    let plausible = Exact::NEGATIVE_ONE.saturating_mul(Exact::ONE_HUNDRED)..=Exact::ONE_THOUSAND;
    for (item, value) in values.iter().enumerate() {
        let Some(number) = value.value else { continue };
        if *measure == IndicatorMeasure::Percentage && plausible.contains(&number.value()) {
            continue;
        }
        let path = format_args!("/indicators/{place}/{name}/{item}/value");
        reporter.found(&INDICATOR_BELIED, Some(at), &path, &|| {
            Note::new(format!("the value is {number}, but the measure is {measure}"))
                .with_help("correct the value or the measure")
        });
    }
}

/// Finds an indicator whose only baseline and only target contradict its direction.
fn check_direction(at: RecordAt<'_>, (place, indicator): (usize, &Indicator), reporter: &mut Reporter<'_>) {
    let (Some(ascending), [baseline], [target]) =
        (indicator.ascending, indicator.baselines.as_slice(), indicator.targets.as_slice())
    else {
        return;
    };
    let (Some(from), Some(to)) = (baseline.value, target.value) else { return };
    let is_against = if ascending { to.value() < from.value() } else { to.value() > from.value() };
    if is_against {
        reporter.found(&INDICATOR_BELIED, Some(at), &format_args!("/indicators/{place}/ascending"), &|| {
            let direction = if ascending { "ascending" } else { "descending" };
            Note::new(format!("the indicator is {direction}, but goes from {from} to {to}"))
                .with_help("correct `ascending`, the baseline or the target")
        });
    }
}

fn says_nothing(value: &IndicatorValue) -> bool {
    value.value.is_none() && value.text.is_none()
}

fn empty_value() -> Note {
    Note::new("the value has neither a number nor words").with_help("add `value` or `text`, or remove the entry")
}

/// Adds the goals before whose number one is missing, and that number, its last part first: 3 after 1, 1.4 after 1.2.
fn gaps(siblings: &[Numbered], memory: &Memory, missing: &mut Vec<(RecordPlace, u32, String)>) {
    let mut counted: Vec<(&str, u32, RecordPlace)> = Vec::with_capacity(siblings.len());
    for goal in siblings {
        let text = memory.words.text(goal.number);
        let (above, last) = text.rsplit_once('.').unwrap_or(("", text));
        if let Ok(last) = last.parse() {
            counted.push((above, last, goal.goal));
        }
    }
    put_in_order(&mut counted, &Ord::cmp);
    for pair in counted.windows(2) {
        let Some(&[(above, before, _), (other, number, goal)]) = pair.first_chunk() else { continue };
        let Some(next) = before.checked_add(1) else { continue };
        if above == other && next < number {
            let name = if above.is_empty() { next.to_string() } else { format!("{above}.{next}") };
            missing.push((goal, next, name));
        }
    }
}
