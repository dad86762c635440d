use super::Identifier;
use crate::values::{Decimal, IndicatorMeasure, List, PartialDate, Period, Text};
use cooperation_derive::Object;

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
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct Indicator {
    /// What is measured.
    pub title: Text,
    /// What it is measured in: units, per cent, categories or words.
    pub measure: Option<IndicatorMeasure>,
    /// The unit, such as enterprises or euro.
    pub unit: Option<Text>,
    /// Whether more is better. False where less is better.
    pub ascending: Option<bool>,
    /// The value before.
    pub baseline: Option<IndicatorValue>,
    /// The values that are aimed at. Several for one period are possible.
    pub targets: List<IndicatorValue>,
    /// The values that were reached.
    pub actuals: List<IndicatorValue>,
    /// Its identifiers in schemes that others keep.
    pub identifiers: List<Identifier>,
}

/// A value of an indicator: before, aimed at or reached.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct IndicatorValue {
    /// The value as a number.
    pub value: Option<Decimal>,
    /// The value in words, where it is no number: 'below 4 per cent'.
    pub text: Option<Text>,
    /// The period for which it holds.
    pub period: Option<Period>,
    /// The date at which it holds.
    pub date: Option<PartialDate>,
    /// What needs to be said of it.
    pub comment: Option<Text>,
}
