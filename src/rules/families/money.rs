use crate::dataset::RecordRef;
use crate::model::{Budget, Classification, Funding, Party, Subject};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{
    BlockVec, Fingerprint, IdRef, Ids, Memory, Observed, RecordAt, RecordPlace, met_again,
};
use crate::order::{put_in_order, repeated};
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::rules::wording::{self, amount};
use crate::reflect::Path;
use crate::values::{CurrencyCode, Decimal, FundingStatus, RecordKind, Money, ParticipationRole};
use cooperation_derive::{Fact, Facts};
use rust_decimal::Decimal as Exact;
use std::fmt::{Display, Write as _};
use std::mem::take;

family! { "money"
    NEGATIVE_AMOUNT "negative-amount" Info {
        what: "An amount of money is less than zero, other than one that was disbursed or returned.",
        why: "Grants and budgets are positive. Only a correction of an earlier amount is negative.",
        origin: "360Giving: amounts",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "-5.00", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5.00", "currency": "EUR"}}]"#,
    }
    NEGATIVE_REFUND "negative-refund" Info {
        what: "Money that was disbursed or returned has a negative amount.",
        why: "A refund is recorded as a funding record with the status returned and a positive amount. IATI and some registers record it as a negative payment.",
        origin: "IATI: refunds",
        breaks: r#""organizations": [{"id": "bank", "name": {"en": "Bank"}}, {"id": "yard", "name": {"en": "Yard"}}], "funding": [{"id": "f", "funder": {"organization": "bank"}, "recipient": {"organization": "yard"}, "status": "disbursed", "amount": {"amount": "-5.00", "currency": "EUR"}}]"#,
        keeps: r#""organizations": [{"id": "bank", "name": {"en": "Bank"}}, {"id": "yard", "name": {"en": "Yard"}}], "funding": [{"id": "f", "funder": {"organization": "bank"}, "recipient": {"organization": "yard"}, "status": "returned", "amount": {"amount": "5.00", "currency": "EUR"}}]"#,
    }
    ZERO_AMOUNT "zero-amount" Info {
        what: "An amount of money is zero, and is not the budget of an associated partner.",
        why: "Zero states that there was no money. If the source gives no amount, leave the amount out.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "0", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}]"#,
    }
    SHARE_RANGE "share-out-of-range" Error {
        what: "A share of a funding record or a classification is less than 0 or more than 100 per cent.",
        why: "A share is a part of a whole.",
        origin: FORMAT,
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "share": "120"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "share": "80.00"}]"#,
    }
    SHARE_BELOW_ONE "share-below-one" Info {
        what: "A share is less than 1 per cent, and no other share of the same subject, or of the same list of codes, is more than 1. A share that can be compared with an amount and a budget is not checked by this rule.",
        why: "A share is in per cent. Such a share is most likely a fraction of one: 0.65 where 65 is meant.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "0.65"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "65"}]"#,
    }
    SHARES_OVER_WHOLE "shares-over-whole" Warning {
        what: "Shares add up to more than 100 per cent: the shares of a subject's funding in one stage (committed, disbursed or spent), or the shares of the codes of one list on a record.",
        why: "One of the shares is wrong or counted twice.",
        origin: "IATI: percentages of one vocabulary sum to 100",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "share": "80"}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "share": "30"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "share": "80"}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "share": "20"}]"#,
    }
    PARTS_OVER_WHOLE "parts-over-whole" Warning {
        what: "The parts of a funding, or the money passed on out of it, add up to more than its amount. Committed, disbursed and spent money is added up separately; requested, pledged and planned money is ignored.",
        why: "An amount is wrong, or a part is counted twice.",
        origin: "360Giving: amount awarded and disbursed",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "120", "currency": "EUR"}, "part_of": "f"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "100", "currency": "EUR"}, "part_of": "f"}]"#,
    }
    MIXED_CURRENCIES "mixed-currencies" Info {
        what: "A funding record is part of another one and has a different currency.",
        why: "The parts cannot be checked against the whole.",
        origin: FORMAT,
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "50", "currency": "NOK"}, "part_of": "f"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "50", "currency": "EUR"}, "part_of": "f"}]"#,
    }
    PAID_OVER_COMMITTED "disbursed-over-committed" Warning {
        what: "More money was disbursed than was committed to the same subject and recipient by the same funder and programme.",
        why: "A commitment is missing, or a payment is counted twice.",
        origin: "IATI: transactions, commitment and disbursement",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "status": "committed", "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "status": "disbursed", "amount": {"amount": "120", "currency": "EUR"}}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "status": "committed", "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "status": "disbursed", "amount": {"amount": "100", "currency": "EUR"}}]"#,
    }
    BUDGET_TWICE "budget-stated-twice" Warning {
        what: "Two entries in `budgets` have the same period and currency, and are both original or both revised.",
        why: "Budgets of one period are versions of one budget. It is unclear which of the two applies.",
        origin: "IATI: budget type",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budgets": [{"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "5", "currency": "EUR"}}, {"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "7", "currency": "EUR"}}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budgets": [{"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "5", "currency": "EUR"}}, {"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "7", "currency": "EUR"}, "revised": true}]}]"#,
    }
    OTHER_FUNDER "part-of-another-funder" Warning {
        what: "A funding record is part of a funding record that another party pays.",
        why: "An instalment or a share of a grant is paid by the funder of the grant. Money that the recipient passes on is `out_of` the grant.",
        origin: "360Giving: regranting",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "alpha"}, "recipient": {"organization": "beta"}, "part_of": "grant"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "alpha"}, "recipient": {"organization": "beta"}, "out_of": "grant"}]"#,
    }
    OTHER_PASSES_ON "passed-on-by-another" Warning {
        what: "A funding record is `out_of` another one, but its funder is not the recipient of that one.",
        why: "Only the party that receives money can pass it on. An instalment of a grant is `part_of` it.",
        origin: "360Giving: regranting",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "eu"}, "recipient": {"organization": "beta"}, "out_of": "grant"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "alpha"}, "recipient": {"organization": "beta"}, "out_of": "grant"}]"#,
    }
    BUDGET_AS_FUNDING "budget-as-funding" Warning {
        what: "A funding record names neither funder, programme nor recipient.",
        why: "An amount without payer and recipient is a budget. Budgets are never added to funding.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "5", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5", "currency": "EUR"}}]"#,
    }
    TOO_MANY_DECIMALS "too-many-decimals" Warning {
        what: "An amount has more decimals than its currency.",
        why: "Usually the point was meant to separate thousands: 5.000 is five, and not five thousand.",
        origin: "ISO 4217: minor units",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5.000", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5000.00", "currency": "EUR"}}]"#,
    }
    OVER_BUDGET "funding-over-budget" Info {
        what: "The money committed to a project, programme or participation, or paid or spent on it, is more than its budget.",
        why: "The budget is out of date, or money is counted twice.",
        origin: "OC4IDS: budget and cost",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "100", "currency": "EUR"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "500", "currency": "EUR"}}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "100", "currency": "EUR"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "80", "currency": "EUR"}}]"#,
    }
    SHARE_BELIED "share-disagrees-with-amount" Warning {
        what: "The share of a funding record differs by more than one percentage point from its amount divided by the budget of its subject.",
        why: "One of the three is wrong. A share is in per cent: 65 and not 0.65.",
        origin: FORMAT,
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "100", "currency": "EUR"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "65", "currency": "EUR"}, "share": "0.65"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "100", "currency": "EUR"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "65", "currency": "EUR"}, "share": "65"}]"#,
    }
    SAME_FUNDING "one-funding-several-ids" Info {
        what: "Two funding records agree in everything that identifies a payment: parties, programme, subject, kind, status, amount, date, period, title and identifiers.",
        why: "The money was entered twice, so that sums are too high.",
        origin: "360Giving: data quality",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "5", "currency": "EUR"}, "date": "2020-05-01"}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "5", "currency": "EUR"}, "date": "2020-05-01"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "5", "currency": "EUR"}, "date": "2020-05-01"}, {"id": "g", "of": {"project": "p"}, "funder": {"organization": "eu"}, "amount": {"amount": "5", "currency": "EUR"}, "date": "2021-05-01"}]"#,
    }
    FUNDS_ITSELF "funder-is-recipient" Warning {
        what: "The funder and the recipient of a funding record are the same organization or network. Not reported if both are the same group, since a group represents several parties.",
        why: "A party's own contribution has a funder and a subject, and no recipient. Otherwise one of the two is wrong.",
        origin: "360Giving: data quality",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}], "funding": [{"id": "f", "funder": {"organization": "eu"}, "recipient": {"organization": "eu"}}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "o", "name": {"en": "O"}}], "funding": [{"id": "f", "funder": {"organization": "eu"}, "recipient": {"organization": "o"}}]"#,
    }
    FUNDING_OF_NOTHING "funding-of-nothing" Error {
        what: "A funding record states neither what the money is for nor who receives it.",
        why: "Such a record relates the money to nothing.",
        origin: "360Giving: a grant has a recipient",
        breaks: r#""funding": [{"id": "f", "amount": {"amount": "5", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    /// In the order of their fundings.
    amounts: BlockVec<Amount>,
    /// In the order of their fundings.
    ends: BlockVec<Ends>,
    parts: BlockVec<Part>,
    /// In the order of their fundings.
    shares: BlockVec<Share>,
    budgets: BlockVec<StatedBudget>,
    funded: BlockVec<Funded>,
    payments: BlockVec<Payment>,
}

/// The budget of something that is funded.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct StatedBudget {
    #[moves]
    pub of: RecordPlace,
    pub value: Decimal,
    pub currency: CurrencyCode,
}

/// A funding of something that may have a budget. Its amount and its share are kept once, with those of all.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Funded {
    #[moves]
    pub funding: RecordPlace,
    #[moves]
    pub of: IdRef,
    pub stage: Stage,
    pub is_apart: bool,
}

/// What identifies a payment.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Payment {
    #[moves]
    pub funding: RecordPlace,
    pub fingerprint: Fingerprint,
}

/// How much a funding is.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Amount {
    #[moves]
    pub funding: RecordPlace,
    pub value: Decimal,
    pub currency: CurrencyCode,
    pub flow: Option<Flow>,
}

/// Whether money was committed or paid: of what, by whom, from which programme, to whom.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Flow {
    pub ends: Fingerprint,
    pub paid: bool,
}

/// Funder and recipient of a funding.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Ends {
    #[moves]
    pub funding: RecordPlace,
    #[moves]
    pub funder: Option<IdRef>,
    #[moves]
    pub recipient: Option<IdRef>,
}

/// A funding that is part of another, or that the recipient of another passes on.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Part {
    #[moves]
    pub funding: RecordPlace,
    #[moves]
    pub whole: IdRef,
    pub stage: Stage,
    pub is_passed_on: bool,
}

/// The share of the budget of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Share {
    #[moves]
    pub funding: RecordPlace,
    #[moves]
    pub of: IdRef,
    pub percent: Decimal,
    pub stage: Stage,
    pub is_part: bool,
}

/// The stage of money in sums. Sums of different stages are not added up: what is paid was promised before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::rules) enum Stage {
    /// Requested, declined, pledged, planned or returned: not money that a whole is made of.
    Apart,
    /// Committed, or nothing is said.
    Promised,
    Paid,
    Spent,
}

impl Stage {
    const fn of(funding: &Funding) -> Self {
        match funding.status {
            Some(
                FundingStatus::Requested
                | FundingStatus::Declined
                | FundingStatus::Pledged
                | FundingStatus::Planned
                | FundingStatus::Returned,
            ) => Self::Apart,
            Some(FundingStatus::Disbursed) => Self::Paid,
            Some(FundingStatus::Spent) => Self::Spent,
            _ => Self::Promised,
        }
    }
}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    fn money(&mut self, record: RecordAt<'_>, at: &Path<'_>, money: &Money, context: &mut Context<'_, '_>) {
        check_decimals(record, at, money, context.reporter);
        // Whether zero or less is plausible depends on the rest of such a record.
        if !matches!(record.place.kind, RecordKind::Funding | RecordKind::Participation) {
            check_amount(record, at, money, context.reporter);
        }
    }

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        if !observed.record.classifications().is_empty() {
            check_classifications(observed.at, observed.record.classifications(), context.reporter);
        }
        match observed.record {
            RecordRef::Funding(funding) => {
                check_funding(observed.at, funding, context.reporter);
                if let Some(amount) = &funding.amount {
                    let is_refund = amount.amount.is_negative()
                        && matches!(funding.status, Some(FundingStatus::Disbursed | FundingStatus::Returned));
                    if is_refund {
                        context.reporter.found(&NEGATIVE_REFUND, Some(observed.at), &"/amount/amount", &|| {
                            Note::new(format!("the amount {} {} is negative", wording::amount(amount.amount), amount.currency))
                                .with_help("write the status returned and the amount without the minus sign")
                        });
                    } else {
                        check_amount(observed.at, &Path::root().member("amount"), amount, context.reporter);
                    }
                }
                self.note(observed.at, funding, context.memory);
            }
            RecordRef::Participation(participation) => {
                let is_associated = participation.role == Some(ParticipationRole::AssociatedPartner);
                if let Some(budget) = &participation.budget
                    && !(is_associated && budget.amount.value().is_zero())
                {
                    check_amount(observed.at, &Path::root().member("budget"), budget, context.reporter);
                }
                self.note_budget(observed.at.place, participation.budget.as_ref());
            }
            RecordRef::Organization(organization) => check_budgets(observed.at, &organization.budgets, context.reporter),
            RecordRef::Network(network) => check_budgets(observed.at, &network.budgets, context.reporter),
            RecordRef::Programme(programme) => {
                check_budgets(observed.at, &programme.budgets, context.reporter);
                self.note_budget(observed.at.place, programme.budget.as_ref());
            }
            RecordRef::Project(project) => {
                check_budgets(observed.at, &project.budgets, context.reporter);
                self.note_budget(observed.at.place, project.budget.as_ref());
            }
            _ => {}
        }
    }

    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        let Self { amounts, ends, parts, shares, budgets, funded, payments } = take(self);
        finish_payments(met_again(payments, |payment| payment.fingerprint), &memory.ids, reporter);
        let compared = finish_budgets(budgets.into_vec(), funded, &amounts, &shares, &memory.ids, reporter);
        finish_parts(&parts, &amounts, &memory.ids, reporter);
        finish_ends(&parts, &ends, &memory.ids, reporter);
        drop(ends);
        drop(parts);
        finish_flows(&amounts, &memory.ids, reporter);
        drop(amounts);
        finish_shares(shares.into_vec(), &compared, &memory.ids, reporter);
    }
}

impl Facts {
    /// Takes note of the money of a funding.
    fn note(&mut self, at: RecordAt<'_>, record: &Funding, memory: &mut Memory) {
        let (place, stage) = (at.place, Stage::of(record));
        if let (Some(of), Some(share)) = (&record.of, record.share)
            && is_share(share)
        {
            let (of, is_part) = (memory.ids.mention(of.key()), record.part_of.is_some());
            self.shares.push(Share { funding: place, of, percent: share, stage, is_part });
        }
        let ids = &mut memory.ids;
        if record.funder.is_some() || record.recipient.is_some() {
            let mut mention = |party: &Option<Party>| party.as_ref().map(|party| ids.mention(party.key()));
            let (funder, recipient) = (mention(&record.funder), mention(&record.recipient));
            self.ends.push(Ends { funding: place, funder, recipient });
        }
        for (whole, is_passed_on) in [(&record.part_of, false), (&record.out_of, true)] {
            if let Some(whole) = whole {
                let whole = ids.mention((RecordKind::Funding, whole.as_str()));
                self.parts.push(Part { funding: place, whole, stage, is_passed_on });
            }
        }
        let Some(Money { amount, currency, .. }) = record.amount else { return };
        if let Some(of) = record.of.as_ref().map(Subject::key)
            && matches!(of.0, RecordKind::Project | RecordKind::Programme | RecordKind::Participation)
        {
            let of = memory.ids.mention(of);
            let is_apart = stage == Stage::Apart || record.part_of.is_some() || record.out_of.is_some();
            self.funded.push(Funded { funding: place, of, stage, is_apart });
        }
        if record.date.is_some() {
            self.payments.push(Payment { funding: place, fingerprint: payment(record) });
        }
        let flow = match (&record.part_of, &record.status) {
            (None, Some(FundingStatus::Committed)) => Some(Flow { ends: ends(record), paid: false }),
            (None, Some(FundingStatus::Disbursed)) => Some(Flow { ends: ends(record), paid: true }),
            _ => None,
        };
        self.amounts.push(Amount { funding: place, value: amount, currency, flow });
    }
}

impl Facts {
    /// Takes note of the budget of something that is funded.
    fn note_budget(&mut self, of: RecordPlace, budget: Option<&Money>) {
        if let Some(&Money { amount, currency, .. }) = budget {
            self.budgets.push(StatedBudget { of, value: amount, currency });
        }
    }
}

/// What identifies a payment: everything but its id and what is said about it.
fn payment(record: &Funding) -> Fingerprint {
    let [of_kind, of] = words(record.of.as_ref().map(Subject::key));
    let [funder_kind, funder] = words(record.funder.as_ref().map(Party::key));
    let [recipient_kind, recipient] = words(record.recipient.as_ref().map(Party::key));
    let mut rest = String::with_capacity(128);
    for value in [
        record.amount.as_ref().map(|amount| amount as &dyn Display),
        record.date.as_ref().map(|date| date as &dyn Display),
        record.period.as_ref().map(|period| period as &dyn Display),
    ] {
        // A string can always be written to.
        let _ = value.map(|value| write!(rest, "{value}"));
        rest.push('\n');
    }
    for (language, title) in record.title.iter().flatten() {
        rest.extend([language, "\n", title, "\n"]);
    }
    for identifier in &record.identifiers {
        rest.extend([identifier.scheme.as_str(), "\n", identifier.value.as_str(), "\n"]);
    }
    Fingerprint::of(&[
        of_kind,
        of,
        funder_kind,
        funder,
        record.programme.as_ref().map_or("", |id| id.as_str()),
        recipient_kind,
        recipient,
        record.kind.as_ref().map_or("", |kind| kind.as_str()),
        record.status.as_ref().map_or("", |status| status.as_str()),
        record.part_of.as_ref().map_or("", |id| id.as_str()),
        record.out_of.as_ref().map_or("", |id| id.as_str()),
        &rest,
    ])
}

/// Finds payments that agree in everything.
fn finish_payments(mut payments: Vec<Payment>, ids: &Ids, reporter: &mut Reporter<'_>) {
    put_in_order(&mut payments, &|one, other| {
        (one.fingerprint, one.funding).cmp(&(other.fingerprint, other.funding))
    });
    for same in payments.chunk_by(|one, other| one.fingerprint == other.fingerprint) {
        let Some((first, others)) = same.split_first() else { continue };
        for other in others {
            reporter.found(&SAME_FUNDING, Some(ids.at(other.funding)), &"", &|| {
                Note::new("another funding record has the same parties, amount and date")
                    .with_help("remove one of the two, or add what distinguishes them, such as an identifier")
                    .with_related(first.funding, "the other funding record")
            });
        }
    }
}

/// Finds more money than the budget, and shares of the budget that are not what the amount is. Returns the fundings whose
/// share could be compared, in their order.
fn finish_budgets(
    mut budgets: Vec<StatedBudget>,
    funded: BlockVec<Funded>,
    amounts: &BlockVec<Amount>,
    shares: &BlockVec<Share>,
    ids: &Ids,
    reporter: &mut Reporter<'_>,
) -> Vec<RecordPlace> {
    let mut compared = Vec::new();
    put_in_order(&mut budgets, &|one, other| one.of.cmp(&other.of));
    let budget_of = |place: RecordPlace| {
        let found = budgets.binary_search_by_key(&place, |budget| budget.of).ok()?;
        budgets.get(found).map(|budget| (budget.value, budget.currency))
    };
    let has_budget = |one: &Funded| ids.place(one.of).and_then(budget_of).is_some();
    let mut funded = funded.into_vec_of(has_budget);
    put_in_order(&mut funded, &|one, other| {
        (one.of, one.stage, one.funding).cmp(&(other.of, other.stage, other.funding))
    });
    for of_one in funded.chunk_by(|one, other| (one.of, one.stage) == (other.of, other.stage)) {
        let budget = of_one.first().and_then(|first| Some((first.of, ids.place(first.of)?)));
        let Some((of, place)) = budget else { continue };
        let Some((budget, currency)) = budget_of(place) else { continue };
        let mut sum = Sum::default();
        if budget.value() <= Exact::ZERO {
            continue;
        }
        for one in of_one {
            let Some((stated, _)) = amount_of(one.funding, amounts).filter(|stated| stated.1 == currency) else {
                continue;
            };
            let at = Some(ids.at(one.funding));
            let (value, limit) = (stated.value(), budget.value());
            if !one.is_apart && sum.passes(value, limit, rounding(value, limit)) {
                let total = sum.total;
                reporter.found(&OVER_BUDGET, at, &"/amount", &|| {
                    let title = of.kind.title();
                    Note::new(format!(
                        "money for the {title} adds up to {} {currency}, more than its budget of {} {currency}",
                        amount(total),
                        amount(limit)
                    ))
                    .with_help("correct the budget or the amounts")
                    .with_related(place, format!("the {title}"))
                });
            }
            let actual = value.checked_mul(Exact::ONE_HUNDRED).and_then(|value| value.checked_div(limit));
            // Other rules find shares and amounts that are out of range.
            if let Some((share, actual)) = share_of(one.funding, shares).zip(actual)
                && !stated.is_negative()
            {
                compared.push(one.funding);
                if share.value().saturating_sub(actual).abs() <= Exact::ONE {
                    continue;
                }
                reporter.found(&SHARE_BELIED, at, &"/share", &|| {
                    let actual = actual.round_dp(2).normalize();
                    Note::new(format!(
                        "the share is {share} per cent, but {} {currency} of {} {currency} are {actual} per cent",
                        amount(value),
                        amount(limit)
                    ))
                    .with_help("correct the share, the amount or the budget")
                });
            }
        }
    }
    put_in_order(&mut compared, &Ord::cmp);
    compared
}

/// Finds an amount that is more exact than its currency.
fn check_decimals(record: RecordAt<'_>, at: &Path<'_>, money: &Money, reporter: &mut Reporter<'_>) {
    const USUAL: u32 = 2;
    let most = match money.currency.as_str() {
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        _ => USUAL,
    };
    let value = money.amount.value();
    // Some write two zeros after every amount.
    let exact = if value.scale() <= USUAL { value.normalize().scale() } else { value.scale() };
    if exact > most {
        reporter.found(&TOO_MANY_DECIMALS, Some(record), &at.member("amount"), &|| {
            let decimals = if most == 1 { "decimal" } else { "decimals" };
            let found = if exact == 1 { "decimal" } else { "decimals" };
            Note::new(format!(
                "the amount {} has {exact} {found}, but {} has {most} {decimals}",
                money.amount, money.currency
            ))
            .with_help("remove the point if it separates thousands, or round the amount")
        });
    }
}

fn ends(record: &Funding) -> Fingerprint {
    let [of_kind, of] = words(record.of.as_ref().map(Subject::key));
    let [funder_kind, funder] = words(record.funder.as_ref().map(Party::key));
    let [recipient_kind, recipient] = words(record.recipient.as_ref().map(Party::key));
    let programme = record.programme.as_ref().map_or("", |id| id.as_str());
    Fingerprint::of(&[of_kind, of, funder_kind, funder, programme, recipient_kind, recipient])
}

fn words(key: Option<(RecordKind, &str)>) -> [&str; 2] {
    key.map_or([""; 2], |(kind, id)| [kind.as_str(), id])
}

fn check_amount(record: RecordAt<'_>, at: &Path<'_>, money: &Money, reporter: &mut Reporter<'_>) {
    if money.amount.is_negative() {
        reporter.found(&NEGATIVE_AMOUNT, Some(record), &at.member("amount"), &|| {
            Note::new(format!("the amount {} {} is negative", amount(money.amount), money.currency))
                .with_help("remove the minus sign, unless the amount corrects an earlier one")
        });
    } else if money.amount.value().is_zero() {
        reporter.found(&ZERO_AMOUNT, Some(record), &at.member("amount"), &|| {
            Note::new("the amount is zero")
                .with_help("remove the amount if the source does not state one")
        });
    }
}

/// Checks a funding by itself.
fn check_funding(at: RecordAt<'_>, funding: &Funding, reporter: &mut Reporter<'_>) {
    if funding.of.is_none() && funding.recipient.is_none() {
        reporter.found(&FUNDING_OF_NOTHING, Some(at), &"", &|| {
            Note::new("the funding record states neither what the money is for nor who receives it")
                .with_help("add `of` or `recipient`")
        });
    } else if funding.funder.is_none() && funding.programme.is_none() && funding.recipient.is_none()
        && funding.part_of.is_none()
        && funding.out_of.is_none()
    {
        reporter.found(&BUDGET_AS_FUNDING, Some(at), &"", &|| {
            Note::new("the funding record names neither funder, programme nor recipient").with_help(
                "add the party that pays, or move the amount to the `budget` of what it is for",
            )
        });
    }
    if let (Some(funder), Some(recipient)) = (&funding.funder, &funding.recipient)
        && funder == recipient
        && !matches!(funder, Party::Group(_))
    {
        reporter.found(&FUNDS_ITSELF, Some(at), &"/recipient", &|| {
            Note::new(format!("the {recipient} is both funder and recipient"))
                .with_help("remove the recipient of a party's own contribution, or correct one of the two")
        });
    }
    if let Some(share) = funding.share {
        check_share(at, &"/share", share, reporter);
    }
}

/// Finds a second budget of a period that is as original, or as revised, as the first.
fn check_budgets(at: RecordAt<'_>, budgets: &[Budget], reporter: &mut Reporter<'_>) {
    if budgets.len() < 2 {
        return;
    }
    let mut keys = Vec::with_capacity(budgets.len());
    for Budget { period, revised, amount, .. } in budgets {
        keys.push((period, *revised == Some(true), amount.currency));
    }
    for place in repeated(&keys) {
        reporter.found(&BUDGET_TWICE, Some(at), &format_args!("/budgets/{place}"), &|| {
            Note::new("another entry has the same period and currency")
                .with_help("add `\"revised\": true` to the later one, or remove one of the two")
        });
    }
}

fn is_share(share: Decimal) -> bool {
    !share.is_negative() && share.value() <= Exact::ONE_HUNDRED
}

fn check_share(record: RecordAt<'_>, at: &dyn Display, share: Decimal, reporter: &mut Reporter<'_>) {
    if !is_share(share) {
        reporter.found(&SHARE_RANGE, Some(record), at, &|| {
            Note::new(format!("the share is {share} per cent, expected 0 to 100"))
                .with_help("write the share in per cent, such as 80 for four fifths")
        });
    }
}

/// Whether a share is more than nothing and less than one per cent, as it is where it is written as a fraction.
fn is_below_one(share: Exact) -> bool {
    share > Exact::ZERO && share < Exact::ONE
}

fn below_one(record: RecordAt<'_>, at: &dyn Display, share: Exact, reporter: &mut Reporter<'_>) {
    reporter.found(&SHARE_BELOW_ONE, Some(record), at, &|| {
        let meant = share.saturating_mul(Exact::ONE_HUNDRED).normalize();
        Note::new(format!("the share is {share} per cent, which is less than one hundredth"))
            .with_help(format!("write {meant} if {meant} per cent is meant"))
    });
}

/// Checks the shares of the codes of a record.
fn check_classifications(at: RecordAt<'_>, codes: &[Classification], reporter: &mut Reporter<'_>) {
    let mut shares: Vec<(&str, usize, Exact)> = Vec::new();
    for (place, code) in codes.iter().enumerate() {
        let Some(share) = code.share else { continue };
        check_share(at, &format_args!("/classifications/{place}/share"), share, reporter);
        if is_share(share) {
            let scheme = code.scheme.as_ref().map_or("", |scheme| scheme.as_str());
            shares.push((scheme, place, share.value()));
        }
    }
    // Most records have few codes with a share, mostly none.
    put_in_order(&mut shares, &Ord::cmp);
    for of_scheme in shares.chunk_by(|(one, ..), (other, ..)| one == other) {
        let mut sum = Sum::default();
        if of_scheme.iter().all(|&(.., share)| share <= Exact::ONE) {
            for &(_, place, share) in of_scheme.iter().filter(|&&(.., share)| is_below_one(share)) {
                below_one(at, &format_args!("/classifications/{place}/share"), share, reporter);
            }
        }
        for &(_, place, share) in of_scheme {
            if sum.passes(share, Exact::ONE_HUNDRED, SHARE_TOLERANCE) {
                let path = format_args!("/classifications/{place}/share");
                reporter.found(&SHARES_OVER_WHOLE, Some(at), &path, &|| {
                    over_whole(sum.total, "codes of the list")
                });
            }
        }
    }
}

fn over_whole(total: Exact, what: &str) -> Note {
    Note::new(format!("with this share the {what} add up to {total} per cent")).with_help("correct the shares")
}

/// How much rounded shares may pass 100 per cent, as IATI allows.
const SHARE_TOLERANCE: Exact = Exact::from_parts(101, 0, 0, false, 4);

/// How much amounts may pass a limit through rounding: one unit in the last decimal place that both have, and no more
/// of the limit than shares may pass 100 per cent.
fn rounding(amount: Exact, limit: Exact) -> Exact {
    let relative = limit.abs().checked_mul(SHARE_TOLERANCE).unwrap_or_default();
    let unit = Exact::new(1, amount.scale().min(limit.scale()));
    relative.checked_div(Exact::ONE_HUNDRED).unwrap_or_default().min(unit)
}

/// Compiled once: an addition is a thousand lines of intermediate code wherever it stands.
fn added(one: Exact, other: Exact) -> Exact {
    one.saturating_add(other)
}

/// A sum that grows until it passes a limit. A sum that cannot be kept exactly has passed every limit that can.
#[derive(Default)]
struct Sum {
    total: Exact,
    passed: bool,
}

impl Sum {
    /// Adds a summand. Returns whether it is the one that makes the sum pass the limit.
    fn passes(&mut self, more: Exact, limit: Exact, tolerance: Exact) -> bool {
        self.total = added(self.total, more);
        let passes = self.total > added(limit, tolerance) && !self.passed;
        self.passed |= passes;
        passes
    }
}

fn finish_shares(
    mut shares: Vec<Share>,
    compared: &[RecordPlace],
    ids: &Ids,
    reporter: &mut Reporter<'_>,
) {
    // A part has a share of its whole.
    shares.retain(|share| !share.is_part && share.stage != Stage::Apart);
    put_in_order(&mut shares, &|one, other| {
        (one.of, one.stage, one.funding).cmp(&(other.of, other.stage, other.funding))
    });
    for of_one in shares.chunk_by(|one, other| (one.of, one.stage) == (other.of, other.stage)) {
        let mut sum = Sum::default();
        if of_one.iter().all(|share| share.percent.value() <= Exact::ONE) {
            for &Share { funding, percent, .. } in of_one {
                if is_below_one(percent.value()) && compared.binary_search(&funding).is_err() {
                    below_one(ids.at(funding), &"/share", percent.value(), reporter);
                }
            }
        }
        for &Share { funding, percent, .. } in of_one {
            if sum.passes(percent.value(), Exact::ONE_HUNDRED, SHARE_TOLERANCE) {
                reporter.found(&SHARES_OVER_WHOLE, Some(ids.at(funding)), &"/share", &|| {
                    over_whole(sum.total, "funding records of the same subject")
                });
            }
        }
    }
}

/// The amount of a funding, and its currency.
fn amount_of(funding: RecordPlace, amounts: &BlockVec<Amount>) -> Option<(Decimal, CurrencyCode)> {
    let found = amounts.get(amounts.partition_point(|amount| amount.funding < funding))?;
    (found.funding == funding).then_some((found.value, found.currency))
}

/// The share of the budget that a funding is stated to be.
fn share_of(funding: RecordPlace, shares: &BlockVec<Share>) -> Option<Decimal> {
    let found = shares.get(shares.partition_point(|share| share.funding < funding))?;
    (found.funding == funding).then_some(found.percent)
}

fn finish_parts(parts: &BlockVec<Part>, amounts: &BlockVec<Amount>, ids: &Ids, reporter: &mut Reporter<'_>) {
    // The parts of one whole and stage together, in their order.
    let mut summands: Vec<(RecordPlace, bool, Stage, RecordPlace)> = Vec::with_capacity(parts.len());
    for part in parts.iter() {
        if let Some(whole) = ids.place(part.whole) {
            summands.push((whole, part.is_passed_on, part.stage, part.funding));
        }
    }
    put_in_order(&mut summands, &Ord::cmp);
    let key = |&(whole, is_passed_on, stage, _): &(RecordPlace, bool, Stage, RecordPlace)| {
        (whole, is_passed_on, stage)
    };
    for of_one in summands.chunk_by(|one, other| key(one) == key(other)) {
        let Some((whole, is_passed_on, stage)) = of_one.first().map(key) else { continue };
        let Some((limit, currency)) = amount_of(whole, amounts) else { continue };
        let mut sum = Sum::default();
        for &(.., funding) in of_one {
            let Some((amount, part_currency)) = amount_of(funding, amounts) else { continue };
            let part = Some(ids.at(funding));
            if part_currency != currency {
                // A recipient passes money on in the currency of those who get it.
                if is_passed_on {
                    continue;
                }
                reporter.found(&MIXED_CURRENCIES, part, &"/amount/currency", &|| {
                    let whole_id = ids.at(whole).id;
                    Note::new(format!("this amount is in {part_currency}, but that of {whole_id} is in {currency}"))
                        .with_help("state both amounts in one currency if the source does")
                        .with_related(whole, format!("the funding record {whole_id}"))
                });
            } else if stage != Stage::Apart && sum.passes(amount.value(), limit.value(), rounding(amount.value(), limit.value())) {
                let total = sum.total;
                reporter.found(&PARTS_OVER_WHOLE, part, &"/amount", &|| {
                    let (whole_id, limit) = (ids.at(whole).id, limit.value());
                    let parts = if is_passed_on { "sub-grants from" } else { "parts of" };
                    Note::new(format!(
                        "the {parts} {whole_id} add up to {} {currency}, more than its amount of {} {currency}",
                        wording::amount(total),
                        wording::amount(limit)
                    ))
                    .with_help("correct the amounts, or remove a part that is counted twice")
                    .with_related(whole, format!("the funding record {whole_id}"))
                });
            }
        }
    }
}

/// Finds parts that another party pays than the whole, and money that is passed on by another than its recipient.
fn finish_ends(parts: &BlockVec<Part>, ends: &BlockVec<Ends>, ids: &Ids, reporter: &mut Reporter<'_>) {
    let ends_of = |funding: RecordPlace| {
        let found = ends.get(ends.partition_point(|ends| ends.funding < funding))?;
        (found.funding == funding).then_some(*found)
    };
    for part in parts.iter() {
        let Some(whole) = ids.place(part.whole) else { continue };
        let Some((own, above)) = ends_of(part.funding).zip(ends_of(whole)) else { continue };
        let (rule, member, payer, help) = if part.is_passed_on {
            (&OTHER_PASSES_ON, "out_of", above.recipient, "name the recipient of the other funding record as funder, or use `part_of`")
        } else {
            (&OTHER_FUNDER, "part_of", above.funder, "use `out_of` for money that a recipient passes on")
        };
        if let Some((funder, payer)) = own.funder.zip(payer)
            && funder != payer
        {
            reporter.found(rule, Some(ids.at(part.funding)), &format_args!("/{member}"), &|| {
                let named = |id: IdRef| format!("{} {}", id.kind.title(), ids.text(id));
                let payer_is = if part.is_passed_on { "recipient" } else { "funder" };
                let whole_id = ids.at(whole).id;
                Note::new(format!(
                    "the funder is {}, but the {payer_is} of {whole_id} is {}",
                    named(funder),
                    named(payer)
                ))
                .with_help(help)
                .with_related(whole, format!("the funding record {whole_id}"))
            });
        }
    }
}

fn finish_flows(amounts: &BlockVec<Amount>, ids: &Ids, reporter: &mut Reporter<'_>) {
    if !amounts.iter().any(|amount| amount.flow.is_some_and(|flow| flow.paid)) {
        return;
    }
    let mut flows: BlockVec<(Fingerprint, CurrencyCode, bool, RecordPlace, Decimal)> = BlockVec::default();
    for amount in amounts.iter() {
        if let Some(Flow { ends, paid }) = amount.flow {
            flows.push((ends, amount.currency, paid, amount.funding, amount.value));
        }
    }
    // What was committed between the same ends in the same currency, and then what was paid, in the order of the
    // records.
    let mut flows = met_again(flows, |(ends, ..)| *ends);
    put_in_order(&mut flows, &|one, other| {
        (one.0, one.1, one.2, one.3).cmp(&(other.0, other.1, other.2, other.3))
    });
    for of_one in flows.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let mut limit: Option<Exact> = None;
        let mut sum = Sum::default();
        for &(_, currency, paid, funding, value) in of_one {
            if !paid {
                limit = Some(added(limit.unwrap_or_default(), value.value()));
                continue;
            }
            let Some(limit) = limit else { break };
            if sum.passes(value.value(), limit, rounding(value.value(), limit)) {
                let total = sum.total;
                reporter.found(&PAID_OVER_COMMITTED, Some(ids.at(funding)), &"/amount", &|| {
                    Note::new(format!(
                        "payments of {} {currency} exceed the commitments of {} {currency}",
                        amount(total),
                        amount(limit)
                    ))
                    .with_help("add the missing commitment, or remove a payment that is counted twice")
                });
            }
        }
    }
}
