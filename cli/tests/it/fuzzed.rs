//! The committed fuzz inputs of pictures and pages: each is made again.

#[path = "../../../tests/support/corpus.rs"]
mod corpus;
#[path = "../../../tests/fuzz/drawing.rs"]
#[expect(unreachable_pub, reason = "the target is another crate")]
mod drawing;

#[path = "../../../tests/fuzz/page.rs"]
#[expect(unreachable_pub, reason = "the target is another crate")]
mod page;

use std::path::Path;

fn held(target: &str, body: fn(&[u8])) {
    let inputs = corpus::inputs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz"), target);
    assert!(inputs.len() > 20, "{} inputs", inputs.len());
    for (name, input) in inputs {
        let held = std::panic::catch_unwind(|| body(&input)).is_ok();
        assert!(held, "{name}: {}", input.escape_ascii());
    }
}

#[test]
fn the_drawing_target_holds_for_its_committed_inputs() {
    held("drawing", drawing::drawing);
}

#[test]
fn the_page_target_holds_for_its_committed_inputs() {
    held("page", page::page_of);
}
