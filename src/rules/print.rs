//! Texts that are only compared, in 8 bytes each.

use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// The fingerprint of some texts: among ten million, the chance that any two have the same one is one in 300,000. It is
/// the same wherever it is taken, so that parts which were checked apart can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Print(u64);

impl Print {
    pub(super) fn of<const N: usize>(texts: [&str; N]) -> Self {
        let mut hasher = DefaultHasher::new();
        texts.hash(&mut hasher);
        Self(hasher.finish())
    }
}
