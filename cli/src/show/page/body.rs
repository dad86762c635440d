//! Networks and organizations: what they are, their seat, their members, and whatever has goals, activities or money.

use super::Page;
use crate::reader::{NOT_STATED, Reader};
use cooperation::{
    Body, Dataset, Membership, PartialDate, Party, PlaceId, Subject, Text,
    codes::{LegalStatus, OrganizationKind, Scope, Status},
    model::{Address, Budget, OtherName},
};

/// What networks and organizations say alike.
struct Described<'a> {
    body: Body,
    other_names: &'a [OtherName],
    kind: Option<&'a OrganizationKind>,
    legal_status: Option<&'a LegalStatus>,
    place: Option<&'a PlaceId>,
    address: Option<&'a Address>,
    part_of: Option<&'a Body>,
    founded: Option<PartialDate>,
    dissolved: Option<PartialDate>,
    scope: Option<&'a Scope>,
    status: Option<&'a Status>,
    places: &'a [PlaceId],
    member_count: Option<u32>,
    member_count_words: Option<&'a Text>,
    budgets: &'a [Budget],
}

macro_rules! described {
    ($record:expr) => {{
        let one = $record;
        Described {
            body: Body::from(one.id.clone()),
            other_names: &one.other_names,
            kind: one.kind.as_ref(),
            legal_status: one.legal_status.as_ref(),
            place: one.place.as_ref(),
            address: one.address.as_ref(),
            part_of: one.part_of.as_ref(),
            founded: one.founded,
            dissolved: one.dissolved,
            scope: one.scope.as_ref(),
            status: one.status.as_ref(),
            places: &one.places,
            member_count: one.member_count,
            member_count_words: one.member_count_words.as_ref(),
            budgets: &one.budgets,
        }
    }};
}

impl Page<'_, '_> {
    /// Every network. What makes it one is told even where it is not stated.
    pub(super) fn networks(&mut self, dataset: &Dataset) {
        for network in &dataset.networks {
            let one = described!(network);
            self.put(&self.reader.body(&one.body));
            self.line("scope", &self.reader.stated_code(one.scope));
            self.line("status", &self.reader.stated_code(one.status));
            let is_first = self.is_first_body(&one.body);
            self.described(&one, is_first);
            if is_first {
                if self.members(&one) == 0 {
                    self.line("members", self.reader.words.label(NOT_STATED));
                }
                self.rest(&one.body);
            }
        }
    }

    /// The organizations of which more is stated than a name.
    pub(super) fn organizations(&mut self, dataset: &Dataset) {
        for organization in &dataset.organizations {
            let one = described!(organization);
            let name = self.reader.body(&one.body);
            let is_first = self.is_first_body(&one.body);
            self.under(
                |page| page.put(&name),
                |page| {
                    page.code_if("scope", one.scope);
                    page.code_if("status", one.status);
                    page.described(&one, is_first);
                    if is_first {
                        page.members(&one);
                        page.rest(&one.body);
                    }
                },
            );
        }
    }

    /// What others say of a thing is told with the first of its records.
    fn is_first_body(&mut self, body: &Body) -> bool {
        let (kind, id) = super::project::key_of(body);
        self.is_first(kind, &id)
    }

    fn described(&mut self, one: &Described<'_>, is_first: bool) {
        let reader = self.reader;
        self.other_names(one.other_names);
        self.code_if("kind", one.kind);
        self.code_if("legal status", one.legal_status);
        self.line_if("seat", one.place.map(|place| reader.place(place)));
        self.line_if("address", one.address.and_then(|address| reader.address(address)));
        self.line_if("part of", one.part_of.map(|body| reader.body(body)));
        let units = reader.index.suborganizations(&one.body).map(|unit| Party::from(unit.id.clone()));
        let units = units.chain(reader.index.subnetworks(&one.body).map(|unit| Party::from(unit.id.clone())));
        let units: Vec<Party> = units.filter(|_| is_first).collect();
        self.line_if("units", (!units.is_empty()).then(|| reader.parties(&units)));
        self.line_if("founded", one.founded.map(|date| reader.words.date(date)));
        self.line_if("dissolved", one.dissolved.map(|date| reader.words.date(date)));
        self.line_if("works in", reader.places(one.places));
        self.budgets(one.budgets);
        let (kind, id) = super::project::key_of(&one.body);
        self.related(kind, &id);
    }

    /// The members by their number and by their names. Gives how many lines that takes.
    fn members(&mut self, one: &Described<'_>) -> usize {
        let reader = self.reader;
        let is_counted = one.member_count.is_some() || one.member_count_words.is_some();
        if is_counted {
            self.line("number of members", &reader.count(one.member_count, one.member_count_words));
        }
        let members: Vec<String> =
            reader.index.memberships_in(&one.body).map(|one| member(reader, one)).collect();
        let names = (!members.is_empty()).then(|| members.join(", "));
        let lines = usize::from(is_counted).saturating_add(usize::from(names.is_some()));
        self.line_if("members", names);
        lines
    }

    fn rest(&mut self, body: &Body) {
        let reader = self.reader;
        let subject = Subject::from(body.clone());
        let worked_on = reader.index.cooperations_about(&subject);
        self.lines("worked on by", worked_on.map(|cooperation| reader.parties(&cooperation.parties)));
        self.all_of(&subject, 0);
    }
}

/// A member, with its role, through whom it is one, and since and until when.
fn member(reader: &Reader, one: &Membership) -> String {
    let role = one.role.as_ref().filter(|role| role.as_str() != "member").map(|role| reader.code(role));
    let via = one.via.as_ref().map(|via| reader.words.fill("through {}", &[&reader.party(via)]));
    let period = one.period.as_ref().map(|period| reader.words.dates(period));
    let words: Vec<String> = role.into_iter().chain(via).chain(period).collect();
    let name = reader.party(&one.member);
    if words.is_empty() { name } else { format!("{name} ({})", words.join(", ")) }
}
