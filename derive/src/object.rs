use crate::common::{all_differ, foreign_traits, only_setting, required_docs};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{
    Data, DeriveInput, Error, Field, Fields, GenericArgument, Ident, LitStr, PathArguments, PathSegment,
    Result, Type,
};

/// How the type of a member says that it is absent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Absence {
    None,
    Empty,
}

/// The types that may be absent, and how. A member of another type is required.
const MAY_BE_ABSENT: [(&str, Absence); 3] =
    [("Option", Absence::None), ("List", Absence::Empty), ("Extensions", Absence::Empty)];

/// The types that are made of several others, such as a party of an organization's id: whatever turns into one is taken.
const MADE_OF_OTHERS: [&str; 5] = ["Body", "NamedRecord", "NonEmpty", "Party", "Subject"];

/// A member of an object.
pub(crate) struct Member<'a> {
    pub ident: &'a Ident,
    pub ty: &'a Type,
    json: LitStr,
    docs: String,
    /// `None` where the member is required.
    absence: Option<Absence>,
}

impl Member<'_> {
    fn is_required(&self) -> bool {
        self.absence.is_none()
    }

    /// The member that is absent, or whose slot is empty.
    fn empty(&self) -> TokenStream {
        let ty = self.ty;
        if self.absence == Some(Absence::Empty) { quote!(<#ty>::default()) } else { quote!(None) }
    }
}

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let visit: Option<Ident> = only_setting(&input.attrs, "object", "visit")?;
    object(input, &members(input)?, visit.as_ref())
}

/// The members of a struct, in their order.
pub(crate) fn members(input: &DeriveInput) -> Result<Vec<Member<'_>>> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new(input.ident.span(), "expected a struct"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new(
            input.ident.span(),
            "expected named fields: they are the members of the object",
        ));
    };
    let members = fields.named.iter().map(member).collect::<Result<Vec<_>>>()?;
    let names: Vec<String> = members.iter().map(|member| member.json.value()).collect();
    all_differ(members.iter().map(|member| member.ident).zip(names.iter().map(String::as_str)))?;
    Ok(members)
}

fn member(field: &Field) -> Result<Member<'_>> {
    let Some(ident) = &field.ident else {
        return Err(Error::new(field.span(), "expected a named field"));
    };
    let json = only_setting(&field.attrs, "member", "name")?
        .unwrap_or_else(|| LitStr::new(&ident.unraw().to_string(), ident.span()));
    let docs = required_docs(&field.attrs, ident.span(), "is the description of the member")?;
    let absence = outermost(&field.ty).and_then(|segment| {
        MAY_BE_ABSENT.iter().find(|(name, _)| segment.ident == name).map(|&(_, absence)| absence)
    });
    Ok(Member { ident, ty: &field.ty, json, docs, absence })
}

/// The last segment of the path of a type, such as `Option<Text>`.
fn outermost(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// What is inside of an `Option` or a `List`.
fn inner(ty: &Type) -> Option<&Type> {
    match &outermost(ty)?.arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(inner) => Some(inner),
                _ => None,
            })
        }
        _ => None,
    }
}

/// The type of an argument: the exact type, so that `"atm".parse()?` is inferred, or whatever turns into it.
fn argument(ty: &Type) -> (TokenStream, TokenStream) {
    match outermost(ty) {
        Some(segment) if MADE_OF_OTHERS.iter().any(|name| segment.ident == name) => {
            (quote!(impl Into<#ty>), quote!(.into()))
        }
        _ => (quote!(#ty), quote!()),
    }
}

/// Everything that an object has, whether it is a record or not.
pub(crate) fn object(
    input: &DeriveInput,
    members: &[Member<'_>],
    visit: Option<&Ident>,
) -> Result<TokenStream> {
    let name = &input.ident;
    let shape = shape(input, members)?;
    let reading = reading(name, members);
    let children = children(name, members);
    let walk = walk(name, members, visit);
    let constructor = constructor(name, members);
    let setters = setters(name, members);
    let foreign_traits = foreign_traits(name);
    Ok(quote! { #shape #reading #children #walk #constructor #setters #foreign_traits })
}

fn shape(input: &DeriveInput, members: &[Member<'_>]) -> Result<TokenStream> {
    let name = &input.ident;
    let docs = required_docs(&input.attrs, name.span(), "is the description of the object")?;
    let text = name.to_string();
    let shapes = members.iter().map(|member| {
        let (Member { ty, json, docs, .. }, required) = (member, member.is_required());
        let shaped = if required { quote!(Shaped) } else { quote!(Optional) };
        quote_spanned! {ty.span()=>
            crate::reflect::MemberShape {
                name: #json,
                docs: #docs,
                required: #required,
                shape: <#ty as crate::reflect::#shaped>::SHAPE,
            }
        }
    });
    let names = members.iter().map(|member| &member.json);
    Ok(quote! {
        impl #name {
            const OBJECT: &'static crate::reflect::ObjectShape = {
                static OBJECT: crate::reflect::ObjectShape = crate::reflect::ObjectShape {
                name: #text,
                docs: #docs,
                members: &[#(#shapes),*],
                names: &[#(#names),*],
            };
                &OBJECT
            };
        }

        impl crate::reflect::Shaped for #name {
            const SHAPE: crate::reflect::Shape = crate::reflect::Shape::Object(Self::OBJECT);
        }
    })
}

/// Reading goes through a struct of slots: each member as it will be, but that a required one may still be missing. Where
/// none is required, that is the object itself.
fn reading(name: &Ident, members: &[Member<'_>]) -> TokenStream {
    let idents: Vec<_> = members.iter().map(|member| member.ident).collect();
    let numbers = 0..members.len();
    let (slots, read) = if members.iter().any(Member::is_required) {
        let types = members.iter().map(|member| {
            let ty = member.ty;
            if member.is_required() { quote!(Option<#ty>) } else { quote!(#ty) }
        });
        let empty = members.iter().map(Member::empty);
        let whole = members.iter().map(|member| {
            let ident = member.ident;
            if member.is_required() { quote!(#ident: Some(#ident)) } else { quote!(#ident) }
        });
        let slots = quote!(struct Slots { #(#idents: #types),* });
        let read = quote! {
            let mut slots = Slots { #(#idents: #empty),* };
            reader.object(Self::OBJECT, &mut slots)?;
            let Slots { #(#whole),* } = slots else { return Err(crate::json::Refused) };
            Ok(Self { #(#idents),* })
        };
        (slots, read)
    } else {
        let read = quote! {
            let mut whole = Self::default();
            reader.object(Self::OBJECT, &mut whole)?;
            Ok(whole)
        };
        (quote!(use #name as Slots;), read)
    };
    quote! {
        const _: () = {
            #slots

            impl crate::json::Slots for Slots {
                fn slot(&mut self, number: usize) -> Option<&mut dyn crate::json::Fill> {
                    match number {
                        #( #numbers => Some(&mut self.#idents), )*
                        _ => None,
                    }
                }
            }

            impl crate::json::Read for #name {
                fn read(reader: &mut crate::json::Reader<'_>) -> Result<Self, crate::json::Refused> {
                    #read
                }
            }
        };
    }
}

fn children(name: &Ident, members: &[Member<'_>]) -> TokenStream {
    let present = members.iter().map(|member| {
        let Member { ident, ty, .. } = member;
        if member.is_required() {
            quote_spanned!(ty.span()=> Some(&self.#ident))
        } else {
            quote_spanned!(ty.span()=> crate::reflect::Optional::present(&self.#ident))
        }
    });
    let shown = members.iter().map(|member| {
        let Member { ident, ty, json, .. } = member;
        if member.is_required() {
            quote_spanned!(ty.span()=> show(#json, &self.#ident);)
        } else {
            quote_spanned! {ty.span()=>
                if let Some(node) = crate::reflect::Optional::present(&self.#ident) {
                    show(#json, node);
                }
            }
        }
    });
    let numbers = 0..members.len();
    quote! {
        impl crate::reflect::Node for #name {
            #[inline(never)]
            fn view(&self) -> crate::reflect::View<'_> {
                crate::reflect::View::Object(self)
            }
        }

        impl crate::reflect::Members for #name {
            fn shape(&self) -> &'static crate::reflect::ObjectShape {
                Self::OBJECT
            }

            #[inline(never)]
            fn member(&self, number: usize) -> Option<&dyn crate::reflect::Node> {
                match number {
                    #( #numbers => #present, )*
                    _ => None,
                }
            }

            fn each(&self, show: &mut dyn FnMut(&'static str, &dyn crate::reflect::Node)) {
                #(#shown)*
            }
        }
    }
}

fn walk(name: &Ident, members: &[Member<'_>], visit: Option<&Ident>) -> TokenStream {
    let visit = visit.map(|visit| quote!(visitor.#visit(at, self);));
    // An object that is shown whole needs no other sign that it is empty.
    let may_be_empty = visit.is_none() && members.iter().all(|member| !member.is_required());
    let empty = may_be_empty.then(|| {
        let absent = members.iter().map(|Member { ident, absence, .. }| {
            if *absence == Some(Absence::Empty) {
                quote!(self.#ident.is_empty())
            } else {
                quote!(self.#ident.is_none())
            }
        });
        quote!(if #(#absent)&&* { visitor.empty(at); })
    });
    let steps = members.iter().map(|Member { ident, json, absence, .. }| {
        if *absence == Some(Absence::None) {
            quote! {
                if let Some(value) = &self.#ident {
                    crate::values::Walk::walk(value, &at.member(#json), visitor);
                }
            }
        } else {
            quote!(crate::values::Walk::walk(&self.#ident, &at.member(#json), visitor);)
        }
    });
    quote! {
        impl crate::values::Walk for #name {
            fn walk(&self, at: &crate::reflect::Path<'_>, visitor: &mut dyn crate::values::Visitor) {
                #visit
                #empty
                #(#steps)*
            }
        }
    }
}

/// `new` of what is required, or `Default` where nothing is.
fn constructor(name: &Ident, members: &[Member<'_>]) -> TokenStream {
    let (required, optional): (Vec<_>, Vec<_>) = members.iter().partition(|member| member.is_required());
    let empty = optional.iter().map(|member| member.empty());
    let optional = optional.iter().map(|member| member.ident);
    if required.is_empty() {
        return quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self { #(#optional: #empty),* }
                }
            }
        };
    }
    let (types, into): (Vec<_>, Vec<_>) = required.iter().map(|member| argument(member.ty)).unzip();
    let required: Vec<_> = required.iter().map(|member| member.ident).collect();
    quote! {
        impl #name {
            /// Creates a value from its required fields. Optional fields are empty, which means 'not stated'.
            #[must_use]
            #[inline]
            pub fn new(#(#required: #types),*) -> Self {
                Self { #(#required: #required #into,)* #(#optional: #empty),* }
            }
        }
    }
}

/// For each optional member a method that sets it and passes the value on. They are inlined: one that a program does not
/// call is not compiled.
fn setters(name: &Ident, members: &[Member<'_>]) -> TokenStream {
    let setters = members.iter().filter(|member| !member.is_required()).map(|member| {
        let Member { ident, ty, docs, absence, .. } = member;
        let setter = format_ident!("with_{}", ident.unraw());
        let docs = format!(" Sets `{}`.\n\n{docs}", ident.unraw());
        let (parameter, value) = match (absence, inner(ty)) {
            (Some(Absence::None), Some(inner)) => {
                let (argument, into) = argument(inner);
                (argument, quote!(Some(#ident #into)))
            }
            (Some(Absence::Empty), Some(inner)) => {
                let (argument, into) = argument(inner);
                let convert = (!into.is_empty()).then(|| quote!(.map(Into::into)));
                (quote!(impl IntoIterator<Item = #argument>), quote!(#ident.into_iter() #convert.collect()))
            }
            _ => (quote!(#ty), quote!(#ident)),
        };
        quote! {
            #[doc = #docs]
            #[must_use]
            #[inline]
            pub fn #setter(mut self, #ident: #parameter) -> Self {
                self.#ident = #value;
                self
            }
        }
    });
    quote!(impl #name { #(#setters)* })
}
