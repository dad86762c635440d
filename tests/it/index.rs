//! What the index answers: every relation in both directions, whatever the data.

use cooperation::{
    Cooperation, Dataset, Funding, Goal, GoalId, GoalLevel, Index, Membership, Participation, Party, Place,
    PlaceId, Project, ProjectId, Subject, Text, Truth,
};

fn documented() -> Dataset {
    Dataset::from_json(include_str!("../../examples/data/microfinance-norway.json")).unwrap()
}

fn norge() -> Party {
    Party::Organization("mikrofinans-norge".parse().unwrap())
}

fn project_id(text: &str) -> ProjectId {
    text.parse().unwrap()
}

fn goal(id: &str, parent: Option<&str>) -> Goal {
    let id: GoalId = id.parse().unwrap();
    let of = Subject::Project(project_id("p"));
    let mut goal = Goal::new(id, Text::new("en", "a goal").unwrap(), GoalLevel::Objective, of);
    goal.parent = parent.map(|parent| parent.parse().unwrap());
    goal
}

fn place(id: &str, part_of: Option<&str>) -> Place {
    let mut place = Place::new(id.parse::<PlaceId>().unwrap(), Text::new("en", id).unwrap());
    place.part_of = part_of.map(|whole| whole.parse().unwrap());
    place
}

#[test]
fn a_party_finds_its_networks_projects_and_cooperations() {
    let dataset = documented();
    let index = Index::new(&dataset);
    let bodies: Vec<_> = index.memberships_of(&norge()).map(|membership| membership.body.clone()).collect();
    assert_eq!(bodies, [Party::Network("emn".parse().unwrap())]);
    let members: Vec<_> = index.members_of(&bodies[0]).map(|membership| membership.member.clone()).collect();
    assert_eq!(members, [norge()]);
    let via: Vec<(&str, bool)> = index
        .projects_of(&norge())
        .map(|(project, part)| (project.id.as_str(), part.via.is_some()))
        .collect();
    assert_eq!(via, [("atm", false), ("fostering-gender-equality", true), ("feva", true)]);
    assert_eq!(index.cooperations_of(&norge()).count(), 3);
}

#[test]
fn money_is_found_by_subject_and_by_programme() {
    let dataset = documented();
    let index = Index::new(&dataset);
    let nordic = Subject::Project(project_id("nordic-network-project"));
    let of: Vec<&Funding> = index.funding_of(&nordic).collect();
    assert_eq!(of.len(), 1);
    assert_eq!(of, index.funding_by_programme(&"nordplus".parse().unwrap()).collect::<Vec<_>>());
    assert!(of[0].amount.is_none());
    assert_eq!(index.funding_of(&Subject::Project(project_id("atm"))).count(), 0);
}

#[test]
fn an_unknown_id_is_answered_with_what_is_said_of_it() {
    let mut dataset = Dataset::default();
    let id: cooperation::ParticipationId = "x-in-y".parse().unwrap();
    dataset.participations.push(Participation::new(id, norge(), project_id("nowhere")));
    let index = Index::new(&dataset);
    assert!(index.get(&project_id("nowhere")).is_none());
    assert_eq!(index.participants(&project_id("nowhere")).count(), 1);
    assert_eq!(index.participations_of(&norge()).count(), 1);
    assert_eq!(index.projects_of(&norge()).count(), 0);
    assert_eq!(index.participants(&project_id("never-named")).count(), 0);
}

#[test]
fn of_two_records_with_one_id_the_first_is_found() {
    let mut dataset = Dataset::default();
    for title in ["first", "second"] {
        dataset.projects.push(Project::new(project_id("p"), Text::new("en", title).unwrap()));
    }
    let index = Index::new(&dataset);
    assert_eq!(index.get(&project_id("p")).unwrap().title.best(&[]), "first");
}

#[test]
fn ids_of_different_kinds_do_not_meet() {
    let mut dataset = Dataset::default();
    dataset.projects.push(Project::new(project_id("same"), Text::new("en", "a project").unwrap()));
    dataset.memberships.push(Membership::new(
        "m".parse::<cooperation::MembershipId>().unwrap(),
        Party::Organization("same".parse().unwrap()),
        Party::Network("same".parse().unwrap()),
    ));
    let index = Index::new(&dataset);
    assert_eq!(index.members_of(&Party::Network("same".parse().unwrap())).count(), 1);
    assert_eq!(index.members_of(&Party::Organization("same".parse().unwrap())).count(), 0);
    assert_eq!(index.memberships_of(&Party::Organization("same".parse().unwrap())).count(), 1);
}

#[test]
fn a_tree_of_goals_is_walked_depth_first_in_the_order_of_the_records() {
    let mut dataset = Dataset::default();
    dataset.goals.extend([
        goal("top", None),
        goal("b", Some("top")),
        goal("a", Some("top")),
        goal("under-b", Some("b")),
        goal("other", None),
    ]);
    let index = Index::new(&dataset);
    let walked: Vec<(usize, &str)> =
        index.goal_tree(&"top".parse().unwrap()).map(|(depth, goal)| (depth, goal.id.as_str())).collect();
    assert_eq!(walked, [(0, "top"), (1, "b"), (2, "under-b"), (1, "a")]);
}

#[test]
fn loops_are_walked_once() {
    let mut dataset = Dataset::default();
    dataset.goals.extend([goal("a", Some("b")), goal("b", Some("a")), goal("self", Some("self"))]);
    dataset.places.extend([place("x", Some("y")), place("y", Some("x")), place("z", Some("y"))]);
    let index = Index::new(&dataset);
    assert_eq!(index.goal_tree(&"a".parse().unwrap()).count(), 2);
    assert_eq!(index.goal_tree(&"self".parse().unwrap()).count(), 1);
    let within: Vec<&str> =
        index.places_within(&"x".parse().unwrap()).map(|place| place.id.as_str()).collect();
    assert_eq!(within, ["y", "z"]);
}

#[test]
fn a_chain_of_a_hundred_thousand_goals_is_walked_without_a_deep_stack() {
    let mut dataset = Dataset::default();
    dataset.goals.push(goal("g0", None));
    for place in 1..100_000 {
        dataset.goals.push(goal(&format!("g{place}"), Some(&format!("g{}", place - 1))));
    }
    let index = Index::new(&dataset);
    assert_eq!(index.goal_tree(&"g0".parse().unwrap()).last().map(|(depth, _)| depth), Some(99_999));
}

#[test]
fn what_was_going_on_is_no_surer_than_the_dates() {
    let dataset = documented();
    let index = Index::new(&dataset);
    let at = |date: &str| -> Vec<(&str, Truth)> {
        index
            .projects_touching(date.parse().unwrap())
            .map(|(project, truth)| (project.id.as_str(), truth))
            .collect()
    };
    assert_eq!(
        at("2007"),
        [
            ("fostering-gender-equality", Truth::Yes),
            ("feva", Truth::Yes),
            ("nordic-network-project", Truth::Unknown)
        ]
    );
    assert_eq!(
        at("2007-06"),
        [
            ("fostering-gender-equality", Truth::Possible),
            ("feva", Truth::Possible),
            ("nordic-network-project", Truth::Unknown)
        ]
    );
    assert_eq!(at("2016-04"), [("atm", Truth::Yes), ("nordic-network-project", Truth::Unknown)]);
    assert_eq!(at("2012"), [("nordic-network-project", Truth::Unknown)]);
}

#[test]
fn evidence_is_found_by_its_source() {
    let dataset = documented();
    let index = Index::new(&dataset);
    let source = "internasjonalt-samarbeid".parse().unwrap();
    assert!(index.evidence_from(&source).count() > 99);
    assert_eq!(index.evidence_from(&"another".parse().unwrap()).count(), 0);
}

#[test]
fn a_record_that_names_an_id_twice_is_related_to_it_once() {
    let mut dataset = Dataset::default();
    let id: cooperation::CooperationId = "c".parse().unwrap();
    dataset.cooperations.push(Cooperation::new(id, [norge(), norge()]));
    assert_eq!(Index::new(&dataset).cooperations_of(&norge()).count(), 1);
}
