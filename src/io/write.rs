use crate::dataset::{Dataset, RecordLine};
use crate::json::Writer;
use serde::Serialize;
use serde::ser::SerializeMap as _;
use std::borrow::Borrow;
use std::io::{self, Write};

impl Dataset {
    /// The document as text: one way to write it only, so that equal datasets are equal texts. Two spaces for each
    /// level, a line break at the end.
    ///
    /// ```
    /// use cooperation::Dataset;
    ///
    /// let text = Dataset::default().to_json();
    /// assert_eq!(text, "{\n  \"version\": \"1.0\"\n}\n");
    /// assert_eq!(Dataset::from_json(&text)?, Dataset::default());
    /// # Ok::<(), cooperation::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut writer = Writer::new(None, true);
        written(writer.line(self).and_then(|()| writer.finish()))
    }

    /// Writes the text that [`Dataset::to_json`] gives.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_to(&self, mut writer: impl Write) -> io::Result<()> {
        let mut writer = Writer::new(Some(&mut writer), true);
        writer.line(self)?;
        writer.finish().map(drop)
    }

    /// Writes the dataset as record lines: what it says of itself, then every record, list by list.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_lines(&self, mut writer: impl Write) -> io::Result<()> {
        let mut writer = Writer::new(Some(&mut writer), false);
        writer.line(&RecordLine::Dataset(self.header()))?;
        macro_rules! lists {
            ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
                $(
                    for record in &self.$list {
                        writer.line(&Tagged($tag, record))?;
                    }
                )*
            };
        }
        for_each_kind!(lists);
        writer.finish().map(drop)
    }
}

impl RecordLine {
    /// The line as text, without a line break.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        let mut writer = Writer::new(None, false);
        written(writer.value(self).and_then(|()| writer.finish()))
    }
}

/// Writes record lines, each on a line of its own.
///
/// ```
/// use cooperation::{Dataset, write_lines};
///
/// let mut file = Vec::new();
/// write_lines(Dataset::default().into_lines(), &mut file)?;
/// assert_eq!(file, b"{\"dataset\":{\"version\":\"1.0\"}}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// When the writer fails.
pub fn write_lines<L: Borrow<RecordLine>>(
    lines: impl IntoIterator<Item = L>,
    mut writer: impl Write,
) -> io::Result<()> {
    let mut writer = Writer::new(Some(&mut writer), false);
    for record in lines {
        writer.line(record.borrow())?;
    }
    writer.finish().map(drop)
}

/// A record under the name of its kind, borrowed.
struct Tagged<'a, T>(&'static str, &'a T);

impl<T: Serialize> Serialize for Tagged<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0, self.1)?;
        map.end()
    }
}

/// Records hold nothing that cannot be written, and memory does not fail.
fn written(text: io::Result<String>) -> String {
    text.unwrap_or_else(|error| {
        debug_assert!(false, "the crate writes what it cannot write: {error}");
        String::new()
    })
}
