//! Pictures for paper, as the program writes them.

use crate::desk::Desk;

/// The size of a picture in millimetres, and how many millimetres a pixel of it has.
fn sheet(svg: &str) -> ((i32, i32), f64) {
    let head = svg.split('>').next().unwrap();
    let attribute =
        |name: &str| head.split_once(&format!(" {name}=\"")).unwrap().1.split('"').next().unwrap();
    let side = |name: &str| -> i32 { attribute(name).strip_suffix("mm").unwrap().parse().unwrap() };
    let paper = (side("width"), side("height"));
    let view: Vec<f64> = attribute("viewBox").split(' ').map(|number| number.parse().unwrap()).collect();
    let [_, _, wide, high] = view.as_slice() else { unreachable!("a view has four numbers: {head}") };
    (paper, (f64::from(paper.0) / wide).min(f64::from(paper.1) / high))
}

/// The smallest type of a picture in pixels, by its style.
fn smallest(svg: &str) -> f64 {
    let sizes = svg.split("font-size: ").skip(1).filter_map(|rest| rest.split("px").next());
    sizes.map(|size| size.parse().unwrap()).fold(f64::MAX, f64::min)
}

#[test]
fn a_picture_for_a4_has_the_size_of_the_sheet_and_type_that_can_be_read() {
    let desk = Desk::new("paper");
    let rural = include_str!("../../../examples/data/rural-credit-unions.json");
    let documented = include_str!("../../../examples/data/microfinance-norway.json");
    desk.put("rural.json", rural).put("documented.json", documented);
    for (count, file) in [("12", "some.json"), ("60", "more.json"), ("500", "many.json")] {
        let (text, _, code) = desk.done("generate", &[count, "--seed", "3"]);
        assert_eq!(code, 0);
        desk.put(file, text);
    }
    for subcommand in ["map", "timeline"] {
        for file in ["rural.json", "documented.json", "some.json", "more.json", "many.json"] {
            let (svg, told, code) = desk.done(subcommand, &["--paper", "a4", "--today", "2026-11-28", file]);
            assert_eq!((told.as_str(), code), ("", 0));
            let (size, scale) = sheet(&svg);
            assert!(size == (210, 297) || size == (297, 210), "{subcommand} {file}: {size:?}");
            // Six points are 2.1 millimetres; the type of names has more.
            let (least, names) = (smallest(&svg) * scale, 13.0 * scale);
            assert!(least > 2.0 && names > 2.4, "{subcommand} {file}: {least} and {names} millimetres");
        }
    }
}

#[test]
fn what_a_sheet_has_no_room_for_is_told_on_it() {
    let desk = Desk::new("paper-part");
    for (count, file) in [("12", "some.json"), ("60", "more.json"), ("500", "many.json")] {
        desk.put(file, desk.done("generate", &[count, "--seed", "3"]).0);
    }
    let drawn = |subcommand: &str, arguments: &[&str]| {
        desk.done(subcommand, &[&["--today", "none"], arguments].concat()).0
    };
    let told = "rows fit on the page; choose a part with --focus or a filter.";
    assert!(drawn("timeline", &["--paper", "a4", "more.json"]).contains(told));
    assert!(!drawn("timeline", &["more.json"]).contains(told), "a screen has room for all rows");
    let told = "boxes with the most lines are drawn; choose a part with --focus or a filter.";
    assert!(drawn("map", &["--paper", "a4", "some.json"]).contains(told));
    assert!(!drawn("map", &["some.json"]).contains(told));
    // Of a small map that is too wide, the columns of networks, partners and projects stay.
    desk.put("rural.json", include_str!("../../../examples/data/rural-credit-unions.json"));
    let rural = drawn("map", &["--paper", "a4", "rural.json"]);
    assert!(rural.contains(told) && !rural.contains("Condensed"), "{rural:.3000}");
    for name in ["Fair Credit for Farms", "European Rural Finance", "County Council"] {
        assert!(rural.contains(&format!(">{name}")), "{name}");
    }
    // A map of many projects is one of their partners, on paper as on a screen.
    for arguments in [&["many.json"][..], &["--paper", "a4", "many.json"]] {
        assert!(drawn("map", arguments).contains("Condensed: the 36 of 256 partners"), "{arguments:?}");
    }
    // Around one record there is room for all.
    let part = drawn("map", &["--paper", "a4", "--focus", "project/project-1", "--depth", "1", "many.json"]);
    assert!(part.contains("at most 1 line from") && !part.contains(told), "{part:.2000}");
}
