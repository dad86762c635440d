//! JSON text: one grammar, read into values, searched for faults, pointed into and written. Never a tree.
//!
//! It knows the types of the crate by what `reflect` says of them.

mod diagnose;
mod edit;
mod extent;
mod fault_kind;
mod find;
mod limits;
mod plain;
mod read;
mod scan;
mod serde_bridge;
#[cfg(test)]
mod tests;
mod value;
mod write;

pub(crate) use diagnose::{Found, UNEXPLAINED, diagnose};
pub use edit::Edit;
pub(crate) use extent::{entry_start, removal, value_end};
pub use fault_kind::FaultKind;
pub(crate) use find::find;
pub use limits::Limits;
pub(crate) use read::{Fill, Read, Reader, Refused, Slots};
pub(crate) use scan::{RawString, Scanner, Syntax, SyntaxKind, Token};
pub(crate) use serde_bridge::{deserialize, serialize};
pub(crate) use value::{MAX_NESTING, TOO_DEEP, ValueFault, compact};
pub(crate) use write::{Writer, string, to_text};
