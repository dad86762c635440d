//! The files of a room stand on floors: none uses a file that uses it, however many are between them.

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The modules under a folder of `src`, each by its path from the root of the crate, with its code.
fn modules(folder: &Path, path: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_stem().unwrap().to_str().unwrap();
        if file.is_dir() {
            modules(&file, &format!("{path}::{name}"), found);
        } else {
            let module = if name == "mod" { path.to_owned() } else { format!("{path}::{name}") };
            found.insert(module, code(&fs::read_to_string(&file).unwrap()));
        }
    }
}

/// The code of a file without its comments, its tests and the scopes of what it shows.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap();
    let text = Regex::new(r"(?m)//.*$").unwrap().replace_all(text, "");
    Regex::new(r"pub\(in [\w:]+\)").unwrap().replace_all(&text, "").into_owned()
}

/// The paths that a tree of imports leads to.
fn paths(tree: &str) -> Vec<String> {
    let Some((before, inside)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let inside = inside.rsplit_once('}').unwrap().0;
    let (mut items, mut depth) = (vec![String::new()], 0_i32);
    for letter in inside.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match letter {
            ',' if depth == 0 => items.push(String::new()),
            _ => items.last_mut().unwrap().push(letter),
        }
    }
    let items = items.iter().map(|item| item.trim()).filter(|item| !item.is_empty());
    items.flat_map(|item| paths(&format!("{}{item}", before.trim()))).collect()
}

/// The modules that the code of a module uses.
fn used(module: &str, code: &str, all: &BTreeMap<String, String>) -> BTreeSet<String> {
    let imports = Regex::new(r"(?m)^\s*(?:pub(?:\(\w+\))?\s+)?use\s+([^;]+);").unwrap();
    let inner = Regex::new(r"\b(?:crate|super)(?:::\w+)+").unwrap();
    let mut named: Vec<String> = imports.captures_iter(code).flat_map(|import| paths(&import[1])).collect();
    named.extend(inner.find_iter(&imports.replace_all(code, "")).map(|path| path.as_str().to_owned()));
    let mut used = BTreeSet::new();
    for path in named {
        let (mut base, mut rest) = (module, path.as_str());
        if let Some(inside) = rest.strip_prefix("crate::") {
            (base, rest) = ("", inside);
        } else if !all.contains_key(&format!("{module}::{}", rest.split("::").next().unwrap())) {
            while let Some(inside) = rest.strip_prefix("super::") {
                (base, rest) = (base.rsplit_once("::").unwrap_or_default().0, inside);
            }
        }
        // What is named in a module may itself be no module.
        let mut target = format!("{base}::{rest}").trim_start_matches("::").to_owned();
        while !target.is_empty() && !all.contains_key(&target) {
            target.truncate(target.rfind("::").unwrap_or(0));
        }
        if !target.is_empty() && target != module {
            used.insert(target);
        }
    }
    used
}

#[test]
fn no_file_of_the_rules_or_the_index_uses_one_that_uses_it() {
    for room in ["rules", "index"] {
        let mut all = BTreeMap::new();
        modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room), room, &mut all);
        assert!(all.len() > 10, "{room}: {:?}", all.keys());
        let mut left: BTreeMap<&String, BTreeSet<String>> =
            all.iter().map(|(module, code)| (module, used(module, code, &all))).collect();
        assert!(left.values().any(|used| used.len() > 3), "{left:?}");
        // Floor by floor, from the lowest: what uses nothing that is left is taken away.
        loop {
            let open: BTreeSet<String> = left.keys().map(|&module| module.clone()).collect();
            let before = left.len();
            left.retain(|_, used| !used.is_disjoint(&open));
            if left.len() == before {
                break;
            }
        }
        assert!(left.is_empty(), "these files, or some between them, use each other: {:?}", left.keys());
    }
}
