use super::ids::IdNumber;

/// For each id what is related to it: the places of records in their list, in its order.
///
/// Pairs of the number of the id and a place, as one number of eight bytes each, in order. A map from id to a list would
/// take an allocation for each id and three words for each list. Numbers sort faster than pairs do, and mostly come in
/// order as it is, since records that belong together follow one another.
#[derive(Debug, Default)]
pub(super) struct Relation {
    pairs: Vec<u64>,
}

impl Relation {
    pub(super) fn reserve(&mut self, pairs: usize) {
        self.pairs.reserve(pairs);
    }

    #[inline]
    pub(super) fn add(&mut self, id: IdNumber, place: u32) {
        self.pairs.push((u64::from(id) << 32) | u64::from(place));
    }

    /// Makes it ready for look-ups. A record that names an id twice is related to it once.
    pub(super) fn seal(&mut self) {
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.pairs.shrink_to_fit();
    }

    /// The places that are related to this id.
    pub(super) fn of(&self, id: IdNumber) -> Places<'_> {
        let known = |pair: u64| pair >> 32;
        let start = self.pairs.partition_point(|&pair| known(pair) < u64::from(id));
        let rest = self.pairs.get(start..).unwrap_or_default();
        let end = rest.partition_point(|&pair| known(pair) == u64::from(id));
        Places(rest.get(..end).unwrap_or_default().iter())
    }
}

/// Places in a list, in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct Places<'i>(std::slice::Iter<'i, u64>);

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let pair = self.0.next()?;
        usize::try_from(pair & u64::from(u32::MAX)).ok()
    }
}

impl Places<'_> {
    /// The number of places that are left.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
