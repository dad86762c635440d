use super::hash;
use cooperation::{Id, Identified, Kind, Money, Party, Period, Subject};
use std::collections::{BTreeSet, HashSet};

fn id<T: Identified>() -> Id<T> {
    "x".parse().unwrap()
}

#[test]
fn parties_and_subjects_come_back_from_their_keys() {
    let (mut parties, mut subjects) = (Vec::new(), Vec::new());
    for &kind in Kind::ALL {
        if let Ok(party) = Party::from_key(kind, "x") {
            assert_eq!(party.key(), (kind, "x"));
            parties.push(kind);
        }
        if let Ok(subject) = Subject::from_key(kind, "x") {
            assert_eq!(subject.key(), (kind, "x"));
            subjects.push(kind);
        }
        assert!(Party::from_key(kind, "a b").is_err() && Subject::from_key(kind, "a b").is_err());
    }
    let listed = |error: String| error.split_once("one of: ").unwrap().1.to_owned();
    let names = |kinds: &[Kind]| kinds.iter().map(|kind| kind.as_str().to_owned()).collect::<BTreeSet<_>>();
    let told = |words: String| words.split(", ").map(str::to_owned).collect::<BTreeSet<_>>();
    let party = Party::from_key(Kind::Source, "x").unwrap_err();
    assert!(party.to_string().starts_with(r#""source" is not a party: expected one of: "#), "{party}");
    assert_eq!(told(listed(party.to_string())), names(&parties));
    let subject = Subject::from_key(Kind::Source, "x").unwrap_err();
    assert_eq!(told(listed(subject.to_string())), names(&subjects));
}

#[test]
fn a_party_is_a_subject_where_there_is_such_a_subject() {
    assert_eq!(Subject::try_from(Party::Organization(id())), Ok(Subject::Organization(id())));
    assert_eq!(Subject::try_from(Party::Network(id())), Ok(Subject::Network(id())));
    let error = Subject::try_from(Party::Group(id())).unwrap_err();
    assert_eq!(error.to_string(), r#""x" is not a subject: a group cannot be one"#);
}

#[test]
fn parties_and_subjects_have_the_order_of_their_keys() {
    let party = |kind, text| Party::from_key(kind, text).unwrap();
    let sorted = [
        party(Kind::Organization, "a"),
        party(Kind::Organization, "z"),
        party(Kind::Group, "b"),
        party(Kind::Network, "a"),
    ];
    let mut parties = sorted.clone();
    parties.reverse();
    assert_eq!(parties.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>(), sorted);
    parties.sort_by(|one, other| one.key().cmp(&other.key()));
    assert_eq!(parties, sorted);
    let subjects: BTreeSet<Subject> =
        Kind::ALL.iter().filter_map(|&kind| Subject::from_key(kind, "x").ok()).collect();
    assert!(subjects.iter().map(Subject::key).is_sorted() && subjects.len() == 8);
}

#[test]
fn equal_values_have_the_same_hash() {
    let party = || Party::Network(id());
    assert_eq!(HashSet::from([party(), party(), Party::Organization(id())]).len(), 2);
    let subject = || Subject::Network(id());
    assert_eq!(HashSet::from([subject(), subject(), Subject::Organization(id())]).len(), 2);
    let money = |amount: &str| Money::parse(amount, "EUR").unwrap();
    assert_eq!(hash(&money("1.00")), hash(&money("1.00")));
    let period = || Period::since("2006".parse().unwrap());
    assert_eq!(HashSet::from([period(), period(), Period::default()]).len(), 2);
}
