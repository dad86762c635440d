//! The derive macros of the crate `cooperation`. They are internal to it: the code that they emit names its private
//! modules, so no other crate can use them, and they change without notice.
//!
//! | derive | on | example |
//! |---|---|---|
//! | [`Record`](macro@Record) | a kind of record | `Project` |
//! | [`Object`](macro@Object) | an object with named members | `Period` |
//! | [`Choice`](macro@Choice) | an object with exactly one of several members | `Party` |
//! | [`CodeList`](macro@CodeList) | the codes of a list | `Status` |
//! | [`StringValue`](macro@StringValue) | a string with a rule | `Label` |
//! | [`Fact`](macro@Fact) | what a rule keeps of a record | `Payment` |
//! | [`Facts`](macro@Facts) | what a family of rules keeps | lists of facts |
//! | [`DebugAsDisplay`](macro@DebugAsDisplay) | an error | `ValueError` |
//!
//! Each of the first five emits the same five things from the one definition: the static shape, strict reading, access to
//! the children that a value has, the typed walk, and the traits of serde and schemars. What does not depend on the type is
//! a function of the library, compiled once; what is emitted here is as little as that leaves.

mod choice;
mod code_list;
mod common;
mod facts;
mod object;
mod record;
mod string_value;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;
use syn::{DeriveInput, Error, Result};

/// A kind of record: a struct with the members that every record has. It emits `Clone` as well.
///
/// `#[record(title = "project", label = title)]` gives the noun for messages and, where there is one, the member that names the
/// record.
#[proc_macro_derive(Record, attributes(record, member))]
pub fn record(input: TokenStream) -> TokenStream {
    derive(input, record::expand)
}

/// An object with named members: a struct with documented public fields.
///
/// A member is optional where its type is `Option`, `List` or `Extensions`. `#[member(name = "$schema")]` gives a member
/// a name in JSON that differs from the field's; `#[object(visit = period)]` names the method of `Visitor` that is shown the
/// whole object before its members.
#[proc_macro_derive(Object, attributes(object, member))]
pub fn object(input: TokenStream) -> TokenStream {
    derive(input, object::expand)
}

/// An object with exactly one of several members: an enum whose variants each hold one value. A member is named as its
/// variant, in snake case. `#[choice(reference)]` says that each holds the id of a record of the kind that it is named after.
#[proc_macro_derive(Choice, attributes(choice))]
pub fn choice(input: TokenStream) -> TokenStream {
    derive(input, choice::expand)
}

/// The codes of a list: an enum of unit variants, named as the variants are, in lower case with spaces between the words.
///
/// `#[code("cross-border")]` gives a code another spelling than the name of its variant,
/// `#[code(synonyms("university"))]` lists words that mean the same code, and
/// `#[code("none", synonyms("nothing"))]` does both; `#[codes(title = "status")]` gives the noun for messages. A last variant `Other(OtherCode)` leaves the list open: it keeps a code that is not listed.
#[proc_macro_derive(CodeList, attributes(codes, code))]
pub fn code_list(input: TokenStream) -> TokenStream {
    derive(input, code_list::expand)
}

/// A string with a rule: a struct with `fn parse(&str) -> Result<Self, Problem>` and `Display`.
///
/// `#[string(title = "label", pattern = PATTERN, length = 1..=255, examples("EMN"), leaf = Label)]`; also `format`, the
/// name of a JSON Schema format, `suggest`, a function from a refused text to the text that was most likely meant, `sure`,
/// if that text means the same without doubt, or a function that tells so of a refused text, and `kept`, for a type that keeps its text and has `as_str`, and `text`, for one that is hashed and ordered as its text is.
#[proc_macro_derive(StringValue, attributes(string))]
pub fn string_value(input: TokenStream) -> TokenStream {
    derive(input, string_value::expand)
}

/// A fact: a small struct that is kept of a record. Members with `#[moves]` move with their records (places, ids, words),
/// the others stay as they are (dates, amounts, fingerprints). It is written as a list of its members, without their names,
/// since there are millions of them in a summary.
#[proc_macro_derive(Fact, attributes(moves))]
pub fn fact(input: TokenStream) -> TokenStream {
    derive(input, facts::fact)
}

/// The facts of a family of rules: a struct of lists, to which those of later records can be added.
#[proc_macro_derive(Facts)]
pub fn facts(input: TokenStream) -> TokenStream {
    derive(input, facts::facts)
}

/// The text of `Display` as `Debug`: a `main` that returns such an error prints it for people.
#[proc_macro_derive(DebugAsDisplay)]
pub fn debug_as_display(input: TokenStream) -> TokenStream {
    derive(input, |input| {
        let name = &input.ident;
        Ok(quote::quote! {
            impl std::fmt::Debug for #name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    std::fmt::Display::fmt(self, f)
                }
            }
        })
    })
}

fn derive(input: TokenStream, expand: fn(&DeriveInput) -> Result<proc_macro2::TokenStream>) -> TokenStream {
    syn::parse::<DeriveInput>(input)
        .and_then(|input| expanded(&input, expand))
        .unwrap_or_else(Error::into_compile_error)
        .into()
}

/// What a derive emits, or the error that names the place in the input.
fn expanded(
    input: &DeriveInput,
    expand: fn(&DeriveInput) -> Result<proc_macro2::TokenStream>,
) -> Result<proc_macro2::TokenStream> {
    if !input.generics.params.is_empty() {
        return Err(Error::new(input.ident.span(), "expected a type without parameters"));
    }
    expand(input)
}
