use std::fmt;

/// What a conversion gives: the value, and what did not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted<T> {
    /// What came of it.
    pub value: T,
    /// What the other format has no place for, or says in another way.
    pub misfits: Vec<Misfit>,
}

/// Something that did not fit, and how often.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Misfit {
    /// Where it stands for the first time in what was converted: a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// What did not fit, and what became of it.
    pub message: String,
    /// At how many places.
    pub count: usize,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.message)?;
        match self.count {
            1 => Ok(()),
            count => write!(f, " ({count} places)"),
        }
    }
}
