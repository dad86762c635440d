use super::{Language, LinkRel, List, MediaType, PartialDate, Text, Url};
use cooperation_derive::Object;

/// A web or mail address, or a link that a source announces without giving its address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Link {
    /// Address, with http, https or mailto. Absent where the source announces a link but gives no address.
    pub url: Option<Url>,
    /// Title of the link.
    pub title: Option<Text>,
    /// What the link leads to, such as homepage, document or map.
    pub rel: Option<LinkRel>,
    /// What a source says about the page behind the link.
    pub description: Option<Text>,
    /// Languages of the page or document, as BCP 47 tags.
    pub languages: List<Language>,
    /// Date on which the page or document was published.
    pub published: Option<PartialDate>,
    /// Media type of the document, such as application/pdf (IANA media types).
    pub media_type: Option<MediaType>,
}
