use super::engine::{find, place};
use super::ids::{Handle, Ids};
use super::{Note, RuleInfo, Sink};
use crate::dataset::Dataset;
use crate::index::Listed;
use crate::model::{Membership, Network, Party, Project};
use crate::shape::Path;
use crate::values::{Count, Kind, ParticipationRole};
use std::collections::{BTreeMap, BTreeSet};

family! { "counts"
    MORE_PARTNERS "more-partners-than-counted" Warning {
        what: "More partners are listed than the project is said to have.",
        why: "A partner is listed twice or as a partner by mistake, or the number is out of date.",
        origin: "Interreg: partnership",
        breaks: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}, "partner_count": {"exact": 1}}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "partner"}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}, "partner_count": {"exact": 2}}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "partner"}]"#,
    }
    SEVERAL_LEADS "several-lead-partners" Warning {
        what: "A project has more than one lead partner at a time.",
        why: "A partnership is led by one; the others are partners. None is asked for: many projects name no lead.",
        origin: "Interreg: lead partner principle",
        breaks: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "lead partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "lead partner"}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "lead partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "partner"}]"#,
    }
    MORE_MEMBERS "more-members-than-counted" Warning {
        what: "More members are listed than the network is said to have.",
        why: "A member is listed twice, or the number is out of date.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "networks": [{"id": "n", "name": {"en": "N"}, "member_count": {"exact": 1}}], "memberships": [{"id": "x", "member": {"group": "a"}, "body": {"network": "n"}}, {"id": "y", "member": {"group": "b"}, "body": {"network": "n"}}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "networks": [{"id": "n", "name": {"en": "N"}, "member_count": {"exact": 2}}], "memberships": [{"id": "x", "member": {"group": "a"}, "body": {"network": "n"}}, {"id": "y", "member": {"group": "b"}, "body": {"network": "n"}}]"#,
    }
}

/// The parties that are listed for each record.
type Parties<'d> = BTreeMap<Handle, BTreeSet<(Kind, &'d str)>>;

pub(super) fn check(dataset: &Dataset, ids: &Ids, sink: &mut Sink<'_>) {
    let root = Path::root();
    let mut partners: Parties<'_> = BTreeMap::new();
    let mut leads: BTreeMap<Handle, usize> = BTreeMap::new();
    let list = root.member(Kind::Participation.list());
    for (index, part) in dataset.participations.iter().enumerate() {
        let Some(handle) = ids.find(Kind::Project, part.project.as_str()) else { continue };
        if matches!(part.role, Some(ParticipationRole::Partner | ParticipationRole::LeadPartner)) {
            partners.entry(handle).or_default().insert(part.party.key());
        }
        if part.role != Some(ParticipationRole::LeadPartner) {
            continue;
        }
        let before = leads
            .insert(handle, index)
            .and_then(|before| dataset.participations.get(before).zip(Some(before)));
        if let Some((other, before)) = before {
            let apart =
                matches!((&part.period, &other.period), (Some(one), Some(two)) if one.overlaps(two).is_no());
            if !apart {
                let note = || {
                    Note::new(format!("the project {} has another lead partner", part.project))
                        .help("let one be the lead partner and the others partners, or say when each led")
                        .related(list.index(before).member("role"), "the other lead partner")
                };
                let own = (place(Kind::Participation, index), part.id.as_str());
                sink.found(&SEVERAL_LEADS, Some(own), list.index(index).member("role"), note);
            }
        }
    }
    let counted = |project: &Project| project.partner_count.as_ref().and_then(Count::exact);
    let help = "correct the number, or the roles of those who are no partners";
    compare(&MORE_PARTNERS, ("partner", help), partners, (dataset, ids, sink), counted);
    // Who has left is no longer counted.
    let has_left =
        |membership: &Membership| membership.period.as_ref().is_some_and(|period| period.end.is_some());
    let mut members: Parties<'_> = BTreeMap::new();
    for membership in &dataset.memberships {
        if let Party::Network(body) = &membership.body
            && !has_left(membership)
            && let Some(handle) = ids.find(Kind::Network, body.as_str())
        {
            members.entry(handle).or_default().insert(membership.member.key());
        }
    }
    let counted = |network: &Network| network.member_count.as_ref().and_then(Count::exact);
    compare(&MORE_MEMBERS, ("member", "correct the number"), members, (dataset, ids, sink), counted);
}

/// Finds the records that have more parties listed than they count.
fn compare<T: Listed>(
    rule: &RuleInfo,
    (what, help): (&str, &str),
    listed: Parties<'_>,
    (dataset, ids, sink): (&Dataset, &Ids, &mut Sink<'_>),
    counted: impl Fn(&T) -> Option<u32>,
) {
    for (handle, parties) in listed {
        let listed = u32::try_from(parties.len()).unwrap_or(u32::MAX);
        let (Some(record), Some(own)) = (find::<T>(dataset, ids, ids.text(handle)), ids.place(handle)) else {
            continue;
        };
        if let Some(counted) = counted(record).filter(|&counted| listed > counted) {
            let note =
                || Note::new(format!("{listed} {what}s are listed, but {counted} are counted")).help(help);
            let at = format_args!("/{}/{}/{what}_count", T::KIND.list(), own.index);
            sink.found(rule, Some((own, record.id().as_str())), at, note);
        }
    }
}
