//! What there is of a subject: its goals, what is done in it, what stands in its way, and money for it.

use super::Page;
use crate::reader::{NOT_STATED, money};
use cooperation::{Activity, Funding, Subject};

/// Most steps that a label is set in.
const DEEPEST: usize = 6;

impl<'a> Page<'_, 'a> {
    /// All there is of a subject.
    pub(super) fn all_of(&mut self, subject: &Subject) {
        self.goals(subject, 0);
        self.activities(subject);
        self.barriers(subject, 0);
        self.funding(subject, 0);
    }

    fn at(&mut self, depth: usize, label: &str, text: &str) {
        self.line(&format!("{}{label}", "  ".repeat(depth.min(DEEPEST))), text);
    }

    /// The goals of a subject: those that serve no other of its goals, and under each those that serve it.
    pub(super) fn goals(&mut self, subject: &Subject, depth: usize) {
        let reader = self.reader;
        let own: Vec<_> = reader.index.goals_of(subject).collect();
        for top in own.iter().filter(|goal| !own.iter().any(|other| goal.parent.as_ref() == Some(&other.id)))
        {
            for (below, goal) in reader.index.goal_tree(&top.id).filter(|(_, goal)| own.contains(goal)) {
                let number = goal.number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
                let holders = if goal.holders.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", reader.parties(&goal.holders))
                };
                let statement = reader.text(&goal.statement);
                let depth = depth.saturating_add(below);
                self.at(depth, goal.level.as_str(), &format!("{number}«{statement}»{holders}"));
            }
        }
    }

    /// What is done in a subject, and under each activity what is of it in turn.
    pub(super) fn activities(&mut self, subject: &Subject) {
        let reader = self.reader;
        let within = |subject: &Subject, depth: usize| {
            let mut all: Vec<(usize, &Activity)> =
                reader.index.activities_of(subject).map(|activity| (depth, activity)).collect();
            all.reverse();
            all
        };
        let mut open = within(subject, 0);
        while let Some((depth, activity)) = open.pop() {
            let status = activity.status.as_ref().map(|status| format!(" [{status}]")).unwrap_or_default();
            self.at(depth, "activity", &format!("{}{status}", reader.text(&activity.title)));
            let (subject, below) = (Subject::Activity(activity.id.clone()), depth.saturating_add(1));
            self.goals(&subject, below);
            self.barriers(&subject, below);
            self.funding(&subject, below);
            open.extend(within(&subject, below));
        }
    }

    pub(super) fn barriers(&mut self, subject: &Subject, depth: usize) {
        let reader = self.reader;
        for barrier in reader.index.barriers_of(subject) {
            self.at(depth, "barrier", reader.text(&barrier.statement));
        }
    }

    /// Money for a subject, and the parts of it that are for nothing else.
    pub(super) fn funding(&mut self, subject: &Subject, depth: usize) {
        let of = self.reader.index.funding_of(subject);
        for funding in self.reader.with_parts(of, |part| part.of.is_some()) {
            self.pay(funding, depth);
        }
    }

    pub(super) fn funding_or_not_stated(&mut self, subject: &Subject) {
        let before = self.text.len();
        self.funding(subject, 0);
        if self.text.len() == before {
            self.line("funding", NOT_STATED);
        }
    }

    pub(super) fn pay(&mut self, funding: &'a Funding, depth: usize) {
        self.money.insert(std::ptr::from_ref(funding));
        self.at(depth, "funding", &self.giver_and_amount(funding));
    }

    /// Who gives money, how much, and how far it has come: what is asked for is not given.
    fn giver_and_amount(&self, funding: &'a Funding) -> String {
        let reader = self.reader;
        let mut words = Vec::new();
        if let Some(id) = reader.told(funding, |one| one.programme.as_ref()) {
            words.push(reader.programme(id).to_owned());
            let owner = reader.index.get(id).and_then(|programme| programme.owner.as_ref());
            words.extend(owner.map(|owner| format!("a programme of {}", reader.party(owner))));
        }
        let funder = reader.told(funding, |one| one.funder.as_ref());
        words.extend(funder.map(|party| format!("from {}", reader.party(party))));
        let giver = if words.is_empty() { NOT_STATED.to_owned() } else { words.join(", ") };
        let status = reader.told(funding, |one| one.status.as_ref());
        let status = status.map(|status| format!(", {status}")).unwrap_or_default();
        let whole = funding.part_of.as_ref().map(|id| format!(", a part of {id}")).unwrap_or_default();
        format!("{giver}; amount {}{status}{whole}", money(funding.amount.as_ref()))
    }
}
