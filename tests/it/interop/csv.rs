//! Tables: out and in again without loss, and what is told of tables that cannot be read.

use crate::synthetic;
use cooperation::Dataset;
use cooperation::interop::csv::{Tables, read, write};

pub(crate) const DOCUMENTED: &str = include_str!("../../../examples/data/microfinance-norway.json");

pub(crate) fn tables(tables: &[(&str, &str)]) -> Tables {
    let mut out = Tables::new();
    for (name, text) in tables {
        out.insert(*name, *text);
    }
    out
}

fn comes_back(dataset: &Dataset) {
    let back = read(&write(dataset)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(back.to_json(), dataset.to_json());
    assert_eq!(back, *dataset);
}

fn faults(name: &str, text: &str) -> Vec<String> {
    let error = read(&tables(&[(name, text)])).unwrap_err();
    error.faults().iter().map(ToString::to_string).collect()
}

#[test]
fn the_documented_dataset_comes_back_from_its_tables() {
    comes_back(&Dataset::from_json(DOCUMENTED).unwrap());
}

#[test]
fn a_generated_dataset_comes_back_from_its_tables() {
    for seed in 1..4 {
        comes_back(&synthetic::dataset(30, seed).unwrap());
    }
}

#[test]
fn the_empty_dataset_comes_back() {
    comes_back(&Dataset::default());
    assert_eq!(read(&Tables::new()).unwrap(), Dataset::default());
}

#[test]
fn every_valid_fixture_comes_back() {
    let mut seen = 0;
    for path in crate::fixtures::files("valid") {
        if path.extension().is_some_and(|extension| extension == "json") {
            comes_back(&Dataset::from_slice(&std::fs::read(path).unwrap()).unwrap());
            seen += 1;
        }
    }
    assert!(seen > 2, "{seen} fixtures");
}

#[test]
fn unusual_values_come_back() {
    let dataset = Dataset::from_json(
        r#"{"version": "1.0",
            "projects": [{
                "id": "odd", "acronym": "=SUM(A1)", "period": {}, "links": [{}, {"title": {"en": "'+quoted"}}],
                "title": {"en": "-1+2", "nb": "@navn", "und": "\tindented\r\nand, \"quoted\"; twice\n"},
                "partner_count": 0, "partner_count_words": {"nb": "en rekke"}, "planned": {},
                "counts": [{"what": {"en": "=1"}, "words": {"en": "-"}}, {"what": {"en": "ports"}, "number": 4294967295}],
                "budgets": [{"amount": {"amount": "-0.50", "currency": "NOK"}, "revised": false}],
                "related": [{"relation": "-c", "identifiers": [{"scheme": "@s", "value": "+47"}]},
                            {"to": {"place": "p"}, "relation": "same as", "basis": "open"}],
                "extensions": {"org.example.a": "", "org.example.b": -5.0, "org.example.c": "\u00e5=",
                               "org.example.d-1": {"deep": [1e999, 0.10, null]}}}],
            "places": [{"id": "p", "name": {"en": "P"}, "point": {"latitude": "-0.50", "longitude": "0"}}],
            "organizations": [{"id": "o", "name": {"en": "O"}, "address": {}, "part_of": {"network": "o"}},
                              {"id": "u", "name": {"en": "U"}, "address": {"postal_code": "0150", "point": {"latitude": "1", "longitude": "-1"}}}],
            "programmes": [{"id": "p", "name": {"en": "\"\""}, "funds": ["a; b", "-c"]},
                           {"id": "q", "name": {"en": "'"}, "funds": ["ERDF", "IPA III"]}],
            "funding": [{"id": "f", "amount": {"amount": "-5.00", "currency": "NOK"}}]}"#,
    )
    .unwrap();
    comes_back(&dataset);
}

#[test]
fn no_cell_begins_as_a_formula() {
    let dataset = Dataset::from_json(
        r#"{"version": "1.0", "projects": [{"id": "a", "title": {"en": "=1", "nb": "+1", "da": "-1", "sv": "@1", "fi": "\t1", "is": "\r1"}}]}"#,
    )
    .unwrap();
    let written = write(&dataset);
    let text = written.get("projects").unwrap();
    let lists =
        r#"{"version": "1.0", "programmes": [{"id": "p", "name": {"en": "P"}, "funds": ["=a", "b"]}]}"#;
    let lists = Dataset::from_json(lists).unwrap();
    assert!(write(&lists).get("programmes").unwrap().contains("'=a; b"));
    comes_back(&lists);
    for guarded in ["'=1", "'+1", "'-1", "'@1", "'\t1", "'\r1"] {
        assert!(text.contains(guarded), "{guarded:?} in {text:?}");
    }
    comes_back(&dataset);
}

#[test]
fn columns_are_named_after_the_paths_to_members() {
    let dataset = Dataset::from_json(
        r#"{"version": "1.0", "projects": [
            {"id": "a", "title": {"nb": "A", "en": "A"}, "period": {"start": "2006"}, "places": ["norway", "sweden"],
             "about": [{"network": "n"}, {"project": "b"}]},
            {"id": "b", "title": {"en": "B"}, "status": "ongoing"}]}"#,
    )
    .unwrap();
    let written = write(&dataset);
    assert_eq!(
        written.get("projects").unwrap(),
        "id,title.en,title.nb,status,period.start,places,about.1.network,about.2.project\n\
         a,A,A,,2006,norway; sweden,n,b\n\
         b,B,,ongoing,,,,\n"
    );
    assert_eq!(written.get("dataset").unwrap(), "version\n1.0\n");
    assert_eq!(written.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["dataset", "projects"]);
}

#[test]
fn tables_of_other_spreadsheets_are_read() {
    let comma = "id,title.nb,places,target_groups.2,target_groups.7\na,Å leve; nå,norway,x,y\n";
    let read_of = |text: &str| read(&tables(&[("projects", text)])).unwrap();
    let dataset = read_of(comma);
    assert_eq!(dataset.projects[0].target_groups.len(), 2);
    assert_eq!(
        read_of(
            "\u{feff}id;title.nb;places;target_groups.2;target_groups.7\r\na;\"Å leve; nå\";norway;x;y\r\n;;;;\r\n"
        ),
        dataset
    );
    assert_eq!(
        read_of("title.nb\tid\tplaces\ttarget_groups\tstatus\nÅ leve; nå\ta\tnorway\tx;y;\t\n"),
        dataset
    );
}

#[test]
fn all_faults_are_reported_at_once() {
    let error = read(&tables(&[
        ("project", "id\na\n"),
        ("projects", "id,titel.en,title.en,period.start\na,x,A,2006-13\n,,B,\n"),
        ("goals", "id,statement.en,level,of.1.project\ng,Reach,objective,no id\n"),
        (
            "networks",
            "id,name.en,budgets.1.amount.amount,budgets.1.amount.currency,budgets.1.revised\nn,N,5,EUR,perhaps\n",
        ),
    ]))
    .unwrap_err();
    let told: Vec<_> = error.faults().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "table networks, row 2, column E (budgets.1.revised): \"perhaps\" is neither true nor false",
            "table projects, row 1, column B (titel.en): there is no such column; write \"title.en\"",
            "table projects, row 2, column D (period.start): \"2006-13\" is not a date: months go from 01 to 12; write a date as a year, a month or a day: \"2022\", \"2022-09\" or \"2022-09-01\"",
            "table projects, row 3, column A (id): there is no value, and a record has to have one; fill the cell",
            "table goals, row 2, column D (of.1.project): \"no id\" is not a project id: only letters A-Z and a-z, \
             digits and . _ : / ~ - are allowed; write the id of the project, and not its title",
            "table project: not one of the tables of this format; call it \"projects\"",
        ]
    );
    assert_eq!(error.count(), told.len());
}

/// A lenient reader takes all that follows into one cell, or leaves the marks out.
#[test]
fn a_stray_quotation_mark_is_reported_and_swallows_nothing() {
    let told = |text: &str| {
        let error = read(&tables(&[("organizations", text)])).unwrap_err();
        assert_eq!(error.count(), 1, "{error}");
        error.faults()[0].to_string()
    };
    let open = "the cell begins with a quotation mark and none ends it; close it, or put the cell between quotation marks \
                and write its own twice";
    let on = "the cell goes on behind its closing quotation mark; write a quotation mark inside a cell twice";
    for (text, place, message) in [
        ("id,name.en\na,\"Alpha\nb,Beta\n", "row 2, column B", open),
        ("id,name.en\na,\"Alpha\"\"\n\nb,Beta\n", "row 2, column B", open),
        ("id,name.en\r\na,Alpha\r\n\r\nb,\"Beta\r\n", "row 4, column B", open),
        ("id,name.en\ra,Alpha\rb,\"Beta\r", "row 3, column B", open),
        ("id,name.en\na,\"Alpha \"the first\" of all\"\n", "row 2, column B", on),
        ("id;name.en\n\"a\" ;Alpha\n", "row 2, column A", on),
        ("\"id\"x,name.en\na,Alpha\n", "row 1, column A", on),
    ] {
        assert_eq!(told(text), format!("table organizations, {place}: {message}"));
    }
    for (text, name) in [
        ("id,name.en\na,\"Alpha \"\"the first\"\"\"\n", "Alpha \"the first\""),
        ("id,name.en\r\n\"a\",\"Alpha,\r\nBeta\"\r\n", "Alpha,\r\nBeta"),
        ("id;name.en\na;\"Alpha; Beta\"", "Alpha; Beta"),
        ("id,name.en\na,12\" pipes\n", "12\" pipes"),
        ("id,name.en\ra,\"Alpha\"\r", "Alpha"),
    ] {
        let dataset = read(&tables(&[("organizations", text)])).unwrap();
        assert_eq!(dataset.organizations.len(), 1);
        assert_eq!(dataset.organizations[0].name.get("en"), Some(name));
    }
}

#[test]
fn faults_are_reported_with_row_and_column() {
    let cases = [
        (
            "projects",
            "id,title.en,id\na,A,b\n",
            "row 1, column C (id): this column is given twice; keep one of them",
        ),
        (
            "projects",
            "id,title\na,b\n",
            "row 1, column B (title): a text has a column for each language, and data of one's own one for each name; \
             write \"title.en\" for English, for instance",
        ),
        (
            "projects",
            "id,title.en,places.x\na,A,b\n",
            "row 1, column C (places.x): this is a list, and its items are counted from 1; write \"places\"",
        ),
        (
            "projects",
            "id,title.en,places.0\na,A,b\n",
            "row 1, column C (places.0): this is a list, and its items are counted from 1; write \"places\"",
        ),
        (
            "projects",
            "id,title.en,links.01.url\na,A,b\n",
            "row 1, column C (links.01.url): this is a list, and its items are counted from 1; write \
             \"links.1.01.url\"",
        ),
        (
            "projects",
            "id,title.en,links\na,A,b\n",
            "row 1, column C (links): this is a list, and its items have columns of their own; write \"links.1.\" and \
             a member of the first item",
        ),
        (
            "participations",
            "id,party,project\na,b,c\n",
            "row 1, column B (party): this column needs one step more; write \"party.organization\", for instance",
        ),
        (
            "projects",
            "id,title.en\n\n\na,A,what\n",
            "row 4, column C: the cell stands in a column without a name; name the column or empty the cell",
        ),
    ];
    for (name, text, fault) in cases {
        assert_eq!(faults(name, text), [format!("table {name}, {fault}")], "{text}");
    }
}

#[test]
fn an_unreadable_cell_is_reported_with_its_content() {
    let cases = [
        (
            "projects",
            "id,title.en,period\na,A,2006\n",
            "row 2, column C (period): \"2006\" cannot stand here: what is in it has columns of its own, such as \
             period.start, period.end, period.stated_duration; write it there, or {} for an object without members",
        ),
        (
            "participations",
            "id,party.organization,project,budget,budget.amount,budget.currency\na,o,p,5,5,EUR\n",
            "row 2, column D (budget): \"5\" cannot stand here: what is in it has columns of its own, such as \
             budget.amount, budget.currency; write it there, or {} for an object without members",
        ),
        (
            "participations",
            "id,party.organization,project,budget.amount,budget.currency,role\na,o,p,412,500.50,EUR,\n",
            "row 2: there are 7 cells in the row, and 6 in the first row; put a cell with a comma in it between double \
             quotes",
        ),
        (
            "projects",
            "id,title.en,places,places.1\na,A,n,n\n",
            "row 2, column C (places): the list is given here and in the column places.1; write it in one way",
        ),
        (
            "memberships",
            "id,member.group,body.organization,body.network\nm,g,o,n\n",
            "row 2, column C (body.organization): only one of these may have a value: body.organization, \
             body.network; empty the others",
        ),
        (
            "projects",
            "id,title.en,partner_count\na,A,nine\n",
            "row 2, column C (partner_count): \"nine\" is not a whole number; write digits only, such as 20; words such \
             as 'about 20' have a column of their own, such as member_count_words.en",
        ),
        (
            "projects",
            "id,title.en,extensions.org.example.x\na,A,word\n",
            "row 2, column C (extensions.org.example.x): \"word\" is not JSON; write a text in quotation marks, and \
             any other value as JSON has it",
        ),
        (
            "projects",
            "id,title.en,about.1.netwrk\na,A,word\n",
            "row 1, column C (about.1.netwrk): there is no such column; write \"about.1.network\"",
        ),
        (
            "memberships",
            "id,member.organization\na,o\n",
            "row 2, column body, which is not there: there is no value, and a record has to have one; add the column \
             and fill the cell",
        ),
        (
            // Items are counted anew where columns are left out, and the fault is told of the column that is there.
            "projects",
            "id,title.en,about.2.network,about.2.project\na,A,n,p\n",
            "row 2, column C (about.2.network): only one of these may have a value: about.2.network, \
             about.2.project; empty the others",
        ),
        ("dataset", "version\n1.0\n1.0\n", "row 3: this table has one row only"),
    ];
    for (name, text, fault) in cases {
        assert_eq!(faults(name, text), [format!("table {name}, {fault}")], "{text}");
    }
}

#[test]
fn an_error_shows_its_first_faults_and_counts_the_rest() {
    let told = |count: usize| {
        let rows = format!("id,title.en\n{}", "a b,T\n".repeat(count));
        read(&tables(&[("projects", &rows)])).unwrap_err()
    };
    assert_eq!(told(1).to_string(), told(1).faults()[0].to_string());
    let last = |count: usize| told(count).to_string().lines().last().unwrap().to_owned();
    assert_eq!(last(10), told(10).faults()[9].to_string());
    assert_eq!(last(11), "and 1 more fault");
    assert_eq!(last(200), "and 190 more faults");
    assert_eq!((told(1_500).faults().len(), told(1_500).count()), (1_000, 1_500));
}

#[test]
fn help_for_a_head_cell_names_a_column_that_exists() {
    for (table, head, help) in [
        ("projects", "Period.Start", "write \"period.start\""),
        ("projects", "Title.En", "write \"title.en\""),
        ("projects", "Title", "write \"title.en\""),
        ("projects", "Budget", "write \"budget.amount\""),
        ("projects", "Programmes", "write \"programmes\""),
        ("projects", "Links.1.Url", "write \"links.1.url\""),
        ("participations", "Party.Organization", "write \"party.organization\""),
        (
            "organizations",
            "phone",
            "remove the column, or rename it for custom data, such as \"extensions.org.example.NAME\"",
        ),
    ] {
        let text = format!("id,{head}\na,b\n");
        let first = faults(table, &text).into_iter().next().unwrap();
        assert!(first.ends_with(&format!("there is no such column; {help}")), "{first}");
    }
}

#[test]
fn a_cell_that_was_changed_or_holds_several_items_has_help_of_its_own() {
    let help = |table: &str, text: &str| {
        let told = faults(table, text);
        assert_eq!(told.len(), 1, "{told:?}");
        told[0].rsplit("; ").next().unwrap().to_owned()
    };
    assert_eq!(
        help("projects", "id,title.en,target_groups\na,A,\"small-businesses, credit-unions\"\n"),
        "put a semicolon and a space between two items"
    );
    assert_eq!(
        help("projects", "id,title.en\n3.00E+05,A\n"),
        "format the column as text in the spreadsheet, and enter the value again"
    );
}
