//! The scanner held against `serde_json`: both take the same texts and mean the same by them.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that stumbles is a test that fails"
)]

use super::{MAX_NESTING, Scanner, Token, ValueFault, compact, from_str};
use serde_json::Value;
use serde_json::value::RawValue;

/// Pieces of which texts are put together, so that many are almost JSON.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"a\"",
    "\"b\"",
    "\"",
    "\\",
    "\\u0061",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\n",
    "\\x",
    "1",
    "-",
    "0",
    ".",
    "e",
    "E+",
    "12",
    "true",
    "false",
    "null",
    "nul",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{a0}",
    "å",
    "😀",
    "\u{1}",
    "{\"a\":",
    "[1,",
    "\"\"",
    "/",
    "'",
    "\u{feff}",
];

fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

fn whole(text: &str) -> Result<String, Option<ValueFault>> {
    let mut scanner = Scanner::new(text);
    let kept = compact(&mut scanner, text, MAX_NESTING).map_err(Some)?;
    scanner.skip_blanks();
    if scanner.offset() == text.len() { Ok(kept) } else { Err(None) }
}

#[test]
fn the_scanner_takes_what_serde_json_takes() {
    let mut state = 1;
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..300_000 {
        let count = 1 + next(&mut state) % 7;
        let text: String =
            (0..count).map(|_| PIECES[usize::try_from(next(&mut state)).unwrap() % PIECES.len()]).collect();
        // `serde_json` decodes strings only into a tree: raw text may hold half a surrogate pair.
        let other = serde_json::from_str::<&RawValue>(&text).is_ok()
            && serde_json::from_str::<Value>(&text).is_ok_or_out_of_range();
        match whole(&text) {
            Ok(kept) => {
                taken += 1;
                assert!(other, "taken: {text:?}");
                let (one, two): (Value, Value) =
                    match (serde_json::from_str(&text), serde_json::from_str(&kept)) {
                        (Ok(one), Ok(two)) => (one, two),
                        _ => continue,
                    };
                assert_eq!(one, two, "{text:?} became {kept:?}");
            }
            Err(Some(ValueFault::Doubled { .. } | ValueFault::TooDeep { .. })) => {}
            Err(_) => {
                refused += 1;
                assert!(!other, "refused: {text:?}");
            }
        }
    }
    assert!(taken > 5_000 && refused > 50_000, "{taken} taken, {refused} refused");
}

/// Whether a tree could be made, or could but for a number that is too large for it.
trait OrOutOfRange {
    fn is_ok_or_out_of_range(&self) -> bool;
}

impl<T> OrOutOfRange for Result<T, serde_json::Error> {
    fn is_ok_or_out_of_range(&self) -> bool {
        self.as_ref().err().is_none_or(|error| error.to_string().contains("number out of range"))
    }
}

#[test]
fn a_string_means_what_serde_json_means_by_it() {
    let parts = [
        "a",
        "\\u0061",
        "\\u00E5",
        "\\ud83d\\ude00",
        "\\uDBFF\\uDFFF",
        "\\n",
        "\\b\\f\\r\\t",
        "\\\\",
        "\\/",
        "\\\"",
        "å",
        "😀",
        "\\uffff",
        "\\u0000",
        "\\ud7ff",
        "\\ue000",
    ];
    let mut state = 2;
    for _ in 0..20_000 {
        let count = next(&mut state) % 6;
        let text: String =
            (0..count).map(|_| parts[usize::try_from(next(&mut state)).unwrap() % parts.len()]).collect();
        let quoted = format!("\"{text}\"");
        let Ok(Some(Token::String(string))) = Scanner::new(&quoted).next() else {
            unreachable!("{quoted} is a string");
        };
        assert_eq!(string.text(), serde_json::from_str::<String>(&quoted).unwrap(), "{quoted}");
    }
}

#[test]
fn no_text_cut_short_is_taken_or_stumbled_over() {
    let text = r#"{"å":[1.5e-3,true,null,{"\ud83d\ude00":"\u00e5\n"}],"b":-0}"#;
    assert_eq!(whole(text).unwrap(), text);
    for (end, _) in text.char_indices() {
        assert!(whole(&text[..end]).is_err(), "{}", &text[..end]);
    }
}

/// Whether it holds what no record does.
fn is_foreign(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Number(number) => !number.is_u64(),
        Value::Array(items) => items.iter().any(is_foreign),
        Value::Object(members) => members.values().any(is_foreign),
        Value::Bool(_) | Value::String(_) => false,
    }
}

/// Holds the reader against `serde_json`; says whether the text was read.
fn is_read_alike(text: &str) -> bool {
    let (read, known) = (from_str::<Value>(text), serde_json::from_str::<Value>(text));
    match (&read, &known) {
        (Ok(read), Ok(known)) => assert_eq!(read, known, "{text:?}"),
        // A minus and an exponent are foreign too where they come to a whole number.
        (Err(_), Ok(known)) => {
            assert!(is_foreign(known) || text.contains(['-', 'e', '.']), "{text:?}: {read:?}");
        }
        (read, Err(error)) => assert!(read.is_err(), "{text:?}: {error}"),
    }
    let raw = |read: Option<Box<RawValue>>| read.map(|raw| raw.get().to_owned());
    if let Some(read) = raw(from_str(text).ok()) {
        let known = raw(serde_json::from_str(text).ok());
        let compacted = known.and_then(|known| compact(&mut Scanner::new(&known), &known, MAX_NESTING).ok());
        assert_eq!(Some(read), compacted, "{text:?}");
    }
    read.is_ok()
}

#[test]
fn the_reader_reads_what_serde_json_reads() {
    let mut state = 17;
    let mut taken = 0;
    for _ in 0..300_000 {
        let length = 1 + next(&mut state) % 8;
        let pieces = (0..length).map(|_| PIECES[usize::try_from(next(&mut state)).unwrap() % PIECES.len()]);
        taken += usize::from(is_read_alike(&pieces.collect::<String>()));
    }
    assert!(taken > 1_000, "{taken}");
}

#[test]
fn strings_of_every_length_are_read_to_their_end() {
    for length in 0..40 {
        for piece in ["", "a", "å", "\\n", "\\\"", "\\u00e5", "\u{7f}", "😀"] {
            for after in ["", "b", "bbbbbbbbbbbb"] {
                let text = format!("{{\n          \"{}{piece}{after}\" :[ \"x\",true]}}", "a".repeat(length));
                assert!(is_read_alike(&text), "{text:?}");
            }
        }
        for piece in ["\n", "\u{1}", "\u{1f}", "\\q", "\\ud800"] {
            let text = format!("[\"{}{piece}bbbbbbbbbbb\"]", "a".repeat(length));
            assert!(!is_read_alike(&text), "{text:?}");
        }
    }
}
