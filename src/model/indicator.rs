use super::Identifier;
use crate::values::{Decimal, IndicatorMeasure, List, PartialDate, Period, Text};

object! {
    /// How one sees whether a goal is reached (IATI: indicator of a result).
    ///
    /// # Examples
    ///
    /// From 150 loans to 1,200, of which 640 were reached by June 2024:
    ///
    /// ```
    /// use cooperation::{Indicator, IndicatorMeasure, IndicatorValue, Text};
    ///
    /// let value = |number: u32, date: &str| -> Result<IndicatorValue, cooperation::ValueError> {
    ///     let mut value = IndicatorValue::default();
    ///     value.value = Some(number.into());
    ///     value.date = Some(date.parse()?);
    ///     Ok(value)
    /// };
    /// let mut loans = Indicator::new(Text::new("en", "first loans")?);
    /// loans.measure = Some(IndicatorMeasure::Unit);
    /// loans.ascending = Some(true);
    /// loans.baseline = Some(value(150, "2022")?);
    /// loans.targets.push(value(1200, "2025-08-31")?);
    /// loans.actuals.push(value(640, "2024-06")?);
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
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
            /// The value in words, where it is no number: 'below 4 per cent'.
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
