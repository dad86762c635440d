use crate::dataset::{Dataset, RecordLine};
use crate::json::{Writer, to_text};
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
        to_text(self, true) + "\n"
    }

    /// Writes the text that [`Dataset::to_json`] gives.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_to(&self, mut writer: impl Write) -> io::Result<()> {
        let mut writer = Writer::new(&mut writer, true);
        writer.line(self)?;
        writer.finish()
    }

    /// Writes the dataset as record lines: what it says of itself, then every record, list by list.
    ///
    /// # Errors
    /// When the writer fails.
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
    /// The line as text, without a line break.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        to_text(self, false)
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
    let mut writer = Writer::new(&mut writer, false);
    for record in lines {
        writer.line(record.borrow())?;
    }
    writer.finish()
}
