use super::Header;
use crate::model::{
    Activity, Barrier, Cooperation, Funding, Goal, Group, Membership, Network, Organization, Participation,
    Place, PolicyInstrument, Programme, Project, Source,
};
use crate::reflect::Shape;
use cooperation_derive::Choice;

/// One line of a JSON Lines file: a record under the name of its kind, or the metadata of the dataset.
///
/// # Examples
///
/// ```
/// use cooperation::{Dataset, RecordLine};
///
/// let line: RecordLine = serde_json::from_str(r#"{"project": {"id": "feva", "title": {"en": "FEVA"}}}"#)?;
/// let mut dataset = Dataset::default();
/// dataset.push(line);
/// assert_eq!(dataset.projects[0].id.as_str(), "feva");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[non_exhaustive]
pub enum RecordLine {
    /// Metadata of the dataset, such as its title.
    Dataset(Header),
    /// A record of the list `sources`.
    Source(Source),
    /// A record of the list `places`.
    Place(Place),
    /// A record of the list `organizations`.
    Organization(Organization),
    /// A record of the list `groups`.
    Group(Group),
    /// A record of the list `networks`.
    Network(Network),
    /// A record of the list `memberships`.
    Membership(Membership),
    /// A record of the list `cooperations`.
    Cooperation(Cooperation),
    /// A record of the list `programmes`.
    Programme(Programme),
    /// A record of the list `projects`.
    Project(Project),
    /// A record of the list `participations`.
    Participation(Participation),
    /// A record of the list `activities`.
    Activity(Activity),
    /// A record of the list `goals`.
    Goal(Goal),
    /// A record of the list `policy_instruments`.
    PolicyInstrument(PolicyInstrument),
    /// A record of the list `barriers`.
    Barrier(Barrier),
    /// A record of the list `funding`.
    Funding(Funding),
}

impl RecordLine {
    /// Content of a line with this tag: a kind of record, or the header of the dataset.
    pub(crate) fn shape_of(tag: &str) -> Option<&'static Shape> {
        Self::CHOICE.branches.iter().find(|branch| branch.tag == tag).map(|branch| &branch.shape)
    }
}
