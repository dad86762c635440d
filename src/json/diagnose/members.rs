//! The search for faults in objects: maps, named members, and one of several.

use super::help::Help;
use super::home::Home;
use super::wording::{expected, label_member, members, names, sample, suggestion};
use super::{Diagnoser, Stop};
use crate::json::FaultKind;
use crate::json::{Edit, RawString, Token, removal};
use crate::reflect::{
    BranchShape, MapShape, MemberShape, ObjectShape, Path, Shape, excerpt, near_miss, nearest, same_letters,
};
use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::HashMap;
use std::ops::Range;

impl<'a> Diagnoser<'a> {
    /// The name of the first member of an object, and the byte at which it stands; `None` at the end of the object.
    fn first_name(&mut self, at: &Path<'_>) -> Result<Option<(usize, RawString<'a>)>, Stop> {
        match self.token(at)? {
            (_, Token::ObjectEnd) => Ok(None),
            (offset, Token::String(name)) => Ok(Some((offset, name))),
            (offset, token) => Err(self.unexpected(at, offset, token, "a member name or }")),
        }
    }

    /// The name of the next member, after a member.
    fn next_name(&mut self, at: &Path<'_>) -> Result<Option<(usize, RawString<'a>)>, Stop> {
        match self.token(at)? {
            (_, Token::ObjectEnd) => Ok(None),
            (comma, Token::Comma) => match self.after_comma(at)? {
                (offset, Token::String(name)) => Ok(Some((offset, name))),
                (_, Token::ObjectEnd) => {
                    self.needless_comma(at, comma);
                    Ok(None)
                }
                (offset, token) => Err(self.unexpected(at, offset, token, "a member name")),
            },
            (offset, Token::String(name)) => {
                // Without a colon behind it, it may be the rest of a text with a quotation mark in it.
                let is_sure = self.peek_value().is_some();
                self.missing_comma(at, offset, is_sure);
                Ok(Some((offset, name)))
            }
            (offset, token) => Err(self.unexpected(at, offset, token, "a comma or }")),
        }
    }

    pub(super) fn map(
        &mut self,
        map: &MapShape,
        at: &Path<'_>,
        offset: usize,
        removable: Option<usize>,
    ) -> Result<(), Stop> {
        let most = usize::try_from(map.max_members).unwrap_or(usize::MAX);
        let mut given: HashMap<Cow<'_, str>, Range<usize>> = HashMap::new();
        let mut misspelt: Vec<Renaming> = Vec::new();
        let mut too_many = false;
        let mut next = self.first_name(at)?;
        if next.is_none() {
            let message = || format!("the object is empty, expected {} such as {}", map.title, map.example);
            let help = self.left_out(at, removable, self.end());
            let help = || {
                help.or_else(|| Some(Help::advice(format!("write {} such as {}", map.title, map.example))))
            };
            self.fault(FaultKind::EmptyObject, at, offset, message, help);
        }
        while let Some((place, raw)) = next {
            let name = raw.text();
            let inner = at.member(&name);
            let bytes = place..self.end();
            let mut first = None;
            if self.is_broken(place) {
                // What it was meant to be cannot be told.
            } else if let Some(value) = given.get(&name) {
                first = Some(value.clone());
                self.doubled(&inner, place, &name);
            } else if given.len() < most {
                if let Err(problem) = (map.key.rule)(&name) {
                    let error = LazyCell::new(|| map.key.error(&name, problem));
                    self.fault(
                        FaultKind::InvalidName,
                        &inner,
                        place,
                        || error.message(),
                        || suggestion(map.key, &name, &error, bytes.clone()).map(|help| help.with_edit(None)),
                    );
                    if let Some(meant) = map.key.certain(&name) {
                        misspelt.push(Renaming { bytes, meant: meant.into() });
                    }
                }
                given.insert(name.clone(), place..place);
            } else if !too_many {
                too_many = true;
                let message = || format!("the object has more than {most} members");
                self.fault(FaultKind::TooManyMembers, at, offset, message, || None);
            }
            self.colon(&inner)?;
            self.may_leave_out(Some(place));
            let value = self.value_start();
            self.value(&map.value, &inner)?;
            let value = value..self.end();
            match first {
                Some(first) => self.remove_copy(place, first, value),
                None => drop(given.insert(name.clone(), value)),
            }
            next = self.next_name(at)?;
        }
        self.rename(&misspelt, |meant| given.contains_key(meant));
        Ok(())
    }

    /// The byte at which the next value begins.
    fn value_start(&self) -> usize {
        let rest = self.text.get(self.end()..).unwrap_or_default();
        let blanks = rest.len().saturating_sub(rest.trim_start_matches([' ', '\t', '\n', '\r']).len());
        self.end().saturating_add(blanks)
    }

    /// Gives a doubled member an edit that removes it, if it says the same as the first one.
    fn remove_copy(&mut self, name: usize, first: Range<usize>, second: Range<usize>) {
        let is_same = self.text.get(first) == self.text.get(second.clone());
        if let Some(bytes) = removal(self.text, name..second.end).filter(|_| is_same) {
            self.add_edit(name, Edit::of_bytes(bytes, ""));
        }
    }

    /// Gives misspelt names their edits, but not to one that is given or twice meant.
    fn rename(&mut self, misspelt: &[Renaming], is_given: impl Fn(&str) -> bool) {
        for (place, renaming) in misspelt.iter().enumerate() {
            let is_twice = misspelt
                .iter()
                .enumerate()
                .any(|(other, renamed)| other != place && renamed.meant == renaming.meant);
            if !is_twice && !is_given(&renaming.meant) {
                self.add_edit(renaming.bytes.start, Edit::of_string(renaming.bytes.clone(), &renaming.meant));
            }
        }
    }

    pub(super) fn object(
        &mut self,
        shape: &Shape,
        object: &ObjectShape,
        at: &Path<'_>,
        offset: usize,
    ) -> Result<(), Stop> {
        let mut given: Vec<(&str, Range<usize>)> = Vec::with_capacity(object.members.len());
        let mut meant: Vec<&str> = Vec::new();
        let mut renamed: Vec<Renaming> = Vec::new();
        let mut any_broken = false;
        let mut next = self.first_name(at)?;
        while let Some((place, raw)) = next {
            let name = raw.text();
            let inner = at.member(&name);
            let member = object.members.iter().find(|member| member.name == name);
            // The member that was meant, but for a typing error: what it holds is looked at too.
            let mut misspelt = None;
            let mut first = None;
            match member {
                _ if self.is_broken(place) => any_broken = true,
                None => {
                    let bytes = place..self.end();
                    let home = Home::find(object.name, shape, &name);
                    let near = self.unknown(shape, (object.name, home), &inner, place, &name);
                    let is_given = |near: &str| given.iter().any(|(known, _)| *known == near);
                    if let Some(near) = near.filter(|near| !is_given(near) && !meant.contains(near)) {
                        meant.push(near);
                        let is_near = is_sole_near(shape, &name, near);
                        let target = object.members.iter().find(|member| member.name == near);
                        misspelt = target.filter(|target| {
                            let is_simple = matches!(
                                target.shape,
                                Shape::String(_) | Shape::Integer { .. } | Shape::Boolean
                            );
                            home.map_or(is_near, |home| home.is_same && is_simple)
                        });
                        let is_same = home
                            .map_or(is_near || label_member(shape, &name) == Some(near), |home| home.is_same);
                        if target.is_some_and(|target| {
                            is_same && self.would_fit(&target.shape, misspelt.is_some())
                        }) {
                            renamed.push(Renaming { bytes, meant: near.into() });
                        }
                    }
                }
                Some(member) => match given.iter().find(|(known, _)| *known == member.name) {
                    Some((_, value)) => {
                        first = Some(value.clone());
                        self.doubled(&inner, place, &name);
                    }
                    None => given.push((member.name, place..place)),
                },
            }
            self.colon(&inner)?;
            let value = self.value_start();
            self.may_leave_out(Some(place).filter(|_| member.is_some_and(|member| !member.required)));
            match misspelt {
                Some(meant) => self.misspelt_value(&meant.shape, &inner)?,
                None => self.member_value(member.map(|member| &member.shape), &inner)?,
            }
            let value = value..self.end();
            if let Some(first) = first {
                self.remove_copy(place, first, value);
            } else if let Some((_, known)) = given.iter_mut().rev().find(|(known, _)| *known == name) {
                *known = value;
            }
            next = self.next_name(at)?;
        }
        let is_given = |name: &str| given.iter().any(|(known, _)| *known == name);
        self.rename(&renamed, is_given);
        // A member whose name is no JSON may be any of those that are missing.
        let absent = |member: &&MemberShape| !any_broken && member.required && !is_given(member.name);
        // A member that was misspelt is one mistake, and was answered.
        for member in object.members.iter().filter(absent).filter(|member| !meant.contains(&member.name)) {
            let message = || format!("the member \"{}\" is missing (of {})", member.name, object.name);
            let help = || {
                let such_as = sample(&member.shape).map(|sample| format!(", such as {sample}"));
                let such_as = such_as.unwrap_or_default();
                Some(Help::advice(format!("add \"{}\": {}{such_as}", member.name, expected(&member.shape))))
            };
            self.fault(FaultKind::MissingMember, at, offset, message, help);
        }
        Ok(())
    }

    /// Notes a member that the format does not have, and gives the one that was most likely meant.
    fn unknown(
        &mut self,
        shape: &Shape,
        (owner, home): (&str, Option<&'static Home>),
        at: &Path<'_>,
        offset: usize,
        name: &str,
    ) -> Option<&'static str> {
        let near = match home {
            Some(home) => Some(home.member).filter(|member| !member.is_empty()),
            None => nearest(name, names(shape)).or_else(|| label_member(shape, name)),
        };
        let message =
            || format!("unknown member {} of {owner}, expected one of: {}", excerpt(name), members(shape));
        let help = || {
            Some(Help::advice(match (home, near) {
                (Some(home), _) => home.help.to_owned(),
                (None, Some(near)) => format!("write \"{near}\""),
                (None, None) if matches!(shape, Shape::Choice(_)) => {
                    "write one of these in its place".to_owned()
                }
                (None, None) if names(shape).any(|known| known == "extensions") => {
                    "remove the member, or put custom data under `extensions`".to_owned()
                }
                (None, None) => "remove the member, or write one of these in its place".to_owned(),
            }))
        };
        self.fault(FaultKind::UnknownMember, at, offset, message, help);
        near
    }

    pub(super) fn choice(
        &mut self,
        shape: &Shape,
        branches: &'static [BranchShape],
        at: &Path<'_>,
        offset: usize,
    ) -> Result<(), Stop> {
        let mut given: Option<&str> = None;
        let (mut unknown, mut several) = (false, false);
        let mut renamed: Vec<Renaming> = Vec::new();
        let mut next = self.first_name(at)?;
        while let Some((place, raw)) = next {
            let name = raw.text();
            let inner = at.member(&name);
            let branch = branches.iter().find(|branch| branch.tag == name);
            match (branch, given) {
                _ if self.is_broken(place) => unknown = true,
                (None, _) => {
                    unknown = true;
                    let bytes = place..self.end();
                    let owner = "an object with one member";
                    let home = Home::find(owner, shape, &name);
                    let near = self.unknown(shape, (owner, home), &inner, place, &name);
                    let near = near.filter(|near| is_sole_near(shape, &name, near));
                    let target = branches.iter().find(|branch| Some(branch.tag) == near);
                    if let Some(target) = target.filter(|target| self.would_fit(&target.shape, false)) {
                        renamed.push(Renaming { bytes, meant: target.tag.into() });
                    }
                }
                (Some(branch), Some(tag)) if branch.tag == tag => self.doubled(&inner, place, &name),
                (Some(_), Some(_)) => several = true,
                (Some(branch), None) => given = Some(branch.tag),
            }
            self.colon(&inner)?;
            self.member_value(branch.map(|branch| &branch.shape), &inner)?;
            next = self.next_name(at)?;
        }
        if several || (given.is_none() && !unknown) {
            let message = || {
                let found = if several { "several members" } else { "no member" };
                format!("the object has {found}, expected exactly one of: {}", members(shape))
            };
            let help = || several.then(|| Help::advice("keep one of the members"));
            self.fault(FaultKind::NotOneMember, at, offset, message, help);
        }
        // Of two unknown members one may be the right one.
        if given.is_none() && !several && renamed.len() == 1 {
            self.rename(&renamed, |_| false);
        }
        Ok(())
    }

    /// Whether the value that comes next has no fault in this shape. Of one that is searched by this shape anyway, the
    /// type is enough: its faults are told.
    fn would_fit(&self, shape: &Shape, is_searched: bool) -> bool {
        self.peek_value().is_some_and(|(offset, token)| {
            if is_searched { is_of_type(shape, token) } else { self.end_of_valid(shape, offset).is_some() }
        })
    }

    /// Looks for faults in the value of a misspelt member, where it is of the type that the meant one has.
    fn misspelt_value(&mut self, shape: &Shape, at: &Path<'_>) -> Result<(), Stop> {
        let (offset, token) = self.node(at)?;
        if is_of_type(shape, token) {
            self.value_from(shape, at, offset, token, None)
        } else {
            self.skip(at, offset, token)
        }
    }

    /// Looks for faults in the value of a member; of one that the format does not have, only whether it is JSON.
    fn member_value(&mut self, shape: Option<&Shape>, at: &Path<'_>) -> Result<(), Stop> {
        if let Some(shape) = shape {
            return self.value(shape, at);
        }
        let (offset, token) = self.node(at)?;
        self.skip(at, offset, token)
    }
}

/// A name that was misspelt, and the one that was meant.
struct Renaming {
    bytes: Range<usize>,
    meant: Box<str>,
}

/// Whether a name is but for one letter that of a member, and of no other member.
fn is_sole_near(shape: &Shape, name: &str, member: &str) -> bool {
    let is_near = |known: &str| near_miss(name, [known]).is_some();
    same_letters(name, member)
        || (is_near(member) && names(shape).filter(|known| is_near(known)).count() == 1)
}

/// Whether a value that begins with a token has the type of a shape.
const fn is_of_type(shape: &Shape, token: Token<'_>) -> bool {
    matches!(
        (shape, token),
        (Shape::List(_), Token::ListStart)
            | (Shape::Map(_) | Shape::Object(_) | Shape::Choice(_), Token::ObjectStart)
            | (Shape::String(_), Token::String(_))
            | (Shape::Integer { .. }, Token::Number(_))
            | (Shape::Boolean, Token::True | Token::False)
    )
}
