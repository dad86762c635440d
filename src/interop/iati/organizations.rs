//! Organizations that an activity mentions.

use super::codes::ORGANISATION_TYPE;
use super::element::Element;
use super::titles;
use super::work::{Work, title};
use crate::interop::MisfitKind;
use crate::interop::ids::local_id;
use crate::model::{Classification, Identifier, Organization, OrganizationId, OtherName};
use crate::reflect::excerpt;
use crate::values::{Label, Text};

/// Scheme of the types of organisations that say more than a kind.
const SCHEME: &str = "IATI organisation type";

/// Most other names of one organization that are kept.
const MOST_NAMES: usize = 64;

/// The register and the number of a reference such as `GB-CHC-1126147`; `None` if only its publisher knows it.
pub(super) fn register(reference: &str) -> Option<(&str, &str)> {
    let (country, rest) = reference.split_once('-')?;
    let (list, value) = rest.split_once('-')?;
    let capitals = |part: &str| part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let is_register = country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_uppercase())
        && list.len() >= 2
        && capitals(list)
        && !value.is_empty();
    let end = country.len().saturating_add(1).saturating_add(list.len());
    if is_register { Some((reference.get(..end)?, value)) } else { None }
}

/// A name by which an organization without an identifier is recognized: small letters, and one space between words.
fn folded(name: &Text) -> String {
    let name = name.iter().next().map_or("", |(_, name)| name).to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two names have a word of four letters or more in common.
fn share_a_word(one: &Text, other: &Text) -> bool {
    let words = |text: &Text| -> Vec<String> {
        let all = text.iter().flat_map(|(_, words)| words.split(|letter: char| !letter.is_alphanumeric()));
        all.filter(|word| word.chars().count() >= 4).map(str::to_lowercase).collect()
    };
    let other = words(other);
    words(one).iter().any(|word| other.contains(word))
}

impl Work<'_> {
    /// The organization that an element mentions by reference, name or both.
    pub(super) fn organization(&mut self, element: &Element) -> Option<OrganizationId> {
        let reference = element.attribute("ref").map(str::to_owned);
        let name = self.text(element);
        let place = match (&reference, &name) {
            (Some(reference), _) if register(reference).is_some() => {
                self.by_key(&format!("ref {reference}"), reference, name.as_ref())
            }
            (Some(reference), _) => self.by_local_reference(reference, name.as_ref()),
            (None, Some(name)) => {
                let key = format!("name {}\n{}", self.publisher, folded(name));
                self.by_key(&key, name.iter().next().map_or("", |(_, words)| words), Some(name))
            }
            (None, None) => None,
        }?;
        if let Some(name) = &name {
            self.add_name(element, place, name);
        }
        self.add_type(element, place);
        self.shared.organizations.get(place).map(|organization| organization.id.clone())
    }

    /// The organization of an entry of an organisation file.
    pub(super) fn organization_named(&mut self, entry: &Element, identifier: &str) -> Option<OrganizationId> {
        let name = entry.first("name");
        let name = name.and_then(|name| self.text(name).map(|text| (name, text)));
        let text = name.as_ref().map(|(_, text)| text);
        let place = if register(identifier).is_some() {
            self.by_key(&format!("ref {identifier}"), identifier, text)?
        } else {
            self.by_local_reference(identifier, text)?
        };
        if let Some((element, text)) = &name {
            self.add_name(element, place, text);
        }
        self.shared.organizations.get(place).map(|organization| organization.id.clone())
    }

    fn by_key(&mut self, key: &str, stem: &str, name: Option<&Text>) -> Option<usize> {
        if let Some(known) = self.shared.organization_keys.get(key) {
            return Some(*known);
        }
        let place = self.shared.organizations.len();
        let id: OrganizationId = self.shared.organization_ids.free(&local_id(stem))?;
        let placeholder = || Text::und(stem).or_else(|_| Text::und(id.as_str())).ok();
        let mut organization = Organization::new(id.clone(), name.cloned().or_else(placeholder)?);
        if name.is_none() {
            self.shared.nameless.insert(place);
        }
        if let Some((scheme, value)) = register(stem)
            && let (Ok(scheme), Ok(value)) = (Label::new(scheme), Label::new(value))
        {
            organization.identifiers.push(Identifier::new(scheme, value));
        }
        self.shared.organizations.push(organization);
        self.shared.organization_places.insert(id, place);
        self.shared.organization_keys.insert(key.to_owned(), place);
        Some(place)
    }

    /// A reference without a register belongs to its publisher, and may be used for bodies of several names.
    fn by_local_reference(&mut self, reference: &str, name: Option<&Text>) -> Option<usize> {
        let local = (self.publisher.clone(), reference.to_owned());
        let known = self.shared.local.get(&local).and_then(|places| places.first().copied());
        let (place, key) = match (known, name) {
            (Some(known), None) => return Some(known),
            (Some(known), Some(_)) if self.shared.nameless.contains(&known) => return Some(known),
            (_, Some(name)) => {
                let key = format!("local {}\n{reference}\n{}", self.publisher, folded(name));
                (self.by_key(&key, reference, Some(name))?, key)
            }
            (None, None) => {
                let key = format!("local {}\n{reference}", self.publisher);
                (self.by_key(&key, reference, None)?, key)
            }
        };
        self.shared.organization_keys.insert(key, place);
        let places = self.shared.local.entry(local).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
        Some(place)
    }

    /// Adds a name that the organization does not have yet: as its name in another language, or as another name.
    fn add_name(&mut self, element: &Element, place: usize, name: &Text) {
        let was_nameless = self.shared.nameless.remove(&place);
        let Some(organization) = self.shared.organizations.get_mut(place) else { return };
        if was_nameless {
            organization.name = name.clone();
            return;
        }
        let known = &mut organization.name;
        let differs =
            name.iter().any(|(language, words)| known.get(language).is_some_and(|has| has != words));
        let is_new = name.iter().any(|(language, words)| known.get(language) != Some(words));
        if !is_new {
            return;
        }
        // The same name without a language says nothing new.
        let said = |words: &str| known.iter().any(|(_, has)| has == words);
        if name.iter().all(|(language, words)| language == "und" && said(words)) {
            return;
        }
        if !differs {
            for (language, words) in name {
                // The text was read, and names of 64 languages are enough.
                let _ = known.insert(language, words);
            }
            return;
        }
        let first = excerpt(known.best(&[]));
        let strange = !share_a_word(known, name);
        let is_kept = organization.other_names.iter().any(|other| other.name == *name);
        if !is_kept && organization.other_names.len() < MOST_NAMES {
            organization.other_names.push(OtherName::new(name.clone()));
        }
        if !is_kept {
            let id = organization.id.to_string();
            let second = excerpt(name.best(&[]));
            let question = if strange { ": check whether the identifier is right" } else { "" };
            let message = format!("{id} is named {first} and {second}, which is another name{question}");
            self.misfits.add(MisfitKind::NoPlace, element.at(), &message.clone(), || message);
        }
    }

    /// What the type of an organisation says of it. The first type counts.
    fn add_type(&mut self, element: &Element, place: usize) {
        let Some(code) = element.attribute("type").map(str::to_owned) else { return };
        let Some(stated) = self.listed(element, "type", ORGANISATION_TYPE) else { return };
        let Some(organization) = self.shared.organizations.get_mut(place) else { return };
        let typed = organization.kind.is_some()
            || organization
                .classifications
                .iter()
                .any(|known| known.scheme.as_ref().is_some_and(|scheme| scheme.as_str() == SCHEME));
        let kind = stated.kind.parse().ok();
        if typed {
            if organization.kind != kind {
                let message = "the organization has another type in an earlier mention: the first one counts";
                element.keep_attribute("type");
                self.misfits.no_place(element.at(), message);
            }
            return;
        }
        organization.kind = kind;
        organization.legal_status = stated.legal_status.parse().ok();
        if stated.classified {
            let title = title(titles::ORGANISATION_TYPE, &code);
            organization.classifications.push(Classification {
                scheme: Label::new(SCHEME).ok(),
                code: Label::new(code).ok(),
                title,
                ..Classification::default()
            });
        }
    }
}
