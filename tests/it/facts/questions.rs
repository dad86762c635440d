//! The questions that the dataset must answer, answered by following relations from record to record.

use super::dataset;
use cooperation::{
    Cooperation, Dataset, Evidence, Goal, GroupId, Party, Record, Subject, Text, Truth,
    codes::{Extent, GoalLevel, InstrumentKind, Modality, Status},
};

fn find<'a, T: Record>(records: &'a [T], id: &str) -> &'a T {
    records.iter().find(|record| record.id().as_str() == id).unwrap()
}

fn words(text: &Text) -> &str {
    text.best(&["nb", "en"])
}

fn mikrofinans_norge() -> Party {
    Party::Organization("mikrofinans-norge".parse().unwrap())
}

fn platform() -> Subject {
    Subject::PolicyInstrument("cooperation-platform".parse().unwrap())
}

/// The name of a party.
fn name<'a>(dataset: &'a Dataset, party: &Party) -> &'a str {
    match party {
        Party::Organization(id) => words(&find(&dataset.organizations, id.as_str()).name),
        Party::Network(id) => words(&find(&dataset.networks, id.as_str()).name),
        Party::Group(id) => words(&find(&dataset.groups, id.as_str()).name),
        _ => panic!("a party of a new kind"),
    }
}

/// The projects of Mikrofinans Norge that were going on at a date, and how sure that is.
fn projects_at(dataset: &Dataset, date: &str) -> Vec<(String, Truth)> {
    dataset
        .participations
        .iter()
        .filter(|part| part.party == mikrofinans_norge())
        .map(|part| find(&dataset.projects, part.project.as_str()))
        .map(|project| {
            let going_on = project
                .period
                .as_ref()
                .map_or(Truth::Unknown, |period| period.touches(date.parse().unwrap()));
            (project.id.to_string(), going_on)
        })
        .filter(|(_, going_on)| *going_on != Truth::No)
        .collect()
}

fn goals_of<'a>(dataset: &'a Dataset, subject: &Subject) -> Vec<&'a Goal> {
    dataset.goals.iter().filter(|goal| goal.of.contains(subject)).collect()
}

fn cooperations_about<'a>(dataset: &'a Dataset, subject: &Subject) -> Vec<&'a Cooperation> {
    dataset.cooperations.iter().filter(|cooperation| cooperation.about.contains(subject)).collect()
}

/// The evidence that supports a member of a record.
fn on<'a>(evidence: &'a [Evidence], pointer: &str) -> Vec<&'a Evidence> {
    evidence.iter().filter(|evidence| evidence.supports.iter().any(|one| one.as_str() == pointer)).collect()
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(words).collect()
}

#[test]
fn q1_and_q2_projects_in_2007_and_2008() {
    let dataset = dataset();
    let (fostering, feva) = ("fostering-gender-equality".to_owned(), "feva".to_owned());
    assert_eq!(projects_at(&dataset, "2007"), [(fostering.clone(), Truth::Yes), (feva.clone(), Truth::Yes)]);
    assert_eq!(
        projects_at(&dataset, "2007-05"),
        [(fostering, Truth::Possible), (feva.clone(), Truth::Possible)]
    );
    assert_eq!(projects_at(&dataset, "2008"), [(feva.clone(), Truth::Yes)]);
    assert_eq!(projects_at(&dataset, "2008-06"), [(feva, Truth::Yes)]);
}

#[test]
fn q3_and_q4_goals_of_the_platform_and_their_objective() {
    let dataset = dataset();
    let numbered: Vec<&Goal> =
        goals_of(&dataset, &platform()).into_iter().filter(|goal| goal.number.is_some()).collect();
    let statements: Vec<&str> = numbered.iter().map(|goal| words(&goal.statement)).collect();
    assert_eq!(
        statements,
        [
            "Develop an innovative business and scientific community who are international\u{a0}leader in bio-economy.",
            "Assist more entrepreneurs with establishing new enterprises"
        ]
    );
    for goal in numbered {
        assert!(goal.of.contains(&Subject::Participation("mikrofinans-norge-in-atm".parse().unwrap())));
        let [objective] = &goal.serves[..] else { panic!("{:?}", goal.serves) };
        let objective = find(&dataset.goals, objective.as_str());
        assert_eq!(objective.level, GoalLevel::OverallObjective);
        assert_eq!(words(&objective.statement), "to contribute to strengthening Follo as business region");
        assert_eq!(objective.holders.len(), 1);
        assert_eq!(name(&dataset, &objective.holders[0]), "The Follo Joint board");
        let [effect] = &objective.serves[..] else { panic!("{:?}", objective.serves) };
        let effect = find(&dataset.goals, effect.as_str());
        assert_eq!(effect.level, GoalLevel::Impact);
        assert!(effect.serves.is_empty());
    }
}

#[test]
fn q5_seven_municipalities_developed_the_platform() {
    let dataset = dataset();
    let developers = &find(&dataset.policy_instruments, "cooperation-platform").developed_by;
    let [Party::Group(group)] = &developers[..] else { panic!("{developers:?}") };
    let group = find(&dataset.groups, group.as_str());
    assert_eq!(group.count, Some(7));
    assert!(group.examples.is_empty());
}

#[test]
fn q6_and_q7_who_funds_what() {
    let dataset = dataset();
    let funding_of = |project: &str| -> Vec<_> {
        let project = Subject::Project(project.parse().unwrap());
        dataset.funding.iter().filter(|funding| funding.of.as_ref() == Some(&project)).collect()
    };
    let nordic = funding_of("nordic-network-project");
    assert_eq!(nordic.len(), 1);
    let programme = find(&dataset.programmes, nordic[0].programme.as_ref().unwrap().as_str());
    assert_eq!(words(&programme.name), "Nordplus");
    assert_eq!(programme.kind.as_ref().unwrap().as_str(), "education");
    assert_eq!(name(&dataset, programme.owner.as_ref().unwrap()), "Nordisk ministerråd");
    assert!(nordic[0].amount.is_none());
    for project in ["atm", "fostering-gender-equality", "feva"] {
        assert!(funding_of(project).is_empty(), "{project}");
    }
    assert_eq!(find(&dataset.projects, "atm").programmes[..], ["interreg-europe"]);
}

#[test]
fn q9_how_long_the_projects_run() {
    let dataset = dataset();
    let period = |id: &str| find(&dataset.projects, id).period.clone().unwrap();
    assert_eq!(period("atm").months(), Some(60..=60));
    assert_eq!(period("atm").agrees_with_stated_duration(), Truth::Yes);
    let fostering = period("fostering-gender-equality");
    assert_eq!((fostering.touches_years(), fostering.months()), (Some(2006..=2007), Some(2..=24)));
    assert_eq!((period("feva").touches_years(), period("feva").months()), (Some(2007..=2009), Some(14..=36)));
}

#[test]
fn q10_three_bodies_and_no_count_in_the_nordic_project() {
    let dataset = dataset();
    let nordic = Subject::Project("nordic-network-project".parse().unwrap());
    let about = cooperations_about(&dataset, &nordic);
    assert_eq!(about.len(), 1);
    let parties: Vec<&str> = about[0].parties.iter().map(|party| name(&dataset, party)).collect();
    assert_eq!(
        parties,
        ["Mikrofinans Norge", "Mikrofinansintitutet i Sverige", "Dansk forum for Mikrofinans"]
    );
}

#[test]
fn q12_the_barrier_with_its_subject_and_stages() {
    let dataset = dataset();
    let [barrier] = &dataset.barriers[..] else { panic!("one barrier") };
    assert_eq!(words(&barrier.statement), "Lack of risk-willing capital");
    assert_eq!(texts(&barrier.blocks), ["innovation", "business creation"]);
    assert_eq!(texts(&barrier.stages), ["idea", "early stage development"]);
    assert_eq!(
        words(barrier.description.as_ref().unwrap()),
        "Seen as one of the most important barriers; the page does not say by whom."
    );
    let [seen] = &on(&barrier.evidence, "/description")[..] else { panic!("one passage") };
    assert_eq!(seen.quote.as_ref().unwrap().as_str(), "is seen as one of the most important barriers");
    assert_eq!(seen.modality, Some(Modality::Attributed));
}

#[test]
fn q13_and_q14_the_action_plan() {
    let dataset = dataset();
    let plan = find(&dataset.policy_instruments, "action-plan");
    assert_eq!(plan.kind, Some(InstrumentKind::ActionPlan));
    assert_eq!(plan.status, Some(Status::InDevelopment));
    let [started] = &on(&plan.evidence, "/status")[..] else { panic!("one passage") };
    assert!(started.quote.as_ref().unwrap().as_str().ends_with("has just started"));
    assert_eq!(plan.serves[..], ["follo-1", "follo-2"]);
    let [serves] = &on(&plan.evidence, "/serves")[..] else { panic!("one passage") };
    assert_eq!(serves.modality, Some(Modality::Planned));
    assert!(plan.period.is_none());
    let [responsible] = &plan.responsible[..] else { panic!("{:?}", plan.responsible) };
    assert_eq!(name(&dataset, responsible), "the actors");
    let [shared] = &on(&plan.evidence, "/responsible")[..] else { panic!("one passage") };
    assert_eq!(shared.quote.as_ref().unwrap().as_str(), "Responsibility among the actors will be shared");
    assert_eq!(shared.modality, Some(Modality::Planned));

    let about = cooperations_about(&dataset, &Subject::PolicyInstrument(plan.id.clone()));
    assert_eq!(about.len(), 1);
    let parties: Vec<&str> = about[0].parties.iter().map(|party| name(&dataset, party)).collect();
    assert_eq!(parties, ["enterprises", "private NGO’s", "other actors"]);
    let has_more = |evidence: &&Evidence| evidence.extent == Some(Extent::Partial);
    assert!(on(&about[0].evidence, "/parties").iter().any(has_more));
    assert_eq!(find(&dataset.groups, "private-ngos").examples[..], [mikrofinans_norge()]);
}

#[test]
fn q15_the_centre_of_the_engagement_in_atm() {
    let dataset = dataset();
    let part = Subject::Participation("mikrofinans-norge-in-atm".parse().unwrap());
    let focus: Vec<&str> = goals_of(&dataset, &part)
        .into_iter()
        .filter(|goal| goal.level == GoalLevel::Priority)
        .map(|goal| words(&goal.statement))
        .collect();
    assert_eq!(focus, ["Mer tilgang til finansiering for de minste foretakene"]);
    assert_eq!(find(&dataset.participations, "mikrofinans-norge-in-atm").party, mikrofinans_norge());
}

#[test]
fn a_target_group_is_on_the_project_or_on_a_goal_of_it_and_never_on_both() {
    let dataset = dataset();
    let groups = |id: &str| -> (Vec<&str>, Vec<&str>) {
        let goals = goals_of(&dataset, &Subject::Project(id.parse().unwrap()));
        let of_goals = goals.iter().flat_map(|goal| goal.target_groups.iter().map(GroupId::as_str));
        let of_project = find(&dataset.projects, id).target_groups.iter().map(GroupId::as_str);
        (of_project.collect(), of_goals.collect())
    };
    assert_eq!(groups("atm"), (vec!["smes"], vec![]));
    assert_eq!(
        groups("fostering-gender-equality"),
        (vec![], vec!["microfinance-providers", "women-entrepreneurs"])
    );
    assert_eq!(groups("feva"), (vec!["vulnerable-adults", "benefit-recipients"], vec!["excluded-groups"]));
    assert_eq!(groups("nordic-network-project"), (vec![], vec![]));
}

#[test]
fn q16_which_networks_and_in_which_relation() {
    let dataset = dataset();
    let member_of: Vec<&str> = dataset
        .memberships
        .iter()
        .filter(|membership| membership.member == mikrofinans_norge())
        .map(|membership| name(&dataset, &Party::from(membership.body.clone())))
        .collect();
    assert_eq!(member_of, ["European Microfinance Network"]);

    let network = find(&dataset.networks, "nordisk-mikrofinans-nettverk");
    assert_eq!(network.status, Some(Status::InDevelopment));
    let about = cooperations_about(&dataset, &Subject::Network(network.id.clone()));
    assert_eq!(about.len(), 1);
    assert!(about[0].parties.contains(&mikrofinans_norge()));
    assert_eq!(about[0].parties.len(), 3);
}

#[test]
fn q17_which_links_and_which_has_no_address() {
    fn links<T: Record>(records: &[T]) -> impl Iterator<Item = (String, Option<String>)> {
        records.iter().flat_map(|record| {
            record
                .links()
                .iter()
                .map(|link| (record.id().to_string(), link.url.as_ref().map(ToString::to_string)))
        })
    }
    let dataset = dataset();
    let all: Vec<_> = links(&dataset.networks)
        .chain(links(&dataset.programmes))
        .chain(links(&dataset.projects))
        .chain(links(&dataset.organizations))
        .chain(links(&dataset.policy_instruments))
        .collect();
    assert_eq!(
        all,
        [
            ("nordisk-mikrofinans-nettverk".to_owned(), None),
            ("nordplus".to_owned(), Some("http://www.nordplusonline.org/".to_owned())),
            ("atm".to_owned(), Some("http://www.interregeurope.eu/atmforsmes/".to_owned()))
        ]
    );
}
