//! A row of the table of participants, and the records that it becomes.

use super::cells::{Cells, euro};
use super::known_project::{KnownProject, add};
use super::project::grant_id;
use super::words::{self, scheme};
use crate::interop::ids::{Ids, local_id};
use crate::model::{
    Funding, FundingId, OrganizationId, Participation, ParticipationId, Party, ProjectId, Subject,
};
use crate::values::{Decimal, FundingKind, FundingStatus, Label, ParticipationRole, Status};

/// Participation of an organization in a project, from one row.
pub(super) struct Part {
    pub participation: Participation,
    pub party: OrganizationId,
    /// Number of the beneficiary, which its third parties have as well.
    pub number: Option<String>,
    /// Contribution with what is passed on, and without.
    pub gross: Option<Decimal>,
    pub net: Option<Decimal>,
    pub line: u64,
}

impl Part {
    pub(super) fn is_third_party(&self) -> bool {
        self.participation.role == Some(ParticipationRole::ThirdParty)
    }

    /// What the organization receives less what it keeps.
    pub(super) fn rest(&self) -> Option<rust_decimal::Decimal> {
        let (gross, net) = (self.gross.as_ref()?, self.net.as_ref()?);
        gross.value().checked_sub(net.value())
    }

    /// The part of the grant, or for third parties of what their beneficiary receives.
    pub(super) fn funding(&self) -> Option<Funding> {
        let amount = if self.is_third_party() { self.net.as_ref() } else { self.gross.as_ref() };
        let amount = *amount?;
        let mut funding = Funding::new(self.funding_id()?);
        funding.of = Some(Subject::Participation(self.participation.id.clone()));
        funding.recipient = Some(Party::Organization(self.party.clone()));
        funding.kind = Some(FundingKind::Grant);
        funding.status = Some(FundingStatus::Committed);
        funding.amount = euro(amount);
        Some(funding)
    }

    pub(super) fn funding_id(&self) -> Option<FundingId> {
        FundingId::new(local_id(&format!("{}/grant", self.participation.id))).ok()
    }
}

/// Reads the part of an organization in a project, and adds its amounts to the sums of the project.
pub(super) fn read(
    mut cells: Cells<'_>,
    line: u64,
    party: OrganizationId,
    project: &ProjectId,
    known: Option<&mut KnownProject>,
    ids: &mut Ids,
) -> Option<Part> {
    let role = role(&mut cells);
    let id = id(project, &party, cells.get("role"), ids)?;
    let mut participation = Participation::new(id, Party::Organization(party.clone()), project.clone());
    if let Some((role, code)) = role {
        participation.role = Some(role);
        let code = code.map(|code| super::cells::classification(scheme::ROLE, Some(code), None));
        participation.classifications.extend(code);
    }
    cells.code(scheme::SME, "SME", &mut participation.classifications);
    let runs = known.as_ref().is_some_and(|known| known.runs);
    participation.status = status(&mut cells, runs);
    participation.modified = cells.date("contentUpdateDate");
    participation.budget = cells.money("totalCost");
    cells.keep("order");
    let part = Part {
        party,
        number: cells.get("order").map(|number| number.trim().to_owned()),
        gross: cells.amount("ecContribution"),
        net: cells.amount("netEcContribution"),
        participation,
        line,
    };
    if let Some(known) = known {
        check_acronym(&mut cells, known);
        count(&part, known);
    }
    cells.keep_others();
    let mut part = part;
    cells.finish(&mut part.participation.extensions);
    Some(part)
}

/// A second part of one organization in a project has its role in the id as well.
fn id(
    project: &ProjectId,
    party: &OrganizationId,
    role: Option<&str>,
    ids: &mut Ids,
) -> Option<ParticipationId> {
    let short = local_id(&format!("{project}/{party}"));
    match role {
        Some(role) if ids.is_taken(&short) => {
            ids.free::<Participation>(&local_id(&format!("{project}/{party}/{}", role.trim())))
        }
        _ => ids.free::<Participation>(&short),
    }
}

/// The role, and the word of the dump where it says more.
fn role(cells: &mut Cells<'_>) -> Option<(ParticipationRole, Option<Label>)> {
    let word = cells.get("role")?;
    match words::role(word.trim()) {
        Some((role, true)) => Some((role, cells.label("role"))),
        Some((role, false)) => Some((role, None)),
        None => {
            cells.unread("role", word, "the role is not known");
            None
        }
    }
}

/// Whether the participation has ended. That it has not says more than the project does only while the project runs.
fn status(cells: &mut Cells<'_>, runs: bool) -> Option<Status> {
    let word = cells.get("endOfParticipation")?;
    match word.trim().to_ascii_lowercase().as_str() {
        "true" => Some(Status::Ended),
        "false" => runs.then_some(Status::Ongoing),
        _ => {
            cells.unread("endOfParticipation", word, "expected true or false");
            None
        }
    }
}

fn check_acronym(cells: &mut Cells<'_>, known: &KnownProject) {
    let here = cells.get("projectAcronym").map(str::trim);
    if here.is_some() && here != known.acronym.as_ref().map(Label::as_str) {
        cells.note("projectAcronym", "the acronym differs from that of the project: left out");
    }
}

fn count(part: &Part, known: &mut KnownProject) {
    if let Some(gross) = &part.gross {
        add(&mut known.gross, gross.value());
    }
    if let Some(net) = &part.net {
        add(&mut known.net, net.value());
    }
    let cost = part.participation.budget.as_ref().filter(|_| !part.is_third_party());
    if let Some(cost) = cost {
        add(&mut known.costs, cost.amount.value());
    }
}

/// Makes a funding a part of the grant to its project.
pub(super) fn belongs_to_grant(funding: &mut Funding, known: Option<&KnownProject>) {
    let known = known.filter(|known| known.has_grant);
    funding.part_of = known.and_then(|known| grant_id(&known.id));
}
