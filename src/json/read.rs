//! Strict reading, straight from JSON text into values.
//!
//! A reader only refuses: [`Refused`] says nothing of what is wrong, so that a good document pays for no error. The
//! diagnoser, which is led by the shape of the type, goes over a refused text once more and finds everything.
//!
//! What depends on a type is little: a struct of [`Slots`], into which the members of an object go as they come. The loops
//! over members and items are compiled once, and meet the type through `dyn Fill`: one indirect call for each member. On
//! documents of 10,000 projects that costs nothing that can be measured, and saves a third of the code that serde's
//! visitors are compiled to, since those repeat the loop, the names and the errors for each type and each deserializer.

use super::plain::plain;
use super::{MAX_NESTING, RawString, Scanner, Token, compact};
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
        *self = Some(T::read(reader)?);
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
        self.advance(plain(self.rest()));
        if let (Some(b'"'), Some(text)) = (self.rest().first(), self.text.get(start..self.at)) {
            self.advance(1);
            return Ok(Cow::Borrowed(text));
        }
        self.at = start.wrapping_sub(1);
        self.escaped_string().map(RawString::text)
    }

    #[cold]
    fn escaped_string(&mut self) -> Result<RawString<'t>, Refused> {
        match self.token()? {
            Token::String(raw) => Ok(raw),
            _ => Err(Refused),
        }
    }

    /// Any value, as compact JSON text.
    pub(crate) fn any(&mut self) -> Result<String, Refused> {
        let text = self.text;
        self.scan(|scanner| compact(scanner, text, MAX_NESTING).ok())
    }

    /// The members of an object with names of the writer's choice.
    pub(crate) fn map(
        &mut self,
        each: &mut dyn FnMut(Cow<'t, str>, &mut Self) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
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
            let number = self.name(next, shape.members.len(), |number| {
                shape.members.get(number).map_or("", |member| member.name)
            })?;
            next = number.wrapping_add(1);
            slots.slot(number).ok_or(Refused)?.fill(self)?;
        }
        Ok(())
    }

    /// The beginning of an object with exactly one member, up to its value: which member it is.
    pub(crate) fn open_choice(&mut self, shape: &ChoiceShape) -> Result<usize, Refused> {
        self.take(b'{')?;
        self.name(0, shape.branches.len(), |number| {
            shape.branches.get(number).map_or("", |branch| branch.tag)
        })
    }

    /// The end of an object with exactly one member.
    pub(crate) fn close_choice(&mut self) -> Result<(), Refused> {
        self.take(b'}')
    }

    /// The name of a member and the colon after it: its number. Most writers keep the order of the shape, so that the
    /// name is looked for from the one that would come next.
    fn name<'n>(
        &mut self,
        next: usize,
        count: usize,
        name: impl Fn(usize) -> &'n str,
    ) -> Result<usize, Refused> {
        self.take(b'"')?;
        let rest = self.rest();
        let is_here = |&number: &usize| {
            let after = rest.strip_prefix(name(number).as_bytes());
            after.is_some_and(|after| after.first() == Some(&b'"'))
        };
        let found = match (next..count).find(is_here).or_else(|| (0..next.min(count)).find(is_here)) {
            Some(number) => {
                self.advance(name(number).len().wrapping_add(1));
                number
            }
            None => self.escaped_name(count, &name)?,
        };
        self.take(b':')?;
        Ok(found)
    }

    /// A name that is written with escapes, if it is one of these.
    #[cold]
    fn escaped_name<'n>(&mut self, count: usize, name: &dyn Fn(usize) -> &'n str) -> Result<usize, Refused> {
        self.at = self.at.wrapping_sub(1);
        let written = self.string()?;
        (0..count).find(|&number| name(number) == written).ok_or(Refused)
    }
}
