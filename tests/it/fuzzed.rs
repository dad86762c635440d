//! What fuzzing kept: every input of the committed corpus goes through the body of its target again.

#[path = "../fuzz/bodies/mod.rs"]
#[expect(unreachable_pub, reason = "the targets are another crate")]
mod bodies;

use std::path::Path;

/// The corpus of all targets may have as many bytes as this.
const MOST: usize = 2 << 20;

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let inputs: Vec<_> = files.map(|file| std::fs::read(file).unwrap()).collect();
    assert!(inputs.len() > 20, "{name} has {} inputs", inputs.len());
    inputs
}

#[test]
fn the_corpus_goes_through_every_target() {
    let mut bytes = 0;
    for (name, body) in bodies::ALL {
        for input in corpus(name) {
            bytes += input.len();
            let held = std::panic::catch_unwind(|| body(&input)).is_ok();
            assert!(held, "{name}: {}", input.escape_ascii());
        }
    }
    assert!(bytes <= MOST, "{bytes} bytes");
}

/// Stands under this name, for the formats of others are tested by it.
#[cfg(all(feature = "csv", feature = "schema_org", feature = "threesixtygiving"))]
#[test]
fn the_corpus_of_interop_goes_through_its_target() {
    for input in corpus("conversions") {
        bodies::conversions(&input);
    }
}
