//! Large inputs, of a size that a test chooses.

/// Items with a comma between them.
fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(", ")
}

/// An extension that is an object with so many members.
pub(crate) fn extension(members: usize) -> String {
    format!(r#"{{"org.example.a": {{{}}}}}"#, list(members, |number| format!(r#""{number}": 0"#)))
}

/// An object with so many members, none of which is a language tag.
pub(crate) fn languages(members: usize) -> String {
    format!("{{{}}}", list(members, |number| format!(r#""x{number}": "x""#)))
}

/// A dataset with so many members that the format does not know, whose names have one length.
pub(crate) fn unknown_members(members: usize) -> String {
    format!(r#"{{"version": "1.0", {}}}"#, list(members, |number| format!(r#""x{number:06}": 0"#)))
}

/// A dataset with evidence for every item of its custom data, and for one item that does not exist. The items have numbers
/// beyond every numeric type.
pub(crate) fn evidence_for_custom_data(items: usize) -> String {
    let supports = list(items, |number| format!(r#""/extensions/org.example.a/{number}/b""#));
    let data = list(items, |number| format!(r#"{{"b": {number}e9999}}"#));
    format!(
        r#"{{"version": "1.0", "sources": [{{"id": "s", "title": {{"en": "S"}}}}], "groups": [{{"id": "g", "name": {{"en": "G"}},
            "evidence": [{{"source": "s", "quote": "q", "supports": [{supports}, "/extensions/org.example.a/{items}"]}}],
            "extensions": {{"org.example.a": [{data}]}}}}]}}"#
    )
}

/// A package of grants whose objects have so many members that the format does not know.
#[cfg(feature = "threesixtygiving")]
pub(crate) fn grants_with_unknown_members(members: usize) -> String {
    let members = list(members, |number| format!(r#""m{number}": {number}"#));
    format!(
        r#"{{"grants": [{{"id": "g", {members}}}, {{"id": "h", "recipientOrganization": [{{"id": "o", {members}}}]}}],
            {members}}}"#
    )
}
