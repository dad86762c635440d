//! What the index answers: every relation in both directions, whatever the data.

use cooperation::{
    Body, Cooperation, Dataset, Funding, Goal, GoalId, Index, Membership, Participation, Party, Place,
    PlaceId, Project, ProjectId, Subject, Text, Truth, codes::GoalLevel,
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
    goal.serves = parent.iter().map(|parent| parent.parse().unwrap()).collect();
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
    assert_eq!(bodies, [Body::Network("emn".parse().unwrap())]);
    let members: Vec<_> =
        index.memberships_in(&bodies[0]).map(|membership| membership.member.clone()).collect();
    assert_eq!(members, [norge()]);
    let via: Vec<(&str, bool)> = index
        .projects_of(&norge())
        .map(|(project, part)| (project.id.as_str(), part.via.is_some()))
        .collect();
    assert_eq!(via, [("atm", false), ("fostering-gender-equality", true), ("feva", true)]);
    assert_eq!(index.cooperations_of(&norge()).count(), 3);
    let about = |id: &str| {
        let project = Subject::from(ProjectId::new(id).unwrap());
        index.cooperations_about(&project).map(|it| it.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        [about("nordic-network-project"), about("atm"), about("feva")],
        [vec!["nordic"], vec!["follo"], vec![]]
    );
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
fn an_unknown_id_still_leads_to_the_records_that_name_it() {
    let mut dataset = Dataset::default();
    let id: cooperation::ParticipationId = "x-in-y".parse().unwrap();
    dataset.participations.push(Participation::new(id, norge(), project_id("nowhere")));
    let index = Index::new(&dataset);
    assert!(index.get(&project_id("nowhere")).is_none());
    assert_eq!(index.participations_in(&project_id("nowhere")).count(), 1);
    assert_eq!(index.participations_of(&norge()).count(), 1);
    assert_eq!(index.projects_of(&norge()).count(), 0);
    assert_eq!(index.participations_in(&project_id("never-named")).count(), 0);
}

#[test]
fn the_first_of_two_records_with_one_id_is_found() {
    let mut dataset = Dataset::default();
    for title in ["first", "second"] {
        dataset.projects.push(Project::new(project_id("p"), Text::new("en", title).unwrap()));
    }
    let index = Index::new(&dataset);
    assert_eq!(index.get(&project_id("p")).unwrap().title.best(&[]), "first");
}

#[test]
fn equal_ids_of_different_kinds_do_not_collide() {
    let mut dataset = Dataset::default();
    dataset.projects.push(Project::new(project_id("same"), Text::new("en", "a project").unwrap()));
    dataset.memberships.push(Membership::new(
        "m".parse::<cooperation::MembershipId>().unwrap(),
        Party::Organization("same".parse().unwrap()),
        Body::Network("same".parse().unwrap()),
    ));
    let index = Index::new(&dataset);
    assert_eq!(index.memberships_in(&Body::Network("same".parse().unwrap())).count(), 1);
    assert_eq!(index.memberships_in(&Body::Organization("same".parse().unwrap())).count(), 0);
    assert_eq!(index.memberships_of(&Party::Organization("same".parse().unwrap())).count(), 1);
}

#[test]
fn goals_are_walked_depth_first_in_the_order_of_records() {
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
fn a_chain_of_100_000_goals_does_not_overflow_the_stack() {
    let mut dataset = Dataset::default();
    dataset.goals.push(goal("g0", None));
    for place in 1..100_000 {
        dataset.goals.push(goal(&format!("g{place}"), Some(&format!("g{}", place - 1))));
    }
    let index = Index::new(&dataset);
    assert_eq!(index.goal_tree(&"g0".parse().unwrap()).last().map(|(depth, _)| depth), Some(99_999));
}

#[test]
fn what_was_under_way_is_as_certain_as_the_dates() {
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

/// One record of every kind that something can be about, and what is about each.
const ABOUT: &str = r#"{"version": "1.0",
    "organizations": [{"id": "o", "name": {"en": "Organization"}}],
    "networks": [{"id": "n", "name": {"en": "Network"}}],
    "memberships": [
        {"id": "m", "member": {"organization": "o"}, "body": {"network": "n"}, "period": {"start": "2007", "end": "2008"}},
        {"id": "undated", "member": {"organization": "o"}, "body": {"network": "n"}}],
    "cooperations": [{"id": "c", "parties": [{"organization": "o"}]}],
    "programmes": [{"id": "r", "name": {"en": "Programme"}}],
    "projects": [{"id": "p", "title": {"en": "Project"}}],
    "participations": [{"id": "t", "party": {"organization": "o"}, "project": "p"}],
    "activities": [{"id": "a", "title": {"en": "Activity"}, "of": [{"project": "p"}], "serves": ["g"]}],
    "goals": [{"id": "g", "statement": {"en": "Goal"}, "level": "objective", "of": [{"project": "p"}]}],
    "policy_instruments": [{"id": "i", "name": {"en": "Instrument"}},
        {"id": "j", "name": {"en": "Other"}, "serves": ["g"]}],
    "funding": [{"id": "f", "funder": {"organization": "o"}, "recipient": {"network": "n"}}]
}"#;

#[test]
fn money_activities_and_instruments_are_found_by_id() {
    let dataset = Dataset::from_json(ABOUT).unwrap();
    let index = Index::new(&dataset);
    let (o, n) = (Party::Organization("o".parse().unwrap()), Party::Network("n".parse().unwrap()));
    let by = |party: &Party| index.funding_by(party).map(|funding| funding.id.as_str()).collect::<Vec<_>>();
    let to = |party: &Party| index.funding_to(party).map(|funding| funding.id.as_str()).collect::<Vec<_>>();
    assert_eq!((by(&o), by(&n), to(&o), to(&n)), (vec!["f"], vec![], vec![], vec!["f"]));
    let of = |subject: &Subject| {
        index.activities_of(subject).map(|activity| activity.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of(&Subject::Project(project_id("p"))), ["a"]);
    assert_eq!(of(&Subject::Programme("r".parse().unwrap())), [""; 0]);
    let serving: Vec<_> =
        index.activities_serving(&"g".parse().unwrap()).map(|activity| activity.id.as_str()).collect();
    assert_eq!(serving, ["a"]);
    let serving = |id: &str| {
        let found = index.instruments_serving(&id.parse().unwrap());
        found.map(|instrument| instrument.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((serving("g"), serving("j")), (vec!["j"], vec![]));
}

#[test]
fn every_subject_and_party_has_the_label_of_its_record() {
    let dataset = Dataset::from_json(ABOUT).unwrap();
    let index = Index::new(&dataset);
    let subjects = [
        (Subject::Organization("o".parse().unwrap()), Some("Organization")),
        (Subject::Network("n".parse().unwrap()), Some("Network")),
        (Subject::Programme("r".parse().unwrap()), Some("Programme")),
        (Subject::Project("p".parse().unwrap()), Some("Project")),
        // These are only called after those who take part.
        (Subject::Cooperation("c".parse().unwrap()), None),
        (Subject::Participation("t".parse().unwrap()), None),
        (Subject::Activity("a".parse().unwrap()), Some("Activity")),
        (Subject::PolicyInstrument("i".parse().unwrap()), Some("Instrument")),
        // An id is looked for among the records of its kind alone.
        (Subject::Project("o".parse().unwrap()), None),
    ];
    for (subject, label) in subjects {
        assert_eq!(index.subject_label(&subject).and_then(|label| label.get("en")), label, "{subject:?}");
    }
}

#[test]
fn memberships_touch_a_date_as_certainly_as_their_periods() {
    let dataset = Dataset::from_json(ABOUT).unwrap();
    let index = Index::new(&dataset);
    let touching = |date: &str| {
        let found = index.memberships_touching(date.parse().unwrap());
        found.map(|(membership, truth)| (membership.id.as_str(), truth)).collect::<Vec<_>>()
    };
    // The last year is touched for certain, and its June only possibly.
    assert!(touching("2008").contains(&("m", Truth::Yes)), "{:?}", touching("2008"));
    assert!(touching("2008-06").contains(&("m", Truth::Possible)), "{:?}", touching("2008-06"));
    assert!(touching("2010").iter().all(|(id, _)| *id != "m"), "{:?}", touching("2010"));
}
