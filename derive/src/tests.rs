//! What a derive refuses, in which words, and where the error points.
#![expect(clippy::unwrap_used, reason = "a test that stumbles is a test that fails")]

use crate::{choice, code_list, expanded, facts, object, record, string_value};
use proc_macro2::TokenStream;
use syn::{DeriveInput, Error, Result};

type Expand = fn(&DeriveInput) -> Result<TokenStream>;

/// The message, and what stands in the input from where the error points on.
fn error(expand: Expand, source: &str) -> (String, String) {
    let refused = |error: Error| {
        let start = error.span().start();
        let line = source.lines().nth(start.line.saturating_sub(1)).unwrap_or_default();
        (error.to_string(), line.chars().skip(start.column).collect())
    };
    let input = syn::parse_str::<DeriveInput>(source).unwrap();
    match expanded(&input, expand) {
        Ok(_) => (String::new(), format!("nothing is wrong with {source}")),
        Err(error) => refused(error),
    }
}

/// Holds that each input is refused with a message that has these words, at the text that follows.
fn refuses(expand: Expand, cases: &[(&str, &str, &str)]) {
    for (source, words, at) in cases {
        let (message, place) = error(expand, source);
        assert!(message.contains(words) && place.starts_with(at), "{source}\n{message}\nat {place:?}");
    }
}

#[test]
fn an_object_is_refused_where_it_is_wrong() {
    refuses(
        object::expand,
        &[
            (
                "/// A.\nstruct Alpha {\n    /// B.\n    pub b: u32,\n    pub c: u32,\n}",
                "doc comment",
                "c: u32",
            ),
            ("/// A.\nstruct Alpha {\n    ///\n    pub b: u32,\n}", "doc comment", "b: u32"),
            ("struct Alpha {\n    /// B.\n    pub b: u32,\n}", "doc comment", "Alpha"),
            ("/// A.\nstruct Alpha(u32);", "named fields", "Alpha"),
            ("/// A.\nstruct Alpha;", "named fields", "Alpha"),
            ("/// A.\nenum Alpha { B }", "expected a struct", "Alpha"),
            ("/// A.\nstruct Alpha<T> {\n    /// B.\n    pub b: T,\n}", "without parameters", "Alpha"),
            (
                "/// A.\nstruct Alpha {\n    /// B.\n    #[member(nmae = \"c\")]\n    pub b: u32,\n}",
                "expected `name`",
                "nmae",
            ),
            (
                "/// A.\nstruct Alpha {\n    /// B.\n    #[member(name = 5)]\n    pub b: u32,\n}",
                "string",
                "5)]",
            ),
            (
                "/// A.\n#[object(vist = b)]\nstruct Alpha {\n    /// B.\n    pub b: u32,\n}",
                "`visit`",
                "vist",
            ),
            (
                "/// A.\nstruct Alpha {\n    /// B.\n    pub b: u32,\n    /// C.\n    #[member(name = \"b\")]\n    pub c: u32,\n}",
                "`b` is given twice",
                "c: u32",
            ),
        ],
    );
}

#[test]
fn a_member_that_is_named_as_a_keyword_goes_by_its_own_name() {
    let source = "/// A.\nstruct Alpha {\n    /// B.\n    pub r#type: u32,\n}";
    let emitted = expanded(&syn::parse_str(source).unwrap(), object::expand).unwrap().to_string();
    assert!(emitted.contains("name : \"type\""), "{emitted}");
}

#[test]
fn a_record_is_refused_where_it_is_wrong() {
    let members = [
        "id",
        "description",
        "links",
        "identifiers",
        "classifications",
        "modified",
        "evidence",
        "extensions",
    ];
    let source = |attributes: &str, without: &str| {
        let named = members.iter().filter(|name| **name != without);
        let fields: Vec<_> =
            named.map(|name| format!("    /// M.\n    pub {name}: Option<u32>,\n")).collect();
        let fields = fields.concat();
        format!("/// A.\n{attributes}\nstruct Alpha {{\n{fields}}}")
    };
    for missing in members {
        let (message, at) = error(record::expand, &source("#[record(title = \"alpha\")]", missing));
        assert!(
            message.contains(&format!("the field `{missing}`")) && at.starts_with("Alpha"),
            "{message} {at}"
        );
    }
    for (attributes, words, place) in [
        ("", "title", "Alpha"),
        ("#[record(label = id)]", "title", "Alpha"),
        ("#[record(titel = \"alpha\")]", "expected `title` or `label`", "titel"),
    ] {
        let (message, at) = error(record::expand, &source(attributes, ""));
        assert!(message.contains(words) && at.starts_with(place), "{message} {at}");
    }
    let good = source("#[record(title = \"alpha\", label = id)]", "");
    assert!(expanded(&syn::parse_str(&good).unwrap(), record::expand).is_ok());
}

#[test]
fn a_choice_is_refused_where_it_is_wrong() {
    refuses(
        choice::expand,
        &[
            ("/// A.\nenum Alpha {\n    /// B.\n    Beta(u32),\n    Gamma(u32),\n}", "doc comment", "Gamma"),
            ("/// A.\nenum Alpha {\n    /// B.\n    Beta,\n}", "one value", "Beta"),
            ("/// A.\nenum Alpha {\n    /// B.\n    Beta { b: u32 },\n}", "one value", "Beta"),
            ("/// A.\nenum Alpha {\n    /// B.\n    Beta(u32, u32),\n}", "exactly one value", "Beta"),
            ("enum Alpha {\n    /// B.\n    Beta(u32),\n}", "doc comment", "Alpha"),
            ("/// A.\nstruct Alpha {}", "expected an enum", "Alpha"),
        ],
    );
}

#[test]
fn a_code_list_is_refused_where_it_is_wrong() {
    refuses(
        code_list::expand,
        &[
            ("/// A.\nenum Alpha {\n    /// B.\n    Beta,\n}", "title", "Alpha"),
            (
                "/// A.\n#[codes(titel = \"a\")]\nenum Alpha {\n    /// B.\n    Beta,\n}",
                "expected `title`",
                "titel",
            ),
            ("/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    Beta,\n}", "doc comment", "Beta"),
            ("#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    Beta,\n}", "doc comment", "Alpha"),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    Beta(u32),\n}",
                "unit variant",
                "Beta",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// O.\n    Other(OtherCode),\n    /// B.\n    Beta,\n}",
                "at the end",
                "Other",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    Beta,\n    /// C.\n    #[code(\"beta\")]\n    Gamma,\n}",
                "`beta` is given twice",
                "Gamma",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(5)]\n    Beta,\n}",
                "string",
                "5)]",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(synonym(\"b\"))]\n    Beta,\n}",
                "`synonyms`",
                "synonym(",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(\"b\", synonyms(5))]\n    Beta,\n}",
                "string",
                "5))]",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(synonyms(\"b\") \"c\")]\n    Beta,\n}",
                "unexpected",
                "\"c\")]",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(synonyms(\"- \"))]\n    Beta,\n}",
                "expected a word",
                "\"- \"",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(synonyms(\"c\", \"D-elta\"))]\n    Beta,\n    /// D.\n    Delta,\n}",
                "`D-elta` is a code of the list",
                "\"D-elta\"",
            ),
            (
                "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(synonyms(\"per cent\"))]\n    Beta,\n    /// D.\n    #[code(\"d\", synonyms(\"e\", \"Percent\"))]\n    Delta,\n}",
                "`Percent` is given twice",
                "\"Percent\"",
            ),
            ("/// A.\n#[codes(title = \"a\")]\nstruct Alpha {}", "expected an enum", "Alpha"),
        ],
    );
}

#[test]
fn a_code_is_spelled_as_its_attribute_spells_it() {
    let source = "/// A.\n#[codes(title = \"a\")]\nenum Alpha {\n    /// B.\n    #[code(\"none\", synonyms(\"nothing\", \"nil\",))]\n    WithoutBeta,\n    /// C.\n    #[code(synonyms(\"third\"))]\n    TheGamma,\n}";
    let emitted = expanded(&syn::parse_str(source).unwrap(), code_list::expand).unwrap().to_string();
    for shape in [
        "code : \"none\" , docs : \" B.\\n\" , synonyms : & [\"nothing\" , \"nil\"]",
        "code : \"the gamma\" , docs : \" C.\\n\" , synonyms : & [\"third\"]",
    ] {
        assert!(emitted.contains(shape), "{shape}\n{emitted}");
    }
}

#[test]
fn a_string_is_refused_where_it_is_wrong() {
    refuses(
        string_value::expand,
        &[
            ("/// A.\nstruct Alpha(String);", "`title`", "Alpha"),
            (
                "/// A.\n#[string(title = \"a\", hint = \"h\", length = 1..=2)]\nstruct Alpha(String);",
                "`leaf`",
                "Alpha",
            ),
            (
                "/// A.\n#[string(title = \"a\", length = 1..=2, leaf = B)]\nstruct Alpha(String);",
                "`hint`",
                "Alpha",
            ),
            (
                "/// A.\n#[string(title = \"a\", hint = \"h\", leaf = B)]\nstruct Alpha(String);",
                "`length`",
                "Alpha",
            ),
            ("/// A.\n#[string(titel = \"a\")]\nstruct Alpha(String);", "expected `title`", "titel"),
            ("/// A.\n#[string(length = 1..2)]\nstruct Alpha(String);", "`..=`", ".."),
            (
                "#[string(title = \"a\", hint = \"h\", length = 1..=2, leaf = B)]\nstruct Alpha(String);",
                "doc comment",
                "Alpha",
            ),
        ],
    );
}

#[test]
fn a_fact_is_a_struct_of_named_members() {
    for expand in [facts::fact, facts::facts] {
        refuses(
            expand,
            &[
                ("enum Alpha { B }", "expected a struct", "Alpha"),
                ("struct Alpha(u32);", "named fields", "Alpha"),
                ("struct Alpha<T> { b: T }", "without parameters", "Alpha"),
            ],
        );
    }
}

#[test]
fn a_fact_moves_if_a_member_of_it_does() {
    let moves = |source: &str| {
        let input = syn::parse_str::<DeriveInput>(source).unwrap();
        facts::fact(&input).unwrap().to_string().contains("Shifted")
    };
    assert!(moves("struct Alpha { #[moves] b: u32, c: u32 }"));
    assert!(!moves("struct Alpha { b: u32 }"));
}
