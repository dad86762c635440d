//! Two published packages, checked against counts and sums that are made here from the packages themselves.

use super::there_and_back;
use crate::support::shared;
use cooperation::rust_decimal::Decimal;
use cooperation::{Dataset, Funding, codes::FundingStatus};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

struct Published {
    package: Value,
    dataset: Dataset,
    text: String,
}

impl Published {
    fn open(test: &str, name: &str) -> Option<Self> {
        let json = shared::text(test, &format!("data/360giving/{name}.json"))?;
        let (dataset, _) = there_and_back(&json);
        Some(Self { package: serde_json::from_str(&json).unwrap(), dataset, text: json })
    }

    fn grants(&self) -> &[Value] {
        self.package["grants"].as_array().unwrap()
    }

    /// The sum of a member with all its digits.
    fn sum(&self, member: &str) -> Decimal {
        let package: BTreeMap<&str, Vec<BTreeMap<String, &RawValue>>> =
            serde_json::from_str(&self.text).unwrap();
        package["grants"]
            .iter()
            .filter_map(|grant| grant.get(member))
            .map(|raw| raw.get().parse::<Decimal>().unwrap())
            .sum()
    }

    fn with_status(&self, status: &FundingStatus) -> Vec<&Funding> {
        self.dataset.funding.iter().filter(|funding| funding.status.as_ref() == Some(status)).collect()
    }

    fn classified(&self, scheme: &str, code: &str) -> usize {
        let is = |label: &Option<cooperation::Label>, text: &str| {
            label.as_ref().is_some_and(|label| label.as_str() == text)
        };
        let classified = |funding: &&Funding| {
            funding.classifications.iter().any(|entry| is(&entry.scheme, scheme) && is(&entry.code, code))
        };
        self.dataset.funding.iter().filter(classified).count()
    }

    /// Identifiers of organizations that do not follow from their ids.
    fn gained(&self, scheme: &str) -> BTreeSet<(String, String)> {
        let organizations = self.dataset.organizations.iter();
        let gained =
            organizations.flat_map(|one| one.identifiers.iter().map(move |known| (one.id.as_str(), known)));
        let gained = gained.filter(|(id, known)| {
            known.scheme.as_str() == scheme && *id != format!("{scheme}-{}", known.value)
        });
        gained.map(|(id, known)| (id.to_owned(), known.value.to_string())).collect()
    }
}

fn amount(fundings: &[&Funding]) -> Decimal {
    fundings.iter().filter_map(|funding| funding.amount.as_ref()).map(|money| money.amount.value()).sum()
}

fn count(grants: &[Value], member: &str) -> usize {
    grants.iter().filter(|grant| grant.get(member).is_some()).count()
}

#[test]
fn awards_of_one_trust_have_their_places_and_codes() {
    let Some(published) = Published::open("awards_of_one_trust_have_their_places_and_codes", "grants-783")
    else {
        return;
    };
    let dataset = &published.dataset;
    let committed = published.with_status(&FundingStatus::Committed);
    assert_eq!((committed.len(), dataset.funding.len()), (783, 783));
    assert_eq!(amount(&committed), published.sum("amountAwarded"));
    assert_eq!(amount(&committed), Decimal::from(12_785_625));
    let names: BTreeSet<_> = published
        .grants()
        .iter()
        .filter_map(|grant| grant["beneficiaryLocation"][0]["name"].as_str())
        .map(str::to_lowercase)
        .collect();
    assert_eq!(
        (dataset.organizations.len(), dataset.programmes.len(), dataset.places.len()),
        (322, 10, names.len())
    );
    // "UK Wide" and "Uk Wide" are one.
    assert_eq!(names.len(), 42);
    assert_eq!(
        committed.iter().filter(|one| one.places.len() == 1).count(),
        count(published.grants(), "beneficiaryLocation")
    );
    assert_eq!(count(published.grants(), "beneficiaryLocation"), 782);
    assert_eq!(["Yes", "No"].map(|code| published.classified("360Giving open call", code)), [706, 77]);
    assert!(dataset.funding.iter().all(|one| one.modified.is_none()));
    assert!(
        committed
            .iter()
            .all(|one| one.links.iter().any(|link| link.rel == Some(cooperation::codes::LinkRel::Data)))
    );
    let charities = published.gained("GB-CHC");
    let charities: Vec<_> = charities.iter().map(|(id, number)| (id.as_str(), number.as_str())).collect();
    assert_eq!(
        charities.iter().map(|(_, number)| *number).collect::<BTreeSet<_>>(),
        BTreeSet::from(["1077166", "1092992", "1120650", "1143884", "1193389"]),
        "{charities:?}"
    );
    let dates: BTreeSet<_> = committed.iter().map(|one| one.date.unwrap().to_string()).collect();
    assert_eq!(
        (dates.first().unwrap().as_str(), dates.last().unwrap().as_str()),
        ("2013-01-22", "2021-01-26")
    );
    let amounts: BTreeSet<_> =
        committed.iter().map(|one| one.amount.as_ref().unwrap().amount.value()).collect();
    assert_eq!(
        (amounts.first(), amounts.last()),
        (Some(&Decimal::from(1_000)), Some(&Decimal::from(250_000)))
    );
    let first = committed[0];
    assert_eq!(first.id.as_str(), "360G-ABCT-0065I000005BoDGQA044222");
    assert_eq!(first.places[0].as_str(), "uk-wide");
    let addresses = dataset.organizations.iter().filter(|one| one.address.is_some()).count();
    let with_code: BTreeSet<_> = published
        .grants()
        .iter()
        .map(|grant| &grant["recipientOrganization"][0])
        .filter(|one| one.get("postalCode").is_some())
        .filter_map(|one| one["id"].as_str())
        .collect();
    assert_eq!(addresses, with_code.len());
    assert!(dataset.validate().is_valid(), "{}", dataset.validate());
}

#[test]
fn applications_and_awards_of_a_foundation_are_apart() {
    let Some(published) = Published::open("applications_and_awards_of_a_foundation_are_apart", "grants-475")
    else {
        return;
    };
    let dataset = &published.dataset;
    let (committed, requested) =
        (published.with_status(&FundingStatus::Committed), published.with_status(&FundingStatus::Requested));
    assert_eq!((committed.len(), requested.len(), dataset.funding.len()), (475, 475, 950));
    for (fundings, member, sum) in [
        (&committed, "amountAwarded", "21757793.270000000009"),
        (&requested, "amountAppliedFor", "27143231.270000000009"),
    ] {
        assert_eq!(amount(fundings), published.sum(member));
        assert_eq!(amount(fundings), sum.parse().unwrap());
    }
    assert_eq!((dataset.organizations.len(), dataset.programmes.len(), dataset.places.len()), (289, 7, 20));
    assert_eq!(committed.iter().filter(|one| !one.places.is_empty()).count(), 358);
    assert_eq!(
        dataset.funding.iter().filter(|one| one.modified.is_some()).count(),
        count(published.grants(), "dateModified")
    );
    assert_eq!(count(published.grants(), "dateModified"), 351);
    assert_eq!(
        published.gained("GB-CHC"),
        BTreeSet::from([("GB-EDU-133788".to_owned(), "310007".to_owned())])
    );
    assert_eq!(committed.iter().filter(|one| one.planned.is_some()).count(), 468);
    let wide = dataset.places.iter().find(|one| one.name.get("und") == Some("UK Wide")).unwrap();
    assert_eq!(wide.id.as_str(), "geo/K02000001");
    assert_eq!((wide.identifiers[0].scheme.as_str(), wide.country.unwrap().as_str()), ("ONS", "GB"));
    let college = dataset.organizations.iter().find(|one| one.id.as_str() == "GB-EDU-133843").unwrap();
    let address = college.address.as_ref().unwrap();
    assert_eq!(address.locality.as_ref().unwrap().as_str(), "Manchester");
    assert_eq!(address.postal_code.as_ref().unwrap().as_str(), "M13 9RD");
    assert_eq!(college.kind, Some(cooperation::codes::OrganizationKind::Academic));
    let first = committed[0];
    assert_eq!(
        (first.id.as_str(), first.date.unwrap().to_string()),
        ("360G-ALWF-1978", "2020-11-03".to_owned())
    );
    assert_eq!(first.planned.as_ref().unwrap().stated_duration.unwrap().to_string(), "P36M");
    assert_eq!(requested[0].id.as_str(), "360G-ALWF-1978/applied");
    let residue = committed.iter().find(|one| one.id.as_str() == "360G-ALWF-1000029").unwrap();
    assert_eq!(residue.amount.as_ref().unwrap().amount.to_string(), "41133.770000000004");
    let dates: BTreeSet<_> = committed.iter().map(|one| one.date.unwrap().to_string()).collect();
    assert_eq!(
        (dates.first().unwrap().as_str(), dates.last().unwrap().as_str()),
        ("2011-01-18", "2020-12-31")
    );
    let amounts: BTreeSet<_> =
        committed.iter().map(|one| one.amount.as_ref().unwrap().amount.value()).collect();
    assert_eq!(
        (amounts.first(), amounts.last()),
        (Some(&Decimal::from(500)), Some(&Decimal::from(3_544_200)))
    );
    assert!(dataset.validate().is_valid(), "{}", dataset.validate());
}
