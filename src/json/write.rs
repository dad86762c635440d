use super::plain::plain;
use serde::Serialize;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use std::fmt::{self, Write as _};
use std::io;

/// Writes values as JSON text, compact or indented by two blanks for each level.
///
/// It writes what records are made of: objects with strings for names, lists, strings, whole numbers, truth values, and
/// JSON text as it stands. Anything else is an error.
pub(crate) struct Writer<'w> {
    out: String,
    /// Where the text goes when there is enough of it. Without one it is kept.
    sink: Option<&'w mut dyn io::Write>,
    failed: Option<io::Error>,
    indented: bool,
    level: usize,
    /// The next string is JSON text.
    verbatim: bool,
}

/// So much text is kept before it goes to the sink.
const ENOUGH: usize = 1 << 16;

/// What comes between two members, and the blanks of up to 31 levels.
const COMMA_LINE: &str = ",\n                                                              ";

impl<'w> Writer<'w> {
    /// A writer that gives its text to the sink, or keeps it where there is none.
    pub(crate) fn new(sink: Option<&'w mut dyn io::Write>, indented: bool) -> Self {
        let out = String::with_capacity(if sink.is_some() { ENOUGH.saturating_mul(2) } else { 0 });
        Self { out, sink, failed: None, indented, level: 0, verbatim: false }
    }

    /// Writes a value, and a line break after it.
    pub(crate) fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.value(value)?;
        self.out.push('\n');
        Ok(())
    }

    /// Writes a value.
    pub(crate) fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        value
            .serialize(&mut *self)
            .map_err(|error| self.failed.take().unwrap_or_else(|| io::Error::other(error)))
    }

    /// Gives the sink all there is; what is kept is returned.
    pub(crate) fn finish(mut self) -> io::Result<String> {
        self.flush()?;
        if let Some(sink) = &mut self.sink {
            sink.flush()?;
        }
        Ok(self.out)
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(sink) = &mut self.sink {
            sink.write_all(self.out.as_bytes())?;
            self.out.clear();
        }
        Ok(())
    }

    fn open(&mut self, bracket: char) -> Members<'_, 'w> {
        self.out.push(bracket);
        self.level = self.level.saturating_add(1);
        Members { writer: self, empty: true }
    }

    /// Begins a line for a member or a bracket.
    fn begin(&mut self, first: bool) {
        let start = usize::from(first);
        if !self.indented {
            self.out.push_str(COMMA_LINE.get(start..1).unwrap_or_default());
            return;
        }
        let end = self.level.saturating_mul(2).saturating_add(2);
        if let Some(line) = COMMA_LINE.get(start..end) {
            self.out.push_str(line);
        } else {
            self.out.push_str(COMMA_LINE.get(start..2).unwrap_or_default());
            (0..self.level).for_each(|_| self.out.push_str("  "));
        }
    }

    fn close(&mut self, empty: bool, bracket: char) -> fmt::Result {
        self.level = self.level.saturating_sub(1);
        if !empty {
            self.begin(true);
        }
        self.out.push(bracket);
        if self.out.len() >= ENOUGH
            && let Err(error) = self.flush()
        {
            self.failed = Some(error);
            return Err(fmt::Error);
        }
        Ok(())
    }
}

/// Adds a text with what JSON does not take in a string escaped.
fn push_escaped(out: &mut String, text: &str) {
    if plain(text.as_bytes()) == text.len() {
        out.push_str(text);
        return;
    }
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => {
                out.push_str(if letter < '\u{10}' { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(u32::from(letter) & 0xf, 16));
            }
            _ => out.push(letter),
        }
    }
}

/// What a value shows of itself, escaped on its way.
struct Escaping<'o>(&'o mut String);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push_escaped(self.0, text);
        Ok(())
    }
}

/// Writes the members of an object or the items of a list.
pub(crate) struct Members<'m, 'w> {
    writer: &'m mut Writer<'w>,
    empty: bool,
}

impl SerializeMap for Members<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> fmt::Result {
        self.writer.begin(self.empty);
        self.empty = false;
        name.serialize(&mut *self.writer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.writer.out.push_str(if self.writer.indented { ": " } else { ":" });
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> fmt::Result {
        self.writer.close(self.empty, '}')
    }
}

impl SerializeSeq for Members<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> fmt::Result {
        self.writer.begin(self.empty);
        self.empty = false;
        item.serialize(&mut *self.writer)
    }

    fn end(self) -> fmt::Result {
        self.writer.close(self.empty, ']')
    }
}

/// JSON text comes as a struct around a string (`serde_json::value::RawValue`); records themselves come as maps.
pub(crate) struct Verbatim<'m, 'w>(&'m mut Writer<'w>);

impl SerializeStruct for Verbatim<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, text: &T) -> fmt::Result {
        self.0.verbatim = true;
        text.serialize(&mut *self.0)
    }

    fn end(self) -> fmt::Result {
        Ok(())
    }
}

/// Kinds of values that records do not have.
macro_rules! refused {
    ($($name:ident: $type:ty,)*) => {
        $(
            fn $name(self, _: $type) -> fmt::Result {
                Err(fmt::Error::custom("no part of a record"))
            }
        )*
    };
}

macro_rules! whole {
    ($($name:ident: $type:ty,)*) => {
        $(
            fn $name(self, number: $type) -> fmt::Result {
                write!(self.out, "{number}")
            }
        )*
    };
}

impl<'m, 'w> Serializer for &'m mut Writer<'w> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Members<'m, 'w>;
    type SerializeMap = Members<'m, 'w>;
    type SerializeStruct = Verbatim<'m, 'w>;
    type SerializeTuple = Impossible<(), fmt::Error>;
    type SerializeTupleStruct = Impossible<(), fmt::Error>;
    type SerializeTupleVariant = Impossible<(), fmt::Error>;
    type SerializeStructVariant = Impossible<(), fmt::Error>;

    whole! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_bool: bool,
    }

    refused! {
        serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_str(self, text: &str) -> fmt::Result {
        if std::mem::take(&mut self.verbatim) {
            self.out.push_str(text);
            return Ok(());
        }
        self.out.push('"');
        push_escaped(&mut self.out, text);
        self.out.push('"');
        Ok(())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> fmt::Result {
        self.out.push('"');
        write!(Escaping(&mut self.out), "{value}")?;
        self.out.push('"');
        Ok(())
    }

    fn serialize_none(self) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> fmt::Result {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'m, 'w>, fmt::Error> {
        Ok(self.open('['))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'m, 'w>, fmt::Error> {
        Ok(self.open('{'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Verbatim<'m, 'w>, fmt::Error> {
        Ok(Verbatim(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use serde::Serialize;
    use std::collections::BTreeMap;
    use std::io;

    fn written(value: &impl Serialize, indented: bool) -> String {
        let mut writer = Writer::new(None, indented);
        writer.value(value).and_then(|()| writer.finish()).unwrap_or_else(|error| format!("{error}"))
    }

    fn agrees(value: &impl Serialize) {
        assert_eq!(Some(written(value, false)), serde_json::to_string(value).ok());
        assert_eq!(Some(written(value, true)), serde_json::to_string_pretty(value).ok());
    }

    #[test]
    fn every_character_is_escaped_as_serde_json_does() {
        for letter in ('\0'..='\u{2ff}').chain(['\u{2028}', '\u{feff}', '\u{1f600}']) {
            agrees(&format!("{letter}"));
            agrees(&format!("long enough to be searched many bytes at a time {letter} and so on"));
        }
    }

    #[test]
    fn lists_and_objects_at_any_depth_are_written_as_serde_json_does() {
        agrees(&Vec::<u8>::new());
        agrees(&BTreeMap::<&str, u8>::new());
        agrees(&BTreeMap::from([("a", vec![Some(1_i64), None]), ("b\"", vec![]), ("c", vec![Some(-5)])]));
        let deep = |depth: usize| format!("{}true{}", r#"[{"a":"#.repeat(depth), "}]".repeat(depth));
        for depth in [1, 14, 15, 16, 17, 30] {
            let value: Result<serde_json::Value, _> = serde_json::from_str(&deep(depth));
            assert!(value.is_ok());
            agrees(&value.unwrap_or_default());
        }
    }

    #[test]
    fn json_text_is_written_as_it_stands() {
        let raw = serde_json::value::RawValue::from_string(r#"{ "a": [1e999, "\u00e5"] }"#.to_owned());
        agrees(&BTreeMap::from([("raw", raw.ok()), ("more", None)]));
    }

    /// Everything that a variant can be.
    #[derive(Debug, Serialize)]
    enum Kept {
        None,
        One(u8),
        Two(u8, u8),
        Three { at: u8 },
    }

    #[derive(Serialize)]
    struct Pair(u8, u8);

    #[test]
    fn what_no_record_holds_is_an_error() {
        assert!(Writer::new(None, false).value(&0.5).is_err());
        assert!(Writer::new(None, false).value(&('a', 1)).is_err());
        for kept in [&Kept::One(1), &Kept::Two(1, 2), &Kept::Three { at: 3 }] {
            assert!(Writer::new(None, false).value(kept).is_err(), "{kept:?}");
        }
        assert!(Writer::new(None, false).value(&Pair(1, 2)).is_err());
        agrees(&Kept::None);
    }

    #[test]
    fn a_sink_that_fails_is_told_of() {
        struct Full;
        impl io::Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::Error::new(io::ErrorKind::StorageFull, "no room"))
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let many = vec!["some text"; 100_000];
        let mut full = Full;
        let mut writer = Writer::new(Some(&mut full), true);
        let error = writer.line(&BTreeMap::from([("a", &many)])).err();
        assert_eq!(error.map(|error| error.kind()), Some(io::ErrorKind::StorageFull));
        let mut small = Writer::new(Some(&mut full), true);
        assert!(small.line(&"a").is_ok());
        assert!(small.finish().is_err());
    }
}
