//! Conversions into the formats of others and back.

#[cfg(feature = "csv")]
mod cells;
#[cfg(feature = "csv")]
mod cordis;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "csv")]
mod datapackage;
#[cfg(feature = "gexf")]
mod gexf;
#[cfg(feature = "iati")]
mod iati;
#[cfg(feature = "schema_org")]
mod schema_org;
#[cfg(feature = "threesixtygiving")]
mod threesixtygiving;
