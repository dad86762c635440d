use super::relations::Index;
use crate::model::{Goal, GoalId, Place, PlaceId};
use std::collections::HashSet;

/// The goals below a goal, each with its depth: see [`Index::goal_tree`].
#[derive(Debug)]
pub struct GoalTree<'a, 'i> {
    index: &'i Index<'a>,
    open: Vec<(usize, &'a Goal)>,
    seen: HashSet<&'a str>,
}

impl<'a> Index<'a> {
    /// A goal and the goals below it, depth first: first the goal itself at depth 0, then the goals that serve it, each
    /// before its own. A goal in a loop comes once.
    #[must_use]
    pub fn goal_tree(&self, goal: &GoalId) -> GoalTree<'a, '_> {
        GoalTree {
            index: self,
            open: self.get(goal).map(|goal| (0, goal)).into_iter().collect(),
            seen: HashSet::new(),
        }
    }

    /// The places within a place, at any depth, the place itself not among them. A place in a loop comes once.
    pub fn places_within(&self, place: &PlaceId) -> impl Iterator<Item = &'a Place> + use<'a, '_> {
        let mut seen: HashSet<&'a str> = self.get(place).map(|place| place.id.as_str()).into_iter().collect();
        let mut open: Vec<&'a Place> = self.parts_of(place).collect();
        open.reverse();
        std::iter::from_fn(move || {
            loop {
                let next = open.pop()?;
                if seen.insert(next.id.as_str()) {
                    let from = open.len();
                    open.extend(self.parts_of(&next.id));
                    open.get_mut(from..).unwrap_or_default().reverse();
                    return Some(next);
                }
            }
        })
    }
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
