//! The tables beside those of projects and participants.

use super::cells::{Cells, LANGUAGE, classification};
use super::row::Row;
use super::table::Table;
use super::words::{self, scheme};
use crate::interop::misfits::Misfits;
use crate::interop::tree::{Object, Tree};
use crate::model::Classification;
use crate::reflect::Problem;
use crate::values::{Extensions, Label, Link, LinkRel, Text};
use std::collections::HashMap;

/// What the tables beside `project` have of one project.
#[derive(Debug, Default)]
pub(super) struct Companion {
    pub topics: Vec<Label>,
    /// Legal bases, the main one first.
    pub legal_bases: Vec<Label>,
    pub main_legal_basis: Option<Label>,
    /// Fields of science, and policy priorities.
    pub classifications: Vec<Classification>,
    /// Path of each field of science, by its code.
    pub paths: Object,
    pub links: Vec<Link>,
    /// Cells that were kept, and those that could not be read.
    pub extensions: Extensions,
}

/// What these tables have, until the projects are read.
#[derive(Debug, Default)]
pub(super) struct Companions {
    projects: HashMap<String, Companion>,
    /// Titles by scheme and code.
    titles: HashMap<(&'static str, Label), Text>,
}

impl Companions {
    /// Takes in a row of one of the tables.
    pub(super) fn add(&mut self, row: &Row, misfits: &mut Misfits) {
        let mut cells = Cells::new(row, misfits);
        let Some(project) = cells.get(row.table.key()).map(str::trim) else {
            cells.note(row.table.key(), "the row names no project: not read");
            return;
        };
        let known = self.projects.entry(project.to_owned()).or_default();
        let titles = &mut self.titles;
        match row.table {
            Table::Topics => {
                if let Some(code) = cells.label("topic") {
                    title(titles, scheme::TOPIC, &code, &mut cells, "title");
                    add_new(&mut known.topics, code);
                }
                cells.keep_others();
            }
            Table::LegalBasis => {
                if let Some(code) = cells.label("legalBasis") {
                    title(titles, scheme::LEGAL_BASIS, &code, &mut cells, "title");
                    if cells.get("uniqueProgrammePart").is_some_and(|word| word.eq_ignore_ascii_case("true"))
                    {
                        known.legal_bases.retain(|other| *other != code);
                        known.legal_bases.insert(0, code.clone());
                        known.main_legal_basis = Some(code);
                    } else {
                        add_new(&mut known.legal_bases, code);
                    }
                }
                cells.keep_others();
            }
            Table::EuroSciVoc => {
                let code = cells.label("euroSciVocCode");
                let title = cells.text("euroSciVocTitle", LANGUAGE);
                if let (Some(code), Some(path)) = (&code, cells.get("euroSciVocPath")) {
                    known.paths.insert(code.as_str().to_owned(), Tree::string(path));
                }
                if code.is_some() || title.is_some() {
                    add_new(&mut known.classifications, classification(scheme::SCIENCE, code, title));
                }
                cells.keep_others();
            }
            Table::PolicyPriorities => priorities(row, &mut cells, &mut known.classifications),
            Table::WebLink => known.links.extend(web_link(&mut cells)),
            Table::WebItem => known.links.extend(web_item(&mut cells)),
            Table::ReportSummaries => known.links.extend(summary(&mut cells)),
            Table::Project | Table::Organization => {}
        }
        cells.finish(&mut known.extensions);
    }

    /// Takes what there is of a project.
    pub(super) fn take(&mut self, project: &str) -> Companion {
        self.projects.remove(project).unwrap_or_default()
    }

    /// The classification of a code, with its title.
    pub(super) fn titled(&self, scheme: &'static str, code: Label) -> Classification {
        let key = (scheme, code);
        let title = self.titles.get(&key).cloned();
        classification(scheme, Some(key.1), title)
    }

    /// Notes the projects that the table of projects does not have.
    pub(super) fn finish(&self, misfits: &mut Misfits) {
        for _ in &self.projects {
            misfits.no_place("project", "a project of other tables is not in this table: left out");
        }
    }
}

fn add_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Reads the title of a code, unless it is known. Some titles are in a second pair of quotation marks.
fn title(
    titles: &mut HashMap<(&'static str, Label), Text>,
    scheme: &'static str,
    code: &Label,
    cells: &mut Cells<'_>,
    column: &str,
) {
    let key = (scheme, code.clone());
    if titles.contains_key(&key) {
        return;
    }
    let Some(cell) = cells.get(column) else { return };
    let bare = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell);
    match Text::new(LANGUAGE, bare) {
        Ok(text) => {
            titles.insert(key, text);
        }
        Err(error) => cells.unread(column, cell, error.problem()),
    }
}

/// Each column is a priority, and its cell how much it applies.
fn priorities(row: &Row, cells: &mut Cells<'_>, classifications: &mut Vec<Classification>) {
    for (title, grade) in row.filled().filter(|(title, _)| *title != row.table.key()) {
        match (Label::new(title), Label::new(grade.trim())) {
            (Ok(code), Ok(grade)) => {
                let mut priority = classification(scheme::PRIORITY, Some(code), None);
                priority.significance = Some(grade);
                add_new(classifications, priority);
            }
            (Err(error), _) | (_, Err(error)) => cells.unread(title, grade, error.problem()),
        }
    }
}

fn web_link(cells: &mut Cells<'_>) -> Option<Link> {
    let address = cells.get("physUrl")?;
    let mut link = Link { url: Some(cells.url("physUrl", address)?), ..Link::default() };
    link.rel = rel(cells);
    languages(cells, "availableLanguages", &mut link);
    if cells.get("status").is_some_and(|status| status == "invalid") {
        link.description = Text::und("invalid").ok();
    }
    leave_out(cells, &["id", "archivedDate", "source", "represents"]);
    Some(link)
}

fn rel(cells: &mut Cells<'_>) -> Option<LinkRel> {
    let word = cells.get("type")?;
    let found = words::link(word);
    if found.is_none() {
        let problem = Problem::from("the type of link is not known");
        cells.unread("type", word, &problem);
    }
    found
}

fn web_item(cells: &mut Cells<'_>) -> Option<Link> {
    let address = cells.get("uri")?;
    let mut link = Link { url: Some(cells.url("uri", address)?), ..Link::default() };
    link.title = cells.text("title", LANGUAGE);
    link.rel = Some(LinkRel::Image);
    let column = if cells.get("language").is_some() { "language" } else { "availableLanguages" };
    languages(cells, column, &mut link);
    leave_out(cells, &["type", "source", "represents"]);
    Some(link)
}

fn summary(cells: &mut Cells<'_>) -> Option<Link> {
    let mut link = Link { title: cells.text("title", LANGUAGE), ..Link::default() };
    link.rel = Some(LinkRel::Document);
    if let Some(address) = cells.get("attachment") {
        link.url = cells.url("attachment", address);
    }
    link.published = cells.date("contentUpdateDate");
    leave_out(cells, &["id", "projectAcronym", "rcn"]);
    (link.title.is_some() || link.url.is_some()).then_some(link)
}

/// Languages of a page, such as `en,de`.
fn languages(cells: &mut Cells<'_>, column: &str, link: &mut Link) {
    let Some(cell) = cells.get(column) else { return };
    for tag in cell.split([',', ';']).map(str::trim).filter(|tag| !tag.is_empty()) {
        match tag.to_ascii_lowercase().parse() {
            Ok(language) => link.languages.push(language),
            Err(error) => cells.unread(column, tag, crate::reflect::ValueError::problem(&error)),
        }
    }
}

/// Notes columns of links, which have no extensions to keep them in.
fn leave_out(cells: &mut Cells<'_>, columns: &[&str]) {
    for column in columns.iter().filter(|column| cells.get(column).is_some()).collect::<Vec<_>>() {
        cells.note(column, "links have no member for this column: left out");
    }
}
