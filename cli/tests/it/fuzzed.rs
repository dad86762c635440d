//! What fuzzing kept of pictures: every input of the committed corpus is drawn again.

#[path = "../../../tests/fuzz/drawing.rs"]
#[expect(unreachable_pub, reason = "the target is another crate")]
mod drawing;

use std::path::Path;

#[test]
fn the_corpus_of_pictures_goes_through_its_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz/corpus/drawing");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() > 20, "{} inputs", files.len());
    for file in files {
        let input = std::fs::read(&file).unwrap();
        let held = std::panic::catch_unwind(|| drawing::drawing(&input)).is_ok();
        assert!(held, "{}: {}", file.display(), input.escape_ascii());
    }
}
