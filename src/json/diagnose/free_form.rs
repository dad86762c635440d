//! Values that no shape leads through: data of one's own, and what stands where something else belongs.

use super::help::Help;
use super::{Diagnoser, Stop};
use crate::json::FaultKind;
use crate::json::{MAX_NESTING, Token};
use crate::reflect::{Path, excerpt, write_step};
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

/// An object or a list of data of one's own that is open.
enum Frame<'a> {
    Object { names: HashSet<Cow<'a, str>>, name: Cow<'a, str> },
    List { index: usize },
}

/// The place of a value inside data of one's own.
struct Inside<'p, 'a> {
    at: &'p Path<'p>,
    frames: &'p [Frame<'a>],
}

impl fmt::Display for Inside<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)?;
        for frame in self.frames {
            match frame {
                Frame::Object { name, .. } => write_step(f, name)?,
                Frame::List { index } => write!(f, "/{index}")?,
            }
        }
        Ok(())
    }
}

/// What closes an object or a list.
const fn closing(object: bool) -> Token<'static> {
    if object { Token::ObjectEnd } else { Token::ListEnd }
}

impl<'a> Diagnoser<'a> {
    /// Looks for faults in data of one's own, whose first token is taken.
    pub(super) fn any(&mut self, at: &Path<'_>, offset: usize, first: Token<'a>) -> Result<(), Stop> {
        let most = self.limits.nesting.min(MAX_NESTING);
        let mut frames: Vec<Frame<'a>> = Vec::new();
        let (mut offset, mut token) = (offset, first);
        let mut deep = false;
        loop {
            match token {
                Token::ObjectStart | Token::ListStart if frames.len() >= most => {
                    if !deep {
                        deep = true;
                        let kind =
                            if most < MAX_NESTING { FaultKind::LimitNesting } else { FaultKind::TooDeep };
                        let message =
                            || format!("objects and lists stand more than {most} deep in each other");
                        let help = || Some(Help::advice("make the data flatter"));
                        self.fault(kind, &Inside { at, frames: &frames }, offset, message, help);
                    }
                    self.skip(at, offset, token)?;
                }
                Token::ObjectStart => {
                    let (next, close) = self.token(&Inside { at, frames: &frames })?;
                    if close != Token::ObjectEnd {
                        frames.push(Frame::Object { names: HashSet::new(), name: Cow::Borrowed("") });
                        self.inner_name(at, &mut frames, next, close)?;
                        (offset, token) = self.node(&Inside { at, frames: &frames })?;
                        continue;
                    }
                }
                Token::ListStart => {
                    let (next, close) = self.token(&Inside { at, frames: &frames })?;
                    if close != Token::ListEnd {
                        frames.push(Frame::List { index: 0 });
                        self.count_node(&Inside { at, frames: &frames }, next)?;
                        (offset, token) = (next, close);
                        continue;
                    }
                }
                Token::String(_) | Token::Number(_) | Token::True | Token::False | Token::Null => {}
                _ => return Err(self.unexpected(&Inside { at, frames: &frames }, offset, token, "a value")),
            }
            // A value is complete: what follows closes what is open, or another value comes.
            let (more, after, first) = loop {
                let Some(inner) = frames.last_mut() else { return Ok(()) };
                let list = match inner {
                    Frame::List { index } => {
                        *index = index.saturating_add(1);
                        true
                    }
                    Frame::Object { .. } => false,
                };
                let (next, token) = self.token(&Inside { at, frames: &frames })?;
                match (list, token) {
                    (true, Token::ListEnd) | (false, Token::ObjectEnd) => {
                        frames.pop();
                    }
                    (_, Token::Comma) => match self.after_comma(&Inside { at, frames: &frames })? {
                        (_, token) if token == closing(!list) => {
                            self.needless_comma(&Inside { at, frames: &frames }, next);
                            frames.pop();
                        }
                        (after, first) => break (list, after, first),
                    },
                    _ => {
                        let belongs = if list { "a comma or ]" } else { "a comma or }" };
                        return Err(self.unexpected(&Inside { at, frames: &frames }, next, token, belongs));
                    }
                }
            };
            if more {
                self.count_node(&Inside { at, frames: &frames }, after)?;
                (offset, token) = (after, first);
            } else {
                self.inner_name(at, &mut frames, after, first)?;
                (offset, token) = self.node(&Inside { at, frames: &frames })?;
            }
        }
    }

    /// Takes the name of a member of the innermost object and the colon after it.
    fn inner_name(
        &mut self,
        at: &Path<'_>,
        frames: &mut [Frame<'a>],
        offset: usize,
        token: Token<'a>,
    ) -> Result<(), Stop> {
        let Token::String(raw) = token else {
            return Err(self.unexpected(&Inside { at, frames }, offset, token, "a member name"));
        };
        let mut doubled = false;
        if let Some(Frame::Object { names, name }) = frames.last_mut() {
            *name = raw.text();
            doubled = !names.insert(name.clone());
        }
        if doubled {
            self.doubled(&Inside { at, frames }, offset, &raw.text());
        }
        self.colon(&Inside { at, frames })
    }

    /// Takes the rest of a value whose first token is taken, looking at nothing but whether it is JSON.
    pub(super) fn skip(&mut self, at: &Path<'_>, offset: usize, first: Token<'a>) -> Result<(), Stop> {
        // Whether each that is open is an object.
        let mut open: Vec<bool> = Vec::new();
        let (mut offset, mut token) = (offset, first);
        loop {
            match token {
                Token::ObjectStart | Token::ListStart => {
                    let object = token == Token::ObjectStart;
                    (offset, token) = self.token(at)?;
                    if token != (if object { Token::ObjectEnd } else { Token::ListEnd }) {
                        open.push(object);
                        if object {
                            self.skipped_name(at, offset, token)?;
                            (offset, token) = self.node(at)?;
                        } else {
                            self.count_node(at, offset)?;
                        }
                        continue;
                    }
                }
                Token::String(_) | Token::Number(_) | Token::True | Token::False | Token::Null => {}
                _ => return Err(self.unexpected(at, offset, token, "a value")),
            }
            let (object, next, first) = loop {
                let Some(&object) = open.last() else { return Ok(()) };
                let (next, token) = self.token(at)?;
                match (object, token) {
                    (true, Token::ObjectEnd) | (false, Token::ListEnd) => {
                        open.pop();
                    }
                    (_, Token::Comma) => match self.after_comma(at)? {
                        (_, token) if token == closing(object) => {
                            self.needless_comma(at, next);
                            open.pop();
                        }
                        (offset, first) => break (object, offset, first),
                    },
                    _ => {
                        let belongs = if object { "a comma or }" } else { "a comma or ]" };
                        return Err(self.unexpected(at, next, token, belongs));
                    }
                }
            };
            if object {
                self.skipped_name(at, next, first)?;
                (offset, token) = self.node(at)?;
            } else {
                self.count_node(at, next)?;
                (offset, token) = (next, first);
            }
        }
    }

    fn skipped_name(&mut self, at: &Path<'_>, offset: usize, token: Token<'a>) -> Result<(), Stop> {
        if !matches!(token, Token::String(_)) {
            return Err(self.unexpected(at, offset, token, "a member name"));
        }
        self.colon(at)
    }

    pub(super) fn doubled(&mut self, at: &dyn fmt::Display, offset: usize, name: &str) {
        let message = || format!("the member {} is given twice", excerpt(name));
        let help = || Some(Help::advice("keep one of the two"));
        self.fault(FaultKind::DoubledMember, at, offset, message, help);
    }
}
