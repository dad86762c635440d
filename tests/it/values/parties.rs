use super::hash;
use cooperation::{
    Body, Id, Money, Party, Period, RecordKind, Subject, model::NamedRecord, values::Identified,
};
use std::collections::{BTreeSet, HashSet};

fn id<T: Identified>() -> Id<T> {
    "x".parse().unwrap()
}

/// Tests of a choice between references, of which there is one for each of the kinds.
macro_rules! choice {
    ($test:ident, $choice:ident, $title:literal, $kinds:literal) => {
        #[test]
        fn $test() {
            let expected: Vec<&str> = $kinds.split(", ").collect();
            let mut kinds = Vec::new();
            for &kind in RecordKind::ALL {
                match $choice::from_key(kind, "x") {
                    Ok(reference) => {
                        assert_eq!(reference.key(), (kind, "x"));
                        assert_eq!(reference.to_string(), format!("{} x", kind.title()));
                        let json = format!("{{\"{}\":\"x\"}}", kind.as_str());
                        assert_eq!(serde_json::to_string(&reference).unwrap(), json);
                        assert_eq!(serde_json::from_str::<$choice>(&json).unwrap(), reference);
                        kinds.push(kind.as_str());
                    }
                    Err(error) => {
                        let (found, start) =
                            (kind.as_str(), concat!(" is not a ", $title, ": expected one of: "));
                        let message = error.to_string();
                        let listed = message.strip_prefix(&format!("\"{found}\"{start}"));
                        let listed = listed.unwrap_or_else(|| panic!("{message}"));
                        assert_eq!(
                            listed.split(", ").collect::<BTreeSet<_>>(),
                            expected.iter().copied().collect()
                        );
                        assert!(serde_json::from_str::<$choice>(&format!("{{\"{found}\":\"x\"}}")).is_err());
                    }
                }
                // No kind makes an id of what is none.
                assert!($choice::from_key(kind, "a b").is_err());
            }
            assert_eq!(kinds.iter().copied().collect::<BTreeSet<_>>(), expected.iter().copied().collect());

            // The order is that of the keys: by kind, in the order of the lists of a document, then by id.
            let keys = |text| kinds.iter().map(move |kind| (kind.parse().unwrap(), text));
            let mut sorted: Vec<$choice> = keys("z")
                .chain(keys("a"))
                .map(|(kind, text)| $choice::from_key(kind, text).unwrap())
                .collect();
            sorted.sort();
            assert!(sorted.iter().map($choice::key).is_sorted());
            assert_eq!(sorted.iter().cloned().collect::<BTreeSet<_>>().len(), 2 * expected.len());
            assert_eq!((sorted[0].key().1, sorted[1].key().1), ("a", "z"));
            assert_eq!(
                sorted.iter().cloned().chain(sorted.iter().cloned()).collect::<HashSet<_>>().len(),
                sorted.len()
            );
        }
    };
}

choice! { a_party_is_one_of_three_kinds, Party, "party", "organization, network, group" }
choice! { a_body_is_an_organization_or_a_network, Body, "body", "organization, network" }
choice! { a_named_record_is_one_of_six_kinds, NamedRecord, "named record",
"place, organization, network, programme, project, policy_instrument" }
choice! { a_subject_is_one_of_ten_kinds, Subject, "subject",
"network, organization, group, programme, project, participation, activity, cooperation, policy_instrument, goal" }

#[test]
fn every_party_is_a_subject_and_every_body_a_party() {
    let subject = |party: Party| Subject::from(party);
    assert_eq!(subject(Party::Organization(id())), Subject::Organization(id()));
    assert_eq!(subject(Party::Network(id())), Subject::Network(id()));
    assert_eq!(subject(Party::Group(id())), Subject::Group(id()));
    for (body, party) in
        [(Body::Organization(id()), Party::Organization(id())), (Body::Network(id()), Party::Network(id()))]
    {
        assert_eq!(Party::from(body.clone()), party);
        assert_eq!(Subject::from(body), Subject::from(party));
    }
}

#[test]
fn parties_are_sorted_by_kind_and_then_by_id() {
    let party = |kind, text| Party::from_key(kind, text).unwrap();
    let sorted = [
        party(RecordKind::Organization, "a"),
        party(RecordKind::Organization, "z"),
        party(RecordKind::Group, "b"),
        party(RecordKind::Network, "a"),
    ];
    let mut parties = sorted.clone();
    parties.reverse();
    parties.sort();
    assert_eq!(parties, sorted);
}

#[test]
fn equal_values_have_the_same_hash() {
    let party = || Party::Network(id());
    assert_eq!(HashSet::from([party(), party(), Party::Organization(id())]).len(), 2);
    let subject = || Subject::Network(id());
    assert_eq!(HashSet::from([subject(), subject(), Subject::Organization(id())]).len(), 2);
    let body = || Body::Network(id());
    assert_eq!(HashSet::from([body(), body(), Body::Organization(id())]).len(), 2);
    let record = || NamedRecord::Place(id());
    assert_eq!(HashSet::from([record(), record(), NamedRecord::Project(id())]).len(), 2);
    let money = |amount: &str| Money::parse(amount, "EUR").unwrap();
    assert_eq!(hash(&money("1.00")), hash(&money("1.00")));
    let period = || Period::since("2006".parse().unwrap());
    assert_eq!(HashSet::from([period(), period(), Period::default()]).len(), 2);
}
