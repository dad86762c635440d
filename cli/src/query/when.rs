//! When projects run and how long, no more certain than their dates.

use super::answer::{Answer, months};
use crate::reader::{NOT_STATED, Reader, counted, dates, length, planned};
use cooperation::{PartialDate, Period, Precision, Project, Truth};

/// Whether a project was going on, and for a year in which of its months.
pub(crate) fn going_on(reader: &Reader, project: &Project, date: PartialDate, answer: &mut Answer) {
    let name = reader.text(&project.title);
    let Some(period) = &project.period else {
        let plan = planned(project.planned.as_ref()).map(|plan| format!("; {plan}")).unwrap_or_default();
        answer.say(format!("unknown   {name}: its dates are not stated{plan}"));
        return;
    };
    let truth = period.touches(date);
    if truth != Truth::No {
        answer.say(format!("{:<8}  {name} ({})", truth.as_str(), dates(period)));
        for (truth, words) in [(Truth::Yes, "certain in"), (Truth::Possible, "possible in")] {
            let months = months(period, date.year(), truth);
            if date.precision() == Precision::Year && !months.is_empty() {
                answer.say(format!("          {words} {months}"));
            }
        }
        answer.cite(project, &["/period"]);
    }
}

/// How long a project runs: as exact as its dates.
pub(crate) fn how_long(reader: &Reader, project: &Project, answer: &mut Answer) {
    let name = reader.project(project);
    let plan = planned(project.planned.as_ref());
    let Some(period) = &project.period else {
        answer.say(format!("{name}: {NOT_STATED}"));
        tell_plan(project, plan, answer);
        return;
    };
    answer.cite(project, &["/period"]);
    let Some(months) = period.months() else {
        answer.say(format!("{name}: {}", not_measured(period)));
        tell_plan(project, plan, answer);
        return;
    };
    let length = length(&months);
    let years = counted(period.touches_years().map_or(0, Iterator::count), "calendar year", "calendar years");
    let stated = period.stated_duration.map(|stated| match period.agrees_with_stated_duration() {
        Truth::Yes => format!("; stated as {stated}, which agrees"),
        Truth::No => format!("; stated as {stated}, which does not agree"),
        Truth::Possible | Truth::Unknown => format!("; stated as {stated}"),
    });
    answer.say(format!("{name}: {period}"));
    answer.say(format!("    {length}, touching {years}{}", stated.unwrap_or_default()));
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
fn not_measured(period: &Period) -> String {
    match period.stated_duration {
        Some(stated) if period.start.is_none() && period.end.is_none() => {
            format!("stated as {stated}, dates {NOT_STATED}")
        }
        _ if period.is_reversed() => format!("{}; the start is after the end", dates(period)),
        _ => dates(period),
    }
}
