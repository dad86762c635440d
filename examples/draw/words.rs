//! The map in the languages of other programs that draw: Mermaid and DOT.

use super::graph::{Graph, LinkKind, column};
use super::text::{clean, dot as quoted, mermaid as coded};
use cooperation::Kind;
use std::fmt::Write as _;

const COLUMNS: usize = 5;

pub(super) fn mermaid(graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    for (number, node) in graph.nodes.iter().enumerate() {
        let (open, close) = match node.kind {
            Kind::Network => ("{{", "}}"),
            Kind::Group => ("[[", "]]"),
            Kind::Project => ("(", ")"),
            Kind::Cooperation => ("([", "])"),
            Kind::Programme => ("[/", "/]"),
            Kind::PolicyInstrument => (">", "]"),
            _ => ("[", "]"),
        };
        let text = format!("{}<br/>{}", coded(&node.label), coded(&node.note));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  n{number}{open}\"{text}\"{close}");
    }
    for link in &graph.links {
        let arrow = match link.kind {
            LinkKind::Membership | LinkKind::Money => "===",
            LinkKind::Cooperation | LinkKind::About | LinkKind::SameAs => "-.-",
            _ => "---",
        };
        let label =
            if link.label.is_empty() { String::new() } else { format!("|\"{}\"|", coded(&link.label)) };
        let _ = writeln!(out, "  n{} {arrow}{label} n{}", link.from, link.to);
    }
    out
}

pub(super) fn dot(graph: &Graph) -> String {
    let mut out = String::from(
        "graph map {\n  rankdir=LR; ranksep=1.6; nodesep=0.25;\n  node [shape=box, fontname=\"Verdana\", fontsize=11];\n  \
         edge [fontname=\"Verdana\", fontsize=9];\n",
    );
    for (number, node) in graph.nodes.iter().enumerate() {
        let shape = match node.kind {
            Kind::Network => "hexagon",
            Kind::Group => "box3d",
            Kind::Project => "box\", style=\"rounded",
            Kind::Cooperation => "ellipse",
            Kind::Programme => "octagon",
            Kind::PolicyInstrument => "note",
            Kind::Goal => "tab",
            _ => "box",
        };
        let lines = super::text::wrap(&node.label, 11, 220, 9);
        let lines: Vec<String> = lines.iter().chain([&clean(&node.note)]).map(|line| quoted(line)).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  n{number} [shape=\"{shape}\", label=\"{}\"];", lines.join("\\n"));
    }
    for wanted in 0..COLUMNS {
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
        let _ = writeln!(
            out,
            "  n{} -- n{} [style={style}, label=\"{}\"];",
            link.from,
            link.to,
            quoted(&link.label)
        );
    }
    out.push_str("}\n");
    out
}
