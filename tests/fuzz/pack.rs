//! Packs the inputs of a fuzz target into one file, and unpacks them.
//!
//! `pack PACK FOLDER...` writes the files of the folders into the pack; `unpack PACK FOLDER` writes each input of the pack
//! into a file of the folder. `tests/fuzz/run` compiles this file with `rustc` alone.

#[path = "../support/packed.rs"]
mod packed;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["pack", pack, folders @ ..] if !folders.is_empty() => {
            let mut inputs = Vec::new();
            for folder in folders {
                for entry in fs::read_dir(folder)? {
                    inputs.push(fs::read(entry?.path())?);
                }
            }
            fs::write(pack, packed(inputs))?;
        }
        ["unpack", pack, folder] => {
            let bytes = fs::read(pack)?;
            for (number, input) in packed::unpack(&bytes)?.into_iter().enumerate() {
                fs::write(Path::new(folder).join(format!("{number:05}")), input)?;
            }
        }
        _ => return Err("usage: pack PACK FOLDER... | unpack PACK FOLDER".into()),
    }
    Ok(())
}

fn packed(mut inputs: Vec<Vec<u8>>) -> Vec<u8> {
    inputs.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
    inputs.dedup();
    let mut pack = Vec::new();
    for input in inputs {
        pack.extend_from_slice(format!("{}\n", input.len()).as_bytes());
        pack.extend_from_slice(&input);
    }
    pack
}
