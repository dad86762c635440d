use crate::model::{Funding, Party};

/// A member of a transaction that names a party by the id of an organization.
#[derive(Debug)]
pub(super) struct PartyMember {
    pub foreign: &'static str,
    pub get: fn(&Funding) -> &Option<Party>,
    pub set: fn(&mut Funding, Option<Party>),
}

pub(super) const PARTY_MEMBERS: [PartyMember; 2] = [
    PartyMember {
        foreign: "provider",
        get: |funding| &funding.funder,
        set: |funding, party| funding.funder = party,
    },
    PartyMember {
        foreign: "recipient",
        get: |funding| &funding.recipient,
        set: |funding, party| funding.recipient = party,
    },
];
