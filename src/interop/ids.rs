//! Local ids, made from the ids and names in a package.

use crate::model::{OrganizationId, Record};
use crate::values::Id;
use std::collections::{HashMap, HashSet};

/// A local id for one of the package: itself where the grammar takes it; else its words in small letters, with a number
/// made from all of it where more than blanks is lost.
pub(super) fn local_id(text: &str) -> String {
    const LONGEST: usize = 100;
    if OrganizationId::new(text).is_ok() {
        return text.to_owned();
    }
    let mut words = String::new();
    for letter in text.chars().take(LONGEST) {
        if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | ':' | '/' | '~') {
            words.push(letter.to_ascii_lowercase());
        } else if !words.is_empty() && !words.ends_with('-') {
            words.push('-');
        }
    }
    let words = words.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-');
    if !words.is_empty() && text.chars().all(plain) && text.len() <= LONGEST {
        return words.to_owned();
    }
    // FNV-1a: short, and the same everywhere and for ever.
    let number = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let dash = if words.is_empty() { "" } else { "-" };
    format!("{words}{dash}{:08x}", number & 0xffff_ffff)
}

/// The ids that are given away of one kind of record.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// The last number that was put behind a text.
    numbers: HashMap<String, u64>,
}

impl Ids {
    /// The id, with a number behind it where it is taken.
    pub(super) fn free<T: Record>(&mut self, wanted: &str) -> Option<Id<T>> {
        let mut text = wanted.to_owned();
        let stem = wanted.get(..wanted.len().min(230)).unwrap_or(wanted);
        while !self.taken.insert(text.clone()) {
            let number = self.numbers.entry(stem.to_owned()).or_insert(1);
            *number = number.saturating_add(1);
            text = format!("{stem}-{number}");
        }
        Id::new(text).ok()
    }
}
