//! What the pictures promise: the same bytes each time, nothing cut or on top of another, text that stays text.

use super::course::BACK;
use super::graph::{Arrow, Graph};
use super::layout::{LARGE, Layout, PADDING, SMALL, lay_out};
use super::plan::SLANT;
use super::text::{clean, cut, remarks, width, wrap};
use super::{Format, map, timeline};
use crate::show::Reader;
use cooperation::{Dataset, Kind};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

fn documented() -> Dataset {
    crate::show::load(None).unwrap()
}

fn read(json: &str) -> Dataset {
    Dataset::from_json(json).unwrap()
}

/// Draws with a graph of its own each time, so that an order that depends on a hash would show.
fn draw(dataset: &Dataset, language: &str, format: Format) -> [String; 2] {
    let reader = Reader::new(dataset, language);
    let graph = Graph::new(&reader);
    [map(&reader, &graph, format), timeline(&reader, &graph, format)]
}

fn near(dataset: &Dataset, focus: &str, depth: usize) -> Vec<String> {
    let graph = Graph::new(&Reader::new(dataset, "nb")).near(focus, depth).unwrap();
    graph.nodes.iter().map(|node| format!("{}/{}", node.kind.as_str(), node.id)).collect()
}

/// Some projects under a few programmes, with partners, goals and money: about 2.5 boxes for each project.
fn many(projects: usize) -> Dataset {
    let mut lists = [const { Vec::new() }; 6];
    for number in 0..projects / 2 {
        lists[0].push(format!(
            r#"{{"id": "o{number}", "name": {{"en": "Association for Enterprise {number}"}}}}"#
        ));
    }
    for number in 0..4 {
        lists[1].push(format!(r#"{{"id": "m{number}", "name": {{"en": "Programme {number}"}}}}"#));
    }
    for number in 0..projects {
        let programme = number * 7 % 4;
        lists[2].push(format!(
            r#"{{"id": "p{number}", "title": {{"en": "Project {number} of several regions"}}, "programme": "m{programme}",
            "period": {{"start": "{}", "end": "2025-{:02}"}}}}"#,
            2000 + number % 20,
            1 + number % 12
        ));
        for (place, role) in ["lead partner", "partner", "partner"].iter().enumerate() {
            let party = (number * 5 + place * 3) % (projects / 2);
            lists[3].push(format!(
                r#"{{"id": "t{number}-{place}", "party": {{"organization": "o{party}"}}, "project": "p{number}", "role": "{role}"}}"#
            ));
        }
        lists[4].push(format!(
            r#"{{"id": "g{number}", "statement": {{"en": "Goal {number}"}}, "level": "objective", "of": [{{"project": "p{number}"}}]}}"#
        ));
        lists[5].push(format!(
            r#"{{"id": "f{number}", "of": {{"project": "p{number}"}}, "programme": "m{}"}}"#,
            number * 3 % 4
        ));
    }
    let names = ["organizations", "programmes", "projects", "participations", "goals", "funding"];
    let mut json = r#"{"version": "1.0""#.to_owned();
    for (name, records) in names.iter().zip(lists) {
        write!(json, ", \"{name}\": [{}]", records.join(", ")).unwrap();
    }
    read(&(json + "}"))
}

const HOSTILE: &str = include_str!("hostile.json");

/// The elements of a well-formed document, each with its attributes as they are written. Panics where it is not well-formed.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut open: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "a bare > in {}", &rest[..at]);
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed));
            continue;
        }
        let alone = tag.ends_with('/');
        let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag, ""));
        all.push((name.to_owned(), attributes.to_owned()));
        if !alone {
            open.push(name);
        }
    }
    assert_eq!(open, [""; 0], "every element is closed");
    let ampersands = xml.match_indices('&').map(|(at, _)| &xml[at..]);
    for reference in ampersands {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        assert!(known.iter().any(|known| reference.starts_with(known)), "{reference:.20}");
    }
    all
}

#[test]
fn the_pictures_are_as_committed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pictures");
    for (name, drawn) in ["map.svg", "timeline.svg"].iter().zip(draw(&documented(), "nb", Format::Svg)) {
        let file = folder.join(name);
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &drawn).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            committed == drawn,
            "{name} is not as drawn: run `UPDATE_PICTURES=1 cargo test` and look at it"
        );
    }
}

#[test]
fn drawing_again_gives_the_same_bytes() {
    for dataset in [documented(), many(30), read(HOSTILE)] {
        for format in [Format::Svg, Format::Mermaid, Format::Dot] {
            let first = draw(&dataset, "en", format);
            for _ in 0..5 {
                assert!(first == draw(&dataset, "en", format));
            }
        }
    }
}

#[test]
fn no_name_becomes_markup() {
    let known: BTreeSet<&str> =
        ["svg", "title", "desc", "style", "rect", "g", "path", "text", "defs", "pattern"].into();
    for svg in draw(&read(HOSTILE), "en", Format::Svg) {
        for (name, attributes) in elements(&svg) {
            assert!(known.contains(name.as_str()), "{name}");
            let values = attributes.split('"').skip(1).step_by(2);
            let hostile = ["alert", "script", "javascript", "Seven", "nobody", "a.b:c"];
            for value in values {
                assert!(!hostile.iter().any(|word| value.contains(word)), "{value}");
            }
            assert!(!attributes.contains("href") && !attributes.contains(" on"), "{attributes}");
        }
        let unseen = |letter: char| {
            (letter.is_control() && letter != '\n') || "\u{202e}\u{2066}\u{ffff}".contains(letter)
        };
        assert!(!svg.contains(unseen));
        assert!(svg.contains("&lt;script&gt;alert("), "it is shown as it is written");
    }
}

#[test]
fn words_for_other_programs_hold_names_as_text() {
    let [flowchart, gantt] = draw(&read(HOSTILE), "en", Format::Mermaid);
    for line in flowchart.lines().chain(gantt.lines()) {
        for unsafe_words in ["alert(", "click n0 \"", "%%{", "<script", "<text", "`", "\\"] {
            assert!(!line.contains(unsafe_words), "{line}");
        }
    }
    for line in flowchart.lines().skip(1) {
        let quotes = line.matches('"').count();
        assert!(line.starts_with("  n") && (quotes == 2 || quotes == 0), "{line}");
    }
    for line in gantt.lines().filter(|line| line.contains(" :")) {
        assert_eq!(line.matches([':', ',']).count() - line.matches(", ").count(), 1, "{line}");
    }
    for dot in draw(&read(HOSTILE), "en", Format::Dot) {
        for line in dot.lines() {
            let bare = line.replace("\\\\", "").replace("\\\"", "");
            assert_eq!(bare.matches('"').count() % 2, 0, "{line}");
            let outside: String = bare.split('"').step_by(2).collect();
            assert!(!outside.contains("click") && !outside.contains('<'), "{line}");
        }
    }
}

#[test]
fn every_box_and_line_has_a_title_and_so_has_the_whole() {
    let dataset = documented();
    let reader = Reader::new(&dataset, "nb");
    let graph = Graph::new(&reader);
    let [map, timeline] = draw(&dataset, "nb", Format::Svg);
    for svg in [&map, &timeline] {
        elements(svg);
        assert!(svg.contains("role=\"img\" aria-labelledby=\"title desc\""));
        assert!(svg.contains("<title id=\"title\">") && svg.contains("<desc id=\"desc\">"));
        assert!(svg.contains("prefers-color-scheme: dark"));
    }
    for node in &graph.nodes {
        assert!(map.contains(&format!(
            "<title>{}\n{}</title>",
            super::text::xml(&node.label),
            super::text::xml(&node.note)
        )));
    }
    for link in &graph.links {
        assert!(!link.titles.is_empty());
        let titles: Vec<String> = link.titles.iter().map(|title| super::text::xml(title)).collect();
        assert!(map.contains(&format!(
            "<g class=\"{}\"><title>{}</title>",
            link.kind.class(),
            titles.join("\n")
        )));
    }
    for name in ["Prosjektet", "Access to Microfinance for SMEs (ATM)"] {
        assert!(timeline.contains(&format!("<title>{name}\n")), "{name}");
    }
}

/// The boxes, the labels and the texts of a map as rectangles: left, top, right, bottom.
fn rectangles(layout: &Layout) -> [Vec<[i32; 4]>; 2] {
    let boxes =
        layout.frames.iter().map(|frame| [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height]);
    let labels = layout.trunks.iter().filter(|trunk| !trunk.label.is_empty()).map(|trunk| {
        let wide = width(&trunk.label, SMALL);
        let left = if trunk.before { trunk.x - wide } else { trunk.x };
        [left, trunk.y - 9, left + wide, trunk.y + 2]
    });
    [boxes.collect(), labels.collect()]
}

fn overlap(one: &[i32; 4], other: &[i32; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// The points between which the straight parts of a course run, and the ends of its curves.
fn points(course: &str) -> Vec<[(i32, i32); 2]> {
    let mut lines = Vec::new();
    let (mut x, mut y) = (0, 0);
    let commands = course.match_indices(char::is_alphabetic).map(|(at, _)| at).collect::<Vec<_>>();
    for (number, &at) in commands.iter().enumerate() {
        let end = commands.get(number + 1).copied().unwrap_or(course.len());
        let numbers: Vec<i32> =
            course[at + 1..end].split_whitespace().map(|number| number.parse().unwrap()).collect();
        let from = (x, y);
        (x, y) = match (&course[at..=at], numbers.as_slice()) {
            ("H", &[to]) => (to, y),
            ("V", &[to]) => (x, to),
            ("M" | "Q", &[.., to_x, to_y]) => (to_x, to_y),
            // A curve stays between the heights of its ends, and here also between their columns.
            ("C", &[one, _, two, _, to_x, to_y]) => {
                assert!(x <= one && one <= to_x && x <= two && two <= to_x, "{course}");
                (to_x, to_y)
            }
            command => panic!("{command:?} in {course}"),
        };
        if &course[at..=at] != "M" {
            lines.push([from, (x, y)]);
        }
    }
    lines
}

#[test]
fn nothing_on_a_map_lies_on_another() {
    let more: &[Kind] = &[Kind::Activity, Kind::Barrier];
    let all = [
        (documented(), &[][..], 40),
        (documented(), more, 51),
        (crate::synthetic::dataset(12, 0).unwrap(), more, 50),
        (many(8), &[], 20),
        (many(76), &[], 190),
        (read(HOSTILE), &[], 10),
    ];
    for (dataset, with, least) in all {
        let graph = Graph::with(&Reader::new(&dataset, "en"), with);
        assert!(graph.nodes.len() >= least, "{}", graph.nodes.len());
        let layout = lay_out(&graph, 100);
        let [boxes, labels] = rectangles(&layout);
        let all: Vec<&[i32; 4]> = boxes.iter().chain(&labels).collect();
        for (number, one) in all.iter().enumerate() {
            assert!(one[0] >= 0 && one[1] >= 0 && one[2] <= layout.width && one[3] <= layout.height);
            for other in &all[number + 1..] {
                assert!(!overlap(one, other), "{one:?} and {other:?}");
            }
        }
        let courses = layout.courses.iter().chain(layout.trunks.iter().map(|trunk| &trunk.course));
        for course in courses {
            for [from, to] in points(&course.line) {
                // What a line covers, but for its ends, which touch boxes, and pointed ones within their edge.
                let (left, right) = (from.0.min(to.0) + SLANT, from.0.max(to.0) - 1);
                let line = [left, from.1.min(to.1), right, from.1.max(to.1) + 1];
                let is_level = from.1 == to.1;
                for frame in boxes.iter().filter(|_| is_level || from.0 != to.0) {
                    let inside = if is_level {
                        overlap(&line, frame)
                    } else {
                        line[0] < frame[2] && frame[0] < line[2] && line[2] - line[0] > 2
                    };
                    assert!(!inside, "{} through {frame:?}", course.line);
                }
            }
        }
    }
}

#[test]
fn text_fits_its_box() {
    for dataset in [documented(), read(HOSTILE)] {
        let graph = Graph::new(&Reader::new(&dataset, "en"));
        for frame in lay_out(&graph, 100).frames {
            for (lines, size) in [(&frame.lines, LARGE), (&frame.notes, SMALL)] {
                assert!(lines.iter().all(|line| width(line, size) <= frame.width - 2 * PADDING), "{lines:?}");
            }
        }
    }
}

#[test]
fn wrapping_keeps_every_word_where_there_is_room() {
    let text = "Fostering Gender Equality: Meeting the Entrepreneurship and Microfinance Challenge";
    assert_eq!(wrap(text, 13, 200, 9).join(" "), text);
    let word = "Donaudampfschifffahrtsgesellschaft".repeat(3);
    let lines = wrap(&word, 13, 120, 99);
    assert_eq!(lines.concat(), word);
    assert!(lines.iter().all(|line| width(line, 13) <= 120));
    let short = wrap(text, 13, 100, 2);
    assert_eq!(short.len(), 2);
    assert!(short[1].ends_with('…') && width(&short[1], 13) <= 100);
    assert_eq!(cut("EMN", 11, 100), "EMN");
    assert_eq!(clean(" a\n\tb\u{202e}c\u{0} "), "a bc");
}

#[test]
fn a_focus_shows_what_is_near_and_no_more() {
    let dataset = documented();
    assert_eq!(near(&dataset, "nordplus", 0), ["programme/nordplus"]);
    assert_eq!(
        near(&dataset, "nordplus", 1),
        ["organization/nordisk-ministerrad", "project/nordic-network-project", "programme/nordplus"]
    );
    assert!(near(&dataset, "nordplus", 2).contains(&"organization/dfm".to_owned()));
    assert_eq!(near(&dataset, "feva", 0), ["project/feva", "goal/feva"]);
    assert_eq!(near(&dataset, "project/feva", 0), ["project/feva"]);
    assert_eq!(near(&dataset, "goal:feva", 0), ["goal/feva"]);
    let graph = Graph::new(&Reader::new(&dataset, "nb"));
    let error = graph.near("fevaa\u{7}", 1).err().unwrap().to_string();
    assert_eq!(error, "nothing on the map has the id 'fevaa\\u{7}'");
    let reader = Reader::new(&dataset, "nb");
    let part = Graph::new(&reader).near("nordplus", 1).unwrap();
    assert!(map(&reader, &part, Format::Svg).contains("at most 1 line from Nordplus"));
    let timeline = timeline(&reader, &part, Format::Svg);
    assert!(timeline.contains("Prosjektet") && !timeline.contains("FEVA"));
}

#[test]
fn what_stands_on_the_map_is_what_the_dataset_says() {
    let dataset = documented();
    let graph = Graph::new(&Reader::new(&dataset, "nb"));
    let says = |from: &str, label: &str, to: &str| {
        let is = |node: usize, id: &str| graph.nodes[node].id == id;
        graph.links.iter().any(|link| is(link.from, from) && is(link.to, to) && link.label == label)
    };
    assert!(says("emn", "member", "mikrofinans-norge"));
    assert!(says("mikrofinans-norge", "partner via EMN", "feva"));
    assert!(says("emn", "partner", "feva"));
    assert!(says("atm", "runs under it", "interreg-europe"));
    assert!(says("nordic-network-project", "gives money", "nordplus"));
    assert!(!says("atm", "gives money", "interreg-europe"), "under a programme is not paid by it");
    assert!(says("dfm", "cooperation", "nordic-network-project"));
    assert!(says("atm", "one partner's goal", "engagement-focus"));
    assert!(says("follo-radet", "perhaps the same", "follo-joint-board"));
    let groups = graph.nodes.iter().filter(|node| node.kind == Kind::Group);
    assert!(groups.clone().all(|node| node.id != "entrepreneurs"), "whom a goal alone speaks of is left out");
    assert!(groups.count() > 10);
}

#[test]
fn money_goes_to_where_the_arrow_points() {
    let dataset = read(
        r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "O"}}, {"id": "r", "name": {"en": "R"}}],
        "projects": [{"id": "p", "title": {"en": "P"}}], "programmes": [{"id": "m", "name": {"en": "M"}}],
        "funding": [{"id": "1", "programme": "m", "of": {"project": "p"}},
            {"id": "2", "funder": {"organization": "o"}, "of": {"project": "p"}, "recipient": {"organization": "r"}},
            {"id": "3", "funder": {"organization": "o"}, "recipient": {"organization": "r"}}]}"#,
    );
    let reader = Reader::new(&dataset, "en");
    let graph = Graph::new(&reader);
    let mut told: Vec<String> = Vec::new();
    for link in &graph.links {
        let [from, to] = [link.from, link.to].map(|node| graph.nodes[node].id.as_str());
        let (giver, getter) = if link.arrow == Arrow::From { (to, from) } else { (from, to) };
        assert!(link.arrow != Arrow::None);
        told.push(format!("{giver} > {getter}, at {to} '{}'", link.label));
    }
    let expected = [
        "m > p, at m 'gives money'",
        "o > p, at p 'gets money'",
        "p > r, at p 'gets money for it'",
        "o > r, at r 'gets money'",
    ];
    assert_eq!(told, expected);
    assert_eq!(
        map(&reader, &graph, Format::Svg).matches("class=\"arrow\"").count(),
        5,
        "four and the legend"
    );
    let mermaid = map(&reader, &graph, Format::Mermaid);
    assert!(mermaid.contains("n3 ==>|\"gives money\"| n2\n"), "{mermaid}");
    let dot = map(&reader, &graph, Format::Dot);
    assert!(dot.contains("n2 -- n3 [style=bold, dir=back, label=\"gives money\"]"), "{dot}");
    // The points of arrows, right of what they stand before or left of it.
    let layout = lay_out(&graph, 100);
    let heads = layout.courses.iter().chain(layout.trunks.iter().map(|trunk| &trunk.course));
    let heads: Vec<(i32, i32)> =
        heads.filter_map(|course| course.head).map(|head| (head.x, head.back)).collect();
    let mut edges: Vec<(i32, i32)> = ["p", "r", "p", "r"]
        .iter()
        .zip([BACK, BACK, -BACK, -BACK])
        .map(|(id, back)| {
            let frame = &layout.frames[graph.nodes.iter().position(|node| node.id == *id).unwrap()];
            (if back > 0 { frame.x + frame.width } else { frame.x }, back)
        })
        .collect();
    edges.sort_unstable();
    let mut sorted = heads;
    sorted.sort_unstable();
    assert_eq!(sorted, edges);
}

#[test]
fn what_is_not_on_the_map_is_told() {
    let dataset = documented();
    let reader = Reader::new(&dataset, "nb");
    let plain = Graph::new(&reader);
    let words = "Not drawn: 1 source, 6 groups, 10 activities, 1 barrier";
    for format in [Format::Svg, Format::Mermaid, Format::Dot] {
        assert!(map(&reader, &plain, format).contains(words));
    }
    let full = Graph::with(&reader, &[Kind::Activity, Kind::Barrier]);
    assert_eq!(full.not_drawn().unwrap(), "Not drawn: 1 source, 4 groups");
    let count = |kind| full.nodes.iter().filter(|node| node.kind == kind).count();
    assert_eq!((count(Kind::Activity), count(Kind::Barrier)), (10, 1));
    let part = plain.near("emn", 1).unwrap();
    assert_eq!(part.not_drawn().unwrap(), "Not drawn: sources, activities, barriers");
    let bare = read(r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "O"}}]}"#);
    assert!(Graph::new(&Reader::new(&bare, "en")).not_drawn().is_none());
}

#[test]
fn a_box_tells_where_it_is() {
    let dataset = documented();
    let reader = Reader::new(&dataset, "nb");
    let graph = Graph::new(&reader);
    let note = |id: &str| graph.nodes.iter().find(|node| node.id == id).unwrap().note.as_str();
    assert_eq!(note("dfm"), "organization · in Danmark");
    assert_eq!(note("organizations-of-east-and-west-europe"), "group · in øst Europa, vest Europa");
    assert_eq!(remarks("organization · local government · in Ireland", 11, 176, 3).len(), 2);
    assert_eq!(remarks("organization · local government · in Ireland", 11, 176, 3)[1], "in Ireland");
}

#[test]
fn what_no_record_has_is_drawn_as_missing() {
    let dataset = read(HOSTILE);
    let graph = Graph::new(&Reader::new(&dataset, "en"));
    let missing: Vec<&str> =
        graph.nodes.iter().filter(|node| !node.known).map(|node| node.id.as_str()).collect();
    assert_eq!(missing, ["nowhere", "missing", "nobody"]);
    let [map, _] = draw(&dataset, "en", Format::Svg);
    assert_eq!(map.matches(" unknown\"").count(), 3);
}

/// The part of a timeline that tells of one row.
fn bar<'t>(timeline: &'t str, name: &str) -> &'t str {
    let start = timeline.find(&format!("<title>{name}")).expect("the row is there");
    let rest = &timeline[start..];
    &rest[..rest.find("</g>").expect("the row ends")]
}

#[test]
fn precision_is_seen_in_the_ends_of_a_bar() {
    let [_, timeline] = draw(&documented(), "nb", Format::Svg);
    let jagged = |name: &str| {
        let row = bar(&timeline, name);
        let reach = &row[row.find("class=\"reach\"").unwrap()..];
        reach[..reach.find("/>").unwrap()].matches('L').count()
    };
    assert_eq!(jagged("Fostering Gender Equality"), 8, "two ends of four teeth each");
    assert_eq!(jagged("Access to Microfinance"), 0);
    let [_, hostile] = draw(&read(HOSTILE), "en", Format::Svg);
    let day = bar(&hostile, "1. list");
    assert_eq!(day.matches("class=\"reach\"").count(), 3, "a bar and a stop at each end");
    assert!(bar(&timeline, "Fostering").contains(">2006 to 2007<"));
    assert!(bar(&timeline, "Access").contains(">2016-04 to 2021-03<"));
}

#[test]
fn open_ends_are_dashed_and_the_undated_are_listed() {
    let [_, timeline] = draw(&read(HOSTILE), "en", Format::Svg);
    assert_eq!(timeline.matches("class=\"open\"").count(), 3, "two rows and the legend");
    assert!(bar(&timeline, "Reversed").contains("2014 to 2011: the start is after the end"));
    assert!(bar(&timeline, "Duration only").contains("dates not stated, lasts P5Y"));
    for name in ["Reversed", "Duration only"] {
        assert!(!bar(&timeline, name).contains("<path"), "{name} has no bar");
    }
    let [_, timeline] = draw(&documented(), "nb", Format::Svg);
    let undated = timeline.find(">Undated<").unwrap();
    for name in ["<title>Prosjektet", "<title>Mikrofinans Norge in European Microfinance Network (EMN)"] {
        assert!(timeline.find(name).unwrap() > undated, "{name}");
        assert!(bar(&timeline, &name["<title>".len()..]).contains(">dates not stated<"));
    }
}

#[test]
fn empty_and_extreme_datasets_are_drawn() {
    let extreme = r#"{"version": "1.0", "projects": [
        {"id": "a", "title": {"en": "A"}, "period": {"start": "0001", "end": "9999-12-31"}},
        {"id": "b", "title": {"en": "B"}, "period": {"end": "0001"}},
        {"id": "c", "title": {"en": "C"}, "period": {"start": "9999"}}],
        "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": [{"activity": "x"}], "parent": "h"},
        {"id": "h", "statement": {"en": "H"}, "level": "output", "of": [{"project": "a"}], "parent": "g"}],
        "activities": [{"id": "x", "title": {"en": "X"}, "of": {"activity": "x"}}]}"#;
    for json in [r#"{"version": "1.0"}"#, extreme] {
        let dataset = read(json);
        for format in [Format::Svg, Format::Mermaid, Format::Dot] {
            for drawn in draw(&dataset, "en", format) {
                assert!(!drawn.is_empty());
                if format == Format::Svg {
                    elements(&drawn);
                }
            }
        }
    }
}
