use super::{Dataset, Header, RecordLine};
use crate::model::{
    Activity, Barrier, Classification, Cooperation, Evidence, Funding, Goal, Group, Identifier, Membership,
    Network, Organization, Participation, Place, PolicyInstrument, Programme, Project, Record, Related,
    Source,
};
use crate::reflect::{Node, resolves};
use crate::values::{Extensions, Id, Link, PartialDate, RecordKind, Text, Walk};

/// A record of any kind, borrowed.
///
/// ```
/// use cooperation::{Dataset, RecordRef};
///
/// let dataset = Dataset::from_json(r#"{"version": "1.0", "projects": [{"id": "feva", "title": {"en": "FEVA"}}]}"#)?;
/// for record in dataset.records() {
///     assert_eq!((record.kind().as_str(), record.id()), ("project", "feva"));
///     assert!(matches!(record, RecordRef::Project(project) if project.budget.is_none()));
/// }
/// # Ok::<(), cooperation::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum RecordRef<'a> {
    /// A record of the list `sources`.
    Source(&'a Source),
    /// A record of the list `places`.
    Place(&'a Place),
    /// A record of the list `organizations`.
    Organization(&'a Organization),
    /// A record of the list `groups`.
    Group(&'a Group),
    /// A record of the list `networks`.
    Network(&'a Network),
    /// A record of the list `memberships`.
    Membership(&'a Membership),
    /// A record of the list `cooperations`.
    Cooperation(&'a Cooperation),
    /// A record of the list `programmes`.
    Programme(&'a Programme),
    /// A record of the list `projects`.
    Project(&'a Project),
    /// A record of the list `participations`.
    Participation(&'a Participation),
    /// A record of the list `activities`.
    Activity(&'a Activity),
    /// A record of the list `goals`.
    Goal(&'a Goal),
    /// A record of the list `policy_instruments`.
    PolicyInstrument(&'a PolicyInstrument),
    /// A record of the list `barriers`.
    Barrier(&'a Barrier),
    /// A record of the list `funding`.
    Funding(&'a Funding),
}

/// What the records of all kinds have in common, object-safe.
pub(crate) trait AnyRecord: Walk {
    fn node(&self) -> &dyn Node;
    fn kind(&self) -> RecordKind;
    fn id(&self) -> &str;
    fn label(&self) -> Option<&Text>;
    fn related(&self) -> &[Related];
    fn description(&self) -> Option<&Text>;
    fn links(&self) -> &[Link];
    fn identifiers(&self) -> &[Identifier];
    fn classifications(&self) -> &[Classification];
    fn modified(&self) -> Option<PartialDate>;
    fn evidence(&self) -> &[Evidence];
    fn extensions(&self) -> &Extensions;
}

impl<T: Record> AnyRecord for T {
    fn node(&self) -> &dyn Node {
        self
    }

    fn kind(&self) -> RecordKind {
        T::KIND
    }

    fn id(&self) -> &str {
        Record::id(self).as_str()
    }

    fn label(&self) -> Option<&Text> {
        Record::label(self)
    }

    fn related(&self) -> &[Related] {
        Record::related(self)
    }

    fn description(&self) -> Option<&Text> {
        Record::description(self)
    }

    fn links(&self) -> &[Link] {
        Record::links(self)
    }

    fn identifiers(&self) -> &[Identifier] {
        Record::identifiers(self)
    }

    fn classifications(&self) -> &[Classification] {
        Record::classifications(self)
    }

    fn modified(&self) -> Option<PartialDate> {
        Record::modified(self)
    }

    fn evidence(&self) -> &[Evidence] {
        Record::evidence(self)
    }

    fn extensions(&self) -> &Extensions {
        Record::extensions(self)
    }
}

/// A record type, with access to its list in a dataset. All fifteen record types implement it.
pub trait Listed: Record + 'static {
    /// Returns the list of such records in a dataset.
    fn list(dataset: &Dataset) -> &[Self];

    /// Returns the list of such records in a dataset, to change them.
    fn list_mut(dataset: &mut Dataset) -> &mut [Self];
}

/// What goes over the kinds of record one by one, so that others need not.
macro_rules! kinds {
    ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
        impl<'a> RecordRef<'a> {
            /// The record as what all kinds have in common.
            pub(crate) fn any(self) -> &'a dyn AnyRecord {
                match self {
                    $( Self::$name(record) => record, )*
                }
            }
        }

        $(
            impl Listed for $name {
                fn list(dataset: &Dataset) -> &[Self] {
                    &dataset.$list
                }

                fn list_mut(dataset: &mut Dataset) -> &mut [Self] {
                    &mut dataset.$list
                }
            }

            impl<'a> From<&'a $name> for RecordRef<'a> {
                fn from(record: &'a $name) -> Self {
                    Self::$name(record)
                }
            }
        )*

        impl RecordLine {
            /// Returns the record of the line; `None` for metadata of the dataset.
            #[must_use]
            pub const fn record(&self) -> Option<RecordRef<'_>> {
                match self {
                    Self::Dataset(_) => None,
                    $( Self::$name(record) => Some(RecordRef::$name(record)), )*
                }
            }

            /// Adds what the line holds to a dataset.
            pub(super) fn push_to(self, dataset: &mut Dataset) {
                match self {
                    Self::Dataset(header) => dataset.set_header(header),
                    $( Self::$name(record) => dataset.$list.push(record), )*
                }
            }
        }

        impl From<RecordRef<'_>> for RecordLine {
            /// A copy of the record, as a line.
            fn from(record: RecordRef<'_>) -> Self {
                match record {
                    $( RecordRef::$name(record) => Self::$name(record.clone()), )*
                }
            }
        }

        impl Dataset {
            /// Returns the number of records of a kind.
            #[must_use]
            pub fn count(&self, kind: RecordKind) -> usize {
                match kind {
                    $( RecordKind::$name => self.$list.len(), )*
                }
            }

            /// Returns the record of a kind at an index of its list, counted from 0.
            #[must_use]
            pub fn record_at(&self, kind: RecordKind, index: usize) -> Option<RecordRef<'_>> {
                match kind {
                    $( RecordKind::$name => self.$list.get(index).map(RecordRef::$name), )*
                }
            }
        }

        /// The lines of a dataset that is taken apart.
        struct IntoLines {
            header: Option<Header>,
            /// The kinds whose lists are not empty yet.
            kinds: std::slice::Iter<'static, RecordKind>,
            kind: Option<RecordKind>,
            $($list: std::vec::IntoIter<$name>,)*
        }

        impl IntoLines {
            fn next_of(&mut self, kind: RecordKind) -> Option<RecordLine> {
                match kind {
                    $( RecordKind::$name => self.$list.next().map(RecordLine::$name), )*
                }
            }
        }

        impl Dataset {
            /// Returns the dataset as record lines: first its metadata, then every record, list by list.
            pub fn into_lines(self) -> impl Iterator<Item = RecordLine> {
                let header = Some(self.header());
                IntoLines {
                    header,
                    kinds: RecordKind::ALL.iter(),
                    kind: None,
                    $($list: self.$list.into_iter(),)*
                }
            }
        }
    };
}

for_each_kind!(kinds);

impl Iterator for IntoLines {
    type Item = RecordLine;

    fn next(&mut self) -> Option<RecordLine> {
        if let Some(header) = self.header.take() {
            self.kind = self.kinds.next().copied();
            return Some(RecordLine::Dataset(header));
        }
        loop {
            if let Some(line) = self.next_of(self.kind?) {
                return Some(line);
            }
            self.kind = self.kinds.next().copied();
        }
    }
}

impl<'a> RecordRef<'a> {
    /// The record, seen as data.
    pub(crate) fn node(self) -> &'a dyn Node {
        self.any().node()
    }

    /// Returns whether a JSON Pointer (RFC 6901) leads to an existing value within the record. The empty pointer leads
    /// to the record itself.
    #[must_use]
    pub fn holds(self, pointer: &str) -> bool {
        resolves(self.node(), pointer)
    }

    /// Returns the kind of the record.
    #[must_use]
    pub fn kind(self) -> RecordKind {
        self.any().kind()
    }

    /// Returns the id of the record, unique among the records of its kind.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.any().id()
    }

    /// Returns the name, title or statement of the record. Some kinds have none.
    #[must_use]
    pub fn label(self) -> Option<&'a Text> {
        self.any().label()
    }

    /// Returns the relations to other records. Empty for kinds that cannot be related: only places, organizations,
    /// networks, programmes, projects and policy instruments have relations.
    #[must_use]
    pub fn related(self) -> &'a [Related] {
        self.any().related()
    }

    /// Returns the description of the record.
    #[must_use]
    pub fn description(self) -> Option<&'a Text> {
        self.any().description()
    }

    /// Returns the links of the record.
    #[must_use]
    pub fn links(self) -> &'a [Link] {
        self.any().links()
    }

    /// Returns the identifiers of the record in registers and other schemes.
    #[must_use]
    pub fn identifiers(self) -> &'a [Identifier] {
        self.any().identifiers()
    }

    /// Returns the codes and keywords that classify the record.
    #[must_use]
    pub fn classifications(self) -> &'a [Classification] {
        self.any().classifications()
    }

    /// Returns the date on which the publisher last changed the record.
    #[must_use]
    pub fn modified(self) -> Option<PartialDate> {
        self.any().modified()
    }

    /// Returns the passages of sources that support the record.
    #[must_use]
    pub fn evidence(self) -> &'a [Evidence] {
        self.any().evidence()
    }

    /// Returns the custom data of the record.
    #[must_use]
    pub fn extensions(self) -> &'a Extensions {
        self.any().extensions()
    }
}

impl RecordLine {
    /// Returns the kind of the record; `None` for metadata of the dataset.
    #[must_use]
    pub fn kind(&self) -> Option<RecordKind> {
        self.record().map(RecordRef::kind)
    }

    /// Returns the id of the record; `None` for metadata of the dataset.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.record().map(RecordRef::id)
    }
}

/// Adds records or record lines, as [`push`](Dataset::push) does.
///
/// ```
/// use cooperation::{Dataset, Project, ProjectId, Text};
///
/// let mut dataset = Dataset::default();
/// dataset.extend([Project::new(ProjectId::new("atm")?, Text::new("en", "Access to Microfinance for SMEs")?)]);
/// assert_eq!(dataset.into_lines().collect::<Dataset>().projects.len(), 1);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
impl<L: Into<RecordLine>> Extend<L> for Dataset {
    fn extend<I: IntoIterator<Item = L>>(&mut self, lines: I) {
        lines.into_iter().for_each(|line| self.push(line));
    }
}

/// Collects records and record lines into a dataset, as [`push`](Dataset::push) does.
impl<L: Into<RecordLine>> FromIterator<L> for Dataset {
    fn from_iter<I: IntoIterator<Item = L>>(lines: I) -> Self {
        let mut dataset = Self::default();
        dataset.extend(lines);
        dataset
    }
}

impl Dataset {
    /// Adds a record at the end of its list, or replaces the metadata of the dataset.
    pub fn push(&mut self, line: impl Into<RecordLine>) {
        line.into().push_to(self);
    }

    /// Returns the number of all records.
    #[must_use]
    pub fn len(&self) -> usize {
        RecordKind::ALL.iter().fold(0, |count, &kind| count.saturating_add(self.count(kind)))
    }

    /// Returns whether the dataset has no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the record with this id; the first one if several records have it.
    ///
    /// It searches the list of the kind. For many look-ups, create an [`index`](Dataset::index) first.
    ///
    /// ```
    /// use cooperation::{Dataset, ProjectId, codes::Status};
    ///
    /// let mut dataset =
    ///     Dataset::from_json(r#"{"version": "1.0", "projects": [{"id": "feva", "title": {"en": "FEVA"}}]}"#)?;
    /// let id = ProjectId::new("feva")?;
    /// if let Some(project) = dataset.get_mut(&id) {
    ///     project.status = Some(Status::Completed);
    /// }
    /// assert_eq!(dataset.get(&id).and_then(|project| project.status.as_ref()), Some(&Status::Completed));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn get<T: Listed>(&self, id: &Id<T>) -> Option<&T> {
        T::list(self).iter().find(|record| record.id() == id)
    }

    /// Returns the record with this id, to change it; the first one if several records have it.
    #[must_use]
    pub fn get_mut<T: Listed>(&mut self, id: &Id<T>) -> Option<&mut T> {
        T::list_mut(self).iter_mut().find(|record| record.id() == id)
    }

    /// Returns the records of a kind, in the order of their list.
    pub fn records_of(&self, kind: RecordKind) -> impl Iterator<Item = RecordRef<'_>> {
        (0..self.count(kind)).filter_map(move |index| self.record_at(kind, index))
    }

    /// Returns every record, list by list.
    pub fn records(&self) -> impl Iterator<Item = RecordRef<'_>> {
        RecordKind::ALL.iter().flat_map(|&kind| self.records_of(kind))
    }
}
