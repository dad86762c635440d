//! What the program reads: any bytes give the same report however many threads read them, and whatever they come through.

use crate::desk::Desk;
use crate::random::Random;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Pieces of files of record lines: sound lines, lines with faults, marks that a file may begin with, halves of lines.
const PIECES: [&[u8]; 22] = [
    b"{\"group\": {\"id\": \"a\", \"name\": {\"en\": \"A\"}}}\n",
    b"{\"group\": {\"id\": \"b\", \"name\": {\"xx\": \"B\"}}}\n",
    b"{\"project\": {\"id\": \"p\", \"title\": {\"en\": \"P\"}, \"target_groups\": [\"a\", \"c\"]}}\r\n",
    b"{\"project\": {\"id\": \"q\", \"title\": {\"en\": \"Q\"}, \"programmes\": [\"n\"]}}\n",
    b"{\"programme\": {\"id\": \"n\", \"name\": {\"en\": \"N\"}}}\n",
    b"{\"group\": 5}\n",
    b"{\"group\": {\"id\": \"g h\", \"nmae\": {}}}\n",
    b"{\"dataset\": {\"version\": \"1.0\"}}\n",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xff\xfe\n",
    b"\xff\xfe\r\n",
    b"\0",
    b"\0\r\n",
    b"{\0\"\0",
    b"\0{\0\"",
    b"\n",
    b"\r\n",
    b" \t",
    b"{\"group\"",
    b"\xc3",
];

fn any_bytes(random: &mut Random) -> Vec<u8> {
    let pieces = 1 + random.below(12);
    (0..pieces).flat_map(|_| PIECES[random.below(PIECES.len())].iter().copied()).collect()
}

/// What is printed, on which stream, and how the program ends.
fn said(output: &Output) -> (String, String, Option<i32>) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn any_bytes_give_the_same_report_with_any_number_of_threads() {
    let desk = Desk::new("any-bytes");
    let mut random = Random(0x5eed);
    let mut verdicts = [0; 2];
    for round in 0..120 {
        let bytes = any_bytes(&mut random);
        desk.put("any.jsonl", &bytes);
        let one = desk.run(&["--all", "any.jsonl"]);
        verdicts[usize::from(one.status.success())] += 1;
        let threads = ["2", "3", "64", &(4 + random.below(60)).to_string()].map(str::to_owned);
        for threads in threads {
            let many = desk.run(&["--all", "--threads", &threads, "any.jsonl"]);
            let same = said(&many) == said(&one);
            assert!(same, "{round}, {threads} threads: {}\n{one:?}\n{many:?}", bytes.escape_ascii());
        }
    }
    assert!(verdicts.iter().all(|&count| count > 0), "{verdicts:?}");
}

/// More lines than starts of lines are kept to choose from, and more faults than are kept.
#[test]
fn many_lines_and_many_faults_give_the_same_report_with_any_number_of_threads() {
    let desk = Desk::new("many-lines");
    let line = |number: usize| match number % 10 {
        0 => format!(
            "{{\"project\": {{\"id\": \"p{number}\", \"title\": {{\"en\": \"P\"}}, \"programmes\": [\"n\"]}}}}\n"
        ),
        1 => "\n".to_owned(),
        _ => format!("{{\"group\": {{\"id\": \"g{}\", \"nmae\": {{}}}}}}\n", number / 30),
    };
    desk.put("many.jsonl", (0..13_000).map(line).collect::<String>());
    let text = desk.text(&["many.jsonl"]);
    assert!(text.contains("which are counted but not kept"), "{text}");
    for format in ["human", "json"] {
        let one = desk.run(&["--all", "--format", format, "many.jsonl"]);
        for threads in ["2", "5", "64"] {
            let many = desk.run(&["--all", "--format", format, "--threads", threads, "many.jsonl"]);
            assert!(said(&many) == said(&one), "{format}, {threads} threads");
        }
    }
}

#[test]
fn a_mark_in_the_middle_of_a_file_is_a_fault_wherever_a_thread_begins() {
    let desk = Desk::new("marks");
    let line = "{\"group\": {\"id\": \"G\", \"name\": {\"en\": \"G\"}}}\n";
    let lines: String = (0..40).map(|number| line.replace("\"G\",", &format!("\"g{number}\","))).collect();
    for mark in [&b"\xef\xbb\xbf"[..], b"\xff\xfe\n"] {
        desk.put("both.jsonl", [lines.as_bytes(), mark, lines.replace("\"g", "\"h").as_bytes()].concat());
        let one = desk.run(&["both.jsonl"]);
        assert_eq!(one.status.code(), Some(1), "{one:?}");
        assert!(said(&one).0.starts_with("both.jsonl:41:1: error["), "{one:?}");
        for threads in 2..=64 {
            let many = desk.run(&["--threads", &threads.to_string(), "both.jsonl"]);
            assert_eq!(said(&many), said(&one), "{threads} threads");
        }
    }
}

#[test]
fn a_file_in_another_encoding_ends_with_its_first_line_for_every_thread() {
    let desk = Desk::new("sixteen");
    let text = "{\"group\": {}}\n".repeat(50);
    let bytes: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    desk.put("utf16.jsonl", bytes);
    for threads in ["1", "2", "7", "64"] {
        let output = desk.run(&["--threads", threads, "utf16.jsonl"]);
        assert!(said(&output).0.contains("not valid; 1 error, "), "{threads} threads: {output:?}");
    }
}

#[test]
fn a_line_beyond_the_limit_is_shown_by_its_beginning() {
    let desk = Desk::new("long-line-of-records");
    let mut file = File::create(desk.0.join("long.jsonl")).unwrap();
    let blanks = vec![b' '; 18 << 20];
    for part in [&b"{\"group\": 5}\n{\"x\": "[..], &blanks, b"}\n{\"group\": 6}\n"] {
        file.write_all(part).unwrap();
    }
    let one = desk.run(&["long.jsonl"]);
    let (text, ..) = said(&one);
    for place in
        ["long.jsonl:1:11: ", "long.jsonl:2:1: error[limit-line-bytes]", " 2 | {\"x\": ", "long.jsonl:3:11: "]
    {
        assert!(text.contains(place), "{place}: {text}");
    }
    assert!(text.len() < 2_000, "{} bytes", text.len());
    assert_eq!(said(&desk.run(&["--threads", "3", "long.jsonl"])), said(&one));
}

/// Ends a program that waits for what does not come, and fails.
#[cfg(unix)]
fn finished(mut child: std::process::Child) -> Output {
    let (mut stdout, mut stderr) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let reads = std::thread::spawn(move || {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        stdout.read_to_end(&mut out).unwrap();
        stderr.read_to_end(&mut err).unwrap();
        (out, err)
    });
    for _ in 0..600 {
        if let Some(status) = child.try_wait().unwrap() {
            let (stdout, stderr) = reads.join().unwrap();
            return Output { status, stdout, stderr };
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    child.kill().unwrap();
    panic!("the program waits for ever");
}

#[cfg(unix)]
fn pipe(desk: &Desk, name: &str) {
    assert!(Command::new("mkfifo").arg(desk.0.join(name)).status().unwrap().success());
}

/// Runs a subcommand that reads a named pipe, into which these bytes are written.
#[cfg(unix)]
fn through_pipe(desk: &Desk, name: &str, bytes: &[u8], subcommand: &str, arguments: &[&str]) -> Output {
    let mut command = desk.program(subcommand, arguments);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (path, bytes) = (desk.0.join(name), bytes.to_owned());
    // Who writes waits for who reads, and is left behind where the program does not read at all.
    std::thread::spawn(move || fs::write(path, bytes));
    finished(child)
}

#[cfg(unix)]
#[test]
fn a_pipe_gets_the_verdict_of_a_file() {
    let desk = Desk::new("pipes");
    pipe(&desk, "pipe");
    let good = "{\"group\": {\"id\": \"a\", \"name\": {\"en\": \"A\"}}}\n";
    let bad = format!(
        "{good}{{\"group\": 5}}\n{{\"project\": {{\"id\": \"p\", \"title\": {{\"en\": \"P\"}}, \"programmes\": [\"n\"]}}}}\n"
    );
    let broken = "{\"version\": \"1.0\", \"groups\": [{\"id\": \"g h\"}]}".to_owned();
    for (text, code) in [(good.to_owned(), 0), (bad, 1), (broken, 1)] {
        desk.put("file", &text);
        let file = said(&desk.run(&["file"]));
        assert_eq!(file.2, Some(code), "{file:?}");
        for threads in ["1", "2", "64"] {
            let output = through_pipe(
                &desk,
                "pipe",
                text.as_bytes(),
                "validate",
                &["--today", "none", "--threads", threads, "pipe"],
            );
            let (out, err, ended) = said(&output);
            assert_eq!((out.replace("pipe:", "file:"), err, ended), file, "{threads} threads");

            let mut command = desk.command(&["--threads", threads, "/dev/stdin"]);
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
            let (out, err, ended) = said(&finished(child));
            assert_eq!((out.replace("/dev/stdin:", "file:"), err, ended), file, "{threads} threads");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_that_gives_its_bytes_one_by_one_is_known_by_how_it_begins() {
    let desk = Desk::new("pipes-slow");
    let text = b"{\"group\": {\"id\": \"a\", \"name\": {\"en\": \"A\"}}}\n{\"group\": 5}\n";
    desk.put("file", text);
    let file = said(&desk.run(&["file"]));
    assert!(file.0.starts_with("file:2:11: "), "{file:?}");
    let mut command = desk.command(&["/dev/stdin"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for byte in text {
        stdin.write_all(&[*byte]).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    drop(stdin);
    let (out, err, ended) = said(&finished(child));
    assert_eq!((out.replace("/dev/stdin:", "file:"), err, ended), file);
}

/// What the system says of such a file is that it is a regular one of no bytes.
#[test]
fn the_size_that_a_system_states_is_not_relied_on() {
    let file = Path::new("/proc/version");
    if !file.exists() {
        return;
    }
    let desk = Desk::new("stated-size");
    fs::remove_file(desk.0.join("version.jsonl")).ok();
    #[cfg(unix)]
    std::os::unix::fs::symlink(file, desk.0.join("version.jsonl")).unwrap();
    let one = desk.run(&["version.jsonl"]);
    assert_eq!(one.status.code(), Some(1), "{one:?}");
    assert_eq!(said(&desk.run(&["--threads", "4", "version.jsonl"])), said(&one));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_once_by_every_subcommand_and_passed_over_in_a_folder() {
    let desk = Desk::new("pipes-once");
    pipe(&desk, "pipe");
    let broken = br#"{"version": "1.0", "issued": 2017}"#;
    for (subcommand, arguments) in [
        ("show", &["pipe"][..]),
        ("query", &["--ask", "partners", "pipe"]),
        ("funds", &["pipe"]),
        ("map", &["pipe"]),
        ("timeline", &["pipe"]),
        ("convert", &["--from", "json", "--to", "lines", "pipe"]),
        ("convert", &["--from", "lines", "--to", "json", "pipe"]),
        ("convert", &["--from", "360giving", "--to", "json", "pipe"]),
    ] {
        let output = through_pipe(&desk, "pipe", broken, subcommand, arguments);
        let (_, told, code) = said(&output);
        assert_eq!(code, Some(1), "{subcommand}: {told}");
        assert!(told.starts_with("error: pipe"), "{subcommand}: {told}");
    }
    fs::create_dir(desk.0.join("folder")).unwrap();
    desk.put("folder/a.json", r#"{"version": "1.0", "groups": [{"id": "a", "name": {"en": "A"}}]}"#);
    pipe(&desk, "folder/b.json");
    let mut command = desk.program("convert", &["--from", "json", "--to", "lines", "folder"]);
    let output = finished(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
    assert_eq!(
        said(&output),
        (
            "{\"dataset\":{\"version\":\"1.0\"}}\n{\"group\":{\"id\":\"a\",\"name\":{\"en\":\"A\"}}}\n"
                .to_owned(),
            String::new(),
            Some(0)
        )
    );
}

/// Names of files are bytes on some systems. They are shown, and the others are checked all the same.
#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf8_is_a_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Desk::new("names");
    let name = OsStr::from_bytes(b"a\xff.json");
    fs::write(desk.0.join(name), r#"{"version": "1.0"}"#).unwrap();
    desk.put("b.json", r#"{"version": "1.0"}"#);
    let output = desk.command(&["b.json"]).arg(name).output().unwrap();
    let (text, told, code) = said(&output);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    assert!(text.contains("b.json: valid") && text.contains("a\u{fffd}.json: valid"), "{text}");
    for (subcommand, arguments) in [
        ("convert", &["--from", "json", "--to", "json"][..]),
        ("merge", &["b.json"]),
        ("diff", &["b.json"]),
        ("stats", &[]),
        ("show", &[]),
    ] {
        let output = desk.program(subcommand, arguments).arg(name).output().unwrap();
        assert_eq!(said(&output).2, Some(0), "{subcommand}: {output:?}");
    }
}

/// A name or a message may hold what steers a terminal or looks like a command to a code host.
#[cfg(unix)]
#[test]
fn what_is_shown_of_names_and_parts_steers_nothing() {
    let desk = Desk::new("steering");
    let name = "a\u{1b}[2J\u{202e}\n::error::b.json";
    for (subcommand, arguments) in [
        ("validate", vec![name]),
        ("validate", vec!["--merge", name]),
        ("validate", vec!["--shard-out", "x.part", name]),
        ("convert", vec!["--from", "json", "--to", "json", name]),
        ("convert", vec!["--from", "csv", "--to", "json", name]),
        ("convert", vec!["--from", "xlsx", "--to", "json", name]),
        ("convert", vec!["--from", "lines", "--to", "lines", "--split-by", "kind", "--out", "parts", name]),
        ("merge", vec![name]),
        ("diff", vec![name, name]),
        ("stats", vec![name]),
        ("show", vec![name]),
        ("audit", vec!["--source", "s", name]),
        ("new", vec!["funder", "--out", "none/\u{1b}x"]),
    ] {
        for exists in [false, true] {
            if exists {
                desk.put(name, "{\"version\": \"1.0\", \"x\u{1b}[2J\u{202e}\": \"\u{202e}\"}");
            } else {
                let _ = fs::remove_file(desk.0.join(name));
            }
            let output = desk.program(subcommand, &arguments).output().unwrap();
            let (out, err, _) = said(&output);
            let shown = out + &err;
            assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{subcommand} {exists}: {shown:?}");
            assert!(!shown.contains("\n::error::"), "{subcommand} {exists}: {shown:?}");
        }
    }
}

/// A part that was changed on its way is refused, whatever was changed.
#[test]
fn a_part_that_was_changed_is_refused() {
    let desk = Desk::new("sealed");
    desk.put("a.jsonl", "{\"group\": 5}\n{\"group\": {\"id\": \"g\", \"name\": {\"xx\": \"G\"}}}\n");
    assert_eq!(desk.code(&["--shard-out", "a.part", "a.jsonl"]), 0);
    let sound = fs::read_to_string(desk.0.join("a.part")).unwrap();
    assert_eq!(desk.code(&["--merge", "a.part"]), 1);
    let mut random = Random(0x5ea1);
    for _ in 0..60 {
        let mut bytes = sound.clone().into_bytes();
        let place = random.below(bytes.len() - 1);
        bytes[place] = if bytes[place] == b'1' { b'2' } else { b'1' };
        desk.put("b.part", &bytes);
        let output = desk.run(&["--merge", "b.part"]);
        assert_eq!(output.status.code(), Some(2), "{place}: {}", String::from_utf8_lossy(&bytes));
    }
    desk.put("b.part", sound.replace("\"message\":\"", "\"message\":\"\\u001b[2J"));
    let (_, told, code) = said(&desk.run(&["--merge", "b.part"]));
    assert_eq!(code, Some(2));
    assert_eq!(told, "b.part: the part has been changed since it was written: check its records again\n");
}

/// Record lines are read one by one, also where they are converted: one that never ends is refused at its limit.
#[cfg(unix)]
#[test]
fn a_line_without_an_end_takes_no_more_memory_than_a_line_may() {
    let desk = Desk::new("endless");
    let mut file = File::create(desk.0.join("long.jsonl")).unwrap();
    let blanks = vec![b' '; 1 << 20];
    file.write_all(b"{\"x\": ").unwrap();
    for _ in 0..400 {
        file.write_all(&blanks).unwrap();
    }
    drop(file);
    for (subcommand, arguments, code) in [
        ("validate", &["long.jsonl"][..], 1),
        ("convert", &["--from", "lines", "--to", "json", "long.jsonl"], 1),
        ("stats", &["long.jsonl"], 1),
        ("diff", &["long.jsonl", "long.jsonl"], 1),
    ] {
        let program = desk.program(subcommand, arguments);
        let mut limited = Command::new("sh");
        limited.args(["-c", "ulimit -v 250000; exec \"$@\"", "sh"]).arg(program.get_program());
        let output = limited.args(program.get_args()).current_dir(&desk.0).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{subcommand}: {output:?}");
    }
    fs::remove_file(desk.0.join("long.jsonl")).unwrap();
}
