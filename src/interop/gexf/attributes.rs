//! Members of records as attributes of nodes and edges.

use super::export::Export;
use super::graph::{Said, Spell, listed};
use crate::interop::tree::Tree;
use crate::reflect::extended;
use crate::values::PartialDate;

impl Export<'_> {
    /// Members that nodes and edges have alike.
    pub(super) fn common(&mut self, member: &str, value: &Tree, said: &mut Said, at: &str) {
        let text = value.as_str().unwrap_or_default();
        let part = |name: &str| value.get(name).and_then(Tree::as_str).unwrap_or_default();
        match member {
            "kind" => said.add("word", text),
            "acronym" => said.add("acronym", text),
            "scope" => said.add("scope", text),
            "status" => said.add("status", text),
            "legal_status" => said.add("legal_status", text),
            "role" => said.add("role", text),
            "share" => said.add("share", text),
            "budget" => {
                said.add("budget", part("amount"));
                said.add("currency", part("currency"));
            }
            "amount" => {
                said.add("amount", part("amount"));
                said.add("currency", part("currency"));
            }
            "period" => self.period(value, said, &extended(at, member)),
            "planned" => said.add("planned", period_text(value)),
            "identifiers" => {
                let items = value.as_list().unwrap_or_default().iter();
                let part =
                    |item: &Tree, name| item.get(name).and_then(Tree::as_str).unwrap_or_default().to_owned();
                said.add(
                    "identifiers",
                    listed(items.map(|item| part(item, "scheme") + ":" + &part(item, "value"))),
                );
            }
            _ => self.left_out(at, member),
        }
    }

    pub(super) fn other_names(&mut self, value: &Tree, names: &mut Vec<String>, said: &mut Said, at: &str) {
        for item in value.as_list().unwrap_or_default() {
            let texts = item.get("name").map(Tree::members).into_iter().flat_map(|texts| texts.values());
            let texts: Vec<String> = texts.filter_map(Tree::as_str).map(str::to_owned).collect();
            match item.get("period").and_then(|period| self.spell(period, at)) {
                Some(spell) => said.names.extend(texts.into_iter().map(|name| (name, spell.clone()))),
                None => names.extend(texts),
            }
        }
    }

    pub(super) fn homepage(&mut self, value: &Tree, said: &mut Said, at: &str) {
        for (number, link) in value.as_list().unwrap_or_default().iter().enumerate() {
            let is_homepage = link.get("rel").and_then(Tree::as_str) == Some("homepage");
            let is_first = !said.has("url");
            match link.get("url").and_then(Tree::as_str).filter(|_| is_homepage && is_first) {
                Some(url) => said.add("url", url),
                None => self.left_out(at, &number.to_string()),
            }
        }
    }

    pub(super) fn place(&self, value: &Tree, said: &mut Said) {
        let Some(place) = value.as_str().and_then(|id| self.places.get(id)) else { return };
        if let Some(country) = &place.country
            && !said.has("country")
        {
            said.add("country", country.to_string());
        }
        if let Some(nuts) = &place.nuts {
            said.add("nuts", nuts.to_string());
        }
        if let Some(point) = &place.point
            && !said.has("latitude")
        {
            said.add("latitude", point.latitude.to_string());
            said.add("longitude", point.longitude.to_string());
        }
    }

    /// Country and point of an address, which go before those of the place.
    pub(super) fn address(&mut self, value: &Tree, said: &mut Said, at: &str) {
        for (member, value) in value.members() {
            match (member.as_str(), value.as_str()) {
                ("country", Some(country)) if !said.has("country") => said.add("country", country),
                ("point", _) if !said.has("latitude") => {
                    for name in ["latitude", "longitude"] {
                        said.add(name, value.get(name).and_then(Tree::as_str).unwrap_or_default());
                    }
                }
                _ => self.left_out(at, member),
            }
        }
    }

    /// The days of a period: the earliest of its start, and the latest of its end.
    pub(super) fn spell(&mut self, period: &Tree, at: &str) -> Option<Spell> {
        let date =
            |name| period.get(name).and_then(Tree::as_str).and_then(|date| date.parse::<PartialDate>().ok());
        let (start, end) = (date("start"), date("end"));
        let spell = Spell {
            start: start.map(|date| date.earliest().to_string()),
            end: end.map(|date| date.latest().to_string()),
        };
        if [start, end].into_iter().flatten().any(|date| date.day().is_none()) {
            self.misfits.no_place(
                at,
                "dates written as full days; the attribute `period` keeps the original precision",
            );
        }
        let is_reversed = matches!((&spell.start, &spell.end), (Some(start), Some(end)) if start > end);
        if is_reversed {
            self.misfits.no_place(at, "the period ends before it starts: only the attribute period has it");
        }
        Some(spell).filter(|spell| !is_reversed && *spell != Spell::default())
    }

    pub(super) fn period(&mut self, value: &Tree, said: &mut Said, at: &str) {
        said.add("period", period_text(value));
        said.spell = self.spell(value, at);
    }
}

/// A period as text.
fn period_text(period: &Tree) -> String {
    let part = |name| period.get(name).and_then(Tree::as_str);
    match (part("start"), part("end")) {
        (Some(start), Some(end)) => format!("{start} to {end}"),
        (Some(start), None) => format!("from {start}"),
        (None, Some(end)) => format!("until {end}"),
        (None, None) => part("stated_duration").unwrap_or_default().to_owned(),
    }
}
