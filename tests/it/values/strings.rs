use super::{Random, hash, refuses, takes};
use cooperation::{
    Label, OrganizationId, ProjectId, RecordKind, SourceId, Url,
    values::{Digest, MediaType, Pointer, Quote, Version},
};
use std::collections::{BTreeSet, HashSet};

#[test]
fn ids_of_the_field_are_taken() {
    let longest = "a".repeat(255);
    for id in [
        "atm",
        "a",
        "0",
        "9",
        "mikrofinans-norge",
        "GB-CHC-1000147",
        "2021.NPFI/0042",
        "NO-BRC-987654321",
        "a~b_c:d",
        "https://example.org/1",
        "360G-x-1",
        "a..b",
        "a-",
        &longest,
        "12345678901234567890123",
        "123456789012345678901234",
    ] {
        takes::<ProjectId>(id);
    }
}

#[test]
fn malformed_ids_are_refused() {
    let too_long = "a".repeat(256);
    for id in [
        "",
        " ",
        "a t m",
        " atm",
        "atm ",
        "-atm",
        ".atm",
        "_atm",
        "/atm",
        ":atm",
        "~atm",
        "åtm",
        "at\u{a0}m",
        "atm\n",
        "atm#1",
        "atm?x",
        "a\\b",
        "a\"b",
        "a@b",
        "a%20b",
        "\u{ff41}",
        "a\0",
        "a+b",
        "(a)",
        &too_long,
    ] {
        refuses::<ProjectId>(id);
    }
    for json in ["1", "null", "[\"atm\"]", "{\"id\": \"atm\"}"] {
        assert!(serde_json::from_str::<ProjectId>(json).is_err(), "{json} was read");
    }
}

#[test]
fn an_id_is_inline_and_knows_its_kind() {
    assert_eq!(size_of::<ProjectId>(), 24);
    assert_eq!(size_of::<Option<ProjectId>>(), 24);
    assert_eq!(ProjectId::new("atm").unwrap().kind(), RecordKind::Project);
    assert_eq!(SourceId::new("page").unwrap().kind(), RecordKind::Source);
    let error = ProjectId::new("a t m").unwrap_err();
    assert_eq!((error.expected(), error.found()), ("project id", "\"a t m\""));
}

#[test]
fn an_id_is_found_and_compared_by_its_text() {
    for text in ["a", "mikrofinans-norge", "12345678901234567890123", &"a".repeat(255)] {
        let id = ProjectId::new(text).unwrap();
        assert_eq!(hash(&id), hash(&text));
        assert!(id == *text && id == text && id != *"other" && id != "other");
        let (hashed, ordered) = (HashSet::from([id.clone()]), BTreeSet::from([id.clone()]));
        assert!(hashed.contains(text) && ordered.contains(text));
        assert!(!hashed.contains("other") && !ordered.contains("other"));
        assert_eq!(String::from(id), text);
    }
    let texts = ["b", "a-", "a", "B", "a:", "ab", "0", "a/b"];
    let mut ids = texts.map(|text| ProjectId::new(text).unwrap());
    let mut sorted = texts;
    ids.sort();
    sorted.sort_unstable();
    assert_eq!(ids, sorted, "ids have the order of their texts");
}

#[test]
fn a_refused_id_comes_with_the_reason() {
    let problem = |text: &str| text.parse::<ProjectId>().unwrap_err().problem().to_owned();
    assert_eq!(problem(""), "it is empty");
    assert_eq!(problem("-atm"), "it must start with a letter A-Z, a-z or a digit");
    assert_eq!(problem("a t m"), "only letters A-Z and a-z, digits and . _ : / ~ - are allowed");
    assert_eq!(problem(&"a".repeat(256)), "it has more than 255 characters");
    let error = serde_json::from_str::<ProjectId>("5").unwrap_err().to_string();
    assert!(error.starts_with("invalid type: integer `5`, expected project id, as a string"), "{error}");
}

#[test]
fn an_id_of_a_name_has_its_words_in_ascii() {
    for (name, id) in [
        ("Mikrofinans Norge", "mikrofinans-norge"),
        ("  ¡Ålesund, Ø & Þór! ", "alesund-o-thor"),
        ("a ł", "a-l"),
        ("l'Aquila / d\u{2019}Oro", "laquila-doro"),
        ("Cafe\u{301} 2021", "cafe-2021"),
        ("21st Century", "21st-century"),
    ] {
        assert_eq!(OrganizationId::from_name(name).unwrap().as_str(), id, "{name}");
    }
    for (name, reason) in [
        (" - ", "it has no letter and no digit"),
        ("Банк", "the letter `б` has no form in Latin letters"),
        ("fase ٣", "the letter `٣` has no form in Latin letters"),
    ] {
        let message = OrganizationId::from_name(name).unwrap_err().to_string();
        assert!(message.contains(reason), "{message}");
    }
    assert!(OrganizationId::from_name(&"x".repeat(255)).is_ok());
    assert!(OrganizationId::from_name(&"x".repeat(256)).is_err());
}

#[test]
fn addresses_are_kept_as_they_were_written() {
    let longest = format!("http://{}", "a".repeat(1993));
    for url in [
        "http://www.interregeurope.eu/atmforsmes/",
        "http://www.nordplusonline.org/",
        "https://example.org",
        "http://EXAMPLE.org:80/%7e?q=a&b#c",
        "http://a",
        "mailto:post@example.org",
        "https://no.example/æøå",
        "http://[::1]/",
        "http://[2001:db8::1]:8080/",
        "http://me:secret@example.org:8080/a@b:c",
        "http://example.org:/",
        "mailto:first.last@example.org?subject=A%20b",
        "mailto:a@b",
        &longest,
    ] {
        takes::<Url>(url);
    }
}

#[test]
fn anything_but_a_web_or_mail_address_is_refused() {
    let too_long = format!("http://{}", "a".repeat(1994));
    for url in [
        "",
        "www.interregeurope.eu",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "HTTP://example.org",
        "Https://example.org",
        "http:/example.org",
        "http://",
        "https:///path",
        "http://?q",
        "http://#a",
        "http:// example.org",
        " http://example.org",
        "http://example.org ",
        "http://a/\u{7f}",
        "http://a/<b>",
        "http://a/\"",
        "http://a\\b",
        "http://a\nb",
        "mailto:",
        "mailto:a",
        "mailto:@b",
        "mailto:a@",
        "mailto:a@b@c",
        "mailto:a b@c",
        "mailto:.a@b",
        "mailto:a.@b",
        "mailto:a..b@c",
        "mailto:a%@b",
        "http://example.org:abc/path",
        "http://example.org:80:80/",
        "http://:80/",
        "http://me@/",
        "http://example.org/%6G",
        "http://example.org/100%",
        "http://%zz/",
        "http://[::1",
        "http://[::1]a/",
        "http://[]/",
        "http://[example]/",
        "http://a[b/",
        "file:///etc/passwd",
        &too_long,
    ] {
        refuses::<Url>(url);
    }
}

#[test]
fn the_host_is_between_credentials_and_path() {
    let host = |text: &str| Url::new(text).unwrap().host().map(str::to_owned);
    assert_eq!(host("http://www.interregeurope.eu/atmforsmes/").as_deref(), Some("www.interregeurope.eu"));
    assert_eq!(host("https://user:secret@example.org:8080/a@b").as_deref(), Some("example.org:8080"));
    assert_eq!(host("https://example.org?mail=a@b").as_deref(), Some("example.org"));
    assert_eq!(host("mailto:post@example.org"), None);
    assert!(Url::new("https://user@example.org/").unwrap().has_credentials());
    assert!(!Url::new("https://example.org/user@a").unwrap().has_credentials());
    assert!(!Url::new("mailto:post@example.org").unwrap().has_credentials());
}

#[test]
fn well_formed_pointers_are_accepted() {
    let longest = format!("/{}", "a".repeat(999));
    for pointer in [
        "",
        "/",
        "//",
        "/name",
        "/period/start",
        "/a~1b",
        "/m~0n",
        "/~01",
        "/é",
        "/ ",
        "/a\"b",
        "/0",
        &longest,
    ] {
        takes::<Pointer>(pointer);
    }
    let steps = |text: &str| Pointer::new(text).unwrap().steps().collect::<Vec<_>>();
    assert_eq!(steps(""), Vec::<String>::new());
    assert_eq!(steps("/"), [""]);
    assert_eq!(steps("/period/start"), ["period", "start"]);
    assert_eq!(steps("/a~1b/m~0n"), ["a/b", "m~n"]);
    assert_eq!(steps("/~01"), ["~1"], "an escaped tilde starts no escape");
}

#[test]
fn malformed_pointers_are_refused() {
    let too_long = format!("/{}", "a".repeat(1000));
    for pointer in
        ["name", " /name", "#/name", "/a~", "/a~2", "/~", "/a~b", "/a\nb", "/a\0", "/~~0", &too_long]
    {
        refuses::<Pointer>(pointer);
    }
}

#[test]
fn labels_have_one_line() {
    let (longest, too_long) = ("é".repeat(255), "é".repeat(256));
    for label in ["EMN", "1.2", "IPA III", " padded ", "\u{a0}", "\u{2028}", &longest] {
        takes::<Label>(label);
    }
    for label in ["", " ", "   ", "a\nb", "a\tb", "\0", "a\u{7f}", &too_long] {
        refuses::<Label>(label);
    }
}

#[test]
fn media_types_have_a_type_and_a_subtype() {
    let longest = format!("text/{}", "a".repeat(250));
    for text in [
        "application/pdf",
        "text/html",
        "a/b",
        "image/svg+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.api+json",
        "application/x-7z-compressed",
        // The names have no case, and are kept as they were written.
        "Application/PDF",
        "x/1!#$&^_.+-",
        &longest,
    ] {
        takes::<MediaType>(text);
    }
    let too_long = format!("text/{}", "a".repeat(251));
    for text in [
        "",
        "/",
        "pdf",
        ".pdf",
        "application",
        "application/",
        "/pdf",
        "text//html",
        "text/html/plain",
        "text/html; charset=utf-8",
        "text/html;charset=utf-8",
        "text/html, text/plain",
        "text /html",
        " text/html",
        "text/html ",
        "text/html\n",
        "text/*",
        "text/h*ml",
        "*/*",
        "-text/html",
        "text/+xml",
        "text/.html",
        "tekst/æøå",
        "text\u{2215}html",
        "text/html\0",
        "text/ht%6dl",
        "text/\"html\"",
        &too_long,
    ] {
        refuses::<MediaType>(text);
    }
    let error = MediaType::new("PDF").unwrap_err();
    assert_eq!(
        error.to_string(),
        r#""PDF" is not a media type: expected a type and a subtype, such as application/pdf"#
    );
    let problem = MediaType::new(too_long.as_str()).unwrap_err().problem().to_owned();
    assert_eq!(problem, "it has more than 255 characters");
}

#[test]
fn quotes_keep_every_character() {
    let (longest, too_long) = ("å".repeat(100_000), "å".repeat(100_001));
    for quote in ["", " ", "regionen\u{a0}viktig", "a\nb\tc\0", "«triggered,by:»", &longest] {
        takes::<Quote>(quote);
    }
    refuses::<Quote>(&too_long);
}

#[test]
fn checksums_and_versions_have_one_form() {
    let hex = "52fc9eabf46a5683f7080d0a48751eeac8452512a7107be0acb1a22f5081b7b2";
    takes::<Digest>(&format!("sha256:{hex}"));
    for text in [
        hex.to_owned(),
        format!("SHA256:{hex}"),
        format!("sha256:{}", hex.to_uppercase()),
        format!("sha256:{hex}0"),
        format!("sha256:{}", &hex[1..]),
        "sha256:".to_owned(),
    ] {
        refuses::<Digest>(&text);
    }
    for version in ["1.0", "1.1", "1.999"] {
        takes::<Version>(version);
    }
    for version in [
        "", "1", "1.", ".0", "0.9", "2.0", "1.00", "01.0", "1.0.0", "1.1000", "1.-1", "v1.0", "1.0 ", "+1.0",
        "1.x",
    ] {
        refuses::<Version>(version);
    }
    let newer = "2.0".parse::<Version>().unwrap_err();
    assert!(newer.problem().contains("newer than this library reads"), "{newer}");
}

#[test]
fn every_refusal_has_a_message_that_can_be_shown() {
    let mut random = Random(8);
    let letters =
        ['\0', '\u{1b}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}', '"', '\\', '\n', 'å', '😀', ' '];
    for _ in 0..2000 {
        let text: String = (0..=random.below(400)).map(|_| letters[random.below(12)]).collect();
        for error in [
            text.parse::<ProjectId>().unwrap_err(),
            text.parse::<Url>().unwrap_err(),
            text.parse::<cooperation::PartialDate>().unwrap_err(),
            text.parse::<cooperation::Language>().unwrap_err(),
        ] {
            let message = error.to_string();
            assert!(message.len() <= 512, "{} bytes: {message}", message.len());
            let hidden = |letter: char| {
                letter.is_control()
                    || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            };
            assert!(!message.contains(hidden), "{message:?}");
        }
    }
}

#[test]
fn ids_can_be_looked_up_sorted_and_shown_as_their_texts() {
    let ids: HashSet<ProjectId> = ["b", "a", "b"].map(|id| id.parse().unwrap()).into();
    assert_eq!(ids.len(), 2);
    let hashes: HashSet<u64> = ids.iter().map(hash).collect();
    assert_eq!(hashes.len(), 2);
    let mut sorted: Vec<ProjectId> = ids.into_iter().collect();
    sorted.sort();
    assert_eq!(format!("{sorted:?}"), r#"["a", "b"]"#);
    assert!(sorted[0].partial_cmp(&sorted[1]).is_some_and(std::cmp::Ordering::is_lt));
    assert_eq!(sorted[0].as_ref(), "a");
    assert_eq!(ProjectId::try_from("a"), ProjectId::try_from("a".to_owned()));
    assert_eq!(Label::try_from("a b").unwrap().as_ref(), "a b");
    assert_eq!(Label::try_from(String::new()), "".parse::<Label>());
}

#[test]
fn a_version_has_two_parts_and_defaults_to_the_current_one() {
    assert_eq!(Version::default().to_string(), "1.0");
    let later: Version = "1.7".parse().unwrap();
    assert_eq!((later.major(), later.minor(), format!("{later:?}")), (1, 7, "1.7".to_owned()));
    let refused = |text: &str| text.parse::<Version>().unwrap_err().problem().to_owned();
    assert_eq!(refused("0.9"), "there never was such a version; the first is 1.0");
    assert_eq!(refused("2.0"), "version 2 is newer than this library reads: it reads version 1");
}
