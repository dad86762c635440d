//! Phrases that no text for readers has, and the search for them. Each has a plainer equivalent in the terms of the field.

/// Phrases in lower case, found as whole words.
const AVOIDED: [(&str, &str); 26] = [
    ("stands", "is"),
    ("stand in each other", "are nested"),
    ("bears", "has"),
    ("somebody", "a person"),
    ("whoever", "the person who"),
    ("one's own", "custom"),
    ("none that", "not a"),
    ("is no json", "is not valid JSON"),
    ("where there is none", "if absent"),
    ("says of itself", "own members, such as its title"),
    ("how far it has come", "progress status"),
    ("how high it", "level"),
    ("how grave", "severity"),
    ("graver", "more severe"),
    ("gravest", "most severe"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("is told", "is reported"),
    ("are told", "are reported"),
    ("told of", "reported"),
    ("held against", "checked against"),
    ("takes away", "removes"),
    ("in the words of schema.org", "with the vocabulary of schema.org"),
    ("to what end", "towards which goals"),
    ("comes to naught", "fails"),
    ("legal person of its own", "legal personality of its own"),
];

/// The avoided phrases in a text, each with its line and what to write.
pub(crate) fn avoided(text: &str) -> Vec<String> {
    let whole = |line: &str, at: usize, phrase: &str| {
        let letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let (before, rest) = line.split_at(at);
        !letter(before.chars().next_back()) && !letter(rest.split_at(phrase.len()).1.chars().next())
    };
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.to_lowercase();
        for (phrase, instead) in AVOIDED {
            if line.match_indices(phrase).any(|(at, _)| whole(&line, at, phrase)) {
                found.push(format!("line {}: '{phrase}'; write '{instead}': {}", number + 1, line.trim()));
            }
        }
    }
    found
}
