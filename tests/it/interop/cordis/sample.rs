//! A sample of 26 projects from the dumps, checked against sums that are made here from the rows themselves.

use crate::support::shared;
use cooperation::interop::cordis::{self, Table, Tables};
use cooperation::interop::{Converted, MisfitKind};
use cooperation::rust_decimal::Decimal;
use cooperation::{
    CurrencyCode, Dataset, Funding, Index, Money, Organization, Party, Project, RecordKind, Rules, Severity,
    codes::{ParticipationRole, Status},
};
use std::collections::{BTreeMap, HashMap};

type Row = HashMap<String, String>;

struct Sample {
    projects: Vec<Row>,
    parts: Vec<Row>,
    read: Converted<Dataset>,
}

impl Sample {
    /// The sample; `None` where it is missing.
    fn open(test: &str) -> Option<Self> {
        let projects = shared::text(test, "data/cordis/project.csv")?;
        let parts = shared::text(test, "data/cordis/organization.csv")?;
        let tables = Tables::new()
            .with(Table::Project, projects.as_bytes())
            .with(Table::Organization, parts.as_bytes());
        let read = cordis::read(tables).unwrap();
        Some(Self { projects: rows(&projects), parts: rows(&parts), read })
    }

    /// The sum of a column over the rows that pass.
    fn sum(rows: &[Row], column: &str, passes: impl Fn(&Row) -> bool) -> Decimal {
        let cells = rows.iter().filter(|row| passes(row)).map(|row| row[column].as_str());
        cells.filter(|cell| !cell.is_empty()).map(|cell| cell.parse::<Decimal>().unwrap()).sum()
    }

    /// The row of a physical line, and the records of a project in it.
    fn part(&self, row: usize) -> (&Row, Option<&Funding>) {
        let row = &self.parts[row];
        let id = format!("{}/{}", row["projectID"], row["organisationID"]);
        let second = format!("{id}/{}/grant", row["role"]);
        let first = format!("{id}/grant");
        let find = |id: &str| self.read.value.funding.iter().find(|funding| funding.id.as_str() == id);
        (row, find(&second).or_else(|| find(&first)))
    }
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn total<'m>(amounts: impl IntoIterator<Item = &'m Money>) -> Decimal {
    amounts.into_iter().map(|money| money.amount.value()).sum()
}

fn amounts(dataset: &Dataset, passes: impl Fn(&Funding) -> bool) -> Vec<&Money> {
    dataset
        .funding
        .iter()
        .filter(|funding| passes(funding))
        .filter_map(|funding| funding.amount.as_ref())
        .collect()
}

#[test]
fn every_row_of_the_sample_becomes_its_records() {
    let Some(sample) = Sample::open("every_row_of_the_sample_becomes_its_records") else { return };
    let dataset = &sample.read.value;
    let counts: Vec<_> = RecordKind::ALL.iter().map(|&kind| dataset.records_of(kind).count()).collect();
    let counts: BTreeMap<_, _> =
        RecordKind::ALL.iter().map(|kind| kind.list()).zip(counts).filter(|(_, n)| *n > 0).collect();
    let expected = BTreeMap::from([
        ("places", 36),
        ("organizations", 766),
        ("programmes", 33),
        ("projects", 26),
        ("participations", 1_076),
        ("goals", 26),
        ("funding", 1_097),
    ]);
    assert_eq!(counts, expected);
    assert_eq!((sample.projects.len(), sample.parts.len()), (26, 1_076));

    let with_role =
        |role| dataset.participations.iter().filter(|part| part.role.as_ref() == Some(&role)).count();
    for (role, count) in [
        (ParticipationRole::LeadPartner, 26),
        (ParticipationRole::Partner, 999),
        (ParticipationRole::ThirdParty, 46),
        (ParticipationRole::AssociatedPartner, 5),
    ] {
        assert_eq!(with_role(role), count);
    }
    let ended = dataset.participations.iter().filter(|part| part.status == Some(Status::Ended)).count();
    assert_eq!(ended, sample.parts.iter().filter(|row| row["endOfParticipation"] == "true").count());
    assert_eq!(ended, 43);
    assert_eq!(dataset.participations.iter().filter(|part| part.via.is_some()).count(), 46);
    let with =
        |status| dataset.projects.iter().filter(|project| project.status.as_ref() == Some(&status)).count();
    assert_eq!((with(Status::Ongoing), with(Status::Completed)), (17, 9));
    let pics: std::collections::HashSet<_> = sample.parts.iter().map(|row| &row["organisationID"]).collect();
    assert_eq!(pics.len(), 765);
    for (project, row) in dataset.projects.iter().zip(&sample.projects) {
        assert_eq!(project.id.as_str(), row["id"]);
        assert_eq!(project.title.get("en"), Some(row["title"].as_str()));
    }
    for (goal, row) in dataset.goals.iter().zip(&sample.projects) {
        assert_eq!(goal.statement.get("en"), Some(row["objective"].replace("\r\n", "\n").as_str()));
    }
    assert_eq!(Dataset::from_json(&dataset.to_json()).unwrap(), *dataset);
}

#[test]
fn the_sums_of_the_sample_are_those_of_its_rows() {
    let Some(sample) = Sample::open("the_sums_of_the_sample_are_those_of_its_rows") else { return };
    let dataset = &sample.read.value;
    let third = |row: &Row| row["role"] == "thirdParty";

    let grants = total(amounts(dataset, |funding| funding.part_of.is_none() && funding.out_of.is_none()));
    assert_eq!(grants, Sample::sum(&sample.projects, "ecMaxContribution", |_| true));
    assert_eq!(grants, decimal("354960239.25"));
    let parts = total(amounts(dataset, |funding| funding.part_of.is_some()));
    assert_eq!(parts, grants);
    assert_eq!(parts, Sample::sum(&sample.parts, "ecContribution", |_| true));
    let passed_on = amounts(dataset, |funding| funding.out_of.is_some());
    assert_eq!(passed_on.len(), 46);
    assert_eq!(total(passed_on.iter().copied()), Sample::sum(&sample.parts, "netEcContribution", third));
    assert_eq!(total(passed_on), decimal("7802314.61"));

    // What a beneficiary keeps is what it receives less what it passes on.
    let whole: HashMap<_, _> = dataset.funding.iter().map(|funding| (&funding.id, funding)).collect();
    let mut net = Decimal::ZERO;
    let mut with_net = 0;
    for (number, row) in
        sample.parts.iter().enumerate().filter(|(_, row)| !row["netEcContribution"].is_empty())
    {
        let (_, funding) = sample.part(number);
        let funding = funding.unwrap();
        let out = amounts(dataset, |other| other.out_of.as_ref() == Some(&funding.id));
        let kept = funding.amount.as_ref().unwrap().amount.value() - total(out);
        assert_eq!(kept, decimal(&row["netEcContribution"]), "{row:?}");
        net += kept;
        with_net += 1;
        if let Some(above) = &funding.out_of {
            assert_eq!(whole[above].recipient, funding.funder);
        }
    }
    assert_eq!((with_net, net), (694, decimal("196033794.40")));

    let budgets = total(dataset.projects.iter().filter_map(|project| project.budget.as_ref()));
    assert_eq!(budgets, Sample::sum(&sample.projects, "totalCost", |_| true));
    assert_eq!(budgets, decimal("838650791.60"));
    let budgets: Vec<_> = dataset.participations.iter().filter_map(|part| part.budget.as_ref()).collect();
    assert_eq!(budgets.len(), 694);
    assert_eq!(total(budgets.iter().copied()), Sample::sum(&sample.parts, "totalCost", |_| true));
    assert_eq!(total(budgets), decimal("613124946.13"));

    // Money of third parties is not counted a second time.
    let euro = CurrencyCode::new("EUR").unwrap();
    let counted = Index::new(dataset).money().unwrap();
    assert_eq!(counted.iter().filter_map(|sum| sum.totals.get(euro)).sum::<Decimal>(), grants);
}

#[test]
fn the_money_of_the_sample_by_country_is_that_of_its_rows() {
    let Some(sample) = Sample::open("the_money_of_the_sample_by_country_is_that_of_its_rows") else { return };
    let dataset = &sample.read.value;
    let countries: HashMap<_, _> = dataset
        .organizations
        .iter()
        .map(|one| (one.id.as_str(), one.place.as_ref().map(cooperation::Id::as_str)))
        .collect();
    let of = |funding: &Funding| match &funding.recipient {
        Some(Party::Organization(id)) => countries[id.as_str()],
        _ => None,
    };
    for (country, amount) in [
        ("DE", "87925331.52"),
        ("FR", "59427233.79"),
        ("ES", "31069175.25"),
        ("IT", "28104362.08"),
        ("NL", "27939555.47"),
    ] {
        let made =
            total(amounts(dataset, |funding| funding.part_of.is_some() && of(funding) == Some(country)));
        assert_eq!(made, Sample::sum(&sample.parts, "ecContribution", |row| row["country"] == country));
        assert_eq!(made, decimal(amount), "{country}");
    }
    let fraunhofer =
        |id: &Option<Party>| matches!(id, Some(Party::Organization(id)) if id.as_str() == "999984059");
    let parts = dataset.participations.iter().filter(|part| fraunhofer(&Some(part.party.clone()))).count();
    assert_eq!(parts, 14);
    let received = total(amounts(dataset, |funding| fraunhofer(&funding.recipient)));
    assert_eq!(received, decimal("9315125.44"));
}

#[test]
fn rows_of_the_sample_are_read_to_their_last_cell() {
    let Some(sample) = Sample::open("rows_of_the_sample_are_read_to_their_last_cell") else { return };
    let dataset = &sample.read.value;
    let project =
        |id: &str| -> &Project { dataset.projects.iter().find(|one| one.id.as_str() == id).unwrap() };
    let first = project("662192");
    assert_eq!(first.acronym.as_ref().unwrap().as_str(), "3Ccar");
    let period = first.period.as_ref().unwrap();
    assert_eq!(
        [period.start, period.end].map(|date| date.unwrap().to_string()),
        ["2015-06-01", "2018-10-31"]
    );
    assert_eq!(first.budget.as_ref().unwrap().to_string(), "52401675.84 EUR");
    assert_eq!(first.modified.unwrap().to_string(), "2020-12-16");
    assert_eq!(dataset.participations.iter().filter(|part| part.project.as_str() == "737459").count(), 114);
    let esee = project("324284");
    assert_eq!(esee.status, Some(Status::Ongoing));
    let topics = esee
        .classifications
        .iter()
        .filter(|code| code.scheme.as_ref().is_some_and(|it| it.as_str() == "CORDIS topic"));
    let topics: Vec<_> = topics.map(|code| code.code.as_ref().unwrap().as_str()).collect();
    assert_eq!(topics, ["SP1-JTI-ENIAC-2012-3", "SP1-JTI-ENIAC-2012-7"]);

    let organization = |id: &str| -> &Organization {
        dataset.organizations.iter().find(|one| one.id.as_str() == id).unwrap()
    };
    let infineon = organization("996588380");
    let address = infineon.address.as_ref().unwrap();
    let point = address.point.as_ref().unwrap();
    assert_eq!(
        (point.latitude.to_string(), point.longitude.to_string()),
        ("44.4816891".into(), "26.1217839".into())
    );
    assert_eq!(address.locality.as_ref().unwrap().as_str(), "Bucharest");
    assert_eq!(infineon.links[0].url.as_ref().unwrap().as_str(), "http://www.infineon.com");
    let identifiers: Vec<_> =
        infineon.identifiers.iter().map(|it| (it.scheme.as_str(), it.value.as_str())).collect();
    assert_eq!(identifiers, [("EU-PIC", "996588380"), ("VAT", "RO17814640"), ("CORDIS RCN", "2498257")]);
    let points =
        dataset.organizations.iter().filter(|one| one.address.as_ref().is_some_and(|it| it.point.is_some()));
    let located: std::collections::HashSet<_> = sample
        .parts
        .iter()
        .filter(|row| !row["geolocation"].is_empty())
        .map(|row| &row["organisationID"])
        .collect();
    assert_eq!(points.count(), located.len());

    // The rows are numbered from 0, and a physical line is two more.
    for (line, recipient, amount) in [
        (2, "996588380", "101058.75"),
        (300, "917393506", "158968.75"),
        (700, "", "5109.36"),
        (900, "", "208700.94"),
        (1077, "", "391562.5"),
    ] {
        let (row, funding) = sample.part(line - 2);
        let funding = funding.unwrap();
        assert!(recipient.is_empty() || row["organisationID"] == recipient, "{line}");
        assert_eq!(funding.amount.as_ref().unwrap().amount.to_string(), amount, "{line}");
    }
    let largest =
        amounts(dataset, |funding| funding.part_of.is_some()).into_iter().max_by_key(|it| it.amount.value());
    assert_eq!(largest.unwrap().amount.to_string(), "6412345.04");
    let smart: Vec<_> =
        dataset.organizations.iter().filter(|one| one.name.get("und") == Some("SMART ROBOTICS BV")).collect();
    assert_eq!(smart.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["895907909", "928821173"]);
    // One organization is a participant and a third party of another in one project.
    let twice: Vec<_> = dataset
        .participations
        .iter()
        .filter(|part| {
            part.project.as_str() == "737459"
                && part.party == Party::Organization("998387051".parse().unwrap())
        })
        .map(|part| part.id.as_str())
        .collect();
    assert_eq!(twice, ["737459/998387051", "737459/998387051/thirdParty"]);
}

#[test]
fn the_sample_is_read_whole_and_has_findings_of_two_rules() {
    let Some(sample) = Sample::open("the_sample_is_read_whole_and_has_findings_of_two_rules") else { return };
    let rules = Rules::default().without("record-without-evidence").unwrap();
    let report = rules.check(&sample.read.value);
    let mut by_rule = BTreeMap::new();
    for finding in report.findings() {
        *by_rule.entry((finding.severity, finding.rule.to_string())).or_insert(0) += 1;
    }
    // SMART ROBOTICS BV has two PICs; 89 contributions and 26 costs of participants are zero.
    let zero = |column: &str| {
        sample.parts.iter().filter(|row| row[column] == "0" && row["role"] != "thirdParty").count()
    };
    let zeros = zero("ecContribution") + sample.parts.iter().filter(|row| row["totalCost"] == "0").count();
    let third = sample
        .parts
        .iter()
        .filter(|row| row["role"] == "thirdParty" && row["netEcContribution"] == "0")
        .count();
    let expected = BTreeMap::from([
        ((Severity::Info, "one-name-several-ids".to_owned()), 1),
        ((Severity::Info, "zero-amount".to_owned()), zeros + third),
    ]);
    // What stands in the cells themselves, such as a dash for a street or a space at an end.
    let of_cells = |rule: &str| matches!(rule, "placeholder-text" | "stray-spaces");
    let by_rule: BTreeMap<_, _> = by_rule.into_iter().filter(|((_, rule), _)| !of_cells(rule)).collect();
    assert_eq!(by_rule, expected);
    assert_eq!(zeros + third, 115);

    let filled = |column: &str| sample.parts.iter().filter(|row| !row[column].is_empty()).count();
    let misfits: Vec<_> =
        sample.read.misfits.iter().map(|misfit| (misfit.place.as_str(), misfit.kind, misfit.count)).collect();
    let no_scheme = misfits.iter().find(|(place, ..)| *place == "organization/organizationURL").unwrap().2;
    let expected = [
        // Two cells have two addresses without a scheme.
        ("organization/organizationURL", MisfitKind::NoPlace, no_scheme),
        ("organization/contactForm", MisfitKind::NoPlace, filled("contactForm")),
        ("organization/order", MisfitKind::NoPlace, filled("order")),
    ];
    assert_eq!(misfits, expected);
    let bare = sample
        .parts
        .iter()
        .filter(|row| !row["organizationURL"].is_empty() && !row["organizationURL"].contains("://"));
    assert_eq!(no_scheme, bare.count() + 2);
}
