//! Records that several activities mention: they are kept to the end of the file, when all is known about them.

use super::error::Error;
use crate::dataset::RecordLine;
use crate::interop::ids::Ids;
use crate::interop::tree::{Object, Tree};
use crate::model::{Identifier, Organization, OrganizationId, Place};
use crate::values::Label;
use std::collections::HashMap;

/// Name under which extensions keep what has no place.
pub(super) const EXTENSION: &str = "org.iatistandard";

/// Name under which extensions keep what could not be read.
pub(super) const UNREAD: &str = "org.iatistandard.unread";

/// Most organizations and places of a file. Memory grows with them.
const MOST: usize = 1_000_000;

#[derive(Debug, Default)]
pub(super) struct Shared {
    pub organizations: Vec<Organization>,
    /// Places in the list of organizations, by what an organization is recognized by.
    pub organization_keys: HashMap<String, usize>,
    /// Places in the list of organizations, by id.
    pub organization_places: HashMap<OrganizationId, usize>,
    /// Organizations of a reference that only its publisher knows: publisher and reference, with the places in the list.
    pub local: HashMap<(String, String), Vec<usize>>,
    pub organization_ids: Ids,
    /// Organizations that were mentioned without a name so far.
    pub nameless: std::collections::HashSet<usize>,
    pub places: Vec<Place>,
    pub place_keys: HashMap<String, usize>,
    pub place_ids: Ids,
    /// Ids of the records of the file: projects.
    pub ids: Ids,
}

impl Shared {
    pub(super) fn check(&self, line: u64) -> Result<(), Error> {
        if self.organizations.len().saturating_add(self.places.len()) > MOST {
            return Err(Error::new(line, format!("the file has more than {MOST} organizations and places")));
        }
        Ok(())
    }

    /// The organization of an id.
    pub(super) fn organization(&mut self, id: &OrganizationId) -> Option<&mut Organization> {
        self.organizations.get_mut(*self.organization_places.get(id)?)
    }

    /// The records, complete. A reference of a publisher to one organization is its identifier; one to several
    /// identifies none of them, and is kept.
    pub(super) fn finish(&mut self) -> Vec<RecordLine> {
        let mut organizations = std::mem::take(&mut self.organizations);
        for ((publisher, reference), places) in std::mem::take(&mut self.local) {
            for place in &places {
                let Some(organization) = organizations.get_mut(*place) else { continue };
                if let (1, Ok(scheme), Ok(value)) =
                    (places.len(), Label::new(&publisher), Label::new(&reference))
                {
                    organization.identifiers.push(Identifier::new(scheme, value));
                } else {
                    let kept = Object::from([("@ref".to_owned(), Tree::string(&*reference))]);
                    // An object with a text fits.
                    let _ = organization.extensions.insert(EXTENSION, &Tree::Object(kept));
                }
            }
        }
        let places = std::mem::take(&mut self.places).into_iter().map(RecordLine::Place);
        places.chain(organizations.into_iter().map(RecordLine::Organization)).collect()
    }
}
