//! Other people's formats.

mod hostile;
mod threesixtygiving;
