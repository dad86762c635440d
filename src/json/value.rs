use super::{Scanner, Syntax, Token};
use std::borrow::Cow;
use std::collections::HashSet;

/// How deep objects and lists may stand in each other in data of one's own.
pub(crate) const MAX_NESTING: usize = 64;

/// What is said of what stands deeper.
pub(crate) const TOO_DEEP: &str = "objects and lists are nested more than 64 levels deep";

/// Why a text is not one JSON value that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ValueFault {
    Syntax(Syntax),
    /// Something else stands where a value, a name, a colon or a comma belongs.
    Unexpected {
        offset: usize,
    },
    /// It ends too early.
    Ends {
        offset: usize,
    },
    /// A member is given twice in one object.
    Doubled {
        offset: usize,
        name: String,
    },
    /// Objects and lists stand too deep in each other.
    TooDeep {
        offset: usize,
    },
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    ValueOrEnd,
    NameOrEnd,
    Name,
    Colon,
    CommaOrEnd,
}

/// Reads one value from the scanner, strictly: no doubled members, no lone surrogates, no more than so deep. Gives its
/// text without blanks between the tokens; numbers and strings stay as they are written.
pub(crate) fn compact(
    scanner: &mut Scanner<'_>,
    text: &str,
    max_nesting: usize,
) -> Result<String, ValueFault> {
    let mut out = String::new();
    // The names so far of each object that is open; a list has none.
    let mut open: Vec<Option<HashSet<Cow<'_, str>>>> = Vec::new();
    let mut next = Next::Value;
    loop {
        scanner.skip_blanks();
        let offset = scanner.offset();
        let token = scanner.next().map_err(ValueFault::Syntax)?.ok_or(ValueFault::Ends { offset })?;
        out.push_str(text.get(offset..scanner.offset()).unwrap_or_default());
        let inside = open.last_mut().map(Option::as_mut);
        next = match (next, token, inside) {
            (Next::Value | Next::ValueOrEnd, Token::ObjectStart | Token::ListStart, _) => {
                if open.len() >= max_nesting {
                    return Err(ValueFault::TooDeep { offset });
                }
                let object = token == Token::ObjectStart;
                open.push(object.then(HashSet::new));
                if object { Next::NameOrEnd } else { Next::ValueOrEnd }
            }
            (Next::Value | Next::ValueOrEnd, token, _) if is_scalar(token) => Next::CommaOrEnd,
            (Next::NameOrEnd | Next::CommaOrEnd, Token::ObjectEnd, Some(Some(_)))
            | (Next::ValueOrEnd | Next::CommaOrEnd, Token::ListEnd, Some(None)) => {
                open.pop();
                Next::CommaOrEnd
            }
            (Next::NameOrEnd | Next::Name, Token::String(name), Some(Some(names))) => {
                let name = name.text();
                if names.contains(&name) {
                    return Err(ValueFault::Doubled { offset, name: name.into_owned() });
                }
                names.insert(name);
                Next::Colon
            }
            (Next::Colon, Token::Colon, _) | (Next::CommaOrEnd, Token::Comma, Some(None)) => Next::Value,
            (Next::CommaOrEnd, Token::Comma, Some(Some(_))) => Next::Name,
            _ => return Err(ValueFault::Unexpected { offset }),
        };
        if open.is_empty() && next == Next::CommaOrEnd {
            return Ok(out);
        }
    }
}

const fn is_scalar(token: Token<'_>) -> bool {
    matches!(token, Token::String(_) | Token::Number(_) | Token::True | Token::False | Token::Null)
}
