//! Records that come one by one, and records that were checked in parts.

use crate::support::random::Random;
use crate::{fixtures, injected_faults, properties};
use cooperation::{
    Dataset, Finding, ReadOptions, RecordLine, Report, Rules,
    rules::{SamePart, Summary, catalogue},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// A dataset with something wrong for every rule: the examples of the catalogue, their ids kept apart where they would
/// meet.
pub(crate) fn everything() -> Dataset {
    let mut whole = Dataset::default();
    for (number, rule) in catalogue().enumerate() {
        let mut document: Value = serde_json::from_str(rule.breaks).unwrap();
        let lists = document.as_object().unwrap().values().filter_map(Value::as_array);
        let ids: BTreeSet<String> =
            lists.flatten().map(|record| record["id"].as_str().unwrap().to_owned()).collect();
        rename(&mut document, &ids, number);
        let dataset = Dataset::from_json(&document.to_string())
            .unwrap_or_else(|error| panic!("{}: {error}", rule.name));
        for line in dataset.into_lines() {
            if !matches!(&line, RecordLine::Dataset(header) if header.issued.is_none()) {
                whole.push(line);
            }
        }
    }
    whole
}

/// Puts a number before these ids, wherever they are.
fn rename(value: &mut Value, ids: &BTreeSet<String>, number: usize) {
    match value {
        Value::String(text) if ids.contains(text) => *text = format!("{number}-{text}"),
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, ids, number)),
        Value::Object(members) => members.values_mut().for_each(|member| rename(member, ids, number)),
        _ => {}
    }
}

pub(crate) fn lines(dataset: &Dataset) -> Vec<(u64, RecordLine)> {
    (1..).zip(dataset.clone().into_lines()).collect()
}

fn document<'l>(lines: impl IntoIterator<Item = &'l RecordLine>) -> Dataset {
    let mut dataset = Dataset::default();
    for line in lines {
        dataset.push(line.clone());
    }
    dataset
}

pub(crate) fn checker() -> Rules {
    Rules::default().with_today("2025-05-05".parse().unwrap())
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
    let found: BTreeSet<&str> = report.rules().map(|(name, _)| name).collect();
    let missing: Vec<&str> = catalogue().map(|rule| rule.name).filter(|name| !found.contains(name)).collect();
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

pub(crate) fn in_parts(rules: &Rules, lines: &[(u64, RecordLine)], parts: usize) -> Vec<Summary> {
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

/// Datasets with much wrong in them: the invalid fixtures, each and all together, documents that breaches were put into,
/// and what the schema allows, where ids are few and meet.
fn datasets() -> Vec<Dataset> {
    let (mut all, mut together) = (vec![everything()], Dataset::default());
    for file in fixtures::invalid() {
        let Ok(dataset) = Dataset::from_slice(&std::fs::read(file).unwrap()) else { continue };
        dataset.clone().into_lines().for_each(|line| together.push(line));
        all.push(dataset);
    }
    assert!(all.len() > 100, "{} fixtures can be read", all.len());
    all.push(together);
    let mut random = Random(2029);
    all.extend((0..25).map(|_| {
        let (document, _) = injected_faults::inject(&mut random, &injected_faults::BREACHES);
        Dataset::from_json(&document.to_string()).unwrap()
    }));
    all.extend(properties::datasets(40).map(|(_, dataset)| dataset));
    all
}

fn shuffle<T>(items: &mut [T], random: &mut Random) {
    for place in (1..items.len()).rev() {
        items.swap(place, random.below(place + 1));
    }
}

/// Merges in some order and some tree: two by two, whichever come. On the way a summary may be written and read.
fn merged(mut summaries: Vec<Summary>, random: &mut Random) -> Summary {
    while summaries.len() > 1 {
        let one = summaries.swap_remove(random.below(summaries.len()));
        let other = summaries.swap_remove(random.below(summaries.len()));
        let both = one.merge(other).unwrap();
        summaries.push(if random.below(8) == 0 { written(&both) } else { both });
    }
    summaries.pop().unwrap_or_default()
}

fn written(summary: &Summary) -> Summary {
    serde_json::from_str(&serde_json::to_string(summary).unwrap()).unwrap()
}

/// The same report, with the part of each finding, and its line in the part. The parts end before these records.
fn placed(report: &Report, ends: &[usize]) -> Vec<Finding> {
    let mut findings = report.findings().to_vec();
    for finding in &mut findings {
        let record = usize::try_from(finding.line.unwrap()).unwrap() - 1;
        let part = ends.partition_point(|end| *end <= record);
        let start = part.checked_sub(1).map_or(0, |before| ends[before]);
        finding.part = Some(format!("part-{part:04}"));
        finding.line = Some((record - start + 1).try_into().unwrap());
    }
    findings
}

/// Holds findings against those that are expected, and shows the first that differs.
fn assert_same(found: &[Finding], expected: &[Finding], told: &str) {
    let same = found.iter().zip(expected).take_while(|(one, other)| one == other).count();
    assert_eq!(found.get(same), expected.get(same), "finding {same} of {told}");
}

#[test]
fn parts_merged_in_any_order_give_the_findings_of_one_run() {
    let (mut random, mut found) = (Random(2030), BTreeSet::new());
    for (number, dataset) in datasets().into_iter().enumerate() {
        let rules = match random.below(4) {
            0 => checker().with_max_findings(random.below(9)),
            _ => checker(),
        };
        let mut records: Vec<RecordLine> = dataset.into_lines().collect();
        if random.below(3) > 0 {
            shuffle(&mut records, &mut random);
        }
        let single = stream(&rules, &(1..).zip(records.iter().cloned()).collect::<Vec<_>>());
        let whole = document(&records);
        assert_same(&bare(&single), rules.check(&whole).findings(), &format!("dataset {number}, a document"));

        let sizes = [1, 2, 7, 64];
        // Of what is small, one size each.
        let sizes = if records.len() < 12 { &sizes[number % 4..=number % 4] } else { &sizes[..] };
        for &parts in sizes {
            let mut ends: Vec<usize> = (1..parts).map(|_| random.below(records.len() + 1)).collect();
            ends.push(records.len());
            ends.sort_unstable();
            let mut start = 0;
            let summary = |(part, end): (usize, &usize)| {
                let mut validator = rules.validator();
                (1..).zip(&records[start..*end]).for_each(|(line, record)| validator.add(line, record));
                start = *end;
                written(&validator.summarize(&format!("part-{part:04}")))
            };
            let summaries = ends.iter().enumerate().map(summary).collect();
            let report = rules.finish(merged(summaries, &mut random));
            let told = format!("dataset {number} in {parts} parts that end at {ends:?}");
            assert_same(report.findings(), &placed(&single, &ends), &told);
            assert_eq!(report.rules().collect::<Vec<_>>(), single.rules().collect::<Vec<_>>(), "{told}");
            assert_eq!(report.unchecked(), single.unchecked(), "{told}");
            if parts > 1 {
                found.extend(report.rules().map(|(name, _)| name.to_owned()));
            }
        }
    }
    assert_eq!(
        found,
        catalogue().map(|rule| rule.name.to_owned()).collect(),
        "every rule is broken somewhere"
    );
}

/// Ids are numbered as they are met, which is another order in a document, in lines and in parts.
#[test]
fn the_first_record_is_first_in_order_and_not_by_id() {
    let file = r#"{"project": {"id": "one", "title": {"en": "One"}, "programmes": ["n2"]}}
{"project": {"id": "two", "title": {"en": "Two"}, "programmes": ["n0"]}}
{"goal": {"id": "y", "statement": {"en": "Y"}, "level": "objective", "number": "1", "of": [{"project": "b"}]}}
{"goal": {"id": "x", "statement": {"en": "X"}, "level": "objective", "number": "1", "of": [{"project": "a"}]}}
{"goal": {"id": "v", "statement": {"en": "V"}, "level": "objective", "number": "2", "of": [{"project": "a"}]}}
{"goal": {"id": "z", "statement": {"en": "Z"}, "level": "objective", "number": "1", "of": [{"project": "a"}, {"project": "b"}]}}
{"goal": {"id": "w", "statement": {"en": "W"}, "level": "objective", "number": "5", "of": [{"project": "b"}, {"project": "a"}]}}
{"programme": {"id": "n3", "name": {"en": "Three"}}}
{"programme": {"id": "n2", "name": {"en": "Two"}}}
{"project": {"id": "a", "title": {"en": "A"}}}
{"project": {"id": "b", "title": {"en": "B"}}}
"#;
    let lines: Vec<(u64, RecordLine)> =
        ReadOptions::new().lines(file.as_bytes()).map(Result::unwrap).collect();
    let rules = checker();
    let forms = [
        rules.check(&document(lines.iter().map(|(_, line)| line))),
        stream(&rules, &lines),
        rules.finish(in_parts(&rules, &lines, 1).pop().unwrap()),
        rules.finish(merged(in_parts(&rules, &lines, 3), &mut Random(1))),
    ];
    for report in forms {
        let at = |rule: &str, pointer: &str| {
            let is_it = |finding: &&Finding| finding.rule == rule && finding.pointer == pointer;
            report.findings().iter().find(is_it).unwrap_or_else(|| panic!("{rule} {pointer}\n{report}"))
        };
        // Two programmes are as near; that with n3 is the first record. Two goals have the number; y is the first. Of
        // both projects goals are missing, of one 2 to 4, of the other 3 and 4.
        let unknown = at("unknown-reference", "/projects/1/programmes/0");
        assert_eq!(unknown.help.as_deref(), Some("write n3 if that is meant, or add the programme"));
        assert_eq!(at("doubled-goal-number", "/goals/3/number").related[0].pointer, "/goals/0");
        let missing = &at("missing-goal-number", "/goals/4/number").message;
        assert_eq!(missing, "no goal of the same subject has the number 2");
    }
}

#[test]
fn merging_is_associative_and_refuses_a_part_twice() {
    let rules = checker();
    let lines = lines(&everything());
    let report = |summary: Summary| serde_json::to_string(&rules.finish(summary)).unwrap();
    let three = || <[Summary; 3]>::try_from(in_parts(&rules, &lines, 3)).ok().unwrap();
    let [a, b, c] = three();
    let left = a.merge(b).unwrap().merge(c).unwrap();
    let [a, b, c] = three();
    let right = a.merge(b.merge(c).unwrap()).unwrap();
    assert_eq!(report(left), report(right));
    let ([a, ..], [again, ..]) = (three(), three());
    let error: SamePart = a.merge(again).err().unwrap();
    assert_eq!(error.to_string(), r#"the part "part-0000" is there twice"#);
    assert_eq!(error.name(), "part-0000");
}

#[test]
fn rules_not_checked_in_a_part_are_not_checked_in_the_whole() {
    let lines = lines(&everything());
    let summaries = |rules: &Rules| in_parts(rules, &lines, 2);
    let whole = |one: &Rules, other: &Rules, at_the_end: &Rules| {
        let [first, _] = <[Summary; 2]>::try_from(summaries(one)).ok().unwrap();
        let [_, second] = <[Summary; 2]>::try_from(summaries(other)).ok().unwrap();
        at_the_end.finish(first.merge(second).unwrap()).unchecked().to_vec()
    };
    let undated = Rules::default;
    let dated = || Rules::default().with_today(chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    let without = || dated().without("zero-amount").unwrap();
    let no_day = "future-date, future-retrieval, status-disagrees-with-dates: today's date was not given";
    let off = "zero-amount: disabled";
    let in_one = |what: &str, part: &str| format!("{what} (in 1 of 2 parts, the first of them \"{part}\")");
    assert_eq!(whole(&undated(), &undated(), &dated()), [no_day], "a day given at the end comes too late");
    assert_eq!(whole(&dated(), &dated(), &undated()), [""; 0], "the parts were held against it");
    assert_eq!(whole(&dated(), &undated(), &dated()), [in_one(no_day, "part-0001")]);
    assert_eq!(whole(&without(), &dated(), &dated()), [in_one(off, "part-0000")]);
    assert_eq!(whole(&without(), &without(), &dated()), [off]);
    assert_eq!(whole(&dated(), &dated(), &without()), [off]);
    assert_eq!(undated().finish(Summary::default()).unchecked(), [no_day]);
}

#[test]
fn custom_rules_are_not_checked_without_a_dataset() {
    let own = |_: &Dataset, _: &mut cooperation::rules::Reporter<'_>| {};
    let rules = checker().with_rule("own", cooperation::Severity::Info, own).unwrap();
    assert_eq!(stream(&rules, &[]).unchecked(), ["own: needs the whole dataset"]);
    assert_eq!(rules.check(&Dataset::default()).unchecked(), [""; 0]);
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
        r#"{"activity": {"id": "a", "title": {"en": "A"}, "of": [{"project": "p"}], "serves": ["i4", "i3"]}}"#
            .to_owned(),
        goal("i2"),
        goal("i4"),
    ];
    let lines: Vec<_> = (1..).zip(texts.iter().map(|text| RecordLine::from_json(text).unwrap())).collect();
    let mut dataset = Dataset::default();
    for (_, line) in &lines {
        dataset.push(line.clone());
    }
    let whole = checker().check(&dataset);
    assert_eq!(whole.findings()[0].help.as_deref(), Some("write i2 if that is meant, or add the goal"));
    assert_eq!(bare(&stream(&checker(), &lines)), whole.findings());
}
