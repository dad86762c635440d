//! Columns: the way from a record to a value, and what stands there.

use crate::reflect::{Shape, nearest, plain};
use crate::values::RecordKind;

/// One step of the way. Its number decides where the column stands among the others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub place: usize,
    pub name: String,
    /// Whether it is a place in a list.
    pub item: bool,
}

impl Step {
    /// A member, or a branch, at its place in the definition.
    pub(super) fn member(place: usize, name: &str) -> Self {
        Self { place, name: name.to_owned(), item: false }
    }

    /// A member of one's own naming.
    pub(super) fn key(name: &str) -> Self {
        Self::member(0, name)
    }

    /// An item of a list, counted from 1.
    pub(super) fn item(place: usize) -> Self {
        Self { place, name: place.to_string(), item: true }
    }
}

/// The cell at the head of a column.
pub(super) fn header(way: &[Step]) -> String {
    way.iter().map(|step| step.name.as_str()).collect::<Vec<_>>().join(".")
}

/// A column that the format has.
#[derive(Debug)]
pub(super) struct Column {
    pub way: Vec<Step>,
    pub shape: &'static Shape,
    /// Descriptions of the fields on the way to the value, from the outermost.
    pub docs: Vec<&'static str>,
    /// Whether no row does without it.
    pub required: bool,
}

/// A head cell that names no column: why, and how to mend it.
pub(super) struct Unknown {
    pub message: String,
    pub help: Option<String>,
}

/// The members or branches of a shape: name, documentation, whether it must be there, shape.
type Members = Vec<(&'static str, &'static str, bool, &'static Shape)>;

fn members(shape: &'static Shape) -> Option<Members> {
    match shape {
        Shape::Object(object) => {
            Some(object.members.iter().map(|one| (one.name, one.docs, one.required, &one.shape)).collect())
        }
        Shape::Choice(choice) => {
            Some(choice.branches.iter().map(|one| (one.tag, one.docs, false, &one.shape)).collect())
        }
        _ => None,
    }
}

/// Whether a list stands in one cell.
pub(super) const fn is_plain(item: &Shape) -> bool {
    matches!(item, Shape::String(_))
}

/// The column of a head cell, in a table of such records.
pub(super) fn resolve(record: &'static Shape, head: &str) -> Result<Column, Unknown> {
    let mut column = Column { way: Vec::new(), shape: record, docs: Vec::new(), required: true };
    let mut rest = Some(head);
    while let Some(name) = rest {
        rest = column.follow(name)?;
    }
    match column.shape {
        Shape::List(item) if !is_plain(item) => Err(Unknown {
            message: "this is a list, and its items have columns of their own".to_owned(),
            help: Some(format!("write \"{head}.1.\" and a member of the first item")),
        }),
        Shape::Map(_) => Err(Unknown {
            message: "a text has a column for each language, and data of one's own one for each name"
                .to_owned(),
            help: Some(format!("write \"{head}.en\" for English, for instance")),
        }),
        Shape::Choice(choice) => Err(Unknown {
            message: "this column needs one step more".to_owned(),
            help: choice
                .branches
                .first()
                .map(|branch| format!("write \"{head}.{}\", for instance", branch.tag)),
        }),
        _ => Ok(column),
    }
}

/// Most steps of a column whose head cell was misspelt.
const MOST_STEPS: usize = 16;

impl Column {
    /// The head cell that was most likely meant by a step and what follows it, each step as the format has it. Of an
    /// object it is the first column, and of a text that in English.
    fn nearest_column(&self, first: &str, rest: Option<&str>) -> Option<String> {
        let mut column = Self { way: self.way.clone(), docs: Vec::new(), ..*self };
        let mut steps = std::iter::once(first).chain(rest.into_iter().flat_map(|rest| rest.split('.')));
        for _ in 0..MOST_STEPS {
            let step = steps.next();
            match (column.shape, step) {
                (Shape::Map(map), step) => {
                    let small = step.unwrap_or("en").to_ascii_lowercase();
                    (map.key.rule)(&small).ok()?;
                    column.way.push(Step::key(&small));
                    return steps.next().is_none().then(|| header(&column.way));
                }
                (Shape::List(item), None) if is_plain(item) => return Some(header(&column.way)),
                (Shape::List(item), step) => {
                    let place = step.and_then(|step| step.parse().ok()).unwrap_or(1);
                    column.way.push(Step::item(place));
                    column.shape = item;
                }
                (shape @ (Shape::Object(_) | Shape::Choice(_)), step) => {
                    let known = members(shape)?;
                    let name = match step {
                        Some(step) => nearest(step, known.iter().map(|member| member.0))?,
                        None => known.first()?.0,
                    };
                    let (.., inner) = known.into_iter().find(|member| member.0 == name)?;
                    column.way.push(Step::key(name));
                    column.shape = inner;
                }
                (_, None) => return Some(header(&column.way)),
                (_, Some(_)) => return None,
            }
        }
        None
    }

    /// The kind of the record that a cell names by its id; `None` for other values and for the id of the row itself.
    pub(super) fn refers_to(&self) -> Option<RecordKind> {
        let (Shape::String(string) | Shape::List(Shape::String(string))) = self.shape else { return None };
        let name = string.title.strip_suffix(" id").filter(|_| header(&self.way) != "id")?;
        RecordKind::ALL.iter().copied().find(|kind| kind.title() == name)
    }

    /// Description of the column, with the table that an id is from.
    pub(super) fn description(&self) -> String {
        let docs: Vec<String> = self.docs.iter().map(|docs| plain(docs)).collect();
        let mut text = docs.join(" ");
        if let Some(kind) = self.refers_to() {
            let ids = if matches!(self.shape, Shape::List(_)) { "Ids" } else { "Id" };
            text.extend([" ", ids, " from the table ", kind.list(), "."]);
        }
        text
    }

    /// Goes one step, and says what of the head cell is left.
    fn follow<'a>(&mut self, name: &'a str) -> Result<Option<&'a str>, Unknown> {
        let (first, rest) = match name.split_once('.') {
            Some((first, rest)) => (first, Some(rest)),
            None => (name, None),
        };
        match self.shape {
            Shape::Map(map) => {
                // Names of one's own have points in them, and what is under them has no steps.
                self.way.push(Step::key(name));
                self.shape = &map.value;
                self.required = false;
                Ok(None)
            }
            Shape::List(item) => {
                let place =
                    first.parse().ok().filter(|&place: &usize| place > 0 && first == place.to_string());
                let Some(place) = place else {
                    let (way, plain) = (header(&self.way), is_plain(item));
                    return Err(Unknown {
                        message: "this is a list, and its items are counted from 1".to_owned(),
                        help: Some(if plain {
                            format!("write \"{way}\"")
                        } else {
                            format!("write \"{way}.1.{name}\"")
                        }),
                    });
                };
                self.way.push(Step::item(place));
                self.shape = item;
                self.required = false;
                Ok(rest)
            }
            shape => {
                let known = members(shape).unwrap_or_default();
                let found = known.iter().enumerate().find(|(_, member)| member.0 == first);
                let Some((place, &(member, docs, required, inner))) = found else {
                    let help = self.nearest_column(first, rest).map_or_else(
                        || "remove the column, or rename it for custom data, such as \"extensions.org.example.NAME\"".to_owned(),
                        |head| format!("write \"{head}\""),
                    );
                    let help = Some(help);
                    return Err(Unknown { message: "there is no such column".to_owned(), help });
                };
                self.way.push(Step::member(place, member));
                self.shape = inner;
                // The branches of a reference are named in the sentence on its id.
                if !matches!(shape, Shape::Choice(_)) {
                    self.docs.push(docs);
                }
                self.required = self.required && required;
                Ok(rest)
            }
        }
    }
}
