use super::about::About;
use super::answer::Answer;
use crate::reader::Reader;
use cooperation::PartialDate;
use std::error::Error;

/// What is asked: about which record, and in which year, month or on which day.
pub(crate) struct Asked<'r, 'a> {
    pub(crate) reader: &'r Reader<'a>,
    pub(crate) about: &'r About<'a>,
    pub(crate) date: Option<PartialDate>,
    /// Most items of a list that other records have in their answers too, such as the subjects of a cooperation: all of
    /// them where one record is asked about.
    pub(crate) most: usize,
}

/// Most items of such a list where all records are asked about: otherwise the answers would grow with the square of the
/// number of records.
pub(crate) const MOST: usize = 50;

impl Asked<'_, '_> {
    /// Says how many items are left out, and how all of them are listed.
    pub(crate) fn left_out(&self, answer: &mut Answer, count: usize) {
        if count > 0 {
            let words = self.reader.words;
            let record = format!("{}/{}", self.about.kind.as_str(), self.about.id);
            answer.say(words.fill("{} more: --about {} lists all", &[&words.number(count), &record]));
        }
    }
}

pub(crate) type Told = Result<(), Box<dyn Error>>;
