//! Changes that make a good document a bad one, or one that is only just good.

use super::random::Random;
use serde_json::{Value, json};

fn pick<'a, T>(items: &'a [T], random: &mut Random) -> &'a T {
    &items[random.below(items.len())]
}

/// The JSON Pointers of everything in a document.
fn places(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                places(value, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, value)| places(value, format!("{at}/{place}"), out));
        }
        _ => {}
    }
    out.push(at);
}

/// Values that something may be mistaken for, or that stand at the edge of what is taken.
pub(crate) fn nasty() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(4_294_967_295_u64),
        json!(4_294_967_296_u64),
        json!(9_007_199_254_740_993_u64),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("\u{a0}"),
        json!("\u{0}"),
        json!("\n"),
        json!("NO\n"),
        json!("nb"),
        json!("nb-no"),
        json!("EUR"),
        json!("2007"),
        json!("2007-2"),
        json!("2007-02-29"),
        json!("2008-02-29"),
        json!("2016-04-30T00:00:00Z"),
        json!("P0Y"),
        json!("P5Y"),
        json!("1.0"),
        json!("1.12"),
        json!("2.0"),
        json!("-0"),
        json!("0.10"),
        json!("1e3"),
        json!("/name"),
        json!("~"),
        json!("http://"),
        json!("https://example.org"),
        json!("javascript:alert(1)"),
        json!("planned"),
        json!("public"),
        json!("implied"),
        json!("a".repeat(64)),
        json!("a".repeat(65)),
        json!("a".repeat(255)),
        json!("a".repeat(256)),
        json!("å".repeat(255)),
        json!("😀"),
        json!("\u{202e}"),
        json!({}),
        json!([]),
        json!([null]),
        json!([[]]),
        json!({ "": 1 }),
        json!({ "und": "EMN" }),
        json!({ "und": " " }),
        json!({ "NB": "x" }),
        json!(3),
        json!({ "what": { "en": "ports" }, "number": 3, "words": { "en": "some" } }),
        json!({ "to": { "project": "atm" }, "relation": "continues" }),
        json!({ "latitude": "59.6", "longitude": "10.7" }),
        json!({ "amount": { "amount": "5", "currency": "EUR" }, "revised": true }),
        json!("open"),
        json!("application/pdf"),
        json!({ "project": "atm" }),
        json!({ "org.example": null }),
    ]
}

/// Changes one place of a document.
pub(crate) fn mutate(document: &mut Value, nasty: &[Value], random: &mut Random) {
    let mut all = Vec::new();
    places(document, String::new(), &mut all);
    let (at, other) = (pick(&all, random).clone(), pick(&all, random).clone());
    let donor = document.pointer(&other).unwrap().clone();
    let target = document.pointer_mut(&at).unwrap();
    match (random.below(12), &mut *target) {
        (0 | 1, target) => *target = pick(nasty, random).clone(),
        (2, target) => *target = donor,
        (3, target) => *target = json!([target.take()]),
        (4, Value::Object(object)) => {
            object.insert(
                ["nmae", "name", "extensions", "id", "", "nb"][random.below(6)].to_owned(),
                pick(nasty, random).clone(),
            );
        }
        (4..=7, Value::Object(object)) if !object.is_empty() => {
            let keys: Vec<String> = object.keys().cloned().collect();
            object.remove(pick(&keys, random));
        }
        (8, Value::Object(object)) => *target = object.values().cloned().collect(),
        (9, Value::Object(object)) => object.clear(),
        (4 | 5, Value::Array(items)) => items.extend(items.clone()),
        (6, Value::Array(items)) => items.clear(),
        (7, Value::Array(items)) => items.push(donor),
        (_, Value::String(text)) => {
            let mut letters: Vec<char> = text.chars().collect();
            let place = random.below(letters.len() + 1);
            match random.below(3) {
                0 => letters.insert(
                    place,
                    *pick(&['a', 'Z', '0', '9', '-', '.', ' ', '/', '~', '\n', 'ø', '"'], random),
                ),
                1 if place < letters.len() => drop(letters.remove(place)),
                _ => letters.truncate(place),
            }
            *text = letters.into_iter().collect();
        }
        (_, target) => *target = pick(nasty, random).clone(),
    }
}
