//! The families of rules, a file each.

use super::catalogue::RuleInfo;
use super::family::{Context, Family};
use super::memory::{Involvement, Memory, Observed, RecordAt, Shift};
use super::reporter::Reporter;
use crate::dataset::Header;
use crate::reflect::Path;
use crate::values::{Leaf, Money, Period};

macro_rules! families {
    ($($family:ident,)*) => {
        $(mod $family;)*

        /// The families, in the order in which they are shown.
        const RULES: &[&[&RuleInfo]] = &[$(<$family::Facts as Family>::RULES),*];

        /// What the families keep of a set of records.
        #[derive(Default, Hash, serde::Serialize, serde::Deserialize)]
        pub(super) struct Families {
            $($family: $family::Facts,)*
        }

        /// Each shows the families, one after the other, what [`Family`] says.
        impl Families {
            pub(super) fn value(
                &mut self,
                record: Option<RecordAt<'_>>,
                at: &Path<'_>,
                value: Leaf<'_>,
                context: &mut Context<'_, '_>,
            ) {
                $(self.$family.value(record, at, value, context);)*
            }

            pub(super) fn period(
                &mut self,
                record: RecordAt<'_>,
                at: &Path<'_>,
                period: &Period,
                context: &mut Context<'_, '_>,
            ) {
                $(self.$family.period(record, at, period, context);)*
            }

            pub(super) fn money(
                &mut self,
                record: RecordAt<'_>,
                at: &Path<'_>,
                money: &Money,
                context: &mut Context<'_, '_>,
            ) {
                $(self.$family.money(record, at, money, context);)*
            }

            pub(super) fn empty(&mut self, record: RecordAt<'_>, at: &Path<'_>, context: &mut Context<'_, '_>) {
                $(self.$family.empty(record, at, context);)*
            }

            pub(super) fn header(&mut self, header: &Header, context: &mut Context<'_, '_>) {
                $(self.$family.header(header, context);)*
            }

            pub(super) fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
                $(self.$family.record(observed, context);)*
            }

            pub(super) fn absorb(&mut self, later: Self, by: &Shift) {
                $(self.$family.absorb(later.$family, by);)*
            }

            pub(super) fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
                $(self.$family.finish(memory, reporter);)*
            }

            pub(super) fn finish_involvements(
                &mut self,
                all: &[Involvement],
                memory: &Memory,
                reporter: &mut Reporter<'_>,
            ) {
                $(self.$family.finish_involvements(all, memory, reporter);)*
            }
        }
    };
}

families! {
    identity,
    references,
    hierarchy,
    time,
    counts,
    money,
    goals,
    codes,
    text,
    provenance,
    similarity,
}

/// Every rule of the catalogue, family by family.
///
/// ```
/// let names: Vec<&str> = cooperation::rules::catalogue().map(|rule| rule.name).collect();
/// assert!(names.contains(&"unknown-reference"));
/// ```
pub fn catalogue() -> impl Iterator<Item = &'static RuleInfo> {
    RULES.iter().copied().flatten().copied()
}

/// The rule of this name.
pub(super) fn rule(name: &str) -> Option<&'static RuleInfo> {
    catalogue().find(|rule| rule.name == name)
}
