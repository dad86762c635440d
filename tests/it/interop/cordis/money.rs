//! Contributions of the European Union, each counted once.

use super::{converted, told};
use cooperation::{CurrencyCode, Dataset, Funding, Index};

const PROJECT: &[&str] = &["id", "title", "ecMaxContribution", "frameworkProgramme", "ecSignatureDate"];
const PART: &[&str] =
    &["projectID", "organisationID", "name", "order", "role", "ecContribution", "netEcContribution"];

fn funding<'d>(dataset: &'d Dataset, id: &str) -> &'d Funding {
    dataset.funding.iter().find(|funding| funding.id.as_str() == id).unwrap_or_else(|| panic!("{id}"))
}

fn amount(dataset: &Dataset, id: &str) -> String {
    funding(dataset, id).amount.as_ref().unwrap().to_string()
}

#[test]
fn a_third_party_is_paid_out_of_what_its_beneficiary_receives() {
    // The third party comes before its beneficiary, which shares its number with one that has left.
    let read = converted(
        &[PROJECT, &["1", "One", "100.50", "HORIZON", "2022-05-01"]],
        &[
            PART,
            &["1", "30", "Third", "2", "thirdParty", "0", "30.25"],
            &["1", "10", "First", "1", "coordinator", "40", "40"],
            &["1", "21", "Gone", "2", "participant", "0", "0"],
            &["1", "20", "Second", "2", "participant", "60.50", "30.25"],
        ],
    );
    let dataset = &read.value;
    assert_eq!(amount(dataset, "1/grant"), "100.50 EUR");
    assert_eq!(amount(dataset, "1/20/grant"), "60.50 EUR");
    assert_eq!(amount(dataset, "1/30/grant"), "30.25 EUR");
    assert_eq!(amount(dataset, "1/21/grant"), "0 EUR");
    for id in ["1/10/grant", "1/20/grant", "1/21/grant"] {
        let part = funding(dataset, id);
        assert_eq!(part.part_of.as_ref().unwrap().as_str(), "1/grant");
        assert_eq!(part.funder, funding(dataset, "1/grant").funder);
    }
    let third = funding(dataset, "1/30/grant");
    assert_eq!((third.part_of.as_ref(), third.out_of.as_ref().unwrap().as_str()), (None, "1/20/grant"));
    assert_eq!(third.funder, funding(dataset, "1/20/grant").recipient);
    let via = dataset.participations.iter().find(|part| part.id.as_str() == "1/30").unwrap().via.clone();
    assert_eq!(via, third.funder);
    let euro = CurrencyCode::new("EUR").unwrap();
    let sums = Index::new(dataset).money().unwrap();
    assert_eq!(
        sums.iter().map(|sum| sum.totals.get(euro).unwrap().to_string()).collect::<Vec<_>>(),
        ["100.50"]
    );
    assert_eq!((sums[0].programme.unwrap().as_str(), sums[0].year), ("HORIZON", Some(2022)));
    assert_eq!(
        told(&read.misfits),
        ["organization/order (line 2): no equivalent field; kept in extensions (4 places)"]
    );
}

#[test]
fn a_net_contribution_that_does_not_follow_is_kept_and_told() {
    let read = converted(
        &[PROJECT, &["1", "One", "100", "HORIZON", ""]],
        &[
            PART,
            &["1", "20", "Second", "2", "participant", "100", "60"],
            &["1", "30", "Third", "2", "thirdParty", "0", "30"],
            &["1", "31", "Lonely", "7", "thirdParty", "0", "10"],
        ],
    );
    let second = read.value.participations.iter().find(|part| part.id.as_str() == "1/20").unwrap();
    assert_eq!(second.extensions.get("eu.europa.cordis"), Some(r#"{"netEcContribution":"60","order":"2"}"#));
    let lonely = funding(&read.value, "1/31/grant");
    assert_eq!((&lonely.part_of, &lonely.out_of, &lonely.funder), (&None, &None, &None));
    let told = told(&read.misfits);
    let has = |text: &str| assert!(told.iter().any(|line| line == text), "{told:#?}");
    has(
        "organization/netEcContribution (line 2): the third parties do not receive the difference to ecContribution; \
         kept in extensions",
    );
    has(
        "organization/order (line 4): no row of the project has the number of the third party: nothing is known of its \
         beneficiary",
    );
}

#[test]
fn amounts_of_a_project_that_do_not_add_up_are_told() {
    let project = &["id", "title", "ecMaxContribution", "totalCost"];
    let part = &["projectID", "organisationID", "name", "role", "ecContribution", "totalCost"];
    let read = converted(
        &[project, &["1", "One", "100", "150"], &["2", "Two", "10", "20"], &["3", "Three", "5", "7"]],
        &[
            part,
            &["1", "10", "First", "coordinator", "60", "70"],
            &["1", "20", "Second", "participant", "30.5", "80"],
            &["2", "10", "First", "coordinator", "9", "20"],
            &["3", "10", "First", "coordinator", "5", "6.5"],
        ],
    );
    assert_eq!(
        told(&read.misfits),
        [
            "organization/ecContribution: the rows of project \"1\" add up to 90.5 and its ecMaxContribution is 100: both are \
         kept (2 places)",
            "organization/totalCost: the rows of project \"3\" add up to 6.5 and its totalCost is 7: both are kept",
        ]
    );
}

#[test]
fn nothing_is_made_of_amounts_that_are_not_there() {
    let read = converted(
        &[PROJECT, &["1", "One", "", "HORIZON", ""]],
        &[PART, &["1", "10", "First", "1", "coordinator", "", ""]],
    );
    assert!(read.value.funding.is_empty());
    assert_eq!(read.value.organizations.len(), 1);
    // Without a grant of the project there is nothing that a contribution is a part of.
    let read = converted(
        &[PROJECT, &["1", "One", "", "HORIZON", ""]],
        &[PART, &["1", "10", "First", "1", "coordinator", "5", ""]],
    );
    assert_eq!(funding(&read.value, "1/10/grant").part_of, None);
    assert_eq!(read.value.organizations.last().unwrap().id.as_str(), "european-commission");
}

#[test]
fn a_cost_of_zero_beside_a_contribution_was_not_declared() {
    let rows: &[&[&str]] = &[
        &["id", "title", "totalCost", "ecMaxContribution"],
        &["1", "One", "0", "100"],
        &["2", "Two", "0,00", "0"],
    ];
    let read = super::read(&[(super::Table::Project, &super::csv(rows))]).unwrap();
    let budgets: Vec<_> =
        read.value.projects.iter().map(|one| one.budget.as_ref().map(ToString::to_string)).collect();
    assert_eq!(budgets, [None, Some("0.00 EUR".to_owned())]);
    assert_eq!(read.misfits.len(), 1);
}
