//! How much memory the crate holds, and takes at most, for each byte of the file.
//!
//! ```console
//! cargo bench -p cooperation-benches --bench memory -- 10k lines=1m
//! ```

#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    reason = "sizes are divided to be shown"
)]

#[path = "../shared/sizes.rs"]
mod sizes;
// The program makes such datasets. Of all that it is made of, the benches need this alone.
#[path = "../../cli/src/synthetic.rs"]
mod synthetic;

use allocation_counter::measure;
use cooperation::{Dataset, Index, ReadOptions, RecordLine, Rules};
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};

fn main() -> Result<(), Box<dyn Error>> {
    for size in sizes::wanted(&["10k", "lines=10k"]) {
        match size.strip_prefix("lines=") {
            Some(size) => lines(sizes::number(size)?)?,
            None => document(sizes::number(&size)?)?,
        }
    }
    Ok(())
}

fn document(projects: u32) -> Result<(), Box<dyn Error>> {
    let dataset = synthetic::dataset(projects, 1)?;
    let json = dataset.to_json();
    let mut compact = Vec::new();
    dataset.write_lines(&mut compact)?;
    drop(dataset);
    println!(
        "\n{projects} projects, {:.1} MB indented, {:.1} MB as lines",
        mega(json.len()),
        mega(compact.len())
    );
    let show = |what: &str, held: i64, peak: u64| {
        let of = |bytes: f64| {
            format!(
                "{:6.2} of the file, {:6.2} of the lines",
                bytes / json.len() as f64,
                bytes / compact.len() as f64
            )
        };
        println!("{what:20} holds {}; takes at most {}", of(held as f64), of(peak as f64));
    };
    let mut read = None;
    let dataset = measure(|| read = Dataset::from_json(&json).ok());
    show("dataset", dataset.bytes_current, dataset.bytes_max);
    let read = read.ok_or("the dataset cannot be read")?;
    let mut index = None;
    let indexed = measure(|| index = Some(Index::new(&read)));
    show("index", indexed.bytes_current, indexed.bytes_max);
    let both = dataset.bytes_current + indexed.bytes_current;
    show(
        "dataset and index",
        both,
        dataset.bytes_max.max(dataset.bytes_current.unsigned_abs() + indexed.bytes_max),
    );
    let checked = measure(|| drop(read.validate()));
    show("validation", checked.bytes_current, checked.bytes_max);
    Ok(())
}

fn lines(projects: u32) -> Result<(), Box<dyn Error>> {
    let path = std::env::temp_dir().join(format!("cooperation-{projects}.jsonl"));
    let (mut records, mut ids) = (0_u64, 0_u64);
    let mut out = BufWriter::new(File::create(&path)?);
    synthetic::lines(projects, 1, |line| {
        records += 1;
        ids += id_of(&line).map_or(0, |id| id.len() as u64);
        Ok(writeln!(out, "{}", line.to_json_line())?)
    })?;
    out.flush()?;
    drop(out);
    let rules = Rules::default();
    let mut found = Ok(0);
    let counted = measure(|| {
        found = File::open(&path).map(|file| {
            let mut validator = rules.validator();
            for (number, record) in ReadOptions::new().lines(BufReader::new(file)).flatten() {
                validator.add(number, &record);
            }
            validator.finish().len()
        });
    });
    println!(
        "\n{projects} projects as {records} record lines, {:.1} MB; {} findings",
        std::fs::metadata(&path)?.len() as f64 / 1e6,
        found?
    );
    println!(
        "validation takes at most {:.1} MiB; beside the ids themselves ({:.1} MiB) {:.1} bytes for each id",
        counted.bytes_max as f64 / 1_048_576.0,
        ids as f64 / 1_048_576.0,
        (counted.bytes_max - ids) as f64 / records as f64
    );
    Ok(std::fs::remove_file(path)?)
}

fn id_of(line: &RecordLine) -> Option<String> {
    let value = serde_json::to_value(line).ok()?;
    let record = value.as_object()?.values().next()?;
    Some(record.get("id")?.as_str()?.to_owned())
}

fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
