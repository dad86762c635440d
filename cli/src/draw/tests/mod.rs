//! What the pictures promise: the same bytes each time, nothing cut or on top of another, text that stays text.

mod condensed;
mod on_the_map;
mod on_the_timeline;

use super::graph::Graph;
use super::{Format, map, timeline};
use crate::reader::Reader;
use cooperation::Dataset;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

fn documented() -> Dataset {
    crate::reader::load(None).unwrap()
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
            r#"{{"id": "p{number}", "title": {{"en": "Project {number} of several regions"}}, "programmes": ["m{programme}"],
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/pictures");
    for (name, drawn) in ["map.svg", "timeline.svg"].iter().zip(draw(&documented(), "en", Format::Svg)) {
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

/// The documented page is made without the text of its source, which belongs to others; the made-up one with it.
#[test]
fn the_pages_are_as_committed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/pictures");
    let rural = read(include_str!("../../../../examples/data/rural-credit-unions.json"));
    let text = include_str!("../../../../examples/data/rural-credit-unions.txt").to_owned();
    let pages = [
        ("page.html", crate::page::page(&Reader::new(&documented(), "en"), &[], None).unwrap()),
        (
            "rural-page.html",
            crate::page::page(&Reader::new(&rural, "en"), &[("page".parse().unwrap(), text)], None).unwrap(),
        ),
    ];
    for (name, page) in pages {
        let file = folder.join(name);
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            std::fs::write(&file, &page).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            committed == page,
            "{name} is not as made: run `UPDATE_PICTURES=1 cargo test` and look at it"
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
    let reader = Reader::new(&dataset, "en");
    let graph = Graph::new(&reader);
    let [map, timeline] = draw(&dataset, "en", Format::Svg);
    for svg in [&map, &timeline] {
        elements(svg);
        assert!(svg.contains("role=\"img\" aria-labelledby=\"title desc\""));
        assert!(svg.contains("<title id=\"title\">") && svg.contains("<desc id=\"desc\">"));
        assert!(svg.contains("prefers-color-scheme: dark"));
    }
    for node in &graph.nodes {
        assert!(map.contains(&format!(
            "<title>{}\n{}</title>",
            crate::draw::text::xml(&node.label),
            crate::draw::text::xml(&node.note)
        )));
    }
    for link in &graph.links {
        assert!(!link.titles.is_empty());
        let titles: Vec<String> = link.titles.iter().map(|title| crate::draw::text::xml(title)).collect();
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

#[test]
fn empty_and_extreme_datasets_are_drawn() {
    let extreme = r#"{"version": "1.0", "projects": [
        {"id": "a", "title": {"en": "A"}, "period": {"start": "0001", "end": "9999-12-31"}},
        {"id": "b", "title": {"en": "B"}, "period": {"end": "0001"}},
        {"id": "c", "title": {"en": "C"}, "period": {"start": "9999"}}],
        "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": [{"activity": "x"}], "serves": ["h"]},
        {"id": "h", "statement": {"en": "H"}, "level": "output", "of": [{"project": "a"}], "serves": ["g"]}],
        "activities": [{"id": "x", "title": {"en": "X"}, "of": [{"activity": "x"}]}]}"#;
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
