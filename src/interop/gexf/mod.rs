//! Export as a graph in GEXF 1.3, the format of [Gephi](https://gephi.org/).
//!
//! | record | becomes |
//! |---|---|
//! | organization, group, network, programme, project, cooperation | node |
//! | membership | edge from the member to the body |
//! | participation | edge from the party to the project |
//! | party of a cooperation | edge from the party to the cooperation |
//! | funding | edge from the funder (or, if absent, the programme) to the recipient (or, if absent, the subject) |
//! | reference to another node, such as `part_of`, `programmes` or `related` | edge with the name of the field |
//!
//! A node id is the name of the list and the id of the record, such as `projects/feva`. Amounts are attributes of
//! edges, with their currency, and not weights: amounts in several currencies are not comparable. Periods become
//! spells, and the graph is dynamic if it has any. The attribute `kind` of an edge is the kind of its record, or the
//! name of the field that it represents. An edge of the relation `same as` is mutual.
//!
//! ```
//! use cooperation::{Dataset, interop::gexf};
//!
//! let dataset = Dataset::from_json(
//!     r#"{"version": "1.0", "organizations": [{"id": "mfn", "name": {"en": "Microfinance Norway"}}],
//!     "projects": [{"id": "feva", "title": {"en": "Financial Education"}, "period": {"start": "2007", "end": "2009"}}],
//!     "participations": [{"id": "p", "party": {"organization": "mfn"}, "project": "feva", "role": "partner"}]}"#,
//! )?;
//! let written = gexf::write(&dataset);
//! assert!(written.value.contains(r#"<edge id="participations/p" source="organizations/mfn" target="projects/feva""#));
//! assert!(written.value.contains(r#"<spell start="2007-01-01" end="2009-12-31"/>"#));
//! # Ok::<(), cooperation::Error>(())
//! ```

mod attributes;
mod export;
mod graph;
mod xml;

use super::Converted;
use crate::dataset::Dataset;
use export::Export;
use xml::Xml;

/// Writes a dataset as GEXF 1.3. Equal datasets give equal texts.
#[must_use]
pub fn write(dataset: &Dataset) -> Converted<String> {
    let export = Export::of(dataset);
    let mut xml = Xml::new();
    xml.element("gexf", &[("xmlns", "http://gexf.net/1.3"), ("version", "1.3")], |xml| {
        // Only a full day is a date there.
        let modified = dataset.modified.filter(|date| date.day().is_some()).map(|date| date.to_string());
        let attributes: Vec<_> = modified.iter().map(|date| ("lastmodifieddate", date.as_str())).collect();
        xml.element("meta", &attributes, |xml| {
            if let Some(publisher) = &dataset.publisher {
                xml.text("creator", publisher.best(&[]));
            }
            let about: Vec<_> = [&dataset.title, &dataset.description].into_iter().flatten().collect();
            if !about.is_empty() {
                xml.text(
                    "description",
                    &about.iter().map(|text| text.best(&[])).collect::<Vec<_>>().join("\n"),
                );
            }
        });
        export.graph.write(xml);
    });
    Converted { value: xml.done(), misfits: export.misfits.into_list() }
}
