//! Export as JSON-LD with the vocabularies of [schema.org](https://schema.org/), for search engines and graphs, and of
//! the W3C [Organization Ontology](https://www.w3.org/TR/vocab-org/), for memberships and collaborations.
//!
//! | record | becomes |
//! |---|---|
//! | the dataset itself | `Dataset` |
//! | source, policy instrument | `CreativeWork` |
//! | place | `Country`, `AdministrativeArea` or `Place` |
//! | organization | `Organization`, and `org:FormalOrganization` or `org:Organization` |
//! | network | `Organization`, `Consortium`, `org:Organization` |
//! | group | `Organization` |
//! | membership | `OrganizationRole` between the body and its member, and `org:Membership` |
//! | cooperation | `Organization` with its parties as members, and `org:OrganizationalCollaboration` |
//! | programme | `FundingScheme` |
//! | project | `Project` or `ResearchProject`, and `org:OrganizationalCollaboration` |
//! | participation | `OrganizationRole` between the project and the party, and `org:Membership` |
//! | activity | `Event` if it is an event, exchange, meeting or training, else `Action` |
//! | funding that is a grant, or has no stated kind | `MonetaryGrant` |
//! | goal, barrier, other funding | nothing; reported as misfits |
//!
//! An organization is an `org:FormalOrganization` if it has a legal status or is in a register of
//! [org-id.guide](https://org-id.guide/). An `org:Membership` has its role as `org:role`, one `org:Role` for each
//! word, and its period as `org:memberDuring`, a `time:Interval`.
//!
//! The date of the last change of a record is `dcterms:modified`, and coordinates of an address are those of a
//! location. Texts are language maps, with `@none` for a language that is not known. Dates keep their precision:
//! `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`. Amounts are `xsd:decimal`. The period of a programme or project
//! becomes `foundingDate` and `dissolutionDate`, because schema.org models both as organizations. Fields without a
//! property in schema.org are left out and reported, each once with the number of occurrences.
//!
//! ```
//! use cooperation::{Dataset, interop::schema_org};
//!
//! let dataset = Dataset::from_json(
//!     r#"{"version": "1.0", "projects": [
//!         {"id": "feva", "title": {"en": "Financial Education"}, "status": "ongoing"}
//!     ]}"#,
//! )?;
//! let written = schema_org::write(&dataset, &"https://example.org/data/".parse()?);
//! assert!(written.value.contains(r#""@id": "https://example.org/data/projects/feva""#));
//! assert_eq!(
//!     written.misfits[0].to_string(),
//!     "/projects/0/status: schema.org has no property for this, left out"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod common;
mod node;
mod org;
mod records;

use super::tree::{Object, Tree};
use super::{Converted, Misfits};
use crate::dataset::Dataset;
use crate::invariant::Invariant as _;
use crate::reflect::extended;
use crate::values::{RecordKind, Url};
use node::{JsonLdNode, reference};

/// Writes a dataset as JSON-LD 1.1 with its own context.
///
/// The ids of records are appended to the base address after the name of their list: a project `feva` becomes
/// `BASE/projects/feva`. The base is the id of the dataset itself. Equal datasets give equal texts.
#[must_use]
pub fn write(dataset: &Dataset, base: &Url) -> Converted<String> {
    let base = base.as_str();
    let end = if base.ends_with(['/', '#']) { "" } else { "/" };
    let mut export = Export { base: format!("{base}{end}"), graph: Vec::new(), misfits: Misfits::default() };
    export.dataset(base, Tree::of(&dataset.header()).members());
    for &kind in RecordKind::ALL {
        for (place, record) in dataset.records_of(kind).enumerate() {
            export.record(kind, &format!("/{}/{place}", kind.list()), &Tree::of(record.node()));
        }
    }
    let document = Tree::Object(
        [("@context".to_owned(), context()), ("@graph".to_owned(), Tree::List(export.graph))].into(),
    );
    let text = serde_json::to_string_pretty(&document)
        .invariant("a tree of strings, numbers and words can be written")
        + "\n";
    Converted { value: text, misfits: export.misfits.into_list() }
}

fn context() -> Tree {
    let in_languages = |name: &str| {
        let term = [("@id", format!("{}{name}", node::VOCABULARY)), ("@container", "@language".to_owned())];
        let term = term.map(|(key, value)| (key.to_owned(), Tree::String(value)));
        (name.to_owned(), Tree::Object(term.into()))
    };
    Tree::Object(
        [
            ("@version".to_owned(), Tree::Literal("1.1".to_owned())),
            ("@vocab".to_owned(), Tree::string(node::VOCABULARY)),
            ("org".to_owned(), Tree::string("http://www.w3.org/ns/org#")),
            ("time".to_owned(), Tree::string("http://www.w3.org/2006/time#")),
            ("dcterms".to_owned(), Tree::string("http://purl.org/dc/terms/")),
            ("xsd".to_owned(), Tree::string("http://www.w3.org/2001/XMLSchema#")),
            in_languages("name"),
            in_languages("alternateName"),
            in_languages("description"),
        ]
        .into(),
    )
}

/// An export under way.
struct Export {
    /// What every name begins with.
    base: String,
    graph: Vec<Tree>,
    misfits: Misfits,
}

impl Export {
    /// The name of a record.
    fn iri(&self, kind: RecordKind, id: &str) -> String {
        format!("{}{}/{id}", self.base, kind.list())
    }

    fn no_property(&mut self, at: &str, member: &str) {
        self.misfits.no_place(&extended(at, member), "schema.org has no property for this, left out");
    }

    /// The name of a record that a choice refers to, such as `{"network": "emn"}`, where it is of a kind that is
    /// written.
    fn chosen(&self, choice: &Tree) -> Option<Tree> {
        let (tag, id) = choice.members().first_key_value()?;
        let kind = tag.parse::<RecordKind>().ok()?;
        let written = !matches!(
            kind,
            RecordKind::Goal | RecordKind::Barrier | RecordKind::Membership | RecordKind::Participation
        );
        written.then(|| reference(&self.iri(kind, id.as_str().unwrap_or_default())))
    }

    fn dataset(&mut self, base: &str, members: &Object) {
        let mut node = JsonLdNode::new(base, "Dataset");
        for (name, value) in members {
            let text = value.as_str().unwrap_or_default();
            match name.as_str() {
                "version" => node.add("schemaVersion", value.clone()),
                "title" => node.texts("name", value),
                "description" => node.texts("description", value),
                "publisher" => {
                    let mut publisher = JsonLdNode::inner("Organization");
                    publisher.texts("name", value);
                    node.add("publisher", publisher.done());
                }
                "license" if text.starts_with("https://") || text.starts_with("http://") => {
                    node.add("license", reference(text));
                }
                "license"
                    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-+".contains(&byte)) =>
                {
                    node.add("license", reference(&format!("https://spdx.org/licenses/{text}")));
                }
                "language" => node.add("inLanguage", value.clone()),
                "issued" => node.date("datePublished", value),
                "modified" => node.date("dateModified", value),
                _ => self.no_property("", name),
            }
        }
        self.graph.push(node.done());
    }
}
