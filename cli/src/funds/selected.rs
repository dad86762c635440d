//! Selected funding records without the others.

use cooperation::{Dataset, Funding, FundingId};
use std::collections::{HashMap, HashSet};

/// Removes the funding records that are not selected. A part gets the payer, recipient, programme, subject and status that
/// it inherits from a whole that is removed.
pub(super) fn only(dataset: &mut Dataset, selected: &HashSet<String>) {
    let all: HashMap<FundingId, Funding> =
        dataset.funding.iter().map(|funding| (funding.id.clone(), funding.clone())).collect();
    dataset.funding.retain(|funding| selected.contains(funding.id.as_str()));
    for funding in &mut *dataset.funding {
        let mut seen = HashSet::from([funding.id.clone()]);
        while let Some(whole) = funding.part_of.as_ref().filter(|whole| !selected.contains(whole.as_str())) {
            // The data may go round in a circle.
            let whole = all.get(whole).filter(|whole| seen.insert(whole.id.clone()));
            funding.part_of = whole.and_then(|whole| whole.part_of.clone());
            let Some(whole) = whole else { break };
            inherit(funding, whole);
        }
    }
}

fn inherit(part: &mut Funding, whole: &Funding) {
    part.funder = part.funder.take().or_else(|| whole.funder.clone());
    part.recipient = part.recipient.take().or_else(|| whole.recipient.clone());
    part.programme = part.programme.take().or_else(|| whole.programme.clone());
    part.of = part.of.take().or_else(|| whole.of.clone());
    part.status = part.status.take().or_else(|| whole.status.clone());
}

#[cfg(test)]
mod tests {
    use super::only;
    use cooperation::Dataset;

    #[test]
    fn a_selected_payment_keeps_what_it_inherits_from_its_grant() {
        let mut dataset = Dataset::from_json(
            r#"{"version": "1.0", "funding": [
                {"id": "grant", "funder": {"organization": "trust"}, "status": "committed", "date": "2022"},
                {"id": "paid", "part_of": "grant", "date": "2023"},
                {"id": "x", "part_of": "y", "date": "2023"}, {"id": "y", "part_of": "x"}
            ]}"#,
        )
        .unwrap_or_default();
        only(&mut dataset, &["paid".to_owned(), "x".to_owned()].into());
        let ids: Vec<&str> = dataset.funding.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["paid", "x"]);
        let paid = dataset.funding.first();
        assert!(
            paid.is_some_and(|paid| paid.funder.is_some() && paid.status.is_some() && paid.part_of.is_none())
        );
    }
}
