use super::Draft;
use crate::{
    Activity, Barrier, Cooperation, Dataset, Funding, Goal, Group, Kind, Membership, Network, Organization,
    Participation, Place, PolicyInstrument, Programme, Project, RecordLine, Report, Source,
};
use schemars::{JsonSchema, Schema};

/// Where the published schemas live, with the version of the format.
const BASE: &str = "https://cooperation.example/schema/1.0/";

/// What the schema leaves to others.
const COMMENT: &str = "The schema says the form of one document. What records say of each other, such as ids that \
    must be known or periods that must not be reversed, is for the rules: see rules.json. A reader also refuses a \
    member that is given twice, and a number such as 1.0 where a whole number belongs.";

macro_rules! published {
    ($($name:literal => $type:ty,)*) => {
        /// The names of the published schemas, as their files have them.
        pub const NAMES: &[&str] = &[$($name),*];

        /// The published schema of a name, such as `dataset` or `policy-instrument`.
        #[must_use]
        pub fn named(name: &str, draft: Draft) -> Option<Schema> {
            match name {
                $( $name => Some(publish::<$type>($name, draft)), )*
                _ => None,
            }
        }
    };
}

// A type is published by its line here; its files and their test follow from it.
published! {
    "dataset" => Dataset,
    "record-line" => RecordLine,
    "report" => Report,
    "source" => Source,
    "place" => Place,
    "organization" => Organization,
    "group" => Group,
    "network" => Network,
    "membership" => Membership,
    "cooperation" => Cooperation,
    "programme" => Programme,
    "project" => Project,
    "participation" => Participation,
    "activity" => Activity,
    "goal" => Goal,
    "policy-instrument" => PolicyInstrument,
    "barrier" => Barrier,
    "funding" => Funding,
}

/// The schema of a dataset document.
#[must_use]
pub fn dataset(draft: Draft) -> Schema {
    publish::<Dataset>("dataset", draft)
}

/// The schema of one line of a record file.
#[must_use]
pub fn record_line(draft: Draft) -> Schema {
    publish::<RecordLine>("record-line", draft)
}

/// The schema of a [`Report`].
#[must_use]
pub fn report(draft: Draft) -> Schema {
    publish::<Report>("report", draft)
}

/// The schema of one record of a kind.
#[must_use]
pub fn record(kind: Kind, draft: Draft) -> Schema {
    named(&kind.as_str().replace('_', "-"), draft).unwrap_or_default()
}

/// The schema of any type, such as one of your own that holds records. It has no `$id`: that is yours to give.
#[must_use]
pub fn of<T: JsonSchema>(draft: Draft) -> Schema {
    draft.generator().into_root_schema_for::<T>()
}

/// The path of the file of a schema below the folder of the version: `dataset.schema.json`,
/// `draft-07/dataset.schema.json`.
#[must_use]
pub fn file_name(name: &str, draft: Draft) -> String {
    format!("{}{name}.schema.json", draft.folder())
}

fn publish<T: JsonSchema>(name: &str, draft: Draft) -> Schema {
    let mut schema = of::<T>(draft);
    schema.insert("$id".to_owned(), format!("{BASE}{}", file_name(name, draft)).into());
    if name != "report" {
        schema.insert("$comment".to_owned(), COMMENT.into());
    }
    schema
}
