//! Members of a grant that are codes of a list.

use super::codes::{self, coded, scheme};
use super::problems::Problems;
use super::row::{Mapping, Row, lens, listed, read_list};
use crate::interop::tree::{Object, Tree};
use crate::model::{Classification, Funding, Identifier};
use crate::values::{FundingKind, Label, Text, Url};

/// An entry of a list of codes, whose list may also be named by a web address.
pub(super) const CLASSIFICATION: &[Row<Classification>] = &[
    Row {
        foreign: &["vocabulary", "url"],
        mapping: Mapping::Custom { read: read_scheme, write: write_scheme },
    },
    Row { foreign: &["code"], mapping: Mapping::Label(lens!(code)) },
    Row { foreign: &["title"], mapping: Mapping::Text(lens!(title)) },
];

const FUNDING_TYPE: &[Row<Classification>] = &[
    Row { foreign: &["code"], mapping: Mapping::Label(lens!(code)) },
    Row { foreign: &["title"], mapping: Mapping::Text(lens!(title)) },
];

/// The vocabulary; without one the web address, if it fits.
fn read_scheme(object: &Object, entry: &mut Classification, problems: &mut Problems) {
    entry.scheme = problems.value(object, "vocabulary", |text| Label::new(text));
    if entry.scheme.is_none() && object.get("vocabulary").is_none_or(Tree::is_null) {
        let url = object.get("url").and_then(Tree::as_str).filter(|url| Url::new(url).is_ok());
        entry.scheme = url.and_then(|url| Label::new(url).ok());
    }
}

fn write_scheme(entry: &Classification) -> Vec<Object> {
    let scheme = entry.scheme.iter().map(Label::as_str);
    let member = |text: &str| if Url::new(text).is_ok() { "url" } else { "vocabulary" };
    scheme.map(|text| Object::from([(member(text).to_owned(), Tree::string(text))])).collect()
}

pub(super) fn read_classifications(grant: &Object, funding: &mut Funding, problems: &mut Problems) {
    funding.classifications.extend(read_list(CLASSIFICATION, grant, "classifications", problems));
}

pub(super) fn write_classifications(funding: &Funding) -> Vec<Object> {
    let entries = funding.classifications.iter().filter(|entry| !codes::has_own_member(entry));
    listed("classifications", CLASSIFICATION, entries)
}

/// The first type that is known makes the kind of the funding.
pub(super) fn read_funding_type(grant: &Object, funding: &mut Funding, problems: &mut Problems) {
    let types = read_list(FUNDING_TYPE, grant, "fundingType", problems);
    let mut words = types.iter().filter_map(|entry| entry.title.as_ref()?.get("und"));
    if let Some(kind) = words.find_map(codes::funding_kind) {
        funding.kind = Some(kind);
    }
    for mut entry in types {
        entry.scheme = Label::new(scheme::FUNDING_TYPE).ok();
        funding.classifications.push(entry);
    }
}

pub(super) fn write_funding_type(funding: &Funding) -> Vec<Object> {
    listed("fundingType", FUNDING_TYPE, codes::of(&funding.classifications, scheme::FUNDING_TYPE))
}

/// Whether a funding of a kind other than grant is published as a grant all the same.
pub(super) fn is_published(funding: &Funding) -> bool {
    let mut types = codes::of(&funding.classifications, scheme::FUNDING_TYPE);
    let word = types.find_map(|entry| codes::funding_kind(entry.title.as_ref()?.get("und")?));
    word.is_some() && word == funding.kind && word != Some(FundingKind::Grant)
}

/// Reasons and purposes of a grant to a person.
pub(super) fn read_details(grant: &Object, funding: &mut Funding, problems: &mut Problems) {
    const NAME: &str = "toIndividualsDetails";
    let Some(node) = grant.get(NAME).filter(|node| !node.is_null()) else { return };
    let Some(details) = node.as_object() else {
        problems.add(NAME, "not an object", "not an object");
        return;
    };
    problems.inside(NAME, |problems| {
        for name in ["primaryGrantReason", "secondaryGrantReason"] {
            let code = problems.value(details, name, |text| Label::new(text));
            funding.classifications.extend(code.map(|code| coded(scheme::REASON, code)));
        }
        for code in labels(details, "grantPurpose", problems) {
            funding.classifications.push(coded(scheme::PURPOSE, code));
        }
    });
}

pub(super) fn write_details(funding: &Funding) -> Vec<Object> {
    let code = |entry: &Classification| entry.code.as_ref().map(|code| Tree::string(code.as_str()));
    let mut reasons = codes::of(&funding.classifications, scheme::REASON).filter_map(code);
    let mut details = Object::new();
    for name in ["primaryGrantReason", "secondaryGrantReason"] {
        details.extend(reasons.next().map(|code| (name.to_owned(), code)));
    }
    let purposes: Vec<_> = codes::of(&funding.classifications, scheme::PURPOSE).filter_map(code).collect();
    if !purposes.is_empty() {
        details.insert("grantPurpose".to_owned(), Tree::List(purposes));
    }
    let details = Some(details).filter(|details| !details.is_empty());
    details
        .map(|details| Object::from([("toIndividualsDetails".to_owned(), Tree::Object(details))]))
        .into_iter()
        .collect()
}

pub(super) fn read_related(grant: &Object, funding: &mut Funding, problems: &mut Problems) {
    for value in labels(grant, "relatedActivity", problems) {
        if let Ok(scheme) = Label::new(scheme::RELATED) {
            funding.identifiers.push(Identifier::new(scheme, value));
        }
    }
}

pub(super) fn write_related(funding: &Funding) -> Vec<Object> {
    let related = funding.identifiers.iter().filter(|known| known.scheme.as_str() == scheme::RELATED);
    let related: Vec<_> = related.map(|known| Tree::string(known.value.as_str())).collect();
    if related.is_empty() {
        return Vec::new();
    }
    Vec::from([Object::from([("relatedActivity".to_owned(), Tree::List(related))])])
}

/// The items of a list of strings.
fn labels(object: &Object, name: &str, problems: &mut Problems) -> Vec<Label> {
    let Some(node) = object.get(name).filter(|node| !node.is_null()) else { return Vec::new() };
    let Some(items) = node.as_list() else {
        problems.add(name, "not a list", "not a list");
        return Vec::new();
    };
    problems.inside(name, |problems| {
        let mut labels = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let place = place.to_string();
            match item.as_str().map(Label::new) {
                Some(Ok(label)) => labels.push(label),
                Some(Err(error)) => problems.refused(&place, &error),
                None => problems.add(&place, "not a string", "not a string"),
            }
        }
        labels
    })
}

/// The type of an organization, as a kind where it is known, and in the words of the publisher.
pub(super) fn organization_type(word: &str) -> Option<Classification> {
    Some(Classification {
        scheme: Label::new(scheme::ORGANIZATION).ok(),
        title: Some(Text::und(word).ok()?),
        ..Classification::default()
    })
}
