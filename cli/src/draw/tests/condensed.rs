//! The map of a dataset that is too large for a map of its records.

use super::{elements, read};
use crate::draw::graph::Graph;
use crate::draw::text::width;
use crate::draw::{Format, map};
use crate::reader::Reader;
use cooperation::Dataset;
use std::fmt::Write as _;

fn drawn(dataset: &Dataset) -> String {
    let reader = Reader::new(dataset, "en");
    map(&reader, &Graph::new(&reader), Format::Svg)
}

/// So many projects that the map is condensed: each has the partners that the list names, or else one of its own.
fn dataset(projects: &[(usize, &[&str])]) -> Dataset {
    let (mut titles, mut parts, mut names) = (Vec::new(), Vec::new(), std::collections::BTreeSet::new());
    let of =
        |number: usize| projects.iter().find(|(wanted, _)| *wanted == number).map(|(_, partners)| *partners);
    for number in 0..200 {
        titles.push(format!(r#"{{"id": "{number}", "title": {{"en": "P"}}}}"#));
        let own = format!("alone {number}");
        for partner in of(number).unwrap_or(&[own.as_str()]) {
            let id = partner.replace(' ', "-");
            parts.push(format!(
                r#"{{"id": "{number}/{id}", "project": "{number}", "party": {{"organization": "{id}"}}}}"#
            ));
            names.insert(format!(r#"{{"id": "{id}", "name": {{"en": "{partner}"}}}}"#));
        }
    }
    let names: Vec<String> = names.into_iter().collect();
    let [titles, parts, names] = [titles, parts, names].map(|list| list.join(", "));
    read(&format!(
        r#"{{"version": "1.0", "projects": [{titles}], "organizations": [{names}], "participations": [{parts}]}}"#
    ))
}

/// The lines by their titles, and how thick each is.
fn lines(svg: &str) -> Vec<(&str, f64)> {
    let groups = svg.split("<g class=\"participation\"><title>").skip(1);
    let line = |group: &'_ str| -> (usize, f64) {
        let thick = group.split("stroke-width=\"").nth(1).unwrap().split('"').next().unwrap();
        (group.find("</title>").unwrap(), thick.parse().unwrap())
    };
    groups.map(|group| (&group[..line(group).0], line(group).1)).collect()
}

#[test]
fn a_condensed_map_has_those_who_share_projects_and_the_thickest_line_between_those_who_share_most() {
    let dataset =
        dataset(&[(0, &["A", "B"]), (1, &["A", "B"]), (2, &["A", "B"]), (3, &["B", "C"]), (9, &["D"])]);
    let svg = drawn(&dataset);
    elements(&svg);
    // The others have their projects alone.
    assert!(svg.contains("Condensed: the 3 of 199 partners") && !svg.contains(">D ("), "{svg:.3000}");
    let mut lines = lines(&svg);
    lines.sort_by(|one, other| other.1.total_cmp(&one.1));
    assert_eq!(lines, [("B and A\n3 common projects", 7.0), ("B and C\n1 common project", 3.0)]);
    assert!(svg.contains("In brackets: number of projects.") && svg.contains(">B (4)<"));
}

#[test]
fn partners_who_share_nothing_with_the_others_on_a_condensed_map_give_way() {
    // Forty pairs, and a partner of many projects, each with another who has no other project.
    let names: Vec<String> = (0..40).flat_map(|pair| [format!("A{pair}"), format!("B{pair}")]).collect();
    let pairs: Vec<[&str; 2]> = names.chunks(2).map(|pair| [pair[0].as_str(), pair[1].as_str()]).collect();
    let others: Vec<String> = (0..9).map(|number| format!("C{number}")).collect();
    let busy: Vec<[&str; 2]> = others.iter().map(|other| ["Busy", other.as_str()]).collect();
    let all = pairs.iter().chain(&busy).enumerate();
    let projects: Vec<(usize, &[&str])> = all.map(|(number, pair)| (number, pair.as_slice())).collect();
    let svg = drawn(&dataset(&projects));
    let lines = lines(&svg);
    for name in svg.split("<g class=\"organization\"><title>").skip(1) {
        let name = name.split('\n').next().unwrap();
        let has_line = lines.iter().any(|(title, _)| {
            title.starts_with(&format!("{name} and ")) || title.contains(&format!(" and {name}\n"))
        });
        assert!(has_line, "{name} in {lines:?}");
    }
}

#[test]
fn names_on_a_condensed_map_keep_their_number_and_lie_on_nothing() {
    let mut json = String::new();
    let long = "Association for the Development of Enterprises in Sparsely Populated Regions";
    let mut parts = String::new();
    for number in 0..200 {
        let _ = write!(json, r#", {{"id": "{number}", "name": {{"en": "{long} {number}"}}}}"#);
        for (place, other) in [number, number * 7 % 200, number * 3 % 200].into_iter().enumerate() {
            let ends = format!(r#""party": {{"organization": "{other}"}}, "project": "{number}""#);
            let _ = write!(parts, r#", {{"id": "{number}/{place}", {ends}}}"#);
        }
    }
    let projects: Vec<String> =
        (0..200).map(|number| format!(r#"{{"id": "{number}", "title": {{"en": "P"}}}}"#)).collect();
    let svg = drawn(&read(&format!(
        r#"{{"version": "1.0", "organizations": [{}], "projects": [{}], "participations": [{}]}}"#,
        &json[2..],
        projects.join(", "),
        &parts[2..]
    )));
    let head = svg.split('>').next().unwrap();
    let page: i32 = head.split("width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    let mut boxes: Vec<[i32; 4]> = Vec::new();
    for (at, _) in svg.match_indices("<text class=\"name") {
        let element = &svg[at..at + svg[at..].find("</text>").unwrap()];
        let (attributes, text) = element.split_once('>').unwrap();
        assert!(text.ends_with(')') && text.contains("… ("), "{text}");
        let number = |name: &str| -> i32 {
            attributes
                .split(&format!(" {name}=\""))
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .parse()
                .unwrap()
        };
        let (x, y, wide) = (number("x"), number("y"), width(text, 13));
        let left = if attributes.contains("before") { x - wide } else { x };
        assert!(left >= 0 && left + wide <= page, "{text} from {left} to {}", left + wide);
        boxes.push([left, y - 12, left + wide, y + 4]);
    }
    assert_eq!(boxes.len(), 36);
    for (number, one) in boxes.iter().enumerate() {
        for other in &boxes[number + 1..] {
            let apart = one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1];
            assert!(apart, "{one:?} and {other:?}");
        }
    }
}
