//! Whether every subcommand and every method of the index takes twice as long for twice as much, over chains, cycles,
//! stars, dense graphs and long lists.
//!
//! ```console
//! cargo bench -p cooperation-benches --bench shapes
//! cargo bench -p cooperation-benches --bench shapes -- star 4000
//! cargo bench -p cooperation-benches --bench shapes -- star/query 4000
//! ```
//!
//! The tables of a list of n items in a dataset of n records of its kind have n x n cells by their layout, so that those of
//! three shapes take four times as long: they are not marked.
//!
//! The ratio is of the time for twice as many records to the time for as many: 2 where the work grows with the input. One
//! above 2.3 is marked. The time is that of the processor where the system tells it, and the shortest of several rounds;
//! a line that would be marked is measured again with more rounds.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::maybe_infinite_iter,
    reason = "a bench that stumbles stops"
)]

mod index;

use cooperation::interop::{csv, gexf, schema_org, threesixtygiving};
use cooperation::{Dataset, Url};
use cooperation_cli::draw::{Format, Graph, map, timeline};
use cooperation_cli::query::{QUESTIONS, Wanted, asked};
use cooperation_cli::reader::{Filter, Reader};
use cooperation_cli::{funds, page, show, stats};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How often each is timed: the shortest counts.
const ROUNDS: usize = 3;
/// How long one round takes at least.
const ENOUGH: Duration = Duration::from_millis(80);
/// How often a line is timed that would be marked.
const MORE: usize = 6;
/// The ratio above which a line is marked.
const WANTED: f64 = 2.3;
/// What takes less is not told from noise.
const SHORT: Duration = Duration::from_millis(2);

/// A shape of that many records.
type Shape = (&'static str, fn(usize) -> Value);

const SHAPES: [Shape; 12] = [
    ("chain", |n| chained(n, false)),
    ("cycle", |n| chained(n, true)),
    ("star", star),
    ("party star", party_star),
    ("dense", dense),
    ("long lists", long_lists),
    ("shared", shared),
    ("shared goals", shared_goals),
    ("same as", |n| same_as(n, "open")),
    ("implied same", |n| same_as(n, "implied")),
    ("stated same", |n| same_as(n, "")),
    ("related", related),
];

/// The shapes whose tables have n x n cells.
const SQUARE: [&str; 3] = ["shared", "shared goals", "related"];

type Program = (&'static str, fn(&Reader) -> usize);

const PROGRAMS: [Program; 13] = [
    ("show", |reader| show::page(reader).len()),
    ("query", |reader| {
        let mut wanted = Wanted::default();
        let mut ask = |question: &str| {
            wanted.ask = Some(question.to_owned());
            asked(reader, &wanted).map_or(0, |page| page.len())
        };
        QUESTIONS.iter().map(|question| ask(question.name)).sum()
    }),
    ("funds", |reader| funds::page(reader).unwrap().len()),
    ("stats", |reader| stats::page(reader, 10).unwrap().len()),
    ("map", |reader| map(reader, &Graph::new(reader), Format::Svg).len()),
    ("timeline", |reader| timeline(reader, &Graph::new(reader), Format::Svg).len()),
    ("page", |reader| page::page(reader, &[], None).unwrap().len()),
    ("filter", |reader| {
        let mut filter = Filter::default();
        (filter.year, filter.kind) = (Some(2022), Some(cooperation::RecordKind::Project));
        filter.part(reader.index.dataset().clone()).map_or(0, |part| part.len())
    }),
    ("validate", |reader| reader.index.dataset().validate().findings().len()),
    ("tables", |reader| csv::read(&csv::write(reader.index.dataset())).unwrap().len()),
    ("convert", |reader| {
        let dataset = reader.index.dataset();
        let base: Url = "https://example.org/".parse().unwrap();
        let graph = gexf::write(dataset).value.len() + schema_org::write(dataset, &base).value.len();
        let grants = threesixtygiving::read(threesixtygiving::write(dataset).value.as_bytes());
        graph + grants.map_or(0, |read| read.value.len()) + dataset.to_json().len()
    }),
    ("merge, diff", |reader| {
        let dataset = reader.index.dataset();
        let mut merged = dataset.clone();
        let collisions = merged.merge(Dataset::from_json(&dataset.to_json()).unwrap()).collisions.len();
        collisions + dataset.diff(&merged).changed.len()
    }),
    ("index", |reader| index::ask(&reader.index)),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| !one.starts_with("--")).collect();
    let only = arguments.iter().find(|one| one.parse::<usize>().is_err());
    let (only, program) = only.map_or(("", ""), |only| only.split_once('/').unwrap_or((only, "")));
    let count: usize = arguments.iter().find_map(|one| one.parse().ok()).unwrap_or(2_000);
    println!("{:<13} {:<12} {:>9} {:>9} {:>6}", "shape", "program", "n", "2n", "ratio");
    let mut marked = 0;
    for (shape, make) in SHAPES.iter().filter(|(shape, _)| shape.starts_with(only)) {
        let sizes = [count, count * 2].map(|count| Dataset::from_json(&make(count).to_string()).unwrap());
        for (name, run) in PROGRAMS.iter().filter(|(name, _)| name.starts_with(program)) {
            let mut times = [Duration::MAX; 2];
            let mut ratio = 0.0;
            for rounds in [ROUNDS, MORE] {
                for _ in 0..rounds {
                    for (time, dataset) in times.iter_mut().zip(&sizes) {
                        *time = (*time).min(timed(dataset, *run));
                    }
                }
                ratio = times[1].as_secs_f64() / times[0].as_secs_f64().max(1e-9);
                if ratio <= WANTED || times[1] < SHORT {
                    break;
                }
            }
            let is_square = *name == "tables" && SQUARE.contains(shape);
            let is_marked = ratio > WANTED && times[1] > SHORT && !is_square;
            marked += usize::from(is_marked);
            let mark = match (is_square, is_marked) {
                (true, _) => "  n x n cells",
                (_, true) => "  <--",
                _ => "",
            };
            let [short, long] = times.map(millis);
            println!("{shape:<13} {name:<12} {short:>7.1}ms {long:>7.1}ms {ratio:>6.2}{mark}");
        }
    }
    println!("{marked} marked");
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The time of one run: so many are made that the clock of the processor, which may tick every four milliseconds, is exact
/// enough.
fn timed(dataset: &Dataset, run: fn(&Reader) -> usize) -> Duration {
    let (start, busy) = (Instant::now(), on_processor());
    for runs in 1_u32.. {
        let reader = Reader::new(dataset, "en");
        std::hint::black_box(run(&reader));
        drop(reader);
        let taken = match (busy, on_processor()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => start.elapsed(),
        };
        if taken >= ENOUGH || runs >= 10_000 {
            return taken / runs;
        }
    }
    Duration::ZERO
}

/// How long this thread was on a processor, where the system tells it.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// A list of records by number.
fn each(count: usize, make: impl Fn(usize) -> Value) -> Value {
    (0..count).map(make).collect()
}

fn text(text: &str) -> Value {
    json!({ "en": text })
}

fn money(amount: usize) -> Value {
    json!({ "amount": format!("{amount}.00"), "currency": "EUR" })
}

/// Programmes, organizations, activities, goals and funding, each below the one before it; in a cycle the first below the
/// last.
fn chained(count: usize, is_cycle: bool) -> Value {
    let above = |number: usize| match number {
        0 if is_cycle => Some((count - 1).to_string()),
        0 => None,
        number => Some((number - 1).to_string()),
    };
    let with = |mut record: Value, member: &str, above: Option<Value>| {
        if let Some(above) = above {
            record[member] = above;
        }
        record
    };
    json!({
        "version": "1.0",
        "projects": [{"id": "p", "title": text("Project"), "programmes": [(count - 1).to_string()], "budget": money(9)}],
        "programmes": each(count, |n| {
            with(json!({"id": n.to_string(), "name": text("Call")}), "part_of", above(n).map(Value::from))
        }),
        "organizations": each(count, |n| {
            let whole = above(n).map(|id| json!({"organization": id}));
            with(json!({"id": n.to_string(), "name": text("Unit")}), "part_of", whole)
        }),
        "activities": each(count, |n| {
            let record = json!({"id": n.to_string(), "title": text("Work"), "of": [{"project": "p"}]});
            with(record, "part_of", above(n).map(Value::from))
        }),
        "goals": each(count, |n| {
            let record =
                json!({"id": n.to_string(), "statement": text("Goal"), "level": "objective", "of": [{"project": "p"}]});
            with(record, "serves", above(n).map(|id| json!([id])))
        }),
        "funding": each(count, |n| {
            let record = json!({"id": n.to_string(), "of": {"project": "p"}, "amount": money(n + 1), "programme": n.to_string()});
            with(record, "part_of", above(n).map(Value::from))
        }),
    })
}

/// One project, programme, goal and network in the middle of everything.
fn star(count: usize) -> Value {
    json!({
        "version": "1.0",
        "programmes": [{"id": "m", "name": text("Programme")}],
        "networks": [{"id": "m", "name": text("Network")}],
        "organizations": each(count, |n| json!({"id": n.to_string(), "name": text(&format!("Organization {n}"))})),
        "projects": [{"id": "m", "title": text("Project"), "programmes": ["m"], "status": "ongoing", "period": {"start": "2020", "end": "2024"}}],
        "memberships": each(count, |n| {
            json!({"id": n.to_string(), "member": {"organization": n.to_string()}, "body": {"network": "m"}, "period": {"start": "2010"}})
        }),
        "participations": each(count, |n| {
            json!({"id": n.to_string(), "party": {"organization": n.to_string()}, "project": "m", "role": "partner", "status": "ended", "budget": money(n + 1)})
        }),
        "goals": each(count, |n| {
            let serves = if n == 0 { json!(null) } else { json!(["0"]) };
            let mut goal = json!({"id": n.to_string(), "statement": text("Goal"), "level": "objective", "of": [{"project": "m"}]});
            if n > 0 {
                goal["serves"] = serves;
            }
            goal
        }),
        "funding": each(count, |n| {
            json!({"id": n.to_string(), "of": {"project": "m"}, "programme": "m", "amount": money(n + 1), "recipient": {"organization": n.to_string()}})
        }),
    })
}

/// One organization in many projects, programmes and cooperations; and one cooperation of many parties about many projects.
fn party_star(count: usize) -> Value {
    json!({
        "version": "1.0",
        "organizations": each(count, |n| json!({"id": n.to_string(), "name": text(&format!("Organization {n}"))})),
        "cooperations": [{
            "id": "all",
            "parties": each(count, |n| json!({"organization": n.to_string()})),
            "about": each(count, |n| json!({"project": n.to_string()}))
        }],
        "programmes": each(count, |n| json!({"id": n.to_string(), "name": text("Call"), "owner": {"organization": "0"}})),
        "projects": each(count, |n| json!({"id": n.to_string(), "title": text("Project"), "programmes": [n.to_string()]})),
        "participations": each(count, |n| {
            json!({"id": n.to_string(), "party": {"organization": "0"}, "project": n.to_string(), "role": "partner"})
        }),
        "funding": each(count, |n| {
            json!({"id": n.to_string(), "of": {"project": n.to_string()}, "funder": {"organization": "0"}, "amount": money(n + 1), "date": "2020"})
        }),
    })
}

/// Everyone in everything: as many participations as asked for, between the square root of that of both sides.
fn dense(count: usize) -> Value {
    let side = (1..).find(|side| side * side >= count).unwrap();
    json!({
        "version": "1.0",
        "organizations": each(side, |n| json!({"id": n.to_string(), "name": text(&format!("Organization {n}"))})),
        "projects": each(side, |n| json!({"id": n.to_string(), "title": text("Project"), "period": {"start": "2020", "end": "2024"}})),
        "participations": each(count, |n| {
            let (party, project) = ((n / side).to_string(), (n % side).to_string());
            json!({"id": n.to_string(), "party": {"organization": party}, "project": project, "role": "partner"})
        }),
        "funding": each(count, |n| {
            let (party, project) = ((n / side).to_string(), (n % side).to_string());
            json!({"id": n.to_string(), "of": {"project": project}, "funder": {"organization": party}, "amount": money(n + 1)})
        }),
    })
}

/// Records with long lists of everything that has lists.
fn long_lists(count: usize) -> Value {
    json!({
        "version": "1.0",
        "sources": [{"id": "s", "title": text("Source")}],
        "places": each(count, |n| json!({"id": n.to_string(), "name": text(&format!("Place {n}"))})),
        "groups": each(count, |n| json!({"id": n.to_string(), "name": text(&format!("Group {n}"))})),
        "projects": [{
            "id": "p",
            "title": text("Project"),
            "other_names": each(count, |n| json!({"name": text(&format!("Name {n}"))})),
            "places": each(count, |n| json!(n.to_string())),
            "target_groups": each(count, |n| json!(n.to_string())),
            "counts": each(count, |n| json!({"what": text(&format!("things {n}")), "number": n})),
            "budgets": each(count, |n| {
                json!({"period": {"start": (1_000 + n % 5_000).to_string()}, "amount": money(n + 1), "revised": n % 2 == 0})
            }),
            "links": each(count, |n| json!({"url": format!("https://example.org/{n}")})),
            "identifiers": each(count, |n| json!({"scheme": "own", "value": n.to_string()})),
            "evidence": each(count, |n| json!({"source": "s", "quote": format!("passage {n}"), "supports": ["/title"]}))
        }],
        "goals": [{
            "id": "g",
            "statement": text("Goal"),
            "level": "objective",
            "of": [{"project": "p"}],
            "indicators": each(count, |n| json!({"title": text(&format!("Indicator {n}")), "targets": [{"value": "5"}]}))
        }],
    })
}

/// One activity of many projects, which has many parts.
fn shared(count: usize) -> Value {
    json!({
        "version": "1.0",
        "projects": each(count, |n| json!({"id": n.to_string(), "title": text(&format!("Project {n}"))})),
        "activities": each(count, |n| {
            if n == 0 {
                let of = each(count, |n| json!({"project": n.to_string()}));
                json!({"id": "0", "title": text("Work"), "of": of})
            } else {
                json!({"id": n.to_string(), "title": text("Part"), "of": [{"activity": "0"}]})
            }
        }),
    })
}

/// Goals of many projects, which serve one of them, each with indicators and target groups.
fn shared_goals(count: usize) -> Value {
    let of = each(count, |n| json!({"project": n.to_string()}));
    json!({
        "version": "1.0",
        "groups": each(count, |n| json!({"id": n.to_string(), "name": text(&format!("Group {n}"))})),
        "projects": each(count, |n| json!({"id": n.to_string(), "title": text(&format!("Project {n}"))})),
        "goals": each(count, |n| {
            let mut goal = json!({"id": n.to_string(), "statement": text(&format!("Goal {n}")), "level": "objective"});
            if n == 0 {
                goal["of"] = of.clone();
                goal["indicators"] = each(count, |n| json!({"title": text(&format!("Indicator {n}"))}));
                goal["target_groups"] = each(count, |n| json!(n.to_string()));
            } else {
                goal["of"] = json!([{"project": n.to_string()}]);
                goal["serves"] = json!(["0"]);
            }
            goal
        }),
        "barriers": [{
            "id": "b", "statement": text("Barrier"), "of": of,
            "blocks": each(count, |n| text(&format!("step {n}"))),
        }],
    })
}

/// One organization and one cooperation that are related to all others.
fn related(count: usize) -> Value {
    let to = |n: usize| json!({"to": {"organization": n.to_string()}, "relation": "builds on"});
    json!({
        "version": "1.0",
        "places": each(count, |n| json!({"id": n.to_string(), "name": text(&format!("Place {n}"))})),
        "organizations": each(count, |n| {
            let mut record = json!({"id": n.to_string(), "name": text(&format!("Organization {n}"))});
            record["related"] = if n == 0 { (1..count).map(to).collect() } else { json!([to(0)]) };
            record["places"] = if n == 0 { each(count, |n| json!(n.to_string())) } else { json!(["0"]) };
            record
        }),
        "groups": [{"id": "g", "name": text("Group"), "examples": each(count, |n| json!({"organization": n.to_string()}))}],
        "policy_instruments": [{
            "id": "i", "name": text("Plan"),
            "developed_by": each(count, |n| json!({"organization": n.to_string()})),
            "responsible": each(count, |n| json!({"organization": n.to_string()})),
        }],
    })
}

/// Many records that are, or may all be, of one thing.
fn same_as(count: usize, basis: &str) -> Value {
    json!({
        "version": "1.0",
        "organizations": each(count, |n| {
            let mut record = json!({"id": n.to_string(), "name": text(&format!("Organization {n}"))});
            if n > 0 {
                let mut related = json!({"to": {"organization": "0"}, "relation": "same as", "reason": text("the same name")});
                if !basis.is_empty() {
                    related["basis"] = json!(basis);
                }
                record["related"] = json!([related]);
            }
            record
        }),
        "projects": each(count, |n| json!({"id": n.to_string(), "title": text(&format!("Project {n}"))})),
        "participations": each(count, |n| {
            json!({"id": n.to_string(), "party": {"organization": n.to_string()}, "project": n.to_string(), "role": "partner"})
        }),
        "memberships": each(count, |n| {
            json!({"id": n.to_string(), "member": {"organization": n.to_string()}, "body": {"organization": "0"}})
        }),
    })
}
