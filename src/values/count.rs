use super::Text;
use cooperation_derive::Choice;
use std::fmt;

/// How many: a number, or the words of a source that gives none.
///
/// 'A number of organisations' is not a number, and is kept as the words it is.
///
/// # Examples
///
/// ```
/// use cooperation::{Count, Text};
///
/// assert_eq!(Count::Exact(9).exact(), Some(9));
/// assert_eq!(Count::Vague(Text::new("en", "several")?).exact(), None);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Choice)]
#[non_exhaustive]
pub enum Count {
    /// The number.
    Exact(u32),
    /// The words of the source, such as 'several'.
    Vague(Text),
}

impl Count {
    /// The number, where the source gives one.
    #[must_use]
    pub const fn exact(&self) -> Option<u32> {
        match self {
            Self::Exact(number) => Some(*number),
            Self::Vague(_) => None,
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(number) => fmt::Display::fmt(number, f),
            Self::Vague(words) => f.pad(words.best(&[])),
        }
    }
}
