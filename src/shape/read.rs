//! What the readers of all objects share.

use super::excerpt;
use serde::Deserialize;
use serde::de::{Error, MapAccess};

/// Reads the value of a member that must not have been given before.
pub(crate) fn read_member<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    slot: &mut Option<T>,
    name: &'static str,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}

pub(crate) fn unknown_member<E: Error>(name: &str, known: &[&str]) -> E {
    E::custom(format_args!("unknown member {}, expected one of: {}", excerpt(name), known.join(", ")))
}

pub(crate) fn not_one_member<E: Error>(tags: &[&str]) -> E {
    E::custom(format_args!("expected an object with exactly one of the members {}", tags.join(", ")))
}
