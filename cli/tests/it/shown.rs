//! In which language programs show a dataset.

use clap::Parser;
use cooperation::{Dataset, Text};
use cooperation_cli::reader::{InLanguage, Reader};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    shown: InLanguage,
}

#[test]
fn a_language_is_asked_for_by_its_tag() {
    let asked = |tag: &str| Line::try_parse_from(["program", "--lang", tag]).map(|line| line.shown.lang);
    for (tag, language) in [("en-GB", "en-GB"), ("EN", "en"), ("nb_no", "nb-NO"), ("English", "en")] {
        assert_eq!(asked(tag).unwrap().map(|tag| tag.to_string()).as_deref(), Some(language));
    }
    let error = asked("klingon-like").err().unwrap().to_string();
    assert!(error.contains("expected a BCP 47 tag"), "{error}");
}

#[test]
fn a_region_falls_back_on_its_language() {
    let dataset = Dataset::default();
    let text = Text::new("nb", "Norge").unwrap().with("en", "Norway").unwrap();
    assert_eq!(Reader::new(&dataset, "en-GB").text(&text), "Norway");
    assert_eq!(Reader::new(&dataset, "fr").text(&text), "Norge");
}
