//! The questions that can be asked of any dataset, about any of its records.

#![expect(clippy::unnecessary_wraps, reason = "every question is answered in the same form")]

use super::about::About;
use super::answer::{Answer, label};
use super::asked::{Asked, Told};
use super::money::money;
use super::record::record;
use super::when::{going_on, how_long};
use crate::reader::{NOT_STATED, Reader, dates, stated};
use cooperation::{Goal, Kind, Membership, Participation, Party, Period, Project, Subject};
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
    pub of: &'static [Kind],
    pub(crate) ask: fn(&Asked, &mut Answer) -> Told,
}

const PARTIES: &[Kind] = &[Kind::Organization, Kind::Group, Kind::Network];
const SUBJECTS: &[Kind] = &[
    Kind::Organization,
    Kind::Network,
    Kind::Cooperation,
    Kind::Programme,
    Kind::Project,
    Kind::Participation,
    Kind::Activity,
    Kind::PolicyInstrument,
];

macro_rules! questions {
    ($($name:literal $words:literal $of:expr, $ask:expr;)*) => {
        /// Every question that can be asked of any dataset.
        pub const QUESTIONS: &[Question] =
            &[$(Question { name: $name, words: $words, of: $of, ask: $ask }),*];
    };
}

questions! {
    "record" "What is stated of it itself?" Kind::ALL, record;
    "projects" "Which projects does it take part in, or have under it?"
        &[Kind::Organization, Kind::Group, Kind::Network, Kind::Programme], projects;
    "partners" "Who takes part in it?" &[Kind::Project], partners;
    "length" "How long does it run?" &[Kind::Project], length;
    "members" "Who are its members?" &[Kind::Organization, Kind::Network], members;
    "memberships" "What is it a member of?" PARTIES, memberships;
    "cooperation" "Who works together with it, or on it, beside projects and memberships?"
        &[Kind::Organization, Kind::Group, Kind::Network, Kind::Project, Kind::Programme, Kind::PolicyInstrument],
        cooperation;
    "goals" "Which goals has it, and which do they serve?" SUBJECTS, goals;
    "activities" "What is done in it, or for it?"
        &[Kind::Organization, Kind::Network, Kind::Cooperation, Kind::Programme, Kind::Project,
          Kind::Participation, Kind::Activity, Kind::PolicyInstrument, Kind::Goal],
        activities;
    "barriers" "What stands in its way?" SUBJECTS, barriers;
    "money" "Who pays, and how much?"
        &[Kind::Organization, Kind::Group, Kind::Network, Kind::Cooperation, Kind::Programme, Kind::Project,
          Kind::Participation, Kind::Activity, Kind::PolicyInstrument],
        money;
    "links" "Which links has it, and which has no address?" Kind::ALL, links;
    "not-yet-so" "What of it is planned, intended or somebody's view rather than so?" Kind::ALL, not_yet_so;
    "evidence" "Which passages does it rest on?" Kind::ALL, evidence;
}

/// The projects of a party: those that it takes part in, and those that a cooperation of its is about.
pub(crate) fn projects_of<'a>(reader: &Reader<'a>, party: &Party) -> Vec<&'a Project> {
    let mut projects: Vec<&Project> = reader.index.projects_of(party).map(|(project, _)| project).collect();
    for subject in reader.index.cooperations_of(party).flat_map(|cooperation| cooperation.about.iter()) {
        if let Subject::Project(id) = subject
            && let Some(project) = reader.index.get(id)
            && !projects.contains(&project)
        {
            projects.push(project);
        }
    }
    projects
}

/// How a party takes part.
fn part(reader: &Reader, part: &Participation) -> String {
    let role = part.role.as_ref().map_or_else(|| "takes part".to_owned(), ToString::to_string);
    let via = part.via.as_ref().map(|via| format!(" through {}", reader.party(via))).unwrap_or_default();
    let budget = part.budget.as_ref().map(|budget| format!(", budget {budget}")).unwrap_or_default();
    format!("{role}{via}{}{budget}", when(part.period.as_ref()))
}

fn when(period: Option<&Period>) -> String {
    period.map(|period| format!(" ({})", dates(period))).unwrap_or_default()
}

fn projects(asked: &Asked, answer: &mut Answer) -> Told {
    let reader = asked.reader;
    let party = asked.about.party();
    let projects: Vec<&Project> = match &party {
        Some(party) => projects_of(reader, party),
        None => reader.index.projects_under(&asked.about.id.parse()?).collect(),
    };
    for project in projects {
        if let Some(date) = asked.date {
            going_on(reader, project, date, answer);
            continue;
        }
        let name = reader.text(&project.title);
        let when = project.period.as_ref().map_or_else(|| "undated".to_owned(), dates);
        let mut told = reader
            .index
            .participants(&project.id)
            .filter(|one| party.as_ref() == Some(&one.party))
            .map(|one| {
                answer.cite(one, &[""]);
                format!(": {}", part(reader, one))
            })
            .collect::<Vec<_>>();
        if told.is_empty() {
            told.push(if party.is_some() { ": works on it with others" } else { "" }.to_owned());
        }
        for part in told {
            answer.say(format!("{name} ({when}){part}"));
        }
    }
    Ok(())
}

fn project_of<'a>(asked: &Asked<'_, 'a>) -> Result<&'a Project, Box<dyn Error>> {
    asked.reader.record(asked.about.id)
}

fn partners(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, project) = (asked.reader, project_of(asked)?);
    if project.partner_count.is_some() {
        answer.say(format!("number of partners: {}", reader.count(project.partner_count.as_ref())));
        answer.cite(project, &["/partner_count"]);
    }
    for one in reader.index.participants(&project.id) {
        answer.say(format!("{}: {}", reader.party(&one.party), part(reader, one)));
        answer.cite(one, &[""]);
    }
    for cooperation in reader.index.cooperations_about(&Subject::from(project.id.clone())) {
        answer.say(format!("working together on it: {}", reader.parties(&cooperation.parties)));
        answer.cite(cooperation, &["/parties"]);
    }
    Ok(())
}

fn length(asked: &Asked, answer: &mut Answer) -> Told {
    how_long(asked.reader, project_of(asked)?, answer);
    Ok(())
}

fn members(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, body) = (asked.reader, asked.about.party());
    for one in body.iter().flat_map(|body| reader.index.members_of(body)) {
        membership(reader, answer, one, &one.member);
    }
    Ok(())
}

fn memberships(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, member) = (asked.reader, asked.about.party());
    for one in member.iter().flat_map(|member| reader.index.memberships_of(member)) {
        membership(reader, answer, one, &one.body);
    }
    Ok(())
}

fn membership(reader: &Reader, answer: &mut Answer, one: &Membership, other: &Party) {
    let role = one.role.as_ref().map(|role| format!(": {role}")).unwrap_or_default();
    let via = one.via.as_ref().map(|via| format!(" through {}", reader.party(via))).unwrap_or_default();
    answer.say(format!("{}{role}{via}{}", reader.party(other), when(one.period.as_ref())));
    answer.cite(one, &[""]);
}

fn cooperation(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, party, subject) = (asked.reader, asked.about.party(), asked.about.subject());
    let with = party.iter().flat_map(|party| reader.index.cooperations_of(party));
    let on = subject.iter().flat_map(|subject| reader.index.cooperations_about(subject));
    for one in with.chain(on) {
        let others: Vec<&Party> = one.parties.iter().filter(|other| party.as_ref() != Some(*other)).collect();
        let about: Vec<String> = one
            .about
            .iter()
            .filter(|about| subject.as_ref() != Some(*about))
            .map(|about| format!("on {}", reader.subject(about)))
            .collect();
        let scopes = one.scopes.iter().map(ToString::to_string);
        let status = one.status.iter().map(ToString::to_string);
        let rest: Vec<String> = about.into_iter().chain(scopes).chain(status).collect();
        let rest = if rest.is_empty() { String::new() } else { format!(" ({})", rest.join(", ")) };
        let more = if one.open_ended == Some(true) { " and others" } else { "" };
        answer.say(format!("{}{more}{rest}{}", reader.parties(others), when(one.period.as_ref())));
        answer.cite(one, &["", "/parties"]);
    }
    Ok(())
}

fn goals(asked: &Asked, answer: &mut Answer) -> Told {
    let reader = asked.reader;
    let Some(subject) = asked.about.subject() else { return Ok(()) };
    for one in reader.index.goals_of(&subject) {
        goal(reader, answer, one, "");
    }
    if let Subject::Project(project) = &subject {
        for part in reader.index.participants(project) {
            for one in reader.index.goals_of(&Subject::from(part.id.clone())) {
                goal(reader, answer, one, &format!(", for the part of {}", reader.party(&part.party)));
            }
        }
    }
    Ok(())
}

fn goal(reader: &Reader, answer: &mut Answer, goal: &Goal, whose: &str) {
    let number = goal.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
    answer.say(format!("{}{number}{whose}: «{}»", goal.level, reader.text(&goal.statement)));
    if !goal.holders.is_empty() {
        answer.say(format!("    of {}", reader.parties(&goal.holders)));
    }
    for parent in goal.parent.iter().filter_map(|parent| reader.index.get(parent)) {
        answer.say(format!("    serves «{}»", reader.text(&parent.statement)));
    }
    answer.cite(goal, &[""]);
}

fn activities(asked: &Asked, answer: &mut Answer) -> Told {
    let (reader, subject) = (asked.reader, asked.about.subject());
    let goal: Option<cooperation::GoalId> =
        if asked.about.kind == Kind::Goal { asked.about.id.parse().ok() } else { None };
    let of = subject.iter().flat_map(|subject| reader.index.activities_of(subject));
    let serving = goal.iter().flat_map(|goal| reader.index.activities_serving(goal));
    for one in of.chain(serving) {
        let words: Vec<String> = [
            one.kind.as_ref().map(ToString::to_string),
            one.status.as_ref().map(ToString::to_string),
            one.period.as_ref().map(dates),
            (!one.actors.is_empty()).then(|| format!("by {}", reader.parties(&one.actors))),
        ]
        .into_iter()
        .flatten()
        .collect();
        let words = if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) };
        answer.say(format!("{}{words}", reader.text(&one.title)));
        answer.cite(one, &["", "/title"]);
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
        let importance = barrier.importance.as_ref().map_or(NOT_STATED, |text| reader.text(text));
        let seen_by = stated(barrier.attributed_to.as_ref().map(|party| reader.party(party)));
        answer.say(format!("«{}»", reader.text(&barrier.statement)));
        answer.say(format!("blocks: {}", reader.texts(&barrier.blocks)));
        answer.say(format!("stages: {}", reader.texts(&barrier.stages)));
        answer.say(format!("seen as: {importance}; by whom: {seen_by}"));
        answer.cite(barrier, &["/statement", "/importance", "/blocks", "/stages"]);
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
        let address = link.url.as_ref().map_or("no address", |url| url.as_str());
        let title = link.title.as_ref().map(|title| format!(" («{}»)", reader.text(title)));
        answer.say(format!("{name}: {address}{}", title.unwrap_or_default()));
    }
    answer.quote(about.evidence, &["/links"]);
}

fn not_yet_so(asked: &Asked, answer: &mut Answer) -> Told {
    for evidence in asked.about.evidence.iter().filter(|evidence| evidence.modality.is_some()) {
        answer.say(format!("{:<10}  «{}»", label(evidence), evidence.quote));
    }
    Ok(())
}

fn evidence(asked: &Asked, answer: &mut Answer) -> Told {
    for evidence in asked.about.evidence {
        answer.say(format!("{:<10}  «{}» ({})", label(evidence), evidence.quote, evidence.source));
    }
    Ok(())
}
