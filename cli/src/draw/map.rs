//! The map as a picture.

use super::condensed;
use super::course::{BACK, Head};
use super::drawing::Paper;
use super::drawn::Drawn;
use super::graph::{COLUMNS, Graph, LinkKind, Node, column, counted};
use super::layout::{Layout, lay_out};
use super::measures::{LARGE, LARGE_LINE, PADDING, SMALL, SMALL_LINE};
use super::plan::{Frame, SLANT};
use super::sheet::fits;
use super::svg::Svg;
use super::text::{cut, width};
use crate::reader::Reader;
use crate::words::Words;
use cooperation::RecordKind;

const TITLE: &str = "Who cooperates with whom";
const KINDS: [RecordKind; 10] = [
    RecordKind::Network,
    RecordKind::Organization,
    RecordKind::Group,
    RecordKind::Project,
    RecordKind::Cooperation,
    RecordKind::Programme,
    RecordKind::PolicyInstrument,
    RecordKind::Activity,
    RecordKind::Barrier,
    RecordKind::Goal,
];

/// Maximum number of boxes in one column that is still readable.
const LONGEST: usize = 150;

pub(super) fn svg(reader: &Reader, graph: &Graph, paper: Option<Paper>) -> Drawn {
    let subtitle = graph.subtitle(reader);
    let mut columns = [0_usize; COLUMNS.len()];
    for node in &graph.nodes {
        columns[column(node.kind)] += 1;
    }
    let can_condense = graph.focus.is_empty() && reader.index.dataset().participations.len() > 1;
    let is_long = columns.iter().any(|&count| count > LONGEST);
    if can_condense && is_long {
        return condensed::svg(reader, &subtitle, paper);
    }
    let mut reduced = is_long.then(|| graph.busiest(LONGEST));
    let all = graph.nodes.len();
    let mut layout = lay_out(reduced.as_ref().unwrap_or(graph), 118);
    let fits =
        |layout: &Layout| paper.is_none_or(|paper| fits(paper, (layout.width.max(460), layout.height + 80)));
    if !fits(&layout) {
        match for_paper(graph).into_iter().map(|part| (lay_out(&part, 118), part)).find(|(one, _)| fits(one))
        {
            Some((fitting, part)) => (layout, reduced) = (fitting, Some(part)),
            None if can_condense => return condensed::svg(reader, &subtitle, paper),
            None => {}
        }
    }
    let graph = reduced.as_ref().unwrap_or(graph);
    let page = layout.width.max(460);
    let left_out = reduced.as_ref().map(|kept| {
        let counts = [kept.nodes.len(), all].map(|count| reader.words.number(count));
        let told =
            "The {} of {} boxes with the most lines are drawn; choose a part with --focus or a filter.";
        reader.words.fill(told, &[&counts[0], &counts[1]])
    });
    let mut svg = Svg::new(paper);
    let title = reader.words.label(TITLE);
    svg.text("head", (24, 38), title);
    match &left_out {
        Some(left_out) => {
            svg.text("small", (24, 55), &cut(&subtitle, SMALL, page - 48));
            svg.text("small", (24, 70), &cut(left_out, SMALL, page - 48));
        }
        None => svg.text("small", (24, 60), &cut(&subtitle, SMALL, page - 48)),
    }
    for &(number, x) in &layout.columns {
        svg.text("column", (x, 92), reader.words.label(COLUMNS[number]));
        svg.path("rule", &format!("M{x} 100h{}", layout.frames.first().map_or(0, |frame| frame.width)));
    }
    for (link, course) in graph.links.iter().zip(&layout.courses) {
        svg.open(link.kind.class(), &link.titles);
        svg.path("line", &course.line);
        head(&mut svg, course.head);
        svg.close();
    }
    for trunk in &layout.trunks {
        let titles: Vec<String> =
            trunk.links.iter().flat_map(|&link| graph.links[link].titles.iter().cloned()).collect();
        svg.open(trunk.kind.class(), &titles);
        svg.path("line", &trunk.course.line);
        head(&mut svg, trunk.course.head);
        let class = if trunk.before { "label before" } else { "label" };
        svg.text(class, (trunk.x, trunk.y), &trunk.label);
        svg.close();
    }
    for (node, frame) in graph.nodes.iter().zip(&layout.frames) {
        node_box(&mut svg, node, frame, graph.is_focus(node));
    }
    let height = legend(&mut svg, reader.words, graph, layout.height + 12, page);
    svg.finish((page, height), title, &description(reader.words, &subtitle, graph))
}

/// The most boxes of a map that is made smaller for paper: a part of a larger one says less than its organizations do.
const SMALL_MAP: usize = 100;

/// Smaller and smaller parts of a map: fewer boxes in each column, then no goals, which are the last column, and at last
/// networks, parties and projects alone.
fn for_paper(graph: &Graph) -> Vec<Graph> {
    if graph.nodes.len() > SMALL_MAP {
        return Vec::new();
    }
    let up_to = |last: RecordKind| {
        let kept = graph.nodes.iter().map(|node| column(node.kind) <= column(last) || graph.is_focus(node));
        graph.clone().only(&kept.collect::<Vec<bool>>())
    };
    let most = [15, 12, 10, 9, 8, 7, 6];
    let parts = |graph: Graph| most.map(|most| graph.busiest(most));
    let graphs = [graph.clone(), up_to(RecordKind::Activity), up_to(RecordKind::Project)];
    graphs.into_iter().flat_map(parts).collect()
}

/// An arrow, if there is one.
fn head(svg: &mut Svg, head: Option<Head>) {
    if let Some(Head { x, y, back }) = head {
        svg.path("arrow", &format!("M{x} {y}l{back} -5v10z"));
    }
}

fn description(words: Words, subtitle: &str, graph: &Graph) -> String {
    let mut counts = Vec::new();
    for kind in KINDS {
        let count = graph.nodes.iter().filter(|node| node.kind == kind).count();
        if count > 0 {
            counts.push(counted(words, kind, count));
        }
    }
    let about = if subtitle.is_empty() { String::new() } else { format!("{subtitle}. ") };
    let not_drawn = graph.not_drawn(words).map(|left_out| format!(" {left_out}.")).unwrap_or_default();
    let lines = words.counted(graph.links.len(), "line", "lines");
    let map = words.fill(
        "A map in columns, with {} between {}. Each box and each line has a title of its own.",
        &[&lines, &counts.join(", ")],
    );
    format!("{about}{map}{not_drawn}")
}

fn node_box(svg: &mut Svg, node: &Node, frame: &Frame, is_focus: bool) {
    let known = if node.known { "" } else { " unknown" };
    let class = format!("{}{known}{}", node.kind.as_str(), if is_focus { " focus" } else { "" });
    svg.place(node.kind, &node.id, [frame.x, frame.y, frame.width, frame.height]);
    svg.open(&class, &[node.label.clone(), node.note.clone()]);
    shape(svg, node.kind, frame);
    let lines = i32::try_from(frame.lines.len()).unwrap_or(0);
    let notes = i32::try_from(frame.notes.len()).unwrap_or(0);
    let mut y = frame.y + (frame.height - lines * LARGE_LINE - notes * SMALL_LINE) / 2;
    for line in &frame.lines {
        svg.text("name", (frame.x + PADDING, y + LARGE), line);
        y += LARGE_LINE;
    }
    for note in &frame.notes {
        svg.text("small", (frame.x + PADDING, y + SMALL), note);
        y += SMALL_LINE;
    }
    svg.close();
}

/// Each kind of record has a shape of its own.
fn shape(svg: &mut Svg, kind: RecordKind, frame: &Frame) {
    let Frame { x, y, width: w, height: h, .. } = *frame;
    let (right, bottom) = (x + w, y + h);
    let cut = SLANT.min(h / 3);
    match kind {
        RecordKind::Network => {
            let middle = y + h / 2;
            svg.path(
                "box",
                &format!(
                    "M{} {y}H{}L{right} {middle}L{} {bottom}H{}L{x} {middle}Z",
                    x + cut,
                    right - cut,
                    right - cut,
                    x + cut
                ),
            );
        }
        RecordKind::Group => {
            svg.path("box", &format!("M{x} {y}H{right}V{bottom}H{x}Z"));
            svg.path("inner", &format!("M{} {y}V{bottom}M{} {y}V{bottom}", x + 5, right - 5));
        }
        RecordKind::Project | RecordKind::Cooperation => {
            let r = if kind == RecordKind::Project { 12.min(h / 2) } else { h / 2 };
            svg.path(
                "box",
                &format!(
                    "M{} {y}H{}A{r} {r} 0 0 1 {right} {}V{}A{r} {r} 0 0 1 {} {bottom}H{}A{r} {r} 0 0 1 {x} {}V{}A{r} {r} 0 0 1 {} {y}Z",
                    x + r,
                    right - r,
                    y + r,
                    bottom - r,
                    right - r,
                    x + r,
                    bottom - r,
                    y + r,
                    x + r
                ),
            );
        }
        RecordKind::Programme => svg.path(
            "box",
            &format!(
                "M{} {y}H{}L{right} {}V{}L{} {bottom}H{}L{x} {}V{}Z",
                x + cut,
                right - cut,
                y + cut,
                bottom - cut,
                right - cut,
                x + cut,
                bottom - cut,
                y + cut
            ),
        ),
        RecordKind::PolicyInstrument => {
            svg.path("box", &format!("M{x} {y}H{}L{right} {}V{bottom}H{x}Z", right - 12, y + 12));
            svg.path("inner", &format!("M{} {y}V{}H{right}", right - 12, y + 12));
        }
        RecordKind::Activity => {
            let middle = y + h / 2;
            let tip = format!("M{x} {y}H{}L{right} {middle}L{} {bottom}H{x}Z", right - cut, right - cut);
            svg.path("box", &tip);
        }
        RecordKind::Barrier => {
            svg.path("box", &format!("M{x} {y}H{right}V{bottom}H{x}Z"));
            svg.path("inner", &format!("M{x} {}H{right}M{x} {}H{right}", y + 4, bottom - 4));
        }
        RecordKind::Goal => {
            svg.path("box", &format!("M{x} {y}H{right}V{bottom}H{x}Z"));
            svg.path("inner", &format!("M{} {y}V{bottom}", x + 5));
        }
        _ => svg.path("box", &format!("M{x} {y}H{right}V{bottom}H{x}Z")),
    }
}

/// What the shapes and the lines mean, as far as they occur. Gives the height of the picture.
fn legend(svg: &mut Svg, words: Words, graph: &Graph, top: i32, page: i32) -> i32 {
    svg.path("rule", &format!("M24 {top}H{}", page - 24));
    let (mut x, mut y) = (24, top + 16);
    let mut step = |wide: i32| {
        if x > 24 && x + wide > page - 24 {
            (x, y) = (24, y + 30);
        }
        let at = (x, y);
        x += wide;
        at
    };
    for kind in KINDS.into_iter().filter(|&kind| graph.nodes.iter().any(|node| node.kind == kind)) {
        let (x, y) = step(48 + width(words.label(kind.title()), SMALL) + 18);
        svg.put(&format!("<g class=\"{}\">", kind.as_str()));
        let frame = Frame { x, y, width: 40, height: 20, lines: Vec::new(), notes: Vec::new() };
        shape(svg, kind, &frame);
        svg.text("small", (x + 48, y + 14), words.label(kind.title()));
        svg.close();
    }
    for (kind, class, name) in LinkKind::ALL {
        if graph.links.iter().any(|link| link.kind == kind) {
            let name = words.label(name);
            let (x, y) = step(48 + width(name, SMALL) + 18);
            svg.put(&format!("<g class=\"{class}\">"));
            svg.path("line", &format!("M{x} {}h40", y + 10));
            head(svg, (kind == LinkKind::Money).then_some(Head { x: x + 42, y: y + 10, back: -BACK }));
            svg.text("small", (x + 48, y + 14), name);
            svg.close();
        }
    }
    if let Some(left_out) = graph.not_drawn(words) {
        svg.text("small", (24, y + 48), &cut(&left_out, SMALL, page - 48));
        y += 24;
    }
    y + 44
}
