use crate::dataset::{Dataset, RecordLine};
use crate::json::{Writer, to_text};
use std::borrow::Borrow;
use std::io::{self, Write};

impl Dataset {
    /// Returns the document in its canonical form: equal datasets give equal texts. It has an indentation of two
    /// spaces and ends with a line break.
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
        to_text(self, true) + "\n"
    }

    /// Writes the document in its canonical form, as [`Dataset::to_json`] returns it.
    ///
    /// # Errors
    /// Returns the error of the writer.
    pub fn write_to(&self, mut writer: impl Write) -> io::Result<()> {
        let mut writer = Writer::new(&mut writer, true);
        writer.line(self)?;
        writer.finish()
    }

    /// Writes the dataset as record lines: first the members of the dataset itself, then every record, list by list.
    ///
    /// # Errors
    /// Returns the error of the writer.
    pub fn write_lines(&self, mut writer: impl Write) -> io::Result<()> {
        write_dataset_lines(self, &mut writer)
    }
}

fn write_dataset_lines(dataset: &Dataset, sink: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::new(sink, false);
    writer.line(&RecordLine::Dataset(dataset.header()))?;
    for record in dataset.records() {
        writer.choice_line(record.kind().as_str(), record.node())?;
    }
    writer.finish()
}

impl RecordLine {
    /// Returns the line as JSON, without a line break.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        to_text(self, false)
    }
}

/// Writes record lines, each followed by a line break.
///
/// ```
/// use cooperation::{Dataset, io::write_lines};
///
/// let mut file = Vec::new();
/// write_lines(Dataset::default().into_lines(), &mut file)?;
/// assert_eq!(file, b"{\"dataset\":{\"version\":\"1.0\"}}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Returns the error of the writer.
pub fn write_lines<L: Borrow<RecordLine>>(
    lines: impl IntoIterator<Item = L>,
    mut writer: impl Write,
) -> io::Result<()> {
    let mut writer = Writer::new(&mut writer, false);
    for record in lines {
        writer.line(record.borrow())?;
    }
    writer.finish()
}
