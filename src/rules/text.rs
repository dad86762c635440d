use super::ids::Place;
use super::{Note, Sink};
use crate::model::Record;
use crate::shape::{Path, is_invisible};
use crate::values::{Text, Url, primary};

family! { "text"
    HIDDEN_CHARACTERS "hidden-characters" Warning {
        what: "A text has control characters, or characters that turn the writing direction or show nothing.",
        why: "What people see is not what the data say: two names look alike and differ.",
        origin: "Unicode Technical Report 36",
        breaks: r#""groups": [{"id": "g", "name": {"en": "Gr\u202eoup"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}}]"#,
    }
    TITLE_EQUALS_DESCRIPTION "title-equals-description" Info {
        what: "The description of a record says the same as its name.",
        why: "It tells a reader nothing, and looks as if something had been told.",
        origin: "360Giving: data quality",
        breaks: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "Group"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "Whoever takes part."}}]"#,
    }
    CREDENTIALS_IN_ADDRESS "credentials-in-address" Warning {
        what: "A web address has a user name or a password in it.",
        why: "Whoever reads the data can use it, and the address may show another host than it leads to.",
        origin: "RFC 3986, section 7.5",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}, "links": [{"url": "https://me:secret@example.org/"}]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}, "links": [{"url": "https://example.org/"}]}]"#,
    }
}

type Own<'a> = (Place, &'a str);

pub(super) fn check(own: Own<'_>, at: &Path<'_>, text: &Text, sink: &mut Sink<'_>) {
    for (language, spoken) in text {
        super::codes::check_language(own, &at.member(language), primary(language), sink);
        if let Some(letter) = hidden(spoken) {
            sink.found(&HIDDEN_CHARACTERS, Some(own), at.member(language), || hides(letter));
        }
    }
}

pub(super) fn check_label(own: Own<'_>, at: &Path<'_>, label: &str, sink: &mut Sink<'_>) {
    if let Some(letter) = hidden(label) {
        sink.found(&HIDDEN_CHARACTERS, Some(own), at, || hides(letter));
    }
}

pub(super) fn check_url(own: Own<'_>, at: &Path<'_>, url: &Url, sink: &mut Sink<'_>) {
    if url.has_credentials() {
        let note =
            || Note::new("the address has a user name or password in it").help("take it out of the address");
        sink.found(&CREDENTIALS_IN_ADDRESS, Some(own), at, note);
    }
}

pub(super) fn check_record<T: Record>(record: &T, own: Own<'_>, at: &Path<'_>, sink: &mut Sink<'_>) {
    if let (Some(label), Some(description)) = (record.label(), record.description())
        && description.iter().all(|(language, text)| label.get(language) == Some(text))
    {
        let note = || {
            Note::new("the description says the same as the name")
                .help("say what it is, or leave the description out")
        };
        sink.found(&TITLE_EQUALS_DESCRIPTION, Some(own), at.member("description"), note);
    }
}

/// The first hidden character. Joiners are left alone: many scripts are written with them; so are line breaks and tabs.
fn hidden(text: &str) -> Option<char> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    text.chars().find(|&letter| {
        is_invisible(letter) && !matches!(letter, '\u{200c}' | '\u{200d}' | '\n' | '\r' | '\t')
    })
}

fn hides(letter: char) -> Note {
    Note::new(format!("the text has the hidden character U+{:04X}", u32::from(letter)))
        .help("take the character out")
}
