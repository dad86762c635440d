use super::label::longer_than;
use crate::reflect::Problem;
use cooperation_derive::StringValue;
use smol_str::SmolStr;

/// An absolute web or mail address, kept exactly as it is written.
///
/// It starts with `http://`, `https://` or `mailto:` in lower case and has no spaces, control characters or any of
/// `"` `<` `>` `\`; a port is a number, and a percent sign begins an escape such as `%20`; at most 2,000 characters.
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
    pattern = "^(https?://(([^\\x00-\\x20\\x7f\"<>\\\\/?#%]|%[0-9A-Fa-f]{2})*@)?(([^\\x00-\\x20\\x7f\"<>\\\\/?#%@:\\[\\]]|%[0-9A-Fa-f]{2})+|\\[([0-9A-Fa-f:.]+)\\])(:[0-9]*)?([/?#]([^\\x00-\\x20\\x7f\"<>\\\\%]|%[0-9A-Fa-f]{2})*)?|mailto:([^\\x00-\\x20\\x7f\"<>\\\\@.%]|%[0-9A-Fa-f]{2})+(\\.([^\\x00-\\x20\\x7f\"<>\\\\@.%]|%[0-9A-Fa-f]{2})+)*@([^\\x00-\\x20\\x7f\"<>\\\\@%]|%[0-9A-Fa-f]{2})+)$",
    length = 8..=2000,
    examples("http://www.interregeurope.eu/atmforsmes/", "mailto:post@example.org"),
    suggest = suggest,
    sure,
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
            if text.split_whitespace().skip(1).any(is_address) {
                return Err("it is several addresses: each belongs in a link of its own".into());
            }
            return Err("it has a space, a control character or one of \" < > \\".into());
        }
        if longer_than(text, 2000) {
            return Err("it has more than 2,000 characters".into());
        }
        if !has_whole_escapes(text) {
            return Err("a % is not followed by two hexadecimal digits".into());
        }
        match (web_part(text), text.strip_prefix("mailto:")) {
            (Some(rest), _) => check_authority(rest.split(['/', '?', '#']).next().unwrap_or_default())?,
            (None, Some(mail)) => check_mail(mail)?,
            (None, None) => return Err("expected http://, https:// or mailto: at the start".into()),
        }
        Ok(Self { text: SmolStr::new(text) })
    }
}

/// Whether every percent sign begins an escape.
fn has_whole_escapes(text: &str) -> bool {
    text.match_indices('%').all(|(at, _)| {
        let digits = text.as_bytes().get(at.saturating_add(1)..at.saturating_add(3));
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}

/// Checks the host and the port of a web address.
fn check_authority(authority: &str) -> Result<(), Problem> {
    let host = authority.rsplit('@').next().unwrap_or_default();
    let port = if let Some(inside) = host.strip_prefix('[') {
        let Some((address, port)) = inside.split_once(']') else {
            return Err("the ] after an IPv6 address is missing".into());
        };
        let fits = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
        if address.is_empty() || !address.bytes().all(fits) {
            return Err("what is between [ and ] is not an IPv6 address".into());
        }
        match port.strip_prefix(':') {
            None if !port.is_empty() => return Err("only a port can follow an IPv6 address".into()),
            port => port.unwrap_or_default(),
        }
    } else {
        let (host, port) = host.split_once(':').unwrap_or((host, ""));
        if host.is_empty() {
            return Err("the host is missing".into());
        }
        if host.contains(['[', ']']) {
            return Err("a host has no square brackets".into());
        }
        port
    };
    if port.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(())
    } else {
        Err("the port is not a number".into())
    }
}

/// Checks a mail address.
fn check_mail(mail: &str) -> Result<(), Problem> {
    let Some((user, host)) = mail.split_once('@') else {
        return Err("a mail address has an @".into());
    };
    if host.contains('@') {
        return Err("a mail address has one @ only".into());
    }
    if user.split('.').any(str::is_empty) {
        return Err(
            "the part before the @ is empty, begins or ends with a dot, or has two dots in a row".into()
        );
    }
    if host.is_empty() { Err("the host is missing".into()) } else { Ok(()) }
}

/// The address with the spaces of its path escaped and its scheme in lower case; an address without a scheme with one.
/// Nothing for several addresses in one text.
fn suggest(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = match text.split_once(':') {
        Some((scheme, rest)) if scheme.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            (format!("{}:", scheme.to_ascii_lowercase()), rest)
        }
        _ if text.contains('@') && !text.contains('/') => ("mailto:".to_owned(), text),
        _ if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) => {
            ("https://".to_owned(), text)
        }
        _ => return None,
    };
    if rest.split_whitespace().skip(1).any(is_address) {
        return None;
    }
    let slashes = rest.len().saturating_sub(rest.trim_start_matches('/').len());
    let path =
        rest.get(slashes..)?.find(['/', '?', '#']).map_or(rest.len(), |path| path.saturating_add(slashes));
    let (host, path) = rest.split_at_checked(path)?;
    (!host.contains(char::is_whitespace)).then(|| format!("{scheme}{host}{}", path.replace(' ', "%20")))
}

/// Whether a word is an address, with a scheme or without.
fn is_address(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.starts_with("www.") || word.contains("://") || word.contains('@')
}

/// What follows the scheme of a web address.
fn web_part(text: &str) -> Option<&str> {
    text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"))
}
