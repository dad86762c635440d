use super::Party;
use crate::values::{MembershipRole, Period};

record! {
    /// That a party is a member of a network or an organization (Popolo: Membership).
    pub struct Membership "membership" MembershipId {
        required {
            /// Who is a member.
            member: Party,
            /// Of what: a network or an organization.
            body: Party,
        }
        optional {
            /// What the member is in it.
            role: Option<MembershipRole>,
            /// Through whom it is a member.
            via: Option<Party>,
            /// Since and until when.
            period: Option<Period>,
        }
    }
}
