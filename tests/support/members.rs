//! The members that a schema has, and those that a document has of it.

use serde_json::Value;
use std::collections::BTreeSet;

/// The members of a schema that a value has, each as `Type.member`, and those of the types that it has.
pub(crate) fn members(schema: &Value, value: &Value, root: &Value, seen: &mut BTreeSet<String>) {
    fn resolved<'a>(schema: &'a Value, root: &'a Value) -> (&'a Value, &'a str) {
        match schema["$ref"].as_str() {
            Some(to) => (root.pointer(to.trim_start_matches('#')).unwrap(), to.rsplit('/').next().unwrap()),
            None => (schema, "Dataset"),
        }
    }
    let (schema, name) = resolved(schema, root);
    let branches =
        schema["oneOf"].as_array().map_or_else(|| vec![schema], |branches| branches.iter().collect());
    for (member, value) in value.as_object().into_iter().flatten() {
        for branch in &branches {
            let Some(of) = branch["properties"].get(member) else { continue };
            seen.insert(format!("{name}.{member}"));
            match value.as_array() {
                Some(items) => items.iter().for_each(|item| members(&of["items"], item, root, seen)),
                None => members(of, value, root, seen),
            }
        }
    }
}

/// All members that a schema has.
pub(crate) fn all_members(root: &Value) -> BTreeSet<String> {
    let types = root["$defs"].as_object().unwrap().iter().map(|(name, schema)| (name.as_str(), schema));
    let mut all = BTreeSet::new();
    for (name, schema) in types.chain([("Dataset", root)]) {
        let branches =
            schema["oneOf"].as_array().map_or_else(|| vec![schema], |branches| branches.iter().collect());
        let members = branches.into_iter().filter_map(|branch| branch["properties"].as_object());
        all.extend(members.flat_map(|members| members.keys()).map(|member| format!("{name}.{member}")));
    }
    all
}
