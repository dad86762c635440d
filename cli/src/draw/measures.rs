//! Sizes and distances that the map is laid out and drawn with, in pixels.

/// The size of names, and of what is written smaller.
pub(super) const LARGE: i32 = 13;
pub(super) const SMALL: i32 = 11;

/// How high a line of either is.
pub(super) const LARGE_LINE: i32 = 17;
pub(super) const SMALL_LINE: i32 = 14;

/// Between the edge of a box and its text.
pub(super) const PADDING: i32 = 14;
/// From one line to the next where they run side by side.
pub(super) const LANE: i32 = 9;
