use crate::dataset::{Header, PerKind, RecordRef};
use crate::model::{Goal, Key, Source, Subject};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{BlockVec, IdRef, Involvement, Memory, Observed, RecordAt, RecordPlace, Span};
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::rules::wording::{self, at_date, date, day};
use crate::reflect::Path;
use crate::values::{Duration, FundingStatus, RecordKind, PartialDate, Period, Status};
use cooperation_derive::{Fact, Facts};
use chrono::{Months, NaiveDate};
use std::fmt::Display;
use std::ops::RangeInclusive;

family! { "time"
    REVERSED_PERIOD "reversed-period" Error {
        what: "A period certainly ends before it starts.",
        why: "Usually the two dates are swapped, or a year is misspelt.",
        origin: "360Giving: planned dates",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2021", "end": "2016"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2021"}}]"#,
    }
    EMPTY_PERIOD "empty-period" Warning {
        what: "A period has neither start, end nor duration.",
        why: "An empty period states nothing. A missing member already means 'not stated'.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016"}}]"#,
    }
    STATED_DURATION "stated-duration-disagrees" Warning {
        what: "The stated duration does not match the start and end dates. The last month is included: April 2016 to March 2021 is five years. For exact days a difference of one month is tolerated.",
        why: "One of the two is wrong.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016-04", "end": "2021-03", "stated_duration": "P6Y"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016-04", "end": "2021-03", "stated_duration": "P5Y"}}]"#,
    }
    OUTSIDE_PROJECT "participation-outside-project" Warning {
        what: "A participation is certainly outside the period of its project.",
        why: "One of the two periods is wrong.",
        origin: "Interreg: partnership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "period": {"start": "2020", "end": "2021"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "period": {"start": "2017", "end": "2018"}}]"#,
    }
    OUTSIDE_NETWORK "membership-outside-network" Warning {
        what: "A membership or participation of a network, or in it, is certainly before its foundation or after its dissolution, or money was paid to it before its foundation.",
        why: "One of the dates is wrong, or the record belongs to a predecessor or successor.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}, "founded": "2016", "dissolved": "2018"}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2002"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}, "founded": "2016", "dissolved": "2018"}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2016"}}]"#,
    }
    DISSOLVED_FIRST "dissolved-before-founded" Error {
        what: "An organization or a network was dissolved before it was founded.",
        why: "One of the two dates is wrong.",
        origin: "Popolo: Organization",
        breaks: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "2010", "dissolved": "2001"}]"#,
        keeps: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "2001", "dissolved": "2010"}]"#,
    }
    ACTIVITY_OUTSIDE "activity-outside-project" Warning {
        what: "An activity is certainly outside the period of its project.",
        why: "One of the two periods is wrong, or the activity belongs to another project.",
        origin: "IATI: activity dates",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "activities": [{"id": "a", "title": {"en": "A"}, "of": [{"project": "p"}], "period": {"start": "2020"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "activities": [{"id": "a", "title": {"en": "A"}, "of": [{"project": "p"}], "period": {"start": "2018"}}]"#,
    }
    OUTSIDE_ORGANIZATION "outside-life-of-organization" Warning {
        what: "A membership or participation of an organization, or in it, is certainly before its foundation or after its dissolution, or money was paid to it before its foundation.",
        why: "One of the dates is wrong, or the record belongs to a predecessor or successor.",
        origin: "Popolo: Organization, founding and dissolution dates",
        breaks: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "2010"}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "m", "member": {"organization": "o"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2004"}}]"#,
        keeps: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "2010"}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "m", "member": {"organization": "o"}, "body": {"network": "n"}, "period": {"start": "2011", "end": "2014"}}]"#,
    }
    BEFORE_PROGRAMME "funding-before-programme" Warning {
        what: "Money is dated before the start of its programme.",
        why: "One of the dates is wrong, or the money is from the preceding programme. Payments after the end of a programme are common and not reported.",
        origin: "360Giving: award date",
        breaks: r#""programmes": [{"id": "n", "name": {"en": "N"}, "period": {"start": "2021", "end": "2027"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "programme": "n", "date": "2016-05"}]"#,
        keeps: r#""programmes": [{"id": "n", "name": {"en": "N"}, "period": {"start": "2021", "end": "2027"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "programme": "n", "date": "2028-05"}]"#,
    }
    FAR_FROM_PROJECT "funding-far-from-project" Warning {
        what: "Money is dated more than ten years before the start of its project, or more than ten years after its end. Money that was returned is not checked.",
        why: "One of the dates is wrong, or the money is for another project.",
        origin: "IATI: transaction dates",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "date": "1917-05"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2016", "end": "2018"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "date": "2017-05"}]"#,
    }
    MODIFIED_FIRST "modified-before-issued" Warning {
        what: "The dataset was modified before it was issued.",
        why: "One of the two dates is wrong. Usually they are swapped.",
        origin: "DCAT: issued, modified",
        breaks: r#""issued": "2024-05", "modified": "2023""#,
        keeps: r#""issued": "2023", "modified": "2024-05""#,
    }
    STATUS_BELIED "status-disagrees-with-dates" Warning {
        what: "The status contradicts the period, as with a completed project that ends in the future or an ongoing one that ended in the past. Not checked without today's date (`--today none`).",
        why: "The status or the dates are out of date.",
        origin: "IATI: activity status",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "status": "completed", "period": {"start": "9990", "end": "9991"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "status": "planned", "period": {"start": "9990", "end": "9991"}}]"#,
        needs_today: true,
    }
    FUTURE_RETRIEVAL "future-retrieval" Error {
        what: "The date on which a source was read is in the future. Not checked without today's date (`--today none`).",
        why: "Usually the year is misspelt.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}, "retrieved": "9999-01-01"}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}, "retrieved": "2020-01-01"}]"#,
        needs_today: true,
    }
    FUTURE_DATE "future-date" Warning {
        what: "Something that has happened is dated in the future: a foundation, a payment, a measured value, the issue of the dataset or the publication of a source. Not checked without today's date (`--today none`).",
        why: "The year is misspelt, or the event is planned: then it has another status, or belongs in `planned` or `targets`.",
        origin: "IATI: rules 11.1 and 11.2",
        breaks: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "9990"}]"#,
        keeps: r#""organizations": [{"id": "o", "name": {"en": "O"}, "founded": "1990"}]"#,
        needs_today: true,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    lives: BlockVec<Life>,
    parts: BlockVec<Part>,
}

/// How long something lasted that others are a part of.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Life {
    #[moves]
    pub of: RecordPlace,
    pub span: Span,
}

/// How long something lasted that is a part of a project, or when money came from a programme, was for a project or
/// went to a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Part {
    #[moves]
    pub place: RecordPlace,
    #[moves]
    pub whole: IdRef,
    pub span: Span,
    pub is_date: bool,
}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    fn period(&mut self, record: RecordAt<'_>, at: &Path<'_>, period: &Period, context: &mut Context<'_, '_>) {
        check_period(record, at, period, context.reporter);
    }

    fn header(&mut self, header: &Header, context: &mut Context<'_, '_>) {
        check_header(header, context.reporter);
        check_past(None, &"/issued", header.issued, context);
        check_past(None, &"/modified", header.modified, context);
    }

    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        let at = observed.at;
        match observed.record {
            RecordRef::Source(source) => {
                check_source(at, source, context);
                check_past(Some(at), &"/published", source.published, context);
            }
            RecordRef::Goal(goal) => check_actuals(at, goal, context),
            RecordRef::Organization(organization) => {
                self.body(at, organization.founded, organization.dissolved, organization.status.as_ref(), context);
            }
            RecordRef::Network(network) => {
                self.body(at, network.founded, network.dissolved, network.status.as_ref(), context);
            }
            RecordRef::Participation(participation) => {
                check_status(at, participation.status.as_ref(), participation.period.as_ref(), context);
            }
            RecordRef::Cooperation(cooperation) => {
                check_status(at, cooperation.status.as_ref(), cooperation.period.as_ref(), context);
            }
            RecordRef::Programme(programme) => self.note_life(at, Span::of(programme.period.as_ref())),
            RecordRef::Project(project) => {
                check_status(at, project.status.as_ref(), project.period.as_ref(), context);
                self.note_life(at, Span::of(project.period.as_ref()));
            }
            RecordRef::Activity(activity) => {
                check_status(at, activity.status.as_ref(), activity.period.as_ref(), context);
                for of in &activity.of {
                    self.note_part(at, of.key(), Span::of(activity.period.as_ref()), false, context.memory);
                }
            }
            RecordRef::PolicyInstrument(instrument) => {
                check_status(at, instrument.status.as_ref(), instrument.period.as_ref(), context);
            }
            RecordRef::Funding(funding) => {
                if let Some(FundingStatus::Disbursed | FundingStatus::Spent | FundingStatus::Returned) = funding.status {
                    check_past(Some(at), &"/date", funding.date, context);
                }
                let date = Span { start: funding.date, end: funding.date };
                // A promise may be made to a body that is yet to be founded.
                if let (None | Some(FundingStatus::Disbursed | FundingStatus::Spent), Some(recipient)) =
                    (&funding.status, &funding.recipient)
                {
                    self.note_part(at, recipient.key(), date, true, context.memory);
                }
                if let Some(of @ Subject::Project(_)) = &funding.of
                    && funding.status != Some(FundingStatus::Returned)
                {
                    self.note_part(at, of.key(), date, true, context.memory);
                    self.note_part(at, of.key(), Span::of(funding.period.as_ref()), false, context.memory);
                }
                if let Some(programme) = &funding.programme {
                    let span = funding.period.as_ref().map_or(date, |period| Span::of(Some(period)));
                    self.note_part(at, (RecordKind::Programme, programme.as_str()), span, funding.period.is_none(), context.memory);
                }
            }
            _ => {}
        }
    }

    fn finish_involvements(&mut self, all: &[Involvement], memory: &Memory, reporter: &mut Reporter<'_>) {
        let ids = &memory.ids;
        let mut lives: PerKind<Vec<Span>> = PerKind::default();
        for &Life { of, span } in self.lives.iter() {
            let lives = lives.get_mut(of.kind);
            if lives.is_empty() {
                lives.resize(ids.records(of.kind) as usize, Span::default());
            }
            if let Some(life) = lives.get_mut(of.index() as usize) {
                *life = span;
            }
        }
        let mut compare = |place: RecordPlace, whole: IdRef, span: Span, is_date: bool| {
            let Some(whole) = ids.place(whole) else { return };
            if let Some(&life) = lives.get(whole.kind).get(whole.index() as usize)
                && !life.is_open()
            {
                let at = if is_date { "/date" } else { "/period" };
                outside(ids.at(place), at, span, whole, life, reporter);
            }
        };
        for one in all {
            if !one.span.is_open() {
                compare(one.place, one.of, one.span, false);
                compare(one.place, one.party, one.span, false);
            }
        }
        for part in self.parts.iter() {
            compare(part.place, part.whole, part.span, part.is_date);
        }
    }
}

impl Facts {
    /// Checks the dates of a body, and takes note of its life.
    fn body(
        &mut self,
        at: RecordAt<'_>,
        founded: Option<PartialDate>,
        dissolved: Option<PartialDate>,
        status: Option<&Status>,
        context: &mut Context<'_, '_>,
    ) {
        let life = Span { start: founded, end: dissolved };
        check_life(at, life, context.reporter);
        check_past(Some(at), &"/founded", founded, context);
        if !life.is_open() {
            check_status(at, status, Some(&life.period()), context);
        }
        self.note_life(at, life);
    }

    /// Takes note of the life of something that others are a part of.
    fn note_life(&mut self, of: RecordAt<'_>, span: Span) {
        if !span.is_open() {
            self.lives.push(Life { of: of.place, span });
        }
    }

    /// Takes note of the time of a part.
    fn note_part(
        &mut self,
        part: RecordAt<'_>,
        whole: Key<'_>,
        span: Span,
        is_date: bool,
        memory: &mut Memory,
    ) {
        if !span.is_open() {
            let whole = memory.ids.mention(whole);
            self.parts.push(Part { place: part.place, whole, span, is_date });
        }
    }
}

fn check_period(record: RecordAt<'_>, at: &Path<'_>, period: &Period, reporter: &mut Reporter<'_>) {
    match (period.start, period.end, period.stated_duration) {
        (None, None, None) => {
            reporter.found(&EMPTY_PERIOD, Some(record), at, &|| {
                Note::new("the period is empty").with_help("add `start` or `end`, or remove the period")
            });
        }
        (Some(start), Some(end), _) if period.is_reversed() => {
            reporter.found(&REVERSED_PERIOD, Some(record), at, &|| {
                Note::new(format!("the period starts {}, but ends {}", at_date(start), at_date(end)))
                    .with_help("swap the two dates, or correct one of them")
            });
        }
        (Some(_), Some(_), Some(stated))
            if period.agrees_with_stated_duration().is_no() && !is_a_month_longer(period, stated) =>
        {
            reporter.found(&STATED_DURATION, Some(record), &at.member("stated_duration"), &|| {
                Note::new(format!(
                    "the dates span {}, but the stated duration is {}",
                    length(period, stated),
                    wording::duration(stated)
                ))
                    .with_help("correct the dates or the duration")
            });
        }
        _ => {}
    }
}

/// Whether dates to the day span up to a month more than the stated months, as where a spreadsheet counts from the first
/// day of the first month to the last day of the last, and leaves out the month that is begun.
fn is_a_month_longer(period: &Period, stated: Duration) -> bool {
    let to_the_day = |date: Option<PartialDate>| date.is_some_and(|date| date.day().is_some());
    let least = period.months().map(|months| *months.start());
    to_the_day(period.start)
        && to_the_day(period.end)
        && least.zip(stated.months()).is_some_and(|(least, stated)| least == stated.saturating_add(1))
}

/// How long a period lasted, in the unit in which its length is stated.
fn length(period: &Period, stated: Duration) -> String {
    let (length, shown): (_, fn(u32) -> String) = match stated.days() {
        Some(_) => (period.days(), wording::days),
        None => (period.months(), wording::months),
    };
    match length.map_or((0, 0), RangeInclusive::into_inner) {
        (least, most) if least == most => shown(most),
        (least, most) => format!("between {} and {}", shown(least), shown(most)),
    }
}

/// Finds a body that ended before it began.
fn check_life(at: RecordAt<'_>, life: Span, reporter: &mut Reporter<'_>) {
    if let (Some(founded), Some(dissolved)) = (life.start, life.end)
        && founded.earliest() > dissolved.latest()
    {
        reporter.found(&DISSOLVED_FIRST, Some(at), &"/dissolved", &|| {
            Note::new(format!(
                "the date of dissolution, {}, is before the date of foundation, {}",
                date(dissolved),
                date(founded)
            ))
                .with_help("correct one of the two dates")
        });
    }
}

/// Finds a source that cannot have been read yet.
fn check_source(at: RecordAt<'_>, record: &Source, context: &mut Context<'_, '_>) {
    if let (Some(retrieved), Some(today)) = (record.retrieved, context.today)
        && retrieved.earliest() > today
    {
        context.reporter.found(&FUTURE_RETRIEVAL, Some(at), &"/retrieved", &|| {
            Note::new(format!("the source was retrieved {}, but today is {}", at_date(retrieved), day(today)))
                .with_help("write the date on which the source was read")
        });
    }
}

/// Finds a date in the future of what has happened.
fn check_past(
    at: Option<RecordAt<'_>>,
    path: &dyn Display,
    date: Option<PartialDate>,
    context: &mut Context<'_, '_>,
) {
    if let (Some(date), Some(today)) = (date, context.today)
        && date.earliest() > today
    {
        context.reporter.found(&FUTURE_DATE, at, path, &|| {
            Note::new(format!("{} is in the future (today: {})", wording::date(date), day(today)))
                .with_help("correct the date, or record the event as planned")
        });
    }
}

/// Finds values that were measured in the future.
fn check_actuals(at: RecordAt<'_>, goal: &Goal, context: &mut Context<'_, '_>) {
    for (place, indicator) in goal.indicators.iter().enumerate() {
        for (value, actual) in indicator.actuals.iter().enumerate() {
            let path = |member| format!("/indicators/{place}/actuals/{value}/{member}");
            check_past(Some(at), &path("date"), actual.date, context);
            let start = actual.period.as_ref().and_then(|period| period.start);
            check_past(Some(at), &path("period/start"), start, context);
        }
    }
}

/// Finds a status that contradicts the dates, seen from today.
fn check_status(
    at: RecordAt<'_>,
    status: Option<&Status>,
    period: Option<&Period>,
    context: &mut Context<'_, '_>,
) {
    let (Some(status), Some(period), Some(today)) = (status, period, context.today) else { return };
    let Some(fact) = contradiction(status, period, today) else { return };
    context.reporter.found(&STATUS_BELIED, Some(at), &"/status", &|| {
        Note::new(format!("the status is {}, but the period {fact}, {}", status.as_str(), day(today)))
            .with_help("correct the status or the dates")
    });
}

fn contradiction(status: &Status, period: &Period, today: NaiveDate) -> Option<&'static str> {
    match status {
        Status::Completed | Status::Ended if period.end.is_some_and(|end| end.earliest() > today) => {
            Some("ends after today")
        }
        Status::Ongoing | Status::Suspended | Status::Closing | Status::Completed | Status::Ended
            if period.start.is_some_and(|start| start.earliest() > today) =>
        {
            Some("starts after today")
        }
        Status::Proposed | Status::Planned if period.start.is_some_and(|start| start.latest() < today) => {
            Some("started before today")
        }
        Status::Proposed | Status::Planned | Status::Ongoing if period.end.is_some_and(|end| end.latest() < today) => {
            Some("ended before today")
        }
        _ => None,
    }
}

/// Finds a dataset that was changed before there was one.
fn check_header(header: &Header, reporter: &mut Reporter<'_>) {
    if let (Some(issued), Some(modified)) = (header.issued, header.modified)
        && modified.latest() < issued.earliest()
    {
        reporter.found(&MODIFIED_FIRST, None, &"/modified", &|| {
            Note::new(format!("the dataset was modified {}, but issued {}", at_date(modified), at_date(issued)))
                .with_help("swap the two dates, or correct one of them")
        });
    }
}

/// Finds money that was paid to a body that did not exist yet.
fn paid_before_foundation(
    record: RecordAt<'_>,
    at: &str,
    paid: Span,
    body: RecordPlace,
    founded: Option<PartialDate>,
    reporter: &mut Reporter<'_>,
) {
    let (Some(paid), Some(founded)) = (paid.end, founded) else { return };
    if paid.latest() < founded.earliest() {
        let what = body.kind.title();
        let rule = if body.kind == RecordKind::Network { &OUTSIDE_NETWORK } else { &OUTSIDE_ORGANIZATION };
        reporter.found(rule, Some(record), &at, &|| {
            Note::new(format!(
                "the money is dated {}, but the {what} that received it was founded {}",
                date(paid),
                at_date(founded)
            ))
                .with_help("correct one of the two dates, or name the predecessor as the recipient")
                .with_related(body, format!("the {what}"))
        });
    }
}

/// Maximum distance between the date of money and its project, in months. Late payments, for example, are legitimate.
const FAR: Months = Months::new(120);

/// Finds money that is dated long before its project or long after it.
fn far_from_project(
    record: RecordAt<'_>,
    at: &str,
    period: &Period,
    project: RecordPlace,
    life: &Period,
    reporter: &mut Reporter<'_>,
) {
    // Another rule finds a period that is reversed, which says nothing about when the money is to be expected.
    if life.is_reversed() || period.is_reversed() {
        return;
    }
    let limits = (
        life.start.and_then(|start| start.earliest().checked_sub_months(FAR)),
        life.end.and_then(|end| end.latest().checked_add_months(FAR)),
    );
    let is_before = period.end.zip(limits.0).is_some_and(|(end, limit)| end.latest() < limit);
    let is_after = period.start.zip(limits.1).is_some_and(|(start, limit)| start.earliest() > limit);
    if is_before || is_after {
        let when = if is_before { "before the project starts" } else { "after the project ends" };
        reporter.found(&FAR_FROM_PROJECT, Some(record), &at, &|| {
            let dated = match period.end.filter(|end| period.start == Some(*end)) {
                Some(end) => format!("is dated {}", date(end)),
                None => format!("covers {}", wording::period(period)),
            };
            Note::new(format!(
                "the money {dated}, more than ten years {when} (period: {})",
                wording::period(life)
            ))
                .with_help("correct the dates, or name the project that the money is for")
                .with_related(project, "the project")
        });
    }
}

fn outside(
    record: RecordAt<'_>,
    at: &str,
    span: Span,
    whole: RecordPlace,
    life: Span,
    reporter: &mut Reporter<'_>,
) {
    let (period, life) = (span.period(), life.period());
    let rule = match (record.place.kind, whole.kind) {
        (RecordKind::Participation, RecordKind::Project) => &OUTSIDE_PROJECT,
        (RecordKind::Activity, RecordKind::Project) => &ACTIVITY_OUTSIDE,
        (RecordKind::Membership | RecordKind::Participation, RecordKind::Network) => &OUTSIDE_NETWORK,
        (RecordKind::Membership | RecordKind::Participation, RecordKind::Organization) => &OUTSIDE_ORGANIZATION,
        (RecordKind::Funding, RecordKind::Programme) => {
            let ends = period.end.zip(life.start);
            if ends.is_some_and(|(end, start)| end.latest() < start.earliest()) {
                reporter.found(&BEFORE_PROGRAMME, Some(record), &at, &|| {
                    let dated = match period.end.filter(|end| period.start.is_none_or(|start| start == *end)) {
                        Some(end) => format!("is dated {}", date(end)),
                        None => format!("covers {}", wording::period(&period)),
                    };
                    let start = life.start.map(date).unwrap_or_default();
                    Note::new(format!("the money {dated}, before the programme starts ({start})"))
                        .with_help("correct the dates, or name the preceding programme")
                        .with_related(whole, "the programme")
                });
            }
            return;
        }
        (RecordKind::Funding, RecordKind::Organization | RecordKind::Network) => {
            paid_before_foundation(record, at, span, whole, life.start, reporter);
            return;
        }
        (RecordKind::Funding, RecordKind::Project) => {
            far_from_project(record, at, &period, whole, &life, reporter);
            return;
        }
        _ => return,
    };
    if period.overlaps(&life).is_no() {
        let what = whole.kind.title();
        reporter.found(rule, Some(record), &at, &|| {
            Note::new(format!(
                "the period ({}) is outside that of the {what} ({})",
                wording::period(&period),
                wording::period(&life)
            ))
                .with_help("correct one of the two periods")
                .with_related(whole, format!("the {what}"))
        });
    }
}
