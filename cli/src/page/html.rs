//! The file: the content as JSON that cannot end its element, and a policy that lets nothing run but the script of the page.

use super::content::Content;
use crate::draw::xml;
use sha2::{Digest as _, Sha256};

const FRAME: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The page of a content. Each gap of the frame is filled once, and what is put in is not looked at again.
pub(super) fn html(content: &Content, description: &str) -> Result<String, serde_json::Error> {
    let json = serde_json::to_string(content)?.replace('<', "\\u003c");
    let label = |name: &str| xml(content.labels.get(name).copied().unwrap_or_default());
    let mut page = String::with_capacity(json.len().saturating_add(SCRIPT.len()).saturating_add(8_000));
    for piece in FRAME.split_inclusive('}') {
        let Some((before, gap)) = piece.strip_suffix('}').and_then(|piece| piece.rsplit_once('{')) else {
            page.push_str(piece);
            continue;
        };
        page.push_str(before);
        match gap {
            "lang" => page.push_str(content.language),
            "title" => page.push_str(&xml(&content.title)),
            "description" => page.push_str(&xml(description)),
            "style" => page.push_str(STYLE),
            "script" => page.push_str(SCRIPT),
            "style-hash" => page.push_str(&hash(STYLE)),
            "script-hash" => page.push_str(&hash(SCRIPT)),
            "footer" => page.push_str(&label("made-by")),
            "data" => page.push_str(&json),
            name => page.push_str(&label(name)),
        }
    }
    Ok(page)
}

/// What a policy names a text by.
fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = (0..3)
            .fold(0_u32, |number, place| number << 8 | u32::from(three.get(place).copied().unwrap_or(0)));
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let letter = usize::try_from(number >> shift & 63).ok().and_then(|letter| LETTERS.get(letter));
            text.push(if place > three.len() {
                '='
            } else {
                letter.map_or('=', |&letter| char::from(letter))
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, hash};

    #[test]
    fn bytes_are_written_in_base_64() {
        for (text, written) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(text.as_bytes()), written);
        }
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
