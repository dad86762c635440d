//! Conversions into the formats of others and back.

#[cfg(feature = "csv")]
mod cells;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "csv")]
mod datapackage;
#[cfg(feature = "schema_org")]
mod schema_org;
#[cfg(feature = "threesixtygiving")]
mod threesixtygiving;
