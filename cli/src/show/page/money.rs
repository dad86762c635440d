//! Money: who pays, how much, and what is passed on.

use super::Page;
use crate::reader::{NOT_STATED, dated, money, stated};
use cooperation::{Dataset, Funding, Subject};

impl<'a> Page<'_, 'a> {
    /// Money for a subject, and under it its parts and what is passed on out of it.
    pub(super) fn funding(&mut self, subject: &Subject, depth: usize) {
        let of = self.reader.index.funding_of(subject);
        for (below, funding) in self.reader.money_tree(of) {
            self.pay(funding, depth.saturating_add(below));
        }
    }

    pub(super) fn funding_or_not_stated(&mut self, subject: &Subject) {
        let before = self.text.len();
        self.funding(subject, 0);
        if self.text.len() == before {
            self.line("funding", NOT_STATED);
        }
    }

    fn pay(&mut self, funding: &'a Funding, depth: usize) {
        self.money.insert(std::ptr::from_ref(funding));
        let recipient = funding.recipient.as_ref().map(|party| format!(" to {}", self.reader.party(party)));
        self.at(depth, "funding", &self.payment(funding, &recipient.unwrap_or_default()));
    }

    /// Money that is for nothing that the page tells of, such as money for a party, without a word on what for.
    pub(super) fn other_money(&mut self, dataset: &'a Dataset) {
        for funding in &dataset.funding {
            if self.money.contains(&std::ptr::from_ref(funding)) {
                continue;
            }
            let recipient = self.reader.told(funding, |one| one.recipient.as_ref());
            let getter =
                recipient.map(|party| self.reader.party(party)).or_else(|| self.reader.purpose(funding));
            self.put(&stated(getter));
            self.at(0, "funding", &self.payment(funding, ""));
        }
    }

    /// Who gives money, how much, and how far it has come: what is asked for is not given.
    fn payment(&self, funding: &'a Funding, recipient: &str) -> String {
        let reader = self.reader;
        let funder = reader.told(funding, |one| one.funder.as_ref());
        let funder = funder.map(|party| format!("from {}", reader.party(party)));
        let programme = reader.told(funding, |one| one.programme.as_ref()).map(|id| {
            let owner = reader.index.get(id).and_then(|programme| programme.owner.as_ref());
            let owner = owner.map(|owner| format!(", owned by {}", reader.party(owner))).unwrap_or_default();
            format!("programme {}{owner}", reader.programme(id))
        });
        let givers: Vec<String> = funder.into_iter().chain(programme).collect();
        let giver = if givers.is_empty() { format!("payer {NOT_STATED}") } else { givers.join("; ") };
        let amount = Some(format!("amount {}", money(funding.amount.as_ref())));
        let share = funding.share.map(|share| format!("{share} per cent of the budget"));
        let kind = funding.kind.as_ref().map(ToString::to_string);
        let status = reader.told(funding, |one| one.status.as_ref()).map(ToString::to_string);
        let places = reader.places(&funding.places).map(|places| format!("for {places}"));
        let title = funding.title.as_ref().map(|title| format!("'{}'", reader.text(title)));
        let more = [title, amount, share, kind, status, dated(funding), places];
        let more: Vec<String> = more.into_iter().flatten().chain(reader.derived(funding)).collect();
        format!("{giver}{recipient}; {}", more.join("; "))
    }
}
