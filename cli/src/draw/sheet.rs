//! The sheet that a picture is put on: its size on a screen, or on paper.

use super::drawing::Paper;

/// The least size of type on paper, in hundredths of a millimetre for each pixel of the picture: at 0.19 mm a name of 13
/// pixels has 7 points.
const LEAST: i32 = 19;
/// The margin of paper in millimetres.
const MARGIN: i32 = 8;

/// How many pixels a sheet has room for with type that can be read: width and height, upright and across.
pub(super) fn room(paper: Paper) -> [(i32, i32); 2] {
    let (short, long) = paper.sides();
    let pixels = |side: i32| (side - 2 * MARGIN) * 100 / LEAST;
    [(pixels(short), pixels(long)), (pixels(long), pixels(short))]
}

/// Whether a picture of so many pixels has type that can be read on paper.
pub(super) fn fits(paper: Paper, (width, height): (i32, i32)) -> bool {
    room(paper).iter().any(|room| width <= room.0 && height <= room.1)
}

/// The attributes for the size of a picture: in pixels, or on paper in millimetres, across where that is larger.
pub(super) fn size(paper: Option<Paper>, (width, height): (i32, i32)) -> String {
    let Some(paper) = paper else {
        return format!("width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"");
    };
    let (short, long) = paper.sides();
    let (wide, high) = if width > height { (long, short) } else { (short, long) };
    // The margin is a part of the view, so that it stays where a printer adds none.
    let scale = |side: i32, pixels: i32| pixels * MARGIN / (side - 2 * MARGIN).max(1);
    let margin = scale(wide, width).max(scale(high, height));
    format!(
        "width=\"{wide}mm\" height=\"{high}mm\" viewBox=\"{} {} {} {}\"",
        -margin,
        -margin,
        width + 2 * margin,
        height + 2 * margin
    )
}
