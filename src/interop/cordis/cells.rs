use super::row::Row;
use crate::interop::misfit_kind::MisfitKind;
use crate::interop::misfits::{At, Misfits};
use crate::interop::tree::{Object, Tree};
use crate::model::{Classification, Identifier};
use crate::reflect::{ValueError, excerpt};
use crate::values::{CurrencyCode, Decimal, Extensions, Label, List, Money, PartialDate, Text, Url};

/// Name of the extension with the cells of columns that the model has no member for.
const EXTENSION: &str = "eu.europa.cordis";

/// Name of the extension with the cells that could not be read.
const UNREAD: &str = "eu.europa.cordis.unread";

/// Language of the texts in the dumps.
pub(super) const LANGUAGE: &str = "en";

/// The cells of a row while a record is made of them: what could not be read and what has no member is noted and kept.
pub(super) struct Cells<'r> {
    row: &'r Row,
    pub misfits: &'r mut Misfits,
    kept: Object,
    unread: Object,
}

impl<'r> Cells<'r> {
    pub(super) const fn new(row: &'r Row, misfits: &'r mut Misfits) -> Self {
        Self { row, misfits, kept: Object::new(), unread: Object::new() }
    }

    /// The cell of a column, unless it is blank or absent.
    pub(super) fn get(&self, column: &str) -> Option<&'r str> {
        self.row.get(column)
    }

    /// Notes what a column says and the records do not.
    pub(super) fn note(&mut self, column: &str, message: &str) {
        let place = format!("{}/{column}", self.row.table);
        self.misfits.no_place(At { place: &place, line: Some(self.row.line) }, message);
    }

    /// Notes and keeps a cell that could not be read.
    pub(super) fn unread(&mut self, column: &str, text: &str, problem: &str) {
        let place = format!("{}/{column}", self.row.table);
        let at = At { place: &place, line: Some(self.row.line) };
        let message = || format!("{} was not read: {problem}; kept in extensions", excerpt(text));
        self.misfits.add(MisfitKind::Unread, at, problem, message);
        let whole = match self.unread.get(column).and_then(Tree::as_str) {
            Some(before) => format!("{before};{text}"),
            None => text.to_owned(),
        };
        self.unread.insert(column.to_owned(), Tree::String(whole));
    }

    /// Keeps a cell of a column without a member in the model.
    pub(super) fn keep(&mut self, column: &str) {
        if let Some(text) = self.get(column) {
            self.note(column, "no equivalent field; kept in extensions");
            self.kept.insert(column.to_owned(), Tree::string(text));
        }
    }

    /// Keeps a value that was made of cells.
    pub(super) fn keep_value(&mut self, name: &str, value: Tree) {
        self.kept.insert(name.to_owned(), value);
    }

    /// Keeps the cells of columns that are not known.
    pub(super) fn keep_others(&mut self) {
        let row = self.row;
        for (title, _) in row.filled().filter(|(title, _)| row.table.column(title).is_none()) {
            self.keep(title);
        }
    }

    /// Puts what was kept into the extensions of a record.
    pub(super) fn finish(self, extensions: &mut Extensions) {
        for (name, object) in [(EXTENSION, self.kept), (UNREAD, self.unread)] {
            if !object.is_empty() {
                merge(extensions, name, object);
            }
        }
    }

    fn refused<V>(&mut self, column: &str, text: &str, value: Result<V, ValueError>) -> Option<V> {
        value.map_err(|error| self.unread(column, text, error.problem())).ok()
    }

    fn value<V>(&mut self, column: &str, read: impl FnOnce(&str) -> Result<V, ValueError>) -> Option<V> {
        let text = self.get(column)?;
        self.refused(column, text, read(text))
    }

    pub(super) fn text(&mut self, column: &str, language: &str) -> Option<Text> {
        self.value(column, |text| Text::new(language, text))
    }

    pub(super) fn label(&mut self, column: &str) -> Option<Label> {
        self.value(column, |text| Label::new(text.trim()))
    }

    /// A date, or the day of a time.
    pub(super) fn date(&mut self, column: &str) -> Option<PartialDate> {
        self.value(column, |text| {
            let text = text.trim();
            text.parse().or_else(|error| match (text.get(..10), text.get(10..11)) {
                (Some(day), Some("T" | " ")) => day.parse(),
                _ => Err(error),
            })
        })
    }

    /// An amount in euro. The dumps write some with a decimal comma.
    pub(super) fn amount(&mut self, column: &str) -> Option<Decimal> {
        self.value(column, |text| plain_number(text.trim()).parse())
    }

    pub(super) fn money(&mut self, column: &str) -> Option<Money> {
        let amount = self.amount(column)?;
        euro(amount)
    }

    /// Reads a part of a cell as a label.
    pub(super) fn part(&mut self, column: &str, part: &str) -> Option<Label> {
        self.refused(column, part, Label::new(part.trim()))
    }

    /// Reads a web address, to which `http://` is added where it has no scheme.
    pub(super) fn url(&mut self, column: &str, text: &str) -> Option<Url> {
        let text = text.trim();
        let bare = !text.contains("://") && !text.starts_with("mailto:");
        let whole = if bare && !text.contains(':') { format!("http://{text}") } else { text.to_owned() };
        let url = self.refused(column, text, Url::new(&whole))?;
        if url.as_str() != text {
            self.note(column, "the address has no scheme: http:// was added");
        }
        Some(url)
    }

    pub(super) fn identifier(&mut self, scheme: &str, column: &str, identifiers: &mut List<Identifier>) {
        if let (Some(value), Ok(scheme)) = (self.label(column), Label::new(scheme)) {
            identifiers.push(Identifier::new(scheme, value));
        }
    }

    /// Adds the code of a column to the classifications.
    pub(super) fn code(&mut self, scheme: &str, column: &str, classifications: &mut List<Classification>) {
        if let Some(code) = self.label(column) {
            classifications.push(classification(scheme, Some(code), None));
        }
    }
}

pub(super) fn classification(scheme: &str, code: Option<Label>, title: Option<Text>) -> Classification {
    Classification { scheme: Label::new(scheme).ok(), code, title, ..Classification::default() }
}

/// Keeps a value in the extensions of a record beside what is kept there.
pub(super) fn keep_beside(extensions: &mut Extensions, name: &str, text: &str) {
    merge(extensions, EXTENSION, Object::from([(name.to_owned(), Tree::string(text))]));
}

/// Adds members to those of an extension; what is there stays.
fn merge(extensions: &mut Extensions, name: &str, mut more: Object) {
    let kept = extensions.get(name).and_then(Tree::parse);
    more.extend(kept.as_ref().map(Tree::members).cloned().unwrap_or_default());
    // An object of texts is JSON that extensions accept.
    let _ = extensions.insert(name, &more);
}

pub(super) fn euro(amount: Decimal) -> Option<Money> {
    Some(Money::new(amount, CurrencyCode::new("EUR").ok()?))
}

/// A number as decimals are written here: a comma before one to four decimals is a point, and zeros, signs and points
/// that say nothing are left out.
fn plain_number(text: &str) -> String {
    let decimals = text.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    let point = !text.contains('.') && text.matches(',').count() == 1 && (1..=4).contains(&decimals);
    let text = if point { text.replace(',', ".") } else { text.to_owned() };
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    if digits.is_empty() {
        return text;
    }
    let short = digits.trim_start_matches('0');
    let short =
        if short.is_empty() || short.starts_with('.') { format!("0{short}") } else { short.to_owned() };
    let is_zero = short.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let scientific =
        rust_decimal::Decimal::from_scientific(digits).ok().filter(|_| digits.contains(['e', 'E']));
    match scientific {
        Some(number) => format!("{sign}{number}"),
        None if is_zero => short,
        None => format!("{sign}{short}"),
    }
}

#[cfg(test)]
mod tests {
    use super::plain_number;

    #[test]
    fn numbers_are_written_plainly() {
        for (text, plain) in [
            ("960619,95", "960619.95"),
            ("2073781.25", "2073781.25"),
            ("1,234,567", "1,234,567"),
            ("1,23456", "1,23456"),
            ("1.234,5", "1.234,5"),
            ("-0.00", "0.00"),
            ("+007", "7"),
            ("0", "0"),
            ("0,5", "0.5"),
            ("1.5E3", "1500"),
            ("€ 5", "€ 5"),
            ("-", "-"),
            (".", "0."),
        ] {
            assert_eq!(plain_number(text), plain);
        }
    }
}
