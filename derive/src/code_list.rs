use crate::common::{all_differ, docs, only_setting, required_docs, string_reading, words};
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, Ident, LitStr, Result, Token, Variant, parenthesized};

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(Error::new(input.ident.span(), "expected an enum"));
    };
    let name = &input.ident;
    let title = title(input)?;
    let (listed, open) = listed(data);
    let spellings = spellings(&listed)?;
    let codes: Vec<_> = spellings.iter().map(|spelling| spelling.code.as_str()).collect();
    let shapes = listed.iter().zip(&spellings).map(|(variant, spelling)| spelling.shape(variant));
    let idents: Vec<_> = listed.iter().map(|variant| &variant.ident).collect();
    let docs = required_docs(&input.attrs, name.span(), "says what the codes tell apart")?;
    let (text, closed) = (name.to_string(), !open);
    let (as_str, other_parse, pattern, is_listed) = if open {
        (
            quote! {
                /// Returns the code as written in JSON.
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
                /// Returns the code as written in JSON.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        #( Self::#idents => #codes, )*
                    }
                }
            },
            quote!(Err(crate::values::not_listed(Self::STRING))),
            quote!(None),
            quote!(true),
        )
    };
    let (lookups, shown, reading) = (lookups(), shown(name, &is_listed), string_reading(name));
    Ok(quote! {
        impl #name {
            /// Every listed code, in the order of the list.
            pub const LISTED: &'static [Self] = &[#(Self::#idents),*];

            pub(crate) const STRING: &'static crate::reflect::StringShape = {
                static STRING: crate::reflect::StringShape = crate::reflect::StringShape {
                name: #text,
                title: #title,
                docs: #docs,
                pattern: #pattern,
                min_length: 1,
                max_length: 64,
                format: None,
                hint: "",
                examples: &[],
                codes: &[#( #shapes ),*],
                closed: #closed,
                rule: |text| match #name::parse(text) {
                        Ok(_) => Ok(()),
                        Err(problem) => Err(problem),
                    },
                suggest: crate::reflect::no_suggestion,
                is_sure: crate::reflect::never_sure,
                is_newer: crate::reflect::never_newer,
                is_type: true,
            };
                &STRING
            };

            #as_str

            #lookups

            fn parse(text: &str) -> Result<Self, crate::reflect::Problem> {
                match text {
                    #( #codes => Ok(Self::#idents), )*
                    _ => #other_parse,
                }
            }
        }

        #shown

        #reading
    })
}

/// How a code is written, and shown to those who look at it.
fn shown(name: &Ident, is_listed: &TokenStream) -> TokenStream {
    quote! {
        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl crate::reflect::Node for #name {
            #[inline(never)]
            fn view(&self) -> crate::reflect::View<'_> {
                crate::reflect::View::Text(self.as_str())
            }
        }

        impl crate::values::Walk for #name {
            #[inline(never)]
            fn walk(&self, at: &crate::reflect::Path<'_>, visitor: &mut dyn crate::values::Visitor) {
                visitor.leaf(at, crate::values::Leaf::Code(crate::values::Code {
                    list: Self::STRING,
                    word: self.as_str(),
                    listed: #is_listed,
                }));
            }
        }
    }
}

/// Lookups by synonym, which are the same for open and closed lists.
fn lookups() -> TokenStream {
    quote! {
        /// Returns the listed code that a word means: a code or one of its synonyms, in any case and
        /// whatever spaces, hyphens or underscores join its parts.
        ///
        /// Reading JSON never replaces a synonym; this is for importing data from elsewhere.
        #[must_use]
        pub fn from_synonym(word: &str) -> Option<Self> {
            Self::parse(Self::STRING.listed(word)?).ok()
        }

        /// Returns the synonyms of the code, which is empty for a code that is not listed.
        #[must_use]
        pub fn synonyms(&self) -> &'static [&'static str] {
            Self::STRING.synonyms(self.as_str())
        }
    }
}

/// The variants that stand for listed codes, and whether another follows them that keeps the codes that are not listed.
fn listed(data: &DataEnum) -> (Vec<&Variant>, bool) {
    let is_other = |last: &Variant| last.ident == "Other" && matches!(last.fields, Fields::Unnamed(_));
    let open = data.variants.last().is_some_and(is_other);
    (data.variants.iter().take(data.variants.len().saturating_sub(usize::from(open))).collect(), open)
}

/// What a code of the list is called in a sentence.
fn title(input: &DeriveInput) -> Result<LitStr> {
    let missing = || {
        Error::new(
            input.ident.span(),
            "expected `#[codes(title = \"...\")]`: what a code is called in a sentence",
        )
    };
    only_setting(&input.attrs, "codes", "title")?.ok_or_else(missing)
}

/// Code of a variant, and its synonyms.
struct Spelling {
    code: String,
    synonyms: Vec<LitStr>,
}

impl Spelling {
    /// The code is the name of the variant in words, unless the attribute gives another.
    fn of(variant: &Variant) -> Result<Self> {
        if !matches!(variant.fields, Fields::Unit) {
            let message = "expected a unit variant, or `Other(OtherCode)` at the end";
            return Err(Error::new(variant.ident.span(), message));
        }
        required_docs(&variant.attrs, variant.ident.span(), "says when to choose the code")?;
        let attribute = variant.attrs.iter().find(|attribute| attribute.path().is_ident("code"));
        let Attribute { code, synonyms } = match attribute {
            Some(attribute) => attribute.parse_args()?,
            None => Attribute::default(),
        };
        let code = code.map_or_else(|| words(&variant.ident.to_string(), ' '), |code| code.value());
        Ok(Self { code, synonyms })
    }

    fn shape(&self, variant: &Variant) -> TokenStream {
        let (Self { code, synonyms }, docs) = (self, docs(&variant.attrs));
        quote! {
            crate::reflect::CodeShape { code: #code, docs: #docs, synonyms: &[#(#synonyms),*] }
        }
    }
}

/// Arguments of `#[code("none", synonyms("nothing"))]`, either of which may be absent.
#[derive(Default)]
struct Attribute {
    code: Option<LitStr>,
    synonyms: Vec<LitStr>,
}

mod keyword {
    syn::custom_keyword!(synonyms);
}

impl Parse for Attribute {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut attribute = Self::default();
        let next = input.lookahead1();
        if next.peek(LitStr) {
            attribute.code = Some(input.parse()?);
            if input.is_empty() {
                return Ok(attribute);
            }
            input.parse::<Token![,]>()?;
        } else if !next.peek(keyword::synonyms) {
            return Err(next.error());
        }
        input.parse::<keyword::synonyms>()?;
        let listed;
        parenthesized!(listed in input);
        attribute.synonyms =
            Punctuated::<LitStr, Token![,]>::parse_terminated(&listed)?.into_iter().collect();
        Ok(attribute)
    }
}

/// Codes and synonyms of the listed variants, all of them different.
fn spellings(listed: &[&Variant]) -> Result<Vec<Spelling>> {
    let spellings = listed.iter().map(|variant| Spelling::of(variant)).collect::<Result<Vec<_>>>()?;
    let codes = spellings.iter().map(|spelling| spelling.code.as_str());
    all_differ(listed.iter().map(|variant| &variant.ident).zip(codes))?;
    synonyms_differ(&spellings)?;
    Ok(spellings)
}

/// Refuses a synonym that is a code of the list or is given twice, compared as `StringShape::listed` compares them.
fn synonyms_differ(spellings: &[Spelling]) -> Result<()> {
    let codes: Vec<_> = spellings.iter().map(|spelling| letters(&spelling.code)).collect();
    let mut seen = Vec::new();
    for synonym in spellings.iter().flat_map(|spelling| &spelling.synonyms) {
        let (text, letters) = (synonym.value(), letters(&synonym.value()));
        let fault = if letters.is_empty() {
            "expected a word".to_owned()
        } else if codes.contains(&letters) {
            format!("`{text}` is a code of the list")
        } else if seen.contains(&letters) {
            format!("`{text}` is given twice")
        } else {
            seen.push(letters);
            continue;
        };
        return Err(Error::new(synonym.span(), fault));
    }
    Ok(())
}

/// Letters of a word, regardless of case and of what joins its parts.
fn letters(word: &str) -> String {
    word.chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '_'))
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}
