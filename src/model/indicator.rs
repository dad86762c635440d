use super::Identifier;
use crate::values::{Decimal, IndicatorMeasure, List, PartialDate, Period, Text};

object! {
    /// How one sees whether a goal is reached (IATI: indicator of a result).
    pub struct Indicator {
        required {
            /// What is measured.
            title: Text,
        }
        optional {
            /// What it is measured in: units, per cent, categories or words.
            measure: Option<IndicatorMeasure>,
            /// The unit, such as enterprises or euro.
            unit: Option<Text>,
            /// Whether more is better. False where less is better.
            ascending: Option<bool>,
            /// The value before.
            baseline: Option<IndicatorValue>,
            /// The values that are aimed at. Several for one period are possible.
            targets: List<IndicatorValue>,
            /// The values that were reached.
            actuals: List<IndicatorValue>,
            /// Its identifiers in schemes that others keep.
            identifiers: List<Identifier>,
        }
    }
}

object! {
    /// A value of an indicator: before, aimed at or reached.
    pub struct IndicatorValue {
        required {}
        optional {
            /// The value as a number.
            value: Option<Decimal>,
            /// The value in words, where it is none.
            text: Option<Text>,
            /// The period for which it holds.
            period: Option<Period>,
            /// The date at which it holds.
            date: Option<PartialDate>,
            /// What needs to be said of it.
            comment: Option<Text>,
        }
    }
}
