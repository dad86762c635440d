//! The timeline in the languages of other programs that draw: Mermaid and DOT.

use super::text::{dot as quoted, mermaid as coded};
use super::timeline::{Row, TITLE, Timeline};
use chrono::Datelike;
use cooperation::{PartialDate, values::Precision};
use std::collections::BTreeSet;
use std::fmt::Write as _;

pub(super) fn mermaid(timeline: &Timeline) -> String {
    let label = timeline.words;
    let title = label.label(TITLE);
    let mut out =
        format!("gantt\n  title {title}\n  dateFormat YYYY-MM-DD\n  axisFormat %Y\n  inclusiveEndDates\n");
    for (heading, rows) in [("Projects", &timeline.projects), ("Memberships", &timeline.memberships)] {
        if !rows.is_empty() {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "  section {}", label.label(heading));
        }
        for row in rows {
            let start = row.period.start.map_or_else(
                || format!("{:04}-01-01", timeline.years.0.max(1)),
                |start| start.earliest().to_string(),
            );
            let end = row.last().filter(|day| day.year() <= 9999).map_or_else(
                || format!("{:04}-12-31", (timeline.years.1 - 1).min(9999)),
                |day| day.to_string(),
            );
            // Entries marked as done are drawn paler; here the mark means that only the year is known, or that it is a
            // plan.
            let rough = row.is_planned
                || [row.period.start, row.period.end]
                    .iter()
                    .any(|date| date.is_none_or(|date| date.precision() == Precision::Year));
            let mark = if rough { "done, " } else { "" };
            let _ = writeln!(out, "  {} :{mark}{start}, {end}", words(row));
        }
    }
    if !timeline.undated.is_empty() {
        let _ = writeln!(out, "  section {}", label.label("Undated"));
    }
    for row in &timeline.undated {
        let _ = writeln!(out, "  {} :milestone, {:04}-01-01, 0d", words(row), timeline.years.0.max(1));
    }
    out
}

fn words(row: &Row) -> String {
    coded(&format!("{} ({})", row.label, row.when()))
}

pub(super) fn dot(timeline: &Timeline) -> String {
    let mut out = String::from(
        "digraph timeline {\n  rankdir=LR; nodesep=0.15;\n  node [shape=box, fontname=\"Verdana\", fontsize=10];\n  \
         edge [fontname=\"Verdana\", fontsize=9];\n",
    );
    let dated: Vec<&Row> = timeline.projects.iter().chain(&timeline.memberships).collect();
    let years: BTreeSet<u16> = dated
        .iter()
        .flat_map(|row| [row.period.start, row.period.end])
        .flatten()
        .map(PartialDate::year)
        .collect();
    let years: Vec<u16> = years.into_iter().collect();
    for year in &years {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  y{year} [shape=plaintext, label=\"{year}\"];");
    }
    for pair in years.windows(2) {
        let _ = writeln!(out, "  y{} -> y{} [weight=9];", pair[0], pair[1]);
    }
    for (number, row) in dated.iter().enumerate() {
        let is_open = row.period.start.is_none() || row.period.end.is_none();
        let style = if is_open || row.is_planned { "dashed" } else { "solid" };
        let _ = writeln!(out, "  r{number} [style={style}, label=\"{}\"];", label(row));
        let [start, end] = [row.period.start, row.period.end].map(|date| date.map(PartialDate::year));
        let ends = [
            start.map(|year| format!("y{year} -> r{number}")),
            end.map(|year| format!("r{number} -> y{year}")),
        ];
        let given = [row.period.start, row.period.end];
        for (edge, date) in ends.into_iter().zip(given).skip(usize::from(start == end)) {
            if let (Some(edge), Some(date)) = (edge, date) {
                let style = if date.precision() == Precision::Year { "dotted" } else { "solid" };
                let _ = writeln!(out, "  {edge} [constraint=false, arrowhead=none, style={style}];");
            }
        }
        if let Some(first) = row.first() {
            let _ = writeln!(out, "  {{ rank=same; y{}; r{number}; }}", first.year());
        }
    }
    if !timeline.undated.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "  subgraph cluster_undated {{\n    label=\"{}\"; fontname=\"Verdana\"; fontsize=11;",
            quoted(timeline.words.label("Undated"))
        );
        for (number, row) in timeline.undated.iter().enumerate() {
            let _ = writeln!(out, "    u{number} [style=dashed, label=\"{}\"];", label(row));
        }
        out.push_str("  }\n");
    }
    out.push_str("}\n");
    out
}

fn label(row: &Row) -> String {
    let mut lines = super::text::wrap(&row.label, 10, 230, 4);
    lines.push(row.when());
    lines.iter().map(|line| quoted(line)).collect::<Vec<_>>().join("\\n")
}
