//! The files of the library are on floors: none uses a file that uses it, however many are between them, and none uses a
//! room above its own.
//!
//! What a file uses is read from its imports and its paths. A name that a module passes on, such as `crate::values::Text`,
//! is a use of the file that defines it. Two things are not looked at, by design: what derives write into a type, which may
//! name rooms above it, and what the files of `model/` use of each other, since a record refers to others by ids of their
//! types.

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The rooms, each floor above the ones that it may use.
const FLOORS: [&[&str]; 8] = [
    &["reflect", "invariant", "order"],
    &["json"],
    &["values"],
    &["model"],
    &["dataset"],
    &["index", "evidence", "rules", "io"],
    &["interop", "schema"],
    &["prelude"],
];

/// The modules of the library, each by its path from the root of the crate.
type Modules = BTreeMap<String, Module>;

struct Module {
    code: String,
    /// What is imported: the name by which the module knows it, and its path as it is written.
    imports: Vec<(String, String)>,
}

/// Reads the modules under a folder of `src`.
fn modules(folder: &Path, path: &str, found: &mut Modules) {
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_stem().unwrap().to_str().unwrap();
        let is_code = file.is_dir() || file.extension().is_some_and(|extension| extension == "rs");
        if !is_code || ["guide", "lib", "tests"].contains(&name) {
            continue;
        }
        if file.is_dir() {
            modules(&file, &join(path, name), found);
        } else {
            let module = if name == "mod" { path.to_owned() } else { join(path, name) };
            found.insert(module, Module::new(without_tests(&fs::read_to_string(&file).unwrap())));
        }
    }
}

/// The code of a file before its tests, which may look at anything.
fn without_tests(code: &str) -> &str {
    code.split("\n#[cfg(test)]\n").next().unwrap()
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}::{name}") }
}

impl Module {
    /// Takes comments, tests and the scopes of what is shown from the code, and imports out of it.
    fn new(text: &str) -> Self {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let text = Regex::new(r"(?m)//.*$").unwrap().replace_all(text, "");
        let text = Regex::new(r"pub\(in [\w:]+\)").unwrap().replace_all(&text, "pub");
        let import = Regex::new(r"(?m)^\s*(?:pub(?:\(\w+\))?\s+)?use\s+([^;]+);").unwrap();
        let imports = import.captures_iter(&text).flat_map(|import| paths(&import[1]));
        let imports = imports.map(|path| {
            let (path, name) = path.split_once(" as ").unwrap_or_else(|| {
                let path = path.strip_suffix("::self").unwrap_or(&path);
                (path, path.rsplit("::").next().unwrap())
            });
            (name.to_owned(), path.to_owned())
        });
        Self { imports: imports.collect(), code: import.replace_all(&text, "").into_owned() }
    }
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

/// The module that defines what a path leads to, or the last one on the way that is read here.
fn defines(module: &str, path: &str, all: &Modules) -> Option<String> {
    let (mut at, mut rest) = (module.to_owned(), path);
    if let Some(inside) = rest.strip_prefix("crate::") {
        (at, rest) = (String::new(), inside);
    }
    while let Some(inside) = rest.strip_prefix("super::") {
        (at, rest) = (at.rsplit_once("::").map_or("", |(above, _)| above).to_owned(), inside);
    }
    let mut names = rest.split("::").peekable();
    if at == module && !all.contains_key(&join(&at, names.peek()?)) {
        return None;
    }
    for name in names {
        let child = join(&at, name);
        if all.contains_key(&child) {
            at = child;
            continue;
        }
        let passed_on = all.get(&at)?.imports.iter().find(|(known, _)| known == name);
        if let Some(target) = passed_on.and_then(|(_, path)| defines(&at, path, all)) {
            return Some(target);
        }
        break;
    }
    all.contains_key(&at).then_some(at)
}

/// The modules that a module uses.
fn used(module: &str, all: &Modules) -> BTreeSet<String> {
    let inner = Regex::new(r"\b\w+(?:::\w+)+").unwrap();
    let Module { code, imports } = &all[module];
    let named =
        imports.iter().map(|(_, path)| path.as_str()).chain(inner.find_iter(code).map(|path| path.as_str()));
    let targets = named.filter_map(|path| defines(module, path, all));
    let is_other_record = |target: &str| module.starts_with("model::") && target.starts_with("model::");
    targets.filter(|target| target != module && !is_other_record(target)).collect()
}

/// What each file of the library uses.
fn library() -> &'static BTreeMap<String, BTreeSet<String>> {
    static LIBRARY: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
        let mut all = Modules::new();
        modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut all);
        all.keys().map(|module| (module.clone(), used(module, &all))).collect()
    });
    &LIBRARY
}

/// All that a file uses, itself or through others.
fn reached(module: &'static str) -> BTreeSet<&'static str> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![module]);
    while let Some(module) = next.pop() {
        for used in &library()[module] {
            if reached.insert(used.as_str()) {
                next.push(used);
            }
        }
    }
    reached
}

#[test]
fn no_file_uses_one_that_uses_it() {
    assert!(library().len() > 150, "{:?}", library().keys());
    assert!(library().values().any(|used| used.len() > 9), "{:?}", library());
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        library().keys().map(|module| (module.as_str(), reached(module))).collect();
    let tied = |module: &&&'static str| reached[*module].contains(*module);
    let mut circles = BTreeSet::new();
    for module in reached.keys().filter(tied) {
        // The files of a circle all reach each other.
        let circle: BTreeSet<&str> =
            reached[module].iter().copied().filter(|other| reached[other].contains(module)).collect();
        circles.insert(circle);
    }
    for circle in &circles {
        for module in circle {
            let used: Vec<_> =
                library()[*module].iter().filter(|used| circle.contains(used.as_str())).collect();
            println!("{module} uses {used:?}");
        }
        println!();
    }
    assert!(circles.is_empty(), "these files use each other: {circles:#?}");
}

#[test]
fn no_room_uses_one_above_it() {
    let room = |module: &'static str| module.split("::").next().unwrap();
    let floor = |room: &str| FLOORS.iter().position(|rooms| rooms.contains(&room));
    for (module, used) in library() {
        let own = floor(room(module)).unwrap_or_else(|| panic!("{module} is on no floor"));
        for target in used.iter().filter(|target| room(target) != room(module)) {
            assert!(floor(room(target)) < Some(own), "{module} uses {target}");
        }
    }
}
