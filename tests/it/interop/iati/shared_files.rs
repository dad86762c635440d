use crate::support::shared;
use cooperation::interop::{Converted, iati};
use cooperation::rust_decimal::Decimal;
use cooperation::{
    Dataset, Funding, Severity,
    codes::{FundingStatus, GoalLevel, Relation, Status},
};

fn file(test: &str, name: &str) -> Option<Converted<Dataset>> {
    let xml = shared::text(test, &format!("data/iati/{name}"))?;
    let read = iati::read(xml.as_bytes()).unwrap();
    assert_eq!(Dataset::from_json(&read.value.to_json()).unwrap(), read.value);
    Some(read)
}

fn sum<'a>(amounts: impl IntoIterator<Item = &'a cooperation::Money>) -> String {
    let sum: Decimal = amounts.into_iter().map(|money| money.amount.value()).sum();
    sum.to_string()
}

fn of<'d>(dataset: &'d Dataset, status: &FundingStatus) -> Vec<&'d Funding> {
    dataset.funding.iter().filter(|funding| funding.status.as_ref() == Some(status)).collect()
}

#[test]
fn the_activities_of_a_ministry_are_all_there() {
    let Some(read) = file("the_activities_of_a_ministry_are_all_there", "maec.xml") else { return };
    let dataset = &read.value;
    assert_eq!((dataset.projects.len(), dataset.participations.len()), (83, 249));
    let roles = |word: &str| {
        let is = |role: &cooperation::codes::ParticipationRole| role.as_str() == word;
        dataset.participations.iter().filter(|known| known.role.as_ref().is_some_and(is)).count()
    };
    assert_eq!(["accountable", "managing", "implementing"].map(roles), [83, 83, 83]);
    assert_eq!(dataset.organizations.len(), 23);
    let status = |status: &Status| {
        dataset.projects.iter().filter(|known| known.status.as_ref() == Some(status)).count()
    };
    assert_eq!((status(&Status::Ongoing), status(&Status::Closing)), (43, 40));
    let planned = |known: &&cooperation::Project| {
        known.planned.as_ref().is_some_and(|planned| planned.start.is_some() && planned.end.is_some())
    };
    assert_eq!(dataset.projects.iter().filter(planned).count(), 83);
    assert!(dataset.projects.iter().all(|known| known.period.is_none()));

    let budgets: Vec<_> =
        dataset.projects.iter().flat_map(|known| &known.budgets).map(|budget| &budget.amount).collect();
    assert_eq!((budgets.len(), sum(budgets.iter().copied())), (110, "-28871089.74".to_owned()));
    let above: Vec<_> =
        budgets.iter().copied().filter(|money| money.amount.value() > Decimal::ZERO).collect();
    assert_eq!((above.len(), sum(above)), (49, "4791834.58".to_owned()));
    assert_eq!(budgets.iter().filter(|money| money.amount.value().is_zero()).count(), 36);
    assert_eq!(budgets.iter().filter(|money| money.amount.is_negative()).count(), 25);

    assert_eq!(dataset.funding.len(), 409);
    for (status, count, total) in [
        (FundingStatus::Planned, 110, "-28871089.74"),
        (FundingStatus::Committed, 108, "1123256.81"),
        (FundingStatus::Disbursed, 108, "-28877855.19"),
    ] {
        let fundings = of(dataset, &status);
        let amounts = fundings.iter().map(|funding| funding.amount.as_ref().unwrap());
        assert_eq!((fundings.len(), sum(amounts).as_str()), (count, total), "{status}");
    }
    let spain = dataset.organizations.iter().find(|known| known.name.best(&[]) == "Spain").unwrap();
    let of_spain =
        |funding: &&Funding| funding.funder == Some(cooperation::Party::Organization(spain.id.clone()));
    assert_eq!(dataset.funding.iter().filter(of_spain).count(), 83);

    let in_scheme = |scheme: &str| -> Vec<_> {
        let all = dataset.projects.iter().flat_map(|known| &known.classifications);
        all.filter(|known| known.scheme.as_ref().is_some_and(|known| known.as_str() == scheme)).collect()
    };
    let sectors = in_scheme("OECD DAC CRS purpose");
    let codes: std::collections::HashSet<_> = sectors.iter().map(|known| &known.code).collect();
    assert_eq!((sectors.len(), codes.len()), (83, 27));
    let markers = in_scheme("OECD DAC policy marker");
    assert_eq!((markers.len(), markers.iter().filter(|known| known.applies()).count()), (208, 67));
    let related: Vec<_> = dataset.projects.iter().flat_map(|known| &known.related).collect();
    assert_eq!(related.len(), 275);
    assert!(related.iter().all(|known| known.relation == Relation::Sibling && known.to.is_none()));
    assert_eq!(dataset.places.len(), 4);
    assert!(
        dataset.places.iter().any(|place| place.id.as_str() == "ID" && place.name.best(&[]) == "Indonesia")
    );
    let marker = read.misfits.iter().find(|misfit| misfit.place == "iati-activity/policy-marker").unwrap();
    assert_eq!(marker.count, 456);
    assert_eq!(read.misfits.iter().filter(|misfit| misfit.place.contains("budget")).count(), 0);

    let report = dataset.validate();
    assert_eq!(report.count(Severity::Error), 0, "{report}");
    let warnings = |rule: &str| report.findings().iter().filter(|found| found.rule == rule).count();
    assert_eq!(warnings("disbursed-over-committed"), 14);
    assert_eq!(warnings("one-identifier-several-records"), 0);
}

#[test]
fn single_values_of_the_ministry_are_as_written() {
    let Some(read) = file("single_values_of_the_ministry_are_as_written", "maec.xml") else { return };
    let dataset = &read.value;
    let project =
        |ending: &str| dataset.projects.iter().find(|known| known.id.as_str().ends_with(ending)).unwrap();
    let first = project("009-001301");
    let planned = first.planned.as_ref().unwrap();
    assert_eq!(
        planned.start.unwrap().to_string() + " " + &planned.end.unwrap().to_string(),
        "2011-11-01 2012-11-01"
    );
    assert_eq!(first.budgets[0].amount.to_string(), "9270 EUR");
    let funding = |id: &str| dataset.funding.iter().find(|known| known.id.as_str().ends_with(id)).unwrap();
    let committed = funding("009-001301/transaction/1");
    assert_eq!(
        (committed.amount.as_ref().unwrap().to_string(), committed.date.unwrap().to_string()),
        ("15450 EUR".to_owned(), "2011-11-01".to_owned())
    );
    let grade = |known: &cooperation::model::Classification| {
        known.scheme.as_ref().is_some_and(|scheme| scheme.as_str() == "OECD DAC policy marker")
            && known.code.as_ref().is_some_and(|code| code.as_str() == "2")
            && known.significance.as_ref().is_some_and(|grade| grade.as_str() == "2")
    };
    assert!(project("009-002165").classifications.iter().any(grade));
    let largest = |ending: &str| {
        let mut amounts: Vec<_> = project(ending).budgets.iter().map(|budget| budget.amount.amount).collect();
        amounts.sort_by_key(|amount| amount.value());
        (amounts.first().unwrap().to_string(), amounts.last().unwrap().to_string())
    };
    assert_eq!(largest("-032085").1, "1886322");
    assert_eq!(largest("-046691").0, "-6141275.41");
    assert_eq!(project("-066055").related.len(), 104);
    let share = |known: &&cooperation::model::Classification| {
        known.scheme.as_ref().is_some_and(|scheme| scheme.as_str() == "ISO 3166-1")
    };
    let country = project("-066055").classifications.iter().find(share).unwrap();
    assert_eq!(country.share.unwrap().to_string(), "0.00");
    let last = dataset.projects.last().unwrap();
    assert!(last.id.as_str().ends_with("-077707"));
    assert_eq!((last.related.len(), last.budgets[0].amount.to_string()), (4, "3312 EUR".to_owned()));
    let place = dataset.places.iter().find(|place| place.name.best(&[]).starts_with("Camboya")).unwrap();
    assert!(project("-041985").places.contains(&place.id));
}

#[test]
fn the_example_of_the_standard_is_read_as_a_whole() {
    let Some(read) = file("the_example_of_the_standard_is_read_as_a_whole", "example.xml") else { return };
    let dataset = &read.value;
    let [project] = &dataset.projects[..] else { panic!() };
    assert_eq!(project.id.as_str(), "AA-AAA-123456789-ABC123");
    let languages: Vec<_> = project.title.iter().map(|(language, _)| language).collect();
    assert_eq!(languages, ["en", "es", "fr"]);
    let period = |period: &Option<cooperation::Period>| {
        let period = period.as_ref().unwrap();
        [period.start, period.end].map(|date| date.map(|date| date.to_string()).unwrap_or_default())
    };
    assert_eq!(period(&project.planned), ["2012-04-15", "2015-12-31"]);
    assert_eq!(period(&project.period), ["2012-04-28", ""]);
    // The funder is named by a transaction.
    let ids: Vec<_> =
        dataset.participations.iter().map(|known| known.identifiers[0].value.as_str()).collect();
    assert_eq!(ids, ["CC-CCC-123456789-1234", "AA-AAA-123456789-1234"]);
    assert_eq!(project.budgets[0].amount.to_string(), "3000 EUR");
    let [planned, again, income] = &dataset.funding[..] else { panic!() };
    for funding in [planned, again] {
        assert_eq!(
            (&funding.status, funding.amount.as_ref().unwrap().to_string()),
            (&Some(FundingStatus::Planned), "3000 EUR".to_owned())
        );
    }
    assert_eq!(
        (income.amount.as_ref().unwrap().to_string(), income.date.unwrap().to_string()),
        ("1000 EUR".to_owned(), "2012-01-01".to_owned())
    );
    assert!(
        income
            .classifications
            .iter()
            .any(|known| known.scheme.as_ref().unwrap().as_str() == "IATI humanitarian")
    );
    assert_eq!(income.identifiers[0].value.as_str(), "1234");

    assert_eq!((dataset.goals.len(), dataset.groups.len()), (2, 1));
    let output = dataset.goals.iter().find(|goal| goal.level == GoalLevel::Output).unwrap();
    let indicator = &output.indicators[0];
    assert_eq!(indicator.ascending, Some(true));
    assert_eq!(
        (indicator.baselines[0].value.unwrap().to_string(), indicator.baselines[0].date.unwrap().to_string()),
        ("10".to_owned(), "2012".to_owned())
    );
    assert_eq!(
        (indicator.targets[0].value.unwrap().to_string(), indicator.actuals[0].value.unwrap().to_string()),
        ("10".to_owned(), "11".to_owned())
    );
    assert_eq!(period(&indicator.targets[0].period), ["2013-01-01", "2013-03-31"]);
    assert_eq!((indicator.targets[0].dimensions.len(), indicator.actuals[0].dimensions.len()), (2, 2));
    let kept = output.extensions.get("org.iatistandard").unwrap();
    assert_eq!(kept.matches("\"@ref\":\"AF-KAN\"").count(), 2, "{kept}");

    let sectors: Vec<_> = project
        .classifications
        .iter()
        .filter(|known| known.code.as_ref().is_some_and(|code| ["111", "112"].contains(&code.as_str())))
        .collect();
    assert!(sectors.iter().all(|known| known.share.unwrap().to_string() == "50") && sectors.len() == 2);
    assert_eq!(project.related[0].relation, Relation::PartOf);
    assert_eq!(project.related[0].identifiers[0].value.as_str(), "AA-AAA-123456789-6789");
    for path in ["crs-add", "fss", "legacy-data", "conditions", "capital-spend"] {
        let place = format!("iati-activity/{path}");
        assert!(read.misfits.iter().any(|misfit| misfit.place == place), "{place}");
    }
    let json = dataset.to_json();
    assert!(json.contains("88.8") && !json.contains("Transparency Lead"));
    assert_eq!(dataset.validate().count(Severity::Error), 0);
}
