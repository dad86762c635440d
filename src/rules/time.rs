use super::catalogue::FORMAT;
use super::engine::{find, place};
use super::ids::{Ids, Place};
use super::{Note, Sink};
use crate::dataset::Dataset;
use crate::model::{Party, Record};
use crate::shape::Path;
use crate::values::{Kind, Period};
use chrono::NaiveDate;

family! { "time"
    REVERSED_PERIOD "reversed-period" Error {
        what: "A period ends before it starts, whatever days its dates stand for.",
        why: "Nothing lasts backwards: most often the two dates are swapped or a year is misspelt.",
        origin: "360Giving: planned dates",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2021", "end": "2016"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2021"}}]"#,
    }
    EMPTY_PERIOD "empty-period" Warning {
        what: "A period says neither a start nor an end nor a duration.",
        why: "It says nothing; a member that is left out says that the sources do not tell.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016"}}]"#,
    }
    STATED_DURATION "stated-duration-disagrees" Warning {
        what: "The duration that is stated does not fit between the dates, counted as people count months.",
        why: "One of the two is wrong.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016-04", "end": "2021-03", "stated_duration": "P6Y"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016-04", "end": "2021-03", "stated_duration": "P5Y"}}]"#,
    }
    OUTSIDE_PROJECT "participation-outside-project" Warning {
        what: "A party takes part in a project at a time at which the project certainly was not going on.",
        why: "One of the two periods is wrong.",
        origin: "Interreg: partnership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "period": {"start": "2020", "end": "2021"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "period": {"start": "2017", "end": "2018"}}]"#,
    }
    OUTSIDE_NETWORK "membership-outside-network" Warning {
        what: "A party is a member of a network at a time at which the network certainly was not there.",
        why: "One of the two periods is wrong.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}, "period": {"start": "2016", "end": "2018"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2002"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}, "period": {"start": "2016", "end": "2018"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2016"}}]"#,
    }
    DISSOLVED_FIRST "dissolved-before-founded" Error {
        what: "An organization was dissolved before it was founded.",
        why: "One of the two dates is wrong.",
        origin: "Popolo: Organization",
        breaks: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "2010", "dissolved": "2001"}]"#,
        keeps: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "2001", "dissolved": "2010"}]"#,
    }
    FUTURE_RETRIEVAL "future-retrieval" Error {
        what: "A source was read on a day after today. Checked only where a day is given as today.",
        why: "Nobody has read it yet.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}, "retrieved": "9999-01-01"}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}, "retrieved": "2020-01-01"}]"#,
    }
}

type Own<'a> = (Place, &'a str);

pub(super) fn check_period(own: Own<'_>, at: &Path<'_>, period: &Period, sink: &mut Sink<'_>) {
    match (period.start, period.end, period.stated_duration) {
        (None, None, None) => {
            let note =
                || Note::new("the period says nothing").help("leave the period out, or say when it was");
            sink.found(&EMPTY_PERIOD, Some(own), at, note);
        }
        (Some(start), Some(end), _) if period.is_reversed() => {
            let note = || {
                Note::new(format!("the period starts in {start} and ends before that, in {end}"))
                    .help("swap the two dates, or correct one")
            };
            sink.found(&REVERSED_PERIOD, Some(own), at, note);
        }
        (Some(_), Some(_), Some(stated)) if period.agrees_with_stated_duration().is_no() => {
            let note = || {
                let months = period.months().map(|months| match (months.start(), months.end()) {
                    (least, most) if least == most => format!("{least} months"),
                    (least, most) => format!("{least} to {most} months"),
                });
                Note::new(format!(
                    "the dates are {} apart, but {stated} is stated",
                    months.unwrap_or_default()
                ))
                .help("correct the dates or the duration")
            };
            sink.found(&STATED_DURATION, Some(own), at.member("stated_duration"), note);
        }
        _ => {}
    }
}

/// What the lives of two records tell together.
pub(super) fn check(dataset: &Dataset, ids: &Ids, today: Option<NaiveDate>, sink: &mut Sink<'_>) {
    let root = Path::root();
    let list = root.member(Kind::Participation.list());
    for (index, part) in dataset.participations.iter().enumerate() {
        let Some(period) = &part.period else { continue };
        let whole = find::<crate::model::Project>(dataset, ids, part.project.as_str());
        let own = (place(Kind::Participation, index), part.id.as_str());
        if let Some(whole) = whole.and_then(|project| project.period.as_ref()) {
            outside(&OUTSIDE_PROJECT, own, &list.index(index), (period, whole, "project"), sink);
        }
    }
    let list = root.member(Kind::Membership.list());
    for (index, membership) in dataset.memberships.iter().enumerate() {
        let (Some(period), Party::Network(body)) = (&membership.period, &membership.body) else { continue };
        let whole = find::<crate::model::Network>(dataset, ids, body.as_str());
        let own = (place(Kind::Membership, index), membership.id.as_str());
        if let Some(whole) = whole.and_then(|network| network.period.as_ref()) {
            outside(&OUTSIDE_NETWORK, own, &list.index(index), (period, whole, "network"), sink);
        }
    }
    let list = root.member(Kind::Organization.list());
    for (index, organization) in dataset.organizations.iter().enumerate() {
        let (Some(founded), Some(dissolved)) = (organization.founded, organization.dissolved) else {
            continue;
        };
        if founded.earliest() > dissolved.latest() {
            let own = (place(Kind::Organization, index), organization.id().as_str());
            let note = || {
                Note::new(format!("it was dissolved in {dissolved}, before it was founded in {founded}"))
                    .help("correct one of the two dates")
            };
            sink.found(&DISSOLVED_FIRST, Some(own), list.index(index).member("dissolved"), note);
        }
    }
    let list = root.member(Kind::Source.list());
    let Some(today) = today else { return };
    for (index, source) in dataset.sources.iter().enumerate() {
        if let Some(retrieved) = source.retrieved.filter(|retrieved| retrieved.earliest() > today) {
            let own = (place(Kind::Source, index), source.id().as_str());
            let note = || {
                Note::new(format!("the source was read in {retrieved}, which is after today, {today}"))
                    .help("write the day on which it was read")
            };
            sink.found(&FUTURE_RETRIEVAL, Some(own), list.index(index).member("retrieved"), note);
        }
    }
}

fn outside(
    rule: &super::RuleInfo,
    own: Own<'_>,
    at: &Path<'_>,
    (period, whole, what): (&Period, &Period, &str),
    sink: &mut Sink<'_>,
) {
    if period.overlaps(whole).is_no() {
        let note = || {
            Note::new(format!("the period, {period}, lies outside that of the {what}, {whole}"))
                .help("correct one of the two periods")
        };
        sink.found(rule, Some(own), at.member("period"), note);
    }
}
