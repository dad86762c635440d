//! The page on which a dataset is shown.

mod body;
mod money;
mod project;
mod subject;

use crate::reader::{Reader, has_more, put, width};
use cooperation::{
    Cooperation, Dataset, Funding, GoalId, Period, PolicyInstrument, Programme, RecordKind, Subject,
    model::{Budget, OtherName},
};
use std::collections::HashSet;

/// Who cooperates with whom, the projects with their goals and money, and what is wrong with the data.
#[must_use]
pub fn page(reader: &Reader) -> String {
    let dataset = reader.index.dataset();
    let mut page = Page {
        reader,
        text: String::new(),
        money: HashSet::new(),
        told: HashSet::new(),
        reached: HashSet::new(),
        hindered: HashSet::new(),
    };
    page.head(dataset);
    page.section("Networks", |page| page.networks(dataset));
    page.section("Organizations", |page| page.organizations(dataset));
    page.section("Who cooperates with whom", |page| {
        dataset.cooperations.iter().for_each(|cooperation| page.cooperation(cooperation));
    });
    dataset.projects.iter().for_each(|project| page.project(project));
    page.section("Programmes", |page| {
        dataset.programmes.iter().for_each(|programme| page.programme(programme));
    });
    dataset.policy_instruments.iter().for_each(|instrument| page.instrument(instrument));
    page.section("Other money", |page| page.other_money(dataset));
    page.heading(reader.words.label("Findings"));
    let report = dataset.validate();
    if report.findings().is_empty() {
        page.put(reader.words.label("No findings."));
    } else {
        report.to_string().lines().for_each(|line| page.put(line));
    }
    page.text
}

struct Page<'r, 'a> {
    reader: &'r Reader<'a>,
    text: String,
    /// The money that is on the page.
    money: HashSet<*const Funding>,
    /// The goals and activities that are on the page in full, and the bodies and projects of which several records are.
    told: HashSet<(RecordKind, String)>,
    /// The goals whose target groups are on the page, and those whose barriers are.
    reached: HashSet<&'a GoalId>,
    hindered: HashSet<&'a GoalId>,
}

impl Page<'_, '_> {
    fn put(&mut self, line: &str) {
        put(&mut self.text, line);
    }

    /// Whether this is the first time that a record, or another of the same thing, is told in full.
    fn is_first(&mut self, kind: RecordKind, id: &str) -> bool {
        self.told.insert(self.reader.first((kind, id)))
    }

    /// A label and what stands beside it, aligned.
    fn line(&mut self, label: &str, text: &str) {
        let (indent, label) = label.split_at(label.len().saturating_sub(label.trim_start().len()));
        let label =
            if label.is_empty() { String::new() } else { format!("{}:", self.reader.words.label(label)) };
        self.put(&format!("  {:<16} {text}", format!("{indent}{label}")));
    }

    /// A line where something is stated.
    fn line_if(&mut self, label: &str, text: Option<impl ToString>) {
        if let Some(text) = text {
            self.line(label, &text.to_string());
        }
    }

    /// A code where one is stated.
    fn code_if(&mut self, label: &str, code: Option<&impl ToString>) {
        self.line_if(label, code.map(|code| self.reader.code(code)));
    }

    /// Some lines under one label.
    fn lines(&mut self, label: &str, texts: impl IntoIterator<Item = String>) {
        self.lines_at(0, label, texts);
    }

    /// A heading with a line under it.
    fn heading(&mut self, text: &str) {
        self.text.push('\n');
        let start = self.text.len();
        self.put(text);
        let width = width(self.text.get(start..).unwrap_or_default());
        self.put(&"─".repeat(width));
    }

    /// What stands under a heading; nothing, where nothing does.
    fn section(&mut self, heading: &str, put: impl FnOnce(&mut Self)) {
        let heading = self.reader.words.label(heading);
        self.under(|page| page.heading(heading), put);
    }

    /// What stands under something; nothing, where nothing does.
    fn under(&mut self, top: impl FnOnce(&mut Self), put: impl FnOnce(&mut Self)) {
        let start = self.text.len();
        top(self);
        let before = self.text.len();
        put(self);
        if self.text.len() == before {
            self.text.truncate(start);
        }
    }

    fn head(&mut self, dataset: &Dataset) {
        let reader = self.reader;
        self.put(reader.maybe(dataset.title.as_ref()));
        self.put(&census(reader));
        for source in &dataset.sources {
            let evidence = reader.index.evidence_from(&source.id).count();
            let title = reader.text(&source.title);
            let published = reader.stated(source.published.map(|date| reader.words.date(date)));
            let quoted = reader.words.counted(evidence, "time", "times");
            self.put(&reader.words.fill("From '{}', published {}, quoted {}", &[title, &published, &quoted]));
        }
    }

    fn cooperation(&mut self, cooperation: &Cooperation) {
        let reader = self.reader;
        let more = if has_more(&cooperation.evidence, Some("/parties")) {
            reader.words.label(", and others")
        } else {
            ""
        };
        let parties = format!("{}{more}", reader.parties(&cooperation.parties));
        match &cooperation.name {
            Some(name) => {
                self.put(reader.text(name));
                self.line("parties", &parties);
            }
            None => self.put(&parties),
        }
        self.code_if("kind", cooperation.kind.as_ref());
        self.lines("about", cooperation.about.iter().map(|about| reader.subject(about)));
        self.code_if("scope", cooperation.scope.as_ref());
        self.line_if("places", reader.places(&cooperation.places));
        self.line("status", &reader.stated_code(cooperation.status.as_ref()));
        self.line_if("period", cooperation.period.as_ref().map(|period| reader.words.dates(period)));
        self.all_of(&Subject::Cooperation(cooperation.id.clone()), 0);
    }

    fn programme(&mut self, programme: &Programme) {
        let reader = self.reader;
        let acronym = programme.acronym.as_ref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
        let name = format!("{}{acronym}", reader.text(&programme.name));
        self.under(
            |page| page.put(&name),
            |page| {
                page.other_names(&programme.other_names);
                page.code_if("kind", programme.kind.as_ref());
                page.line_if("part of", programme.part_of.as_ref().map(|id| reader.programme(id)));
                page.line_if("owner", programme.owner.as_ref().map(|owner| reader.party(owner)));
                page.lines("managed by", programme.managed_by.iter().map(|party| reader.party(party)));
                page.line_if("period", programme.period.as_ref().map(|period| reader.words.dates(period)));
                page.line_if("places", reader.places(&programme.places));
                page.line_if("funds", joined(&programme.funds));
                page.line_if("budget", programme.budget.as_ref().map(|budget| reader.words.money(budget)));
                page.budgets(&programme.budgets);
                page.related(RecordKind::Programme, programme.id.as_str());
                page.all_of(&Subject::Programme(programme.id.clone()), 0);
            },
        );
    }

    fn instrument(&mut self, instrument: &PolicyInstrument) {
        let reader = self.reader;
        let acronym = instrument.acronym.as_ref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
        self.heading(&format!(
            "{}: {}{acronym}",
            reader.words.label("Policy instrument"),
            reader.text(&instrument.name)
        ));
        self.other_names(&instrument.other_names);
        self.line("kind", &reader.stated_code(instrument.kind.as_ref()));
        self.line("status", &reader.stated_code(instrument.status.as_ref()));
        self.line_if("period", instrument.period.as_ref().map(|period| reader.words.dates(period)));
        self.line_if("places", reader.places(&instrument.places));
        self.lines(
            "developed by",
            instrument.developed_by.iter().map(|party| reader.party_with_count(party)),
        );
        self.lines("responsible", instrument.responsible.iter().map(|party| reader.party_with_count(party)));
        self.lines("serves", instrument.serves.iter().map(|id| reader.goal_elsewhere(id)));
        self.related(RecordKind::PolicyInstrument, instrument.id.as_str());
        let subject = Subject::PolicyInstrument(instrument.id.clone());
        self.goals(&subject, 0);
        self.target_groups(&subject, &[], 0);
        self.activities(&subject, 0);
        self.barriers(&subject, 0);
        self.funding_or_not_stated(&subject);
    }

    /// Former and other names.
    fn other_names(&mut self, names: &[OtherName]) {
        let reader = self.reader;
        self.lines(
            "also called",
            names.iter().map(|name| {
                let period = name.period.as_ref().map(|period| format!(" ({})", reader.words.dates(period)));
                format!("{}{}", reader.text(&name.name), period.unwrap_or_default())
            }),
        );
    }

    /// Budgets by period. What is revised takes the place of what was there before: nothing is added up.
    fn budgets(&mut self, budgets: &[Budget]) {
        self.lines("budgets", self.reader.budgets(budgets));
    }

    /// Relations to other records, those that others state included.
    fn related(&mut self, kind: RecordKind, id: &str) {
        let reader = self.reader;
        self.lines("related", reader.relations(kind, id, |kind, id| reader.record_name(kind, id)));
    }

    /// The actual period and the planned one.
    fn periods(&mut self, actual: Option<&Period>, plan: Option<&Period>) {
        self.line("period", &project::period(self.reader, actual));
        if let Some(plan) = self.reader.planned(plan) {
            self.line("", &plan);
        }
    }
}

fn joined<T: ToString>(words: &[T]) -> Option<String> {
    (!words.is_empty()).then(|| words.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

/// How many records of each kind there are, in words.
fn census(reader: &Reader) -> String {
    let dataset = reader.index.dataset();
    let words: Vec<String> = [
        RecordKind::Organization,
        RecordKind::Network,
        RecordKind::Project,
        RecordKind::Goal,
        RecordKind::Activity,
        RecordKind::PolicyInstrument,
        RecordKind::Funding,
    ]
    .iter()
    .map(|&kind| reader.counted_records(kind, dataset.count(kind)))
    .collect();
    let all = reader.words.counted(dataset.len(), "record", "records");
    reader.words.fill("{}, among them {}", &[&all, &words.join(", ")])
}
