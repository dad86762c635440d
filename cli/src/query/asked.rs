use super::about::About;
use crate::reader::Reader;
use cooperation::PartialDate;
use std::error::Error;

/// What is asked: about which record, and in which year, month or on which day.
pub(crate) struct Asked<'r, 'a> {
    pub(crate) reader: &'r Reader<'a>,
    pub(crate) about: &'r About<'a>,
    pub(crate) date: Option<PartialDate>,
}

pub(crate) type Told = Result<(), Box<dyn Error>>;
