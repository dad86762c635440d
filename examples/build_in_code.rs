//! Builds a dataset in Rust: three Baltic networks, five projects, and money in two currencies.
//! Try `cargo run --example build_in_code > baltic.json`.

use cooperation::{
    Dataset, Funding, Goal, Id, Membership, Money, Network, Organization, Participation, Party, Period,
    Programme, Project, Subject, Text, ValueError,
    codes::{FundingKind, GoalLevel, ParticipationRole, Scope, Status},
    values::Identified,
};
use std::error::Error;
use std::io::{Write as _, stdout};

/// Id, name in Swedish and in English, progress status.
const NETWORKS: [(&str, &str, &str, Status); 3] = [
    ("coast", "Kustnätverket", "The Coast Network", Status::Ongoing),
    ("repair", "Nätverket för lagning", "The Repair Network", Status::InDevelopment),
    ("night-trains", "Nattågsnätverket", "The Night Train Network", Status::Ongoing),
];

/// Id, title in Swedish and in English, start and end as precisely as they are known, grant and its currency.
/// An empty string stands for what is not known, and becomes an absent member.
const PROJECTS: [(&str, &str, &str, &str, &str, &str, &str); 5] = [
    ("eelgrass", "Ålgräs åter", "Eelgrass Returns", "2021-03", "2024-02", "310000.00", "EUR"),
    ("quiet-harbours", "Tysta hamnar", "Quiet Harbours", "2023", "2025", "1250000", "SEK"),
    ("tool-library", "Verktygsbiblioteket", "The Tool Library", "2024-01-15", "", "480000.50", "SEK"),
    ("spare-parts", "Reservdelar för alla", "Spare Parts for All", "2022", "2022", "", ""),
    ("sleeper", "Sovvagn norrut", "Sleeper to the North", "", "", "95000", "EUR"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let dataset = baltic()?;
    dataset.validate().into_result()?;
    let mut out = stdout().lock();
    dataset.write_to(&mut out)?;
    Ok(out.flush()?)
}

fn baltic() -> Result<Dataset, ValueError> {
    let mut dataset = Dataset::default();
    dataset.title = Some(both("Östersjöns nätverk", "Networks of the Baltic Sea")?);
    dataset.language = Some("sv".parse()?);

    let lead = Organization::new(id("visby-hav")?, both("Visby Hav", "Visby Sea Institute")?);
    let leader = Party::from(lead.id.clone());
    dataset.push(lead);

    let mut fund = Programme::new(id("small-seas")?, both("Små hav", "Small Seas")?);
    fund.owner = Some(leader.clone());
    let programme = fund.id.clone();
    dataset.push(fund);

    for (name, swedish, english, status) in NETWORKS {
        let mut network = Network::new(id(name)?, both(swedish, english)?);
        network.scope = Some(Scope::Multinational);
        network.status = Some(status);
        let body = network.id.clone();
        dataset.push(network);
        dataset.push(Membership::new(id(&format!("visby-hav-in-{name}"))?, leader.clone(), body));
    }

    for (name, swedish, english, start, end, amount, currency) in PROJECTS {
        let mut project = Project::new(id(name)?, both(swedish, english)?);
        project.period = period(start, end)?;
        let project_id = project.id.clone();
        dataset.push(project);

        let mut part = Participation::new(id(name)?, leader.clone(), project_id.clone());
        part.role = Some(ParticipationRole::LeadPartner);
        dataset.push(part);

        if !amount.is_empty() {
            let mut grant = Funding::new(id(&format!("grant-{name}"))?);
            grant.of = Some(project_id.into());
            grant.programme = Some(programme.clone());
            grant.kind = Some(FundingKind::Grant);
            grant.amount = Some(Money::parse(amount, currency)?);
            dataset.push(grant);
        }
    }

    let statement = both("Ålgräset växer åter längs kusten", "Eelgrass grows along the coast again")?;
    let of = Subject::Project(id("eelgrass")?);
    dataset.push(Goal::new(id("eelgrass-back")?, statement, GoalLevel::Outcome, of));
    Ok(dataset)
}

fn id<T: Identified>(text: &str) -> Result<Id<T>, ValueError> {
    Id::new(text)
}

fn both(swedish: &str, english: &str) -> Result<Text, ValueError> {
    Text::new("sv", swedish)?.with("en", english)
}

fn period(start: &str, end: &str) -> Result<Option<Period>, ValueError> {
    Ok(match (start, end) {
        ("", "") => None,
        (start, "") => Some(Period::since(start.parse()?)),
        (start, end) => Some(Period::between(start.parse()?, end.parse()?)),
    })
}
