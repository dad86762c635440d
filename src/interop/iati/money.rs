//! Budgets, planned disbursements and transactions.

use super::codes::{Direction, TRANSACTION_TYPE, funding_kind};
use super::element::Element;
use super::work::Work;
use crate::dataset::RecordLine;
use crate::interop::ids::local_id;
use crate::model::{Budget, Funding, FundingId, OrganizationId, Party, Project, Subject};
use crate::values::{FundingStatus, Id, List};
use std::collections::HashMap;

impl Work<'_> {
    /// The budgets of an activity. Whether they are indicative is kept.
    pub(super) fn budgets(&mut self, activity: &Element) -> List<Budget> {
        let mut budgets = List::new();
        for element in activity.all("budget") {
            let period = self.period(element);
            let Some(amount) = self.value(element, period.as_ref().and_then(|period| period.start)) else {
                self.unread_element(element, "a budget needs an amount");
                continue;
            };
            let mut budget = Budget::new(amount);
            budget.period = period;
            budget.revised = self.listed(element, "type", &[("1", None), ("2", Some(true))]).flatten();
            budgets.push(budget);
        }
        budgets
    }

    /// The budget of the whole project: the only one, if it is for the whole time.
    pub(super) fn whole_budget(project: &mut Project) {
        let [only] = project.budgets.as_slice() else { return };
        let covers = |period: &crate::values::Period| {
            let budget = only.period.as_ref()?;
            let starts = budget.start?.earliest() <= period.start?.earliest();
            Some(starts && budget.end?.latest() >= period.end?.latest())
        };
        let periods = [project.planned.as_ref(), project.period.as_ref()];
        if periods.into_iter().flatten().any(|period| covers(period) == Some(true)) {
            project.budget = Some(only.amount.clone());
        }
    }

    /// Planned disbursements and transactions, each as a funding.
    pub(super) fn fundings(&mut self, activity: &Element, project: &Id<Project>) -> Vec<Funding> {
        let of = Subject::Project(project.clone());
        let mut found = Vec::new();
        for (number, element) in activity.all("planned-disbursement").enumerate() {
            let Some(id) = self.part(&format!("planned/{}", number.saturating_add(1))) else { continue };
            let mut funding = Funding::new(id);
            funding.of = Some(of.clone());
            funding.status = Some(FundingStatus::Planned);
            funding.period = self.period(element);
            if let Some(code) = element.attribute("type") {
                let titles = &[("1", "Original"), ("2", "Revised")];
                funding.classifications.extend(self.classification(
                    element,
                    "IATI budget type",
                    code,
                    titles,
                ));
            }
            funding.amount = self.value(element, funding.period.as_ref().and_then(|period| period.start));
            self.parties(element, &mut funding, Direction::Outgoing);
            self.keep_rest(element, &mut funding.extensions);
            found.push(funding);
        }
        let default = activity.first("default-finance-type").and_then(|kind| kind.peek("code"));
        let mut references: HashMap<&str, usize> = HashMap::new();
        for element in activity.all("transaction") {
            let count = references.entry(element.peek("ref").unwrap_or_default()).or_default();
            *count = count.saturating_add(1);
        }
        for (number, element) in activity.all("transaction").enumerate() {
            let reference = element.peek("ref").filter(|reference| references.get(reference) == Some(&1));
            let named = match reference {
                Some(reference) => self.part(&format!("transaction/{}", local_id(reference))),
                None => self.part(&format!("transaction/{}", number.saturating_add(1))),
            };
            let Some(id) = named else { continue };
            let mut funding = self.transaction(element, id, default);
            funding.of = Some(of.clone());
            self.keep_rest(element, &mut funding.extensions);
            found.push(funding);
        }
        found
    }

    fn transaction(&mut self, element: &Element, id: FundingId, default_finance: Option<&str>) -> Funding {
        let mut funding = Funding::new(id);
        let publisher = self.publisher.clone();
        funding.identifiers.extend(self.attribute_identifier(element, "ref", &publisher));
        let stated =
            element.first("transaction-type").and_then(|kind| self.listed(kind, "code", TRANSACTION_TYPE));
        funding.date = element.first("transaction-date").and_then(|date| self.date(date, "iso-date"));
        funding.amount = self.value(element, funding.date);
        funding.description = self.text_of(element, "description");
        funding.classifications = self.classified(element);
        let finance = element.first("finance-type").and_then(|kind| kind.peek("code")).or(default_finance);
        funding.kind = finance.and_then(funding_kind).and_then(|kind| kind.parse().ok());
        if let Some(stated) = stated {
            funding.status = stated.status.parse().ok();
            // An empty word is no kind.
            funding.kind = stated.kind.parse().ok().or(funding.kind);
        }
        self.parties(element, &mut funding, stated.map_or(Direction::Named, |stated| stated.direction));
        let recipients = self.recipients(element);
        funding.places = recipients.places;
        funding.classifications.extend(recipients.classifications);
        funding
    }

    /// Payer and recipient.
    fn parties(&mut self, element: &Element, funding: &mut Funding, direction: Direction) {
        // The activity of the other party identifies neither the party nor the funding: it is kept.
        let provider = element.first("provider-org").and_then(|provider| self.organization(provider));
        let receiver = element.first("receiver-org").and_then(|receiver| self.organization(receiver));
        let reporter = self.reporter.clone();
        let (funder, recipient): (Option<OrganizationId>, Option<OrganizationId>) = match direction {
            Direction::Outgoing => (provider.or(reporter), receiver),
            Direction::Incoming => (provider, receiver.or(reporter)),
            Direction::Named => (provider, receiver),
            Direction::Back => (receiver, provider),
        };
        funding.funder = funder.map(Party::Organization);
        funding.recipient = recipient.map(Party::Organization);
    }

    /// Funder of the activity, unless another funding names it already.
    pub(super) fn funders(
        &mut self,
        funders: Vec<(&Element, OrganizationId)>,
        fundings: &mut Vec<Funding>,
        of: &Id<Project>,
    ) {
        for (element, funder) in funders {
            let party = Party::Organization(funder);
            if fundings.iter().any(|funding| funding.funder.as_ref() == Some(&party)) {
                continue;
            }
            let Some(id) = self.part(&format!("funder/{}", party.key().1)) else { continue };
            let mut funding = Funding::new(id);
            funding.of = Some(Subject::Project(of.clone()));
            funding.identifiers.extend(self.attribute_identifier(element, "activity-id", "IATI"));
            funding.funder = Some(party);
            self.keep_rest(element, &mut funding.extensions);
            fundings.push(funding);
        }
    }

    pub(super) fn push(&mut self, record: impl Into<RecordLine>) {
        self.out.push(record.into());
    }

    pub(super) fn push_all(&mut self, records: Vec<impl Into<RecordLine>>) {
        self.out.extend(records.into_iter().map(Into::into));
    }
}
