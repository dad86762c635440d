//! Edits: applied literally, they leave fewer faults, no new one, and every value that was right as it was.
//!
//! Documents that are right get slips of which the right form is known, and edits have to bring it back. Documents that are
//! changed at random, and all fixtures, have to lose a fault for each edit and nothing else. `EDIT_ROUNDS` sets how many
//! documents are changed.

use crate::fixtures;
use crate::support::mutants::{mutate, nasty};
use crate::support::random::Random;
use cooperation::io::{Edit, FaultKind, apply_edits, locate_edits};
use cooperation::{Dataset, Fault, ReadOptions, Report, Rules};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// How many documents are changed, in each of the two ways.
fn rounds() -> usize {
    std::env::var("EDIT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(2_500)
}

fn faults(text: &str, is_lines: bool) -> Vec<Fault> {
    if is_lines {
        let lines = ReadOptions::new().lines(text.as_bytes());
        return lines.filter_map(Result::err).flat_map(|error| error.faults().to_vec()).collect();
    }
    Dataset::from_json(text).err().map_or_else(Vec::new, |error| error.faults().to_vec())
}

fn report(text: &str) -> Report {
    Rules::default().with_today("2026-01-01".parse().unwrap()).check(&Dataset::from_json(text).unwrap())
}

/// The text after edits, and those that were applied.
fn edited<'e>(text: &str, edits: &'e [Edit]) -> (String, Vec<&'e Edit>) {
    let edited = apply_edits(text, edits);
    let applied = edits.iter().zip(edited.applied).filter(|(_, applied)| *applied).map(|(edit, _)| edit);
    (edited.text, applied.collect())
}

/// Applies the edits of faults until there are none left.
fn mended(text: &str) -> (String, usize) {
    let (mut text, mut rounds) = (text.to_owned(), 0);
    loop {
        let edits: Vec<Edit> =
            faults(&text, false).iter().filter_map(|fault| fault.edit().cloned()).collect();
        if edits.is_empty() {
            return (text, rounds);
        }
        rounds += 1;
        assert!(rounds < 50, "edits without an end: {text}");
        text = edited(&text, &edits).0;
    }
}

/// The values without parts in a tree, each with its pointer.
fn leaves(value: &Value, at: String, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                leaves(value, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(place, value)| leaves(value, format!("{at}/{place}"), out));
        }
        value => out.push((at, value.to_string())),
    }
}

/// How often each value is in a document, but for those at or under some pointers.
fn counted(document: &Value, except: &[&str]) -> BTreeMap<String, usize> {
    let mut all = Vec::new();
    leaves(document, String::new(), &mut all);
    let mut counts = BTreeMap::new();
    let is_under = |at: &str, pointer: &str| {
        at.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    for (at, value) in all {
        if !except.iter().any(|pointer| is_under(&at, pointer)) {
            *counts.entry(value).or_default() += 1;
        }
    }
    counts
}

/// What the edits of the faults of a text do to it, and what they must not. Returns how many were applied.
fn check_faults(text: &str, is_lines: bool) -> usize {
    let before = faults(text, is_lines);
    let with_edit: Vec<&Fault> = before.iter().filter(|fault| fault.edit().is_some()).collect();
    let edits: Vec<Edit> = with_edit.iter().filter_map(|fault| fault.edit().cloned()).collect();
    let (after_text, applied) = edited(text, &edits);
    if edits.is_empty() {
        return 0;
    }
    assert!(!applied.is_empty(), "no edit is applied: {before:#?}\n{text}");
    let after = faults(&after_text, is_lines);
    assert!(
        after.len() + applied.len() <= before.len(),
        "{} faults, {} edits, {} faults: {before:#?}\n{after:#?}\n{text}\n{after_text}",
        before.len(),
        applied.len(),
        after.len()
    );
    // Of what is JSON, every other value is there as often as before.
    if let (Ok(one), Ok(other)) =
        (serde_json::from_str::<Value>(text), serde_json::from_str::<Value>(&after_text))
        && !before.iter().any(|fault| fault.kind() == FaultKind::DoubledMember)
    {
        let pointers: Vec<&str> = with_edit
            .iter()
            .filter(|fault| {
                fault.kind() != FaultKind::UnknownMember && fault.kind() != FaultKind::InvalidName
            })
            .map(|fault| fault.pointer())
            .collect();
        let other = counted(&other, &[]);
        for (value, count) in counted(&one, &pointers) {
            let left = other.get(&value).copied().unwrap_or_default();
            assert!(left >= count, "{value} was lost: {before:#?}\n{text}\n{after_text}");
        }
    }
    applied.len()
}

/// The same for the findings of a document that can be read.
fn check_findings(text: &str) -> usize {
    let before = report(text);
    let with_edit: Vec<_> = before.findings().iter().filter(|finding| finding.edit.is_some()).collect();
    let edits: Vec<Edit> = with_edit.iter().filter_map(|finding| finding.edit.clone()).collect();
    let (after_text, applied) = edited(text, &edits);
    if applied.is_empty() {
        return 0;
    }
    assert!(faults(&after_text, false).is_empty(), "{before}\n{text}\n{after_text}");
    let after = report(&after_text);
    let count =
        |report: &Report, rule: &str| report.findings().iter().filter(|finding| finding.rule == rule).count();
    let mut by_rule: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &with_edit {
        if applied.iter().any(|edit| edit.pointer() == Some(&finding.pointer)) {
            *by_rule.entry(&finding.rule).or_default() += 1;
        }
    }
    for (rule, fixed) in by_rule {
        assert!(
            count(&after, rule) + fixed <= count(&before, rule),
            "{rule}: {before}\n{after}\n{after_text}"
        );
    }
    assert!(
        after.count(cooperation::Severity::Error) <= before.count(cooperation::Severity::Error),
        "{before}\n{after}\n{after_text}"
    );
    let pointers: Vec<&str> = with_edit.iter().map(|finding| &*finding.pointer).collect();
    let (one, other) = (serde_json::from_str(text).unwrap(), serde_json::from_str(&after_text).unwrap());
    let other = counted(&other, &[]);
    for (value, count) in counted(&one, &pointers) {
        assert!(other.get(&value).copied().unwrap_or_default() >= count, "{value} was lost: {after_text}");
    }
    applied.len()
}

#[test]
fn edits_of_the_fixtures_remove_what_they_are_about_and_nothing_else() {
    let mut applied = 0;
    for file in fixtures::invalid() {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let is_lines = file.extension().is_some_and(|extension| extension == "jsonl");
        applied += check_faults(&text, is_lines);
        if !is_lines && Dataset::from_json(&text).is_ok() {
            applied += check_findings(&text);
        }
    }
    assert!(applied > 30, "{applied} edits");
}

/// Documents with a few records each.
struct Documents {
    whole: Value,
    lists: Vec<String>,
}

impl Documents {
    fn new() -> Self {
        let text = include_str!("../fixtures/valid/every-member.json");
        let whole: Value = serde_json::from_str(text).unwrap();
        let members = whole.as_object().unwrap();
        let lists = members.iter().filter(|(_, value)| value.is_array()).map(|(name, _)| name.clone());
        Self { lists: lists.collect(), whole }
    }

    fn pick(&self, random: &mut Random) -> Value {
        let mut picked = Map::new();
        for (name, value) in self.whole.as_object().unwrap().iter().filter(|(_, value)| !value.is_array()) {
            if name == "version" || random.below(3) == 0 {
                picked.insert(name.clone(), value.clone());
            }
        }
        for _ in 0..3 {
            let list = &self.lists[random.below(self.lists.len())];
            let records = self.whole[list].as_array().unwrap();
            picked.insert(list.clone(), json!([records[random.below(records.len())]]));
        }
        Value::Object(picked)
    }
}

/// The pointers of all objects and values of a tree, but for custom data.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members.iter().filter(|(name, _)| *name != "extensions") {
                pointers(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(place, value)| pointers(value, &format!("{at}/{place}"), out));
        }
        _ => {}
    }
    out.push(at.to_owned());
}

/// Makes a slip in a tree whose right form is known. Returns whether there was a place for it.
fn slip_in_tree(document: &mut Value, random: &mut Random) -> bool {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let at = all[random.below(all.len())].clone();
    let name = at.rsplit('/').next().unwrap().to_owned();
    let target = document.pointer_mut(&at).unwrap();
    let slip = match (random.below(9), &*target) {
        (0, Value::Object(members)) => {
            let names: Vec<&String> =
                members.keys().filter(|name| name.len() > 4 && name.is_ascii()).collect();
            let Some(name) = names.get(random.below(names.len())).map(|name| (*name).clone()) else {
                return false;
            };
            let mut letters: Vec<char> = name.chars().collect();
            let place = 1 + random.below(letters.len() - 2);
            letters.swap(place, place + 1);
            let members = target.as_object_mut().unwrap();
            let value = members.remove(&name).unwrap();
            members.insert(letters.into_iter().collect(), value);
            return true;
        }
        (1, Value::Object(members)) if members.contains_key("id") && !members.contains_key("modified") => {
            let nothing = [json!(null), json!(null)][random.below(2)].clone();
            target.as_object_mut().unwrap().insert("modified".to_owned(), nothing);
            return true;
        }
        (2, Value::Object(members)) if members.contains_key("id") && !members.contains_key("links") => {
            target.as_object_mut().unwrap().insert("links".to_owned(), json!([]));
            return true;
        }
        (_, Value::Number(number)) => json!(number.to_string()),
        (_, Value::Bool(truth)) => {
            json!([truth.to_string(), truth.to_string().to_uppercase()][random.below(2)])
        }
        (3.., Value::String(text)) => match name.as_str() {
            "start" | "end" | "date" | "issued" | "modified" | "founded" | "published" | "retrieved"
            | "due" => {
                let parts: Vec<&str> = text.split('-').collect();
                match (parts.as_slice(), random.below(4)) {
                    ([year, month, day], 0) => json!(format!("{day}.{month}.{year}")),
                    ([year, month, day], 1) => json!(format!("{year}/{month}/{day}")),
                    ([year, month, day], 2) => json!(format!("{year}{month}{day}")),
                    ([_, _, _], _) => json!(format!("{text}T00:00:00Z")),
                    ([year, month], _) => json!(format!("{month}/{year}")),
                    _ => json!(format!(" {text}")),
                }
            }
            "amount" | "value" | "share" | "latitude" | "longitude" => match text.parse::<i32>() {
                Ok(number) if number.to_string() == *text => json!(number),
                _ => return false,
            },
            "country" | "currency" | "basis" | "modality" | "extent" => {
                json!([text.to_lowercase(), text.to_uppercase(), format!("{text} ")][random.below(3)])
            }
            "id" | "source" | "place" | "project" | "organization" => json!(format!(" {text} ")),
            _ => return false,
        },
        (3, Value::Object(_)) if name.parse::<usize>().is_err() && !at.is_empty() => json!([target.clone()]),
        (4, Value::Array(items)) if items.len() == 1 && !items[0].is_array() => items[0].clone(),
        _ => return false,
    };
    let changed = slip != *target;
    *target = slip;
    changed
}

/// Makes a slip in the lines of a text whose right form is known. Returns whether there was a place for it.
fn slip_in_text(text: &mut String, random: &mut Random) -> bool {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let place = 1 + random.below(lines.len() - 1);
    let line = lines[place].clone();
    let is_last = lines.get(place + 1).is_none_or(|next| next.trim().starts_with(['}', ']']));
    let is_end = line.trim().starts_with(['}', ']']);
    let name = line.trim().strip_prefix('"').and_then(|rest| rest.split_once("\": "));
    let new = match (random.below(11), name) {
        (0, _) if is_last && !line.ends_with(['{', '[']) && place + 1 < lines.len() => format!("{line},"),
        (1, _) if line.ends_with(',') && !is_last => line.trim_end_matches(',').to_owned(),
        (2, _) if line.ends_with(',') => format!("{line},"),
        (3, _) if !is_end => format!("// a comment, with \"quotes\"\n{line}"),
        (4, _) if !is_end => format!("/* a comment\n of two lines */ {line}"),
        (5, _) if line.ends_with(',') => format!("{line} # a comment"),
        (6, Some((name, _))) if !name.contains('\'') => {
            line.replacen(&format!("\"{name}\""), &format!("'{name}'"), 1)
        }
        (7, Some((name, _))) if name.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            line.replacen(&format!("\"{name}\""), name, 1)
        }
        (8, Some((name, _))) => line.replacen(&format!("\"{name}\": "), &format!("\"{name}\" = "), 1),
        (9, Some((name, _))) => line.replacen(&format!("\"{name}\": "), &format!("\"{name}\":\u{a0}"), 1),
        (10, Some((_, value))) if value.ends_with(',') && !value.starts_with(['{', '[']) => {
            format!("{line}\n{line}")
        }
        _ => return false,
    };
    lines[place] = new;
    *text = lines.join("\n");
    true
}

#[test]
fn edits_undo_slips_whose_right_form_is_known() {
    let (documents, mut random) = (Documents::new(), Random(0x5eed_0001));
    let (mut restored, mut left, mut most) = (0, 0, 0);
    for _ in 0..rounds() {
        let right = documents.pick(&mut random);
        let mut tree = right.clone();
        let slips = 1 + random.below(4);
        for _ in 0..slips {
            while random.below(2) == 0 && !slip_in_tree(&mut tree, &mut random) {}
        }
        let mut text = serde_json::to_string_pretty(&tree).unwrap();
        for _ in 0..slips {
            while random.below(2) == 0 && !slip_in_text(&mut text, &mut random) {}
        }
        check_faults(&text, false);
        let (mended, rounds) = mended(&text);
        most = most.max(rounds);
        match serde_json::from_str::<Value>(&mended) {
            Ok(found) if found == right => restored += 1,
            // What is left as it was is told, and has no edit.
            _ if !faults(&mended, false).is_empty() => left += 1,
            found => panic!("{found:?}\nis not\n{right}\nof\n{text}\nand\n{mended}"),
        }
    }
    println!("{restored} of {} restored, {left} left in part, at most {most} rounds", rounds());
    assert!(restored > left * 9, "{restored} restored, {left} left");
}

#[test]
fn edits_of_changed_documents_remove_what_they_are_about_and_nothing_else() {
    let (documents, mut random, nasty) = (Documents::new(), Random(0x5eed_0002), nasty());
    let mut applied = 0;
    for _ in 0..rounds() {
        let mut tree = documents.pick(&mut random);
        for _ in 0..=random.below(4) {
            mutate(&mut tree, &nasty, &mut random);
        }
        let mut text = tree.to_string();
        if random.below(3) == 0 {
            let letters: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = letters[random.below(letters.len())];
            match random.below(3) {
                0 => text.insert_str(at, ["'", ",", "//", ";", "=", "\u{a0}", "}", "x"][random.below(8)]),
                1 => drop(text.remove(at)),
                _ => text.truncate(at),
            }
        }
        applied += check_faults(&text, false);
        if Dataset::from_json(&text).is_ok() {
            applied += check_findings(&text);
        }
    }
    println!("{applied} edits of {} documents", rounds());
    assert!(applied > rounds() / 10, "{applied} edits");
}

#[test]
fn an_edit_names_the_bytes_of_the_whole_file() {
    let text = "\u{feff}{\"version\": \"1.0\",\n \"titel\": {\"en\": \"A\"}}";
    let fault = &faults(text, false)[0];
    let bytes = fault.edit().and_then(Edit::bytes).unwrap();
    assert_eq!(
        &text[usize::try_from(bytes.start).unwrap()..usize::try_from(bytes.end).unwrap()],
        "\"titel\""
    );
    let lines = "{\"goal\": {\"id\": \"g\", \"statement\": {\"en\": \"G\"}, \"level\": \"output\", \"of\": [{\"project\": \"p\"}]}}\n{\"project\": {\"id\": \"p\", \"titel\": {\"en\": \"P\"}}}\n";
    let edits: Vec<Edit> = faults(lines, true).iter().filter_map(|fault| fault.edit().cloned()).collect();
    assert_eq!(apply_edits(lines, &edits).text, lines.replace("titel", "title"));
    assert_eq!(
        locate_edits(text, &[Edit::replace("/version", "\"1.1\"")])[0].as_ref().and_then(Edit::bytes),
        Some(15..20)
    );
}

#[test]
fn doubtful_help_has_no_edit() {
    let doubtful = [
        r#""issued": "05/06/2014""#,
        r#""issued": "2013", "issued": "2014""#,
        r#""titel": {"en": "A"}, "title": {"en": "B"}"#,
        r#""projects": [{"id": "å b", "title": {"en": "A"}}]"#,
        r#""projects": [{"id": "b", "title": "Blue"}]"#,
        r#""projects": [{"id": "b", "title": {"en": "B"}, "funder": "x"}]"#,
        r#""projects": [{"id": "b", "title": {}}]"#,
        r#""projects": [{"id": "b", "title": null}]"#,
        r#""projects": []"#,
        r#""title": {"en": The title}"#,
        r#""title": {"en": 'It was 'fine', then'}"#,
    ];
    for members in doubtful {
        let text = format!(r#"{{"version": "1.0", {members}}}"#);
        let edits: Vec<_> = faults(&text, false).iter().filter_map(|fault| fault.edit().cloned()).collect();
        let empty_list = members.ends_with("[]");
        assert_eq!(edits.is_empty(), !empty_list, "{text}: {edits:?}");
    }
}
