//! The questions that the documented dataset is there for, and how each is answered through the index: no more certain than the source.

use super::about::About;
use super::answer::{Answer, passage};
use super::ask::{in_the_way, linked, projects_of};
use super::when::{going_on, how_long};
use crate::reader::{NOT_STATED, Reader, has_more};
use cooperation::{
    Network, PartialDate, Party, PolicyInstrument, Project, RecordKind, Subject,
    codes::{GoalLevel, Modality},
};
use std::error::Error;

type Answered = Result<Answer, Box<dyn Error>>;
type Ask = fn(&Reader) -> Answered;

/// Every question with the function that answers it.
pub const QUESTIONS: [(&str, Ask); 18] = [
    ("Which projects did Mikrofinans Norge have in 2007?", in_2007),
    ("And in 2008? In June 2008?", in_2008),
    ("Which goals does the Follo cooperation platform pursue?", goals_of_the_platform),
    ("Which main objective do they serve, and whose is it?", main_objective),
    ("How many municipalities developed the platform, and which?", municipalities),
    ("Who funds the Nordic network project?", nordic_funding),
    ("Who funds ATM, Fostering Gender Equality and FEVA?", other_funding),
    ("Which projects did Mikrofinans Norge join through EMN?", through_emn),
    ("How long do the projects run?", lengths),
    ("How many partners has each project?", partner_counts),
    ("How many policy programmes are there in ATM?", policy_programmes),
    ("Which barrier is named, to what, and at which stages?", barrier),
    ("How far has the action plan come?", action_plan),
    ("Who answers for the action plan, and with whom will there be cooperation?", responsibility),
    ("What is at the centre of Mikrofinans Norge's engagement in ATM?", focus),
    ("Which networks, and in which relation to them?", networks),
    ("Which links are there, and which has no address?", links),
    ("What is planned, intended or somebody's view rather than so?", not_yet_so),
];

fn own() -> Result<Party, Box<dyn Error>> {
    Ok(Party::Organization("mikrofinans-norge".parse()?))
}

fn platform() -> Result<Subject, Box<dyn Error>> {
    Ok(Subject::PolicyInstrument("cooperation-platform".parse()?))
}

/// The projects that Mikrofinans Norge takes part in itself or is named as a partner of.
///
/// # Errors
/// When the id of the organization cannot be read, which would be a fault of the program.
pub fn own_projects<'a>(reader: &Reader<'a>) -> Result<Vec<&'a Project>, Box<dyn Error>> {
    Ok(projects_of(reader, &own()?))
}

fn not_stated(reader: &Reader) -> String {
    reader.words.label(NOT_STATED).to_owned()
}

fn in_year(reader: &Reader, year: u16) -> Answered {
    let mut answer = Answer::default();
    let date = PartialDate::from_year(year).ok_or("no such year")?;
    for project in own_projects(reader)? {
        going_on(reader, project, date, &mut answer);
    }
    Ok(answer)
}

fn in_2007(reader: &Reader) -> Answered {
    in_year(reader, 2007)
}

fn in_2008(reader: &Reader) -> Answered {
    in_year(reader, 2008)
}

fn goals_of_the_platform(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    for goal in reader.index.goals_of(&platform()?) {
        if let Some(number) = &goal.number {
            let parts = [number.as_str(), reader.text(&goal.statement)];
            answer.say(reader.words.fill("Goal {}: {}", &parts));
            answer.cite(goal, &["/number", "/of"]);
        }
    }
    Ok(answer)
}

fn main_objective(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    for goal in reader.index.goals_of(&platform()?) {
        if goal.level == GoalLevel::OverallObjective {
            let served = reader.index.subgoals(&goal.id).filter_map(|goal| goal.number.as_ref());
            let served: Vec<&str> = served.map(cooperation::Label::as_str).collect();
            answer.say(format!("«{}»", reader.text(&goal.statement)));
            let served: Vec<String> = served.into_iter().map(str::to_owned).collect();
            let parts = [&*reader.parties(&goal.holders), &*reader.words.all(&served)];
            answer.say(reader.words.fill("of {}; goals {} serve it", &parts));
            answer.cite(goal, &["/statement", "/holders"]);
        }
    }
    Ok(answer)
}

fn municipalities(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    let platform: &PolicyInstrument = reader.record("cooperation-platform")?;
    for party in &platform.developed_by {
        if let Party::Group(id) = party
            && let Some(group) = reader.index.get(id)
        {
            let count = reader.count(group.count, group.count_words.as_ref());
            answer.say(format!("{count} {}", reader.text(&group.name)));
            answer.say(reader.words.fill("their names: {}", &[&reader.parties(&group.examples)]));
        }
    }
    answer.cite(platform, &["/developed_by"]);
    Ok(answer)
}

fn funding(reader: &Reader, answer: &mut Answer, project: &Project) {
    let before = answer.lines.len();
    for funding in reader.index.funding_of(&Subject::from(project.id.clone())) {
        let amount = reader.money(funding.amount.as_ref());
        // A funder pays; where none is stated, the programme that the money is booked on does. Its owner does not.
        let programme = funding.programme.as_ref().filter(|_| funding.funder.is_none());
        if let Some(programme) = programme.and_then(|id| reader.index.get(id)) {
            let kind = reader.stated_code(programme.kind.as_ref());
            let owner =
                programme.owner.as_ref().map_or_else(|| not_stated(reader), |owner| reader.party(owner));
            let parts = [&*reader.project(project), reader.text(&programme.name)];
            answer.say(reader.words.fill("{}, the programme {}", &parts));
            let told = reader.words.fill("kind {}, owner {}, amount {}", &[&kind, &owner, &amount]);
            answer.say(format!("    {told}"));
        } else {
            let payer = reader.payer(funding).unwrap_or_else(|| not_stated(reader));
            let parts = [&*reader.project(project), &*payer, &*amount];
            answer.say(reader.words.fill("{}, {}, amount {}", &parts));
        }
        answer.cite(funding, &["/programme", "/funder"]);
    }
    if answer.lines.len() == before {
        let under: Vec<&str> = project.programmes.iter().map(|id| reader.programme(id)).collect();
        let under = if under.is_empty() {
            String::new()
        } else {
            reader.words.fill("; it is under {}", &[&under.join(", ")])
        };
        answer.say(format!("{}: {}{under}", reader.project(project), not_stated(reader)));
        answer.cite(project, &["/programmes"]);
    }
}

fn nordic_funding(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    funding(reader, &mut answer, reader.record("nordic-network-project")?);
    Ok(answer)
}

fn other_funding(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    for id in ["atm", "fostering-gender-equality", "feva"] {
        funding(reader, &mut answer, reader.record(id)?);
    }
    Ok(answer)
}

fn through_emn(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    let (own, emn) = (own()?, Party::Network("emn".parse()?));
    for project in own_projects(reader)? {
        let part =
            reader.index.participations_in(&project.id).find(|part| reader.is_same_party(&part.party, &own));
        let name = reader.project(project);
        match part.filter(|part| part.via.as_ref().is_some_and(|via| reader.is_same_party(via, &emn))) {
            Some(part) => {
                let wide = not_stated(reader).chars().count();
                answer.say(format!("{:<wide$}  {name}", reader.words.label("yes")));
                answer.cite(part, &["/via"]);
            }
            None => answer.say(format!("{}  {name}", not_stated(reader))),
        }
    }
    Ok(answer)
}

fn lengths(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    for project in own_projects(reader)? {
        how_long(reader, project, &mut answer);
    }
    Ok(answer)
}

fn partner_counts(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    for project in own_projects(reader)? {
        let partners = reader.count(project.partner_count, project.partner_count_words.as_ref());
        let wide = not_stated(reader).chars().count();
        answer.say(format!("{partners:<wide$}  {}", reader.project(project)));
        answer.cite(project, &["/partner_count"]);
        if project.partner_count.is_some() || project.partner_count_words.is_some() {
            continue;
        }
        for part in reader.index.participations_in(&project.id) {
            let named = reader.words.fill("named: {}", &[&reader.party(&part.party)]);
            answer.say(format!("{:wide$}  {named}", ""));
            answer.cite(part, &[""]);
        }
        for cooperation in reader.index.cooperations_about(&Subject::from(project.id.clone())) {
            let parties = reader.parties(&cooperation.parties);
            let told = reader.words.fill("cooperating on it: {}", &[&parties]);
            answer.say(format!("{:wide$}  {told}", ""));
            answer.cite(cooperation, &["/parties"]);
        }
    }
    Ok(answer)
}

fn policy_programmes(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    let atm: &Project = reader.record("atm")?;
    for count in &atm.counts {
        answer.say(reader.words.fill("{}, the partners'", &[&reader.counted(count)]));
    }
    let platform_too = if atm.about.contains(&platform()?) { "yes" } else { NOT_STATED };
    let told = "whether the Follo cooperation platform is one of them: {}";
    answer.say(reader.words.fill(told, &[reader.words.label(platform_too)]));
    answer.cite(atm, &["/counts"]);
    Ok(answer)
}

fn barrier(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    in_the_way(reader, &platform()?, &mut answer);
    Ok(answer)
}

fn action_plan(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    let plan: &PolicyInstrument = reader.record("action-plan")?;
    answer.say(reader.words.fill("status: {}", &[&reader.stated_code(plan.status.as_ref())]));
    for goal in &plan.serves {
        answer.say(reader.words.fill("will serve the goal {}", &[&reader.goal_elsewhere(goal)]));
    }
    let dates = reader.stated(plan.period.as_ref().map(|period| reader.words.dates(period)));
    answer.say(reader.words.fill("dates: {}", &[&dates]));
    answer.cite(plan, &["/status", "/serves"]);
    Ok(answer)
}

fn responsibility(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    let plan: &PolicyInstrument = reader.record("action-plan")?;
    // A group, or more than one party, shares it.
    let is_shared =
        plan.responsible.len() > 1 || plan.responsible.iter().any(|one| matches!(one, Party::Group(_)));
    let told = if is_shared { "responsibility: shared among {}" } else { "responsibility: {}" };
    answer.say(reader.words.fill(told, &[&reader.parties(&plan.responsible)]));
    answer.cite(plan, &["/responsible"]);
    for cooperation in reader.index.cooperations_about(&Subject::from(plan.id.clone())) {
        let is_some = has_more(&cooperation.evidence, Some("/parties"));
        let told = if is_some { "cooperation with, among others:" } else { "cooperation with:" };
        answer.say(reader.words.label(told));
        for party in &cooperation.parties {
            let examples = match party {
                Party::Group(id) => reader.index.get(id).map(|group| &group.examples),
                _ => None,
            };
            let such_as = examples
                .filter(|examples| !examples.is_empty())
                .map(|examples| reader.words.fill(" (such as {})", &[&reader.parties(examples)]));
            answer.say(format!("    {}{}", reader.party(party), such_as.unwrap_or_default()));
        }
        answer.cite(cooperation, &["/parties"]);
    }
    Ok(answer)
}

fn focus(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    let part = Subject::Participation("mikrofinans-norge-in-atm".parse()?);
    for goal in reader.index.goals_of(&part).filter(|goal| goal.level == GoalLevel::Priority) {
        answer.say(format!("«{}»", reader.text(&goal.statement)));
        answer.cite(goal, &["/statement", "/level"]);
    }
    Ok(answer)
}

fn networks(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    let own = own()?;
    for membership in reader.index.memberships_of(&own) {
        answer.say(format!(
            "{}: {}",
            reader.body(&membership.body),
            reader.stated_code(membership.role.as_ref())
        ));
        answer.cite(membership, &["/role"]);
    }
    for cooperation in reader.index.cooperations_of(&own) {
        for network in cooperation.about.iter().filter_map(|about| match about {
            Subject::Network(id) => reader.index.get::<Network>(id),
            _ => None,
        }) {
            let status = reader.stated_code(network.status.as_ref());
            let others: Vec<Party> = cooperation
                .parties
                .iter()
                .filter(|party| !reader.is_same_party(party, &own))
                .cloned()
                .collect();
            let parts = [reader.text(&network.name), &*status, &*reader.parties(&others)];
            answer.say(reader.words.fill("{}: {}, worked on with {}", &parts));
            answer.cite(network, &["/status"]);
            answer.cite(cooperation, &["/parties"]);
        }
    }
    Ok(answer)
}

#[expect(clippy::unnecessary_wraps, reason = "every question is answered in the same form")]
fn links(reader: &Reader) -> Answered {
    let kinds = [
        RecordKind::Project,
        RecordKind::Programme,
        RecordKind::Network,
        RecordKind::Organization,
        RecordKind::PolicyInstrument,
    ];
    let mut answer = Answer::default();
    for about in kinds.into_iter().flat_map(|kind| About::all(reader.index.dataset(), kind)) {
        linked(reader, &about, &mut answer);
    }
    Ok(answer)
}

/// Every passage once, with the first record that rests on it.
#[expect(clippy::unnecessary_wraps, reason = "every question is answered in the same form")]
fn not_yet_so(reader: &Reader) -> Answered {
    let mut answer = Answer::default();
    for modality in [Modality::Planned, Modality::Intended, Modality::Attributed] {
        let mut told: Vec<String> = Vec::new();
        for source in &reader.index.dataset().sources {
            for (kind, id, evidence) in reader.index.evidence_from(&source.id) {
                let passage = passage(evidence);
                if evidence.modality == Some(modality) && !told.contains(&passage) {
                    let [how, kind] = [modality.as_str(), kind.title()].map(|word| reader.words.label(word));
                    answer.say(format!("{how:<10}  {kind} {id}: {passage}"));
                    told.push(passage);
                }
            }
        }
    }
    Ok(answer)
}
