//! A project: when it runs, who takes part in it, what it is to reach, and who pays.

use super::Page;
use crate::reader::{NOT_STATED, Reader};
use cooperation::{Body, Party, Period, Project, RecordKind, Subject, Truth};

impl Page<'_, '_> {
    pub(super) fn project(&mut self, project: &Project) {
        let reader = self.reader;
        let acronym = project.acronym.as_ref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
        self.heading(&format!("{}: {}{acronym}", reader.words.label("Project"), reader.text(&project.title)));
        self.other_names(&project.other_names);
        self.code_if("kind", project.kind.as_ref());
        self.code_if("scope", project.scope.as_ref());
        let programmes: Vec<&str> = project.programmes.iter().map(|id| reader.programme(id)).collect();
        let label = if programmes.len() > 1 { "programmes" } else { "programme" };
        self.line(
            label,
            &if programmes.is_empty() {
                reader.words.label(NOT_STATED).to_owned()
            } else {
                programmes.join(", ")
            },
        );
        self.line("status", &reader.stated_code(project.status.as_ref()));
        self.periods(project.period.as_ref(), project.planned.as_ref());
        self.line_if("places", reader.places(&project.places));
        self.lines("about", project.about.iter().map(|about| reader.subject(about)));
        let subject = Subject::Project(project.id.clone());
        if !self.is_first(RecordKind::Project, project.id.as_str()) {
            // What others say of a thing is told with the first of its records.
            self.related(RecordKind::Project, project.id.as_str());
            self.line_if("budget", project.budget.as_ref().map(|budget| reader.words.money(budget)));
            self.budgets(&project.budgets);
            return;
        }
        self.partners(project);
        let worked_on = reader.index.cooperations_about(&subject);
        self.lines("cooperation", worked_on.map(|cooperation| reader.parties(&cooperation.parties)));
        self.lines("counts", project.counts.iter().map(|count| reader.counted(count)));
        self.related(RecordKind::Project, project.id.as_str());
        self.goals(&subject, 0);
        self.target_groups(&subject, &project.target_groups, 0);
        for part in reader.index.participations_in(&project.id) {
            let subject = Subject::Participation(part.id.clone());
            let whose = reader.party(&part.party);
            self.under(
                |page| page.line("own part", &whose),
                |page| {
                    page.lines_at(1, "about", part.about.iter().map(|about| reader.subject(about)));
                    page.all_of(&subject, 1);
                },
            );
        }
        self.activities(&subject, 0);
        self.barriers(&subject, 0);
        self.line_if("budget", project.budget.as_ref().map(|budget| reader.words.money(budget)));
        self.budgets(&project.budgets);
        self.funding_or_not_stated(&subject);
    }

    /// The number of partners that is stated, and those that are named.
    fn partners(&mut self, project: &Project) {
        let reader = self.reader;
        let count = reader.count(project.partner_count, project.partner_count_words.as_ref());
        self.line("number of partners", &count);
        let [named, at_one_time] = reader.partners(project);
        if named > at_one_time {
            self.line(
                "named as partners",
                &reader.words.fill(
                    "{}, no more than {} at one time",
                    &[&reader.words.number(named), &reader.words.number(at_one_time)],
                ),
            );
        }
        let parts = reader.index.participations_in(&project.id);
        self.lines(
            "participants",
            parts.map(|part| format!("{}: {}", reader.party(&part.party), reader.part(part))),
        );
    }
}

/// The kind and the id of a body.
pub(super) fn key_of(body: &Body) -> (RecordKind, String) {
    let party = Party::from(body.clone());
    let (kind, id) = party.key();
    (kind, id.to_owned())
}

/// A period as precise as its source, with its length where that is known.
pub(super) fn period(reader: &Reader, period: Option<&Period>) -> String {
    let words = reader.words;
    let Some(period) = period else { return words.label(NOT_STATED).to_owned() };
    let Some(months) = period.months() else { return words.dates(period) };
    let [dates, length] = [words.period(period), words.months(&months)];
    let Some(stated) = period.stated_duration.map(|stated| words.duration(stated)) else {
        return format!("{dates}, {length}");
    };
    match period.agrees_with_stated_duration() {
        // Said once where both are the same words.
        Truth::Yes if stated == length => words.fill("{}, {} as stated", &[&dates, &length]),
        Truth::Yes => words.fill("{}, {}, stated as {}: they agree", &[&dates, &length, &stated]),
        Truth::No => words.fill("{}, {}, stated as {}: they do not agree", &[&dates, &length, &stated]),
        Truth::Possible | Truth::Unknown => words.fill("{}, {}, stated as {}", &[&dates, &length, &stated]),
    }
}
