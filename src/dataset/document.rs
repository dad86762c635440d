use crate::model::{
    Activity, Barrier, Cooperation, Funding, Goal, Group, Membership, Network, Organization, Participation,
    Place, PolicyInstrument, Programme, Project, Source,
};
use crate::shape::{Shape, Shaped};
use crate::values::{Extensions, Kind, Label, Language, List, PartialDate, Text, Version};

/// Defines the document, its header and its record lines from the members of the header and the table of kinds.
macro_rules! dataset {
    ({ $($header:tt)* } $($(#[$($meta:tt)*])* $list:ident: $tag:literal => $name:ident,)*) => {
        object! {
            /// A dataset of cooperation: networks, projects, goals, funding, and what they rest on.
            ///
            /// The records of a list may stand in any order; relations go by id. A list that is absent says that the dataset
            /// has no such records, not that there are none in the world.
            pub struct Dataset {
                required {
                    /// The version of the format: 1.0.
                    version: Version,
                }
                optional {
                    $($header)*
                    $( $(#[$($meta)*])* $list: List<$name>, )*
                    /// Data of one's own beside what the format defines.
                    extensions: Extensions,
                }
            }
        }

        object! {
            /// What a dataset says of itself: all of it but the records.
            pub struct Header {
                required {
                    /// The version of the format: 1.0.
                    version: Version,
                }
                optional {
                    $($header)*
                    /// Data of one's own beside what the format defines.
                    extensions: Extensions,
                }
            }
        }

        choice! {
            /// One line of a record file (JSON Lines): a record under the name of its kind, or what the dataset
            /// says of itself.
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
            pub enum RecordLine {
                /// What the dataset says of itself.
                "dataset" => Dataset(Header),
                $(
                    #[doc = concat!("A record of the list `", stringify!($list), "`.")]
                    $tag => $name($name),
                )*
            }
        }

        impl RecordLine {
            /// The kind of the record in it; `None` for what the dataset says of itself.
            #[must_use]
            pub const fn kind(&self) -> Option<Kind> {
                match self {
                    Self::Dataset(_) => None,
                    $( Self::$name(_) => Some(Kind::$name), )*
                }
            }

            /// The id of the record in it; `None` for what the dataset says of itself.
            #[must_use]
            pub fn id(&self) -> Option<&str> {
                match self {
                    Self::Dataset(_) => None,
                    $( Self::$name(record) => Some(record.id.as_str()), )*
                }
            }
        }

        impl Dataset {
            /// Adds what a line holds: a record at the end of its list, or what the dataset says of itself.
            pub fn push(&mut self, line: impl Into<RecordLine>) {
                match line.into() {
                    RecordLine::Dataset(header) => self.set_header(header),
                    $( RecordLine::$name(record) => self.$list.push(record), )*
                }
            }

            /// The dataset as lines: what it says of itself, then every record, list by list.
            pub fn into_lines(self) -> impl Iterator<Item = RecordLine> {
                let header = self.header();
                std::iter::once(RecordLine::Dataset(header))
                    $( .chain(self.$list.into_iter().map(RecordLine::$name)) )*
            }

            /// How many records there are.
            #[must_use]
            pub fn len(&self) -> usize {
                0_usize $( .saturating_add(self.$list.len()) )*
            }
        }
    };
}

impl RecordLine {
    /// What a line of this tag holds: a kind of record, or what the dataset says of itself.
    pub(crate) fn shape_of(tag: &str) -> Option<&'static Shape> {
        const LINE: Shape = <RecordLine as Shaped>::SHAPE;
        let Shape::Choice(line) = LINE else { return None };
        line.branches.iter().find(|branch| branch.tag == tag).map(|branch| &branch.shape)
    }
}

dataset! {
    {
        /// Where the JSON Schema is, so that an editor finds it: a web address, or a path from this file.
        schema as "$schema": Option<Label>,
        /// What the dataset is called.
        title: Option<Text>,
        /// What is in it.
        description: Option<Text>,
        /// Who publishes it.
        publisher: Option<Text>,
        /// The licence under which it may be used: an SPDX expression such as CC-BY-4.0, or a web address.
        license: Option<Label>,
        /// The language that its editors write in.
        language: Option<Language>,
        /// When it was first published.
        issued: Option<PartialDate>,
        /// When it was last changed.
        modified: Option<PartialDate>,
    }
    /// The sources that records rest on.
    sources: "source" => Source,
    /// Countries, regions and other places.
    places: "place" => Place,
    /// Organizations.
    organizations: "organization" => Organization,
    /// Actors or people named together, or not by name.
    groups: "group" => Group,
    /// Networks.
    networks: "network" => Network,
    /// Who is a member of what.
    memberships: "membership" => Membership,
    /// Who works together beside projects and memberships.
    cooperations: "cooperation" => Cooperation,
    /// Programmes that projects run under or money comes from.
    programmes: "programme" => Programme,
    /// Projects.
    projects: "project" => Project,
    /// Who takes part in which project.
    participations: "participation" => Participation,
    /// What is done.
    activities: "activity" => Activity,
    /// What is to be reached.
    goals: "goal" => Goal,
    /// Strategies, action plans and other policy instruments.
    policy_instruments: "policy_instrument" => PolicyInstrument,
    /// What stands in the way.
    barriers: "barrier" => Barrier,
    /// Money.
    funding: "funding" => Funding,
}

impl Default for Dataset {
    fn default() -> Self {
        Self::new(Version::CURRENT)
    }
}

/// Adds what each line holds, as [`push`](Dataset::push) does: lines, or records of one kind.
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

/// The dataset of what each line holds, as [`push`](Dataset::push) adds it to an empty one.
impl<L: Into<RecordLine>> FromIterator<L> for Dataset {
    fn from_iter<I: IntoIterator<Item = L>>(lines: I) -> Self {
        let mut dataset = Self::default();
        dataset.extend(lines);
        dataset
    }
}

impl Default for Header {
    fn default() -> Self {
        Self::new(Version::CURRENT)
    }
}

impl Dataset {
    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What it says of itself.
    #[must_use]
    pub fn header(&self) -> Header {
        Header {
            version: self.version,
            schema: self.schema.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            publisher: self.publisher.clone(),
            license: self.license.clone(),
            language: self.language.clone(),
            issued: self.issued,
            modified: self.modified,
            extensions: self.extensions.clone(),
        }
    }

    /// Sets what it says of itself.
    pub fn set_header(&mut self, header: Header) {
        let Header {
            version,
            schema,
            title,
            description,
            publisher,
            license,
            language,
            issued,
            modified,
            extensions,
        } = header;
        self.version = version;
        self.schema = schema;
        self.title = title;
        self.description = description;
        self.publisher = publisher;
        self.license = license;
        self.language = language;
        self.issued = issued;
        self.modified = modified;
        self.extensions = extensions;
    }
}
