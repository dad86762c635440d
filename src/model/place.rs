use super::{Classification, Evidence, Identifier, OtherName};
use crate::values::{CountryCode, Extensions, Id, Label, Link, List, NutsCode, PlaceKind, Text};
use cooperation_derive::Record;

/// A place: a country, a region, a municipality, a part of a continent.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "place", label = name)]
#[non_exhaustive]
pub struct Place {
    /// The id of the record, unique among the records of its kind.
    pub id: PlaceId,
    /// What it is called, in each language in which it has a name.
    pub name: Text,
    /// Its acronym, the same in every language.
    pub acronym: Option<Label>,
    /// Names that it also has or had (Popolo: other names).
    pub other_names: List<OtherName>,
    /// What kind of place it is.
    pub kind: Option<PlaceKind>,
    /// The country that it is or lies in.
    pub country: Option<CountryCode>,
    /// Its code among the territorial units for statistics (NUTS).
    pub nuts: Option<NutsCode>,
    /// The larger place that it is a part of.
    pub part_of: Option<PlaceId>,
    /// What it is, in sentences.
    pub description: Option<Text>,
    /// Links that belong to it.
    pub links: List<Link>,
    /// Its identifiers in schemes that others keep, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords of shared lists that apply to it.
    pub classifications: List<Classification>,
    /// The passages of sources that it rests on.
    pub evidence: List<Evidence>,
    /// Data of one's own beside what the format defines.
    pub extensions: Extensions,
}

/// The id of one place.
pub type PlaceId = Id<Place>;
