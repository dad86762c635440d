//! What there is of a subject: its goals, what is done in it, what stands in its way, and money for it.

use super::Page;
use crate::reader::{Reader, has_more};
use cooperation::{Activity, Goal, GoalId, GroupId, Party, RecordKind, Subject};
use std::collections::{HashMap, HashSet};

/// Most steps that a label is set in.
const DEEPEST: usize = 6;

impl Page<'_, '_> {
    /// All there is of a subject.
    pub(super) fn all_of(&mut self, subject: &Subject, depth: usize) {
        self.goals(subject, depth);
        self.target_groups(subject, &[], depth);
        self.activities(subject, depth);
        self.barriers(subject, depth);
        self.funding(subject, depth);
    }

    pub(super) fn at(&mut self, depth: usize, label: &str, text: &str) {
        self.line(&format!("{}{label}", "  ".repeat(depth.min(DEEPEST))), text);
    }

    /// Some lines under one label.
    pub(super) fn lines_at(&mut self, depth: usize, label: &str, texts: impl IntoIterator<Item = String>) {
        for (number, text) in texts.into_iter().enumerate() {
            self.at(depth, if number == 0 { label } else { "" }, &text);
        }
    }

    /// The goals of a subject: those that serve no other of its goals, and under each those that serve it. A goal that
    /// serves several stands under each of them, and what serves it under the first.
    pub(super) fn goals(&mut self, subject: &Subject, depth: usize) {
        let reader = self.reader;
        let own: Vec<&Goal> = reader.index.goals_of(subject).collect();
        let ids: HashSet<&GoalId> = own.iter().map(|goal| &goal.id).collect();
        let serves_none = |goal: &&Goal| !goal.serves.iter().any(|above| ids.contains(above));
        let tops: Vec<&Goal> = own.iter().copied().filter(serves_none).collect();
        // Which of them serve each: a goal may be served by many others that are of other subjects.
        let mut serving: HashMap<&GoalId, Vec<&Goal>> = HashMap::new();
        for goal in &own {
            for above in goal.serves.iter().filter(|above| ids.contains(above)) {
                serving.entry(above).or_default().push(goal);
            }
        }
        let mut seen: HashSet<&GoalId> = HashSet::new();
        // Goals that go round in a circle are below no other: the first of them is told first.
        for top in tops.into_iter().chain(own) {
            if seen.contains(&top.id) {
                continue;
            }
            let mut open = vec![(depth, top)];
            while let Some((depth, goal)) = open.pop() {
                let is_new = seen.insert(&goal.id);
                let in_full = is_new && self.is_first(RecordKind::Goal, goal.id.as_str());
                self.goal(goal, depth, in_full, &ids);
                if is_new {
                    let from = open.len();
                    let below = serving.get(&goal.id).into_iter().flatten();
                    open.extend(below.map(|below| (depth.saturating_add(1), *below)));
                    open.get_mut(from..).unwrap_or_default().reverse();
                }
            }
        }
    }

    /// A goal: in full, or with a word that it is told above.
    fn goal(&mut self, goal: &Goal, depth: usize, is_new: bool, own: &HashSet<&GoalId>) {
        let reader = self.reader;
        let number = goal.number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
        let statement = format!("{number}«{}»", reader.text(&goal.statement));
        if !is_new {
            self.at(depth, goal.level.as_str(), &self.reader.words.fill("{} (see above)", &[&statement]));
            return;
        }
        let holders = (!goal.holders.is_empty()).then(|| reader.parties(&goal.holders));
        let due = goal.due.map(|due| reader.words.fill("due {}", &[&reader.words.date(due)]));
        let status = goal.status.as_ref().map(|status| reader.code(status));
        let more: Vec<String> = [holders, due, status].into_iter().flatten().collect();
        let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
        self.at(depth, goal.level.as_str(), &format!("{statement}{more}"));
        let below = depth.saturating_add(1);
        for other in goal.serves.iter().filter(|above| !own.contains(above)) {
            self.at(below, "serves", &reader.goal_elsewhere(other));
        }
        for indicator in &goal.indicators {
            self.at(below, "indicator", &reader.indicator(indicator));
        }
        self.funding(&Subject::from(goal.id.clone()), below);
    }

    /// Whom a subject and its goals are meant to reach, each group once.
    pub(super) fn target_groups(&mut self, subject: &Subject, own: &[GroupId], depth: usize) {
        let reader = self.reader;
        // Those of a goal that several subjects have are told with the first.
        let first: Vec<&Goal> =
            reader.index.goals_of(subject).filter(|goal| self.reached.insert(&goal.id)).collect();
        let goals = first.into_iter().flat_map(|goal| &goal.target_groups);
        let mut seen: HashSet<&GroupId> = HashSet::new();
        let groups: Vec<Party> =
            own.iter().chain(goals).filter(|id| seen.insert(id)).map(|id| Party::from(id.clone())).collect();
        self.lines_at(depth, "target groups", groups.iter().map(|group| reader.party_with_count(group)));
    }

    /// What is done in a subject, and under each activity its parts and what is of it in turn.
    pub(super) fn activities(&mut self, subject: &Subject, depth: usize) {
        let reader = self.reader;
        let own: Vec<&Activity> = reader.index.activities_of(subject).collect();
        let ids: HashSet<_> = own.iter().map(|activity| &activity.id).collect();
        let is_part =
            |activity: &&Activity| activity.part_of.as_ref().is_some_and(|whole| ids.contains(whole));
        let (parts, tops): (Vec<&Activity>, Vec<&Activity>) = own.iter().copied().partition(is_part);
        let mut seen = HashSet::new();
        for top in tops.into_iter().chain(parts) {
            let mut open = vec![(depth, top)];
            while let Some((depth, activity)) = open.pop() {
                if !seen.insert(&activity.id) {
                    continue;
                }
                // What others do together is told with the first of them.
                if !self.is_first(RecordKind::Activity, activity.id.as_str()) {
                    let above = reader.words.fill("{} (see above)", &[reader.text(&activity.title)]);
                    self.at(depth, "activity", &above);
                    continue;
                }
                self.at(depth, "activity", &done(reader, activity));
                let (subject, below) = (Subject::Activity(activity.id.clone()), depth.saturating_add(1));
                self.goals(&subject, below);
                self.barriers(&subject, below);
                self.funding(&subject, below);
                let within =
                    reader.index.activities_of(&subject).chain(reader.index.subactivities(&activity.id));
                let from = open.len();
                open.extend(within.map(|part| (below, part)));
                open.get_mut(from..).unwrap_or_default().reverse();
            }
        }
    }

    pub(super) fn barriers(&mut self, subject: &Subject, depth: usize) {
        let reader = self.reader;
        for barrier in reader.index.barriers_of(subject) {
            self.at(depth, "barrier", reader.text(&barrier.statement));
        }
        // What stands between a subject and one of its goals is told with the subject.
        for goal in reader.index.goals_of(subject) {
            if !self.hindered.insert(&goal.id) {
                continue;
            }
            for barrier in reader.index.barriers_of(&Subject::from(goal.id.clone())) {
                let to = reader.text(&goal.statement);
                self.at(
                    depth,
                    "barrier",
                    &reader.words.fill("{}, to «{}»", &[reader.text(&barrier.statement), to]),
                );
            }
        }
    }
}

/// What is done, by whom, when, and how far it has come.
fn done(reader: &Reader, activity: &Activity) -> String {
    let status =
        activity.status.as_ref().map(|status| format!(" [{}]", reader.code(status))).unwrap_or_default();
    let others = if has_more(&activity.evidence, None) { reader.words.label(", among others") } else { "" };
    let by = (!activity.actors.is_empty())
        .then(|| reader.words.fill("by {}", &[&reader.parties(&activity.actors)]));
    let when = activity.period.as_ref().map(|period| reader.words.dates(period));
    let more: Vec<String> =
        [by, when, reader.planned(activity.planned.as_ref())].into_iter().flatten().collect();
    let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
    format!("{}{others}{more}{status}", reader.text(&activity.title))
}
