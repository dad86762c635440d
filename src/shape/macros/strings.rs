/// A string with a rule: the type must have `fn parse(&str) -> Result<Self, Problem>` and `Display`.
macro_rules! string_value {
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident $body:tt
        title: $title:literal,
        pattern: $pattern:expr,
        length: $min:literal to $max:literal,
        $(format: $format:literal,)?
        examples: [$($example:literal),* $(,)?],
        $(meant: $meant:expr,)?
        leaf: $leaf:path,
    ) => {
        $(#[$($meta)*])*
        pub struct $name $body

        impl $name {
            pub(crate) const STRING: $crate::shape::StringShape = $crate::shape::StringShape {
                name: stringify!($name),
                title: $title,
                docs: docs!($([$($meta)*])*),
                pattern: $pattern,
                min_length: $min,
                max_length: $max,
                format: string_value!(@format $($format)?),
                examples: &[$($example),*],
                words: &[],
                closed: false,
                rule: |text| Self::parse(text).map(drop),
                meant: string_value!(@meant $($meant)?),
                reference: Some($crate::shape::Reference::to::<Self>()),
            };
        }

        string_reading!($name, $title);

        impl $crate::values::Walk for $name {
            fn walk<V: $crate::values::Visitor>(&self, at: &$crate::shape::Path<'_>, visitor: &mut V) {
                visitor.leaf(at, $leaf(self));
            }
        }
    };
    (@meant) => { $crate::shape::not_known };
    (@meant $meant:expr) => { $meant };
    (@format) => { None };
    (@format $format:literal) => { Some($format) };
}

/// Reading and the shape of a type that has `parse` and `STRING`.
macro_rules! string_reading {
    ($name:ident, $title:expr) => {
        impl std::str::FromStr for $name {
            type Err = $crate::shape::ValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text).map_err(|problem| Self::STRING.error(text, problem))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::shape::ValueError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::shape::ValueError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!($title, ", as a string"))
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }

        impl $crate::shape::Shaped for $name {
            const SHAPE: $crate::shape::Shape = $crate::shape::Shape::String(&Self::STRING);
        }

        json_schema!($name);
    };
}

/// Writing of a type that is written as it is displayed.
macro_rules! written_as_shown {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

/// Writing of a type that has its text at hand, as `as_str`.
macro_rules! written_as_text {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

/// What a value that keeps its text as it was read has in common: `as_str`, `AsRef`, `Display`, `Debug`, `new`.
macro_rules! kept_text {
    ($name:ident) => {
        impl $name {
            /// Checks the text and keeps it as it is.
            ///
            /// # Errors
            /// When the text breaks the rule of the value.
            pub fn new(text: impl AsRef<str>) -> Result<Self, $crate::shape::ValueError> {
                text.as_ref().parse()
            }

            /// The text as it was read.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.text
            }
        }

        written_as_text!($name);

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.text
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.text)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&*self.text, f)
            }
        }
    };
}
