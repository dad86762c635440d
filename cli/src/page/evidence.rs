//! The passages that records rest on, each once, and the text of a source with these marked.

use super::content::{Marked, Page, Part, Quoted};
use super::facts::member;
use crate::reader::Reader;
use crate::reader::record_graph::RecordGraph;
use cooperation::evidence::audit;
use cooperation::{Evidence, RecordKind, Source, SourceId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Segments on one page of a text: each is a node and has a link in it.
const SEGMENTS: usize = 300;

/// A passage by its source, its words, its place in words, and which of several like it is meant.
type Key<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Option<u32>);

#[derive(Default)]
pub(super) struct Passages<'a> {
    pub(super) quotes: Vec<Quoted>,
    numbers: HashMap<Key<'a>, usize>,
}

impl<'a> Passages<'a> {
    /// The number of the passage of an evidence, which a record rests on.
    pub(super) fn add(
        &mut self,
        reader: &Reader,
        graph: &RecordGraph,
        record: usize,
        evidence: &'a Evidence,
    ) -> (usize, Vec<String>, Option<String>) {
        let new = self.quotes.len();
        let number = *self.numbers.entry(key(evidence)).or_insert(new);
        if number == new {
            let source: Option<&Source> = reader.index.get(&evidence.source);
            let language = source.and_then(|source| match source.languages.get(..) {
                Some([one]) => Some(one.to_string()),
                _ => None,
            });
            self.quotes.push(Quoted {
                source: named(graph, &evidence.source),
                quote: evidence.quote.as_ref().map(|quote| quote.as_str().to_owned()),
                locator: evidence.locator.as_ref().map(|locator| locator.as_str().to_owned()),
                language,
                records: Vec::new(),
            });
        }
        let mut supports: Vec<String> = evidence
            .supports
            .iter()
            .filter_map(|pointer| pointer.as_str().split('/').nth(1))
            .map(|name| member(reader.words, name))
            .collect();
        supports.dedup();
        let how = [
            evidence.modality.as_ref().map(|modality| reader.code(modality)),
            evidence.basis.as_ref().map(|basis| reader.code(basis)),
            evidence.reason.as_ref().map(|reason| reader.text(reason).to_owned()),
        ];
        let how: Vec<String> = how.into_iter().flatten().collect();
        let how = (!how.is_empty()).then(|| how.join(": "));
        if let Some(quote) = self.quotes.get_mut(number) {
            quote.records.push((record, supports.clone(), how.clone()));
        }
        (number, supports, how)
    }

    /// The text of a source with every passage marked.
    pub(super) fn mark(
        &self,
        reader: &Reader<'a>,
        graph: &RecordGraph<'a>,
        source: &SourceId,
        text: &str,
    ) -> Result<Marked, String> {
        let dataset = reader.index.dataset();
        let audit = audit(dataset, source, text);
        if !audit.known && audit.quotes.is_empty() {
            let known: Vec<&str> = dataset.sources.iter().map(|source| source.id.as_str()).collect();
            return Err(format!("the dataset has no source '{source}'; it has: {}", known.join(", ")));
        }
        let mut edges: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let mut spans: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        for held in &audit.quotes {
            let words = held.quote.as_ref().map(cooperation::values::Quote::as_str);
            let locator = held.locator.as_ref().map(cooperation::Label::as_str);
            let key = (source.as_str(), words, locator, held.occurrence.map(Into::into));
            let Some(&number) = self.numbers.get(&key) else { continue };
            for span in held.places() {
                found.insert(number);
                spans.insert((span.start, span.end, number));
            }
        }
        for (start, end, number) in spans {
            edges.entry(start).or_default().0.push(number);
            edges.entry(end).or_default().1.push(number);
        }
        let own = self.quotes.iter().enumerate().filter(|(_, quote)| is(&quote.source, graph, source));
        let lost = own.map(|(number, _)| number).filter(|number| !found.contains(number)).collect();
        let source_record: Option<&Source> = reader.index.get(source);
        Ok(Marked {
            source: named(graph, source),
            language: source_record
                .and_then(|source| source.languages.first().filter(|_| source.languages.len() == 1))
                .map(ToString::to_string),
            coverage: reader.words.fill(
                "{} per cent of the text is quoted.",
                &[&reader.words.decimal(audit.coverage.percent().trim_end_matches([' ', '%']))],
            ),
            pages: pages(text, &edges, &self.quotes),
            lost,
        })
    }
}

fn key(evidence: &Evidence) -> Key<'_> {
    (
        evidence.source.as_str(),
        evidence.quote.as_ref().map(cooperation::values::Quote::as_str),
        evidence.locator.as_ref().map(cooperation::Label::as_str),
        evidence.occurrence.map(Into::into),
    )
}

/// A source by its record; by its id, where it has none.
pub(super) fn named(graph: &RecordGraph, source: &SourceId) -> Part {
    match graph.number(RecordKind::Source, source.as_str()) {
        Some(number) => Part::Record(number),
        None => Part::Text(source.to_string()),
    }
}

fn is(part: &Part, graph: &RecordGraph, source: &SourceId) -> bool {
    match (part, graph.number(RecordKind::Source, source.as_str())) {
        (Part::Record(one), Some(other)) => *one == other,
        (Part::Text(id), None) => id == source.as_str(),
        _ => false,
    }
}

/// The text in lines of segments, each with the quotes that it is in, the shortest first; so many segments on a page.
fn pages(text: &str, edges: &BTreeMap<usize, (Vec<usize>, Vec<usize>)>, quotes: &[Quoted]) -> Vec<Page> {
    let length =
        |number: &usize| quotes.get(*number).and_then(|quote| quote.quote.as_ref()).map_or(0, String::len);
    let (mut pages, mut page, mut line) = (Vec::new(), Vec::new(), Vec::new());
    let (mut open, mut at, mut segments) = (Vec::<usize>::new(), 0_usize, 0_usize);
    let ends = edges.keys().copied().chain([text.len()]);
    for end in ends {
        let piece = text.get(at..end).unwrap_or_default();
        let mut inside = open.clone();
        inside.sort_by_key(length);
        for (number, part) in piece.split('\n').enumerate() {
            if number > 0 {
                page.push(std::mem::take(&mut line));
                if segments >= SEGMENTS {
                    pages.push(std::mem::take(&mut page));
                    segments = 0;
                }
            }
            let part = part.trim_end_matches('\r');
            if !part.is_empty() {
                // A space between two quotes is nothing to choose.
                let inside = if part.trim().is_empty() { Vec::new() } else { inside.clone() };
                line.push((part.to_owned(), inside));
                segments = segments.saturating_add(1);
            }
        }
        if let Some((starting, ending)) = edges.get(&end) {
            open.retain(|number| !ending.contains(number));
            open.extend(starting);
        }
        at = end;
    }
    page.push(line);
    pages.push(page);
    pages
}
