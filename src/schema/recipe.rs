//! What the flavours have in common and where they differ, as data.

use super::codes::CodeLists;

/// How a flavour is made.
#[expect(clippy::struct_excessive_bools, reason = "each is an answer to a question of its own, in a table")]
pub(super) struct Recipe {
    /// The name of the flavour.
    pub name: &'static str,
    /// The folder below that of the canonical schemas, with a slash at its end; empty for those.
    pub folder: &'static str,
    /// Whether it is JSON Schema 2020-12, and not draft-07.
    pub is_2020_12: bool,
    /// How code lists are written.
    pub codes: CodeLists,
    /// Whether each member has its string itself in place of a reference.
    pub inlines_strings: bool,
    /// Whether the names of maps have their rule itself in place of a reference.
    pub inlines_names: bool,
    /// Whether members have titles.
    pub titles_members: bool,
    /// Whether a standard `format` takes the place of `pattern`.
    pub prefers_formats: bool,
    /// Whether the sentence of a member stands alone where editors look first.
    pub describes_first: bool,
    /// Whether a choice is one object with at most one member.
    pub merges_choices: bool,
    /// Whether it is for forms: branches titled for a menu, and no list with an item that nobody has filled in.
    pub is_for_forms: bool,
    /// Whether it has the keywords that language servers understand.
    pub speaks_to_editors: bool,
}

/// What is exact and for validators.
pub(super) const EXACT: Recipe = Recipe {
    name: "2020-12",
    folder: "",
    is_2020_12: true,
    codes: CodeLists::Described,
    inlines_strings: false,
    inlines_names: false,
    titles_members: false,
    prefers_formats: false,
    describes_first: true,
    merges_choices: false,
    is_for_forms: false,
    speaks_to_editors: false,
};

pub(super) const DRAFT_07: Recipe =
    Recipe { name: "draft-07", folder: "draft-07/", is_2020_12: false, ..EXACT };

pub(super) const EDITOR: Recipe = Recipe {
    name: "editor",
    folder: "editor/",
    codes: CodeLists::Documented,
    inlines_strings: true,
    inlines_names: true,
    titles_members: true,
    merges_choices: true,
    speaks_to_editors: true,
    ..DRAFT_07
};

pub(super) const FORMS: Recipe = Recipe {
    name: "forms",
    folder: "forms/",
    codes: CodeLists::Suggested,
    inlines_strings: true,
    inlines_names: true,
    titles_members: true,
    describes_first: false,
    is_for_forms: true,
    ..DRAFT_07
};

pub(super) const CODEGEN: Recipe = Recipe {
    name: "codegen",
    folder: "codegen/",
    codes: CodeLists::Plain,
    inlines_names: true,
    prefers_formats: true,
    describes_first: false,
    ..DRAFT_07
};

pub(super) const CODEGEN_FLAT: Recipe =
    Recipe { name: "codegen-flat", folder: "codegen-flat/", merges_choices: true, ..CODEGEN };

/// For the components of an `OpenAPI` document, which is no flavour of its own.
pub(super) const OPENAPI: Recipe = Recipe { name: "openapi", folder: "", is_2020_12: true, ..CODEGEN };
