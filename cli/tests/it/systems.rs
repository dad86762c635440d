//! What differs between systems: paths, line ends, code pages and colors. These tests run on each of them.

use crate::desk::Desk;
use std::fs;
use std::path::MAIN_SEPARATOR;
use std::process::Command;

const DATA: &str = include_str!("../../../examples/data/rural-credit-unions.json");

/// A folder and files whose names have blanks and letters of several languages.
const FOLDER: &str = "Årsmøte 2026 – заявки";

#[test]
fn names_with_blanks_and_letters_of_other_languages_are_read_and_written() {
    let desk = Desk::new("systems-paths");
    fs::create_dir(desk.0.join(FOLDER)).unwrap();
    let file = format!("{FOLDER}{MAIN_SEPARATOR}søknad 東京.json");
    desk.put(&file, DATA);
    let (text, told, code) = desk.done("validate", &["--today", "none", &file]);
    assert_eq!(code, 0, "{text}{told}");
    let book = format!("{FOLDER}{MAIN_SEPARATOR}bok.xlsx");
    let tables = format!("{FOLDER}{MAIN_SEPARATOR}tabeller");
    for (to, out) in [("xlsx", &book), ("csv", &tables)] {
        let (text, told, code) = desk.done("convert", &["--from", "json", "--to", to, "--out", out, &file]);
        assert_eq!(code, 0, "{text}{told}");
        let (text, told, code) = desk.done("convert", &["--from", to, "--to", "json", out]);
        assert!(code == 0 && text == DATA, "{to}: {told}");
    }
    // The name of a file that is not there is told as it was written.
    let missing = format!("{FOLDER}{MAIN_SEPARATOR}finnes ikke.json");
    let (_, told, code) = desk.done("show", &[&missing]);
    assert!(code == 2 && told.contains(&missing), "{told}");
}

#[test]
fn a_folder_is_walked_with_the_separators_of_the_system() {
    let desk = Desk::new("systems-folders");
    fs::create_dir_all(desk.0.join("parts").join("deep")).unwrap();
    let file = format!("parts{MAIN_SEPARATOR}deep{MAIN_SEPARATOR}a.json");
    desk.put(&file, "{\"version\": \"1.0\", \"project\": []}");
    // Slashes name the same file on every system.
    for name in [&*file, "parts/deep/a.json"] {
        let (text, _, code) = desk.done("validate", &["--today", "none", name]);
        assert!(code == 1 && text.contains(&format!("{name}:1:")), "{text}");
    }
    let (_, told, code) = desk.done("convert", &["--from", "json", "--to", "lines", "parts"]);
    assert!(code == 1 && told.contains(&file), "{told}");
}

#[test]
fn line_ends_of_every_system_are_read_and_those_of_one_are_written() {
    let desk = Desk::new("systems-lines");
    desk.put("unix.json", DATA).put("windows.json", DATA.replace('\n', "\r\n"));
    assert!(!DATA.contains('\r'), "Git has converted the line ends");
    assert_eq!(desk.done("diff", &["unix.json", "windows.json"]).2, 0);
    let (lines, _, _) = desk.done("convert", &["--from", "json", "--to", "lines", "unix.json"]);
    assert!(!lines.contains('\r'));
    desk.put("windows.jsonl", lines.replace('\n', "\r\n"));
    let (text, told, code) = desk.done("convert", &["--from", "lines", "--to", "json", "windows.jsonl"]);
    assert!(code == 0 && text == DATA, "{told}");
    assert_eq!(desk.done("convert", &["--from", "json", "--to", "csv", "--out", "tables", "unix.json"]).2, 0);
    for entry in fs::read_dir(desk.0.join("tables")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "csv") {
            let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n").replace('\n', "\r\n");
            fs::write(path, text).unwrap();
        }
    }
    let (text, told, code) = desk.done("convert", &["--from", "csv", "--to", "json", "tables"]);
    assert!(code == 0 && text == DATA, "{told}");
    for arguments in
        [&["show"][..], &["query"], &["map"], &["timeline"], &["stats"], &["page", "--today", "none"]]
    {
        let (text, _, code) = desk.done(arguments[0], &arguments[1..]);
        assert!(code == 0 && !text.contains('\r'), "{arguments:?}");
    }
}

#[test]
fn texts_are_utf_8_whatever_the_code_page_of_the_console_is() {
    let desk = Desk::new("systems-code-pages");
    for language in ["C", "nb_NO.ISO-8859-1", "de_DE.UTF-8"] {
        let run = |subcommand: &str, arguments: &[&str]| {
            let mut command = desk.program(subcommand, arguments);
            command.env("LC_ALL", language).env("LANG", language).output().unwrap()
        };
        let output = run("show", &["--lang", "nb"]);
        assert!(String::from_utf8(output.stdout).unwrap().contains(" prosjekter, 13 mål, "), "{language}");
        let output = run("show", &["blåbær.json"]);
        assert!(String::from_utf8(output.stderr).unwrap().contains("blåbær.json"), "{language}");
    }
}

#[test]
fn a_table_in_an_old_code_page_is_told_with_what_to_do() {
    let desk = Desk::new("systems-old-tables");
    fs::create_dir(desk.0.join("tables")).unwrap();
    // As Excel saves it where the code page is 1252.
    desk.put("tables/organizations.csv", b"id;name.nb\r\na;B\xe6rum\r\n");
    let (text, told, code) = desk.done("validate", &["--today", "none", "tables"]);
    assert!(code != 0 && (text + &told).contains("CSV UTF-8"));
    // With a byte order mark and semicolons, as it saves 'CSV UTF-8'.
    desk.put("tables/organizations.csv", "\u{feff}id;name.nb\r\na;Bærum\r\n");
    let (text, told, code) = desk.done("convert", &["--from", "csv", "--to", "json", "tables"]);
    assert!(code == 0 && text.contains("\"Bærum\""), "{told}");
}

/// Nothing steers a terminal where there is none, even if the environment asks for colors.
#[test]
fn what_goes_into_a_file_or_a_pipe_has_no_colors() {
    let desk = Desk::new("systems-colors");
    desk.put("bad.json", "{\"version\": \"1.0\", \"project\": []}");
    let runs: [&[&str]; 6] =
        [&["validate", "bad.json"], &["show"], &["query", "--help"], &["help"], &["nothing"], &["stats"]];
    for arguments in runs {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cooperation"));
        command.args(arguments).current_dir(&desk.0).env_remove("NO_COLOR").env("TERM", "xterm-256color");
        let output = command.output().unwrap();
        for text in [output.stdout, output.stderr] {
            assert!(!text.contains(&0x1b), "{arguments:?}: {}", String::from_utf8_lossy(&text));
        }
    }
}
