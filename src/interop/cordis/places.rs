use super::cells::Cells;
use super::words;
use crate::dataset::RecordLine;
use crate::model::{Place, PlaceId};
use crate::values::{CountryCode, NutsCode, PlaceKind, Text};
use std::collections::{HashSet, VecDeque};

/// The places that were made so far.
#[derive(Debug, Default)]
pub(super) struct Places {
    made: HashSet<String>,
}

impl Places {
    /// The country of a row, as a code.
    pub(super) fn country(cells: &mut Cells<'_>) -> Option<CountryCode> {
        let cell = cells.get("country")?;
        let Some(code) = same_parts(cell) else {
            cells.unread("country", cell, "it names several countries");
            return None;
        };
        words::country(code).parse().map_err(|error| unread(cells, "country", cell, &error)).ok()
    }

    /// The smallest place of a row: its NUTS region, else its country.
    pub(super) fn place(
        &mut self,
        cells: &mut Cells<'_>,
        country: Option<CountryCode>,
        out: &mut VecDeque<RecordLine>,
    ) -> Option<PlaceId> {
        let whole = country.and_then(|country| self.add_country(country, out));
        let cell = cells.get("nutsCode").map(str::trim).filter(|cell| cell.len() > 2);
        let Some(cell) = cell else { return whole };
        let nuts: NutsCode = match cell.parse() {
            Ok(nuts) => nuts,
            Err(error) => {
                unread(cells, "nutsCode", cell, &error);
                return whole;
            }
        };
        let mut region = place(nuts.as_str())?;
        region.kind = Some(PlaceKind::Region);
        region.country = country.or_else(|| words::country(cell.get(..2)?).parse().ok());
        region.nuts = Some(nuts);
        region.part_of = whole;
        Some(self.add(region, out))
    }

    fn add_country(&mut self, code: CountryCode, out: &mut VecDeque<RecordLine>) -> Option<PlaceId> {
        let mut country = place(code.as_str())?;
        country.kind = Some(PlaceKind::Country);
        country.country = Some(code);
        Some(self.add(country, out))
    }

    fn add(&mut self, place: Place, out: &mut VecDeque<RecordLine>) -> PlaceId {
        let id = place.id.clone();
        if self.made.insert(id.as_str().to_owned()) {
            out.push_back(RecordLine::Place(place));
        }
        id
    }
}

/// A place that is named by its code.
fn place(code: &str) -> Option<Place> {
    Some(Place::new(PlaceId::new(code).ok()?, Text::und(code).ok()?))
}

fn unread(cells: &mut Cells<'_>, column: &str, cell: &str, error: &crate::reflect::ValueError) {
    cells.unread(column, cell, error.problem());
}

/// The part of a cell with semicolons, if all its parts are the same.
pub(super) fn same_parts(cell: &str) -> Option<&str> {
    let mut parts = cell.split(';').map(str::trim);
    let first = parts.next()?;
    parts.all(|part| part == first).then_some(first)
}
