use crate::common::{all_differ, docs, needed_docs, string_reading, words};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, LitStr, Result, Variant};

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(Error::new(input.ident.span(), "expected an enum"));
    };
    let name = &input.ident;
    let title = title(input)?;
    let is_other =
        |variant: &&Variant| variant.ident == "Other" && matches!(variant.fields, Fields::Unnamed(_));
    let open = data.variants.last().is_some_and(|last| is_other(&last));
    let listed: Vec<&Variant> =
        data.variants.iter().take(data.variants.len().saturating_sub(usize::from(open))).collect();
    let codes = listed.iter().map(|variant| code(variant)).collect::<Result<Vec<_>>>()?;
    all_differ(listed.iter().map(|variant| &variant.ident).zip(codes.iter().map(String::as_str)))?;
    let code_docs = listed.iter().map(|variant| docs(&variant.attrs));
    let idents: Vec<_> = listed.iter().map(|variant| &variant.ident).collect();
    let docs = needed_docs(&input.attrs, name, "says what the codes tell apart")?;
    let (text, closed) = (name.to_string(), !open);
    let (as_str, other_parse, pattern, is_listed) = if open {
        (
            quote! {
                /// The code as JSON has it.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    match self {
                        #( Self::#idents => #codes, )*
                        Self::Other(other) => other.as_str(),
                    }
                }
            },
            quote!(crate::values::OtherCode::parse(text).map(Self::Other)),
            quote!(Some(crate::values::OtherCode::PATTERN)),
            quote!(!matches!(self, Self::Other(_))),
        )
    } else {
        (
            quote! {
                /// The code as JSON has it.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        #( Self::#idents => #codes, )*
                    }
                }
            },
            quote!(Err(crate::values::not_listed(&Self::STRING))),
            quote!(None),
            quote!(true),
        )
    };
    let reading = string_reading(name);
    Ok(quote! {
        impl #name {
            /// Every listed code, in the order of the list.
            pub const LISTED: &'static [Self] = &[#(Self::#idents),*];

            pub(crate) const STRING: crate::reflect::StringShape = crate::reflect::StringShape {
                name: #text,
                title: #title,
                docs: #docs,
                pattern: #pattern,
                min_length: 1,
                max_length: 64,
                format: None,
                examples: &[],
                codes: &[#( crate::reflect::CodeShape { code: #codes, docs: #code_docs } ),*],
                closed: #closed,
                rule: |text| Self::parse(text).map(drop),
                suggest: crate::reflect::no_suggestion,
                is_newer: crate::reflect::never_newer,
                is_type: true,
            };

            #as_str

            fn parse(text: &str) -> Result<Self, crate::reflect::Problem> {
                match text {
                    #( #codes => Ok(Self::#idents), )*
                    _ => #other_parse,
                }
            }
        }

        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl crate::reflect::Node for #name {
            fn view(&self) -> crate::reflect::View<'_> {
                crate::reflect::View::Text(self.as_str())
            }
        }

        impl crate::values::Walk for #name {
            fn walk(&self, at: &crate::reflect::Path<'_>, visitor: &mut dyn crate::values::Visitor) {
                visitor.leaf(at, crate::values::Leaf::Code(crate::values::Code {
                    list: &Self::STRING,
                    word: self.as_str(),
                    listed: #is_listed,
                }));
            }
        }

        #reading
    })
}

/// What a code of the list is called in a sentence.
fn title(input: &DeriveInput) -> Result<LitStr> {
    let mut title = None;
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("codes")) {
        attribute.parse_nested_meta(|meta| {
            if !meta.path.is_ident("title") {
                return Err(meta.error("expected `title`"));
            }
            title = Some(meta.value()?.parse()?);
            Ok(())
        })?;
    }
    let missing = || {
        Error::new(
            input.ident.span(),
            "expected `#[codes(title = \"...\")]`: what a code is called in a sentence",
        )
    };
    title.ok_or_else(missing)
}

/// The code of a variant: its name in words, or as its attribute spells it.
fn code(variant: &Variant) -> Result<String> {
    if !matches!(variant.fields, Fields::Unit) {
        let message = "expected a unit variant, or `Other(OtherCode)` at the end";
        return Err(Error::new(variant.ident.span(), message));
    }
    needed_docs(&variant.attrs, &variant.ident, "says when to choose the code")?;
    match variant.attrs.iter().find(|attribute| attribute.path().is_ident("code")) {
        Some(attribute) => attribute.parse_args::<LitStr>().map(|code| code.value()),
        None => Ok(words(&variant.ident.to_string(), ' ')),
    }
}
