//! What a value looks like in JSON, as data.
//!
//! Each type of the crate has one definition, and its [`Shape`] comes from it. The shape leads the search for
//! faults in a document, the JSON Schema export, and the tables. This room knows no other room.

#[macro_use]
mod macros;
mod error;
mod nearest;
mod path;
mod read;

pub use error::ValueError;
pub(crate) use error::{Article, Problem, excerpt, is_invisible, show_faults, shown};
pub(crate) use nearest::{nearest, slip_of};
pub use path::Path;
pub(crate) use path::{first_step, list_place, unescaped, write_escaped};
pub(crate) use read::{not_one_member, read_member, unknown_member};

/// What a value looks like in JSON.
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
    /// What it is called in a sentence.
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
    /// Values that keep the rule.
    pub examples: &'static [&'static str],
    /// The words of a code list.
    pub words: &'static [Word],
    /// Whether a word that is not listed is refused.
    pub closed: bool,
    /// The rule itself: why it refuses a text.
    pub rule: fn(&str) -> Result<(), Problem>,
    /// How a text that the rule refuses would be written by somebody who knows the rule, where there is one way only.
    pub meant: fn(&str) -> Option<String>,
    /// The type, where the string has one of its own.
    pub reference: Option<Reference>,
}

impl StringShape {
    /// Checks a text by the rule.
    pub(crate) fn check(&self, text: &str) -> Result<(), ValueError> {
        (self.rule)(text).map_err(|problem| self.error(text, problem))
    }

    /// Why a text is refused, and how to write it where that is sure.
    pub(crate) fn error(&self, text: &str, problem: Problem) -> ValueError {
        ValueError::new(self.title, text, problem).with_suggestion(self.suggestion(text))
    }

    /// The listed word that was most likely meant, or the text as the rule has it; short and seen as it is written.
    fn suggestion(&self, text: &str) -> Option<String> {
        const LONGEST: usize = 120;
        let fits = |meant: &String| {
            meant.len() <= LONGEST && !meant.contains(is_invisible) && (self.rule)(meant).is_ok()
        };
        let listed = || nearest(text, self.words.iter().map(|word| word.word)).map(str::to_owned);
        let written = || (self.meant)(text).filter(fits);
        (text.len() <= LONGEST).then(|| listed().or_else(written)).flatten()
    }
}

/// What no rule tells how to write.
pub(crate) fn not_known(_: &str) -> Option<String> {
    None
}

/// A word of a code list.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "some of it only a schema shows"))]
pub(crate) struct Word {
    pub word: &'static str,
    pub docs: &'static str,
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
    /// The type.
    pub reference: Reference,
}

/// An object with named members.
#[derive(Debug)]
#[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "some of it only a schema shows"))]
pub(crate) struct ObjectShape {
    pub name: &'static str,
    pub docs: &'static str,
    pub members: &'static [MemberShape],
    /// The type.
    pub reference: Reference,
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
    /// The type.
    pub reference: Reference,
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

/// How a schema refers to the type that a shape is of: through schemars, which keeps types of one name apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference {
    #[cfg(feature = "schema")]
    pub schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

impl Reference {
    #[cfg(feature = "schema")]
    pub(crate) const fn to<T: schemars::JsonSchema>() -> Self {
        Self { schema: |generator| generator.subschema_for::<T>() }
    }

    #[cfg(not(feature = "schema"))]
    #[expect(clippy::extra_unused_type_parameters, reason = "called alike with and without schemas")]
    pub(crate) const fn to<T>() -> Self {
        Self {}
    }
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

impl<T: Shaped> Shaped for Box<T> {
    const SHAPE: Shape = T::SHAPE;
}

/// A member that may be absent.
pub(crate) trait Optional: Default {
    /// What the member holds when it is there.
    type Present: Shaped;

    const SHAPE: Shape;

    fn is_absent(&self) -> bool;

    fn from_read(read: Option<Self::Present>) -> Self;
}

impl<T: Shaped> Optional for Option<T> {
    type Present = T;

    const SHAPE: Shape = T::SHAPE;

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn from_read(read: Option<T>) -> Self {
        read
    }
}

/// The first paragraphs of a doc comment, as plain text: what a schema, a message or a page shows.
#[cfg(any(feature = "csv", feature = "schema"))]
pub(crate) fn plain(docs: &str) -> String {
    let text = docs.split("\n # ").next().unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    for paragraph in text.split("\n \n").flat_map(|part| part.split("\n\n")) {
        let words = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&words);
        }
    }
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
