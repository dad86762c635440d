use super::{Party, ProjectId, Subject};
use crate::values::{List, Money, ParticipationRole, Period};

record! {
    /// That a party takes part in a project, and as what.
    ///
    /// Being a partner is stated here, one record for each partner. It can be the subject of goals of its own: what one
    /// partner aims at in its part of the project.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Money, OrganizationId, Participation, ParticipationId, ParticipationRole, ProjectId};
    ///
    /// let (trust, blue) = (OrganizationId::new("trust")?, ProjectId::new("blue")?);
    /// let mut part = Participation::new(ParticipationId::new("trust-in-blue")?, trust, blue);
    /// part.role = Some(ParticipationRole::LeadPartner);
    /// part.budget = Some(Money::parse("412500.50", "EUR")?);
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    pub struct Participation "participation" ParticipationId {
        required {
            /// Who takes part.
            party: Party,
            /// In which project.
            project: ProjectId,
        }
        optional {
            /// As what.
            role: Option<ParticipationRole>,
            /// Through whom the party came to take part.
            via: Option<Party>,
            /// What its part is about, such as the policy instrument that it improves.
            about: List<Subject>,
            /// When it took part.
            period: Option<Period>,
            /// Its part of the budget.
            budget: Option<Money>,
        }
    }
}
