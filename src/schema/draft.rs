use super::flavour::apply;
use super::recipe::{CODEGEN, CODEGEN_FLAT, DRAFT_07, EDITOR, EXACT, FORMS, Recipe};
use cooperation_derive::DebugAsDisplay;
use schemars::generate::SchemaSettings;
use schemars::transform::Transform;
use schemars::{Schema, SchemaGenerator};
use std::fmt;
use std::str::FromStr;

/// A flavour of JSON Schema: a draft and a purpose.
///
/// It implements the transforms of `schemars`, for your own generators; [`settings`](Self::settings) includes it.
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
    /// JSON Schema 2020-12, the canonical one. Strings are constrained by `pattern` only, so that results do not
    /// depend on whether a validator checks `format`.
    #[default]
    Draft2020_12,
    /// JSON Schema draft-07, for older validators and for catalogues of schemas. Accepts the same documents.
    Draft07,
    /// Draft-07 for editors (VS Code, Helix, Neovim, YAML): with error messages, snippets and descriptions of codes,
    /// in keywords that language servers understand. Accepts the same documents; other validators must ignore unknown
    /// keywords.
    Editor,
    /// Draft-07 for form generators: titles for fields, code lists as menus or suggestions, strings without
    /// references. Also accepts empty lists, which the library does not: remove them from the output of a form.
    Forms,
    /// Draft-07 for code generators: `format` in place of `pattern` for dates, links and similar strings, closed code
    /// lists as `enum`, open ones as strings. Accepts more than the library does.
    Codegen,
    /// Like [`Codegen`](Self::Codegen), but a choice of types is one object with optional fields. For generators that
    /// support only tagged unions, such as msgspec.
    CodegenFlat,
}

impl Draft {
    /// All flavours.
    pub const ALL: &'static [Self] =
        &[Self::Draft2020_12, Self::Draft07, Self::Editor, Self::Forms, Self::Codegen, Self::CodegenFlat];

    /// Returns the name of the flavour: `2020-12`, `draft-07`, `editor`, `forms`, `codegen`, `codegen-flat`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.recipe().name
    }

    /// Returns settings for a `schemars` generator that produces schemas of this flavour.
    #[must_use]
    pub fn settings(self) -> SchemaSettings {
        let settings =
            if self.recipe().is_2020_12 { SchemaSettings::draft2020_12() } else { SchemaSettings::draft07() };
        settings.with_transform(self)
    }

    /// Returns a `schemars` generator that produces schemas of this flavour.
    #[must_use]
    pub fn generator(self) -> SchemaGenerator {
        self.settings().into_generator()
    }
}

impl Draft {
    pub(super) const fn recipe(self) -> &'static Recipe {
        match self {
            Self::Draft2020_12 => &EXACT,
            Self::Draft07 => &DRAFT_07,
            Self::Editor => &EDITOR,
            Self::Forms => &FORMS,
            Self::Codegen => &CODEGEN,
            Self::CodegenFlat => &CODEGEN_FLAT,
        }
    }
}

impl Transform for Draft {
    fn transform(&mut self, schema: &mut Schema) {
        apply(self.recipe(), schema.ensure_object());
    }
}

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The error for a text that is not the name of a flavour.
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("expected 2020-12, draft-07, editor, forms, codegen or codegen-flat")]
#[non_exhaustive]
pub struct UnknownDraft;

impl FromStr for Draft {
    type Err = UnknownDraft;

    fn from_str(text: &str) -> Result<Self, UnknownDraft> {
        Self::ALL.iter().copied().find(|draft| draft.as_str() == text).ok_or(UnknownDraft)
    }
}
