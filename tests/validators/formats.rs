//! The types of the crate in other formats, and inside the types of its users: TOML, YAML, CBOR and `MessagePack`.

use ciborium::Value as Cbor;
use cooperation::{Dataset, Project, ProjectId, Text, values::Extensions};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt::Debug;

const DOCUMENTED: &str = include_str!("../../examples/data/microfinance-norway.json");
const CONSORTIUM: &str = include_str!("../../examples/data/rural-credit-unions.json");

/// Data that only its own text holds: digits beyond those of any number type, and names in an order of their own.
const ODD: &str = r#"{"z":[1234567890123456789012345678901234567890,1e999,-0.0,2.50,1E+2],"a":{"m":{"y":null,"b":[]},"c":{}},"\u00e5":"\/"}"#;

/// What serde itself takes for a text that it has written.
const RAW: &str = "$serde_json::private::RawValue";

fn datasets() -> [Dataset; 2] {
    [DOCUMENTED, CONSORTIUM].map(|text| {
        let mut dataset = Dataset::from_json(text).unwrap();
        dataset.extensions.insert_json("org.example.odd", ODD).unwrap();
        for project in &mut dataset.projects {
            project.extensions.insert_json("org.example.odd", ODD).unwrap();
            project.extensions.insert_json("org.example.one", "1e999").unwrap();
        }
        dataset
    })
}

/// There and back in one format, or why not.
type Way<T> = fn(&T) -> Result<T, String>;

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn json<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    let text = serde_json::to_string(value).map_err(told)?;
    serde_json::from_str(&text).map_err(told)
}

fn json_bytes<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    serde_json::from_slice(&serde_json::to_vec_pretty(value).map_err(told)?).map_err(told)
}

fn json_reader<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    serde_json::from_reader(serde_json::to_vec(value).map_err(told)?.as_slice()).map_err(told)
}

fn toml<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    toml::from_str(&toml::to_string(value).map_err(told)?).map_err(told)
}

fn yaml<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    serde_yaml::from_str(&serde_yaml::to_string(value).map_err(told)?).map_err(told)
}

fn cbor<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(told)?;
    ciborium::from_reader(bytes.as_slice()).map_err(told)
}

fn message_pack<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    rmp_serde::from_slice(&rmp_serde::to_vec(value).map_err(told)?).map_err(told)
}

fn message_pack_named<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    rmp_serde::from_slice(&rmp_serde::to_vec_named(value).map_err(told)?).map_err(told)
}

/// Holds that a value comes back as it was, in each format.
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let ways: [(&str, Way<T>); 8] = [
        ("JSON text", json),
        ("JSON bytes", json_bytes),
        ("JSON reader", json_reader),
        ("TOML", toml),
        ("YAML", yaml),
        ("CBOR", cbor),
        ("MessagePack", message_pack),
        ("MessagePack with names", message_pack_named),
    ];
    for (format, way) in ways {
        match way(value) {
            Ok(back) => assert_eq!(back, *value, "{format}"),
            Err(error) => panic!("{format}: {error}"),
        }
    }
}

#[test]
fn datasets_go_through_every_format_and_lose_nothing() {
    for dataset in datasets() {
        comes_back(&dataset);
        for line in dataset.into_lines() {
            comes_back(&line);
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Own {
    note: String,
    project: Project,
    maybe: Option<Project>,
    none: Option<Project>,
    list: Vec<Project>,
    by_id: HashMap<ProjectId, Project>,
    ids: Vec<ProjectId>,
    title: Option<Text>,
    extensions: Extensions,
    pair: (ProjectId, Project),
}

fn project() -> Project {
    datasets()[0].projects.first().unwrap().clone()
}

fn own() -> Own {
    let project = project();
    Own {
        note: "n".to_owned(),
        maybe: Some(project.clone()),
        none: None,
        list: vec![project.clone(), project.clone()],
        by_id: HashMap::from([(project.id.clone(), project.clone())]),
        ids: vec![project.id.clone()],
        title: Some(project.title.clone()),
        extensions: project.extensions.clone(),
        pair: (project.id.clone(), project.clone()),
        project,
    }
}

#[test]
fn the_types_go_through_every_format_inside_a_type_of_ones_own() {
    comes_back(&own());
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Flat {
    note: String,
    #[serde(flatten)]
    project: Project,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Either {
    Whole(Box<Project>),
    Id(ProjectId),
}

/// The same with numbers that an `f64` has, as they are shown, and names in the order of the alphabet.
fn plain() -> Project {
    let mut project = project();
    project.extensions = Extensions::default();
    let data = r#"{"a":[1,-2,2.5,1e300,18446744073709551615],"b":{"c":null,"d":[true,""]}}"#;
    project.extensions.insert_json("org.example.plain", data).unwrap();
    project
}

#[test]
fn what_serde_itself_buffers_comes_back_but_for_digits_beyond_an_f64() {
    let flat = Flat { note: "n".to_owned(), project: plain() };
    let either = [Either::Whole(Box::new(plain())), Either::Id(plain().id)];
    let ways: [(Way<Flat>, Way<Either>); 3] =
        [(json, json), (json_bytes, json_bytes), (json_reader, json_reader)];
    for (flat_way, either_way) in ways {
        assert_eq!(flat_way(&flat).as_ref(), Ok(&flat));
        for either in &either {
            assert_eq!(either_way(either).as_ref(), Ok(either));
        }
    }
    // What `Extensions` says of it: the number keeps its value as far as an `f64` goes, and no number is made up.
    let read = |data: &str| {
        let mut project = plain();
        project.extensions.insert_json("org.example.plain", data).unwrap();
        let flat = Flat { note: "n".to_owned(), project: project.clone() };
        let either = Either::Whole(Box::new(project));
        let flat = json(&flat).map(|flat| flat.project.extensions);
        let either = json(&either).map(|either| match either {
            Either::Whole(project) => project.extensions,
            Either::Id(_) => Extensions::default(),
        });
        [flat, either].map(|read| read.map(|read| read.get("org.example.plain").unwrap().to_owned()))
    };
    for (data, kept) in [
        ("2.50", "2.5"),
        ("1234567890123456789012345678901234567890", "1.2345678901234568e39"),
        ("0.1000000000000000055511151231257827", "0.1"),
    ] {
        assert_eq!(read(data), [Ok(kept.to_owned()), Ok(kept.to_owned())]);
    }
    assert!(read("1e999").iter().all(Result::is_err), "{:?}", read("1e999"));
    // Names keep their order.
    let odd = r#"{"b":1,"a":2}"#;
    assert_eq!(read(odd), [Ok(odd.to_owned()), Ok(odd.to_owned())]);
}

/// A document in CBOR, with data of one's own.
fn with(data: Cbor) -> Result<String, String> {
    let extensions = Cbor::Map(vec![("org.example.a".into(), data)]);
    let document = Cbor::Map(vec![("version".into(), "1.0".into()), ("extensions".into(), extensions)]);
    let mut bytes = Vec::new();
    ciborium::into_writer(&document, &mut bytes).unwrap();
    let from_cbor = ciborium::from_reader::<Dataset, _>(bytes.as_slice()).map_err(told);
    let from_pack = rmp_serde::from_slice::<Dataset>(&rmp_serde::to_vec(&document).unwrap()).map_err(told);
    let from_value = document.deserialized::<Dataset>().map_err(told);
    assert_eq!(from_cbor.as_ref().ok(), from_value.as_ref().ok());
    assert_eq!(from_cbor.as_ref().ok(), from_pack.as_ref().ok(), "{from_cbor:?} {from_pack:?}");
    from_cbor.map(|dataset| dataset.extensions.get("org.example.a").unwrap_or_default().to_owned())
}

#[test]
fn what_json_has_no_word_for_is_refused_and_never_turned_into_something_else() {
    assert_eq!(with(Cbor::Float(2.5)).as_deref(), Ok("2.5"));
    assert_eq!(with(Cbor::Integer(u64::MAX.into())).as_deref(), Ok("18446744073709551615"));
    assert_eq!(with(Cbor::Integer(i64::MIN.into())).as_deref(), Ok("-9223372036854775808"));
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = with(Cbor::Float(number)).unwrap_err();
        assert!(error.contains("is not a number that JSON has"), "{error}");
    }
    assert!(with(Cbor::Bytes(b"abc".to_vec())).is_err());
    assert!(with(Cbor::Map(vec![(1.into(), "x".into())])).is_err());
    assert!(with(Cbor::Map(vec![(Cbor::Null, "x".into())])).is_err());
    assert!(with(Cbor::Map(vec![("a".into(), 1.into()), ("a".into(), 2.into())])).is_err());
    assert_eq!(with(Cbor::Array(vec![])).as_deref(), Ok("[]"));
    assert_eq!(with(Cbor::Null).as_deref(), Ok("null"));
}

#[test]
fn integers_of_128_bits_keep_their_digits() {
    for number in [i128::MIN, i128::MAX, i128::from(u64::MAX) + 1] {
        let document = format!("version: '1.0'\nextensions: {{org.example.a: {number}}}");
        let dataset: Dataset = serde_yaml::from_str(&document).unwrap();
        assert_eq!(dataset.extensions.get("org.example.a"), Some(number.to_string().as_str()));
    }
    let document = format!("version: '1.0'\nextensions: {{org.example.a: {}}}", u128::MAX);
    let dataset: Dataset = serde_yaml::from_str(&document).unwrap();
    assert_eq!(dataset.extensions.get("org.example.a"), Some(u128::MAX.to_string().as_str()));
}

/// Data under the name by which serde hands over a raw text, beside other data or alone.
fn raw(text: &str) -> Cbor {
    Cbor::Map(vec![(RAW.into(), text.into())])
}

#[test]
fn a_text_that_is_passed_on_raw_is_read_as_strictly_as_any_other() {
    assert_eq!(with(raw(" [1e999, 2.50] ")).as_deref(), Ok("[1e999,2.50]"));
    assert_eq!(with(Cbor::Array(vec![raw("1"), raw("{}")])).as_deref(), Ok("[1,{}]"));
    for (text, reason) in [
        ("", "no text"),
        ("x", "this is not JSON"),
        ("1, 2", "follows"),
        ("1],\"b\":[2", "closes nothing"),
        (
            "1},\"projects\":[{\"id\":\"p\",\"title\":{\"en\":\"P\"}}],\"title\":{\"en\":\"smuggled\"",
            "closes nothing",
        ),
        ("[1", "ends before"),
        (r#"{"a":1,"a":2}"#, "twice"),
        (r#""\ud800""#, "surrogate"),
    ] {
        let error = with(raw(text)).unwrap_err();
        assert!(error.contains(reason), "{text}: {error}");
    }
    assert!(with(raw(&("[".repeat(65) + &"]".repeat(65)))).is_err());
    assert!(with(Cbor::Array(vec![raw(&("[".repeat(64) + &"]".repeat(64)))])).is_err());
    // It stands alone, and is a text.
    assert!(with(Cbor::Map(vec![(RAW.into(), "1".into()), ("b".into(), 2.into())])).is_err());
    assert!(with(Cbor::Map(vec![(RAW.into(), 1.into())])).is_err());
    // Where the type says what belongs, it is a member that is not known.
    for document in [
        format!("{{'{RAW}': '{{\"version\": \"1.0\"}}'}}"),
        format!("{{'version': '1.0', 'title': {{'{RAW}': '{{\"en\": \"T\"}}'}}}}"),
        format!("{{'version': '1.0', 'sources': [{{'{RAW}': '{{}}'}}]}}"),
        format!("{{'version': '1.0', 'extensions': {{'{RAW}': '{{\"org.example.a\":1}}'}}}}"),
    ] {
        assert!(serde_yaml::from_str::<Dataset>(&document).is_err(), "{document}");
        let json = document.replace('"', "\\\"").replace('\'', "\"");
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(&json).is_ok());
        assert!(serde_json::from_str::<Dataset>(&json).is_err(), "{json}");
        assert!(Dataset::from_json(&json).is_err(), "{json}");
    }
    // In JSON it is data as any other, and stays as it is in every format.
    let data = format!(r#"{{"{RAW}":"1}},{{"}}"#);
    let text = format!(r#"{{"version":"1.0","extensions":{{"org.example.a":{data}}}}}"#);
    let dataset: Dataset = serde_json::from_str(&text).unwrap();
    assert_eq!(dataset.extensions.get("org.example.a"), Some(data.as_str()));
    comes_back(&dataset);
}

#[test]
fn a_number_that_is_passed_on_raw_is_a_number() {
    let number = |text: &str| with(Cbor::Map(vec![("$serde_json::private::Number".into(), text.into())]));
    for text in ["1.50", "-0", "1e999", "1234567890123456789012345678901234567890"] {
        assert_eq!(number(text).as_deref(), Ok(text));
    }
    for text in ["", "x", "01", "1,2", "[1]", "\"1\"", "null", "{}", "NaN"] {
        assert!(number(text).is_err(), "{text}");
    }
}

#[test]
fn a_date_of_toml_is_written_as_a_string() {
    let read = |toml: &str| toml::from_str::<Dataset>(toml).map_err(told);
    let error = read("version = '1.0'\nissued = 2024-05-01").unwrap_err();
    assert!(error.contains("string"), "{error}");
    assert!(read("version = '1.0'\nissued = '2024-05-01'").is_ok());
    let own = read("version = '1.0'\n[extensions]\n'org.example.a' = [2024-05-01, inf]");
    assert!(own.is_err(), "{own:?}");
    let own = read("version = '1.0'\n[extensions]\n'org.example.a' = [2024-05-01]");
    assert_eq!(own.unwrap().extensions.get("org.example.a"), Some(r#"["2024-05-01"]"#));
}

#[test]
fn data_that_is_deeper_than_it_may_be_is_refused_in_every_format() {
    let nested = |depth: usize| (0..depth).fold(Cbor::Null, |inner, _| Cbor::Array(vec![inner]));
    assert_eq!(with(nested(64)).unwrap(), "[".repeat(64) + "null" + &"]".repeat(64));
    for depth in [65, 100, 200] {
        let error = with(nested(depth)).unwrap_err();
        assert!(error.contains("64 levels deep"), "{error}");
    }
    // A format may have no limit of its own.
    let deep = [vec![0x91; 1_000_000], vec![0xc0]].concat();
    let document = [&[0x81, 0xaa][..], b"extensions", &[0x81, 0xad], b"org.example.a", &deep].concat();
    let mut reader = rmp_serde::Deserializer::new(document.as_slice());
    reader.set_max_depth(usize::MAX);
    let error = Dataset::deserialize(&mut reader).unwrap_err();
    assert!(error.to_string().contains("64 levels deep"), "{error}");
    // Nor where an object belongs.
    let mut reader = rmp_serde::Deserializer::new(deep.as_slice());
    reader.set_max_depth(usize::MAX);
    assert!(Dataset::deserialize(&mut reader).is_err());
}

#[test]
fn the_messages_of_other_formats_name_the_reason_and_the_place() {
    let said = |yaml: &str| serde_yaml::from_str::<Dataset>(yaml).unwrap_err().to_string();
    for (yaml, reasons) in [
        ("{version: '1.0', titel: {en: T}}", ["titel", "title"]),
        ("{version: '1.0', projects: [{id: p, title: {en: P}, status: null}]}", ["null", "status"]),
        ("{version: '1.0', projects: [{id: p}]}", ["/projects/0", "title"]),
        ("{version: '1.0', title: []}", ["sequence", "an object"]),
        ("{version: '1.0', title: {en: ''}}", ["/title/en", "blank"]),
        ("{}", ["version", "missing"]),
    ] {
        let message = said(yaml);
        assert!(reasons.iter().all(|reason| message.contains(reason)), "{yaml}: {message}");
    }
}
