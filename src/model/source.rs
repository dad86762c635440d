use super::{Classification, Evidence, Identifier, Party};
use crate::values::{Digest, Extensions, Id, Language, Link, List, PartialDate, Text, Url};
use cooperation_derive::Record;

/// A source that records rest on: a web page, a document, a register.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "source", label = title)]
#[non_exhaustive]
pub struct Source {
    /// The id of the record, unique among the records of its kind.
    pub id: SourceId,
    /// What it is called.
    pub title: Text,
    /// Where it stands on the web.
    pub url: Option<Url>,
    /// Who published it.
    pub publisher: Option<Party>,
    /// The languages in which it is written.
    pub languages: List<Language>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read. A day after today is found where a check is told what day is today.
    pub retrieved: Option<PartialDate>,
    /// The checksum of the text that was quoted from.
    pub digest: Option<Digest>,
    /// What it is, in sentences.
    pub description: Option<Text>,
    /// Links that belong to it.
    pub links: List<Link>,
    /// Its identifiers in schemes that others keep, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords of shared lists that apply to it.
    pub classifications: List<Classification>,
    /// The passages of sources that it rests on.
    pub evidence: List<Evidence>,
    /// Data of one's own beside what the format defines.
    pub extensions: Extensions,
}

/// The id of one source.
pub type SourceId = Id<Source>;
