//! Adds custom rules to the checks, and changes the severity of a rule of the catalogue.
//!
//! ```console
//! cargo run --example own_rule
//! ```

use cooperation::{
    Dataset, Index, RecordRef, Rules, Severity,
    codes::ParticipationRole,
    rules::{Note, Reporter},
};
use std::error::Error;

/// A project whose partners are known has exactly one lead partner. The index knows who takes part in what.
fn one_lead_partner(dataset: &Dataset, reporter: &mut Reporter<'_>) {
    let index = Index::new(dataset);
    for project in &dataset.projects {
        let (mut partners, mut leads) = (0_u32, 0_u32);
        for part in index.participations_in(&project.id) {
            partners = partners.saturating_add(1);
            leads = leads.saturating_add(u32::from(part.role == Some(ParticipationRole::LeadPartner)));
        }
        if partners > 0 && leads != 1 {
            let note = Note::new(format!("{leads} of {partners} partners lead the project, expected one"))
                .with_help("give one participation the role lead partner");
            reporter.add_to(project, "", note);
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let dataset = Dataset::from_json(include_str!("data/microfinance-norway.json"))?;
    let longest = 60;
    let rules = Rules::default()
        .with_severity("record-without-evidence", Severity::Error)?
        .with_rule("one-lead-partner", Severity::Warning, one_lead_partner)?
        .with_record_rule("short-titles", Severity::Info, move |record, reporter| {
            // It looks at one record, and so it also runs over record lines. The closure captures the limit.
            let RecordRef::Project(project) = record else { return };
            let length = project.title.best(&["en"]).chars().count();
            if length > longest {
                let note =
                    Note::new(format!("the title has {length} characters, expected at most {longest}"));
                reporter.add_to(project, "/title", note);
            }
        })?;
    let report = rules.check(&dataset);
    for finding in report.findings() {
        println!("{finding}");
        if let Some(help) = &finding.help {
            println!("  help: {help}");
        }
    }
    println!("\n{}", if report.is_valid() { "valid" } else { "not valid" });
    Ok(())
}
