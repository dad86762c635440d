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
                rule: |text| Self::parse(text).map(drop),
                meant: $crate::shape::not_known,
                reference: Some($crate::shape::Reference::to::<Self>()),
            };
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        string_reading!($name, $title);

        written_as_text!($name);

        impl $crate::values::Walk for $name {
            fn walk<V: $crate::values::Visitor>(&self, at: &$crate::shape::Path<'_>, visitor: &mut V) {
                visitor.leaf(at, $crate::values::Leaf::Code($crate::values::Code {
                    list: &Self::STRING,
                    word: self.as_str(),
                    listed: self.is_listed(),
                }));
            }
        }
    };
}
