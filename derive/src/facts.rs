use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Field, Fields, Ident, Result};

/// A fact, written as a list of its members, hashed by all of them, and moved with its records.
pub(crate) fn fact(input: &DeriveInput) -> Result<TokenStream> {
    let (name, members) = (&input.ident, members(input)?);
    let moving: Vec<_> = members.iter().filter(|(_, moves)| *moves).map(|(member, _)| member).collect();
    let members: Vec<_> = members.iter().map(|(member, _)| member).collect();
    // What has no moving parts has no need to move.
    let shifted = (!moving.is_empty()).then(|| {
        quote! {
            impl crate::rules::memory::shift::Shifted for #name {
                fn shift(&mut self, by: &crate::rules::memory::shift::Shift) {
                    #(crate::rules::memory::shift::Shifted::shift(&mut self.#moving, by);)*
                }
            }
        }
    });
    Ok(quote! {
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                (#(&self.#members,)*).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for #name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let (#(#members,)*) = serde::Deserialize::deserialize(deserializer)?;
                Ok(Self { #(#members),* })
            }
        }

        impl std::hash::Hash for #name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                #(self.#members.hash(state);)*
            }
        }

        #shifted
    })
}

/// The facts of a family of rules, each kind of fact in a list.
pub(crate) fn facts(input: &DeriveInput) -> Result<TokenStream> {
    let (name, members) = (&input.ident, members(input)?);
    let lists: Vec<_> = members.iter().map(|(member, _)| member).collect();
    Ok(quote! {
        impl #name {
            /// Puts the facts of later records behind these.
            pub(in crate::rules) fn absorb(&mut self, later: Self, by: &crate::rules::memory::shift::Shift) {
                let Self { #(#lists),* } = later;
                #( self.#lists.absorb(#lists, by); )*
                let _ = by;
            }
        }

        impl std::hash::Hash for #name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                #(self.#lists.hash(state);)*
                let _ = state;
            }
        }
    })
}

/// The members of a struct, and whether each moves.
fn members(input: &DeriveInput) -> Result<Vec<(&Ident, bool)>> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new(input.ident.span(), "expected a struct"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new(input.ident.span(), "expected named fields"));
    };
    let moves = |field: &Field| field.attrs.iter().any(|attribute| attribute.path().is_ident("moves"));
    Ok(fields.named.iter().filter_map(|field| Some((field.ident.as_ref()?, moves(field)))).collect())
}
