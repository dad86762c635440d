//! One grant, as records and as 360Giving has it.

use super::super::Misfits;
use super::super::tree::{Tree, step};
use super::{keep, put_back};
use crate::dataset::Dataset;
use crate::model::{
    Classification, Funding, FundingId, Identifier, Organization, OrganizationId, Party, Programme,
    ProgrammeId,
};
use crate::values::{FundingKind, Label, Link, LinkRel, Money, PartialDate, Period, Text};
use std::collections::{HashMap, HashSet};

/// The scheme of an identifier that could not be an id here.
const ORG_ID: &str = "org-id";
const GRANT_ID: &str = "360Giving";

/// Makes records of grants.
#[derive(Default)]
pub(super) struct Reader {
    pub dataset: Dataset,
    pub misfits: Misfits,
    /// The organizations by their org-id, or their name where they have none.
    organizations: HashMap<String, (OrganizationId, String)>,
    programmes: HashMap<(String, String), ProgrammeId>,
    taken: HashSet<String>,
    /// How many ids were made of the same letters.
    made: HashMap<String, u32>,
}

impl Reader {
    /// An id that nobody else has: the wanted one where it can be, else one made of its letters.
    fn id(&mut self, kind: &str, wanted: &str) -> String {
        let free = format!("{kind} {wanted}");
        if FundingId::new(wanted).is_ok() && self.taken.insert(free) {
            return wanted.to_owned();
        }
        let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        let letters: String = wanted.chars().map(letter).take(200).collect();
        let letters = letters.trim_matches('-');
        let base = if letters.is_empty() { kind.to_owned() } else { letters.to_owned() };
        loop {
            let number = self.made.entry(format!("{kind} {base}")).or_insert(0);
            *number = number.saturating_add(1);
            let id = if *number == 1 { base.clone() } else { format!("{base}-{number}") };
            if self.taken.insert(format!("{kind} {id}")) {
                return id;
            }
        }
    }

    /// Adds the records of a grant. What they do not say is looked for afterwards.
    pub(super) fn grant(&mut self, grant: &Tree, at: &str) {
        let text = |name: &str| grant.get(name).and_then(Tree::as_text);
        let wanted = text("id").unwrap_or_default();
        let id = self.id("grant", wanted);
        // What `id` gives can be an id.
        let Ok(funding_id) = FundingId::new(&id) else { return };
        let mut funding = Funding::new(funding_id);
        if id != wanted
            && let (Ok(scheme), Ok(value)) = (Label::new(GRANT_ID), Label::new(wanted))
        {
            self.misfits
                .add(step(at, "id"), "the id cannot be one here, or is taken; it is kept as an identifier");
            funding.identifiers.push(Identifier::new(scheme, value));
        }
        funding.kind = Some(FundingKind::Grant);
        funding.title = text("title").and_then(|title| Text::und(title).ok());
        funding.description = text("description").and_then(|text| Text::und(text).ok());
        if let (Some(Tree::Number(amount)), Some(currency)) = (grant.get("amountAwarded"), text("currency")) {
            funding.amount = Money::parse(amount, currency).ok();
        }
        funding.date = text("awardDate").and_then(date);
        funding.period =
            grant.get("plannedDates").map(Tree::items).and_then(<[Tree]>::first).and_then(period);
        funding.funder = self.party(grant, "fundingOrganization", at);
        funding.recipient = self.party(grant, "recipientOrganization", at);
        funding.programme = self.programme(grant);
        let classifications = grant.get("classifications").map(Tree::items).unwrap_or_default();
        funding.classifications = classifications.iter().map(classification).collect();
        let documents = grant.get("relatedDocument").map(Tree::items).unwrap_or_default();
        funding.links = documents.iter().map(document).collect();
        self.dataset.push(funding);
    }

    fn party(&mut self, grant: &Tree, member: &str, at: &str) -> Option<Party> {
        let body = grant.get(member)?.items().first()?;
        let text = |name: &str| body.get(name).and_then(Tree::as_text).filter(|text| !text.trim().is_empty());
        let (org_id, name) = (text("id"), text("name"));
        let key = org_id.or(name)?;
        let name = name.unwrap_or(key);
        if let Some((id, known)) = self.organizations.get(key) {
            if known != name {
                let message = "the organization has another name elsewhere; each is kept with its grant";
                self.misfits.add(format!("{at}/{member}/0/name"), message);
            }
            return Some(Party::Organization(id.clone()));
        }
        let id = self.id("organization", key);
        let mut organization = Organization::new(OrganizationId::new(&id).ok()?, Text::und(name).ok()?);
        if org_id.is_some_and(|org_id| org_id != id)
            && let (Ok(scheme), Ok(value)) = (Label::new(ORG_ID), Label::new(key))
        {
            self.misfits
                .add(format!("{at}/{member}/0/id"), "the id cannot be one here; it is kept as an identifier");
            organization.identifiers.push(Identifier::new(scheme, value));
        }
        if let Some(url) = text("url").and_then(|url| url.parse().ok()) {
            organization.links.push(link(url, Some(LinkRel::Homepage)));
        }
        let said = ["id", "name", "url"];
        let more = body.members().iter().filter(|(name, _)| !said.contains(&name.as_str())).cloned();
        let more: Vec<(String, Tree)> = more.collect();
        for (name, _) in &more {
            let message = "the format has no member for it; it is kept in extensions of the organization";
            self.misfits.add(step(&format!("{at}/{member}/0"), name), message);
        }
        if !more.is_empty() {
            keep(&mut organization.extensions, Some(Tree::Object(more)), Vec::new());
        }
        self.organizations.insert(key.to_owned(), (organization.id.clone(), name.to_owned()));
        let party = Party::Organization(organization.id.clone());
        self.dataset.push(organization);
        Some(party)
    }

    fn programme(&mut self, grant: &Tree) -> Option<ProgrammeId> {
        let given = grant.get("grantProgramme")?.items().first()?;
        let text = |name: &str| given.get(name).and_then(Tree::as_text);
        let (code, title) = (text("code").unwrap_or_default(), text("title").unwrap_or_default());
        let name = Text::und(if title.trim().is_empty() { code } else { title }).ok()?;
        let key = (code.to_owned(), title.to_owned());
        if let Some(id) = self.programmes.get(&key) {
            return Some(id.clone());
        }
        let id = self.id("programme", if code.is_empty() { title } else { code });
        let mut programme = Programme::new(ProgrammeId::new(&id).ok()?, name);
        // The same code may stand with several titles, so it is no identifier.
        if let Ok(code) = Label::new(code) {
            programme.classifications.push(Classification { code: Some(code), ..Classification::default() });
        }
        programme.description = text("description").and_then(|text| Text::und(text).ok());
        if let Some(url) = text("url").and_then(|url| url.parse().ok()) {
            programme.links.push(link(url, Some(LinkRel::Homepage)));
        }
        self.programmes.insert(key, programme.id.clone());
        let id = programme.id.clone();
        self.dataset.push(programme);
        Some(id)
    }
}

/// A date, or the day of a point in time.
fn date(text: &str) -> Option<PartialDate> {
    text.split('T').next()?.parse().ok()
}

fn period(dates: &Tree) -> Option<Period> {
    let text = |name: &str| dates.get(name).and_then(Tree::as_text);
    let months = match dates.get("duration") {
        Some(Tree::Number(months)) => format!("P{months}M").parse().ok(),
        _ => None,
    };
    let period = Period {
        start: text("startDate").and_then(date),
        end: text("endDate").and_then(date),
        stated_duration: months,
    };
    (period != Period::default()).then_some(period)
}

fn classification(given: &Tree) -> Classification {
    let text = |name: &str| given.get(name).and_then(Tree::as_text);
    Classification {
        scheme: text("vocabulary").and_then(|text| Label::new(text).ok()),
        code: text("code").and_then(|text| Label::new(text).ok()),
        title: text("title").and_then(|text| Text::und(text).ok()),
        share: None,
    }
}

fn document(given: &Tree) -> Link {
    let text = |name: &str| given.get(name).and_then(Tree::as_text);
    Link {
        url: text("webAddress").and_then(|url| url.parse().ok()),
        title: text("title").and_then(|text| Text::und(text).ok()),
        rel: Some(LinkRel::Document),
        description: text("description").and_then(|text| Text::und(text).ok()),
    }
}

fn link(url: crate::values::Url, rel: Option<LinkRel>) -> Link {
    Link { url: Some(url), rel, ..Link::default() }
}

/// The organizations and programmes of a dataset by id.
pub(super) struct Known<'d> {
    organizations: HashMap<&'d str, &'d Organization>,
    programmes: HashMap<&'d str, &'d Programme>,
}

impl<'d> Known<'d> {
    pub(super) fn of(dataset: &'d Dataset) -> Self {
        Self {
            organizations: dataset.organizations.iter().map(|body| (body.id.as_str(), body)).collect(),
            programmes: dataset
                .programmes
                .iter()
                .map(|programme| (programme.id.as_str(), programme))
                .collect(),
        }
    }

    /// The grant that a funding tells of, as far as it tells.
    pub(super) fn grant(&self, funding: &Funding) -> Tree {
        let mut grant = Members::default();
        let id = identifier(&funding.identifiers, GRANT_ID).unwrap_or(funding.id.as_str());
        grant.text("id", Some(id));
        grant.text("title", funding.title.as_ref().map(spoken));
        grant.text("description", funding.description.as_ref().map(spoken));
        if let Some(amount) = &funding.amount {
            grant.text("currency", Some(amount.currency.as_str()));
            grant.add("amountAwarded", Tree::Number(amount.amount.to_string()));
        }
        grant.text("awardDate", funding.date.map(|date| date.to_string()).as_deref());
        grant.list("plannedDates", funding.period.iter().map(planned));
        grant.list("recipientOrganization", self.organization(funding.recipient.as_ref()));
        grant.list("fundingOrganization", self.organization(funding.funder.as_ref()));
        let programme = funding.programme.as_ref().and_then(|id| self.programmes.get(id.as_str()));
        grant.list("grantProgramme", programme.map(|programme| programme_of(programme)));
        grant.list(
            "classifications",
            funding.classifications.iter().map(|given| {
                let mut made = Members::default();
                made.text("vocabulary", given.scheme.as_ref().map(Label::as_str));
                made.text("code", given.code.as_ref().map(Label::as_str));
                made.text("title", given.title.as_ref().map(spoken));
                made.tree()
            }),
        );
        grant.list(
            "relatedDocument",
            funding.links.iter().map(|given| {
                let mut made = Members::default();
                made.text("title", given.title.as_ref().map(spoken));
                made.text("webAddress", given.url.as_ref().map(crate::values::Url::as_str));
                made.text("description", given.description.as_ref().map(spoken));
                made.tree()
            }),
        );
        grant.tree()
    }

    fn organization(&self, party: Option<&Party>) -> Option<Tree> {
        let Party::Organization(id) = party? else { return None };
        let body = self.organizations.get(id.as_str())?;
        let mut made = Members::default();
        made.text("id", Some(identifier(&body.identifiers, ORG_ID).unwrap_or(body.id.as_str())));
        made.text("name", Some(spoken(&body.name)));
        let homepage = body.links.iter().find(|link| link.rel == Some(LinkRel::Homepage));
        made.text("url", homepage.and_then(|link| link.url.as_ref()).map(crate::values::Url::as_str));
        let mut made = made.tree();
        put_back(&mut made, &body.extensions);
        Some(made)
    }
}

fn programme_of(programme: &Programme) -> Tree {
    let mut made = Members::default();
    made.text(
        "code",
        programme.classifications.iter().find_map(|given| given.code.as_ref()).map(Label::as_str),
    );
    made.text("title", Some(spoken(&programme.name)));
    made.text("description", programme.description.as_ref().map(spoken));
    let url = programme.links.iter().find_map(|link| link.url.as_ref());
    made.text("url", url.map(crate::values::Url::as_str));
    made.tree()
}

fn planned(period: &Period) -> Tree {
    let mut made = Members::default();
    made.text("startDate", period.start.map(|date| date.to_string()).as_deref());
    made.text("endDate", period.end.map(|date| date.to_string()).as_deref());
    let months = period.stated_duration.map(|duration| duration.to_string());
    let months =
        months.as_deref().and_then(|text| text.strip_prefix('P')?.strip_suffix('M').map(str::to_owned));
    if let Some(months) = months {
        made.add("duration", Tree::Number(months));
    }
    made.tree()
}

fn identifier<'i>(identifiers: &'i [Identifier], scheme: &str) -> Option<&'i str> {
    identifiers.iter().find(|given| given.scheme.as_str() == scheme).map(|given| given.value.as_str())
}

/// A text in the one language that 360Giving takes.
fn spoken(text: &Text) -> &str {
    text.best(&["und", "en"])
}

/// The members of an object that is made.
#[derive(Default)]
struct Members(Vec<(String, Tree)>);

impl Members {
    fn add(&mut self, name: &str, value: Tree) {
        self.0.push((name.to_owned(), value));
    }

    fn text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.add(name, Tree::text(text));
        }
    }

    fn list(&mut self, name: &str, items: impl IntoIterator<Item = Tree>) {
        let items: Vec<Tree> = items.into_iter().collect();
        if !items.is_empty() {
            self.add(name, Tree::List(items));
        }
    }

    fn tree(self) -> Tree {
        Tree::Object(self.0)
    }
}
