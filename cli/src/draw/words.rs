//! The map in the languages of other programs that draw: Mermaid and DOT.

use super::graph::{Arrow, COLUMNS, Graph, LinkKind, column};
use super::text::{clean, dot as quoted, mermaid as coded};
use crate::words::Words;
use cooperation::RecordKind;
use std::fmt::Write as _;

pub(super) fn mermaid(words: Words, graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    // Writing to a string cannot fail.
    if let Some(words) = graph.not_drawn(words) {
        let _ = writeln!(out, "  %% {words}");
    }
    for (number, node) in graph.nodes.iter().enumerate() {
        let (open, close) = match node.kind {
            RecordKind::Network => ("{{", "}}"),
            RecordKind::Group => ("[[", "]]"),
            RecordKind::Project => ("(", ")"),
            RecordKind::Cooperation => ("([", "])"),
            RecordKind::Programme => ("[/", "/]"),
            RecordKind::PolicyInstrument => (">", "]"),
            RecordKind::Activity => ("[\\", "\\]"),
            RecordKind::Barrier => ("[/", "\\]"),
            _ => ("[", "]"),
        };
        let text = format!("{}<br/>{}", coded(&node.label), coded(&node.note));
        let _ = writeln!(out, "  n{number}{open}\"{text}\"{close}");
    }
    for link in &graph.links {
        let arrow = match link.kind {
            LinkKind::Membership => "===",
            LinkKind::Money => "==>",
            LinkKind::Cooperation | LinkKind::About | LinkKind::SameAs => "-.-",
            _ => "---",
        };
        let label =
            if link.label.is_empty() { String::new() } else { format!("|\"{}\"|", coded(&link.label)) };
        let (first, last) =
            if link.arrow == Arrow::From { (link.to, link.from) } else { (link.from, link.to) };
        let _ = writeln!(out, "  n{first} {arrow}{label} n{last}");
    }
    out
}

pub(super) fn dot(words: Words, graph: &Graph) -> String {
    let mut out = String::from(
        "graph map {\n  rankdir=LR; ranksep=1.6; nodesep=0.25;\n  node [shape=box, fontname=\"Verdana\", fontsize=11];\n  \
         edge [fontname=\"Verdana\", fontsize=9];\n",
    );
    // Writing to a string cannot fail.
    if let Some(words) = graph.not_drawn(words) {
        let _ = writeln!(out, "  // {words}");
    }
    for (number, node) in graph.nodes.iter().enumerate() {
        let shape = match node.kind {
            RecordKind::Network => "hexagon",
            RecordKind::Group => "box3d",
            RecordKind::Project => "box\", style=\"rounded",
            RecordKind::Cooperation => "ellipse",
            RecordKind::Programme => "octagon",
            RecordKind::PolicyInstrument => "note",
            RecordKind::Activity => "cds",
            RecordKind::Barrier => "component",
            RecordKind::Goal => "tab",
            _ => "box",
        };
        let lines = super::text::wrap(&node.label, 11, 220, 9);
        let lines: Vec<String> = lines.iter().chain([&clean(&node.note)]).map(|line| quoted(line)).collect();
        let _ = writeln!(out, "  n{number} [shape=\"{shape}\", label=\"{}\"];", lines.join("\\n"));
    }
    for wanted in 0..COLUMNS.len() {
        let here: Vec<String> = (0_usize..)
            .zip(&graph.nodes)
            .filter(|(_, node)| column(node.kind) == wanted)
            .map(|(number, _)| format!("n{number};"))
            .collect();
        if !here.is_empty() {
            let _ = writeln!(out, "  {{ rank=same; {} }}", here.join(" "));
        }
    }
    for link in &graph.links {
        let style = match link.kind {
            LinkKind::Membership | LinkKind::Money => "bold",
            LinkKind::Cooperation => "dashed",
            LinkKind::About | LinkKind::SameAs => "dotted",
            _ => "solid",
        };
        let arrow = match link.arrow {
            Arrow::None => "none",
            Arrow::From => "back",
            Arrow::To => "forward",
        };
        let label = quoted(&link.label);
        let _ = writeln!(
            out,
            "  n{} -- n{} [style={style}, dir={arrow}, label=\"{label}\"];",
            link.from, link.to
        );
    }
    out.push_str("}\n");
    out
}
