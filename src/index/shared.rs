use super::relations::{Index, Tables};
use crate::dataset::Dataset;
use std::sync::Arc;

/// An index that owns or shares its dataset, to be kept in a struct or in the state of a web service.
///
/// The tables are built once. [`index`](Self::index) borrows the index at no cost, and clones share everything.
///
/// # Examples
///
/// ```
/// use cooperation::{Dataset, ProjectId, SharedIndex};
///
/// struct State {
///     index: SharedIndex,
/// }
///
/// let dataset = Dataset::from_json(r#"{"version": "1.0", "projects": [{"id": "feva", "title": {"en": "FEVA"}}]}"#)?;
/// let state = State { index: SharedIndex::new(dataset) };
/// // A handler on another thread has a clone of its own.
/// let index = state.index.clone();
/// let handler = move |id: &str| -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
///     let project = index.index().get(&ProjectId::new(id)?).ok_or("no such project")?;
///     Ok(project.title.best(&["en"]).to_owned())
/// };
/// assert_eq!(std::thread::spawn(move || handler("feva")).join().unwrap()?, "FEVA");
/// # Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
/// ```
#[derive(Clone, Debug)]
pub struct SharedIndex {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    dataset: Arc<Dataset>,
    tables: Tables,
}

impl SharedIndex {
    /// Creates an index of a dataset, or of a dataset in an `Arc`.
    #[must_use]
    pub fn new(dataset: impl Into<Arc<Dataset>>) -> Self {
        let dataset = dataset.into();
        let tables = Tables::new(&dataset);
        Self { inner: Arc::new(Inner { dataset, tables }) }
    }

    /// Returns the indexed dataset.
    #[must_use]
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.inner.dataset
    }

    /// Returns the index, to ask questions.
    #[must_use]
    pub fn index(&self) -> Index<'_> {
        Index::of(&self.inner.dataset, &self.inner.tables)
    }
}

impl From<Dataset> for SharedIndex {
    fn from(dataset: Dataset) -> Self {
        Self::new(dataset)
    }
}

impl From<Arc<Dataset>> for SharedIndex {
    fn from(dataset: Arc<Dataset>) -> Self {
        Self::new(dataset)
    }
}
