use super::{Problem, ValueError, is_invisible, near_miss, nearest, same_letters};

/// Shape of a value in JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// A string with a rule of its own.
    String(&'static StringShape),
    /// A whole number from `least` to `most`.
    Integer { least: u32, most: u32 },
    /// `true` or `false`.
    Boolean,
    /// A list of at least one item.
    List(&'static Shape),
    /// An object with members of one's own naming.
    Map(&'static MapShape),
    /// An object with named members.
    Object(&'static ObjectShape),
    /// An object with exactly one member, whose name tells what it holds.
    Choice(&'static ChoiceShape),
    /// Any JSON value.
    Any,
}

/// A string: its rule, and what people need to know to write one.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "some of it only a schema shows"))]
pub(crate) struct StringShape {
    /// The name of the type.
    pub name: &'static str,
    /// Name of the type in a sentence.
    pub title: &'static str,
    /// The doc comment of the type.
    pub docs: &'static str,
    /// A regular expression of the portable subset: the rule, together with the lengths.
    pub pattern: Option<&'static str>,
    /// Least number of characters.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
    /// The standard name of the format, where one says the same as the pattern or more.
    pub format: Option<&'static str>,
    /// How to write one: an imperative sentence for the person whose text is refused. Empty for code lists.
    pub hint: &'static str,
    /// Values that keep the rule.
    pub examples: &'static [&'static str],
    /// The codes of a code list.
    pub codes: &'static [CodeShape],
    /// Whether a code that is not listed is refused.
    pub closed: bool,
    /// The rule itself: why it refuses a text.
    pub rule: fn(&str) -> Result<(), Problem>,
    /// From a text that the rule refuses to the text that was most likely meant, where there is one only.
    pub suggest: fn(&str) -> Option<String>,
    /// Whether that text means the same as a refused one without doubt. If not, only a difference in case or outer blanks
    /// is sure.
    pub is_sure: fn(&str) -> bool,
    /// Whether a refused text belongs to a newer version of the format, of which nothing more can be said.
    pub is_newer: fn(&str) -> bool,
    /// Whether the string is a type of its own, which a schema refers to by its name.
    pub is_type: bool,
}

/// Most bytes of a text that has a suggestion.
const LONGEST_SUGGESTED: usize = 120;

impl StringShape {
    /// Checks a text by the rule.
    pub(crate) fn check(&self, text: &str) -> Result<(), ValueError> {
        (self.rule)(text).map_err(|problem| self.error(text, problem))
    }

    /// Why a text is refused, and how to write it where that is sure.
    pub(crate) fn error(&self, text: &str, problem: Problem) -> ValueError {
        ValueError::new(self.title, text, problem).with_suggestion(self.suggestion(text))
    }

    /// Returns the listed code that a word means: a code or one of its synonyms, regardless of case and of what joins
    /// its parts.
    pub(crate) fn listed(&self, word: &str) -> Option<&'static str> {
        let means = |code: &&CodeShape| {
            std::iter::once(code.code)
                .chain(code.synonyms.iter().copied())
                .any(|known| same_letters(word, known))
        };
        self.codes.iter().find(means).map(|code| code.code)
    }

    /// Returns the listed code that was most likely meant by a word that an open list keeps: as [`Self::listed`], or but
    /// for a typing error.
    pub(crate) fn listed_or_near(&self, word: &str) -> Option<&'static str> {
        self.listed(word).or_else(|| near_miss(word, self.codes.iter().map(|code| code.code)))
    }

    /// Returns the synonyms of a listed code.
    pub(crate) fn synonyms(&self, code: &str) -> &'static [&'static str] {
        self.codes.iter().find(|known| known.code == code).map_or(&[], |known| known.synonyms)
    }

    /// The listed code that was most likely meant, or the text as the rule has it; short, and without invisible
    /// characters.
    fn suggestion(&self, text: &str) -> Option<String> {
        let near = || nearest(text, self.codes.iter().map(|code| code.code)).map(str::to_owned);
        let listed = || self.listed(text).map(str::to_owned).or_else(near);
        (text.len() <= LONGEST_SUGGESTED).then(|| listed().or_else(|| self.written(text))).flatten()
    }

    /// The text that a refused text means without doubt.
    pub(crate) fn certain(&self, text: &str) -> Option<String> {
        if text.len() > LONGEST_SUGGESTED {
            return None;
        }
        let is_sure = |written: &String| (self.is_sure)(text) || written.eq_ignore_ascii_case(text.trim());
        let listed = || self.listed(text).map(str::to_owned);
        listed().or_else(|| self.written(text).filter(is_sure))
    }

    /// The text as the rule has it.
    fn written(&self, text: &str) -> Option<String> {
        let fits = |written: &String| {
            written.len() <= LONGEST_SUGGESTED
                && !written.contains(is_invisible)
                && (self.rule)(written).is_ok()
        };
        (self.suggest)(text).filter(fits)
    }
}

/// The suggestion of a string for which there is none.
pub(crate) fn no_suggestion(_: &str) -> Option<String> {
    None
}

/// What most strings are whose suggestion may be another text than was meant.
pub(crate) fn never_sure(_: &str) -> bool {
    false
}

/// The text in capital letters, without blanks around it: what several codes suggest.
#[expect(clippy::unnecessary_wraps, reason = "other strings have no suggestion for some texts")]
pub(crate) fn in_capitals(text: &str) -> Option<String> {
    Some(text.trim().to_ascii_uppercase())
}

/// What most strings are: no text tells of a newer version of the format.
pub(crate) fn never_newer(_: &str) -> bool {
    false
}

/// A code of a code list.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "some of it only a schema shows"))]
pub(crate) struct CodeShape {
    pub code: &'static str,
    pub docs: &'static str,
    /// Words that mean the code. They are not read as the code.
    pub synonyms: &'static [&'static str],
}

/// An object whose members bear names of one's own.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "some of it only a schema shows"))]
pub(crate) struct MapShape {
    pub name: &'static str,
    pub title: &'static str,
    pub docs: &'static str,
    /// The rule for the names.
    pub key: &'static StringShape,
    /// What each member holds.
    pub value: Shape,
    /// Most members.
    pub max_members: u32,
    /// An example, as JSON.
    pub example: &'static str,
}

/// An object with named members.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "some of it only a schema shows"))]
pub(crate) struct ObjectShape {
    pub name: &'static str,
    pub docs: &'static str,
    pub members: &'static [MemberShape],
    /// The names of the members, as serde asks for them.
    pub names: &'static [&'static str],
}

/// A member of an object.
#[derive(Debug)]
#[cfg_attr(
    not(any(feature = "csv", feature = "schema")),
    expect(dead_code, reason = "some of it only a schema shows")
)]
pub(crate) struct MemberShape {
    pub name: &'static str,
    pub docs: &'static str,
    pub required: bool,
    pub shape: Shape,
}

/// An object with exactly one of several members.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "some of it only a schema shows"))]
pub(crate) struct ChoiceShape {
    pub name: &'static str,
    pub docs: &'static str,
    pub branches: &'static [BranchShape],
    /// The tags of the branches, as serde asks for them.
    pub tags: &'static [&'static str],
}

/// One of the members that a choice may hold.
#[derive(Debug)]
#[cfg_attr(
    not(any(feature = "csv", feature = "schema")),
    expect(dead_code, reason = "some of it only a schema shows")
)]
pub(crate) struct BranchShape {
    pub tag: &'static str,
    pub docs: &'static str,
    pub shape: Shape,
}

/// A type that has a shape.
pub(crate) trait Shaped {
    const SHAPE: Shape;
}

impl Shaped for bool {
    const SHAPE: Shape = Shape::Boolean;
}

impl Shaped for u32 {
    const SHAPE: Shape = Shape::Integer { least: 0, most: u32::MAX };
}

impl Shaped for std::num::NonZeroU32 {
    const SHAPE: Shape = Shape::Integer { least: 1, most: u32::MAX };
}

/// The first paragraphs of a doc comment, as plain text: what a schema, a message or a page shows.
#[cfg(any(feature = "csv", feature = "schema"))]
pub(crate) fn plain(docs: &str) -> String {
    let text = docs.split("\n # ").next().unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    for paragraph in text.split("\n \n").flat_map(|part| part.split("\n\n")) {
        let words = unlinked(&paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
        if !words.is_empty() {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&words);
        }
    }
    out
}

/// The words of links without their targets: `[the party](Party)` is `the party`.
#[cfg(any(feature = "csv", feature = "schema"))]
fn unlinked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let Some((words, after)) = link.split_once(']') else { break };
        out.push_str(before);
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        if target.is_some() || words.starts_with('`') {
            out.push_str(words);
        } else {
            out.extend(["[", words, "]"]);
        }
        rest = target.map_or(after, |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// The first sentence of a doc comment, as plain text.
#[cfg(feature = "schema")]
pub(crate) fn first_sentence(docs: &str) -> String {
    let text = plain(docs);
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    match paragraph.split_once(". ") {
        Some((sentence, _)) => format!("{sentence}."),
        None => paragraph.to_owned(),
    }
}
