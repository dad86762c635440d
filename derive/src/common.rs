//! What several derives emit or look up alike.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::meta::ParseNestedMeta;
use syn::parse::Parse;
use syn::{Attribute, Error, Expr, ExprLit, Ident, Lit, Meta, Result};

/// The doc comment among the attributes, line by line as it is written.
pub(crate) fn docs(attributes: &[Attribute]) -> String {
    let mut docs = String::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) = &pair.value
        {
            docs.push_str(&line.value());
            docs.push('\n');
        }
    }
    docs
}

/// The doc comment among the attributes of something that has to have one, for the reason given.
pub(crate) fn required_docs(attributes: &[Attribute], span: Span, reason: &str) -> Result<String> {
    let docs = docs(attributes);
    if docs.trim().is_empty() {
        return Err(Error::new(span, format!("expected a doc comment: it {reason}")));
    }
    Ok(docs)
}

/// Of names in JSON none may be given twice.
pub(crate) fn all_differ<'a>(names: impl Iterator<Item = (&'a Ident, &'a str)>) -> Result<()> {
    let mut seen = Vec::new();
    for (ident, name) in names {
        if seen.contains(&name) {
            return Err(Error::new(ident.span(), format!("`{name}` is given twice")));
        }
        seen.push(name);
    }
    Ok(())
}

/// Reads every setting in the attributes of a name, such as `title = "goal"` in `#[record(title = "goal")]`.
pub(crate) fn settings(
    attributes: &[Attribute],
    name: &str,
    mut read: impl FnMut(&ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        attribute.parse_nested_meta(|meta| read(&meta))?;
    }
    Ok(())
}

/// The value of the one setting that the attributes of a name may have.
pub(crate) fn only_setting<T: Parse>(
    attributes: &[Attribute],
    name: &str,
    setting: &str,
) -> Result<Option<T>> {
    let mut found = None;
    settings(attributes, name, |meta| {
        if !meta.path.is_ident(setting) {
            return Err(meta.error(format!("expected `{setting}`")));
        }
        found = Some(meta.value()?.parse()?);
        Ok(())
    })?;
    Ok(found)
}

/// The words of a name in camel case, in lower case with something between: `PolicyInstrument` is `policy_instrument`.
pub(crate) fn words(name: &str, between: char) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(between);
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// The traits of other crates, which go through the shape and the reflection: serde's two, and schemars'.
pub(crate) fn foreign_traits(name: &Ident) -> TokenStream {
    let text = name.to_string();
    quote! {
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::json::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for #name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::deserialize(deserializer)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for #name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                #text.into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!("cooperation::", #text).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::schema::definition(&<Self as crate::reflect::Shaped>::SHAPE, generator)
            }
        }
    }
}

/// What every type that is a string in JSON has beside its shape: how it is parsed and read.
///
/// The type has `fn parse(&str) -> Result<Self, Problem>` and `const STRING`.
pub(crate) fn string_reading(name: &Ident) -> TokenStream {
    let foreign_traits = foreign_traits(name);
    quote! {
        impl std::str::FromStr for #name {
            type Err = crate::reflect::ValueError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match Self::parse(text) {
                    Ok(value) => Ok(value),
                    Err(problem) => Err(Self::STRING.error(text, problem)),
                }
            }
        }

        impl TryFrom<&str> for #name {
            type Error = crate::reflect::ValueError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl TryFrom<String> for #name {
            type Error = crate::reflect::ValueError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl crate::reflect::Shaped for #name {
            const SHAPE: crate::reflect::Shape = crate::reflect::Shape::String(Self::STRING);
        }

        impl crate::json::Read for #name {
            fn read(reader: &mut crate::json::Reader<'_>) -> Result<Self, crate::json::Refused> {
                match Self::parse(&reader.string()?) {
                    Ok(value) => Ok(value),
                    Err(_) => Err(crate::json::Refused),
                }
            }
        }

        #foreign_traits
    }
}
