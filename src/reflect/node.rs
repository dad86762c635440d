use super::{ObjectShape, Shape, Shaped, first_step, list_index};
use std::fmt::Display;

/// A value seen as data. Object-safe, so that what walks over values is compiled once and not for each type.
///
/// The methods are called through tables, and are small: the compiler would put a copy of each beside every table that
/// it makes. `inline(never)` has it make one.
pub(crate) trait Node {
    fn view(&self) -> View<'_>;
}

/// JSON type of a value, with access to its children.
pub(crate) enum View<'a> {
    /// A string whose text is at hand.
    Text(&'a str),
    /// A string that is written as it is displayed.
    Display(&'a dyn Display),
    Integer(u32),
    Boolean(bool),
    /// An object with named members.
    Object(&'a dyn Members),
    /// An object with exactly one member: its name, and its value.
    Choice(&'static str, &'a dyn Node),
    /// A list of at least one item.
    List(&'a dyn Items),
    /// An object with names of the writer's choice.
    Map(&'a dyn Entries),
}

/// The members of an object.
pub(crate) trait Members {
    fn shape(&self) -> &'static ObjectShape;

    /// The member of this number, in the order of the shape; `None` where it is absent.
    fn member(&self, number: usize) -> Option<&dyn Node>;

    /// Shows every member that is present, with its name, in the order of the shape. Most members of most records are
    /// absent: asked for one by one, they take a sixth of the time of writing.
    fn each(&self, show: &mut dyn FnMut(&'static str, &dyn Node));
}

/// The items of a list.
pub(crate) trait Items {
    fn item(&self, index: usize) -> Option<&dyn Node>;
}

impl dyn Items + '_ {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &dyn Node> {
        (0..).map_while(|index| self.item(index))
    }
}

/// The entries of an object with names of the writer's choice.
pub(crate) trait Entries {
    /// Shows every entry, in the order in which they are written.
    fn each(&self, show: &mut dyn FnMut(&str, Entry<'_>));

    /// Whether a pointer leads from the object to a value inside it, or is empty and the object is not.
    fn resolves(&self, pointer: &str) -> bool;
}

/// The value of an entry.
#[derive(Clone, Copy)]
pub(crate) enum Entry<'a> {
    /// A string.
    Text(&'a str),
    /// Any value, as JSON text.
    Json(&'a str),
}

/// A member that may be absent.
pub(crate) trait Optional: Default {
    const SHAPE: Shape;

    /// The value, where the member is present.
    fn present(&self) -> Option<&dyn Node>;
}

impl<T: Shaped + Node> Optional for Option<T> {
    const SHAPE: Shape = T::SHAPE;

    fn present(&self) -> Option<&dyn Node> {
        match self {
            Some(value) => Some(value),
            None => None,
        }
    }
}

impl Node for bool {
    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }
}

impl Node for u32 {
    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }
}

impl Node for std::num::NonZeroU32 {
    fn view(&self) -> View<'_> {
        View::Integer(self.get())
    }
}

/// Whether a JSON Pointer (RFC 6901) leads from a value to one that is present. The empty pointer leads to the value.
pub(crate) fn resolves(node: &dyn Node, pointer: &str) -> bool {
    let (mut node, mut rest) = (node, pointer);
    loop {
        let view = node.view();
        if let View::Map(entries) = view {
            return entries.resolves(rest);
        }
        let Some((name, after)) = first_step(rest) else {
            // A list without items is absent.
            return rest.is_empty() && !matches!(view, View::List(items) if items.item(0).is_none());
        };
        let child = match view {
            View::Object(members) => {
                let number = members.shape().members.iter().position(|member| member.name == name);
                number.and_then(|number| members.member(number))
            }
            View::Choice(tag, value) => (tag == name).then_some(value),
            View::List(items) => list_index(name).and_then(|index| items.item(index)),
            View::Text(_) | View::Display(_) | View::Integer(_) | View::Boolean(_) | View::Map(_) => None,
        };
        let Some(child) = child else { return false };
        (node, rest) = (child, after);
    }
}
