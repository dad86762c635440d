//! When projects run and how long, no more certain than their dates.

use super::answer::{Answer, months};
use crate::reader::{NOT_STATED, Reader};
use cooperation::{PartialDate, Period, Project, Truth, values::Precision};

/// Whether a project was going on, and for a year in which of its months.
pub(crate) fn going_on(reader: &Reader, project: &Project, date: PartialDate, answer: &mut Answer) {
    let (name, words) = (reader.text(&project.title), reader.words);
    let Some(period) = &project.period else {
        let plan =
            reader.planned(project.planned.as_ref()).map(|plan| format!("; {plan}")).unwrap_or_default();
        let told = words.fill("{}: its dates are not stated{}", &[name, &plan]);
        answer.say(format!("{:<8}  {told}", words.label("unknown")));
        return;
    };
    let truth = period.touches(date);
    if truth != Truth::No {
        answer.say(format!("{:<8}  {name} ({})", words.label(truth.as_str()), words.dates(period)));
        for (truth, label) in [(Truth::Yes, "certain in {}"), (Truth::Possible, "possible in {}")] {
            let months = months(reader, period, date.year(), truth);
            if date.precision() == Precision::Year && !months.is_empty() {
                answer.say(format!("          {}", words.fill(label, &[&months])));
            }
        }
        answer.cite(project, &["/period"]);
    }
}

/// How long a project runs: as exact as its dates.
pub(crate) fn how_long(reader: &Reader, project: &Project, answer: &mut Answer) {
    let (name, words) = (reader.project(project), reader.words);
    let plan = reader.planned(project.planned.as_ref());
    let Some(period) = &project.period else {
        answer.say(format!("{name}: {}", words.label(NOT_STATED)));
        tell_plan(project, plan, answer);
        return;
    };
    answer.cite(project, &["/period"]);
    let Some(months) = period.months() else {
        answer.say(format!("{name}: {}", not_measured(reader, period)));
        tell_plan(project, plan, answer);
        return;
    };
    let length = words.months(&months);
    let years = period.touches_years().map_or(0, Iterator::count);
    let years = words.counted(years, "calendar year", "calendar years");
    let stated = period.stated_duration.map(|stated| {
        let sentence = match period.agrees_with_stated_duration() {
            Truth::Yes => "; stated as {}, which agrees",
            Truth::No => "; stated as {}, which does not agree",
            Truth::Possible | Truth::Unknown => "; stated as {}",
        };
        words.fill(sentence, &[&words.duration(stated)])
    });
    answer.say(format!("{name}: {}", words.period(period)));
    let touched = words.fill("{}, touching {}", &[&length, &years]);
    answer.say(format!("    {touched}{}", stated.unwrap_or_default()));
    tell_plan(project, plan, answer);
}

/// The period that was planned, beside the actual one.
fn tell_plan(project: &Project, plan: Option<String>, answer: &mut Answer) {
    if let Some(plan) = plan {
        answer.say(format!("    {plan}"));
        answer.cite(project, &["/planned"]);
    }
}

/// A period whose dates do not tell how long it is.
fn not_measured(reader: &Reader, period: &Period) -> String {
    let words = reader.words;
    match period.stated_duration {
        Some(stated) if period.start.is_none() && period.end.is_none() => {
            words.fill("stated as {}, dates not stated", &[&words.duration(stated)])
        }
        _ if period.is_reversed() => words.fill("{}; the start is after the end", &[&words.dates(period)]),
        _ => words.dates(period),
    }
}
