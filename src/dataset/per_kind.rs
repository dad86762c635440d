use crate::values::RecordKind;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many kinds of record there are.
const COUNT: usize = RecordKind::ALL.len();

/// One value for each kind of record, in the order of the kinds.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct PerKind<T>([T; COUNT]);

impl<T> PerKind<T> {
    /// The value of a kind.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "there is a place for each kind")]
    pub(crate) const fn get(&self, kind: RecordKind) -> &T {
        &self.0[kind as usize]
    }

    /// The value of a kind, to change it.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "there is a place for each kind")]
    pub(crate) const fn get_mut(&mut self, kind: RecordKind) -> &mut T {
        &mut self.0[kind as usize]
    }

    /// The values in the order of the kinds.
    pub(crate) fn into_array(self) -> [T; COUNT] {
        self.0
    }
}

impl<T> From<[T; COUNT]> for PerKind<T> {
    fn from(values: [T; COUNT]) -> Self {
        Self(values)
    }
}

/// As a list in the order of the kinds.
impl<T: Serialize> Serialize for PerKind<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for PerKind<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <[T; COUNT]>::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::PerKind;
    use crate::values::RecordKind;

    #[test]
    fn each_kind_has_its_own_value() {
        let mut table: PerKind<Option<RecordKind>> = PerKind::default();
        for &kind in RecordKind::ALL {
            assert_eq!(table.get(kind), &None);
            *table.get_mut(kind) = Some(kind);
        }
        assert!(table.into_array().into_iter().flatten().eq(RecordKind::ALL.iter().copied()));
    }
}
