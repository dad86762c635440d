//! What the program writes: never over a file that it reads, and never half of a file in place of a whole one.

use crate::desk::{Desk, told};
use std::fs;
use std::process::Command;

const DATA: &str = include_str!("../../../examples/data/rural-credit-unions.json");
const LINE: &str = "{\"group\": {\"id\": \"a\", \"name\": {\"en\": \"A\"}}}\n";

/// Each subcommand that writes a file, reading `in` and writing `out`.
const WRITERS: [(&str, &[&str]); 10] = [
    ("validate", &["--shard-out", "out", "in"]),
    ("map", &["--out", "out", "in"]),
    ("timeline", &["--out", "out", "in"]),
    ("convert", &["--from", "json", "--to", "json", "--out", "out", "in"]),
    ("convert", &["--from", "json", "--to", "lines", "--out", "out", "in"]),
    ("convert", &["--from", "json", "--to", "360giving", "--out", "out", "in"]),
    ("convert", &["--from", "json", "--to", "xlsx", "--out", "out", "in"]),
    ("merge", &["--out", "out", "in"]),
    ("merge", &["in", "in", "--out", "out"]),
    (
        "convert",
        &["--from", "json", "--to", "schema-org", "--base", "https://example.org/", "--out", "out", "in"],
    ),
];

/// What a subcommand reads.
fn input(subcommand: &str) -> &'static str {
    if subcommand == "validate" { LINE } else { DATA }
}

fn names(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(&desk.0).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn an_output_that_is_also_an_input_is_refused_by_whatever_name() {
    use std::os::unix::fs::symlink;
    for (place, (subcommand, arguments)) in WRITERS.into_iter().enumerate() {
        let text = input(subcommand);
        for link in ["name", "symbolic", "hard", "chain"] {
            let desk = Desk::new(&format!("outputs-{place}-{link}"));
            desk.put("in", text);
            let (from, to) = (desk.0.join("in"), desk.0.join("out"));
            match link {
                "name" => fs::rename(&from, &to).unwrap(),
                "symbolic" => symlink("in", &to).unwrap(),
                "hard" => fs::hard_link(&from, &to).unwrap(),
                _ => {
                    symlink("in", desk.0.join("between")).unwrap();
                    symlink("between", &to).unwrap();
                }
            }
            let arguments: Vec<&str> = arguments
                .iter()
                .map(|&word| if link == "name" && word == "in" { "./out" } else { word })
                .collect();
            let before = names(&desk);
            let (told, code) = told(desk.program(subcommand, &arguments).output().unwrap());
            assert!(told.contains("out: this file is also read"), "{subcommand}, {link}: {told}");
            assert_ne!(code, 0, "{subcommand}, {link}");
            assert_eq!(fs::read_to_string(&to).unwrap(), text, "{subcommand}, {link}");
            assert_eq!(names(&desk), before, "{subcommand}, {link}");
        }
    }
    // Standard input may come from the file as well.
    let desk = Desk::new("outputs-standard");
    desk.put("out", LINE);
    let mut command = desk.program("validate", &["--shard-out", "out", "-"]);
    let (told, code) = told(command.stdin(fs::File::open(desk.0.join("out")).unwrap()).output().unwrap());
    assert!(code == 2 && told.contains("also read"), "{told}");
    assert_eq!(fs::read_to_string(desk.0.join("out")).unwrap(), LINE);
}

#[test]
fn tables_do_not_overwrite_the_file_that_they_come_from() {
    let desk = Desk::new("outputs-tables");
    desk.put("datapackage.json", DATA);
    let arguments = ["--from", "json", "--to", "csv", "--out", ".", "datapackage.json"];
    let (told, code) = told(desk.program("convert", &arguments).output().unwrap());
    assert!(code != 0 && told.contains("datapackage.json: this file is also read"), "{told}");
    assert_eq!(fs::read_to_string(desk.0.join("datapackage.json")).unwrap(), DATA);
}

/// A file may have so few bytes that no output fits: as on a full disk, the write fails.
#[cfg(unix)]
#[test]
fn a_write_that_fails_leaves_the_old_file_whole_and_nothing_beside_it() {
    for (place, (subcommand, arguments)) in WRITERS.into_iter().enumerate() {
        // With the signal ignored a write is refused, else it ends the program.
        for refused in [true, false] {
            let desk = Desk::new(&format!("outputs-full-{place}-{refused}"));
            let large = format!("{}{LINE}", LINE.replace("\"a\"", "\"b\"").repeat(9_000));
            desk.put("in", if subcommand == "validate" { &large } else { DATA }).put("out", "as it was");
            let trap = if refused { "trap '' XFSZ; " } else { "" };
            let program = desk.program(subcommand, arguments);
            let mut limited = Command::new("sh");
            limited.args(["-c", &format!("{trap}ulimit -f 1; exec \"$@\""), "sh"]);
            limited.arg(program.get_program()).args(program.get_args()).current_dir(&desk.0);
            let output = limited.output().unwrap();
            assert!(!output.status.success(), "{subcommand}");
            assert_eq!(fs::read_to_string(desk.0.join("out")).unwrap(), "as it was", "{subcommand}");
            if refused {
                let (told, _) = told(output);
                assert!(told.contains("out: File too large"), "{subcommand}: {told}");
                assert_eq!(names(&desk), ["in", "out"], "{subcommand}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn what_is_replaced_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = Desk::new("outputs-links");
    desk.put("in", DATA).put("target", "as it was");
    fs::set_permissions(desk.0.join("target"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("target", desk.0.join("out")).unwrap();
    for (subcommand, arguments) in WRITERS.into_iter().skip(1) {
        assert!(desk.program(subcommand, arguments).status().unwrap().success(), "{subcommand}");
        assert!(fs::symlink_metadata(desk.0.join("out")).unwrap().is_symlink());
        assert_eq!(fs::metadata(desk.0.join("target")).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::read(desk.0.join("target")).unwrap().len() > 1_000, "{subcommand}");
    }
    assert_eq!(names(&desk), ["in", "out", "target"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_yet_is_written_through() {
    let desk = Desk::new("outputs-dangling");
    desk.put("in", DATA);
    std::os::unix::fs::symlink("new", desk.0.join("out")).unwrap();
    assert!(desk.program("map", &["--out", "out", "in"]).status().unwrap().success());
    assert!(fs::symlink_metadata(desk.0.join("out")).unwrap().is_symlink());
    assert!(fs::read_to_string(desk.0.join("new")).unwrap().starts_with("<svg"));
}

/// What is no regular file has nothing to lose, and is written into.
#[cfg(unix)]
#[test]
fn a_device_is_written_and_not_replaced() {
    let desk = Desk::new("outputs-device");
    desk.put("in", DATA);
    let output = desk.program("map", &["--out", "/dev/stdout", "in"]).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("<svg"), "{:?}", output.status);
    if fs::exists("/dev/full").unwrap() {
        let (told, code) = told(desk.program("map", &["--out", "/dev/full", "in"]).output().unwrap());
        assert!(code != 0 && told.contains("/dev/full: No space left"), "{told}");
    }
}
