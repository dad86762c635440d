use super::label::longer_than;
use crate::reflect::Problem;
use cooperation_derive::StringValue;
use smol_str::SmolStr;

/// An absolute web or mail address, kept exactly as it is written.
///
/// It starts with `http://`, `https://` or `mailto:` in lower case and has no spaces, control characters or any of `"`
/// `<` `>` `\`; at most 2,000 characters.
///
/// # Examples
///
/// ```
/// use cooperation::Url;
///
/// let url = Url::new("http://www.interregeurope.eu/atmforsmes/")?;
/// assert_eq!(url.host(), Some("www.interregeurope.eu"));
/// assert!(Url::new("javascript:alert(1)").is_err());
/// assert!(Url::new("www.interregeurope.eu").is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "web address",
    hint = "Write a full address that starts with https://, http:// or mailto: and has no spaces.",
    pattern = "^(https?://[^\\x00-\\x20\\x7f\"<>\\\\/?#]+([/?#][^\\x00-\\x20\\x7f\"<>\\\\]*)?|mailto:[^\\x00-\\x20\\x7f\"<>\\\\@]+@[^\\x00-\\x20\\x7f\"<>\\\\@]+)$",
    length = 8..=2000,
    examples("http://www.interregeurope.eu/atmforsmes/", "mailto:post@example.org"),
    suggest = suggest,
    leaf = Url,
    kept,
    text,
)]
pub struct Url {
    text: SmolStr,
}

impl Url {
    /// Returns the text as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Url {
    /// Returns the host of a web address, with the port if there is one.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let authority = web_part(&self.text)?.split(['/', '?', '#']).next()?;
        authority.rsplit('@').next()
    }

    /// Returns whether a web address contains a user name or password.
    #[must_use]
    pub fn has_credentials(&self) -> bool {
        web_part(&self.text)
            .and_then(|rest| rest.split(['/', '?', '#']).next())
            .is_some_and(|part| part.contains('@'))
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let fits =
            |letter: char| !letter.is_ascii_control() && !matches!(letter, ' ' | '"' | '<' | '>' | '\\');
        if !text.chars().all(fits) {
            return Err("it has a space, a control character or one of \" < > \\".into());
        }
        if longer_than(text, 2000) {
            return Err("it has more than 2,000 characters".into());
        }
        let whole = match (web_part(text), text.strip_prefix("mailto:")) {
            (Some(rest), _) => !rest.is_empty() && !rest.starts_with(['/', '?', '#']),
            (None, Some(mail)) => mail
                .split_once('@')
                .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@')),
            (None, None) => return Err("expected http://, https:// or mailto: at the start".into()),
        };
        if whole { Ok(Self { text: SmolStr::new(text) }) } else { Err("the host is missing".into()) }
    }
}

/// The address with its spaces escaped and its scheme in lower case; a mail address with its scheme.
fn suggest(text: &str) -> Option<String> {
    let text = text.trim().replace(' ', "%20");
    match text.split_once(':') {
        Some((scheme, rest)) => Some(format!("{}:{rest}", scheme.to_ascii_lowercase())),
        None => (text.contains('@') && !text.contains('/')).then(|| format!("mailto:{text}")),
    }
}

/// What follows the scheme of a web address.
fn web_part(text: &str) -> Option<&str> {
    text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"))
}
