use super::error::Error;
use super::rows::Rows;
use super::state::State;
use super::table::Table;
use super::tables::Tables;
use crate::dataset::{Dataset, RecordLine};
use crate::interop::{Converted, Misfit};
use std::collections::VecDeque;
use std::fmt;

/// Reads the tables of a dump into a dataset.
///
/// # Errors
/// Returns an error if the table of projects is missing, a table lacks its key column, or a table cannot be read to
/// the end.
pub fn read(tables: Tables<'_>) -> Result<Converted<Dataset>, Error> {
    let mut records = records(tables);
    let value = records.by_ref().collect::<Result<Dataset, Error>>()?;
    Ok(Converted { value, misfits: records.into_misfits() })
}

/// Reads the tables of a dump row by row as record lines.
///
/// Memory grows with the number of organizations, the number of participations (an id and an amount each) and the tables
/// beside those of projects and participants, and not with the texts of the projects. Organizations come last, because
/// every row may add to them. After an error there are no more records.
///
/// ```
/// use cooperation::interop::cordis::{self, Table, Tables};
///
/// let csv = "id;title;endDate\n101;Sea ice;2027-02-31\n";
/// let mut records = cordis::records(Tables::new().with(Table::Project, csv.as_bytes()));
/// for record in records.by_ref() {
///     println!("{}", record?.to_json_line());
/// }
/// assert_eq!(
///     records.into_misfits()[0].to_string(),
///     "project/endDate (line 2): \"2027-02-31\" was not read: February 2027 has 28 days; kept in extensions"
/// );
/// # Ok::<(), cordis::Error>(())
/// ```
#[must_use]
pub fn records(tables: Tables<'_>) -> Records<'_> {
    Records { tables, stage: Stage::Begin, state: State::default(), out: VecDeque::new() }
}

/// An iterator over the records of a dump, in reading order. Created by [`records()`].
pub struct Records<'a> {
    tables: Tables<'a>,
    stage: Stage<'a>,
    state: State,
    out: VecDeque<RecordLine>,
}

/// Table and row that the reading has reached.
enum Stage<'a> {
    Begin,
    Projects(Rows<'a>),
    Participants(Rows<'a>),
    End,
}

impl Records<'_> {
    /// Returns what did not fit in the rows that were read so far.
    #[must_use]
    pub fn into_misfits(self) -> Vec<Misfit> {
        self.state.misfits.into_list()
    }

    /// Reads on until there are records or no more rows.
    fn advance(&mut self) -> Result<(), Error> {
        while self.out.is_empty() {
            match std::mem::replace(&mut self.stage, Stage::End) {
                Stage::Begin => {
                    self.read_companions()?;
                    let Some(reader) = self.tables.take(Table::Project) else {
                        return Err(Error::new(Table::Project, None, "the table is missing"));
                    };
                    self.stage = Stage::Projects(Rows::open(Table::Project, reader)?);
                }
                Stage::Projects(mut rows) => {
                    if let Some(row) = rows.next(&mut self.state.misfits)? {
                        self.state.project(&row, &mut self.out);
                        self.stage = Stage::Projects(rows);
                    } else if let Some(reader) = self.tables.take(Table::Organization) {
                        self.stage = Stage::Participants(Rows::open(Table::Organization, reader)?);
                    } else {
                        self.state.finish(&mut self.out);
                    }
                }
                Stage::Participants(mut rows) => {
                    if let Some(row) = rows.next(&mut self.state.misfits)? {
                        self.state.participant(&row, &mut self.out);
                        self.stage = Stage::Participants(rows);
                    } else {
                        self.state.finish(&mut self.out);
                    }
                }
                Stage::End => break,
            }
        }
        Ok(())
    }

    fn read_companions(&mut self) -> Result<(), Error> {
        let beside = |table: &&Table| !matches!(table, Table::Project | Table::Organization);
        for table in Table::ALL.iter().copied().filter(|table| beside(&table)) {
            let Some(reader) = self.tables.take(table) else { continue };
            let mut rows = Rows::open(table, reader)?;
            while let Some(row) = rows.next(&mut self.state.misfits)? {
                self.state.companions.add(&row, &mut self.state.misfits);
            }
        }
        Ok(())
    }
}

impl Iterator for Records<'_> {
    type Item = Result<RecordLine, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.advance() {
            Ok(()) => self.out.pop_front().map(Ok),
            Err(error) => Some(Err(error)),
        }
    }
}

impl std::iter::FusedIterator for Records<'_> {}

impl fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Records").field("tables", &self.tables).finish_non_exhaustive()
    }
}
