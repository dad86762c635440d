use super::{LinkRel, Text, Url};

object! {
    /// A link that a source gives, or announces without giving it: then it has no address.
    pub struct Link {
        required {}
        optional {
            /// The address. Absent where the source announces a link but gives none.
            url: Option<Url>,
            /// What the link is called.
            title: Option<Text>,
            /// What stands behind the link, such as homepage or map.
            rel: Option<LinkRel>,
            /// What the source says of the page behind the link.
            description: Option<Text>,
        }
    }
}
