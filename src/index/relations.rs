use super::answer::{Names, Records};
use super::cited::Cited;
use super::ids::IdTable;
use super::ledger::Ledger;
use super::naming::Naming;
use super::relation::{Places, Relation};
use crate::dataset::Dataset;
use crate::dataset::Listed;
use crate::model::{
    Activity, ActivityId, Barrier, Body, Cooperation, Funding, FundingId, Goal, GoalId, Group, GroupId,
    Indicator, Key, Membership, Mention, NamedRecord, Network, Organization, Participation, Party, Place,
    PlaceId, PolicyInstrument, Programme, ProgrammeId, Project, ProjectId, RefersTo, Source, Subject,
};
use std::sync::OnceLock;

/// Answers questions about the relations of a dataset, in both directions.
///
/// To keep an index beside its dataset in one struct, such as the state of a web service, use
/// [`SharedIndex`](super::SharedIndex).
///
/// An index borrows the dataset and can be built from any dataset. References to ids that do not exist can still be
/// queried by that id, and iteration over cycles ends. Methods return iterators in the order of the records.
///
/// Creating an index takes one pass over the dataset. The tables of less common relations, such as the projects in a
/// place, and those of sums of money and evidence are built on first use, in one pass over the records concerned.
/// Later calls are look-ups.
///
/// # Examples
///
/// ```
/// use cooperation::{Dataset, Index, Participation, Party, Project, Text};
///
/// let mut dataset = Dataset::default();
/// dataset.push(Project::new("atm".parse::<cooperation::ProjectId>()?, Text::new("en", "Access to Microfinance")?));
/// let norge = Party::Organization("mikrofinans-norge".parse()?);
/// dataset.push(Participation::new(
///     "norge-in-atm".parse::<cooperation::ParticipationId>()?,
///     norge.clone(),
///     "atm".parse::<cooperation::ProjectId>()?,
/// ));
///
/// let index = Index::new(&dataset);
/// let titles: Vec<&str> = index.projects_of(&norge).map(|(project, _)| project.title.best(&["en"])).collect();
/// assert_eq!(titles, ["Access to Microfinance"]);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Debug)]
pub struct Index<'a> {
    dataset: &'a Dataset,
    tables: Held<'a>,
}

/// The tables of an index. They hold no reference into the dataset.
#[derive(Debug)]
pub(super) struct Tables {
    ids: IdTable,
    ready: Ready,
    on_demand: OnDemand,
    cited: OnceLock<Cited>,
    relations_stated: OnceLock<Naming>,
    ledger: OnceLock<Ledger>,
}

/// A relation that has a table once it was asked for: by the numbers of ids that have one, and by fingerprints of the
/// others.
#[derive(Debug, Default)]
struct Found {
    numbered: Relation,
    unnumbered: Relation,
}

/// Tables of its own, or those of a [`SharedIndex`](super::SharedIndex).
#[derive(Debug)]
enum Held<'a> {
    Own(Box<Tables>),
    Shared(&'a Tables),
}

impl std::ops::Deref for Held<'_> {
    type Target = Tables;

    fn deref(&self) -> &Tables {
        match self {
            Self::Own(tables) => tables,
            Self::Shared(tables) => tables,
        }
    }
}

/// Defines the relations: for each kind of record the questions that lead to records of this kind, what is asked for,
/// and how a record names it: anything that can be walked through and gives ids, parties or subjects.
///
/// Relations that are `ready` are put in tables when an index is made, those `on_demand` when they are first asked for.
/// The first go by the numbers of ids: these come in the order in which ids are met, so that the pairs of a relation
/// are mostly in order before they are sorted. The others cannot always, since an index that is shared by several threads
/// gives no number to an id that is only mentioned there. Such ids go by a fingerprint of 32 bits, which a look at the
/// record confirms.
macro_rules! relations {
    ($(
        $record:ident in $list:ident {
            $(ready { $(
                $(#[$ready_meta:meta])*
                $ready:ident($ready_asked:ident: $ready_key:ty): |$ready_one:ident| $ready_named:expr;
            )* })?
            $(on_demand { $(
                $(#[$meta:meta])*
                $name:ident($asked:ident: $key:ty): |$one:ident| $named:expr;
            )* })?
        }
    )*) => {
        /// The relations that have a table from the start.
        #[derive(Debug, Default)]
        struct Ready { $($($($ready: Relation,)*)?)* }

        /// The relations that have a table once they were asked for.
        #[derive(Debug, Default)]
        struct OnDemand { $($($($name: OnceLock<Found>,)*)?)* }

        impl Ready {
            fn new(dataset: &Dataset, ids: &mut IdTable) -> Self {
                let mut ready = Self::default();
                $($(
                    $( ready.$ready.reserve(dataset.$list.len()); )*
                    for (place, record) in (0_u32..).zip(&dataset.$list) {
                        $(
                            let $ready_one = record;
                            for named in IntoIterator::into_iter($ready_named) {
                                ready.$ready.add(ids.mention(Mention::key(named)), place);
                            }
                        )*
                    }
                    $( ready.$ready.seal(); )*
                )?)*
                ready
            }
        }

        impl<'a> Index<'a> {
            $($($(
                $(#[$ready_meta])*
                pub fn $ready(&self, $ready_asked: &$ready_key) -> Records<'a, '_, $record> {
                    self.related::<$record>(&self.tables.ready.$ready, Mention::key($ready_asked))
                }
            )*)?)*

            $($($(
                $(#[$meta])*
                pub fn $name(&self, $asked: &$key) -> Records<'a, '_, $record> {
                    fn names<'r>($one: &'r $record, name: &mut dyn FnMut(Key<'r>)) {
                        for named in IntoIterator::into_iter($named) {
                            name(Mention::key(named));
                        }
                    }
                    self.naming::<$record>(&self.tables.on_demand.$name, Mention::key($asked), names)
                }
            )*)?)*
        }
    };
}

relations! {
    Source in sources {
        on_demand {
            /// Returns the sources that a party published.
            sources_published_by(publisher: impl RefersTo<Party>): |source| &source.publisher;
        }
    }

    Place in places {
        ready {
            /// Returns the places that are directly part of a place.
            subplaces(place: PlaceId): |place| &place.part_of;
        }
        on_demand {
            /// Returns the places whose `related` names a record.
            places_related_to(record: impl RefersTo<NamedRecord>): |place| place.related.iter().filter_map(|related| related.to.as_ref());
        }
    }

    Organization in organizations {
        on_demand {
            /// Returns the organizations that are directly part of an organization or a network (schema.org:
            /// `subOrganization`).
            suborganizations(body: impl RefersTo<Body>): |part| &part.part_of;

            /// Returns the organizations that have their seat in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            organizations_seated_in(place: PlaceId): |organization| &organization.place;

            /// Returns the organizations that work in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            organizations_in(place: PlaceId): |organization| &organization.places;

            /// Returns the organizations whose `related` names a record.
            organizations_related_to(record: impl RefersTo<NamedRecord>): |organization| organization.related.iter().filter_map(|related| related.to.as_ref());
        }
    }

    Group in groups {
        on_demand {
            /// Returns the groups in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            groups_in(place: PlaceId): |group| &group.places;

            /// Returns the groups of which a party is an example.
            groups_with_example(party: impl RefersTo<Party>): |group| &group.examples;
        }
    }

    Network in networks {
        on_demand {
            /// Returns the networks that work in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            networks_in(place: PlaceId): |network| &network.places;

            /// Returns the networks that have their seat in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            networks_seated_in(place: PlaceId): |network| &network.place;

            /// Returns the networks that are directly part of an organization or a network.
            subnetworks(body: impl RefersTo<Body>): |part| &part.part_of;

            /// Returns the networks whose `related` names a record.
            networks_related_to(record: impl RefersTo<NamedRecord>): |network| network.related.iter().filter_map(|related| related.to.as_ref());
        }
    }

    Membership in memberships {
        ready {
            /// Returns the memberships in a network or an organization.
            memberships_in(body: impl RefersTo<Body>): |membership| [&membership.body];

            /// Returns the memberships that a party has.
            memberships_of(member: impl RefersTo<Party>): |membership| [&membership.member];
        }
        on_demand {
            /// Returns the memberships that are held through a party.
            memberships_via(party: impl RefersTo<Party>): |membership| &membership.via;
        }
    }

    Cooperation in cooperations {
        ready {
            /// Returns the cooperations that a party is in.
            cooperations_of(party: impl RefersTo<Party>): |cooperation| &cooperation.parties;

            /// Returns the cooperations about a subject.
            cooperations_about(subject: impl RefersTo<Subject>): |cooperation| &cooperation.about;
        }
        on_demand {
            /// Returns the cooperations in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            cooperations_in(place: PlaceId): |cooperation| &cooperation.places;
        }
    }

    Programme in programmes {
        on_demand {
            /// Returns the programmes that a party owns. An owner is not a funder.
            programmes_owned_by(owner: impl RefersTo<Party>): |programme| &programme.owner;

            /// Returns the programmes that are directly part of a programme, such as its calls.
            subprogrammes(programme: ProgrammeId): |part| &part.part_of;

            /// Returns the programmes that a party manages, such as those of a managing authority.
            programmes_managed_by(party: impl RefersTo<Party>): |programme| &programme.managed_by;

            /// Returns the programmes that cover a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            programmes_in(place: PlaceId): |programme| &programme.places;

            /// Returns the programmes whose `related` names a record.
            programmes_related_to(record: impl RefersTo<NamedRecord>): |programme| programme.related.iter().filter_map(|related| related.to.as_ref());
        }
    }

    Project in projects {
        on_demand {
            /// Returns the projects about a subject, such as the network that they build.
            projects_about(subject: impl RefersTo<Subject>): |project| &project.about;

            /// Returns the projects that run under a programme directly.
            projects_under(programme: ProgrammeId): |project| &project.programmes;

            /// Returns the projects that work in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            projects_in(place: PlaceId): |project| &project.places;

            /// Returns the projects that are meant to reach a group.
            projects_for(group: GroupId): |project| &project.target_groups;

            /// Returns the projects whose `related` names a record.
            projects_related_to(record: impl RefersTo<NamedRecord>): |project| project.related.iter().filter_map(|related| related.to.as_ref());
        }
    }

    Participation in participations {
        ready {
            /// Returns the participations in a project, of partners and others, with their roles.
            #[doc(alias = "partners")]
            participations_in(project: ProjectId): |participation| [&participation.project];

            /// Returns the participations of a party.
            participations_of(party: impl RefersTo<Party>): |participation| [&participation.party];
        }
        on_demand {
            /// Returns the participations that came about through a party.
            participations_via(party: impl RefersTo<Party>): |part| &part.via;

            /// Returns the participations whose part is about a subject, such as the policy instrument that it
            /// improves.
            participations_about(subject: impl RefersTo<Subject>): |part| &part.about;

            /// Returns the participations from a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            participations_from(place: PlaceId): |part| &part.place;
        }
    }

    Activity in activities {
        ready {
            /// Returns the activities of a subject.
            activities_of(subject: impl RefersTo<Subject>): |activity| &activity.of;

            /// Returns the activities that serve a goal.
            activities_serving(goal: GoalId): |activity| &activity.serves;
        }
        on_demand {
            /// Returns the activities that are directly part of an activity.
            subactivities(activity: ActivityId): |part| &part.part_of;

            /// Returns the activities that a party carries out.
            activities_by(actor: impl RefersTo<Party>): |activity| &activity.actors;
        }
    }

    Goal in goals {
        ready {
            /// Returns the goals of a subject.
            goals_of(subject: impl RefersTo<Subject>): |goal| &goal.of;

            /// Returns the goals that serve a goal directly.
            subgoals(goal: GoalId): |goal| &goal.serves;
        }
        on_demand {
            /// Returns the goals that a party holds.
            goals_held_by(holder: impl RefersTo<Party>): |goal| &goal.holders;

            /// Returns the goals that are meant to reach a group.
            goals_for(group: GroupId): |goal| &goal.target_groups;

            /// Returns the goals with an indicator that has a value for a place.
            goals_measured_in(place: PlaceId): |goal| goal.indicators.iter().flat_map(Indicator::places);
        }
    }

    PolicyInstrument in policy_instruments {
        ready {
            /// Returns the policy instruments that serve a goal, as an action plan serves the goals of a strategy.
            instruments_serving(goal: GoalId): |instrument| &instrument.serves;
        }
        on_demand {
            /// Returns the policy instruments that a party developed or develops.
            instruments_developed_by(party: impl RefersTo<Party>): |instrument| &instrument.developed_by;

            /// Returns the policy instruments that a party is responsible for, alone or with others.
            instruments_assigned_to(party: impl RefersTo<Party>): |instrument| &instrument.responsible;

            /// Returns the policy instruments that apply in a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            instruments_in(place: PlaceId): |instrument| &instrument.places;

            /// Returns the policy instruments whose `related` names a record.
            instruments_related_to(record: impl RefersTo<NamedRecord>): |instrument| instrument.related.iter().filter_map(|related| related.to.as_ref());
        }
    }

    Barrier in barriers {
        ready {
            /// Returns the barriers of a subject.
            barriers_of(subject: impl RefersTo<Subject>): |barrier| &barrier.of;
        }
        on_demand {
            /// Returns the barriers that a party reports.
            barriers_attributed_to(party: impl RefersTo<Party>): |barrier| &barrier.attributed_to;
        }
    }

    Funding in funding {
        ready {
            /// Returns the funding records with money for a subject.
            funding_of(subject: impl RefersTo<Subject>): |funding| &funding.of;

            /// Returns the funding records with money from a programme.
            funding_by_programme(programme: ProgrammeId): |funding| &funding.programme;

            /// Returns the funding records in which a party is the funder.
            funding_by(funder: impl RefersTo<Party>): |funding| &funding.funder;

            /// Returns the funding records in which a party is the recipient.
            funding_to(recipient: impl RefersTo<Party>): |funding| &funding.recipient;
        }
        on_demand {
            /// Returns the funding records that are direct parts of a funding record, such as the instalments of a
            /// grant.
            funding_parts(whole: FundingId): |part| &part.part_of;

            /// Returns the funding records in which the recipient of a funding record passes the money on, such as
            /// sub-grants.
            funding_out_of(source: FundingId): |funding| &funding.out_of;

            /// Returns the funding records that benefit a place. Places within it are not included; see
            /// [`places_within`](Self::places_within).
            funding_in(place: PlaceId): |funding| &funding.places;
        }
    }
}

impl Tables {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let mut ids = IdTable::new(dataset);
        let ready = Ready::new(dataset, &mut ids);
        Self {
            ids,
            ready,
            on_demand: OnDemand::default(),
            cited: OnceLock::new(),
            relations_stated: OnceLock::new(),
            ledger: OnceLock::new(),
        }
    }
}

impl<'a> Index<'a> {
    /// Creates an index of a dataset, in one pass.
    #[must_use]
    pub fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, tables: Held::Own(Box::new(Tables::new(dataset))) }
    }

    /// An index whose tables are there already: those of this very dataset.
    pub(super) const fn of(dataset: &'a Dataset, tables: &'a Tables) -> Self {
        Self { dataset, tables: Held::Shared(tables) }
    }

    /// The ids of the dataset, and their numbers.
    pub(super) fn ids(&self) -> &IdTable {
        &self.tables.ids
    }

    /// Returns the indexed dataset.
    #[must_use]
    pub const fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// The fundings in the order in which they are summed up.
    pub(super) fn ledger(&self) -> &Ledger {
        self.tables.ledger.get_or_init(|| Ledger::new(&self.dataset.funding, self.ids()))
    }

    /// The evidence of all records.
    pub(super) fn cited(&self) -> &Cited {
        self.tables.cited.get_or_init(|| Cited::new(self.dataset, self.ids()))
    }

    /// The relations that all records state.
    pub(super) fn relations_stated(&self) -> &Naming {
        self.tables.relations_stated.get_or_init(|| Naming::new(self.dataset, self.ids()))
    }

    pub(super) fn record<T: Listed>(&self, key: Key<'_>) -> Option<&'a T> {
        T::list(self.dataset).get(self.ids().place(key)?)
    }

    fn related<'i, T: Listed>(&'i self, relation: &'i Relation, asked: Key<'_>) -> Records<'a, 'i, T> {
        let places = self.ids().find(asked).map_or_else(Places::default, |id| relation.of(id));
        Records::new(T::list(self.dataset), places)
    }

    /// The records of a list that name what is asked for. Made once for each kind of record, not for each relation.
    #[inline(never)]
    fn naming<'i, T: Listed>(
        &'i self,
        table: &'i OnceLock<Found>,
        asked: Key<'_>,
        names: Names<T>,
    ) -> Records<'a, 'i, T> {
        let list = T::list(self.dataset);
        let (places, are_certain) = self.places(table, asked, &|add| {
            for (place, record) in (0..).zip(list) {
                names(record, &mut |key| add(key, place));
            }
        });
        if are_certain {
            Records::new(list, places)
        } else {
            Records::naming(list, places, self.ids(), asked, names)
        }
    }

    /// The places of the records that may name what is asked for, and whether it is certain that each does.
    fn places<'i>(
        &'i self,
        table: &'i OnceLock<Found>,
        asked: Key<'_>,
        fill: Fill<'_>,
    ) -> (Places<'i>, bool) {
        let found = self.table(table, fill);
        match self.ids().find(asked) {
            Some(number) => (found.numbered.of(number), true),
            None => (found.unnumbered.of(self.ids().fingerprint(asked)), false),
        }
    }

    /// The table of a relation, made now if it was not asked for before.
    fn table<'i>(&self, table: &'i OnceLock<Found>, fill: Fill<'_>) -> &'i Found {
        table.get_or_init(|| {
            let mut found = Found::default();
            fill(&mut |key, place| match self.ids().find(key) {
                Some(number) => found.numbered.add(number, place),
                None => found.unnumbered.add(self.ids().fingerprint(key), place),
            });
            found.numbered.seal();
            found.unnumbered.seal();
            found
        })
    }
}

/// Passes on every id that the records of a list name in some member, with the place of the record.
type Fill<'f> = &'f dyn Fn(&mut dyn FnMut(Key<'_>, u32));
