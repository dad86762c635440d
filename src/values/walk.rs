//! A walk through all values of a record, each with its path.

use super::{
    CountryCode, CurrencyCode, Decimal, Digest, Duration, Label, Language, MediaType, Money, NutsCode,
    PartialDate, Period, Pointer, Quote, RecordKind, Text, Url, Version,
};
pub use crate::reflect::Path;
use crate::reflect::{Node, StringShape, resolves};

/// A type whose values can be visited, each with its path.
///
/// The types of this crate implement it, and no other type can.
///
/// ```
/// use cooperation::{Project, ProjectId, Text, walk::{Leaf, Path, Visitor, Walk}};
///
/// #[derive(Default)]
/// struct Languages(Vec<String>);
///
/// impl Visitor for Languages {
///     fn leaf(&mut self, _at: &Path<'_>, leaf: Leaf<'_>) {
///         if let Leaf::Text(text) = leaf {
///             self.0.extend(text.iter().map(|(language, _)| language.to_owned()));
///         }
///     }
/// }
///
/// let project = Project::new(ProjectId::new("atm")?, Text::new("en", "Access to Microfinance")?);
/// let mut languages = Languages::default();
/// project.walk(&Path::root(), &mut languages);
/// assert_eq!(languages.0, ["en"]);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[expect(private_bounds, reason = "sealed: the reflection of a value is the crate's own")]
pub trait Walk: Node {
    /// Visits every value in `self`, depth first. `at` is the path of `self`.
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor);

    /// Returns whether a JSON Pointer (RFC 6901) leads to an existing value. The empty pointer leads to this value.
    ///
    /// ```
    /// use cooperation::{Project, ProjectId, Text, walk::Walk};
    ///
    /// let project = Project::new(ProjectId::new("atm")?, Text::new("en", "Access to Microfinance")?);
    /// assert!(project.holds("/title/en"));
    /// assert!(!project.holds("/period"));
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    fn holds(&self, pointer: &str) -> bool
    where
        Self: Sized,
    {
        resolves(self, pointer)
    }
}

/// A visitor of the values of a record or dataset.
pub trait Visitor {
    /// A value that has no parts of its own, at its path.
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>);

    /// A period, before its parts.
    fn period(&mut self, _at: &Path<'_>, _period: &Period) {}

    /// An amount of money, before its parts.
    fn money(&mut self, _at: &Path<'_>, _money: &Money) {}

    /// An object without any field, such as a link without an address, a title and a description. An empty period is
    /// passed to [`period`](Self::period) instead.
    fn empty(&mut self, _at: &Path<'_>) {}
}

/// A value without parts, as passed to a [`Visitor`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Leaf<'a> {
    /// An id. If the path ends in `id` ([`Path::name`]), it is the id of the visited record; otherwise it is a
    /// reference to a record of this kind.
    Id(RecordKind, &'a str),
    /// A text in one or more languages.
    Text(&'a Text),
    /// A short text of no language.
    Label(&'a Label),
    /// A media type.
    MediaType(&'a MediaType),
    /// A verbatim quote.
    Quote(&'a Quote),
    /// A date.
    Date(&'a PartialDate),
    /// A duration as stated.
    Duration(&'a Duration),
    /// A decimal number.
    Decimal(&'a Decimal),
    /// A whole number.
    Integer(u32),
    /// True or false.
    Boolean(bool),
    /// A code of a code list.
    Code(Code<'a>),
    /// A country code.
    Country(&'a CountryCode),
    /// A currency code.
    Currency(&'a CurrencyCode),
    /// A NUTS code.
    Nuts(&'a NutsCode),
    /// A language tag.
    Language(&'a Language),
    /// A web or mail address.
    Url(&'a Url),
    /// A JSON Pointer inside the record.
    Pointer(&'a Pointer),
    /// A checksum.
    Digest(&'a Digest),
    /// A version of the format.
    Version(&'a Version),
    /// Custom data: the name and the JSON text.
    Extension(&'a str, &'a str),
}

/// A code of a code list, as passed to a [`Visitor`].
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    pub(crate) list: &'static StringShape,
    pub(crate) word: &'a str,
    pub(crate) listed: bool,
}

impl<'a> Code<'a> {
    /// Returns the name of the list in a sentence, such as `participation role`.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.list.title
    }

    /// Returns the code as it is written.
    #[must_use]
    pub const fn word(&self) -> &'a str {
        self.word
    }

    /// Returns whether the code is in the list.
    #[must_use]
    pub const fn is_listed(&self) -> bool {
        self.listed
    }

    /// Returns the listed code that an unlisted code is a synonym, another spelling or a probable misspelling of.
    /// `None` if the code is listed, or none is similar enough.
    ///
    /// ```
    /// use cooperation::{
    ///     Organization, OrganizationId, Text, codes::OrganizationKind,
    ///     walk::{Code, Leaf, Path, Visitor, Walk},
    /// };
    ///
    /// struct Check;
    ///
    /// impl Visitor for Check {
    ///     fn leaf(&mut self, _at: &Path<'_>, leaf: Leaf<'_>) {
    ///         if let Leaf::Code(code) = leaf {
    ///             assert_eq!((code.word(), code.suggestion()), ("University", Some("academic")));
    ///         }
    ///     }
    /// }
    ///
    /// let mut organization = Organization::new(OrganizationId::new("ntnu")?, Text::new("en", "NTNU")?);
    /// organization.kind = Some("University".parse()?);
    /// organization.walk(&Path::root(), &mut Check);
    /// assert_eq!(OrganizationKind::from_synonym("University"), Some(OrganizationKind::Academic));
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        if self.listed { None } else { self.list.listed_or_near(self.word) }
    }

    /// Returns the codes of the list.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.list.codes.iter().map(|code| code.code)
    }
}

impl Walk for bool {
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.leaf(at, Leaf::Boolean(*self));
    }
}

impl Walk for u32 {
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.leaf(at, Leaf::Integer(*self));
    }
}

impl Walk for std::num::NonZeroU32 {
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.leaf(at, Leaf::Integer(self.get()));
    }
}

impl Walk for Text {
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.leaf(at, Leaf::Text(self));
    }
}
