//! Records that a source states to be the same: followed by every question, over any number of steps and across kinds. What
//! is implied or open is listed and not followed.

use cooperation::{
    Body, Dataset, Index, Party, PlaceId, ProgrammeId, ProjectId, RecordKind, Subject, codes::Relation,
    index::MoneySum, model::NamedRecord,
};
use std::collections::BTreeSet;

fn read(json: &str) -> Dataset {
    Dataset::from_json(json).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

/// One network under three ids, two of an organization, with what each of the ids is said to do; and two more that only may
/// be the same.
const WORLD: &str = r#"{"version": "1.0",
    "places": [
        {"id": "follo", "name": {"nb": "Follo"}, "part_of": "norge"},
        {"id": "norge", "name": {"nb": "Norge"}},
        {"id": "norway", "name": {"en": "Norway"}, "related": [{"to": {"place": "norge"}, "relation": "same as"}]},
        {"id": "oslo", "name": {"nb": "Oslo"}, "part_of": "norway"}],
    "organizations": [
        {"id": "office", "name": {"en": "EMN office"},
            "related": [{"to": {"network": "emn"}, "relation": "same as"}]},
        {"id": "association", "name": {"en": "EMN (association)"},
            "related": [{"to": {"organization": "office"}, "relation": "same as", "reason": {"en": "One register number."}}]},
        {"id": "perhaps", "name": {"en": "EMN perhaps"}, "places": ["norge"],
            "related": [{"to": {"network": "emn"}, "relation": "same as", "basis": "open"}]},
        {"id": "probably", "name": {"en": "EMN probably"}, "part_of": {"organization": "association"},
            "related": [{"to": {"network": "emn"}, "relation": "same as", "basis": "implied"},
                {"to": {"network": "emn"}, "relation": "replaces"}]}],
    "networks": [{"id": "emn", "name": {"en": "European Microfinance Network"}, "places": ["norway"]}],
    "groups": [{"id": "g", "name": {"en": "G"}, "examples": [{"organization": "association"}]}],
    "memberships": [
        {"id": "in-network", "member": {"group": "g"}, "body": {"network": "emn"}},
        {"id": "in-office", "member": {"group": "g"}, "body": {"organization": "office"}},
        {"id": "in-perhaps", "member": {"group": "g"}, "body": {"organization": "perhaps"}}],
    "programmes": [
        {"id": "nordplus", "name": {"und": "Nordplus"}},
        {"id": "np", "name": {"und": "NP"}, "related": [{"to": {"programme": "nordplus"}, "relation": "same as"}]}],
    "projects": [
        {"id": "one", "title": {"en": "One"}, "programmes": ["nordplus", "np"], "about": [{"network": "emn"}]},
        {"id": "eins", "title": {"de": "Eins"}, "programmes": ["np"], "about": [{"organization": "association"}],
            "related": [{"to": {"project": "one"}, "relation": "same as"}]},
        {"id": "two", "title": {"en": "Two"},
            "related": [{"to": {"project": "eins"}, "relation": "continues"}, {"to": {"project": "one"}, "relation": "continues"}]}],
    "participations": [
        {"id": "network-in-one", "party": {"network": "emn"}, "project": "one"},
        {"id": "office-in-eins", "party": {"organization": "office"}, "project": "eins"},
        {"id": "perhaps-in-one", "party": {"organization": "perhaps"}, "project": "one"},
        {"id": "probably-in-one", "party": {"organization": "probably"}, "project": "one"}],
    "funding": [
        {"id": "from-network", "funder": {"network": "emn"}, "of": {"project": "one"}, "programme": "np",
            "amount": {"amount": "1", "currency": "EUR"}},
        {"id": "from-office", "funder": {"organization": "office"}, "of": {"project": "eins"}, "programme": "np",
            "amount": {"amount": "2", "currency": "EUR"}},
        {"id": "from-perhaps", "funder": {"organization": "perhaps"}, "of": {"project": "one"},
            "amount": {"amount": "4", "currency": "EUR"}}]
}"#;

/// The ids of the one network.
fn emn() -> [Party; 3] {
    [
        (RecordKind::Network, "emn"),
        (RecordKind::Organization, "office"),
        (RecordKind::Organization, "association"),
    ]
    .map(|(kind, id)| Party::from_key(kind, id).unwrap())
}

fn named(kind: RecordKind, id: &str) -> NamedRecord {
    NamedRecord::from_key(kind, id).unwrap()
}

fn record(party: &Party) -> NamedRecord {
    let (kind, id) = party.key();
    named(kind, id)
}

fn identical(index: &Index<'_>, record: &NamedRecord) -> BTreeSet<String> {
    index.identical(record).map(|record| record.to_string()).collect()
}

fn set<const COUNT: usize>(texts: [&str; COUNT]) -> BTreeSet<String> {
    texts.map(str::to_owned).into()
}

fn total(sums: &[MoneySum<'_>]) -> Vec<String> {
    sums.iter().map(|sum| sum.totals.to_string()).collect()
}

#[test]
fn a_stated_identity_holds_in_both_directions_and_over_kinds() {
    let dataset = read(WORLD);
    let index = Index::new(&dataset);
    for party in emn() {
        let expected = set(["network emn", "organization office", "organization association"]);
        assert_eq!(identical(&index, &record(&party)), expected, "{party}");
        assert_eq!(index.identical(&record(&party)).count(), 3, "each comes once");
    }
    for alone in ["perhaps", "probably"] {
        let text = format!("organization {alone}");
        assert_eq!(identical(&index, &named(RecordKind::Organization, alone)), set([&text]));
    }
    // An id that no record has is that of one thing too; and so is that of another kind.
    assert_eq!(identical(&index, &named(RecordKind::Organization, "nobody")), set(["organization nobody"]));
    assert_eq!(identical(&index, &named(RecordKind::Organization, "emn")), set(["organization emn"]));
}

#[test]
fn every_question_follows_a_stated_identity_and_no_other() {
    let dataset = read(WORLD);
    let index = Index::new(&dataset);
    for party in emn() {
        let memberships =
            |body: &Body| index.memberships_in(body).map(|one| one.id.as_str()).collect::<Vec<_>>();
        let (kind, id) = party.key();
        let body = Body::from_key(kind, id).unwrap();
        assert_eq!(memberships(&body), ["in-network", "in-office"], "{party}");
        let projects: Vec<_> = index
            .projects_of(&party)
            .map(|(project, part)| (project.id.as_str(), part.id.as_str()))
            .collect();
        assert_eq!(projects, [("one", "network-in-one"), ("eins", "office-in-eins")], "{party}");
        let about: Vec<_> =
            index.projects_about(&Subject::from(party.clone())).map(|project| project.id.as_str()).collect();
        assert_eq!(about, ["one", "eins"], "{party}");
        let groups: Vec<_> = index.groups_with_example(&party).map(|group| group.id.as_str()).collect();
        assert_eq!(groups, ["g"], "{party}");
        let units: Vec<_> = index.suborganizations(&body).map(|unit| unit.id.as_str()).collect();
        assert_eq!(units, ["probably"], "{party}");
    }
    let perhaps = Party::from_key(RecordKind::Organization, "perhaps").unwrap();
    assert_eq!(
        index.participations_of(&perhaps).map(|one| one.id.as_str()).collect::<Vec<_>>(),
        ["perhaps-in-one"]
    );
    for id in ["one", "eins"] {
        let id = ProjectId::new(id).unwrap();
        assert_eq!(index.participations_in(&id).count(), 4, "{id}");
        let funding: Vec<_> =
            index.funding_of(&Subject::from(id)).map(|funding| funding.id.as_str()).collect();
        assert_eq!(funding, ["from-network", "from-office", "from-perhaps"]);
    }
    for id in ["nordplus", "np"] {
        // A project that names both is one project.
        let id = ProgrammeId::new(id).unwrap();
        let under: Vec<_> = index.projects_under(&id).map(|project| project.id.as_str()).collect();
        assert_eq!(under, ["one", "eins"], "{id}");
    }
    for id in ["norge", "norway"] {
        let id = PlaceId::new(id).unwrap();
        let within: Vec<_> = index.places_within(&id).map(|place| place.id.as_str()).collect();
        assert_eq!(within, ["follo", "oslo"], "{id}");
        assert_eq!(index.organizations_in(&id).count(), 1, "{id}");
        assert_eq!(index.networks_in(&id).count(), 1, "{id}");
    }
}

#[test]
fn money_is_summed_over_the_ids_of_one_payer() {
    let dataset = read(WORLD);
    let index = Index::new(&dataset);
    for party in emn() {
        assert_eq!(total(&index.money_by(&party).unwrap()), ["3 EUR"], "{party}");
    }
    for id in ["one", "eins"] {
        let subject = Subject::from(ProjectId::new(id).unwrap());
        assert_eq!(total(&index.money_of(&subject).unwrap()), ["4 EUR", "3 EUR"], "{id}");
    }
    for id in ["nordplus", "np"] {
        assert_eq!(
            total(&index.money_by_programme(&ProgrammeId::new(id).unwrap()).unwrap()),
            ["3 EUR"],
            "{id}"
        );
    }
    let sums = index.money_per_funder().unwrap();
    let mut totals: Vec<_> = sums.iter().map(|(_, sum)| sum.totals.to_string()).collect();
    totals.sort_unstable();
    assert_eq!(totals, ["3 EUR", "4 EUR"]);
}

#[test]
fn a_record_is_still_got_by_its_own_id() {
    let dataset = read(WORLD);
    let index = Index::new(&dataset);
    assert_eq!(index.get(&ProjectId::new("eins").unwrap()).unwrap().title.best(&[]), "Eins");
    assert_eq!(index.get(&ProjectId::new("one").unwrap()).unwrap().title.best(&[]), "One");
    let label = |party: &Party| index.party_label(party).map(|label| label.best(&[]).to_owned());
    assert_eq!(
        emn().each_ref().map(label),
        ["European Microfinance Network", "EMN office", "EMN (association)"]
            .map(|label| Some(label.to_owned()))
    );
}

#[test]
fn records_that_name_another_in_related_are_found_with_what_they_say() {
    let dataset = read(WORLD);
    let index = Index::new(&dataset);
    let naming = |record: &NamedRecord| {
        let found = index.related_to(record);
        found.map(|(other, related)| format!("{} {}", other.id(), related.relation)).collect::<Vec<_>>()
    };
    // Asked under any of its ids, and each statement once.
    for id in ["one", "eins"] {
        assert_eq!(
            naming(&named(RecordKind::Project, id)),
            ["eins same as", "two continues", "two continues"],
            "{id}"
        );
    }
    assert_eq!(naming(&named(RecordKind::Project, "two")), [""; 0]);
    for party in emn() {
        assert_eq!(
            naming(&record(&party)),
            [
                "office same as",
                "association same as",
                "perhaps same as",
                "probably same as",
                "probably replaces"
            ],
            "{party}"
        );
    }
    // A title names nobody.
    let titled = read(
        r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}},
            {"id": "q", "title": {"en": "Q"}, "related": [{"title": {"en": "P"}, "relation": "continues"}]}]}"#,
    );
    assert_eq!(Index::new(&titled).related_to(&named(RecordKind::Project, "p")).count(), 0);
}

#[test]
fn what_is_implied_or_open_is_listed() {
    let dataset = read(WORLD);
    let index = Index::new(&dataset);
    let same = |record: &NamedRecord| {
        let found = index.same_as(record);
        let told = found.map(|(other, related)| {
            let basis = related.basis.map_or("stated", |basis| basis.as_str());
            format!("{other} {basis}")
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        same(&named(RecordKind::Network, "emn")),
        ["organization office stated", "organization perhaps open", "organization probably implied"]
    );
    assert_eq!(same(&named(RecordKind::Organization, "perhaps")), ["network emn open"]);
    assert_eq!(same(&named(RecordKind::Organization, "probably")), ["network emn implied"]);
    assert_eq!(
        same(&named(RecordKind::Organization, "office")),
        ["network emn stated", "organization association stated"]
    );
}

/// Members of a network, each by one of so many ids that are the same by a chain in this order.
fn chain(order: &[usize]) -> Dataset {
    let network = |&number: &usize| {
        let related = match number {
            0 => String::new(),
            _ => {
                format!(r#", "related": [{{"to": {{"network": "n{}"}}, "relation": "same as"}}]"#, number - 1)
            }
        };
        format!(r#"{{"id": "n{number}", "name": {{"en": "N {number}"}}{related}}}"#)
    };
    let membership = |&number: &usize| {
        format!(r#"{{"id": "m{number}", "member": {{"group": "g"}}, "body": {{"network": "n{number}"}}}}"#)
    };
    let (networks, memberships): (Vec<_>, Vec<_>) =
        order.iter().map(|number| (network(number), membership(number))).unzip();
    read(&format!(
        r#"{{"version": "1.0", "networks": [{}], "memberships": [{}]}}"#,
        networks.join(","),
        memberships.join(",")
    ))
}

#[test]
fn a_chain_of_three_is_one_thing_in_whatever_order_it_stands() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let dataset = chain(&order);
        let index = Index::new(&dataset);
        let expected: Vec<String> = order.iter().map(|number| format!("m{number}")).collect();
        for number in 0..3 {
            let body = Body::Network(format!("n{number}").parse().unwrap());
            let found: Vec<String> = index.memberships_in(&body).map(|one| one.id.to_string()).collect();
            assert_eq!(found, expected, "{order:?}");
            let record = named(RecordKind::Network, &format!("n{number}"));
            assert_eq!(
                identical(&index, &record),
                set(["network n0", "network n1", "network n2"]),
                "{order:?}"
            );
        }
    }
}

#[test]
fn a_ring_and_a_loop_of_identities_are_followed_once() {
    let dataset = read(
        r#"{"version": "1.0", "networks": [
            {"id": "a", "name": {"en": "A"}, "related": [{"to": {"network": "b"}, "relation": "same as"},
                {"to": {"network": "b"}, "relation": "same as"}, {"to": {"network": "a"}, "relation": "same as"}]},
            {"id": "b", "name": {"en": "B"}, "related": [{"to": {"network": "c"}, "relation": "same as"}]},
            {"id": "c", "name": {"en": "C"}, "related": [{"to": {"network": "a"}, "relation": "same as"}]},
            {"id": "d", "name": {"en": "D"}, "related": [{"to": {"network": "d"}, "relation": "same as"}]}],
            "memberships": [{"id": "m", "member": {"network": "d"}, "body": {"network": "b"}}]}"#,
    );
    let index = Index::new(&dataset);
    for id in ["a", "b", "c"] {
        assert_eq!(index.identical(&named(RecordKind::Network, id)).count(), 3, "{id}");
        assert_eq!(index.memberships_in(&Body::Network(id.parse().unwrap())).count(), 1, "{id}");
    }
    assert_eq!(identical(&index, &named(RecordKind::Network, "d")), set(["network d"]));
}

#[test]
fn a_long_chain_of_identities_is_followed_to_its_end() {
    let count = 20_000;
    let dataset = chain(&(0..count).collect::<Vec<_>>());
    let index = Index::new(&dataset);
    for number in [0, count / 2, count - 1] {
        let body = Body::Network(format!("n{number}").parse().unwrap());
        assert_eq!(index.memberships_in(&body).count(), count, "{number}");
        assert_eq!(index.identical(&named(RecordKind::Network, &format!("n{number}"))).count(), count);
    }
}

#[test]
fn an_identity_with_an_id_that_no_record_has_is_followed() {
    let dataset = read(
        r#"{"version": "1.0", "organizations": [
            {"id": "a", "name": {"en": "A"}, "related": [{"to": {"network": "gone"}, "relation": "same as"}]},
            {"id": "b", "name": {"en": "B"}, "related": [{"to": {"network": "gone"}, "relation": "same as"}]}],
            "participations": [{"id": "x", "party": {"organization": "a"}, "project": "p"},
                {"id": "y", "party": {"network": "gone"}, "project": "p"}]}"#,
    );
    let index = Index::new(&dataset);
    for (kind, id) in
        [(RecordKind::Organization, "a"), (RecordKind::Organization, "b"), (RecordKind::Network, "gone")]
    {
        let party = Party::from_key(kind, id).unwrap();
        let found: Vec<_> = index.participations_of(&party).map(|part| part.id.as_str()).collect();
        assert_eq!(found, ["x", "y"], "{party}");
        assert_eq!(index.identical(&record(&party)).count(), 3, "{party}");
    }
}

#[test]
fn of_two_records_with_one_id_both_may_state_an_identity() {
    let dataset = read(
        r#"{"version": "1.0", "organizations": [
            {"id": "twice", "name": {"en": "First"}, "related": [{"to": {"organization": "a"}, "relation": "same as"}]},
            {"id": "twice", "name": {"en": "Second"}, "related": [{"to": {"organization": "b"}, "relation": "same as"}]},
            {"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}],
            "participations": [{"id": "x", "party": {"organization": "a"}, "project": "p"},
                {"id": "y", "party": {"organization": "b"}, "project": "p"},
                {"id": "z", "party": {"organization": "twice"}, "project": "p"}]}"#,
    );
    let index = Index::new(&dataset);
    for id in ["a", "b", "twice"] {
        let party = Party::Organization(id.parse().unwrap());
        assert_eq!(index.participations_of(&party).count(), 3, "{id}");
    }
    // Of two with one id, the first is the record.
    assert_eq!(index.party_label(&Party::Organization("twice".parse().unwrap())).unwrap().best(&[]), "First");
    let naming = named(RecordKind::Organization, "b");
    let statements = index.related_to(&naming).filter(|(_, related)| related.relation == Relation::SameAs);
    assert_eq!(statements.count(), 2);
}

#[test]
fn a_dataset_without_identities_answers_as_before() {
    let dataset = read(&WORLD.replace("same as", "complements"));
    let index = Index::new(&dataset);
    for party in emn() {
        assert_eq!(index.identical(&record(&party)).count(), 1);
    }
    let office = Party::Organization("office".parse().unwrap());
    assert_eq!(
        index.participations_of(&office).map(|one| one.id.as_str()).collect::<Vec<_>>(),
        ["office-in-eins"]
    );
    assert_eq!(index.same_as(&record(&office)).count(), 0);
}
