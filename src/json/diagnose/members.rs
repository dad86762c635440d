//! The search for faults in objects: maps, named members, and one of several.

use super::home::Home;
use super::wording::{expected, label_member, members, names, sample, suggestion};
use super::{Diagnoser, Stop};
use crate::json::FaultKind;
use crate::json::{RawString, Token};
use crate::reflect::{
    BranchShape, MapShape, MemberShape, ObjectShape, Path, Shape, excerpt, near_miss, nearest,
};
use std::cell::LazyCell;
use std::collections::HashSet;

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
                self.missing_comma(at, offset);
                Ok(Some((offset, name)))
            }
            (offset, token) => Err(self.unexpected(at, offset, token, "a comma or }")),
        }
    }

    pub(super) fn map(&mut self, map: &MapShape, at: &Path<'_>, offset: usize) -> Result<(), Stop> {
        let most = usize::try_from(map.max_members).unwrap_or(usize::MAX);
        let mut given = HashSet::new();
        let mut too_many = false;
        let mut next = self.first_name(at)?;
        if next.is_none() {
            let message = || format!("the object is empty, expected {} such as {}", map.title, map.example);
            let help = || Some("leave the member out".to_owned());
            self.fault(FaultKind::EmptyObject, at, offset, message, help);
        }
        while let Some((place, raw)) = next {
            let name = raw.text();
            let inner = at.member(&name);
            if self.is_broken(place) {
                // What it was meant to be cannot be told.
            } else if given.contains(&name) {
                self.doubled(&inner, place, &name);
            } else if given.len() < most {
                if let Err(problem) = (map.key.rule)(&name) {
                    let error = LazyCell::new(|| map.key.error(&name, problem));
                    self.fault(
                        FaultKind::InvalidName,
                        &inner,
                        place,
                        || error.message(),
                        || suggestion(&error),
                    );
                }
                given.insert(name.clone());
            } else if !too_many {
                too_many = true;
                let message = || format!("the object has more than {most} members");
                self.fault(FaultKind::TooManyMembers, at, offset, message, || None);
            }
            self.colon(&inner)?;
            self.value(&map.value, &inner)?;
            next = self.next_name(at)?;
        }
        Ok(())
    }

    pub(super) fn object(
        &mut self,
        shape: &Shape,
        object: &ObjectShape,
        at: &Path<'_>,
        offset: usize,
    ) -> Result<(), Stop> {
        let mut given: Vec<&str> = Vec::with_capacity(object.members.len());
        let mut meant: Vec<&str> = Vec::new();
        let mut any_broken = false;
        let mut next = self.first_name(at)?;
        while let Some((place, raw)) = next {
            let name = raw.text();
            let inner = at.member(&name);
            let member = object.members.iter().find(|member| member.name == name);
            // The member that was meant, but for a typing error: what it holds is looked at too.
            let mut misspelt = None;
            match member {
                _ if self.is_broken(place) => any_broken = true,
                None => {
                    let near = self.unknown(shape, object.name, &inner, place, &name);
                    if let Some(near) = near.filter(|near| !given.contains(near) && !meant.contains(near)) {
                        meant.push(near);
                        let is_typing_error = Home::find(object.name, object.names, &name).is_none();
                        let near = near_miss(&name, [near]).filter(|_| is_typing_error);
                        misspelt = object.members.iter().find(|member| Some(member.name) == near);
                    }
                }
                Some(member) => {
                    if given.contains(&member.name) {
                        self.doubled(&inner, place, &name);
                    } else {
                        given.push(member.name);
                    }
                }
            }
            self.colon(&inner)?;
            match misspelt {
                Some(meant) => self.misspelt_value(&meant.shape, &inner)?,
                None => self.member_value(member.map(|member| &member.shape), &inner)?,
            }
            next = self.next_name(at)?;
        }
        // A member whose name is no JSON may be any of those that are missing.
        let absent = |member: &&MemberShape| !any_broken && member.required && !given.contains(&member.name);
        // A member that was misspelt is one mistake, and was answered.
        for member in object.members.iter().filter(absent).filter(|member| !meant.contains(&member.name)) {
            let message = || format!("the member \"{}\" is missing (of {})", member.name, object.name);
            let help = || {
                let such_as = sample(&member.shape).map(|sample| format!(", such as {sample}"));
                let such_as = such_as.unwrap_or_default();
                Some(format!("add \"{}\": {}{such_as}", member.name, expected(&member.shape)))
            };
            self.fault(FaultKind::MissingMember, at, offset, message, help);
        }
        Ok(())
    }

    /// Notes a member that the format does not have, and gives the one that was most likely meant.
    fn unknown(
        &mut self,
        shape: &Shape,
        owner: &str,
        at: &Path<'_>,
        offset: usize,
        name: &str,
    ) -> Option<&'static str> {
        let known: Vec<&'static str> = names(shape).collect();
        let home = Home::find(owner, &known, name);
        let near = match home {
            Some(home) => Some(home.member).filter(|member| !member.is_empty()),
            None => nearest(name, known.iter().copied()).or_else(|| label_member(shape, name)),
        };
        let message =
            || format!("unknown member {} of {owner}, expected one of: {}", excerpt(name), members(shape));
        let help = || {
            Some(match (home, near) {
                (Some(home), _) => home.help.to_owned(),
                (None, Some(near)) => format!("write \"{near}\""),
                (None, None) if matches!(shape, Shape::Choice(_)) => {
                    "write one of these in its place".to_owned()
                }
                (None, None) if known.contains(&"extensions") => {
                    "remove the member, or put custom data under `extensions`".to_owned()
                }
                (None, None) => "remove the member, or write one of these in its place".to_owned(),
            })
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
        let mut next = self.first_name(at)?;
        while let Some((place, raw)) = next {
            let name = raw.text();
            let inner = at.member(&name);
            let branch = branches.iter().find(|branch| branch.tag == name);
            match (branch, given) {
                _ if self.is_broken(place) => unknown = true,
                (None, _) => {
                    unknown = true;
                    self.unknown(shape, "an object with one member", &inner, place, &name);
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
            let help = || several.then(|| "keep one of the members".to_owned());
            self.fault(FaultKind::NotOneMember, at, offset, message, help);
        }
        Ok(())
    }

    /// Looks for faults in the value of a misspelt member, where it is of the type that the meant one has.
    fn misspelt_value(&mut self, shape: &Shape, at: &Path<'_>) -> Result<(), Stop> {
        let (offset, token) = self.node(at)?;
        let fits = matches!(
            (shape, token),
            (Shape::List(_), Token::ListStart)
                | (Shape::Map(_) | Shape::Object(_) | Shape::Choice(_), Token::ObjectStart)
                | (Shape::String(_), Token::String(_))
                | (Shape::Integer { .. }, Token::Number(_))
                | (Shape::Boolean, Token::True | Token::False)
        );
        if fits { self.value_from(shape, at, offset, token) } else { self.skip(at, offset, token) }
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
