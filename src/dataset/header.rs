use crate::values::{Extensions, Label, Language, PartialDate, Text, Version};
use cooperation_derive::Object;

/// Metadata of a dataset, such as its title and publisher.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Header {
    /// Version of the format, such as 1.0.
    pub version: Version,
    /// Web address or relative path of the JSON Schema, which editors use to explain and check the file.
    #[member(name = "$schema")]
    pub schema: Option<Label>,
    /// Title of the dataset, such as "Projects of the alliance".
    pub title: Option<Text>,
    /// Description of the dataset: what it contains, and how it was compiled.
    pub description: Option<Text>,
    /// Person or body that publishes the dataset.
    pub publisher: Option<Text>,
    /// Licence of the dataset: an SPDX expression such as CC-BY-4.0, or a web address.
    pub license: Option<Label>,
    /// Language in which the dataset is edited, such as en or nb.
    pub language: Option<Language>,
    /// Date on which the dataset was first published.
    pub issued: Option<PartialDate>,
    /// Date on which the dataset was last changed.
    pub modified: Option<PartialDate>,
    /// Custom data, keyed by a reverse domain name.
    pub extensions: Extensions,
}

impl Default for Header {
    fn default() -> Self {
        Self::new(Version::CURRENT)
    }
}
