//! Texts that are only compared, in 16 bytes each.

use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// The fingerprint of some texts, of 128 bits: that two differ and have the same one does not happen by chance. It is the
/// same wherever it is taken, so that parts which were checked apart can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Print(u64, u64);

impl Print {
    pub(super) fn of<const N: usize>(texts: [&str; N]) -> Self {
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            salt.hash(&mut hasher);
            texts.hash(&mut hasher);
            hasher.finish()
        };
        Self(half(1), half(2))
    }
}
