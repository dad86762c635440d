use super::{LinkRel, Text, Url};
use cooperation_derive::Object;

/// A link that a source gives, or announces without giving it: then it has no address.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct Link {
    /// The address. Absent where the source announces a link but gives none.
    pub url: Option<Url>,
    /// What the link is called.
    pub title: Option<Text>,
    /// What stands behind the link, such as homepage or map.
    pub rel: Option<LinkRel>,
    /// What the source says of the page behind the link.
    pub description: Option<Text>,
}
