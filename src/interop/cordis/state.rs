use super::cells::{Cells, keep_beside};
use super::companions::Companions;
use super::known_project::KnownProject;
use super::organizations::Organizations;
use super::participation::{self, Part, belongs_to_grant};
use super::passed_on::{Beneficiary, PassedOn};
use super::places::Places;
use super::programmes::Programmes;
use super::project;
use super::row::Row;
use crate::dataset::RecordLine;
use crate::interop::MisfitKind;
use crate::interop::ids::{Ids, local_id};
use crate::interop::misfits::{At, Misfits};
use crate::model::{Party, ProjectId};
use crate::reflect::excerpt;
use std::collections::{HashMap, VecDeque};

/// What is kept of the rows that were read.
#[derive(Default)]
pub(super) struct State {
    pub misfits: Misfits,
    pub companions: Companions,
    places: Places,
    programmes: Programmes,
    organizations: Organizations,
    project_ids: Ids,
    part_ids: Ids,
    projects: Vec<KnownProject>,
    /// Place of each project in the list, by the id that the tables have for it.
    places_of: HashMap<String, usize>,
    passed_on: PassedOn,
    /// Third parties, and those who pass something on: they wait for each other.
    waiting: Vec<(usize, Part)>,
}

impl State {
    /// Reads a project and puts its records out.
    pub(super) fn project(&mut self, row: &Row, out: &mut VecDeque<RecordLine>) {
        let cells = Cells::new(row, &mut self.misfits);
        let read = project::read(
            cells,
            &mut self.project_ids,
            &mut self.companions,
            &mut self.programmes,
            &mut self.organizations,
            out,
        );
        if let Some((given, known)) = read {
            self.places_of.entry(given).or_insert(self.projects.len());
            self.projects.push(known);
        }
    }

    /// Reads a participant and puts its records out, unless they wait for others.
    pub(super) fn participant(&mut self, row: &Row, out: &mut VecDeque<RecordLine>) {
        let Some(given) = row.get("projectID").map(str::trim) else {
            return self.refuse(row, "projectID", "the row names no project: not read");
        };
        let place = self.places_of.get(given).copied();
        let known = place.and_then(|place| self.projects.get_mut(place));
        let project = match &known {
            Some(known) => Some(known.id.clone()),
            None => ProjectId::new(local_id(given)).ok(),
        };
        let cells = Cells::new(row, &mut self.misfits);
        let party = self.organizations.take(cells, &mut self.places, out);
        let (Some(party), Some(project)) = (party, project) else {
            return self.refuse(row, "name", "the row names no organization: not read");
        };
        let cells = Cells::new(row, &mut self.misfits);
        let part = participation::read(cells, row.line, party, &project, known, &mut self.part_ids);
        let Some(part) = part else { return };
        match (place, &part.number) {
            (Some(place), Some(number)) if part.is_third_party() => {
                let net = part.net.as_ref().map(|net| net.value());
                self.passed_on.add_third_party(place, number, net);
                self.waiting.push((place, part));
            }
            (Some(place), Some(number)) => {
                let rest = part.rest();
                let beneficiary = Beneficiary {
                    party: part.party.clone(),
                    funding: part.gross.as_ref().and(part.funding_id()),
                    rest,
                };
                self.passed_on.add_beneficiary(place, number, beneficiary);
                if rest.is_some_and(|rest| !rest.is_zero()) {
                    self.waiting.push((place, part));
                } else {
                    self.put(part, Some(place), out);
                }
            }
            _ => self.put(part, place, out),
        }
    }

    fn refuse(&mut self, row: &Row, column: &str, message: &str) {
        let place = format!("{}/{column}", row.table);
        self.misfits.unread(At { place: &place, line: Some(row.line) }, message);
    }

    /// Puts out a participation and its funding.
    fn put(&mut self, part: Part, place: Option<usize>, out: &mut VecDeque<RecordLine>) {
        let known = place.and_then(|place| self.projects.get(place));
        let third = part.is_third_party();
        if let Some(mut funding) = part.funding() {
            if third {
                let at = At { place: "organization/order", line: Some(part.line) };
                let message = "no row of the project has the number of the third party: nothing is known of its beneficiary";
                self.misfits.no_place(at, message);
            } else {
                belongs_to_grant(&mut funding, known);
                funding.funder = self.organizations.funder().map(Party::Organization);
            }
            out.push_back(RecordLine::Participation(part.participation));
            out.push_back(RecordLine::Funding(funding));
        } else {
            out.push_back(RecordLine::Participation(part.participation));
        }
    }

    /// Puts out what waited, and the organizations.
    pub(super) fn finish(&mut self, out: &mut VecDeque<RecordLine>) {
        for (place, mut part) in std::mem::take(&mut self.waiting) {
            let number = part.number.clone().unwrap_or_default();
            if !part.is_third_party() {
                if !self.passed_on.agrees(place, &number) {
                    self.keep_net(&mut part);
                }
                self.put(part, Some(place), out);
                continue;
            }
            let Some(beneficiary) = self.passed_on.beneficiary(place, &number) else {
                self.put(part, Some(place), out);
                continue;
            };
            part.participation.via = Some(beneficiary.as_party());
            let funding = part.funding().map(|mut funding| {
                funding.funder = Some(beneficiary.as_party());
                funding.out_of.clone_from(&beneficiary.funding);
                funding
            });
            out.push_back(RecordLine::Participation(part.participation));
            out.extend(funding.map(RecordLine::Funding));
        }
        self.check_sums();
        self.companions.finish(&mut self.misfits);
        out.extend(self.organizations.finish());
    }

    /// Keeps a net contribution that does not follow from the records.
    fn keep_net(&mut self, part: &mut Part) {
        let at = At { place: "organization/netEcContribution", line: Some(part.line) };
        let message = "the third parties do not receive the difference to ecContribution; kept in extensions";
        self.misfits.no_place(at, message);
        if let Some(net) = &part.net {
            keep_beside(&mut part.participation.extensions, "netEcContribution", &net.to_string());
        }
    }

    /// Notes the projects in which the amounts of the participants do not add up.
    fn check_sums(&mut self) {
        for known in &self.projects {
            let sums = [
                ("ecContribution", known.gross, known.most, "ecMaxContribution"),
                ("netEcContribution", known.net, known.most, "ecMaxContribution"),
                ("totalCost", known.costs, known.cost, "totalCost"),
            ];
            for (column, sum, whole, of) in sums {
                if let (Some(sum), Some(whole)) = (sum, whole)
                    && sum != whole
                {
                    let place = format!("organization/{column}");
                    self.misfits.add(MisfitKind::NoPlace, &place, "sums", || {
                        let id = excerpt(known.id.as_str());
                        format!(
                            "the rows of project {id} add up to {sum} and its {of} is {whole}: both are kept"
                        )
                    });
                }
            }
        }
    }
}
