//! Parts that records of several kinds have.

use super::Party;
use crate::values::{Decimal, Label, Period, SameAsBasis, Text};
use cooperation_derive::Object;

/// An identifier of a record in a scheme that others keep (Popolo: Identifier).
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct Identifier {
    /// The scheme: its code in org-id.guide, such as NO-BRC, or its web address.
    pub scheme: Label,
    /// The identifier, as the scheme writes it.
    pub value: Label,
}

/// A code of a list that several publishers share, or a keyword, such as an Interreg specific objective.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct Classification {
    /// The list: its name or web address.
    pub scheme: Option<Label>,
    /// The code, as the list writes it.
    pub code: Option<Label>,
    /// What the code means, or the keyword.
    pub title: Option<Text>,
    /// How much of the record it applies to, in per cent.
    pub share: Option<Decimal>,
}

/// A name that a record also has or had (Popolo: other names).
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct OtherName {
    /// The name.
    pub name: Text,
    /// When it was in use.
    pub period: Option<Period>,
}

/// That a record and another may be of one body, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct SameAs {
    /// The other.
    pub party: Party,
    /// How sure it is: stated, implied, or left open by the sources.
    pub basis: SameAsBasis,
    /// Why they may be one, or why it is open.
    pub reason: Option<Text>,
}
