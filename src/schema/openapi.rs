//! The types of the format as components of an `OpenAPI` document.

use super::definition::refer;
use super::flavour::apply;
use super::recipe::OPENAPI;
use super::to_text;
use super::walk::{Keywords, keywords};
use crate::dataset::{Dataset, RecordLine};
use crate::reflect::Shaped as _;
use crate::rules::Report;
use crate::values::Version;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// Returns an `OpenAPI` 3.1 document as JSON, whose components are the types of the format.
///
/// The document defines no paths. Refer to its components from the `OpenAPI` document of your service, for example with
/// `cooperation.openapi.json#/components/schemas/Project`. The components are of the flavour for code generators, so
/// they accept more than the library does.
///
/// ```
/// assert!(cooperation::schema::openapi().contains("\"#/components/schemas/Project\""));
/// ```
#[must_use]
pub fn openapi() -> String {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    let mut generator = settings.into_generator();
    refer(&Dataset::SHAPE, &mut generator);
    refer(&RecordLine::SHAPE, &mut generator);
    generator.subschema_for::<Report>();
    let mut whole = keywords(vec![("$defs", generator.take_definitions(false).into())]);
    apply(&OPENAPI, &mut whole);
    let terms = "MIT OR Apache-2.0";
    let info = keywords(vec![
        ("title", "Cooperation".into()),
        ("version", Version::CURRENT.to_string().into()),
        ("summary", "Cooperation networks, projects, goals and funding.".into()),
        ("license", keywords(vec![("name", terms.into()), ("identifier", terms.into())]).into()),
    ]);
    let document = keywords(vec![
        ("openapi", "3.1.1".into()),
        ("info", info.into()),
        ("servers", Value::Array(vec![keywords(vec![("url", "/".into())]).into()])),
        ("paths", Keywords::new().into()),
        ("components", keywords(vec![("schemas", whole.remove("$defs").into())]).into()),
    ]);
    to_text(&document.into())
}
