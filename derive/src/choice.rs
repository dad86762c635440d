use crate::common::{all_differ, foreign_traits, required_docs, settings, words};
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
    let reference = is_reference(input)?.then(|| reference(name, &branches));
    Ok(quote! {
        #reference

        #(
            impl From<#types> for #name {
                #[inline]
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
                tags: &[#(#tags),*],
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
            #[inline(never)]
            fn view(&self) -> crate::reflect::View<'_> {
                match self {
                    #( Self::#idents(value) => crate::reflect::View::Choice(#tags, value), )*
                }
            }
        }

        impl crate::values::Walk for #name {
            #[inline(never)]
            fn walk(&self, at: &crate::reflect::Path<'_>, visitor: &mut dyn crate::values::Visitor) {
                match self {
                    #( Self::#idents(value) => crate::values::Walk::walk(value, &at.member(#tags), visitor), )*
                }
            }
        }

        #foreign_traits
    })
}

/// Whether `#[choice(reference)]` says that each branch is the id of a record.
fn is_reference(input: &DeriveInput) -> Result<bool> {
    let mut found = false;
    settings(&input.attrs, "choice", |meta| {
        if !meta.path.is_ident("reference") {
            return Err(meta.error("expected `reference`"));
        }
        found = true;
        Ok(())
    })?;
    Ok(found)
}

/// What a choice between the ids of records of several kinds has: its key, the way back, an order and a text.
fn reference(name: &Ident, branches: &[Branch<'_>]) -> TokenStream {
    let idents: Vec<_> = branches.iter().map(|branch| branch.ident).collect();
    let title = words(&name.to_string(), ' ');
    let tags: Vec<_> = branches.iter().map(|branch| branch.tag.as_str()).collect();
    let expected = format!("expected one of: {}", tags.join(", "));
    let types: Vec<_> = branches.iter().map(|branch| branch.ty).collect();
    quote! {
        #(
            /// One item, of what is referred to.
            impl From<#types> for crate::values::NonEmpty<#name> {
                #[inline]
                fn from(id: #types) -> Self {
                    [#name::from(id)].into()
                }
            }
        )*

        #(
            impl crate::model::RefersTo<#name> for #types {}
            impl crate::model::RefersTo<#name> for crate::model::#idents {}
        )*

        impl crate::model::RefersTo<Self> for #name {}

        impl crate::model::Mention for #name {
            fn key(&self) -> crate::model::Key<'_> {
                self.key()
            }
        }

        impl #name {
            /// Creates a reference from a record kind and an id.
            ///
            /// # Errors
            /// Returns an error if this type cannot refer to records of that kind, or the id is not valid.
            pub fn from_key(kind: crate::values::RecordKind, id: &str) -> Result<Self, crate::reflect::ValueError> {
                match kind {
                    #( crate::values::RecordKind::#idents => id.parse().map(Self::#idents), )*
                    _ => Err(crate::reflect::ValueError::new(#title, kind.as_str(), #expected)),
                }
            }

            /// Returns the kind and the id of the record that the reference names.
            #[must_use]
            pub fn key(&self) -> (crate::values::RecordKind, &str) {
                match self {
                    #( Self::#idents(id) => (crate::values::RecordKind::#idents, id.as_str()), )*
                }
            }
        }

        impl PartialOrd for #name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        /// By kind, in the order of the lists of a document, then by id.
        impl Ord for #name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.key().cmp(&other.key())
            }
        }

        /// The kind and the id, such as `network emn`.
        impl std::fmt::Display for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let (kind, id) = self.key();
                write!(f, "{} {id}", kind.title())
            }
        }
    }
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
