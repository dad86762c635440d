/// The byte order mark of UTF-8.
pub(super) const BOM: &str = "\u{feff}";

/// The name of the encoding that a text is in where it is certainly not UTF-8: by its byte order mark, or by where the
/// zero bytes stand in its first characters, since JSON starts with ASCII.
///
/// Only the beginning of a file tells: elsewhere the same bytes are faults like others.
pub(super) fn encoding_at(bytes: &[u8], offset: u64) -> Option<&'static str> {
    if offset > 0 { None } else { other_encoding(bytes) }
}

/// The same for the first bytes of any text that starts with ASCII.
pub(crate) fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match *bytes {
        [0xff, 0xfe, 0, 0, ..] | [1..=0xff, 0, 0, 0, ..] => Some("UTF-32 (little-endian)"),
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, 1..=0xff, ..] => Some("UTF-32 (big-endian)"),
        [0xff, 0xfe, ..] | [1..=0xff, 0, ..] => Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] | [0, 1..=0xff, ..] => Some("UTF-16 (big-endian)"),
        _ => None,
    }
}
