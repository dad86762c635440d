//! An entry of an organisation file: an organization with its budgets.

use super::element::Element;
use super::organizations::register;
use super::work::Work;
use crate::model::{Budget, Funding, OrganizationId, Party, Subject};

/// Elements with money: what they are called in ids, and their parts.
const MONEY: [(&str, &str, &str); 5] = [
    ("total-budget", "total-budget", "budget-line"),
    ("recipient-org-budget", "org-budget", "budget-line"),
    ("recipient-country-budget", "country-budget", "budget-line"),
    ("recipient-region-budget", "region-budget", "budget-line"),
    ("total-expenditure", "total-expenditure", "expense-line"),
];

impl Work<'_> {
    pub(super) fn organisation(&mut self, entry: &Element) {
        let Some(identifier) = entry.first("organisation-identifier").and_then(Element::own_text) else {
            self.misfits.unread(entry.at(), "the organisation has no identifier: left out");
            return;
        };
        self.defaults(entry);
        if register(identifier).is_none() {
            self.misfits.no_place(entry.at(), "the identifier names no register; it is used unchanged");
        }
        let Some(id) = self.organization_named(entry, identifier) else { return };
        id.as_str().clone_into(&mut self.id);
        for (name, part, lines) in MONEY {
            for (number, element) in entry.all(name).enumerate() {
                let wanted = format!("{part}/{}", number.saturating_add(1));
                self.organisation_money(element, &id, name, &wanted, lines);
            }
        }
        let links = self.documents(entry);
        let modified = self.date(entry, "last-updated-datetime");
        let rest = entry.take_rest(self.misfits);
        let mut extensions = crate::values::Extensions::default();
        self.keep(entry, &mut extensions, rest);
        let Some(known) = self.shared.organization(&id) else { return };
        known.links.extend(links);
        known.modified = modified.or(known.modified);
        for (name, json) in extensions.iter() {
            // What the organization has under these names is of the same entry.
            let _ = known.extensions.insert_json(name, json);
        }
    }

    /// One element with money. The total budget is a budget, and what is meant for others is funding.
    fn organisation_money(
        &mut self,
        element: &Element,
        owner: &OrganizationId,
        name: &str,
        wanted: &str,
        lines: &str,
    ) {
        let period = self.period(element);
        let amount = self.value(element, period.as_ref().and_then(|period| period.start));
        if name == "total-budget" && element.first(lines).is_none() {
            let Some(amount) = amount else {
                return self.unread_element(element, "a budget needs an amount");
            };
            let mut budget = Budget::new(amount);
            budget.period = period;
            if let Some(known) = self.shared.organization(owner) {
                known.budgets.push(budget);
            }
            return;
        }
        let Some(id) = self.part(wanted) else { return };
        let mut funding = Funding::new(id);
        funding.of = Some(Subject::Organization(owner.clone()));
        funding.funder = Some(Party::Organization(owner.clone()));
        funding.period = period;
        funding.amount = amount;
        let stated = self.listed(element, "status", &[("1", "planned"), ("2", "committed")]);
        let status = if name == "total-expenditure" { "spent" } else { stated.unwrap_or("planned") };
        funding.status = status.parse().ok();
        if let Some(receiver) = element.first("recipient-org") {
            funding.recipient = self.organization(receiver).map(Party::Organization);
            funding.of = funding.recipient.clone().map(Subject::from).or(funding.of);
        }
        let recipients = self.recipients(element);
        funding.places = recipients.places;
        funding.classifications = recipients.classifications;
        let whole = funding.id.clone();
        let (status, funder) = (funding.status.clone(), funding.funder.clone());
        let mut parts = Vec::new();
        for (number, line) in element.all(lines).enumerate() {
            let rest = format!("{wanted}/{}", number.saturating_add(1));
            let Some(id) = self.part(&rest) else { continue };
            let mut part = Funding::new(id);
            part.part_of = Some(whole.clone());
            part.title = self.text(line);
            part.status.clone_from(&status);
            part.funder.clone_from(&funder);
            let publisher = self.publisher.clone();
            part.identifiers.extend(self.attribute_identifier(line, "ref", &publisher));
            part.amount = self.value(line, funding.period.as_ref().and_then(|period| period.start));
            self.keep_rest(line, &mut part.extensions);
            parts.push(part);
        }
        self.keep_rest(element, &mut funding.extensions);
        self.push(funding);
        self.push_all(parts);
    }
}
