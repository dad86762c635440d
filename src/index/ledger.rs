use super::ids::IdTable;
use super::relation::Relation;
use crate::model::{Funding, FundingId, Key, Mention, Party, ProgrammeId, Subject};
use crate::values::FundingStatus;

/// The fundings of a dataset, each followed by its parts and then by what is passed on out of it, and which of them
/// concern whom.
///
/// To add money up without counting anything twice, one has to know of each funding which others are parts of it, and
/// what it takes over from its whole. Both take a look at all fundings, so that it is done once. In this order the parts
/// of a funding are those from the place after it up to its `end`: whether a funding is within another is answered by
/// comparing two numbers, and a question about one subject, programme or party walks over the entries that concern it,
/// in order, with the wholes that are still open on a stack.
///
/// It holds no reference into the dataset, only places in the list of fundings: it is made in an index that is already
/// shared, and a reference that is put in there would tie the index to one lifetime for good.
#[derive(Debug)]
pub(super) struct Ledger {
    lines: Vec<Line>,
    of: Relation,
    programme: Relation,
    funder: Relation,
    recipient: Relation,
}

/// A funding, and the nearest of itself and its wholes that says something: each by its place in the list. Where none
/// does, it is the funding itself, which does not say it either.
#[derive(Clone, Copy, Debug)]
struct Line {
    funding: u32,
    of: u32,
    programme: u32,
    funder: u32,
    recipient: u32,
    status: u32,
    /// The line of the funding that it is passed on out of; `None` where it is a part, or comes first.
    source: Option<usize>,
    /// The line of the funding that is no part of another and that it is a part of, in some steps or none.
    whole: usize,
    /// The line after that of its last part, the parts of parts included.
    parts_end: usize,
    /// The line after the last of what it is made into: its parts, and what is passed on.
    end: usize,
}

impl Line {
    /// Notes where its parts end, unless that is known.
    fn close_parts(&mut self, end: usize) {
        if self.parts_end == 0 {
            self.parts_end = end;
        }
    }

    fn new(place: u32, funding: &Funding, whole: Option<Self>) -> Self {
        let nearest = |says: bool, above: fn(&Self) -> u32| match &whole {
            Some(whole) if !says => above(whole),
            _ => place,
        };
        Self {
            funding: place,
            of: nearest(funding.of.is_some(), |whole| whole.of),
            programme: nearest(funding.programme.is_some(), |whole| whole.programme),
            funder: nearest(funding.funder.is_some(), |whole| whole.funder),
            recipient: nearest(funding.recipient.is_some(), |whole| whole.recipient),
            status: nearest(funding.status.is_some(), |whole| whole.status),
            source: None,
            whole: 0,
            parts_end: 0,
            end: 0,
        }
    }
}

/// A funding with what it or, where it does not say so, its whole says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub funding: &'a Funding,
    pub of: Option<&'a Subject>,
    pub programme: Option<&'a ProgrammeId>,
    pub funder: Option<&'a Party>,
    pub recipient: Option<&'a Party>,
    pub status: Option<&'a FundingStatus>,
    /// The place of the funding that it is passed on out of; `None` where it is a part, or comes first.
    pub source: Option<usize>,
    /// The place after its last part, the parts of parts included.
    pub parts_end: usize,
    /// The place after the last of what it is made into: its parts, and what is passed on.
    pub end: usize,
}

/// A subject, programme or party that money concerns, with its part in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Concerned<'q> {
    /// It is for a subject.
    Of(Key<'q>),
    /// It comes from a programme.
    Programme(Key<'q>),
    /// A party gives it.
    Funder(Key<'q>),
    /// A party receives it.
    Recipient(Key<'q>),
}

impl Concerned<'_> {
    fn key(&self) -> Key<'_> {
        match *self {
            Self::Of(key) | Self::Programme(key) | Self::Funder(key) | Self::Recipient(key) => key,
        }
    }

    fn is_in(&self, entry: &Entry<'_>, ids: &IdTable) -> bool {
        let said = match self {
            Self::Of(_) => entry.of.map(Subject::key),
            Self::Programme(_) => entry.programme.map(Mention::key),
            Self::Funder(_) => entry.funder.map(Party::key),
            Self::Recipient(_) => entry.recipient.map(Party::key),
        };
        said.is_some_and(|said| ids.first(said) == ids.first(self.key()))
    }
}

impl Line {
    fn entry(self, list: &[Funding]) -> Option<Entry<'_>> {
        let at = |place: u32| list.get(usize::try_from(place).ok()?);
        Some(Entry {
            funding: at(self.funding)?,
            of: at(self.of)?.of.as_ref(),
            programme: at(self.programme)?.programme.as_ref(),
            funder: at(self.funder)?.funder.as_ref(),
            recipient: at(self.recipient)?.recipient.as_ref(),
            status: at(self.status)?.status.as_ref(),
            source: self.source,
            parts_end: self.parts_end,
            end: self.end,
        })
    }
}

impl Ledger {
    /// Where the data go round in a circle, the first in the list is the whole.
    pub(super) fn new(list: &[Funding], ids: &IdTable) -> Self {
        let mut ledger = Self {
            lines: in_order(list, ids),
            of: Relation::default(),
            programme: Relation::default(),
            funder: Relation::default(),
            recipient: Relation::default(),
        };
        let Self { lines, of, programme, funder, recipient } = &mut ledger;
        for (place, line) in (0..).zip(&*lines) {
            let Some(entry) = line.entry(list) else { continue };
            let relate = |relation: &mut Relation, key: Option<Key<'_>>| {
                if let Some(key) = key {
                    relation.add(ids.fingerprint(key), place);
                }
            };
            relate(of, entry.of.map(Subject::key));
            relate(programme, entry.programme.map(Mention::key));
            relate(funder, entry.funder.map(Party::key));
            relate(recipient, entry.recipient.map(Party::key));
        }
        for relation in [of, programme, funder, recipient] {
            relation.seal();
        }
        ledger
    }

    pub(super) const fn len(&self) -> usize {
        self.lines.len()
    }

    /// The place of the funding that is no part of another and that the entry at a place is a part of.
    pub(super) fn whole(&self, place: usize) -> Option<usize> {
        self.lines.get(place).map(|line| line.whole)
    }

    /// The entry at a place, of the list that the ledger was made of.
    pub(super) fn entry<'a>(&self, place: usize, list: &'a [Funding]) -> Option<Entry<'a>> {
        self.lines.get(place)?.entry(list)
    }

    /// The places of the entries that concern a subject, a programme or a party, in order.
    pub(super) fn concerning(&self, whom: Concerned<'_>, list: &[Funding], ids: &IdTable) -> Vec<usize> {
        let relation = match whom {
            Concerned::Of(_) => &self.of,
            Concerned::Programme(_) => &self.programme,
            Concerned::Funder(_) => &self.funder,
            Concerned::Recipient(_) => &self.recipient,
        };
        let mut places = Vec::new();
        for place in relation.of(ids.fingerprint(whom.key())) {
            // The same fingerprint may be that of another id.
            if self.entry(place, list).is_some_and(|entry| whom.is_in(&entry, ids)) {
                places.push(place);
            }
        }
        places
    }
}

/// The fundings, each followed by its parts, then by what is passed on out of it. What is a part of money that is
/// passed on follows its whole.
fn in_order(list: &[Funding], ids: &IdTable) -> Vec<Line> {
    let (mut parts, mut passed_on) = (Relation::default(), Relation::default());
    let mut tops = Vec::new();
    let find = |id: &Option<FundingId>| id.as_ref().and_then(|id| u32::try_from(ids.place(id.key())?).ok());
    for (place, funding) in (0..).zip(list) {
        match (find(&funding.part_of), find(&funding.out_of)) {
            (Some(whole), _) => parts.add(whole, place),
            (None, Some(source)) => passed_on.add(source, place),
            (None, None) => tops.push(place),
        }
    }
    parts.seal();
    passed_on.seal();
    let mut walk =
        Walk { list, parts, passed_on, lines: Vec::with_capacity(list.len()), seen: vec![false; list.len()] };
    for top in tops {
        walk.from(top);
    }
    // What is left when the wholes and their parts have been added goes round in a circle.
    for (top, _) in (0..).zip(list) {
        walk.from(top);
    }
    walk.lines
}

/// A walk over fundings and their parts, without recursion: chains of parts may be as long as the list.
struct Walk<'a> {
    list: &'a [Funding],
    parts: Relation,
    passed_on: Relation,
    lines: Vec<Line>,
    seen: Vec<bool>,
}

impl Walk<'_> {
    fn from(&mut self, top: u32) {
        let mut open = vec![(top, None, false)];
        // The lines whose parts are being added.
        let mut within: Vec<usize> = Vec::new();
        while let Some((place, whole, is_passed_on)) = open.pop() {
            let index = usize::try_from(place).unwrap_or(usize::MAX);
            let Some((funding, seen)) = self.list.get(index).zip(self.seen.get_mut(index)) else { continue };
            if std::mem::replace(seen, true) {
                continue;
            }
            let number = self.lines.len();
            while let Some(done) = within.pop_if(|last| Some(*last) != whole) {
                self.close(done, number);
            }
            let above = whole.and_then(|whole| self.lines.get_mut(whole));
            let inherited = match above {
                // The parts come first: where money begins that is passed on, they end.
                Some(source) if is_passed_on => {
                    source.close_parts(number);
                    None
                }
                Some(whole) => Some(*whole),
                None => None,
            };
            let source = whole.filter(|_| is_passed_on);
            let whole = inherited.map_or(number, |above| above.whole);
            self.lines.push(Line { source, whole, ..Line::new(place, funding, inherited) });
            within.push(number);
            let from = open.len();
            for (relation, is_passed_on) in [(&self.parts, false), (&self.passed_on, true)] {
                for part in relation.of(place) {
                    open.extend(u32::try_from(part).map(|part| (part, Some(number), is_passed_on)));
                }
            }
            open.get_mut(from..).unwrap_or_default().reverse();
        }
        let end = self.lines.len();
        for done in within {
            self.close(done, end);
        }
    }

    fn close(&mut self, place: usize, end: usize) {
        if let Some(line) = self.lines.get_mut(place) {
            line.close_parts(end);
            line.end = end;
        }
    }
}
