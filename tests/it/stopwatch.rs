//! How long a test has worked. What it waits for on a machine that others use as well says nothing of it.

use std::time::{Duration, Instant};

pub(crate) struct Stopwatch {
    started: Instant,
    worked: Option<Duration>,
}

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self { started: Instant::now(), worked: worked() }
    }

    /// The time that the thread has worked since; where the system does not tell it, the time that has passed.
    pub(crate) fn elapsed(&self) -> Duration {
        let worked = worked().zip(self.worked);
        worked.map_or_else(|| self.started.elapsed(), |(now, then)| now.saturating_sub(then))
    }
}

/// What Linux tells of the thread in hundredths of a second, spent for itself and by the system on its behalf.
fn worked() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/thread-self/stat").ok()?;
    // The name of the thread stands in brackets and may hold blanks; its state is the next field and the third of all.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut spent = fields.split_ascii_whitespace().skip(11).map(str::parse::<u64>);
    Some(Duration::from_millis(10 * (spent.next()?.ok()? + spent.next()?.ok()?)))
}

#[test]
fn work_counts_and_waiting_does_not() {
    let watch = Stopwatch::start();
    std::thread::sleep(Duration::from_millis(300));
    assert!(watch.worked.is_none() || watch.elapsed() < Duration::from_millis(200));
    let mut sum = 0_u64;
    let started = Instant::now();
    while watch.elapsed() < Duration::from_millis(300) {
        sum = (0..100_000).fold(sum, |sum, number| std::hint::black_box(sum ^ number));
        assert!(started.elapsed() < Duration::from_secs(60), "the watch stands still");
    }
}
