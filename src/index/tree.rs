use super::relations::Index;
use crate::model::{Goal, GoalId, Place, PlaceId, Programme, ProgrammeId, Project};
use std::collections::HashSet;

/// An iterator over the goals below a goal, each with its depth. See [`Index::goal_tree`].
#[derive(Debug)]
pub struct GoalTree<'a, 'i> {
    index: &'i Index<'a>,
    open: Vec<(usize, &'a Goal)>,
    seen: HashSet<&'a str>,
}

impl<'a> Index<'a> {
    /// Returns a goal at depth 0 and the goals that serve it, directly or indirectly, depth first. A goal in a cycle
    /// is returned once.
    #[must_use]
    pub fn goal_tree(&self, goal: &GoalId) -> GoalTree<'a, '_> {
        GoalTree {
            index: self,
            open: self.get(goal).map(|goal| (0, goal)).into_iter().collect(),
            seen: HashSet::new(),
        }
    }

    /// Returns the places within a place, at any depth, without the place itself. A place in a cycle is returned once.
    pub fn places_within(&self, place: &PlaceId) -> impl Iterator<Item = &'a Place> + use<'a, '_> {
        within(
            place.as_str(),
            self.subplaces(place).collect(),
            |place| place.id.as_str(),
            move |place| self.subplaces(&place.id),
        )
    }

    /// Returns the calls, strands and other parts of a programme, at any depth, without the programme itself. A
    /// programme in a cycle is returned once.
    pub fn programmes_within(
        &self,
        programme: &ProgrammeId,
    ) -> impl Iterator<Item = &'a Programme> + use<'a, '_> {
        within(
            programme.as_str(),
            self.subprogrammes(programme).collect(),
            |programme| programme.id.as_str(),
            move |programme| self.subprogrammes(&programme.id),
        )
    }

    /// Returns the projects that run under a programme or one of its parts, at any depth, each once.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, ProgrammeId};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0",
    ///     "programmes": [{"id": "call", "name": {"en": "First call"}, "part_of": "interreg"}],
    ///     "projects": [{"id": "blue", "title": {"en": "Blue"}, "programmes": ["call", "interreg"]}]
    /// }"#)?;
    /// let index = dataset.index();
    /// let interreg = ProgrammeId::new("interreg")?;
    /// assert_eq!(index.programmes_within(&interreg).count(), 1);
    /// assert_eq!(index.projects_within(&interreg).count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn projects_within(
        &self,
        programme: &ProgrammeId,
    ) -> impl Iterator<Item = &'a Project> + use<'a, '_> {
        let mut seen: HashSet<*const Project> = HashSet::new();
        let below =
            self.programmes_within(programme).flat_map(move |programme| self.projects_under(&programme.id));
        self.projects_under(programme)
            .chain(below)
            .filter(move |project| seen.insert(std::ptr::from_ref(*project)))
    }
}

/// What is below a record at any depth, depth first, each once and without the record of this id itself.
fn within<'a, T: 'a, I: Iterator<Item = &'a T>, B: Fn(&'a T) -> I>(
    top: &str,
    mut open: Vec<&'a T>,
    id: fn(&'a T) -> &'a str,
    below: B,
) -> impl Iterator<Item = &'a T> + use<'a, T, I, B> {
    let top = top.to_owned();
    let mut seen: HashSet<&'a str> = HashSet::new();
    open.reverse();
    std::iter::from_fn(move || {
        loop {
            let next = open.pop()?;
            if id(next) != top && seen.insert(id(next)) {
                let from = open.len();
                open.extend(below(next));
                open.get_mut(from..).unwrap_or_default().reverse();
                return Some(next);
            }
        }
    })
}

impl<'a> Iterator for GoalTree<'a, '_> {
    type Item = (usize, &'a Goal);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (depth, goal) = self.open.pop()?;
            if self.seen.insert(goal.id.as_str()) {
                let from = self.open.len();
                let below = depth.saturating_add(1);
                self.open.extend(self.index.subgoals(&goal.id).map(|goal| (below, goal)));
                self.open.get_mut(from..).unwrap_or_default().reverse();
                return Some((depth, goal));
            }
        }
    }
}
