//! Relations that are asked for less often, each found through the records that mention what is asked for. Their tables
//! are made when they are first asked for, so that an index costs no more to build.

use super::Index;
use super::handles::Relation;
use super::listed::Listed;
use crate::model::{
    Activity, ActivityId, Barrier, Funding, FundingId, Goal, Group, GroupId, Membership, Network,
    Organization, OrganizationId, Participation, Party, PlaceId, PolicyInstrument, Programme, ProgrammeId,
    Project, ProjectId, SameAs, Source, Subject,
};
use crate::values::{Id, Identified, Kind};
use std::sync::OnceLock;

/// What a record can mention: an id, a party or a subject.
trait Mention: PartialEq {
    /// The kind of the record that it refers to, and its id.
    fn key(&self) -> (Kind, &str);
}

impl<T: Identified> Mention for Id<T> {
    fn key(&self) -> (Kind, &str) {
        (T::KIND, self.as_str())
    }
}

impl Mention for Party {
    fn key(&self) -> (Kind, &str) {
        self.key()
    }
}

impl Mention for Subject {
    fn key(&self) -> (Kind, &str) {
        self.key()
    }
}

/// Defines relations: what is asked for, the records that are found, and what those mention.
macro_rules! mentions {
    ($(
        $(#[$doc:meta])*
        $name:ident($asked:ident: $key:ty) -> $record:ident: $mentioned:expr;
    )*) => {
        /// The table of each relation, once it was asked for.
        #[derive(Debug, Default)]
        pub(super) struct Mentions { $($name: OnceLock<Relation>,)* }

        impl<'a> Index<'a> {
            $(
                $(#[$doc])*
                pub fn $name(&self, $asked: &$key) -> impl Iterator<Item = &'a $record> + use<'a, '_> {
                    self.mentioning::<$record, $key, _, _>(&self.mentions.$name, $asked, $mentioned)
                }
            )*
        }
    };
}

mentions! {
    /// The sources that a party published.
    sources_published_by(publisher: Party) -> Source: |source| source.publisher.iter();

    /// The memberships that a party brought about: those held through it.
    memberships_via(party: Party) -> Membership: |membership| membership.via.iter();

    /// The participations that a party brought about: those that came through it.
    participations_via(party: Party) -> Participation: |part| part.via.iter();

    /// The participations whose part is about a subject, such as the policy instrument that it improves.
    participations_about(subject: Subject) -> Participation: |part| part.about.iter();

    /// The projects about a subject, such as the network that they build.
    projects_about(subject: Subject) -> Project: |project| project.about.iter();

    /// The projects that run under a programme directly.
    projects_under(programme: ProgrammeId) -> Project: |project| project.programme.iter();

    /// The projects at work in a place, where they name this very place: those of the places within it name others.
    projects_in(place: PlaceId) -> Project: |project| project.places.iter();

    /// The projects that are meant to reach a group.
    projects_for(group: GroupId) -> Project: |project| project.target_groups.iter();

    /// The projects that name a project as one that they are related to; how, stands in their `related`.
    projects_related_to(project: ProjectId) -> Project:
        |project| project.related.iter().filter_map(|related| related.project.as_ref());

    /// The programmes that a party owns. An owner is not a funder.
    programmes_owned_by(owner: Party) -> Programme: |programme| programme.owner.iter();

    /// The programmes that are directly part of a programme, such as its calls.
    subprogrammes(programme: ProgrammeId) -> Programme: |part| part.part_of.iter();

    /// The organizations that are directly part of an organization (schema.org: `subOrganization`).
    suborganizations(organization: OrganizationId) -> Organization: |part| part.part_of.iter();

    /// The organizations that have their seat in a place, where they name this very place.
    organizations_in(place: PlaceId) -> Organization: |organization| organization.place.iter();

    /// The networks at work in a place, where they name this very place.
    networks_in(place: PlaceId) -> Network: |network| network.places.iter();

    /// The groups in a place, where they name this very place.
    groups_in(place: PlaceId) -> Group: |group| group.places.iter();

    /// The groups that name a party as an example of those in them.
    groups_naming(party: Party) -> Group: |group| group.examples.iter();

    /// The activities that are directly part of an activity.
    subactivities(activity: ActivityId) -> Activity: |part| part.part_of.iter();

    /// What a party does.
    activities_by(actor: Party) -> Activity: |activity| activity.actors.iter();

    /// The goals that a party holds.
    goals_held_by(holder: Party) -> Goal: |goal| goal.holders.iter();

    /// The goals that are meant to reach a group.
    goals_for(group: GroupId) -> Goal: |goal| goal.target_groups.iter();

    /// The instruments that a party developed or develops.
    instruments_developed_by(party: Party) -> PolicyInstrument: |instrument| instrument.developed_by.iter();

    /// The instruments that a party answers for, alone or with others.
    instruments_answered_for_by(party: Party) -> PolicyInstrument:
        |instrument| instrument.responsibility.iter().flat_map(|shared| shared.parties.iter());

    /// The instruments that apply in a place, where they name this very place.
    instruments_in(place: PlaceId) -> PolicyInstrument: |instrument| instrument.places.iter();

    /// What a party sees as a barrier.
    barriers_attributed_to(party: Party) -> Barrier: |barrier| barrier.attributed_to.iter();

    /// The money that is directly part of other money, such as the instalments of a grant.
    funding_parts(whole: FundingId) -> Funding: |part| part.part_of.iter();

    /// The organizations that say that they may be one with a party. [`Index::same_as`] asks both of the two.
    organizations_same_as(party: Party) -> Organization:
        |organization| organization.same_as.iter().map(|same| &same.party);

    /// The networks that say that they may be one with a party. [`Index::same_as`] asks both of the two.
    networks_same_as(party: Party) -> Network: |network| network.same_as.iter().map(|same| &same.party);
}

impl<'a> Index<'a> {
    /// Who may be one body with a party, and how sure that is: first whom its own record names, then the organizations and
    /// the networks that name it. Where both say so, the other comes twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, Index, Kind, Party};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "organizations": [
    ///     {"id": "emn-office", "name": {"en": "EMN"}, "same_as": [{"party": {"network": "emn"}, "basis": "open"}]}
    /// ]}"#)?;
    /// let index = Index::new(&dataset);
    /// let others: Vec<Party> = index.same_as(&Party::from_key(Kind::Network, "emn")?).map(|(other, _)| other).collect();
    /// assert_eq!(others, [Party::from_key(Kind::Organization, "emn-office")?]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn same_as(&self, party: &Party) -> impl Iterator<Item = (Party, &'a SameAs)> + use<'a, '_> {
        let own: &'a [SameAs] = match party {
            Party::Organization(id) => self.get(id).map(|record| &*record.same_as).unwrap_or_default(),
            Party::Network(id) => self.get(id).map(|record| &*record.same_as).unwrap_or_default(),
            Party::Group(_) => &[],
        };
        let asked = party.clone();
        let naming = move |other: Party, said: &'a [SameAs]| {
            said.iter().find(|same| same.party == asked).map(|same| (other, same))
        };
        let also = naming.clone();
        own.iter()
            .map(|same| (same.party.clone(), same))
            .chain(
                self.organizations_same_as(party)
                    .filter_map(move |one| naming(one.id.clone().into(), &one.same_as)),
            )
            .chain(
                self.networks_same_as(party).filter_map(move |one| also(one.id.clone().into(), &one.same_as)),
            )
    }

    /// The records of a list that mention what is asked for.
    fn mentioning<'i, T: Listed, M: Mention + 'a, I: Iterator<Item = &'a M>, F: Fn(&'a T) -> I>(
        &'i self,
        table: &'i OnceLock<Relation>,
        asked: &M,
        mentioned: F,
    ) -> impl Iterator<Item = &'a T> + use<'a, 'i, T, M, I, F> {
        let list = T::list(self.dataset());
        let table = table.get_or_init(|| {
            let mut table = Relation::default();
            for (place, record) in list.iter().enumerate() {
                mentioned(record).for_each(|one| table.add(self.handles.print(one.key()), place));
            }
            table.seal();
            table
        });
        let records = table.of(Some(self.handles.print(asked.key()))).filter_map(|place| list.get(place));
        // As a record has it, since what is found outlives what was asked. The same print may be that of another id.
        let known = records.clone().flat_map(&mentioned).find(|one| *one == asked);
        records.filter(move |record| mentioned(record).any(|one| Some(one) == known))
    }
}
