//! Bytes that are no text, or the text of another encoding, and texts that end too early.

use super::{Answer, Case, case, fault};

pub(super) fn encodings() -> Vec<Case> {
    let with = |bytes: &[u8]| [br#"{"version": "1.0", "title": {"en": "a"#, bytes, br#"b"}}"#].concat();
    let mut cases = Vec::new();
    for (name, bytes) in [
        ("an overlong slash", &b"\xc0\xaf"[..]),
        ("an overlong zero", b"\xc0\x80"),
        ("a lone continuation", b"\x80"),
        ("a cut character", b"\xe2\x82"),
        ("a surrogate in bytes", b"\xed\xa0\x80"),
        ("beyond Unicode", b"\xf4\x90\x80\x80"),
        ("five bytes", b"\xf8\x88\x80\x80\x80"),
        ("latin-1", b"\xe5"),
        ("0xff", b"\xff"),
    ] {
        cases.push(case(name, with(bytes), fault("not-utf8", "")));
    }
    let document = "{\"version\": \"1.0\"}";
    let wide = |little: bool, mark: bool| {
        let text = if mark { format!("\u{feff}{document}") } else { document.to_owned() };
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect::<Vec<u8>>()
    };
    for (name, bytes) in [
        ("UTF-16LE", wide(true, true)),
        ("UTF-16BE", wide(false, true)),
        ("UTF-16LE without mark", wide(true, false)),
        ("UTF-16BE without mark", wide(false, false)),
    ] {
        cases.push(case(name, bytes, fault("other-encoding", "")));
    }
    cases.push(case("a byte order mark", format!("\u{feff}{document}"), Answer::Good));
    cases.push(case("two byte order marks", format!("\u{feff}\u{feff}{document}"), fault("syntax", "")));
    for escape in [r"\ud800", r"\udc00", r"\ud800\ud800", r"\ud800a", r"\udbff\u0041", r"\ud83d\n"] {
        cases.push(case(
            format!("a lone surrogate {escape}"),
            with(escape.as_bytes()),
            fault("lone-surrogate", "/title/en"),
        ));
    }
    cases.push(case("a pair of surrogates", with(br"\ud83d\ude00"), Answer::Good));
    for escape in [r"\x41", r"\u00g0", r"\u00", r"\'", r"\0", r"\U0041"] {
        cases.push(case(
            format!("a bad escape {escape}"),
            with(escape.as_bytes()),
            fault("syntax", "/title/en"),
        ));
    }
    for byte in [0_u8, 1, 8, 9, 10, 13, 27, 31] {
        cases.push(case(
            format!("control character {byte} in a string"),
            with(&[byte]),
            fault("syntax", "/title/en"),
        ));
    }
    let small = r#"{"version":"1.0","groups":[{"id":"g","name":{"en":"å"}}]}"#;
    for end in 1..small.len() {
        let cut = &small.as_bytes()[..end];
        let kind = if std::str::from_utf8(cut).is_ok() { "unexpected-end" } else { "not-utf8" };
        cases.push(case(format!("cut after {end} bytes"), cut, fault(kind, "*")));
    }
    cases
}
