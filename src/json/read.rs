use super::plain::plain;
use super::{MAX_NESTING, Scanner, Token, compact};
use serde::Deserialize;
use serde::de::value::Error;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IntoDeserializer as _, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use std::borrow::Cow;

/// Reads values from JSON text, strictly and without a tree.
///
/// It reads what records are made of: objects, lists, strings, whole numbers that are not negative, truth values, and JSON
/// text as it stands. Anything else is an error, which says that something is wrong and not where: the search for faults
/// tells that.
pub(crate) struct Reader<'de> {
    text: &'de str,
    at: usize,
}

/// Reads a text that is one value and nothing else. An error comes with the byte at which reading stopped.
pub(crate) fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, (usize, Error)> {
    let mut reader = Reader { text, at: 0 };
    let read = T::deserialize(&mut reader).and_then(|value| match reader.next() {
        None => Ok(value),
        Some(_) => Err(Error::custom("something follows the value")),
    });
    read.map_err(|error| (reader.at, error))
}

const BLANKS: [u8; 8] = [b' '; 8];

impl<'de> Reader<'de> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over so many bytes.
    fn pass(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// The next byte that is no blank, at which it then stands.
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b'\n') => {
                    self.pass(1);
                    // Lines of a written document begin with many.
                    while self.text.as_bytes().get(self.at..).and_then(<[u8]>::first_chunk) == Some(&BLANKS) {
                        self.pass(BLANKS.len());
                    }
                }
                Some(b' ' | b'\t' | b'\r') => self.pass(1),
                other => return other,
            }
        }
    }

    /// Passes over a byte that must come next.
    fn expect(&mut self, byte: u8) -> Result<(), Error> {
        if self.next() == Some(byte) {
            self.pass(1);
            return Ok(());
        }
        Err(Error::custom("something else was expected"))
    }

    /// The string that begins here, without its quotation marks.
    fn string(&mut self) -> Result<Cow<'de, str>, Error> {
        let start = self.at.saturating_add(1);
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let end = start.saturating_add(plain(rest));
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end.saturating_add(1);
            return Ok(Cow::Borrowed(self.text.get(start..end).unwrap_or_default()));
        }
        match self.token()? {
            Token::String(string) => Ok(string.text()),
            _ => Err(Error::custom("no string")),
        }
    }

    /// The token that begins here.
    fn token(&mut self) -> Result<Token<'de>, Error> {
        let mut scanner = Scanner::starting(self.text, self.at);
        let token = scanner.next().map_err(|_| Error::custom("no JSON"))?;
        self.at = scanner.offset();
        token.ok_or_else(|| Error::custom("the text ends"))
    }

    /// Shows the visitor a string.
    fn show<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        match self.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn object<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        self.pass(1);
        let mut members = Parts { reader: self, first: true, closed: false };
        let value = visitor.visit_map(&mut members)?;
        if members.closed { Ok(value) } else { self.expect(b'}').map(|()| value) }
    }

    fn list<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        self.pass(1);
        let mut items = Parts { reader: self, first: true, closed: false };
        let value = visitor.visit_seq(&mut items)?;
        if items.closed { Ok(value) } else { self.expect(b']').map(|()| value) }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.next() {
            Some(b'"') => self.show(visitor),
            Some(b'{') => self.object(visitor),
            Some(b'[') => self.list(visitor),
            _ => match self.token()? {
                Token::True => visitor.visit_bool(true),
                Token::False => visitor.visit_bool(false),
                Token::Number(digits) => match digits.parse() {
                    Ok(number) => visitor.visit_u64(number),
                    Err(_) => Err(Error::custom("no whole number")),
                },
                Token::Null => Err(Error::invalid_type(Unexpected::Unit, &visitor)),
                _ => Err(Error::custom("no value")),
            },
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.next() == Some(b'"') { self.show(visitor) } else { self.deserialize_any(visitor) }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.next() == Some(b'{') { self.object(visitor) } else { self.deserialize_any(visitor) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.next() == Some(b'[') { self.list(visitor) } else { self.deserialize_any(visitor) }
    }

    /// JSON text is asked for as a struct around a string (`serde_json::value::RawValue`); nothing else is.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut scanner = Scanner::starting(self.text, self.at);
        let text = compact(&mut scanner, self.text, MAX_NESTING)
            .map_err(|_| Error::custom("no JSON text that can be kept"))?;
        self.at = scanner.offset();
        visitor.visit_map(Verbatim { name, text: Some(text) })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf option unit unit_struct tuple tuple_struct struct
        enum ignored_any
    }
}

/// The members of an object or the items of a list, one after the other.
struct Parts<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
    closed: bool,
}

impl Parts<'_, '_> {
    /// Whether there is one more before this bracket. It is passed over.
    fn more(&mut self, bracket: u8) -> Result<bool, Error> {
        match self.reader.next() {
            Some(byte) if byte == bracket => {
                self.reader.pass(1);
                self.closed = true;
                Ok(false)
            }
            Some(_) if self.first => {
                self.first = false;
                Ok(true)
            }
            _ => self.reader.expect(b',').map(|()| true),
        }
    }
}

impl<'de> MapAccess<'de> for &mut Parts<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        if !self.more(b'}')? {
            return Ok(None);
        }
        if self.reader.next() != Some(b'"') {
            return Err(Error::custom("no name"));
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> SeqAccess<'de> for &mut Parts<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.more(b']')? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

/// JSON text under the name that it is asked for by.
struct Verbatim {
    name: &'static str,
    text: Option<String>,
}

impl<'de> MapAccess<'de> for Verbatim {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        if self.text.is_none() {
            return Ok(None);
        }
        seed.deserialize(self.name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.text.take().unwrap_or_default().into_deserializer())
    }
}
