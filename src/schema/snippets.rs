//! Snippets of an editor: an object with its usual members, each a place to type at.

use super::titles::of_type;
use super::walk::{Keywords, keywords, set};
use crate::reflect::{ObjectShape, Shape, StringShape, first_sentence};
use serde_json::Value;

/// Members that are usually there, beside those that are required.
const USUAL: &[(&str, &[&str])] = &[
    ("Address", &["street", "postal_code", "locality", "country"]),
    ("Budget", &["period"]),
    ("Classification", &["scheme", "code"]),
    ("Cooperation", &["name"]),
    ("Count", &["number"]),
    ("Dataset", &["title"]),
    ("Evidence", &["quote"]),
    ("Funding", &["of", "funder", "recipient", "status", "amount"]),
    ("Group", &["count"]),
    ("IndicatorValue", &["value", "date"]),
    ("Link", &["url", "title"]),
    ("Membership", &["role"]),
    ("Network", &["kind"]),
    ("Organization", &["kind"]),
    ("Participation", &["role"]),
    ("Period", &["start", "end"]),
    ("Place", &["kind", "country"]),
    ("PolicyInstrument", &["kind"]),
    ("Programme", &["kind"]),
    ("Project", &["status", "period"]),
    ("Related", &["to"]),
    ("Source", &["url"]),
];

/// Strings of a form of their own: what a place to type at shows, and an example.
const FORMS: &[(&str, &str, &str)] = &[
    ("CountryCode", "NO", "NO"),
    ("CurrencyCode", "EUR", "EUR"),
    ("Decimal", "0.00", "1000.00"),
    ("Duration", "P1Y", "P5Y"),
    ("ExtensionName", "org.example", "org.example"),
    ("Language", "en", "en"),
    ("PartialDate", "YYYY-MM-DD", "2022-09-01"),
    ("Pointer", "/name", "/name"),
    ("Url", "https://", "https://example.org/"),
    ("Version", "1.0", "1.0"),
];

/// Examples of objects that are incomplete or out of range with their required members alone.
const EXAMPLES: &[(&str, &str)] = &[
    ("Cooperation", r#"{"id": "...", "parties": [{"organization": "..."}, {"network": "..."}]}"#),
    ("Funding", r#"{"id": "...", "funder": {"organization": "..."}, "recipient": {"organization": "..."}}"#),
    ("Point", r#"{"latitude": "59.91", "longitude": "10.75"}"#),
];

/// One way to begin a value.
pub(super) struct Snippet {
    pub label: String,
    pub description: String,
    pub body: Value,
}

impl Snippet {
    /// As `defaultSnippets` has it.
    pub(super) fn keyword(&self) -> Value {
        self.inserting(self.body.clone())
    }

    /// The same in a list.
    pub(super) fn in_list(&self) -> Value {
        self.inserting(Value::Array(vec![self.body.clone()]))
    }

    fn inserting(&self, body: Value) -> Value {
        let (label, description) = (self.label.clone().into(), self.description.clone().into());
        keywords(vec![("label", label), ("description", description), ("body", body)]).into()
    }
}

/// The snippets of a shape: one for each branch of a choice, else one. Strings and numbers have none.
pub(super) fn of(shape: &Shape) -> Vec<Snippet> {
    let one = |label: String, docs: &str| {
        vec![Snippet { label, description: first_sentence(docs), body: Stops::default().value(shape) }]
    };
    match shape {
        Shape::Choice(choice) => choice
            .branches
            .iter()
            .map(|branch| {
                let held = Stops::default().value(&branch.shape);
                Snippet {
                    label: branch.tag.replace('_', " "),
                    description: first_sentence(branch.docs),
                    body: keywords(vec![(branch.tag, held)]).into(),
                }
            })
            .collect(),
        Shape::Object(object) => one(of_type(object.name).to_lowercase(), object.docs),
        Shape::Map(map) if !matches!(map.value, Shape::Any) => one(map.title.to_owned(), map.docs),
        _ => Vec::new(),
    }
}

/// A short example of a shape as JSON, with an ellipsis for what only the writer knows. It goes no deeper than the
/// shapes do.
pub(super) fn example(shape: &Shape) -> String {
    match shape {
        Shape::String(string) => {
            let form = FORMS.iter().find(|(name, _, _)| *name == string.name);
            let code = string.codes.first().map(|code| code.code);
            Value::from(form.map_or(code.unwrap_or("..."), |(_, _, example)| example)).to_string()
        }
        Shape::Integer { .. } => "3".to_owned(),
        Shape::Boolean => "true".to_owned(),
        Shape::List(item) => format!("[{}]", example(item)),
        Shape::Map(map) => format!("{{{}: {}}}", example(&Shape::String(map.key)), example(&map.value)),
        Shape::Object(object) => {
            if let Some((_, example)) = EXAMPLES.iter().find(|(name, _)| *name == object.name) {
                return (*example).to_owned();
            }
            let shown = if object.members.iter().any(|member| member.required) { &[] } else { usual(object) };
            let members =
                object.members.iter().filter(|member| member.required || shown.contains(&member.name));
            let members: Vec<String> =
                members.map(|member| format!("\"{}\": {}", member.name, example(&member.shape))).collect();
            format!("{{{}}}", members.join(", "))
        }
        Shape::Choice(choice) => {
            let branch = choice.branches.first();
            branch
                .map(|branch| format!("{{\"{}\": {}}}", branch.tag, example(&branch.shape)))
                .unwrap_or_default()
        }
        Shape::Any => "{}".to_owned(),
    }
}

fn usual(object: &ObjectShape) -> &'static [&'static str] {
    USUAL.iter().find(|(name, _)| *name == object.name).map_or(&[], |(_, members)| members)
}

/// The places to type at, which are numbered from 1.
#[derive(Default)]
struct Stops {
    last: usize,
}

impl Stops {
    fn next(&mut self, default: &str) -> String {
        self.last = self.last.saturating_add(1);
        match default {
            "" => format!("${}", self.last),
            _ => format!("${{{}:{default}}}", self.last),
        }
    }

    fn one_of<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> String {
        self.last = self.last.saturating_add(1);
        format!("${{{}|{}|}}", self.last, words.collect::<Vec<_>>().join(","))
    }

    /// It goes no deeper than the shapes do.
    fn value(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::String(string) => self.string(string).into(),
            // What begins with a circumflex is inserted without quotation marks.
            Shape::Integer { .. } => format!("^{}", self.next("1")).into(),
            Shape::Boolean => format!("^{}", self.one_of(["true", "false"].into_iter())).into(),
            Shape::List(item) => Value::Array(vec![self.value(item)]),
            Shape::Map(map) => {
                let name = self.string(map.key);
                keywords(vec![(&name, self.value(&map.value))]).into()
            }
            Shape::Object(object) => {
                let usual = usual(object);
                let mut members = Keywords::new();
                for member in object.members {
                    if member.required || usual.contains(&member.name) {
                        set(&mut members, member.name, self.value(&member.shape));
                    }
                }
                members.into()
            }
            Shape::Choice(choice) => {
                let tag = self.one_of(choice.branches.iter().map(|branch| branch.tag));
                let held = choice.branches.first().map(|branch| self.value(&branch.shape));
                keywords(vec![(&tag, held.into())]).into()
            }
            Shape::Any => Keywords::new().into(),
        }
    }

    fn string(&mut self, string: &StringShape) -> String {
        match FORMS.iter().find(|(name, _, _)| *name == string.name) {
            Some((_, shown, _)) => self.next(shown),
            None if string.codes.is_empty() => self.next(""),
            None => self.one_of(string.codes.iter().map(|code| code.code)),
        }
    }
}
