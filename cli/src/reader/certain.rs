//! Whether a source mentions more items than a list has.

use cooperation::{Evidence, codes::Extent};

/// Whether a source says that a list of a record is partial; without a member, that there are more records like it.
pub(crate) fn has_more(evidence: &[Evidence], member: Option<&str>) -> bool {
    evidence.iter().filter(|one| one.extent == Some(Extent::Partial)).any(|one| match member {
        Some(member) => one.supports.iter().any(|pointer| pointer.as_str() == member),
        None => one.supports.is_empty(),
    })
}
