//! Datasets made from bytes by the published schema: every member, every kind of value and every branch comes up, ids are
//! few, so that records refer to each other, collide and form loops, and a byte that changes changes one thing.

use cooperation::schema::text::DATASET;
use cooperation::{Dataset, ReadOptions};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(DATASET).unwrap());

/// Texts that a terminal, a spreadsheet or a web page may take for something else.
const NASTY: [&str; 16] = [
    "Mikrofinans",
    " \u{a0}x ",
    "\u{202e}evil",
    "a@example.org",
    "\u{1f600} \"quoted\" \\ \n",
    "=1+1",
    "'",
    "<script>&amp;]]>-->",
    "a; b, c\td",
    "\u{feff}\u{200b}.",
    "e\u{301}\u{301}\u{301}",
    "مرحبا",
    "{}",
    "\"\"",
    "-",
    "%00;[x]|`:::",
];

/// A dataset that the schema allows, decided byte by byte. Where the bytes end, the first choice is taken and nothing that
/// may be left out is there.
pub(crate) fn dataset(bytes: &[u8]) -> Dataset {
    let text = document(bytes).to_string();
    Dataset::from_json(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// A dataset of any bytes: the document that they are, the record lines that they are, or what the schema makes of them.
pub(crate) fn of_any(data: &[u8]) -> Dataset {
    if data.first() != Some(&b'{') {
        return dataset(data);
    }
    if let Ok(dataset) = Dataset::from_slice(data) {
        return dataset;
    }
    let mut dataset = Dataset::default();
    let lines = ReadOptions::new().lines(data).filter_map(Result::ok);
    lines.for_each(|(_, line)| dataset.push(line));
    dataset
}

/// The same as a tree.
pub(crate) fn document(bytes: &[u8]) -> Value {
    Maker { bytes: bytes.iter() }.value(&SCHEMA, 0)
}

struct Maker<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl Maker<'_> {
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) % end
    }

    fn pick<'a>(&mut self, from: &'a Value) -> &'a Value {
        let from = from.as_array().unwrap();
        &from[self.below(from.len())]
    }

    fn value(&mut self, schema: &'static Value, depth: usize) -> Value {
        if let Some(name) =
            schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/$defs/"))
        {
            return match name {
                "Text" => self.text(),
                "Label" | "Quote" => self.word(),
                "Extensions" => json!({"org.example.a": [self.below(9), null, {"x": NASTY[self.below(16)]}]}),
                _ if name.ends_with("Id") => json!(format!("i{}", self.below(6))),
                _ => self.value(&SCHEMA["$defs"][name], depth),
            };
        }
        if let Some(only) = schema.get("const") {
            return only.clone();
        }
        if let Some(branches) = schema.get("oneOf").or_else(|| schema.get("anyOf")) {
            let branch = self.pick(branches);
            return self.value(branch, depth);
        }
        match schema["type"].as_str() {
            Some("object") => self.object(schema, depth),
            Some("array") => {
                let count = 1 + self.below(3);
                (0..count).map(|_| self.value(&schema["items"], depth + 1)).collect()
            }
            Some("integer") => json!(schema["minimum"].as_u64().unwrap() + self.below(256) as u64),
            Some("boolean") => json!(self.below(2) == 0),
            Some("string") => match schema.get("examples") {
                Some(examples) => self.pick(examples).clone(),
                // The open branch of a code list: a word that is not listed.
                None => json!("word of one's own"),
            },
            other => panic!("no values of type {other:?} are made: {schema}"),
        }
    }

    fn object(&mut self, schema: &'static Value, depth: usize) -> Value {
        let required = schema.get("required").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut made = Map::new();
        for (name, member) in schema["properties"].as_object().unwrap() {
            let needed = required.iter().any(|one| one == name);
            if needed || self.below(2 + depth) == 1 {
                made.insert(name.clone(), self.value(member, depth + 1));
            }
        }
        Value::Object(made)
    }

    /// One of the nasty texts where they are one line, for labels do not take more.
    fn word(&mut self) -> Value {
        json!(NASTY[self.below(16)].replace(char::is_control, "_"))
    }

    fn text(&mut self) -> Value {
        let (one, other) = (self.below(16), self.below(16));
        match self.below(3) {
            0 => json!({"und": NASTY[one]}),
            1 => json!({"nb": NASTY[one]}),
            _ => json!({"en": NASTY[one], "nb": NASTY[other]}),
        }
    }
}
