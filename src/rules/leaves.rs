//! What can be told of a value by itself, or of an id by the table of ids: one walk over each record.

use super::ids::{Ids, Place};
use super::{Sink, codes, money, references, text, time};
use crate::model::Record;
use crate::shape::Path;
use crate::values::{Leaf, Money, Period, Visitor};

/// The visitor of one record.
pub(super) struct Leaves<'v, 's, 'r> {
    own: (Place, &'v str),
    ids: &'v Ids,
    sink: &'s mut Sink<'r>,
    compared: &'s mut usize,
}

impl Leaves<'_, '_, '_> {
    pub(super) fn check<T: Record>(
        record: &T,
        place: Place,
        at: &Path<'_>,
        ids: &Ids,
        compared: &mut usize,
        sink: &mut Sink<'_>,
    ) {
        let own = (place, record.id().as_str());
        record.walk(at, &mut Leaves { own, ids, sink, compared });
        text::check_record(record, own, at, sink);
    }
}

impl Visitor for Leaves<'_, '_, '_> {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        let (own, sink) = (self.own, &mut *self.sink);
        match leaf {
            // The record's own id.
            Leaf::Id(..) if at.name() == Some("id") => {}
            Leaf::Id(kind, id) => references::check(own, at, kind, id, self.ids, self.compared, sink),
            Leaf::Text(value) => text::check(own, at, value, sink),
            Leaf::Label(value) => text::check_label(own, at, value.as_str(), sink),
            Leaf::Url(value) => text::check_url(own, at, value, sink),
            Leaf::Code(code) => codes::check_word(own, at, code, sink),
            Leaf::Country(code) => codes::check_country(own, at, *code, sink),
            Leaf::Currency(code) => codes::check_currency(own, at, *code, sink),
            Leaf::Language(language) => codes::check_language(own, at, language.primary(), sink),
            _ => {}
        }
    }

    fn period(&mut self, at: &Path<'_>, period: &Period) {
        time::check_period(self.own, at, period, self.sink);
    }

    fn money(&mut self, at: &Path<'_>, money: &Money) {
        money::check_amount(self.own, at, money, self.sink);
    }
}
