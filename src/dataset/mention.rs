use crate::model::{Body, NamedRecord, Party, Subject};
use crate::values::{Id, Identified, Kind};

/// What one record names of another: its kind and its id.
pub(crate) type Key<'a> = (Kind, &'a str);

/// The ways in which a record names another: by an id, or as one of several kinds.
pub(crate) trait Mention {
    /// The kind of the record that it refers to, and its id.
    fn key(&self) -> Key<'_>;
}

impl<T: Identified> Mention for Id<T> {
    fn key(&self) -> Key<'_> {
        (T::KIND, self.as_str())
    }
}

/// Records of several kinds.
macro_rules! several_kinds {
    ($($name:ident)*) => {$(
        impl Mention for $name {
            fn key(&self) -> Key<'_> {
                self.key()
            }
        }
    )*};
}

several_kinds! { Body NamedRecord Party Subject }
