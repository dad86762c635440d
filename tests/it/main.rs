//! What holds of the library as its users see it.

mod facts;
