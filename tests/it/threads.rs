//! Every public type can be sent to another thread and shared between threads.

use cooperation::{
    Collision, Dataset, Error, Fault, FaultKind, Finding, GoalTree, Header, Index, Limits, Location, Merged,
    MoneySum, ReadOptions, RecordLine, RecordLines, Report, Rules, Validator, ValueError, evidence,
};

fn can_be_shared<T: Send + Sync>() {}

#[test]
fn what_is_read_found_and_asked_can_be_shared_between_threads() {
    // A dataset and a record line hold every record and every value; a type that holds one which cannot be shared
    // cannot be shared either.
    can_be_shared::<(Dataset, RecordLine, Header, Merged, Collision)>();
    can_be_shared::<(Error, Fault, FaultKind, ValueError)>();
    can_be_shared::<(Limits, Location, ReadOptions, RecordLines<&[u8]>)>();
    can_be_shared::<(Index<'_>, GoalTree<'_, '_>, MoneySum<'_>)>();
    can_be_shared::<(Rules, Report, Finding, Validator<'_>)>();
    can_be_shared::<evidence::Audit>();
}

#[test]
fn threads_that_read_and_check_one_dataset_say_the_same() {
    let text = include_str!("../../examples/data/microfinance-norway.json");
    let dataset = Dataset::from_json(text).unwrap();
    let rules = Rules::default();
    let alone = (dataset.to_json(), serde_json::to_string(&rules.check(&dataset)).unwrap());
    std::thread::scope(|scope| {
        let threads = [(); 4].map(|()| {
            scope.spawn(|| (dataset.to_json(), serde_json::to_string(&rules.check(&dataset)).unwrap()))
        });
        for thread in threads {
            assert_eq!(thread.join().unwrap(), alone);
        }
    });
}
