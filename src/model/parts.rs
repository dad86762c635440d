//! Parts that records of several kinds have.

use super::NamedRecord;
use crate::values::{CountryCode, Decimal, Label, List, Money, Period, Relation, RelationBasis, Text};
use cooperation_derive::Object;

/// An identifier of a record in a register or another scheme (Popolo: Identifier).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Identifier {
    /// Scheme of the identifier: its code in org-id.guide, such as NO-BRC, or its web address.
    pub scheme: Label,
    /// Identifier, as the scheme writes it.
    pub value: Label,
}

/// A code from a published list or a keyword, such as an Interreg specific objective or a DAC sector.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Classification {
    /// List that the code is from: its name or web address.
    pub scheme: Option<Label>,
    /// Code, as the list writes it.
    pub code: Option<Label>,
    /// Meaning of the code, or the keyword.
    pub title: Option<Text>,
    /// Share of the record that the code applies to, in per cent, such as 60.
    pub share: Option<Decimal>,
    /// Grade of the code on the list's own scale (IATI: significance). 0 means that the topic was assessed and found
    /// not relevant.
    pub significance: Option<Label>,
}

impl Classification {
    /// Returns whether the code applies to the record. It does not if its significance is 0.
    #[must_use]
    pub fn applies(&self) -> bool {
        self.significance.as_ref().is_none_or(|grade| grade.as_str() != "0")
    }
}

/// A former, alternative or translated name (Popolo: other names).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct OtherName {
    /// Name, in each language in which it is used.
    pub name: Text,
    /// Period in which the name was used.
    pub period: Option<Period>,
}

/// A relation of a record to another one, read as a sentence: this record, the relation, the other record.
///
/// It is stated in one direction only: the new strategy replaces the old one, and the old one does not mention the new
/// one.
///
/// # Examples
///
/// ```
/// use cooperation::{NetworkId, codes::Relation, model::Related};
///
/// let mut related = Related::new(Relation::Replaces);
/// related.to = Some(NetworkId::new("old-network")?.into());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Related {
    /// Other record, if it is in the dataset. Either this or a title is required.
    pub to: Option<NamedRecord>,
    /// Name or title of the other record, if it is not in the dataset.
    pub title: Option<Text>,
    /// Identifiers of the other record in registers and other schemes, if it is not in the dataset.
    pub identifiers: List<Identifier>,
    /// Relation of this record to the other, such as same as, replaces or continues.
    pub relation: Relation,
    /// Certainty of the relation: implied or open. Absent means that a source states it.
    pub basis: Option<RelationBasis>,
    /// Reason why the relation is implied, or why it is open.
    pub reason: Option<Text>,
}

/// A postal address (schema.org: `PostalAddress`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Address {
    /// Street and number, or post office box.
    pub street: Option<Label>,
    /// Postal code, such as 0150.
    pub postal_code: Option<Label>,
    /// City, town or village of the address.
    pub locality: Option<Label>,
    /// Region or county, as it is written in the address.
    pub region: Option<Label>,
    /// Country, as an ISO 3166-1 code of two letters.
    pub country: Option<CountryCode>,
    /// Geographic coordinates of the address.
    pub point: Option<Point>,
}

/// Geographic coordinates in decimal degrees (WGS 84).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Point {
    /// Latitude, from -90 to 90, positive in the north.
    pub latitude: Decimal,
    /// Longitude, from -180 to 180, positive in the east.
    pub longitude: Decimal,
}

/// Budget of a record for one period.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Budget {
    /// Period that the budget is for.
    pub period: Option<Period>,
    /// Amount of the budget, exact, in one currency.
    pub amount: Money,
    /// Whether it is a revised budget, which replaces the original one of the same period (IATI: budget type).
    pub revised: Option<bool>,
}

/// Count of something: a number, the words of a source, or both.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Count {
    /// Things that are counted, such as policy instruments.
    pub what: Text,
    /// Number, as a source states it. A number or words are required.
    pub number: Option<u32>,
    /// Number in the words of a source, such as "several".
    pub words: Option<Text>,
}
