//! A project: when it runs, who takes part in it, what it is to reach, and who pays.

use super::Page;
use crate::reader::{NOT_STATED, dates, length, stated};
use cooperation::{Body, Kind, Party, Period, Project, Subject, Truth};

impl Page<'_, '_> {
    pub(super) fn project(&mut self, project: &Project) {
        let reader = self.reader;
        let acronym = project.acronym.as_ref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
        self.heading(&format!("Project: {}{acronym}", reader.text(&project.title)));
        self.other_names(&project.other_names);
        self.line_if("kind", project.kind.as_ref());
        self.line_if("scope", project.scope.as_ref());
        let programmes: Vec<&str> = project.programmes.iter().map(|id| reader.programme(id)).collect();
        let label = if programmes.len() > 1 { "programmes" } else { "programme" };
        self.line(label, &if programmes.is_empty() { NOT_STATED.to_owned() } else { programmes.join(", ") });
        self.line("status", &stated(project.status.as_ref()));
        self.periods(project.period.as_ref(), project.planned.as_ref());
        self.line_if("places", reader.places(&project.places));
        self.lines("about", project.about.iter().map(|about| reader.subject(about)));
        let subject = Subject::Project(project.id.clone());
        self.partners(project);
        let worked_on = reader.index.cooperations_about(&subject);
        self.lines("cooperation", worked_on.map(|cooperation| reader.parties(&cooperation.parties)));
        self.lines("counts", project.counts.iter().map(|count| reader.counted(count)));
        self.related(Kind::Project, project.id.as_str());
        self.goals(&subject, 0);
        self.target_groups(&subject, &project.target_groups, 0);
        for part in reader.index.participants(&project.id) {
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
        self.line_if("budget", project.budget.as_ref());
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
            self.line("named as partners", &format!("{named}, no more than {at_one_time} at one time"));
        }
        let parts = reader.index.participants(&project.id);
        self.lines(
            "participants",
            parts.map(|part| format!("{}: {}", reader.party(&part.party), reader.part(part))),
        );
    }
}

/// The kind and the id of a body.
pub(super) fn key_of(body: &Body) -> (Kind, String) {
    let party = Party::from(body.clone());
    let (kind, id) = party.key();
    (kind, id.to_owned())
}

/// A period as precise as its source, with its length where that is known.
pub(super) fn period(period: Option<&Period>) -> String {
    let Some(period) = period else { return stated(None::<String>) };
    let Some(months) = period.months() else { return dates(period) };
    let stated = match (period.stated_duration, period.agrees_with_stated_duration()) {
        (None, _) => String::new(),
        (Some(stated), Truth::Yes) => format!(", stated as {stated}: they agree"),
        (Some(stated), Truth::No) => format!(", stated as {stated}: they do not agree"),
        (Some(stated), Truth::Possible | Truth::Unknown) => format!(", stated as {stated}"),
    };
    format!("{period}, {}{stated}", length(&months))
}
