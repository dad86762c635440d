//! The references of cells in the text of a sheet, before they are read: one that no sheet has is refused.

use std::io::{self, Write};

/// Looks through the text of a sheet as it is unpacked.
#[derive(Default)]
pub(super) struct References {
    at: At,
    /// The name of an attribute, then the value of one called `r`.
    taken: Vec<u8>,
    /// The first reference that no sheet has.
    pub(super) bad: Option<String>,
}

/// Current position in the text.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum At {
    #[default]
    Text,
    /// In a tag, and whether a blank is before the name of an attribute.
    Tag(bool),
    Value {
        quote: u8,
        is_reference: bool,
    },
}

/// Most bytes that are kept of a name or a reference: a longer one is neither.
const KEPT: usize = 24;

impl References {
    fn take(&mut self, byte: u8) {
        self.at = match self.at {
            At::Text if byte == b'<' => At::Tag(false),
            At::Text => At::Text,
            At::Tag(_) if byte == b'>' => At::Text,
            At::Tag(_) if byte == b'"' || byte == b'\'' => {
                let is_reference = self.taken == b"r=";
                self.taken.clear();
                At::Value { quote: byte, is_reference }
            }
            At::Tag(after_name) if byte.is_ascii_whitespace() => {
                // Blanks may stand around the sign.
                if !self.taken.ends_with(b"=") && !after_name {
                    return self.at = At::Tag(true);
                }
                self.at
            }
            At::Tag(after_blank) => {
                if after_blank && byte != b'=' {
                    self.taken.clear();
                }
                self.keep(byte);
                At::Tag(false)
            }
            At::Value { quote, is_reference } if byte == quote => {
                if is_reference && self.bad.is_none() && !is_possible(&self.taken) {
                    self.bad = Some(String::from_utf8_lossy(&self.taken).into_owned());
                }
                self.taken.clear();
                At::Tag(false)
            }
            At::Value { is_reference, .. } => {
                if is_reference {
                    self.keep(byte);
                }
                self.at
            }
        };
    }

    fn keep(&mut self, byte: u8) {
        if self.taken.len() < KEPT {
            self.taken.push(byte);
        }
    }
}

/// Whether a text is a row or a cell that a sheet may have: at most three letters, then at most seven digits.
fn is_possible(text: &[u8]) -> bool {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let digits = text.get(letters..).unwrap_or_default();
    letters <= 3 && (1..=7).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit) && digits != b"0"
}

impl Write for References {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            self.take(byte);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::References;
    use std::io::Write as _;

    fn bad(text: &str) -> Option<String> {
        let mut references = References::default();
        // Wherever the text is divided.
        text.bytes().for_each(|byte| assert!(references.write_all(&[byte]).is_ok()));
        references.bad
    }

    #[test]
    fn a_reference_that_no_sheet_has_is_found_wherever_it_is_written() {
        for good in [
            r#"<row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c r='XFD1048576'/></row>"#,
            r#"<c  s="1"  r = "B2" ><is><t>a r="no reference"</t></is></c><f ref="A1:ZZZZZ9" xr="no">r="no"</f>"#,
            r#"<c t="r='AAAAA1'" r="C3">"#,
        ] {
            assert_eq!(bad(good), None, "{good}");
        }
        for (text, wanted) in [
            (r#"<c r="AAAA1">"#, "AAAA1"),
            (r#"<row spans="1:2" r='12345678'>"#, "12345678"),
            (r#"<c r="A1"/><c s="1" r = "-1">"#, "-1"),
            ("<c\nr=\"\">", ""),
            (r#"<c r="A0">"#, "A0"),
            (r#"<c r="A1B">"#, "A1B"),
        ] {
            assert_eq!(bad(text).as_deref(), Some(wanted), "{text}");
        }
    }
}
