//! Many small inputs in one file, a pack.
//!
//! For each input the pack has its length in decimal digits, a line feed, and the bytes of the input. Inputs are in the
//! order of their lengths, those of one length in the order of their bytes, and none is there twice, so that the same
//! inputs make the same pack.

/// The inputs of a pack, or what is wrong with it.
pub(crate) fn unpack(pack: &[u8]) -> Result<Vec<&[u8]>, String> {
    let mut inputs = Vec::new();
    let mut rest = pack;
    while !rest.is_empty() {
        let offset = pack.len() - rest.len();
        let wrong = |what: &str| format!("byte {offset}: {what}");
        let end = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .ok_or_else(|| wrong("a length without a line feed"))?;
        let length = std::str::from_utf8(&rest[..end]).ok().and_then(|digits| digits.parse::<usize>().ok());
        let length = length.ok_or_else(|| wrong("not a length in decimal digits"))?;
        let input = rest[end + 1..].get(..length).ok_or_else(|| wrong("an input that is cut off"))?;
        inputs.push(input);
        rest = &rest[end + 1 + length..];
    }
    Ok(inputs)
}
