//! A map that would be too large: the organizations and networks with the most common projects, in a circle.

use super::drawing::Paper;
use super::drawn::Drawn;
use super::svg::Svg;
use super::text::cut;
use crate::reader::Reader;
use cooperation::{Party, RecordKind};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Maximum number of parties, and of lines that can be distinguished.
const PARTIES: usize = 36;
const LINES: usize = 160;

const TITLE: &str = "Who cooperates with whom";
const TOO_LARGE: &str = "The whole map would be too large for a page. It shows the organizations with the most common projects; choose a part with --focus or a filter to see records.";

const WIDTH: i32 = 1180;
const TOP: i32 = 118;
const RADIUS: i32 = 300;
const NAMES: i32 = 260;

/// A party: its name, its kind and id, and how many projects it has.
type Shown<'a> = (String, (RecordKind, &'a str), usize);

/// Two parties by their places, and how many projects they have in common.
type Common = BTreeMap<(usize, usize), usize>;

pub(super) fn svg(reader: &Reader, subtitle: &str, paper: Option<Paper>) -> Drawn {
    let words = reader.words;
    let (parties, all, common) = parties(reader);
    let order = around(parties.len(), &common);
    let mut place = vec![0; parties.len()];
    for (number, &party) in order.iter().enumerate() {
        place[party] = number;
    }
    let title = words.label(TITLE);
    let mut svg = Svg::new(paper);
    svg.text("head", (24, 38), title);
    svg.text("small", (24, 60), &cut(subtitle, 11, WIDTH - 48));
    let shown = words.fill(
        "condensed: {} of {} with the most common projects",
        &[&words.number(parties.len()), &words.counted(all, "organization", "organizations")],
    );
    svg.text("small", (24, 78), &shown);
    let note = words.label(TOO_LARGE);
    let mut y = 96;
    for line in super::text::wrap(note, 11, WIDTH - 48, 2) {
        svg.text("small", (24, y), &line);
        y += 15;
    }
    let mut lines: Vec<(&(usize, usize), &usize)> = common.iter().collect();
    lines.sort_by_key(|(pair, count)| (std::cmp::Reverse(**count), **pair));
    lines.truncate(LINES);
    let most = lines.first().map_or(1, |(_, count)| **count);
    let middle = (WIDTH / 2, TOP + 40 + RADIUS);
    // The heaviest are drawn last, on top.
    for ((one, other), count) in lines.iter().rev() {
        let names = words.fill("{} and {}", &[&parties[*one].0, &parties[*other].0]);
        let projects = words.counted(**count, "common project", "common projects");
        svg.open("participation", &[names, projects]);
        let [from, to] = [*one, *other].map(|party| spot(place[party], order.len(), middle, RADIUS - 6));
        // Halfway between the two, drawn in towards the middle of the circle.
        let inwards =
            |one: i32, other: i32, middle: i32| middle + (i32::midpoint(one, other) - middle) * 45 / 100;
        let by = (inwards(from.0, to.0, middle.0), inwards(from.1, to.1, middle.1));
        let width = 10 + 60 * i32::try_from(**count).unwrap_or(1) / i32::try_from(most).unwrap_or(1).max(1);
        svg.curve(from, by, to, width);
        svg.close();
    }
    for (party, (name, (kind, id), projects)) in parties.iter().enumerate() {
        let number = place[party];
        let (x, y) = spot(number, order.len(), middle, RADIUS);
        let count = words.counted(*projects, "project", "projects");
        svg.open(kind.as_str(), &[name.clone(), count.clone()]);
        svg.path("box", &format!("M{} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z", x - 5));
        let (class, x) = if x < middle.0 { ("name before", x - 12) } else { ("name", x + 12) };
        let text = cut(&format!("{name} ({projects})"), 13, NAMES);
        let wide = super::text::width(&text, 13);
        svg.place(*kind, id, [if x < middle.0 { x - wide } else { x }, y - 9, wide, 18]);
        svg.text(class, (x, y + 4), &text);
        svg.close();
    }
    let height = middle.1 + RADIUS + 60;
    let description = format!("{subtitle}. {shown}. {note}");
    svg.finish((WIDTH, height), title, &description)
}

/// The parties with the most partners, with their kinds and how many projects they have; how many parties take part in any
/// project; and the projects that those have in common.
fn parties<'a>(reader: &Reader<'a>) -> (Vec<Shown<'a>>, usize, Common) {
    let dataset = reader.index.dataset();
    let mut numbers: HashMap<(RecordKind, &str), usize> = HashMap::new();
    let mut parties: Vec<&Party> = Vec::new();
    let mut within: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for part in &dataset.participations {
        let number = *numbers.entry(part.party.key()).or_insert(parties.len());
        if number == parties.len() {
            parties.push(&part.party);
        }
        within.entry(part.project.as_str()).or_default().insert(number);
    }
    let (mut projects, mut partners) = (vec![0_usize; parties.len()], vec![0_usize; parties.len()]);
    for members in within.values() {
        for &party in members {
            projects[party] += 1;
            partners[party] += members.len() - 1;
        }
    }
    let mut ranked: Vec<usize> = (0..parties.len()).collect();
    ranked.sort_by_key(|&party| (std::cmp::Reverse((projects[party], partners[party])), party));
    ranked.truncate(PARTIES);
    let mut shown: HashMap<usize, usize> = HashMap::new();
    shown.extend(ranked.iter().enumerate().map(|(place, &party)| (party, place)));
    let mut common = Common::new();
    for members in within.values() {
        let here: Vec<usize> = members.iter().filter_map(|party| shown.get(party).copied()).collect();
        for (number, &one) in here.iter().enumerate() {
            for &other in &here[number + 1..] {
                *common.entry((one.min(other), one.max(other))).or_default() += 1;
            }
        }
    }
    let named =
        ranked.iter().map(|&party| (reader.party(parties[party]), parties[party].key(), projects[party]));
    (named.collect(), parties.len(), common)
}

/// An order that puts parties with the most in common next to each other.
fn around(count: usize, common: &Common) -> Vec<usize> {
    let weight =
        |one: usize, other: usize| common.get(&(one.min(other), one.max(other))).copied().unwrap_or(0);
    let mut left: Vec<usize> = (0..count).collect();
    let mut order: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let last = order.last().copied();
        let next = (0..left.len())
            .max_by_key(|&at| (last.map_or(0, |last| weight(last, left[at])), std::cmp::Reverse(left[at])))
            .unwrap_or(0);
        order.push(left.remove(next));
    }
    order
}

/// A place on a circle, clockwise from its top: level with no other on the same side, so that names do not overlap.
#[expect(clippy::cast_possible_truncation, reason = "a place in a picture is a small number")]
fn spot(number: usize, of: usize, (x, y): (i32, i32), radius: i32) -> (i32, i32) {
    let real = |number: usize| f64::from(u32::try_from(number).unwrap_or(0));
    let right = of.div_ceil(2);
    let (is_right, step, steps) =
        if number < right { (true, number, right) } else { (false, of - 1 - number, of - right) };
    // From -1 at the top to 1 at the bottom.
    let down = (2.0 * real(step) + 1.0) / real(steps.max(1)) - 1.0;
    let out = (1.0 - down * down).max(0.0).sqrt();
    let [out, down] = [out, down].map(|share| (f64::from(radius) * share).round() as i32);
    (if is_right { x + out } else { x - out }, y + down)
}
