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

/// The first step of a JSON Pointer, and the pointer from there on. No name that is met needs an escape.
pub(crate) fn first_step(pointer: &str) -> Option<(&str, &str)> {
    let steps = pointer.strip_prefix('/')?;
    // Steps are short: a search for long texts would cost more.
    let end = steps.bytes().position(|byte| byte == b'/').unwrap_or(steps.len());
    steps.split_at_checked(end)
}

/// The place in a list that a step of a JSON Pointer names: digits, without a zero before others.
pub(crate) fn list_index(step: &str) -> Option<usize> {
    let is_number = step == "0" || step.starts_with(|digit: char| matches!(digit, '1'..='9'));
    if is_number { step.parse().ok() } else { None }
}

/// The member name that a step of a JSON Pointer means: `~1` is `/`, `~0` is `~`.
pub(crate) fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
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
