use super::catalogue::RuleInfo;
use super::memory::{Involvement, Memory, Observed, RecordAt};
use super::reporter::Reporter;
use crate::dataset::Header;
use crate::reflect::Path;
use crate::values::{Leaf, Money, Period};
use chrono::NaiveDate;

/// A family of rules: what it looks for, what it keeps of records, and what it makes of that in the end.
///
/// The value itself is what it keeps. Each record is shown to it once, value by value and then whole; what can be
/// decided from one record is reported at once. What depends on others becomes a fact, and all facts are looked at
/// when there are no more records. Whatever a family does is linear or n log n in what it is shown.
pub(super) trait Family: Default {
    /// Its rules, in the order of the catalogue.
    const RULES: &'static [&'static RuleInfo];

    /// Looks at a value, of a record or of what the dataset says of itself.
    #[inline]
    fn value(
        &mut self,
        _record: Option<RecordAt<'_>>,
        _at: &Path<'_>,
        _value: Leaf<'_>,
        _context: &mut Context<'_, '_>,
    ) {
    }

    /// Looks at a period of a record.
    #[inline]
    fn period(
        &mut self,
        _record: RecordAt<'_>,
        _at: &Path<'_>,
        _period: &Period,
        _context: &mut Context<'_, '_>,
    ) {
    }

    /// Looks at an amount of money in a record.
    #[inline]
    fn money(
        &mut self,
        _record: RecordAt<'_>,
        _at: &Path<'_>,
        _money: &Money,
        _context: &mut Context<'_, '_>,
    ) {
    }

    /// Looks at an object in a record that has no member.
    #[inline]
    fn empty(&mut self, _record: RecordAt<'_>, _at: &Path<'_>, _context: &mut Context<'_, '_>) {}

    /// Looks at what the dataset says of itself.
    #[inline]
    fn header(&mut self, _header: &Header, _context: &mut Context<'_, '_>) {}

    /// Looks at a record, whose values it has been shown.
    #[inline]
    fn record(&mut self, _observed: &Observed<'_>, _context: &mut Context<'_, '_>) {}

    /// Looks at the facts of all records.
    #[inline]
    fn finish(&mut self, _memory: &Memory, _sink: &mut Reporter<'_>) {}

    /// Looks at who is involved in what: body by body, and in each party by party. By then every family has finished and
    /// has freed what it does not need for this.
    #[inline]
    fn finish_involvements(&mut self, _all: &[Involvement], _memory: &Memory, _sink: &mut Reporter<'_>) {}
}

/// Context of a family while it looks at a record.
pub(super) struct Context<'s, 'r> {
    pub memory: &'s mut Memory,
    pub reporter: &'s mut Reporter<'r>,
    /// What day is today, where that was said.
    pub today: Option<NaiveDate>,
}
