//! Every member that refers to a record is answered from the other end, by the index.

use cooperation::schema::{self, Draft};
use cooperation::{
    Body, Dataset, Funding, Group, GroupId, Id, Index, Party, PlaceId, Project, Record, RecordKind, Subject,
    Text, codes::RelationBasis, model::NamedRecord, values::Identified,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A record of each kind, with the id `$id`, that refers to records with the id `$to` by every member that can.
const ONE: &str = r#"{
    "source": {"title": {"en": "S"}, "publisher": {"organization": "$to"}},
    "place": {"name": {"en": "P"}, "part_of": "$to", "related": [{"to": {"project": "$to"}, "relation": "related"}]},
    "organization": {"name": {"en": "O"}, "place": "$to", "part_of": {"organization": "$to"}, "places": ["$to"],
        "related": [{"to": {"project": "$to"}, "relation": "same as", "basis": "open"}]},
    "group": {"name": {"en": "G"}, "places": ["$to", "$to"], "examples": [{"organization": "$to"}]},
    "network": {"name": {"en": "N"}, "place": "$to", "part_of": {"organization": "$to"}, "places": ["other", "$to"],
        "related": [{"to": {"project": "$to"}, "relation": "same as", "basis": "open"}]},
    "membership": {"member": {"organization": "$to"}, "body": {"organization": "$to"}, "via": {"organization": "$to"}},
    "cooperation": {"parties": [{"organization": "$to"}], "about": [{"project": "$to"}],
        "places": ["$to"]},
    "programme": {"name": {"en": "R"}, "owner": {"organization": "$to"}, "part_of": "$to", "places": ["$to"],
        "managed_by": [{"organization": "$to"}], "related": [{"to": {"project": "$to"}, "relation": "continues"}]},
    "project": {"title": {"en": "P"}, "programmes": ["$to"], "places": ["$to"], "target_groups": ["$to"],
        "about": [{"project": "other"}, {"project": "$to"}], "related": [{"to": {"project": "$to"}, "relation": "builds on"},
            {"title": {"en": "T"}, "relation": "related"}]},
    "participation": {"party": {"organization": "$to"}, "project": "$to", "via": {"organization": "$to"},
        "about": [{"project": "$to"}], "place": "$to"},
    "activity": {"title": {"en": "A"}, "of": [{"project": "$to"}], "part_of": "$to",
        "actors": [{"organization": "$to"}, {"organization": "$to"}], "serves": ["$to"]},
    "goal": {"statement": {"en": "G"}, "level": "objective", "of": [{"project": "$to"}], "serves": ["$to"],
        "holders": [{"organization": "$to"}], "target_groups": ["$to"], "indicators": [{"title": {"en": "I"},
            "baselines": [{"value": "1", "place": "$to"}], "targets": [{"value": "1", "place": "$to"}],
            "actuals": [{"value": "1", "place": "$to"}]}]},
    "policy_instrument": {"name": {"en": "I"}, "developed_by": [{"organization": "$to"}], "serves": ["$to"],
        "responsible": [{"organization": "$to"}], "places": ["$to"],
        "related": [{"to": {"project": "$to"}, "relation": "replaces"}]},
    "barrier": {"statement": {"en": "B"}, "of": [{"project": "$to"}], "attributed_to": {"organization": "$to"}},
    "funding": {"of": {"project": "$to"}, "programme": "$to", "funder": {"organization": "$to"},
        "recipient": {"organization": "$to"}, "part_of": "$to", "out_of": "$to", "places": ["$to"]}
}"#;

/// Of each kind two records that refer to `x`, and between them one that refers to `y`.
fn world() -> Dataset {
    let mut dataset = Dataset::default();
    for (id, to) in [("one", "x"), ("two", "y"), ("three", "x")] {
        let records: BTreeMap<String, Value> = serde_json::from_str(&ONE.replace("$to", to)).unwrap();
        for (kind, mut record) in records {
            record["id"] = id.into();
            record["evidence"] = serde_json::json!([{"source": to, "quote": "q"}]);
            dataset.push(
                serde_json::from_value::<cooperation::RecordLine>(serde_json::json!({kind: record})).unwrap(),
            );
        }
    }
    dataset
}

fn id<T: Identified>(text: &str) -> Id<T> {
    text.parse().unwrap()
}

fn party(text: &str) -> Party {
    Party::Organization(id(text))
}

fn body(text: &str) -> Body {
    Body::Organization(id(text))
}

fn named(text: &str) -> NamedRecord {
    NamedRecord::Project(id(text))
}

fn subject(text: &str) -> Subject {
    Subject::Project(id(text))
}

/// Each member that refers to records, and the ids of the records that are found from the other end.
type Question = (&'static str, fn(&Index<'_>, &str) -> Vec<String>);

macro_rules! questions {
    ($($member:literal $method:ident $asked:ident;)*) => {
        const QUESTIONS: &[Question] = &[$(($member, |index, to| {
            index.$method(&$asked(to)).map(|found| found.id().to_string()).collect()
        }),)*];
    };
}

questions! {
    "source/publisher" sources_published_by party;
    "place/part_of" subplaces id;
    "place/related/to" places_related_to named;
    "organization/place" organizations_seated_in id;
    "organization/places" organizations_in id;
    "organization/part_of" suborganizations body;
    "organization/related/to" organizations_related_to named;
    "group/places" groups_in id;
    "group/examples" groups_with_example party;
    "network/place" networks_seated_in id;
    "network/places" networks_in id;
    "network/part_of" subnetworks body;
    "network/related/to" networks_related_to named;
    "membership/member" memberships_of party;
    "membership/body" memberships_in body;
    "membership/via" memberships_via party;
    "cooperation/parties" cooperations_of party;
    "cooperation/about" cooperations_about subject;
    "cooperation/places" cooperations_in id;
    "programme/owner" programmes_owned_by party;
    "programme/managed_by" programmes_managed_by party;
    "programme/part_of" subprogrammes id;
    "programme/places" programmes_in id;
    "programme/related/to" programmes_related_to named;
    "project/programmes" projects_under id;
    "project/places" projects_in id;
    "project/target_groups" projects_for id;
    "project/about" projects_about subject;
    "project/related/to" projects_related_to named;
    "participation/party" participations_of party;
    "participation/project" participations_in id;
    "participation/via" participations_via party;
    "participation/about" participations_about subject;
    "participation/place" participations_from id;
    "activity/of" activities_of subject;
    "activity/part_of" subactivities id;
    "activity/actors" activities_by party;
    "activity/serves" activities_serving id;
    "goal/of" goals_of subject;
    "goal/serves" subgoals id;
    "goal/holders" goals_held_by party;
    "goal/target_groups" goals_for id;
    "goal/indicators/baselines/place" goals_measured_in id;
    "goal/indicators/targets/place" goals_measured_in id;
    "goal/indicators/actuals/place" goals_measured_in id;
    "policy_instrument/developed_by" instruments_developed_by party;
    "policy_instrument/serves" instruments_serving id;
    "policy_instrument/related/to" instruments_related_to named;
    "policy_instrument/responsible" instruments_assigned_to party;
    "policy_instrument/places" instruments_in id;
    "barrier/of" barriers_of subject;
    "barrier/attributed_to" barriers_attributed_to party;
    "funding/of" funding_of subject;
    "funding/programme" funding_by_programme id;
    "funding/funder" funding_by party;
    "funding/recipient" funding_to party;
    "funding/part_of" funding_parts id;
    "funding/out_of" funding_out_of id;
    "funding/places" funding_in id;
}

/// The members of a schema that refer to records, by their path.
fn referring(schema: &Value, root: &Value, at: &str, found: &mut BTreeSet<String>) {
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}/{name}");
        let Some(to) = member["$ref"].as_str().or(member["items"]["$ref"].as_str()) else { continue };
        match to.rsplit('/').next().unwrap() {
            "Party" | "Body" | "NamedRecord" | "Subject" => drop(found.insert(at)),
            // Its own id; and what it rests on, which `evidence_from` answers for all kinds at once.
            _ if name == "id" || name == "evidence" => {}
            to if to.ends_with("Id") => drop(found.insert(at)),
            _ => referring(root.pointer(to.trim_start_matches('#')).unwrap(), root, &at, found),
        }
    }
}

#[test]
fn every_reference_is_found_from_the_record_it_points_to() {
    let mut members = BTreeSet::new();
    for kind in RecordKind::ALL {
        let schema = schema::record(*kind, Draft::Draft2020_12);
        referring(schema.as_value(), schema.as_value(), kind.as_str(), &mut members);
    }
    assert_eq!(members, QUESTIONS.iter().map(|(member, _)| (*member).to_owned()).collect());

    let dataset = world();
    let index = Index::new(&dataset);
    for (member, ask) in QUESTIONS {
        assert_eq!(ask(&index, "x"), ["one", "three"], "{member}");
        assert_eq!(ask(&index, "y"), ["two"], "{member}");
        assert_eq!(ask(&index, "one"), [""; 0], "{member}");
    }
    assert_eq!(index.evidence_from(&id("x")).count(), 2 * RecordKind::ALL.len());
    // The same id of another kind is another record.
    let network = Party::Network(id("x"));
    assert_eq!((index.goals_held_by(&network).count(), index.groups_with_example(&network).count()), (0, 0));
    assert_eq!(index.projects_about(&Subject::Network(id("x"))).count(), 0);
}

#[test]
fn same_as_statements_are_found_from_both_ends() {
    let dataset = Dataset::from_json(
        r#"{"version": "1.0",
            "organizations": [
                {"id": "a", "name": {"en": "A"},
                    "related": [{"to": {"network": "n"}, "relation": "same as", "basis": "open"}]},
                {"id": "b", "name": {"en": "B"},
                    "related": [{"to": {"organization": "a"}, "relation": "same as", "basis": "implied"},
                        {"to": {"network": "n"}, "relation": "replaces"},
                        {"to": {"organization": "gone"}, "relation": "same as"}]}],
            "networks": [{"id": "n", "name": {"en": "N"},
                "related": [{"to": {"organization": "a"}, "relation": "same as"}]}]
        }"#,
    )
    .unwrap();
    let index = Index::new(&dataset);
    let same = |record: NamedRecord| {
        let basis = |basis: Option<RelationBasis>| basis.map_or("stated", |basis| basis.as_str());
        let found = index.same_as(&record);
        found.map(|(other, same)| format!("{} {}", other.key().1, basis(same.basis))).collect::<Vec<_>>()
    };
    let organization = |text: &str| NamedRecord::Organization(id(text));
    assert_eq!(same(organization("a")), ["n open", "b implied", "n stated"]);
    assert_eq!(same(organization("b")), ["a implied", "gone stated"]);
    assert_eq!(same(organization("gone")), ["b stated"]);
    assert_eq!(same(NamedRecord::Network(id("n"))), ["a stated", "a open"]);
    assert_eq!(same(NamedRecord::Project(id("a"))), [""; 0]);
}

#[test]
fn results_outlive_the_id_that_was_asked_for() {
    // That this compiles says that an index of what lives long is one of what lives shorter.
    fn shorter<'a>(index: &'a Index<'static>) -> &'a Index<'a> {
        index
    }
    let _ = shorter;
    let dataset = world();
    let found: Vec<&Project> = {
        let index = Index::new(&dataset);
        let found = {
            let asked: PlaceId = id("x");
            index.projects_in(&asked)
        };
        found.collect()
    };
    assert_eq!(found.len(), 2);
}

/// So many ids that some of them have a fingerprint in common, in nearly every run.
#[test]
fn none_of_150_000_programmes_is_given_the_money_of_another() {
    let mut dataset = Dataset::default();
    for number in 0..150_000_u32 {
        let mut funding = Funding::new(id::<Funding>(&format!("f{number}")));
        funding.programme = Some(id(&format!("p{number}")));
        dataset.funding.push(funding);
    }
    let index = Index::new(&dataset);
    for programme in dataset.funding.iter().filter_map(|funding| funding.programme.as_ref()) {
        let sums = index.money_by_programme(programme).unwrap();
        let found: Vec<_> = sums.iter().map(|sum| (sum.programme, sum.without_amount)).collect();
        assert_eq!(found, [(Some(programme), 1)]);
    }
}

/// More than enough that some of them have a fingerprint in common.
#[test]
fn none_of_250_000_places_is_mistaken_for_another() {
    let name = Text::new("en", "a group").unwrap();
    let mut dataset = Dataset::default();
    for number in 0..250_000_u32 {
        let mut group = Group::new(id::<Group>(&format!("g{number}")), name.clone());
        group.places.push(id(&format!("p{number}")));
        dataset.groups.push(group);
    }
    let index = Index::new(&dataset);
    for group in &dataset.groups {
        let found: Vec<&GroupId> = index.groups_in(&group.places[0]).map(|found| &found.id).collect();
        assert_eq!(found, [&group.id]);
    }
}
