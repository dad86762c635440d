//! The map of a dataset: the boxes and the lines, and how much of the dataset is on neither.

use super::builder::Builder;
use super::graph::Graph;
use crate::reader::Reader;
use cooperation::RecordKind;

impl Graph {
    /// The map of a dataset, without its activities and barriers.
    #[must_use]
    pub fn new(reader: &Reader) -> Self {
        Self::with(reader, &[])
    }

    /// The map of a dataset, with boxes for its activities or its barriers as well.
    pub(crate) fn with(reader: &Reader, with: &[RecordKind]) -> Self {
        let mut whole = build(reader, with);
        // Groups that are only spoken of, as those whom a goal is meant to reach, are no party to anything.
        let mut kept: Vec<bool> = whole.nodes.iter().map(|node| node.kind != RecordKind::Group).collect();
        for link in &whole.links {
            kept[link.from] = true;
            kept[link.to] = true;
        }
        let groups = kept.iter().filter(|&&kept| !kept).count();
        whole.left_out.push((RecordKind::Group, groups));
        whole.left_out.retain(|&(_, count)| count > 0);
        whole.left_out.sort_unstable();
        whole.only(&kept)
    }
}

/// The boxes and lines of a whole dataset; of activities and barriers where they are asked for.
fn build(reader: &Reader, with: &[RecordKind]) -> Graph {
    let mut builder = Builder::new(reader, with);
    builder.nodes();
    builder.links();
    let dataset = reader.index.dataset();
    let unnamed = dataset.places.iter().filter(|place| !builder.names(&place.id)).count();
    let unless = |kind, count| (kind, if with.contains(&kind) { 0 } else { count });
    builder.graph.left_out = vec![
        (RecordKind::Source, dataset.sources.len()),
        (RecordKind::Place, unnamed),
        unless(RecordKind::Activity, dataset.activities.len()),
        unless(RecordKind::Barrier, dataset.barriers.len()),
        (RecordKind::Funding, builder.money_left_out),
    ];
    builder.graph
}
