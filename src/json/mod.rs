//! JSON text, token by token and without a tree: what stands where, and strictly so. This room knows but `shape`, for
//! the steps of a pointer.

mod find;
mod plain;
mod scan;
#[cfg(test)]
mod tests;
mod value;
mod write;

pub(crate) use find::find;
pub(crate) use scan::{RawString, Scanner, Syntax, SyntaxKind, Token};
pub(crate) use value::{MAX_NESTING, ValueFault, compact};
pub(crate) use write::Writer;
