//! A map that would be too large: the partners with the most projects in common with others, in a circle.

use super::drawing::Paper;
use super::drawn::Drawn;
use super::svg::Svg;
use super::text::{cut, width, wrap};
use crate::reader::Reader;
use cooperation::{Party, RecordKind};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Maximum number of parties, and of lines that can be distinguished.
const PARTIES: usize = 36;
const LINES: usize = 160;
/// Number of parties that those on the map are chosen from.
const CANDIDATES: usize = 4 * PARTIES;

const TITLE: &str = "Who cooperates with whom";
const TOO_LARGE: &str =
    "The whole map would be too large for a page; choose a part with --focus or a filter to see records.";
const KEY: &str =
    "In brackets: number of projects. The thicker a line, the more projects the two have in common.";

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
    let (lines, pairs) = (strongest(&common, parties.len()), common.len());
    let title = words.label(TITLE);
    let mut svg = Svg::new(paper);
    svg.text("head", (24, 38), title);
    let [shown, all] = [parties.len(), all].map(|count| words.number(count));
    let shown = words.fill(
        "Condensed: the {} of {} partners with the most projects in common with others",
        &[&shown, &all],
    );
    let mut key = words.label(KEY).to_owned();
    if lines.len() < pairs {
        let counts = [lines.len(), pairs].map(|count| words.number(count));
        let told = words.fill("The {} thickest of {} lines are drawn.", &[&counts[0], &counts[1]]);
        key = format!("{key} {told}");
    }
    let note = words.label(TOO_LARGE);
    let mut y = 60;
    let subtitle_line = cut(subtitle, 11, WIDTH - 48);
    for text in [&subtitle_line, &shown, note, &key].into_iter().filter(|text| !text.is_empty()) {
        for line in wrap(text, 11, WIDTH - 48, 2) {
            svg.text("small", (24, y), &line);
            y += 16;
        }
    }
    let most = lines.first().map_or(1, |(_, count)| *count);
    let middle = (WIDTH / 2, TOP + 40 + RADIUS);
    // The heaviest are drawn last, on top.
    for ((one, other), count) in lines.iter().rev() {
        let names = words.fill("{} and {}", &[&parties[*one].0, &parties[*other].0]);
        let projects = words.counted(*count, "common project", "common projects");
        svg.open("participation", &[names, projects]);
        let [from, to] = [*one, *other].map(|party| spot(place[party], order.len(), middle, RADIUS - 6));
        let thick = 10 + 60 * i32::try_from(*count).unwrap_or(1) / i32::try_from(most).unwrap_or(1).max(1);
        svg.curve(from, bend(from, to, middle), to, thick);
        svg.close();
    }
    for (party, (name, (kind, id), projects)) in parties.iter().enumerate() {
        let number = place[party];
        let (x, y) = spot(number, order.len(), middle, RADIUS);
        let count = words.counted(*projects, "project", "projects");
        svg.open(kind.as_str(), &[name.clone(), count.clone()]);
        svg.path("box", &format!("M{} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z", x - 5));
        let (class, x) = if x < middle.0 { ("name before", x - 12) } else { ("name", x + 12) };
        // A long name is cut, its number never.
        let count = format!(" ({})", words.number(*projects));
        let text = cut(name, 13, NAMES - width(&count, 13)) + &count;
        let wide = width(&text, 13);
        svg.place(*kind, id, [if x < middle.0 { x - wide } else { x }, y - 9, wide, 18]);
        svg.text(class, (x, y + 4), &text);
        svg.close();
    }
    let height = middle.1 + RADIUS + 60;
    let about = if subtitle.is_empty() { String::new() } else { format!("{subtitle}. ") };
    let description = format!("{about}{shown}. {note} {key}");
    svg.finish((WIDTH, height), title, &description)
}

/// The parties with the most projects in common with others, with their kinds and how many projects they have; how many
/// parties take part in any project; and the projects that those have in common.
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
    let (mut projects, mut shared) = (vec![0_usize; parties.len()], vec![0_usize; parties.len()]);
    for members in within.values() {
        for &party in members {
            projects[party] += 1;
            shared[party] += usize::from(members.len() > 1);
        }
    }
    let mut ranked: Vec<usize> = (0..parties.len()).collect();
    ranked.sort_by_key(|&party| (std::cmp::Reverse((shared[party], projects[party])), party));
    let among: Vec<usize> =
        ranked.iter().copied().filter(|&party| shared[party] > 0).take(CANDIDATES).collect();
    let mut shown = tied(&in_common(&within, &among), among.len())
        .into_iter()
        .map(|place| among[place])
        .collect::<Vec<usize>>();
    if shown.is_empty() {
        shown = ranked;
        shown.truncate(PARTIES);
    }
    let common = in_common(&within, &shown);
    let named =
        shown.iter().map(|&party| (reader.party(parties[party]), parties[party].key(), projects[party]));
    (named.collect(), parties.len(), common)
}

/// How many projects each two of the parties have in common, by their places among them.
fn in_common(within: &BTreeMap<&str, BTreeSet<usize>>, shown: &[usize]) -> Common {
    let mut places: HashMap<usize, usize> = HashMap::new();
    places.extend(shown.iter().enumerate().map(|(place, &party)| (party, place)));
    let mut common = Common::new();
    for members in within.values() {
        let here: Vec<usize> = members.iter().filter_map(|party| places.get(party).copied()).collect();
        for (number, &one) in here.iter().enumerate() {
            for &other in &here[number + 1..] {
                *common.entry((one.min(other), one.max(other))).or_default() += 1;
            }
        }
    }
    common
}

/// As many of the candidates, which are in the order of their rank, as there is room for: each with another with whom it
/// has projects in common.
fn tied(common: &Common, candidates: usize) -> Vec<usize> {
    let mut near: Vec<Vec<(usize, usize)>> = vec![Vec::new(); candidates];
    for (&(one, other), &count) in common {
        near[one].push((count, other));
        near[other].push((count, one));
    }
    let mut is_shown = vec![false; candidates];
    let mut shown = Vec::new();
    for one in 0..candidates {
        let has_line = near[one].iter().any(|&(_, other)| is_shown[other]);
        // The other of the thickest line, and among those the one of the highest rank.
        let other = near[one].iter().max_by_key(|&&(count, other)| (count, std::cmp::Reverse(other)));
        let both = match other {
            _ if is_shown[one] => continue,
            _ if has_line => [Some(one), None],
            Some(&(_, other)) => [Some(one), Some(other)],
            None => continue,
        };
        if shown.len() + both.iter().flatten().count() <= PARTIES {
            for party in both.into_iter().flatten() {
                is_shown[party] = true;
                shown.push(party);
            }
        }
    }
    shown
}

/// The lines that are drawn, the thickest first: as many as can be told apart, and of each party at least one.
fn strongest(common: &Common, parties: usize) -> Vec<((usize, usize), usize)> {
    let mut lines: Vec<((usize, usize), usize)> =
        common.iter().map(|(pair, count)| (*pair, *count)).collect();
    lines.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    let mut has_line = vec![false; parties];
    let (mut drawn, mut others) = (Vec::new(), Vec::new());
    for line in lines {
        let (one, other) = line.0;
        let is_first = !has_line[one] || !has_line[other];
        (has_line[one], has_line[other]) = (true, true);
        if is_first { drawn.push(line) } else { others.push(line) }
    }
    drawn.extend(others.into_iter().take(LINES.saturating_sub(drawn.len())));
    drawn.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    drawn
}

/// Where the curve between two places is drawn to, towards the middle of the circle: the farther apart the two are, the
/// farther in, so that the lines of neighbours are seen beside each other.
#[expect(clippy::cast_possible_truncation, reason = "a place in a picture is a small number")]
fn bend(from: (i32, i32), to: (i32, i32), middle: (i32, i32)) -> (i32, i32) {
    let real = |(x, y): (i32, i32)| (f64::from(x), f64::from(y));
    let (from, to, middle) = (real(from), real(to), real(middle));
    let apart = (from.0 - to.0).hypot(from.1 - to.1);
    let half = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
    let (x, y) = (middle.0 - half.0, middle.1 - half.1);
    let out = x.hypot(y).max(1.0);
    let share = (0.9 * apart / out).min(0.55);
    ((half.0 + x * share).round() as i32, (half.1 + y * share).round() as i32)
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
