//! The committed inputs of the fuzz targets.

#[path = "packed.rs"]
pub(crate) mod packed;

use std::path::Path;

/// The inputs of a target in the folder of the fuzz crate: those of its pack, then its crashes, each with a name for
/// messages.
///
/// An input that once crashed the target is a file of its own, `crashes/<target>/<what it is>.bin`.
pub(crate) fn inputs(fuzz: &Path, target: &str) -> Vec<(String, Vec<u8>)> {
    let pack = std::fs::read(fuzz.join(format!("corpus/{target}.pack"))).unwrap();
    let unpacked = packed::unpack(&pack).unwrap_or_else(|wrong| panic!("{target}.pack: {wrong}"));
    let named = |(number, input): (usize, &[u8])| (format!("{target}.pack, input {number}"), input.to_vec());
    let mut inputs: Vec<_> = unpacked.into_iter().enumerate().map(named).collect();
    // The folder is made for the first crash.
    for entry in std::fs::read_dir(fuzz.join("crashes").join(target)).into_iter().flatten() {
        let file = entry.unwrap().path();
        inputs.push((file.display().to_string(), std::fs::read(&file).unwrap()));
    }
    inputs
}
