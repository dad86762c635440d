//! Summaries with other content than the library wrote, with the checksum of what they now have: what somebody could
//! write who knows how, and what no check of a checksum keeps out.

use cooperation::rules::Summary;
use serde_json::Value;

/// The text of a summary, with the checksum of its parts as they stand there. The text itself where it is no summary.
pub(crate) fn sealed(text: &str) -> String {
    let (before, _) = text.rsplit_once(",\"checksum\":").unwrap();
    let with = |checksum: &str| format!("{before},\"checksum\":{checksum}}}");
    // Who reads a summary with another checksum is told the right one.
    match serde_json::from_str::<Summary>(&with("0")).map_err(|error| error.to_string()) {
        Err(error) => {
            match error.split_once("its checksum is ").and_then(|(_, rest)| rest.split_once(", not 0")) {
                Some((checksum, _)) => with(checksum),
                None => text.to_owned(),
            }
        }
        Ok(_) => with("0"),
    }
}

/// A tree with the members of a summary, written as this build would write it.
pub(crate) fn sealed_tree(tree: &Value) -> String {
    let made_by = &serde_json::to_value(Summary::default()).unwrap()["made_by"];
    sealed(&format!("{{\"made_by\":{made_by},\"parts\":{},\"checksum\":0}}", tree["parts"]))
}
