//! Loads a dataset, checks it, and shows its world to a reader who never saw the source.
//!
//! ```console
//! cargo run --example load_dataset
//! cargo run --example load_dataset -- --lang en my-dataset.json
//! ```

mod end;
#[expect(dead_code, reason = "this program needs a part of it")]
mod show;

use clap::Parser;
use cooperation::{Dataset, Funding, Kind, Party, Period, Project, Record, Subject, Truth};
use show::{NOT_STATED, Reader, money, stated};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// Shows who cooperates with whom, the projects with their goals and money, and what is wrong with the data.
#[derive(Parser)]
struct Arguments {
    /// The dataset; without it, the documented one.
    file: Option<PathBuf>,
    #[command(flatten)]
    shown: show::InLanguage,
}

fn main() -> ExitCode {
    end::end(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let dataset = show::load(arguments.file.as_deref())?;
    let reader = Reader::new(&dataset, arguments.shown.lang.as_str());
    head(&reader, &dataset);
    networks(&reader, &dataset);
    cooperations(&reader, &dataset);
    for project in &dataset.projects {
        show_project(&reader, project);
    }
    instruments(&reader, &dataset);
    funding_of_parties(&reader, &dataset);
    findings(&dataset);
    Ok(())
}

fn head(reader: &Reader, dataset: &Dataset) {
    put(reader.maybe(dataset.title.as_ref()));
    put(&census(dataset));
    for source in &dataset.sources {
        let evidence = reader.index.evidence_from(&source.id).count();
        let (title, published) = (reader.text(&source.title), stated(source.published));
        put(&format!("From '{title}', published {published}, quoted {evidence} times"));
    }
}

fn networks(reader: &Reader, dataset: &Dataset) {
    if !dataset.networks.is_empty() {
        heading("Networks");
    }
    for network in &dataset.networks {
        let party = Party::Network(network.id.clone());
        put(&reader.party(&party));
        line("reach", &stated(network.scope.as_ref()));
        line("status", &stated(network.status.as_ref()));
        let members: Vec<String> =
            reader.index.members_of(&party).map(|membership| reader.party(&membership.member)).collect();
        line("members", &if members.is_empty() { NOT_STATED.to_owned() } else { members.join(", ") });
        let subject = Subject::Network(network.id.clone());
        for cooperation in reader.index.cooperations_about(&subject) {
            line("worked on by", &reader.parties(&cooperation.parties));
        }
        goals(reader, &subject);
    }
}

fn cooperations(reader: &Reader, dataset: &Dataset) {
    if !dataset.cooperations.is_empty() {
        heading("Who cooperates with whom");
    }
    for cooperation in &dataset.cooperations {
        let more = if cooperation.open_ended == Some(true) { ", and others" } else { "" };
        put(&format!("{}{more}", reader.parties(&cooperation.parties)));
        for about in &cooperation.about {
            line("about", &reader.subject(about));
        }
        if !cooperation.scopes.is_empty() {
            let scopes: Vec<&str> = cooperation.scopes.iter().map(cooperation::Scope::as_str).collect();
            line("reach", &scopes.join(", "));
        }
        line("status", &stated(cooperation.status.as_ref()));
        if let Some(importance) = &cooperation.importance {
            line("importance", reader.text(importance));
        }
        let subject = Subject::Cooperation(cooperation.id.clone());
        activities(reader, &subject);
        goals(reader, &subject);
    }
}

fn show_project(reader: &Reader, project: &Project) {
    let acronym = project.acronym.as_ref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
    heading(&format!("Project: {}{acronym}", reader.text(&project.title)));
    let programme = project.programme.as_ref().and_then(|id| reader.index.get(id)).and_then(Record::label);
    line("programme", reader.maybe(programme));
    line("period", &period(project.period.as_ref()));
    line("partners", &reader.count(project.partner_count.as_ref()));
    for part in reader.index.participants(&project.id) {
        let via = part.via.as_ref().map(|via| format!(", through {}", reader.party(via))).unwrap_or_default();
        line("", &format!("{}: {}{via}", reader.party(&part.party), stated(part.role.as_ref())));
    }
    for group in project.target_groups.iter().filter_map(|id| reader.index.get(id)) {
        line("meant for", reader.text(&group.name));
    }
    let subject = Subject::Project(project.id.clone());
    for cooperation in reader.index.cooperations_about(&subject) {
        line("cooperation", &reader.parties(&cooperation.parties));
    }
    goals(reader, &subject);
    for part in reader.index.participants(&project.id) {
        let subject = Subject::Participation(part.id.clone());
        if reader.index.goals_of(&subject).next().is_some() {
            line("part", &reader.subject(&subject));
            goals(reader, &subject);
        }
    }
    activities(reader, &subject);
    funding(reader, &subject);
}

fn instruments(reader: &Reader, dataset: &Dataset) {
    for instrument in &dataset.policy_instruments {
        heading(&format!("Policy instrument: {}", reader.text(&instrument.name)));
        let kinds: Vec<&str> = instrument.kinds.iter().map(cooperation::InstrumentKind::as_str).collect();
        line("kind", &if kinds.is_empty() { NOT_STATED.to_owned() } else { kinds.join(", ") });
        line("status", &stated(instrument.status.as_ref()));
        for party in &instrument.developed_by {
            let count = match party {
                Party::Group(id) => reader.index.get(id).and_then(|group| group.count.as_ref()),
                _ => None,
            };
            let count = count.map(|count| format!("{count} ")).unwrap_or_default();
            line("developed by", &format!("{count}{}", reader.party(party)));
        }
        for supported in instrument.supports.iter().filter_map(|id| reader.index.get(id)) {
            line("supports", reader.text(&supported.name));
        }
        if let Some(responsibility) = &instrument.responsibility {
            let sharing = stated(responsibility.sharing);
            line("responsibility", &format!("{sharing}: {}", reader.parties(&responsibility.parties)));
        }
        let subject = Subject::PolicyInstrument(instrument.id.clone());
        goals(reader, &subject);
        activities(reader, &subject);
        for barrier in reader.index.barriers_of(&subject) {
            line("barrier", reader.text(&barrier.statement));
        }
        funding(reader, &subject);
    }
}

/// The goals of a subject: those that serve no other of its goals, and under each those that serve it.
fn goals(reader: &Reader, subject: &Subject) {
    let own: Vec<_> = reader.index.goals_of(subject).collect();
    for top in own.iter().filter(|goal| !own.iter().any(|other| goal.parent.as_ref() == Some(&other.id))) {
        for (depth, goal) in reader.index.goal_tree(&top.id).filter(|(_, goal)| own.contains(goal)) {
            let number = goal.number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
            let holders = if goal.holders.is_empty() {
                String::new()
            } else {
                format!(" ({})", reader.parties(&goal.holders))
            };
            let label = format!("{}{}", "  ".repeat(depth), goal.level);
            line(&label, &format!("{number}«{}»{holders}", reader.text(&goal.statement)));
        }
    }
}

fn activities(reader: &Reader, subject: &Subject) {
    for activity in reader.index.activities_of(subject) {
        let status = activity.status.as_ref().map(|status| format!(" [{status}]")).unwrap_or_default();
        line("activity", &format!("{}{status}", reader.text(&activity.title)));
    }
}

fn funding(reader: &Reader, subject: &Subject) {
    let mut stated = false;
    for funding in reader.index.funding_of(subject) {
        stated = true;
        line("funding", &giver_and_amount(reader, funding));
    }
    if !stated {
        line("funding", NOT_STATED);
    }
}

/// Money that a party receives, without a word on what for.
fn funding_of_parties(reader: &Reader, dataset: &Dataset) {
    let mut headed = false;
    for funding in dataset.funding.iter().filter(|funding| funding.of.is_none()) {
        let Some(recipient) = &funding.recipient else { continue };
        if !std::mem::replace(&mut headed, true) {
            heading("Money for parties");
        }
        put(&reader.party(recipient));
        line("funding", &giver_and_amount(reader, funding));
    }
}

fn giver_and_amount(reader: &Reader, funding: &Funding) -> String {
    let mut words = Vec::new();
    if let Some(programme) = funding.programme.as_ref().and_then(|id| reader.index.get(id)) {
        words.push(reader.text(&programme.name).to_owned());
        words.extend(programme.owner.as_ref().map(|owner| format!("a programme of {}", reader.party(owner))));
    }
    words.extend(funding.funder.as_ref().map(|party| format!("from {}", reader.party(party))));
    let giver = if words.is_empty() { NOT_STATED.to_owned() } else { words.join(", ") };
    let whole = funding.part_of.as_ref().map(|id| format!(", a part of {id}")).unwrap_or_default();
    format!("{giver}; amount {}{whole}", money(funding.amount.as_ref()))
}

fn findings(dataset: &Dataset) {
    heading("Findings");
    put(&dataset.validate().to_string());
}

/// A period as precise as its source, with its length where that is known.
fn period(period: Option<&Period>) -> String {
    let Some(period) = period else { return NOT_STATED.to_owned() };
    let length = match period.months() {
        Some(months) if months.start() == months.end() => format!(", {} months", months.start()),
        Some(months) => format!(", {} to {} months", months.start(), months.end()),
        None => String::new(),
    };
    let stated = match period.stated_duration {
        Some(stated) => match period.agrees_with_stated_duration() {
            Truth::Yes => format!(", stated as {stated}: they agree"),
            Truth::No => format!(", stated as {stated}: they do not agree"),
            Truth::Possible | Truth::Unknown => format!(", stated as {stated}"),
        },
        None => String::new(),
    };
    format!("{period}{length}{stated}")
}

/// A heading with a line under it.
fn heading(text: &str) {
    put(&format!("\n{text}\n{}", "─".repeat(text.chars().count())));
}

/// A label and what stands under it, aligned.
fn line(label: &str, text: &str) {
    put(&format!("  {label:<14} {text}"));
}

/// A line of the page.
fn put(text: &str) {
    if let Err(error) = show::say(&format!("{text}\n")) {
        eprintln!("standard output: {error}");
        std::process::exit(2);
    }
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
    let words: Vec<String> =
        counts.iter().map(|(number, kind)| format!("{number} {}", kind.list().replace('_', " "))).collect();
    format!("{} records, among them {}", dataset.len(), words.join(", "))
}
