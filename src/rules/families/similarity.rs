use crate::model::{Key, Mention};
use crate::dataset::{PerKind, RecordRef};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{
    BlockVec, Fingerprint, IdRef, Ids, Involvement, Memory, Observed, Overlaps, RecordAt, RecordPlace,
    first_of_each, met_again,
};
use crate::order::{put_in_order, repeated};
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::rules::spacing::spaced;
use crate::values::RecordKind;
use cooperation_derive::{Fact, Facts};
use std::fmt::Display;
use std::hash::Hash;
use std::mem::take;

family! { "similarity"
    SAME_NAME "one-name-several-ids" Info {
        what: "Two organizations, networks, programmes, projects or policy instruments have the same name, ignoring case.",
        why: "They may be the same, entered twice, so that its data is split between two records.",
        origin: "360Giving: data quality",
        breaks: r#""organizations": [{"id": "a", "name": {"en": "Health Trust"}}, {"id": "b", "name": {"en": "Health trust"}}]"#,
        keeps: r#""organizations": [{"id": "a", "name": {"en": "Health Trust"}}, {"id": "b", "name": {"en": "Housing Trust"}}]"#,
    }
    SAME_IDENTIFIER "one-identifier-several-records" Warning {
        what: "Two records of one kind have the same identifier in the same scheme.",
        why: "A register gives each number to one body only: the two are the same, or a number is wrong.",
        origin: "org-id.guide",
        breaks: r#""organizations": [{"id": "a", "name": {"en": "A"}, "identifiers": [{"scheme": "NO-BRC", "value": "1"}]}, {"id": "b", "name": {"en": "B"}, "identifiers": [{"scheme": "NO-BRC", "value": "1"}]}]"#,
        keeps: r#""organizations": [{"id": "a", "name": {"en": "A"}, "identifiers": [{"scheme": "NO-BRC", "value": "1"}]}, {"id": "b", "name": {"en": "B"}, "identifiers": [{"scheme": "NO-BRC", "value": "2"}]}]"#,
    }
    BOTH_BODIES "network-and-organization" Warning {
        what: "An organization and a network share a name or an identifier, and do not say how they are related.",
        why: "Recording one body as both splits its data. It is a network if its members stay independent organizations.",
        origin: FORMAT,
        breaks: r#""organizations": [{"id": "a", "name": {"en": "Island Network"}}], "networks": [{"id": "b", "name": {"en": "Island network"}}]"#,
        keeps: r#""organizations": [{"id": "a", "name": {"en": "Island Network"}, "related": [{"to": {"network": "b"}, "relation": "same as"}]}], "networks": [{"id": "b", "name": {"en": "Island network"}}]"#,
    }
    SAME_MEMBERSHIP "overlapping-memberships" Warning {
        what: "A party is a member of the same body twice, in the same role and possibly at the same time.",
        why: "The membership was entered twice, or a period is wrong.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001"}}, {"id": "y", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2005"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2003"}}, {"id": "y", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2005"}}]"#,
    }
    SAME_PARTICIPATION "overlapping-participations" Warning {
        what: "A party takes part in the same project twice, in the same role and possibly at the same time.",
        why: "The participation was entered twice, or a period is wrong.",
        origin: "Interreg: partnership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "g"}, "project": "p", "role": "partner"}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "g"}, "project": "p", "role": "associated"}]"#,
    }
    ADJOINING "adjoining-periods" Info {
        what: "A party has two memberships or participations in the same role, and one starts in the year or month in which the other ends.",
        why: "Whether they overlap cannot be told from the dates.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2005"}}, {"id": "y", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2005"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2005-03"}}, {"id": "y", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2005-04"}}]"#,
    }
    RELATED_TO_ITSELF "related-to-itself" Warning {
        what: "A record is related to itself or is a member of itself.",
        why: "The statement is empty. Usually another id was meant.",
        origin: FORMAT,
        breaks: r#""networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"network": "n"}, "body": {"network": "n"}}]"#,
        keeps: r#""networks": [{"id": "n", "name": {"en": "N"}}, {"id": "m", "name": {"en": "M"}}], "memberships": [{"id": "x", "member": {"network": "m"}, "body": {"network": "n"}}]"#,
    }
    TWICE_IN_LIST "twice-in-list" Warning {
        what: "A list contains the same party, subject, record, identifier, classification, link, language or relation twice.",
        why: "Counts based on the list are too high. Usually another id was meant.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "cooperations": [{"id": "c", "parties": [{"group": "g"}, {"group": "g"}]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}, {"id": "h", "name": {"en": "H"}}], "cooperations": [{"id": "c", "parties": [{"group": "g"}, {"group": "h"}]}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    names: BlockVec<Likeness>,
    identifiers: BlockVec<Likeness>,
    told: BlockVec<Told>,
}

/// A relation that a record states to another, so that similarity needs no report.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Told {
    #[moves]
    pub record: RecordPlace,
    #[moves]
    pub other: IdRef,
}

/// Fingerprint of a text that two records may have in common, and which item of its list it is, up to the greatest
/// number.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Likeness {
    #[moves]
    pub record: RecordPlace,
    pub fingerprint: Fingerprint,
    pub item: u8,
}

/// A record and an earlier one.
type Pair = (RecordPlace, RecordPlace);

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        check_lists(observed, context.reporter);
        check_relations(observed, context.reporter);
        self.note(observed);
        self.note_told(observed, &mut context.memory.ids);
    }

    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        let Self { names, identifiers, told } = take(self);
        let ids = &memory.ids;
        let mut related: Vec<Pair> = Vec::with_capacity(told.len());
        for &Told { record, other } in told.iter() {
            related.extend(ids.place(other).map(|other| (record.max(other), record.min(other))));
        }
        put_in_order(&mut related, &Ord::cmp);
        let (names, identifiers) = (alike(names), alike(identifiers));
        let mut bodies = shared(&names, both_bodies, ids);
        bodies.extend(shared(&identifiers, both_bodies, ids));
        for (mut found, rule) in [
            (shared(&names, one_kind, ids), &SAME_NAME),
            (shared(&identifiers, one_kind, ids), &SAME_IDENTIFIER),
            (bodies, &BOTH_BODIES),
        ] {
            // With the first item that each pair has in common.
            put_in_order(&mut found, &|(one, _), (other, _)| one.cmp(other));
            found.dedup_by_key(|(pair, _)| *pair);
            let mut pairs = first_of_each(found.iter().map(|(pair, _)| *pair).collect());
            pairs.retain(|pair| related.binary_search(pair).is_err());
            report_shared(pairs, &found, rule, ids, reporter);
        }
    }

    /// Finds who is involved twice in the same way.
    fn finish_involvements(&mut self, all: &[Involvement], memory: &Memory, reporter: &mut Reporter<'_>) {
        let key = |one: &Involvement| (one.place.kind, one.of, one.party, one.role);
        let mut overlaps = Overlaps::new();
        for together in all.chunk_by(|one, other| key(one) == key(other)) {
            overlaps.look_at(together, |_| true);
        }
        for (later, first) in overlaps.take_adjoining() {
            let what = if later.kind == RecordKind::Membership { "membership" } else { "participation" };
            reporter.found(&ADJOINING, Some(memory.ids.at(later)), &"", &|| {
                Note::new(format!("the {what} starts in the year or month in which another one ends"))
                    .with_help("state the month or the day of both dates if the source does")
                    .with_related(first, format!("the other {what}"))
            });
        }
        for (later, first) in overlaps.found() {
            let (rule, what) = match later.kind {
                RecordKind::Membership => (&SAME_MEMBERSHIP, "membership"),
                _ => (&SAME_PARTICIPATION, "participation"),
            };
            reporter.found(rule, Some(memory.ids.at(later)), &"", &|| {
                Note::new(format!("another {what} has the same parties and role, possibly at the same time"))
                    .with_help("remove one of the two, or add the period of each")
                    .with_related(first, format!("the other {what}"))
            });
        }
    }
}

impl Facts {
    /// Takes note of the names and the identifiers of a record.
    fn note(&mut self, observed: &Observed<'_>) {
        let record = observed.at.place;
        if has_comparable_name(record.kind) {
            for (_, name) in observed.record.label().into_iter().flatten() {
                let fingerprint = Fingerprint::without_case(&spaced(name));
                self.names.push(Likeness { record, fingerprint, item: 0 });
            }
        }
        for (item, identifier) in observed.record.identifiers().iter().enumerate() {
            let fingerprint = Fingerprint::of_identifier(identifier.scheme.as_str(), identifier.value.as_str());
            let item = u8::try_from(item).unwrap_or(u8::MAX);
            self.identifiers.push(Likeness { record, fingerprint, item });
        }
    }
}

impl Facts {
    /// Takes note of the records that a record says how it is related to.
    fn note_told(&mut self, observed: &Observed<'_>, ids: &mut Ids) {
        let record = observed.at.place;
        let whole = match observed.record {
            RecordRef::Organization(organization) => organization.part_of.as_ref().map(Mention::key),
            RecordRef::Network(network) => network.part_of.as_ref().map(Mention::key),
            RecordRef::Programme(programme) => programme.part_of.as_ref().map(Mention::key),
            _ => None,
        };
        let related = observed.record.related().iter().filter_map(|related| related.to.as_ref());
        for other in related.map(Mention::key).chain(whole) {
            self.told.push(Told { record, other: ids.mention(other) });
        }
    }
}

/// Whether two records of a kind that have one name may well be one. Groups, places and goals often share theirs.
const fn has_comparable_name(kind: RecordKind) -> bool {
    matches!(
        kind,
        RecordKind::Organization | RecordKind::Network | RecordKind::Programme | RecordKind::Project | RecordKind::PolicyInstrument
    )
}

/// Finds what a list of a record names twice.
fn check_lists(observed: &Observed<'_>, reporter: &mut Reporter<'_>) {
    let at = observed.at;
    let record = observed.record;
    check_values(at, &"/related", record.related(), reporter);
    check_values(at, &"/identifiers", record.identifiers(), reporter);
    check_values(at, &"/classifications", record.classifications(), reporter);
    check_values(at, &"/links", record.links(), reporter);
    for (place, link) in record.links().iter().enumerate() {
        check_values(at, &format_args!("/links/{place}/languages"), &link.languages, reporter);
    }
    for (place, evidence) in record.evidence().iter().enumerate() {
        check_values(at, &format_args!("/evidence/{place}/supports"), &evidence.supports, reporter);
    }
    match observed.record {
        RecordRef::Group(group) => {
            check_list(at, "/places", &group.places, reporter);
            check_list(at, "/examples", &group.examples, reporter);
        }
        RecordRef::Organization(organization) => check_list(at, "/places", &organization.places, reporter),
        RecordRef::Network(network) => check_list(at, "/places", &network.places, reporter),
        RecordRef::Cooperation(cooperation) => {
            check_list(at, "/parties", &cooperation.parties, reporter);
            check_list(at, "/about", &cooperation.about, reporter);
            check_list(at, "/places", &cooperation.places, reporter);
        }
        RecordRef::Programme(programme) => {
            check_list(at, "/managed_by", &programme.managed_by, reporter);
            check_list(at, "/places", &programme.places, reporter);
        }
        RecordRef::Project(project) => {
            check_list(at, "/programmes", &project.programmes, reporter);
            check_list(at, "/places", &project.places, reporter);
            check_list(at, "/target_groups", &project.target_groups, reporter);
            check_list(at, "/about", &project.about, reporter);
        }
        RecordRef::Participation(participation) => check_list(at, "/about", &participation.about, reporter),
        RecordRef::Activity(activity) => {
            check_list(at, "/of", &activity.of, reporter);
            check_list(at, "/actors", &activity.actors, reporter);
            check_list(at, "/serves", &activity.serves, reporter);
        }
        RecordRef::Goal(goal) => {
            check_list(at, "/of", &goal.of, reporter);
            check_list(at, "/serves", &goal.serves, reporter);
            check_list(at, "/holders", &goal.holders, reporter);
            check_list(at, "/target_groups", &goal.target_groups, reporter);
        }
        RecordRef::PolicyInstrument(instrument) => {
            check_list(at, "/developed_by", &instrument.developed_by, reporter);
            check_list(at, "/serves", &instrument.serves, reporter);
            check_list(at, "/responsible", &instrument.responsible, reporter);
            check_list(at, "/places", &instrument.places, reporter);
        }
        RecordRef::Source(source) => check_values(at, &"/languages", &source.languages, reporter),
        RecordRef::Barrier(barrier) => check_list(at, "/of", &barrier.of, reporter),
        RecordRef::Funding(funding) => check_list(at, "/places", &funding.places, reporter),
        _ => {}
    }
}

/// Finds values that a list has twice.
fn check_values<T: Hash + Eq>(record: RecordAt<'_>, at: &dyn Display, list: &[T], reporter: &mut Reporter<'_>) {
    // Most lists are so short that looking at all pairs is faster.
    let is_before = |place: usize, item: &T| list.get(..place).is_some_and(|before| before.contains(item));
    if list.len() <= SHORT && !list.iter().enumerate().any(|(place, item)| is_before(place, item)) {
        return;
    }
    for place in repeated(list) {
        reporter.found(&TWICE_IN_LIST, Some(record), &format_args!("{at}/{place}"), &|| {
            Note::new("duplicate entry").with_help("remove the entry").with_replacement("")
        });
    }
}

/// How many items a short list has at most.
const SHORT: usize = 8;

/// Whether two items of a short list name the same record.
fn has_equal_keys<M: Mention>(list: &[M]) -> bool {
    let mut rest = list;
    while let Some((first, others)) = rest.split_first() {
        for other in others {
            if first.key() == other.key() {
                return true;
            }
        }
        rest = others;
    }
    false
}

#[inline]
fn check_list<M: Mention>(record: RecordAt<'_>, at: &str, list: &[M], reporter: &mut Reporter<'_>) {
    // Most lists are so short that looking at all pairs is faster than putting anything in order.
    if list.len() > SHORT || has_equal_keys(list) {
        let mut named = Vec::with_capacity(list.len());
        for (place, item) in list.iter().enumerate() {
            named.push((item.key(), place));
        }
        twice_in_list(record, at, named, reporter);
    }
}

fn twice_in_list(record: RecordAt<'_>, at: &str, mut named: Vec<(Key<'_>, usize)>, reporter: &mut Reporter<'_>) {
    put_in_order(&mut named, &Ord::cmp);
    for same in named.chunk_by(|(one, _), (other, _)| one == other) {
        for (_, place) in same.iter().skip(1) {
            reporter.found(&TWICE_IN_LIST, Some(record), &format_args!("{at}/{place}"), &|| {
                Note::new("duplicate entry").with_help("remove the entry, or correct the id")
            });
        }
    }
}

/// Finds a relation that leads from a record to the same record.
fn check_relations(observed: &Observed<'_>, reporter: &mut Reporter<'_>) {
    let at = observed.at;
    if let RecordRef::Membership(membership) = observed.record {
        check_ends(at, &"/member", membership.member.key(), membership.body.key(), reporter);
    }
    for (place, related) in observed.record.related().iter().enumerate() {
        if let Some(other) = &related.to {
            let path = format_args!("/related/{place}/to");
            check_ends(at, &path, (at.place.kind, at.id), other.key(), reporter);
        }
    }
}

fn check_ends(record: RecordAt<'_>, at: &dyn Display, one: Key<'_>, other: Key<'_>, reporter: &mut Reporter<'_>) {
    if one == other {
        reporter.found(&RELATED_TO_ITSELF, Some(record), at, &|| {
            Note::new("the record is related to itself").with_help("correct the id, or remove the entry")
        });
    }
}

fn report_shared(
    pairs: Vec<Pair>,
    items: &[(Pair, u8)],
    rule: &RuleInfo,
    ids: &Ids,
    reporter: &mut Reporter<'_>,
) {
    for pair @ (record, first) in pairs {
        let item = items.binary_search_by_key(&pair, |(pair, _)| *pair).ok().and_then(|at| items.get(at));
        let item = item.map(|(_, item)| *item).filter(|item| *item < u8::MAX);
        let in_list = item.map_or_else(|| "/identifiers".to_owned(), |item| format!("/identifiers/{item}"));
        let (what, help, at) = match rule.name {
            name if name == SAME_NAME.name => (
                "name",
                "merge the records if they describe the same thing, or state in `related` how they are related",
                label_of(record.kind),
            ),
            name if name == SAME_IDENTIFIER.name => {
                ("identifier", "merge the records if they describe the same thing, or correct the identifier", &*in_list)
            }
            _ => ("name or identifier", "keep one of the two records, or state in `related` how they are related", ""),
        };
        reporter.found(rule, Some(ids.at(record)), &at, &|| {
            let (title, id) = (first.kind.title(), ids.at(first).id);
            Note::new(format!("the {title} {id} also has this {what}"))
                .with_help(help)
                .with_related(first, format!("the other {title}"))
        });
    }
}

/// Two records of one kind.
const fn one_kind(kind: RecordKind, other: RecordKind) -> bool {
    kind as u8 == other as u8
}

/// An organization and a network.
const fn both_bodies(kind: RecordKind, other: RecordKind) -> bool {
    matches!((kind, other), (RecordKind::Organization, RecordKind::Network))
}

/// The records that have something in common with an earlier record of a kind that matters, which has another id, and
/// the first such record; with the item of its list. What has it in common is in order.
fn shared(
    likeness: &[Likeness],
    matters: fn(RecordKind, RecordKind) -> bool,
    ids: &Ids,
) -> Vec<(Pair, u8)> {
    let mut found = Vec::new();
    for same in likeness.chunk_by(|one, other| one.fingerprint == other.fingerprint) {
        let mut firsts: PerKind<Option<RecordPlace>> = PerKind::default();
        for other in same {
            let kind = other.record.kind;
            let first = RecordKind::ALL.iter().filter(|&&first| matters(first, kind));
            let first = first.into_iter().find_map(|&first| *firsts.get(first));
            if let Some(first) = first
                && ids.id_of(other.record) != ids.id_of(first)
            {
                found.push(((other.record, first), other.item));
            }
            firsts.get_mut(kind).get_or_insert(other.record);
        }
    }
    found
}

/// Those that may be like another, together, in the order of their records.
fn alike(likeness: BlockVec<Likeness>) -> Vec<Likeness> {
    let mut alike = met_again(likeness, |like| like.fingerprint);
    put_in_order(&mut alike, &|one, other| (one.fingerprint, one.record).cmp(&(other.fingerprint, other.record)));
    alike
}

const fn label_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Project => "/title",
        _ => "/name",
    }
}
