//! Text in pictures: how wide it is, where it breaks, and how it is written so that it stays text.

use std::fmt::Write as _;

/// How wide the characters from space to tilde are in `DejaVu` Sans, in thousandths of the font size. Verdana is as wide,
/// and what other readers have is narrower: nothing that fits by this table is cut.
const WIDTHS: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
    295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838,
    500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
    392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// How wide a character is, in thousandths of the font size; rather too wide than too narrow.
fn advance(letter: char) -> i32 {
    let place = u32::from(letter).wrapping_sub(0x20);
    let known = usize::try_from(place).ok().and_then(|place| WIDTHS.get(place));
    match (known, u32::from(letter)) {
        (Some(&width), _) => i32::from(width),
        (None, 0x300..=0x36f | 0x200b..=0x200d | 0xfe00..=0xfe0f) => 0,
        (None, 0xe6 | 0x153 | 0x2014 | 0x2026) => 1000,
        (None, 0xe0..=0xff) => 640,
        (None, 0xa0 | 0xb7 | 0x2018..=0x201a) => 320,
        (None, ..0x370) => 790,
        (None, ..0x1100) => 900,
        (None, 0x2000..=0x2bff) => 1000,
        (None, _) => 1400,
    }
}

/// How many pixels wide a text is in a size.
pub(super) fn width(text: &str, size: i32) -> i32 {
    text.chars().map(advance).sum::<i32>() * size / 1000 + 1
}

/// A text on one line: spaces for line breaks and tabs, and without the characters that no one sees, those that turn
/// the direction of writing among them.
pub(super) fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{61c}'
            | '\u{fffe}'
            | '\u{ffff}'
            | '\u{fff9}'..='\u{fffb}' => {}
            letter if letter.is_whitespace() || letter.is_control() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            letter => line.push(letter),
        }
    }
    line.trim().to_owned()
}

/// A text in lines no wider than `most` pixels, at most so many of them: between words where that goes, and with three
/// dots where something is left out.
pub(super) fn wrap(text: &str, size: i32, most: i32, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in clean(text).split(' ') {
        let together = if open.is_empty() { word.to_owned() } else { format!("{open} {word}") };
        if width(&together, size) <= most {
            open = together;
            continue;
        }
        if !open.is_empty() {
            wrapped.push(std::mem::take(&mut open));
        }
        for letter in word.chars() {
            if !open.is_empty() && advance(letter) > 0 && width(&format!("{open}{letter}"), size) > most {
                wrapped.push(std::mem::take(&mut open));
            }
            open.push(letter);
        }
        if wrapped.len() > lines {
            break;
        }
    }
    if !open.is_empty() {
        wrapped.push(open);
    }
    if wrapped.len() > lines {
        wrapped.truncate(lines);
        if let Some(last) = wrapped.pop() {
            wrapped.push(cut(&format!("{last}…"), size, most));
        }
    }
    wrapped
}

/// Short remarks, separated by ` · ` within a line; lines break between remarks if possible.
pub(super) fn remarks(text: &str, size: i32, most: i32, lines: usize) -> Vec<String> {
    let mut packed: Vec<String> = Vec::new();
    for part in clean(text).split(" · ") {
        let together = packed.last().map(|last| format!("{last} · {part}"));
        match (packed.last_mut(), together) {
            (Some(last), Some(together)) if width(&together, size) <= most => *last = together,
            _ => packed.extend(wrap(part, size, most, lines)),
        }
    }
    if packed.len() > lines { wrap(text, size, most, lines) } else { packed }
}

/// A text on one line no wider than `most` pixels, with three dots where something is left out.
pub(super) fn cut(text: &str, size: i32, most: i32) -> String {
    let mut line = clean(text);
    if width(&line, size) <= most {
        return line;
    }
    while !line.is_empty() && width(&format!("{line}…"), size) > most {
        line.pop();
    }
    format!("{}…", line.trim_end_matches([' ', '…']))
}

/// A text as XML has it, between tags or in an attribute.
pub(crate) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A text as it was before [`xml`].
pub(crate) fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// A text as Mermaid takes it anywhere: what is no letter, digit or space of ASCII by its number.
pub(super) fn mermaid(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() && letter != ' ' {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "#{};", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

/// A text as DOT takes it between quotes. Graphviz reads entities as HTML has them.
pub(super) fn dot(text: &str) -> String {
    clean(text).replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
