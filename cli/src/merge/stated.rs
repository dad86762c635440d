//! Who states a record: a source record for each file, and evidence that refers to it.

use crate::input::Opened;
use cooperation::{Dataset, RecordKind, dataset::Header};
use serde_json::{Map, Value, json};

/// A file as a source.
pub(super) struct FileSource {
    pub(super) id: String,
    /// The record; absent if the file states nothing about itself.
    pub(super) record: Option<Value>,
    /// Whether the records of the file get it as evidence: it states its publisher.
    pub(super) is_evidence: bool,
}

impl FileSource {
    /// The source record of a file. `prefix` is the beginning of its ids, and `is_taken` returns whether an id is in
    /// use. `new_id` gives the id of a record in the merged dataset where it is another one.
    pub(super) fn of(
        opened: &Opened,
        prefix: Option<&str>,
        is_taken: impl Fn(&str) -> bool,
        new_id: impl Fn(RecordKind, &str) -> Option<String>,
    ) -> Self {
        let (header, dataset, name) = (opened.dataset.header(), &opened.dataset, &opened.file);
        let slug = slug(prefix.unwrap_or(name));
        let id = |number: u32| {
            if number == 1 { format!("dataset:{slug}") } else { format!("dataset:{slug}-{number}") }
        };
        // Of so many ids one is free.
        let id = (1..=u32::MAX).map(id).find(|id| !is_taken(id)).unwrap_or_default();
        let states = header.title.is_some() || header.publisher.is_some() || header.license.is_some();
        let record = states.then(|| record(&id, &header, name, publisher(&header, dataset, new_id)));
        Self { id, record, is_evidence: header.publisher.is_some() }
    }

    /// The evidence that a record is stated by the file: under which id, and in the file of which name.
    pub(super) fn evidence(&self, kind: RecordKind, id: &str) -> Value {
        json!({ "source": self.id, "locator": format!("{} {id}", kind.title()) })
    }
}

fn record(id: &str, header: &Header, name: &str, publisher: Option<Value>) -> Value {
    let text = |text: &cooperation::Text| {
        let texts = text.iter().map(|(language, text)| (language.to_owned(), Value::from(text)));
        Value::Object(texts.collect())
    };
    let mut source = Map::new();
    source.insert("id".to_owned(), id.into());
    let title = header.title.as_ref().map_or_else(|| json!({ "und": name }), text);
    source.insert("title".to_owned(), title);
    if let Some(publisher) = publisher {
        source.insert("publisher".to_owned(), publisher);
    }
    if let Some(language) = &header.language {
        source.insert("languages".to_owned(), json!([language.as_str()]));
    }
    if let Some(date) = header.modified.or(header.issued) {
        source.insert("published".to_owned(), date.to_string().into());
    }
    let best = |text: &cooperation::Text| text.best(&["en"]).to_owned();
    let mut said = vec![format!("Dataset merged from {name}.")];
    said.extend(
        header
            .publisher
            .as_ref()
            .map(|publisher| format!("Publisher: {}.", best(publisher).trim_end_matches('.'))),
    );
    said.extend(header.license.as_ref().map(|license| format!("Licence: {license}.")));
    source.insert("description".to_owned(), json!({ "en": said.join(" ") }));
    if let Some(license) = header.license.as_ref().filter(|license| license.as_str().starts_with("https://"))
    {
        source.insert("links".to_owned(), json!([{ "url": license.as_str(), "rel": "license" }]));
    }
    source.insert(
        "evidence".to_owned(),
        json!([{ "source": id, "locator": "what the dataset states about itself" }]),
    );
    Value::Object(source)
}

/// The organization or network of the dataset that has the name of the publisher, by its id in the merged dataset.
fn publisher(
    header: &Header,
    dataset: &Dataset,
    new_id: impl Fn(RecordKind, &str) -> Option<String>,
) -> Option<Value> {
    let stated = header.publisher.as_ref()?;
    let is_it =
        |name: &cooperation::Text| stated.iter().any(|(language, text)| name.get(language) == Some(text));
    let party = |kind: RecordKind, id: &str| json!({ kind.as_str(): new_id(kind, id).unwrap_or_else(|| id.to_owned()) });
    let organization = dataset.organizations.iter().find(|record| is_it(&record.name));
    let network = || dataset.networks.iter().find(|record| is_it(&record.name));
    let organization = organization.map(|record| party(RecordKind::Organization, record.id.as_str()));
    organization.or_else(|| network().map(|record| party(RecordKind::Network, record.id.as_str())))
}

/// A name in the letters of ids.
fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars().take(100) {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "file".to_owned() } else { out.to_owned() }
}
