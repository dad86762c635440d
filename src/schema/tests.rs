//! Every string is read by the rule that its schema publishes.

use crate::Dataset;
use crate::reflect::{Shape, Shaped, StringShape};
use regex::Regex;
use std::collections::BTreeMap;

type Strings = BTreeMap<&'static str, &'static StringShape>;

fn collect(shape: &Shape, strings: &mut Strings, seen: &mut Vec<&'static str>) {
    match shape {
        Shape::String(string) => drop(strings.insert(string.name, string)),
        Shape::List(item) => collect(item, strings, seen),
        Shape::Map(map) => {
            strings.insert(map.key.name, map.key);
            collect(&map.value, strings, seen);
        }
        Shape::Object(object) if !seen.contains(&object.name) => {
            seen.push(object.name);
            object.members.iter().for_each(|member| collect(&member.shape, strings, seen));
        }
        Shape::Choice(choice) if !seen.contains(&choice.name) => {
            seen.push(choice.name);
            choice.branches.iter().for_each(|branch| collect(&branch.shape, strings, seen));
        }
        _ => {}
    }
}

fn strings() -> Strings {
    let mut strings = Strings::new();
    collect(&Dataset::SHAPE, &mut strings, &mut Vec::new());
    strings
}

/// What the schema says of a text.
fn published(shape: &StringShape, pattern: Option<&Regex>, text: &str) -> bool {
    let listed = shape.codes.iter().any(|code| code.code == text);
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let fits = (shape.min_length..=shape.max_length).contains(&length);
    let open = shape.codes.is_empty() || !shape.closed;
    listed || (open && fits && pattern.is_none_or(|pattern| pattern.is_match(text)))
}

struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(end).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).copied()
    }
}

const LETTERS: &[char] = &[
    'a',
    'b',
    'z',
    'A',
    'Z',
    '0',
    '1',
    '2',
    '3',
    '8',
    '9',
    '.',
    '-',
    '_',
    ':',
    '/',
    '~',
    '@',
    '?',
    '#',
    '\\',
    '"',
    '<',
    '>',
    ' ',
    '\n',
    '\t',
    '\0',
    '\u{1f}',
    '\u{7f}',
    '\u{80}',
    '\u{a0}',
    '\u{2028}',
    '\u{feff}',
    'å',
    '٣',
    '５',
    '²',
    '\u{301}',
    '\u{200d}',
    '\u{202e}',
    'Ａ',
    'К',
    'ſ',
    '😀',
    '\r',
    '\u{85}',
    '\u{3000}',
    'x',
    'P',
    'Y',
    'M',
    'D',
    'W',
    '+',
    '%',
    '|',
    '$',
    '^',
    '[',
    '\u{10ffff}',
];

/// How many strings are tried in all: `BOUNDARY_ROUNDS`.
fn rounds() -> usize {
    std::env::var("BOUNDARY_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(200_000)
}

fn mutate(text: &str, most: u32, random: &mut Random) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(3) {
        let at = random.below(letters.len().saturating_add(1));
        let new = random.pick(LETTERS).unwrap_or(' ');
        match random.below(12) {
            0..=3 => letters.insert(at, new),
            4..=7 => {
                if let Some(slot) = letters.get_mut(at) {
                    *slot = new;
                }
            }
            8 | 9 if at < letters.len() => drop(letters.remove(at)),
            10 if most <= 2000 => {
                // To the edge of the length that is allowed.
                let most = usize::try_from(most).unwrap_or(0);
                let goal = most.saturating_add(random.below(3)).saturating_sub(1);
                let last = letters.get(at).or(letters.last()).copied().unwrap_or('a');
                while letters.len() < goal {
                    letters.insert(at.min(letters.len()), last);
                }
            }
            _ => letters.truncate(at),
        }
    }
    letters.into_iter().collect()
}

#[test]
fn the_reader_of_a_string_accepts_what_its_pattern_and_lengths_accept() {
    let strings = strings();
    assert!(strings.len() > 40, "{} strings", strings.len());
    let (mut accepted, mut refused) = (0_u32, 0_u32);
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let rounds = rounds().div_ceil(strings.len());
    for shape in strings.values() {
        let pattern = shape.pattern.and_then(|pattern| Regex::new(pattern).ok());
        assert_eq!(pattern.is_some(), shape.pattern.is_some(), "{}: the pattern is none", shape.name);
        let mut seeds: Vec<&str> = shape.codes.iter().map(|code| code.code).collect();
        seeds.extend(shape.examples);
        for seed in &seeds {
            assert!(
                shape.check(seed).is_ok() && published(shape, pattern.as_ref(), seed),
                "{}: {seed}",
                shape.name
            );
        }
        for round in 0..rounds {
            let seed = random.pick(&seeds).unwrap_or_default();
            let mut text =
                if round == 0 { String::new() } else { mutate(seed, shape.max_length, &mut random) };
            // What a pattern whose end is not the end lets pass.
            if round % 50 == 1 {
                text = format!("{seed}\n");
            }
            let read = (shape.rule)(&text).is_ok();
            if let (0, Err(error)) = (round % 20, shape.check(&text)) {
                let suggestion = error.suggestion();
                assert!(suggestion.is_none_or(|meant| published(shape, pattern.as_ref(), meant)), "{error}");
            }
            assert_eq!(read, published(shape, pattern.as_ref(), &text), "{} and {text:?}", shape.name);
            if read { accepted += 1 } else { refused += 1 }
        }
    }
    println!("{accepted} strings accepted, {refused} refused");
    let all = accepted.saturating_add(refused);
    assert!(accepted > all / 5 && refused > all / 5, "{accepted} accepted, {refused} refused");
}

#[test]
fn the_longest_texts_end_where_the_schema_says() {
    for shape in strings().values().filter(|shape| shape.max_length > 2000) {
        let most = usize::try_from(shape.max_length).unwrap_or(0);
        assert!(shape.check(&"å".repeat(most)).is_ok(), "{}", shape.name);
        assert!(shape.check(&"å".repeat(most.saturating_add(1))).is_err(), "{}", shape.name);
    }
}

#[test]
fn patterns_are_anchored_and_portable() {
    for shape in strings().values() {
        let Some(pattern) = shape.pattern else { continue };
        assert!(pattern.starts_with('^'), "{}: {pattern}", shape.name);
        for foreign in ["\\d", "\\w", "\\s", "\\p", "\\u", "(?", "\\b", "[["] {
            assert!(!pattern.contains(foreign), "{}: {foreign} in {pattern}", shape.name);
        }
    }
}
