use super::{Random, refuses, takes};
use crate::support::large;
use cooperation::{Language, Text};
use std::collections::BTreeMap;

fn text(json: &str) -> Text {
    serde_json::from_str(json).unwrap()
}

#[test]
fn every_character_is_kept() {
    for piece in [
        "\u{a0}",
        "regionen\u{a0}viktig",
        " leading",
        "trailing ",
        "two  spaces",
        "a\tb\nc",
        "triggered,by:",
        "\u{200b}",
        "e\u{301}",
        "é",
        "\u{10ffff}",
        "\u{feff}",
        "NGO’s",
        "(2006 – 2007)",
        "\"quoted\" \\ /",
    ] {
        let made = Text::new("nb", piece).unwrap();
        assert_eq!(made.get("nb"), Some(piece));
        let json = serde_json::to_string(&made).unwrap();
        assert_eq!(text(&json), made);
        assert_eq!(text(&json).get("nb"), Some(piece));
    }
}

#[test]
fn blank_and_empty_texts_are_refused() {
    for piece in ["", " ", "   ", "\t", "\n", " \r\n ", "\0", "\u{1f}"] {
        assert!(Text::new("nb", piece).is_err(), "{piece:?} was taken");
        let json = serde_json::to_string(&BTreeMap::from([("nb", piece)])).unwrap();
        assert!(serde_json::from_str::<Text>(&json).is_err(), "{json} was read");
    }
    for json in [
        "{}",
        "null",
        "\"Mikrofinans Norge\"",
        "[\"nb\"]",
        "[[\"nb\", \"x\"]]",
        r#"{"nb": null}"#,
        r#"{"nb": 1}"#,
    ] {
        assert!(serde_json::from_str::<Text>(json).is_err(), "{json} was read");
    }
}

#[test]
fn a_doubled_language_is_found_behind_escapes_too() {
    for json in [
        r#"{"nb": "a", "nb": "a"}"#,
        r#"{"nb": "a", "en": "b", "nb": "c"}"#,
        r#"{"nb": "a", "\u006eb": "b"}"#,
    ] {
        let error = serde_json::from_str::<Text>(json).unwrap_err().to_string();
        assert!(error.contains("the member \"nb\" is given twice"), "{error}");
    }
}

#[test]
fn nothing_in_a_text_can_be_taken_for_the_next_one() {
    let pieces =
        ["en:5:Trick", "5:", ":", "::", "0:", "9999999999999999999999:", "nb:1:x", "x:en:1:y", "12", "æ:ø:å"];
    for one in pieces {
        for other in pieces {
            let made = Text::new("nb", one).unwrap().with("en", other).unwrap().with("und", "3:abc").unwrap();
            let all: Vec<_> = made.iter().collect();
            assert_eq!(all, [("en", other), ("nb", one), ("und", "3:abc")]);
            assert_eq!(text(&serde_json::to_string(&made).unwrap()), made);
        }
    }
}

#[test]
fn any_texts_come_back_in_the_order_of_their_tags() {
    let mut random = Random(7);
    let tags = [
        "nb",
        "en",
        "sv",
        "und",
        "pt",
        "pt-BR",
        "sr-Latn",
        "es-419",
        "nn",
        "sma",
        "de-1996",
        "x".repeat(2).leak(),
    ];
    let letters = [':', '0', '9', '"', '\\', 'å', '\u{a0}', '😀', 'a', ' ', '{', ','];
    for _ in 0..2000 {
        let mut wanted = BTreeMap::new();
        for _ in 0..=random.below(6) {
            let tag = tags[random.below(12)];
            let piece: String =
                (0..=random.below(20)).map(|_| letters[random.below(12)]).chain(['x']).collect();
            wanted.insert(tag, piece);
        }
        let read = text(&serde_json::to_string(&wanted).unwrap());
        assert!(read.iter().eq(wanted.iter().map(|(tag, piece)| (*tag, piece.as_str()))), "{read:?}");
        assert_eq!(serde_json::to_string(&read).unwrap(), serde_json::to_string(&wanted).unwrap());
        let made = wanted.iter().rev().fold(None, |made: Option<Text>, (tag, piece)| {
            Some(match made {
                None => Text::new(tag, piece).unwrap(),
                Some(made) => made.with(tag, piece).unwrap(),
            })
        });
        assert_eq!(made, Some(read), "the order in which languages come does not matter");
    }
}

#[test]
fn a_text_has_at_most_64_languages() {
    let tag = |number: u32| {
        let letter = |place: u32| char::from(b'a' + u8::try_from(place % 26).unwrap());
        [letter(number / 26), letter(number)].iter().collect::<String>()
    };
    let of = |count: u32| {
        serde_json::to_string(&(0..count).map(|place| (tag(place), "x")).collect::<BTreeMap<_, _>>())
    };
    let most = text(&of(64).unwrap());
    assert_eq!(most.iter().count(), 64);
    assert!(serde_json::from_str::<Text>(&of(65).unwrap()).is_err());
    assert!(most.clone().with("zz", "y").is_err());
    let changed = most.with(tag(3), "y").unwrap();
    assert_eq!((changed.iter().count(), changed.get(&tag(3))), (64, Some("y")));
}

#[test]
fn forty_thousand_languages_are_refused() {
    let error = serde_json::from_str::<Text>(&large::languages(40_000)).unwrap_err().to_string();
    assert!(error.contains("\"x0\" is not a language tag"), "{error}");
}

#[test]
fn a_text_has_at_most_100_000_characters() {
    let longest = "å".repeat(100_000);
    assert_eq!(Text::new("nb", &longest).unwrap().get("nb"), Some(longest.as_str()));
    assert!(Text::new("nb", longest + "å").is_err());
}

#[test]
fn the_best_text_is_exact_then_of_the_language_then_the_first() {
    let names = text(
        r#"{"nb": "norsk", "pt": "português", "sr-Latn": "srpski", "en-GB": "British", "en": "English"}"#,
    );
    assert_eq!(names.best(&["nb"]), "norsk");
    assert_eq!(names.best(&["sv", "nb"]), "norsk");
    assert_eq!(names.best(&["pt-BR"]), "português");
    assert_eq!(names.best(&["sr"]), "srpski");
    assert_eq!(names.best(&["en-GB"]), "British");
    assert_eq!(names.best(&["sv", "da"]), "English");
    assert_eq!(names.best(&[]), "English");
    assert_eq!(Text::und("Nordplus").unwrap().best(&["nb"]), "Nordplus");
    assert_eq!(names.get("pt-BR"), None, "only best looks for other forms");
}

#[test]
fn a_text_is_one_word_larger_than_a_pointer() {
    assert_eq!(size_of::<Text>(), 16);
    assert_eq!(size_of::<Option<Text>>(), 16);
}

#[test]
fn language_tags_have_one_spelling() {
    for tag in [
        "nb",
        "en",
        "und",
        "sma",
        "sr-Latn",
        "pt-BR",
        "es-419",
        "zh-Hant-TW",
        "de-1996",
        "sl-rozaj",
        "nn-x-a",
        "de-CH-1996",
        "sl-rozaj-biske",
        "en-x-abc-12345678",
        "zh-Hans-CN-x-private1",
    ] {
        takes::<Language>(tag);
        assert!(Text::new(tag, "x").is_ok(), "{tag}");
    }
    for tag in [
        "",
        "n",
        "NB",
        "nb_NO",
        "nb-no",
        "nb-",
        "-nb",
        "nb--NO",
        "abcd",
        "n1",
        "nb-NO-",
        "en-us",
        "sr-latn",
        "sr-Latnx",
        "sr-LATN",
        "x-abc",
        "nb-x",
        "nb-x-",
        "nb-x-123456789",
        "nb-NO-SE",
        "nb-Latn-Cyrl",
        "no-bokmål",
        "nb\0",
        "nb ",
        " nb",
        "en-a-bbb",
        "i-klingon",
        "en-x-ABC",
        "*",
        "nb-NO-x-abcdefgh-abcdefgh-abcdefgh-a",
        "de-96",
    ] {
        refuses::<Language>(tag);
        assert!(Text::new(tag, "x").is_err(), "{tag}");
    }
}

#[test]
fn a_tag_in_the_wrong_case_is_answered_with_the_right_one() {
    for (written, meant) in [
        ("NB", "nb"),
        ("nb_NO", "nb-NO"),
        ("nb-no", "nb-NO"),
        ("EN-us", "en-US"),
        ("sr-latn", "sr-Latn"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("DE-1996", "de-1996"),
        ("en-X-AB", "en-x-ab"),
        ("en-X-ABCD", "en-x-abcd"),
    ] {
        let error = written.parse::<Language>().unwrap_err();
        assert_eq!(error.suggestion(), Some(meant));
        takes::<Language>(meant);
    }
    assert_eq!(Language::new("zh-Hant-TW").unwrap().primary(), "zh");
}

#[test]
fn debug_shows_a_text_with_its_languages() {
    let text: Text = serde_json::from_str(r#"{"nb": "Nett", "en": "Net"}"#).unwrap();
    let shown = format!("{text:?}");
    assert!(
        shown == r#"{"nb": "Nett", "en": "Net"}"# || shown == r#"{"en": "Net", "nb": "Nett"}"#,
        "{shown}"
    );
}

#[test]
fn a_tag_has_at_most_35_characters() {
    let tag = |last: usize| format!("en-x-aaaaaaaa-aaaaaaaa-aaaaaaaa-{}", "a".repeat(last));
    assert_eq!(tag(3).len(), 35);
    takes::<Language>(&tag(3));
    assert!(tag(4).parse::<Language>().is_err());
}

#[test]
fn languages_come_and_go_but_the_last_one_stays() {
    let mut name = Text::new("nb", "Nett").unwrap();
    name.insert("en", "Network").unwrap();
    name.insert("en", "Net").unwrap();
    assert_eq!(name, text(r#"{"nb": "Nett", "en": "Net"}"#));
    for (tag, piece) in [("EN", "x"), ("sv", " "), ("sv", "")] {
        assert!(name.insert(tag, piece).is_err(), "{tag} {piece:?}");
    }
    assert_eq!(name, text(r#"{"nb": "Nett", "en": "Net"}"#), "what is refused changes nothing");
    assert_eq!(
        (name.remove("sv"), name.remove("nb"), name.remove("nb")),
        (None, Some("Nett".to_owned()), None)
    );
    assert_eq!(name.remove("en"), None);
    assert_eq!(name, Text::new("en", "Net").unwrap());
}
