use crate::json::{Scanner, Token};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A list of the document, and a name or title in it.
type ListAndTitle<'a> = (Cow<'a, str>, Cow<'a, str>);

/// The names and titles of the records of a document, for whoever refers to a record by its title.
pub(super) struct Titles<'a> {
    /// By the list and the title; `None` where several records have it.
    ids: HashMap<ListAndTitle<'a>, Option<Cow<'a, str>>>,
}

/// Where a record lies in a document: in an object, in a list of it.
const RECORD: usize = 3;

/// Where the languages of a text of a record lie.
const TEXT: usize = 4;

impl<'a> Titles<'a> {
    /// Goes once over a text, as far as it is JSON.
    pub(super) fn of(text: &'a str) -> Self {
        let mut titles = Self { ids: HashMap::new() };
        let mut scanner = Scanner::new(text);
        let (mut depth, mut list, mut name) = (0_usize, Cow::Borrowed(""), Cow::Borrowed(""));
        let (mut label, mut id): (Vec<Cow<'a, str>>, Option<Cow<'a, str>>) = (Vec::new(), None);
        let (mut string, mut is_value) = (Cow::Borrowed(""), false);
        while let Ok(Some(token)) = scanner.next() {
            match token {
                Token::ObjectStart | Token::ListStart => depth = depth.saturating_add(1),
                Token::ObjectEnd | Token::ListEnd => {
                    if depth == RECORD
                        && let Some(id) = id.take()
                    {
                        for label in label.drain(..) {
                            titles.add((list.clone(), label), id.clone());
                        }
                    }
                    depth = depth.saturating_sub(1);
                }
                Token::Colon if depth == 1 => list = std::mem::take(&mut string),
                Token::Colon if depth == RECORD => name = std::mem::take(&mut string),
                Token::String(raw) if is_value => match (depth, &*name) {
                    (RECORD, "id") => id = Some(raw.text()),
                    (TEXT, "title" | "name" | "statement") => label.push(raw.text()),
                    _ => {}
                },
                Token::String(raw) => string = raw.text(),
                _ => {}
            }
            is_value = token == Token::Colon;
        }
        titles
    }

    fn add(&mut self, title: ListAndTitle<'a>, id: Cow<'a, str>) {
        match self.ids.entry(title) {
            Entry::Vacant(free) => {
                free.insert(Some(id));
            }
            Entry::Occupied(mut known) if known.get().as_ref() != Some(&id) => {
                known.insert(None);
            }
            Entry::Occupied(_) => {}
        }
    }

    /// The id of the only record of a kind, such as `policy instrument`, that has this name or title.
    pub(super) fn id(&self, kind: &str, title: &str) -> Option<&str> {
        let key = (Cow::Owned(list_of(kind)), Cow::Owned(title.to_owned()));
        self.ids.get(&key)?.as_deref()
    }
}

/// The list of the records of a kind.
fn list_of(kind: &str) -> String {
    let name = kind.replace(' ', "_");
    match (name.as_str(), name.strip_suffix('y')) {
        ("funding", _) => name,
        (_, Some(stem)) => format!("{stem}ies"),
        _ => format!("{name}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::list_of;
    use crate::values::RecordKind;

    #[test]
    fn each_kind_has_its_list() {
        for kind in RecordKind::ALL {
            assert_eq!(list_of(kind.title()), kind.list());
        }
    }
}
