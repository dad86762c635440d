//! How fast the crate is, as ratios to the floor `b`: `serde_json::from_slice` into plain structs, without any check.
//!
//! ```console
//! cargo bench -p cooperation-benches --bench speed -- 10k
//! cargo bench -p cooperation-benches --bench speed -- 1k 10k 100k lines=1m
//! ```
//!
//! All variants run in one process, in turn, and another begins each round, so that noise falls on all alike. What is
//! printed is the least and the median time of the rounds, and the median of the ratios round by round.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::panic,
    reason = "times are divided, and a bench that stumbles is a bench that fails"
)]

mod mirror;
#[path = "../shared/sizes.rs"]
mod sizes;
// The program makes such datasets. Of all that it is made of, the benches need this alone.
#[path = "../../cli/src/synthetic.rs"]
mod synthetic;

use cooperation::rules::{Summary, Validator};
use cooperation::{Dataset, Index, ReadOptions, Rules, schema};
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A thing to time: its name, and what it does.
type Variant<'v> = (&'static str, Box<dyn Fn() -> usize + 'v>);

fn main() -> Result<(), Box<dyn Error>> {
    for size in sizes::wanted(&["10k"]) {
        match size.strip_prefix("lines=") {
            Some(size) => lines(sizes::number(size)?)?,
            None => documents(sizes::number(&size)?)?,
        }
    }
    Ok(())
}

fn documents(projects: u32) -> Result<(), Box<dyn Error>> {
    let json = synthetic::dataset(projects, 1)?.to_json();
    let bytes = json.as_bytes();
    let dataset = Dataset::from_json(&json)?;
    let report = dataset.validate();
    assert!(report.is_empty(), "{report}");
    let rules = Rules::default();
    let text: serde_json::Value = serde_json::from_str(schema::text::DATASET)?;
    let validator = jsonschema::validator_for(&text)?;
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    compiler.add_resource("schema.json", text)?;
    let target = compiler.compile("schema.json", &mut schemas)?;

    let mirror =
        || -> mirror::Dataset { serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}")) };
    let value =
        || -> serde_json::Value { serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}")) };
    let read = || Dataset::from_slice(bytes).unwrap_or_else(|error| panic!("{error}"));
    let mut variants: Vec<Variant<'_>> = vec![
        ("b: plain structs, no check", Box::new(|| mirror().count())),
        ("read", Box::new(|| read().len())),
        (
            "read + validate + index",
            Box::new(|| {
                let dataset = read();
                let found = rules.check(&dataset).len();
                black_box(Index::new(&dataset));
                found
            }),
        ),
        (
            "validate + index",
            Box::new(|| {
                let found = rules.check(&dataset).len();
                black_box(Index::new(&dataset));
                found
            }),
        ),
        ("validate", Box::new(|| rules.check(&dataset).len())),
        ("index", Box::new(|| black_box(Index::new(&dataset)).dataset().len())),
        ("write", Box::new(|| dataset.to_json().len())),
        (
            "sonic-rs into the plain structs",
            Box::new(|| {
                let plain: mirror::Dataset =
                    sonic_rs::from_slice(bytes).unwrap_or_else(|error| panic!("{error}"));
                plain.count()
            }),
        ),
        (
            // It writes into the text that it reads.
            "simd-json into the plain structs",
            Box::new(|| {
                let mut bytes = bytes.to_vec();
                let plain: mirror::Dataset =
                    simd_json::serde::from_slice(&mut bytes).unwrap_or_else(|error| panic!("{error}"));
                plain.count()
            }),
        ),
        ("serde_json::Value", Box::new(|| value().as_object().map_or(0, serde_json::Map::len))),
        ("plain structs + garde", Box::new(|| usize::from(mirror().keeps_garde()))),
        ("plain structs + validator", Box::new(|| usize::from(mirror().keeps_validator()))),
    ];
    if projects <= 10_000 {
        variants.push(("Value + jsonschema", Box::new(|| usize::from(validator.is_valid(&value())))));
        variants.push(("Value + boon", Box::new(|| usize::from(schemas.validate(&value(), target).is_ok()))));
    }
    if projects <= 1_000 {
        variants.push((
            "schema export",
            Box::new(|| schema::to_text(&schema::dataset(schema::Draft::Draft2020_12)).len()),
        ));
    }
    println!("\n{projects} projects, {} records, {:.1} MB", dataset.len(), bytes.len() as f64 / 1e6);
    show(
        &variants,
        match projects {
            0..1_001 => 60,
            _ => 5,
        },
    );
    Ok(())
}

/// Record lines, held in memory so that the disk is not timed.
/// The rules after they have seen each record of some lines.
fn checked<'r>(rules: &'r Rules, lines: &[u8]) -> Validator<'r> {
    let mut validator = rules.validator();
    for (number, record) in ReadOptions::new().lines(lines).flatten() {
        validator.add(number, &record);
    }
    validator
}

fn lines(projects: u32) -> Result<(), Box<dyn Error>> {
    let mut bytes = Vec::new();
    synthetic::lines(projects, 1, |line| {
        bytes.extend_from_slice(line.to_json_line().as_bytes());
        bytes.push(b'\n');
        Ok(())
    })?;
    let rules = Rules::default();
    let count = bytes.split(|&byte| byte == b'\n').count() - 1;
    let middle = bytes.iter().take(bytes.len() / 2).rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let (before, after) = bytes.split_at(middle);
    let variants: Vec<Variant<'_>> = vec![
        (
            "b: serde_json::Value, line by line",
            Box::new(|| {
                let values = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
                values.filter(|line| serde_json::from_slice::<serde_json::Value>(line).is_ok()).count()
            }),
        ),
        ("read", Box::new(|| ReadOptions::new().lines(bytes.as_slice()).flatten().count())),
        ("read + validate", Box::new(|| checked(&rules, &bytes).finish().len())),
        (
            // What `cooperation validate --threads 2` does with the halves of a file.
            "read + validate on two threads",
            Box::new(|| {
                let parts = std::thread::scope(|scope| {
                    let parts = [("1", before), ("2", after)].map(|(name, part)| {
                        let rules = &rules;
                        scope.spawn(move || checked(rules, part).summarize(name))
                    });
                    parts.map(|part| part.join().unwrap_or_default())
                });
                let summary =
                    parts.into_iter().try_fold(Summary::default(), Summary::merge).unwrap_or_default();
                rules.finish(summary).len()
            }),
        ),
    ];
    println!("\n{projects} projects as {count} record lines, {:.1} MB", bytes.len() as f64 / 1e6);
    show(&variants, if projects <= 10_000 { 9 } else { 3 });
    Ok(())
}

fn show(variants: &[Variant<'_>], rounds: usize) {
    let mut times: Vec<Vec<Duration>> = variants.iter().map(|_| Vec::new()).collect();
    for round in 0..=rounds {
        for step in 0..variants.len() {
            let turn = (round + step) % variants.len();
            if let (Some((_, run)), Some(times)) = (variants.get(turn), times.get_mut(turn)) {
                let started = Instant::now();
                black_box(run());
                // The first round warms up.
                if round > 0 {
                    times.push(started.elapsed());
                }
            }
        }
    }
    let floor = times.first().cloned().unwrap_or_default();
    println!("{:36} {:>10} {:>10} {:>8} {:>8}", "", "min ms", "median ms", "min/b", "median/b");
    for ((name, _), times) in variants.iter().zip(&times) {
        let ratio = |(time, floor): (&Duration, &Duration)| time.as_secs_f64() / floor.as_secs_f64();
        let ratios: Vec<f64> = times.iter().zip(&floor).map(ratio).collect();
        let (seconds, floors) = (seconds(times), seconds(&floor));
        println!(
            "{name:36} {:>10.2} {:>10.2} {:>8.2} {:>8.2}",
            least(&seconds) * 1e3,
            median(seconds.clone()) * 1e3,
            least(&seconds) / least(&floors),
            median(ratios)
        );
    }
}

fn seconds(times: &[Duration]) -> Vec<f64> {
    times.iter().map(Duration::as_secs_f64).collect()
}

fn least(numbers: &[f64]) -> f64 {
    numbers.iter().copied().fold(f64::INFINITY, f64::min)
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
