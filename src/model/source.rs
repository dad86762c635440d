use super::Party;
use crate::values::{Digest, Language, List, PartialDate, Text, Url};

record! {
    /// A source that records rest on: a web page, a document, a register.
    pub struct Source "source" SourceId called title {
        required {
            /// What it is called.
            title: Text,
        }
        optional {
            /// Where it stands on the web.
            url: Option<Url>,
            /// Who published it.
            publisher: Option<Party>,
            /// The languages in which it is written.
            languages: List<Language>,
            /// When it was published.
            published: Option<PartialDate>,
            /// When it was read. A day after today is found where a check is told what day is today.
            retrieved: Option<PartialDate>,
            /// The checksum of the text that was quoted from.
            digest: Option<Digest>,
        }
    }
}
