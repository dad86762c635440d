//! A row of the table of projects, and the records that it becomes.

use super::cells::{Cells, LANGUAGE, classification, euro};
use super::companions::{Companion, Companions};
use super::known_project::KnownProject;
use super::organizations::Organizations;
use super::programmes::{Chain, Programmes};
use super::words::{self, CODES, scheme};
use crate::dataset::RecordLine;
use crate::interop::ids::{Ids, local_id};
use crate::interop::tree::Tree;
use crate::model::{Funding, FundingId, Goal, GoalId, Party, Project, ProjectId, Subject};
use crate::values::{
    Decimal, FundingKind, FundingStatus, GoalLevel, Label, Link, LinkRel, Period, Status, Text, Url,
};
use std::collections::VecDeque;

/// Id of the grant to a project.
pub(super) fn grant_id(project: &ProjectId) -> Option<FundingId> {
    FundingId::new(local_id(&format!("{project}/grant"))).ok()
}

/// Reads a project, puts its records out, and tells what its participants need to know.
pub(super) fn read(
    mut cells: Cells<'_>,
    ids: &mut Ids,
    companions: &mut Companions,
    programmes: &mut Programmes,
    organizations: &mut Organizations,
    out: &mut VecDeque<RecordLine>,
) -> Option<(String, KnownProject)> {
    let Some(given) = cells.get("id").map(str::trim) else {
        cells.unread("id", "", "the row has no id: not read");
        return None;
    };
    let wanted = local_id(given);
    let id = ids.free::<Project>(&wanted)?;
    if id.as_str() != wanted {
        cells.note("id", "another row has this id: a number was added to it");
    }
    let companion = companions.take(given);
    let chain = programmes.chain(&mut cells, out);
    let mut project = project(id, &chain, &mut cells)?;
    classify(&mut project, &companion, companions, &mut cells);

    let most = cells.amount("ecMaxContribution");
    let cost = cost(&mut cells, most.as_ref());
    project.budget = cost.and_then(euro);
    let known = KnownProject {
        id: project.id.clone(),
        acronym: project.acronym.clone(),
        runs: project.status == Some(Status::Ongoing),
        has_grant: most.is_some(),
        most: most.as_ref().map(|amount| amount.value()),
        gross: None,
        net: None,
        cost: cost.map(Decimal::value),
        costs: None,
    };
    let goal = objective(&project.id, &mut cells);
    let grant = grant(&project.id, most, &chain, organizations, &mut cells);
    project.links.extend(companion.links);
    project.extensions = companion.extensions;
    cells.keep_others();
    cells.finish(&mut project.extensions);
    out.push_back(RecordLine::Project(project));
    out.extend(goal.map(RecordLine::Goal));
    out.extend(grant.map(RecordLine::Funding));
    Some((given.to_owned(), known))
}

fn project(id: ProjectId, chain: &Chain, cells: &mut Cells<'_>) -> Option<Project> {
    let acronym = cells.label("acronym");
    let title = cells.text("title", LANGUAGE).or_else(|| {
        cells.note("title", "the project has no title: its acronym or id takes its place");
        Text::und(acronym.as_ref().map_or(id.as_str(), Label::as_str)).ok()
    });
    let mut project = Project::new(id, title?);
    project.acronym = acronym;
    project.programmes.extend(chain.lowest.clone());
    project.status = cells.get("status").and_then(|word| {
        let status = words::status(word.trim());
        if status.is_none() {
            cells.unread("status", word, "the status is not known");
        }
        status
    });
    let (start, end) = (cells.date("startDate"), cells.date("endDate"));
    if start.is_some() || end.is_some() {
        project.period = Some(Period { start, end, stated_duration: None });
    }
    cells.identifier(scheme::PROJECT, "id", &mut project.identifiers);
    cells.identifier(scheme::RCN, "rcn", &mut project.identifiers);
    cells.identifier(scheme::DOI, "grantDoi", &mut project.identifiers);
    if let Some(doi) = cells.get("grantDoi")
        && let Ok(url) = Url::new(format!("https://doi.org/{}", doi.trim()))
    {
        project.links.push(Link { url: Some(url), rel: Some(LinkRel::Register), ..Link::default() });
    }
    project.modified = cells.date("contentUpdateDate");
    Some(project)
}

fn classify(project: &mut Project, companion: &Companion, titles: &Companions, cells: &mut Cells<'_>) {
    let bases = parts(cells, "legalBasis");
    let topics = parts(cells, "topics");
    let lists =
        [(scheme::LEGAL_BASIS, &companion.legal_bases, bases), (scheme::TOPIC, &companion.topics, topics)];
    for (scheme, beside, own) in lists {
        for code in beside.iter().cloned().chain(own) {
            let code = titles.titled(scheme, code);
            if !project.classifications.contains(&code) {
                project.classifications.push(code);
            }
        }
    }
    for (column, scheme) in CODES {
        cells.code(scheme, column, &mut project.classifications);
    }
    project.classifications.extend(companion.classifications.iter().cloned());
    let words = cells.get("keywords").into_iter().flat_map(|cell| cell.split([',', ';']));
    for word in words.map(str::trim).filter(|word| !word.is_empty()) {
        match Text::new(LANGUAGE, word) {
            Ok(title) => {
                let mut keyword = classification("", None, Some(title));
                keyword.scheme = None;
                project.classifications.push(keyword);
            }
            Err(error) => cells.unread("keywords", word, error.problem()),
        }
    }
    if !companion.paths.is_empty() {
        cells.keep_value("euroSciVocPath", Tree::Object(companion.paths.clone()));
    }
    if let Some(main) = &companion.main_legal_basis {
        cells.keep_value("uniqueProgrammePart", Tree::string(main.as_str()));
    }
}

/// The parts of a cell with semicolons.
fn parts(cells: &mut Cells<'_>, column: &str) -> Vec<Label> {
    let parts = cells.get(column).into_iter().flat_map(|cell| cell.split(';'));
    parts.filter(|part| !part.trim().is_empty()).filter_map(|part| cells.part(column, part)).collect()
}

/// The total cost. A zero beside a contribution means that none was declared.
fn cost(cells: &mut Cells<'_>, most: Option<&Decimal>) -> Option<Decimal> {
    let cost = cells.amount("totalCost")?;
    if cost.value().is_zero() && most.is_some_and(|most| !most.value().is_zero()) {
        cells.note(
            "totalCost",
            "a total cost of 0 beside a contribution means that none was declared: left out",
        );
        return None;
    }
    Some(cost)
}

/// The objective as a goal of the project, in the words of the dump.
fn objective(project: &ProjectId, cells: &mut Cells<'_>) -> Option<Goal> {
    let statement = cells.text("objective", LANGUAGE)?;
    let id = GoalId::new(local_id(&format!("{project}/objective"))).ok()?;
    Some(Goal::new(id, statement, GoalLevel::Objective, Subject::Project(project.clone())))
}

/// The grant to the project.
fn grant(
    project: &ProjectId,
    most: Option<Decimal>,
    chain: &Chain,
    organizations: &mut Organizations,
    cells: &mut Cells<'_>,
) -> Option<Funding> {
    let date = cells.date("ecSignatureDate");
    let amount = most?;
    let mut grant = Funding::new(grant_id(project)?);
    grant.of = Some(Subject::Project(project.clone()));
    grant.programme.clone_from(&chain.framework);
    grant.funder = organizations.funder().map(Party::Organization);
    grant.kind = Some(FundingKind::Grant);
    grant.status = Some(FundingStatus::Committed);
    grant.amount = euro(amount);
    grant.date = date;
    Some(grant)
}
