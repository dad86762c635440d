use crate::interop::tree::Object;

/// What the records do not state of an element.
#[derive(Debug)]
pub(super) struct Rest {
    /// Elements and attributes without a member in the model.
    pub kept: Object,
    /// Elements and attributes that could not be read, by their path in the element.
    pub unread: Object,
}
