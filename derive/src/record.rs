use crate::common::settings;
use crate::object::{self, Member};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{DeriveInput, Error, Ident, LitStr, Result};

/// The members that every record has.
const COMMON: [&str; 8] =
    ["id", "description", "links", "identifiers", "classifications", "modified", "evidence", "extensions"];

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let members = object::members(input)?;
    let object = object::object(input, &members, None)?;
    let record = record(input, &members)?;
    Ok(quote! { #object #record })
}

fn record(input: &DeriveInput, members: &[Member<'_>]) -> Result<TokenStream> {
    let name = &input.ident;
    let (mut title, mut label) = (None::<LitStr>, None::<Ident>);
    settings(&input.attrs, "record", |meta| {
        if meta.path.is_ident("title") {
            title = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("label") {
            label = Some(meta.value()?.parse()?);
        } else {
            return Err(meta.error("expected `title` or `label`"));
        }
        Ok(())
    })?;
    for common in COMMON {
        if !members.iter().any(|member| member.ident == common) {
            return Err(Error::new(
                name.span(),
                format!("expected the field `{common}`: every record has it"),
            ));
        }
    }
    let Some(title) = title.map(|title| title.value()) else {
        return Err(Error::new(
            name.span(),
            "expected `#[record(title = \"...\")]`: what a record is called in a sentence",
        ));
    };
    let label = label.map_or_else(|| quote!(None), |label| quote!((&self.#label).into()));
    let has_related = members.iter().any(|member| member.ident == "related");
    let related = if has_related { quote!(&self.related) } else { quote!(&[]) };
    let id = format_ident!("{name}Id");
    let (id_name, id_title) = (id.to_string(), format!("{title} id"));
    let id_docs = format!(
        "Id of a record of kind {title}: a letter A-Z or a-z or a digit, then letters, digits and . _ : / ~ -. Unique among the \
         records of its kind in a dataset."
    );
    let idents: Vec<_> = members.iter().map(|member| member.ident).collect();
    Ok(quote! {
        // The derive of the standard library writes the same, and asks for it to be inlined: a record is copied whole
        // wherever one of its kind may be copied.
        impl Clone for #name {
            fn clone(&self) -> Self {
                Self { #(#idents: self.#idents.clone()),* }
            }
        }

        impl crate::values::Named for #name {
            const ID: &'static crate::reflect::StringShape = {
                static ID: crate::reflect::StringShape = crate::values::id_shape(#id_name, #id_title, #id_docs);
                &ID
            };
        }

        impl crate::values::Identified for #name {
            const KIND: crate::values::RecordKind = crate::values::RecordKind::#name;
        }

        impl crate::model::Record for #name {
            fn id(&self) -> &#id {
                &self.id
            }

            fn label(&self) -> Option<&crate::values::Text> {
                #label
            }

            fn related(&self) -> &[crate::model::Related] {
                #related
            }

            fn description(&self) -> Option<&crate::values::Text> {
                self.description.as_ref()
            }

            fn links(&self) -> &[crate::values::Link] {
                &self.links
            }

            fn identifiers(&self) -> &[crate::model::Identifier] {
                &self.identifiers
            }

            fn classifications(&self) -> &[crate::model::Classification] {
                &self.classifications
            }

            fn modified(&self) -> Option<crate::values::PartialDate> {
                self.modified
            }

            fn evidence(&self) -> &[crate::model::Evidence] {
                &self.evidence
            }

            fn extensions(&self) -> &crate::values::Extensions {
                &self.extensions
            }
        }
    })
}
