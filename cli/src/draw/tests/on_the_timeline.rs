//! What the bars of a timeline tell.

use super::{HOSTILE, documented, draw, read};
use crate::draw::Format;

/// The part of a timeline that tells of one row.
fn bar<'t>(timeline: &'t str, name: &str) -> &'t str {
    let start = timeline.find(&format!("<title>{name}")).expect("the row is there");
    let rest = &timeline[start..];
    &rest[..rest.find("</g>").expect("the row ends")]
}

#[test]
fn precision_is_seen_in_the_ends_of_a_bar() {
    let [_, timeline] = draw(&documented(), "en", Format::Svg);
    let jagged = |name: &str| {
        let row = bar(&timeline, name);
        let reach = &row[row.find("class=\"reach\"").unwrap()..];
        reach[..reach.find("/>").unwrap()].matches('L').count()
    };
    assert_eq!(jagged("Fostering Gender Equality"), 8, "two ends of four teeth each");
    assert_eq!(jagged("Access to Microfinance"), 0);
    let [_, hostile] = draw(&read(HOSTILE), "en", Format::Svg);
    let day = bar(&hostile, "1. list");
    assert_eq!(day.matches("class=\"reach\"").count(), 3, "a bar and a stop at each end");
    assert!(bar(&timeline, "Fostering").contains(">2006 to 2007<"));
    assert!(bar(&timeline, "Access").contains(">April 2016 to March 2021<"));
}

#[test]
fn open_ends_are_dashed_and_the_undated_are_listed() {
    let [_, timeline] = draw(&read(HOSTILE), "en", Format::Svg);
    assert_eq!(timeline.matches("class=\"open\"").count(), 3, "two rows and the legend");
    assert!(bar(&timeline, "Reversed").contains("2014 to 2011: the start is after the end"));
    assert!(bar(&timeline, "Duration only").contains("five years, dates not stated"));
    for name in ["Reversed", "Duration only"] {
        assert!(!bar(&timeline, name).contains("<path"), "{name} has no bar");
    }
    let [_, timeline] = draw(&documented(), "en", Format::Svg);
    let undated = timeline.find(">Undated<").unwrap();
    for name in ["<title>Prosjektet", "<title>Microfinance Norway in European Microfinance Network (EMN)"] {
        assert!(timeline.find(name).unwrap() > undated, "{name}");
        assert!(bar(&timeline, &name["<title>".len()..]).contains(">dates not stated<"));
    }
}

#[test]
fn a_start_and_a_duration_end_a_bar() {
    let dataset = read(
        r#"{"version": "1.0", "projects": [
            {"id": "a", "title": {"en": "Short"}, "period": {"start": "2010-01", "stated_duration": "P1Y"}},
            {"id": "b", "title": {"en": "Open"}, "period": {"start": "2010-01"}},
            {"id": "c", "title": {"en": "Long"}, "period": {"start": "2010-01", "end": "2019-12", "stated_duration": "P10Y"}},
            {"id": "d", "title": {"en": "Ended"}, "period": {"end": "2012", "stated_duration": "P30D"}}]}"#,
    );
    let [_, timeline] = draw(&dataset, "en", Format::Svg);
    let end = |name: &str| {
        let open = bar(&timeline, name).split("class=\"open\" d=\"M").nth(1).unwrap();
        let point: String =
            open.split('L').nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect();
        point.parse::<i32>().unwrap()
    };
    assert!(end("Short") + 100 < end("Open"), "{} and {}", end("Short"), end("Open"));
    assert!(bar(&timeline, "Short").contains(">since January 2010, lasts one year<"));
    assert!(bar(&timeline, "Long").contains(">January 2010 to December 2019<"));
    assert!(bar(&timeline, "Ended").contains(">until 2012, lasts 30 days<"));
    let [_, gantt] = draw(&dataset, "en", Format::Mermaid);
    assert!(gantt.contains(":done, 2010-01-01, 2010-12-31\n"), "{gantt}");
}

#[test]
fn what_was_planned_is_told_beside_what_was_so_and_alone_is_not_certain() {
    let dataset = read(
        r#"{"version": "1.0", "projects": [
            {"id": "a", "title": {"en": "Both"}, "period": {"start": "2010-01", "end": "2014-12"}, "planned": {"start": "2009-01", "end": "2013-12"}},
            {"id": "b", "title": {"en": "Plan"}, "planned": {"start": "2016-01", "end": "2019-12"}},
            {"id": "c", "title": {"en": "Nothing"}}]}"#,
    );
    let [_, timeline] = draw(&dataset, "en", Format::Svg);
    assert!(
        bar(&timeline, "Both")
            .contains(">January 2010 to December 2014; planned January 2009 to December 2013<")
    );
    assert!(bar(&timeline, "Both").contains("class=\"sure\""));
    assert!(bar(&timeline, "Plan").contains(">planned January 2016 to December 2019<"));
    assert!(bar(&timeline, "Plan").contains("class=\"reach\""));
    assert!(!bar(&timeline, "Plan").contains("class=\"sure\""));
    assert!(bar(&timeline, "Nothing").contains(">dates not stated<"));
    let [_, gantt] = draw(&dataset, "en", Format::Mermaid);
    let plan = gantt.lines().find(|line| line.trim_start().starts_with("Plan")).unwrap();
    assert!(plan.ends_with(" :done, 2016-01-01, 2019-12-31"), "paler than what was so: {plan}");
    let [_, dot] = draw(&dataset, "en", Format::Dot);
    assert!(dot.lines().any(|line| line.contains("style=dashed") && line.contains("Plan")), "{dot}");
}
