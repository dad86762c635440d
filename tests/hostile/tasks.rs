//! What the library does with inputs other than documents: edits, tables, files of other formats, texts of values, and
//! datasets that are compared, merged, asked and written.

mod edits;
#[cfg(all(feature = "csv", feature = "iati", feature = "threesixtygiving"))]
mod imports;
mod records;
#[cfg(feature = "csv")]
mod tables;
mod texts;

use super::{ALLOCATED, ALLOCATIONS, HELD, is_shown};
use allocation_counter::measure;
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Something to do, the length of what it is done with, and what comes of it.
pub(super) struct Task {
    pub(super) name: String,
    length: usize,
    /// What a list of the records takes that come of it, while it grows.
    records: usize,
    run: Box<dyn Fn() -> String>,
    answer: String,
}

fn task(name: &str, length: usize, answer: impl Display, run: impl Fn() -> String + 'static) -> Task {
    Task { name: name.to_owned(), length, records: 0, run: Box::new(run), answer: answer.to_string() }
}

#[cfg(feature = "csv")]
impl Task {
    /// So many of these records come of it, each of a few bytes. A list that has grown has room for as many again, and stands
    /// twice while it grows.
    fn making<R>(self, count: usize) -> Self {
        Self { records: 3 * count * size_of::<R>(), ..self }
    }
}

pub(super) fn all() -> Vec<Task> {
    let tasks = [edits::edits(), texts::texts(), records::records()];
    #[cfg(feature = "csv")]
    let tasks = tasks.into_iter().chain([tables::tables()]);
    #[cfg(all(feature = "csv", feature = "iati", feature = "threesixtygiving"))]
    let tasks = tasks.chain([imports::imports()]);
    tasks.into_iter().flatten().collect()
}

#[test]
fn every_hostile_task_is_done_in_little_memory() {
    let tasks = all();
    let mut wrong = Vec::new();
    for Task { name, length, records, run, answer } in &tasks {
        let mut found = Ok(String::new());
        let used = measure(|| found = catch_unwind(AssertUnwindSafe(run)));
        let Ok(found) = found else {
            wrong.push(format!("{name}: a panic"));
            continue;
        };
        for (limit, used) in
            [(HELD, used.bytes_max), (ALLOCATED, used.bytes_total), (ALLOCATIONS, used.count_total)]
        {
            let records = if limit.what == HELD.what { u64::try_from(*records).unwrap() } else { 0 };
            if used > limit.for_each_byte * u64::try_from(*length).unwrap() + limit.at_least + records {
                wrong.push(format!("{name}: {used} {} for {length} bytes", limit.what));
            }
        }
        is_shown(&found);
        if found != *answer {
            wrong.push(format!("{name}: expected {answer:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), tasks.len(), wrong.join("\n"));
}
