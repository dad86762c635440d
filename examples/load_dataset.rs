//! Loads a dataset, checks it, and prints its networks, cooperations and projects, and the findings.
//!
//! ```console
//! cargo run --example load_dataset
//! cargo run --example load_dataset -- examples/data/rural-credit-unions.json
//! ```

use cooperation::{Body, Dataset, Index, Language, Party, Project, Subject, Text};
use std::fmt::{self, Write as _};
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let documented = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/microfinance-norway.json");
    let file = std::env::args_os().nth(1).unwrap_or_else(|| documented.into());
    let Err(error) = run(&file) else { return ExitCode::SUCCESS };
    eprintln!("error: {}: {error}", file.display());
    ExitCode::FAILURE
}

fn run(file: &std::ffi::OsStr) -> Result<(), Box<dyn std::error::Error>> {
    // Reading reports everything that is wrong with the form of the file, each fault with line and column.
    let dataset = Dataset::from_slice(&std::fs::read(file)?)?;
    let mut page = String::new();
    let languages = dataset.language.iter().map(Language::as_str).chain(["en"]).collect();
    View { index: Index::new(&dataset), languages }.write(&mut page)?;
    // Validation then reports what is wrong between the records.
    writeln!(page, "\nFindings\n\n{}", dataset.validate())?;
    match io::stdout().write_all(page.as_bytes()) {
        // A reader such as `head` may stop before the end.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// A dataset with its relations, which are found from either end, and the languages that texts are shown in, best first.
struct View<'a> {
    index: Index<'a>,
    languages: Vec<&'a str>,
}

impl View<'_> {
    fn write(&self, page: &mut String) -> fmt::Result {
        let dataset = self.index.dataset();
        let title = dataset.title.as_ref().map_or("A dataset", |title| self.text(title));
        writeln!(page, "{title}: {} records\n\nNetworks", dataset.len())?;
        for network in &dataset.networks {
            let status = stated(network.status.as_ref());
            let count = stated(self.count(network.member_count, network.member_count_words.as_ref()));
            let name = self.text(&network.name);
            writeln!(page, "\n  {name}\n    status: {status}\n    number of members: {count}")?;
            let members = self.index.memberships_in(&Body::from(network.id.clone()));
            let named = members.map(|m| format!("{} ({})", self.party(&m.member), stated(m.role.as_ref())));
            writeln!(page, "    members: {}", joined(named))?;
            self.goals(&Subject::from(network.id.clone()), page)?;
        }
        writeln!(page, "\nWho cooperates with whom\n")?;
        for cooperation in &dataset.cooperations {
            let parties = cooperation.parties.iter().map(|party| self.party(party));
            let about = cooperation.about.iter().filter_map(|subject| self.index.subject_label(subject));
            writeln!(page, "  {}\n    status: {}", joined(parties), stated(cooperation.status.as_ref()))?;
            writeln!(page, "    on: {}", joined(about.map(|label| self.text(label))))?;
            self.goals(&Subject::from(cooperation.id.clone()), page)?;
        }
        writeln!(page, "\nProjects")?;
        dataset.projects.iter().try_for_each(|project| self.project(project, page))
    }

    fn project(&self, project: &Project, page: &mut String) -> fmt::Result {
        writeln!(page, "\n  {}\n    period: {}", self.text(&project.title), stated(project.period.as_ref()))?;
        let count = self.count(project.partner_count, project.partner_count_words.as_ref());
        writeln!(page, "    number of partners: {}", stated(count))?;
        let subject = Subject::from(project.id.clone());
        self.goals(&subject, page)?;
        // What a partner pursues in a project belongs to its participation.
        for one in self.index.participations_in(&project.id) {
            writeln!(page, "    partner: {} (role: {})", self.party(&one.party), stated(one.role.as_ref()))?;
            self.goals(&Subject::from(one.id.clone()), page)?;
        }
        let funding = self.index.funding_of(&subject).map(|money| {
            let funder = money.funder.as_ref().map(|funder| self.party(funder));
            let programme = money.programme.as_ref().and_then(|id| self.index.get(id));
            let from = joined(funder.into_iter().chain(programme.map(|one| self.text(&one.name).to_owned())));
            format!("from {from} (amount: {})", stated(money.amount.as_ref()))
        });
        writeln!(page, "    funding: {}", joined(funding))
    }

    fn goals(&self, subject: &Subject, page: &mut String) -> fmt::Result {
        let mut goals = self.index.goals_of(subject);
        goals.try_for_each(|goal| writeln!(page, "    {}: {}", goal.level, self.text(&goal.statement)))
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(&self.languages)
    }

    /// A count: in the words of the source, such as 'about 300', or else as a number.
    fn count(&self, number: Option<u32>, words: Option<&Text>) -> Option<String> {
        words.map(|words| self.text(words).to_owned()).or_else(|| number.map(|number| number.to_string()))
    }

    /// The name of a party, or its id if the dataset has no record of it; a group with its count.
    fn party(&self, party: &Party) -> String {
        let name = self.index.party_label(party).map_or(party.key().1, |name| self.text(name));
        let group = if let Party::Group(id) = party { self.index.get(id) } else { None };
        let count = group.and_then(|group| self.count(group.count, group.count_words.as_ref()));
        count.map_or_else(|| name.to_owned(), |count| format!("{name} ({count})"))
    }
}

fn joined(names: impl Iterator<Item = impl Into<String>>) -> String {
    let names: Vec<String> = names.map(Into::into).collect();
    if names.is_empty() { "not stated".to_owned() } else { names.join(", ") }
}

/// Absent means not stated: neither zero nor 'no'.
fn stated(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "not stated".to_owned(), |value| value.to_string())
}
