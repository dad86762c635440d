//! The one way to a terminal or a log for texts of others: names of files, messages, values of a dataset. What would
//! steer a terminal, break a line or turn the direction of writing is escaped.

use std::path::Path;

/// Whether a character is not seen where it is shown, or changes how others are.
pub(crate) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text on one line, with every hidden character escaped.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_hidden(letter) { out.extend(letter.escape_default()) } else { out.push(letter) }
    }
    out
}

/// The name of a file, as it is shown.
pub(crate) fn name(path: impl AsRef<Path>) -> String {
    visible(&path.as_ref().to_string_lossy())
}

/// The reason of an error of input or output, as people say it.
pub(crate) fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "file not found".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        std::io::ErrorKind::IsADirectory => "this is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// Writes a text to standard error, with its line breaks.
pub(crate) fn tell(text: &str) {
    for line in text.trim_end().split('\n') {
        eprintln!("{}", visible(line.strip_suffix('\r').unwrap_or(line)));
    }
}

#[cfg(test)]
mod tests {
    use super::{name, visible};

    #[test]
    fn what_steers_a_terminal_or_turns_the_writing_is_escaped() {
        assert_eq!(visible("a\u{1b}[2J\u{202e}b\nc\u{7f}"), r"a\u{1b}[2J\u{202e}b\nc\u{7f}");
        assert_eq!(visible("Bærum, 東京, e\u{301}"), "Bærum, 東京, e\u{301}");
        assert_eq!(name("a\n::error::b"), r"a\n::error::b");
    }
}
