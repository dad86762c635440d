//! Loads a dataset, checks it, and prints its networks, cooperations and projects, and the findings.
//!
//! ```console
//! cargo run --example load_dataset
//! cargo run --example load_dataset -- examples/data/rural-credit-unions.json
//! ```

use cooperation::{Body, Dataset, Index, Language, Party, Project, Subject, Text};
use std::error::Error;
use std::ffi::OsStr;
use std::fmt::{self, Write as _};
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

const DOCUMENTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/microfinance-norway.json");

fn main() -> ExitCode {
    let file = std::env::args_os().nth(1).unwrap_or_else(|| DOCUMENTED.into());
    match run(&file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}

fn run(file: &OsStr) -> Result<(), Box<dyn Error>> {
    // Reading reports everything that is wrong with the form of the file, each fault with line and column.
    let dataset = Dataset::from_slice(&std::fs::read(file)?)?;
    let mut page = String::new();
    View::new(&dataset).write(&mut page)?;
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

impl<'a> View<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let languages = dataset.language.iter().map(Language::as_str).chain(["en"]).collect();
        Self { index: Index::new(dataset), languages }
    }

    fn write(&self, page: &mut String) -> fmt::Result {
        let dataset = self.index.dataset();
        let title = dataset.title.as_ref().map_or("A dataset", |title| self.text(title));
        writeln!(page, "{title}: {} records\n\nNetworks", dataset.len())?;
        for network in &dataset.networks {
            let body = Body::from(network.id.clone());
            let members = self.index.members_of(&body).map(|membership| self.party(&membership.member));
            writeln!(page, "\n  {}\n    members: {}", self.text(&network.name), joined(members))?;
        }
        writeln!(page, "\nWho cooperates with whom\n")?;
        for cooperation in &dataset.cooperations {
            let parties = cooperation.parties.iter().map(|party| self.party(party));
            let about = cooperation.about.iter().filter_map(|subject| self.index.subject_label(subject));
            writeln!(page, "  {}\n    on: {}", joined(parties), joined(about.map(|label| self.text(label))))?;
        }
        writeln!(page, "\nProjects")?;
        dataset.projects.iter().try_for_each(|project| self.project(project, page))
    }

    fn project(&self, project: &Project, page: &mut String) -> fmt::Result {
        writeln!(page, "\n  {}\n    period: {}", self.text(&project.title), stated(project.period.as_ref()))?;
        writeln!(page, "    number of partners: {}", stated(project.partner_count.as_ref()))?;
        let subject = Subject::from(project.id.clone());
        self.goals(&subject, page)?;
        // What a partner pursues in a project belongs to its participation.
        for part in self.index.participants(&project.id) {
            let role = stated(part.role.as_ref());
            writeln!(page, "    partner: {} (role: {role})", self.party(&part.party))?;
            self.goals(&Subject::from(part.id.clone()), page)?;
        }
        let mut funding = self.index.funding_of(&subject).peekable();
        if funding.peek().is_none() {
            writeln!(page, "    funding: not stated")?;
        }
        for money in funding {
            let funder = money.funder.as_ref().map(|funder| self.party(funder));
            let programme = money.programme.as_ref().and_then(|id| self.index.get(id));
            let from = joined(funder.into_iter().chain(programme.map(|one| self.text(&one.name))));
            writeln!(page, "    funding: from {from}; amount: {}", stated(money.amount.as_ref()))?;
        }
        Ok(())
    }

    fn goals(&self, subject: &Subject, page: &mut String) -> fmt::Result {
        let mut goals = self.index.goals_of(subject);
        goals.try_for_each(|goal| writeln!(page, "    {}: {}", goal.level, self.text(&goal.statement)))
    }

    fn text(&self, text: &'a Text) -> &'a str {
        text.best(&self.languages)
    }

    /// The name of a party, or its id if the dataset has no record of it.
    fn party(&self, party: &'a Party) -> &'a str {
        self.index.party_label(party).map_or(party.key().1, |name| self.text(name))
    }
}

fn joined<'t>(names: impl Iterator<Item = &'t str>) -> String {
    let names: Vec<&str> = names.collect();
    if names.is_empty() { "not stated".to_owned() } else { names.join(", ") }
}

/// What is absent is not stated: that is neither zero nor no.
fn stated(value: Option<&impl ToString>) -> String {
    value.map_or_else(|| "not stated".to_owned(), ToString::to_string)
}
