use crate::dataset::RecordRef;
use crate::model::{Count, Party};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{BlockVec, 
    IdRef, Ids, Interned, Involvement, Memory, Observed, Overlaps, RecordAt, RecordPlace,
};
use crate::order::put_in_order;
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::values::{RecordKind, MembershipRole, ParticipationRole};
use cooperation_derive::{Fact, Facts};
use chrono::NaiveDate;

family! { "counts"
    MORE_PARTNERS "more-partners-than-counted" Warning {
        what: "More partners are listed for the same time than `partner_count` states. A partner that left is not counted together with its successor.",
        why: "A partner is listed twice, a party is listed as a partner by mistake, or the number is out of date.",
        origin: "Interreg: partnership",
        breaks: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}, "partner_count": 1}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "partner"}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}, "partner_count": 2}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "partner"}]"#,
    }
    SEVERAL_LEADS "several-lead-partners" Warning {
        what: "A project has more than one lead partner at a time.",
        why: "A partnership has one lead partner. A project without a lead partner is not reported.",
        origin: "Interreg: lead partner principle",
        breaks: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "lead partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "lead partner"}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "a"}, "project": "p", "role": "lead partner"}, {"id": "y", "party": {"group": "b"}, "project": "p", "role": "partner"}]"#,
    }
    MORE_MEMBERS "more-members-than-counted" Warning {
        what: "More members are listed than `member_count` states. Former members and roles other than member, associate member and chapter are not counted.",
        why: "A member is listed twice, or the number is out of date.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "networks": [{"id": "n", "name": {"en": "N"}, "member_count": 1}], "memberships": [{"id": "x", "member": {"group": "a"}, "body": {"network": "n"}}, {"id": "y", "member": {"group": "b"}, "body": {"network": "n"}}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}], "networks": [{"id": "n", "name": {"en": "N"}, "member_count": 2}], "memberships": [{"id": "x", "member": {"group": "a"}, "body": {"network": "n"}}, {"id": "y", "member": {"group": "b"}, "body": {"network": "n"}}]"#,
    }
    COOPERATION_OF_ONE "cooperation-of-one" Warning {
        what: "The cooperation has only one party, which is not a group.",
        why: "Cooperation takes two: another party is missing, or the record should be an activity.",
        origin: FORMAT,
        breaks: r#""organizations": [{"id": "a", "name": {"en": "A"}}], "cooperations": [{"id": "c", "parties": [{"organization": "a"}]}]"#,
        keeps: r#""organizations": [{"id": "a", "name": {"en": "A"}}], "groups": [{"id": "g", "name": {"en": "various partners"}}], "cooperations": [{"id": "c", "parties": [{"organization": "a"}, {"group": "g"}]}]"#,
    }
    EMPTY_COUNT "count-without-value" Error {
        what: "An entry in `counts` has neither a number nor words.",
        why: "The entry says what is counted, but not how many there are.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "counts": [{"what": {"en": "countries"}}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "counts": [{"what": {"en": "countries"}, "number": 8}]}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    counted: BlockVec<Counted>,
}

/// Stated number of parties of a project or network.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Counted {
    #[moves]
    pub of: RecordPlace,
    pub count: u32,
}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        let count = match observed.record {
            RecordRef::Cooperation(cooperation) => {
                check_parties(observed.at, &cooperation.parties, context.reporter);
                return;
            }
            RecordRef::Organization(organization) => organization.member_count,
            RecordRef::Network(network) => network.member_count,
            RecordRef::Project(project) => {
                check_counts(observed.at, &project.counts, context.reporter);
                project.partner_count
            }
            _ => return,
        };
        if let Some(count) = count {
            self.counted.push(Counted { of: observed.at.place, count });
        }
    }

    fn finish_involvements(&mut self, all: &[Involvement], memory: &Memory, reporter: &mut Reporter<'_>) {
        let ids = &memory.ids;
        let roles = Roles::new(memory);
        let counted = self.by_id(ids);
        let mut leads = Overlaps::new();
        for body in all.chunk_by(|one, other| one.of == other.of) {
            leads.look_at(body, |one| roles.is_lead(one));
            let Some(of) = body.first().map(|one| one.of) else { continue };
            let Ok(found) = counted.binary_search_by_key(&of, |(id, ..)| *id) else { continue };
            let Some(&(_, of, count)) = counted.get(found) else { continue };
            // Most projects name no more partners than they have in all, whenever that was.
            if roles.parties(body) > count {
                let listed = roles.at_one_time(body);
                if listed > count {
                    report_more(of, listed, count, ids, reporter);
                }
            }
        }
        for (place, other) in leads.possible() {
            reporter.found(&SEVERAL_LEADS, Some(ids.at(place)), &"/role", &|| {
                Note::new("the project has another lead partner")
                    .with_help("keep one lead partner and make the others partners, or add the period in which each one led")
                    .with_related(format_args!("{other}/role"), "the other lead partner")
            });
        }
    }
}

impl Facts {
    /// What is counted by its id, in the order of the ids. Of records with one id, the first counts.
    fn by_id(&self, ids: &Ids) -> Vec<(IdRef, RecordPlace, u32)> {
        let mut counted = Vec::with_capacity(self.counted.len());
        for &Counted { of, count } in self.counted.iter() {
            if let Some(id) = ids.id_of(of).filter(|&id| ids.place(id) == Some(of)) {
                counted.push((id, of, count));
            }
        }
        put_in_order(&mut counted, &Ord::cmp);
        counted
    }
}

fn check_parties(at: RecordAt<'_>, parties: &[Party], reporter: &mut Reporter<'_>) {
    // A group is of several.
    if let [Party::Organization(_) | Party::Network(_)] = parties {
        reporter.found(&COOPERATION_OF_ONE, Some(at), &"/parties", &|| {
            Note::new("the cooperation has only one party")
                .with_help("add the other parties, as a group if the source does not name them")
        });
    }
}

fn check_counts(at: RecordAt<'_>, counts: &[Count], reporter: &mut Reporter<'_>) {
    for (place, count) in counts.iter().enumerate() {
        if count.number.is_none() && count.words.is_none() {
            reporter.found(&EMPTY_COUNT, Some(at), &format_args!("/counts/{place}"), &|| {
                Note::new("the count has neither a number nor words").with_help("add `number` or `words`")
            });
        }
    }
}

/// The roles that matter for counting. Without a number where no record has the role.
struct Roles {
    lead: Option<Interned>,
    partner: Option<Interned>,
    member: [Option<Interned>; 4],
}

impl Roles {
    fn new(memory: &Memory) -> Self {
        let find = |role: &str| memory.words.find_interned(role);
        Self {
            lead: find(ParticipationRole::LeadPartner.as_str()),
            partner: find(ParticipationRole::Partner.as_str()),
            member: [
                find(""),
                find(MembershipRole::Member.as_str()),
                find(MembershipRole::AssociateMember.as_str()),
                find(MembershipRole::Chapter.as_str()),
            ],
        }
    }

    fn is_lead(&self, one: &Involvement) -> bool {
        one.place.kind == RecordKind::Participation && Some(one.role) == self.lead
    }

    fn is_counted(&self, one: &Involvement) -> bool {
        match one.place.kind {
            // A partner that has left, on a day that is not stated, is no partner of the others.
            RecordKind::Participation => {
                !one.has_left && (Some(one.role) == self.partner || Some(one.role) == self.lead)
            }
            // Former members are no longer counted. Other roles, such as chair or observer, do not imply membership.
            _ => one.span.end.is_none() && self.member.contains(&Some(one.role)),
        }
    }

    /// How many parties there certainly were at one time.
    fn at_one_time(&self, body: &[Involvement]) -> u32 {
        let counted = body.iter().filter(|one| self.is_counted(one));
        most_on_a_day(
            counted.filter_map(|one| one.span.certain_days().map(|(start, end)| (one.party, start, end))).collect(),
        )
    }

    /// How many parties there are. The involvements of one party follow one another.
    fn parties(&self, body: &[Involvement]) -> u32 {
        let (mut last, mut listed) = (None, 0_u32);
        for one in body {
            if self.is_counted(one) && last.replace(one.party) != Some(one.party) {
                listed = listed.saturating_add(1);
            }
        }
        listed
    }
}

/// The most parties that were certainly involved on one day. One without dates is taken to be involved on every day.
fn most_on_a_day(mut days: Vec<(IdRef, NaiveDate, NaiveDate)>) -> u32 {
    put_in_order(&mut days, &Ord::cmp);
    // The days of one party are brought together where they touch: a party counts once.
    let mut changes: Vec<(NaiveDate, bool)> = Vec::with_capacity(days.len().saturating_mul(2));
    for of_one in days.chunk_by(|(one, ..), (other, ..)| one == other) {
        let mut open: Option<(NaiveDate, NaiveDate)> = None;
        for &(_, start, end) in of_one {
            open = match open {
                Some((first, last)) if start <= last => Some((first, last.max(end))),
                Some((first, last)) => {
                    changes.extend([(first, false), (last, true)]);
                    Some((start, end))
                }
                None => Some((start, end)),
            };
        }
        changes.extend(open.into_iter().flat_map(|(first, last)| [(first, false), (last, true)]));
    }
    // On one day those who begin come before those who end: a last day is a day on which they were there.
    put_in_order(&mut changes, &Ord::cmp);
    let (mut now, mut most) = (0_u32, 0_u32);
    for (_, ends) in changes {
        now = if ends { now.saturating_sub(1) } else { now.saturating_add(1) };
        most = most.max(now);
    }
    most
}

fn report_more(of: RecordPlace, listed: u32, count: u32, ids: &Ids, reporter: &mut Reporter<'_>) {
    let (rule, what, help) = match of.kind {
        RecordKind::Project => {
            (&MORE_PARTNERS, "partner", "correct the number, or the roles of parties that are not partners")
        }
        _ => (&MORE_MEMBERS, "member", "correct the number, or remove members that are listed twice"),
    };
    reporter.found(rule, Some(ids.at(of)), &format_args!("/{what}_count"), &|| {
        Note::new(format!("{listed} {what}{} listed, but the stated number is {count}", if listed == 1 { " is" } else { "s are" })).with_help(help)
    });
}
