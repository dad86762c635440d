//! Asks a dataset through its index, which answers every relation from either end.
//!
//! ```console
//! cargo run --example ask
//! ```

use cooperation::{Dataset, Index, Party, ProjectId, Subject};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let dataset = Dataset::from_json(include_str!("data/microfinance-norway.json"))?;
    let index = Index::new(&dataset);
    let languages = ["en", "nb"];
    let microfinance_norway = Party::Organization("mikrofinans-norge".parse()?);

    // A date is as precise as its source. So is the answer: yes, possible, unknown or no.
    println!("Which projects were going on in June 2007?\n");
    for (project, truth) in index.projects_touching("2007-06".parse()?) {
        println!("  {truth:?}: {}", project.title.best(&languages));
    }

    println!("\nIn which projects does Microfinance Norway take part, and through whom?\n");
    for part in index.participations_of(&microfinance_norway) {
        let Some(project) = index.get(&part.project) else { continue };
        let via = part.via.as_ref().and_then(|party| index.party_label(party));
        let via = via.map_or("itself", |name| name.best(&languages));
        println!("  {}: through {via}", project.title.best(&languages));
    }

    println!("\nWith whom does it cooperate, and on what?\n");
    for cooperation in index.cooperations_of(&microfinance_norway) {
        for other in cooperation.parties.iter().filter(|party| **party != microfinance_norway) {
            let name = index.party_label(other).map_or(other.key().1, |name| name.best(&languages));
            let about = cooperation.about.iter().filter_map(|subject| index.subject_label(subject));
            let about: Vec<&str> = about.map(|label| label.best(&languages)).collect();
            println!(
                "  {name}: {}",
                if about.is_empty() { "not stated".to_owned() } else { about.join(", ") }
            );
        }
    }

    println!("\nWhich goals serve which?\n");
    for top in dataset.goals.iter().filter(|goal| goal.serves.is_empty()) {
        for (depth, goal) in index.goal_tree(&top.id) {
            println!("  {}{}: {}", "  ".repeat(depth), goal.level, goal.statement.best(&languages));
        }
    }

    // A record quotes the passages of its source that support it, or says where they are.
    println!("\nWho funds the Nordic network project, and how do we know?\n");
    let project = Subject::from(ProjectId::new("nordic-network-project")?);
    for funding in index.funding_of(&project) {
        let funder = funding.funder.as_ref().and_then(|party| index.party_label(party));
        let programme =
            funding.programme.as_ref().and_then(|id| index.get(id)).map(|programme| &programme.name);
        println!("  {}", funder.or(programme).map_or("not stated", |name| name.best(&languages)));
        for evidence in &funding.evidence {
            match (&evidence.quote, &evidence.locator) {
                (Some(quote), _) => println!("  \"{quote}\""),
                (None, Some(locator)) => println!("  {} of {}", locator, evidence.source),
                (None, None) => {}
            }
        }
    }
    Ok(())
}
