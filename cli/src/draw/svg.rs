//! A picture as it is written: every text goes through one door.

use super::style::STYLE;
use super::text::{clean, xml};
use std::fmt::Write as _;

/// A picture that grows.
#[derive(Default)]
pub(super) struct Svg {
    body: String,
}

impl Svg {
    /// A line of markup that holds nothing of a dataset.
    pub(super) fn put(&mut self, markup: &str) {
        self.body.push_str(markup);
        self.body.push('\n');
    }

    /// Opens a part that tells what it is to whoever points at it or has it read aloud.
    pub(super) fn open(&mut self, class: &str, title: &[String]) {
        let title: Vec<String> = title.iter().map(|line| xml(line)).collect();
        self.put(&format!("<g class=\"{class}\"><title>{}</title>", title.join("\n")));
    }

    pub(super) fn close(&mut self) {
        self.put("</g>");
    }

    pub(super) fn path(&mut self, class: &str, data: &str) {
        self.put(&format!("<path class=\"{class}\" d=\"{data}\"/>"));
    }

    pub(super) fn text(&mut self, class: &str, (x, y): (i32, i32), text: &str) {
        if !clean(text).is_empty() {
            self.put(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", xml(text)));
        }
    }

    /// Puts another picture on top.
    pub(super) fn append(&mut self, other: &Self) {
        self.body.push_str(&other.body);
    }

    /// The whole picture, with what it is in one line and in a few.
    pub(super) fn finish(self, (width, height): (i32, i32), title: &str, description: &str) -> String {
        let mut whole = String::with_capacity(self.body.len() + STYLE.len() + 1000);
        // Writing to a string cannot fail.
        let _ = write!(
            whole,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title desc\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n{STYLE}\
             <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
            xml(title),
            xml(description),
            self.body
        );
        whole
    }
}
