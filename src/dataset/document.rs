use super::Header;
use crate::model::{
    Activity, Barrier, Cooperation, Funding, Goal, Group, Membership, Network, Organization, Participation,
    Place, PolicyInstrument, Programme, Project, Source,
};
use crate::values::{Extensions, Label, Language, List, PartialDate, Text, Version};
use cooperation_derive::Object;

/// A dataset of cooperation: networks, projects, goals, funding, and what they rest on.
///
/// The records of a list may stand in any order; relations go by id. A list that is absent says that the dataset
/// has no such records, not that there are none in the world.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Dataset {
    /// The version of the format: 1.0.
    pub version: Version,
    /// Where the JSON Schema is, so that an editor finds it: a web address, or a path from this file.
    #[member(name = "$schema")]
    pub schema: Option<Label>,
    /// What the dataset is called.
    pub title: Option<Text>,
    /// What is in it.
    pub description: Option<Text>,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// The licence under which it may be used: an SPDX expression such as CC-BY-4.0, or a web address.
    pub license: Option<Label>,
    /// The language that its editors write in.
    pub language: Option<Language>,
    /// When it was first published.
    pub issued: Option<PartialDate>,
    /// When it was last changed.
    pub modified: Option<PartialDate>,
    /// The sources that records rest on.
    pub sources: List<Source>,
    /// Countries, regions and other places.
    pub places: List<Place>,
    /// Organizations.
    pub organizations: List<Organization>,
    /// Actors or people named together, or not by name.
    pub groups: List<Group>,
    /// Networks.
    pub networks: List<Network>,
    /// Who is a member of what.
    pub memberships: List<Membership>,
    /// Who works together beside projects and memberships.
    pub cooperations: List<Cooperation>,
    /// Programmes that projects run under or money comes from.
    pub programmes: List<Programme>,
    /// Projects.
    pub projects: List<Project>,
    /// Who takes part in which project.
    pub participations: List<Participation>,
    /// What is done.
    pub activities: List<Activity>,
    /// What is to be reached.
    pub goals: List<Goal>,
    /// Strategies, action plans and other policy instruments.
    pub policy_instruments: List<PolicyInstrument>,
    /// What stands in the way.
    pub barriers: List<Barrier>,
    /// Money.
    pub funding: List<Funding>,
    /// Data of one's own beside what the format defines.
    pub extensions: Extensions,
}

impl Default for Dataset {
    fn default() -> Self {
        Self::new(Version::CURRENT)
    }
}

impl Dataset {
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
