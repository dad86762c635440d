use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};
use std::fmt;
use std::str::FromStr;

/// A flavour of JSON Schema: which draft, and for whom.
///
/// It is also a schemars transform, so that a generator of your own can use it; [`settings`](Self::settings) has it
/// built in.
///
/// ```
/// use cooperation::schema::Draft;
///
/// #[derive(schemars::JsonSchema)]
/// struct Application {
///     project: cooperation::Project,
/// }
///
/// let schema = Draft::Draft07.generator().into_root_schema_for::<Application>();
/// assert!(schema.get("definitions").is_some());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Draft {
    /// JSON Schema 2020-12, the canonical one. Strings are checked by `pattern` alone, so that the verdict does not hang
    /// on whether a validator checks `format`.
    #[default]
    Draft2020_12,
    /// JSON Schema draft-07, which most editors read. It says the same.
    Draft07,
    /// Draft-07 for generators of code: `format` in place of `pattern` where there is a standard one, closed code
    /// lists as `enum`, open ones as strings. It accepts more than the reader.
    Codegen,
}

impl Draft {
    /// Every flavour.
    pub const ALL: &'static [Self] = &[Self::Draft2020_12, Self::Draft07, Self::Codegen];

    /// The name of the flavour: `2020-12`, `draft-07`, `codegen`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft2020_12 => "2020-12",
            Self::Draft07 => "draft-07",
            Self::Codegen => "codegen",
        }
    }

    /// The folder of the flavour below that of the canonical schemas, with a slash at its end; empty for those.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Draft2020_12 => "",
            Self::Draft07 => "draft-07/",
            Self::Codegen => "codegen/",
        }
    }

    /// Settings for a schemars generator that makes schemas of this flavour.
    #[must_use]
    pub fn settings(self) -> SchemaSettings {
        match self {
            Self::Draft2020_12 => SchemaSettings::draft2020_12(),
            Self::Draft07 | Self::Codegen => SchemaSettings::draft07(),
        }
        .with_transform(self)
    }

    /// A schemars generator that makes schemas of this flavour.
    #[must_use]
    pub fn generator(self) -> SchemaGenerator {
        self.settings().into_generator()
    }
}

impl Transform for Draft {
    fn transform(&mut self, schema: &mut Schema) {
        if *self == Self::Codegen {
            for_generators(schema);
        } else {
            if schema.get("pattern").is_some() {
                schema.remove("format");
            }
            show_the_member_first(schema);
        }
        transform_subschemas(self, schema);
    }
}

/// Has editors show what a member is for, and not what its type is.
///
/// The language service of VS Code puts what a `$ref` names over all that stands beside it, and shows the first description
/// that it comes by, innermost first. So the sentence of the member also stands alone at the head of an `allOf`, where it
/// refuses nothing. In draft-07, where nothing may stand beside a `$ref`, the `allOf` already holds the reference.
fn show_the_member_first(schema: &mut Schema) {
    let Some(description) = schema.get("description").cloned() else { return };
    let alone = json!({ "description": description });
    if schema.get("$ref").is_some() && schema.get("allOf").is_none() {
        schema.insert("allOf".to_owned(), json!([alone]));
    } else if let Some(Value::Array(all)) = schema.get_mut("allOf")
        && matches!(all.as_slice(), [only] if only.get("$ref").is_some())
    {
        all.insert(0, alone);
    }
}

/// Says a string in the words that generators of code know.
fn for_generators(schema: &mut Schema) {
    // A duration became a format after draft-07, and generators make spans of seconds of it, which no month is.
    if schema.get("format").is_some_and(|format| format == "duration") {
        schema.remove("format");
    }
    if schema.get("format").is_some() {
        schema.remove("pattern");
    }
    if schema.get("type").is_none_or(|kind| kind != "string") {
        return;
    }
    if let Some(words) = schema.get("oneOf").and_then(constants) {
        schema.remove("oneOf");
        schema.insert("enum".to_owned(), words);
    }
    let listed = schema.get("anyOf").and_then(|branches| branches.get(0)?.get("oneOf")).and_then(constants);
    if let Some(words) = listed {
        schema.remove("anyOf");
        schema.insert("examples".to_owned(), words);
    }
}

/// The constants of a list of branches that are all constants.
fn constants(branches: &Value) -> Option<Value> {
    branches
        .as_array()?
        .iter()
        .map(|branch| branch.get("const").cloned())
        .collect::<Option<Vec<_>>>()
        .map(Value::Array)
}

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A text that names no flavour of JSON Schema.
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected 2020-12, draft-07 or codegen")]
#[non_exhaustive]
pub struct UnknownDraft;

debug_as_display!(UnknownDraft);

impl FromStr for Draft {
    type Err = UnknownDraft;

    fn from_str(text: &str) -> Result<Self, UnknownDraft> {
        Self::ALL.iter().copied().find(|draft| draft.as_str() == text).ok_or(UnknownDraft)
    }
}
