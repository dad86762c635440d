use super::{refuses, takes};
use cooperation::{
    ActivityKind, Basis, Extent, CountryCode, CurrencyCode, FundingKind, FundingStatus, GoalLevel, IndicatorMeasure,
    InstrumentKind, Kind, Leaf, LegalStatus, LinkRel, MembershipRole, Modality, NutsCode, OrganizationKind,
    Participation, ParticipationRole, Path, PlaceKind, ProgrammeKind, ProjectKind, Relation,
    RelationBasis, Scope, Status, Visitor, Walk,
};
use std::collections::HashSet;

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
    };
}

each_list! {
    open: ActivityKind FundingKind FundingStatus GoalLevel IndicatorMeasure InstrumentKind LinkRel
        MembershipRole OrganizationKind ParticipationRole PlaceKind ProgrammeKind ProjectKind Relation
        Scope Status;
    closed: Basis LegalStatus Modality RelationBasis Extent
}

#[test]
fn a_refused_word_is_answered_with_the_list() {
    let error = "privat".parse::<LegalStatus>().unwrap_err();
    assert_eq!(
        error.to_string(),
        r#""privat" is not a legal status: expected one of: public, private, other"#
    );
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
    for kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(*kind));
        assert_eq!(kind.to_string().parse(), Ok(*kind));
    }
    for word in ["policy instrument", "Project", "projects", ""] {
        let error = word.parse::<Kind>().unwrap_err();
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
fn a_word_that_is_not_listed_is_shown_as_it_is() {
    let Status::Other(word) = "dormant".parse().unwrap() else { panic!("it is listed") };
    assert_eq!(
        (format!("{word:>8}|"), format!("{word:?}")),
        (" dormant|".to_owned(), "\"dormant\"".to_owned())
    );
}
