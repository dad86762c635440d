//! Grants as 360Giving publishes them: packages of its JSON format, vocabulary 1.1 and 1.4.
//!
//! A grant is a [`Funding`] of kind `grant`, its funder and its recipient are organizations that stand once, its programme
//! is a programme. What the format has no member for, and what it would say otherwise, is kept beside the record under
//! the extension `org.threesixtygiving` and comes back when the package is written.

mod grant;

use super::tree::{Tree, step};
use super::{Converted, Misfits, NotThis};
use crate::dataset::Dataset;
use crate::model::Funding;
use crate::values::{Extensions, Kind};
use grant::{Known, Reader};

/// The extension under which is kept what has no place.
const EXTENSION: &str = "org.threesixtygiving";

/// Reads a package of grants.
///
/// ```
/// use cooperation::interop::threesixtygiving;
///
/// let package = r#"{"grants": [{
///     "id": "360G-trust-1", "title": "Core costs", "currency": "GBP", "amountAwarded": 30000,
///     "awardDate": "2021-01-26", "beneficiaryLocation": [{"name": "Leeds"}],
///     "fundingOrganization": [{"id": "GB-CHC-1000147", "name": "A Trust"}],
///     "recipientOrganization": [{"id": "GB-CHC-1126147", "name": "A Charity"}]
/// }]}"#;
/// let read = threesixtygiving::read(package)?;
/// assert_eq!(read.value.funding[0].amount.as_ref().unwrap().to_string(), "30000 GBP");
/// assert_eq!(read.value.organizations.len(), 2);
/// assert_eq!(read.misfits[0].pointer, "/grants/0/beneficiaryLocation");
/// let written = threesixtygiving::write(&read.value).value;
/// assert!(written.contains("Leeds"));
/// # Ok::<(), cooperation::interop::NotThis>(())
/// ```
///
/// # Errors
/// When the text is not JSON, or not an object with a list `grants` of objects.
pub fn read(text: &str) -> Result<Converted<Dataset>, NotThis> {
    let package = Tree::parse(text)?;
    let not_this = |message: &str| NotThis { line: 1, column: 1, message: message.to_owned() };
    let Some(Tree::List(grants)) = package.get("grants") else {
        return Err(not_this("this is no 360Giving package: expected an object with a list \"grants\""));
    };
    if grants.iter().any(|grant| !matches!(grant, Tree::Object(_))) {
        return Err(not_this("a grant is an object, but something else stands in \"grants\""));
    }
    let mut reader = Reader::default();
    for (place, grant) in grants.iter().enumerate() {
        reader.grant(grant, &format!("/grants/{place}"));
    }
    let Reader { mut dataset, mut misfits, .. } = reader;
    let made: Vec<Tree> = {
        let known = Known::of(&dataset);
        dataset.funding.iter().map(|funding| known.grant(funding)).collect()
    };
    for (place, ((grant, made), funding)) in
        grants.iter().zip(&made).zip(dataset.funding.iter_mut()).enumerate()
    {
        let mut too_many = Vec::new();
        let rest = grant.rest(Some(made), "", &mut too_many);
        let at = format!("/grants/{place}");
        for (name, _) in rest.iter().flat_map(Tree::members) {
            let message = if made.get(name).is_some() {
                "the format says it otherwise or not in full; it is kept in extensions"
            } else {
                "the format has no member for it; it is kept in extensions"
            };
            misfits.add(step(&at, name), message);
        }
        keep(&mut funding.extensions, rest, too_many);
    }
    let more = package.members().iter().filter(|(name, _)| name != "grants").cloned().collect::<Vec<_>>();
    if !more.is_empty() {
        for (name, _) in &more {
            misfits.add(step("", name), "it is kept in extensions");
        }
        keep(&mut dataset.extensions, Some(Tree::Object(more)), Vec::new());
    }
    Ok(Converted { value: dataset, misfits: misfits.found })
}

/// Keeps what was left over: what to add, and what to take away.
fn keep(extensions: &mut Extensions, rest: Option<Tree>, too_many: Vec<String>) {
    let mut members = Vec::new();
    members.extend(rest.map(|rest| ("add".to_owned(), rest)));
    if !too_many.is_empty() {
        let list = too_many.into_iter().map(Tree::Text).collect();
        members.push(("remove".to_owned(), Tree::List(list)));
    }
    if !members.is_empty() {
        // It was read as JSON, not too deep: three more levels are the deepest that it can be refused for, and then the
        // text itself is kept.
        let json = Tree::Object(members).to_json();
        if extensions.insert_json(EXTENSION, &json).is_err() {
            let _ = extensions.insert(EXTENSION, &serde_json::json!({ "text": json }));
        }
    }
}

/// What was kept, put back.
fn put_back(tree: &mut Tree, extensions: &Extensions) {
    let kept = extensions.get(EXTENSION).and_then(|json| Tree::parse(json).ok());
    let kept = match kept.as_ref().and_then(|kept| kept.get("text")) {
        Some(Tree::Text(text)) => Tree::parse(text).ok(),
        _ => kept,
    };
    let Some(kept) = kept else { return };
    if let Some(rest) = kept.get("add") {
        tree.merge(rest.clone());
    }
    for pointer in kept.get("remove").map(Tree::items).unwrap_or_default() {
        tree.remove(pointer.as_text().unwrap_or_default());
    }
}

/// Writes the fundings of a dataset as a package of grants.
///
/// A dataset tells more than a package can: projects, goals and evidence have no place in it, and are named among the
/// misfits.
#[must_use]
pub fn write(dataset: &Dataset) -> Converted<String> {
    let known = Known::of(dataset);
    let mut misfits = Misfits::default();
    let mut grants = Vec::new();
    for (place, funding) in dataset.funding.iter().enumerate() {
        let mut grant = known.grant(funding);
        put_back(&mut grant, &funding.extensions);
        tell_of_funding(funding, &grant, &format!("/funding/{place}"), &mut misfits);
        grants.push(grant);
    }
    macro_rules! others {
        ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
            $(
                if !matches!(Kind::$name, Kind::Funding | Kind::Organization | Kind::Programme) {
                    for place in 0..dataset.$list.len() {
                        let message = concat!("360Giving has no place for a ", $title);
                        misfits.add(format!("/{}/{place}", $plural), message);
                    }
                }
            )*
        };
    }
    for_each_kind!(others);
    let mut package = Tree::Object(vec![("grants".to_owned(), Tree::List(grants))]);
    put_back(&mut package, &dataset.extensions);
    Converted { value: package.to_json(), misfits: misfits.found }
}

fn tell_of_funding(funding: &Funding, grant: &Tree, at: &str, misfits: &mut Misfits) {
    let said = [
        ("of", funding.of.is_some()),
        ("status", funding.status.is_some()),
        ("share", funding.share.is_some()),
        ("part_of", funding.part_of.is_some()),
        ("evidence", !funding.evidence.is_empty()),
    ];
    for (member, _) in said.iter().filter(|(_, said)| *said) {
        misfits.add(step(at, member), "360Giving has no member for it");
    }
    for (party, member) in
        [(&funding.funder, "fundingOrganization"), (&funding.recipient, "recipientOrganization")]
    {
        if party.is_some() && grant.get(member).is_none() {
            misfits.add(at.to_owned(), format!("360Giving takes organizations alone as {member}"));
        }
    }
    for asked in ["id", "title", "description", "currency", "amountAwarded", "awardDate"] {
        if grant.get(asked).is_none() {
            misfits.add(at.to_owned(), format!("360Giving asks for {asked}, which is not stated"));
        }
    }
    let texts = [funding.title.as_ref(), funding.description.as_ref()];
    if texts.into_iter().flatten().any(|text| text.iter().count() > 1) {
        misfits.add(at.to_owned(), "360Giving takes a text in one language: the others are left out");
    }
}
