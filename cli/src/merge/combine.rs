//! Two records of one thing as one.

#![expect(clippy::arithmetic_side_effects, reason = "a list of a record is short of the largest number")]

use serde_json::{Map, Value};
use std::collections::HashMap;

/// What two records state differently, and where the items of lists have gone.
#[derive(Debug, Default)]
pub(super) struct Combined {
    /// Pointers to the values that both state, and differently. The first counts.
    pub(super) differing: Vec<String>,
    /// From the pointer to an item in the second record to that in the whole.
    moved: Vec<(String, String)>,
}

/// Adds to a record what another one states of the same thing: members that it lacks, languages of texts, items of lists.
pub(super) fn combine(first: &mut Value, second: &Value) -> Combined {
    let mut combined = Combined::default();
    // Evidence comes last, since it points to the items of other lists.
    let evidence = second.get("evidence").and_then(Value::as_array);
    let rest = second.as_object().map(|members| {
        let rest = members.iter().filter(|(name, _)| !matches!(name.as_str(), "id" | "evidence"));
        rest.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>()
    });
    combined.values("", first, &Value::Object(rest.unwrap_or_default()), false);
    if let (Some(evidence), Some(members)) = (evidence, first.as_object_mut()) {
        let list = members.entry("evidence").or_insert_with(|| Value::Array(Vec::new()));
        let mut known = list.as_array().map(|list| places(list)).unwrap_or_default();
        for mut item in evidence.iter().cloned() {
            combined.follow(&mut item);
            let list =
                list.as_array_mut().filter(|list| known.insert(item.to_string(), list.len()).is_none());
            if let Some(list) = list {
                list.push(item);
            }
        }
    }
    combined
}

/// The first place of each item of a list, so that long lists are compared in one pass.
fn places(list: &[Value]) -> HashMap<String, usize> {
    let mut places = HashMap::with_capacity(list.len());
    for (place, item) in list.iter().enumerate() {
        places.entry(item.to_string()).or_insert(place);
    }
    places
}

impl Combined {
    /// Depth is that of records. What differs in a value that belongs together is a difference of the whole.
    fn values(&mut self, at: &str, first: &mut Value, second: &Value, whole: bool) {
        match (first, second) {
            (first, second) if first == second => {}
            (Value::Object(one), Value::Object(other)) if !whole => {
                for (name, value) in other {
                    let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                    match one.get_mut(name) {
                        None => drop(one.insert(name.clone(), value.clone())),
                        Some(known) => {
                            // An amount without its currency, or one party of two, would be another statement.
                            let whole = !is_text(name) && name != "extensions" && value.is_object();
                            self.values(&at, known, value, whole);
                        }
                    }
                }
            }
            (Value::Array(one), Value::Array(other)) => {
                let mut known = places(one);
                for (index, item) in other.iter().enumerate() {
                    let place = *known.entry(item.to_string()).or_insert_with(|| {
                        one.push(item.clone());
                        one.len() - 1
                    });
                    if place != index {
                        self.moved.push((format!("{at}/{index}"), format!("{at}/{place}")));
                    }
                }
            }
            _ => self.differing.push(at.to_owned()),
        }
    }

    /// Points what evidence supports to where it is now.
    fn follow(&self, evidence: &mut Value) {
        let supports = evidence.get_mut("supports").and_then(Value::as_array_mut);
        for pointer in supports.into_iter().flatten() {
            let Some(text) = pointer.as_str() else { continue };
            let moved = self.moved.iter().find_map(|(from, to)| {
                let rest = text.strip_prefix(from.as_str())?;
                (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
            });
            if let Some(moved) = moved {
                *pointer = Value::String(moved);
            }
        }
    }
}

/// Whether a member holds a text by language, to which languages may be added.
fn is_text(name: &str) -> bool {
    matches!(name, "name" | "title" | "statement" | "description" | "text") || name.ends_with("_words")
}

#[cfg(test)]
mod tests {
    use super::combine;
    use serde_json::json;

    #[test]
    fn each_record_gets_what_the_other_states() {
        let mut first =
            json!({"id": "a", "name": {"en": "A"}, "links": [{"url": "https://a.example"}], "kind": "ngo"});
        let second = json!({
            "id": "b", "name": {"nb": "B"}, "founded": "1999",
            "links": [{"url": "https://b.example"}, {"url": "https://a.example"}],
            "evidence": [{"source": "s", "locator": "1", "supports": ["/links/0/url", "/links/1", "/name"]}]
        });
        let combined = combine(&mut first, &second);
        assert_eq!(combined.differing, [""; 0]);
        assert_eq!(
            first,
            json!({
                "id": "a", "name": {"en": "A", "nb": "B"}, "kind": "ngo", "founded": "1999",
                "links": [{"url": "https://a.example"}, {"url": "https://b.example"}],
                "evidence": [{"source": "s", "locator": "1", "supports": ["/links/1/url", "/links/0", "/name"]}]
            })
        );
    }

    #[test]
    fn what_both_state_differently_is_told_and_the_first_counts() {
        let mut first = json!({"id": "a", "name": {"en": "A"}, "kind": "ngo",
            "budget": {"amount": "1", "currency": "EUR"}, "period": {"start": "2006"}});
        let second = json!({"id": "a", "name": {"en": "B"}, "kind": "foundation",
            "budget": {"amount": "2", "currency": "EUR"}, "period": {"end": "2007"}});
        let before = first.clone();
        let differing = combine(&mut first, &second).differing;
        assert_eq!(differing, ["/budget", "/kind", "/name/en", "/period"]);
        assert_eq!(first, before);
    }
}
