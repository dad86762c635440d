//! Values that are none.

use super::leaves::VALUES;
use super::places::{at, pointer};
use super::{Answer, Case, case, fault};

pub(super) fn values() -> Vec<Case> {
    let mut cases = Vec::new();
    for (place, kind, refused, taken) in VALUES {
        for text in refused {
            let value = format!("\"{text}\"");
            let shown = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u{1}");
            let place_of = pointer(place, &format!("\"{}\"", shown.replace("\\\\", "\\")));
            cases.push(case(
                format!("{place} {text:?} is refused"),
                at(place, &value),
                fault(kind, place_of),
            ));
        }
        for text in taken {
            cases.push(case(
                format!("{place} {text:?} is taken"),
                at(place, &format!("\"{text}\"")),
                Answer::Good,
            ));
        }
    }
    for number in [
        "-1",
        "4294967296",
        "9007199254740993",
        "18446744073709551616",
        "1.0",
        "1e0",
        "-0",
        "1e400",
        "0.5",
        "1E2",
    ] {
        cases.push(case(
            format!("count {number}"),
            at("count", number),
            fault("number-out-of-range", pointer("count", "")),
        ));
    }
    for number in ["01", "+1", "0x1", "1.", ".5", "1e", "--1", "Infinity", "NaN", "1_000"] {
        cases.push(case(
            format!("count {number} is no JSON"),
            at("count", number),
            fault("syntax", pointer("count", "")),
        ));
    }
    for (value, kind) in [
        ("\"5\"", "wrong-type"),
        ("true", "wrong-type"),
        ("null", "null-member"),
        ("[]", "wrong-type"),
        ("{}", "wrong-type"),
    ] {
        cases.push(case(format!("count {value}"), at("count", value), fault(kind, pointer("count", ""))));
    }
    cases.push(case(
        "a count of a million digits",
        at("count", &"9".repeat(1_000_000)),
        fault("number-out-of-range", pointer("count", "")),
    ));
    for (value, what) in [
        ("1e400", "a number beyond floats"),
        ("-0", "minus zero"),
        ("1e-999999999", "a tiny number"),
        ("[[[1e999]]]", "a nested one"),
    ] {
        cases.push(case(format!("{what} in data of one's own"), at("extension", value), Answer::Good));
    }
    cases.push(case("forty digits in data of one's own", at("extension", &"7".repeat(40)), Answer::Good));
    cases
}
