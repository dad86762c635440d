//! The grammar of JSON Pointers (RFC 6901). No other file of the crate knows how one is written.
//!
//! A pointer is empty, which means the whole value, or a slash before each of its steps. A step is the name of a member,
//! in which `~` is written `~0` and `/` is written `~1`, or the index of an item.

use std::borrow::Cow;
use std::fmt;

/// Whether a text is empty or starts with a slash, as every pointer does.
pub(crate) fn is_rooted(text: &str) -> bool {
    text.is_empty() || text.starts_with('/')
}

/// Whether every `~` of a text starts an escape.
pub(crate) fn is_escaped(text: &str) -> bool {
    text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']))
}

/// The first step of a pointer as it is written, and the pointer from there on.
///
/// The names of members that the format defines have neither `~` nor `/`, so they are written as they are: a step can be
/// compared with them without resolving its escapes.
pub(crate) fn first_step(pointer: &str) -> Option<(&str, &str)> {
    let steps = pointer.strip_prefix('/')?;
    // Steps are short: a search for long texts would cost more.
    let end = steps.bytes().position(|byte| byte == b'/').unwrap_or(steps.len());
    steps.split_at_checked(end)
}

/// The steps of a pointer as they are written.
fn written_steps(pointer: &str) -> impl Iterator<Item = &str> {
    let mut rest = pointer;
    std::iter::from_fn(move || {
        let (step, after) = first_step(rest)?;
        rest = after;
        Some(step)
    })
}

/// The steps of a pointer, with their escapes resolved.
pub(crate) fn steps(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    written_steps(pointer).map(unescaped)
}

/// The index of an item that a step means: digits, without a zero before others.
pub(crate) fn list_index(step: &str) -> Option<usize> {
    let is_number = step == "0" || step.starts_with(|digit: char| matches!(digit, '1'..='9'));
    // A sign would be parsed as well, but stands before the first digit.
    if is_number { step.parse().ok() } else { None }
}

/// The member name that a step means.
fn unescaped(step: &str) -> Cow<'_, str> {
    if step.contains('~') {
        // In this order: `~01` is the name `~1`.
        Cow::Owned(step.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(step)
    }
}

/// Writes a step, the name of a member or the index of an item, with the slash before it.
pub(crate) fn write_step(out: &mut impl fmt::Write, step: &str) -> fmt::Result {
    out.write_str("/")?;
    let mut rest = step;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'~' | b'/')) {
        // Both take one byte.
        let (before, special) = rest.split_at(at);
        out.write_str(before)?;
        out.write_str(if special.starts_with('~') { "~0" } else { "~1" })?;
        rest = special.get(1..).unwrap_or_default();
    }
    out.write_str(rest)
}

/// A pointer with one step more.
#[cfg(any(feature = "csv", feature = "gexf", feature = "schema_org", feature = "threesixtygiving"))]
pub(crate) fn extended(pointer: &str, step: &str) -> String {
    let mut longer = pointer.to_owned();
    // Writing to a string cannot fail.
    let _ = write_step(&mut longer, step);
    longer
}

/// A pointer with `*` in place of each index, such as `/goals/*/parent`: the same for all items of a list.
pub(crate) fn without_indices(pointer: &str) -> String {
    let mut pattern = String::with_capacity(pointer.len());
    for step in written_steps(pointer) {
        pattern.push('/');
        pattern.push_str(if list_index(step).is_some() { "*" } else { step });
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::{first_step, is_escaped, list_index, steps, without_indices, write_step};

    #[test]
    fn a_pointer_has_a_step_after_each_slash() {
        let of = |pointer| steps(pointer).collect::<Vec<_>>();
        assert_eq!(of("/a/0/"), ["a", "0", ""]);
        assert_eq!(of("/"), [""]);
        assert!(of("").is_empty() && of("a/b").is_empty());
        assert_eq!(first_step("/a~1b/c"), Some(("a~1b", "/c")));
    }

    #[test]
    fn a_name_comes_back_from_the_step_that_it_is_written_as() -> std::fmt::Result {
        for name in ["", "a", "~", "/", "~1", "~01", "a/b~c", "~/~"] {
            let mut pointer = String::new();
            write_step(&mut pointer, name)?;
            assert!(is_escaped(&pointer), "{pointer}");
            assert_eq!(steps(&pointer).collect::<Vec<_>>(), [name]);
        }
        assert!(!is_escaped("/a~") && !is_escaped("/~2"));
        Ok(())
    }

    #[test]
    fn an_index_has_digits_alone_and_no_zero_before_others() {
        let indices = ["0", "7", "10", "", "00", "01", "+1", "-1", "1a", "1.0", "99999999999999999999999"]
            .map(list_index);
        assert_eq!(indices.map(|index| index.unwrap_or(99)), [0, 7, 10, 99, 99, 99, 99, 99, 99, 99, 99]);
        assert_eq!(without_indices("/goals/12/notes/01/a~1b"), "/goals/*/notes/01/a~1b");
    }
}
