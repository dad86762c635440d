//! Records that many grants speak of: read once, written at every mention.

use super::catalog::Catalog;
use super::kept::EXTENSION;
use super::organization::{ORGANIZATION, address_of, read_beside, was_read};
use super::place::PLACE;
use super::problems::{Problems, note_problems};
use super::row::{Row, is_in, plain, read, write};
use super::table::{INDIVIDUAL, PROGRAMME};
use crate::dataset::Dataset;
use crate::interop::ids::{Ids, local_id};
use crate::interop::tree::{Object, Tree};
use crate::interop::{MisfitKind, Misfits};
use crate::model::{Group, Organization, OrganizationId, Place, Programme, ProgrammeId, Record};
use crate::reflect::{excerpt, extended};
use crate::values::{Extensions, Id, List, PartialDate, RecordKind, Text};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A kind of record that grants share.
pub(super) trait Shared: Record + PartialEq + 'static {
    const TABLE: &'static [Row<Self>];
    /// The members by which a mention is known again, the surer first.
    const MATCH_KEYS: &'static [&'static str];

    /// Makes one with nothing but an id. The name is a stand-in until one is read.
    fn placeholder(id: Id<Self>) -> Option<Self>;

    /// By what a mention is known again.
    fn key(mention: &Object, scope: &str) -> Option<Key>;

    fn extensions_mut(&mut self) -> &mut Extensions;
    fn store(stores: &mut Stores) -> &mut Store<Self>;
    fn find<'a>(catalog: &Catalog<'a>, id: &str) -> Option<&'a Self>;

    /// Reads what is kept beside as it stands.
    fn read_extra(&mut self, _mention: &Object) {}

    /// Writes what is said of it by another record.
    fn write_extra(&self, _catalog: &Catalog<'_>, _made: &mut Object) {}

    /// Whether a member that is kept beside is a number of a register.
    fn is_number(_name: &str) -> bool {
        false
    }

    /// Whether a member that is kept beside was read.
    fn was_read(_name: &str, _node: &Tree) -> bool {
        false
    }
}

/// By what a mention of a record is known again, and what its local id is made of.
pub(super) struct Key {
    same: String,
    local: String,
    /// The mention has no id: records of one name are taken for one.
    by_name: bool,
}

impl Key {
    /// What is the same for all mentions of a record.
    pub(super) fn same(&self) -> &str {
        &self.same
    }
}

/// The id, else the name.
fn by_id_or_name(mention: &Object, _scope: &str) -> Option<Key> {
    let text = |name| mention.get(name).and_then(Tree::as_str).filter(|text| !text.trim().is_empty());
    match (text("id"), text("name")) {
        (Some(id), _) => Some(Key { same: format!("id {id}"), local: local_id(id), by_name: false }),
        (None, Some(name)) => {
            Some(Key { same: format!("name {name}"), local: local_id(name), by_name: true })
        }
        (None, None) => None,
    }
}

impl Shared for Organization {
    const TABLE: &'static [Row<Self>] = ORGANIZATION;
    const MATCH_KEYS: &'static [&'static str] = &["id", "name"];

    fn placeholder(id: OrganizationId) -> Option<Self> {
        let name = Text::und(id.as_str()).ok()?;
        Some(Self::new(id, name))
    }

    fn key(mention: &Object, scope: &str) -> Option<Key> {
        by_id_or_name(mention, scope)
    }

    fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.extensions
    }

    fn store(stores: &mut Stores) -> &mut Store<Self> {
        &mut stores.organizations
    }

    fn find<'a>(catalog: &Catalog<'a>, id: &str) -> Option<&'a Self> {
        catalog.organizations.get(id).copied()
    }

    fn read_extra(&mut self, mention: &Object) {
        read_beside(mention, self);
    }

    fn write_extra(&self, catalog: &Catalog<'_>, made: &mut Object) {
        let place = self.place.as_ref().and_then(|id| catalog.places.get(id.as_str()));
        if let (Some(place), false) = (place, made.contains_key("location")) {
            let location = Tree::Object(write(PLACE, *place));
            made.insert("location".to_owned(), Tree::List([location].into()));
        }
    }

    fn is_number(name: &str) -> bool {
        matches!(name, "charityNumber" | "companyNumber")
    }

    fn was_read(name: &str, node: &Tree) -> bool {
        was_read(name, node)
    }
}

impl Shared for Group {
    const TABLE: &'static [Row<Self>] = INDIVIDUAL;
    const MATCH_KEYS: &'static [&'static str] = &["id", "name"];

    fn placeholder(id: Id<Self>) -> Option<Self> {
        let name = Text::und(id.as_str()).ok()?;
        let mut person = Self::new(id, name);
        person.count = Some(1);
        Some(person)
    }

    fn key(mention: &Object, scope: &str) -> Option<Key> {
        by_id_or_name(mention, scope)
    }

    fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.extensions
    }

    fn store(stores: &mut Stores) -> &mut Store<Self> {
        &mut stores.individuals
    }

    fn find<'a>(catalog: &Catalog<'a>, id: &str) -> Option<&'a Self> {
        catalog.groups.get(id).copied()
    }
}

impl Shared for Programme {
    const TABLE: &'static [Row<Self>] = PROGRAMME;
    const MATCH_KEYS: &'static [&'static str] = &["code", "title"];

    fn placeholder(id: ProgrammeId) -> Option<Self> {
        let name = Text::und(id.as_str()).ok()?;
        Some(Self::new(id, name))
    }

    /// A code belongs to a funder, and funders use one code for programmes of several titles.
    fn key(mention: &Object, scope: &str) -> Option<Key> {
        let text = |name| mention.get(name).and_then(Tree::as_str).filter(|text| !text.trim().is_empty());
        let (code, title) = (text("code"), text("title"));
        let words = [code, title].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let local = if scope.is_empty() {
            local_id(&words)
        } else {
            local_id(&format!("{scope}/{}", local_id(&words)))
        };
        (code.is_some() || title.is_some()).then(|| Key {
            same: format!("{scope}\n{code:?}\n{title:?}"),
            local,
            by_name: false,
        })
    }

    fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.extensions
    }

    fn store(stores: &mut Stores) -> &mut Store<Self> {
        &mut stores.programmes
    }

    fn find<'a>(catalog: &Catalog<'a>, id: &str) -> Option<&'a Self> {
        catalog.programmes.get(id).copied()
    }
}

impl Shared for Place {
    const TABLE: &'static [Row<Self>] = PLACE;
    const MATCH_KEYS: &'static [&'static str] = &["geoCode", "name", "countryCode"];

    fn placeholder(id: Id<Self>) -> Option<Self> {
        let name = Text::und(id.as_str()).ok()?;
        Some(Self::new(id, name))
    }

    /// The geographic code, else name and country, else the country alone.
    fn key(mention: &Object, _scope: &str) -> Option<Key> {
        let text = |name| mention.get(name).and_then(Tree::as_str).filter(|text| !text.trim().is_empty());
        if let Some(code) = text("geoCode") {
            let local = local_id(&format!("geo/{code}"));
            return Some(Key { same: format!("code {code}"), local, by_name: false });
        }
        let country = text("countryCode").unwrap_or_default();
        let Some(name) = text("name") else {
            let key =
                |code: &str| Key { same: format!("country {code}"), local: local_id(code), by_name: false };
            return text("countryCode").map(key);
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let local = local_id(format!("{name} {country}").trim());
        Some(Key { same: format!("name {name}\n{country}"), local, by_name: false })
    }

    fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.extensions
    }

    fn store(stores: &mut Stores) -> &mut Store<Self> {
        &mut stores.places
    }

    fn find<'a>(catalog: &Catalog<'a>, id: &str) -> Option<&'a Self> {
        catalog.places.get(id).copied()
    }
}

/// Most members without a place that a record takes over from its first mention, and most bytes of each. What is more
/// stays with the mention: every other one would have to say that it does not have them.
const MAX_EXTRA: usize = 16;
const MAX_EXTRA_BYTES: usize = 512;

fn is_small(node: &Tree) -> bool {
    serde_json::to_string(node).is_ok_and(|text| text.len() <= MAX_EXTRA_BYTES)
}

/// The records of one kind that were read so far.
#[derive(Debug)]
pub(super) struct Store<R> {
    records: Vec<R>,
    /// What of their members has no place.
    extra: Vec<Object>,
    places: HashMap<String, usize>,
    /// Number of each record in the list, by its id.
    numbers: HashMap<String, usize>,
    ids: Ids,
    /// Pointers of what could not be read since they were taken.
    failed: Vec<String>,
}

impl<R> Default for Store<R> {
    fn default() -> Self {
        Self {
            records: Vec::new(),
            extra: Vec::new(),
            places: HashMap::new(),
            numbers: HashMap::new(),
            ids: Ids::default(),
            failed: Vec::new(),
        }
    }
}

impl<R: Shared> Store<R> {
    /// Takes a mention in, and gives the id of its record.
    pub(super) fn take(
        &mut self,
        mention: &Object,
        scope: &str,
        at: &str,
        misfits: &mut Misfits,
    ) -> Option<String> {
        let Key { same, local, by_name } = R::key(mention, scope)?;
        if by_name {
            misfits.no_place(at, "no id; treated as the same record as others of this name without an id");
        }
        let known = self.places.get(&same).copied();
        let place = if let Some(place) = known {
            place
        } else {
            let place = self.records.len();
            let record = R::placeholder(self.ids.free(&local)?)?;
            self.numbers.insert(record.id().as_str().to_owned(), place);
            self.records.push(record);
            self.extra.push(Object::new());
            self.places.insert(same, place);
            place
        };
        let record = self.records.get_mut(place)?;
        let extra = self.extra.get_mut(place)?;
        let mut problems = Problems::at(at);
        read(R::TABLE, mention, record, &mut problems);
        record.read_extra(mention);
        self.failed.extend(note_problems(problems, misfits));
        note_name(record, mention, at, misfits);
        for (name, node) in mention {
            if !is_in(R::TABLE, name) {
                let place = extended(at, name);
                if R::is_number(name) && !R::was_read(name, node) && !node.is_null() {
                    misfits.unread(&place, "not a number of a known register; kept in extensions");
                    self.failed.push(place);
                } else if !R::was_read(name, node) {
                    misfits.no_place(
                        &extended(at, name),
                        &format!(
                            "no field for {} in {}; kept in extensions",
                            excerpt(name),
                            with_article(R::KIND)
                        ),
                    );
                }
                // What only a later mention has stays with that mention: the others do not say it.
                if known.is_none() && extra.len() < MAX_EXTRA && is_small(node) {
                    extra.insert(name.clone(), node.clone());
                }
            }
        }
        Some(record.id().as_str().to_owned())
    }

    /// The records, with what has no place in their extensions.
    fn finish(self) -> List<R> {
        let mut records: List<R> = self.records.into();
        for (record, extra) in records.iter_mut().zip(&self.extra) {
            if !extra.is_empty() {
                // The tree is JSON that was read from no deeper than extensions may be.
                let _ = record.extensions_mut().insert(EXTENSION, extra);
            }
        }
        records
    }
}

fn with_article(kind: RecordKind) -> String {
    format!("{}", crate::reflect::Article(kind.title()))
}

/// Notes a name that is not the one which the record was first mentioned by.
fn note_name<R: Shared>(record: &R, mention: &Object, at: &str, misfits: &mut Misfits) {
    let (Some(first), Some(name)) = (record.label().map(plain), mention.get("name").and_then(Tree::as_str))
    else {
        return;
    };
    if name != first {
        let id = record.id().as_str();
        misfits.add(MisfitKind::NoPlace, &extended(at, "name"), &format!("{id} {name}"), || {
            format!("{id} is named {} here and {} before: both names are kept", excerpt(name), excerpt(first))
        });
    }
}

/// The records that were read so far.
#[derive(Debug, Default)]
pub(super) struct Stores {
    organizations: Store<Organization>,
    individuals: Store<Group>,
    programmes: Store<Programme>,
    places: Store<Place>,
    /// Date of the award whose grant states the address of an organization, by the number of the organization.
    addressed: HashMap<usize, Option<NaiveDate>>,
}

impl Stores {
    /// Takes the pointers of what could not be read.
    pub(super) fn failed(&mut self) -> Vec<String> {
        let mut failed = std::mem::take(&mut self.organizations.failed);
        failed.append(&mut self.individuals.failed);
        failed.append(&mut self.programmes.failed);
        failed.append(&mut self.places.failed);
        failed
    }

    /// Gives an organization the first location of a mention as its place, unless it has one.
    pub(super) fn locate(&mut self, id: &str, mention: &Object, at: &str, misfits: &mut Misfits) {
        let locations = mention.get("location").and_then(Tree::as_list);
        let first = locations.and_then(<[_]>::first).and_then(Tree::as_object);
        let organization = self.organizations.numbers.get(id).copied();
        let organization = organization.and_then(|number| self.organizations.records.get_mut(number));
        if let (Some(organization), Some(first)) = (organization, first)
            && organization.place.is_none()
            && let Some(place) = self.places.take(first, "", &extended(at, "location/0"), misfits)
        {
            organization.place = Id::new(place).ok();
        }
    }

    /// Gives an organization the address in a mention, if the award is later than that of the address that it has.
    pub(super) fn address(&mut self, id: &str, mention: &Object, awarded: Option<PartialDate>) {
        let Some(&number) = self.organizations.numbers.get(id) else { return };
        // What cannot be read in it was reported when the mention was taken in.
        let Some(address) = address_of(mention, &mut Problems::default()) else { return };
        let awarded = awarded.map(PartialDate::latest);
        let known = *self.addressed.entry(number).or_insert(awarded);
        if awarded > known
            && let Some(organization) = self.organizations.records.get_mut(number)
        {
            organization.address = Some(address);
            self.addressed.insert(number, awarded);
        }
    }

    /// Puts the records into a dataset.
    pub(super) fn finish(self, dataset: &mut Dataset) {
        dataset.organizations = self.organizations.finish();
        dataset.groups = self.individuals.finish();
        dataset.programmes = self.programmes.finish();
        dataset.places = self.places.finish();
    }
}
