use super::facts::Facts as All;
use super::ids::{Handle, Place};
use super::seats::{self, Seat};
use super::sink::Own;
use super::{Note, Sink};
use crate::values::{Count, Kind, MembershipRole, ParticipationRole};

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
        what: "More members are listed than the network is said to have, without observers, secretariats and those who have left.",
        why: "A member is listed twice, or the number is out of date.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "networks": [{"id": "n", "name": {"en": "N"}, "member_count": {"exact": 1}}], "memberships": [{"id": "x", "member": {"group": "a"}, "body": {"network": "n"}}, {"id": "y", "member": {"group": "b"}, "body": {"network": "n"}}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "networks": [{"id": "n", "name": {"en": "N"}, "member_count": {"exact": 2}}], "memberships": [{"id": "x", "member": {"group": "a"}, "body": {"network": "n"}}, {"id": "y", "member": {"group": "b"}, "body": {"network": "n"}}]"#,
    }
}

facts! {
    counted: Counted,
}

fact! {
    /// How many parties a project or a network is said to have.
    #[derive(Copy)]
    Counted { of: Place, } { count: u32, }
}

/// Takes note of how many there are said to be.
pub(super) fn tell((of, _): Own<'_>, count: Option<&Count>, facts: &mut All) {
    if let Some(count) = count.and_then(Count::exact) {
        facts.counts.counted.push(Counted { of, count });
    }
}

/// Finds more parties than there are said to be. The seats stand together by body and party.
pub(super) fn finish(facts: &All, seats: &[Seat], sink: &mut Sink<'_>) {
    let word = |role: ParticipationRole| facts.find_word(role.as_str());
    let (lead, partner) = (word(ParticipationRole::LeadPartner), word(ParticipationRole::Partner));
    let beside =
        [MembershipRole::Observer, MembershipRole::Secretariat].map(|role| facts.find_word(role.as_str()));
    let bodies = || seats.chunk_by(|one, other| one.of == other.of);
    let is_lead = |seat: &&Seat| seat.place.kind == Kind::Participation && Some(seat.role) == lead;
    let ids = &facts.ids;
    for (place, other) in seats::meetings(bodies().map(|body| body.iter().filter(is_lead))) {
        let note = || {
            Note::new("the project has another lead partner")
                .help("let one be the lead partner and the others partners, or say when each led")
                .related(format_args!("{other}/role"), "the other lead partner")
        };
        sink.found(&SEVERAL_LEADS, Some(ids.own(place)), "/role", note);
    }
    // Of records with one id, the first counts.
    let counted = facts.counts.counted.iter().filter_map(|&Counted { of, count }| {
        let handle = ids.handle(of)?;
        (ids.place(handle) == Some(of)).then_some((handle, of, count))
    });
    let mut counted: Vec<(Handle, Place, u32)> = counted.collect();
    counted.sort_unstable();
    let is_counted = |seat: &&Seat| match seat.place.kind {
        Kind::Participation => Some(seat.role) == partner || Some(seat.role) == lead,
        // Who has left is no longer counted, and who only looks on or serves never was.
        _ => seat.span.end.is_none() && !beside.contains(&Some(seat.role)),
    };
    for body in bodies() {
        let Some(body_id) = body.first().map(|seat| seat.of) else { continue };
        let Ok(found) = counted.binary_search_by_key(&body_id, |(id, ..)| *id) else { continue };
        let Some(&(_, of, count)) = counted.get(found) else { continue };
        let mut last = None;
        let parties = body.iter().filter(is_counted).map(|seat| seat.party);
        let listed = parties.filter(|&party| last.replace(party) != Some(party)).count();
        let listed = u32::try_from(listed).unwrap_or(u32::MAX);
        if listed <= count {
            continue;
        }
        let (rule, what, help) = match of.kind {
            Kind::Project => {
                (&MORE_PARTNERS, "partner", "correct the number, or the roles of those who are no partners")
            }
            _ => (&MORE_MEMBERS, "member", "correct the number"),
        };
        let note = || {
            Note::new(format!("{listed} {what}s are listed, but the number that is stated is {count}"))
                .help(help)
        };
        sink.found(rule, Some(ids.own(of)), format_args!("/{what}_count"), note);
    }
}
