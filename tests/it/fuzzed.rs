//! The committed fuzz inputs: each goes through the body of its target again.

#[path = "../fuzz/bodies/mod.rs"]
#[expect(unreachable_pub, reason = "the targets are another crate")]
mod bodies;

use crate::support::corpus::{inputs, packed::unpack};
use std::path::{Path, PathBuf};

/// The inputs of all targets may have as many bytes as this.
const MOST: usize = 2 << 20;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz")
}

#[test]
fn every_fuzz_target_holds_for_its_committed_inputs() {
    let mut bytes = 0;
    for (target, body) in bodies::ALL {
        let inputs = inputs(&fuzz(), target);
        assert!(inputs.len() > 20, "{target} has {} inputs", inputs.len());
        for (name, input) in inputs {
            bytes += input.len();
            let held = std::panic::catch_unwind(|| body(&input)).is_ok();
            assert!(held, "{name}: {}", input.escape_ascii());
        }
    }
    assert!(bytes <= MOST, "{bytes} bytes");
}

/// A test of its own, so that the filter `interop` finds it.
#[cfg(all(feature = "csv", feature = "schema_org", feature = "threesixtygiving"))]
#[test]
fn the_interop_target_holds_for_its_committed_inputs() {
    for (_, input) in inputs(&fuzz(), "conversions") {
        bodies::conversions(&input);
    }
}

/// A fuzzer puts words of the list into its inputs: it does not come upon long words by itself.
#[test]
fn the_words_of_the_fuzzer_have_every_member_and_every_code() {
    fn words(schema: &serde_json::Value, found: &mut std::collections::BTreeSet<String>) {
        match schema {
            serde_json::Value::Object(object) => {
                let members = object.get("properties").and_then(serde_json::Value::as_object);
                found.extend(
                    members.into_iter().flatten().map(|(member, _)| format!(r#""\x22{member}\x22:""#)),
                );
                found.extend(
                    object.get("const").and_then(serde_json::Value::as_str).map(|code| format!("\"{code}\"")),
                );
                object.values().for_each(|inner| words(inner, found));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| words(item, found)),
            _ => {}
        }
    }
    let mut wanted = std::collections::BTreeSet::new();
    for schema in [cooperation::schema::dataset, cooperation::schema::record_line] {
        words(schema(cooperation::schema::Draft::Draft2020_12).as_value(), &mut wanted);
    }
    let list = std::fs::read_to_string(fuzz().join("words.dict")).unwrap();
    let listed: std::collections::BTreeSet<String> = list.lines().map(str::to_owned).collect();
    assert!(wanted.len() > 250, "{}", wanted.len());
    assert_eq!(wanted.difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new());
    // What the format does not have is a waste of executions.
    let is_member = |line: &&str| line.len() > r#""\x22:""#.len() && line.ends_with(r#"\x22:""#);
    let members = list.lines().filter(is_member).filter(|line| line.starts_with(r#""\x22"#));
    assert_eq!(members.filter(|line| !wanted.contains(*line)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn packs_are_in_order_and_hold_no_input_twice() {
    let mut packs = 0;
    for entry in std::fs::read_dir(fuzz().join("corpus")).unwrap() {
        let file = entry.unwrap().path();
        assert_eq!(file.extension().unwrap(), "pack", "{}", file.display());
        let pack = std::fs::read(&file).unwrap();
        let inputs = unpack(&pack).unwrap();
        let in_order = inputs.is_sorted_by(|one, next| (one.len(), one) < (next.len(), next));
        assert!(in_order, "{}: `tests/fuzz/run keep` packs it anew", file.display());
        packs += 1;
    }
    assert!(packs >= bodies::ALL.len(), "{packs} packs");
}

#[test]
fn every_crash_is_named_and_belongs_to_a_target() {
    for entry in std::fs::read_dir(fuzz().join("crashes")).into_iter().flatten() {
        let folder = entry.unwrap().path();
        let target = folder.file_name().unwrap().to_str().unwrap();
        assert!(fuzz().join(format!("corpus/{target}.pack")).is_file(), "{target} is not a fuzz target");
        for entry in std::fs::read_dir(&folder).unwrap() {
            let file = entry.unwrap().path();
            assert_eq!(file.extension().and_then(|end| end.to_str()), Some("bin"), "{}", file.display());
            // As `cargo fuzz` names it: `crash-`, `timeout-` or `oom-` and a hash.
            let name = file.file_stem().unwrap().to_str().unwrap();
            let is_hash = name
                .split('-')
                .any(|part| part.len() == 40 && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
            assert!(!is_hash, "{}: name the file after what it holds", file.display());
        }
    }
}

#[test]
fn a_damaged_pack_is_refused_at_its_offset() {
    assert_eq!(unpack(b""), Ok(vec![]));
    assert_eq!(unpack(b"0\n2\n\n0"), Ok(vec![&b""[..], b"\n0"]));
    for (pack, error) in [
        (&b"1\na5"[..], "byte 3: a length without a line feed"),
        (b"x\n", "byte 0: not a length in decimal digits"),
        (b"-1\n", "byte 0: not a length in decimal digits"),
        (b"0\n3\nab", "byte 2: an input that is cut off"),
    ] {
        assert_eq!(unpack(pack), Err(error.to_owned()));
    }
}
