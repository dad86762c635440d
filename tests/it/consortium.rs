//! The made-up dataset of a consortium, which shows what the documented one has no words for: amounts, parts, numbers.

use cooperation::evidence::audit;
use cooperation::{
    Dataset, Index, Money, Participation, ProjectId, SourceId, codes::ParticipationRole, values::Totals,
};

const DOCUMENT: &str = include_str!("../../examples/data/rural-credit-unions.json");
const PAGE: &str = include_str!("../../examples/data/rural-credit-unions.txt");

fn dataset() -> Dataset {
    Dataset::from_json(DOCUMENT).unwrap()
}

#[test]
fn the_made_up_dataset_says_so_and_breaks_no_rule() {
    let dataset = dataset();
    assert!(dataset.description.as_ref().unwrap().get("en").unwrap().starts_with("Made up"));
    assert_eq!(dataset.validate().findings(), []);
    assert!(dataset.to_json() == DOCUMENT, "the file is not in canonical form");
}

#[test]
fn every_quote_is_on_its_page() {
    let audit = audit(&dataset(), &SourceId::new("page").unwrap(), PAGE);
    assert!(audit.is_faithful(), "{audit}");
    assert!(audit.quotes.iter().all(|quote| quote.places().len() == 1), "{audit}");
    let uncovered: Vec<&str> = audit.uncovered.iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(uncovered, ["want", "What we want to reach", "and", "A grant at home"]);
}

#[test]
fn five_partners_share_the_whole_budget() {
    let dataset = dataset();
    let index = Index::new(&dataset);
    let fairfield = ProjectId::new("fairfield").unwrap();
    let parts: Vec<&Participation> = index.participations_in(&fairfield).collect();
    assert_eq!(parts.len(), 5);
    assert_eq!(parts[0].role, Some(ParticipationRole::LeadPartner));
    let mut budgets = Totals::default();
    for budget in parts.iter().filter_map(|part| part.budget.as_ref()) {
        budgets.add(budget).unwrap();
    }
    assert_eq!(budgets.to_string(), "1450000.00 EUR");
    assert_eq!(index.get(&fairfield).unwrap().budget, Some(Money::parse("1450000", "EUR").unwrap()));
}
