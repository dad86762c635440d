//! Parts of a package without a place in the model, which a dataset keeps in extensions.

use crate::interop::tree::{Object, Tree};
use crate::values::Extensions;
use std::collections::HashSet;

/// Where members without a place stand.
pub(super) const EXTENSION: &str = "org.threesixtygiving";

/// Where stands what a grant does not say though the records do: a list of JSON Pointers into it.
pub(super) const OMITTED: &str = "org.threesixtygiving.omitted";

/// Where stands what could not be read, and is only kept as it was written: a list of JSON Pointers.
const UNREAD: &str = "org.threesixtygiving.unread";

/// What was kept of what was read.
pub(super) fn kept(extensions: &Extensions) -> (Object, Vec<String>) {
    let kept = match extensions.get(EXTENSION).and_then(Tree::parse) {
        Some(Tree::Object(kept)) => kept,
        _ => Object::new(),
    };
    let omitted = match extensions.get(OMITTED).and_then(Tree::parse) {
        Some(Tree::List(omitted)) => omitted,
        _ => Vec::new(),
    };
    (kept, omitted.iter().filter_map(Tree::as_str).map(str::to_owned).collect())
}

/// Puts what is kept into extensions.
pub(super) fn keep(extensions: &mut Extensions, kept: &Object, omitted: &[&str]) {
    // The tree was read from JSON no deeper than extensions may be, so this cannot fail.
    if !kept.is_empty() {
        let _ = extensions.insert(EXTENSION, kept);
    }
    if !omitted.is_empty() {
        let _ = extensions.insert(OMITTED, &omitted);
    }
}

/// Names what could not be read of what stands at a pointer.
pub(super) fn keep_unread(extensions: &mut Extensions, at: &str, failed: &HashSet<String>) {
    let mut failed: Vec<_> = failed.iter().filter_map(|pointer| pointer.strip_prefix(at)).collect();
    failed.sort_unstable();
    if !failed.is_empty() {
        let _ = extensions.insert(UNREAD, &failed);
    }
}
