use super::{Body, NamedRecord, Party, Record, Subject};
use crate::values::{Id, Identified, RecordKind};

/// What one record names of another: its kind and its id.
pub(crate) type Key<'a> = (RecordKind, &'a str);

/// The ways in which a record is named: by an id, as one of several kinds, or by itself.
pub(crate) trait Mention {
    /// The kind of the record that it refers to, and its id.
    fn key(&self) -> Key<'_>;
}

/// A type that can be passed to a method of [`Index`](crate::Index) in place of a `T`, such as a [`Party`]: a `T`
/// itself, an id of one of its kinds, or a record of one of its kinds.
///
/// A method that takes a [`Party`] accepts a party, the id of an organization, a network or a group, and the record
/// itself:
///
/// ```
/// use cooperation::{Dataset, NetworkId, Party};
///
/// let dataset = Dataset::from_json(r#"{"version": "1.0",
///     "networks": [{"id": "emn", "name": {"en": "European Microfinance Network"}}],
///     "memberships": [{"id": "m", "member": {"organization": "trust"}, "body": {"network": "emn"}}]
/// }"#)?;
/// let index = dataset.index();
/// let emn = NetworkId::new("emn")?;
/// assert_eq!(index.memberships_in(&emn).count(), 1);
/// assert_eq!(index.memberships_in(&dataset.networks[0]).count(), 1);
/// assert_eq!(index.memberships_of(&Party::from(emn)).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Passing an id of another kind does not compile:
///
/// ```compile_fail,E0277
/// # let dataset = cooperation::Dataset::default();
/// dataset.index().memberships_in(&cooperation::ProjectId::new("atm").unwrap());
/// ```
#[expect(private_bounds, reason = "sealed: what can be referred to is what the format has")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a reference to a `{T}`",
    note = "pass a `{T}`, the id of a record that can be one, or such a record"
)]
pub trait RefersTo<T>: Mention {}

impl<T: Identified> Mention for Id<T> {
    fn key(&self) -> Key<'_> {
        (T::KIND, self.as_str())
    }
}

impl<T: Record> Mention for T {
    fn key(&self) -> Key<'_> {
        (T::KIND, self.id().as_str())
    }
}

// A reference that allows fewer kinds is as good as one that allows more.
impl RefersTo<NamedRecord> for Body {}
impl RefersTo<Party> for Body {}
impl RefersTo<Subject> for Body {}
impl RefersTo<Subject> for Party {}
