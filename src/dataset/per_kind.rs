use crate::values::RecordKind;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many kinds of record there are.
const COUNT: usize = RecordKind::ALL.len();

/// Defines a table with one field for each kind of record.
///
/// An array would do, but looking into it by the number of a kind gives an `Option`, and whatever stands in for the
/// `None` that cannot come would hide a mistake of ours. A `match` over fields is total. The fields stand one after the
/// other in the order of the kinds, so that the compiler makes of it what it makes of an array: a multiplication.
macro_rules! per_kind {
    ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
        /// One value for each kind of record.
        #[derive(Clone, Debug, Default)]
        pub(crate) struct PerKind<T> {
            $($list: T,)*
        }

        impl<T> PerKind<T> {
            /// The value of a kind.
            #[inline]
            pub(crate) const fn get(&self, kind: RecordKind) -> &T {
                match kind { $(RecordKind::$name => &self.$list,)* }
            }

            /// The value of a kind, to change it.
            #[inline]
            pub(crate) const fn get_mut(&mut self, kind: RecordKind) -> &mut T {
                match kind { $(RecordKind::$name => &mut self.$list,)* }
            }

            /// The values in the order of the kinds.
            pub(crate) fn into_array(self) -> [T; COUNT] {
                [$(self.$list,)*]
            }
        }

        impl<T> From<[T; COUNT]> for PerKind<T> {
            fn from([$($list,)*]: [T; COUNT]) -> Self {
                Self { $($list,)* }
            }
        }

        /// As a list in the order of the kinds.
        impl<T: Serialize> Serialize for PerKind<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                [$(&self.$list,)*].serialize(serializer)
            }
        }
    };
}

for_each_kind!(per_kind);

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
