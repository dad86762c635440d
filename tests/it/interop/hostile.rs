//! Packages made to be hard to read.

use crate::stopwatch::Stopwatch;
use cooperation::Dataset;
use cooperation::interop::threesixtygiving::{read, write};
use serde_json::Value;
use std::time::Duration;

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
fn whatever_is_not_too_deep_to_be_read_comes_back() {
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
fn objects_with_many_members_cost_what_they_hold() {
    let wide = members(40_000);
    let start = Stopwatch::start();
    comes_back(&format!(r#"{{"grants": [{{"id": "g"{wide}}}]{wide}}}"#));
    comes_back(&format!(r#"{{"grants": [{{"id": "g", "recipientOrganization": [{{"id": "o"{wide}}}]}}]}}"#));
    // A search for each member among all others takes minutes.
    assert!(start.elapsed() < Duration::from_secs(25), "{:?}", start.elapsed());
}

#[test]
fn what_one_mention_says_is_not_multiplied_by_the_others() {
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
fn bytes_that_are_no_text_are_an_error() {
    for bytes in [&b"\xff\xfe{\0}\0"[..], b"{\"grants\": [{\"id\": \"\xc3\"}]}", b"\0", b"", b"\xef\xbb\xbf"]
    {
        assert!(read(bytes).is_err(), "{bytes:?}");
    }
    assert!(read(b"\xef\xbb\xbf{\"grants\": []}").is_ok());
}
