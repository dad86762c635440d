use crate::json::string;
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{Observed, RecordAt};
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::rules::spacing::{may_have_gap, spaced};
use crate::rules::bytes::{any_byte, any_pair};
use crate::reflect::{Path, is_invisible};
use crate::values::{Leaf, Text, Url};
use cooperation_derive::Facts;

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
    EMPTY_OBJECT "object-without-members" Warning {
        what: "An object in a record has no members.",
        why: "It states nothing: most often a tool wrote the object and had no value for it.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "Group"}, "links": [{}]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}, "links": [{"title": {"en": "Strategy (link announced)"}}]}]"#,
    }
    STRAY_SPACES "stray-spaces" Info {
        what: "A name, a title, an acronym or an identifier has spaces at its start or end, or several in a row. Quotes are kept as in the source and not checked.",
        why: "Two names that look the same differ, so that neither people nor software find them.",
        origin: "360Giving: data quality",
        breaks: r#""groups": [{"id": "g", "name": {"en": "The  Group "}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "The Group"}}]"#,
    }
    BLANK_TEXT "blank-text" Warning {
        what: "A text consists of invisible characters only, such as no-break spaces.",
        why: "It states nothing. A missing member already means 'not stated'.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "\u00a0"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "All members."}}]"#,
    }
    DAMAGED_TEXT "damaged-text" Warning {
        what: "A text was damaged on its way: characters of another encoding (`SmÃ¥`), HTML (`&amp;`, `<b>`), an error value of a spreadsheet (`#NAME?`), or a number or date that a spreadsheet made of a code (`1.23E+05`, `01.feb`).",
        why: "A conversion failed, and the original characters may be lost.",
        origin: "360Giving: data quality",
        breaks: r#""groups": [{"id": "g", "name": {"nb": "SmÃ¥bedrifter"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"nb": "Småbedrifter"}}]"#,
    }
    PLACEHOLDER "placeholder-text" Warning {
        what: "A text is a placeholder: TBD, n/a, a question mark, a dash, lorem ipsum, or a text of a template that begins with 'Replace me:'.",
        why: "It states nothing. A missing member already means 'not stated'.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "Group"}, "description": {"en": "TBD"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}}]"#,
    }
    IMPOSSIBLE_HOST "impossible-host" Warning {
        what: "The host of a web or mail address cannot exist: it has no dot, an empty part, a comma or a second scheme.",
        why: "The link leads nowhere.",
        origin: "RFC 1123, section 2.1",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}, "links": [{"url": "http://https://example.org/"}]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}, "links": [{"url": "https://example.org/"}]}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {}

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
            Leaf::Text(text) => check_wording(record, at, text, context.reporter),
            Leaf::Label(label) => check_label(record, at, label.as_str(), context.reporter),
            _ => {}
        }
        match value {
            // One look at all languages shows of most texts that there is nothing to find in them.
            Leaf::Text(text) if any_byte(text.bytes(), |byte| may_hide(byte) || byte == b'@') => {
                check_suspect(record, at, text, context.reporter);
            }
            Leaf::Label(label) => check_plain(record, at, label.as_str(), context.reporter),
            Leaf::Url(url) => check_url(record, at, url, context.reporter),
            _ => {}
        }
    }

    #[inline]
    fn empty(&mut self, record: RecordAt<'_>, at: &Path<'_>, context: &mut Context<'_, '_>) {
        context.reporter.found(&EMPTY_OBJECT, Some(record), at, &|| {
            Note::new("the object has no members").with_help("remove it, or add what is known").with_replacement("")
        });
    }

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        if let (Some(label), Some(description)) = (observed.record.label(), observed.record.description()) {
            check_description(observed.at, label, description, context.reporter);
        }
    }
}

fn check_description(at: RecordAt<'_>, label: &Text, description: &Text, reporter: &mut Reporter<'_>) {
    if description.iter().all(|(language, text)| label.get(language) == Some(text)) {
        reporter.found(&TITLE_EQUALS_DESCRIPTION, Some(at), &"/description", &|| {
            Note::new("the description repeats the name")
                .with_help("write a description, or remove the member")
        });
    }
}

/// Checks the words of a text in each language.
fn check_wording(record: Option<RecordAt<'_>>, at: &Path<'_>, text: &Text, reporter: &mut Reporter<'_>) {
    let is_name = matches!(at.name(), Some("name" | "title"));
    for (language, spoken) in text {
        let suspicion = suspicion(spoken, is_name);
        if let Some((rule, note)) = suspicion {
            reporter.found(rule, record, &at.member(language), &|| told(rule, note, spoken));
        }
    }
}

/// Checks the words of a short text of no language.
fn check_label(record: Option<RecordAt<'_>>, at: &Path<'_>, label: &str, reporter: &mut Reporter<'_>) {
    // A page number may be anything.
    let is_name = at.name() != Some("locator");
    if let Some((rule, note)) = suspicion(label, is_name).or_else(|| is_changed_code(label).then_some(CHANGED_CODE)) {
        reporter.found(rule, record, at, &|| told(rule, note, label));
    }
}

/// What is told of a text, with the edit that is certain.
fn told(rule: &RuleInfo, told: Told, text: &str) -> Note {
    let note = Note::new(told.fact).with_help(told.help);
    if rule.name == STRAY_SPACES.name { note.with_replacement(string(&spaced(text))) } else { note }
}

/// A rule that a text breaks, with the fact and the help.
type Suspicion = (&'static RuleInfo, Told);

/// What is wrong with a text, and how to fix it.
#[derive(Clone, Copy)]
struct Told {
    fact: &'static str,
    help: &'static str,
}

const fn suspect(rule: &'static RuleInfo, fact: &'static str, help: &'static str) -> Suspicion {
    (rule, Told { fact, help })
}

const CHANGED_CODE: Suspicion = suspect(
    &DAMAGED_TEXT,
    "a spreadsheet has made a number or a date of this code",
    "format the column as text in the spreadsheet, and enter the code again",
);

/// The first thing that is wrong with a text.
fn suspicion(text: &str, is_name: bool) -> Option<Suspicion> {
    let trimmed = text.trim();
    if trimmed.chars().all(|letter| letter.is_whitespace() || is_invisible(letter)) {
        return Some(suspect(&BLANK_TEXT, "the text has no visible character", "remove the text"));
    }
    if is_placeholder(trimmed) {
        return Some(suspect(
            &PLACEHOLDER,
            "the text is a placeholder",
            "write what is known, or remove the member",
        ));
    }
    // One look at all bytes shows of most texts that nothing of this can be in them: no U+FFFD, and no Â, Ã or â, which
    // the first bytes of misread characters become.
    let may_be_damaged = |one, next| {
        matches!(one, b'<' | b'&' | b'#') | matches!((one, next), (0xef, 0xbf) | (0xc3, 0x82 | 0x83 | 0xa2))
    };
    if any_pair(text.as_bytes(), may_be_damaged) {
        if is_misread(text) {
            return Some(suspect(
                &DAMAGED_TEXT,
                "the text was read in another encoding than it was written in",
                "convert the original again, as UTF-8",
            ));
        }
        if has_markup(text) {
            return Some(suspect(
                &DAMAGED_TEXT,
                "the text contains HTML",
                "write the characters themselves, without tags",
            ));
        }
        if ["#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "####"]
            .iter()
            .any(|ruin| trimmed.starts_with(ruin))
        {
            return Some(suspect(
                &DAMAGED_TEXT,
                "the text is an error value of a spreadsheet",
                "write the value that the cell was meant to have",
            ));
        }
    }
    let is_double = || {
        may_have_gap(text) && (text.contains("  ") || text.contains(" \u{a0}") || text.contains("\u{a0} "))
    };
    if is_name && (trimmed.len() < text.len() || is_double()) {
        return Some(suspect(
            &STRAY_SPACES,
            "the text has spaces at its start or end, or several in a row",
            "remove the needless spaces",
        ));
    }
    None
}

/// Whether a text says that something is to be written.
fn is_placeholder(text: &str) -> bool {
    const LONGEST: usize = 16;
    const WORDS: [&str; 13] = [
        "todo", "to do", "tbd", "tbc", "tba", "fixme", "xxx", "n/a", "#n/a", "null", "undefined", "-", "?",
    ];
    let begins = |start: &str| text.get(..start.len()).is_some_and(|word| word.eq_ignore_ascii_case(start));
    text.len() <= LONGEST && WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || begins("todo:")
        || begins("replace me:")
        || begins("lorem ipsum")
}

/// Whether UTF-8 was read as Latin-1 or Windows-1252, or characters were lost.
fn is_misread(text: &str) -> bool {
    // Windows-1252 has characters of its own for some of the second bytes of UTF-8.
    let follows = |letter: char| {
        matches!(letter, '\u{80}'..='\u{bf}' | '€' | '‚' | 'ƒ' | '„' | '…' | '†' | '‡' | 'ˆ' | '‰' | 'Š' | '‹' | 'Œ' | 'Ž'
            | '‘' | '’' | '“' | '”' | '•' | '–' | '—' | '˜' | '™' | 'š' | '›' | 'œ' | 'ž' | 'Ÿ')
    };
    let is_pair = |first: char, pair: fn(char) -> bool| {
        text.match_indices(first).any(|(at, found)| {
            let next = text.get(at.saturating_add(found.len())..).and_then(|rest| rest.chars().next());
            next.is_some_and(|next| follows(next) && pair(next))
        })
    };
    text.contains('\u{fffd}')
        || text.contains("â€")
        || is_pair('Ã', |next| !matches!(next, '’' | '”' | '“' | '‘' | '–' | '—' | '…' | '\u{a0}' | '»' | '«'))
        || is_pair('Â', |next| matches!(next, '\u{a0}' | '°' | '§' | '£' | '©' | '®'))
}

/// Whether a text has an entity or a tag of HTML in it.
fn has_markup(text: &str) -> bool {
    const TAGS: [&str; 18] = [
        "p", "br", "b", "i", "em", "strong", "a", "ul", "ol", "li", "div", "span", "u", "sup", "sub", "h1", "h2", "h3",
    ];
    const ENTITIES: [&str; 14] = [
        "amp", "lt", "gt", "quot", "apos", "nbsp", "ndash", "mdash", "rsquo", "lsquo", "rdquo", "ldquo", "hellip", "eacute",
    ];
    let rest = |at: usize| text.get(at.saturating_add(1)..).unwrap_or_default();
    let is_tag = |(at, _): (usize, &str)| {
        let inside = rest(at).trim_start_matches('/');
        let name = inside.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let after = inside.get(name.len()..).unwrap_or_default();
        TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag)) && after.starts_with(['>', '/', ' '])
            && after.split_once('>').is_some_and(|(attributes, _)| attributes.len() < 200 && !attributes.contains('<'))
    };
    let is_entity = |(at, _): (usize, &str)| {
        let Some(name) = rest(at).get(..10).or_else(|| Some(rest(at))).and_then(|rest| rest.split_once(';')) else {
            return false;
        };
        let digits = name.0.strip_prefix('#').map(|code| code.trim_start_matches(['x', 'X']));
        ENTITIES.contains(&name.0)
            || digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    text.match_indices('<').any(is_tag) || text.match_indices('&').any(is_entity)
}

/// Whether a spreadsheet made a number or a date of a code: `1.23E+05`, `01.feb`.
fn is_changed_code(text: &str) -> bool {
    const MONTHS: [&str; 18] = [
        "jan", "feb", "mar", "apr", "may", "mai", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec", "des",
        "dez", "maj",
    ];
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((digits, exponent)) = text.split_once("E+") {
        let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
        return whole.len() == 1 && is_number(whole) && is_number(decimals) && is_number(exponent);
    }
    text.split_once(['.', '-']).is_some_and(|(day, month)| {
        is_number(day) && day.len() <= 2 && MONTHS.iter().any(|known| month.eq_ignore_ascii_case(known))
    })
}

/// Why a host cannot exist.
fn impossible(url: &Url) -> Option<&'static str> {
    let authority = match url.host() {
        Some(host) => host,
        None => url.as_str().split_once('@')?.1.split('?').next()?,
    };
    if authority.starts_with('[') {
        return None;
    }
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    let host = host.strip_suffix('.').unwrap_or(host);
    if ["http", "https"].contains(&host) {
        return Some("a second scheme stands in place of the host");
    }
    if host.contains([',', ';', '(', ')', '\'', '!', '*', '=', '+', '|', '{', '}', '^', '`', '&', '$']) {
        return Some("the host contains a character that a host cannot have");
    }
    if !host.contains('.') {
        return Some("the host has no dot");
    }
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    (!host.split('.').all(is_part)).then_some("a part of the host is empty, or begins or ends with a hyphen")
}

fn check_suspect(record: Option<RecordAt<'_>>, at: &Path<'_>, text: &Text, reporter: &mut Reporter<'_>) {
    for (language, spoken) in text {
        let at = at.member(language);
        check_plain(record, &at, spoken, reporter);
        if has_mail(spoken) {
            reporter.found(&MAIL_IN_TEXT, record, &at, &|| {
                Note::new("the text contains an e-mail address")
                    .with_help("move the address to a link with mailto:, or remove it")
            });
        }
    }
}

fn check_plain(record: Option<RecordAt<'_>>, at: &Path<'_>, text: &str, reporter: &mut Reporter<'_>) {
    if let Some(character) = hidden(text) {
        reporter.found(&HIDDEN_CHARACTERS, record, at, &|| {
            Note::new(format!("the text contains the hidden character U+{:04X}", u32::from(character)))
                .with_help("remove the character")
        });
    }
}

fn check_url(record: Option<RecordAt<'_>>, at: &Path<'_>, url: &Url, reporter: &mut Reporter<'_>) {
    if url.has_credentials() {
        reporter.found(&CREDENTIALS_IN_ADDRESS, record, at, &|| {
            Note::new("the address contains a user name or a password").with_help("remove the part before the @")
        });
    }
    if let Some(fact) = impossible(url) {
        reporter.found(&IMPOSSIBLE_HOST, record, at, &|| {
            let note = Note::new(fact);
            let second = url.as_str().split_once("://").map(|(_, second)| second);
            match second.filter(|second| second.parse::<Url>().is_ok_and(|second| impossible(&second).is_none())) {
                Some(second) => note.with_help("remove the first scheme").with_replacement(string(second)),
                None => note.with_help("correct the address, or remove it"),
            }
        });
    }
    check_plain(record, at, url.as_str(), reporter);
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

/// Whether a text has a mail address in it: characters, `@`, and a name with a point.
fn has_mail(text: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '+' | '-');
    text.match_indices('@').any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let after = after.strip_prefix('@').unwrap_or_default();
        let host = after.split(|character| !is_part(character)).next().unwrap_or_default().trim_end_matches('.');
        // A price such as `5@10.50`, or a file of a picture such as `logo@2x.png`, is not an address.
        let is_top = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_alphabetic())
                && !["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf"].contains(&part)
        };
        before.ends_with(|character: char| character.is_ascii_alphanumeric())
            && host.rsplit_once('.').is_some_and(|(_, top)| is_top(top))
            && host.split('.').all(|part| !part.is_empty())
    })
}
