//! Summaries that are not as they were written: damaged, edited, or made by other hands.

use crate::rules_in_parts::{checker, everything, in_parts, lines};
use crate::sealed::{sealed, sealed_tree};
use crate::support::random::Random;
use crate::{fixtures, injected_faults};
use cooperation::{Dataset, RecordLine, Report, Rules, rules::Summary};
use serde_json::{Value, json};
use std::ops::Range;

/// How many damaged summaries are tried, unless `SUMMARY_ROUNDS` says.
const ROUNDS: usize = 3_000;

/// The values of a JSON text: each item of a list and each member with its name, innermost first, with what they are in.
fn entries(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut starts, mut in_text, mut escaped) = (Vec::new(), Vec::new(), false, false);
    for (place, byte) in text.bytes().enumerate() {
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'[' | b'{' => starts.push(place + 1),
            b',' | b']' | b'}' => {
                let start = starts.pop().unwrap();
                if start < place {
                    found.push(start..place);
                }
                if byte == b',' {
                    starts.push(place + 1);
                }
            }
            _ => {}
        }
    }
    found
}

/// Damages a text in one way of many.
fn damage(text: &str, entries: &[Range<usize>], random: &mut Random) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let place = random.below(bytes.len());
    let entry = entries[random.below(entries.len())].clone();
    let other = entries[random.below(entries.len())].clone();
    let inside = text[entry.clone()].to_owned();
    match random.below(12) {
        0 => bytes[place] ^= 1 << random.below(8),
        1 => bytes[place] = b"0123456789\"[]{},:-eE.aA "[random.below(24)],
        2 => drop(bytes.remove(place)),
        3 => bytes.insert(place, b'0' + u8::try_from(random.below(10)).unwrap()),
        4 => bytes.truncate(place),
        // A number becomes another one: the next, the last that there is, none.
        5 | 6 => {
            let digits: Vec<usize> =
                (0..bytes.len()).filter(|&place| bytes[place].is_ascii_digit()).collect();
            let place = digits[random.below(digits.len())];
            bytes[place] = b'0' + (bytes[place] - b'0' + 1 + u8::try_from(random.below(9)).unwrap()) % 10;
        }
        7 => {
            let new = ["0", "1", "4294967295", "18446744073709551615", "null", "[]", "\"\"", "true"];
            drop(bytes.splice(entry, new[random.below(8)].bytes()));
        }
        // An entry that stands twice, is gone, stands elsewhere, or changes places with the one after it.
        8 => drop(bytes.splice(entry.end..entry.end, format!(",{inside}").into_bytes())),
        9 => {
            let comma = usize::from(bytes.get(entry.end) == Some(&b','));
            drop(bytes.drain(entry.start..entry.end + comma));
        }
        10 => drop(bytes.splice(other, inside.into_bytes())),
        _ => {
            if let Some(next) = entries.iter().find(|next| next.start == entry.end + 1) {
                let swapped = format!("{},{inside}", &text[next.clone()]);
                drop(bytes.splice(entry.start..next.end, swapped.into_bytes()));
            }
        }
    }
    bytes
}

/// Everything that a report says.
fn said(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}

/// What was changed is refused, or changes nothing: spaces between words, an escape in place of a letter.
#[test]
fn no_damaged_summary_gives_another_report() {
    let rules = checker();
    let mut random = Random(2031);
    // Small ones, of which many are tried, and the one that breaks every rule.
    let mut datasets: Vec<Dataset> = fixtures::invalid()
        .iter()
        .filter_map(|file| Dataset::from_slice(&std::fs::read(file).unwrap()).ok())
        .collect();
    datasets.extend((0..20).map(|_| {
        let (document, _) = injected_faults::inject(&mut random, &injected_faults::BREACHES);
        Dataset::from_json(&document.to_string()).unwrap()
    }));
    datasets.push(everything());
    let rounds = std::env::var("SUMMARY_ROUNDS").map_or(ROUNDS, |rounds| rounds.parse().unwrap());
    let each = rounds / datasets.len() + 1;
    let (mut tried, mut refused, mut same, mut other) = (0, 0, 0, Vec::new());
    for dataset in &datasets {
        let records = lines(dataset);
        let summaries = in_parts(&rules, &records, 2.min(records.len()));
        let texts: Vec<String> =
            summaries.iter().map(|summary| serde_json::to_string(summary).unwrap()).collect();
        let read = |text: &str| serde_json::from_str::<Summary>(text).unwrap();
        let whole = |damaged: Summary| {
            let mut parts = texts[1..].iter().map(|text| read(text));
            // A part of the same name is refused here.
            let whole = parts.try_fold(damaged, Summary::merge).ok()?;
            Some(said(&rules.finish(whole)))
        };
        let expected = whole(read(&texts[0]));
        let entries = entries(&texts[0]);
        for _ in 0..each {
            let damaged = damage(&texts[0], &entries, &mut random);
            if damaged == texts[0].as_bytes() {
                continue;
            }
            tried += 1;
            match serde_json::from_slice::<Summary>(&damaged).map(whole) {
                Err(_) | Ok(None) => refused += 1,
                Ok(report) if report == expected => same += 1,
                Ok(_) => {
                    other.push(String::from_utf8_lossy(&damaged).chars().take(2_000).collect::<String>());
                }
            }
        }
    }
    let share = |count: usize| {
        100.0 * f64::from(u32::try_from(count).unwrap()) / f64::from(u32::try_from(tried).unwrap())
    };
    println!(
        "{tried} damaged summaries: {refused} refused, {same} with the same report, {} with another ({:.3} %)",
        other.len(),
        share(other.len())
    );
    assert!(tried > rounds * 9 / 10 && refused > tried * 9 / 10, "{refused} of {tried} are refused");
    assert_eq!(other.first(), None, "{} of {tried}", other.len());
}

#[test]
fn a_summary_with_another_checksum_is_refused() {
    let summary = in_parts(&checker(), &lines(&everything()), 1).pop().unwrap();
    let text = serde_json::to_string(&summary).unwrap();
    assert_eq!(sealed(&text), text);
    let through_a_tree = sealed_tree(&serde_json::from_str(&text).unwrap());
    let read: Summary = serde_json::from_str(&through_a_tree).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let (before, checksum) = text.rsplit_once(':').unwrap();
    for other in ["0}", "18446744073709551615}", "5850857164125246892}"] {
        assert_ne!(other, checksum);
        let error = serde_json::from_str::<Summary>(&format!("{before}:{other}")).unwrap_err();
        let (checksum, other) = (checksum.trim_end_matches('}'), other.trim_end_matches('}'));
        let why = format!("the summary is not as it was written: its checksum is {checksum}, not {other}");
        assert!(error.to_string().starts_with(&why), "{error}");
    }
    let without = text.rsplit_once(",\"checksum\"").unwrap().0.to_owned() + "}";
    let error = serde_json::from_str::<Summary>(&without).unwrap_err();
    assert!(error.to_string().starts_with("missing field `checksum`"), "{error}");
    // Spaces and the order of members make no difference.
    let tree: Value = serde_json::from_str(&text).unwrap();
    assert!(serde_json::from_str::<Summary>(&format!("{tree:#}")).is_ok());
}

/// What a dataset says of itself may have numbers that are written in many ways.
#[test]
fn a_summary_comes_back_whatever_its_dataset_says_of_itself() {
    let header = r#"{"dataset": {"version": "1.0", "title": {"en": "\u0000 \ud83d\ude00 \u2028"}, "extensions": {"a.b": [1e400, 1E2, -0, 1.0, 0.1e-7, 77777777777777777777777777777777777777777, {"x": {"y": null}}]}}}"#;
    let rules = Rules::default();
    let mut validator = rules.validator();
    validator.add(1, &RecordLine::from_json(header).unwrap());
    let text = serde_json::to_string(&validator.summarize("one")).unwrap();
    let back: Summary = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), text);
}

#[test]
fn a_tampered_summary_does_not_panic() {
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
        if let Ok(summary) = serde_json::from_str::<Summary>(&sealed(&broken)) {
            assert!(rules.finish(summary).to_string().len() > 10);
        }
    }
}

#[test]
fn findings_of_a_foreign_summary_can_be_displayed() {
    let rules = Rules::default();
    let mut validator = rules.validator();
    validator.add(1, &RecordLine::from_json(r#"{"group": {"id": "g", "name": {"xx": "G"}}}"#).unwrap());
    let written = serde_json::to_string(&validator.summarize("one")).unwrap();
    let (message, help) = ("ISO 639-1 has", "write the code");
    assert!(written.contains(message) && written.contains(help), "{written}");
    let long = "x".repeat(600);
    let changed = written.replace(message, "\u{202e}\\u0007").replace(help, &long);
    let report = rules.finish(serde_json::from_str(&sealed(&changed)).unwrap());
    let finding = &report.findings()[0];
    let help = finding.help.as_deref().unwrap();
    assert!(!finding.message.contains(['\u{202e}', '\u{7}']), "{:?}", finding.message);
    assert!(finding.message.contains("u{202e}"), "{:?}", finding.message);
    assert!(help.starts_with("xxx") && help.len() <= 512, "{help}");
}

#[test]
fn a_summary_of_another_version_or_build_is_refused() {
    let text = serde_json::to_string(&Rules::default().validator().summarize("one")).unwrap();
    assert!(serde_json::from_str::<Summary>(&text).is_ok());
    let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
    let print = text.split(&version).nth(1).unwrap().trim_matches(|letter: char| !letter.is_ascii_digit());
    let print = print.split(']').next().unwrap();
    for other in
        [text.replace(&version, "\"0.0.0\""), text.replace(print, "5"), text.replace("made_by", "made")]
    {
        assert_ne!(other, text);
        assert!(serde_json::from_str::<Summary>(&other).is_err(), "{other}");
    }
}

#[test]
fn a_summary_takes_texts_of_64_kib_each_once() {
    let text = serde_json::to_string(&Rules::default().validator().summarize("one")).unwrap();
    let words = "\"words\":[]";
    assert_eq!(text.matches(words).count(), 1, "{text}");
    let word = |list: Value| {
        let changed = text.replace(words, &format!("\"words\":{list}"));
        serde_json::from_str::<Summary>(&sealed(&changed)).map(drop).map_err(|error| error.to_string())
    };
    assert_eq!(word(json!(["a", "b"])), Ok(()));
    assert_eq!(word(json!(["a".repeat(1 << 16)])), Ok(()));
    let refused = |words: Value, why: &str| assert!(word(words).unwrap_err().contains(why), "{why}");
    refused(json!(["a".repeat((1 << 16) + 1)]), "a text of the list is too long");
    refused(json!(["a", "b", "a"]), "the text stands twice in the list");
    refused(json!("a"), "expected a list of different texts");
}
