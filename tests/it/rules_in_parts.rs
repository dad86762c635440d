//! Records that come one by one, and records that were checked in parts.

use cooperation::{Dataset, Finding, ReadOptions, RecordLine, Report, Rules, SamePart, Summary, rules};

/// A dataset with something wrong for every rule: the examples of the catalogue, their ids kept apart where they would
/// meet.
fn everything() -> Dataset {
    let mut whole = Dataset::default();
    for (number, rule) in rules().enumerate() {
        let json = rule.breaks.replace(r#""id": ""#, &format!(r#""id": "{number}-"#));
        let refers = ["programme", "project", "group", "network", "organization", "part_of", "source"];
        let json = refers.iter().fold(json, |json, member| {
            json.replace(&format!(r#""{member}": ""#), &format!(r#""{member}": "{number}-"#))
        });
        let dataset = Dataset::from_json(&json).unwrap_or_else(|error| panic!("{}: {error}", rule.name));
        for line in dataset.into_lines() {
            if !matches!(&line, RecordLine::Dataset(header) if header.issued.is_none()) {
                whole.push(line);
            }
        }
    }
    whole
}

fn lines(dataset: &Dataset) -> Vec<(u64, RecordLine)> {
    (1..).zip(dataset.clone().into_lines()).collect()
}

fn checker() -> Rules {
    Rules::default().on("2025-05-05".parse().unwrap())
}

fn stream(rules: &Rules, lines: &[(u64, RecordLine)]) -> Report {
    let mut validator = rules.validator();
    for (number, line) in lines {
        validator.add(*number, line);
    }
    validator.finish()
}

/// The findings without what only records that come one by one have.
fn bare(report: &Report) -> Vec<Finding> {
    report
        .findings()
        .iter()
        .cloned()
        .map(|mut finding| {
            (finding.line, finding.part) = (None, None);
            finding
        })
        .collect()
}

#[test]
fn records_one_by_one_give_the_findings_of_the_dataset() {
    let (dataset, rules) = (everything(), checker());
    let report = rules.check(&dataset);
    let found: std::collections::BTreeSet<&str> = report.rules().map(|(name, _)| name).collect();
    let missing: Vec<&str> =
        cooperation::rules().map(|rule| rule.name).filter(|name| !found.contains(name)).collect();
    assert_eq!(missing, [""; 0], "the dataset should break every rule");

    let one_by_one = stream(&rules, &lines(&dataset));
    assert_eq!(bare(&one_by_one), report.findings());
    assert_eq!(one_by_one.rules().collect::<Vec<_>>(), report.rules().collect::<Vec<_>>());
    assert!(one_by_one.findings().iter().all(|finding| finding.line.is_some()));
}

#[test]
fn each_finding_names_the_line_of_its_record() {
    let dataset = everything();
    let lines = lines(&dataset);
    for finding in stream(&checker(), &lines).findings() {
        let (_, line) = &lines[usize::try_from(finding.line.unwrap()).unwrap() - 1];
        let json = serde_json::to_value(line).unwrap();
        let (tag, record) = json.as_object().unwrap().iter().next().unwrap();
        assert_eq!(finding.id.as_deref(), record.get("id").and_then(|id| id.as_str()), "{finding}");
        assert_eq!(finding.kind.map_or("dataset", |kind| kind.as_str()), tag, "{finding}");
        assert!(json.pointer(&finding.pointer_in_line()).is_some(), "{finding}");
    }
}

#[test]
fn the_order_of_lists_in_the_file_does_not_matter() {
    let dataset = everything();
    let mut shuffled = lines(&dataset);
    // Records of one kind keep their order, so that the first of two is the same one.
    shuffled.sort_by_key(|(number, line)| {
        let kind = serde_json::to_value(line).unwrap().as_object().unwrap().keys().next().unwrap().clone();
        (std::cmp::Reverse(kind), *number)
    });
    let rules = checker();
    assert_eq!(bare(&stream(&rules, &shuffled)), rules.check(&dataset).findings());
}

fn in_parts(rules: &Rules, lines: &[(u64, RecordLine)], parts: usize) -> Vec<Summary> {
    let size = lines.len().div_ceil(parts);
    let summary = |(number, part): (usize, &[(u64, RecordLine)])| {
        let mut validator = rules.validator();
        for (line, record) in part {
            validator.add(*line, record);
        }
        let json = serde_json::to_string(&validator.summarize(&format!("part-{number:04}"))).unwrap();
        serde_json::from_str(&json).unwrap()
    };
    lines.chunks(size).enumerate().map(summary).collect()
}

#[test]
fn parts_merged_in_any_order_give_the_findings_of_one_run() {
    let rules = checker();
    let lines = lines(&everything());
    let single = stream(&rules, &lines);
    for parts in [1, 2, 7, 64] {
        for turn in [0, 1, 5] {
            let mut summaries = in_parts(&rules, &lines, parts);
            let turn = turn % summaries.len();
            summaries.rotate_left(turn);
            if turn == 1 {
                summaries.reverse();
            }
            let merged =
                summaries.into_iter().try_fold(Summary::default(), Summary::merge).expect("names differ");
            let report = rules.conclude(merged);
            assert_eq!(bare(&report), bare(&single), "{parts} parts");
            assert_eq!(report.rules().collect::<Vec<_>>(), single.rules().collect::<Vec<_>>());
            let places = |report: &Report| report.findings().iter().map(|at| at.line).collect::<Vec<_>>();
            assert_eq!(places(&report), places(&single));
            assert!(report.findings().iter().all(|finding| finding.part.is_some()));
        }
    }
}

#[test]
fn merging_is_associative_and_refuses_a_part_twice() {
    let rules = checker();
    let lines = lines(&everything());
    let report = |summary: Summary| serde_json::to_string(&rules.conclude(summary)).unwrap();
    let three = || <[Summary; 3]>::try_from(in_parts(&rules, &lines, 3)).ok().unwrap();
    let [a, b, c] = three();
    let left = a.merge(b).unwrap().merge(c).unwrap();
    let [a, b, c] = three();
    let right = a.merge(b.merge(c).unwrap()).unwrap();
    assert_eq!(report(left), report(right));
    let ([a, ..], [again, ..]) = (three(), three());
    let error: SamePart = a.merge(again).err().unwrap();
    assert_eq!(error.to_string(), r#"the part "part-0000" is there twice"#);
}

#[test]
fn rules_of_ones_own_are_named_as_not_checked_where_there_is_no_dataset() {
    let own = |_: &Dataset, _: &mut cooperation::Sink<'_>| {};
    let rules = checker().with_rule("own", cooperation::Severity::Info, own);
    assert_eq!(stream(&rules, &[]).unchecked(), ["own, which needs the whole dataset"]);
    assert_eq!(rules.check(&Dataset::default()).unchecked(), [""; 0]);
}

#[test]
fn a_summary_that_was_tampered_with_is_answered() {
    let lines = lines(&everything());
    let rules = checker();
    let [summary] = <[Summary; 1]>::try_from(in_parts(&rules, &lines, 1)).ok().unwrap();
    let json = serde_json::to_string(&summary).unwrap();
    // Every number becomes one that leads nowhere.
    for number in ["4294967295", "4000000000", "0"] {
        let mut broken = String::new();
        let mut in_text = false;
        let mut digits = json.chars().peekable();
        while let Some(letter) = digits.next() {
            in_text ^= letter == '"';
            if letter.is_ascii_digit() && !in_text {
                while digits.next_if(char::is_ascii_digit).is_some() {}
                broken.push_str(number);
            } else {
                broken.push(letter);
            }
        }
        if let Ok(summary) = serde_json::from_str::<Summary>(&broken) {
            assert!(rules.conclude(summary).to_string().len() > 10);
        }
    }
    assert!(ReadOptions::default().lines(&b""[..]).next().is_none());
}

#[test]
fn the_nearest_id_is_the_same_wherever_the_ids_are_met_first() {
    let goal = |id: &str| {
        format!(
            r#"{{"goal": {{"id": "{id}", "statement": {{"en": "S {id}"}}, "level": "objective", "of": [{{"project": "p"}}]}}}}"#
        )
    };
    let texts = [
        r#"{"project": {"id": "p", "title": {"en": "P"}}}"#.to_owned(),
        r#"{"activity": {"id": "a", "title": {"en": "A"}, "of": {"project": "p"}, "serves": ["i4", "i3"]}}"#
            .to_owned(),
        goal("i2"),
        goal("i4"),
    ];
    let lines: Vec<_> = (1..).zip(texts.iter().map(|text| RecordLine::from_json(text).unwrap())).collect();
    let mut dataset = Dataset::default();
    lines.iter().for_each(|(_, line)| dataset.push(line.clone()));
    let whole = checker().check(&dataset);
    assert_eq!(whole.findings()[0].help.as_deref(), Some("write i2 if that is meant, or add the goal"));
    assert_eq!(bare(&stream(&checker(), &lines)), whole.findings());
}

#[test]
fn what_is_told_of_a_summary_from_other_hands_can_be_shown() {
    let rules = Rules::default();
    let mut validator = rules.validator();
    validator.add(1, &RecordLine::from_json(r#"{"group": {"id": "g", "name": {"xx": "G"}}}"#).unwrap());
    let written = serde_json::to_string(&validator.summarize("one")).unwrap();
    let (message, help) = ("ISO 639-1 has", "write the code");
    assert!(written.contains(message) && written.contains(help), "{written}");
    let long = "x".repeat(600);
    let changed = written.replace(message, r"\u202e\u0007").replace(help, &long);
    let report = rules.conclude(serde_json::from_str(&changed).unwrap());
    let finding = &report.findings()[0];
    let help = finding.help.as_deref().unwrap();
    assert!(!finding.message.contains(['\u{202e}', '\u{7}']), "{:?}", finding.message);
    assert!(finding.message.contains("u{202e}"), "{:?}", finding.message);
    assert!(help.starts_with("xxx") && help.len() <= 512, "{help}");
}
