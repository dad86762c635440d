use cooperation::Dataset;
use cooperation::interop::gexf::write;
use std::collections::{BTreeMap, HashSet};

/// An element, as a small reader of XML sees it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Element>,
}

impl Element {
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    fn first<'a>(&'a self, name: &'a str) -> &'a Self {
        self.all(name).next().unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }

    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn value(&self, attribute: &str) -> &str {
        let values = self.all("attvalues").flat_map(|values| values.all("attvalue"));
        values
            .filter(|value| value.get("for") == attribute)
            .map(|value| value.get("value"))
            .next()
            .unwrap_or("")
    }
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>', '"']), "{text}");
    assert!(!text.chars().any(|letter| letter < ' ' || letter == '\u{fffe}'), "{text:?}");
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (entity, after) = after.split_once(';').expect(text);
        out += before;
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            number => char::from_u32(number.strip_prefix('#').expect(text).parse().unwrap()).unwrap(),
        });
        rest = after;
    }
    out + rest
}

/// Reads a document, which must be well-formed.
fn parse(text: &str) -> Element {
    let text = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap();
    let mut open = vec![Element::default()];
    for piece in text.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        unescaped(&after.replace('\n', " "));
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().unwrap();
            assert_eq!(closed.name, name);
            open.last_mut().unwrap().children.push(closed);
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut element = Element { name: name.to_owned(), ..Element::default() };
        while let Some((name, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').unwrap();
            let before = element.attributes.insert(name.trim_start().to_owned(), unescaped(value));
            assert!(before.is_none(), "{tag}");
            rest = after;
        }
        assert!(rest.is_empty(), "{tag}");
        if is_empty {
            open.last_mut().unwrap().children.push(element);
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1);
    open.pop().unwrap().children.pop().unwrap()
}

/// The graph of a dataset, which must hold what GEXF asks for.
fn graph(dataset: &Dataset) -> (Element, Vec<String>) {
    let written = write(dataset);
    let mut gexf = parse(&written.value);
    assert_eq!((gexf.get("xmlns"), gexf.get("version")), ("http://gexf.net/1.3", "1.3"));
    let graph = gexf.children.pop().unwrap();
    let order: Vec<_> = graph.children.iter().map(|child| child.name.as_str()).collect();
    let lists = order.len() - 2;
    assert!(
        order[..lists].iter().all(|name| *name == "attributes") && order[lists..] == ["nodes", "edges"],
        "{order:?}"
    );
    let mut declared: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
    for attributes in graph.all("attributes") {
        for attribute in attributes.all("attribute") {
            assert!(declared.entry(attributes.get("class")).or_default().insert(attribute.get("id")));
            assert!(["string", "liststring", "double", "anyURI"].contains(&attribute.get("type")));
        }
    }
    let mut ids = HashSet::new();
    for (list, class) in [("nodes", "node"), ("edges", "edge")] {
        for part in graph.first(list).all(class) {
            assert!(ids.insert(part.get("id").to_owned()), "{}", part.get("id"));
            for value in part.all("attvalues").flat_map(|values| values.all("attvalue")) {
                assert!(declared[class].contains(value.get("for")), "{value:?}");
            }
            for spell in part.all("spells").flat_map(|spells| spells.all("spell")) {
                assert!(graph.get("mode") == "dynamic" && graph.get("timeformat") == "date");
                assert!(!spell.attributes.is_empty());
                assert!(spell.attributes.values().all(|day| day.len() == 10), "{spell:?}");
            }
        }
    }
    for edge in graph.first("edges").all("edge") {
        assert!(ids.contains(edge.get("source")) && ids.contains(edge.get("target")), "{edge:?}");
    }
    (graph, written.misfits.iter().map(ToString::to_string).collect())
}

fn dataset(members: &str) -> Dataset {
    Dataset::from_json(&format!("{{\"version\": \"1.0\", {members}}}")).unwrap()
}

#[test]
fn the_example_is_a_graph_of_its_parties() {
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/data/microfinance-norway.json"
    ))
    .unwrap();
    let dataset = Dataset::from_json(&text).unwrap();
    let (graph, _) = graph(&dataset);
    let nodes = graph.first("nodes");
    let count = |kind: &str| nodes.all("node").filter(|node| node.value("kind") == kind).count();
    let kinds = ["organization", "group", "network", "project", "programme", "cooperation"].map(count);
    let expected = [
        dataset.organizations.len(),
        dataset.groups.len(),
        dataset.networks.len(),
        dataset.projects.len(),
        dataset.programmes.len(),
        dataset.cooperations.len(),
    ];
    assert_eq!(kinds, expected);
    let edges = |kind: &str| graph.first("edges").all("edge").filter(|edge| edge.get("kind") == kind).count();
    assert_eq!(edges("membership"), dataset.memberships.len());
    assert_eq!(edges("participation"), dataset.participations.len());
    assert_eq!(
        edges("cooperation"),
        dataset.cooperations.iter().map(|known| known.parties.len()).sum::<usize>()
    );
    assert_eq!(edges("funding"), 1);
    let spells: Vec<_> = nodes
        .all("node")
        .filter_map(|node| {
            let spell = node.all("spells").next()?.first("spell");
            Some((node.get("id"), spell.get("start"), spell.get("end")))
        })
        .collect();
    assert_eq!(
        spells,
        [
            ("projects/atm", "2016-04-01", "2021-03-31"),
            ("projects/fostering-gender-equality", "2006-01-01", "2007-12-31"),
            ("projects/feva", "2007-01-01", "2009-12-31"),
        ]
    );
    assert_eq!(write(&dataset).value, write(&dataset).value);
}

#[test]
fn edges_have_roles_periods_and_amounts() {
    let dataset = dataset(
        r#""places": [{"id": "oslo", "name": {"nb": "Oslo"}, "country": "NO", "nuts": "NO081", "point": {"latitude": "59.91", "longitude": "10.75"}}],
        "organizations": [{"id": "a", "name": {"en": "A"}, "place": "oslo", "part_of": {"network": "n"},
            "related": [{"to": {"organization": "b"}, "relation": "same as"}, {"title": {"en": "C"}, "relation": "related"}],
            "other_names": [{"name": {"en": "Old"}, "period": {"end": "2001"}}, {"name": {"en": "Alias"}}],
            "identifiers": [{"scheme": "NO-BRC", "value": "1"}], "links": [{"url": "https://a.no/", "rel": "homepage"}]},
            {"id": "b", "name": {"en": "B"}}],
        "networks": [{"id": "n", "name": {"en": "N"}}],
        "memberships": [{"id": "m", "member": {"organization": "a"}, "body": {"network": "n"}, "role": "chair", "period": {"start": "2020-02"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "planned": {"start": "2024"}}],
        "participations": [{"id": "t", "party": {"organization": "a"}, "project": "p", "role": "partner", "via": {"network": "n"},
            "budget": {"amount": "5.50", "currency": "EUR"}}],
        "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "b"}, "amount": {"amount": "7", "currency": "NOK"}, "date": "2024-05-06"},
            {"id": "g", "funder": {"organization": "b"}, "recipient": {"organization": "a"}},
            {"id": "h", "recipient": {"organization": "a"}}, {"id": "i", "of": {"project": "gone"}, "funder": {"organization": "a"}}]"#,
    );
    let (graph, told) = graph(&dataset);
    let edge = |id: &str| {
        graph.first("edges").all("edge").find(|edge| edge.get("id") == id).unwrap_or_else(|| panic!("{id}"))
    };
    let ends = |id: &str| [edge(id).get("source").to_owned(), edge(id).get("target").to_owned()];
    assert_eq!(ends("memberships/m"), ["organizations/a", "networks/n"]);
    assert_eq!(
        (edge("memberships/m").value("role"), edge("memberships/m").value("period")),
        ("chair", "from 2020-02")
    );
    assert_eq!(edge("memberships/m").value("kind"), "membership");
    assert_eq!(edge("memberships/m").first("spells").first("spell").get("start"), "2020-02-01");
    let participation = edge("participations/t");
    assert_eq!(
        ["role", "amount", "currency", "via"].map(|name| participation.value(name)),
        ["partner", "5.50", "EUR", "networks/n"]
    );
    assert_eq!(ends("participations/t>via>networks/n"), ["organizations/a", "networks/n"]);
    assert_eq!(ends("funding/f"), ["organizations/b", "projects/p"]);
    assert_eq!((edge("funding/f").value("amount"), edge("funding/f").value("currency")), ("7", "NOK"));
    assert_eq!(edge("funding/f").first("spells").first("spell").get("end"), "2024-05-06");
    assert_eq!(ends("funding/g"), ["organizations/b", "organizations/a"]);
    assert_eq!(ends("organizations/a>part_of>networks/n"), ["organizations/a", "networks/n"]);
    assert_eq!(edge("organizations/a>related>organizations/b>same as").get("type"), "mutual");
    assert_eq!(graph.first("edges").all("edge").count(), 7);
    let a = graph.first("nodes").first("node");
    let values = ["country", "nuts", "latitude", "url", "identifiers", "names"].map(|name| a.value(name));
    assert_eq!(values, ["NO", "NO081", "59.91", "https://a.no/", "[\"NO-BRC:1\"]", "[\"A\", \"Alias\"]"]);
    let old = a.first("attvalues").all("attvalue").find(|value| value.get("for") == "other_name").unwrap();
    assert_eq!((old.get("value"), old.get("end")), ("Old", "2001-12-31"));
    let project = graph.first("nodes").all("node").find(|node| node.get("id") == "projects/p").unwrap();
    assert_eq!(project.value("planned"), "from 2024");
    for expected in [
        "/funding/2: an edge needs both ends",
        "/funding/3: one of its ends is not a node",
        "/organizations/0/related/1: only relations",
        "/places/0: records of this kind",
    ] {
        assert!(told.iter().any(|told| told.starts_with(expected)), "{expected}: {told:#?}");
    }
}

#[test]
fn hostile_names_stay_text() {
    let name = r#"<b>\"A\" & 'B'\n\t]]>\u202e\ufffe &#0; \\"#;
    let dataset = dataset(&format!(
        r#""organizations": [{{"id": "a", "name": {{"en": "{name}"}}}}, {{"id": "a", "name": {{"en": "twice"}}}}],
        "projects": [{{"id": "a", "title": {{"en": "the same id"}}, "period": {{"start": "2020", "end": "2019"}}}}]"#
    ));
    let (graph, told) = graph(&dataset);
    assert_eq!(graph.get("mode"), "static");
    let node = graph.first("nodes").first("node");
    assert_eq!(node.get("label"), "<b>\"A\" & 'B' ]]>\u{202e}\u{fffd} &#0; \\");
    assert_eq!(graph.first("nodes").all("node").count(), 2);
    assert!(told.iter().any(|told| told.contains("another record has the same id")), "{told:#?}");
    assert!(told.iter().any(|told| told.contains("ends before it starts")), "{told:#?}");
}
