//! The scanner held against `serde_json`: both take the same texts and mean the same by them.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that stumbles is a test that fails"
)]

use super::{MAX_NESTING, Scanner, Token, ValueFault, compact};
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
