/// An object with exactly one member, whose name tells what it holds.
macro_rules! choice {
    (
        $(#[$($meta:tt)*])*
        pub enum $name:ident {
            $( $(#[$($bmeta:tt)*])* $tag:literal => $variant:ident($ty:ty), )*
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$($bmeta)*])* $variant($ty), )*
        }

        $(
            impl From<$ty> for $name {
                fn from(value: $ty) -> Self {
                    Self::$variant(value)
                }
            }
        )*

        impl $crate::shape::Shaped for $name {
            const SHAPE: $crate::shape::Shape = $crate::shape::Shape::Choice(&$crate::shape::ChoiceShape {
                name: stringify!($name),
                docs: docs!($([$($meta)*])*),
                branches: &[
                    $( $crate::shape::BranchShape {
                        tag: $tag,
                        docs: docs!($([$($bmeta)*])*),
                        shape: <$ty as $crate::shape::Shaped>::SHAPE,
                    }, )*
                ],
                reference: $crate::shape::Reference::to::<Self>(),
            });
        }

        impl $crate::values::Walk for $name {
            fn walk<V: $crate::values::Visitor>(&self, at: &$crate::shape::Path<'_>, visitor: &mut V) {
                match self {
                    $( Self::$variant(value) => value.walk(&at.member($tag), visitor), )*
                }
            }

            fn holds(&self, pointer: &str) -> bool {
                let Some((name, rest)) = $crate::shape::first_step(pointer) else { return pointer.is_empty() };
                match self {
                    $( Self::$variant(value) => name == $tag && value.holds(rest), )*
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(Some(1))?;
                match self {
                    $( Self::$variant(value) => map.serialize_entry($tag, value)?, )*
                }
                map.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const TAGS: &[&str] = &[$($tag),*];

                enum Tag { $($variant,)* }

                impl<'de> serde::Deserialize<'de> for Tag {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        struct Name;
                        impl serde::de::Visitor<'_> for Name {
                            type Value = Tag;

                            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                                f.write_str("a member name")
                            }

                            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Tag, E> {
                                match name {
                                    $( $tag => Ok(Tag::$variant), )*
                                    _ => Err($crate::shape::unknown_member(name, TAGS)),
                                }
                            }
                        }
                        deserializer.deserialize_identifier(Name)
                    }
                }

                struct Visitor;
                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("an object with one member (", stringify!($name), ")"))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let value = match map.next_key()? {
                            $( Some(Tag::$variant) => $name::$variant(map.next_value()?), )*
                            None => return Err($crate::shape::not_one_member(TAGS)),
                        };
                        match map.next_key::<Tag>()? {
                            None => Ok(value),
                            Some(_) => Err($crate::shape::not_one_member(TAGS)),
                        }
                    }
                }
                deserializer.deserialize_map(Visitor)
            }
        }

        json_schema!($name);
    };
}
