use super::{Classification, Evidence, Identifier, Party};
use crate::values::{Digest, Extensions, Id, Language, Link, List, PartialDate, Text, Url};
use cooperation_derive::Record;

/// A source that records are based on: a web page, a document or a register.
///
/// The evidence of a record quotes the source or names a location in it.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "source", label = title)]
#[non_exhaustive]
pub struct Source {
    /// Identifier of the record, unique among the records of its kind.
    pub id: SourceId,
    /// Title of the source, in each language in which it has one.
    pub title: Text,
    /// Web address of the source.
    pub url: Option<Url>,
    /// Organization, network or group that published the source.
    pub publisher: Option<Party>,
    /// Languages that the source is written in, as BCP 47 tags.
    pub languages: List<Language>,
    /// Date on which the source was published.
    pub published: Option<PartialDate>,
    /// Date on which the source was read.
    pub retrieved: Option<PartialDate>,
    /// Checksum of the text that was quoted, such as a SHA-256 digest.
    pub digest: Option<Digest>,
    /// Description of the record, in full sentences.
    pub description: Option<Text>,
    /// Web and mail addresses of the record, such as its website.
    pub links: List<Link>,
    /// Identifiers of the record in registers and other schemes, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords from shared lists, or from lists of the publisher.
    pub classifications: List<Classification>,
    /// Date on which the publisher last changed the record.
    pub modified: Option<PartialDate>,
    /// Passages of sources that support the record.
    pub evidence: List<Evidence>,
    /// Custom data, keyed by a reverse domain name.
    pub extensions: Extensions,
}

/// The id of a record of kind source.
pub type SourceId = Id<Source>;
