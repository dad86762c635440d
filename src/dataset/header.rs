use crate::values::{Extensions, Label, Language, PartialDate, Text, Version};
use cooperation_derive::Object;

/// What a dataset says of itself: all of it but the records.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Header {
    /// The version of the format: 1.0.
    pub version: Version,
    /// Where the JSON Schema is, so that an editor finds it: a web address, or a path from this file.
    #[member(name = "$schema")]
    pub schema: Option<Label>,
    /// What the dataset is called.
    pub title: Option<Text>,
    /// What is in it.
    pub description: Option<Text>,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// The licence under which it may be used: an SPDX expression such as CC-BY-4.0, or a web address.
    pub license: Option<Label>,
    /// The language that its editors write in.
    pub language: Option<Language>,
    /// When it was first published.
    pub issued: Option<PartialDate>,
    /// When it was last changed.
    pub modified: Option<PartialDate>,
    /// Data of one's own beside what the format defines.
    pub extensions: Extensions,
}

impl Default for Header {
    fn default() -> Self {
        Self::new(Version::CURRENT)
    }
}
