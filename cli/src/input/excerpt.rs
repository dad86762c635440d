//! A piece of a line, small enough to show, with the place under it.

#![expect(clippy::arithmetic_side_effects, reason = "an excerpt is shorter than a line of a page")]

use crate::visible::is_hidden;
use std::fmt;
use unicode_width::UnicodeWidthChar;

/// How many characters are shown before a place, and from it on.
const BEFORE: usize = 36;
const AFTER: usize = 56;

/// A piece of a line around a place.
#[derive(Clone)]
pub(crate) struct Excerpt {
    line: u64,
    text: String,
    /// Number of columns before the location, and its width.
    before: usize,
    marked: usize,
}

impl Excerpt {
    /// Cuts the piece out of a text, around a byte of it. Only the piece is looked at, however long the line.
    pub(crate) fn cut(text: &str, offset: usize, line: u64) -> Option<Self> {
        let (before, from) = text.split_at_checked(offset)?;
        let mut piece = String::new();
        let first = before.char_indices().rev().take(BEFORE).take_while(|(_, letter)| *letter != '\n').last();
        let head = before.get(first.map_or(before.len(), |(index, _)| index)..)?;
        if before.strip_suffix(head).is_some_and(|cut| !cut.is_empty() && !cut.ends_with('\n')) {
            piece.push('…');
        }
        let mut width = usize::from(!piece.is_empty());
        width += show(head, &mut piece);
        let line_end = |letter: char| letter == '\n' || letter == '\r';
        let cut = from.char_indices().take(AFTER).find(|(_, letter)| line_end(*letter));
        let end = cut.or_else(|| from.char_indices().nth(AFTER)).map_or(from.len(), |(index, _)| index);
        let tail = from.get(..end)?;
        let (value, rest) = tail.split_at_checked(length_of_value(tail))?;
        let marked = show(value, &mut piece);
        show(rest, &mut piece);
        if cut.is_none() && end < from.len() {
            piece.push('…');
        }
        Some(Self { line, text: piece, before: width, marked: marked.max(1) })
    }
}

/// How many bytes the value takes that starts here, as far as it is shown.
fn length_of_value(text: &str) -> usize {
    let mut letters = text.char_indices();
    match letters.next() {
        Some((_, '"')) => {
            let mut escaped = false;
            let end = letters.find(|(_, letter)| {
                let closes = *letter == '"' && !escaped;
                escaped = *letter == '\\' && !escaped;
                closes
            });
            end.map_or(text.len(), |(index, _)| index + 1)
        }
        Some((_, letter)) if letter.is_ascii_alphanumeric() || letter == '-' => {
            let goes_on =
                |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '+' | '_');
            text.find(|letter| !goes_on(letter)).unwrap_or(text.len())
        }
        Some((_, letter)) => letter.len_utf8(),
        None => 0,
    }
}

/// Adds a text with all characters visible, and returns its width in columns.
fn show(text: &str, out: &mut String) -> usize {
    let mut columns = 0;
    for letter in text.chars() {
        match letter {
            '\t' => {
                out.push('→');
                columns += 1;
            }
            _ if is_hidden(letter) => {
                let name = format!("<{:x}>", u32::from(letter));
                columns += name.len();
                out.push_str(&name);
            }
            _ => {
                out.push(letter);
                columns += letter.width().unwrap_or(0);
            }
        }
    }
    columns
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let Self { text, before, marked, .. } = self;
        writeln!(f, " {number} | {text}")?;
        writeln!(f, " {:1$} | {2:3$}{4}", "", number.len(), "", before, "^".repeat(*marked))
    }
}
