//! A merge loses nothing.

use cooperation::{Dataset, Project, ProjectId, RecordKind, RecordLine, Text, dataset::Header};

fn project(id: &str, title: &str) -> Project {
    Project::new(id.parse::<ProjectId>().unwrap(), Text::new("en", title).unwrap())
}

fn dataset(projects: impl IntoIterator<Item = Project>) -> Dataset {
    let mut dataset = Dataset::default();
    projects.into_iter().for_each(|project| dataset.push(project));
    dataset
}

#[test]
fn new_records_are_added_and_conflicting_ones_returned() {
    let mut own = dataset([project("a", "one"), project("b", "two")]);
    let merged = own.merge(dataset([project("a", "one"), project("b", "another"), project("c", "three")]));
    assert_eq!((merged.added, merged.equal), (1, 1));
    assert_eq!(own.projects.iter().map(|project| project.id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(own.projects[1].title.best(&[]), "two");
    let [collision] = &merged.collisions[..] else { panic!("{merged:?}") };
    assert_eq!((collision.kind, collision.id.as_str()), (RecordKind::Project, "b"));
    assert_eq!(*collision.record, RecordLine::Project(project("b", "another")));
    assert!(merged.header.is_none());
}

#[test]
fn records_of_one_id_in_the_other_dataset_collide_too() {
    let mut own = Dataset::default();
    let merged = own.merge(dataset([project("a", "one"), project("a", "two"), project("a", "one")]));
    assert_eq!((merged.added, merged.equal, merged.collisions.len()), (1, 1, 1));
}

#[test]
fn a_different_header_is_returned() {
    let mut own = Dataset::default();
    let mut other = Dataset::default();
    other.title = Some(Text::new("en", "another").unwrap());
    let merged = own.merge(other);
    assert!(own.title.is_none());
    assert_eq!(merged.header.unwrap().title.unwrap().best(&[]), "another");
}

#[test]
fn a_dataset_as_lines_and_back_is_the_same() {
    let whole = Dataset::from_json(include_str!("../../examples/data/microfinance-norway.json")).unwrap();
    let mut back = Dataset::default();
    whole.clone().into_lines().for_each(|line| back.push(line));
    assert_eq!(back, whole);
}

#[test]
fn the_first_of_several_records_with_one_id_counts() {
    let twice = || dataset([project("a", "one"), project("a", "two")]);
    let mut own = twice();
    let merged = own.merge(twice());
    assert_eq!((merged.added, merged.equal, merged.collisions.len()), (0, 1, 1));
    assert_eq!(*merged.collisions[0].record, RecordLine::Project(project("a", "two")));
    assert_eq!(own, twice());
}

#[test]
fn a_line_has_the_kind_and_the_id_of_its_record() {
    let line = RecordLine::from(project("a", "one"));
    assert_eq!((line.kind(), line.id()), (Some(RecordKind::Project), Some("a")));
    let header = RecordLine::from(Header::default());
    assert_eq!((header.kind(), header.id()), (None, None));
    let documented = include_str!("../../examples/data/microfinance-norway.json");
    for line in Dataset::from_json(documented).unwrap().into_lines() {
        let json = serde_json::to_value(&line).unwrap();
        let (tag, record) = json.as_object().unwrap().iter().next().unwrap();
        assert_eq!(line.kind().map_or("dataset", RecordKind::as_str), tag);
        assert_eq!(line.id(), record["id"].as_str());
    }
}

#[test]
fn lines_make_up_the_dataset_that_they_came_from() {
    let documented =
        Dataset::from_json(include_str!("../../examples/data/microfinance-norway.json")).unwrap();
    assert_eq!(documented.clone().into_lines().collect::<Dataset>(), documented);
    let mut own = dataset([project("a", "one")]);
    own.extend([project("b", "two"), project("a", "again")]);
    own.extend([RecordLine::from(documented.header())]);
    let ids: Vec<&str> = own.projects.iter().map(|project| project.id.as_str()).collect();
    assert_eq!((ids, own.header()), (vec!["a", "b", "a"], documented.header()));
}
