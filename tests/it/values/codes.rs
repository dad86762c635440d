use super::{refuses, takes};
use cooperation::{
    CountryCode, CurrencyCode, Dataset, Participation, RecordKind,
    codes::{
        ActivityKind, Basis, CooperationKind, Extent, FundingKind, FundingStatus, GoalLevel,
        IndicatorMeasure, InstrumentKind, LegalStatus, LinkRel, MembershipRole, Modality, NutsCode,
        OrganizationKind, ParticipationRole, PlaceKind, ProgrammeKind, ProjectKind, Relation, RelationBasis,
        Scope, Status,
    },
    walk::{Leaf, Path, Visitor, Walk},
};
use std::collections::{BTreeSet, HashSet};
use std::fmt::{Debug, Display};

/// Words that every open list must take as they are.
const OTHER: [&str; 5] = ["dormant", "Ongoing", "two words", "årlig", "x"];

macro_rules! each_list {
    (open: $($open:ident)*; closed: $($closed:ident)*) => {
        #[test]
        fn a_listed_word_is_read_as_the_listed_value() {
            $({
                let words: Vec<String> = $open::LISTED.iter().map(ToString::to_string).collect();
                for (word, value) in words.iter().zip($open::LISTED) {
                    takes::<$open>(word);
                    assert_eq!(&word.parse::<$open>().unwrap(), value);
                    assert!(!matches!(value, $open::Other(_)), "{word}");
                }
                assert!(words.len() >= 2 && words.iter().collect::<HashSet<_>>().len() == words.len(), "{words:?}");
            })*
            $({
                let words: Vec<String> = $closed::LISTED.iter().map(ToString::to_string).collect();
                for (word, value) in words.iter().zip($closed::LISTED) {
                    takes::<$closed>(word);
                    assert_eq!(&word.parse::<$closed>().unwrap(), value);
                }
                assert!(!words.is_empty());
            })*
        }

        #[test]
        fn open_lists_keep_other_codes_and_closed_lists_refuse_them() {
            for word in OTHER {
                $(
                    takes::<$open>(word);
                    assert!(matches!(word.parse().unwrap(), $open::Other(other) if other.as_str() == word));
                )*
                $( refuses::<$closed>(word); )*
            }
        }

        #[test]
        fn no_list_takes_a_malformed_code() {
            let too_long = "å".repeat(65);
            for word in ["", " ", " x", "x ", "a\nb", "a\tb", "\0", "x\u{7f}", &too_long] {
                $( refuses::<$open>(word); )*
                $( refuses::<$closed>(word); )*
            }
            let longest = "å".repeat(64);
            $( takes::<$open>(&longest); )*
        }

        #[test]
        fn a_synonym_leads_to_one_listed_code_and_is_none_itself() {
            $( holds_synonyms($open::LISTED, $open::synonyms, $open::from_synonym); )*
            $( holds_synonyms($closed::LISTED, $closed::synonyms, $closed::from_synonym); )*
        }

        #[test]
        fn an_open_list_keeps_a_synonym_as_another_code() {
            let mut synonyms = 0;
            $(for word in $open::LISTED.iter().flat_map($open::synonyms) {
                assert!(matches!(word.parse().unwrap(), $open::Other(other) if other.as_str() == *word));
                synonyms += 1;
            })*
            assert!(synonyms > 50, "{synonyms}");
        }

        #[test]
        fn every_code_list_is_tested() {
            let tested = [$(stringify!($open),)* $(stringify!($closed),)*];
            assert_eq!(BTreeSet::from(tested.map(str::to_owned)), code_lists());
        }
    };
}

/// The letters of a word, which is what words of a list are compared by.
fn letters(word: &str) -> String {
    word.to_lowercase().replace([' ', '-', '_'], "")
}

fn holds_synonyms<T: Debug + Display + PartialEq>(
    listed: &[T],
    synonyms: impl Fn(&T) -> &'static [&'static str],
    from_synonym: impl Fn(&str) -> Option<T>,
) {
    let codes: HashSet<String> = listed.iter().map(|code| letters(&code.to_string())).collect();
    let mut seen = HashSet::new();
    for code in listed {
        for synonym in synonyms(code) {
            assert!(!codes.contains(&letters(synonym)), "{synonym} is listed");
            assert!(seen.insert(letters(synonym)), "{synonym} leads to two codes");
            for word in [(*synonym).to_owned(), synonym.to_uppercase(), synonym.replace(' ', "_")] {
                assert_eq!(from_synonym(&word).as_ref(), Some(code), "{word}");
            }
        }
        assert_eq!(from_synonym(&code.to_string().to_uppercase()).as_ref(), Some(code));
    }
    assert_eq!(from_synonym("zzz"), None);
}

/// The names of the code lists, read from where they are defined.
fn code_lists() -> BTreeSet<String> {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/values/codes")).unwrap();
    let mut names = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        names.extend(text.split("CodeList)]").skip(1).map(|list| {
            let (_, name) = list.split_once("pub enum ").unwrap();
            name.split_whitespace().next().unwrap().to_owned()
        }));
    }
    names
}

each_list! {
    open: ActivityKind CooperationKind FundingKind FundingStatus GoalLevel IndicatorMeasure InstrumentKind
        LegalStatus LinkRel MembershipRole OrganizationKind ParticipationRole PlaceKind ProgrammeKind ProjectKind
        Relation Scope Status;
    closed: Basis Extent Modality RelationBasis
}

#[test]
fn a_refused_word_is_answered_with_the_list() {
    let error = "plannd".parse::<Modality>().unwrap_err();
    assert_eq!(
        error.to_string(),
        r#""plannd" is not a modality: expected one of: planned, intended, attributed; did you mean "planned"?"#
    );
    assert_eq!(error.suggestion(), Some("planned"));
}

#[test]
fn codes_of_standards_are_accepted_by_their_form() {
    for code in ["NO", "SE", "XK", "ZZ"] {
        takes::<CountryCode>(code);
    }
    for code in ["", "N", "no", "No", "NOR", "N0", "ÅÅ", " NO", "NO "] {
        refuses::<CountryCode>(code);
    }
    for code in ["EUR", "NOK", "ZZZ"] {
        takes::<CurrencyCode>(code);
    }
    for code in ["", "EU", "eur", "EURO", "E1R", "€", "kr."] {
        refuses::<CurrencyCode>(code);
    }
    for code in ["NO", "NO0", "NO08", "NO082", "EL30", "DE1AZ"] {
        takes::<NutsCode>(code);
    }
    for code in ["", "N", "no08", "NO0822", "N1", "NO-08", "NO 08", "NO08\0", "NO\0", "8NO", "NOa"] {
        refuses::<NutsCode>(code);
    }
}

#[test]
fn a_code_knows_whether_its_standard_has_it() {
    let country = |code: &str| code.parse::<CountryCode>().unwrap();
    assert!(country("NO").is_known() && country("XK").is_known() && !country("ZZ").is_known());
    assert!("NOK".parse::<CurrencyCode>().unwrap().is_known());
    assert!(!"ZZZ".parse::<CurrencyCode>().unwrap().is_known());
    let of = |code: &str| code.parse::<NutsCode>().unwrap().country();
    assert_eq!([of("NO082"), of("EL30"), of("UKI"), of("GB")], ["NO", "GR", "GB", "GB"].map(country));
}

#[test]
fn a_kind_is_read_from_its_name_and_from_no_other_word() {
    for kind in RecordKind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(*kind));
        assert_eq!(kind.to_string().parse(), Ok(*kind));
    }
    for word in ["policy instrument", "Project", "projects", ""] {
        let error = word.parse::<RecordKind>().unwrap_err();
        assert!(error.to_string().starts_with("expected the kind of a record: source, place, "), "{error}");
    }
}

#[test]
fn a_walk_shows_a_code_with_its_list() {
    #[derive(Default)]
    struct Words(Vec<(String, String, bool, bool)>);

    impl Visitor for Words {
        fn leaf(&mut self, _: &Path<'_>, leaf: Leaf<'_>) {
            if let Leaf::Code(code) = leaf {
                let has = code.words().any(|word| word == "lead partner");
                self.0.push((code.title().to_owned(), code.word().to_owned(), code.is_listed(), has));
            }
        }
    }

    let part = |role: &str| {
        let json = format!(r#"{{"id": "a", "party": {{"group": "g"}}, "project": "p", "role": "{role}"}}"#);
        let mut words = Words::default();
        serde_json::from_str::<Participation>(&json).unwrap().walk(&Path::root(), &mut words);
        words.0
    };
    let title = || "participation role".to_owned();
    assert_eq!(part("partner"), [(title(), "partner".to_owned(), true, true)]);
    assert_eq!(part("helper"), [(title(), "helper".to_owned(), false, true)]);
}

#[test]
fn a_variant_may_have_another_name_than_its_code() {
    assert_eq!("none".parse(), Ok(LegalStatus::WithoutPersonality));
    assert_eq!(LegalStatus::WithoutPersonality.to_string(), "none");
}

#[test]
fn a_walk_names_the_listed_code_for_a_synonym_or_a_typing_error() {
    #[derive(Default)]
    struct Suggestions(Vec<Option<&'static str>>);

    impl Visitor for Suggestions {
        fn leaf(&mut self, _: &Path<'_>, leaf: Leaf<'_>) {
            if let Leaf::Code(code) = leaf {
                self.0.push(code.suggestion());
            }
        }
    }

    for (role, meant) in [
        ("Coordinator", Some("lead partner")),
        ("lead_beneficiary", Some("lead partner")),
        ("thirdParty", Some("third party")),
        ("subcontracter", Some("subcontractor")),
        ("helper", None),
        ("partner", None),
    ] {
        let role: ParticipationRole = role.parse().unwrap();
        let mut found = Suggestions::default();
        role.walk(&Path::root(), &mut found);
        assert_eq!(found.0, [meant], "{role}");
    }
}

/// A document with the word as the kind of an organization, and what the rule says of it.
fn help_for(word: &str) -> Vec<(String, Option<String>)> {
    let json = format!(
        r#"{{"version": "1.0", "organizations": [{{"id": "o", "name": {{"en": "O"}}, "kind": "{word}"}}]}}"#
    );
    let report = Dataset::from_json(&json).unwrap().validate();
    let found = report.findings().iter().filter(|finding| finding.rule == "misspelt-code");
    found.map(|finding| (finding.message.clone(), finding.help.clone())).collect()
}

#[test]
fn a_record_with_a_synonym_is_helped_with_the_listed_code() {
    let mut synonyms = 0;
    for code in OrganizationKind::LISTED {
        for synonym in code.synonyms() {
            let message = format!("\"{synonym}\" is not a listed organization kind");
            assert_eq!(help_for(synonym), [(message, Some(format!("write {code}")))]);
            synonyms += 1;
        }
    }
    assert!(synonyms > 10, "{synonyms}");
    assert_eq!(help_for("library"), []);
}

#[test]
fn a_word_that_is_not_listed_is_shown_as_it_is() {
    let Status::Other(word) = "dormant".parse().unwrap() else { panic!("it is listed") };
    assert_eq!(
        (format!("{word:>8}|"), format!("{word:?}")),
        (" dormant|".to_owned(), "\"dormant\"".to_owned())
    );
}

#[test]
fn types_of_partners_in_interreg_lead_to_kinds_of_organizations() {
    use cooperation::codes::OrganizationKind;
    for (word, kind) in [
        ("Local public authority", OrganizationKind::LocalGovernment),
        ("Regional public authority", OrganizationKind::RegionalGovernment),
        ("National public authority", OrganizationKind::Government),
        ("Sectoral agency", OrganizationKind::PublicBody),
        ("Infrastructure and (public) service provider", OrganizationKind::PublicBody),
        ("Business support organisation", OrganizationKind::BusinessSupportOrganization),
        ("Small or medium-sized enterprise (SME)", OrganizationKind::Enterprise),
        ("Enterprise, except SME", OrganizationKind::Enterprise),
        ("Education/training centre and school", OrganizationKind::School),
        ("Hospitals and medical centres", OrganizationKind::HealthOrganization),
        ("International governmental organisation", OrganizationKind::Intergovernmental),
        ("EGTC", OrganizationKind::CrossBorderBody),
        ("NGO", OrganizationKind::Ngo),
    ] {
        assert_eq!(OrganizationKind::from_synonym(word), Some(kind), "{word}");
    }
    // Two kinds in one word lead to neither.
    assert_eq!(OrganizationKind::from_synonym("Higher education and research institution"), None);
}
