use super::{Classification, Evidence, Identifier, OtherName, Point, Related};
use crate::values::{CountryCode, Extensions, Id, Link, List, NutsCode, PartialDate, PlaceKind, Text};
use cooperation_derive::Record;

/// A place: a country, a region, a municipality, a part of a continent or a single site.
///
/// Write `country` on every place within one country. `part_of` is for places below a country, and for countries in a
/// group of countries.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "place", label = name)]
#[non_exhaustive]
pub struct Place {
    /// Identifier of the record, unique among the records of its kind.
    pub id: PlaceId,
    /// Name of the record, in each language in which it has one.
    pub name: Text,
    /// Former, alternative and translated names (Popolo: other names).
    pub other_names: List<OtherName>,
    /// Records that this one continues, replaces or is the same as, with the relation. The inverse is not stated.
    pub related: List<Related>,
    /// Type of place, such as country, region or municipality.
    pub kind: Option<PlaceKind>,
    /// Country that the place is or lies in, as an ISO 3166-1 code of two letters, such as NO.
    pub country: Option<CountryCode>,
    /// Code of the territorial unit for statistics (Eurostat: NUTS), such as NO08.
    pub nuts: Option<NutsCode>,
    /// Larger place of which this one is a part.
    pub part_of: Option<PlaceId>,
    /// Geographic coordinates, in decimal degrees (WGS 84).
    pub point: Option<Point>,
    /// Description of the record, in full sentences.
    pub description: Option<Text>,
    /// Web and mail addresses of the record, such as its website.
    pub links: List<Link>,
    /// Identifiers of the record in registers and other schemes, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords from shared lists, or from lists of the publisher.
    pub classifications: List<Classification>,
    /// Date on which the publisher last changed the record.
    pub modified: Option<PartialDate>,
    /// Passages of sources that support the record.
    pub evidence: List<Evidence>,
    /// Custom data, keyed by a reverse domain name.
    pub extensions: Extensions,
}

/// The id of a record of kind place.
pub type PlaceId = Id<Place>;
