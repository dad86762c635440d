//! What stands on the map, and where.

use super::{HOSTILE, documented, draw, many, read};
use crate::draw::course::BACK;
use crate::draw::graph::{Arrow, Graph};
use crate::draw::layout::{Layout, lay_out};
use crate::draw::measures::{LARGE, PADDING, SMALL};
use crate::draw::plan::SLANT;
use crate::draw::text::{clean, cut, remarks, width, wrap};
use crate::draw::{Format, map, timeline};
use crate::reader::Reader;
use crate::words::Words;
use cooperation::{Dataset, RecordKind};

fn near(dataset: &Dataset, focus: &str, depth: usize) -> Vec<String> {
    let reader = Reader::new(dataset, "en");
    let graph = Graph::new(&reader).near(&reader, focus, depth).unwrap();
    graph.nodes.iter().map(|node| format!("{}/{}", node.kind.as_str(), node.id)).collect()
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
    let more: &[RecordKind] = &[RecordKind::Activity, RecordKind::Barrier];
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
    let graph = Graph::new(&Reader::new(&dataset, "en"));
    let error = graph.near(&Reader::new(&dataset, "en"), "fevaa\u{7}", 1).err().unwrap().to_string();
    assert_eq!(
        error,
        "no record has the id, acronym or name 'fevaa\\u{7}'; did you mean project/feva (Financial Education for Vulnerable \
         Adults), goal/feva (å øke den økonomiske kompetansen til finansielt- og sosialt ekskluderte grupper i Europa)?"
    );
    let reader = Reader::new(&dataset, "en");
    let part = Graph::new(&reader).near(&reader, "nordplus", 1).unwrap();
    assert!(map(&reader, &part, Format::Svg).contains("at most 1 line from Nordplus"));
    let timeline = timeline(&reader, &part, Format::Svg);
    assert!(timeline.contains("Prosjektet") && !timeline.contains("FEVA"));
}

#[test]
fn what_a_map_is_drawn_around_is_in_the_middle() {
    for dataset in [documented(), crate::synthetic::dataset(12, 0).unwrap(), many(30)] {
        let reader = Reader::new(&dataset, "en");
        let whole = Graph::new(&reader);
        let keys: Vec<String> =
            whole.nodes.iter().map(|node| format!("{}/{}", node.kind.as_str(), node.id)).collect();
        for (focus, depth) in keys.iter().flat_map(|key| [(key, 1), (key, 2)]) {
            let graph = whole.clone().near(&reader, focus, depth).unwrap();
            let layout = lay_out(&graph, 100);
            let at = graph.nodes.iter().position(|node| graph.is_focus(node)).unwrap();
            let own = &layout.frames[at];
            let column = || layout.frames.iter().filter(|frame| frame.x == own.x);
            let above = column().filter(|frame| frame.y < own.y).count();
            let below = column().filter(|frame| frame.y > own.y).count();
            let middle = own.y + own.height / 2;
            let whole = i32::midpoint(100, layout.height);
            assert!(above.abs_diff(below) <= 1, "{focus} {depth}: {above} above and {below} below");
            let off = (middle - whole).abs();
            assert!(off * 4 < layout.height, "{focus} {depth}: {off} of {} from the middle", layout.height);
        }
    }
}

#[test]
fn what_stands_on_the_map_is_what_the_dataset_says() {
    let dataset = documented();
    let graph = Graph::new(&Reader::new(&dataset, "en"));
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
    let groups = graph.nodes.iter().filter(|node| node.kind == RecordKind::Group);
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
fn money_that_is_not_given_yet_says_so() {
    let dataset = read(
        r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "O"}}, {"id": "r", "name": {"en": "R"}}],
        "projects": [{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}}],
        "funding": [
            {"id": "1", "funder": {"organization": "o"}, "of": {"project": "p"}, "recipient": {"organization": "r"},
             "status": "requested"},
            {"id": "2", "part_of": "1", "funder": {"organization": "o"}, "of": {"project": "q"}},
            {"id": "3", "funder": {"organization": "o"}, "of": {"project": "p"}, "status": "disbursed"}]}"#,
    );
    let graph = Graph::new(&Reader::new(&dataset, "en"));
    let mut told: Vec<(&str, &str)> = Vec::new();
    for link in &graph.links {
        told.extend(link.titles.iter().map(|title| (link.label.as_str(), title.as_str())));
    }
    assert_eq!(
        told,
        [
            ("gets money, requested", "O pays (amount not stated, requested) for P"),
            ("gets money for it, requested", "R receives (amount not stated, requested) for P"),
            ("gets money, requested", "O pays (amount not stated, requested) for Q"),
            ("gets money", "O pays (amount not stated) for P"),
        ]
    );
}

#[test]
fn money_and_projects_that_no_line_reaches_are_told() {
    let dataset = read(
        r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "O"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "related": [{"title": {"en": "Q"}, "relation": "continues"},
            {"title": {"en": "R"}, "relation": "related"}, {"to": {"project": "p"}, "relation": "related"}]}],
        "funding": [{"id": "1", "recipient": {"organization": "o"}},
            {"id": "2", "funder": {"organization": "o"}, "recipient": {"organization": "o"}},
            {"id": "3", "funder": {"organization": "o"}, "of": {"project": "p"}}]}"#,
    );
    let graph = Graph::new(&Reader::new(&dataset, "en"));
    assert_eq!(
        graph.not_drawn(Words::new("en")).unwrap(),
        "Not drawn: 2 funding records, 2 related records outside the dataset"
    );
    let part = graph.near(&Reader::new(&dataset, "en"), "o", 1).unwrap();
    assert_eq!(
        part.not_drawn(Words::new("en")).unwrap(),
        "Not drawn: funding records, related records outside the dataset"
    );
}

/// Each line as it is read: the one box, the label at the other, that box.
fn lines(graph: &Graph) -> Vec<String> {
    let words = |link: &crate::draw::graph::Link| {
        let [from, to] = [link.from, link.to].map(|node| graph.nodes[node].id.as_str());
        format!("{from} > {to}: {}", link.label)
    };
    graph.links.iter().map(words).collect()
}

#[test]
fn relations_are_drawn_once_with_their_words_turned_to_where_they_stand() {
    let dataset = read(
        r#"{"version": "1.0", "networks": [{"id": "old", "name": {"en": "Old"}},
            {"id": "new", "name": {"en": "New"}, "part_of": {"organization": "o"}, "related": [{"to": {"network": "old"}, "relation": "replaces"}]}],
        "organizations": [{"id": "o", "name": {"en": "O"}, "related": [
            {"to": {"network": "old"}, "relation": "same as", "basis": "implied"},
            {"to": {"project": "p"}, "relation": "grew out of", "basis": "open"}, {"to": {"place": "x"}, "relation": "related"}]}],
        "projects": [{"id": "p", "title": {"en": "P"}}]}"#,
    );
    let graph = Graph::new(&Reader::new(&dataset, "en"));
    assert_eq!(
        lines(&graph),
        [
            "old > o: by implication the same",
            "o > p: perhaps gave rise to",
            "new > o: part of it",
            "new > old: replaced by",
        ]
        .map(str::to_owned)
    );
    let titles: Vec<&str> = graph.links.iter().flat_map(|link| &link.titles).map(String::as_str).collect();
    assert!(
        titles.contains(&"O: perhaps grew out of P") && titles.contains(&"New: replaces Old"),
        "{titles:?}"
    );
}

#[test]
fn several_programmes_goals_and_subjects_have_a_line_each() {
    let dataset = read(
        r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "O"}, "address": {"locality": "Oslo"}}],
        "programmes": [{"id": "m", "name": {"en": "M"}, "managed_by": [{"organization": "o"}]}, {"id": "n", "name": {"en": "N"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["m", "n"], "planned": {"start": "2030"}},
            {"id": "q", "title": {"en": "Q"}}],
        "goals": [{"id": "a", "statement": {"en": "A"}, "level": "impact", "of": [{"project": "p"}], "due": "2030"},
            {"id": "b", "statement": {"en": "B"}, "level": "impact", "of": [{"project": "p"}]},
            {"id": "c", "statement": {"en": "C"}, "level": "output", "of": [{"project": "p"}], "serves": ["a", "b"]}],
        "policy_instruments": [{"id": "i", "name": {"en": "I"}, "responsible": [{"organization": "o"}], "serves": ["c"]}],
        "activities": [{"id": "x", "title": {"en": "X"}, "of": [{"project": "p"}, {"project": "q"}, {"activity": "x"}]}],
        "funding": [{"id": "f", "of": {"activity": "x"}, "programme": "n"}]}"#,
    );
    let reader = Reader::new(&dataset, "en");
    let drawn = lines(&Graph::new(&reader));
    for line in [
        "p > m: runs under it",
        "p > n: runs under it",
        "o > m: managed by",
        "o > i: responsible for it",
        "i > c: serves it",
    ] {
        assert!(drawn.contains(&line.to_owned()), "{line} in {drawn:#?}");
    }
    assert_eq!(drawn.iter().filter(|line| line.ends_with(": serves")).count(), 2, "{drawn:#?}");
    assert!(
        drawn.contains(&"p > n: gives money".to_owned()),
        "money for an activity goes to what it is of: {drawn:#?}"
    );
    let with = lines(&Graph::with(&reader, &[RecordKind::Activity]));
    assert!(["p > x: ", "q > x: "].iter().all(|line| with.contains(&(*line).to_owned())), "{with:#?}");
    let graph = Graph::new(&reader);
    let note = |id: &str| graph.nodes.iter().find(|node| node.id == id).unwrap().note.as_str();
    assert_eq!(note("o"), "organization · in Oslo");
    assert_eq!(note("p"), "project · planned start: 2030");
    assert_eq!(note("a"), "goal · impact · due 2030");
}

#[test]
fn what_is_not_on_the_map_is_told() {
    let dataset = documented();
    let reader = Reader::new(&dataset, "en");
    let plain = Graph::new(&reader);
    let words = "Not drawn: 1 source, 8 groups, 10 activities, 1 barrier";
    for format in [Format::Svg, Format::Mermaid, Format::Dot] {
        assert!(map(&reader, &plain, format).contains(words));
    }
    let full = Graph::with(&reader, &[RecordKind::Activity, RecordKind::Barrier]);
    assert_eq!(full.not_drawn(Words::new("en")).unwrap(), "Not drawn: 1 source, 6 groups");
    let count = |kind| full.nodes.iter().filter(|node| node.kind == kind).count();
    assert_eq!((count(RecordKind::Activity), count(RecordKind::Barrier)), (10, 1));
    let part = plain.near(&reader, "emn", 1).unwrap();
    assert_eq!(part.not_drawn(Words::new("en")).unwrap(), "Not drawn: sources, activities, barriers");
    let bare = read(r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "O"}}]}"#);
    assert!(Graph::new(&Reader::new(&bare, "en")).not_drawn(Words::new("en")).is_none());
}

#[test]
fn a_box_tells_where_it_is() {
    let dataset = documented();
    let reader = Reader::new(&dataset, "en");
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
