use crate::json::Edit;
use crate::reflect::excerpt;
use std::ops::Range;

/// Advice on a fault: a sentence, and the edit that it describes where the advice is certain.
pub(crate) struct Help {
    pub text: String,
    pub edit: Option<Edit>,
}

impl Help {
    /// Advice that nobody but the author of the text can follow.
    pub(super) fn advice(text: impl Into<String>) -> Self {
        Self { text: text.into(), edit: None }
    }

    /// Advice that says what an edit does, with the text that it writes.
    pub(super) fn certain(edit: Edit, sentence: impl FnOnce(&str) -> String) -> Self {
        Self { text: sentence(edit.replacement()), edit: Some(edit) }
    }

    /// Advice to write a string in place of some bytes.
    pub(super) fn write_string(range: Range<usize>, text: &str) -> Self {
        Self { text: format!("write {}", excerpt(text)), edit: Some(Edit::of_string(range, text)) }
    }

    /// Advice to write a word or a number in place of some bytes.
    pub(super) fn write(range: Range<usize>, json: &str) -> Self {
        Self::certain(Edit::of_bytes(range, json), |json| format!("write {json}"))
    }

    /// Advice to remove some bytes, which are called this.
    pub(super) fn remove(range: Range<usize>, what: &str) -> Self {
        Self::certain(Edit::of_bytes(range, ""), |_| format!("remove {what}"))
    }

    /// The same advice with an edit, or without one.
    pub(super) fn with_edit(self, edit: Option<Edit>) -> Self {
        Self { edit, ..self }
    }
}
