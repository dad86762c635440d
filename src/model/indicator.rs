use super::{Identifier, PlaceId};
use crate::values::{Decimal, IndicatorMeasure, Label, List, PartialDate, Period, Text};
use cooperation_derive::Object;

/// An indicator that measures progress towards a goal (IATI: indicator of a result).
///
/// # Examples
///
/// From 150 loans to 1,200, of which 640 were reached by June 2024:
///
/// ```
/// use cooperation::{Text, codes::IndicatorMeasure, model::{Indicator, IndicatorValue}};
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
/// loans.baselines.push(value(150, "2022")?);
/// loans.targets.push(value(1200, "2025-08-31")?);
/// loans.actuals.push(value(640, "2024-06")?);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Indicator {
    /// Quantity that is measured, such as first loans.
    pub title: Text,
    /// Type of the values: units, per cent, categories or words.
    pub measure: Option<IndicatorMeasure>,
    /// Unit of the values, such as enterprises or euros.
    pub unit: Option<Text>,
    /// Whether higher values are better. False where lower values are better.
    pub ascending: Option<bool>,
    /// Method by which the values are measured, in full sentences.
    pub description: Option<Text>,
    /// Values before the work began, one for each dimension or place.
    pub baselines: List<IndicatorValue>,
    /// Values that are aimed at. Several targets for one period are allowed.
    pub targets: List<IndicatorValue>,
    /// Values that were reached, by period or date.
    pub actuals: List<IndicatorValue>,
    /// Identifiers of the indicator in registers and other schemes.
    pub identifiers: List<Identifier>,
}

impl Indicator {
    /// Returns the places that its values are limited to.
    pub(crate) fn places(&self) -> impl Iterator<Item = &PlaceId> {
        let values = self.baselines.iter().chain(&self.targets).chain(&self.actuals);
        values.filter_map(|value| value.place.as_ref())
    }
}

/// One value of an indicator: a baseline, a target or an actual value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct IndicatorValue {
    /// Value as a decimal number, such as 1200 or 6.5.
    pub value: Option<Decimal>,
    /// Value in words, if it is not a number, such as "below 4 per cent".
    pub text: Option<Text>,
    /// Period that the value covers.
    pub period: Option<Period>,
    /// Date at which the value holds.
    pub date: Option<PartialDate>,
    /// Breakdown that the value is limited to, such as sex: female (IATI: dimension).
    pub dimensions: List<Dimension>,
    /// Place that the value is limited to.
    pub place: Option<PlaceId>,
    /// Comment on the value, such as how it was measured.
    pub comment: Option<Text>,
}

/// One dimension by which a value is broken down, such as sex or age (IATI: dimension).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Dimension {
    /// Name of the dimension, such as sex.
    pub name: Label,
    /// Value of the dimension, such as female.
    pub value: Label,
}
