use crate::dataset::RecordRef;
use crate::json::string;
use crate::model::{Address, Place, Point};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{BlockVec, IdRef, Ids, Memory, Observed, RecordAt, RecordPlace};
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::reflect::{Article, Path, excerpt, same_letters};
use crate::values::{Code, CountryCode, CurrencyCode, NutsCode, RecordKind, Leaf, Text, is_language, primary, region};
use cooperation_derive::{Fact, Facts};

family! { "codes"
    UNKNOWN_COUNTRY "unknown-country" Warning {
        what: "The country code is not in ISO 3166-1.",
        why: "Other systems cannot tell which country is meant.",
        origin: "ISO 3166-1",
        breaks: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "ZZ"}]"#,
        keeps: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "NO"}]"#,
    }
    UNKNOWN_CURRENCY "unknown-currency" Warning {
        what: "The currency code is not in ISO 4217, nor was it since 1990.",
        why: "Without a known currency an amount has no meaning.",
        origin: "ISO 4217",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5", "currency": "EUX"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "5", "currency": "EUR"}}]"#,
    }
    UNKNOWN_LANGUAGE "unknown-language" Warning {
        what: "The two-letter language of a tag is not in ISO 639-1, or its region is not in ISO 3166-1.",
        why: "Software that asks for a text by its language code does not find it.",
        origin: "BCP 47, ISO 639-1, ISO 3166-1",
        breaks: r#""groups": [{"id": "g", "name": {"xx": "Group"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "Group"}}]"#,
    }
    AMBIGUOUS_LANGUAGE "ambiguous-language" Info {
        what: "A text is given in `no` (Norwegian) and also in `nb` (Bokmål) or `nn` (Nynorsk).",
        why: "Both are Norwegian, so `no` does not say which of the two is meant.",
        origin: "ISO 639: macrolanguages",
        breaks: r#""groups": [{"id": "g", "name": {"no": "Havner", "nn": "Hamner"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"nb": "Havner", "nn": "Hamner"}}]"#,
    }
    MISSPELT_CODE "misspelt-code" Warning {
        what: "The code is not on the list, but it is a synonym of a listed code or differs from one only in case, separators or a single letter.",
        why: "The list is open, so the word is kept as a custom code, and searches for the listed code miss the record.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "status": "Ongoing"}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "status": "ongoing"}]"#,
    }
    MISPLACED_WORD "misplaced-word" Warning {
        what: "The code names something that has its own record or member, is the inverse of a relation, or is a publisher's `other`.",
        why: "Questions look for a fact where it belongs: a funder that is recorded as a role is missing from all funding.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "role": "funder"}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "funding": [{"id": "x", "of": {"project": "p"}, "funder": {"group": "g"}}]"#,
    }
    OTHER_COUNTRY "part-of-another-country" Warning {
        what: "A place is part of a place in another country.",
        why: "One of the two countries is wrong, or the larger place spans several countries and should have none.",
        origin: "ISO 3166-1",
        breaks: r#""places": [{"id": "a", "name": {"en": "A"}, "country": "NO", "part_of": "b"}, {"id": "b", "name": {"en": "B"}, "country": "SE"}]"#,
        keeps: r#""places": [{"id": "a", "name": {"en": "A"}, "country": "NO", "part_of": "b"}, {"id": "b", "name": {"en": "B"}}]"#,
    }
    NUTS_OUTSIDE_COUNTRY "nuts-outside-country" Warning {
        what: "The NUTS code of the place belongs to another country than its `country`, or than that of the place it is part of.",
        why: "One of the two is wrong.",
        origin: "Eurostat: NUTS",
        breaks: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "SE", "nuts": "NO082"}]"#,
        keeps: r#""places": [{"id": "p", "name": {"en": "P"}, "country": "NO", "nuts": "NO082"}]"#,
    }
    OUT_OF_RANGE "coordinates-out-of-range" Error {
        what: "A latitude is outside -90 to 90 degrees, or a longitude outside -180 to 180.",
        why: "There is no such point on Earth. Often the two are swapped, or a decimal point is missing.",
        origin: "WGS 84",
        breaks: r#""places": [{"id": "p", "name": {"en": "P"}, "point": {"latitude": "107.3", "longitude": "59.6"}}]"#,
        keeps: r#""places": [{"id": "p", "name": {"en": "P"}, "point": {"latitude": "59.6", "longitude": "10.73"}}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    /// In the order of their places.
    countries: BlockVec<InCountry>,
    parts: BlockVec<PartOf>,
}

/// The country of a place.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct InCountry {
    #[moves]
    pub place: RecordPlace,
    pub country: CountryCode,
}

/// A place, and the place that it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct PartOf {
    #[moves]
    pub place: RecordPlace,
    #[moves]
    pub whole: IdRef,
    pub nuts: Option<NutsCode>,
}

/// Words that have a home elsewhere: the list in which they are written, the word, and what to do.
const MISPLACED: [(&str, &str, &str); 17] = [
    ("participation role", "funder", "record who pays as a `funding` with this party as `funder`"),
    ("participation role", "donor", "record who pays as a `funding` with this party as `funder`"),
    ("participation role", "funding", "record who pays as a `funding` with this party as `funder`"),
    ("participation role", "sponsor", "record who pays as a `funding` with this party as `funder`"),
    ("activity kind", "deliverable", "record the deliverable as a goal of level `output`"),
    ("policy instrument kind", "agreement", "record the agreement as a `cooperation` of kind `agreement`"),
    ("policy instrument kind", "policy instrument", "leave out `kind`: the record itself is a policy instrument"),
    ("funding kind", "own contribution", "write `allocation` or `in kind`, with the party that pays as `funder`"),
    ("funding kind", "match funding", "write `allocation` or `in kind`, with the party that pays as `funder`"),
    ("relation", "continued by", "state `continues` on the other record"),
    ("relation", "replaced by", "state `replaces` on the other record"),
    ("relation", "superseded by", "state `replaces` on the other record"),
    ("relation", "supersedes", "write `replaces`"),
    ("relation", "succeeds", "write `replaces`"),
    ("relation", "predecessor", "write `replaces` if this record took the place of the other"),
    ("relation", "parent", "write `part of` if the other is the whole"),
    ("relation", "child", "state `part of` on the other record"),
];

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
        let reporter = &mut *context.reporter;
        match value {
            Leaf::Text(text) => {
                for (language, _) in text {
                    check_language(record, &at.member(language), language, reporter);
                }
                if text.get("no").is_some() {
                    check_norwegian(record, at, text, reporter);
                }
            }
            Leaf::Code(code) if !code.is_listed() => check_unlisted(record, at, code, reporter),
            Leaf::Country(code) if !code.is_known() => unknown_country(record, at, *code, reporter),
            Leaf::Currency(code) if !code.is_known() => unknown_currency(record, at, *code, reporter),
            Leaf::Language(language) => check_language(record, at, language.as_str(), reporter),
            _ => {}
        }
    }

    #[inline]
    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        let address = |address: &Option<Address>, reporter: &mut Reporter<'_>| {
            if let Some(point) = address.as_ref().and_then(|address| address.point.as_ref()) {
                check_point(observed.at, "/address/point", point, reporter);
            }
        };
        match observed.record {
            RecordRef::Place(place) => {
                check_place(observed.at, place, context.reporter);
                self.note(observed.at.place, place, &mut context.memory.ids);
                if let Some(point) = &place.point {
                    check_point(observed.at, "/point", point, context.reporter);
                }
            }
            RecordRef::Organization(organization) => address(&organization.address, context.reporter),
            RecordRef::Network(network) => address(&network.address, context.reporter),
            _ => {}
        }
    }

    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        let country = |place: RecordPlace| {
            let found = self.countries.get(self.countries.partition_point(|one| one.place < place))?;
            (found.place == place).then_some(found.country)
        };
        for &PartOf { place, whole, nuts } in self.parts.iter() {
            let Some(whole) = memory.ids.place(whole) else { continue };
            if let Some((nuts, other)) = nuts.zip(country(whole))
                && !is_within(other, nuts.country())
            {
                let of_code = nuts.country();
                reporter.found(&NUTS_OUTSIDE_COUNTRY, Some(memory.ids.at(place)), &"/nuts", &|| {
                    Note::new(format!("the NUTS code {nuts} belongs to {of_code}, but the larger place is in {other}"))
                        .with_help("correct the NUTS code, or name another larger place")
                        .with_related(whole, "the larger place")
                });
            }
            if let Some((own, other)) = country(place).zip(country(whole))
                && !is_within(own, other)
            {
                reporter.found(&OTHER_COUNTRY, Some(memory.ids.at(place)), &"/part_of", &|| {
                    Note::new(format!("the place is in {own}, but the larger place is in {other}"))
                        .with_help("correct one of the two countries, or remove the country of a place that spans several")
                        .with_related(whole, "the larger place")
                });
            }
        }
    }
}

impl Facts {
    fn note(&mut self, at: RecordPlace, place: &Place, ids: &mut Ids) {
        if let Some(country) = place.country {
            self.countries.push(InCountry { place: at, country });
        }
        if let Some(whole) = &place.part_of {
            // Of a place with a country of its own, the two are compared at once.
            let nuts = place.nuts.filter(|_| place.country.is_none());
            let whole = ids.mention((RecordKind::Place, whole.as_str()));
            self.parts.push(PartOf { place: at, whole, nuts });
        }
    }
}

/// Whether a country belongs to another, or is the same.
fn is_within(country: CountryCode, other: CountryCode) -> bool {
    country == other || WITHIN.contains(&(country.as_str(), other.as_str()))
}

fn unknown_country(record: Option<RecordAt<'_>>, at: &Path<'_>, code: CountryCode, reporter: &mut Reporter<'_>) {
    reporter.found(&UNKNOWN_COUNTRY, record, at, &|| {
        let note = Note::new(format!("ISO 3166-1 has no country {code}"));
        match code.meant() {
            Some(meant) => note
                .with_help(format!("write {meant}, which is what ISO 3166-1 has for it"))
                .with_replacement(string(meant.as_str())),
            None => note.with_help("write the two-letter code of the country, such as NO"),
        }
    });
}

fn unknown_currency(record: Option<RecordAt<'_>>, at: &Path<'_>, code: CurrencyCode, reporter: &mut Reporter<'_>) {
    reporter.found(&UNKNOWN_CURRENCY, record, at, &|| {
        Note::new(format!("ISO 4217 has no currency {code}")).with_help("write the three-letter code of the currency, such as EUR")
    });
}

/// Regions that BCP 47 has beyond the countries of ISO 3166-1: reserved codes, and those of former countries.
const FURTHER_REGIONS: [&str; 21] = [
    "AC", "AN", "BU", "CP", "CQ", "CS", "DD", "DG", "EA", "EU", "EZ", "FX", "IC", "NT", "SU", "TA", "TP", "UN", "YD",
    "YU", "ZR",
];

/// Whether BCP 47 leaves a region to private use: `AA`, `QM` to `QZ`, `XA` to `XZ` and `ZZ`.
fn is_private_region(region: &str) -> bool {
    matches!(region.as_bytes(), b"AA" | b"ZZ" | [b'Q', b'M'..=b'Z'] | [b'X', _])
}

/// Finds a language and a region that their standards do not have.
fn check_language(record: Option<RecordAt<'_>>, at: &Path<'_>, tag: &str, reporter: &mut Reporter<'_>) {
    let language = primary(tag);
    if !is_language(language) {
        reporter.found(&UNKNOWN_LANGUAGE, record, at, &|| {
            Note::new(format!("ISO 639-1 has no language {language}"))
                .with_help("write the code of the language, or `und` if it is not known")
        });
    } else if tag.len() > language.len()
        && let Some(region) = region(tag)
        && !FURTHER_REGIONS.contains(&region)
        && !is_private_region(region)
        && let Ok(country) = CountryCode::new(region)
        && !country.is_known()
    {
        reporter.found(&UNKNOWN_LANGUAGE, record, at, &|| {
            let note = Note::new(format!("ISO 3166-1 has no country {region}"));
            match country.meant() {
                Some(meant) => note.with_help(format!("write {}", tag.replacen(region, meant.as_str(), 1))),
                None => note.with_help("correct the region of the tag, or leave it out"),
            }
        });
    }
}

/// Finds a text in Norwegian beside one in Bokmål or Nynorsk.
fn check_norwegian(record: Option<RecordAt<'_>>, at: &Path<'_>, text: &Text, reporter: &mut Reporter<'_>) {
    let Some(other) = ["nb", "nn"].into_iter().find(|other| text.get(other).is_some()) else { return };
    reporter.found(&AMBIGUOUS_LANGUAGE, record, &at.member("no"), &|| {
        Note::new(format!("no is either Bokmål or Nynorsk, and the text is also given in {other}"))
            .with_help("write nb (Bokmål) or nn (Nynorsk) instead of no, or remove the second text")
    });
}

fn check_unlisted(record: Option<RecordAt<'_>>, at: &Path<'_>, code: Code<'_>, reporter: &mut Reporter<'_>) {
    let is_misplaced = |&&(list, word, _): &&(&str, &str, &str)| {
        list == code.title() && same_letters(code.word(), word)
    };
    let home = match MISPLACED.iter().find(is_misplaced) {
        Some((.., home)) => Some(*home),
        None => same_letters(code.word(), "other")
            .then_some("leave the member out: a missing member means 'not stated'"),
    };
    if let Some(home) = home {
        reporter.found(&MISPLACED_WORD, record, at, &|| {
            Note::new(format!("{} is not {}", excerpt(code.word()), Article(code.title()))).with_help(home)
        });
    } else if let Some(meant) = code.suggestion() {
        reporter.found(&MISSPELT_CODE, record, at, &|| {
            let note = Note::new(format!("{} is not a listed {}", excerpt(code.word()), code.title()));
            // A synonym means nothing else; a word that is only similar may.
            if code.list.listed(code.word()) == Some(meant) {
                note.with_help(format!("write {meant}")).with_replacement(string(meant))
            } else {
                note.with_help(format!("write {meant} if that is meant"))
            }
        });
    }
}

/// Whether a point is on Earth.
fn check_point(record: RecordAt<'_>, at: &str, point: &Point, reporter: &mut Reporter<'_>) {
    for (name, degrees, most) in [("latitude", point.latitude, 90), ("longitude", point.longitude, 180)] {
        if degrees.value().abs() > most.into() {
            reporter.found(&OUT_OF_RANGE, Some(record), &format_args!("{at}/{name}"), &|| {
                Note::new(format!("the {name} is {degrees}, expected -{most} to {most}"))
                    .with_help("check the decimal point, and that latitude and longitude are not swapped")
            });
        }
    }
}

/// Whether the NUTS code and the country of a place agree.
fn check_place(at: RecordAt<'_>, place: &Place, reporter: &mut Reporter<'_>) {
    let (Some(country), Some(nuts)) = (place.country, place.nuts) else { return };
    let of_code = nuts.country();
    if !is_within(country, of_code) {
        reporter.found(&NUTS_OUTSIDE_COUNTRY, Some(at), &"/nuts", &|| {
            Note::new(format!("the NUTS code {nuts} belongs to {of_code}, but the country of the place is {country}"))
                .with_help("correct the NUTS code or the country")
        });
    }
}
