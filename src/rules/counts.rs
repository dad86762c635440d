use super::engine::{find, place};
use super::ids::{Handle, Ids};
use super::{Note, Sink};
use crate::dataset::Dataset;
use crate::model::{Membership, Network, Party, Project};
use crate::shape::Path;
use crate::values::{Kind, ParticipationRole};
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

pub(super) fn check(dataset: &Dataset, ids: &Ids, sink: &mut Sink<'_>) {
    let root = Path::root();
    let mut partners: BTreeMap<Handle, BTreeSet<(Kind, &str)>> = BTreeMap::new();
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
    for (handle, parties) in partners {
        let listed = u32::try_from(parties.len()).unwrap_or(u32::MAX);
        let Some(project) = find::<Project>(dataset, ids, ids.text(handle)) else { continue };
        let Some(counted) = project.partner_count.as_ref().and_then(crate::values::Count::exact) else {
            continue;
        };
        if listed > counted
            && let Some(own) = ids.place(handle)
        {
            let note = || {
                Note::new(format!("{listed} partners are listed, but {counted} are counted"))
                    .help("correct the number, or the roles of those who are no partners")
            };
            let at = format!("/{}/{}/partner_count", Kind::Project.list(), own.index);
            sink.found(&MORE_PARTNERS, Some((own, project.id.as_str())), at, note);
        }
    }
    // Who has left is no longer counted.
    let has_left =
        |membership: &Membership| membership.period.as_ref().is_some_and(|period| period.end.is_some());
    let mut members: BTreeMap<Handle, BTreeSet<(Kind, &str)>> = BTreeMap::new();
    for membership in &dataset.memberships {
        if let Party::Network(body) = &membership.body
            && !has_left(membership)
            && let Some(handle) = ids.find(Kind::Network, body.as_str())
        {
            members.entry(handle).or_default().insert(membership.member.key());
        }
    }
    for (handle, parties) in members {
        let listed = u32::try_from(parties.len()).unwrap_or(u32::MAX);
        let Some(network) = find::<Network>(dataset, ids, ids.text(handle)) else { continue };
        let Some(counted) = network.member_count.as_ref().and_then(crate::values::Count::exact) else {
            continue;
        };
        if listed > counted
            && let Some(own) = ids.place(handle)
        {
            let note = || {
                Note::new(format!("{listed} members are listed, but {counted} are counted"))
                    .help("correct the number")
            };
            let at = format!("/{}/{}/member_count", Kind::Network.list(), own.index);
            sink.found(&MORE_MEMBERS, Some((own, network.id.as_str())), at, note);
        }
    }
}
