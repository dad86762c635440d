use super::activity::kept;
use super::error::Error;
use super::parser::{Parser, Step};
use super::shared::Shared;
use super::work::{TIME_OF_DAY, Work};
use crate::dataset::{Header, RecordLine};
use crate::interop::Misfits;
use crate::interop::ids::Ids;
use crate::interop::misfit::Misfit;
use crate::interop::misfits::At;
use crate::io::Limits;
use crate::model::OrganizationId;
use std::collections::VecDeque;
use std::io::BufRead;

/// Versions of the standard that are read.
const VERSIONS: [&str; 3] = ["2.01", "2.02", "2.03"];

/// Reads an IATI file as a stream of records, one activity after the other.
///
/// The records of an activity follow each other: its project comes after its goals and groups and before its
/// participations and funding. Organizations and places, which activities have in common, and the header come at the
/// end. Memory grows with the largest activity and with the number of organizations, places and identifiers, but not
/// otherwise with the size of the file.
///
/// The iterator ends after the first error.
///
/// ```
/// use cooperation::RecordLine;
/// use cooperation::interop::iati::Reader;
///
/// let file = r#"<iati-activities version="2.03"><iati-activity xml:lang="en">
///     <iati-identifier>XM-EXAMPLE-1</iati-identifier>
///     <title><narrative>Clean water</narrative></title>
///     <activity-status code="2"/>
/// </iati-activity></iati-activities>"#;
/// let mut reader = Reader::new(file.as_bytes());
/// let Some(Ok(RecordLine::Project(project))) = reader.next() else { panic!("no project") };
/// assert_eq!((project.id.as_str(), project.title.best(&["en"])), ("XM-EXAMPLE-1", "Clean water"));
/// ```
#[derive(Debug)]
pub struct Reader<R> {
    state: State<R>,
    limits: Limits,
    shared: Shared,
    misfits: Misfits,
    ready: VecDeque<RecordLine>,
    header: Header,
    entries: Entries,
    /// The reporting organization of all activities so far, and whether there are several.
    reporter: Option<OrganizationId>,
    several: bool,
}

#[derive(Debug)]
enum State<R> {
    /// Nothing was read yet.
    New(R),
    Reading(Box<Parser<R>>),
    Over,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entries {
    Activities,
    Organisations,
}

impl<R: BufRead> Reader<R> {
    /// Returns a reader with the default limits.
    pub fn new(input: R) -> Self {
        Self::with_limits(input, Limits::default())
    }

    /// Returns a reader with these limits: on the bytes of the file, on the bytes of one activity (`line_bytes`) and
    /// on the characters of one text.
    pub fn with_limits(input: R, limits: Limits) -> Self {
        Self {
            state: State::New(input),
            limits,
            shared: Shared::default(),
            misfits: Misfits::default(),
            ready: VecDeque::new(),
            header: Header::default(),
            entries: Entries::Activities,
            reporter: None,
            several: false,
        }
    }

    /// Returns what did not fit in everything that was read so far.
    #[must_use]
    pub fn into_misfits(self) -> Vec<Misfit> {
        self.misfits.into_list()
    }

    /// Reads on until there is a record or the file is over.
    fn fill(&mut self) -> Result<(), Error> {
        while self.ready.is_empty() {
            let mut parser = match std::mem::replace(&mut self.state, State::Over) {
                State::New(input) => Box::new(Parser::new(input, self.limits)?),
                State::Reading(parser) => parser,
                State::Over => return Ok(()),
            };
            let line = parser.line();
            match parser.next()? {
                Step::Root(root) => self.root(&root)?,
                Step::Record(record) => {
                    self.record(&record);
                    self.shared.check(line)?;
                }
                Step::Stray(line) => {
                    let at = At { place: "text()", line: Some(line) };
                    self.misfits.unread(at, "text between activities: left out");
                }
                Step::End => {
                    self.finish();
                    return Ok(());
                }
            }
            self.state = State::Reading(parser);
        }
        Ok(())
    }

    fn root(&mut self, root: &super::element::Element) -> Result<(), Error> {
        self.entries = match root.name() {
            "iati-activities" => Entries::Activities,
            "iati-organisations" => Entries::Organisations,
            other => {
                let message =
                    format!("the root element is {other}; expected iati-activities or iati-organisations");
                return Err(Error::new(root.line, message));
            }
        };
        match root.attribute("version") {
            Some(version) if VERSIONS.contains(&version) => {}
            Some(version) => {
                let message = format!("IATI version {version} is not read; versions 2.01, 2.02 and 2.03 are");
                return Err(Error::new(root.line, message));
            }
            None => {
                let message = "the IATI version is missing; versions 2.01, 2.02 and 2.03 are read";
                return Err(Error::new(root.line, message));
            }
        }
        let date = root.peek("generated-datetime").and_then(|date| date.get(..10));
        self.header.modified = date.and_then(|date| date.parse().ok());
        if self.header.modified.is_some() {
            root.keep_attribute("generated-datetime");
            let place = format!("{}/@generated-datetime", root.path);
            self.misfits.no_place(At { place: &place, line: Some(root.line) }, TIME_OF_DAY);
        }
        self.header.extensions = kept(root.take_rest(&mut self.misfits));
        Ok(())
    }

    fn record(&mut self, record: &super::element::Element) {
        let mut out = Vec::new();
        let mut work = Work {
            shared: &mut self.shared,
            misfits: &mut self.misfits,
            out: &mut out,
            language: None,
            currency: None,
            reporter: None,
            publisher: String::new(),
            id: String::new(),
            ids: Ids::default(),
        };
        match (record.name(), self.entries) {
            ("iati-activity", Entries::Activities) => work.activity(record),
            ("iati-organisation", Entries::Organisations) => work.organisation(record),
            _ => return self.misfits.unread(record.at(), "the standard has no such element here: left out"),
        }
        let reporter = work.reporter.take();
        if self.reporter.is_none() {
            self.reporter.clone_from(&reporter);
        }
        self.several |= reporter != self.reporter;
        self.ready.extend(out);
    }

    /// The records that activities have in common, and the header.
    fn finish(&mut self) {
        self.state = State::Over;
        let shared = self.shared.finish();
        if !self.several {
            self.header.publisher = shared.iter().find_map(|record| match record {
                RecordLine::Organization(known) if Some(&known.id) == self.reporter.as_ref() => {
                    Some(known.name.clone())
                }
                _ => None,
            });
        }
        self.ready.push_back(RecordLine::Dataset(std::mem::take(&mut self.header)));
        self.ready.extend(shared);
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<RecordLine, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.fill() {
            Ok(()) => self.ready.pop_front().map(Ok),
            Err(error) => {
                self.state = State::Over;
                Some(Err(error))
            }
        }
    }
}

impl<R: BufRead> std::iter::FusedIterator for Reader<R> {}
