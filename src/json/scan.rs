use std::borrow::Cow;

/// A token of a JSON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    ObjectStart,
    ObjectEnd,
    ListStart,
    ListEnd,
    Colon,
    Comma,
    String(RawString<'a>),
    /// The digits as they are written.
    Number(&'a str),
    True,
    False,
    Null,
}

/// A string as it is written, without its quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RawString<'a> {
    raw: &'a str,
    escaped: bool,
}

impl<'a> RawString<'a> {
    /// A string without escapes.
    pub(crate) const fn plain(raw: &'a str) -> Self {
        Self { raw, escaped: false }
    }

    /// The string as it is written, escapes and all.
    pub(crate) const fn written(self) -> &'a str {
        self.raw
    }

    /// The string that is meant, with its escapes resolved.
    pub(crate) fn text(self) -> Cow<'a, str> {
        if !self.escaped {
            return Cow::Borrowed(self.raw);
        }
        let mut out = String::with_capacity(self.raw.len());
        let mut letters = self.raw.chars();
        while let Some(letter) = letters.next() {
            if letter != '\\' {
                out.push(letter);
                continue;
            }
            match letters.next() {
                Some('b') => out.push('\u{8}'),
                Some('f') => out.push('\u{c}'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('t') => out.push('\t'),
                Some('u') => out.extend(unicode(&mut letters)),
                Some(itself) => out.push(itself),
                None => {}
            }
        }
        Cow::Owned(out)
    }
}

/// The character of a `\u` escape, which the scanner has checked: four digits, or two times four for one beyond.
fn unicode(letters: &mut std::str::Chars<'_>) -> Option<char> {
    let digits = || letters.as_str().get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let first = digits()?;
    letters.nth(3);
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    letters.nth(1);
    let second = letters.as_str().get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok())?;
    letters.nth(3);
    let beyond = first.wrapping_sub(0xd800).wrapping_mul(0x400).wrapping_add(second.wrapping_sub(0xdc00));
    char::from_u32(beyond.wrapping_add(0x1_0000))
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Syntax {
    /// The byte at which it does.
    pub offset: usize,
    pub kind: SyntaxKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SyntaxKind {
    /// A string that is not closed.
    OpenString,
    /// A line that ends in a string.
    LineBreak,
    /// Another control character in a string.
    ControlCharacter,
    /// A backslash before something that it cannot stand before.
    Escape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// Digits that are no JSON number.
    Number,
    /// A word that is not true, false or null, or a character that starts nothing.
    Unexpected,
}

/// Reads a text token by token.
#[derive(Clone, Debug)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, offset: 0 }
    }

    /// A scanner that begins at a byte.
    pub(crate) const fn starting_at(text: &'a str, offset: usize) -> Self {
        Self { text, offset }
    }

    /// The byte at which it stands.
    pub(crate) const fn offset(&self) -> usize {
        self.offset
    }

    /// Goes on to a byte.
    pub(crate) const fn go_to(&mut self, offset: usize) {
        self.offset = offset;
    }

    fn byte(&self, offset: usize) -> Option<u8> {
        self.text.as_bytes().get(offset).copied()
    }

    /// Passes over blanks, so that it stands at the next token or the end.
    pub(crate) fn skip_blanks(&mut self) {
        while matches!(self.byte(self.offset), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.offset = self.offset.saturating_add(1);
        }
    }

    /// The next token; `None` at the end of the text.
    pub(crate) fn next(&mut self) -> Result<Option<Token<'a>>, Syntax> {
        self.skip_blanks();
        let start = self.offset;
        let Some(first) = self.byte(start) else { return Ok(None) };
        let token = match first {
            b'{' => self.single(Token::ObjectStart),
            b'}' => self.single(Token::ObjectEnd),
            b'[' => self.single(Token::ListStart),
            b']' => self.single(Token::ListEnd),
            b':' => self.single(Token::Colon),
            b',' => self.single(Token::Comma),
            b'"' => self.string(start)?,
            b'-' | b'0'..=b'9' => self.number(start)?,
            b't' => self.word(start, "true", Token::True)?,
            b'f' => self.word(start, "false", Token::False)?,
            b'n' => self.word(start, "null", Token::Null)?,
            _ => return Err(Syntax { offset: start, kind: SyntaxKind::Unexpected }),
        };
        Ok(Some(token))
    }

    fn single(&mut self, token: Token<'a>) -> Token<'a> {
        self.offset = self.offset.saturating_add(1);
        token
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn word(&mut self, start: usize, word: &str, token: Token<'a>) -> Result<Token<'a>, Syntax> {
        let end = start.saturating_add(word.len());
        let follows = self.byte(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if self.text.get(start..end) != Some(word) || follows {
            return Err(Syntax { offset: start, kind: SyntaxKind::Unexpected });
        }
        self.offset = end;
        Ok(token)
    }

    fn number(&mut self, start: usize) -> Result<Token<'a>, Syntax> {
        let fault = Syntax { offset: start, kind: SyntaxKind::Number };
        let mut end = start;
        let digits = |end: &mut usize| {
            let from = *end;
            while self.byte(*end).is_some_and(|byte| byte.is_ascii_digit()) {
                *end = end.saturating_add(1);
            }
            end.saturating_sub(from)
        };
        if self.byte(end) == Some(b'-') {
            end = end.saturating_add(1);
        }
        let zero = self.byte(end) == Some(b'0');
        let whole = digits(&mut end);
        if whole == 0 || (zero && whole > 1) {
            return Err(fault);
        }
        if self.byte(end) == Some(b'.') {
            end = end.saturating_add(1);
            if digits(&mut end) == 0 {
                return Err(fault);
            }
        }
        if matches!(self.byte(end), Some(b'e' | b'E')) {
            end = end.saturating_add(1);
            if matches!(self.byte(end), Some(b'+' | b'-')) {
                end = end.saturating_add(1);
            }
            if digits(&mut end) == 0 {
                return Err(fault);
            }
        }
        if self
            .byte(end)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+'))
        {
            return Err(fault);
        }
        self.offset = end;
        Ok(Token::Number(self.slice(start, end)))
    }

    fn string(&mut self, start: usize) -> Result<Token<'a>, Syntax> {
        let content = start.saturating_add(1);
        let mut at = content;
        let mut escaped = false;
        loop {
            match self.byte(at) {
                None => return Err(Syntax { offset: start, kind: SyntaxKind::OpenString }),
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    at = self.escape(at)?;
                }
                Some(b'\n' | b'\r') => return Err(Syntax { offset: at, kind: SyntaxKind::LineBreak }),
                Some(0..=0x1f) => return Err(Syntax { offset: at, kind: SyntaxKind::ControlCharacter }),
                Some(_) => at = at.saturating_add(1),
            }
        }
        self.offset = at.saturating_add(1);
        Ok(Token::String(RawString { raw: self.slice(content, at), escaped }))
    }

    /// Passes over a string that has something in it that a string cannot have, up to its end on the same line.
    pub(crate) fn pass_string(&mut self, start: usize) -> Option<Token<'a>> {
        let content = start.saturating_add(1);
        let mut at = content;
        loop {
            match self.byte(at)? {
                b'"' => break,
                b'\n' | b'\r' => return None,
                b'\\' => at = at.saturating_add(2),
                _ => at = at.saturating_add(1),
            }
        }
        self.offset = at.saturating_add(1);
        Some(Token::String(RawString { raw: self.text.get(content..at)?, escaped: false }))
    }

    /// Checks the escape at this byte and gives the byte after it.
    fn escape(&self, at: usize) -> Result<usize, Syntax> {
        let fault = |kind| Syntax { offset: at, kind };
        match self.byte(at.saturating_add(1)) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at.saturating_add(2)),
            Some(b'u') => match self.code_unit(at) {
                Some(0xd800..0xdc00) => {
                    let second = at.saturating_add(6);
                    match (self.byte(second), self.byte(second.saturating_add(1)), self.code_unit(second)) {
                        (Some(b'\\'), Some(b'u'), Some(0xdc00..0xe000)) => Ok(at.saturating_add(12)),
                        _ => Err(fault(SyntaxKind::LoneSurrogate)),
                    }
                }
                Some(0xdc00..0xe000) => Err(fault(SyntaxKind::LoneSurrogate)),
                Some(_) => Ok(at.saturating_add(6)),
                None => Err(fault(SyntaxKind::Escape)),
            },
            Some(_) => Err(fault(SyntaxKind::Escape)),
            None => Err(fault(SyntaxKind::OpenString)),
        }
    }

    /// The four hexadecimal digits of the escape at this byte.
    fn code_unit(&self, at: usize) -> Option<u32> {
        let digits = self.text.get(at.saturating_add(2)..at.saturating_add(6))?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit())
            .then(|| u32::from_str_radix(digits, 16).ok())
            .flatten()
    }
}
