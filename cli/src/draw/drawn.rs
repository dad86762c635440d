//! A picture that is drawn, with the places of the records on it.

use cooperation::RecordKind;

/// A picture that is drawn, with the places of the records on it.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) svg: String,
    /// The width and the height.
    pub(crate) size: (i32, i32),
    /// Where records are: the left edge, the upper edge, the width and the height.
    pub(crate) places: Vec<(RecordKind, String, [i32; 4])>,
}
