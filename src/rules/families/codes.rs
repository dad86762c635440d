use crate::dataset::RecordRef;
use crate::model::{Address, Place, Point};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{Observed, RecordAt};
use crate::rules::report::Note;
use crate::rules::sink::Sink;
use crate::reflect::{Path, excerpt};
use crate::values::{Code, CountryCode, CurrencyCode, Leaf, is_language, primary};

family! { "codes"
    UNKNOWN_COUNTRY "unknown-country" Warning {
        what: "A country code is none that ISO 3166-1 has.",
        why: "Nobody else can tell which country is meant.",
        origin: "ISO 3166-1",
        breaks: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "ZZ"}]"#,
        keeps: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "NO"}]"#,
    }
    UNKNOWN_CURRENCY "unknown-currency" Warning {
        what: "A currency code is none that ISO 4217 has or had since 1990.",
        why: "Nobody else can tell how much money is meant.",
        origin: "ISO 4217",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5", "currency": "EUX"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5", "currency": "EUR"}}]"#,
    }
    UNKNOWN_LANGUAGE "unknown-language" Warning {
        what: "A language tag of two letters is none that ISO 639-1 has.",
        why: "A reader who asks for the language by its code does not find the text.",
        origin: "BCP 47, ISO 639-1",
        breaks: r#""groups": [{"id": "g", "name": {"xx": "Group"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}}]"#,
    }
    MISSPELT_CODE "misspelt-code" Warning {
        what: "A code is not listed, but is a synonym of a listed code or differs from one in case, in what joins its words or in one letter.",
        why: "The list is open, so the word is kept as a custom code, and searches for the listed code do not find the record.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "status": "Ongoing"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "status": "ongoing"}]"#,
    }
    NUTS_OUTSIDE_COUNTRY "nuts-outside-country" Warning {
        what: "The NUTS code of a place begins with another country than the place lies in.",
        why: "One of the two is wrong.",
        origin: "Eurostat: NUTS",
        breaks: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "SE", "nuts": "NO082"}]"#,
        keeps: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "NO", "nuts": "NO082"}]"#,
    }
    OUT_OF_RANGE "coordinates-out-of-range" Error {
        what: "A latitude is outside -90 to 90 degrees, or a longitude outside -180 to 180.",
        why: "The point is not on Earth: most often the two are swapped, or a decimal point is missing.",
        origin: "WGS 84",
        breaks: r#""places": [{"id": "p", "name": {"en": "P"}, "point": {"latitude": "107.3", "longitude": "59.6"}}]"#,
        keeps: r#""places": [{"id": "p", "name": {"en": "P"}, "point": {"latitude": "59.6", "longitude": "10.73"}}]"#,
    }
}

facts! {}

/// Territories that have a country code of their own and a NUTS code of the country that they belong to.
const WITHIN: [(&str, &str); 9] = [
    ("GP", "FR"),
    ("MQ", "FR"),
    ("GF", "FR"),
    ("RE", "FR"),
    ("YT", "FR"),
    ("MF", "FR"),
    ("SJ", "NO"),
    ("AX", "FI"),
    ("GI", "GB"),
];

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    #[inline]
    fn value(
        &mut self,
        record: Option<RecordAt<'_>>,
        at: &Path<'_>,
        value: Leaf<'_>,
        context: &mut Context<'_, '_>,
    ) {
        let sink = &mut *context.sink;
        match value {
            Leaf::Text(text) => {
                for (language, _) in text {
                    if !is_language(primary(language)) {
                        unknown_language(record, &at.member(language), primary(language), sink);
                    }
                }
            }
            Leaf::Code(code) if !code.is_listed() => check_unlisted(record, at, code, sink),
            Leaf::Country(code) if !code.is_known() => unknown_country(record, at, *code, sink),
            Leaf::Currency(code) if !code.is_known() => unknown_currency(record, at, *code, sink),
            Leaf::Language(language) if !is_language(language.primary()) => {
                unknown_language(record, at, language.primary(), sink);
            }
            _ => {}
        }
    }

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        let address = |address: &Option<Address>, sink: &mut Sink<'_>| {
            if let Some(point) = address.as_ref().and_then(|address| address.point.as_ref()) {
                check_point(observed.at, "/address/point", point, sink);
            }
        };
        match observed.record {
            RecordRef::Place(place) => {
                check_place(observed.at, place, context.sink);
                if let Some(point) = &place.point {
                    check_point(observed.at, "/point", point, context.sink);
                }
            }
            RecordRef::Organization(organization) => address(&organization.address, context.sink),
            RecordRef::Network(network) => address(&network.address, context.sink),
            _ => {}
        }
    }
}

fn unknown_country(record: Option<RecordAt<'_>>, at: &Path<'_>, code: CountryCode, sink: &mut Sink<'_>) {
    sink.found(&UNKNOWN_COUNTRY, record, at, &|| {
        let help = match code.meant() {
            Some(meant) => format!("write {meant}, which is what ISO 3166-1 has for it"),
            None => "write the two letters of the country".to_owned(),
        };
        Note::new(format!("ISO 3166-1 has no country {code}")).help(help)
    });
}

fn unknown_currency(record: Option<RecordAt<'_>>, at: &Path<'_>, code: CurrencyCode, sink: &mut Sink<'_>) {
    sink.found(&UNKNOWN_CURRENCY, record, at, &|| {
        Note::new(format!("ISO 4217 has no currency {code}")).help("write the three letters of the currency")
    });
}

fn unknown_language(record: Option<RecordAt<'_>>, at: &Path<'_>, primary: &str, sink: &mut Sink<'_>) {
    sink.found(&UNKNOWN_LANGUAGE, record, at, &|| {
        Note::new(format!("ISO 639-1 has no language {primary}"))
            .help("write the code of the language, or und where it is not known")
    });
}

fn check_unlisted(record: Option<RecordAt<'_>>, at: &Path<'_>, code: Code<'_>, sink: &mut Sink<'_>) {
    if let Some(meant) = code.suggestion() {
        sink.found(&MISSPELT_CODE, record, at, &|| {
            Note::new(format!("{} is not a listed {}", excerpt(code.word()), code.title()))
                .help(format!("write {meant} if that is meant"))
        });
    }
}

/// Whether a point is on Earth.
fn check_point(record: RecordAt<'_>, at: &str, point: &Point, sink: &mut Sink<'_>) {
    for (name, degrees, most) in [("latitude", point.latitude, 90), ("longitude", point.longitude, 180)] {
        if degrees.value().abs() > most.into() {
            sink.found(&OUT_OF_RANGE, Some(record), &format_args!("{at}/{name}"), &|| {
                Note::new(format!("the {name} is {degrees}, expected -{most} to {most}"))
                    .help("check the decimal point, and that latitude and longitude are not swapped")
            });
        }
    }
}

/// Whether the NUTS code and the country of a place agree.
fn check_place(at: RecordAt<'_>, place: &Place, sink: &mut Sink<'_>) {
    let (Some(country), Some(nuts)) = (place.country, place.nuts) else { return };
    let of_code = nuts.country();
    if of_code != country && !WITHIN.contains(&(country.as_str(), of_code.as_str())) {
        sink.found(&NUTS_OUTSIDE_COUNTRY, Some(at), &"/nuts", &|| {
            Note::new(format!("the NUTS code {nuts} belongs to {of_code}, but the place lies in {country}"))
                .help("correct the code or the country")
        });
    }
}
