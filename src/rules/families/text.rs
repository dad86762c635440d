use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{Observed, RecordAt};
use crate::rules::report::Note;
use crate::rules::sink::Sink;
use crate::reflect::{Path, is_invisible};
use crate::values::{Leaf, Text, Url};

family! { "text"
    HIDDEN_CHARACTERS "hidden-characters" Warning {
        what: "A text or an address contains control characters, invisible characters or characters that change the writing direction.",
        why: "What people see differs from the data: two names can look the same and be different.",
        origin: "Unicode Technical Report 36",
        breaks: r#""groups": [{"id": "g", "name": {"en": "Gr\u202eoup"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}}]"#,
    }
    TITLE_EQUALS_DESCRIPTION "title-equals-description" Info {
        what: "The description repeats the name.",
        why: "It adds nothing for the reader.",
        origin: "360Giving: data quality",
        breaks: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "Group"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "Whoever takes part."}}]"#,
    }
    MAIL_IN_TEXT "mail-address-in-text" Info {
        what: "A text contains an e-mail address.",
        why: "It may be the address of a person, which should not be published without need. Software looks for addresses in links.",
        origin: "360Giving: data quality; GDPR, article 5",
        breaks: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "Write to kari@example.org."}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}, "links": [{"url": "mailto:post@example.org"}]}]"#,
    }
    CREDENTIALS_IN_ADDRESS "credentials-in-address" Warning {
        what: "A web address contains a user name or a password.",
        why: "Anyone who reads the data can use the password, and the address can hide the host that it leads to.",
        origin: "RFC 3986, section 7.5",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}, "links": [{"url": "https://me:secret@example.org/"}]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}, "links": [{"url": "https://example.org/"}]}]"#,
    }
    EMPTY_OBJECT "empty-object" Warning {
        what: "An object in a record has no member.",
        why: "It states nothing: most often a tool wrote the object and had no value for it.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "Group"}, "links": [{}]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}, "links": [{"title": {"en": "Strategy (link announced)"}}]}]"#,
    }
}

facts! {}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    #[inline]
    fn value(
        &mut self,
        record: Option<RecordAt<'_>>,
        at: &Path<'_>,
        value: Leaf<'_>,
        context: &mut Context<'_, '_>,
    ) {
        match value {
            // One look at all languages shows of most texts that there is nothing to find in them.
            Leaf::Text(text) if any_byte(text.bytes(), |byte| may_hide(byte) || byte == b'@') => {
                check_suspect(record, at, text, context.sink);
            }
            Leaf::Label(label) => check_plain(record, at, label.as_str(), context.sink),
            Leaf::Url(url) => check_url(record, at, url, context.sink),
            _ => {}
        }
    }

    #[inline]
    fn empty(&mut self, record: RecordAt<'_>, at: &Path<'_>, context: &mut Context<'_, '_>) {
        context.sink.found(&EMPTY_OBJECT, Some(record), at, &|| {
            Note::new("the object has no member").help("remove it, or add what is known")
        });
    }

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        if let (Some(label), Some(description)) = (observed.record.label(), observed.record.description()) {
            check_description(observed.at, label, description, context.sink);
        }
    }
}

fn check_description(at: RecordAt<'_>, label: &Text, description: &Text, sink: &mut Sink<'_>) {
    if description.iter().all(|(language, text)| label.get(language) == Some(text)) {
        sink.found(&TITLE_EQUALS_DESCRIPTION, Some(at), &"/description", &|| {
            Note::new("the description repeats the name")
                .help("write a description, or remove the member")
        });
    }
}

fn check_suspect(record: Option<RecordAt<'_>>, at: &Path<'_>, text: &Text, sink: &mut Sink<'_>) {
    for (language, spoken) in text {
        let at = at.member(language);
        check_plain(record, &at, spoken, sink);
        if has_mail(spoken) {
            sink.found(&MAIL_IN_TEXT, record, &at, &|| {
                Note::new("the text contains an e-mail address")
                    .help("move the address to a link with mailto:, or remove it")
            });
        }
    }
}

fn check_plain(record: Option<RecordAt<'_>>, at: &Path<'_>, text: &str, sink: &mut Sink<'_>) {
    if let Some(character) = hidden(text) {
        sink.found(&HIDDEN_CHARACTERS, record, at, &|| {
            Note::new(format!("the text contains the hidden character U+{:04X}", u32::from(character)))
                .help("remove the character")
        });
    }
}

fn check_url(record: Option<RecordAt<'_>>, at: &Path<'_>, url: &Url, sink: &mut Sink<'_>) {
    if url.has_credentials() {
        sink.found(&CREDENTIALS_IN_ADDRESS, record, at, &|| {
            Note::new("the address contains a user name or a password").help("remove the part before the @")
        });
    }
    check_plain(record, at, url.as_str(), sink);
}

/// The first hidden character. Left alone are line breaks and tabs, and what scripts are honestly written with: joiners,
/// the marks that keep numbers in place among characters from right to left, and soft hyphens.
fn hidden(text: &str) -> Option<char> {
    const HONEST: [char; 8] = ['\n', '\r', '\t', '\u{ad}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}'];
    if !any_byte(text.as_bytes(), may_hide) {
        return None;
    }
    text.chars().find(|&character| is_invisible(character) && !HONEST.contains(&character))
}

/// Whether a byte can be of a hidden character: a control byte, or the first of a longer one.
const fn may_hide(byte: u8) -> bool {
    byte < b' ' || byte == 0x7f || matches!(byte, 0xc2 | 0xd8 | 0xe1..=0xe3 | 0xef..)
}

/// Whether some byte is of a kind. Whole chunks are looked at without a branch, so that long texts cost little.
fn any_byte(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.chunks(32).any(|chunk| chunk.iter().fold(false, |any, &byte| any | is(byte)))
}

/// Whether a text has a mail address in it: characters, `@`, and a name with a point.
fn has_mail(text: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '+' | '-');
    text.match_indices('@').any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let after = after.strip_prefix('@').unwrap_or_default();
        let host = after.split(|character| !is_part(character)).next().unwrap_or_default().trim_end_matches('.');
        before.ends_with(|character: char| character.is_ascii_alphanumeric())
            && host.split('.').count() > 1
            && host.split('.').all(|part| !part.is_empty())
    })
}
