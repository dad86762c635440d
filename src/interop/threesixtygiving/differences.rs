//! Reports of what a package says and the records made of it do not.

use super::difference::Difference;
use super::located;
use super::reference::REFERENCES;
use super::row::seen;
use crate::interop::tree::{Object, Tree};
use crate::interop::{MisfitKind, Misfits};
use crate::reflect::{extended, list_index, steps};
use std::collections::HashSet;

/// Notes what of an original the records do not say, unless it was reported.
pub(super) fn note_difference(
    difference: &Difference,
    at: &str,
    made: &Object,
    original: &Object,
    reported: &HashSet<String>,
    misfits: &mut Misfits,
) {
    let in_mention = |pointer: &str| {
        REFERENCES.iter().any(|reference| {
            let inside = extended(at, reference.foreign);
            let inside = if reference.list { format!("{inside}/0/") } else { format!("{inside}/") };
            pointer.starts_with(&inside)
        }) || pointer.starts_with(&format!("{at}/{}/", located::MEMBER))
    };
    // What has no place in a mention of a shared record was told when it was read.
    let added =
        difference.added.iter().filter(|pointer| !reported.contains(*pointer) && !in_mention(pointer));
    for pointer in added {
        misfits.no_place(pointer, "no equivalent field; kept in extensions");
    }
    for pointer in difference.changed.iter().filter(|pointer| !reported.contains(*pointer)) {
        if in_mention(pointer) {
            // The record has other names and several addresses; but it is described once.
            if pointer.ends_with("/description") {
                misfits.no_place(
                    pointer,
                    "differs from the description in an earlier grant; kept in extensions",
                );
            }
            continue;
        }
        misfits.add(MisfitKind::NoPlace, pointer, "written otherwise", || {
            let show = |object| find(object, pointer.strip_prefix(at).unwrap_or_default()).map(seen);
            let (written, original) = (show(made).unwrap_or_default(), show(original).unwrap_or_default());
            format!("{original} is read as {written}; the original is kept in extensions")
        });
    }
}

/// The value at a pointer.
fn find<'n>(members: &'n Object, pointer: &str) -> Option<&'n Tree> {
    let mut ways = steps(pointer);
    let mut at = members.get(ways.next()?.as_ref())?;
    for step in ways {
        at = match at {
            Tree::Object(members) => members.get(step.as_ref())?,
            Tree::List(items) => items.get(list_index(&step)?)?,
            Tree::String(_) | Tree::Literal(_) => return None,
        };
    }
    Some(at)
}
