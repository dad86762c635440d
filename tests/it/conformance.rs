//! The public suite of texts that a JSON parser must take (`y_`), must refuse (`n_`) or may treat as it likes (`i_`),
//! by Nicolas Seriot. It is not part of this repository: `JSON_TEST_SUITE` names its folder `test_parsing`.

use crate::support::shared;
use cooperation::{Dataset, ReadOptions, io::FaultKind};

/// What the suite leaves open, and how it is answered: `None` is taken.
///
/// Numbers of any size are data of one's own, kept digit for digit; what is no Unicode text is refused.
fn left_open(name: &str) -> Option<FaultKind> {
    if name.starts_with("i_number") {
        None
    } else if name.contains("500_nested") {
        Some(FaultKind::TooDeep)
    } else if name.contains("UTF-8_BOM") {
        // A byte order mark stands at the start of a file, never within it.
        Some(FaultKind::Syntax)
    } else if name.contains("surrogate") && !name.contains("UTF8") {
        Some(FaultKind::LoneSurrogate)
    } else {
        Some(FaultKind::NotUtf8)
    }
}

const GOOD: &str = r#"{"source": {"id": "s", "title": {"en": "S"}}}"#;

/// The kind of the first fault where the bytes stand as data of one's own, in a document and in a line among good ones.
fn answers(value: &[u8]) -> [Option<FaultKind>; 2] {
    let document = [br#"{"version": "1.0", "extensions": {"org.example.a": "#, value, b"}}"].concat();
    let whole = Dataset::from_slice(&document).err().map(|error| error.faults()[0].kind());
    // A line holds no line break. Where the bytes have one between tokens, a blank says the same.
    let line: Vec<u8> =
        value.iter().map(|&byte| if byte == b'\n' || byte == b'\r' { b' ' } else { byte }).collect();
    let start = br#"{"source": {"id": "t", "title": {"en": "T"}, "extensions": {"org.example.a": "#;
    let file = [GOOD.as_bytes(), b"\n", start, &line, b"}}}\n", GOOD.as_bytes()].concat();
    let mut lines = ReadOptions::new().lines(file.as_slice());
    assert!(matches!(lines.next(), Some(Ok((1, _)))), "the line before is read");
    let between = lines.next().expect("the line is answered").err().map(|error| error.faults()[0].kind());
    assert!(matches!(lines.next(), Some(Ok((3, _)))), "the line after is read");
    assert!(lines.next().is_none());
    [whole, between]
}

#[test]
fn a_variable_that_names_no_folder_is_reported() {
    let named = |value: Option<&str>| shared::named("JSON_TEST_SUITE", value.map(Into::into));
    assert_eq!([named(None), named(Some(""))], [Ok(None), Ok(None)]);
    assert_eq!(named(Some(".")), Ok(Some(".".into())));
    let missing = "JSON_TEST_SUITE names /nope, where there is no folder";
    assert_eq!(named(Some("/nope")), Err(missing.to_owned()));
}

#[test]
fn the_json_test_suite_is_answered_as_it_asks() {
    let Some(folder) = shared::folder("JSON conformance suite", "JSON_TEST_SUITE") else { return };
    let mut wrong = Vec::new();
    let mut seen = [0_usize; 3];
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let [whole, between] = answers(&std::fs::read(&path).unwrap());
        let right = match name.as_bytes() {
            [b'y', b'_', ..] => {
                seen[0] += 1;
                // The grammar of JSON lets a member stand twice. This format does not.
                let doubled = name.contains("duplicated_key").then_some(FaultKind::DoubledMember);
                (whole, between) == (doubled, doubled)
            }
            [b'n', b'_', ..] => {
                seen[1] += 1;
                // A raw line break within a string is an error only as long as it is one.
                whole.is_some() && (between.is_some() || name == "n_string_unescaped_newline.json")
            }
            [b'i', b'_', ..] => {
                seen[2] += 1;
                whole == left_open(&name) && between == whole
            }
            _ => continue,
        };
        if !right {
            wrong.push(format!("{name}: {whole:?}, in a line {between:?}"));
        }
    }
    wrong.sort();
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen[0] >= 90 && seen[1] >= 180 && seen[2] >= 30, "is this the whole suite? {seen:?}");
}
