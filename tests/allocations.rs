//! A guard against disasters of speed: it counts allocations, which are the same on every machine, and no seconds.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that stumbles is a test that fails"
)]

#[path = "support/large.rs"]
mod large;
// As a dependency, the program would bring its own dependencies, and each would be built before an example runs.
#[path = "../cli/src/synthetic.rs"]
mod synthetic;

use allocation_counter::measure;
use cooperation::{Dataset, Index, Rules, Text, values::Extensions};

/// Allocations for each record, in hundredths.
fn per_record(projects: u32, work: impl Fn(&str, &Dataset)) -> u64 {
    let dataset = synthetic::dataset(projects, 1).unwrap();
    let json = dataset.to_json();
    let counted = measure(|| work(&json, &dataset));
    counted.count_total * 100 / u64::try_from(dataset.len()).unwrap()
}

/// Allocates no more for each record than that, in hundredths, and for twice the records no more than that again.
fn holds(most: u64, work: impl Fn(&str, &Dataset)) {
    let (once, twice) = (per_record(500, &work), per_record(1_000, &work));
    assert!(once <= most, "{once} hundredths of an allocation for each record, expected at most {most}");
    assert!(twice <= once + once / 20 + 2, "{once} hundredths for each record, but {twice} of twice as many");
}

#[test]
fn reading_allocates_a_few_times_for_each_record() {
    holds(700, |json, _| drop(Dataset::from_json(json).unwrap()));
}

#[test]
fn validating_allocates_less_than_reading() {
    let rules = Rules::default();
    holds(350, |_, dataset| assert!(rules.check(dataset).is_empty()));
}

#[test]
fn an_index_allocates_nothing_for_a_record() {
    holds(10, |_, dataset| drop(Index::new(dataset)));
}

/// Networks that are the same by a chain from the first to the last.
#[test]
fn a_chain_of_identities_is_indexed_in_linear_work() {
    let chain = |count: usize| {
        let network = |number: usize| match number.checked_sub(1) {
            None => r#"{"id": "n0", "name": {"en": "N"}}"#.to_owned(),
            Some(before) => format!(
                r#"{{"id": "n{number}", "name": {{"en": "N"}}, "related": [{{"to": {{"network": "n{before}"}}, "relation": "same as"}}]}}"#
            ),
        };
        let networks: Vec<String> = (0..count).map(network).collect();
        Dataset::from_json(&format!(r#"{{"version": "1.0", "networks": [{}]}}"#, networks.join(","))).unwrap()
    };
    is_linear(5_000, chain, |dataset| drop(Index::new(dataset)));
}

#[test]
fn writing_allocates_nothing_for_a_record() {
    holds(10, |_, dataset| drop(dataset.to_json()));
}

/// Twice the input takes no more than about twice the allocations, of about twice the bytes. What grows with the square of
/// the input takes four times as many.
fn is_linear<T>(size: usize, input: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let [once, twice] = [size, 2 * size].map(|size| {
        let input = input(size);
        measure(|| work(&input))
    });
    for (once, twice, what) in [
        (once.count_total, twice.count_total, "allocations"),
        (once.bytes_total, twice.bytes_total, "bytes allocated"),
    ] {
        assert!(twice <= 5 * once / 2 + 100, "{once} {what}, but {twice} for twice the input");
    }
}

#[test]
fn custom_data_of_many_members_is_read_in_linear_space() {
    is_linear(10_000, large::extension, |json| drop(serde_json::from_str::<Extensions>(json).unwrap()));
}

#[test]
fn a_text_of_many_wrong_languages_is_refused_in_linear_space() {
    is_linear(10_000, large::languages, |json| drop(serde_json::from_str::<Text>(json).unwrap_err()));
}

#[test]
fn many_faults_are_reported_in_linear_space() {
    is_linear(2_000, large::unknown_members, |json| drop(Dataset::from_json(json).unwrap_err()));
}

#[test]
fn evidence_for_custom_data_is_checked_in_linear_space() {
    let input = |size| Dataset::from_json(&large::evidence_for_custom_data(size)).unwrap();
    is_linear(5_000, input, |dataset| drop(dataset.validate()));
}

#[cfg(feature = "threesixtygiving")]
#[test]
fn grants_with_many_unknown_members_are_read_in_linear_space() {
    use cooperation::interop::threesixtygiving::{read, write};
    is_linear(1_000, large::grants_with_unknown_members, |json| {
        let dataset = read(json).unwrap().value;
        drop(write(&dataset));
    });
}

#[test]
fn asking_an_index_takes_what_is_asked_for_alone() {
    let bytes = |projects: u32| {
        let dataset = synthetic::dataset(projects, 1).unwrap();
        let index = Index::new(&dataset);
        let funding = dataset.funding.first().unwrap();
        let source = &dataset.sources.first().unwrap().id;
        let ask = || {
            let mut found = index.money_of(funding.of.as_ref().unwrap()).unwrap().len();
            found += funding.recipient.as_ref().map_or(0, |party| index.money_to(party).unwrap().len());
            found + usize::from(index.evidence_from(source).next().is_some())
        };
        // The first question makes the tables.
        assert!(ask() > 0);
        measure(|| assert!(ask() > 0)).bytes_total
    };
    let (few, many) = (bytes(50), bytes(1_000));
    assert!(many <= few * 2, "{few} bytes where there are 50 projects, {many} where there are 1,000");
}
