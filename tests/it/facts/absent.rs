//! What the page does not state, N1 to N16: absent from the dataset, and never recorded as none or zero.

use super::{covers, dataset, evidence, json, quote_of, record, supports};
use cooperation::{
    Body, Dataset, OrganizationId, Party, Record as _, Subject,
    codes::{Basis, GoalLevel, ParticipationRole, PlaceKind, Relation, RelationBasis},
    model::NamedRecord,
    values::Pointer,
    walk::{Leaf, Path, Visitor, Walk as _},
};

#[derive(Default)]
struct Seen {
    dates: Vec<String>,
    money: Vec<String>,
}

impl Visitor for Seen {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        match leaf {
            Leaf::Date(date) => self.dates.push(format!("{at} {date}")),
            Leaf::Currency(_) | Leaf::Decimal(_) => self.money.push(at.to_string()),
            _ => {}
        }
    }
}

fn seen(dataset: &Dataset) -> Seen {
    let mut seen = Seen::default();
    dataset.walk(&Path::root(), &mut seen);
    seen
}

#[test]
fn n1_no_funder_of_atm_fostering_or_feva() {
    let dataset = dataset();
    let funded: Vec<_> = dataset.funding.iter().map(|funding| funding.of.clone()).collect();
    assert_eq!(funded, [Some(Subject::Project("nordic-network-project".parse().unwrap()))]);
    assert!(
        dataset
            .participations
            .iter()
            .all(|part| part.role.as_ref().is_none_or(|role| role.as_str() != "funder"))
    );
    assert!(dataset.funding[0].funder.is_none(), "the owner of the programme is not called a funder");
}

#[test]
fn n2_no_amount() {
    assert_eq!(seen(&dataset()).money, Vec::<String>::new());
}

#[test]
fn n3_no_names_of_the_partners_and_programmes_of_atm() {
    let dataset = dataset();
    let in_atm: Vec<_> = dataset
        .participations
        .iter()
        .filter(|part| part.project.as_str() == "atm")
        .map(|part| &part.party)
        .collect();
    assert_eq!(in_atm, [&Party::Organization("mikrofinans-norge".parse().unwrap())]);
    assert_eq!(dataset.policy_instruments.len(), 2);
}

#[test]
fn n4_no_lead_partner() {
    assert!(dataset().participations.iter().all(|part| part.role != Some(ParticipationRole::LeadPartner)));
}

#[test]
fn n5_no_names_of_the_seven_municipalities() {
    let dataset = dataset();
    assert!(dataset.places.iter().all(|place| place.kind != Some(PlaceKind::Municipality)));
    let group = dataset.groups.iter().find(|group| group.id.as_str() == "follo-municipalities").unwrap();
    assert!(group.examples.is_empty());
}

#[test]
fn n6_no_dates_but_those_of_three_projects_and_of_the_dataset_itself() {
    assert_eq!(
        seen(&dataset()).dates,
        [
            "/modified 2026-11-28",
            "/projects/0/period/start 2016-04",
            "/projects/0/period/end 2021-03",
            "/projects/1/period/start 2006",
            "/projects/1/period/end 2007",
            "/projects/2/period/start 2007",
            "/projects/2/period/end 2009"
        ]
    );
}

#[test]
fn n7_no_partner_count_of_feva_and_the_nordic_project() {
    let counts: Vec<_> =
        dataset().projects.iter().map(|project| (project.id.to_string(), project.partner_count)).collect();
    let expected = [
        ("atm", Some(9)),
        ("fostering-gender-equality", Some(9)),
        ("feva", None),
        ("nordic-network-project", None),
    ];
    assert_eq!(counts, expected.map(|(id, count)| (id.to_owned(), count)));
    assert!(dataset().projects.iter().all(|project| project.partner_count_words.is_none()));
}

#[test]
fn n8_no_members_of_the_nordic_network() {
    let dataset = dataset();
    assert_eq!(dataset.memberships.len(), 1);
    assert_eq!(dataset.memberships[0].body, Body::Network("emn".parse().unwrap()));
    assert!(dataset.networks.iter().all(|network| network.member_count.is_none()));
    assert!(dataset.networks.iter().all(|network| network.member_count_words.is_none()));
}

#[test]
fn n9_whether_follo_radet_is_the_follo_joint_board_stays_open() {
    let dataset = dataset();
    let same: Vec<_> = dataset
        .organizations
        .iter()
        .flat_map(|one| one.related.iter().map(move |other| (one, other)))
        .collect();
    assert_eq!(same.len(), 1);
    let (one, other) = same[0];
    assert_eq!(one.id.as_str(), "follo-radet");
    assert_eq!(other.to, Some(NamedRecord::Organization("follo-joint-board".parse().unwrap())));
    assert_eq!(other.relation, Relation::SameAs);
    assert_eq!(other.basis, Some(RelationBasis::Open));
}

#[test]
fn n10_the_platform_is_not_called_a_policy_programme() {
    let platform = Subject::PolicyInstrument("cooperation-platform".parse().unwrap());
    assert!(dataset().projects.iter().all(|project| !project.about.contains(&platform)));
}

#[test]
fn n11_mikrofinans_norge_is_not_called_a_partner_of_atm() {
    let dataset = dataset();
    let part = dataset.participations.iter().find(|part| part.project.as_str() == "atm").unwrap();
    assert_eq!(part.role, None);
    let own_part: Vec<_> = part
        .evidence
        .iter()
        .filter(|evidence| evidence.quote.as_ref().is_some_and(|quote| quote.as_str() == quote_of(28)))
        .map(|evidence| (evidence.supports.iter().map(Pointer::as_str).collect(), evidence.basis))
        .collect();
    assert_eq!(own_part, [(vec!["/party", "/project"], Some(Basis::Implied))]);
}

#[test]
fn n12_nothing_but_fostering_and_feva_came_through_emn() {
    let dataset = dataset();
    let through: Vec<&str> = dataset
        .participations
        .iter()
        .filter(|part| part.via == Some(Party::Network("emn".parse().unwrap())))
        .map(|part| part.project.as_str())
        .collect();
    assert_eq!(through, ["fostering-gender-equality", "feva"]);
    assert_eq!(dataset.participations.iter().filter(|part| part.via.is_some()).count(), 2);
}

#[test]
fn n13_the_announced_homepage_has_no_address() {
    let dataset = dataset();
    let network = dataset
        .networks
        .iter()
        .find(|network| network.id.as_str() == "nordisk-mikrofinans-nettverk")
        .unwrap();
    assert_eq!(network.links.len(), 1);
    assert!(network.links[0].url.is_none());
}

#[test]
fn n14_no_results() {
    let dataset = dataset();
    for goal in &dataset.goals {
        assert!(goal.indicators.is_empty(), "{}", goal.id);
        assert!(!matches!(goal.level, GoalLevel::Output | GoalLevel::Outcome), "{}", goal.id);
    }
    let effects: Vec<_> = dataset.goals.iter().filter(|goal| goal.level == GoalLevel::Impact).collect();
    assert_eq!(effects.len(), 1);
    assert!(
        effects[0].evidence().iter().all(|evidence| evidence.modality.is_some()),
        "an effect is intended only"
    );
}

#[test]
fn n15_nobody_is_named_where_the_page_names_nobody() {
    let dataset = dataset();
    assert!(dataset.barriers.iter().all(|barrier| barrier.attributed_to.is_none()));
    assert!(dataset.goals.iter().filter(|goal| goal.number.is_some()).all(|goal| goal.holders.is_empty()));
    let actors = dataset.groups.iter().find(|group| group.id.as_str() == "actors").unwrap();
    assert!(actors.examples.is_empty() && actors.count.is_none());
    let barrier = &dataset.barriers[0];
    assert_eq!(barrier.id().as_str(), "risk-willing-capital");
}

#[test]
fn n16_that_the_english_name_is_of_the_same_body_is_implied() {
    let id = OrganizationId::new("mikrofinans-norge").unwrap();
    let document = json();
    let record = record(&document, "organizations", id.as_str()).unwrap();
    let english: Vec<_> = evidence(record)
        .filter(|evidence| evidence["quote"].as_str().unwrap().contains("Microfinance Norway"))
        .collect();
    assert_eq!(english.len(), 1);
    assert!(supports(english[0]).iter().any(|supported| covers(supported, "/name/en")));
    assert_eq!(english[0]["basis"], "implied");
    assert!(english[0]["reason"]["en"].is_string());
}
