//! The questions that can be asked of any dataset, about any of its records.

#![expect(clippy::unnecessary_wraps, reason = "every question is answered in the same form")]

use super::about::About;
use super::answer::{Answer, label, passage};
use super::asked::{Asked, Told};
use super::money::money;
use super::record::record;
use super::when::{going_on, how_long};
use crate::reader::{NOT_STATED, Reader, has_more};
use cooperation::{
    Body, Goal, Membership, Participation, Party, Period, ProgrammeId, Project, Record, RecordKind, Subject,
    Text,
};
use std::collections::{HashMap, HashSet};
use std::error::Error;

/// A question about a record of one of these kinds.
#[derive(Debug)]
#[non_exhaustive]
pub struct Question {
    /// The name by which the question is asked.
    pub name: &'static str,
    /// The question in words.
    pub words: &'static str,
    /// The kinds of record that it can be asked about.
    pub of: &'static [RecordKind],
    pub(crate) ask: fn(&Asked, &mut Answer) -> Told,
}

/// The questions about a record itself.
const OF_THE_RECORD: [&str; 4] = ["record", "links", "not-yet-so", "evidence"];

impl Question {
    /// Whether it is about what a record describes, so that other records of the same thing answer it too.
    pub(crate) fn is_of_the_thing(&self) -> bool {
        !OF_THE_RECORD.contains(&self.name)
    }
}

const PARTIES: &[RecordKind] = &[RecordKind::Organization, RecordKind::Group, RecordKind::Network];
const SUBJECTS: &[RecordKind] = &[
    RecordKind::Organization,
    RecordKind::Group,
    RecordKind::Network,
    RecordKind::Cooperation,
    RecordKind::Programme,
    RecordKind::Project,
    RecordKind::Participation,
    RecordKind::Activity,
    RecordKind::PolicyInstrument,
    RecordKind::Goal,
];

macro_rules! questions {
    ($($name:literal $words:literal $of:expr, $ask:expr;)*) => {
        /// Every question that can be asked of any dataset.
        pub const QUESTIONS: &[Question] =
            &[$(Question { name: $name, words: $words, of: $of, ask: $ask }),*];
    };
}

questions! {
    "record" "What is stated about the record itself?" RecordKind::ALL, record;
    "projects" "Which projects does it take part in, or run under it?"
        &[RecordKind::Organization, RecordKind::Group, RecordKind::Network, RecordKind::Programme], projects;
    "partners" "Who takes part in the project?" &[RecordKind::Project], partners;
    "length" "How long does the project run?" &[RecordKind::Project], length;
    "members" "Who are its members?" &[RecordKind::Organization, RecordKind::Network], members;
    "memberships" "What is it a member of?" PARTIES, memberships;
    "cooperation" "Who cooperates with it or on it, apart from projects and memberships?"
        &[RecordKind::Organization, RecordKind::Group, RecordKind::Network, RecordKind::Project, RecordKind::Programme, RecordKind::PolicyInstrument],
        cooperation;
    "goals" "Which goals does it have, and which goals do they serve?" SUBJECTS, goals;
    "activities" "Which activities are carried out in it or for it?" SUBJECTS, activities;
    "barriers" "Which barriers does it meet?" SUBJECTS, barriers;
    "money" "Who pays, and how much?" SUBJECTS, money;
    "links" "Which links does it have?" RecordKind::ALL, links;
    "not-yet-so" "What is planned, intended or a person's view rather than fact?" RecordKind::ALL, not_yet_so;
    "evidence" "Which passages support it?" RecordKind::ALL, evidence;
}

/// The projects of a party, each once: those that it takes part in, and those that a cooperation of its is about.
pub(crate) fn projects_of<'a>(reader: &Reader<'a>, party: &Party) -> Vec<&'a Project> {
    some_projects_of(reader, party, usize::MAX).0
}

/// The same, of each cooperation at most so many; and how many other records its cooperations are about.
fn some_projects_of<'a>(reader: &Reader<'a>, party: &Party, most: usize) -> (Vec<&'a Project>, usize) {
    let mut seen = HashSet::new();
    let mut is_new =
        |project: &&Project| seen.insert(reader.first((RecordKind::Project, project.id.as_str())));
    let mut projects: Vec<&Project> =
        reader.index.projects_of(party).map(|(project, _)| project).filter(&mut is_new).collect();
    let mut more = 0_usize;
    for cooperation in reader.index.cooperations_of(party) {
        let about = cooperation.about.iter().take(most).filter_map(|about| match about {
            Subject::Project(id) => reader.index.get(id),
            _ => None,
        });
        projects.extend(about.filter(&mut is_new));
        more = more.saturating_add(cooperation.about.len().saturating_sub(most));
    }
    (projects, more)
}

fn when(reader: &Reader, period: Option<&Period>) -> String {
    period.map(|period| format!(" ({})", reader.words.dates(period))).unwrap_or_default()
}

/// The projects under a programme and under the programmes that are parts of it, such as its calls: the first of them, and
/// how many others there are.
fn under_programme<'a>(
    reader: &Reader<'a>,
    programme: &ProgrammeId,
    most: usize,
) -> (Vec<&'a Project>, usize) {
    let (mut projects, mut known) = (Vec::new(), HashSet::new());
    let (mut open, mut seen) = (vec![programme.clone()], HashSet::from([programme.clone()]));
    // Programmes that are part of each other would go round in a circle. A long chain of them is walked for one record.
    let visited = most.saturating_mul(4);
    while let Some(programme) = open.pop().filter(|_| projects.len() < most && seen.len() < visited) {
        let here = reader.index.projects_under(&programme);
        projects.extend(here.filter(|project| known.insert(project.id.as_str())).take(most));
        let parts = reader.index.subprogrammes(&programme).map(|part| part.id.clone());
        open.extend(parts.collect::<Vec<_>>().into_iter().rev().filter(|part| seen.insert(part.clone())));
    }
    projects.truncate(most);
    if open.is_empty() && projects.len() < most {
        return (projects, 0);
    }
    let more = reader.projects_below(programme).saturating_sub(projects.len());
    (projects, more)
}

fn projects(asked: &Asked, answer: &mut Answer) -> Told {
    let reader = asked.reader;
    let party = asked.about.party();
    let (projects, more): (Vec<&Project>, usize) = match &party {
        Some(party) => some_projects_of(reader, party, asked.most),
        None => under_programme(reader, &asked.about.id.parse()?, asked.most),
    };
    // By project: looking through everybody who takes part in each would take as long as the square of their number.
    let mut within: HashMap<(RecordKind, String), Vec<&Participation>> = HashMap::new();
    for part in party.iter().flat_map(|party| reader.index.participations_of(party)) {
        within.entry(reader.first((RecordKind::Project, part.project.as_str()))).or_default().push(part);
    }
    for project in projects {
        if let Some(date) = asked.date {
            going_on(reader, project, date, answer);
            continue;
        }
        let name = reader.text(&project.title);
        let when = match (&project.period, &project.planned) {
            (Some(period), _) => reader.words.dates(period),
            (None, Some(plan)) => reader.words.fill("planned {}", &[&reader.words.dates(plan)]),
            (None, None) => reader.words.label("undated").to_owned(),
        };
        let here = within.get(&reader.first((RecordKind::Project, project.id.as_str())));
        let mut told = Vec::new();
        for part in here.into_iter().flatten() {
            answer.cite(*part, &[""]);
            told.push(format!(": {}", reader.part(part)));
        }
        if told.is_empty() {
            told.push(
                if party.is_some() { reader.words.label(": works on it with others") } else { "" }.to_owned(),
            );
        }
        for part in told {
            answer.say(format!("{name} ({when}){part}"));
        }
    }
    asked.left_out(answer, more);
    Ok(())
}

fn project_of<'a>(asked: &Asked<'_, 'a>) -> Result<&'a Project, Box<dyn Error>> {
    asked.reader.record(asked.about.id)
}

fn partners(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, project) = (asked.reader, project_of(asked)?);
    if project.partner_count.is_some() || project.partner_count_words.is_some() {
        let count = reader.count(project.partner_count, project.partner_count_words.as_ref());
        answer.say(reader.words.fill("number of partners: {}", &[&count]));
        answer.cite(project, &["/partner_count", "/partner_count_words"]);
    }
    let [named, at_one_time] = reader.partners(project);
    if named > at_one_time {
        let [named, at_one_time] = [named, at_one_time].map(|count| reader.words.number(count));
        let line = "named as partners: {}, no more than {} at one time";
        answer.say(reader.words.fill(line, &[&named, &at_one_time]));
    }
    for one in reader.index.participations_in(&project.id) {
        answer.say(format!("{}: {}", reader.party(&one.party), reader.part(one)));
        answer.cite(one, &[""]);
    }
    for cooperation in reader.index.cooperations_about(&Subject::from(project.id.clone())) {
        let parties = reader.parties(&cooperation.parties);
        answer.say(reader.words.fill("working together on it: {}", &[&parties]));
        answer.cite(cooperation, &["/parties"]);
    }
    Ok(())
}

fn length(asked: &Asked, answer: &mut Answer) -> Told {
    how_long(asked.reader, project_of(asked)?, answer);
    Ok(())
}

fn members(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, about) = (asked.reader, asked.about);
    let Ok(body) = Body::from_key(about.kind, about.id) else { return Ok(()) };
    match &body {
        Body::Organization(id) => {
            if let Some(one) = reader.index.get(id) {
                counted(reader, answer, one, one.member_count, one.member_count_words.as_ref());
            }
        }
        Body::Network(id) => {
            if let Some(one) = reader.index.get(id) {
                counted(reader, answer, one, one.member_count, one.member_count_words.as_ref());
            }
        }
        _ => {}
    }
    for one in reader.index.memberships_in(&body) {
        membership(reader, answer, one, &reader.party(&one.member));
    }
    Ok(())
}

/// The number of members, where it is stated.
fn counted(
    reader: &Reader,
    answer: &mut Answer,
    of: &impl Record,
    number: Option<u32>,
    words: Option<&Text>,
) {
    if number.is_some() || words.is_some() {
        answer.say(reader.words.fill("number of members: {}", &[&reader.count(number, words)]));
        answer.cite(of, &["/member_count", "/member_count_words"]);
    }
}

fn memberships(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, member) = (asked.reader, asked.about.party());
    for one in member.iter().flat_map(|member| reader.index.memberships_of(member)) {
        membership(reader, answer, one, &reader.body(&one.body));
    }
    Ok(())
}

fn membership(reader: &Reader, answer: &mut Answer, one: &Membership, other: &str) {
    let role = one.role.as_ref().map(|role| format!(": {}", reader.code(role))).unwrap_or_default();
    let via = one.via.as_ref().map(|via| reader.words.fill(" through {}", &[&reader.party(via)]));
    let via = via.unwrap_or_default();
    answer.say(format!("{other}{role}{via}{}", when(reader, one.period.as_ref())));
    answer.cite(one, &[""]);
}

fn cooperation(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, party, subject) = (asked.reader, asked.about.party(), asked.about.subject());
    let with = party.iter().flat_map(|party| reader.index.cooperations_of(party)).map(|one| (one, true));
    let on = subject.iter().flat_map(|subject| reader.index.cooperations_about(subject));
    let on = on.map(|one| (one, false));
    let is_asked = |key| reader.is_same((asked.about.kind, asked.about.id), key);
    let mut seen = HashSet::new();
    for (one, is_in) in with.chain(on).filter(|(one, _)| seen.insert(&one.id)) {
        let mut about: Vec<String> = one
            .about
            .iter()
            .take(asked.most)
            .filter(|about| !is_asked(about.key()))
            .map(|about| reader.words.fill("on {}", &[&reader.subject(about)]))
            .collect();
        let more = one.about.len().saturating_sub(asked.most);
        if more > 0 {
            about.push(reader.words.counted(more, "other", "others"));
        }
        let others = one.parties.iter().take(asked.most).filter(|other| !is_asked(other.key()));
        let mut others: Vec<String> = others.map(|party| reader.party(party)).collect();
        // The party that is asked about may be one of those that are not looked at.
        let is_beyond = is_in && others.len() == asked.most;
        let more = one.parties.len().saturating_sub(asked.most).saturating_sub(usize::from(is_beyond));
        if more > 0 {
            others.push(reader.words.counted(more, "other", "others"));
        }
        let others =
            if others.is_empty() { reader.words.label(NOT_STATED).to_owned() } else { others.join(", ") };
        let kind = one.kind.iter().map(|kind| reader.code(kind));
        let scope = one.scope.iter().map(|scope| reader.code(scope));
        let places = reader.places(&one.places).map(|places| reader.words.fill("in {}", &[&places]));
        let status = one.status.iter().map(|status| reader.code(status));
        let rest: Vec<String> = kind.chain(about).chain(scope).chain(places).chain(status).collect();
        let rest = if rest.is_empty() { String::new() } else { format!(" ({})", rest.join(", ")) };
        let more =
            if has_more(&one.evidence, Some("/parties")) { reader.words.label(" and others") } else { "" };
        let name = one.name.as_ref().map(|name| format!("{}: ", reader.text(name))).unwrap_or_default();
        answer.say(format!("{name}{others}{more}{rest}{}", when(reader, one.period.as_ref())));
        answer.cite(one, &["/parties"]);
    }
    Ok(())
}

fn goals(asked: &Asked, answer: &mut Answer) -> Told {
    let reader = asked.reader;
    let Some(subject) = asked.about.subject() else { return Ok(()) };
    for one in reader.index.goals_of(&subject) {
        goal(asked, answer, one, "");
    }
    if let Subject::Goal(id) = &subject {
        if let Some(one) = reader.index.get(id) {
            served(reader, answer, one);
        }
        for one in reader.index.subgoals(id) {
            answer.say(reader.words.fill("served by {}", &[&reader.goal_elsewhere(&one.id)]));
            answer.cite(one, &["/serves"]);
        }
        for one in reader.index.instruments_serving(id) {
            answer.say(reader.words.fill("served by {}", &[reader.text(&one.name)]));
            answer.cite(one, &["/serves"]);
        }
    }
    if let Subject::Project(project) = &subject {
        for part in reader.index.participations_in(project) {
            for one in reader.index.goals_of(&Subject::from(part.id.clone())) {
                goal(
                    asked,
                    answer,
                    one,
                    &reader.words.fill(", for the part of {}", &[&reader.party(&part.party)]),
                );
            }
        }
    }
    Ok(())
}

fn goal(asked: &Asked, answer: &mut Answer, goal: &Goal, whose: &str) {
    let (reader, most) = (asked.reader, asked.most);
    let words = reader.words;
    let number = goal.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
    answer.say(format!("{}{number}{whose}: «{}»", reader.code(&goal.level), reader.text(&goal.statement)));
    if !goal.holders.is_empty() {
        answer.say(format!("    {}", words.fill("of {}", &[&reader.parties(&goal.holders)])));
    }
    if let Some(due) = goal.due {
        answer.say(format!("    {}", words.fill("due {}", &[&words.date(due)])));
    }
    if let Some(status) = &goal.status {
        answer.say(format!("    {}", reader.code(status)));
    }
    for above in goal.serves.iter().take(most).filter_map(|above| reader.index.get(above)) {
        answer.say(format!("    {}", words.fill("serves «{}»", &[reader.text(&above.statement)])));
    }
    for indicator in goal.indicators.iter().take(most) {
        answer.say(format!("    {}: {}", words.label("indicator"), reader.indicator(indicator)));
    }
    let [goals, indicators] = [goal.serves.len(), goal.indicators.len()].map(|all| all.saturating_sub(most));
    for (more, one, many) in [(goals, "goal", "goals"), (indicators, "indicator", "indicators")] {
        if more > 0 {
            let more = words.counted(more, one, many);
            let id = format!("goal/{}", goal.id);
            answer.say(format!("    {}", words.fill("{} more: --about {} lists all", &[&more, &id])));
        }
    }
    answer.cite(goal, &[""]);
}

/// The goals that a goal serves.
fn served(reader: &Reader, answer: &mut Answer, goal: &Goal) {
    for above in &goal.serves {
        answer.say(reader.words.fill("serves {}", &[&reader.goal_elsewhere(above)]));
    }
    answer.cite(goal, &["/serves"]);
}

fn activities(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, subject) = (asked.reader, asked.about.subject());
    let goal: Option<cooperation::GoalId> =
        if asked.about.kind == RecordKind::Goal { asked.about.id.parse().ok() } else { None };
    let of = subject.iter().flat_map(|subject| reader.index.activities_of(subject));
    let serving = goal.iter().flat_map(|goal| reader.index.activities_serving(goal));
    let whole: Option<cooperation::ActivityId> =
        if asked.about.kind == RecordKind::Activity { asked.about.id.parse().ok() } else { None };
    let parts = whole.iter().flat_map(|whole| reader.index.subactivities(whole));
    let mut seen = HashSet::new();
    for one in of.chain(serving).chain(parts).filter(|one| seen.insert(&one.id)) {
        let words: Vec<String> = [
            one.kind.as_ref().map(|kind| reader.code(kind)),
            one.status.as_ref().map(|status| reader.code(status)),
            one.period.as_ref().map(|period| reader.words.dates(period)),
            reader.planned(one.planned.as_ref()),
            (!one.actors.is_empty()).then(|| reader.words.fill("by {}", &[&reader.parties(&one.actors)])),
        ]
        .into_iter()
        .flatten()
        .collect();
        let words = if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) };
        let others = if has_more(&one.evidence, None) { reader.words.label(", among others") } else { "" };
        answer.say(format!("{}{others}{words}", reader.text(&one.title)));
        answer.cite(one, &[""]);
    }
    Ok(())
}

fn barriers(asked: &Asked, answer: &mut Answer) -> Told {
    asked.about.subject().iter().for_each(|subject| in_the_way(asked.reader, subject, answer));
    Ok(())
}

/// What stands in the way of something.
pub(crate) fn in_the_way(reader: &Reader, subject: &Subject, answer: &mut Answer) {
    for barrier in reader.index.barriers_of(subject) {
        let seen_by = reader.stated(barrier.attributed_to.as_ref().map(|party| reader.party(party)));
        answer.say(format!("«{}»", reader.text(&barrier.statement)));
        answer.say(reader.words.fill("blocks: {}", &[&reader.texts(&barrier.blocks)]));
        answer.say(reader.words.fill("stages: {}", &[&reader.texts(&barrier.stages)]));
        if let Some(description) = &barrier.description {
            answer.say(reader.text(description));
        }
        answer.say(reader.words.fill("attributed to: {}", &[&seen_by]));
        answer.cite(barrier, &["/statement", "/description", "/blocks", "/stages"]);
    }
}

fn links(asked: &Asked, answer: &mut Answer) -> Told {
    linked(asked.reader, asked.about, answer);
    Ok(())
}

/// The links of a record.
pub(crate) fn linked(reader: &Reader, about: &About, answer: &mut Answer) {
    let name = reader.name(about);
    for link in about.links {
        let address = link.url.as_ref().map_or(reader.words.label("no address"), |url| url.as_str());
        let title = link.title.as_ref().map(|title| format!(" («{}»)", reader.text(title)));
        answer.say(format!("{name}: {address}{}", title.unwrap_or_default()));
    }
    if !about.links.is_empty() {
        answer.quote(about.evidence, &["/links"]);
    }
}

fn not_yet_so(asked: &Asked, answer: &mut Answer) -> Told {
    for evidence in asked.about.evidence.iter().filter(|evidence| evidence.modality.is_some()) {
        answer.say(format!("{:<10}  {}", asked.reader.words.label(label(evidence)), passage(evidence)));
    }
    Ok(())
}

fn evidence(asked: &Asked, answer: &mut Answer) -> Told {
    for evidence in asked.about.evidence {
        let source = if evidence.quote.is_some() { format!(" ({})", evidence.source) } else { String::new() };
        answer.say(format!(
            "{:<10}  {}{source}",
            asked.reader.words.label(label(evidence)),
            passage(evidence)
        ));
    }
    Ok(())
}
