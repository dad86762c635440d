//! How a picture is drawn.

use super::Format;
use clap::ValueEnum;
use cooperation::chrono::NaiveDate;

/// How a picture is drawn: in which format, on which day, and on which paper.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Drawing {
    /// The format of the picture.
    pub format: Format,
    /// The day that counts as today, for timelines.
    pub today: Option<NaiveDate>,
    /// The paper that it has to fit on with type that can be read; none for a screen.
    pub paper: Option<Paper>,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Paper {
    /// 210 by 297 millimetres, upright or across.
    A4,
}

impl Paper {
    /// The shorter and the longer side in millimetres.
    pub(super) const fn sides(self) -> (i32, i32) {
        match self {
            Self::A4 => (210, 297),
        }
    }
}

impl Drawing {
    /// An SVG picture on a day.
    #[must_use]
    pub fn new(today: Option<NaiveDate>) -> Self {
        Self { today, ..Self::default() }
    }
}

impl From<Format> for Drawing {
    fn from(format: Format) -> Self {
        Self { format, ..Self::default() }
    }
}
