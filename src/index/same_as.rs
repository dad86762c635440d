use super::relations::Index;
use crate::model::{Party, SameAs};

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
}
