//! The search for everything that is wrong in a text, led by the shape of what it was meant to be.
//!
//! It goes over the bytes once more, without a tree, and only where the strict reader has refused them.

mod free_form;
mod help;
mod home;
mod members;
mod slip;
mod titles;
mod wording;
mod wrong_type;

pub(crate) use self::help::Help;
use self::slip::{Slip, number_run};
use self::titles::Titles;
use self::wording::{decimal_help, expected, found, sample, suggestion};
use crate::json::FaultKind;
use crate::json::{Edit, Limits, removal};
use crate::json::{RawString, Scanner, Syntax, SyntaxKind, Token};
use crate::order::put_in_order;
use crate::reflect::{Path, Shape, StringShape, sanitized};
use std::cell::LazyCell;
use std::fmt::{self, Write as _};

/// A fault, with its place still in bytes.
pub(crate) struct Found {
    pub kind: FaultKind,
    pub pointer: String,
    pub offset: usize,
    pub message: String,
    pub help: Option<Help>,
}

/// The text is no JSON from here on, or a limit is reached: nothing more can be said of it.
pub(super) struct Stop;

/// The search in one text. It holds no tree: only where it stands.
pub(super) struct Diagnoser<'a> {
    scanner: Scanner<'a>,
    text: &'a str,
    pub limits: Limits,
    nodes: u64,
    faults: Vec<Found>,
    count: usize,
    /// Where the last string stands that is no JSON inside. It was answered, and is not looked at again.
    broken: Option<usize>,
    /// Where a control character is in it, if that is what is wrong.
    control_character: Option<usize>,
    /// Where the last string starts.
    last_string: Option<usize>,
    /// The byte after the token before the last one.
    before: usize,
    /// Where the entry begins that the next value is of, if it may be left out: a member that is not required, or an item.
    removable: Option<usize>,
    /// Whether faults are only counted.
    is_silent: bool,
    /// The titles of the records of the text, once they have been asked for.
    titles: Option<Titles<'a>>,
}

/// Everything that is wrong in the text: the faults in their order, as many as the limits keep, and how many there are.
pub(crate) fn diagnose(text: &str, shape: &Shape, limits: Limits) -> (Vec<Found>, usize) {
    let mut diagnoser = Diagnoser::new(text, 0, limits);
    let root = Path::root();
    diagnoser.scanner.skip_blanks();
    if diagnoser.scanner.offset() == text.len() {
        let message = || "there is no text, expected a JSON object".to_owned();
        diagnoser.fault(FaultKind::EmptyInput, &root, 0, message, || None);
    } else if diagnoser.value(shape, &root).is_ok() {
        diagnoser.scanner.skip_blanks();
        let offset = diagnoser.scanner.offset();
        let rest = text.get(offset..).unwrap_or_default();
        if let Some(bracket) = rest.chars().next() {
            let is_closed = matches!(bracket, '}' | ']');
            let message = || {
                if is_closed {
                    format!("{bracket} closes nothing: the object has ended before")
                } else {
                    "something follows the end of the object".to_owned()
                }
            };
            let closers = rest.trim_end().len();
            let help = || {
                let only_closers =
                    rest.chars().all(|letter| letter.is_whitespace() || matches!(letter, '}' | ']'));
                Some(if is_closed && only_closers {
                    let bytes = offset..offset.saturating_add(closers);
                    Help::remove(bytes, &format!("one {bracket} that has no partner"))
                } else if is_closed {
                    Help::advice(format!("remove one {bracket} that has no partner"))
                } else {
                    Help::advice("remove what follows, or put one record on each line of a .jsonl file")
                })
            };
            diagnoser.fault(FaultKind::TrailingData, &root, offset, message, help);
        }
    }
    put_in_order(&mut diagnoser.faults, &|one, other| one.offset.cmp(&other.offset));
    (diagnoser.faults, diagnoser.count)
}

impl<'a> Diagnoser<'a> {
    /// A search that begins at a byte of a text.
    const fn new(text: &'a str, offset: usize, limits: Limits) -> Self {
        Self {
            scanner: Scanner::starting_at(text, offset),
            text,
            limits,
            nodes: 0,
            faults: Vec::new(),
            count: 0,
            broken: None,
            control_character: None,
            last_string: None,
            before: 0,
            removable: None,
            is_silent: false,
            titles: None,
        }
    }

    /// The byte after the value that begins at a byte, if there is no fault in it.
    pub(super) fn end_of_valid(&self, shape: &Shape, offset: usize) -> Option<usize> {
        let mut search = Self { is_silent: true, ..Self::new(self.text, offset, self.limits) };
        let is_read = search.value(shape, &Path::root()).is_ok();
        (is_read && search.count == 0).then(|| search.scanner.offset())
    }

    /// Where the value of a member begins whose name was just taken, and its first token.
    pub(super) fn peek_value(&self) -> Option<(usize, Token<'a>)> {
        let mut scanner = self.scanner.clone();
        scanner.next().ok().flatten().filter(|token| *token == Token::Colon)?;
        scanner.skip_blanks();
        let offset = scanner.offset();
        Some((offset, scanner.next().ok().flatten()?))
    }

    /// The byte after the last token.
    pub(super) const fn end(&self) -> usize {
        self.scanner.offset()
    }

    /// The next value is of a member that may be left out, whose name begins at this byte.
    pub(super) const fn may_leave_out(&mut self, entry: Option<usize>) {
        self.removable = entry;
    }

    /// Gives the last fault at a byte an edit that was not known before.
    pub(super) fn add_edit(&mut self, offset: usize, edit: Edit) {
        let found = self.faults.iter_mut().rev().find(|fault| fault.offset == offset);
        if let Some(help) = found.and_then(|fault| fault.help.as_mut()) {
            help.edit = Some(edit);
        }
    }

    /// Advice to remove a member or an item that may be left out, and ends at a byte.
    fn left_out(&self, at: &Path<'_>, entry: Option<usize>, end: usize) -> Option<Help> {
        let what =
            if at.name().is_some() { "the member: a missing member means 'not stated'" } else { "the item" };
        let help = Help::advice(format!("remove {what}"));
        let bytes = removal(self.text, entry?..end);
        Some(help.with_edit(bytes.map(|bytes| Edit::of_bytes(bytes, ""))))
    }

    /// Notes a fault. Its words are made only where it is kept.
    pub(super) fn fault(
        &mut self,
        kind: FaultKind,
        at: &dyn fmt::Display,
        offset: usize,
        message: impl FnOnce() -> String,
        help: impl FnOnce() -> Option<Help>,
    ) {
        if self.counted() {
            self.keep(kind, at, offset, message(), help());
        }
    }

    /// Counts a fault: whether it is kept.
    fn counted(&mut self) -> bool {
        self.count = self.count.saturating_add(1);
        !self.is_silent && self.faults.len() < self.limits.faults.max(1)
    }

    fn keep(
        &mut self,
        kind: FaultKind,
        at: &dyn fmt::Display,
        offset: usize,
        message: String,
        help: Option<Help>,
    ) {
        self.faults.push(Found { kind, pointer: pointer(at), offset, message, help });
    }

    /// The next token, which must be there.
    pub(super) fn token(&mut self, at: &dyn fmt::Display) -> Result<(usize, Token<'a>), Stop> {
        self.before = self.scanner.offset();
        loop {
            self.scanner.skip_blanks();
            let offset = self.scanner.offset();
            match self.scanner.next() {
                Ok(Some(token)) => {
                    if let Token::String(raw) = token {
                        self.check_length(at, offset, raw);
                        self.last_string = Some(offset);
                    }
                    return Ok((offset, token));
                }
                Ok(None) => {
                    let message = || "the text ends before it is complete".to_owned();
                    let text = self.text;
                    self.fault(FaultKind::UnexpectedEnd, at, text.len(), message, || {
                        slip::unclosed(text).map(Help::advice)
                    });
                    return Err(Stop);
                }
                Err(Syntax { kind: SyntaxKind::Unexpected | SyntaxKind::Number, offset: place }) => {
                    if let Some(token) = self.slip(at, place)? {
                        return Ok((offset, token));
                    }
                }
                Err(syntax) => {
                    self.syntax(at, syntax);
                    let inside = matches!(
                        syntax.kind,
                        SyntaxKind::ControlCharacter | SyntaxKind::Escape | SyntaxKind::LoneSurrogate
                    );
                    let passed = if inside { self.scanner.pass_string(offset) } else { None };
                    self.broken = Some(offset);
                    self.control_character =
                        Some(syntax.offset).filter(|_| syntax.kind == SyntaxKind::ControlCharacter);
                    return passed.map(|token| (offset, token)).ok_or(Stop);
                }
            }
        }
    }

    /// Gives the fault of a control character in a string an edit, if nothing but tabs is wrong with the string.
    fn escape_tabs(&mut self, shape: &Shape, start: usize, token: Token<'a>) {
        let (Shape::String(string), Token::String(raw), Some(fault)) = (shape, token, self.control_character)
        else {
            return;
        };
        let json = format!("\"{}\"", raw.written().replace('\t', "\\t"));
        if let Ok(Some(Token::String(meant))) = Scanner::new(&json).next()
            && string.check(&meant.text()).is_ok()
        {
            self.add_edit(fault, Edit::of_bytes(start..self.end(), json));
        }
    }

    /// Notes what is no JSON at this byte, and gives the token that it was meant to be; `None` where it was only to be
    /// passed over.
    fn slip(&mut self, at: &dyn fmt::Display, offset: usize) -> Result<Option<Token<'a>>, Stop> {
        let slip = Slip::of(self.text, offset, self.before, self.last_string);
        if let Some(string) = slip.instead_of
            && self.faults.last().is_some_and(|fault| fault.offset == string)
        {
            // The string was cut in the wrong place, so that what was said of it is wrong.
            self.faults.pop();
            self.count = self.count.saturating_sub(1);
        }
        let place = slip.instead_of.unwrap_or(offset);
        self.fault(FaultKind::Syntax, at, place, || slip.message, || slip.help);
        let Some(end) = slip.end else {
            self.broken = Some(offset);
            return Err(Stop);
        };
        self.scanner.go_to(end);
        if slip.is_broken {
            self.broken = Some(offset);
        }
        Ok(slip.token)
    }

    /// Whether the string at this byte is no JSON inside, which was said.
    pub(super) fn is_broken(&self, offset: usize) -> bool {
        self.broken == Some(offset)
    }

    /// The first token of the value that comes next.
    pub(super) fn node(&mut self, at: &dyn fmt::Display) -> Result<(usize, Token<'a>), Stop> {
        let (offset, token) = self.token(at)?;
        self.count_node(at, offset)?;
        Ok((offset, token))
    }

    pub(super) fn count_node(&mut self, at: &dyn fmt::Display, offset: usize) -> Result<(), Stop> {
        self.nodes = self.nodes.saturating_add(1);
        let most = self.limits.nodes;
        if self.nodes <= most {
            return Ok(());
        }
        let message = || format!("there are more than {most} values");
        self.fault(FaultKind::LimitNodes, at, offset, message, || None);
        Err(Stop)
    }

    fn check_length(&mut self, at: &dyn fmt::Display, offset: usize, raw: RawString<'_>) {
        let most = self.limits.string_chars;
        if raw.written().len() > most && raw.text().chars().nth(most).is_some() {
            let message = || format!("a string has more than {most} characters");
            self.fault(FaultKind::LimitStringChars, at, offset, message, || None);
        }
    }

    fn syntax(&mut self, at: &dyn fmt::Display, syntax: Syntax) {
        let (kind, message, help) = match syntax.kind {
            SyntaxKind::OpenString => (
                FaultKind::UnexpectedEnd,
                "the string that starts here is not closed",
                Some("close it with a quotation mark"),
            ),
            SyntaxKind::LineBreak => (
                FaultKind::Syntax,
                "the line ends in a string",
                Some("close the string with a quotation mark, or write the line break as \\n"),
            ),
            SyntaxKind::ControlCharacter => (
                FaultKind::Syntax,
                "a string contains a control character",
                Some("write a tab as \\t, and remove other invisible characters"),
            ),
            SyntaxKind::Escape => (
                FaultKind::Syntax,
                "invalid escape sequence: the character after the backslash cannot be escaped",
                Some("write a backslash as \\\\"),
            ),
            SyntaxKind::LoneSurrogate => (
                FaultKind::LoneSurrogate,
                "the escape is half of a surrogate pair",
                Some("write the character itself"),
            ),
            SyntaxKind::Number | SyntaxKind::Unexpected => {
                (FaultKind::Syntax, "this is not a JSON value", None)
            }
        };
        self.fault(kind, at, syntax.offset, || message.to_owned(), || help.map(Help::advice));
    }

    /// Notes a token that cannot stand here, after which nothing more can be said.
    pub(super) fn unexpected(
        &mut self,
        at: &dyn fmt::Display,
        offset: usize,
        token: Token<'_>,
        belongs: &str,
    ) -> Stop {
        let message = || format!("{} stands here, expected {belongs}", found(token));
        self.fault(FaultKind::Syntax, at, offset, message, || None);
        Stop
    }

    pub(super) fn colon(&mut self, at: &dyn fmt::Display) -> Result<(), Stop> {
        match self.token(at)? {
            (_, Token::Colon) => Ok(()),
            (
                offset,
                Token::String(_)
                | Token::Number(_)
                | Token::ObjectStart
                | Token::ListStart
                | Token::True
                | Token::False
                | Token::Null,
            ) => {
                let before = self.before;
                let help = || {
                    let edit = Edit::of_bytes(before..before, ":");
                    Some(Help::certain(edit, |_| "put a colon before it".to_owned()))
                };
                self.fault(
                    FaultKind::Syntax,
                    at,
                    offset,
                    || "a colon is missing before this".to_owned(),
                    help,
                );
                self.scanner.go_to(offset);
                Ok(())
            }
            (offset, token) => Err(self.unexpected(at, offset, token, "a colon")),
        }
    }

    /// Looks for faults in the value that comes next.
    pub(super) fn value(&mut self, shape: &Shape, at: &Path<'_>) -> Result<(), Stop> {
        let removable = self.removable.take();
        let (offset, token) = self.node(at)?;
        self.value_from(shape, at, offset, token, removable)
    }

    /// Looks for faults in a value whose first token is taken. It goes no deeper than the shapes do.
    fn value_from(
        &mut self,
        shape: &Shape,
        at: &Path<'_>,
        offset: usize,
        token: Token<'a>,
        removable: Option<usize>,
    ) -> Result<(), Stop> {
        match (shape, token) {
            // What was said of its syntax is all that can be said.
            (_, Token::String(_) | Token::Number(_)) if self.is_broken(offset) => {
                self.escape_tabs(shape, offset, token);
                Ok(())
            }
            (Shape::Any, _) => self.any(at, offset, token),
            (Shape::String(string), Token::String(raw)) => self.string(string, at, offset, &raw.text()),
            (Shape::Integer { least, most }, Token::Number(digits)) => {
                if !digits.parse::<u32>().is_ok_and(|number| (*least..=*most).contains(&number)) {
                    let message = || format!("found {}, expected {}", found(token), expected(shape));
                    let end = self.end();
                    let help =
                        || whole_number(digits, *least, *most).map(|whole| Help::write(offset..end, whole));
                    self.fault(FaultKind::NumberOutOfRange, at, offset, message, help);
                }
                Ok(())
            }
            (Shape::Boolean, Token::True | Token::False) => Ok(()),
            (Shape::List(item), Token::ListStart) => self.list(item, at, offset, removable),
            (Shape::Map(map), Token::ObjectStart) => self.map(map, at, offset, removable),
            (Shape::Object(object), Token::ObjectStart) => self.object(shape, object, at, offset),
            (Shape::Choice(choice), Token::ObjectStart) => self.choice(shape, choice.branches, at, offset),
            (_, Token::ObjectEnd | Token::ListEnd | Token::Colon | Token::Comma) => {
                Err(self.unexpected(at, offset, token, "a value"))
            }
            (Shape::String(string), Token::Number(digits))
                if number_run(self.text, offset).len() > digits.len() =>
            {
                let run = number_run(self.text, offset);
                let message = || format!("found {run}, expected {}", expected(shape));
                let end = offset.saturating_add(run.len());
                self.fault(FaultKind::WrongType, at, offset, message, || {
                    Some(decimal_help(string, run, offset..end))
                });
                self.scanner.go_to(end);
                Ok(())
            }
            (_, Token::Null) => {
                let message = || format!("found null, expected {}", expected(shape));
                let end = self.end();
                let help = match self.left_out(at, removable, end) {
                    Some(help) => Some(help),
                    None => {
                        sample(shape).map(|sample| Help::advice(format!("write a value, such as {sample}")))
                    }
                };
                self.fault(FaultKind::NullMember, at, offset, message, || help);
                Ok(())
            }
            _ => {
                let list = token == Token::ListStart
                    && matches!(shape, Shape::Map(_) | Shape::Object(_) | Shape::Choice(_));
                let kind = if list { FaultKind::ListForObject } else { FaultKind::WrongType };
                let message = || format!("found {}, expected {}", found(token), expected(shape));
                let help = if self.is_silent { None } else { self.type_help(shape, offset, token) };
                self.fault(kind, at, offset, message, || help);
                self.skip(at, offset, token)
            }
        }
    }

    fn string(&mut self, shape: &StringShape, at: &Path<'_>, offset: usize, text: &str) -> Result<(), Stop> {
        let Err(problem) = (shape.rule)(text) else { return Ok(()) };
        let error = LazyCell::new(|| shape.error(text, problem));
        if (shape.is_newer)(text) {
            // Nothing else that this library could say of a newer format would be sure.
            self.faults.clear();
            self.count = 0;
            let help = || Some(Help::advice("read it with a newer version of this library"));
            self.fault(FaultKind::UnsupportedVersion, at, offset, || error.message(), help);
            return Err(Stop);
        }
        let kind_of = if shape.closed { FaultKind::UnlistedCode } else { FaultKind::InvalidValue };
        let bytes = offset..self.end();
        let list = shape.title.strip_suffix(" id").filter(|_| at.name() != Some("id"));
        if let Some(kind) = list.filter(|_| text.trim().contains(' ') && !self.is_silent) {
            let whole = self.text;
            let titles = self.titles.get_or_insert_with(|| Titles::of(whole));
            let id = titles.id(kind, text).map(str::to_owned);
            let help = || {
                Some(match id {
                    Some(id) if shape.check(&id).is_ok() => {
                        Help::certain(Edit::of_string(bytes, &id), |id| {
                            format!("write {id}, the id of the {kind} with this title")
                        })
                    }
                    _ => Help::advice(format!("write the id of the {kind}, and not its title")),
                })
            };
            self.fault(kind_of, at, offset, || error.message(), help);
            return Ok(());
        }
        self.fault(kind_of, at, offset, || error.message(), || suggestion(shape, text, &error, bytes));
        Ok(())
    }

    fn list(
        &mut self,
        item: &Shape,
        at: &Path<'_>,
        offset: usize,
        removable: Option<usize>,
    ) -> Result<(), Stop> {
        let (mut next, mut token) = self.token(at)?;
        if token == Token::ListEnd {
            let message = || "the list is empty, expected at least one item".to_owned();
            let help = self.left_out(at, removable, self.end());
            let help = || help.or_else(|| Some(Help::advice("add an item")));
            self.fault(FaultKind::EmptyList, at, offset, message, help);
            return Ok(());
        }
        let mut index = 0_usize;
        loop {
            let place = at.index(index);
            self.count_node(&place, next)?;
            self.value_from(item, &place, next, token, Some(next))?;
            match self.token(at)? {
                (_, Token::ListEnd) => return Ok(()),
                (comma, Token::Comma) => {
                    (next, token) = self.after_comma(at)?;
                    if token == Token::ListEnd {
                        self.needless_comma(at, comma);
                        return Ok(());
                    }
                }
                (here, start @ (Token::ObjectStart | Token::String(_) | Token::Number(_))) => {
                    self.missing_comma(at, here, true);
                    (next, token) = (here, start);
                }
                (here, other) => return Err(self.unexpected(at, here, other, "a comma or ]")),
            }
            index = index.saturating_add(1);
        }
    }

    /// Notes that two members or items have no comma between them, if the second surely is one.
    pub(super) fn missing_comma(&mut self, at: &Path<'_>, offset: usize, is_sure: bool) {
        let edit = is_sure.then(|| Edit::of_bytes(self.before..self.before, ","));
        let help = || Some(Help::advice("put a comma before it").with_edit(edit));
        self.fault(FaultKind::Syntax, at, offset, || "a comma is missing before this".to_owned(), help);
    }

    pub(super) fn needless_comma(&mut self, at: &dyn fmt::Display, offset: usize) {
        let help = || Some(Help::remove(offset..offset.saturating_add(1), "the comma"));
        let message = || "a comma follows the last item".to_owned();
        self.fault(FaultKind::Syntax, at, offset, message, help);
    }

    /// The token after a comma. Further commas are a fault each and passed over.
    pub(super) fn after_comma(&mut self, at: &dyn fmt::Display) -> Result<(usize, Token<'a>), Stop> {
        loop {
            let (offset, token) = self.token(at)?;
            if token != Token::Comma {
                return Ok((offset, token));
            }
            let help = || Some(Help::remove(offset..offset.saturating_add(1), "one of the commas"));
            self.fault(FaultKind::Syntax, at, offset, || "a comma follows a comma".to_owned(), help);
        }
    }
}

/// A number without decimals that are all zero, if it is in a range.
fn whole_number(digits: &str, least: u32, most: u32) -> Option<&str> {
    let (whole, decimals) = digits.split_once('.')?;
    let is_zero = decimals.bytes().all(|digit| digit == b'0');
    (is_zero && whole.parse::<u32>().is_ok_and(|number| (least..=most).contains(&number))).then_some(whole)
}

/// What is said where the reader refuses a text in which the diagnoser finds no fault, which no text is known to bring
/// about: the two are held against each other by the tests.
pub(crate) const UNEXPLAINED: &str =
    "the text is refused for a reason that this library cannot name, which is a fault of its own";

/// What is wrong first in a text that was refused, and where, in one sentence.
pub(crate) fn first_fault(text: &str, shape: &Shape) -> String {
    let (found, _) = diagnose(text, shape, Limits::default().with_faults(1));
    match found.into_iter().next() {
        Some(Found { pointer, message, .. }) if pointer.is_empty() => message,
        Some(Found { pointer, message, .. }) => format!("{message} (at {})", sanitized(&pointer)),
        None => UNEXPLAINED.to_owned(),
    }
}

/// Most bytes of the pointer of a fault.
const LONGEST_POINTER: usize = 4096;

/// A pointer as text; one that is too long is cut after a whole step.
fn pointer(at: &dyn fmt::Display) -> String {
    struct Short(String);
    impl fmt::Write for Short {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            if self.0.len().saturating_add(text.len()) > LONGEST_POINTER {
                return Err(fmt::Error);
            }
            self.0.push_str(text);
            Ok(())
        }
    }
    let mut short = Short(String::new());
    if write!(short, "{at}").is_err() {
        let whole = short.0.rfind('/').unwrap_or_default();
        short.0.truncate(whole);
    }
    short.0
}
