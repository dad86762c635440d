//! Reading and writing through serde: the impls of every type of the crate call the same two functions.
//!
//! A deserializer hands over its value as JSON text, which the crate's own reader takes: so there is one grammar, one
//! strictness and one set of messages, whatever format a value comes in. `serde_json` hands over the text as it stands,
//! digits and all; from any other format it is written down, led by the shape, so that a format without types (a form,
//! an environment) is asked for a string where the type has one.

use super::diagnose::first_fault;
use super::read::{Read, Reader, Refused};
use super::write::push_string;
use super::{MAX_NESTING, TOO_DEEP};
use crate::reflect::{Entry, Node, Shape, Shaped, View};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeMap as _, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// Under this name `serde_json` is asked for the text of a value, and marks one that it passes on: what its `RawValue`
/// does. Were it to change, numbers of custom data would lose digits beyond those of an `f64`, which a test would see.
const RAW: &str = "$serde_json::private::RawValue";

/// Under this name a `serde_json` that was told to keep all digits gives a number to those who ask for any value.
const NUMBER: &str = "$serde_json::private::Number";

/// Under this name `toml` gives a date that stands without quotation marks.
const TOML_DATE: &str = "$__toml_private_datetime";

/// Reads a value through serde.
pub(crate) fn deserialize<'de, T: Read + Shaped, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = text_of(&T::SHAPE, deserializer)?;
    Reader::whole(&text).map_err(|_| D::Error::custom(first_fault(&text, &T::SHAPE)))
}

/// The JSON text of whatever the deserializer has.
fn text_of<'de, D: Deserializer<'de>>(shape: &Shape, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
    match shape {
        // A string needs no text of its own where it may be the key of a map, and is asked for as one.
        Shape::String(_) => transcribed(shape, |transcribe| transcribe.deserialize(deserializer)),
        _ => deserializer.deserialize_newtype_struct(RAW, JsonTextOf(shape)),
    }
}

/// The JSON text that is written down of a value of this shape.
fn transcribed<'de, E>(
    shape: &Shape,
    write: impl FnOnce(Transcribe<'_, '_>) -> Result<(), E>,
) -> Result<Cow<'de, str>, E> {
    let mut text = String::new();
    write(Transcribe { shape, depth: 0, out: &mut text })?;
    Ok(Cow::Owned(text))
}

/// A text that is one value, whatever it is, without blanks between its tokens.
struct Json(String);

impl Read for Json {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        reader.any().map(Self)
    }
}

/// Takes the text of a value from `serde_json`, or writes down what another format has.
struct JsonTextOf<'s>(&'s Shape);

impl<'de> Visitor<'de> for JsonTextOf<'_> {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&expected(self.0))
    }

    /// Fallback for formats that do not know this request.
    ///
    /// The names of the members are given, so that of several types with `#[serde(flatten)]` in one struct each takes
    /// what is its own.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        transcribed(self.0, |transcribe| match self.0 {
            Shape::Object(object) => deserializer.deserialize_struct(object.name, object.names, transcribe),
            Shape::Choice(choice) => deserializer.deserialize_struct(choice.name, choice.tags, transcribe),
            _ => transcribe.deserialize(deserializer),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        match map.next_key_seed(CowStr)? {
            Some(name) if name == RAW => map.next_value_seed(CowStr),
            first => transcribed(self.0, |transcribe| transcribe.members(first, map)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        transcribed(self.0, |transcribe| transcribe.visit_seq(items))
    }
}

/// A string, borrowed where it can be.
struct CowStr;

impl<'de> DeserializeSeed<'de> for CowStr {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for CowStr {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// Writes down as JSON text what a deserializer has.
struct Transcribe<'s, 'o> {
    shape: &'s Shape,
    /// In how many objects and lists it stands that no shape leads through. A format need not have a limit of its own.
    depth: usize,
    out: &'o mut String,
}

const ANY: &Shape = &Shape::Any;

impl<'s> Transcribe<'s, '_> {
    /// The depth of what is inside of an object or a list.
    fn inner_depth<E: serde::de::Error>(&self) -> Result<usize, E> {
        match self.shape {
            Shape::Any if self.depth >= MAX_NESTING => Err(E::custom(TOO_DEEP)),
            Shape::Any => Ok(self.depth.saturating_add(1)),
            _ => Ok(0),
        }
    }

    /// A value that a format has handed over as its text, under a name of its own: one value, as strict as any.
    fn passed_on<'de, A: MapAccess<'de>>(self, name: &str, mut map: A) -> Result<(), A::Error> {
        let text = map.next_value_seed(CowStr)?;
        if map.next_key_seed(CowStr)?.is_some() {
            return Err(A::Error::custom("nothing may stand beside a value that is passed on as its text"));
        }
        if name == TOML_DATE {
            push_string(self.out, &text);
            return Ok(());
        }
        let Json(json) = Reader::whole(&text).map_err(|_| A::Error::custom(first_fault(&text, ANY)))?;
        if name == NUMBER && !json.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            return Err(A::Error::custom("expected a number"));
        }
        self.out.push_str(&json);
        Ok(())
    }

    /// The shape of what stands under a name; that of any value where the type has no such name.
    fn under(&self, name: &str) -> &'s Shape {
        match self.shape {
            Shape::Map(map) => &map.value,
            Shape::Object(object) => {
                object.members.iter().find(|member| member.name == name).map_or(ANY, |member| &member.shape)
            }
            Shape::Choice(choice) => {
                choice.branches.iter().find(|branch| branch.tag == name).map_or(ANY, |branch| &branch.shape)
            }
            _ => ANY,
        }
    }

    fn members<'de, A: MapAccess<'de>>(
        self,
        first: Option<Cow<'de, str>>,
        mut map: A,
    ) -> Result<(), A::Error> {
        let depth = self.inner_depth()?;
        self.out.push('{');
        let mut next = first;
        let mut comma = "";
        while let Some(name) = next {
            self.out.push_str(comma);
            comma = ",";
            push_string(self.out, &name);
            self.out.push(':');
            let shape = self.under(&name);
            map.next_value_seed(Transcribe { shape, depth, out: self.out })?;
            next = map.next_key_seed(CowStr)?;
        }
        self.out.push('}');
        Ok(())
    }

    fn display(self, value: impl fmt::Display) {
        // A `String` takes whatever is written to it.
        let _ = write!(self.out, "{value}");
    }
}

impl<'de> DeserializeSeed<'de> for Transcribe<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.shape {
            // YAML gives `null` as a string to those who ask for one.
            Shape::String(_) if deserializer.is_human_readable() => deserializer.deserialize_option(self),
            Shape::String(_) => deserializer.deserialize_str(self),
            Shape::Integer { .. } => deserializer.deserialize_u32(self),
            Shape::Boolean => deserializer.deserialize_bool(self),
            Shape::List(_) => deserializer.deserialize_seq(self),
            Shape::Map(_) | Shape::Object(_) | Shape::Choice(_) => deserializer.deserialize_map(self),
            Shape::Any => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Transcribe<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&expected(self.shape))
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.display(value);
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.display(value);
        Ok(())
    }

    fn visit_i128<E>(self, value: i128) -> Result<(), E> {
        self.display(value);
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.display(value);
        Ok(())
    }

    fn visit_u128<E>(self, value: u128) -> Result<(), E> {
        self.display(value);
        Ok(())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom(format_args!("{value} is not a number that JSON has")));
        }
        self.display(format_args!("{value:?}"));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        push_string(self.out, text);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.out.push_str("null");
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.shape {
            Shape::String(_) => deserializer.deserialize_str(self),
            _ => self.deserialize(deserializer),
        }
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let shape = match self.shape {
            Shape::List(item) => item,
            _ => ANY,
        };
        let depth = self.inner_depth()?;
        self.out.push('[');
        let mut before = self.out.len();
        while items.next_element_seed(Transcribe { shape, depth, out: self.out })?.is_some() {
            before = self.out.len();
            self.out.push(',');
        }
        self.out.truncate(before);
        self.out.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let any = matches!(self.shape, Shape::Any);
        match map.next_key_seed(CowStr)? {
            Some(name) if any && [RAW, NUMBER, TOML_DATE].contains(&&*name) => self.passed_on(&name, map),
            first => self.members(first, map),
        }
    }
}

/// What the type is in JSON, for the deserializer's own messages.
fn expected(shape: &Shape) -> String {
    match shape {
        Shape::String(string) => format!("{}, as a string", string.title),
        Shape::Object(object) => format!("an object ({})", object.name),
        Shape::Choice(choice) => format!("an object with one member ({})", choice.name),
        Shape::Map(map) => format!("an object ({})", map.title),
        Shape::Integer { .. } => "a whole number".to_owned(),
        Shape::Boolean => "true or false".to_owned(),
        Shape::List(_) => "a list of at least one item".to_owned(),
        Shape::Any => "a value that JSON has".to_owned(),
    }
}

/// Writes a value through serde.
pub(crate) fn serialize<S: Serializer>(node: &dyn Node, serializer: S) -> Result<S::Ok, S::Error> {
    match node.view() {
        View::Text(text) => serializer.serialize_str(text),
        View::Display(shown) => serializer.collect_str(shown),
        View::Integer(number) => serializer.serialize_u32(number),
        View::Boolean(truth) => serializer.serialize_bool(truth),
        View::Object(members) => {
            let mut map = serializer.serialize_map(None)?;
            let mut result = Ok(());
            members.each(&mut |name, member| {
                if result.is_ok() {
                    result = map.serialize_entry(name, &SerializeNode(member));
                }
            });
            result?;
            map.end()
        }
        View::Choice(tag, value) => serializer.collect_map([(tag, SerializeNode(value))]),
        View::List(items) => serializer.collect_seq(items.iter().map(SerializeNode)),
        View::Map(entries) => {
            let mut map = serializer.serialize_map(None)?;
            let mut result = Ok(());
            entries.each(&mut |name, entry| {
                if result.is_ok() {
                    result = match entry {
                        Entry::Text(text) => map.serialize_entry(name, text),
                        Entry::Json(json) => map.serialize_entry(name, &PassedOn(json)),
                    };
                }
            });
            result?;
            map.end()
        }
    }
}

/// A child on its way through serde.
struct SerializeNode<'a>(&'a dyn Node);

impl serde::Serialize for SerializeNode<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self.0, serializer)
    }
}

/// Data of one's own on its way through serde: `serde_json` writes its text as it stands, any other format keeps it as a
/// string under a name that says so.
struct PassedOn<'a>(&'a str);

impl serde::Serialize for PassedOn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serde_json::from_str::<&RawValue>(self.0)
                .map_err(S::Error::custom)?
                .serialize(serializer);
        }
        // A struct, as which a raw text would be written, loses its name where only values are written.
        serializer.collect_map([(RAW, self.0)])
    }
}
