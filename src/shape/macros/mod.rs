//! The macros in which types are defined: one definition gives the Rust type, its reading and writing, its shape,
//! its walk and its JSON Schema.

#[macro_use]
mod choice;
#[macro_use]
mod codes;
#[macro_use]
mod object;
#[macro_use]
mod strings;

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
