use super::{Language, LinkRel, List, MediaType, PartialDate, Text, Url};
use cooperation_derive::Object;

/// A web or mail address, or a link that a source announces without giving its address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Link {
    /// Address, with http, https or mailto. Absent where the source announces a link but gives no address.
    pub url: Option<Url>,
    /// Title of the page or document behind the link.
    pub title: Option<Text>,
    /// Type of the page or document, such as homepage, document or map.
    pub rel: Option<LinkRel>,
    /// Description of the page behind the link, as a source gives it.
    pub description: Option<Text>,
    /// Languages of the page or document, as BCP 47 tags.
    pub languages: List<Language>,
    /// Date on which the page or document was published.
    pub published: Option<PartialDate>,
    /// Media type of the document, such as application/pdf (IANA media types).
    pub media_type: Option<MediaType>,
}
