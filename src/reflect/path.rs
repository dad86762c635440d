use super::pointer::write_step;
use std::fmt;

/// The path of a value in a document: member names and indices, linked on the stack.
///
/// Passing it on costs nothing. `Display` writes it as a JSON Pointer (RFC 6901).
///
/// ```
/// use cooperation::walk::Path;
///
/// let root = Path::root();
/// let goals = root.member("goals");
/// let goal = goals.index(3);
/// assert_eq!(goal.member("statement").to_string(), "/goals/3/statement");
/// assert_eq!(goal.member("a/b").to_string(), "/goals/3/a~1b");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    last: PathStep<'a>,
}

#[derive(Clone, Copy, Debug)]
enum PathStep<'a> {
    Root,
    Member(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// Returns the path of the whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self { parent: None, last: PathStep::Root }
    }

    /// Returns the path of a member.
    #[must_use]
    pub const fn member(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), last: PathStep::Member(name) }
    }

    /// Returns the path of an item of a list, counted from 0.
    #[must_use]
    pub const fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), last: PathStep::Index(index) }
    }

    /// Returns the name at the end of the path; `None` for an index or the whole document.
    ///
    /// ```
    /// use cooperation::walk::Path;
    ///
    /// let root = Path::root();
    /// let goals = root.member("goals");
    /// assert_eq!(goals.name(), Some("goals"));
    /// assert_eq!(goals.index(3).name(), None);
    /// ```
    #[must_use]
    pub const fn name(&self) -> Option<&'a str> {
        match self.last {
            PathStep::Member(name) => Some(name),
            PathStep::Root | PathStep::Index(_) => None,
        }
    }
}

impl Path<'_> {
    /// Writes the path as `Display` shows it, in the pieces that it is made of.
    pub(crate) fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        // As deep as the calls that have linked it.
        if let Some(parent) = self.parent {
            parent.write(out)?;
        }
        match self.last {
            PathStep::Root => Ok(()),
            PathStep::Member(name) => write_step(out, name),
            PathStep::Index(index) => write!(out, "/{index}"),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}
