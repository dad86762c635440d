use super::{CurrencyCode, Decimal};
use crate::invariant::Invariant as _;
use crate::reflect::ValueError;
use cooperation_derive::{DebugAsDisplay, Object};
use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

/// An exact amount of money in one currency.
///
/// # Examples
///
/// ```
/// use cooperation::Money;
///
/// let budget = Money::parse("1913897.00", "EUR")?;
/// assert_eq!(budget.to_string(), "1913897.00 EUR");
/// assert!(Money::parse("1,913,897", "EUR").is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(visit = money)]
#[non_exhaustive]
pub struct Money {
    /// Amount as a decimal number without thousands separators, such as 1913897.00.
    pub amount: Decimal,
    /// Currency as three capital letters (ISO 4217), such as NOK or EUR.
    pub currency: CurrencyCode,
}

impl Money {
    /// Creates an amount from a decimal number and a currency code.
    ///
    /// # Errors
    /// Returns an error if the amount is not a decimal number or the currency is not a currency code.
    pub fn parse(amount: &str, currency: &str) -> Result<Self, ValueError> {
        Ok(Self { amount: amount.parse()?, currency: currency.parse()? })
    }

    /// Returns the sum of two amounts; `None` if the currencies differ or the sum cannot be represented exactly.
    ///
    /// ```
    /// use cooperation::{CurrencyCode, Money};
    ///
    /// let (grant, own) = (Money::new(780_000.into(), CurrencyCode::EUR), Money::parse("137647.50", "EUR")?);
    /// assert_eq!(grant.checked_add(&own).map(|sum| sum.to_string()).as_deref(), Some("917647.50 EUR"));
    /// assert_eq!(grant.checked_add(&Money::new(1.into(), CurrencyCode::NOK)), None);
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    #[must_use]
    pub fn checked_add(&self, other: &Self) -> Option<Self> {
        self.combined(other.currency, other.amount.value())
    }

    /// Returns the difference of two amounts; `None` if the currencies differ or the difference cannot be represented
    /// exactly.
    #[must_use]
    pub fn checked_sub(&self, other: &Self) -> Option<Self> {
        let mut value = other.amount.value();
        value.set_sign_negative(value.is_sign_positive() && !value.is_zero());
        self.combined(other.currency, value)
    }

    /// Compares two amounts by value; `None` if the currencies differ.
    ///
    /// `==` compares what is written: 100 and 100.00 are different records of one value.
    ///
    /// ```
    /// use cooperation::Money;
    /// use std::cmp::Ordering;
    ///
    /// let (round, exact): (Money, Money) = ("100 EUR".parse()?, "100.00 EUR".parse()?);
    /// assert_eq!(round.compare(&exact), Some(Ordering::Equal));
    /// assert_ne!(round, exact);
    /// assert_eq!(round.compare(&"100 NOK".parse()?), None);
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.amount.value().cmp(&other.amount.value()))
    }

    fn combined(&self, currency: CurrencyCode, value: rust_decimal::Decimal) -> Option<Self> {
        let sum = exact_sum(self.amount.value(), value)?;
        let amount = sum.try_into().ok()?;
        (currency == self.currency).then_some(Self { amount, currency })
    }
}

/// An amount and a currency with a space between them, as `Display` writes them: `1913897.00 EUR`.
///
/// ```
/// use cooperation::Money;
///
/// let grant: Money = "1913897.00 EUR".parse()?;
/// assert_eq!(grant, Money::parse("1913897.00", "EUR")?);
/// assert!("EUR 1913897.00".parse::<Money>().is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
impl FromStr for Money {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let (amount, currency) = text.split_once(' ').ok_or_else(|| {
            ValueError::new(
                "amount of money",
                text,
                "expected an amount and a currency, such as 1913897.00 EUR",
            )
        })?;
        Self::parse(amount, currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.amount, self.currency))
    }
}

/// Sums of money, one for each currency. Amounts of different currencies are never added up.
///
/// ```
/// use cooperation::{Money, values::Totals};
///
/// let mut totals = Totals::default();
/// totals.add(&Money::parse("0.10", "EUR")?)?;
/// totals.add(&Money::parse("0.20", "EUR")?)?;
/// totals.add(&Money::parse("500", "NOK")?)?;
/// assert_eq!(totals.to_string(), "0.30 EUR, 500 NOK");
/// assert_eq!(totals.get("NOK".parse()?), Some(cooperation::rust_decimal::Decimal::from(500)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Totals {
    /// In the order of the currencies, of which there are few.
    sums: Vec<(CurrencyCode, rust_decimal::Decimal)>,
}

/// The error for a sum of money that cannot be represented exactly.
#[derive(Clone, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("the sum in {currency} has more digits than can be kept exactly")]
pub struct SumOverflow {
    currency: CurrencyCode,
}

impl SumOverflow {
    /// Returns the currency of the sum.
    #[must_use]
    pub const fn currency(&self) -> CurrencyCode {
        self.currency
    }
}

impl Totals {
    /// Adds an amount to the sum of its currency.
    ///
    /// # Errors
    /// Returns an error if the sum cannot be represented exactly. The totals are unchanged.
    pub fn add(&mut self, money: &Money) -> Result<(), SumOverflow> {
        self.add_value(money.currency, money.amount.value())
    }

    /// Adds other totals, currency by currency.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly. The totals are unchanged.
    pub fn add_all(&mut self, other: &Self) -> Result<(), SumOverflow> {
        let mut all = self.clone();
        other.sums.iter().try_for_each(|&(currency, sum)| all.add_value(currency, sum))?;
        *self = all;
        Ok(())
    }

    fn add_value(&mut self, currency: CurrencyCode, new: rust_decimal::Decimal) -> Result<(), SumOverflow> {
        let old = self.get(currency).unwrap_or_default();
        let sum = exact_sum(old, new).ok_or(SumOverflow { currency })?;
        match self.place(currency) {
            Ok(place) => self.sums.get_mut(place).invariant("the sum was found there").1 = sum,
            Err(place) => self.sums.insert(place, (currency, sum)),
        }
        Ok(())
    }

    /// Where the sum of a currency is, or would come.
    fn place(&self, currency: CurrencyCode) -> Result<usize, usize> {
        self.sums.binary_search_by_key(&currency, |&(currency, _)| currency)
    }

    /// Returns the sum of a currency, if an amount in it was added.
    #[must_use]
    pub fn get(&self, currency: CurrencyCode) -> Option<rust_decimal::Decimal> {
        let place = self.place(currency).ok()?;
        self.sums.get(place).map(|&(_, sum)| sum)
    }

    /// Returns the sum of a currency as money, if an amount in it was added and the sum has at most 28 characters, as
    /// every [`Decimal`] has.
    ///
    /// ```
    /// use cooperation::{CurrencyCode, Money, values::Totals};
    ///
    /// let mut totals = Totals::default();
    /// totals.add(&"0.10 EUR".parse()?)?;
    /// totals.add(&"0.20 EUR".parse()?)?;
    /// assert_eq!(totals.money(CurrencyCode::EUR), Some("0.30 EUR".parse::<Money>()?));
    /// assert_eq!(totals.money(CurrencyCode::NOK), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn money(&self, currency: CurrencyCode) -> Option<Money> {
        Some(Money { amount: self.get(currency)?.try_into().ok()?, currency })
    }

    /// Returns the currencies and sums, in the order of the currency codes.
    pub fn iter(&self) -> impl Iterator<Item = (CurrencyCode, rust_decimal::Decimal)> {
        self.sums.iter().copied()
    }

    /// Returns whether there are no sums.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sums.is_empty()
    }
}

/// The sum of two numbers; `None` where it cannot be kept exactly.
fn exact_sum(old: rust_decimal::Decimal, new: rust_decimal::Decimal) -> Option<rust_decimal::Decimal> {
    let mut sum = old.checked_add(new)?;
    // An addition that had to drop decimals succeeds in the number type; here it must not. One of zero keeps fewer.
    let scale = old.scale().max(new.scale());
    if old.is_zero() || new.is_zero() {
        sum.rescale(scale);
    } else if sum.scale() != scale && !sum.is_zero() {
        return None;
    }
    Some(sum)
}

/// The totals of amounts: `let totals: Result<Totals, SumOverflow> = amounts.iter().sum();`
impl<'m> Sum<&'m Money> for Result<Totals, SumOverflow> {
    fn sum<I: Iterator<Item = &'m Money>>(mut amounts: I) -> Self {
        let mut totals = Totals::default();
        amounts.try_for_each(|money| totals.add(money)).map(|()| totals)
    }
}

/// The totals of totals, such as those of several [`MoneySum`](crate::index::MoneySum)s.
impl<'t> Sum<&'t Totals> for Result<Totals, SumOverflow> {
    fn sum<I: Iterator<Item = &'t Totals>>(mut all: I) -> Self {
        let mut totals = Totals::default();
        all.try_for_each(|one| totals.add_all(one)).map(|()| totals)
    }
}

/// As a list of amounts: `[{"amount": "0.30", "currency": "EUR"}]`.
impl serde::Serialize for Totals {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Amount {
            amount: String,
            currency: CurrencyCode,
        }
        serializer
            .collect_seq(self.iter().map(|(currency, sum)| Amount { amount: sum.to_string(), currency }))
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (currency, sum)) in self.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}{sum} {currency}")?;
        }
        Ok(())
    }
}
