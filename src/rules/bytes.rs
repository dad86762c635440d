//! Quick looks at the bytes of a text, which show that a slower test is not needed.
//!
//! Whole chunks are looked at without a branch, many bytes in one step, so that a text costs little even where nothing
//! is found in it, as in most.

const CHUNK: usize = 32;

/// Whether some byte is of a kind.
#[inline]
pub(super) fn any_byte(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.chunks(CHUNK).any(|chunk| chunk.iter().fold(false, |any, &byte| any | is(byte)))
}

/// Whether some byte and the next one are of a kind.
#[inline]
pub(super) fn any_pair(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> bool {
    let next = bytes.get(1..).unwrap_or_default();
    bytes
        .chunks(CHUNK)
        .zip(next.chunks(CHUNK))
        .any(|(chunk, next)| chunk.iter().zip(next).fold(false, |any, (&byte, &next)| any | is(byte, next)))
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, any_byte, any_pair};

    #[test]
    fn a_byte_and_a_pair_are_found_wherever_they_stand() {
        for length in 0..3 * CHUNK {
            let plain = vec![b'a'; length];
            assert!(
                !any_byte(&plain, |byte| byte == b'x')
                    && !any_pair(&plain, |one, next| (one, next) == (b'x', b'y'))
            );
            for at in 0..length {
                let mut bytes = plain.clone();
                bytes.splice(at..=at, *b"xy");
                assert!(any_byte(&bytes, |byte| byte == b'y'));
                assert!(any_pair(&bytes, |one, next| (one, next) == (b'x', b'y')), "{length} {at}");
            }
        }
    }
}
