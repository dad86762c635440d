//! Reflection: what a type looks like as data, and how the children of a value are reached.
//!
//! The static [`Shape`] of a type leads the search for faults, the JSON Schema export and the tables. The object-safe
//! [`Node`] of a value leads writing and everything that follows a pointer. Both come from the one definition of the
//! type. This room knows no other room.

mod error;
mod nearest;
mod node;
mod path;
mod pointer;
mod shape;

pub use error::ValueError;
pub(crate) use error::{Article, Problem, excerpt, is_invisible, sanitized, show_faults};
pub(crate) use nearest::{near_miss, nearest, same_letters};
pub(crate) use node::{Entries, Entry, Items, Members, Node, Optional, View, resolves};
pub use path::Path;
#[cfg(any(feature = "csv", feature = "gexf", feature = "schema_org", feature = "threesixtygiving"))]
pub(crate) use pointer::extended;
pub(crate) use pointer::{first_step, is_escaped, is_rooted, list_index, steps, without_indices, write_step};
#[cfg(feature = "schema")]
pub(crate) use shape::first_sentence;
#[cfg(any(feature = "csv", feature = "schema"))]
pub(crate) use shape::plain;
pub(crate) use shape::{
    BranchShape, ChoiceShape, CodeShape, MapShape, MemberShape, ObjectShape, Shape, Shaped, StringShape,
    in_capitals, never_newer, never_sure, no_suggestion,
};
