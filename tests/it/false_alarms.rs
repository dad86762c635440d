//! What real data has and no rule may report, each beside something similar that a rule must report.

use cooperation::{Dataset, Severity};

/// The rules that find something, infos left out.
fn found(members: &str) -> Vec<String> {
    let json = format!(r#"{{"version": "1.0", {members}}}"#);
    let report = Dataset::from_json(&json).unwrap_or_else(|error| panic!("{error}\n{json}")).validate();
    let grave = report.findings().iter().filter(|finding| finding.severity != Severity::Info);
    grave.map(|finding| finding.rule.to_string()).collect()
}

/// The three shapes of a record with a word of a code list that is open.
fn with_word(kind: &str, word: &str) -> String {
    match kind {
        "scope" => format!(r#""networks": [{{"id": "n", "name": {{"en": "N"}}, "scope": "{word}"}}]"#),
        "place" => format!(r#""places": [{{"id": "n", "name": {{"en": "N"}}, "kind": "{word}"}}]"#),
        "programme" => format!(r#""programmes": [{{"id": "n", "name": {{"en": "N"}}, "kind": "{word}"}}]"#),
        "project" => format!(r#""projects": [{{"id": "n", "title": {{"en": "N"}}, "kind": "{word}"}}]"#),
        "role" => format!(
            r#""organizations": [{{"id": "o", "name": {{"en": "O"}}}}], "projects": [{{"id": "n", "title": {{"en": "N"}}}}],
            "participations": [{{"id": "x", "party": {{"organization": "o"}}, "project": "n", "role": "{word}"}}]"#
        ),
        "activity" => format!(
            r#""projects": [{{"id": "n", "title": {{"en": "N"}}}}],
            "activities": [{{"id": "x", "title": {{"en": "X"}}, "of": [{{"project": "n"}}], "kind": "{word}"}}]"#
        ),
        _ => panic!("{kind}"),
    }
}

#[test]
fn a_custom_code_is_not_a_misspelt_listed_one() {
    for (kind, words) in [
        ("scope", "interregional, subregional, euregional, transnational, macro-regional"),
        ("place", "district, island, province, capital, parish"),
        ("programme", "transnational cooperation, regional cooperation, training"),
        ("project", "coordination, corporation, investigation"),
        ("role", "affiliated partner, founder, funder, lender, leader"),
        ("activity", "mentoring, planting, trading, coaching, writing"),
    ] {
        for word in words.split(", ") {
            assert_eq!(found(&with_word(kind, word)), [""; 0], "{kind}: {word}");
        }
    }
    for (kind, words) in [
        ("scope", "Regional, cross border, natoinal, multinatonal"),
        ("place", "contry, Municipality, regoin, sit, county, City"),
        (
            "role",
            "lead-partner, Lead Partner, partnr, asociated partner, leadpartner, thirdParty, Coordinator",
        ),
        ("activity", "meetings, Training, reserch, evnt, pilots, study_visit"),
    ] {
        for word in words.split(", ") {
            assert_eq!(found(&with_word(kind, word)), ["misspelt-code"], "{kind}: {word}");
        }
    }
}

#[test]
fn observers_and_secretariats_are_not_counted_as_members() {
    let with_role = |role: &str| {
        found(&format!(
            r#""groups": [{{"id": "a", "name": {{"en": "A"}}}}, {{"id": "b", "name": {{"en": "B"}}}}],
            "networks": [{{"id": "n", "name": {{"en": "N"}}, "member_count": 1}}],
            "memberships": [{{"id": "x", "member": {{"group": "a"}}, "body": {{"network": "n"}}}},
                {{"id": "y", "member": {{"group": "b"}}, "body": {{"network": "n"}}, "role": "{role}"}}]"#
        ))
    };
    for role in ["observer", "secretariat"] {
        assert_eq!(with_role(role), [""; 0], "{role}");
    }
    for role in ["member", "founder", "chair", "patron"] {
        assert_eq!(with_role(role), ["more-members-than-counted"], "{role}");
    }
}

/// A whole of 100 and parts with these statuses and amounts.
fn parts(whole: &str, parts: &[(&str, u32)]) -> Vec<String> {
    let status = |status: &str| match status {
        "" => String::new(),
        _ => format!(r#", "status": "{status}""#),
    };
    let parts: Vec<_> = (0..)
        .zip(parts)
        .map(|(number, (stage, amount))| {
            let stage = status(stage);
            format!(
                r#"{{"id": "{number}", "part_of": "w", "of": {{"project": "p"}},
                    "amount": {{"amount": "{amount}", "currency": "EUR"}}{stage}}}"#
            )
        })
        .collect();
    found(&format!(
        r#""groups": [{{"id": "g", "name": {{"en": "G"}}}}], "projects": [{{"id": "p", "title": {{"en": "P"}}}}], "funding": [
            {{"id": "w", "funder": {{"group": "g"}}, "of": {{"project": "p"}}, "amount": {{"amount": "100", "currency": "EUR"}}{}}}, {}]"#,
        status(whole),
        parts.join(", ")
    ))
}

#[test]
fn payments_and_commitments_are_not_added_up_as_parts() {
    assert_eq!(parts("committed", &[("committed", 50), ("committed", 50), ("disbursed", 50)]), [""; 0]);
    assert_eq!(parts("", &[("", 60), ("disbursed", 100)]), [""; 0]);
    assert_eq!(parts("committed", &[("requested", 70), ("planned", 70), ("committed", 100)]), [""; 0]);
    for stages in
        [["committed", "committed"], ["", "committed"], ["disbursed", "disbursed"], ["", "cancelled"]]
    {
        let [first, second] = stages;
        assert_eq!(parts("committed", &[(first, 60), (second, 50)]), ["parts-over-whole"], "{stages:?}");
    }
}

#[test]
fn shares_of_payments_and_commitments_are_not_added_up() {
    let shares = |first: &str, second: &str| {
        found(&format!(
            r#""groups": [{{"id": "g", "name": {{"en": "G"}}}}], "projects": [{{"id": "p", "title": {{"en": "P"}}}}],
            "funding": [
                {{"id": "f", "funder": {{"group": "g"}}, "of": {{"project": "p"}}, "share": "80", "status": "{first}"}},
                {{"id": "h", "funder": {{"group": "g"}}, "of": {{"project": "p"}}, "share": "80", "status": "{second}"}}]"#
        ))
    };
    assert_eq!(shares("committed", "disbursed"), [""; 0]);
    assert_eq!(shares("committed", "committed"), ["shares-over-whole"]);
    assert_eq!(shares("disbursed", "disbursed"), ["shares-over-whole"]);
}

#[test]
fn an_objective_and_an_output_may_both_be_the_first() {
    let levels = |first: &str, second: &str| {
        found(&format!(
            r#""projects": [{{"id": "p", "title": {{"en": "P"}}}}], "goals": [
                {{"id": "a", "statement": {{"en": "A"}}, "level": "{first}", "of": [{{"project": "p"}}], "number": "1"}},
                {{"id": "b", "statement": {{"en": "B"}}, "level": "{second}", "of": [{{"project": "p"}}], "number": "1"}}]"#
        ))
    };
    assert_eq!(levels("objective", "output"), [""; 0]);
    assert_eq!(levels("output", "output"), ["doubled-goal-number"]);
}

#[test]
fn five_years_from_one_april_to_another_are_five_years() {
    let lasting = |start: &str, end: &str, duration: &str| {
        found(&format!(
            r#""projects": [{{"id": "p", "title": {{"en": "P"}},
                "period": {{"start": "{start}", "end": "{end}", "stated_duration": "{duration}"}}}}]"#
        ))
    };
    assert_eq!(lasting("2016-04", "2021-04", "P5Y"), [""; 0]);
    assert_eq!(lasting("2016-04-15", "2021-04", "P5Y"), [""; 0]);
    assert_eq!(lasting("2016-04", "2022-04", "P5Y"), ["stated-duration-disagrees"]);
}

#[test]
fn a_network_takes_part_only_while_it_exists() {
    let in_year = |year: &str| {
        found(&format!(
            r#""networks": [{{"id": "n", "name": {{"en": "N"}}, "founded": "2010", "dissolved": "2015"}}],
            "projects": [{{"id": "p", "title": {{"en": "P"}}}}],
            "participations": [{{"id": "x", "party": {{"network": "n"}}, "project": "p", "period": {{"start": "{year}", "end": "{year}"}}}}]"#
        ))
    };
    assert_eq!(in_year("2015"), [""; 0]);
    assert_eq!(in_year("2016"), ["membership-outside-network"]);
}

#[test]
fn parties_responsible_for_an_instrument_are_listed_once() {
    let parties = |second: &str| {
        found(&format!(
            r#""organizations": [{{"id": "a", "name": {{"en": "A"}}}}, {{"id": "b", "name": {{"en": "B"}}}}],
            "policy_instruments": [{{"id": "i", "name": {{"en": "I"}},
                "responsible": [{{"organization": "a"}}, {{"organization": "{second}"}}]}}]"#
        ))
    };
    assert_eq!(parties("b"), [""; 0]);
    assert_eq!(parties("a"), ["twice-in-list"]);
}
