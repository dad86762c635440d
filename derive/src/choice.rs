use crate::common::{all_differ, foreign_traits, required_docs, words};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Error, Fields, Ident, Result, Type, Variant};

/// One of the members that the object may have.
struct Branch<'a> {
    ident: &'a Ident,
    ty: &'a Type,
    tag: String,
    docs: String,
}

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(Error::new(input.ident.span(), "expected an enum"));
    };
    let branches = data.variants.iter().map(branch).collect::<Result<Vec<_>>>()?;
    let name = &input.ident;
    all_differ(branches.iter().map(|branch| (branch.ident, branch.tag.as_str())))?;
    let docs = required_docs(&input.attrs, name.span(), "is the description of the object")?;
    let (text, foreign_traits) = (name.to_string(), foreign_traits(name));
    let idents: Vec<_> = branches.iter().map(|branch| branch.ident).collect();
    let types = branches.iter().map(|branch| branch.ty);
    let tags: Vec<_> = branches.iter().map(|branch| &branch.tag).collect();
    let shapes = branches.iter().map(|Branch { ty, tag, docs, .. }| {
        quote_spanned! {ty.span()=>
            crate::reflect::BranchShape { tag: #tag, docs: #docs, shape: <#ty as crate::reflect::Shaped>::SHAPE }
        }
    });
    let numbers = 0..branches.len();
    Ok(quote! {
        #(
            impl From<#types> for #name {
                fn from(value: #types) -> Self {
                    Self::#idents(value)
                }
            }
        )*

        impl #name {
            const CHOICE: &'static crate::reflect::ChoiceShape = {
                static CHOICE: crate::reflect::ChoiceShape = crate::reflect::ChoiceShape {
                name: #text,
                docs: #docs,
                branches: &[#(#shapes),*],
            };
                &CHOICE
            };
        }

        impl crate::reflect::Shaped for #name {
            const SHAPE: crate::reflect::Shape = crate::reflect::Shape::Choice(Self::CHOICE);
        }

        impl crate::json::Read for #name {
            fn read(reader: &mut crate::json::Reader<'_>) -> Result<Self, crate::json::Refused> {
                let value = match reader.open_choice(Self::CHOICE)? {
                    #(
                        #numbers => match crate::json::Read::read(reader) {
                            Ok(value) => Self::#idents(value),
                            Err(refused) => return Err(refused),
                        },
                    )*
                    _ => return Err(crate::json::Refused),
                };
                reader.close_choice()?;
                Ok(value)
            }
        }

        impl crate::reflect::Node for #name {
            fn view(&self) -> crate::reflect::View<'_> {
                match self {
                    #( Self::#idents(value) => crate::reflect::View::Choice(#tags, value), )*
                }
            }
        }

        impl crate::values::Walk for #name {
            fn walk(&self, at: &crate::reflect::Path<'_>, visitor: &mut dyn crate::values::Visitor) {
                match self {
                    #( Self::#idents(value) => crate::values::Walk::walk(value, &at.member(#tags), visitor), )*
                }
            }
        }

        #foreign_traits
    })
}

fn branch(variant: &Variant) -> Result<Branch<'_>> {
    let Fields::Unnamed(fields) = &variant.fields else {
        return Err(Error::new(
            variant.ident.span(),
            "expected a variant with one value, such as `Network(NetworkId)`",
        ));
    };
    let (Some(field), 1) = (fields.unnamed.first(), fields.unnamed.len()) else {
        return Err(Error::new(variant.ident.span(), "expected exactly one value"));
    };
    let docs = required_docs(&variant.attrs, variant.ident.span(), "is the description of the member")?;
    let tag = words(&variant.ident.to_string(), '_');
    Ok(Branch { ident: &variant.ident, ty: &field.ty, tag, docs })
}
