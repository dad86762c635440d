use super::catalogue::FORMAT;
use super::facts::Facts as All;
use super::ids::{Handle, Ids, Place};
use super::packed::Pile;
use super::print::Print;
use super::sink::Own;
use super::{Note, Sink};
use crate::model::{Classification, Funding, Party, Subject};
use crate::reflect::Path;
use crate::values::{CurrencyCode, Decimal, FundingStatus, Kind, Money};
use rust_decimal::Decimal as Exact;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;

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
        what: "A share of a funding or a classification is less than 0 or more than 100 per cent.",
        why: "A part is no more than the whole.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "120"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "80.00"}]"#,
    }
    SHARES_OVER_WHOLE "shares-over-whole" Warning {
        what: "The shares of the money for one subject, what was promised and what is paid each by itself and without parts, or of all codes of one list for a record, come to more than 100 per cent. What is only requested or planned is left out.",
        why: "Together they are more than the whole: one is wrong, or counted twice.",
        origin: "IATI: percentages of one vocabulary sum to 100",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "80"}, {"id": "g", "of": {"project": "p"}, "share": "30"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "share": "80"}, {"id": "g", "of": {"project": "p"}, "share": "20"}]"#,
    }
    PARTS_OVER_WHOLE "parts-over-whole" Warning {
        what: "The funding records that are part of another come to more than it: what was promised, or what is paid. What is only requested or planned is left out.",
        why: "Parts are no more than their whole: an amount is wrong, or a part is counted twice.",
        origin: "360Giving: amount awarded and disbursed",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "amount": {"amount": "120", "currency": "EUR"}, "part_of": "f"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}}, {"id": "g", "of": {"project": "p"}, "amount": {"amount": "100", "currency": "EUR"}, "part_of": "f"}]"#,
    }
    MIXED_CURRENCIES "mixed-currencies" Info {
        what: "A funding is part of another and in another currency.",
        why: "Nobody can tell whether the parts come to the whole.",
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
    FUNDING_OF_NOTHING "funding-of-nothing" Error {
        what: "A funding says neither what the money is for nor who receives it.",
        why: "Money for nothing and nobody is no relation.",
        origin: "360Giving: a grant has a recipient",
        breaks: r#""funding": [{"id": "f", "amount": {"amount": "5", "currency": "EUR"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "f", "of": {"project": "p"}}]"#,
    }
}

pub(super) fn check_amount(own: Own<'_>, at: &Path<'_>, money: &Money, sink: &mut Sink<'_>) {
    if money.amount.is_negative() {
        let note = || {
            Note::new(format!("the amount {money} is negative"))
                .help("write the amount without a minus, unless it corrects earlier money")
        };
        sink.found(&NEGATIVE_AMOUNT, Some(own), at.member("amount"), note);
    } else if money.amount.value().is_zero() {
        let note = || {
            Note::new("the amount is zero")
                .help("leave the amount out where the sources do not say how much it was")
        };
        sink.found(&ZERO_AMOUNT, Some(own), at.member("amount"), note);
    }
}

/// What one funding tells by itself.
pub(super) fn check(own: Own<'_>, funding: &Funding, sink: &mut Sink<'_>) {
    if funding.of.is_none() && funding.recipient.is_none() {
        let note = || {
            Note::new("the funding says neither what the money is for nor who receives it")
                .help("add what it is of, or the recipient")
        };
        sink.found(&FUNDING_OF_NOTHING, Some(own), "", note);
    }
    if let Some(share) = funding.share {
        check_share(own, "/share", share, sink);
    }
}

fn is_share(share: Decimal) -> bool {
    !share.is_negative() && share.value() <= Exact::ONE_HUNDRED
}

fn check_share(own: Own<'_>, at: impl Display, share: Decimal, sink: &mut Sink<'_>) {
    if !is_share(share) {
        let note = || {
            Note::new(format!("the share is {share} per cent, expected 0 to 100"))
                .help("write the share in per cent")
        };
        sink.found(&SHARE_RANGE, Some(own), at, note);
    }
}

/// What the shares of the codes of a record tell.
pub(super) fn check_classifications(own: Own<'_>, codes: &[Classification], sink: &mut Sink<'_>) {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for (place, code) in codes.iter().enumerate() {
        let Some(share) = code.share else { continue };
        let at = format_args!("/classifications/{place}/share");
        check_share(own, at, share, sink);
        let sum = sums.entry(code.scheme.as_ref().map_or("", |scheme| scheme.as_str())).or_default();
        if is_share(share) && sum.passes(share.value(), Exact::ONE_HUNDRED) {
            let total = sum.total;
            sink.found(&SHARES_OVER_WHOLE, Some(own), at, || over_whole(total, "codes of the list"));
        }
    }
}

fn over_whole(total: Exact, what: &str) -> Note {
    Note::new(format!("with this share the {what} come to {total} per cent")).help("correct the shares")
}

/// A sum that grows until it passes a limit. A sum that cannot be kept exactly has passed every limit that can.
#[derive(Default)]
struct Sum {
    total: Exact,
    passed: bool,
}

impl Sum {
    /// Adds a summand; tells whether it is the one that makes the sum pass the limit.
    fn passes(&mut self, more: Exact, limit: Exact) -> bool {
        self.total = self.total.saturating_add(more);
        let passes = self.total > limit && !self.passed;
        self.passed |= passes;
        passes
    }
}

facts! {
    /// In the order of their fundings.
    amounts: Amount,
    parts: Part,
    shares: Share,
}

fact! {
    /// How much a funding is.
    #[derive(Copy)]
    Amount { funding: Place, } { value: Decimal, currency: CurrencyCode, flow: Option<Flow>, }
}

fact! {
    /// Whether money was committed or paid: of what, by whom, from which programme, to whom.
    #[derive(Copy)]
    Flow { } { ends: Print, paid: bool, }
}

fact! {
    /// A funding that is part of another.
    #[derive(Copy)]
    Part { funding: Place, whole: Handle, } { stage: Stage, }
}

fact! {
    /// The share of the budget of a subject.
    #[derive(Copy)]
    Share { funding: Place, of: Handle, } { percent: Decimal, stage: Stage, }
}

/// How far money has come. Sums of different stages are not added up: what is paid was promised before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub(super) enum Stage {
    /// Requested or planned.
    Wished,
    /// Committed, or nothing is said.
    Promised,
    Paid,
}

impl Stage {
    const fn of(funding: &Funding) -> Self {
        match funding.status {
            Some(FundingStatus::Requested | FundingStatus::Planned) => Self::Wished,
            Some(FundingStatus::Disbursed) => Self::Paid,
            _ => Self::Promised,
        }
    }
}

/// Takes note of the money of a funding.
pub(super) fn tell((place, _): Own<'_>, record: &Funding, facts: &mut All) {
    let stage = Stage::of(record);
    if let (Some(of), Some(share)) = (&record.of, record.share)
        && record.part_of.is_none()
        && stage != Stage::Wished
        && is_share(share)
    {
        let of = facts.ids.mention(of.key());
        facts.money.shares.push(Share { funding: place, of, percent: share, stage });
    }
    let Some(Money { amount, currency, .. }) = record.amount else { return };
    let flow = match (&record.part_of, &record.status) {
        (Some(whole), _) => {
            let whole = facts.ids.mention((Kind::Funding, whole.as_str()));
            facts.money.parts.push(Part { funding: place, whole, stage });
            None
        }
        (None, Some(FundingStatus::Committed)) => Some(Flow { ends: ends(record), paid: false }),
        (None, Some(FundingStatus::Disbursed)) => Some(Flow { ends: ends(record), paid: true }),
        _ => None,
    };
    facts.money.amounts.push(Amount { funding: place, value: amount, currency, flow });
}

fn ends(record: &Funding) -> Print {
    let [of_kind, of] = words(record.of.as_ref().map(Subject::key));
    let [funder_kind, funder] = words(record.funder.as_ref().map(Party::key));
    let [recipient_kind, recipient] = words(record.recipient.as_ref().map(Party::key));
    let programme = record.programme.as_ref().map_or("", |id| id.as_str());
    Print::of([of_kind, of, funder_kind, funder, programme, recipient_kind, recipient])
}

fn words(key: Option<(Kind, &str)>) -> [&str; 2] {
    key.map_or([""; 2], |(kind, id)| [kind.as_str(), id])
}

pub(super) fn finish(facts: Facts, ids: &Ids, sink: &mut Sink<'_>) {
    let Facts { amounts, parts, shares } = facts;
    finish_parts(&parts, &amounts, ids, sink);
    finish_flows(&amounts, ids, sink);
    drop(amounts);
    let mut shares = shares.into_vec();
    shares.sort_unstable_by_key(|share| (share.of, share.stage, share.funding));
    for of_one in shares.chunk_by(|one, other| (one.of, one.stage) == (other.of, other.stage)) {
        let mut sum = Sum::default();
        for &Share { funding, percent, .. } in of_one {
            if sum.passes(percent.value(), Exact::ONE_HUNDRED) {
                let total = sum.total;
                let note = || over_whole(total, "funding records of the same subject");
                sink.found(&SHARES_OVER_WHOLE, Some(ids.own(funding)), "/share", note);
            }
        }
    }
}

fn finish_parts(parts: &Pile<Part>, amounts: &Pile<Amount>, ids: &Ids, sink: &mut Sink<'_>) {
    let amount_of = |funding: Place| {
        let found = amounts.get(amounts.partition_point(|amount| amount.funding < funding))?;
        (found.funding == funding).then_some((found.value, found.currency))
    };
    let mut sums: HashMap<(Place, Stage), Sum> = HashMap::new();
    for part in parts.iter() {
        let Some(whole) = ids.place(part.whole) else { continue };
        let Some(((amount, own_currency), (limit, currency))) = amount_of(part.funding).zip(amount_of(whole))
        else {
            continue;
        };
        let own = Some(ids.own(part.funding));
        if own_currency != currency {
            let note = || {
                Note::new(format!("the part is in {own_currency}, but the whole in {currency}"))
                    .help("state both in one currency, or say in words how they compare")
                    .related(whole, "the whole")
            };
            sink.found(&MIXED_CURRENCIES, own, "/amount/currency", note);
            continue;
        }
        let sum = sums.entry((whole, part.stage)).or_default();
        if part.stage != Stage::Wished && sum.passes(amount.value(), limit.value()) {
            let total = sum.total;
            let note = || {
                Note::new(format!(
                    "with this part the parts come to {total} {currency}, but the whole is {limit}"
                ))
                .help("correct the amounts, or take out what is counted twice")
                .related(whole, "the whole")
            };
            sink.found(&PARTS_OVER_WHOLE, own, "/amount", note);
        }
    }
}

fn finish_flows(amounts: &Pile<Amount>, ids: &Ids, sink: &mut Sink<'_>) {
    let flows = |paid: bool| {
        amounts.iter().filter_map(move |amount| {
            let flow = amount.flow.filter(|flow| flow.paid == paid)?;
            Some(((flow.ends, amount.currency), amount))
        })
    };
    // What was committed, where something was paid; and what was paid.
    let mut sums: HashMap<(Print, CurrencyCode), (Option<Exact>, Sum)> = HashMap::new();
    sums.extend(flows(true).map(|(key, _)| (key, (None, Sum::default()))));
    if sums.is_empty() {
        return;
    }
    for (key, committed) in flows(false) {
        if let Some((limit, _)) = sums.get_mut(&key) {
            *limit = Some(limit.unwrap_or_default().saturating_add(committed.value.value()));
        }
    }
    for (key, paid) in flows(true) {
        let Some((Some(limit), sum)) = sums.get_mut(&key) else { continue };
        if sum.passes(paid.value.value(), *limit) {
            let (total, currency) = (sum.total, paid.currency);
            let note = || {
                Note::new(format!(
                    "with this {total} {currency} are disbursed, but {limit} {currency} are committed"
                ))
                .help("add the commitment that is missing, or take out what is counted twice")
            };
            sink.found(&PAID_OVER_COMMITTED, Some(ids.own(paid.funding)), "/amount", note);
        }
    }
}
