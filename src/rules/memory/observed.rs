use super::ids::RecordAt;
use crate::model::{
    Activity, Barrier, Classification, Cooperation, Evidence, Funding, Goal, Group, Identifier, Membership,
    Network, Organization, Participation, Place, PolicyInstrument, Programme, Project, Record, Source,
};
use crate::values::{Extensions, Text, Walk as _};

/// A record as the families of rules are shown it.
///
/// What all kinds have is taken out once, where the type of the record is known. So a rule that looks at evidence or at
/// names is compiled once and not for each of fifteen kinds.
pub(in crate::rules) struct Observed<'a> {
    pub at: RecordAt<'a>,
    pub record: AnyRecord<'a>,
    pub label: Option<&'a Text>,
    pub description: Option<&'a Text>,
    pub identifiers: &'a [Identifier],
    pub classifications: &'a [Classification],
    pub evidence: &'a [Evidence],
    pub extensions: &'a Extensions,
}

impl<'a> Observed<'a> {
    #[inline]
    pub(in crate::rules) fn new<T: Record>(at: RecordAt<'a>, record: &'a T, any: AnyRecord<'a>) -> Self {
        Self {
            at,
            record: any,
            label: record.label(),
            description: record.description(),
            identifiers: record.identifiers(),
            classifications: record.classifications(),
            evidence: record.evidence(),
            extensions: record.extensions(),
        }
    }
}

macro_rules! any_record {
    ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
        /// A record of whatever kind.
        #[derive(Clone, Copy)]
        pub(in crate::rules) enum AnyRecord<'a> {
            $($name(&'a $name),)*
        }

        impl AnyRecord<'_> {
            /// Whether a JSON Pointer leads from the record to a value that is there.
            pub(in crate::rules) fn holds(self, pointer: &str) -> bool {
                match self { $(Self::$name(record) => record.holds(pointer),)* }
            }
        }
    };
}

for_each_kind!(any_record);
