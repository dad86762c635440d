//! The macros in which types are defined: one definition gives the Rust type, its reading and writing, its shape,
//! its walk and its JSON Schema.

/// The doc comment among a list of attributes, as one string.
macro_rules! docs {
    () => { "" };
    ([doc = $line:expr] $($rest:tt)*) => { concat!($line, "\n", docs!($($rest)*)) };
    ([$($other:tt)*] $($rest:tt)*) => { docs!($($rest)*) };
}

/// The JSON name of a member: its own, or the one given for it.
macro_rules! json_name {
    ($member:ident) => {
        stringify!($member)
    };
    ($member:ident $json:literal) => {
        $json
    };
}

/// The JSON Schema of a type, from its shape.
macro_rules! json_schema {
    ($name:ident) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!("cooperation::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::schema::definition(&<Self as $crate::shape::Shaped>::SHAPE, generator)
            }
        }
    };
}

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
                check: |text| text.parse::<Self>().map(drop),
                reference: Some($crate::shape::Reference::to::<Self>()),
            };
        }

        impl std::str::FromStr for $name {
            type Err = $crate::shape::ValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text).map_err(|problem| $crate::shape::ValueError::new($title, text, problem))
            }
        }

        string_reading!($name, $title);

        impl $crate::shape::Shaped for $name {
            const SHAPE: $crate::shape::Shape = $crate::shape::Shape::String(&Self::STRING);
        }

        impl $crate::values::Walk for $name {
            fn walk<V: $crate::values::Visitor>(&self, at: &$crate::shape::Path<'_>, visitor: &mut V) {
                visitor.leaf(at, $leaf(self));
            }
        }

        json_schema!($name);
    };
    (@format) => { None };
    (@format $format:literal) => { Some($format) };
}

/// Reading and writing of a type that has `FromStr` and `Display`.
macro_rules! string_reading {
    ($name:ident, $title:expr) => {
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

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
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

/// A list of codes: `open` lists keep a word that is not listed as `Other`, `closed` lists refuse it.
macro_rules! codes {
    (
        $(#[$($meta:tt)*])*
        pub open enum $name:ident $title:literal {
            $( $(#[$($wmeta:tt)*])* $variant:ident = $word:literal, )*
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$($wmeta)*])* $variant, )*
            /// A word that is not on the list. It is kept as it was written.
            Other($crate::values::OtherCode),
        }

        impl $name {
            /// The word as JSON has it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $word, )*
                    Self::Other(other) => other.as_str(),
                }
            }

            fn known(text: &str) -> Option<Self> {
                match text {
                    $( $word => Some(Self::$variant), )*
                    _ => None,
                }
            }

            fn parse(text: &str) -> Result<Self, $crate::shape::Problem> {
                match Self::known(text) {
                    Some(known) => Ok(known),
                    None => $crate::values::OtherCode::parse(text).map(Self::Other),
                }
            }

            fn is_listed(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        codes!(@common $name $title false docs!($([$($meta)*])*) => {
            $( $variant $word docs!($([$($wmeta)*])*); )*
        });
    };
    (
        $(#[$($meta:tt)*])*
        pub closed enum $name:ident $title:literal {
            $( $(#[$($wmeta:tt)*])* $variant:ident = $word:literal, )*
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$($wmeta)*])* $variant, )*
        }

        impl $name {
            /// The word as JSON has it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )*
                }
            }

            fn parse(text: &str) -> Result<Self, $crate::shape::Problem> {
                match text {
                    $( $word => Ok(Self::$variant), )*
                    _ => Err($crate::values::not_listed(&Self::STRING)),
                }
            }

            fn is_listed(&self) -> bool {
                true
            }
        }

        codes!(@common $name $title true docs!($([$($meta)*])*) => {
            $( $variant $word docs!($([$($wmeta)*])*); )*
        });
    };
    (@common $name:ident $title:literal $closed:literal $docs:expr => {
        $( $variant:ident $word:literal $wdocs:expr; )*
    }) => {
        impl $name {
            /// Every listed value, in the order of the list.
            pub const LISTED: &'static [Self] = &[$(Self::$variant),*];

            pub(crate) const STRING: $crate::shape::StringShape = $crate::shape::StringShape {
                name: stringify!($name),
                title: $title,
                docs: $docs,
                pattern: if $closed { None } else { Some($crate::values::OtherCode::PATTERN) },
                min_length: 1,
                max_length: 64,
                format: None,
                examples: &[],
                words: &[$( $crate::shape::Word { word: $word, docs: $wdocs } ),*],
                closed: $closed,
                check: |text| text.parse::<Self>().map(drop),
                reference: Some($crate::shape::Reference::to::<Self>()),
            };
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::shape::ValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text).map_err(|problem| $crate::shape::ValueError::new($title, text, problem))
            }
        }

        string_reading!($name, $title);

        impl $crate::shape::Shaped for $name {
            const SHAPE: $crate::shape::Shape = $crate::shape::Shape::String(&Self::STRING);
        }

        impl $crate::values::Walk for $name {
            fn walk<V: $crate::values::Visitor>(&self, at: &$crate::shape::Path<'_>, visitor: &mut V) {
                visitor.leaf(at, $crate::values::Leaf::Code($crate::values::Code {
                    list: &Self::STRING,
                    word: self.as_str(),
                    listed: self.is_listed(),
                }));
            }
        }

        json_schema!($name);
    };
}

/// An object with named members: a plain struct with public fields, read strictly.
macro_rules! object {
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident $(shown as $hook:ident)? {
            required { $( $(#[$($rmeta:tt)*])* $req:ident: $rty:ty, )* }
            optional { $( $(#[$($ometa:tt)*])* $opt:ident $(as $json:literal)?: $oty:ty, )* }
        }
    ) => {
        $(#[$($meta)*])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[$($rmeta)*])* pub $req: $rty, )*
            $( $(#[$($ometa)*])* pub $opt: $oty, )*
        }

        object!(@new $name { $($req: $rty,)* } { $($opt)* });

        impl $crate::shape::Shaped for $name {
            const SHAPE: $crate::shape::Shape = $crate::shape::Shape::Object(&$crate::shape::ObjectShape {
                name: stringify!($name),
                docs: docs!($([$($meta)*])*),
                members: &[
                    $( $crate::shape::MemberShape {
                        name: stringify!($req),
                        docs: docs!($([$($rmeta)*])*),
                        required: true,
                        shape: <$rty as $crate::shape::Shaped>::SHAPE,
                    }, )*
                    $( $crate::shape::MemberShape {
                        name: json_name!($opt $($json)?),
                        docs: docs!($([$($ometa)*])*),
                        required: false,
                        shape: <$oty as $crate::shape::Optional>::SHAPE,
                    }, )*
                ],
                reference: $crate::shape::Reference::to::<Self>(),
            });
        }

        impl $crate::values::Walk for $name {
            fn walk<V: $crate::values::Visitor>(&self, at: &$crate::shape::Path<'_>, visitor: &mut V) {
                $( visitor.$hook(at, self); )?
                $( self.$req.walk(&at.member(stringify!($req)), visitor); )*
                $( self.$opt.walk(&at.member(json_name!($opt $($json)?)), visitor); )*
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $( map.serialize_entry(stringify!($req), &self.$req)?; )*
                $(
                    if !$crate::shape::Optional::is_absent(&self.$opt) {
                        map.serialize_entry(json_name!($opt $($json)?), &self.$opt)?;
                    }
                )*
                map.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const MEMBERS: &[&str] = &[$(stringify!($req),)* $(json_name!($opt $($json)?),)*];

                #[expect(non_camel_case_types, reason = "named as the members are")]
                enum Member { $($req,)* $($opt,)* }

                impl<'de> serde::Deserialize<'de> for Member {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        struct Name;
                        impl serde::de::Visitor<'_> for Name {
                            type Value = Member;

                            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                                f.write_str("a member name")
                            }

                            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Member, E> {
                                match name {
                                    $( stringify!($req) => Ok(Member::$req), )*
                                    $( json_name!($opt $($json)?) => Ok(Member::$opt), )*
                                    _ => Err($crate::shape::unknown_member(name, MEMBERS)),
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
                        f.write_str(concat!("an object (", stringify!($name), ")"))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        $( let mut $req: Option<$rty> = None; )*
                        $( let mut $opt: Option<<$oty as $crate::shape::Optional>::Present> = None; )*
                        while let Some(given) = map.next_key::<Member>()? {
                            match given {
                                $( Member::$req => $crate::shape::read_member(
                                    &mut map, &mut $req, stringify!($req))?, )*
                                $( Member::$opt => $crate::shape::read_member(
                                    &mut map, &mut $opt, json_name!($opt $($json)?))?, )*
                            }
                        }
                        Ok($name {
                            $( $req: match $req {
                                Some(value) => value,
                                None => return Err(serde::de::Error::missing_field(stringify!($req))),
                            }, )*
                            $( $opt: $crate::shape::Optional::from_read($opt), )*
                        })
                    }
                }
                deserializer.deserialize_map(Visitor)
            }
        }

        json_schema!($name);
    };
    (@new $name:ident { } { $($opt:ident)* }) => {
        impl Default for $name {
            fn default() -> Self {
                Self { $( $opt: Default::default(), )* }
            }
        }
    };
    (@new $name:ident { $($req:ident: $rty:ty,)+ } { $($opt:ident)* }) => {
        impl $name {
            /// Makes one of what is required. Everything else is absent: the sources do not say.
            #[must_use]
            pub fn new($($req: impl Into<$rty>),+) -> Self {
                Self { $( $req: $req.into(), )+ $( $opt: Default::default(), )* }
            }
        }
    };
}

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
