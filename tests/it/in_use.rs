//! The crate in the hands of a programmer: errors as text, records by id, lists, setters, custom rules, answers as data.

use cooperation::{
    CountryCode, CurrencyCode, Dataset, Error, Index, Language, Money, NetworkId, Organization,
    OrganizationId, Participation, Party, Period, ProgrammeId, Project, ProjectId, ReadOptions, RecordRef,
    Report, Rules, Severity, Subject, Text, Truth,
    codes::FundingStatus,
    index::{Partner, Tie},
    model::Address,
    rules::{Note, Reporter, RuleNameTaken, Summary, UnknownRule},
    values::{List, Totals},
    walk::Path,
};
use std::collections::HashSet;

fn project(id: &str) -> Project {
    Project::new(id.parse().unwrap(), Text::new("en", "Blue").unwrap())
}

fn read(lists: &str) -> Dataset {
    Dataset::from_json(&format!(r#"{{"version": "1.0", {lists}}}"#)).unwrap()
}

#[test]
fn an_error_that_main_returns_is_a_text_for_people() {
    let error: Box<dyn std::error::Error> = Dataset::from_json("{\n  \"version\": 1\n}").unwrap_err().into();
    assert!(format!("{error:?}").starts_with("2:14: found 1, expected"), "{error:?}");
    let error = Dataset::from_path("no-such-folder/data.json").unwrap_err();
    let debug = format!("{error:?}");
    assert!(debug.starts_with("no-such-folder/data.json could not be read: "), "{debug}");
    assert!(error.io().is_some() && debug.len() > "no-such-folder/data.json could not be read: ".len());
}

#[test]
fn a_file_is_read_by_its_name_and_its_faults_name_it() {
    let folder = std::env::temp_dir().join(format!("cooperation-in-use-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let place = r#"{"id": "oslo", "name": {"nb": "Oslo"}}"#;
    let document =
        Dataset::from_path(write("a.json", &format!(r#"{{"version": "1.0", "places": [{place}]}}"#)))
            .unwrap();
    let lines = Dataset::from_path(write("a.JSONL", &format!("{{\"place\": {place}}}\n"))).unwrap();
    assert_eq!((document.places.len(), &document.places), (1, &lines.places));
    let wrong = write("b.json", "{}");
    let error = Dataset::from_path(&wrong).unwrap_err();
    assert_eq!(error.path(), Some(wrong.as_path()));
    assert!(error.to_string().starts_with(&format!("{}:1:1: ", wrong.display())), "{error}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn record_lines_are_read_with_the_faults_of_all_lines_within_the_limits() {
    let error = Dataset::from_lines(
        "{\"sorce\": {}}\n{\"place\": {\"id\": \"p\", \"nmae\": {\"en\": \"P\"}}}\n[]\n".as_bytes(),
    )
    .unwrap_err();
    let lines: Vec<u64> = error.faults().iter().map(cooperation::Fault::line).collect();
    assert_eq!(lines, [1, 2, 3]);
    assert_eq!(error.count(), 3);
    let limits = cooperation::Limits::default();
    let few = ReadOptions::new().with_limits(limits.with_faults(2));
    let error = few.read_lines("[]\n[]\n[]\n".as_bytes()).unwrap_err();
    assert_eq!((error.faults().len(), error.count()), (2, 3));
    let small = ReadOptions::new().with_limits(limits.with_bytes(10));
    let error = small.read_lines("\n\n\n\n\n\n\n\n\n\n\n".as_bytes()).unwrap_err();
    assert_eq!(error.faults()[0].kind(), cooperation::io::FaultKind::LimitBytes);
    assert!(small.read_lines("\n\n\n\n\n\n\n\n\n\n".as_bytes()).is_ok());
}

#[test]
fn a_list_is_a_vector_that_refuses_to_be_read_empty() {
    let mut list: List<u32> = List::with_capacity(4);
    list.extend_from_slice(&[1, 2, 2, 3]);
    list.dedup();
    assert_eq!(list.drain(..1).collect::<Vec<_>>(), [1]);
    assert_eq!(list, [2, 3]);
    assert_eq!([2, 3], list);
    assert_eq!(list, vec![2, 3]);
    assert_eq!(vec![2, 3], list);
    assert_eq!(list, &[2, 3][..]);
    assert!(list != [2] && list != [2, 3, 4] && list != [3, 2]);
    assert_eq!(serde_json::from_str::<List<u32>>("[7]").unwrap(), [7]);
    assert!(serde_json::from_str::<List<u32>>("[]").is_err());
}

#[test]
fn setters_take_what_members_take() -> Result<(), cooperation::ValueError> {
    let emn = NetworkId::new("emn")?;
    let built = project("blue")
        .with_acronym("B".parse()?)
        .with_programmes(["call-1".parse()?, "call-2".parse()?])
        .with_about([emn.clone()])
        .with_period(Period::since("2016".parse()?))
        .with_partner_count(9);
    let mut assigned = project("blue");
    assigned.acronym = Some("B".parse()?);
    assigned.programmes = ["call-1".parse()?, "call-2".parse()?].into();
    assigned.about = [Subject::from(emn.clone())].into();
    assigned.period = Some(Period::since("2016".parse()?));
    assigned.partner_count = Some(9);
    assert_eq!(built, assigned);
    let part = Participation::new("p".parse()?, emn.clone(), "blue".parse()?)
        .with_via(OrganizationId::new("trust")?);
    assert_eq!(part.party, Party::from(emn));
    assert_eq!(part.via, Some(Party::Organization("trust".parse()?)));
    let same: HashSet<Project> = HashSet::from([built, assigned]);
    assert_eq!(same.len(), 1);
    Ok(())
}

#[test]
fn what_is_flattened_takes_its_own_members_and_leaves_the_others() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Applicant {
        applied: bool,
        #[serde(flatten)]
        organization: Organization,
        #[serde(flatten)]
        address: Address,
        #[serde(flatten)]
        party: Party,
    }
    let json = r#"{"applied":true,"id":"trust","name":{"en":"Trust"},"locality":"Oslo","network":"emn"}"#;
    let applicant: Applicant = serde_json::from_str(json).unwrap();
    assert_eq!(applicant.organization.id, "trust");
    assert_eq!(applicant.address.locality.as_ref().unwrap(), "Oslo");
    assert_eq!(applicant.party.key().1, "emn");
    assert_eq!(serde_json::to_string(&applicant).unwrap(), json);
    let error = serde_json::from_str::<Applicant>(&json.replace("locality", "localty")).unwrap_err();
    assert!(error.to_string().contains("localty"), "{error}");
}

/// Parties of every kind of tie. `trust` and `trust-as` are stated to be the same.
const TIES: &str = r#"
    "organizations": [
        {"id": "trust", "name": {"en": "Trust"}},
        {"id": "trust-as", "name": {"en": "Trust AS"}, "related": [{"to": {"organization": "trust"}, "relation": "same as"}]}
    ],
    "projects": [{"id": "blue", "title": {"en": "Blue"}}],
    "memberships": [
        {"id": "m1", "member": {"organization": "trust"}, "body": {"network": "emn"}},
        {"id": "m2", "member": {"organization": "port"}, "body": {"network": "emn"}},
        {"id": "m3", "member": {"organization": "trust-as"}, "body": {"network": "emn"}, "role": "chair"}
    ],
    "cooperations": [{"id": "c", "parties": [{"organization": "trust"}, {"organization": "port"}]}],
    "participations": [
        {"id": "a", "party": {"organization": "trust-as"}, "project": "blue"},
        {"id": "b", "party": {"organization": "port"}, "project": "blue"},
        {"id": "d", "party": {"group": "some"}, "project": "unknown"},
        {"id": "e", "party": {"organization": "trust"}, "project": "unknown"}
    ]"#;

fn told(partners: &[Partner<'_>]) -> Vec<(String, Vec<&'static str>)> {
    let tie = |tie: &Tie<'_>| match tie {
        Tie::Project { project: Some(_), .. } => "project",
        Tie::Project { project: None, .. } => "unknown project",
        Tie::FellowMember { .. } => "fellow member",
        Tie::Membership(_) => "membership",
        Tie::Cooperation(_) => "cooperation",
        _ => "?",
    };
    partners
        .iter()
        .map(|partner| (partner.party.to_string(), partner.ties.iter().map(tie).collect()))
        .collect()
}

#[test]
fn partners_come_once_with_all_that_ties_them() {
    let dataset = read(TIES);
    let index = Index::new(&dataset);
    let expected = [
        ("organization port".to_owned(), vec!["project", "fellow member", "cooperation"]),
        ("group some".to_owned(), vec!["unknown project"]),
        // Both memberships of the one body.
        ("network emn".to_owned(), vec!["membership", "membership"]),
    ];
    for id in ["trust", "trust-as"] {
        assert_eq!(told(&index.partners_of(&OrganizationId::new(id).unwrap())), expected, "{id}");
    }
    assert_eq!(told(&index.partners_of(&dataset.organizations[0])), expected, "asked by the record");
    let emn = index.partners_of(&NetworkId::new("emn").unwrap());
    assert_eq!(
        told(&emn),
        [
            ("organization trust".to_owned(), vec!["membership", "membership"]),
            ("organization port".to_owned(), vec!["membership"])
        ]
    );
    assert_eq!(index.partners_of(&OrganizationId::new("nobody").unwrap()), []);
    let json = serde_json::to_value(&emn[1]).unwrap();
    assert_eq!(json["ties"][0]["membership"]["id"], "m2");
}

#[test]
fn descendants_come_once_though_the_data_go_round_in_a_circle() {
    let dataset = read(
        r#""programmes": [
            {"id": "top", "name": {"en": "Top"}, "part_of": "low"},
            {"id": "mid", "name": {"en": "Mid"}, "part_of": "top"},
            {"id": "low", "name": {"en": "Low"}, "part_of": "mid"}
        ],
        "projects": [
            {"id": "a", "title": {"en": "A"}, "programmes": ["low", "mid"]},
            {"id": "b", "title": {"en": "B"}, "programmes": ["top"]},
            {"id": "c", "title": {"en": "C"}, "programmes": ["other"]}
        ]"#,
    );
    let index = dataset.index();
    let top = "top".parse().unwrap();
    let programmes: Vec<&str> =
        index.programmes_within(&top).map(|programme| programme.id.as_str()).collect();
    assert_eq!(programmes, ["mid", "low"]);
    let projects: Vec<&str> = index.projects_within(&top).map(|project| project.id.as_str()).collect();
    assert_eq!(projects, ["b", "a"]);
}

#[test]
fn totals_are_of_one_status() {
    let grant = |id: &str, status: &str, amount: u32| {
        format!(
            r#"{{"id": "{id}", "funder": {{"organization": "bank"}}, "of": {{"project": "blue"}} {status},
                "recipient": {{"organization": "trust"}}, "programme": "fund",
                "amount": {{"amount": "{amount}", "currency": "EUR"}}}}"#
        )
    };
    let committed = r#", "status": "committed""#;
    let all = [
        grant("a", committed, 100),
        grant("b", committed, 50),
        grant("c", r#", "status": "disbursed""#, 40),
        grant("d", "", 7),
    ];
    let dataset = read(&format!(r#""funding": [{}]"#, all.join(",")));
    let index = dataset.index();
    let (bank, blue) = (OrganizationId::new("bank").unwrap(), ProjectId::new("blue").unwrap());
    let by = |status: Option<&FundingStatus>| index.total_by(&bank, status).unwrap().to_string();
    assert_eq!(
        [by(Some(&FundingStatus::Committed)), by(Some(&FundingStatus::Disbursed)), by(None)],
        ["150 EUR", "40 EUR", "7 EUR"]
    );
    assert_eq!(index.total_of(&blue, None).unwrap().to_string(), "7 EUR");
    assert!(index.total_to(&bank, None).unwrap().is_empty());
    let (trust, fund) = (OrganizationId::new("trust").unwrap(), ProgrammeId::new("fund").unwrap());
    assert_eq!(index.total_to(&trust, Some(&FundingStatus::Committed)).unwrap().to_string(), "150 EUR");
    assert_eq!(
        index.total_by_programme(&fund, Some(&FundingStatus::Disbursed)).unwrap().to_string(),
        "40 EUR"
    );
    assert!(index.total_by_programme(&fund, Some(&FundingStatus::Pledged)).unwrap().is_empty());
    let sums = serde_json::to_value(index.money_by(&bank).unwrap()).unwrap();
    assert_eq!(sums[0]["totals"], serde_json::json!([{"amount": "7", "currency": "EUR"}]));
}

#[test]
fn budgets_of_participations_are_added_by_project_and_by_party() {
    let part = |id: &str, party: &str, project: &str, budget: &str| {
        format!(
            r#"{{"id": "{id}", "party": {{"organization": "{party}"}}, "project": "{project}" {budget}}}"#
        )
    };
    let euros = |amount: &str| format!(r#", "budget": {{"amount": "{amount}", "currency": "EUR"}}"#);
    let all = [
        part("a", "trust", "blue", &euros("10")),
        part("b", "trust", "green", &euros("5.50")),
        part("c", "bank", "blue", &euros("1")),
        part("d", "bank", "blue", ""),
    ];
    let dataset = read(&format!(r#""participations": [{}]"#, all.join(",")));
    let index = dataset.index();
    let by = |party: &str| {
        index.participation_budgets_of(&OrganizationId::new(party).unwrap()).unwrap().to_string()
    };
    assert_eq!([by("trust"), by("bank"), by("nobody")], ["15.50 EUR", "1 EUR", ""]);
    let of = |project: &str| {
        index.participation_budgets_in(&ProjectId::new(project).unwrap()).unwrap().to_string()
    };
    assert_eq!([of("blue"), of("green"), of("red")], ["11 EUR", "5.50 EUR", ""]);
}

#[test]
fn amounts_are_added_only_where_the_result_is_exact_and_of_one_currency() {
    let euros = |amount: &str| Money::parse(amount, "EUR").unwrap();
    assert_eq!(euros("10.50").checked_sub(&euros("10.5")), Some(euros("0.00")));
    assert_eq!(euros("1").checked_sub(&euros("2.25")), Some(euros("-1.25")));
    assert_eq!(euros("1").checked_sub(&euros("0.00")), Some(euros("1.00")));
    assert_eq!(euros("0").checked_sub(&euros("0")), Some(euros("0")));
    assert_eq!(euros("0.75").checked_add(&euros("2.5")), Some(euros("3.25")));
    assert_eq!(euros("1").checked_add(&Money::new(1.into(), CurrencyCode::NOK)), None);
    let most = euros("9999999999999999999999999999");
    assert_eq!(most.checked_add(&euros("0.1")), None);
    let [one, other] =
        [[euros("1"), Money::new(5_u64.into(), CurrencyCode::NOK)], [euros("2"), euros("0.5")]]
            .map(|amounts| amounts.iter().sum::<Result<Totals, _>>().unwrap());
    let both: Result<Totals, _> = [&one, &other].into_iter().sum();
    assert_eq!(both.unwrap().to_string(), "3.5 EUR, 5 NOK");
}

#[test]
fn constants_are_the_codes_that_they_are_named_after() {
    assert_eq!(CountryCode::NO, "NO".parse().unwrap());
    assert_eq!((CurrencyCode::EUR.as_str(), CurrencyCode::EUR.is_known()), ("EUR", true));
    assert_eq!((Language::NB, Language::UND), ("nb".parse().unwrap(), "und".parse().unwrap()));
}

#[test]
fn answers_keep_the_laws_of_logic() {
    let all = [Truth::Yes, Truth::Possible, Truth::No, Truth::Unknown];
    for one in all {
        assert_eq!([one.or(Truth::No), one.or(Truth::Yes), one.and(Truth::Yes)], [one, Truth::Yes, one]);
        for other in all {
            assert_eq!(!one.or(other), (!one).and(!other));
        }
        let json = serde_json::to_string(&one).unwrap();
        assert_eq!(serde_json::from_str::<Truth>(&json).unwrap(), one);
    }
    assert!(serde_json::from_str::<Truth>("\"maybe\"").is_err());
}

/// A record rule that is met by two of three groups, and a rule for the whole.
fn custom() -> Rules {
    Rules::default()
        .without("record-without-evidence")
        .unwrap()
        .with_record_rule("short-name", Severity::Info, |record, reporter| {
            let RecordRef::Group(group) = record else { return };
            if group.name.best(&[]).len() < 3 {
                reporter.add_to(group, "/name/en", Note::new("the name is short"));
            }
        })
        .unwrap()
}

const GROUPS: &str = r#""groups": [
    {"id": "a", "name": {"en": "A"}}, {"id": "long", "name": {"en": "Long"}}, {"id": "c", "name": {"en": "C"}}]"#;

#[test]
fn a_record_rule_runs_over_datasets_record_lines_and_parts() {
    let (dataset, rules) = (read(GROUPS), custom());
    let places = |report: &Report| -> Vec<(String, Option<String>)> {
        report.findings().iter().map(|finding| (finding.pointer.clone(), finding.id.clone())).collect()
    };
    let expected = [("/groups/0/name/en", "a"), ("/groups/2/name/en", "c")]
        .map(|(at, id)| (at.to_owned(), Some(id.to_owned())));
    assert_eq!(places(&rules.check(&dataset)), expected);
    let mut validator = rules.validator();
    for (number, line) in (1..).zip(dataset.clone().into_lines()) {
        validator.add(number, &line);
    }
    let report = validator.finish();
    assert_eq!(places(&report), expected);
    assert_eq!(report.findings()[1].line, Some(4));
    assert!(!report.unchecked().iter().any(|sentence| sentence.contains("short-name")), "{report}");
    let part = |name: &str, groups: &[usize]| -> Summary {
        let mut validator = rules.validator();
        for &group in groups {
            validator.add(1, &dataset.groups[group].clone().into());
        }
        validator.summarize(name)
    };
    let summary = part("one", &[0]).merge(part("two", &[1, 2])).unwrap();
    assert_eq!(places(&rules.finish(summary)), expected);
}

#[test]
fn custom_rules_are_set_by_name_and_none_has_the_name_of_the_catalogue() {
    let dataset = read(GROUPS);
    let warned = custom().raise("short-name").unwrap();
    assert_eq!(warned.check(&dataset).count(Severity::Warning), 2);
    assert_eq!(warned.clone().lower("short-name").unwrap().check(&dataset).count(Severity::Info), 2);
    let off = warned.clone().without("short-name").unwrap();
    let report = off.check(&dataset);
    assert!(report.is_empty() && report.unchecked().contains(&"short-name: disabled".to_owned()), "{report}");
    assert_eq!(
        off.with_severity("short-name", Severity::Error).unwrap().check(&dataset).count(Severity::Error),
        2
    );
    assert_eq!(warned.check(&dataset).count(Severity::Warning), 2, "a clone is a copy");
    let error: UnknownRule = custom().raise("shrt-name").unwrap_err();
    assert_eq!(error.nearest(), Some("short-name"));
    let taken: RuleNameTaken = Rules::default().with_rule("cycle", Severity::Info, |_, _| {}).unwrap_err();
    assert_eq!(taken.name(), "cycle");
}

/// What a rule reports of a dataset with three groups.
fn reported(
    rule: impl Fn(&Dataset, &mut Reporter<'_>) + Send + Sync + 'static,
) -> (String, Option<String>, String) {
    let rules = custom().without("short-name").unwrap().with_rule("own", Severity::Error, rule).unwrap();
    let report = rules.check(&read(GROUPS));
    let finding = report.findings()[0].clone();
    (finding.pointer, finding.id, finding.message)
}

#[test]
fn a_finding_is_at_a_value_that_is_there_or_says_that_it_is_not() {
    let of = |pointer: &str, id: Option<&str>, message: &str| {
        (pointer.to_owned(), id.map(str::to_owned), message.to_owned())
    };
    let in_second = |pointer: &'static str| {
        reported(move |dataset, reporter| reporter.add_to(&dataset.groups[1], pointer, Note::new("odd")))
    };
    assert_eq!(in_second("/name"), of("/groups/1/name", Some("long"), "odd"));
    assert_eq!(in_second(""), of("/groups/1", Some("long"), "odd"));
    // It could be there, and is not.
    assert_eq!(in_second("/places/0"), of("/groups/1", Some("long"), "odd"));
    let misspelt = r#"odd (the rule reported it at "/nmae", which does not exist)"#;
    assert_eq!(in_second("/nmae"), of("/groups/1", Some("long"), misspelt));
    let at = |pointer: &'static str| reported(move |_, reporter| reporter.add(pointer, Note::new("odd")));
    assert_eq!(at("/groups/2/name/en"), of("/groups/2/name/en", Some("c"), "odd"));
    assert_eq!(at(""), of("", None, "odd"));
    assert_eq!(at("/publisher"), of("", None, "odd"));
    assert_eq!(
        at("/groups/99/nope"),
        of("/groups", None, r#"odd (the rule reported it at "/groups/99/nope", which does not exist)"#)
    );
    let root = reported(|_, reporter| {
        let groups = Path::root();
        reporter.add(groups.member("groups"), Note::new("odd"));
    });
    assert_eq!(root, of("/groups", None, "odd"));
    // A copy is found by its id; a record of elsewhere has no place.
    let copy =
        reported(|dataset, reporter| reporter.add_to(&dataset.groups[2].clone(), "/name", Note::new("odd")));
    assert_eq!(copy, of("/groups/2/name", Some("c"), "odd"));
    let foreign = reported(|_, reporter| reporter.add_to(&project("blue"), "/title", Note::new("odd")));
    assert!(foreign.2.contains("project blue"), "{foreign:?}");
}

#[test]
fn of_two_records_with_one_id_the_finding_is_at_the_one_that_was_named() {
    let rules = Rules::default().with_rule("own", Severity::Info, |dataset, reporter| {
        reporter.add_to(&dataset.groups[1], "", Note::new("odd"));
    });
    let dataset = read(r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "a", "name": {"en": "B"}}]"#);
    let report = rules.unwrap().check(&dataset);
    assert!(
        report.findings().iter().any(|finding| finding.rule == "own" && finding.pointer == "/groups/1"),
        "{report}"
    );
}

#[test]
fn a_report_is_read_back_as_it_was_written() {
    let rules = Rules::default().with_max_findings(3).with_rule("own", Severity::Error, |_, reporter| {
        reporter.add("", Note::new("odd").with_related("/groups", "these"));
    });
    let rules = rules.unwrap();
    let report = rules
        .check(&read(r#""groups": [{"id": "a", "name": {"xx": "A"}}, {"id": "a", "name": {"xx": "B"}}]"#));
    assert!(report.len() > report.findings().len());
    let json = serde_json::to_string(&report).unwrap();
    let again: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(again, report);
    assert_eq!(
        [Severity::Error, Severity::Warning, Severity::Info].map(|severity| again.count(severity)),
        [Severity::Error, Severity::Warning, Severity::Info].map(|severity| report.count(severity))
    );
    assert!(again.rules().eq(report.rules()));
}

#[test]
fn an_error_is_data_for_a_client() {
    let error: Error = Dataset::from_json(r#"{"version": "1.0", "titel": {"en": "T"}}"#).unwrap_err();
    let json = serde_json::to_value(&error).unwrap();
    assert_eq!(json["count"], 1);
    let fault: cooperation::Fault = serde_json::from_value(json["faults"][0].clone()).unwrap();
    assert_eq!(&fault, &error.faults()[0]);
    let limits: cooperation::Limits = serde_json::from_str(r#"{"bytes": 5}"#).unwrap();
    assert_eq!(limits, cooperation::Limits::default().with_bytes(5));
    assert!(serde_json::from_str::<cooperation::Limits>(r#"{"byts": 5}"#).is_err());
}

#[test]
fn a_record_that_is_shown_is_copied_to_a_line() {
    let text = include_str!("../../examples/data/microfinance-norway.json");
    let dataset = Dataset::from_json(text).unwrap();
    let mut copy: Dataset = dataset.records().map(cooperation::RecordLine::from).collect();
    copy.set_header(dataset.header());
    assert_eq!(copy, dataset);
}
