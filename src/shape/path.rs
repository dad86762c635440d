use std::fmt;

/// The place of a value inside a document: a chain of member names and list places, linked on the stack.
///
/// It costs nothing to pass along, and becomes text only where a finding needs it: `Display` writes it as a JSON
/// Pointer (RFC 6901).
///
/// ```
/// use cooperation::Path;
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
    step: Step<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Root,
    Member(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// The whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self { parent: None, step: Step::Root }
    }

    /// The member of this name.
    #[must_use]
    pub const fn member(&'a self, name: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Member(name) }
    }

    /// The item at this place of a list, counted from 0.
    #[must_use]
    pub const fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }

    /// The member name that it ends in; `None` where it ends in a place of a list or is the whole document.
    ///
    /// ```
    /// use cooperation::Path;
    ///
    /// let root = Path::root();
    /// let goals = root.member("goals");
    /// assert_eq!(goals.name(), Some("goals"));
    /// assert_eq!(goals.index(3).name(), None);
    /// ```
    #[must_use]
    pub const fn name(&self) -> Option<&'a str> {
        match self.step {
            Step::Member(name) => Some(name),
            Step::Root | Step::Index(_) => None,
        }
    }

    /// The member of the whole document that it lies in.
    pub(crate) fn top(&self) -> Option<&'a str> {
        let mut path = self;
        let mut top = self.name();
        while let Some(parent) = path.parent {
            top = path.name();
            path = parent;
        }
        top
    }

    /// Whether a JSON Pointer, without its first slash, leads here or to a value around this one.
    pub(crate) fn lies_at(&self, pointer: &str) -> bool {
        // Deeper than any record goes.
        let mut steps = [Step::Root; 24];
        let mut slots = steps.iter_mut();
        let mut next = Some(self);
        while let Some(path) = next {
            if !matches!(path.step, Step::Root) {
                let Some(slot) = slots.next() else { return false };
                *slot = path.step;
            }
            next = path.parent;
        }
        let mut own = steps.iter().rev().filter(|step| !matches!(step, Step::Root));
        pointer.split('/').all(|asked| match own.next() {
            Some(Step::Member(name)) if asked.contains('~') => {
                asked.replace("~1", "/").replace("~0", "~") == **name
            }
            Some(Step::Member(name)) => *name == asked,
            Some(Step::Index(index)) => asked.parse() == Ok(*index) && !asked.starts_with('+'),
            Some(Step::Root) | None => false,
        })
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut steps = Vec::new();
        let mut next = Some(self);
        while let Some(path) = next {
            steps.push(path.step);
            next = path.parent;
        }
        for step in steps.iter().rev() {
            match step {
                Step::Root => {}
                Step::Member(name) => {
                    f.write_str("/")?;
                    write_escaped(f, name)?;
                }
                Step::Index(index) => write!(f, "/{index}")?,
            }
        }
        Ok(())
    }
}

/// Writes a member name as a step of a JSON Pointer: `~` as `~0`, `/` as `~1`.
pub(crate) fn write_escaped(out: &mut impl fmt::Write, name: &str) -> fmt::Result {
    for letter in name.chars() {
        match letter {
            '~' => out.write_str("~0")?,
            '/' => out.write_str("~1")?,
            _ => out.write_char(letter)?,
        }
    }
    Ok(())
}
