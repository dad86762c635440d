/// The same byte eight times.
const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// How many bytes stand before the first that cannot stand in a JSON string as it is: a quotation mark, a backslash or a
/// control character. All of them where there is none.
///
/// Eight bytes are looked at in one step. A byte is zero where taking one from it borrows from its highest bit; what
/// lies above it in the word may be wrong then, but the first is right.
pub(super) fn plain_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((next, more)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*next);
        let (quote, backslash) = (word ^ repeated(b'"'), word ^ repeated(b'\\'));
        let found = (word.wrapping_sub(repeated(b' ')) & !word)
            | (quote.wrapping_sub(repeated(1)) & !quote)
            | (backslash.wrapping_sub(repeated(1)) & !backslash);
        let found = (found & repeated(0x80)).trailing_zeros();
        if found < u64::BITS {
            let before = usize::try_from(found / u8::BITS).unwrap_or_default();
            return bytes.len().saturating_sub(rest.len()).saturating_add(before);
        }
        rest = more;
    }
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    let before = rest.iter().position(special).unwrap_or(rest.len());
    bytes.len().saturating_sub(rest.len()).saturating_add(before)
}

#[cfg(test)]
mod tests {
    use super::plain_prefix;

    /// One byte, or two beside each other, at each place of a text that is longer than two steps.
    #[test]
    fn the_first_byte_that_cannot_stand_as_it_is_is_found_wherever_it_is() {
        let special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
        for byte in 0..=u8::MAX {
            for place in 0..19 {
                let with = |text: [u8; 19], at: usize, byte: u8| {
                    std::array::from_fn(|place| {
                        text.get(place).filter(|_| place != at).copied().unwrap_or(byte)
                    })
                };
                let text: [u8; 19] = with([b'a'; 19], place, byte);
                assert_eq!(plain_prefix(&text), if special(byte) { place } else { 19 }, "{byte} at {place}");
                for neighbour in [b'"', b'\\', b' ', b'\x1f', b'\x80', b'!', b'#', 0xff] {
                    let text = with(text, (place + 1) % 19, neighbour);
                    let first = text.iter().position(|byte| special(*byte)).unwrap_or(19);
                    assert_eq!(plain_prefix(&text), first, "{text:?}");
                }
            }
        }
    }
}
