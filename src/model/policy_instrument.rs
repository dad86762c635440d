use super::{Party, PlaceId};
use crate::values::{InstrumentKind, List, Period, Sharing, Status};

record! {
    /// A policy instrument: a strategy, an action plan, a law, a funding scheme by which an authority pursues a policy
    /// (Interreg: policy instrument, action plan).
    ///
    /// The projects that work on it name it in their `about`, or one partner's participation does.
    pub struct PolicyInstrument "policy instrument" PolicyInstrumentId named {
        optional {
            /// What kinds of instrument it is. More than one where a source calls it by several words.
            kinds: List<InstrumentKind>,
            /// How far it has come.
            status: Option<Status>,
            /// Who developed it, or develops it.
            developed_by: List<Party>,
            /// The instruments that it supports, as an action plan supports a strategy.
            supports: List<PolicyInstrumentId>,
            /// Who answers for it, and how.
            responsibility: Option<Responsibility>,
            /// Where it applies.
            places: List<PlaceId>,
            /// When it applies.
            period: Option<Period>,
        }
    }
}

object! {
    /// Who answers for something, alone or together.
    pub struct Responsibility {
        required {}
        optional {
            /// Whether it is shared.
            sharing: Option<Sharing>,
            /// Who bears it.
            parties: List<Party>,
        }
    }
}
