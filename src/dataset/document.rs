use super::Header;
use crate::model::{
    Activity, Barrier, Cooperation, Funding, Goal, Group, Membership, Network, Organization, Participation,
    Place, PolicyInstrument, Programme, Project, Source,
};
use crate::values::{Extensions, Label, Language, List, PartialDate, Text, Version};
use cooperation_derive::Object;

/// A dataset of networks, projects, goals and funding, with the sources that support the records.
///
/// The order of records in a list has no meaning; records refer to each other by id. An absent list means that the
/// dataset has no such records, not that none exist.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Dataset {
    /// Version of the format, such as 1.0.
    pub version: Version,
    /// Web address or relative path of the JSON Schema, which editors use to explain and check the file.
    #[member(name = "$schema")]
    pub schema: Option<Label>,
    /// Title of the dataset, such as "Projects of the alliance".
    pub title: Option<Text>,
    /// Description of the dataset: what it contains, and how it was compiled.
    pub description: Option<Text>,
    /// Person or body that publishes the dataset.
    pub publisher: Option<Text>,
    /// Licence of the dataset: an SPDX expression such as CC-BY-4.0, or a web address.
    pub license: Option<Label>,
    /// Language in which the dataset is edited, such as en or nb.
    pub language: Option<Language>,
    /// Date on which the dataset was first published.
    pub issued: Option<PartialDate>,
    /// Date on which the dataset was last changed.
    pub modified: Option<PartialDate>,
    /// Web pages, documents and registers that support the records.
    pub sources: List<Source>,
    /// Countries, regions, municipalities and other places.
    pub places: List<Place>,
    /// Organizations, such as authorities, associations and enterprises.
    pub organizations: List<Organization>,
    /// Groups of actors or people that a source counts or describes without naming a body.
    pub groups: List<Group>,
    /// Networks: bodies whose members are organizations that stay independent.
    pub networks: List<Network>,
    /// Memberships of parties in networks and organizations.
    pub memberships: List<Membership>,
    /// Cooperations of parties outside projects and memberships.
    pub cooperations: List<Cooperation>,
    /// Programmes that projects run under or money comes from.
    pub programmes: List<Programme>,
    /// Projects, with their periods, places and budgets.
    pub projects: List<Project>,
    /// Participations: the roles of parties in projects.
    pub participations: List<Participation>,
    /// Activities, such as meetings, exchanges and pilots.
    pub activities: List<Activity>,
    /// Goals at all levels, with their indicators.
    pub goals: List<Goal>,
    /// Strategies, action plans and other policy instruments.
    pub policy_instruments: List<PolicyInstrument>,
    /// Barriers: challenges, risks and assumptions.
    pub barriers: List<Barrier>,
    /// Funding: money for subjects or recipients, with or without an amount.
    pub funding: List<Funding>,
    /// Custom data, keyed by a reverse domain name.
    pub extensions: Extensions,
}

impl Default for Dataset {
    fn default() -> Self {
        Self::new(Version::CURRENT)
    }
}

impl Dataset {
    /// Returns the metadata of the dataset, without the records.
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

    /// Replaces the metadata of the dataset and keeps the records.
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
