//! The published schemas of a dataset and of a record line as constants.
//!
//! The files are those of `examples/schema/`. `schema::named` returns the schema of each kind of record.

/// The schema of a dataset: JSON Schema 2020-12.
pub const DATASET: &str = include_str!("../../examples/schema/1.0/dataset.schema.json");

/// The schema of a dataset: JSON Schema draft-07.
pub const DATASET_DRAFT_07: &str = include_str!("../../examples/schema/1.0/draft-07/dataset.schema.json");

/// The schema of a dataset, for editors.
pub const DATASET_EDITOR: &str = include_str!("../../examples/schema/1.0/editor/dataset.schema.json");

/// The schema of a dataset, for form generators.
pub const DATASET_FORMS: &str = include_str!("../../examples/schema/1.0/forms/dataset.schema.json");

/// The schema of a dataset, for code generators.
pub const DATASET_CODEGEN: &str = include_str!("../../examples/schema/1.0/codegen/dataset.schema.json");

/// The schema of a record line: JSON Schema 2020-12.
pub const RECORD_LINE: &str = include_str!("../../examples/schema/1.0/record-line.schema.json");

/// The schema of a record line: JSON Schema draft-07.
pub const RECORD_LINE_DRAFT_07: &str =
    include_str!("../../examples/schema/1.0/draft-07/record-line.schema.json");

/// The schema of a record line, for editors.
pub const RECORD_LINE_EDITOR: &str = include_str!("../../examples/schema/1.0/editor/record-line.schema.json");

/// The schema of a record line, for form generators.
pub const RECORD_LINE_FORMS: &str = include_str!("../../examples/schema/1.0/forms/record-line.schema.json");

/// The schema of a record line, for code generators.
pub const RECORD_LINE_CODEGEN: &str =
    include_str!("../../examples/schema/1.0/codegen/record-line.schema.json");
