//! A realistic synthetic dataset of any size: texts in two languages, partial dates, evidence, several partners, goals,
//! activities and money for each project. Nothing in it breaks a rule.

#![expect(clippy::arithmetic_side_effects, reason = "the numbers are small")]

use cooperation::{
    Activity, Dataset, Evidence, Funding, Goal, Money, Organization, Participation, Party, Period, Place,
    Programme, Project, ProjectId, RecordLine, Source, Subject, Text, ValueError,
    codes::{
        ActivityKind, FundingKind, FundingStatus, GoalLevel, ParticipationRole, PlaceKind, ProgrammeKind,
        ProjectKind, Scope, Status,
    },
    dataset::Header,
    values::{Pointer, Quote},
};
use std::error::Error;

/// Makes what a dataset of so many projects holds, line by line. The same numbers give the same lines.
pub(crate) fn lines(
    projects: u32,
    seed: u64,
    put: impl FnMut(RecordLine) -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    Maker { state: seed ^ 0x9e37_79b9_7f4a_7c15, projects }.make(put)
}

/// Makes a dataset of so many projects.
pub(crate) fn dataset(projects: u32, seed: u64) -> Result<Dataset, Box<dyn Error>> {
    let mut dataset = Dataset::default();
    lines(projects, seed, |line| {
        dataset.push(line);
        Ok(())
    })?;
    Ok(dataset)
}

const COUNTRIES: [(&str, &str, &str); 8] = [
    ("NO", "Norway", "Norge"),
    ("SE", "Sweden", "Sverige"),
    ("DK", "Denmark", "Danmark"),
    ("FI", "Finland", "Finland"),
    ("DE", "Germany", "Tyskland"),
    ("PL", "Poland", "Polen"),
    ("IT", "Italy", "Italia"),
    ("PT", "Portugal", "Portugal"),
];

const AIMS: [(&str, &str); 6] = [
    ("small enterprises find the money to grow", "små bedrifter finner penger til å vokse"),
    ("more women start enterprises of their own", "flere kvinner starter egne bedrifter"),
    ("regions learn from each other's policies", "regioner lærer av hverandres politikk"),
    ("young people find work where they live", "unge finner arbeid der de bor"),
    ("advisers share what works in practice", "rådgivere deler det som virker i praksis"),
    ("the coast lives well from a cleaner sea", "kysten lever godt av et renere hav"),
];

const PROGRAMMES: [&str; 4] =
    ["Coast and Inland", "Learning across Borders", "Regions in Exchange", "Small Steps"];

/// What is made, piece by piece; a small generator of numbers (xorshift) decides.
struct Maker {
    state: u64,
    projects: u32,
}

impl Maker {
    /// A number below the bound.
    fn below(&mut self, bound: u32) -> u32 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        u32::try_from((self.state >> 11) % u64::from(bound.max(1))).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        let place = self.below(u32::try_from(items.len()).unwrap_or(1));
        items.get(usize::try_from(place).ok()?).copied()
    }

    fn organizations(&self) -> u32 {
        self.projects / 2 + 8
    }

    fn make(
        &mut self,
        mut put: impl FnMut(RecordLine) -> Result<(), Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        let mut header = Header::default();
        header.title = Some(Text::new("en", format!("A synthetic dataset of {} projects", self.projects))?);
        put(header.into())?;
        put(Source::new(
            "register".parse::<cooperation::SourceId>()?,
            Text::new("en", "A made-up register")?,
        )
        .into())?;
        for (code, english, norwegian) in COUNTRIES {
            let mut place = Place::new(
                format!("place-{code}").parse::<cooperation::PlaceId>()?,
                both(english, norwegian)?,
            );
            place.kind = Some(PlaceKind::Country);
            place.country = Some(code.parse()?);
            place.evidence.push(quoted(&format!("{english} is a country"), "")?);
            put(place.into())?;
        }
        for number in 0..self.organizations() {
            put(self.organization(number)?.into())?;
        }
        for (number, name) in PROGRAMMES.into_iter().enumerate() {
            let id: cooperation::ProgrammeId = format!("programme-{number}").parse()?;
            let mut programme = Programme::new(id, Text::new("en", name)?);
            programme.kind = Some(ProgrammeKind::InterregionalCooperation);
            programme.evidence.push(quoted(&format!("the programme {name}"), "/name")?);
            put(programme.into())?;
        }
        for number in 0..self.projects {
            self.project(number, &mut put)?;
        }
        Ok(())
    }

    fn organization(&mut self, number: u32) -> Result<Organization, ValueError> {
        let name = format!("Association for Enterprise No. {number}");
        let id: cooperation::OrganizationId = format!("organization-{number}").parse()?;
        let mut organization =
            Organization::new(id, both(&name, &format!("Foreningen for foretak nr. {number}"))?);
        let (code, ..) = self.pick(&COUNTRIES).unwrap_or_default();
        organization.place = Some(format!("place-{code}").parse()?);
        organization.evidence.push(quoted(&name, "/name")?);
        Ok(organization)
    }

    /// A project with its partners, goals, activities and money.
    fn project(
        &mut self,
        number: u32,
        put: &mut impl FnMut(RecordLine) -> Result<(), Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        let id: ProjectId = format!("project-{number}").parse()?;
        let (english, norwegian) = self.pick(&AIMS).unwrap_or_default();
        let partners = 2 + self.below(3);
        let period = self.period()?;
        let mut project = Project::new(
            id.clone(),
            both(
                &format!("Project {number}: how {english}"),
                &format!("Prosjekt {number}: hvordan {norwegian}"),
            )?,
        );
        project.kind = Some(ProjectKind::Cooperation);
        project.scope = Some(Scope::Continental);
        project.status = match self.below(3) {
            0 => Some(Status::Ongoing),
            1 => Some(Status::Completed),
            _ => None,
        };
        project.programmes.push(format!("programme-{}", self.below(4)).parse()?);
        project.period = Some(period.clone());
        project.partner_count = Some(partners);
        let budget = 50_000 + self.below(2_000_000);
        project.budget = Some(Money::parse(&format!("{budget}.00"), "EUR")?);
        project
            .evidence
            .push(quoted(&format!("project {number} has {partners} partners"), "/partner_count")?);
        put(project.into())?;

        let first = self.below(self.organizations());
        for partner in 0..partners {
            let party = Party::Organization(
                format!("organization-{}", (first + partner * 3) % self.organizations()).parse()?,
            );
            let part_id: cooperation::ParticipationId = format!("part-{number}-{partner}").parse()?;
            let mut part = Participation::new(part_id, party, id.clone());
            let lead = partner == 0;
            part.role = Some(if lead { ParticipationRole::LeadPartner } else { ParticipationRole::Partner });
            part.evidence.push(quoted(&format!("partner no. {}", partner + 1), "")?);
            put(part.into())?;
        }
        let goal_id: cooperation::GoalId = format!("goal-{number}").parse()?;
        let statement = both(&format!("that {english}"), &format!("at {norwegian}"))?;
        let subject = Subject::Project(id);
        let mut goal = Goal::new(goal_id.clone(), statement, GoalLevel::Objective, subject.clone());
        goal.evidence.push(quoted(&format!("that {english}"), "/statement")?);
        put(goal.into())?;
        let activity_id: cooperation::ActivityId = format!("activity-{number}").parse()?;
        let mut activity =
            Activity::new(activity_id, both("visits and workshops", "besøk og verksteder")?, subject.clone());
        activity.kind = Some(ActivityKind::Exchange);
        activity.serves.push(goal_id);
        activity.evidence.push(quoted("visits and workshops", "/title")?);
        put(activity.into())?;
        let mut funding = Funding::new(format!("funding-{number}").parse::<cooperation::FundingId>()?);
        funding.of = Some(subject);
        funding.programme = Some(format!("programme-{}", self.below(4)).parse()?);
        funding.kind = Some(FundingKind::Grant);
        funding.status = Some(FundingStatus::Committed);
        let cents = budget * 80;
        funding.amount = Some(Money::parse(&format!("{}.{:02}", cents / 100, cents % 100), "EUR")?);
        funding.share = Some("80.00".parse()?);
        funding.evidence.push(quoted("80 per cent", "/share")?);
        funding.date = period.start;
        put(funding.into())
    }

    /// Two to five years, as precise as sources are: years, months or days.
    fn period(&mut self) -> Result<Period, ValueError> {
        let (start, end) = (2000 + self.below(24), 2 + self.below(4));
        Ok(match self.below(3) {
            0 => Period::between(start.to_string().parse()?, (start + end).to_string().parse()?),
            1 => Period::between(format!("{start}-04").parse()?, format!("{}-03", start + end).parse()?),
            _ => {
                Period::between(format!("{start}-01-01").parse()?, format!("{}-12-31", start + end).parse()?)
            }
        })
    }
}

fn both(english: &str, norwegian: &str) -> Result<Text, ValueError> {
    Text::new("en", english)?.with("nb", norwegian)
}

fn quoted(quote: &str, supports: &str) -> Result<Evidence, ValueError> {
    let mut evidence = Evidence::quoting("register".parse()?, Quote::new(quote)?);
    if !supports.is_empty() {
        evidence.supports.push(Pointer::new(supports)?);
    }
    Ok(evidence)
}
