//! The page on which a dataset is shown.

mod subject;

use crate::reader::{NOT_STATED, Reader, counted, length, put, stated, width};
use cooperation::{
    Cooperation, Dataset, Funding, Kind, Membership, Party, Period, Project, Record, Subject, Truth,
};
use std::collections::HashSet;

/// Who cooperates with whom, the projects with their goals and money, and what is wrong with the data.
pub fn page(reader: &Reader) -> String {
    let dataset = reader.index.dataset();
    let mut page = Page { reader, text: String::new(), money: HashSet::new() };
    page.head(dataset);
    page.section("Networks", |page| page.networks(dataset));
    page.section("Organizations", |page| page.organizations(dataset));
    page.section("Who cooperates with whom", |page| {
        dataset.cooperations.iter().for_each(|cooperation| page.cooperation(cooperation));
    });
    dataset.projects.iter().for_each(|project| page.project(project));
    page.section("Programmes", |page| page.programmes(dataset));
    page.instruments(dataset);
    page.section("Other money", |page| page.other_money(dataset));
    page.heading("Findings");
    dataset.validate().to_string().lines().for_each(|line| page.put(line));
    page.text
}

struct Page<'r, 'a> {
    reader: &'r Reader<'a>,
    text: String,
    /// The money that is on the page.
    money: HashSet<*const Funding>,
}

impl<'a> Page<'_, 'a> {
    fn put(&mut self, line: &str) {
        put(&mut self.text, line);
    }

    /// A label and what stands under it, aligned.
    fn line(&mut self, label: &str, text: &str) {
        self.put(&format!("  {label:<14} {text}"));
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
        self.put(&census(dataset));
        for source in &dataset.sources {
            let evidence = reader.index.evidence_from(&source.id).count();
            let (title, published) = (reader.text(&source.title), stated(source.published));
            let quoted = counted(evidence, "time", "times");
            self.put(&format!("From '{title}', published {published}, quoted {quoted}"));
        }
    }

    fn networks(&mut self, dataset: &Dataset) {
        for network in &dataset.networks {
            let party = Party::Network(network.id.clone());
            self.put(&self.reader.party(&party));
            self.line("reach", &stated(network.scope.as_ref()));
            self.line("status", &stated(network.status.as_ref()));
            let members = self.members(&party);
            self.line("members", members.as_deref().unwrap_or(NOT_STATED));
            let subject = Subject::Network(network.id.clone());
            for cooperation in self.reader.index.cooperations_about(&subject) {
                self.line("worked on by", &self.reader.parties(&cooperation.parties));
            }
            self.all_of(&subject);
        }
    }

    /// Associations with their members, and whatever has goals, activities or money of its own.
    fn organizations(&mut self, dataset: &Dataset) {
        for organization in &dataset.organizations {
            let party = Party::Organization(organization.id.clone());
            let name = self.reader.party(&party);
            self.under(
                |page| page.put(&name),
                |page| {
                    if let Some(members) = page.members(&party) {
                        page.line("members", &members);
                    }
                    page.all_of(&Subject::Organization(organization.id.clone()));
                },
            );
        }
    }

    fn members(&self, body: &Party) -> Option<String> {
        let members: Vec<String> =
            self.reader.index.members_of(body).map(|one| member(self.reader, one)).collect();
        (!members.is_empty()).then(|| members.join(", "))
    }

    fn programmes(&mut self, dataset: &Dataset) {
        for programme in &dataset.programmes {
            let name = self.reader.text(&programme.name);
            let subject = Subject::Programme(programme.id.clone());
            self.under(|page| page.put(name), |page| page.all_of(&subject));
        }
    }

    fn cooperation(&mut self, cooperation: &Cooperation) {
        let reader = self.reader;
        let more = if cooperation.open_ended == Some(true) { ", and others" } else { "" };
        self.put(&format!("{}{more}", reader.parties(&cooperation.parties)));
        for about in &cooperation.about {
            self.line("about", &reader.subject(about));
        }
        if !cooperation.scopes.is_empty() {
            let scopes: Vec<&str> = cooperation.scopes.iter().map(cooperation::Scope::as_str).collect();
            self.line("reach", &scopes.join(", "));
        }
        self.line("status", &stated(cooperation.status.as_ref()));
        if let Some(importance) = &cooperation.importance {
            self.line("importance", reader.text(importance));
        }
        self.all_of(&Subject::Cooperation(cooperation.id.clone()));
    }

    fn project(&mut self, project: &Project) {
        let reader = self.reader;
        let acronym = project.acronym.as_ref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
        self.heading(&format!("Project: {}{acronym}", reader.text(&project.title)));
        let programme = project.programme.as_ref().map(|id| reader.programme(id));
        self.line("programme", &stated(programme));
        self.line("period", &period(project.period.as_ref()));
        self.line("partners", &reader.count(project.partner_count.as_ref()));
        for part in reader.index.participants(&project.id) {
            let via =
                part.via.as_ref().map(|via| format!(", through {}", reader.party(via))).unwrap_or_default();
            self.line("", &format!("{}: {}{via}", reader.party(&part.party), stated(part.role.as_ref())));
        }
        for group in project.target_groups.iter().filter_map(|id| reader.index.get(id)) {
            self.line("meant for", reader.text(&group.name));
        }
        let subject = Subject::Project(project.id.clone());
        for cooperation in reader.index.cooperations_about(&subject) {
            self.line("cooperation", &reader.parties(&cooperation.parties));
        }
        self.goals(&subject, 0);
        for part in reader.index.participants(&project.id) {
            let subject = Subject::Participation(part.id.clone());
            self.under(|page| page.line("part", &reader.subject(&subject)), |page| page.all_of(&subject));
        }
        self.activities(&subject);
        self.barriers(&subject, 0);
        self.funding_or_not_stated(&subject);
    }

    fn instruments(&mut self, dataset: &Dataset) {
        let reader = self.reader;
        for instrument in &dataset.policy_instruments {
            self.heading(&format!("Policy instrument: {}", reader.text(&instrument.name)));
            let kinds: Vec<&str> = instrument.kinds.iter().map(cooperation::InstrumentKind::as_str).collect();
            self.line("kind", &if kinds.is_empty() { NOT_STATED.to_owned() } else { kinds.join(", ") });
            self.line("status", &stated(instrument.status.as_ref()));
            for party in &instrument.developed_by {
                let count = match party {
                    Party::Group(id) => reader.index.get(id).and_then(|group| group.count.as_ref()),
                    _ => None,
                };
                let count = count.map(|count| format!("{count} ")).unwrap_or_default();
                self.line("developed by", &format!("{count}{}", reader.party(party)));
            }
            for supported in instrument.supports.iter().filter_map(|id| reader.index.get(id)) {
                self.line("supports", reader.text(&supported.name));
            }
            if let Some(responsibility) = &instrument.responsibility {
                let sharing = stated(responsibility.sharing);
                self.line(
                    "responsibility",
                    &format!("{sharing}: {}", reader.parties(&responsibility.parties)),
                );
            }
            let subject = Subject::PolicyInstrument(instrument.id.clone());
            self.goals(&subject, 0);
            self.activities(&subject);
            self.barriers(&subject, 0);
            self.funding_or_not_stated(&subject);
        }
    }

    /// Money that is for nothing that the page tells of, such as money for a party, without a word on what for.
    fn other_money(&mut self, dataset: &'a Dataset) {
        for funding in &dataset.funding {
            if self.money.contains(&std::ptr::from_ref(funding)) {
                continue;
            }
            let recipient = self.reader.told(funding, |one| one.recipient.as_ref());
            let getter =
                recipient.map(|party| self.reader.party(party)).or_else(|| self.reader.purpose(funding));
            self.put(&stated(getter));
            self.pay(funding, 0);
        }
    }
}

/// A member, with what it is in the body and since and until when.
fn member(reader: &Reader, one: &Membership) -> String {
    let role = one.role.as_ref().map(ToString::to_string).filter(|role| role != "member");
    let words: Vec<String> = role.into_iter().chain(one.period.as_ref().map(crate::reader::dates)).collect();
    let name = reader.party(&one.member);
    if words.is_empty() { name } else { format!("{name} ({})", words.join(", ")) }
}

/// A period as precise as its source, with its length where that is known.
fn period(period: Option<&Period>) -> String {
    let Some(period) = period else { return NOT_STATED.to_owned() };
    let Some(months) = period.months() else { return crate::reader::dates(period) };
    let stated = match (period.stated_duration, period.agrees_with_stated_duration()) {
        (None, _) => String::new(),
        (Some(stated), Truth::Yes) => format!(", stated as {stated}: they agree"),
        (Some(stated), Truth::No) => format!(", stated as {stated}: they do not agree"),
        (Some(stated), Truth::Possible | Truth::Unknown) => format!(", stated as {stated}"),
    };
    format!("{period}, {}{stated}", length(&months))
}

/// How many records of each kind there are, in words.
fn census(dataset: &Dataset) -> String {
    fn count<T: Record>(records: &[T]) -> (usize, Kind) {
        (records.len(), T::KIND)
    }
    let counts = [
        count(&dataset.organizations),
        count(&dataset.networks),
        count(&dataset.projects),
        count(&dataset.goals),
        count(&dataset.activities),
        count(&dataset.policy_instruments),
        count(&dataset.funding),
    ];
    let words = counts.map(|(number, kind)| counted(number, kind.as_str(), kind.list()).replace('_', " "));
    format!("{}, among them {}", counted(dataset.len(), "record", "records"), words.join(", "))
}
