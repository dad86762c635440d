use super::ids::RecordAt;
use crate::dataset::RecordRef;

/// A record as the families of rules are shown it, and where it is.
pub(in crate::rules) struct Observed<'a> {
    pub at: RecordAt<'a>,
    pub record: RecordRef<'a>,
}
