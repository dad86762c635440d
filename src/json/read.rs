//! Strict reading, straight from JSON text into values.
//!
//! A reader only refuses: [`Refused`] says nothing of what is wrong, so that a good document pays for no error. The
//! diagnoser, which is led by the shape of the type, goes over a refused text once more and finds everything.
//!
//! What depends on a type is little: a struct of [`Slots`], into which the members of an object go as they come. The
//! loops over members and items are compiled once, and meet the type through `dyn Fill`: one indirect call for each
//! member. serde's visitors repeat the loop, the names and the errors for each type and each deserializer. Without
//! them, and with a writer that is led by reflection, the library was compiled to a fifth less code (1.14 to 0.93
//! million lines of LLVM IR), and reading took a quarter less time. What is generic over the values is written with
//! `match` in place of `?`, which would be a function more for each type.

use super::plain::plain_prefix;
use super::{MAX_NESTING, Scanner, Token, compact};
use crate::reflect::{ChoiceShape, ObjectShape};
use std::borrow::Cow;

/// The text is not what it should be. What is wrong with it the diagnoser says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused;

/// A value that is read from JSON text.
pub(crate) trait Read: Sized {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused>;
}

/// Where the value of a member goes while its object is read.
pub(crate) trait Fill {
    /// Reads the value of the member, which must not have been given before.
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Refused>;
}

/// The members of an object while it is read.
pub(crate) trait Slots {
    /// Where the member of this number goes, in the order of the shape.
    fn slot(&mut self, number: usize) -> Option<&mut dyn Fill>;
}

impl<T: Read> Fill for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Refused> {
        if self.is_some() {
            return Err(Refused);
        }
        match T::read(reader) {
            Ok(value) => *self = Some(value),
            Err(refused) => return Err(refused),
        }
        Ok(())
    }
}

impl Read for bool {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        match reader.token()? {
            Token::True => Ok(true),
            Token::False => Ok(false),
            _ => Err(Refused),
        }
    }
}

impl Read for u32 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        match reader.token()? {
            Token::Number(digits) => digits.parse().map_err(|_| Refused),
            _ => Err(Refused),
        }
    }
}

impl Read for std::num::NonZeroU32 {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        Self::new(u32::read(reader)?).ok_or(Refused)
    }
}

/// Reads the value of an entry of a map, whose name is given.
type Each<'f, 't> = dyn FnMut(Cow<'t, str>, &mut Reader<'t>) -> Result<(), Refused> + 'f;

/// Reads a JSON text value by value.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// The byte at which it stands, which never lies beyond the end of the text.
    at: usize,
}

impl<'t> Reader<'t> {
    /// Reads one value that takes up all of the text.
    pub(crate) fn whole<T: Read>(text: &'t str) -> Result<T, Refused> {
        let mut reader = Self { text, at: 0 };
        let value = T::read(&mut reader)?;
        if reader.peek().is_none() { Ok(value) } else { Err(Refused) }
    }

    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn advance(&mut self, bytes: usize) {
        self.at = self.at.wrapping_add(bytes);
    }

    /// The next byte that is not blank.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = self.text.as_bytes().get(self.at).copied()?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.advance(1);
        }
    }

    fn take(&mut self, wanted: u8) -> Result<(), Refused> {
        if self.peek() != Some(wanted) {
            return Err(Refused);
        }
        self.advance(1);
        Ok(())
    }

    /// Whether another item or member comes: after a comma, unless it is the first.
    fn more(&mut self, end: u8, first: bool) -> Result<bool, Refused> {
        match self.peek() {
            Some(byte) if byte == end => {
                self.advance(1);
                Ok(false)
            }
            Some(b',') if !first => {
                self.advance(1);
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ => Err(Refused),
        }
    }

    /// Lets the scanner take what is not worth a path of its own.
    fn scan<T>(&mut self, scan: impl FnOnce(&mut Scanner<'t>) -> Option<T>) -> Result<T, Refused> {
        let mut scanner = Scanner::starting_at(self.text, self.at);
        let found = scan(&mut scanner).ok_or(Refused)?;
        self.at = scanner.offset();
        Ok(found)
    }

    fn token(&mut self) -> Result<Token<'t>, Refused> {
        self.scan(|scanner| scanner.next().ok().flatten())
    }

    /// A string.
    pub(crate) fn string(&mut self) -> Result<Cow<'t, str>, Refused> {
        self.take(b'"')?;
        let start = self.at;
        self.advance(plain_prefix(self.rest()));
        if let (Some(b'"'), Some(text)) = (self.rest().first(), self.text.get(start..self.at)) {
            self.advance(1);
            return Ok(Cow::Borrowed(text));
        }
        self.at = start;
        self.escaped_string()
    }

    /// A string that may have escapes, whose opening quotation mark is taken.
    #[cold]
    fn escaped_string(&mut self) -> Result<Cow<'t, str>, Refused> {
        self.at = self.at.wrapping_sub(1);
        match self.token()? {
            Token::String(raw) => Ok(raw.text()),
            _ => Err(Refused),
        }
    }

    /// Any value, as compact JSON text.
    pub(crate) fn any(&mut self) -> Result<String, Refused> {
        let text = self.text;
        self.scan(|scanner| compact(scanner, text, MAX_NESTING).ok())
    }

    /// The members of an object with names of the writer's choice.
    pub(crate) fn map(&mut self, each: &mut Each<'_, 't>) -> Result<(), Refused> {
        self.take(b'{')?;
        let mut first = true;
        while self.more(b'}', first)? {
            first = false;
            let name = self.string()?;
            self.take(b':')?;
            each(name, self)?;
        }
        Ok(())
    }

    /// The beginning of a list, which must have an item.
    pub(crate) fn open_list(&mut self) -> Result<(), Refused> {
        self.take(b'[')?;
        if self.peek() == Some(b']') { Err(Refused) } else { Ok(()) }
    }

    /// Whether another item follows one, or the list ends.
    pub(crate) fn next_item(&mut self) -> Result<bool, Refused> {
        self.more(b']', false)
    }

    /// An object with named members, each into its slot.
    pub(crate) fn object(&mut self, shape: &ObjectShape, slots: &mut dyn Slots) -> Result<(), Refused> {
        self.take(b'{')?;
        let (mut next, mut first) = (0, true);
        while self.more(b'}', first)? {
            first = false;
            let number = self.name(shape.members, next, |member| member.name)?;
            next = number.wrapping_add(1);
            slots.slot(number).ok_or(Refused)?.fill(self)?;
        }
        Ok(())
    }

    /// The beginning of an object with exactly one member, up to its value: which member it is.
    pub(crate) fn open_choice(&mut self, shape: &ChoiceShape) -> Result<usize, Refused> {
        self.take(b'{')?;
        self.name(shape.branches, 0, |branch| branch.tag)
    }

    /// The end of an object with exactly one member.
    pub(crate) fn close_choice(&mut self) -> Result<(), Refused> {
        self.take(b'}')
    }

    /// The name of a member and the colon after it: the number of the name. Most writers keep the order of the shape,
    /// so that the search begins with the one that would come next.
    fn name<T>(
        &mut self,
        known: &[T],
        next: usize,
        name_of: impl Fn(&T) -> &'static str,
    ) -> Result<usize, Refused> {
        self.take(b'"')?;
        let rest = self.rest();
        // Its length tells most names from the one that is written.
        let is_written = |known: &T| {
            let name = name_of(known).as_bytes();
            rest.get(name.len()) == Some(&b'"') && rest.starts_with(name)
        };
        let later = known.get(next..).unwrap_or_default();
        let found = match later.iter().position(is_written) {
            Some(further) => Some(next.wrapping_add(further)),
            None => known.iter().position(is_written),
        };
        let number = if let Some(name) = found.and_then(|number| known.get(number)).map(&name_of) {
            self.advance(name.len().wrapping_add(1));
            found
        } else {
            let name = self.escaped_string()?;
            known.iter().position(|known| name_of(known) == name)
        };
        self.take(b':')?;
        number.ok_or(Refused)
    }
}
