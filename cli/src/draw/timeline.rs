//! Projects and memberships over time: what is certain is full, what a date leaves open is hatched, an end that is not
//! stated is open.

use super::drawing::Paper;
use super::graph::Graph;
use super::sheet::room;
use super::svg::Svg;
use super::text::{cut, width, wrap};
use crate::reader::Reader;
use crate::words::Words;
use chrono::{Datelike, Days, Months, NaiveDate};
use cooperation::{PartialDate, Party, Period, Record, RecordKind, Subject, values::Precision};
use std::collections::{HashMap, HashSet};

pub(super) const TITLE: &str = "When projects and memberships were going on";

const LEFT: i32 = 350;
const PLOT: i32 = 600;
const PAGE: i32 = LEFT + PLOT + 190;
const BAR: i32 = 14;
/// The longest picture for a screen.
const LONGEST: i32 = 20_000;
const STEPS: [i32; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/// A project or a membership.
pub(super) struct Row {
    pub(super) is_membership: bool,
    pub(super) label: String,
    pub(super) note: String,
    /// The actual period, or else the planned one.
    pub(super) period: Period,
    /// The programme that a project is under, and its place among the programmes.
    programme: Option<(usize, String)>,
    /// The periods for which there is money.
    funded: Vec<Period>,
    /// The planned period, where it is not the one that is drawn.
    planned: Option<Period>,
    /// Whether the period is only planned.
    pub(super) is_planned: bool,
    words: Words,
}

impl Row {
    /// Its dates in words.
    pub(super) fn when(&self) -> String {
        let words = self.words;
        let plan = self.planned.as_ref().map(|plan| words.fill("; planned {}", &[&words.dates(plan)]));
        let drawn = self.drawn();
        let drawn = if self.is_planned { words.fill("planned {}", &[&drawn]) } else { drawn };
        format!("{drawn}{}", plan.unwrap_or_default())
    }

    /// The dates that are drawn, in words.
    fn drawn(&self) -> String {
        let words = self.words;
        if self.period.is_reversed() {
            words.fill("{}: the start is after the end", &[&words.period(&self.period)])
        } else {
            let is_silent = !self.is_dated() && self.period.stated_duration.is_none();
            let dates = if is_silent {
                words.label("dates not stated").to_owned()
            } else {
                words.period(&self.period)
            };
            let has_both = self.period.start.is_some() && self.period.end.is_some();
            match self.period.stated_duration {
                Some(duration) if !has_both && self.is_dated() => {
                    words.fill("{}, lasts {}", &[&dates, &words.duration(duration)])
                }
                _ => dates,
            }
        }
    }

    fn is_dated(&self) -> bool {
        (self.period.start.is_some() || self.period.end.is_some()) && !self.period.is_reversed()
    }

    /// The last day that it may have lasted: by its end, or by how long it lasts from its start.
    pub(super) fn last(&self) -> Option<NaiveDate> {
        last(&self.period)
    }

    /// The first day that it may have lasted, as far as that is stated.
    pub(super) fn first(&self) -> Option<NaiveDate> {
        self.period.start.or(self.period.end).map(PartialDate::earliest)
    }
}

/// Those that are dated, in the order of their dates; and the others.
pub(super) struct Timeline {
    pub(super) projects: Vec<Row>,
    pub(super) memberships: Vec<Row>,
    pub(super) undated: Vec<Row>,
    /// The first year, and the first after the last.
    pub(super) years: (i32, i32),
    subtitle: String,
    pub(super) words: Words,
    today: Option<NaiveDate>,
}

impl Timeline {
    pub(super) fn new(reader: &Reader, graph: &Graph, today: Option<NaiveDate>) -> Self {
        let dataset = reader.index.dataset();
        let near: HashSet<(RecordKind, &str)> =
            graph.nodes.iter().map(|node| (node.kind, node.id.as_str())).collect();
        let places: HashMap<&str, usize> =
            dataset.programmes.iter().enumerate().map(|(place, one)| (one.id.as_str(), place)).collect();
        let projects =
            dataset.projects.iter().filter(|one| near.contains(&(RecordKind::Project, one.id.as_str())));
        let projects = projects.map(|project| {
            let title = project.label().map_or("", |title| reader.text(title));
            let acronym = project.acronym.as_ref().map(|acronym| format!(" ({acronym})")).unwrap_or_default();
            let note = project.status.as_ref().map(|status| reader.code(status)).unwrap_or_default();
            let label = format!("{title}{acronym}");
            let row = row(reader.words, false, label, note, project.period.as_ref());
            let programme = project
                .programmes
                .first()
                .and_then(|id| Some((*places.get(id.as_str())?, reader.programme(id).to_owned())));
            let funded = reader.index.funding_of(&Subject::Project(project.id.clone()));
            let funded = funded.filter_map(|money| money.period.clone().or_else(|| money.planned.clone()));
            let funded = funded.filter(|period| period.start.is_some() && period.end.is_some()).collect();
            let row = Row { programme, funded, ..row };
            match (&project.period, &project.planned) {
                (Some(_), plan) => Row { planned: plan.clone(), ..row },
                (None, Some(plan)) => Row { period: plan.clone(), is_planned: true, ..row },
                (None, None) => row,
            }
        });
        let memberships = dataset
            .memberships
            .iter()
            .filter(|one| {
                near.contains(&one.member.key()) && near.contains(&Party::from(one.body.clone()).key())
            })
            .map(|one| {
                let [member, body] = [reader.party(&one.member), reader.body(&one.body)];
                let label = reader.words.fill("{} in {}", &[&member, &body]);
                let note = one.role.as_ref().map(|role| reader.code(role)).unwrap_or_default();
                row(reader.words, true, label, note, one.period.as_ref())
            });
        let (mut dated, undated): (Vec<Row>, Vec<Row>) = projects.chain(memberships).partition(Row::is_dated);
        // By programme, and within one by date; what is under none comes last.
        dated.sort_by_key(|row| {
            let programme = row.programme.as_ref().map_or(usize::MAX, |(place, _)| *place);
            (row.is_membership, programme, row.first(), row.period.end.map(PartialDate::latest))
        });
        let years = years(&dated);
        let (memberships, projects) = dated.into_iter().partition(|row| row.is_membership);
        Self {
            projects,
            memberships,
            undated,
            years,
            subtitle: graph.subtitle(reader),
            words: reader.words,
            today,
        }
    }

    pub(super) fn svg(&self, paper: Option<Paper>) -> String {
        let subtitle = &self.subtitle;
        let mut svg = Svg::new(paper);
        svg.put(
            "<defs>\
             <pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
             <path class=\"hatch\" d=\"M-1 1L1 -1M0 5L5 0M4 6L6 4\"/></pattern>\
             <pattern id=\"hatch-member\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
             <path class=\"hatch-member\" d=\"M-1 1L1 -1M0 5L5 0M4 6L6 4\"/></pattern>\
             </defs>",
        );
        let title = self.words.label(TITLE);
        svg.text("head", (24, 38), title);
        svg.text("small", (24, 60), &cut(subtitle, 11, PAGE - 48));
        let mut rows = Svg::default();
        let dated = !self.projects.is_empty() || !self.memberships.is_empty();
        let mut y = if dated { 112 } else { 84 };
        // On paper, as many rows as can be read.
        let bottom = paper.map_or(LONGEST, |paper| {
            let rooms = room(paper);
            let high = rooms.iter().filter(|room| room.0 >= PAGE).map(|room| room.1).max();
            high.or(rooms.iter().map(|room| room.1).min()).unwrap_or(i32::MAX) - 90
        });
        let mut left_out = 0;
        for rows_of_one in self.projects.chunk_by(|one, other| one.programme == other.programme) {
            let named =
                rows_of_one.first().and_then(|row| row.programme.as_ref()).map(|(_, name)| name.as_str());
            let is_alone = rows_of_one.len() == self.projects.len() && named.is_none();
            let heading = match named {
                Some(name) => self.words.fill("Projects under {}", &[name]),
                None if is_alone => self.words.label("Projects").to_owned(),
                None => self.words.label("Other projects").to_owned(),
            };
            (y, left_out) = self.section(&mut rows, &heading, rows_of_one, (y, left_out), bottom);
        }
        let memberships = self.words.label("Memberships");
        (y, left_out) = self.section(&mut rows, memberships, &self.memberships, (y, left_out), bottom);
        if dated {
            self.axis(&mut svg, y);
            y += 26;
        }
        (y, left_out) =
            self.section(&mut rows, self.words.label("Undated"), &self.undated, (y, left_out), bottom);
        svg.append(&rows);
        if left_out > 0 {
            let all = self.projects.len() + self.memberships.len() + self.undated.len();
            let told = "{} of {} rows fit on the page; choose a part with --focus or a filter.";
            let counts = [self.words.number(all - left_out), self.words.number(all)];
            svg.text("small", (24, y), &self.words.fill(told, &[&counts[0], &counts[1]]));
            y += 18;
        }
        let height = if dated {
            legend(&mut svg, self.words, y + 8, self.projects.iter().any(|row| !row.funded.is_empty()))
        } else {
            y + 16
        };
        svg.finish((PAGE, height), title, &self.description(subtitle)).svg
    }

    fn description(&self, subtitle: &str) -> String {
        let about = if subtitle.is_empty() { String::new() } else { format!("{subtitle}. ") };
        let years = if self.projects.is_empty() && self.memberships.is_empty() {
            String::new()
        } else {
            self.words.fill(", from {} to {}", &[&self.years.0.to_string(), &(self.years.1 - 1).to_string()])
        };
        let counts = [self.projects.len(), self.memberships.len(), self.undated.len()];
        let [projects, memberships, undated] = counts.map(|count| self.words.number(count));
        let timeline = self.words.fill(
            "A timeline{} of {} dated projects and {} dated memberships, with {} that are undated. Each has a title of its own.",
            &[&years, &projects, &memberships, &undated],
        );
        format!("{about}{timeline}")
    }

    /// The rows of a section under its heading. Gives where the next one begins.
    fn section(
        &self,
        svg: &mut Svg,
        heading: &str,
        rows: &[Row],
        (top, mut left_out): (i32, usize),
        bottom: i32,
    ) -> (i32, usize) {
        if rows.is_empty() || top + 60 > bottom {
            return (top, left_out + rows.len());
        }
        svg.text("column", (24, top + 12), &cut(heading, 12, PAGE - 48));
        let mut y = top + 24;
        for row in rows {
            let lines = wrap(&row.label, 13, LEFT - 48, 3);
            let notes = wrap(&row.note, 11, LEFT - 48, 1);
            let notes: &[String] = if row.note.is_empty() { &[] } else { &notes };
            let text =
                i32::try_from(lines.len()).unwrap_or(0) * 17 + i32::try_from(notes.len()).unwrap_or(0) * 14;
            let height = (text + 12).max(28);
            if y + height > bottom {
                left_out += 1;
                continue;
            }
            let class = if row.is_membership { "row member" } else { "row bar" };
            svg.open(class, &[row.label.clone(), row.note.clone(), row.when()]);
            let mut line_y = y + (height - text) / 2;
            for line in &lines {
                svg.text("name", (24, line_y + 13), line);
                line_y += 17;
            }
            for note in notes {
                svg.text("small", (24, line_y + 11), note);
                line_y += 14;
            }
            let middle = y + height / 2;
            let end = if row.is_dated() { self.bar(svg, row, middle) } else { LEFT };
            for period in row.funded.iter().filter(|_| row.is_dated()) {
                let [from, to] =
                    [period.start.map(PartialDate::earliest), period.end.map(PartialDate::latest)]
                        .map(|day| day.map_or(LEFT, |day| self.at(day)));
                let y = middle + BAR / 2 + 2;
                svg.path("funded", &format!("M{from} {y}H{}V{}H{from}Z", to.max(from + 2), y + 3));
            }
            svg.text("label", (end + 8, middle + 4), &row.when());
            svg.close();
            y += height;
        }
        (y + 12, left_out)
    }

    /// Where a day begins on the axis.
    fn at(&self, day: NaiveDate) -> i32 {
        let first = new_year(self.years.0);
        let all = new_year(self.years.1).signed_duration_since(first).num_days().max(1);
        let past = day.signed_duration_since(first).num_days() * i64::from(PLOT) / all;
        LEFT + i32::try_from(past).unwrap_or(0).clamp(0, PLOT)
    }

    /// Draws a period: of one that is only planned nothing is certain. Gives where it ends.
    fn bar(&self, svg: &mut Svg, row: &Row, middle: i32) -> i32 {
        let period = &row.period;
        let after = |day: NaiveDate| self.at(day.checked_add_days(Days::new(1)).unwrap_or(day));
        let (top, bottom) = (middle - BAR / 2, middle + BAR / 2);
        match (period.start, period.end) {
            (Some(start), Some(end)) => {
                let (from, to) = (self.at(start.earliest()), after(end.latest()));
                let to = to.max(from + 3);
                reach(svg, (from, to), middle, start.precision(), end.precision());
                let sure = (self.at(start.latest()), after(end.earliest()));
                if start.latest() <= end.earliest() && !row.is_planned {
                    let sure = (sure.0, sure.1.max(sure.0 + 2));
                    svg.path(
                        "sure",
                        &format!("M{} {}H{}V{}H{}Z", sure.0, top + 1, sure.1, bottom - 1, sure.0),
                    );
                }
                to
            }
            (Some(start), None) => {
                let (from, known) = (self.at(start.earliest()), after(start.latest()));
                let known = known.max(from + 3);
                reach(svg, (from, known), middle, start.precision(), Precision::Month);
                let end = last(period).map_or(LEFT + PLOT, |day| after(day).max(known + 10));
                svg.path(
                    "open",
                    &format!("M{known} {top}H{}L{end} {middle}L{} {bottom}H{known}", end - 8, end - 8),
                );
                end
            }
            (None, Some(end)) => {
                let (known, to) = (self.at(end.earliest()), after(end.latest()));
                let to = to.max(known + 3);
                reach(svg, (known, to), middle, Precision::Month, end.precision());
                svg.path(
                    "open",
                    &format!("M{known} {top}H{}L{LEFT} {middle}L{} {bottom}H{known}", LEFT + 8, LEFT + 8),
                );
                to
            }
            (None, None) => LEFT,
        }
    }

    /// The years above the rows and under them, with lines through them.
    fn axis(&self, svg: &mut Svg, bottom: i32) {
        let (first, last) = self.years;
        let fits = |step: &&i32| (last - first) / **step * 46 <= PLOT;
        let step = STEPS.iter().find(fits).copied().unwrap_or(5000);
        for year in (first..=last).filter(|year| year % step == 0) {
            let x = self.at(new_year(year));
            svg.path("rule", &format!("M{x} 100V{}", bottom - 6));
            svg.text("small middle", (x, 92), &year.to_string());
            if bottom > 600 {
                svg.text("small middle", (x, bottom + 8), &year.to_string());
            }
        }
        if let Some(today) = self.today.filter(|today| (first..last).contains(&today.year())) {
            let x = self.at(today);
            svg.path("today", &format!("M{x} 98V{}", bottom - 6));
            svg.text("when middle", (x, 74), self.words.label("today"));
        }
    }
}

/// What the bars mean. Gives the height of the picture.
fn legend(svg: &mut Svg, words: Words, top: i32, has_money: bool) -> i32 {
    svg.path("rule", &format!("M24 {top}H{}", PAGE - 24));
    let y = top + 24;
    let mut x = 24;
    let mut next = |name: &str| {
        let at = x;
        x += 74 + width(name, 11) + 22;
        at
    };
    svg.put("<g class=\"bar\">");
    for (precision, name) in [
        (Precision::Year, "a year known"),
        (Precision::Month, "a month known"),
        (Precision::Day, "a day known"),
    ] {
        let name = words.label(name);
        let x = next(name);
        let hatched = match precision {
            Precision::Year => 20,
            Precision::Month => 4,
            Precision::Day => 0,
        };
        reach(svg, (x, x + 64), y, precision, precision);
        svg.path(
            "sure",
            &format!("M{} {}H{}V{}H{}Z", x + hatched, y - 6, x + 64 - hatched, y + 6, x + hatched),
        );
        svg.text("small", (x + 74, y + 4), name);
    }
    let name = words.label("possible");
    let x = next(name);
    svg.path("reach", &format!("M{x} {}H{}V{}H{x}Z", y - 7, x + 64, y + 7));
    svg.text("small", (x + 74, y + 4), name);
    let name = words.label("an end not stated");
    let x = next(name);
    svg.path("open", &format!("M{x} {}H{}L{} {y}L{} {}H{x}", y - 7, x + 56, x + 64, x + 56, y + 7));
    svg.text("small", (x + 74, y + 4), name);
    if has_money {
        let name = words.label("funding period");
        let x = next(name);
        svg.path("funded", &format!("M{x} {y}H{}V{}H{x}Z", x + 64, y + 3));
        svg.text("small", (x + 74, y + 4), name);
    }
    svg.close();
    y + 28
}

fn row(words: Words, is_membership: bool, label: String, note: String, period: Option<&Period>) -> Row {
    let period = period.cloned().unwrap_or_default();
    Row {
        is_membership,
        label,
        note,
        period,
        planned: None,
        is_planned: false,
        words,
        programme: None,
        funded: Vec::new(),
    }
}

/// All that a period may have been. An end of which the year alone is known is jagged, one that is known to the day has
/// a stop.
fn reach(svg: &mut Svg, (from, to): (i32, i32), middle: i32, start: Precision, end: Precision) {
    let (top, bottom) = (middle - BAR / 2, middle + BAR / 2);
    let up = [bottom, middle + BAR / 4, middle, middle - BAR / 4, top];
    let down = [top, middle - BAR / 4, middle, middle + BAR / 4, bottom];
    let jagged = |x: i32, tooth: i32, [_, one, two, three, end]: [i32; 5]| {
        let inner = x + tooth;
        format!("L{inner} {one}L{x} {two}L{inner} {three}L{x} {end}")
    };
    let right = if end == Precision::Year { jagged(to, -4, down) } else { format!("V{bottom}") };
    let left = if start == Precision::Year { jagged(from, 4, up) } else { format!("V{top}") };
    svg.path("reach", &format!("M{from} {top}H{to}{right}H{from}{left}Z"));
    for (precision, x) in [(start, from), (end, to)] {
        if precision == Precision::Day {
            svg.path("reach", &format!("M{x} {}V{}", top - 4, bottom + 4));
        }
    }
}

fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

/// The years that the rows touch, with room for open ends.
fn years(rows: &[Row]) -> (i32, i32) {
    let dates = || rows.iter().flat_map(|row| [row.period.start, row.period.end]).flatten();
    let first = dates().map(|date| date.earliest().year()).min().unwrap_or(0);
    let last_days = rows.iter().filter_map(Row::last);
    let last = dates().map(PartialDate::latest).chain(last_days).map(|day| day.year()).max().unwrap_or(0) + 1;
    let room = ((last - first) / 12).max(1);
    let opens = |open: fn(&Row) -> bool| if rows.iter().any(open) { room } else { 0 };
    (first - opens(|row| row.period.start.is_none()), last + opens(|row| row.last().is_none()))
}

/// The last possible day of a period, from its end or from its start and duration.
fn last(period: &Period) -> Option<NaiveDate> {
    if let Some(end) = period.end {
        return Some(end.latest());
    }
    let (start, duration) = (period.start?, period.stated_duration?);
    let after = match (duration.months(), duration.days()) {
        // Months are counted as people count them: twelve months from January go to December.
        (Some(months), _) if start.precision() != Precision::Day => {
            start.latest().with_day(1)?.checked_add_months(Months::new(months))
        }
        (Some(months), _) => start.latest().checked_add_months(Months::new(months)),
        (None, days) => start.latest().checked_add_days(Days::new(days?.into())),
    };
    after?.pred_opt()
}
