//! The parts of records in words: counts, addresses, budgets, relations to other records.

use super::{NOT_STATED, Reader};
use cooperation::{
    Body, Funding, GoalId, Group, Label, Party, Period, PlaceId, Record as _, RecordKind, RecordRef, Text,
    codes::{Relation, RelationBasis},
    model::{Address, Budget, Count, NamedRecord, Point, Related},
};

/// Most subjects that are named of a goal that another record names.
const OF: usize = 50;

impl Reader<'_> {
    /// How many there are: a number, the words of a source between quotation marks, or both.
    pub(crate) fn count(&self, number: Option<u32>, words: Option<&Text>) -> String {
        let words = words.map(|words| format!("'{}'", self.text(words)));
        match (number, words) {
            (None, None) => self.words.label(NOT_STATED).to_owned(),
            (None, Some(words)) => words,
            (Some(number), None) => self.number(number),
            (Some(number), Some(words)) => format!("{} ({words})", self.number(number)),
        }
    }

    fn number(&self, number: u32) -> String {
        self.words.number(usize::try_from(number).unwrap_or(usize::MAX))
    }

    /// How many of something there are, and of what: `9 policy instruments`.
    pub(crate) fn counted(&self, count: &Count) -> String {
        let what = self.text(&count.what);
        format!("{} {what}", self.count(count.number, count.words.as_ref()))
    }

    /// A number of records of a kind: `1 project`, `12 goals`.
    pub(crate) fn counted_records(&self, kind: RecordKind, count: usize) -> String {
        let [one, many] = match kind {
            RecordKind::Funding => ["funding record", "funding records"],
            RecordKind::PolicyInstrument => ["policy instrument", "policy instruments"],
            _ => [kind.title(), kind.list()],
        };
        self.words.counted(count, one, many)
    }

    /// The name of a party; of a group how many it is, too: `7 municipalities`, `'various' innovation centres`.
    pub(crate) fn party_with_count(&self, party: &Party) -> String {
        let group = match party {
            Party::Group(id) => self.index.get(id),
            _ => None,
        };
        let is_counted = |group: &&Group| group.count.is_some() || group.count_words.is_some();
        let count = group.filter(is_counted).map(|group| self.count(group.count, group.count_words.as_ref()));
        let count = count.map(|count| format!("{count} ")).unwrap_or_default();
        format!("{count}{}", self.party(party))
    }

    /// A goal of others, with the subjects that it is of.
    pub(crate) fn goal_elsewhere(&self, id: &GoalId) -> String {
        let Some(goal) = self.index.get(id) else { return id.to_string() };
        let mut of: Vec<String> = goal.of.iter().take(OF).map(|of| self.subject(of)).collect();
        let more = goal.of.len().saturating_sub(OF);
        if more > 0 {
            of.push(self.words.counted(more, "other", "others"));
        }
        let number = goal.number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
        format!("{number}«{}» ({})", self.text(&goal.statement), of.join(", "))
    }

    pub(crate) fn body(&self, body: &Body) -> String {
        self.party(&Party::from(body.clone()))
    }

    /// The name of a place; its id, where the dataset does not have it.
    pub(crate) fn place<'t>(&'t self, id: &'t PlaceId) -> &'t str {
        self.index.get(id).and_then(|place| place.label()).map_or(id.as_str(), |name| self.text(name))
    }

    /// The names of places, where there are any.
    pub(crate) fn places<'t>(&'t self, ids: impl IntoIterator<Item = &'t PlaceId>) -> Option<String> {
        let names: Vec<&str> = ids.into_iter().map(|id| self.place(id)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// The relations of a record to others: those that it states, then those that others state to it, turned round.
    pub(crate) fn relations(
        &self,
        kind: RecordKind,
        id: &str,
        name: impl Fn(RecordKind, &str) -> String,
    ) -> Vec<String> {
        let own = self.index.named(kind, id).map(RecordRef::related).unwrap_or_default();
        let mut all: Vec<String> = own
            .iter()
            .map(|related| {
                let other = match &related.to {
                    Some(to) => name(to.key().0, to.key().1),
                    None => self.outside(related),
                };
                self.relation(&forward(&related.relation), &other, related)
            })
            .collect();
        // What others state of a thing that has several records is told with the first of these.
        let is_first = self.stands_for((kind, id)).is_none_or(|first| (first.0, &*first.1) == (kind, id));
        if let Some(record) = NamedRecord::from_key(kind, id).ok().filter(|_| is_first) {
            let others =
                self.index.related_to(&record).filter(|(other, _)| (other.kind(), other.id()) != (kind, id));
            all.extend(others.map(|(other, related)| {
                self.relation(&turned(&related.relation), &name(other.kind(), other.id()), related)
            }));
        }
        all
    }

    fn relation(&self, relation: &str, other: &str, related: &Related) -> String {
        let basis = self.basis(related).map(|basis| format!(" ({basis})")).unwrap_or_default();
        format!("{} {other}{basis}", self.words.label(relation))
    }

    /// What is not in the dataset: its title and its identifiers.
    fn outside(&self, related: &Related) -> String {
        let title = related.title.as_ref().map(|title| format!("'{}'", self.text(title)));
        let ids = related.identifiers.iter().map(|one| format!("{} {}", one.scheme, one.value));
        let said: Vec<String> = title.into_iter().chain(ids).collect();
        self.words.fill("{}, which is not in the dataset", &[&said.join(", ")])
    }

    /// How certain a relation is, where no source states it, and why.
    pub(crate) fn basis(&self, related: &Related) -> Option<String> {
        let basis = match related.basis? {
            RelationBasis::Open => "open",
            _ => "implied",
        };
        let reason = related.reason.as_ref().map(|reason| format!(": {}", self.text(reason)));
        Some(format!("{}{}", self.words.label(basis), reason.unwrap_or_default()))
    }

    /// The budgets of a record; one that a revised budget of the same period replaces is marked.
    pub(crate) fn budgets(&self, budgets: &[Budget]) -> Vec<String> {
        let holding = super::sums::in_force(budgets);
        let holds = |budget: &Budget| holding.iter().any(|one| std::ptr::eq(*one, budget));
        let few = budgets.len() <= 100;
        let told = budgets.iter().map(|budget| {
            let replaced =
                if few && !holds(budget) { self.words.label(" (replaced by the revised one)") } else { "" };
            format!("{}{replaced}", self.budget(budget))
        });
        told.collect()
    }

    /// The budget of a period: `2023 to 2024: 500 EUR (revised)`.
    pub(crate) fn budget(&self, budget: &Budget) -> String {
        let period = budget.period.as_ref().map(|period| format!("{}: ", self.words.dates(period)));
        let revised = if budget.revised == Some(true) { self.words.label(" (revised)") } else { "" };
        format!("{}{}{revised}", period.unwrap_or_default(), self.words.money(&budget.amount))
    }

    /// A postal address in one line.
    pub(crate) fn address(&self, address: &Address) -> Option<String> {
        let town: Vec<&str> =
            [&address.postal_code, &address.locality].into_iter().flatten().map(Label::as_str).collect();
        let town = (!town.is_empty()).then(|| town.join(" "));
        let street = address.street.as_ref().map(ToString::to_string);
        let region = address.region.as_ref().map(ToString::to_string);
        let country = address.country.map(|country| country.to_string());
        let point = address.point.as_ref().map(|point| self.point(point));
        let parts: Vec<String> = [street, town, region, country, point].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    pub(crate) fn point(&self, point: &Point) -> String {
        self.words.fill("at {}, {}", &[&point.latitude.to_string(), &point.longitude.to_string()])
    }

    /// A period that was planned, beside the actual one where there is one.
    pub(crate) fn planned(&self, period: Option<&Period>) -> Option<String> {
        period.map(|period| match (period.start, period.end, period.stated_duration) {
            (Some(start), None, None) => self.words.fill("planned start: {}", &[&self.words.date(start)]),
            (None, Some(end), None) => self.words.fill("planned end: {}", &[&self.words.date(end)]),
            _ => self.words.fill("planned {}", &[&self.words.dates(period)]),
        })
    }

    /// The amount of money, or that none is stated, or that the source states one that could not be read.
    pub(crate) fn amount(&self, funding: &Funding) -> String {
        if has_unread_amount(funding) {
            return self.words.label("not readable").to_owned();
        }
        self.money(funding.amount.as_ref())
    }

    /// What a record is called, with its acronym if it is a body; its kind and id, where it has no name.
    pub(crate) fn record_name(&self, kind: RecordKind, id: &str) -> String {
        if let Ok(party) = Party::from_key(kind, id)
            && self.index.party_label(&party).is_some()
        {
            return self.party(&party);
        }
        let label = self.index.named(kind, id).and_then(RecordRef::label);
        label.map_or_else(
            || format!("{} {id}", self.words.label(kind.title())),
            |label| self.text(label).to_owned(),
        )
    }
}

/// A relation as the words between the record and the other.
pub(crate) fn forward(relation: &Relation) -> String {
    match relation {
        Relation::SameAs => "the same as",
        Relation::PartOf => "part of",
        Relation::Related => "related to",
        Relation::Sibling => "part of the same whole as",
        Relation::Other(code) => return format!("{code}:"),
        relation => relation.as_str(),
    }
    .to_owned()
}

/// A relation as the words between the other and the record that states it.
pub(crate) fn turned(relation: &Relation) -> String {
    match relation {
        Relation::SameAs | Relation::Related | Relation::Sibling => return forward(relation),
        Relation::PartOf => "has as a part",
        Relation::Continues => "continued by",
        Relation::Replaces => "replaced by",
        Relation::GrewOutOf => "gave rise to",
        Relation::BuildsOn => "built on by",
        Relation::Complements => "complemented by",
        Relation::Contains => "part of",
        relation => return format!("named with the relation '{relation}' by"),
    }
    .to_owned()
}

/// Whether the source states an amount that could not be read, and is kept in an extension.
pub(crate) fn has_unread_amount(funding: &Funding) -> bool {
    let is_amount =
        |kept: &str| ["amount", "contribution"].iter().any(|word| kept.to_lowercase().contains(word));
    funding.amount.is_none()
        && funding.extensions.iter().any(|(name, kept)| name.ends_with(".unread") && is_amount(kept))
}
