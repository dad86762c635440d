use cooperation::{
    Activity, Barrier, Body, Cooperation, CountryCode, CurrencyCode, Dataset, Decimal, Duration, Evidence,
    Funding, Goal, Group, Label, Language, Link, Membership, Money, Network, Organization, PartialDate,
    Participation, Party, Period, Place, PolicyInstrument, Programme, Project, ProjectId, RecordKind,
    RecordLine, Source, Subject, Text, Truth, Url, ValueError,
    codes::{Extent, NutsCode, OtherCode, Status},
    dataset::{Collision, Header, Merged},
    model::{
        Address, Budget, Classification, Count, Dimension, Identifier, Indicator, IndicatorValue,
        NamedRecord, OtherName, Point, Related,
    },
    values::{
        Digest, EmptyList, Extensions, List, MediaType, NonEmpty, Pointer, Precision, Quote, SumOverflow,
        Texts, Totals, Version,
    },
    walk::{Code, Leaf, Path},
};

#[test]
fn every_type_can_be_sent_and_shared() {
    fn can<T: Send + Sync + Unpin + 'static>() {}
    macro_rules! all { ($($type:ty)*) => { $( can::<$type>(); )* }; }
    all! {
        Activity Address Barrier Body Budget Classification Code<'static> Collision Cooperation Count CountryCode
        CurrencyCode Dataset Decimal Digest Dimension Duration EmptyList Evidence Extensions Funding Goal Group Header
        Identifier Indicator IndicatorValue RecordKind Label Language Leaf<'static> Link List<Project> MediaType Membership
        Merged Money NamedRecord Network NonEmpty<Party> NutsCode Organization OtherCode OtherName SumOverflow
        Participation PartialDate Party Path<'static> Period Place Point Pointer PolicyInstrument Precision Programme
        Project ProjectId Quote RecordLine Related Source Status Subject Text Texts<'static> Totals Truth Url ValueError
        Version
    }
}

#[test]
fn a_list_has_the_size_of_a_vec_optional_or_not() {
    let vec = size_of::<Vec<Project>>();
    assert_eq!(size_of::<List<Project>>(), vec);
    assert_eq!(size_of::<NonEmpty<Party>>(), vec);
    assert_eq!(size_of::<Option<List<Project>>>(), vec);
    assert_eq!(size_of::<Extensions>(), vec);
}

#[test]
fn values_are_as_small_as_they_promise() {
    assert_eq!(size_of::<Option<Status>>(), 16);
    assert_eq!(size_of::<CountryCode>(), 2);
    assert_eq!(size_of::<CurrencyCode>(), 3);
    assert_eq!(size_of::<Option<Period>>(), 14);
    assert_eq!(size_of::<Money>(), 20);
    assert_eq!(size_of::<Party>(), 32);
    assert_eq!(size_of::<Body>(), 32);
    assert_eq!(size_of::<Option<NamedRecord>>(), 32);
    assert_eq!(size_of::<Option<u32>>(), 8);
    assert_eq!(size_of::<Option<Extent>>(), 1);
}

#[test]
fn a_list_is_a_slice_that_can_grow() {
    let mut list: List<u16> = List::new();
    assert!(list.is_empty() && list == List::default());
    list.push(3);
    list.extend([1, 2]);
    list.sort_unstable();
    assert_eq!(&list[..], [1, 2, 3]);
    list.retain(|number| *number != 2);
    assert_eq!(list, List::from([1, 3]));
    assert_eq!(list, List::from(vec![1, 3]));
    assert_eq!((&list).into_iter().sum::<u16>(), 4);
    assert_eq!(list.into_iter().rev().collect::<List<_>>(), List::from([3, 1]));
}

#[test]
fn a_list_changes_place_by_place() {
    let mut list = List::from([1_u16, 2]);
    list.insert(0, 0);
    list.push(3);
    assert_eq!(list, List::from([0, 1, 2, 3]));
    assert_eq!(list.remove(1), 1);
    assert_eq!(list.pop(), Some(3));
    for number in &mut list {
        *number += 10;
    }
    assert_eq!(Vec::from(list.clone()), [10, 12]);
    list.clear();
    assert!(list.is_empty() && list.pop().is_none());
}

#[test]
fn a_list_of_at_least_one_has_a_first_item_and_can_grow() {
    let mut list = NonEmpty::from(1_u16);
    list.extend([2, 3]);
    for number in &mut list {
        *number *= 2;
    }
    assert_eq!((list.first(), list.last()), (&2, Some(&6)));
    assert_eq!(Vec::from(list.clone()), [2, 4, 6]);
    let plain = List::from(list.clone());
    assert_eq!(NonEmpty::try_from(plain), Ok(list));
    assert!(NonEmpty::<u16>::try_from(List::new()).is_err());
}

#[test]
fn a_list_of_at_least_one_is_never_empty() {
    assert!(NonEmpty::<u16>::try_from(vec![]).is_err());
    let mut list = NonEmpty::try_from(vec![1_u16]).unwrap();
    list.push(2);
    assert_eq!(list, NonEmpty::from([1, 2]));
    assert_eq!(NonEmpty::from(1_u16).len(), 1);
    assert_eq!(serde_json::from_str::<NonEmpty<u16>>("[1, 2]").unwrap(), list);
    for json in ["[]", "null", "1", "{}", "[null]"] {
        assert!(serde_json::from_str::<NonEmpty<u16>>(json).is_err(), "{json} was read");
    }
}

#[test]
fn an_empty_list_is_omitted_and_refused_when_read() {
    let json = r#"{"version":"1.0","places":[{"id":"no","name":{"nb":"Norge"}}]}"#;
    let mut dataset: Dataset = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&dataset).unwrap(), json);
    dataset.places.retain(|_| false);
    assert_eq!(serde_json::to_string(&dataset).unwrap(), r#"{"version":"1.0"}"#);
    for list in ["[]", "null", "{}", "\"\"", "[null]", "[[]]"] {
        let document = format!(r#"{{"version": "1.0", "places": {list}}}"#);
        assert!(serde_json::from_str::<Dataset>(&document).is_err(), "{document} was read");
    }
}

#[test]
fn an_object_takes_its_own_members_once_and_no_null_or_array() {
    let project = |members: &str| {
        serde_json::from_str::<Project>(&format!(r#"{{"id": "atm", "title": {{"en": "ATM"}}{members}}}"#))
    };
    assert!(project("").is_ok());
    for members in [
        r#", "titel": {"en": "ATM"}"#,
        r#", "id": "atm""#,
        r#", "\u0069d": "atm""#,
        r#", "period": null"#,
        r#", "period": ["2006", "2007"]"#,
        r#", "period": {"start": "2006", "start": "2006"}"#,
        r#", "period": {"from": "2006"}"#,
        r#", "acronym": ["ATM"]"#,
        r#", "target_groups": "x""#,
    ] {
        assert!(project(members).is_err(), "{members} was read");
    }
    for members in [
        r#", "partner_count": {"exact": 9}"#,
        r#", "partner_count": "9""#,
        r#", "partner_count": 9.0"#,
        r#", "partner_count_words": "nine""#,
        r#", "programmes": "a""#,
        r#", "counts": {"what": {"en": "countries"}, "number": 8}"#,
        r#", "counts": [{"number": 8}]"#,
        r#", "budgets": [{"period": {"start": "2006"}}]"#,
        r#", "budgets": [{"amount": {"amount": "1", "currency": "EUR"}, "revised": "true"}]"#,
        r#", "budgets": [{"amount": {"amount": "1", "currency": "EUR"}, "revised": 1}]"#,
        r#", "related": [{"to": {"project": "b"}}]"#,
        r#", "related": [{"to": {"goal": "b"}, "relation": "part of"}]"#,
        r#", "related": [{"to": "b", "relation": "part of"}]"#,
        r#", "related": [{"relation": "part of", "basis": "stated"}]"#,
    ] {
        assert!(project(members).is_err(), "{members} was read");
    }
    for members in [
        r#", "partner_count": 9, "partner_count_words": {"en": "nine"}"#,
        r#", "counts": [{"what": {"en": "countries"}, "number": 0, "words": {"en": "none"}}]"#,
        r#", "budgets": [{"amount": {"amount": "1", "currency": "EUR"}, "revised": false}]"#,
        r#", "related": [{"to": {"project": "b"}, "relation": "part of", "basis": "open"}]"#,
    ] {
        assert!(project(members).is_ok(), "{members} was refused");
    }
    assert!(serde_json::from_str::<Project>(r#"{"id": "atm"}"#).is_err());
    assert!(serde_json::from_str::<Project>(r#"["atm", {"en": "ATM"}]"#).is_err());
}

#[test]
fn a_choice_has_exactly_one_member() {
    let party = serde_json::from_str::<Party>;
    assert!(party(r#"{"organization": "emn"}"#).is_ok());
    for json in [
        "{}",
        "null",
        "\"organization\"",
        r#"{"organisation": "emn"}"#,
        r#"{"organization": null}"#,
        r#"{"organization": "emn", "network": "emn"}"#,
        r#"{"organization": "emn", "organization": "emn"}"#,
        r#"["organization", "emn"]"#,
        r#"{"organization": {"id": "emn"}}"#,
    ] {
        assert!(party(json).is_err(), "{json} was read");
    }
}

#[test]
fn a_body_is_never_a_group() {
    let membership = |body: &str| {
        serde_json::from_str::<Membership>(&format!(
            r#"{{"id": "m", "member": {{"group": "g"}}, "body": {{"{body}": "x"}}}}"#
        ))
    };
    assert!(membership("organization").is_ok() && membership("network").is_ok());
    for body in ["group", "programme", "project", "cooperation", "body"] {
        let error = membership(body).unwrap_err().to_string();
        assert!(error.contains("expected one of: organization, network (at /body"), "{error}");
    }
}

#[test]
fn a_point_has_two_decimals_and_keeps_their_digits() {
    let json = r#"{"latitude":"59.60","longitude":"-10.7300000"}"#;
    let point: Point = serde_json::from_str(json).unwrap();
    assert_eq!((point.latitude, point.longitude), ("59.60".parse().unwrap(), "-10.7300000".parse().unwrap()));
    assert_eq!(serde_json::to_string(&point).unwrap(), json);
    // Whether the point is on Earth is for a rule.
    assert!(serde_json::from_str::<Point>(r#"{"latitude": "107.3", "longitude": "-181"}"#).is_ok());
    for json in [
        "{}",
        "null",
        r#"["59.6", "10.7"]"#,
        r#""59.6, 10.7""#,
        r#"{"latitude": "59.6"}"#,
        r#"{"latitude": 59.6, "longitude": 10.7}"#,
        r#"{"latitude": "59,6", "longitude": "10,7"}"#,
        r#"{"latitude": "59.6N", "longitude": "10.7E"}"#,
        r#"{"latitude": "5.96e1", "longitude": "10.7"}"#,
        r#"{"latitude": "", "longitude": "10.7"}"#,
        r#"{"latitude": "59.6", "longitude": "10.7", "altitude": "3"}"#,
        r#"{"lat": "59.6", "lon": "10.7"}"#,
    ] {
        assert!(serde_json::from_str::<Point>(json).is_err(), "{json} was read");
    }
}

#[test]
fn an_address_has_whatever_is_known_of_it() {
    for json in [
        "{}",
        r#"{"country":"NO"}"#,
        r#"{"street":"Postboks 1","postal_code":"0150","locality":"Oslo","region":"Oslo","country":"NO","point":{"latitude":"59.9","longitude":"10.7"}}"#,
    ] {
        let address: Address = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&address).unwrap(), json);
    }
    for json in [
        "null",
        r#""Kaien 1, 6893 Vik""#,
        r#"["Kaien 1"]"#,
        r#"{"postal_code": 150}"#,
        r#"{"country": "Norway"}"#,
        r#"{"country": {"en": "Norway"}}"#,
        r#"{"locality": {"nb": "Oslo"}}"#,
        r#"{"street": ""}"#,
        r#"{"street": "Kaien 1\n6893 Vik"}"#,
        r#"{"city": "Oslo"}"#,
        r#"{"point": {"latitude": "59.9"}}"#,
    ] {
        assert!(serde_json::from_str::<Address>(json).is_err(), "{json} was read");
    }
}

#[test]
fn a_classification_with_a_significance_of_zero_does_not_apply() {
    let applies = |significance: &str| {
        let json = format!(r#"{{"scheme": "DAC markers", "code": "1"{significance}}}"#);
        serde_json::from_str::<Classification>(&json).unwrap().applies()
    };
    assert!(!applies(r#", "significance": "0""#));
    // Only a plain 0 says so: what other scales mean is not guessed.
    for significance in
        ["", r#", "significance": "1""#, r#", "significance": "2""#, r#", "significance": "00""#]
    {
        assert!(applies(significance), "{significance}");
    }
    assert!(applies(r#", "share": "0""#), "a share is no significance");
    assert!(Classification::default().applies());
    assert!(serde_json::from_str::<Classification>(r#"{"significance": 0}"#).is_err());
}

#[test]
fn a_list_resolves_itself_and_its_items_by_number() {
    use cooperation::walk::Walk as _;
    let mut link = Link::default();
    link.title = Some(Text::und("T").unwrap());
    let list = List::from(vec![link]);
    for pointer in ["", "/0", "/0/title", "/0/title/und"] {
        assert!(list.holds(pointer), "{pointer}");
    }
    for pointer in ["0", "x", "/", "/1", "/00", "/0/url", "/0/", "/title"] {
        assert!(!list.holds(pointer), "{pointer}");
    }
    assert!(!List::<Link>::default().holds("") && !List::<Link>::default().holds("/0"));
}

#[test]
fn a_wrong_type_is_answered_with_the_expected_one() {
    let told = |error: serde_json::Error| error.to_string().split(" at line").next().unwrap().to_owned();
    assert_eq!(told(serde_json::from_str::<Text>("1").unwrap_err()), "found 1, expected an object (text)");
    assert_eq!(
        told(serde_json::from_str::<Extensions>("[]").unwrap_err()),
        "found a list, expected an object (extensions)"
    );
    assert_eq!(
        told(serde_json::from_str::<Text>(r#"{"en": 1}"#).unwrap_err()),
        "found 1, expected a string (text) (at /en)"
    );
    assert_eq!(
        told(serde_json::from_str::<NonEmpty<Party>>("1").unwrap_err()),
        "invalid type: integer `1`, expected a sequence"
    );
}

/// The places of all values.
struct Seen<'s>(&'s mut Vec<String>);

impl cooperation::walk::Visitor for Seen<'_> {
    fn leaf(&mut self, at: &Path<'_>, _: Leaf<'_>) {
        self.0.push(at.to_string());
    }
}

#[test]
fn a_non_empty_list_behaves_like_a_list() {
    use cooperation::walk::Walk as _;
    let mut parties: NonEmpty<Party> = serde_json::from_str(r#"[{"network": "a"}, {"group": "b"}]"#).unwrap();
    parties.swap(0, 1);
    assert_eq!(serde_json::to_string(&parties).unwrap(), r#"[{"group":"b"},{"network":"a"}]"#);
    let shown = format!("{parties:?}");
    assert_eq!(shown, format!("{:?}", parties.to_vec()));
    assert!(shown.contains("Group") && shown.contains("Network"), "{shown}");
    let boxed = Box::new(parties);
    let mut seen = Vec::new();
    boxed.walk(&Path::root(), &mut Seen(&mut seen));
    assert_eq!(seen, ["/0/group", "/1/network"]);
    assert!(boxed.holds("/1/network") && !boxed.holds("/1/group") && !boxed.holds("/2"));
}
