//! The committed fuzz inputs of pictures: each is drawn again.

#[path = "../../../tests/support/corpus.rs"]
mod corpus;
#[path = "../../../tests/fuzz/drawing.rs"]
#[expect(unreachable_pub, reason = "the target is another crate")]
mod drawing;

use std::path::Path;

#[test]
fn the_drawing_target_holds_for_its_committed_inputs() {
    let inputs = corpus::inputs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz"), "drawing");
    assert!(inputs.len() > 20, "{} inputs", inputs.len());
    for (name, input) in inputs {
        let held = std::panic::catch_unwind(|| drawing::drawing(&input)).is_ok();
        assert!(held, "{name}: {}", input.escape_ascii());
    }
}
