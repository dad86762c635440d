//! Money: who pays, how much, and what is passed on.

use super::Page;
use crate::reader::NOT_STATED;
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
            self.line("funding", self.reader.words.label(NOT_STATED));
        }
    }

    fn pay(&mut self, funding: &'a Funding, depth: usize) {
        self.money.insert(std::ptr::from_ref(funding));
        let recipient = funding
            .recipient
            .as_ref()
            .map(|party| self.reader.words.fill(" to {}", &[&self.reader.party(party)]));
        self.at(depth, "funding", &self.payment(funding, &recipient.unwrap_or_default()));
    }

    /// Money that is for nothing that the page tells of, such as money for a party, without a word on what for.
    pub(super) fn other_money(&mut self, dataset: &'a Dataset) {
        for funding in &dataset.funding {
            if self.money.contains(&std::ptr::from_ref(funding)) {
                continue;
            }
            let recipient = self.reader.recipient(funding);
            let getter =
                recipient.map(|party| self.reader.party(party)).or_else(|| self.reader.purpose(funding));
            self.put(&self.reader.stated(getter));
            self.at(0, "funding", &self.payment(funding, ""));
        }
    }

    /// Who gives money, how much, and how far it has come: what is asked for is not given.
    fn payment(&self, funding: &'a Funding, recipient: &str) -> String {
        let (reader, words) = (self.reader, self.reader.words);
        let funder = reader.funder(funding);
        let funder = funder.map(|party| words.fill("from {}", &[&reader.party(party)]));
        let programme = reader.booked_on(funding).map(|id| {
            let programme = words.fill("programme {}", &[reader.programme(id)]);
            // The owner of a programme says something about the payer only if the payer is not stated.
            let owner = reader.index.get(id).and_then(|programme| programme.owner.as_ref());
            let owner = owner.filter(|_| funding.funder.is_none());
            let owner = owner.map(|owner| words.fill(", owned by {}", &[&reader.party(owner)]));
            (programme, owner.unwrap_or_default())
        });
        let giver = match (funder, programme) {
            (Some(funder), Some((programme, _))) => format!("{funder}{recipient}; {programme}"),
            (Some(funder), None) => format!("{funder}{recipient}"),
            (None, Some((programme, owner))) => format!("{programme}{owner}{recipient}"),
            (None, None) => format!("{}{recipient}", words.label("payer not stated")),
        };
        let amount = Some(words.fill("amount {}", &[&reader.amount(funding)]));
        let share = reader.share(funding).map(|share| words.fill("{} of the budget", &[&share]));
        let kind = funding.kind.as_ref().map(|kind| reader.code(kind));
        let status = reader.status(funding).map(|status| reader.code(status));
        let places = reader.places(&funding.places).map(|places| words.fill("for {}", &[&places]));
        let title = funding.title.as_ref().map(|title| format!("'{}'", reader.text(title)));
        let more = [title, amount, share, kind, status, reader.dated(funding), places];
        let more: Vec<String> = more.into_iter().flatten().chain(reader.derived(funding)).collect();
        format!("{giver}; {}", more.join("; "))
    }
}
