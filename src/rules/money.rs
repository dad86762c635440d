use super::catalogue::FORMAT;
use super::engine::place;
use super::ids::Place;
use super::{Note, Sink};
use crate::dataset::Dataset;
use crate::shape::Path;
use crate::values::{Kind, Money};

family! { "money"
    NEGATIVE_AMOUNT "negative-amount" Warning {
        what: "An amount of money is less than zero.",
        why: "What is given or budgeted is more than nothing; only a correction of earlier money is less.",
        origin: "360Giving: amounts",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "-5.00", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5.00", "currency": "EUR"}}]"#,
    }
    ZERO_AMOUNT "zero-amount" Info {
        what: "An amount of money is zero.",
        why: "Zero says that there was no money; where the sources do not say, the amount is left out.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "0", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}]"#,
    }
    SHARE_RANGE "share-out-of-range" Error {
        what: "The share of a funding is less than 0 or more than 100 per cent.",
        why: "A part of a budget is no more than the whole.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "120"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "80.00"}]"#,
    }
    FUNDING_OF_NOTHING "funding-of-nothing" Error {
        what: "A funding says neither what the money is for nor who receives it.",
        why: "Money for nothing and nobody is no relation.",
        origin: "360Giving: a grant has a recipient",
        breaks: r#""funding": [{"id": "f", "amount": {"amount": "5", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}}]"#,
    }
}

pub(super) fn check_amount(own: (Place, &str), at: &Path<'_>, money: &Money, sink: &mut Sink<'_>) {
    if money.amount.is_negative() {
        let note =
            || Note::new(format!("the amount {money} is negative")).help("write the amount without a minus");
        sink.found(&NEGATIVE_AMOUNT, Some(own), at.member("amount"), note);
    } else if money.amount.value().is_zero() {
        let note = || {
            Note::new("the amount is zero")
                .help("leave the amount out where the sources do not say how much it was")
        };
        sink.found(&ZERO_AMOUNT, Some(own), at.member("amount"), note);
    }
}

pub(super) fn check(dataset: &Dataset, sink: &mut Sink<'_>) {
    let root = Path::root();
    let list = root.member(Kind::Funding.list());
    for (index, funding) in dataset.funding.iter().enumerate() {
        let own = (place(Kind::Funding, index), funding.id.as_str());
        if funding.of.is_none() && funding.recipient.is_none() {
            let note = || {
                Note::new("the funding says neither what the money is for nor who receives it")
                    .help("add what it is of, or the recipient")
            };
            sink.found(&FUNDING_OF_NOTHING, Some(own), list.index(index), note);
        }
        if let Some(share) = funding.share
            && (share.is_negative() || share.value() > rust_decimal::Decimal::ONE_HUNDRED)
        {
            let note = || {
                Note::new(format!("the share is {share} per cent, expected 0 to 100"))
                    .help("write the share in per cent")
            };
            sink.found(&SHARE_RANGE, Some(own), list.index(index).member("share"), note);
        }
    }
}
