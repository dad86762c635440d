//! What the fuzz target of the pictures holds of any bytes whatever. The program draws, so its tests run the corpus.

use crate::made;
use cooperation_cli::draw::{Format, Graph, map, timeline};
use cooperation_cli::reader::Reader;

/// Any dataset can be drawn, the same each time, and near one of its records too.
pub fn drawing(data: &[u8]) {
    let dataset = made::of_any(data);
    let focus = data.last().map(|byte| format!("i{}", byte % 6)).unwrap_or_default();
    let draw = |format: Format, near: bool| {
        let reader = Reader::new(&dataset, "nb");
        let mut graph = Graph::new(&reader);
        if near {
            graph = graph.near(&reader, &focus, usize::from(data[0] % 4)).ok()?;
        }
        Some([map(&reader, &graph, format), timeline(&reader, &graph, format)])
    };
    let formats = [Format::Svg, Format::Mermaid, Format::Dot];
    let twice = formats[usize::from(data.first().copied().unwrap_or(0)) % 3];
    for format in formats {
        let drawn = draw(format, false).unwrap();
        if format == twice {
            assert_eq!(draw(format, false).unwrap(), drawn);
        }
        let part = draw(format, !data.is_empty()).unwrap_or_default();
        for picture in drawn.iter().chain(&part).filter(|_| format == Format::Svg) {
            well_formed(picture);
        }
    }
}

/// The tags of a picture close in their order, and nothing of a dataset became one.
fn well_formed(svg: &str) {
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'), "{text:?}");
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{svg}");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        assert!(!tag.starts_with("script"), "{svg}");
    }
    assert!(open.is_empty(), "{open:?}");
}
