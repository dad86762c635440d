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

            fn holds(&self, pointer: &str) -> bool {
                let Some((name, rest)) = $crate::shape::first_step(pointer) else { return pointer.is_empty() };
                match name {
                    $( stringify!($req) => self.$req.holds(rest), )*
                    $( json_name!($opt $($json)?) => self.$opt.holds(rest), )*
                    _ => false,
                }
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
            ///
            /// An argument may be whatever turns into the type, so its type has to be named: `Text::new("en", "Feva")?`
            /// can stand there, a bare `"feva".parse()?` cannot.
            #[must_use]
            pub fn new($($req: impl Into<$rty>),+) -> Self {
                Self { $( $req: $req.into(), )+ $( $opt: Default::default(), )* }
            }
        }
    };
}
