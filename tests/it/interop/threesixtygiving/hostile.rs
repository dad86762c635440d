//! Packages made to be hard to read.

use super::{MEMBERS, package, there_and_back};
use crate::support::large;
use crate::support::random::Random;
use cooperation::interop::threesixtygiving::{read, write};
use cooperation::{Dataset, io::FaultKind};
use serde_json::{Value, json};

fn comes_back(package: &str) {
    let dataset = Dataset::from_json(&read(package).unwrap().value.to_json()).unwrap();
    let back: Value = serde_json::from_str(&write(&dataset).value).unwrap();
    assert!(
        back == serde_json::from_str::<Value>(package).unwrap(),
        "{}",
        package.get(..200).unwrap_or(package)
    );
}

/// So many members, each with its comma before it.
fn members(count: usize) -> String {
    (0..count).map(|n| format!(r#", "m{n}": {n}"#)).collect::<Vec<_>>().concat()
}

#[test]
fn values_of_any_allowed_depth_come_back() {
    let mut refused = 0;
    for depth in 55..70 {
        let value = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        for package in [
            format!(r#"{{"grants": [], "x": {value}}}"#),
            format!(r#"{{"grants": [{{"id": "g", "x": {value}}}]}}"#),
            format!(r#"{{"grants": [{{"id": "g", "fundingOrganization": [{{"id": "o", "x": {value}}}]}}]}}"#),
        ] {
            match read(&package) {
                Ok(_) => comes_back(&package),
                Err(error) => {
                    refused += 1;
                    assert!(error.to_string().contains("deep"), "{error}");
                }
            }
        }
    }
    assert!((3..45).contains(&refused), "{refused}");
}

#[test]
fn objects_with_many_members_come_back() {
    comes_back(&large::grants_with_unknown_members(40_000));
}

#[test]
fn members_of_one_mention_are_not_copied_to_the_others() {
    let wide = members(2_000);
    let others =
        (0..2_000).map(|n| format!(r#", {{"id": "g{n}", "recipientOrganization": [{{"id": "o"}}]}}"#));
    let others = others.collect::<Vec<_>>().concat();
    let package =
        format!(r#"{{"grants": [{{"id": "g", "recipientOrganization": [{{"id": "o"{wide}}}]}}{others}]}}"#);
    let dataset = read(&package).unwrap().value;
    assert_eq!(dataset.organizations.len(), 1);
    let length = dataset.to_json().len();
    assert!(length < 20 * package.len(), "{length} bytes of {}", package.len());
    comes_back(&package);
}

#[test]
fn bytes_that_are_not_utf8_are_an_error() {
    for bytes in [&b"\xff\xfe{\0}\0"[..], b"{\"grants\": [{\"id\": \"\xc3\"}]}", b"\0", b"", b"\xef\xbb\xbf"]
    {
        assert!(read(bytes).is_err(), "{bytes:?}");
    }
    assert!(read(b"\xef\xbb\xbf{\"grants\": []}").is_ok());
}

#[test]
fn anything_but_a_package_is_refused_with_its_location() {
    let cases: [(&[u8], FaultKind, &str); 9] = [
        (b"", FaultKind::EmptyInput, ""),
        (b"[]", FaultKind::WrongType, ""),
        (b"{}", FaultKind::MissingMember, ""),
        (br#"{"grants": {}}"#, FaultKind::WrongType, "/grants"),
        (br#"{"grants": [{}, 7]}"#, FaultKind::WrongType, "/grants/1"),
        (br#"{"grants": [{"x": 1, "x": 2}]}"#, FaultKind::DoubledMember, "/grants/0/x"),
        (br#"{"grants": [}"#, FaultKind::Syntax, "/grants/0"),
        (b"{\"grants\": \"\xff\"}", FaultKind::NotUtf8, ""),
        (b"{\0\"\0", FaultKind::OtherEncoding, ""),
    ];
    for (bytes, kind, pointer) in cases {
        let error = read(bytes).unwrap_err();
        let fault = &error.faults()[0];
        assert_eq!((fault.kind(), fault.pointer()), (kind, pointer), "{error}");
    }
    let error = read(b"{\"grants\": [1,\n2]}").unwrap_err();
    assert_eq!((error.count(), error.faults()[1].line(), error.faults()[1].column()), (2, 2, 1));
    let deep = format!("{{\"grants\": [{}{}]}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(deep.as_bytes()).unwrap_err().faults()[0].kind(), FaultKind::TooDeep);
    let as_deep_as_may_be = format!("{{\"grants\": [{{\"x\": {}{}}}]}}", "[".repeat(61), "]".repeat(61));
    there_and_back(&as_deep_as_may_be);
    assert_eq!(read(b"\xef\xbb\xbf{\"grants\": []}").unwrap().value, Dataset::default());
}

#[test]
fn any_mixture_of_members_in_grants_comes_back() {
    let values = [
        "null",
        "7",
        "1e3",
        "\"\"",
        "\"x\"",
        "\"GB-CHC-1\"",
        "\"GBP\"",
        "\"2024-02-29\"",
        "\"2024-02-29T00:00:00Z\"",
        "\"https://example.org\"",
        "[]",
        "{}",
        "[{}]",
        "[7]",
        "[{\"id\": \"a b\", \"name\": \"N\"}]",
        "[{\"id\": \"GB-CHC-1\", \"name\": \"M\", \"url\": \"https://m.example\", \"z\": [{\"q\": 1}]}, {\"id\": \"b\"}]",
        "[{\"id\": \"GB-CHC-1\", \"z\": [{}, {\"q\": 2}], \"description\": \"d\"}]",
        "{\"id\": \"p\", \"name\": \"P\"}",
        "{\"id\": \"p\", \"age\": 4}",
        "[{\"code\": \"c\", \"title\": \"t\", \"url\": \"u\"}]",
        "[{\"title\": \"t\"}]",
        "[{\"url\": \"plan.pdf\"}, {\"title\": \"M\", \"documentType\": \"x\"}, {\"url\": \"https://m.example\"}]",
        "[{\"startDate\": \"2024\", \"duration\": 3}, {\"endDate\": 4}]",
    ];
    let mut random = Random(360);
    let mut pick = |most: usize| random.below(most);
    for _ in 0..400 {
        let grants: Vec<_> = (0..pick(5))
            .map(|_| {
                let members: Vec<_> = MEMBERS
                    .iter()
                    .filter_map(|name| {
                        let value = values[pick(values.len())];
                        (pick(3) > 0).then(|| format!("\"{name}\": {value}"))
                    })
                    .collect();
                format!("{{{}}}", members.join(", "))
            })
            .collect();
        there_and_back(&format!("{{\"grants\": [{}]}}", grants.join(", ")));
    }
}

#[test]
fn broken_bytes_are_errors_and_never_panic() {
    let whole = package([
        json!({"plannedDates": [{"duration": 3}], "grantProgramme": [{"title": "t"}], "x": {"y": [1.5e3, "\u{1f600}"]}}),
    ]);
    let whole = whole.as_bytes();
    let mut refused = 0;
    for place in 0..whole.len() {
        refused += usize::from(read(&whole[..place]).is_err());
        for byte in [0, b'"', b'{', b']', b'\\', b'7', 0xff] {
            let mut bytes = whole.to_vec();
            bytes[place] = byte;
            if let Ok(read) = read(&bytes) {
                let _ = write(&read.value);
            }
        }
    }
    assert_eq!(refused, whole.len());
}

#[test]
fn many_mentions_of_a_large_organization_stay_small() {
    let members: serde_json::Map<_, _> =
        (0..3000).map(|place| (format!("m{place}"), json!("v".repeat(place)))).collect();
    let mut first = json!({"id": "GB-CHC-7", "name": "n".repeat(50_000)});
    first.as_object_mut().unwrap().extend(members);
    let mention = |place: usize| json!({"id": "GB-CHC-7", "name": format!("Name {place}"), "url": format!("https://example.org/{place}")});
    let grants = (0..1000).map(|place| {
        let mention = if place == 0 { first.clone() } else { mention(place) };
        json!({"id": format!("g{place}"), "recipientOrganization": [mention]})
    });
    let text = package(grants);
    let (dataset, _) = there_and_back(&text);
    assert!(
        dataset.to_json().len() < text.len() + 1_500_000,
        "{} from {}",
        dataset.to_json().len(),
        text.len()
    );
    assert!(dataset.organizations[1].other_names.len() < 40 && dataset.organizations[1].links.len() < 40);
}
