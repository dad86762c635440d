use super::{Visitor, Walk};
use crate::json::{Fill, Read, Reader, Refused};
use crate::reflect::{Items, Node, Optional, Path, Shape, Shaped, View};
use cooperation_derive::DebugAsDisplay;
use std::fmt;
use std::ops::{Deref, DerefMut};

/// A list of values in a record. It dereferences to [`Vec`]; an empty list is omitted from JSON.
///
/// ```
/// use cooperation::values::List;
///
/// let mut years: List<u16> = [2006, 2007].into();
/// years.extend_from_slice(&[2009, 2010]);
/// years.truncate(3);
/// assert_eq!(years, [2006, 2007, 2009]);
/// assert_eq!(years.remove(1), 2007);
/// ```
///
/// Reading JSON fails for an empty list, because only a missing field means 'not stated'. An empty list allocates
/// nothing.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct List<T>(Vec<T>);

impl<T> List<T> {
    /// Creates an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Creates an empty list with room for at least `capacity` items.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Deref for List<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

/// Compares a list with whatever else is a list in memory, in both directions.
macro_rules! compared {
    ($name:ident with $([$($parameters:tt)*] $other:ty),* $(,)?) => {$(
        impl<T: PartialEq<U>, U, $($parameters)*> PartialEq<$other> for $name<T> {
            fn eq(&self, other: &$other) -> bool {
                self.iter().eq(other.iter())
            }
        }

        impl<T, U: PartialEq<T>, $($parameters)*> PartialEq<$name<T>> for $other {
            fn eq(&self, other: &$name<T>) -> bool {
                self.iter().eq(other.iter())
            }
        }
    )*};
}

compared! { List with [] Vec<U>, [] [U], [] &[U], [const N: usize] [U; N], [const N: usize] &[U; N] }
compared! { NonEmpty with [] Vec<U>, [] [U], [] &[U], [const N: usize] [U; N], [const N: usize] &[U; N] }

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T> From<List<T>> for Vec<T> {
    fn from(list: List<T>) -> Self {
        list.0
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Clone> From<&[T]> for List<T> {
    fn from(items: &[T]) -> Self {
        Self(items.to_vec())
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut List<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Node> Node for List<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Node> Items for List<T> {
    #[inline(never)]
    fn item(&self, index: usize) -> Option<&dyn Node> {
        match self.get(index) {
            Some(item) => Some(item),
            None => None,
        }
    }
}

impl<T: Walk> Walk for List<T> {
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        // By number: an iterator would be compiled once more for each type.
        for index in 0..self.len() {
            if let Some(item) = self.get(index) {
                item.walk(&at.index(index), visitor);
            }
        }
    }
}

impl<T: Shaped + Node> Optional for List<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn present(&self) -> Option<&dyn Node> {
        if self.is_empty() { None } else { Some(self) }
    }
}

impl<T: Read> Fill for List<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Refused> {
        if !self.is_empty() {
            return Err(Refused);
        }
        match NonEmpty::read(reader) {
            Ok(list) => *self = list.0,
            Err(refused) => return Err(refused),
        }
        Ok(())
    }
}

impl<T: serde::Serialize> serde::Serialize for List<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

/// Refuses an empty list, as the reader of JSON does.
impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for List<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        NonEmpty::deserialize(deserializer).map(Self::from)
    }
}

/// A list of at least one item.
///
/// ```
/// use cooperation::values::NonEmpty;
///
/// let mut years: NonEmpty<u16> = [2006].into();
/// years.push(2007);
/// assert_eq!(years.len(), 2);
/// assert_eq!(years.first(), &2006);
/// assert!(NonEmpty::<u16>::try_from(vec![]).is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct NonEmpty<T>(List<T>);

/// The error for an empty list where at least one item is required.
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("a list that must have at least one item has none")]
#[non_exhaustive]
pub struct EmptyList;

impl<T> NonEmpty<T> {
    /// Returns the first item, which always exists.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "one is made of at least one item, and none can be taken away"
    )]
    pub fn first(&self) -> &T {
        &self.0[0]
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        self.0.push(item);
    }
}

impl<T> Deref for NonEmpty<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> DerefMut for NonEmpty<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T> Extend<T> for NonEmpty<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl<T> From<T> for NonEmpty<T> {
    fn from(item: T) -> Self {
        Self([item].into())
    }
}

impl<T, const N: usize> From<[T; N]> for NonEmpty<T> {
    /// Converts an array of at least one item. An empty array does not compile:
    ///
    /// ```compile_fail
    /// let none: cooperation::values::NonEmpty<u16> = [].into();
    /// ```
    fn from(items: [T; N]) -> Self {
        const { assert!(N > 0, "a list of at least one item") };
        Self(items.into())
    }
}

impl<T> TryFrom<Vec<T>> for NonEmpty<T> {
    type Error = EmptyList;

    fn try_from(items: Vec<T>) -> Result<Self, EmptyList> {
        if items.is_empty() { Err(EmptyList) } else { Ok(Self(items.into())) }
    }
}

impl<T> TryFrom<List<T>> for NonEmpty<T> {
    type Error = EmptyList;

    fn try_from(items: List<T>) -> Result<Self, EmptyList> {
        if items.is_empty() { Err(EmptyList) } else { Ok(Self(items)) }
    }
}

impl<T> From<NonEmpty<T>> for List<T> {
    fn from(items: NonEmpty<T>) -> Self {
        items.0
    }
}

impl<T> From<NonEmpty<T>> for Vec<T> {
    fn from(items: NonEmpty<T>) -> Self {
        items.0.into()
    }
}

impl<T> IntoIterator for NonEmpty<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a NonEmpty<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut NonEmpty<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<T: fmt::Debug> fmt::Debug for NonEmpty<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<T: Node> Node for NonEmpty<T> {
    fn view(&self) -> View<'_> {
        View::List(&self.0)
    }
}

impl<T: Walk> Walk for NonEmpty<T> {
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        self.0.walk(at, visitor);
    }
}

impl<T: Shaped> Shaped for NonEmpty<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Read> Read for NonEmpty<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        reader.open_list()?;
        // Most lists have one item, and then take the room of one.
        let mut list = Vec::with_capacity(1);
        loop {
            match T::read(reader) {
                Ok(item) => list.push(item),
                Err(refused) => return Err(refused),
            }
            if !reader.next_item()? {
                break;
            }
        }
        list.shrink_to_fit();
        Ok(Self(List(list)))
    }
}

impl<T: serde::Serialize> serde::Serialize for NonEmpty<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for NonEmpty<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Vec::deserialize(deserializer)?;
        items.try_into().map_err(|_| serde::de::Error::invalid_length(0, &"a list of at least one item"))
    }
}
