//! Records that are asked for by their id, acronym, name or identifier.

use super::Reader;
use crate::words::Words;
use cooperation::{RecordKind, RecordRef, Text};

/// How many records are named where it is not clear which one is meant.
const SUGGESTIONS: usize = 6;

/// The records of a dataset that are meant, by kind and id.
pub(crate) type Meant<'a> = Vec<(RecordKind, &'a str)>;

impl<'a> Reader<'a> {
    /// The records that are meant by an id, by KIND/ID, by an acronym, a name in any language or an identifier.
    pub(crate) fn find(&self, wanted: &str, kinds: &[RecordKind]) -> Result<Meant<'a>, String> {
        let dataset = self.index.dataset();
        let records = || dataset.records().filter(|record| kinds.contains(&record.kind()));
        let split =
            wanted.split_once(['/', ':']).and_then(|(kind, id)| Some((kind.parse::<RecordKind>().ok()?, id)));
        let keys = |fits: &dyn Fn(&RecordRef<'a>) -> bool| -> Meant<'a> {
            records().filter(|record| fits(record)).map(|record| (record.kind(), record.id())).collect()
        };
        let has_id = |one: &RecordRef<'a>| {
            one.id() == wanted || split.is_some_and(|(kind, id)| kind == one.kind() && id == one.id())
        };
        let plain = folded(wanted);
        let is_named = |one: &RecordRef<'a>| names(*one).iter().any(|name| folded(name) == plain);
        let is_like = |one: &RecordRef<'a>| names(*one).iter().any(|name| folded(name).contains(&plain));
        for meant in [keys(&has_id), keys(&is_named)] {
            if !meant.is_empty() {
                return Ok(meant);
            }
        }
        let like = if plain.chars().count() < 3 { Vec::new() } else { keys(&is_like) };
        match like.as_slice() {
            [one] => Ok(vec![*one]),
            [] => Err(self.unknown(wanted, &plain, records())),
            several => Err(format!(
                "'{}' may be several records; choose one of them: {}",
                wanted.escape_debug(),
                self.offered(several)
            )),
        }
    }

    fn unknown(&self, wanted: &str, plain: &str, records: impl Iterator<Item = RecordRef<'a>>) -> String {
        let most = plain.chars().count() / 3;
        let mut near: Vec<(usize, (RecordKind, &str))> = records
            .filter_map(|record| {
                let texts = names(record).into_iter().chain([record.id()]);
                let nearest = texts.map(|text| distance(&folded(text), plain, most)).min()?;
                (nearest <= most).then(|| (nearest, (record.kind(), record.id())))
            })
            .collect();
        near.sort_by_key(|(distance, _)| *distance);
        let near: Vec<(RecordKind, &str)> = near.into_iter().map(|(_, key)| key).collect();
        let meant =
            if near.is_empty() { String::new() } else { format!("; did you mean {}?", self.offered(&near)) };
        let kind = wanted.split_once('/').and_then(|(kind, _)| kind.parse::<RecordKind>().err());
        let kind = kind.map(|unknown| format!("; before the slash {unknown}")).unwrap_or_default();
        format!("no record has the id, acronym or name '{}'{meant}{kind}", wanted.escape_debug())
    }

    fn offered(&self, records: &[(RecordKind, &str)]) -> String {
        let named = |(kind, id): &(RecordKind, &str)| {
            let label = self.index.named(*kind, id).and_then(RecordRef::label);
            let label =
                label.map(|label| format!(" ({})", self.text(label).escape_debug())).unwrap_or_default();
            format!("{}/{id}{label}", kind.as_str())
        };
        let mut offered: Vec<String> = records.iter().take(SUGGESTIONS).map(named).collect();
        let more = records.len().saturating_sub(SUGGESTIONS);
        if more > 0 {
            offered.push(Words::new("en").counted(more, "other", "others"));
        }
        offered.join(", ")
    }
}

/// A text for comparison: small letters, single spaces.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The acronym of a record, its names in all languages, and its identifiers.
fn names<'a>(record: RecordRef<'a>) -> Vec<&'a str> {
    let texts = |text: &'a Text| text.iter().map(|(_, text)| text).collect::<Vec<_>>();
    let mut names: Vec<&str> = record.label().map(texts).unwrap_or_default();
    let (acronym, others) = match record {
        RecordRef::Place(one) => (None, &one.other_names),
        RecordRef::Organization(one) => (one.acronym.as_ref(), &one.other_names),
        RecordRef::Network(one) => (one.acronym.as_ref(), &one.other_names),
        RecordRef::Programme(one) => (one.acronym.as_ref(), &one.other_names),
        RecordRef::Project(one) => (one.acronym.as_ref(), &one.other_names),
        RecordRef::PolicyInstrument(one) => (one.acronym.as_ref(), &one.other_names),
        _ => return names,
    };
    names.extend(acronym.map(cooperation::Label::as_str));
    names.extend(others.iter().flat_map(|one| texts(&one.name)));
    names.extend(record.identifiers().iter().map(|one| one.value.as_str()));
    names
}

/// How many characters have to be changed, put in or left out to make one text of another; more than `most` where it is more.
fn distance(one: &str, other: &str, most: usize) -> usize {
    let [one, other]: [Vec<char>; 2] = [one, other].map(|text| text.chars().collect());
    if one.len().abs_diff(other.len()) > most || one.len() > 200 {
        return most.saturating_add(1);
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (number, letter) in one.iter().enumerate() {
        let mut before = row.first().copied().unwrap_or(0);
        let mut left = number.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (place, known) in other.iter().enumerate() {
            let Some(cell) = row.get_mut(place.saturating_add(1)) else { break };
            let changed = before.saturating_add(usize::from(letter != known));
            before = *cell;
            left = changed.min(left.saturating_add(1)).min(before.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn the_distance_of_texts_is_counted_in_characters() {
        assert_eq!(
            [distance("", "ab", 9), distance("kitten", "sitting", 9), distance("æøå", "æøå", 9)],
            [2, 3, 0]
        );
        assert!(distance("a", "abcdef", 2) > 2);
    }
}
