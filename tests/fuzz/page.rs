//! What the fuzz target of the page holds of any bytes whatever. The program makes pages, so its tests run the corpus.

use crate::made;
use cooperation::{Dataset, RecordRef};
use cooperation_cli::page::page;
use cooperation_cli::reader::Reader;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// Where the content of a page begins.
const DATA: &str = "<script type=\"application/json\" id=\"data\">";

/// The page of any dataset is the same each time. Its frame has the tags that the page of an empty dataset has, nothing of
/// the dataset ends its element or becomes an address that runs, and the policy names the script and the style that it has.
pub fn page_of(data: &[u8]) {
    let dataset = made::of_any(data);
    let language = ["en", "nb"][usize::from(data.first().copied().unwrap_or(0)) % 2];
    let reader = Reader::new(&dataset, language);
    let evidence = dataset.records().flat_map(RecordRef::evidence);
    let quotes = evidence.filter_map(|evidence| Some(evidence.quote.as_ref()?.as_str()));
    let text = quotes.collect::<Vec<_>>().join(" <!-- \u{202e}\n");
    let texts: Vec<_> =
        dataset.sources.iter().take(1).map(|source| (source.id.clone(), text.clone())).collect();
    let today = "2026-11-24".parse().ok();
    // The sums of the money of a dataset may have more digits than can be added up.
    let Ok(made) = page(&reader, &texts, today) else { return };
    assert_eq!(page(&reader, &texts, today).unwrap(), made);

    let (frame, content) = parts(&made);
    let nothing = Dataset::default();
    let (bare, _) = parts(&page(&Reader::new(&nothing, language), &[], today).unwrap());
    assert_eq!(tags(&frame), tags(&bare), "{frame}");
    let content: Value = serde_json::from_str(&content).unwrap();
    assert_eq!(content["records"].as_array().unwrap().len(), dataset.len());
    addresses(&content);
}

/// The page without its content, and the content.
fn parts(page: &str) -> (String, String) {
    let (before, rest) = page.split_once(DATA).unwrap();
    let (content, after) = rest.split_once("</script>").unwrap();
    assert!(!content.contains('<'), "{content}");
    let style = between(before, "<style>", "</style>");
    let script = between(after, "<script>", "</script>");
    for (what, text) in [("style", style), ("script", script)] {
        let policy = format!("{what}-src 'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
        assert!(before.contains(&policy), "the policy does not name the {what}");
    }
    let frame = [before, after].concat().replace(style, "").replace(script, "");
    (frame, content.to_owned())
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (inside, _) = text.split_once(start).unwrap().1.split_once(end).unwrap();
    inside
}

/// The tags of a text, with their attributes.
fn tags(text: &str) -> Vec<&str> {
    text.split('<').skip(1).map(|tag| tag.split_once('>').expect("a tag ends").0).collect()
}

/// Nothing that a click opens is a script.
fn addresses(content: &Value) {
    match content {
        Value::Object(members) => {
            if let Some(Value::String(address)) = members.get("u") {
                let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
                assert!(matches!(scheme.as_str(), "http" | "https" | "mailto"), "{address}");
            }
            members.values().for_each(addresses);
        }
        Value::Array(items) => items.iter().for_each(addresses),
        _ => {}
    }
}

/// The 32 bytes of a checksum: ten times three and two more, which take three letters and one sign that fills up.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    let letters = (0..bytes.len() * 8).step_by(6).map(|start| {
        let six = (start..start + 6).fold(0, |six, place| six << 1 | bit(place));
        char::from(LETTERS[usize::from(six)])
    });
    letters.chain(['=']).collect()
}
