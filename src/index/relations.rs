use super::Listed;
use super::handles::{Handles, Relation};
use super::mentions::Mentions;
use crate::dataset::Dataset;
use crate::model::{
    Activity, Barrier, Cooperation, Evidence, Funding, Goal, GoalId, Membership, Participation, Party, Place,
    PlaceId, PolicyInstrument, PolicyInstrumentId, ProgrammeId, Project, ProjectId, Record, SourceId,
    Subject,
};
use crate::values::{Id, Kind, Text};

/// Every relation of a dataset, answered in both directions.
///
/// It borrows the dataset and never refuses one: what an unknown id is said to be related to is found under that id, and
/// loops in the data are walked once. Every question gives an iterator, in the order of the records.
///
/// Building it takes one pass. Relations that are asked for less often, such as the projects in a place, have no table
/// until they are first asked for: that takes one pass over the records of one kind, and later answers are as quick as
/// others.
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
    pub(super) handles: Handles<'a>,
    by: Relations,
    pub(super) mentions: Mentions,
}

macro_rules! relations {
    ($($name:ident,)*) => {
        /// Each relation by the id that it is asked for.
        #[derive(Debug, Default)]
        struct Relations { $($name: Relation,)* }

        impl Relations {
            fn seal(&mut self) {
                $( self.$name.seal(); )*
            }
        }
    };
}

relations! {
    body, member, cooperating, cooperation_about, project, participant, goal_of, goal_parent, funded, funding_programme,
    funder, recipient, activity_of, activity_serves, barrier_of, supported, place_part_of,
}

impl<'a> Index<'a> {
    /// Indexes a dataset.
    #[must_use]
    pub fn new(dataset: &'a Dataset) -> Self {
        let mut index = Self {
            dataset,
            handles: Handles::new(dataset),
            by: Relations::default(),
            mentions: Mentions::default(),
        };
        index.relate();
        index.by.seal();
        index
    }

    fn relate(&mut self) {
        let Self { dataset, handles, by, .. } = self;
        by.project.reserve(dataset.participations.len());
        by.participant.reserve(dataset.participations.len());
        by.goal_of.reserve(dataset.goals.len());
        by.activity_of.reserve(dataset.activities.len());
        for (place, membership) in dataset.memberships.iter().enumerate() {
            by.body.add(handles.mention_party(&membership.body), place);
            by.member.add(handles.mention_party(&membership.member), place);
        }
        for (place, cooperation) in dataset.cooperations.iter().enumerate() {
            cooperation
                .parties
                .iter()
                .for_each(|party| by.cooperating.add(handles.mention_party(party), place));
            cooperation
                .about
                .iter()
                .for_each(|of| by.cooperation_about.add(handles.mention_subject(of), place));
        }
        for (place, participation) in dataset.participations.iter().enumerate() {
            by.project.add(handles.mention(&participation.project), place);
            by.participant.add(handles.mention_party(&participation.party), place);
        }
        for (place, goal) in dataset.goals.iter().enumerate() {
            goal.of.iter().for_each(|of| by.goal_of.add(handles.mention_subject(of), place));
            goal.parent.iter().for_each(|parent| by.goal_parent.add(handles.mention(parent), place));
        }
        for (place, funding) in dataset.funding.iter().enumerate() {
            funding.of.iter().for_each(|of| by.funded.add(handles.mention_subject(of), place));
            funding.programme.iter().for_each(|id| by.funding_programme.add(handles.mention(id), place));
            funding.funder.iter().for_each(|party| by.funder.add(handles.mention_party(party), place));
            funding.recipient.iter().for_each(|party| by.recipient.add(handles.mention_party(party), place));
        }
        for (place, activity) in dataset.activities.iter().enumerate() {
            by.activity_of.add(handles.mention_subject(&activity.of), place);
            activity.serves.iter().for_each(|goal| by.activity_serves.add(handles.mention(goal), place));
        }
        for (place, barrier) in dataset.barriers.iter().enumerate() {
            by.barrier_of.add(handles.mention_subject(&barrier.of), place);
        }
        for (place, instrument) in dataset.policy_instruments.iter().enumerate() {
            instrument.supports.iter().for_each(|id| by.supported.add(handles.mention(id), place));
        }
        for (place, part) in dataset.places.iter().enumerate() {
            part.part_of.iter().for_each(|whole| by.place_part_of.add(handles.mention(whole), place));
        }
    }

    /// The dataset.
    #[must_use]
    pub const fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// The record with this id, of whichever kind the id is. Of several with the same id, the first.
    #[must_use]
    pub fn get<T: Listed>(&self, id: &Id<T>) -> Option<&'a T> {
        self.handles.record(self.dataset, id.as_str())
    }

    /// What a party is called, where it is in the dataset.
    #[must_use]
    pub fn party_label(&self, party: &Party) -> Option<&'a Text> {
        match party {
            Party::Organization(id) => self.get(id).and_then(Record::label),
            Party::Network(id) => self.get(id).and_then(Record::label),
            Party::Group(id) => self.get(id).and_then(Record::label),
        }
    }

    /// What a subject is called, where it is in the dataset and has a name.
    #[must_use]
    pub fn subject_label(&self, subject: &Subject) -> Option<&'a Text> {
        match subject {
            Subject::Network(id) => self.get(id).and_then(Record::label),
            Subject::Programme(id) => self.get(id).and_then(Record::label),
            Subject::Project(id) => self.get(id).and_then(Record::label),
            Subject::Participation(id) => self.get(id).and_then(Record::label),
            Subject::Activity(id) => self.get(id).and_then(Record::label),
            Subject::Cooperation(id) => self.get(id).and_then(Record::label),
            Subject::PolicyInstrument(id) => self.get(id).and_then(Record::label),
            Subject::Organization(id) => self.get(id).and_then(Record::label),
        }
    }

    fn related<'i, T: Listed>(
        &'i self,
        relation: &'i Relation,
        kind: Kind,
        id: &str,
    ) -> impl Iterator<Item = &'a T> + use<'a, 'i, T> {
        let list = T::list(self.dataset);
        relation.of(self.handles.find(kind, id)).filter_map(|place| list.get(place))
    }

    fn of_party<'i, T: Listed>(
        &'i self,
        relation: &'i Relation,
        party: &Party,
    ) -> impl Iterator<Item = &'a T> + use<'a, 'i, T> {
        let (kind, id) = party.key();
        self.related(relation, kind, id)
    }

    fn of_subject<'i, T: Listed>(
        &'i self,
        relation: &'i Relation,
        subject: &Subject,
    ) -> impl Iterator<Item = &'a T> + use<'a, 'i, T> {
        let (kind, id) = subject.key();
        self.related(relation, kind, id)
    }

    /// The memberships in a network or an organization.
    pub fn members_of(&self, body: &Party) -> impl Iterator<Item = &'a Membership> + use<'a, '_> {
        self.of_party(&self.by.body, body)
    }

    /// The memberships that a party has.
    pub fn memberships_of(&self, member: &Party) -> impl Iterator<Item = &'a Membership> + use<'a, '_> {
        self.of_party(&self.by.member, member)
    }

    /// The cooperations that a party is in.
    pub fn cooperations_of(&self, party: &Party) -> impl Iterator<Item = &'a Cooperation> + use<'a, '_> {
        self.of_party(&self.by.cooperating, party)
    }

    /// The cooperations about a subject.
    pub fn cooperations_about(
        &self,
        subject: &Subject,
    ) -> impl Iterator<Item = &'a Cooperation> + use<'a, '_> {
        self.of_subject(&self.by.cooperation_about, subject)
    }

    /// Who takes part in a project, partners and others, and as what.
    #[doc(alias = "partners")]
    pub fn participants(&self, project: &ProjectId) -> impl Iterator<Item = &'a Participation> + use<'a, '_> {
        self.related(&self.by.project, Kind::Project, project.as_str())
    }

    /// The participations of a party.
    pub fn participations_of(&self, party: &Party) -> impl Iterator<Item = &'a Participation> + use<'a, '_> {
        self.of_party(&self.by.participant, party)
    }

    /// The projects in which a party takes part, each with its participation: the role, and through whom.
    pub fn projects_of(
        &self,
        party: &Party,
    ) -> impl Iterator<Item = (&'a Project, &'a Participation)> + use<'a, '_> {
        self.participations_of(party)
            .filter_map(|part| self.get(&part.project).map(|project| (project, part)))
    }

    /// The goals of a subject.
    pub fn goals_of(&self, subject: &Subject) -> impl Iterator<Item = &'a Goal> + use<'a, '_> {
        self.of_subject(&self.by.goal_of, subject)
    }

    /// The goals that serve a goal directly.
    pub fn subgoals(&self, goal: &GoalId) -> impl Iterator<Item = &'a Goal> + use<'a, '_> {
        self.related(&self.by.goal_parent, Kind::Goal, goal.as_str())
    }

    /// The money for a subject.
    pub fn funding_of(&self, subject: &Subject) -> impl Iterator<Item = &'a Funding> + use<'a, '_> {
        self.of_subject(&self.by.funded, subject)
    }

    /// The money that comes from a programme.
    pub fn funding_by_programme(
        &self,
        programme: &ProgrammeId,
    ) -> impl Iterator<Item = &'a Funding> + use<'a, '_> {
        self.related(&self.by.funding_programme, Kind::Programme, programme.as_str())
    }

    /// The money that a party gives.
    pub fn funding_by(&self, funder: &Party) -> impl Iterator<Item = &'a Funding> + use<'a, '_> {
        self.of_party(&self.by.funder, funder)
    }

    /// The money that a party receives.
    pub fn funding_to(&self, recipient: &Party) -> impl Iterator<Item = &'a Funding> + use<'a, '_> {
        self.of_party(&self.by.recipient, recipient)
    }

    /// What is done in or by a subject.
    pub fn activities_of(&self, subject: &Subject) -> impl Iterator<Item = &'a Activity> + use<'a, '_> {
        self.of_subject(&self.by.activity_of, subject)
    }

    /// The activities that serve a goal.
    pub fn activities_serving(&self, goal: &GoalId) -> impl Iterator<Item = &'a Activity> + use<'a, '_> {
        self.related(&self.by.activity_serves, Kind::Goal, goal.as_str())
    }

    /// What stands in the way of a subject.
    pub fn barriers_of(&self, subject: &Subject) -> impl Iterator<Item = &'a Barrier> + use<'a, '_> {
        self.of_subject(&self.by.barrier_of, subject)
    }

    /// The instruments that support an instrument.
    pub fn instruments_supporting(
        &self,
        instrument: &PolicyInstrumentId,
    ) -> impl Iterator<Item = &'a PolicyInstrument> + use<'a, '_> {
        self.related(&self.by.supported, Kind::PolicyInstrument, instrument.as_str())
    }

    /// The places that are directly part of a place.
    pub fn parts_of(&self, place: &PlaceId) -> impl Iterator<Item = &'a Place> + use<'a, '_> {
        self.related(&self.by.place_part_of, Kind::Place, place.as_str())
    }

    /// Every piece of evidence from a source, with the kind and the id of its record.
    pub fn evidence_from(&self, source: &SourceId) -> impl Iterator<Item = (Kind, &'a str, &'a Evidence)> {
        let dataset = self.dataset;
        macro_rules! all {
            ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
                std::iter::empty()$( .chain(dataset.$list.iter().flat_map(|record| {
                    record.evidence.iter().map(|evidence| (Kind::$name, record.id.as_str(), evidence))
                })) )*
            };
        }
        for_each_kind!(all).filter(move |(_, _, evidence)| evidence.source == *source)
    }
}
