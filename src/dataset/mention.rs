use crate::model::{Party, Subject};
use crate::values::{Id, Identified, Kind};

/// What one record names of another: its kind and its id.
pub(crate) type Key<'a> = (Kind, &'a str);

/// The ways in which a record names another: by an id, as a party or as a subject.
pub(crate) trait Mention {
    /// The kind of the record that it refers to, and its id.
    fn key(&self) -> Key<'_>;
}

impl<T: Identified> Mention for Id<T> {
    fn key(&self) -> Key<'_> {
        (T::KIND, self.as_str())
    }
}

impl Mention for Party {
    fn key(&self) -> Key<'_> {
        self.key()
    }
}

impl Mention for Subject {
    fn key(&self) -> Key<'_> {
        self.key()
    }
}
