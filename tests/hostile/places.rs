//! The places of a document that take values of one type.

/// A document with a value at a place that takes values of one type.
pub(super) fn at(place: &str, value: &str) -> String {
    let group = |members: &str| {
        format!(r#"{{"version": "1.0", "groups": [{{"id": "g", "name": {{"en": "G"}}, {members}}}]}}"#)
    };
    match place {
        "id" => format!(r#"{{"version": "1.0", "groups": [{{"id": {value}, "name": {{"en": "G"}}}}]}}"#),
        "language" => format!(r#"{{"version": "1.0", "title": {{{value}: "T"}}}}"#),
        "text" => format!(r#"{{"version": "1.0", "title": {{"en": {value}}}}}"#),
        "date" => format!(r#"{{"version": "1.0", "issued": {value}}}"#),
        "duration" => format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "period": {{"stated_duration": {value}}}}}]}}"#
        ),
        "amount" => format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "budget": {{"amount": {value}, "currency": "EUR"}}}}]}}"#
        ),
        "currency" => format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "budget": {{"amount": "5", "currency": {value}}}}}]}}"#
        ),
        "country" => format!(
            r#"{{"version": "1.0", "places": [{{"id": "p", "name": {{"en": "P"}}, "country": {value}}}]}}"#
        ),
        "url" => group(&format!(r#""links": [{{"url": {value}}}]"#)),
        "media type" => group(&format!(r#""links": [{{"media_type": {value}}}]"#)),
        "latitude" => format!(
            r#"{{"version": "1.0", "places": [{{"id": "p", "name": {{"en": "P"}}, "point": {{"latitude": {value}, "longitude": "0"}}}}]}}"#
        ),
        "basis" => format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "related": [{{"title": {{"en": "Q"}}, "relation": "continues", "basis": {value}}}]}}]}}"#
        ),
        "count" => group(&format!(r#""count": {value}"#)),
        "version" => format!(r#"{{"version": {value}}}"#),
        "extension" => format!(r#"{{"version": "1.0", "extensions": {{"org.example.a": {value}}}}}"#),
        "key" => format!(r#"{{"version": "1.0", "extensions": {{{value}: 1}}}}"#),
        "pointer" => format!(
            r#"{{"version": "1.0", "sources": [{{"id": "s", "title": {{"en": "S"}}}}], "groups": [{{"id": "g", "name": {{"en": "G"}}, "evidence": [{{"source": "s", "quote": "q", "supports": [{value}]}}]}}]}}"#
        ),
        _ => panic!("{place}"),
    }
}

/// Where the value of such a document stands.
pub(super) fn pointer(place: &str, value: &str) -> String {
    let bare = value.trim_matches('"').replace('~', "~0").replace('/', "~1");
    match place {
        "id" => "/groups/0/id".to_owned(),
        "language" => format!("/title/{bare}"),
        "text" => "/title/en".to_owned(),
        "date" => "/issued".to_owned(),
        "duration" => "/projects/0/period/stated_duration".to_owned(),
        "amount" => "/projects/0/budget/amount".to_owned(),
        "currency" => "/projects/0/budget/currency".to_owned(),
        "country" => "/places/0/country".to_owned(),
        "url" => "/groups/0/links/0/url".to_owned(),
        "media type" => "/groups/0/links/0/media_type".to_owned(),
        "latitude" => "/places/0/point/latitude".to_owned(),
        "basis" => "/projects/0/related/0/basis".to_owned(),
        "count" => "/groups/0/count".to_owned(),
        "version" => "/version".to_owned(),
        "extension" => "/extensions/org.example.a".to_owned(),
        "key" => format!("/extensions/{bare}"),
        _ => "/groups/0/evidence/0/supports/0".to_owned(),
    }
}
