//! Records that many grants speak of: read once, written at every mention.

use super::catalog::Catalog;
use super::kept::EXTENSION;
use super::problems::{Problems, note_problems};
use super::row::{Row, is_in, plain, read};
use super::table::{INDIVIDUAL, ORGANIZATION, PROGRAMME, read_alternate_name};
use crate::dataset::Dataset;
use crate::interop::ids::{Ids, local_id};
use crate::interop::tree::{Object, Tree};
use crate::interop::{MisfitKind, Misfits};
use crate::model::{Group, Organization, OrganizationId, Programme, ProgrammeId, Record};
use crate::reflect::{excerpt, extended};
use crate::values::{Extensions, Id, Kind, List, Text};
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
}

/// By what a mention of a record is known again, and what its local id is made of.
pub(super) struct Key {
    same: String,
    local: String,
    /// The mention has no id: records of one name are taken for one.
    by_name: bool,
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
        read_alternate_name(mention, self);
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

/// Most members without a place that a record takes over from its first mention, and most bytes of each. What is more stays
/// with the mention: every other one would have to say that it does not have them.
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
    ids: Ids,
}

impl<R> Default for Store<R> {
    fn default() -> Self {
        Self { records: Vec::new(), extra: Vec::new(), places: HashMap::new(), ids: Ids::default() }
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
            misfits.no_place(at, "it has no id: taken for one with all of the same name that have none");
        }
        let known = self.places.get(&same).copied();
        let place = if let Some(place) = known {
            place
        } else {
            let place = self.records.len();
            self.records.push(R::placeholder(self.ids.free(&local)?)?);
            self.extra.push(Object::new());
            self.places.insert(same, place);
            place
        };
        let record = self.records.get_mut(place)?;
        let extra = self.extra.get_mut(place)?;
        let mut problems = Problems::at(at);
        read(R::TABLE, mention, record, &mut problems);
        record.read_extra(mention);
        note_problems(problems, misfits);
        note_name(record, mention, at, misfits);
        for (name, node) in mention {
            if !is_in(R::TABLE, name) {
                misfits.no_place(
                    &extended(at, name),
                    &format!(
                        "{} has no place in {}: kept in extensions",
                        excerpt(name),
                        with_article(R::KIND)
                    ),
                );
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

fn with_article(kind: Kind) -> String {
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
}

impl Stores {
    /// Puts the records into a dataset.
    pub(super) fn finish(self, dataset: &mut Dataset) {
        dataset.organizations = self.organizations.finish();
        dataset.groups = self.individuals.finish();
        dataset.programmes = self.programmes.finish();
    }
}
