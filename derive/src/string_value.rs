use crate::common::{required_docs, settings, string_reading};
use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{DeriveInput, Error, Expr, Ident, LitInt, LitStr, Path, Result, Token};

/// What `#[string(...)]` says of the type.
#[derive(Default)]
struct Attributes {
    title: Option<LitStr>,
    hint: Option<LitStr>,
    pattern: Option<Expr>,
    length: Option<(LitInt, LitInt)>,
    format: Option<LitStr>,
    examples: Vec<LitStr>,
    suggest: Option<Path>,
    sure: Option<TokenStream>,
    newer: Option<Path>,
    leaf: Option<Ident>,
    kept: bool,
    text: bool,
}

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let name = &input.ident;
    let Attributes {
        title,
        hint,
        pattern,
        length,
        format,
        examples,
        suggest,
        sure,
        newer,
        leaf,
        kept,
        text: is_text,
    } = attributes(input)?;
    let missing = |what| Error::new(name.span(), format!("expected `{what}` in `#[string(...)]`"));
    let title = title.ok_or_else(|| missing("title"))?;
    let hint = hint.ok_or_else(|| missing("hint"))?;
    let leaf = leaf.ok_or_else(|| missing("leaf"))?;
    let (min, max) = length.ok_or_else(|| missing("length"))?;
    let pattern = pattern.map_or_else(|| quote!(None), |pattern| quote!(Some(#pattern)));
    let format = format.map_or_else(|| quote!(None), |format| quote!(Some(#format)));
    let suggest = suggest.map_or_else(|| quote!(crate::reflect::no_suggestion), |suggest| quote!(#suggest));
    let sure = sure.unwrap_or_else(|| quote!(crate::reflect::never_sure));
    let newer = newer.map_or_else(|| quote!(crate::reflect::never_newer), |newer| quote!(#newer));
    let docs = required_docs(&input.attrs, name.span(), "is the description of the value")?;
    let text = name.to_string();
    let view = if kept { quote!(View::Text(self.as_str())) } else { quote!(View::Display(self)) };
    let kept = kept.then(|| kept_text(name));
    let like_text = is_text.then(|| like_text(name));
    let reading = string_reading(name);
    Ok(quote! {
        impl #name {
            pub(crate) const STRING: &'static crate::reflect::StringShape = {
                static STRING: crate::reflect::StringShape = crate::reflect::StringShape {
                name: #text,
                title: #title,
                docs: #docs,
                pattern: #pattern,
                min_length: #min,
                max_length: #max,
                format: #format,
                hint: #hint,
                examples: &[#(#examples),*],
                codes: &[],
                closed: false,
                rule: |text| match #name::parse(text) {
                        Ok(_) => Ok(()),
                        Err(problem) => Err(problem),
                    },
                suggest: #suggest,
                is_sure: #sure,
                is_newer: #newer,
                is_type: true,
            };
                &STRING
            };
        }

        impl crate::reflect::Node for #name {
            #[inline(never)]
            fn view(&self) -> crate::reflect::View<'_> {
                crate::reflect::#view
            }
        }

        impl crate::values::Walk for #name {
            #[inline(never)]
            fn walk(&self, at: &crate::reflect::Path<'_>, visitor: &mut dyn crate::values::Visitor) {
                visitor.leaf(at, crate::values::Leaf::#leaf(self));
            }
        }

        #kept
        #like_text
        #reading
    })
}

fn attributes(input: &DeriveInput) -> Result<Attributes> {
    let mut found = Attributes::default();
    settings(&input.attrs, "string", |meta| {
        if meta.path.is_ident("title") {
            found.title = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("hint") {
            found.hint = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("pattern") {
            found.pattern = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("length") {
            let range = meta.value()?;
            let min = range.parse()?;
            range.parse::<Token![..=]>()?;
            found.length = Some((min, range.parse()?));
        } else if meta.path.is_ident("format") {
            found.format = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("examples") {
            let list;
            syn::parenthesized!(list in meta.input);
            found.examples = Punctuated::<LitStr, Token![,]>::parse_terminated(&list)?.into_iter().collect();
        } else if meta.path.is_ident("suggest") {
            found.suggest = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("sure") {
            let path = if meta.input.peek(Token![=]) { Some(meta.value()?.parse::<Path>()?) } else { None };
            found.sure = Some(path.map_or_else(|| quote!(|_| true), |path| quote!(#path)));
        } else if meta.path.is_ident("newer") {
            found.newer = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("leaf") {
            found.leaf = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("kept") {
            found.kept = true;
        } else if meta.path.is_ident("text") {
            found.text = true;
        } else {
            return Err(meta.error(
                    "expected `title`, `hint`, `pattern`, `length`, `format`, `examples`, `suggest`, `sure`, `newer`, `leaf`, `kept` or `text`",
                ));
        }
        Ok(())
    })?;
    Ok(found)
}

/// What a type has that keeps its text and gives it with `as_str`.
fn kept_text(name: &Ident) -> TokenStream {
    quote! {
        impl #name {
            /// Creates the value from a string, which is kept unchanged.
            ///
            /// # Errors
            /// Returns an error if the string is not valid, for example if it is too long.
            pub fn new(text: impl AsRef<str>) -> Result<Self, crate::reflect::ValueError> {
                text.as_ref().parse()
            }
        }

        impl From<#name> for String {
            #[inline]
            fn from(value: #name) -> Self {
                value.as_str().to_owned()
            }
        }

        impl AsRef<str> for #name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self.as_str(), f)
            }
        }
    }
}

/// What a type has that is compared, ordered and hashed as its text is.
fn like_text(name: &Ident) -> TokenStream {
    quote! {
        impl PartialEq<str> for #name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for #name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        /// Hashes and compares like the string, so that a map can be searched with a `&str`.
        impl std::borrow::Borrow<str> for #name {
            #[inline]
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }
    }
}
