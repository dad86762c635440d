//! Partners of a party, with their ties.

use super::relations::Index;
use crate::model::{
    Body, Cooperation, Key, Membership, Mention as _, Participation, Party, Project, RefersTo,
};
use std::collections::{HashMap, HashSet};

/// A partner of a party, with everything that connects the two. See [`Index::partners_of`].
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Partner<'a> {
    /// The partner, by its id.
    pub party: Party,
    /// The projects, memberships and cooperations that connect the two. Never empty.
    pub ties: Vec<Tie<'a>>,
}

/// A project, membership or cooperation that connects two parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tie<'a> {
    /// Both parties take part in a project.
    Project {
        /// The project; `None` if the dataset has no record of it.
        #[serde(skip_serializing_if = "Option::is_none")]
        project: Option<&'a Project>,
        /// The participation of the party that was asked about.
        own: &'a Participation,
        /// The participation of the partner.
        other: &'a Participation,
    },
    /// Both parties are members of the same organization or network, the `body` of both memberships.
    FellowMember {
        /// The membership of the party that was asked about.
        own: &'a Membership,
        /// The membership of the partner.
        other: &'a Membership,
    },
    /// One party is a member of the other.
    Membership(&'a Membership),
    /// Both parties are in a cooperation.
    Cooperation(&'a Cooperation),
}

/// The partners found so far, each with its number by its id.
struct Partners<'a, 'k> {
    index: &'k Index<'a>,
    own: Key<'k>,
    all: Vec<Partner<'a>>,
    numbers: HashMap<Key<'k>, usize>,
}

impl<'a> Partners<'a, '_> {
    #[inline]
    fn add(&mut self, key: Key<'a>, tie: Tie<'a>) {
        let first = self.index.ids().first(key);
        if first == self.own {
            return;
        }
        let number = *self.numbers.entry(first).or_insert(self.all.len());
        if let Some(partner) = self.all.get_mut(number) {
            partner.ties.push(tie);
        } else {
            let party = Party::from_key(key.0, key.1).ok();
            self.all.extend(party.map(|party| Partner { party, ties: vec![tie] }));
        }
    }
}

impl<'a> Index<'a> {
    /// Returns the partners of a party, each once, with the [`Tie`]s between them. Ties are sorted: shared projects,
    /// shared memberships, membership of one in the other, cooperations.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, OrganizationId, index::Tie};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0",
    ///     "memberships": [{"id": "m", "member": {"organization": "trust"}, "body": {"network": "emn"}}],
    ///     "participations": [
    ///         {"id": "a", "party": {"organization": "trust"}, "project": "blue"},
    ///         {"id": "b", "party": {"organization": "port"}, "project": "blue", "role": "lead partner"}
    ///     ]
    /// }"#)?;
    /// let index = dataset.index();
    /// let partners = index.partners_of(&OrganizationId::new("trust")?);
    /// let names: Vec<String> = partners.iter().map(|partner| partner.party.to_string()).collect();
    /// assert_eq!(names, ["organization port", "network emn"]);
    /// assert!(matches!(partners[0].ties[..], [Tie::Project { other, .. }] if other.role.is_some()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn partners_of(&self, party: &impl RefersTo<Party>) -> Vec<Partner<'a>> {
        self.partners_of_key(party.key())
    }

    /// It is compiled only for those who ask.
    #[inline]
    fn partners_of_key(&self, asked: Key<'_>) -> Vec<Partner<'a>> {
        let Ok(party) = Party::from_key(asked.0, asked.1) else { return Vec::new() };
        let own = self.ids().first(asked);
        let mut found = Partners { index: self, own, all: Vec::new(), numbers: HashMap::new() };
        // A party may take part in a project twice, in two roles: its partners there are found once.
        let mut seen = HashSet::new();
        for own in self.participations_of(&party) {
            if seen.insert(self.ids().first(own.project.key())) {
                let project = self.get(&own.project);
                for other in self.participations_in(&own.project) {
                    found.add(other.party.key(), Tie::Project { project, own, other });
                }
            }
        }
        seen.clear();
        for own in self.memberships_of(&party) {
            found.add(own.body.key(), Tie::Membership(own));
            if seen.insert(self.ids().first(own.body.key())) {
                for other in self.memberships_in(&own.body) {
                    found.add(other.member.key(), Tie::FellowMember { own, other });
                }
            }
        }
        if let Ok(body) = Body::from_key(asked.0, asked.1) {
            for membership in self.memberships_in(&body) {
                found.add(membership.member.key(), Tie::Membership(membership));
            }
        }
        for cooperation in self.cooperations_of(&party) {
            for other in &cooperation.parties {
                found.add(other.key(), Tie::Cooperation(cooperation));
            }
        }
        found.all
    }
}
