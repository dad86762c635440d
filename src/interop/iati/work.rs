//! The reading of one activity or organisation file entry, and the values in it.

use super::element::Element;
use super::rest::Rest;
use super::shared::{EXTENSION, Shared, UNREAD};
use crate::dataset::RecordLine;
use crate::interop::ids::{Ids, local_id};
use crate::interop::misfits::At;
use crate::interop::tree::Tree;
use crate::interop::{MisfitKind, Misfits};
use crate::model::{Identifier, OrganizationId, Record};
use crate::reflect::ValueError;
use crate::values::{Decimal, Extensions, Id, Label, Link, LinkRel, Money, PartialDate, Period, Text, Url};
use std::str::FromStr;

pub(super) const TIME_OF_DAY: &str = "no field for the time of day or time zone; kept in extensions";

/// What is read of one record of the file, with what it needs to know from around it.
pub(super) struct Work<'w> {
    pub shared: &'w mut Shared,
    pub misfits: &'w mut Misfits,
    pub out: &'w mut Vec<RecordLine>,
    /// Language and currency of values that name none.
    pub language: Option<String>,
    pub currency: Option<String>,
    /// The reporting organization, and its reference.
    pub reporter: Option<OrganizationId>,
    pub publisher: String,
    /// Id of the record itself, which the ids of its parts begin with.
    pub id: String,
    /// Ids of its parts.
    pub ids: Ids,
}

impl Work<'_> {
    /// Reports a value that cannot be read, and keeps it.
    pub(super) fn unread(&mut self, element: &Element, attribute: &str, why: &str) {
        element.unread_attribute(attribute);
        let place = format!("{}/@{attribute}", element.path);
        let at = At { place: &place, line: Some(element.line) };
        self.misfits.add(MisfitKind::Unread, at, why, || format!("{why}; kept in extensions"));
    }

    /// Reports a whole element that cannot be read, and keeps it.
    pub(super) fn unread_element(&mut self, element: &Element, why: &str) {
        element.unread();
        self.misfits.add(MisfitKind::Unread, element.at(), why, || format!("{why}; kept in extensions"));
    }

    /// Reports something that the model states in another way.
    pub(super) fn remark(&mut self, element: &Element, message: &str) {
        self.misfits.no_place(element.at(), message);
    }

    /// The value of an attribute, read into a type.
    pub(super) fn parsed<V: FromStr<Err = ValueError>>(
        &mut self,
        element: &Element,
        attribute: &str,
    ) -> Option<V> {
        let text = element.attribute(attribute)?;
        text.parse().map_err(|error: ValueError| self.unread(element, attribute, error.problem())).ok()
    }

    /// The entry of a code in a list.
    pub(super) fn listed<T: Copy>(
        &mut self,
        element: &Element,
        attribute: &str,
        list: &[(&'static str, T)],
    ) -> Option<T> {
        let code = element.attribute(attribute)?;
        let entry = super::codes::find(list, code);
        if entry.is_none() {
            self.unread(element, attribute, "the code is not in the IATI code list");
        }
        entry
    }

    /// A number as `xsd:decimal` allows it: a plus, needless zeros and a bare point go.
    pub(super) fn decimal(&mut self, element: &Element, attribute: &str) -> Option<Decimal> {
        let text = element.attribute(attribute)?;
        let read = plain_number(text).parse::<Decimal>();
        read.map_err(|error| self.unread(element, attribute, error.problem())).ok()
    }

    /// A date. Of a date with a time of day, only the date is read.
    pub(super) fn date(&mut self, element: &Element, attribute: &str) -> Option<PartialDate> {
        let text = element.attribute(attribute)?;
        let date = text.get(..10).filter(|date| date.len() < text.len());
        let date =
            date.filter(|_| text.get(10..).is_some_and(|rest| rest.starts_with(['T', 'Z', '+', '-', ' '])));
        match date.unwrap_or(text).parse::<PartialDate>() {
            Ok(read) => {
                if date.is_some() {
                    element.keep_attribute(attribute);
                    let place = format!("{}/@{attribute}", element.path);
                    let at = At { place: &place, line: Some(element.line) };
                    self.misfits.no_place(at, TIME_OF_DAY);
                }
                Some(read)
            }
            Err(error) => {
                self.unread(element, attribute, error.problem());
                None
            }
        }
    }

    /// The days of the children `period-start` and `period-end`.
    pub(super) fn period(&mut self, element: &Element) -> Option<Period> {
        let start = element.first("period-start").and_then(|start| self.date(start, "iso-date"));
        let end = element.first("period-end").and_then(|end| self.date(end, "iso-date"));
        period(start, end)
    }

    /// The amount of the child `value`. Its date is kept if it is not the expected one.
    pub(super) fn value(&mut self, element: &Element, expected: Option<PartialDate>) -> Option<Money> {
        let value = element.first("value")?;
        let money = self.money(value);
        let date = value.peek("value-date").and_then(|date| date.parse::<PartialDate>().ok());
        if date.is_some() && date == expected {
            value.attribute("value-date");
        }
        money
    }

    fn money(&mut self, value: &Element) -> Option<Money> {
        let amount = plain_number(value.own_text()?);
        let default = self.currency.clone();
        let Some(currency) = value.attribute("currency").map(str::to_owned).or(default) else {
            self.unread_element(value, "an amount needs a currency");
            return None;
        };
        match Money::parse(&amount, &currency) {
            Ok(money) => Some(money),
            Err(error) => {
                self.unread_element(value, error.problem());
                None
            }
        }
    }

    /// A label; `None`, with a report, if the text is none.
    pub(super) fn label(&mut self, element: &Element, text: &str) -> Option<Label> {
        let why = |error: ValueError| self.unread_element(element, error.problem());
        Label::new(text).map_err(why).ok()
    }

    pub(super) fn identifier(&mut self, element: &Element, scheme: &str, value: &str) -> Option<Identifier> {
        Some(Identifier::new(self.label(element, scheme)?, self.label(element, value)?))
    }

    /// An identifier from an attribute, if it has a value.
    pub(super) fn attribute_identifier(
        &mut self,
        element: &Element,
        attribute: &str,
        scheme: &str,
    ) -> Option<Identifier> {
        let value = element.attribute(attribute)?;
        match (Label::new(scheme), Label::new(value)) {
            (Ok(scheme), Ok(value)) => Some(Identifier::new(scheme, value)),
            (Err(error), _) | (_, Err(error)) => {
                self.unread(element, attribute, error.problem());
                None
            }
        }
    }

    /// A web address, with `http://` before one that begins with `www.`.
    pub(super) fn url(&mut self, element: &Element, text: &str) -> Option<Url> {
        let completed = text.starts_with("www.").then(|| format!("http://{text}"));
        if completed.is_some() {
            self.remark(element, "http:// was added to a web address that begins with www.");
        }
        let read = completed.as_deref().unwrap_or(text).parse::<Url>();
        read.map_err(|error| self.unread_element(element, error.problem())).ok()
    }

    /// An id of a part: the id of the record, and what names the part in it.
    pub(super) fn part<T: Record>(&mut self, rest: &str) -> Option<Id<T>> {
        let whole = format!("{}/{}", self.id, local_id(rest));
        // Kinds have ids of their own, but the parts of one record are few enough to keep them all apart.
        self.ids.free(&local_id(&whole))
    }

    /// Keeps what was not read of an element in the extensions of its record.
    pub(super) fn keep_rest(&mut self, element: &Element, extensions: &mut Extensions) {
        let rest = element.take_rest(self.misfits);
        self.keep(element, extensions, rest);
    }

    pub(super) fn keep(&mut self, element: &Element, extensions: &mut Extensions, rest: Rest) {
        for (name, rest) in [(EXTENSION, rest.kept), (UNREAD, rest.unread)] {
            if !rest.is_empty() && extensions.insert(name, &Tree::Object(rest)).is_err() {
                self.misfits.unread(element.at(), "extensions cannot keep it: left out");
            }
        }
    }
}

/// A period of the days that are known.
pub(super) fn period(start: Option<PartialDate>, end: Option<PartialDate>) -> Option<Period> {
    match (start, end) {
        (Some(start), Some(end)) => Some(Period::between(start, end)),
        (Some(start), None) => Some(Period::since(start)),
        (None, Some(end)) => Some(Period::until(end)),
        (None, None) => None,
    }
}

/// A number without a plus, needless zeros, a bare point, or a minus before zero.
pub(super) fn plain_number(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if digits == "." || digits.is_empty() {
        return text.to_owned();
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let is_zero = whole == "0" && decimals.bytes().all(|digit| digit == b'0');
    let sign = if is_zero { "" } else { sign };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{decimals}")
}

/// A link to an address, with its relation.
pub(super) fn link(url: Url, rel: LinkRel) -> Link {
    Link { url: Some(url), rel: Some(rel), ..Link::default() }
}

/// The name of a code in English, if it is known.
pub(super) fn title(titles: super::titles::Titles, code: &str) -> Option<Text> {
    Text::new("en", super::codes::find(titles, code)?).ok()
}
