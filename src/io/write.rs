use crate::dataset::{Dataset, RecordLine};
use serde::Serialize;
use serde::ser::SerializeMap as _;
use serde_json::ser::{CompactFormatter, PrettyFormatter, Serializer};
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
        let mut bytes = Vec::new();
        // Every name is a string and memory does not fail, so this cannot either.
        let _ = pretty(self, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Writes the text that [`Dataset::to_json`] gives.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_to(&self, writer: impl Write) -> io::Result<()> {
        let mut writer = io::BufWriter::new(writer);
        pretty(self, &mut writer)?;
        writer.flush()
    }

    /// Writes the dataset as record lines: what it says of itself, then every record, list by list.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_lines(&self, writer: impl Write) -> io::Result<()> {
        let mut writer = io::BufWriter::new(writer);
        line(&RecordLine::Dataset(self.header()), &mut writer)?;
        macro_rules! lists {
            ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
                $(
                    for record in &self.$list {
                        line(&Tagged($tag, record), &mut writer)?;
                    }
                )*
            };
        }
        for_each_kind!(lists);
        writer.flush()
    }
}

impl RecordLine {
    /// The line as text, without a line break.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        let mut bytes = Vec::new();
        // As with a dataset, this cannot fail.
        let _ = self.serialize(&mut Serializer::with_formatter(&mut bytes, CompactFormatter));
        String::from_utf8(bytes).unwrap_or_default()
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
    writer: impl Write,
) -> io::Result<()> {
    let mut writer = io::BufWriter::new(writer);
    for record in lines {
        line(record.borrow(), &mut writer)?;
    }
    writer.flush()
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

fn pretty(value: &impl Serialize, writer: &mut impl Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *writer, PrettyFormatter::with_indent(b"  ")))?;
    writer.write_all(b"\n")
}

fn line(value: &impl Serialize, writer: &mut impl Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *writer, CompactFormatter))?;
    writer.write_all(b"\n")
}
