//! The description of tables as a tabular data package.

use super::csv::{DOCUMENTED, tables};
use crate::synthetic;
use cooperation::Dataset;
use cooperation::interop::csv::write;
use serde_json::{Value, json};

#[test]
fn the_package_describes_every_column() {
    let dataset = Dataset::from_json(DOCUMENTED).unwrap();
    let tables = write(&dataset);
    let package: Value = serde_json::from_str(&tables.datapackage()).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), tables.iter().count());
    for (resource, (name, text)) in resources.iter().zip(tables.iter()) {
        assert_eq!(resource["path"], format!("{name}.csv"));
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let heads: Vec<_> = text.lines().next().unwrap().split(',').collect();
        assert!(
            heads.iter().eq(&fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>())
        );
        for field in fields {
            assert!(field["description"].as_str().is_some_and(|text| text.len() > 5), "{field}");
        }
    }
}

#[test]
fn cells_keep_the_rules_of_their_columns() {
    for dataset in [Dataset::from_json(DOCUMENTED).unwrap(), synthetic::dataset(20, 5).unwrap()] {
        let tables = write(&dataset);
        let package: Value = serde_json::from_str(&tables.datapackage()).unwrap();
        let mut checked = 0;
        for resource in package["resources"].as_array().unwrap() {
            let text = tables.get(resource["name"].as_str().unwrap()).unwrap();
            let rows = rows(text);
            for (place, field) in resource["schema"]["fields"].as_array().unwrap().iter().enumerate() {
                let rules = &field["constraints"];
                let pattern = rules["pattern"].as_str().map(|pattern| regex::Regex::new(pattern).unwrap());
                for row in &rows[1..] {
                    let cell = &row[place];
                    assert!(!cell.is_empty() || rules["required"] != true, "{field}");
                    if let (Some(pattern), false) = (&pattern, cell.is_empty()) {
                        assert!(pattern.is_match(cell), "{cell:?} in {field}");
                        checked += 1;
                    }
                }
            }
        }
        assert!(checked > 100, "{checked}");
    }
}

/// A reader of its own, so that what is written is comma-separated values for others too (RFC 4180).
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    rows
}

#[test]
fn the_package_has_foreign_keys_and_no_unknown_table() {
    let tables = tables(&[
        ("projects", "id,title.en\np,P\n"),
        ("participations", "id,party.organization,project,odd\nx,o,p,\n"),
        ("strange", "id\n1\n"),
    ]);
    let package: Value = serde_json::from_str(&tables.datapackage()).unwrap();
    assert_eq!(package["resources"].as_array().unwrap().len(), 2);
    let schema = &package["resources"][1]["schema"];
    assert_eq!(schema["fields"].as_array().unwrap().len(), 3);
    assert_eq!(schema["foreignKeys"][0]["fields"], "project");
    assert_eq!(schema["foreignKeys"][0]["reference"]["resource"], "projects");
}

/// The fields of one table, without those that a test does not look at.
fn fields(name: &str, heads: &str) -> Value {
    let package: Value = serde_json::from_str(&tables(&[(name, heads)]).datapackage()).unwrap();
    package["resources"][0]["schema"]["fields"].clone()
}

#[test]
fn a_resource_describes_the_dialect_of_its_file() {
    let package = |text: &str| -> Value {
        serde_json::from_str(&tables(&[("programmes", text)]).datapackage()).unwrap()
    };
    let resource = |dialect: Option<char>| {
        let mut resource = json!({
            "profile": "tabular-data-resource", "name": "programmes", "path": "programmes.csv", "format": "csv",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": "name.en", "type": "string",
                "description": "Name of the record, in each language in which it has one. For example: \
                    Mikrofinans Norge",
                "constraints": {"minLength": 1, "maxLength": 100_001}}]},
        });
        if let Some(delimiter) = dialect {
            resource["dialect"] = json!({"delimiter": delimiter});
        }
        json!({"profile": "tabular-data-package", "name": "cooperation", "resources": [resource]})
    };
    // A comma is what a reader expects, and what parts a table of one column.
    assert_eq!(package("name.en\nN\n"), resource(None));
    for parted in [',', ';', '\t'] {
        let text = format!("name.en{parted}odd\nN{parted}\n");
        assert_eq!(package(&text), resource(Some(parted).filter(|it| *it != ',')), "{text:?}");
    }
}

#[test]
fn a_table_with_ids_has_them_for_its_key() {
    let id = json!({
        "name": "id", "type": "string",
        "description": "Identifier of the record, unique among the records of its kind. For example: mikrofinans-norge",
        "constraints": {"required": true, "pattern": "^([A-Za-z0-9][A-Za-z0-9._:/~-]*)$", "minLength": 1,
            "maxLength": 255},
    });
    assert_eq!(fields("programmes", "id\n"), json!([id]));
    let package: Value = serde_json::from_str(&tables(&[("programmes", "id\n")]).datapackage()).unwrap();
    assert_eq!(package["resources"][0]["schema"]["primaryKey"], "id");
}

#[test]
fn each_type_of_value_has_its_rules() {
    let list = "^'?([A-Za-z0-9][A-Za-z0-9._:/~-]*)(; ([A-Za-z0-9][A-Za-z0-9._:/~-]*))*$";
    assert_eq!(
        fields("projects", "partner_count,extensions.org.example.x,places,acronym\n"),
        json!([
            {"name": "partner_count", "type": "integer",
                "description": "Number of partners that a source states, whether they are named or not.",
                "constraints": {"minimum": 0, "maximum": u32::MAX}},
            {"name": "extensions.org.example.x", "type": "any",
                "description": "Custom data, keyed by a reverse domain name."},
            {"name": "places", "type": "string", "constraints": {"pattern": list},
                "description": "Places where the project works. Ids from the table places. Separate several values with \
                    semicolons."},
            // A label may begin as a formula does: then an apostrophe stands before it, and it is longer by one.
            {"name": "acronym", "type": "string",
                "description": "Acronym, the same in every language, such as EMN. For example: EMN",
                "constraints": {"minLength": 1, "maxLength": 256,
                    "pattern": r"^'?([^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*)$"}},
        ])
    );
    let quote = &fields("projects", "evidence.1.quote\n")[0];
    assert_eq!(quote["constraints"], json!({"maxLength": 100_001}));
    assert_eq!(
        fields("networks", "budgets.1.revised\n"),
        json!([{"name": "budgets.1.revised", "type": "boolean",
            "description": "Budgets by period. Versions of one period are never added up. Whether it is a revised budget, \
                which replaces the original one of the same period (IATI: budget type).",
            "trueValues": ["true", "TRUE"], "falseValues": ["false", "FALSE"]}])
    );
}

#[test]
fn a_reference_says_what_it_is_for_and_where_its_ids_are() {
    let described =
        |head: &str| fields("funding", &format!("{head}\n"))[0]["description"].as_str().unwrap().to_owned();
    let (funder, recipient) = (described("funder.organization"), described("recipient.organization"));
    assert!(
        funder.starts_with("Party that pays the money")
            && funder.ends_with("Id from the table organizations."),
        "{funder}"
    );
    assert!(recipient.starts_with("Party that receives the money"), "{recipient}");
    assert!(described("of.project").ends_with("Id from the table projects."));
    assert!(described("planned.start").starts_with("Planned period"), "{}", described("planned.start"));
}

#[test]
fn closed_code_lists_are_constraints_and_open_ones_prose() {
    let closed = &fields("organizations", "related.1.basis\n")[0];
    assert_eq!(closed["constraints"], json!({"enum": ["implied", "open"]}));
    assert!(!closed["description"].as_str().unwrap().contains("Codes: "), "{closed}");
    let open = &fields("memberships", "role\n")[0];
    assert_eq!(open["constraints"]["enum"], Value::Null);
    let told = open["description"].as_str().unwrap();
    let words = told.split_once(" Codes: ").unwrap().1;
    assert!(
        words.starts_with("member, ")
            && words.ends_with("; other values are kept as they are.")
            && !words.contains("For example"),
        "{told}"
    );
}

#[test]
fn a_cell_may_spell_the_empty_string_where_that_is_a_value() {
    // A pointer of evidence to the whole record is the empty string, spelled as two quotation marks.
    let field = &fields("projects", "evidence.1.supports.1\n")[0];
    let pattern = regex::Regex::new(field["constraints"]["pattern"].as_str().unwrap()).unwrap();
    for (cell, fits) in [("\"\"", true), ("/period", true), ("period", false)] {
        assert_eq!(pattern.is_match(cell), fits, "{cell:?} and {pattern}");
    }
    let id = &fields("projects", "programmes\n")[0];
    let pattern = regex::Regex::new(id["constraints"]["pattern"].as_str().unwrap()).unwrap();
    assert!(!pattern.is_match("\"\""));
}
