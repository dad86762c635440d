use cooperation::{Dataset, Error, Fault, Limits, ReadOptions, RecordLine, RecordLines, io::write_lines};
use std::io::BufReader;

fn read(bytes: &[u8], limits: Limits) -> Vec<Result<u64, (u64, u64, &'static str)>> {
    ReadOptions::new()
        .with_limits(limits)
        // A small buffer, so that lines are put together of several reads.
        .lines(BufReader::with_capacity(7, bytes))
        .map(|line| {
            line.map(|(number, _)| number).map_err(|error: Error| {
                let fault = &error.faults()[0];
                (fault.line(), fault.column(), fault.kind().as_str())
            })
        })
        .collect()
}

const GOOD: &str = r#"{"source": {"id": "a", "title": {"en": "Å"}}}"#;

#[test]
fn lines_are_read_with_any_line_ending() {
    let text = format!("\u{feff}{GOOD}\r\n\r\n  \n{GOOD}\n{GOOD}");
    assert_eq!(read(text.as_bytes(), Limits::default()), [Ok(1), Ok(4), Ok(5)]);
    assert_eq!(read(b"", Limits::default()), []);
    assert_eq!(read(b"\n\n", Limits::default()), []);
    assert_eq!(read(format!("\u{feff} \t\n{GOOD}").as_bytes(), Limits::default()), [Ok(2)]);
    // The mark of an encoding stands at the beginning of a file, and nowhere else.
    let text = format!("{GOOD}\n\u{feff}{GOOD}\n");
    assert_eq!(read(text.as_bytes(), Limits::default()), [Ok(1), Err((2, 1, "syntax"))]);
    let text = format!("{GOOD}\n\u{feff}\n{GOOD}");
    assert_eq!(read(text.as_bytes(), Limits::default()), [Ok(1), Err((2, 1, "syntax")), Ok(3)]);
}

#[test]
fn a_bad_line_is_answered_and_reading_goes_on() {
    let text = format!("{GOOD}\n{{\"source\": {{\"id\": \"å\", \"titel\": 1}}}}\n[]\n{GOOD}");
    assert_eq!(
        read(text.as_bytes(), Limits::default()),
        [Ok(1), Err((2, 19, "invalid-value")), Err((3, 1, "list-for-object")), Ok(4)]
    );
    let text = [GOOD.as_bytes(), b"\n{\"\xff\": 1}\n", GOOD.as_bytes()].concat();
    assert_eq!(read(&text, Limits::default()), [Ok(1), Err((2, 3, "not-utf8")), Ok(3)]);
}

#[test]
fn faults_of_a_line_have_byte_offsets_in_the_file() {
    let text = format!("{GOOD}\n{{\"source\": {{\"id\": \"å\", \"titel\": 1}}}}\n");
    let error = ReadOptions::new().lines(text.as_bytes()).nth(1).unwrap().unwrap_err();
    let offsets: Vec<_> = error.faults().iter().map(Fault::offset).collect();
    assert_eq!(offsets, [text.find("\"å\"").unwrap() as u64, text.find("\"titel").unwrap() as u64]);
}

#[test]
fn a_line_that_is_too_long_is_skipped() {
    let text = format!("{GOOD}\n{}\n{GOOD}\n{}", "x".repeat(1000), "y".repeat(1000));
    assert_eq!(
        read(text.as_bytes(), Limits::default().with_line_bytes(GOOD.len())),
        [Ok(1), Err((2, 1, "limit-line-bytes")), Ok(3), Err((4, 1, "limit-line-bytes"))]
    );
}

#[test]
fn a_file_in_another_encoding_is_one_error() {
    let wide: Vec<u8> = format!("{GOOD}\n{GOOD}\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide, Limits::default()), [Err((1, 1, "other-encoding"))]);
}

#[test]
fn lines_are_written_and_read_back() {
    let text = r#"{"version": "1.0", "title": {"en": "T"}, "sources": [{"id": "a", "title": {"en": "A"}}],
        "projects": [{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}}]}"#;
    let dataset = Dataset::from_json(text).unwrap();
    let mut file = Vec::new();
    dataset.write_lines(&mut file).unwrap();
    let mut same = Vec::new();
    write_lines(dataset.clone().into_lines(), &mut same).unwrap();
    assert_eq!(file, same);
    let mut back = Dataset::default();
    for line in ReadOptions::new().lines(&*file) {
        let (number, line) = line.unwrap();
        let nth = String::from_utf8_lossy(&file)
            .lines()
            .nth(usize::try_from(number - 1).unwrap())
            .unwrap()
            .to_owned();
        assert_eq!(line.to_json_line(), nth);
        assert_eq!(RecordLine::from_json(&nth).unwrap(), line);
        back.push(line);
    }
    assert_eq!(back, dataset);
}

/// Gives what it has piece by piece, and between the pieces an error.
struct Stumbling<'t>(Vec<Result<&'t [u8], std::io::ErrorKind>>);

impl std::io::Read for Stumbling<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.0.is_empty() {
            return Ok(0);
        }
        let piece = self.0.remove(0)?;
        buffer[..piece.len()].copy_from_slice(piece);
        Ok(piece.len())
    }
}

#[test]
fn an_interrupted_reader_is_retried_and_a_failing_one_ends() {
    use std::io::ErrorKind::{ConnectionReset, Interrupted};
    let (start, end) = GOOD.as_bytes().split_at(10);
    let pieces = vec![
        Err(Interrupted),
        Ok(start),
        Err(Interrupted),
        Ok(end),
        Ok(b"\n"),
        Err(ConnectionReset),
        Ok(start),
    ];
    let mut lines = ReadOptions::new().lines(BufReader::new(Stumbling(pieces)));
    assert_eq!(lines.next().unwrap().unwrap().0, 1);
    let error = lines.next().unwrap().unwrap_err();
    assert_eq!(error.io().unwrap().kind(), ConnectionReset);
    assert_eq!((error.count(), error.faults().len()), (0, 0));
    assert_eq!(error.to_string(), "the input could not be read");
    assert!(lines.next().is_none() && lines.next().is_none());
}

#[test]
fn a_line_cut_within_a_character_differs_from_a_wrong_byte() {
    let message = |bytes: &[u8]| {
        let error = ReadOptions::new().lines(bytes).next().unwrap().unwrap_err();
        (error.faults()[0].message().to_owned(), error.faults()[0].column())
    };
    // The first byte of a letter of two, and nothing after it.
    assert_eq!(message(b"{\"\xc3"), ("the text ends in the middle of a character".to_owned(), 3));
    assert_eq!(message(b"{\"\xc3\"}"), ("the byte 0xc3 is no UTF-8 here".to_owned(), 3));
}

#[test]
fn memory_does_not_grow_with_the_number_of_lines() {
    let held = |lines: usize| {
        let file = format!("{GOOD}\n").repeat(lines);
        let read = || ReadOptions::new().lines(file.as_bytes()).for_each(|line| drop(line.unwrap()));
        allocation_counter::measure(read).bytes_max
    };
    assert!(held(10_000) <= held(10) + 1_024, "{} {}", held(10_000), held(10));
}

/// The kinds of the faults of each line, by its number.
fn kinds(lines: RecordLines<&[u8]>) -> Vec<(u64, &'static str)> {
    let errors = lines.filter_map(Result::err);
    errors.map(|error| (error.faults()[0].line(), error.faults()[0].kind().as_str())).collect()
}

#[test]
fn only_the_first_line_of_a_file_tells_its_encoding() {
    let line = b"\xff\xfe\n{\"group\": 5}\n";
    assert_eq!(kinds(ReadOptions::new().lines(&line[..])), [(1, "other-encoding")]);
    let file = [b"\n", &line[..]].concat();
    assert_eq!(kinds(ReadOptions::new().lines(&file)), [(2, "not-utf8"), (3, "wrong-type")]);
    let nul = b"\n{\0\n\xef\xbb\xbf{\"group\": 5}\n";
    let expected = [(2, "syntax"), (3, "syntax")];
    assert_eq!(kinds(ReadOptions::new().lines(&nul[..])), expected);
}

#[test]
fn reading_from_the_middle_of_a_file_gives_the_same_lines() {
    let file = b"{\"group\": 5}\n\xff\xfe\n\xef\xbb\xbf{\"group\": 5}\n \n{\0\n{\"group\": 7";
    let whole = |lines: RecordLines<&[u8]>| lines.map(|line| format!("{line:?}")).collect::<Vec<_>>();
    let all = whole(ReadOptions::new().lines(&file[..]));
    assert_eq!(all.len(), 5);
    let starts = file.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(end, _)| end + 1);
    for (lines, start) in (1..).zip(starts) {
        let rest = ReadOptions::new().lines(&file[start..]).continued(lines, start.try_into().unwrap());
        let rest = whole(rest);
        assert_eq!(rest, all[all.len() - rest.len()..], "from line {}", lines + 1);
        assert!(!rest.is_empty() || start == file.len());
    }
}
