//! A guard against disasters of speed: it counts allocations, which are the same on every machine, and no seconds.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test that stumbles is a test that fails"
)]

// As a dependency, the program would bring its own dependencies, and each would be built before an example runs.
#[path = "../cli/src/synthetic.rs"]
mod synthetic;

use allocation_counter::measure;
use cooperation::{Dataset, Index, Rules};

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

#[test]
fn writing_allocates_nothing_for_a_record() {
    holds(10, |_, dataset| drop(dataset.to_json()));
}

#[test]
fn asking_an_index_about_money_or_evidence_takes_what_is_asked_for_and_not_the_whole_dataset() {
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
