use super::misfit_kind::MisfitKind;
use crate::reflect::sanitized;
use std::fmt;

/// Something that a conversion could not carry over unchanged, and the number of occurrences.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Misfit {
    /// Kind of the misfit.
    pub kind: MisfitKind,
    /// Location of the first occurrence: a JSON Pointer (RFC 6901) in JSON and in a dataset, `table/column` in CSV,
    /// and a path of element names such as `iati-activity/transaction/value/@currency` in XML.
    pub place: String,
    /// Line (XML) or row (CSV) of the first occurrence, counted from 1, where the format has lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Description of what did not fit, and what was done with it.
    pub message: String,
    /// Number of occurrences.
    pub count: usize,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&sanitized(&self.place))?;
        if let Some(line) = self.line {
            write!(f, " (line {line})")?;
        }
        write!(f, ": {}", self.message)?;
        match self.count {
            1 => Ok(()),
            count => write!(f, " ({count} places)"),
        }
    }
}
