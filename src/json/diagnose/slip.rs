//! What people write in place of JSON, told by its first characters.

use super::help::Help;
use super::wording::truth;
use crate::json::{Edit, RawString, Scanner, Token};
use crate::reflect::{excerpt, is_invisible};
use std::ops::Range;

/// Something that is not JSON: what it is, how to write it, and where the text goes on.
pub(super) struct Slip<'a> {
    pub message: String,
    pub help: Option<Help>,
    /// The byte after it; `None` where nothing more can be said of the text.
    pub end: Option<usize>,
    /// What it was meant to be; `None` where it was nothing.
    pub token: Option<Token<'a>>,
    /// Whether nothing can be said of its value.
    pub is_broken: bool,
    /// Where a string starts that was cut in the wrong place, and of which nothing else is to be said.
    pub instead_of: Option<usize>,
}

/// Quotation marks that are not JSON, with their partners.
const QUOTES: [(char, &str); 10] = [
    ('\'', "'"),
    ('`', "`"),
    ('\u{201c}', "\u{201d}\u{201c}\""),
    ('\u{201d}', "\u{201d}\u{201c}\""),
    ('\u{201e}', "\u{201c}\u{201d}\""),
    ('\u{2018}', "\u{2019}\u{2018}"),
    ('\u{2019}', "\u{2019}\u{2018}"),
    ('\u{ab}', "\u{bb}"),
    ('\u{bb}', "\u{ab}\u{bb}"),
    ('\u{ff02}', "\u{ff02}"),
];

impl<'a> Slip<'a> {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: Some(Help::advice(help)),
            end: None,
            token: None,
            is_broken: false,
            instead_of: None,
        }
    }

    /// With other help.
    fn helped(self, help: Help) -> Self {
        Self { help: Some(help), ..self }
    }

    /// Something that is to be removed, and after which the text goes on.
    fn needless(message: &str, bytes: Range<usize>, what: &str) -> Self {
        let end = bytes.end;
        Self::new(message, "").helped(Help::remove(bytes, what)).passed(end)
    }

    /// Goes on after it, as if it were not there.
    fn passed(self, end: usize) -> Self {
        Self { end: Some(end), ..self }
    }

    /// Goes on after it with what was meant.
    fn meant(self, end: usize, token: Token<'a>) -> Self {
        Self { end: Some(end), token: Some(token), ..self }
    }

    /// What is not JSON at this byte of a text, after a token that ends at another byte. A string may have started before
    /// it.
    pub(super) fn of(text: &'a str, offset: usize, last_end: usize, last_string: Option<usize>) -> Self {
        let rest = text.get(offset..).unwrap_or_default();
        let before = text.get(..last_end).unwrap_or_default();
        let first = rest.chars().next().unwrap_or_default();
        let after = |bytes: usize| offset.saturating_add(bytes);
        if last_end == offset
            && before.ends_with('"')
            && first.is_alphanumeric()
            && let Some(start) = last_string
        {
            return Self::of_quotation_mark(text, offset, start);
        }
        if rest.starts_with("```") {
            return Self::new("this is a Markdown fence", "remove the lines that begin with ```");
        }
        if first == '#' && before.trim().is_empty() && !is_object_behind_comments(rest) {
            return Self::of_other_format(rest);
        }
        if rest.starts_with("//") || first == '#' {
            let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let slip = Self::needless("JSON has no comments", offset..after(line), "the comment");
            // Behind a colon it may be the value: a colour, or an address without a scheme.
            let is_unsure = before.trim_end().ends_with(':');
            return if is_unsure { slip.helped(Help::advice("remove the comment")) } else { slip };
        }
        if rest.starts_with("/*") {
            return match rest.find("*/") {
                Some(end) => {
                    let end = after(end.saturating_add(2));
                    Self::needless("JSON has no comments", offset..end, "the comment")
                }
                None => Self::new("JSON has no comments", "remove the comment"),
            };
        }
        if first == '<' {
            return Self::new("this is HTML or XML, not JSON", "save the data as JSON in place of the page");
        }
        if is_invisible(first) || first.is_whitespace() {
            let (code, end) = (u32::from(first), after(first.len_utf8()));
            let help =
                Help::certain(Edit::of_bytes(offset..end, " "), |_| "replace it with a space".to_owned());
            return Self::new(format!("this is the invisible character U+{code:04X}"), "")
                .helped(help)
                .passed(end);
        }
        if let Some((_, closing)) = QUOTES.iter().find(|(mark, _)| *mark == first) {
            return Self::of_other_quotes(rest, offset, closing);
        }
        match first {
            '=' => {
                let end = after(rest.chars().take_while(|letter| matches!(letter, '=' | '>')).count());
                let help = Help::certain(Edit::of_bytes(offset..end, ":"), |_| {
                    "put a colon between a name and its value".to_owned()
                });
                return Self::new("an equals sign is not JSON", "").helped(help).meant(end, Token::Colon);
            }
            ';' => {
                let help = Help::certain(Edit::of_bytes(offset..after(1), ","), |_| {
                    "put a comma between two members or items".to_owned()
                });
                let is_unsure = before.trim_end().ends_with([':', ',', '{', '[']);
                let help = if is_unsure { help.with_edit(None) } else { help };
                return Self::new("a semicolon is not JSON", "").helped(help).meant(after(1), Token::Comma);
            }
            '.' if rest.starts_with("..") => {
                return Self::new("the dots are not JSON", "replace the dots with the data, or remove them");
            }
            '…' => {
                return Self::new("the dots are not JSON", "replace the dots with the data, or remove them");
            }
            '(' => return Self::new("a parenthesis is not JSON", "write { for an object or [ for a list"),
            _ => {}
        }
        if before.trim().is_empty() {
            return Self::of_other_format(rest);
        }
        Self::of_bare_word(text, offset, before)
    }

    /// A text of another format.
    fn of_other_format(text: &str) -> Self {
        let line = text.lines().next().unwrap_or_default();
        if line.contains([',', ';', '\t']) && !line.contains(['{', '"']) {
            return Self::new(
                "this is a table, not JSON",
                "read the file as CSV, with one table for each kind of record",
            );
        }
        if line.trim_end().ends_with(':') || line.starts_with("---") {
            return Self::new(
                "this is YAML, not JSON",
                "save the data as JSON, with { before the first member",
            );
        }
        Self::new(
            "this is not JSON",
            "begin the file with {, and put names and texts in straight quotation marks",
        )
    }

    /// A letter directly after a string: a quotation mark is missing before it, or is part of a text.
    fn of_quotation_mark(text: &str, offset: usize, start: usize) -> Self {
        let inside = text.get(start.saturating_add(1)..offset.saturating_sub(1)).unwrap_or_default();
        let cut = inside.trim_end();
        let kept = cut.strip_suffix([',', ':']).filter(|_| cut.len() < inside.len() || cut.ends_with(','));
        let slip = match kept {
            Some(kept) => {
                let kept = excerpt(kept.trim_end());
                Self::new(format!("the quotation mark after {kept} is missing"), format!("write {kept}"))
            }
            None => Self::new(
                "a quotation mark ends the text here",
                "write a quotation mark inside a text as \\\"",
            ),
        };
        Self { instead_of: Some(start), ..slip }
    }

    /// A text in other quotation marks than JSON has.
    fn of_other_quotes(rest: &'a str, offset: usize, closing: &str) -> Self {
        let inside = rest.char_indices().nth(1).and_then(|(start, _)| Some((start, rest.get(start..)?)));
        let line = inside.map_or("", |(_, inside)| inside.split(['\n', '\r']).next().unwrap_or_default());
        // An apostrophe within a word closes nothing.
        let end = line.char_indices().find(|&(at, letter)| {
            let next = line.get(at.saturating_add(letter.len_utf8())..).unwrap_or_default().trim_start();
            closing.contains(letter) && (next.is_empty() || next.starts_with([',', ':', '}', ']']))
        });
        let message = "these quotation marks are not JSON";
        let (Some((start, _)), Some((end, letter))) = (inside, end) else {
            return Self::new(message, "put the text in straight double quotation marks");
        };
        let meant = line.get(..end).unwrap_or_default();
        let length = start.saturating_add(end).saturating_add(letter.len_utf8());
        let after = offset.saturating_add(length);
        let help = Help::write_string(offset..after, meant);
        // With more of these marks inside, the text may end at another one; a backslash may be an escape.
        let first = rest.chars().next().unwrap_or_default();
        let is_unsure = is_doubtful(meant, first, closing) || meant.contains('\\');
        let help = if is_unsure { help.with_edit(None) } else { help };
        Self::new(message, "").helped(help).meant(after, Token::String(RawString::plain(meant)))
    }

    /// A word without quotation marks, or digits that are not a number.
    fn of_bare_word(text: &'a str, offset: usize, before: &str) -> Self {
        let rest = text.get(offset..).unwrap_or_default();
        let end = rest.find([',', '}', ']', ':', '\n', '\r', '"', '{', '[']).unwrap_or(rest.len());
        let terminator = rest.get(end..).and_then(|rest| rest.chars().next());
        let word = rest.get(..end).unwrap_or_default().trim_end();
        let before = before.trim_end();
        let after = offset.saturating_add(word.len());
        let is_name = terminator == Some(':') && before.ends_with(['{', ',']);
        let is_value =
            before.ends_with([':', '[', ',']) && !matches!(terminator, Some(':' | '"' | '{' | '['));
        let literal = |slip: Self, token| if is_value { slip.meant(after, token) } else { slip };
        let string = Token::String(RawString::plain(word));
        if is_name {
            let help = Help::write_string(offset..after, word);
            let is_name =
                word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'));
            let help = if is_name { help } else { help.with_edit(None) };
            return Self::new("a member name has no quotation marks", "").helped(help).meant(after, string);
        }
        if let Some(meant) = truth(word).filter(|_| word.starts_with(|letter: char| letter.is_alphabetic())) {
            let token = if meant == "true" { Token::True } else { Token::False };
            let help = Help::write(offset..after, meant);
            let help = if is_value { help } else { help.with_edit(None) };
            return literal(Self::new(format!("{} is not JSON", excerpt(word)), "").helped(help), token);
        }
        let slip = if ["none", "null", "nil", "undefined", "nan", "infinity", "-infinity", "n/a", "na"]
            .iter()
            .any(|nothing| word.eq_ignore_ascii_case(nothing))
        {
            Self::new(
                format!("{} is not JSON", excerpt(word)),
                "remove the member: a missing member means 'not stated'",
            )
        } else if word
            .starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.'))
        {
            let run = number_run(text, offset);
            let slip =
                Self::new("these digits are no JSON number", "put a date or an amount in quotation marks");
            let end = offset.saturating_add(run.len().max(word.len()));
            let slip = if is_value { slip.meant(end, string) } else { slip };
            return Self { is_broken: true, ..slip };
        } else if word.starts_with(['€', '$', '£', '¥']) {
            Self::new(
                "an amount has no currency sign",
                "write the number in quotation marks, and the currency as a code such as \"EUR\"",
            )
        } else if word.is_empty() || !is_value {
            let first = rest.chars().next().unwrap_or_default();
            return Self::new(
                format!("{} starts no JSON value", excerpt(first.encode_utf8(&mut [0; 4]))),
                "put texts and names in straight double quotation marks",
            );
        } else {
            Self::new("a text has no quotation marks", format!("write {}", excerpt(word)))
        };
        Self { is_broken: true, ..literal(slip, string) }
    }
}

/// Whether an object follows lines that begin with `#`. If not, they are headings of a text.
fn is_object_behind_comments(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    lines.find(|line| !line.is_empty() && !line.starts_with('#')).is_some_and(|line| line.starts_with('{'))
}

/// Whether a text in other quotation marks has such marks inside, but for apostrophes within words.
fn is_doubtful(text: &str, opening: char, closing: &str) -> bool {
    text.char_indices().any(|(at, letter)| {
        let next = text.get(at.saturating_add(letter.len_utf8())..).and_then(|rest| rest.chars().next());
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let is_within = [before, next].iter().all(|letter| letter.is_some_and(char::is_alphanumeric));
        (letter == opening || closing.contains(letter) || letter == '"') && !is_within
    })
}

/// The digits from a byte on, with whatever separates them.
pub(super) fn number_run(text: &str, offset: usize) -> &str {
    const LONGEST: usize = 60;
    let rest = text.get(offset..).unwrap_or_default();
    let mut end = 0;
    let mut letters = rest.char_indices().take(LONGEST).peekable();
    while let Some((at, letter)) = letters.next() {
        let goes_on = letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let separates =
            matches!(letter, ',' | '.' | ' ' | '\'' | '\u{a0}' | '\u{202f}' | '\u{2019}') && goes_on;
        let is_first = at == 0 && matches!(letter, '-' | '+');
        if !letter.is_ascii_digit() && !separates && !is_first {
            break;
        }
        end = at.saturating_add(letter.len_utf8());
    }
    rest.get(..end).unwrap_or_default()
}

/// Which brackets of a text that ends too early are open: what to add at its end.
pub(super) fn unclosed(text: &str) -> Option<String> {
    let mut scanner = Scanner::new(text);
    let mut open: Vec<(usize, char)> = Vec::new();
    loop {
        scanner.skip_blanks();
        let offset = scanner.offset();
        match scanner.next() {
            Ok(Some(Token::ObjectStart)) => open.push((offset, '{')),
            Ok(Some(Token::ListStart)) => open.push((offset, '[')),
            Ok(Some(Token::ObjectEnd | Token::ListEnd)) => {
                open.pop();
            }
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(_) => return None,
        }
    }
    let (offset, bracket) = open.pop()?;
    let line = text.get(..offset)?.matches('\n').count().saturating_add(1);
    let closing = if bracket == '{' { '}' } else { ']' };
    Some(format!("close the {bracket} of line {line} with {closing}"))
}
