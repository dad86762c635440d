//! The content of a page, as its script reads it.

use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct Content {
    pub(super) language: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    /// What is stated of the dataset as a whole: labels and texts.
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) labels: BTreeMap<&'static str, &'static str>,
    /// The kinds that there are records of.
    pub(super) kinds: Vec<KindWords>,
    pub(super) records: Vec<Card>,
    pub(super) quotes: Vec<Quoted>,
    /// The sources that are quoted, in the order of their records.
    pub(super) sources: Vec<Part>,
    pub(super) texts: Vec<Marked>,
    pub(super) money: MoneyPart,
    pub(super) map: Picture,
    pub(super) timeline: Picture,
    pub(super) findings: Vec<Found>,
    pub(super) verdict: String,
    pub(super) programmes: Vec<usize>,
    pub(super) places: Vec<usize>,
    pub(super) statuses: Vec<String>,
    pub(super) years: (i32, i32),
    /// The kind and the id of the record that the page opens at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) focus: Option<(&'static str, String)>,
}

#[derive(Serialize)]
pub(super) struct KindWords {
    pub(super) id: &'static str,
    pub(super) one: &'static str,
    pub(super) many: &'static str,
}

/// A part of a line.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Part {
    /// A text.
    Text(String),
    /// The number of a record, by its name.
    Record(usize),
    /// The number of a record, by another text.
    Named(usize, String),
    /// An address.
    Address {
        u: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        t: Option<String>,
    },
}

/// A finding: severity, rule, record, message, help, and the severity in words.
pub(super) type Found = (&'static str, String, Option<usize>, String, Option<String>, &'static str);

/// A page of a text: lines of segments, each with the numbers of the quotes that it is in.
pub(super) type Page = Vec<Vec<(String, Vec<usize>)>>;

/// A label and its value.
pub(super) type Line = Vec<Part>;

/// A record. The names of members are short, since there are thousands of them in a page.
#[derive(Default, Serialize)]
pub(super) struct Card {
    /// The number of its kind.
    #[serde(rename = "k")]
    pub(super) kind: usize,
    #[serde(rename = "i")]
    pub(super) id: String,
    #[serde(rename = "n")]
    pub(super) name: String,
    /// Additional search terms, besides its name and id.
    #[serde(rename = "x")]
    pub(super) search: String,
    /// What it is called in a tree in place of its kind: the level of a goal.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<String>,
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<String>,
    /// Its dates in words.
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    pub(super) dates: Option<String>,
    #[serde(rename = "y", skip_serializing_if = "Option::is_none")]
    pub(super) years: Option<(i32, i32)>,
    #[serde(rename = "p", skip_serializing_if = "Vec::is_empty")]
    pub(super) programmes: Vec<usize>,
    #[serde(rename = "w", skip_serializing_if = "Vec::is_empty")]
    pub(super) places: Vec<usize>,
    #[serde(rename = "l")]
    pub(super) lines: Vec<Line>,
    /// Its goals as a tree: depth and number.
    #[serde(rename = "g", skip_serializing_if = "Vec::is_empty")]
    pub(super) goals: Vec<(usize, usize)>,
    /// Its indicators: title, values, the share of the target that is reached, and that in words.
    #[serde(rename = "m", skip_serializing_if = "Vec::is_empty")]
    pub(super) indicators: Vec<(String, String, Option<f64>, Option<String>)>,
    /// Passages that support the record: the quote, the fields that it supports, and how the source presents it.
    #[serde(rename = "e", skip_serializing_if = "Vec::is_empty")]
    pub(super) evidence: Vec<(usize, Vec<String>, Option<String>)>,
    /// The numbers of the findings about it.
    #[serde(rename = "f", skip_serializing_if = "Vec::is_empty")]
    pub(super) findings: Vec<usize>,
}

/// A passage of a source, once however many records rest on it.
#[derive(Serialize)]
pub(super) struct Quoted {
    /// The source: the number of its record, or its id where it has none.
    #[serde(rename = "s")]
    pub(super) source: Part,
    #[serde(rename = "q")]
    pub(super) quote: Option<String>,
    /// Where it is, in words.
    #[serde(rename = "w")]
    pub(super) locator: Option<String>,
    /// The language of the source, where it has one.
    #[serde(rename = "l", skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    /// Records that the passage supports, with the supported fields and how the source presents it.
    #[serde(rename = "r")]
    pub(super) records: Vec<(usize, Vec<String>, Option<String>)>,
}

/// The text of a source with its quotes marked.
#[derive(Serialize)]
pub(super) struct Marked {
    #[serde(rename = "s")]
    pub(super) source: Part,
    #[serde(rename = "l", skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    /// How much of it is quoted, in words.
    #[serde(rename = "c")]
    pub(super) coverage: String,
    pub(super) pages: Vec<Page>,
    /// The numbers of the quotes that are not marked.
    pub(super) lost: Vec<usize>,
}

#[derive(Serialize)]
pub(super) struct MoneyPart {
    pub(super) groups: Vec<MoneyGroup>,
    pub(super) notes: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct MoneyGroup {
    pub(super) title: &'static str,
    /// What the rows are by.
    pub(super) who: &'static str,
    /// Who, the status, the amount, and how much that is of the largest.
    pub(super) rows: Vec<(Part, String, String, f64)>,
}

#[derive(Serialize)]
pub(super) struct Picture {
    pub(super) svg: String,
    /// What is in it, in words.
    pub(super) words: String,
    /// The width and the height.
    pub(super) size: (i32, i32),
    /// The numbers of records on it, with the left edge, the upper edge, the width and the height of each.
    pub(super) places: Vec<(usize, [i32; 4])>,
}
