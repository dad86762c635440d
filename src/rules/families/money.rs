use crate::dataset::RecordRef;
use crate::model::{Budget, Classification, Funding, Party, Subject};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{
    BlockVec, Fingerprint, IdRef, Ids, Memory, Observed, RecordAt, RecordPlace,
};
use crate::rules::order::put_in_order;
use crate::rules::report::Note;
use crate::rules::sink::Sink;
use crate::reflect::Path;
use crate::values::{CurrencyCode, Decimal, FundingStatus, Kind, Money};
use rust_decimal::Decimal as Exact;
use std::collections::HashSet;
use std::fmt::Display;
use std::mem::take;

family! { "money"
    NEGATIVE_AMOUNT "negative-amount" Warning {
        what: "An amount of money is less than zero.",
        why: "Grants and budgets are positive. Only a correction of an earlier amount is negative.",
        origin: "360Giving: amounts",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "-5.00", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5.00", "currency": "EUR"}}]"#,
    }
    ZERO_AMOUNT "zero-amount" Info {
        what: "An amount of money is zero.",
        why: "Zero states that there was no money. If the source gives no amount, leave the amount out.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "0", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}]"#,
    }
    SHARE_RANGE "share-out-of-range" Error {
        what: "A share of a funding or a classification is less than 0 or more than 100 per cent.",
        why: "A share is a part of a whole.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"group": "g"}, "share": "120"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "80.00"}]"#,
    }
    SHARES_OVER_WHOLE "shares-over-whole" Warning {
        what: "Shares add up to more than 100 per cent: the shares of a subject's funding in one stage (committed, disbursed or spent), or the shares of the codes of one list on a record.",
        why: "One of the shares is wrong or counted twice.",
        origin: "IATI: percentages of one vocabulary sum to 100",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "80"}, {"id": "g", "of": {"project": "p"}, "share": "30"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "80"}, {"id": "g", "of": {"project": "p"}, "share": "20"}]"#,
    }
    PARTS_OVER_WHOLE "parts-over-whole" Warning {
        what: "The parts of a funding, or the money passed on out of it, add up to more than its amount. Committed, disbursed and spent money is added up separately; requested, pledged and planned money is ignored.",
        why: "An amount is wrong, or a part is counted twice.",
        origin: "360Giving: amount awarded and disbursed",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "amount": {"amount": "120", "currency": "EUR"}, "part_of": "f"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}, "part_of": "f"}]"#,
    }
    MIXED_CURRENCIES "mixed-currencies" Info {
        what: "A funding is part of another funding and has a different currency.",
        why: "The parts cannot be checked against the whole.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "amount": {"amount": "50", "currency": "NOK"}, "part_of": "f"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "amount": {"amount": "50", "currency": "EUR"}, "part_of": "f"}]"#,
    }
    PAID_OVER_COMMITTED "disbursed-over-committed" Warning {
        what: "More money was disbursed than was committed to the same subject and recipient by the same funder and programme.",
        why: "A commitment is missing, or a payment is counted twice.",
        origin: "IATI: transactions, commitment and disbursement",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "status": "committed", "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "status": "disbursed", "amount": {"amount": "120", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "status": "committed", "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "status": "disbursed", "amount": {"amount": "100", "currency": "EUR"}}]"#,
    }
    BUDGET_TWICE "budget-stated-twice" Warning {
        what: "Two entries in `budgets` have the same period and currency, and are both original or both revised.",
        why: "Budgets of one period are versions of one budget. It is unclear which of the two applies.",
        origin: "IATI: budget type",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budgets": [{"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "5", "currency": "EUR"}}, {"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "7", "currency": "EUR"}}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budgets": [{"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "5", "currency": "EUR"}}, {"period": {"start": "2020", "end": "2020"}, "amount": {"amount": "7", "currency": "EUR"}, "revised": true}]}]"#,
    }
    OTHER_FUNDER "part-of-another-funder" Warning {
        what: "A funding is part of a funding that another party pays.",
        why: "An instalment or a share of a grant is paid by the funder of the grant. Money that the recipient passes on is `out_of` the grant.",
        origin: "360Giving: regranting",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "alpha"}, "recipient": {"organization": "beta"}, "part_of": "grant"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "alpha"}, "recipient": {"organization": "beta"}, "out_of": "grant"}]"#,
    }
    OTHER_PASSES_ON "passed-on-by-another" Warning {
        what: "A funding is `out_of` a funding whose recipient is not its funder.",
        why: "Only the party that receives money can pass it on. An instalment of a grant is `part_of` it.",
        origin: "360Giving: regranting",
        breaks: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "eu"}, "recipient": {"organization": "beta"}, "out_of": "grant"}]"#,
        keeps: r#""organizations": [{"id": "eu", "name": {"en": "EU"}}, {"id": "alpha", "name": {"en": "Alpha"}}, {"id": "beta", "name": {"en": "Beta"}}], "funding": [{"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}}, {"id": "sub", "funder": {"organization": "alpha"}, "recipient": {"organization": "beta"}, "out_of": "grant"}]"#,
    }
    BUDGET_AS_FUNDING "budget-as-funding" Warning {
        what: "A funding names neither funder, programme nor recipient.",
        why: "An amount without payer and recipient is a budget. Budgets are never added to funding.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "5", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5", "currency": "EUR"}}]"#,
    }
    FUNDING_OF_NOTHING "funding-of-nothing" Error {
        what: "A funding says neither what the money is for nor who receives it.",
        why: "Such a record relates the money to nothing.",
        origin: "360Giving: a grant has a recipient",
        breaks: r#""funding": [{"id": "f", "amount": {"amount": "5", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}}]"#,
    }
}

facts! {
    /// In the order of their fundings.
    amounts: Amount,
    /// In the order of their fundings.
    ends: Ends,
    parts: Part,
    shares: Share,
}

fact! {
    /// How much a funding is.
    #[derive(Copy)]
    Amount { funding: RecordPlace, } { value: Decimal, currency: CurrencyCode, flow: Option<Flow>, }
}

fact! {
    /// Whether money was committed or paid: of what, by whom, from which programme, to whom.
    #[derive(Copy)]
    Flow { } { ends: Fingerprint, paid: bool, }
}

fact! {
    /// Who pays a funding and who receives it.
    #[derive(Copy)]
    Ends { funding: RecordPlace, funder: Option<IdRef>, recipient: Option<IdRef>, } {}
}

fact! {
    /// A funding that is part of another, or that the recipient of another passes on.
    #[derive(Copy)]
    Part { funding: RecordPlace, whole: IdRef, } { stage: Stage, is_passed_on: bool, }
}

fact! {
    /// The share of the budget of a subject.
    #[derive(Copy)]
    Share { funding: RecordPlace, of: IdRef, } { percent: Decimal, stage: Stage, }
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
        check_amount(record, at, money, context.sink);
    }

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        if !observed.record.classifications().is_empty() {
            check_classifications(observed.at, observed.record.classifications(), context.sink);
        }
        match observed.record {
            RecordRef::Funding(funding) => {
                check_funding(observed.at, funding, context.sink);
                self.note(observed.at, funding, context.memory);
            }
            RecordRef::Organization(organization) => check_budgets(observed.at, &organization.budgets, context.sink),
            RecordRef::Network(network) => check_budgets(observed.at, &network.budgets, context.sink),
            RecordRef::Programme(programme) => check_budgets(observed.at, &programme.budgets, context.sink),
            RecordRef::Project(project) => check_budgets(observed.at, &project.budgets, context.sink),
            _ => {}
        }
    }

    fn finish(&mut self, memory: &Memory, sink: &mut Sink<'_>) {
        let Self { amounts, ends, parts, shares } = take(self);
        finish_parts(&parts, &amounts, &memory.ids, sink);
        finish_ends(&parts, &ends, &memory.ids, sink);
        drop(ends);
        drop(parts);
        finish_flows(&amounts, &memory.ids, sink);
        drop(amounts);
        finish_shares(shares.into_vec(), &memory.ids, sink);
    }
}

impl Facts {
    /// Takes note of the money of a funding.
    fn note(&mut self, at: RecordAt<'_>, record: &Funding, memory: &mut Memory) {
        let (place, stage) = (at.place, Stage::of(record));
        if let (Some(of), Some(share)) = (&record.of, record.share)
            && record.part_of.is_none()
            && stage != Stage::Apart
            && is_share(share)
        {
            let of = memory.ids.mention(of.key());
            self.shares.push(Share { funding: place, of, percent: share, stage });
        }
        let ids = &mut memory.ids;
        if record.funder.is_some() || record.recipient.is_some() {
            let mut mention = |party: &Option<Party>| party.as_ref().map(|party| ids.mention(party.key()));
            let (funder, recipient) = (mention(&record.funder), mention(&record.recipient));
            self.ends.push(Ends { funding: place, funder, recipient });
        }
        for (whole, is_passed_on) in [(&record.part_of, false), (&record.out_of, true)] {
            if let Some(whole) = whole {
                let whole = ids.mention((Kind::Funding, whole.as_str()));
                self.parts.push(Part { funding: place, whole, stage, is_passed_on });
            }
        }
        let Some(Money { amount, currency, .. }) = record.amount else { return };
        let flow = match (&record.part_of, &record.status) {
            (None, Some(FundingStatus::Committed)) => Some(Flow { ends: ends(record), paid: false }),
            (None, Some(FundingStatus::Disbursed)) => Some(Flow { ends: ends(record), paid: true }),
            _ => None,
        };
        self.amounts.push(Amount { funding: place, value: amount, currency, flow });
    }
}

fn ends(record: &Funding) -> Fingerprint {
    let [of_kind, of] = words(record.of.as_ref().map(Subject::key));
    let [funder_kind, funder] = words(record.funder.as_ref().map(Party::key));
    let [recipient_kind, recipient] = words(record.recipient.as_ref().map(Party::key));
    let programme = record.programme.as_ref().map_or("", |id| id.as_str());
    Fingerprint::of(&[of_kind, of, funder_kind, funder, programme, recipient_kind, recipient])
}

fn words(key: Option<(Kind, &str)>) -> [&str; 2] {
    key.map_or([""; 2], |(kind, id)| [kind.as_str(), id])
}

fn check_amount(record: RecordAt<'_>, at: &Path<'_>, money: &Money, sink: &mut Sink<'_>) {
    if money.amount.is_negative() {
        sink.found(&NEGATIVE_AMOUNT, Some(record), &at.member("amount"), &|| {
            Note::new(format!("the amount {money} is negative"))
                .help("remove the minus sign, unless the amount corrects an earlier one")
        });
    } else if money.amount.value().is_zero() {
        sink.found(&ZERO_AMOUNT, Some(record), &at.member("amount"), &|| {
            Note::new("the amount is zero")
                .help("remove the amount if the source does not state one")
        });
    }
}

/// Checks a funding by itself.
fn check_funding(at: RecordAt<'_>, funding: &Funding, sink: &mut Sink<'_>) {
    if funding.of.is_none() && funding.recipient.is_none() {
        sink.found(&FUNDING_OF_NOTHING, Some(at), &"", &|| {
            Note::new("the funding says neither what the money is for nor who receives it")
                .help("add `of` or `recipient`")
        });
    } else if funding.funder.is_none() && funding.programme.is_none() && funding.recipient.is_none()
        && funding.part_of.is_none()
        && funding.out_of.is_none()
    {
        sink.found(&BUDGET_AS_FUNDING, Some(at), &"", &|| {
            Note::new("the funding names neither funder, programme nor recipient").help(
                "add the party that pays, or move the amount to the `budget` of what it is for",
            )
        });
    }
    if let Some(share) = funding.share {
        check_share(at, &"/share", share, sink);
    }
}

/// Finds a second budget of a period that is as original, or as revised, as the first.
fn check_budgets(at: RecordAt<'_>, budgets: &[Budget], sink: &mut Sink<'_>) {
    if budgets.len() < 2 {
        return;
    }
    let mut seen = HashSet::with_capacity(budgets.len());
    for (place, budget) in budgets.iter().enumerate() {
        if !seen.insert((&budget.period, budget.revised == Some(true), budget.amount.currency)) {
            sink.found(&BUDGET_TWICE, Some(at), &format_args!("/budgets/{place}"), &|| {
                Note::new("another entry has the same period and currency")
                    .help("add `\"revised\": true` to the later one, or remove one of the two")
            });
        }
    }
}

fn is_share(share: Decimal) -> bool {
    !share.is_negative() && share.value() <= Exact::ONE_HUNDRED
}

fn check_share(record: RecordAt<'_>, at: &dyn Display, share: Decimal, sink: &mut Sink<'_>) {
    if !is_share(share) {
        sink.found(&SHARE_RANGE, Some(record), at, &|| {
            Note::new(format!("the share is {share} per cent, expected 0 to 100"))
                .help("write the share in per cent, such as 80 for four fifths")
        });
    }
}

/// Checks the shares of the codes of a record.
fn check_classifications(at: RecordAt<'_>, codes: &[Classification], sink: &mut Sink<'_>) {
    let mut shares: Vec<(&str, usize, Exact)> = Vec::new();
    for (place, code) in codes.iter().enumerate() {
        let Some(share) = code.share else { continue };
        check_share(at, &format_args!("/classifications/{place}/share"), share, sink);
        if is_share(share) {
            let scheme = code.scheme.as_ref().map_or("", |scheme| scheme.as_str());
            shares.push((scheme, place, share.value()));
        }
    }
    // Most records have few codes with a share, mostly none.
    put_in_order(&mut shares, &Ord::cmp);
    for of_scheme in shares.chunk_by(|(one, ..), (other, ..)| one == other) {
        let mut sum = Sum::default();
        for &(_, place, share) in of_scheme {
            if sum.passes(share, Exact::ONE_HUNDRED) {
                let path = format_args!("/classifications/{place}/share");
                sink.found(&SHARES_OVER_WHOLE, Some(at), &path, &|| {
                    over_whole(sum.total, "codes of the list")
                });
            }
        }
    }
}

fn over_whole(total: Exact, what: &str) -> Note {
    Note::new(format!("with this share the {what} add up to {total} per cent")).help("correct the shares")
}

/// A sum that grows until it passes a limit. A sum that cannot be kept exactly has passed every limit that can.
#[derive(Default)]
struct Sum {
    total: Exact,
    passed: bool,
}

impl Sum {
    /// Adds a summand. Returns whether it is the one that makes the sum pass the limit.
    fn passes(&mut self, more: Exact, limit: Exact) -> bool {
        self.total = self.total.saturating_add(more);
        let passes = self.total > limit && !self.passed;
        self.passed |= passes;
        passes
    }
}

fn finish_shares(mut shares: Vec<Share>, ids: &Ids, sink: &mut Sink<'_>) {
    shares.sort_unstable_by_key(|share| (share.of, share.stage, share.funding));
    for of_one in shares.chunk_by(|one, other| (one.of, one.stage) == (other.of, other.stage)) {
        let mut sum = Sum::default();
        for &Share { funding, percent, .. } in of_one {
            if sum.passes(percent.value(), Exact::ONE_HUNDRED) {
                sink.found(&SHARES_OVER_WHOLE, Some(ids.at(funding)), &"/share", &|| {
                    over_whole(sum.total, "funding records of the same subject")
                });
            }
        }
    }
}

fn finish_parts(parts: &BlockVec<Part>, amounts: &BlockVec<Amount>, ids: &Ids, sink: &mut Sink<'_>) {
    let amount_of = |funding: RecordPlace| {
        let found = amounts.get(amounts.partition_point(|amount| amount.funding < funding))?;
        (found.funding == funding).then_some((found.value, found.currency))
    };
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
        let Some((limit, currency)) = amount_of(whole) else { continue };
        let mut sum = Sum::default();
        for &(.., funding) in of_one {
            let Some((amount, part_currency)) = amount_of(funding) else { continue };
            let part = Some(ids.at(funding));
            if part_currency != currency {
                // A recipient passes money on in the currency of those who get it.
                if is_passed_on {
                    continue;
                }
                sink.found(&MIXED_CURRENCIES, part, &"/amount/currency", &|| {
                    Note::new(format!("the part is in {part_currency}, but the whole is in {currency}"))
                        .help("state both amounts in one currency if the source does")
                        .related(whole, "the whole")
                });
            } else if stage != Stage::Apart && sum.passes(amount.value(), limit.value()) {
                let total = sum.total;
                sink.found(&PARTS_OVER_WHOLE, part, &"/amount", &|| {
                    Note::new(format!(
                        "with this part the parts add up to {total} {currency}, but the whole is {limit}"
                    ))
                    .help("correct the amounts, or remove a part that is counted twice")
                    .related(whole, "the whole")
                });
            }
        }
    }
}

/// Finds parts that another party pays than the whole, and money that is passed on by another than its recipient.
fn finish_ends(parts: &BlockVec<Part>, ends: &BlockVec<Ends>, ids: &Ids, sink: &mut Sink<'_>) {
    let ends_of = |funding: RecordPlace| {
        let found = ends.get(ends.partition_point(|ends| ends.funding < funding))?;
        (found.funding == funding).then_some(*found)
    };
    for part in parts.iter() {
        let Some(whole) = ids.place(part.whole) else { continue };
        let Some((own, above)) = ends_of(part.funding).zip(ends_of(whole)) else { continue };
        let (rule, member, payer, help) = if part.is_passed_on {
            (&OTHER_PASSES_ON, "out_of", above.recipient, "name the recipient of the other funding as funder, or use `part_of`")
        } else {
            (&OTHER_FUNDER, "part_of", above.funder, "use `out_of` for money that a recipient passes on")
        };
        if let Some((funder, payer)) = own.funder.zip(payer)
            && funder != payer
        {
            sink.found(rule, Some(ids.at(part.funding)), &format_args!("/{member}"), &|| {
                let named = |id: IdRef| format!("{} {}", id.kind.title(), ids.text(id));
                let payer_is = if part.is_passed_on { "recipient" } else { "funder" };
                Note::new(format!(
                    "the funder is {}, but the {payer_is} of the other funding is {}",
                    named(funder),
                    named(payer)
                ))
                .help(help)
                .related(whole, "the other funding")
            });
        }
    }
}

fn finish_flows(amounts: &BlockVec<Amount>, ids: &Ids, sink: &mut Sink<'_>) {
    if !amounts.iter().any(|amount| amount.flow.is_some_and(|flow| flow.paid)) {
        return;
    }
    // What was committed between the same ends in the same currency, and then what was paid, in the order of the records.
    let mut flows: Vec<(Fingerprint, CurrencyCode, bool, RecordPlace, Decimal)> = Vec::new();
    for amount in amounts.iter() {
        if let Some(Flow { ends, paid }) = amount.flow {
            flows.push((ends, amount.currency, paid, amount.funding, amount.value));
        }
    }
    flows.sort_unstable_by_key(|&(ends, currency, paid, funding, _)| (ends, currency, paid, funding));
    for of_one in flows.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let mut limit: Option<Exact> = None;
        let mut sum = Sum::default();
        for &(_, currency, paid, funding, value) in of_one {
            if !paid {
                limit = Some(limit.unwrap_or_default().saturating_add(value.value()));
                continue;
            }
            let Some(limit) = limit else { break };
            if sum.passes(value.value(), limit) {
                let total = sum.total;
                sink.found(&PAID_OVER_COMMITTED, Some(ids.at(funding)), &"/amount", &|| {
                    Note::new(format!(
                        "with this payment {total} {currency} are disbursed, but {limit} {currency} are committed"
                    ))
                    .help("add the missing commitment, or remove a payment that is counted twice")
                });
            }
        }
    }
}
