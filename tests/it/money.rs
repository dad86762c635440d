//! How much money: exact sums, nothing counted twice, and what is not stated said to be so.

use crate::support::random::Random;
use cooperation::{
    Dataset, Funding, FundingId, Index, Party, ProgrammeId, Subject, codes::FundingStatus, index::MoneySum,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

fn dataset(funding: &str) -> Dataset {
    Dataset::from_json(&format!(r#"{{"version": "1.0", "funding": [{funding}]}}"#)).unwrap()
}

/// Each sum in one line.
fn told(sums: &[MoneySum]) -> Vec<String> {
    sums.iter()
        .map(|sum| {
            let programme = sum.programme.map_or("-", |programme| programme.as_str());
            let year = sum.year.map_or("-".to_owned(), |year| year.to_string());
            let status = sum.status.map_or("-", |status| status.as_str());
            let MoneySum { totals, counted, without_amount: silent, .. } = sum;
            format!("{programme} {year} {status}: {totals} ({counted} counted, {silent} silent)")
        })
        .collect()
}

fn all(funding: &str) -> Vec<String> {
    told(&Index::new(&dataset(funding)).money().unwrap())
}

fn eur(amount: &str) -> String {
    format!(r#""amount": {{"amount": "{amount}", "currency": "EUR"}}"#)
}

#[test]
fn money_is_summed_by_programme_year_status_and_currency() {
    let funding = r#"
        {"id": "a", "programme": "p", "date": "2016-04", "status": "committed", "amount": {"amount": "0.10", "currency": "EUR"}},
        {"id": "b", "programme": "p", "date": "2016-11-30", "status": "committed", "amount": {"amount": "0.20", "currency": "EUR"}},
        {"id": "c", "programme": "p", "date": "2016", "status": "committed", "amount": {"amount": "500", "currency": "NOK"}},
        {"id": "d", "programme": "p", "date": "2017", "status": "committed", "amount": {"amount": "7", "currency": "EUR"}},
        {"id": "e", "programme": "p", "date": "2017", "status": "disbursed", "amount": {"amount": "6", "currency": "EUR"}},
        {"id": "f", "programme": "q", "amount": {"amount": "1", "currency": "EUR"}},
        {"id": "g", "programme": "q"},
        {"id": "h", "date": "2020"}"#;
    let expected = [
        "- 2020 -:  (0 counted, 1 silent)",
        "p 2016 committed: 0.30 EUR, 500 NOK (3 counted, 0 silent)",
        "p 2017 committed: 7 EUR (1 counted, 0 silent)",
        "p 2017 disbursed: 6 EUR (1 counted, 0 silent)",
        "q - -: 1 EUR (1 counted, 1 silent)",
    ];
    assert_eq!(all(funding), expected);
}

#[test]
fn parts_of_counted_money_are_not_counted_again() {
    let funding = format!(
        r#"{{"id": "part-of-part", "part_of": "part", {}}}, {{"id": "part", "part_of": "whole"}},
        {{"id": "whole", "date": "2016", {}}}, {{"id": "other", "date": "2016", {}}}"#,
        eur("10"),
        eur("100.00"),
        eur("1.00")
    );
    assert_eq!(all(&funding), ["- 2016 -: 101.00 EUR (2 counted, 0 silent)"]);
}

#[test]
fn parts_count_if_the_whole_has_no_amount() {
    let whole = r#"{"id": "whole", "programme": "p", "date": "2016"}"#;
    let stated = format!(r#"{{"id": "one", "part_of": "whole", "date": "2017", {}}}"#, eur("40"));
    let silent = r#"{"id": "two", "part_of": "whole", "date": "2018"}"#;
    for parts in [[&stated, silent], [silent, &stated]] {
        let funding = [whole, parts[0], parts[1]].join(", ");
        assert_eq!(
            all(&funding),
            ["p 2017 -: 40 EUR (1 counted, 0 silent)", "p 2018 -:  (0 counted, 1 silent)"]
        );
    }
}

#[test]
fn payments_are_summed_apart_from_commitments() {
    let funding = format!(
        r#"{{"id": "grant", "programme": "p", "status": "committed", "date": "2016", {}}},
        {{"id": "first", "part_of": "grant", "status": "disbursed", "date": "2016", {}}},
        {{"id": "within", "part_of": "first", {}}},
        {{"id": "share", "part_of": "within", "status": "committed", {}}}"#,
        eur("100"),
        eur("60"),
        eur("20"),
        eur("5")
    );
    let expected =
        ["p 2016 committed: 100 EUR (1 counted, 0 silent)", "p 2016 disbursed: 60 EUR (1 counted, 0 silent)"];
    assert_eq!(all(&funding), expected);
}

#[test]
fn a_sibling_after_a_counted_whole_is_counted() {
    let funding = format!(
        r#"{{"id": "top"}}, {{"id": "a", "part_of": "top", {}}}, {{"id": "a1", "part_of": "a", {}}},
        {{"id": "b", "part_of": "top", {}}}"#,
        eur("10"),
        eur("9"),
        eur("1")
    );
    assert_eq!(all(&funding), ["- - -: 11 EUR (2 counted, 0 silent)"]);
}

#[test]
fn a_part_inherits_what_it_does_not_state() {
    let funding = format!(
        r#"{{"id": "whole", "programme": "p", "funder": {{"organization": "bank"}}, "of": {{"project": "x"}},
        "recipient": {{"organization": "lead"}}, {}}},
        {{"id": "part", "part_of": "whole", "recipient": {{"organization": "partner"}}, {}}}, {{"id": "else", {}}}"#,
        eur("100"),
        eur("30"),
        eur("1")
    );
    let dataset = dataset(&funding);
    let index = Index::new(&dataset);
    let party = |id: &str| Party::Organization(id.parse().unwrap());
    let whole = ["p - -: 100 EUR (1 counted, 0 silent)"];
    assert_eq!(told(&index.money_by(&party("bank")).unwrap()), whole);
    assert_eq!(told(&index.money_to(&party("lead")).unwrap()), whole);
    assert_eq!(told(&index.money_of(&Subject::Project("x".parse().unwrap())).unwrap()), whole);
    assert_eq!(told(&index.money_by_programme(&"p".parse::<ProgrammeId>().unwrap()).unwrap()), whole);
    assert_eq!(told(&index.money_to(&party("partner")).unwrap()), ["p - -: 30 EUR (1 counted, 0 silent)"]);
    assert_eq!(index.money_to(&party("nobody")).unwrap(), []);
}

#[test]
fn each_funder_has_its_own_sums() {
    let funding = format!(
        r#"{{"id": "a", "funder": {{"organization": "bank"}}, {}}}, {{"id": "b", "funder": {{"network": "bank"}}, {}}},
        {{"id": "c", "funder": {{"organization": "bank"}}, {}}}, {{"id": "d", "programme": "p"}},
        {{"id": "e", "part_of": "a", "funder": {{"organization": "other"}}, {}}}"#,
        eur("1"),
        eur("2"),
        eur("4"),
        eur("0.5")
    );
    let dataset = dataset(&funding);
    let index = Index::new(&dataset);
    let sums = index.money_per_funder().unwrap();
    let told: Vec<String> = sums
        .iter()
        .map(|(funder, sum)| format!("{:?} {}", funder.map(Party::key), told(std::slice::from_ref(sum))[0]))
        .collect();
    let expected = [
        "None p - -:  (0 counted, 1 silent)",
        "Some((Organization, \"bank\")) - - -: 5 EUR (2 counted, 0 silent)",
        "Some((Network, \"bank\")) - - -: 2 EUR (1 counted, 0 silent)",
    ];
    assert_eq!(told, expected);
}

#[test]
fn fundings_in_a_circle_are_counted_once() {
    let funding = format!(
        r#"{{"id": "a", "part_of": "b", {}}}, {{"id": "b", "part_of": "a", {}}}, {{"id": "c", "part_of": "c", {}}},
        {{"id": "d", "part_of": "nothing", {}}}"#,
        eur("1"),
        eur("10"),
        eur("100"),
        eur("1000")
    );
    assert_eq!(all(&funding), ["- - -: 1101 EUR (3 counted, 0 silent)"]);
}

#[test]
fn a_sum_that_would_not_be_exact_is_refused() {
    let funding = format!(
        r#"{{"id": "a", {}}}, {{"id": "b", {}}}"#,
        eur("9999999999999999999999999999"),
        eur("0.00000000000000000000000001")
    );
    let error = Index::new(&dataset(&funding)).money().unwrap_err();
    assert_eq!(error.to_string(), "the sum in EUR has more digits than can be kept exactly");
}

#[test]
fn zero_is_added_to_any_amount_and_the_decimals_stay() {
    for (one, other, sum) in [
        ("75000", "0.00", "75000.00"),
        ("0.00", "75000", "75000.00"),
        ("0", "12.50", "12.50"),
        ("-12.5", "0.000", "-12.500"),
        ("0.0", "0", "0.0"),
        ("7", "0", "7"),
    ] {
        let funding = format!(r#"{{"id": "a", {}}}, {{"id": "b", {}}}"#, eur(one), eur(other));
        assert_eq!(all(&funding), [format!("- - -: {sum} EUR (2 counted, 0 silent)")]);
    }
}

#[test]
fn a_long_row_of_parts_is_summed_in_one_pass() {
    let mut funding = format!(r#"{{"id": "f0", {}}}"#, eur("1"));
    for number in 1..50_000_u32 {
        let (whole, status) = (number - 1, number % 3000);
        write!(
            funding,
            r#", {{"id": "f{number}", "part_of": "f{whole}", "status": "s{status}", {}}}"#,
            eur("1")
        )
        .unwrap();
    }
    let dataset = dataset(&funding);
    let sums = Index::new(&dataset).money().unwrap();
    assert_eq!(sums.len(), 3001);
    assert!(sums.iter().all(|sum| sum.counted == 1));
}

#[test]
fn the_documented_money_is_one_funding_without_an_amount() {
    let dataset = Dataset::from_json(include_str!("../../examples/data/microfinance-norway.json")).unwrap();
    let index = Index::new(&dataset);
    assert_eq!(told(&index.money().unwrap()), ["nordplus - -:  (0 counted, 1 silent)"]);
    let atm = Subject::Project("atm".parse().unwrap());
    assert_eq!(index.money_of(&atm).unwrap(), []);
}

/// Money that the recipient of a grant passes on to two others, from one grant with an instalment.
const PASSED_ON: &str = r#"
    {"id": "grant", "funder": {"organization": "eu"}, "recipient": {"organization": "alpha"}, "of": {"project": "x"},
        "status": "committed", "amount": {"amount": "100", "currency": "EUR"}},
    {"id": "instalment", "part_of": "grant", "amount": {"amount": "60", "currency": "EUR"}},
    {"id": "to-beta", "out_of": "grant", "funder": {"organization": "alpha"}, "recipient": {"organization": "beta"},
        "of": {"project": "x"}, "status": "committed", "amount": {"amount": "30", "currency": "EUR"}},
    {"id": "to-gamma", "out_of": "to-beta", "funder": {"organization": "beta"}, "recipient": {"organization": "gamma"},
        "of": {"project": "x"}, "status": "committed", "amount": {"amount": "10", "currency": "EUR"}}"#;

#[test]
fn money_that_is_passed_on_is_counted_once() {
    let dataset = dataset(PASSED_ON);
    let index = Index::new(&dataset);
    let once = ["- - committed: 100 EUR (1 counted, 0 silent)"];
    assert_eq!(told(&index.money().unwrap()), once);
    assert_eq!(told(&index.money_of(&Subject::Project("x".parse().unwrap())).unwrap()), once);
    // Each payer and each recipient has what it pays or receives.
    let party = |id: &str| Party::Organization(id.parse().unwrap());
    for (id, pays, receives) in
        [("eu", "100", ""), ("alpha", "30", "100"), ("beta", "10", "30"), ("gamma", "", "10")]
    {
        let expected = |amount: &str| match amount {
            "" => vec![],
            _ => vec![format!("- - committed: {amount} EUR (1 counted, 0 silent)")],
        };
        assert_eq!(told(&index.money_by(&party(id)).unwrap()), expected(pays), "{id} pays");
        assert_eq!(told(&index.money_to(&party(id)).unwrap()), expected(receives), "{id} receives");
    }
    let per_funder = index.money_per_funder().unwrap();
    let told: Vec<_> =
        per_funder.iter().map(|(funder, sum)| (funder.unwrap().key().1, sum.totals.to_string())).collect();
    assert_eq!(
        told,
        ["alpha 30 EUR", "beta 10 EUR", "eu 100 EUR"].map(|one| {
            let (funder, total) = one.split_once(' ').unwrap();
            (funder, total.to_owned())
        })
    );
}

#[test]
fn money_that_is_passed_on_counts_if_its_source_does_not() {
    let without =
        PASSED_ON.replacen(r#""amount": {"amount": "100", "currency": "EUR"}"#, r#""date": "2016""#, 1);
    // What the grant comes to is stated by its instalment only.
    let sums = ["- - committed: 60 EUR (1 counted, 0 silent)"];
    assert_eq!(all(&without.replacen(r#", "date": "2016""#, "", 1)), sums);
    let other_status = PASSED_ON.replacen(r#""committed""#, r#""disbursed""#, 1);
    assert_eq!(
        all(&other_status),
        ["- - committed: 30 EUR (1 counted, 0 silent)", "- - disbursed: 100 EUR (1 counted, 0 silent)"]
    );
    // Nobody knows what it comes out of.
    assert_eq!(
        all(&format!(
            r#"{{"id": "a", "out_of": "nothing", {}}}, {{"id": "b", "out_of": "b", {}}}"#,
            eur("1"),
            eur("2")
        )),
        ["- - -: 3 EUR (2 counted, 0 silent)"]
    );
}

#[test]
fn money_that_is_passed_on_inherits_nothing() {
    let funding = format!(
        r#"{{"id": "grant", "programme": "p", "funder": {{"organization": "eu"}}, "of": {{"project": "x"}}, {}}},
        {{"id": "sub-grant", "out_of": "grant", {}}}"#,
        eur("100"),
        eur("30")
    );
    let dataset = dataset(&funding);
    let index = Index::new(&dataset);
    let eu = Party::Organization("eu".parse().unwrap());
    assert_eq!(told(&index.money_by(&eu).unwrap()), ["p - -: 100 EUR (1 counted, 0 silent)"]);
    let payers: Vec<_> = index
        .money_per_funder()
        .unwrap()
        .iter()
        .map(|(funder, sum)| (funder.is_some(), sum.counted))
        .collect();
    assert_eq!(payers, [(false, 1), (true, 1)]);
}

/// Fundings looked at one by one, each by walking up to its wholes as often as that is needed: slow, and plain to see.
struct OneByOne<'a> {
    list: &'a [Funding],
    /// What each is part of or, where that is not stated, comes out of, and whether it is passed on.
    above: Vec<Option<(usize, bool)>>,
}

impl<'a> OneByOne<'a> {
    fn new(list: &'a [Funding]) -> Self {
        let place = |id: &Option<FundingId>| list.iter().position(|funding| Some(&funding.id) == id.as_ref());
        let above = |funding: &Funding| {
            let whole = place(&funding.part_of).map(|whole| (whole, false));
            whole.or_else(|| place(&funding.out_of).map(|source| (source, true)))
        };
        let mut all = Self { list, above: list.iter().map(above).collect() };
        for start in 0..list.len() {
            // Who walks more steps than there are fundings walks in a circle, which begins where it is met first.
            if all.upwards(start, true).nth(list.len()).is_some() {
                all.above[start] = None;
            }
        }
        all
    }

    /// A funding, its wholes and, if that is asked for, the sources that they come out of.
    fn upwards(&self, start: usize, to_sources: bool) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(start), move |&place| {
            let (above, is_passed_on) = self.above[place]?;
            (to_sources || !is_passed_on).then_some(above)
        })
    }

    fn is_passed_on(&self, place: usize) -> bool {
        self.above[place].is_some_and(|(_, is_passed_on)| is_passed_on)
    }

    /// What a funding or the nearest whole says.
    fn says<T>(&self, place: usize, member: impl Fn(&'a Funding) -> Option<T>) -> Option<T> {
        self.upwards(place, false).find_map(|place| member(&self.list[place]))
    }

    /// The fundings that are in sums of those that are asked for: for all funders together, or for each.
    fn in_sums(&self, is_asked: impl Fn(usize) -> bool, per_funder: bool) -> Vec<usize> {
        let status = |place| self.says(place, |funding| funding.status.as_ref().map(FundingStatus::as_str));
        // Wholes before their parts, since whether a part counts depends on them.
        let mut places: Vec<usize> = (0..self.list.len()).filter(|&place| is_asked(place)).collect();
        // Sources come before what is passed on out of them, with all their parts.
        let sources = |place: usize| self.upwards(place, true).filter(|&one| self.is_passed_on(one)).count();
        places.sort_by_key(|&place| (sources(place), self.upwards(place, true).count()));
        let mut counted = vec![false; self.list.len()];
        let mut found = Vec::new();
        for &place in &places {
            let mut above = self.upwards(place, !per_funder).skip(1);
            let counts_the_same = |other: usize| counted[other] && status(other) == status(place);
            if above.any(counts_the_same) {
                continue;
            }
            // A source comes to what its parts do.
            let is_in_parts = |source: usize| {
                (0..self.list.len()).any(|part| {
                    counts_the_same(part) && self.upwards(part, false).any(|whole| whole == source)
                })
            };
            let passed_on = self.upwards(place, true).filter(|&one| self.is_passed_on(one));
            if !per_funder
                && passed_on.filter_map(|one| self.above[one]).any(|(source, _)| is_in_parts(source))
            {
                continue;
            }
            let is_part = |&&other: &&usize| self.upwards(other, false).skip(1).any(|whole| whole == place);
            counted[place] = self.list[place].amount.is_some();
            if counted[place] || !places.iter().any(|other| is_part(&other)) {
                found.push(place);
            }
        }
        found
    }

    fn sums(&self, in_sums: &[usize]) -> Vec<String> {
        let mut sums: BTreeMap<_, (u32, usize, usize)> = BTreeMap::new();
        for &place in in_sums {
            let programme = self.says(place, |funding| funding.programme.as_ref());
            let year = self.list[place].date.map(cooperation::PartialDate::year);
            let status = self.says(place, |funding| funding.status.as_ref().map(FundingStatus::as_str));
            let (total, stated, silent) = sums.entry((programme, year, status)).or_default();
            match &self.list[place].amount {
                Some(amount) => {
                    *total += amount.amount.to_string().parse::<u32>().unwrap();
                    *stated += 1;
                }
                None => *silent += 1,
            }
        }
        let mut told = Vec::new();
        for ((programme, year, status), (total, counted, silent)) in sums {
            let programme = programme.map_or("-", |programme| programme.as_str());
            let year = year.map_or("-".to_owned(), |year| year.to_string());
            let total = if counted > 0 { format!("{total} EUR") } else { String::new() };
            let status = status.unwrap_or("-");
            told.push(format!("{programme} {year} {status}: {total} ({counted} counted, {silent} silent)"));
        }
        told
    }
}

/// Fundings that are parts of each other or come out of each other as the shape says, for two subjects, programmes and parties, or silent.
fn grown(shape: &str, random: &mut Random) -> Dataset {
    let count = random.below(14) + 2;
    let mut list = Vec::new();
    for number in 0..count {
        let whole = match shape {
            "chain" => number.checked_sub(1),
            "circle" => Some((number + 1) % count),
            "star" => (number > 0).then_some(0),
            // Some lead nowhere, some to themselves.
            _ => random.below(3).checked_sub(1).map(|_| random.below(count + 1)),
        };
        let mut funding = format!(r#"{{"id": "f{number}""#);
        let mut member = |name: &str, choices: &[&str]| {
            if let Some(choice) = choices.get(random.below(choices.len() + 2)) {
                write!(funding, r#", "{name}": {choice}"#).unwrap();
            }
        };
        member("of", &[r#"{"project": "a"}"#, r#"{"project": "b"}"#]);
        member("programme", &[r#""n""#, r#""m""#]);
        member("funder", &[r#"{"organization": "x"}"#, r#"{"network": "x"}"#]);
        member("recipient", &[r#"{"organization": "x"}"#, r#"{"network": "x"}"#]);
        member("status", &[r#""committed""#, r#""disbursed""#]);
        member("date", &[r#""2016""#, r#""2017-03""#]);
        member("amount", &[r#"{"amount": "5", "currency": "EUR"}"#, r#"{"amount": "7", "currency": "EUR"}"#]);
        if let Some(whole) = whole {
            // A few are part of one and come out of another.
            let member =
                [&["part_of"][..], &["part_of"], &["out_of"], &["part_of", "out_of"]][random.below(4)];
            for (step, member) in member.iter().enumerate() {
                write!(funding, r#", "{member}": "f{}""#, (whole + step) % count).unwrap();
            }
        }
        list.push(funding + "}");
    }
    dataset(&list.join(","))
}

#[test]
fn sums_are_those_of_fundings_looked_at_one_by_one() {
    let mut random = Random(7);
    for round in 0..1_500 {
        let shape = ["chain", "circle", "star", "wood"][round % 4];
        let dataset = grown(shape, &mut random);
        let (index, naive) = (Index::new(&dataset), OneByOne::new(&dataset.funding));
        let same = |sums: Vec<MoneySum>, expected: Vec<String>| {
            assert_eq!(told(&sums), expected, "{shape}: {}", dataset.to_json());
        };
        let all = |is_asked: &dyn Fn(usize) -> bool| naive.sums(&naive.in_sums(is_asked, false));
        same(index.money().unwrap(), all(&|_| true));
        for id in ["a", "b", "c"] {
            let subject = Subject::Project(id.parse().unwrap());
            let is_asked = |place| naive.says(place, |funding| funding.of.as_ref()) == Some(&subject);
            same(index.money_of(&subject).unwrap(), all(&is_asked));
        }
        for id in ["n", "m"] {
            let programme: ProgrammeId = id.parse().unwrap();
            let is_asked =
                |place| naive.says(place, |funding| funding.programme.as_ref()) == Some(&programme);
            same(index.money_by_programme(&programme).unwrap(), all(&is_asked));
        }
        let per_funder = naive.in_sums(|_| true, true);
        for party in [Party::Organization("x".parse().unwrap()), Party::Network("x".parse().unwrap())] {
            let gives = |place| naive.says(place, |funding| funding.funder.as_ref()) == Some(&party);
            same(index.money_by(&party).unwrap(), all(&gives));
            let receives = |place| naive.says(place, |funding| funding.recipient.as_ref()) == Some(&party);
            same(index.money_to(&party).unwrap(), all(&receives));
            let of_funder = index.money_per_funder().unwrap().into_iter();
            let sums = of_funder.filter(|(funder, _)| *funder == Some(&party)).map(|(_, sum)| sum);
            let expected: Vec<usize> = per_funder.iter().copied().filter(|&place| gives(place)).collect();
            same(sums.collect(), naive.sums(&expected));
        }
    }
}
