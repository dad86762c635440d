use cooperation::{
    Dataset, Error, Limits, ReadOptions,
    io::{FaultKind, locate},
};
use std::io;

/// A valid document with a value of every shape.
const VALID: &str = r#"{
  "version": "1.0",
  "title": {"nb": "Nettverk på norsk", "en": "Networks"},
  "issued": "2016-04",
  "sources": [{"id": "page", "title": {"en": "A page"}, "url": "https://example.org/"}],
  "organizations": [
    {"id": "mfn", "name": {"nb": "Mikrofinans Norge"}, "founded": "2009"},
    {"id": "sörg", "name": {"und": "x"}}
  ],
  "networks": [{"id": "emn", "name": {"en": "European Microfinance Network"}, "member_count": 90}],
  "memberships": [{"id": "m1", "member": {"organization": "mfn"}, "body": {"network": "emn"}}],
  "projects": [{
    "id": "atm",
    "title": {"en": "Access to Microfinance \u00e5 \ud83d\ude00"},
    "period": {"start": "2016-04", "end": "2021-03-31", "stated_duration": "P5Y"},
    "budget": {"amount": "1913897.00", "currency": "EUR"},
    "partner_count": 9,
    "partner_count_words": {"nb": "en rekke"},
    "related": [{"to": {"project": "atm-1"}, "relation": "continues", "basis": "open"}],
    "budgets": [{"amount": {"amount": "7", "currency": "EUR"}, "revised": true}],
    "evidence": [{"source": "page", "quote": "som går over 5 år", "basis": "implied", "reason": {"en": "told"}}],
    "extensions": {"org.example.survey": {"score": 4.50, "list": [1e999, null, true, {}, []]}}
  }]
}"#;

pub(crate) fn valid() -> String {
    VALID.replace("sörg", "sorg")
}

pub(crate) fn refused(text: &str) -> Error {
    Dataset::from_json(text).expect_err(text)
}

/// Kind, pointer, line and column of every fault.
pub(crate) fn faults(error: &Error) -> Vec<(&str, &str, u64, u64)> {
    error
        .faults()
        .iter()
        .map(|fault| (fault.kind().as_str(), fault.pointer(), fault.line(), fault.column()))
        .collect()
}

#[test]
fn a_valid_document_is_read_and_written_back_unchanged() {
    let dataset = Dataset::from_json(&valid()).unwrap();
    let text = dataset.to_json();
    assert!(text.starts_with("{\n  \"version\": \"1.0\",\n") && text.ends_with("\n}\n"));
    assert!(text.contains("1e999") && text.contains("4.50"));
    assert_eq!(Dataset::from_json(&text).unwrap(), dataset);
    assert_eq!(Dataset::from_reader(text.as_bytes()).unwrap().to_json(), text);
    let mut written = Vec::new();
    dataset.write_to(&mut written).unwrap();
    assert_eq!(written, text.as_bytes());
    assert_eq!(Dataset::from_slice(format!("\u{feff}{text}").as_bytes()).unwrap(), dataset);
}

#[test]
fn a_byte_order_mark_counts_as_bytes_but_not_as_a_column() {
    for (text, offset) in [(r#"{"version": "1.0"}"#, 12), ("\u{feff}{\"version\": \"1.0\"}", 15)] {
        let place = locate(text, &["/version"])[0].unwrap();
        assert_eq!((place.line, place.column, place.offset), (1, 13, offset));
    }
}

#[test]
fn other_encodings_are_named() {
    let wide = |order: fn(u16) -> [u8; 2]| -> Vec<u8> { VALID.encode_utf16().flat_map(order).collect() };
    for (bytes, name) in [
        (wide(u16::to_le_bytes), "UTF-16 (little-endian)"),
        (wide(u16::to_be_bytes), "UTF-16 (big-endian)"),
        ([&[0xff, 0xfe], wide(u16::to_le_bytes).as_slice()].concat(), "UTF-16 (little-endian)"),
        ([&[0xfe, 0xff], wide(u16::to_be_bytes).as_slice()].concat(), "UTF-16 (big-endian)"),
        ("{}".chars().flat_map(|letter| u32::from(letter).to_be_bytes()).collect(), "UTF-32 (big-endian)"),
        ("{}".chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect(), "UTF-32 (little-endian)"),
    ] {
        let error = Dataset::from_slice(&bytes).unwrap_err();
        assert_eq!(faults(&error), [("other-encoding", "", 1, 1)]);
        assert!(error.faults()[0].message().contains(name), "{error}");
    }
}

#[test]
fn bytes_that_are_not_utf8_have_a_location() {
    let error = Dataset::from_slice(b"\xef\xbb\xbf{\n \"\xc3\xa5\xe5\": 1}").unwrap_err();
    assert_eq!(faults(&error), [("not-utf8", "", 2, 4)]);
    assert_eq!(error.faults()[0].offset(), 9);
}

#[test]
fn a_document_cut_anywhere_is_an_error_with_a_place() {
    let text = valid();
    for end in 0..text.len() {
        let error = Dataset::from_slice(&text.as_bytes()[..end]).unwrap_err();
        let fault = error.faults().last().unwrap();
        assert!(fault.offset() <= end as u64 && fault.line() >= 1 && fault.column() >= 1, "{end}: {error}");
    }
}

#[test]
fn a_million_brackets_are_too_deep_and_do_not_panic() {
    let deep = "[".repeat(1_000_000) + &"]".repeat(1_000_000);
    let error = refused(&format!(r#"{{"version": "1.0", "extensions": {{"org.a": {deep}}}}}"#));
    assert_eq!(error.faults()[0].kind(), FaultKind::TooDeep);
    assert_eq!(error.count(), 1);
    let error = refused(&format!(r#"{{"version": "1.0", "x": {deep}}}"#));
    assert_eq!(faults(&error), [("unknown-member", "/x", 1, 20)]);
    assert!(refused(&"[{\"a\":".repeat(500_000)).count() > 0);
}

#[test]
fn limits_are_kept() {
    let read = |limits: Limits, text: &str| {
        ReadOptions::new().with_limits(limits).read_json(text).map_err(|error| error.faults()[0].kind())
    };
    let limits = Limits::default();
    let text = r#"{"version": "1.0", "title": {"en": "Åtte tegn"}, "extensions": {"org.a": [[[1]]]}}"#;
    assert!(read(limits, text).is_ok());
    assert_eq!(read(limits.with_bytes(20), text).unwrap_err(), FaultKind::LimitBytes);
    assert!(read(limits.with_bytes(text.len() as u64), text).is_ok());
    assert_eq!(read(limits.with_nesting(2), text).unwrap_err(), FaultKind::LimitNesting);
    assert!(read(limits.with_nesting(3), text).is_ok());
    assert_eq!(read(limits.with_string_chars(9), text).unwrap_err(), FaultKind::LimitStringChars);
    assert!(read(limits.with_string_chars(10), text).is_ok());
    assert_eq!(read(limits.with_nodes(8), text).unwrap_err(), FaultKind::LimitNodes);
    assert!(read(limits.with_nodes(9), text).is_ok());
}

#[test]
fn faults_beyond_the_limit_are_counted_but_not_kept() {
    let items = vec!["1"; 5000].join(",");
    let error = refused(&format!(r#"{{"version": "1.0", "projects": [{items}]}}"#));
    assert_eq!((error.faults().len(), error.count()), (1000, 5000));
    assert!(error.to_string().ends_with("and 4990 more faults"), "{error}");
}

#[test]
fn no_message_is_long_or_has_control_characters() {
    let name = "\u{202e}\\u0000å".repeat(100_000);
    let error = refused(&format!(r#"{{"version": "{name}", "{name}": 1, "title": {{"{name}": "a"}}}}"#));
    assert_eq!(error.count(), 3);
    for fault in error.faults() {
        assert!(fault.message().len() <= 512 && fault.pointer().len() <= 4096);
        let shown = fault.to_string();
        assert!(!shown.chars().any(|letter| letter.is_control() || letter == '\u{202e}'), "{shown:?}");
    }
}

#[test]
fn an_error_of_the_reader_is_the_source() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("unplugged"))
        }
    }
    let error = Dataset::from_reader(Broken).unwrap_err();
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "unplugged");
    assert!(error.faults().is_empty());
}

struct Counting<'a>(&'a mut io::Repeat, &'a mut usize);
impl io::Read for Counting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer)?;
        *self.1 += read;
        Ok(read)
    }
}

#[test]
fn a_reader_is_read_up_to_one_byte_above_the_limit() {
    let mut reader = io::repeat(b' ');
    let mut counted = 0_usize;
    let options = ReadOptions::new().with_limits(Limits::default().with_bytes(100));
    let error = options.read(Counting(&mut reader, &mut counted)).unwrap_err();
    assert_eq!(error.faults()[0].kind(), FaultKind::LimitBytes);
    assert_eq!(counted, 101);
}

#[test]
fn the_search_for_faults_agrees_with_the_reader_on_mutants() {
    const PIECES: [&str; 39] = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "0",
        "-0",
        "1.0",
        "1e3",
        "01",
        "4294967296",
        "\"\"",
        "\"en\": \"x\",",
        "\"id\": \"x\",",
        "\\u0065",
        "\\ud800",
        "\\",
        "\u{e5}",
        "\u{0}",
        "\n",
        "{}",
        "[]",
        "\"version\": \"1.1\",",
        "\"version\": \"3.0\"",
        " ",
        "\"org.example.survey\": 1,",
        "\"supports\": [],",
        "\"links\": [],",
        "\"period\": null,",
        "\"start\": \"2023-02-30\",",
        "\"member_count\": 1,",
        "\"revised\": false,",
        "\"network\": \"x\",",
        "\"status\": \"dormant\",",
        "\"member_count\": {},",
    ];
    let valid = valid();
    let mut random = crate::support::random::Random(0x9e37_79b9_7f4a_7c15);
    let (mut good, mut bad) = (0, 0);
    // Past this limit of values the text is searched first even where the reader would take it.
    let searching = ReadOptions::new().with_limits(Limits::default().with_nodes(200));
    for _ in 0..20_000 {
        let mut bytes = valid.clone().into_bytes();
        for _ in 0..=random.below(2) {
            let mut at = random.below(bytes.len());
            // Half of them right behind a token, where a piece makes most sense.
            if random.below(2) == 0
                && let Some(ahead) = bytes[at..].iter().position(|byte| b"{[,:".contains(byte))
            {
                at = (at + ahead + 1).min(bytes.len() - 1);
            }
            let end = (at + random.below(12)).min(bytes.len());
            match random.below(5) {
                0 => drop(bytes.drain(at..end)),
                1 => bytes[at] = b' ' + u8::try_from(random.below(95)).unwrap(),
                2 => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].bytes())),
                3 => drop(bytes.splice(at..end, PIECES[random.below(PIECES.len())].bytes())),
                _ => {
                    let copy = bytes[at..end].to_vec();
                    let to = random.below(bytes.len());
                    drop(bytes.splice(to..to, copy));
                }
            }
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let plain = serde_json::from_str::<Dataset>(&text);
        // Where the search found nothing the reader says so by a panic in tests.
        let searched = searching.read_json(&text);
        assert_eq!(plain.is_ok(), searched.is_ok(), "{plain:?} {searched:?}\n{text}");
        match Dataset::from_json(&text) {
            Ok(_) => good += 1,
            Err(error) => {
                assert!(!error.faults().is_empty());
                bad += 1;
            }
        }
    }
    assert!(good > 1000 && bad > 1000, "{good} good, {bad} bad");
}

#[test]
fn limits_have_their_documented_defaults_and_bounds() {
    let limits = Limits::default();
    assert_eq!((limits.bytes, limits.line_bytes, limits.faults), (1 << 30, 16 << 20, 1_000));
    let deep = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        format!(r#"{{"version": "1.0", "extensions": {{"org.example": {open}{close}}}}}"#)
    };
    let wide = ReadOptions::new().with_limits(limits.with_nesting(1_000));
    assert!(wide.read_json(&deep(64)).is_ok());
    assert_eq!(wide.read_json(&deep(65)).unwrap_err().faults()[0].kind(), FaultKind::TooDeep);
    let none = ReadOptions::new().with_limits(limits.with_faults(0));
    let error = none.read_json(r#"{"a": 1, "b": 2}"#).unwrap_err();
    assert!(error.faults().len() == 1 && error.count() > 1, "{error}");
}

#[test]
fn a_newer_minor_version_is_kept_and_its_members_are_unknown() {
    let newer = Dataset::from_json(r#"{"version": "1.1"}"#).unwrap();
    assert!(newer.to_json().contains("\"1.1\""));
    assert_eq!(faults(&refused(r#"{"version": "1.1", "new": 1}"#)), [("unknown-member", "/new", 1, 20)]);
}

#[test]
fn a_pointer_that_is_too_long_ends_at_the_parent() {
    let name = "x".repeat(5_000);
    let text =
        format!(r#"{{"version": "1.0", "groups": [{{"id": "g", "name": {{"en": "G"}}, "{name}": 1}}]}}"#);
    assert_eq!(refused(&text).faults()[0].pointer(), "/groups/0");
}

/// A disk that is full.
struct Full;

impl io::Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_failing_writer_is_an_error_even_for_a_short_text() {
    let small = Dataset::default();
    assert!(small.write_to(Full).is_err());
    assert!(small.write_lines(Full).is_err());
    assert!(cooperation::io::write_lines(small.into_lines(), Full).is_err());
}
