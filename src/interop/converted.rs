use super::misfit::Misfit;

/// The result of a conversion: the value, and everything that did not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted<T> {
    /// Converted value.
    pub value: T,
    /// Everything that was left out, kept elsewhere or stated differently, in the order of its first occurrence.
    pub misfits: Vec<Misfit>,
}
