//! Numbers and amounts of money.

use super::Words;
use cooperation::rust_decimal::Decimal as Exact;
use cooperation::{Money, values::Totals};
use std::fmt::Display;

/// A space at which no line breaks, between the thousands of Norwegian numbers.
const FIXED_SPACE: char = '\u{a0}';

impl Words {
    /// A whole number: `1,200`, in Norwegian `1 200`.
    #[must_use]
    pub fn number(self, number: usize) -> String {
        if self.raw { number.to_string() } else { self.grouped(&number.to_string()) }
    }

    /// A decimal number as it is written: `0.50`, in Norwegian `0,50`.
    #[must_use]
    pub fn decimal(self, number: impl Display) -> String {
        let number = number.to_string();
        if self.raw {
            return number;
        }
        let (minus, digits) = number.strip_prefix('-').map_or(("", &*number), |digits| ("\u{2212}", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let point = if self.norwegian { ',' } else { '.' };
        let fraction = if fraction.is_empty() { String::new() } else { format!("{point}{fraction}") };
        format!("{minus}{}{fraction}", self.grouped(whole))
    }

    /// An amount of money: `780,000 EUR`, in Norwegian `780 000 EUR`. Cents are written where there are any.
    #[must_use]
    pub fn money(self, money: &Money) -> String {
        self.amount(&money.amount.to_string(), money.currency.as_str())
    }

    /// Sums, one for each currency.
    #[must_use]
    pub fn totals(self, totals: &Totals) -> String {
        let sums: Vec<String> =
            totals.iter().map(|(currency, sum)| self.sum(sum, currency.as_str())).collect();
        sums.join(" + ")
    }

    /// A sum of money in a currency.
    #[must_use]
    pub fn sum(self, sum: Exact, currency: &str) -> String {
        self.amount(&sum.to_string(), currency)
    }

    fn amount(self, amount: &str, currency: &str) -> String {
        if self.raw {
            return format!("{amount} {currency}");
        }
        let amount = match amount.split_once('.') {
            Some((whole, cents)) if cents.bytes().all(|digit| digit == b'0') => whole,
            _ => amount,
        };
        format!("{} {currency}", self.decimal(amount))
    }

    /// Digits in groups of three.
    fn grouped(self, digits: &str) -> String {
        let between = if self.norwegian { FIXED_SPACE } else { ',' };
        let mut grouped = String::with_capacity(digits.len().saturating_mul(2));
        for (place, digit) in digits.chars().enumerate() {
            let left = digits.len().saturating_sub(place);
            if place > 0 && left.is_multiple_of(3) {
                grouped.push(between);
            }
            grouped.push(digit);
        }
        grouped
    }
}
