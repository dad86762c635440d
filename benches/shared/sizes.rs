//! The sizes that a bench is asked for.

/// The sizes among the arguments, or these.
pub(crate) fn wanted(usual: &[&str]) -> Vec<String> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if words.is_empty() { usual.iter().map(|&size| size.to_owned()).collect() } else { words }
}

/// `10k` is 10,000, `1m` is 1,000,000.
pub(crate) fn number(text: &str) -> Result<u32, std::num::ParseIntError> {
    let (digits, times) = match text.as_bytes().last() {
        Some(b'k') => (text.trim_end_matches('k'), 1_000),
        Some(b'm') => (text.trim_end_matches('m'), 1_000_000),
        _ => (text, 1),
    };
    Ok(digits.parse::<u32>()? * times)
}
