//! What the examples print, as they are run.

use cooperation::Dataset;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An example, which is built beside the folder of the test itself.
fn example(name: &str, arguments: &[&str]) -> Option<Output> {
    let test = std::env::current_exe().unwrap();
    let program = test.parent().unwrap().parent().unwrap().join("examples").join(name);
    if !program.exists() {
        assert!(name == "import_rows" && cfg!(not(feature = "csv")), "{} was not built", program.display());
        return None;
    }
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Some(output)
}

fn printed(name: &str, arguments: &[&str]) -> String {
    String::from_utf8(example(name, arguments).unwrap().stdout).unwrap()
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name)
}

#[test]
fn the_documented_dataset_is_loaded_and_printed_in_full() {
    let page = printed("load_dataset", &[]);
    for lines in [
        "  European Microfinance Network\n    status: not stated\n    number of members: not stated\n    members: Microfinance Norway (member)\n",
        "  Nordisk Mikrofinans Nettverk\n    status: in development\n    number of members: not stated\n    members: not stated\n    purpose: å styrke nordiske mikrofinansinstitusjoner\n",
        "  Microfinance Norway, organisasjoner (en rekke)\n    status: ongoing\n    on: not stated\n    purpose: å bedre vilkårene",
        "  Microfinance Norway, Follo Rådet, innovasjonsmiljøer i regionen (ulike)\n    status: not stated\n    on: Access to Microfinance for SMEs\n",
        "  enterprises, private NGO’s, other actors\n    status: planned\n    on: The Action plan",
        "  Access to Microfinance for SMEs\n    period: 2016-04 to 2021-03\n    number of partners: 9\n",
        "    partner: European Microfinance Network (role: partner)\n",
        "    partner: European Microfinance Network (role: not stated)\n",
        "    partner: Microfinance Norway (role: not stated)\n    overall objective: to contribute to strengthening Follo",
        "    priority: Mer tilgang til finansiering for de minste foretakene\n",
        "    funding: from Nordplus (amount: not stated)\n",
        "\nFindings\n\n0 errors, 0 warnings, 0 infos\n",
    ] {
        assert!(page.contains(lines), "{lines}\n{page}");
    }
    let dataset = Dataset::from_slice(&std::fs::read(data("microfinance-norway.json")).unwrap()).unwrap();
    for project in &dataset.projects {
        assert!(page.contains(project.title.best(&["en"])), "{}", project.id);
    }
    for network in &dataset.networks {
        assert!(page.contains(network.name.best(&["en"])), "{}", network.id);
    }
}

#[test]
fn another_dataset_is_loaded_by_its_path() {
    let page = printed("load_dataset", &[data("rural-credit-unions.json").to_str().unwrap()]);
    for lines in [
        "  Alliance of Rural Credit Unions\n    status: not stated\n    number of members: 34\n    members: not stated\n",
        "    members: Alliance of Rural Credit Unions (member), Alliance of Rural Credit Unions (board member)\n",
        "    funding: from Neighbours in Finance (amount: 870000 EUR), from Hartland Agricultural College (amount: 38000 GBP)\n",
    ] {
        assert!(page.contains(lines), "{lines}\n{page}");
    }
}

#[test]
fn what_is_built_in_code_is_a_valid_dataset() {
    let dataset = Dataset::from_json(&printed("build_in_code", &[])).unwrap();
    assert!(dataset.validate().is_valid());
    assert_eq!((dataset.networks.len(), dataset.projects.len()), (3, 5));
}

#[test]
fn custom_rules_find_what_the_catalogue_does_not() {
    let report = printed("own_rule", &[]);
    assert_eq!(report.matches("warning[one-lead-partner]").count(), 3, "{report}");
    assert_eq!(report.matches("info[short-titles]").count(), 1, "{report}");
}

#[test]
fn record_lines_are_counted_and_the_two_that_are_wrong_are_told() {
    let report = printed("stream_lines", &[]);
    assert!(report.starts_with("line 82:29: unknown member \"tilte\""), "{report}");
    assert!(report.contains("\nline 83: error[unknown-reference]"), "{report}");
    assert!(report.contains("       13  goal\n") && report.ends_with("\nnot valid\n"), "{report}");
}

#[test]
fn what_an_embedded_record_gets_wrong_is_found_and_fixed() {
    let text = printed("embed", &[]);
    assert!(text.contains("no project has the id key"), "{text}");
    assert!(text.contains("\n0 errors, 0 warnings, 0 infos\n"), "{text}");
}

#[test]
fn questions_are_answered_no_more_certainly_than_the_source() {
    let text = printed("ask", &[]);
    assert!(text.contains("  Possible: Financial Education for Vulnerable Adults\n"), "{text}");
    assert!(text.contains("  Unknown: Prosjektet\n") && text.contains("\n  Nordplus\n"), "{text}");
}

#[test]
fn rows_are_imported_once_each_and_what_is_wrong_is_told_by_row() {
    let Some(output) = example("import_rows", &[]) else { return };
    let dataset = Dataset::from_slice(&output.stdout).unwrap();
    assert_eq!((dataset.projects.len(), dataset.organizations.len(), dataset.groups.len()), (3, 4, 1));
    // The row that is there twice is imported once.
    assert_eq!(dataset.participations.len(), 7);
    let told = String::from_utf8(output.stderr).unwrap();
    let rows: Vec<&str> = told.lines().map(|line| line.split_once(": ").unwrap().0).collect();
    // Row 6 is an associated partner with a budget of zero, which is what such partners have.
    assert_eq!(rows, ["row 6", "row 8", "row 10", "row 9", "row 8"], "{told}");
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_that_is_printed_is_the_published_one() {
    assert_eq!(printed("export_schema", &[]), cooperation::schema::text::DATASET);
}
