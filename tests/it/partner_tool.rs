//! A tool as an engineer writes it: rows of partners become a dataset, which is checked, asked and written.

use cooperation::{
    CurrencyCode, Dataset, Decimal, Money, Organization, OrganizationId, Participation, Party, Period,
    Programme, ProgrammeId, Project, ProjectId, Record as _, RecordRef, Rules, Severity, SharedIndex, Text,
    Truth, ValueError, codes::ParticipationRole, index::Tie, rules::Note,
};
use std::collections::BTreeSet;

const ROWS: &str = "\
AURORA;Boost Nordic Biogas;2023-01-01;2025-12-31;BioFuel Region AB;LP;149355.50
AURORA;Boost Nordic Biogas;2023-01-01;2025-12-31;Luleå tekniska universitet;PP;90000
AURORA;Boost Nordic Biogas;2023-01-01;2025-12-31;Umeå kommun;AP;0
Central Baltic;Blå Hav;2024-05;2026;Luleå tekniska universitet;PP;41000.25
Central Baltic;Blå Hav;2024-05;2026;Åbo Akademi;LP;120000
";

/// One partner of one project.
struct Row<'r> {
    programme: &'r str,
    project: &'r str,
    start: &'r str,
    end: &'r str,
    partner: &'r str,
    role: &'r str,
    budget: String,
}

/// Why a row is left out: its number, counted from 1, and the reason.
type Refused = (usize, ValueError);

#[derive(Default)]
struct Import {
    dataset: Dataset,
    known: BTreeSet<String>,
    refused: Vec<Refused>,
}

impl Import {
    fn of<'r>(rows: impl Iterator<Item = Row<'r>>) -> Self {
        let mut import = Self::default();
        for (number, row) in (1..).zip(rows) {
            if let Err(error) = import.add(number, &row) {
                import.refused.push((number, error));
            }
        }
        import
    }

    fn add(&mut self, number: usize, row: &Row<'_>) -> Result<(), ValueError> {
        let programme = ProgrammeId::from_name(row.programme)?;
        let project = ProjectId::from_name(&format!("{} {}", row.programme, row.project))?;
        let partner = OrganizationId::from_name(row.partner)?;
        let period = Period::between(row.start.parse()?, row.end.parse()?);
        let amount: Decimal = row.budget.parse()?;
        let part = Participation::new(format!("row-{number}").parse()?, partner.clone(), project.clone())
            .with_role(match row.role {
                "LP" => ParticipationRole::LeadPartner,
                "AP" => ParticipationRole::AssociatedPartner,
                _ => ParticipationRole::Partner,
            })
            .with_budget(Money::new(amount, CurrencyCode::EUR));
        if self.is_new(&format!("programme {programme}")) {
            self.dataset.push(Programme::new(programme.clone(), Text::und(row.programme)?));
        }
        if self.is_new(&format!("project {project}")) {
            let title = Text::und(row.project)?;
            let project = Project::new(project, title).with_programmes([programme]).with_period(period);
            self.dataset.push(project);
        }
        if self.is_new(&format!("organization {partner}")) {
            self.dataset.push(Organization::new(partner, Text::und(row.partner)?));
        }
        self.dataset.push(part);
        Ok(())
    }

    fn is_new(&mut self, key: &str) -> bool {
        self.known.insert(key.to_owned())
    }
}

fn own_rows() -> impl Iterator<Item = Row<'static>> {
    ROWS.lines().map(|line| {
        let cells: Vec<&str> = line.split(';').collect();
        let [programme, project, start, end, partner, role, budget] = cells[..] else { panic!("{line}") };
        Row { programme, project, start, end, partner, role, budget: budget.to_owned() }
    })
}

/// The lead partner is one, and the associated partners have no budget.
fn rules() -> Result<Rules, Box<dyn std::error::Error>> {
    let rules = Rules::default()
        .without("record-without-evidence")?
        .with_rule("one-lead-partner", Severity::Info, |dataset, reporter| {
            let index = dataset.index();
            for project in &dataset.projects {
                let is_lead = |part: &&Participation| part.role == Some(ParticipationRole::LeadPartner);
                let leads = index.participations_in(&project.id).filter(is_lead).count();
                if leads != 1 {
                    reporter.add_to(project, "", Note::new(format!("{leads} lead partners, expected one")));
                }
            }
        })?
        .with_record_rule("associated-budget", Severity::Info, |record, reporter| {
            let RecordRef::Participation(part) = record else { return };
            let has_money = part.budget.as_ref().is_some_and(|money| money.amount != Decimal::ZERO);
            if part.role == Some(ParticipationRole::AssociatedPartner) && has_money {
                reporter.add_to(part, "/budget", Note::new("an associated partner has a budget"));
            }
        })?;
    Ok(rules.raise("associated-budget")?)
}

#[test]
fn rows_become_a_dataset_that_is_checked_asked_and_written() -> Result<(), Box<dyn std::error::Error>> {
    let Import { dataset, refused, .. } = Import::of(own_rows());
    assert!(refused.is_empty());
    assert_eq!([dataset.projects.len(), dataset.organizations.len(), dataset.programmes.len()], [2, 4, 2]);
    let rules = rules()?;
    let report = rules.check(&dataset);
    assert!(report.findings().iter().all(|finding| finding.severity != Severity::Error), "{report}");

    let mut lines = Vec::new();
    dataset.write_lines(&mut lines)?;
    assert_eq!(Dataset::from_lines(lines.as_slice())?, dataset);

    let shared = SharedIndex::new(dataset);
    let index = shared.index();
    let lulea = OrganizationId::from_name("Luleå tekniska universitet")?;
    let partners = index.partners_of(&lulea);
    let names: Vec<&str> = partners.iter().map(|partner| partner.party.key().1).collect();
    assert_eq!(names, ["biofuel-region-ab", "umea-kommun", "abo-akademi"]);
    assert!(
        matches!(partners[2].ties[..], [Tie::Project { project: Some(project), .. }] if project.title == Text::und("Blå Hav")?)
    );
    assert_eq!(index.participation_budgets_of(&lulea)?.to_string(), "131000.25 EUR");
    let aurora: Vec<&Project> = index.projects_within(&ProgrammeId::from_name("AURORA")?).collect();
    assert_eq!(index.participation_budgets_in(&aurora[0].id)?.to_string(), "239355.50 EUR");
    let in_2024: Vec<Truth> = index.projects_touching("2024".parse()?).map(|(_, truth)| truth).collect();
    assert_eq!(in_2024, [Truth::Yes, Truth::Yes]);
    Ok(())
}

#[test]
fn rows_of_interreg_are_read_but_for_those_without_a_name_or_with_a_day_that_does_not_exist() {
    let Some(text) = crate::support::shared::text("rows_of_interreg", "data/interreg/partner-rows.json")
    else {
        return;
    };
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let read = |row: &'static serde_json::Value| {
        let text = |name: &str| row[name].as_str().unwrap_or_default();
        Row {
            programme: text("program"),
            project: text("projektnamn"),
            start: text("startdatum"),
            end: text("slutdatum"),
            partner: text("organisationsnamn"),
            role: text("organisationsroll"),
            budget: row["partnerbudget"].to_string(),
        }
    };
    let rows: &'static [serde_json::Value] = Vec::leak(rows);
    let Import { dataset, refused, .. } = Import::of(rows.iter().map(read));
    let is_wrong = |row: &&serde_json::Value| {
        row["organisationsnamn"].is_null()
            || ["2027-02-31", "2026-09-31"].contains(&row["slutdatum"].as_str().unwrap_or_default())
    };
    assert_eq!(refused.len(), rows.iter().filter(is_wrong).count(), "{refused:?}");
    assert_eq!(dataset.participations.len() + refused.len(), rows.len());
    let report = rules().unwrap().check(&dataset);
    // One project of the register starts a day after its end.
    let errors: Vec<&str> = report
        .findings()
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.rule.as_ref())
        .collect();
    assert_eq!(errors, ["reversed-period"], "{report}");
    let index = dataset.index();
    let busiest = dataset.organizations.iter().max_by_key(|party| index.partners_of(*party).len()).unwrap();
    let partners = index.partners_of(busiest);
    // Who works with whom is the same from both ends.
    for partner in &partners {
        let back = index.partners_of(&partner.party);
        assert!(back.iter().any(|back| back.party == Party::from(busiest.id().clone())), "{}", partner.party);
    }
    // Counted without an index.
    let own = Party::from(busiest.id().clone());
    let parts = &dataset.participations;
    let projects: BTreeSet<&ProjectId> =
        parts.iter().filter(|part| part.party == own).map(|part| &part.project).collect();
    let others = parts.iter().filter(|part| part.party != own && projects.contains(&part.project));
    let others: BTreeSet<&Party> = others.map(|part| &part.party).collect();
    assert!(others.len() > 10);
    assert_eq!(partners.len(), others.len());
}
