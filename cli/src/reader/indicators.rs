//! Indicators in words: targets, and how far they are reached.

use super::Reader;
use cooperation::model::{Indicator, IndicatorValue};
use cooperation::rust_decimal::Decimal as Exact;

impl Reader<'_> {
    /// An indicator with its values: `first loans: baseline 150 (2022); target 1,200 (31 August 2025); actual 640 (June
    /// 2024), 53 per cent of the target`.
    pub(crate) fn indicator(&self, indicator: &Indicator) -> String {
        let unit = indicator.unit.as_ref().map(|unit| format!(" ({})", self.text(unit))).unwrap_or_default();
        let values = |name: &str, values: &[IndicatorValue]| {
            let all: Vec<String> = values.iter().map(|one| self.indicator_value(one)).collect();
            (!all.is_empty()).then(|| format!("{} {}", self.words.label(name), all.join(", ")))
        };
        let all = [
            values("baseline", &indicator.baselines),
            values("target", &indicator.targets),
            values("actual", &indicator.actuals),
        ];
        let all: Vec<String> = all.into_iter().flatten().collect();
        let all = if all.is_empty() { String::new() } else { format!(": {}", all.join("; ")) };
        let reached = reached(indicator)
            .map(|share| self.words.fill(", {} per cent of the target", &[&share.to_string()]));
        format!("{}{unit}{all}{}", self.text(&indicator.title), reached.unwrap_or_default())
    }

    /// A value with what it is limited to: `640 (June 2024)`.
    pub(crate) fn indicator_value(&self, value: &IndicatorValue) -> String {
        let number = value.value.map(|number| self.words.decimal(number));
        let text = value.text.as_ref().map(|text| self.text(text).to_owned());
        let said: Vec<String> = number.into_iter().chain(text).collect();
        let date = value.date.map(|date| self.words.date(date));
        let when = date.or_else(|| value.period.as_ref().map(|period| self.words.dates(period)));
        let dimensions = value.dimensions.iter().map(|one| format!("{} {}", one.name, one.value));
        let place = value.place.as_ref().map(|place| self.place(place).to_owned());
        let limits: Vec<String> = when.into_iter().chain(dimensions).chain(place).collect();
        let limits = if limits.is_empty() { String::new() } else { format!(" ({})", limits.join(", ")) };
        format!("{}{limits}", said.join(", "))
    }
}

/// How many per cent of the target are reached. Known where there is one target and one actual value, neither broken down,
/// both numbers, and more is better.
pub(crate) fn reached(indicator: &Indicator) -> Option<u32> {
    let [target, actual] = [&indicator.targets, &indicator.actuals].map(|values| match values.get(..) {
        Some([one]) if one.dimensions.is_empty() && one.place.is_none() => one.value,
        _ => None,
    });
    let [target, actual] = [target?.value(), actual?.value()];
    if indicator.ascending == Some(false) || target <= Exact::ZERO || actual < Exact::ZERO {
        return None;
    }
    actual.checked_mul(Exact::ONE_HUNDRED)?.checked_div(target)?.floor().try_into().ok()
}
