//! An activity: a project, with its parties, goals and money.

use super::codes::{RELATION, SCOPE, STATUS};
use super::element::Element;
use super::rest::Rest;
use super::shared::{EXTENSION, UNREAD};
use super::texts::joined;
use super::titles;
use super::work::{Work, link, period};
use crate::interop::ids::local_id;
use crate::interop::tree::Tree;
use crate::model::{Goal, Group, Identifier, Project, Related, Subject};
use crate::values::{GoalLevel, Label, LinkRel, PartialDate, Relation, Text};

impl Work<'_> {
    pub(super) fn activity(&mut self, activity: &Element) {
        let stated = activity.first("iati-identifier").and_then(Element::own_text).map(str::to_owned);
        let wanted = stated.as_deref().map_or_else(|| "activity".to_owned(), local_id);
        if stated.is_none() {
            self.misfits.unread(activity.at(), "the activity has no identifier; a number is used");
        }
        let Some(id) = self.shared.ids.free::<Project>(&wanted) else { return };
        if stated.is_some() && id.as_str() != wanted {
            self.remark(activity, "another activity has this identifier; a number is added to the id");
        }
        id.as_str().clone_into(&mut self.id);
        self.defaults(activity);
        let titled = self.text_of(activity, "title");
        if titled.is_none() {
            self.misfits.unread(activity.at(), "the activity has no title; its identifier is used");
        }
        let Some(title) = titled.or_else(|| Text::und(stated.as_deref().unwrap_or(id.as_str())).ok()) else {
            return;
        };
        let mut project = Project::new(id.clone(), title);
        project.modified = self.date(activity, "last-updated-datetime");
        if let (Some(element), Some(value)) = (activity.first("iati-identifier"), &stated) {
            project.identifiers.extend(self.identifier(element, "IATI", value));
        }
        self.descriptions(activity, &mut project);
        self.states(activity, &mut project);
        project.classifications.extend(self.classified(activity));
        project.classifications.extend(self.budget_items(activity));
        self.where_it_is(activity, &mut project);
        self.other_identifiers(activity, &mut project);
        self.relations(activity, &mut project);
        project.links.extend(self.documents(activity));
        project.links.extend(self.linked_data(activity));
        self.contacts(activity);
        project.budgets = self.budgets(activity);
        Self::whole_budget(&mut project);
        let (participations, funders) = self.participations(activity, &id);
        let mut fundings = self.fundings(activity, &id);
        self.funders(funders, &mut fundings, &id);
        let mut rest = activity.take_rest(self.misfits);
        if let Some(reporter) = &self.reporter {
            rest.kept.insert("reporting-org-id".to_owned(), Tree::string(reporter.as_str()));
        }
        self.keep(activity, &mut project.extensions, rest);
        self.push(project);
        self.push_all(participations);
        self.push_all(fundings);
    }

    /// Language, currency and reporting organization, which count for all that is in the record.
    pub(super) fn defaults(&mut self, record: &Element) {
        if let Some(language) = record.attribute("xml:lang") {
            self.language = super::texts::normal(language);
            if self.language.is_none() {
                self.unread(record, "xml:lang", "not a language tag");
            }
        }
        self.currency = record.attribute("default-currency").map(str::to_owned);
        if let Some(reporter) = record.first("reporting-org") {
            let name = || {
                reporter
                    .children
                    .first()
                    .and_then(|name| Some(name.text.trim()).filter(|name| !name.is_empty()))
            };
            reporter.peek("ref").or_else(name).unwrap_or_default().clone_into(&mut self.publisher);
            self.reporter = self.organization(reporter);
        }
    }

    /// Descriptions by type: in general, objectives, target groups, and others.
    fn descriptions(&mut self, activity: &Element, project: &mut Project) {
        let (mut general, mut other): (Option<Text>, Option<Text>) = (None, None);
        for element in activity.all("description") {
            let kind = element.attribute("type").unwrap_or("1").to_owned();
            let Some(text) = self.text(element) else { continue };
            let list = match &*kind {
                "2" => {
                    let id = self.part("objectives");
                    let of = Subject::Project(project.id.clone());
                    if let Some(id) = id {
                        self.push(Goal::new(id, text, GoalLevel::Objective, of));
                    }
                    continue;
                }
                "3" => {
                    if let Some(id) = self.part::<Group>("target-group") {
                        project.target_groups.push(id.clone());
                        self.push(Group::new(id, text));
                    }
                    continue;
                }
                "1" => &mut general,
                "4" => &mut other,
                _ => {
                    element.keep_attribute("type");
                    &mut other
                }
            };
            let whole = match list.take() {
                Some(first) => {
                    self.remark(element, "several descriptions of one type are joined by a blank line");
                    joined(&first, &text)
                }
                None => text,
            };
            let list = if kind == "1" { &mut general } else { &mut other };
            *list = Some(whole);
        }
        project.description = match (general, other) {
            (Some(general), Some(other)) => Some(joined(&general, &other)),
            (general, other) => general.or(other),
        };
    }

    /// Status, dates and scope.
    fn states(&mut self, activity: &Element, project: &mut Project) {
        let status = activity.first("activity-status").and_then(|status| self.listed(status, "code", STATUS));
        project.status = status.and_then(|status| status.parse().ok());
        let mut dates: [Option<PartialDate>; 4] = [None; 4];
        for element in activity.all("activity-date") {
            let kinds = &[("1", 0_usize), ("2", 1), ("3", 2), ("4", 3)];
            let Some(kind) = self.listed(element, "type", kinds) else { continue };
            let Some(date) = self.date(element, "iso-date") else { continue };
            let Some(known) = dates.get_mut(kind) else { continue };
            let is_start = kind < 2;
            if let Some(first) = *known {
                let (one, other) = (first.earliest(), date.earliest());
                let is_better = if is_start { other < one } else { other > one };
                self.misfits
                    .no_place(element.at(), "of several dates of one type, the widest period is read");
                if !is_better {
                    continue;
                }
            }
            *known = Some(date);
        }
        let [planned_start, start, planned_end, end] = dates;
        project.planned = period(planned_start, planned_end);
        project.period = period(start, end);
        if let Some((element, code)) = activity.of_first("activity-scope", "code")
            && let Some((scope, is_classified)) = self.listed(element, "code", SCOPE)
        {
            project.scope = scope.parse().ok();
            if is_classified {
                let classified =
                    self.classification(element, "IATI activity scope", code, titles::ACTIVITY_SCOPE);
                project.classifications.extend(classified);
            }
        }
    }

    fn where_it_is(&mut self, activity: &Element, project: &mut Project) {
        let recipients = self.recipients(activity);
        project.places = recipients.places;
        project.classifications.extend(recipients.classifications);
        let (places, references) = self.locations(activity);
        for place in places {
            if !project.places.contains(&place) {
                project.places.push(place);
            }
        }
        let lists: &[&[&str]] =
            &[&["ISO 3166-1", "OECD DAC region"], &["OECD DAC CRS purpose"], &["OECD DAC CRS sector"]];
        self.check_shares(activity, lists, &project.classifications);
        self.results(activity, &project.id, &references);
    }

    /// Other identifiers: of the activity, or of its reporting organization.
    fn other_identifiers(&mut self, activity: &Element, project: &mut Project) {
        for element in activity.all("other-identifier") {
            let owner =
                element.first("owner-org").and_then(|owner| owner.attribute("ref")).map(str::to_owned);
            let kind = element.attribute("type").unwrap_or("A9").to_owned();
            let scheme = match &*kind {
                "A1" => owner.unwrap_or_else(|| self.publisher.clone()),
                "A2" => "CRS".to_owned(),
                "A3" | "B1" => "IATI previous".to_owned(),
                "A4" => "FTS".to_owned(),
                _ => owner.unwrap_or_else(|| "other".to_owned()),
            };
            let Some(identifier) = self.attribute_identifier(element, "ref", &scheme) else { continue };
            if !kind.starts_with('B') {
                project.identifiers.push(identifier);
                continue;
            }
            let reporter = self.reporter.clone();
            let known = reporter.as_ref().and_then(|reporter| self.shared.organization(reporter));
            if let Some(known) = known.filter(|known| !known.identifiers.contains(&identifier)) {
                known.identifiers.push(identifier);
            }
        }
    }

    fn relations(&mut self, activity: &Element, project: &mut Project) {
        for element in activity.all("related-activity") {
            let relation =
                self.listed(element, "type", RELATION).and_then(|word| word.parse::<Relation>().ok());
            let reference = element.attribute("ref").map(str::to_owned);
            let (Some(relation), Some(reference)) = (relation, reference) else {
                self.unread_element(element, "a related activity needs a type and a reference");
                continue;
            };
            let mut related = Related::new(relation);
            let value = self.label(element, &reference);
            let scheme = Label::new("IATI").ok();
            related
                .identifiers
                .extend(scheme.zip(value).map(|(scheme, value)| Identifier::new(scheme, value)));
            related.title = Text::und(&reference).ok();
            project.related.push(related);
        }
    }

    fn linked_data(&mut self, activity: &Element) -> Option<crate::values::Link> {
        let address = activity.attribute("linked-data-uri")?;
        match address.parse() {
            Ok(url) => Some(link(url, LinkRel::Data)),
            Err(error) => {
                self.unread(activity, "linked-data-uri", crate::reflect::ValueError::problem(&error));
                None
            }
        }
    }
}

/// What is kept of the whole file.
pub(super) fn kept(rest: Rest) -> crate::values::Extensions {
    let mut extensions = crate::values::Extensions::default();
    for (name, rest) in [(EXTENSION, rest.kept), (UNREAD, rest.unread)] {
        if !rest.is_empty() {
            // The attributes of one element are not nested.
            let _ = extensions.insert(name, &Tree::Object(rest));
        }
    }
    extensions
}
