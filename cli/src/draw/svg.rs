//! A picture as it is written: every text goes through one door.

use super::drawing::Paper;
use super::drawn::Drawn;
use super::sheet::size;
use super::style::STYLE;
use super::text::{clean, xml};
use cooperation::RecordKind;
use std::fmt::Write as _;

/// A picture that grows.
#[derive(Default)]
pub(super) struct Svg {
    body: String,
    paper: Option<Paper>,
    places: Vec<(RecordKind, String, [i32; 4])>,
}

impl Svg {
    pub(super) fn new(paper: Option<Paper>) -> Self {
        Self { body: String::new(), paper, places: Vec::new() }
    }

    /// A line of markup that holds nothing of a dataset.
    pub(super) fn put(&mut self, markup: &str) {
        self.body.push_str(markup);
        self.body.push('\n');
    }

    /// Opens a group with a title, for tooltips and screen readers.
    pub(super) fn open(&mut self, class: &str, title: &[String]) {
        let title: Vec<String> = title.iter().map(|line| xml(line)).collect();
        self.put(&format!("<g class=\"{class}\"><title>{}</title>", title.join("\n")));
    }

    /// Notes where a record is: the left edge, the upper edge, the width and the height.
    pub(super) fn place(&mut self, kind: RecordKind, id: &str, place: [i32; 4]) {
        self.places.push((kind, id.to_owned(), place));
    }

    pub(super) fn close(&mut self) {
        self.put("</g>");
    }

    pub(super) fn path(&mut self, class: &str, data: &str) {
        self.put(&format!("<path class=\"{class}\" d=\"{data}\"/>"));
    }

    pub(super) fn text(&mut self, class: &str, (x, y): (i32, i32), text: &str) {
        if !clean(text).is_empty() {
            // What is written on lines has a seam of the colour of the paper: an element of its own below it, since not
            // every viewer paints the outline of letters before the letters.
            if class == "label" || class.starts_with("label ") {
                let seam = class.replace("label", "seam");
                self.put(&format!(
                    "<text class=\"{seam}\" aria-hidden=\"true\" x=\"{x}\" y=\"{y}\">{}</text>",
                    xml(text)
                ));
            }
            self.put(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", xml(text)));
        }
    }

    /// A curve through the middle of two places and a third, so many tenths of a pixel wide.
    pub(super) fn curve(&mut self, from: (i32, i32), by: (i32, i32), to: (i32, i32), tenths: i32) {
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let way = format!("M{} {}Q{} {} {} {}", from.0, from.1, by.0, by.1, to.0, to.1);
        self.put(&format!("<path class=\"chord\" stroke-width=\"{whole}.{tenth}\" d=\"{way}\"/>"));
    }

    /// Puts another picture on top.
    pub(super) fn append(&mut self, other: &Self) {
        self.body.push_str(&other.body);
    }

    /// The whole picture, with what it is in one line and in a few.
    pub(super) fn finish(self, (width, height): (i32, i32), title: &str, description: &str) -> Drawn {
        let mut whole = String::with_capacity(self.body.len() + STYLE.len() + 1000);
        // Writing to a string cannot fail.
        let _ = write!(
            whole,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" {} role=\"img\" aria-labelledby=\"title desc\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n{STYLE}\
             <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
            size(self.paper, (width, height)),
            xml(title),
            xml(description),
            self.body
        );
        Drawn { svg: whole, size: (width, height), places: self.places }
    }
}
