use cooperation::Limits;
use cooperation::interop::iati::{Reader, read};

fn refused(file: impl AsRef<[u8]>) -> (u64, String) {
    let error = read(file.as_ref()).unwrap_err();
    (error.line(), error.to_string())
}

fn around(inside: &str) -> String {
    format!("<iati-activities version=\"2.03\">\n<iati-activity>{inside}</iati-activity></iati-activities>")
}

#[test]
fn doctypes_and_entities_are_refused() {
    let laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n\
        <iati-activities version=\"2.03\">&b;</iati-activities>";
    let (line, message) = refused(laughs);
    assert_eq!(line, 2, "{message}");
    assert!(message.contains("document type declarations"), "{message}");
    let external =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><iati-activities version=\"2.03\"/>";
    assert!(refused(external).1.contains("document type declarations"));
    let (line, message) = refused(around("\n<title><narrative>&nbsp;</narrative></title>"));
    assert_eq!(line, 3);
    assert!(message.contains("&nbsp; is not defined"), "{message}");
    assert!(refused(around("<sector code=\"&x;\"/>")).1.contains("not well-formed"));
}

#[test]
fn limits_hold() {
    assert!(refused(around(&"<a>".repeat(40))).1.contains("nested more than 28 deep"));
    let attributes: String = (0..300).map(|number| format!(" a{number}=\"\"")).collect::<Vec<_>>().concat();
    assert!(refused(around(&format!("<a{attributes}/>"))).1.contains("more than 256 attributes"));
    let huge = around(&format!("<sector code=\"{}\"/>", "x".repeat(10 << 20)));
    let huge_read = read(huge.as_bytes()).unwrap();
    assert_eq!(huge_read.value.projects[0].classifications.len(), 0);
    let limits = Limits::default().with_line_bytes(1 << 20);
    let error = Reader::with_limits(huge.as_bytes(), limits).find_map(Result::err).unwrap();
    assert!(error.to_string().contains("more than 1048576 bytes"), "{error}");
    let error = Reader::with_limits(huge.as_bytes(), Limits::default().with_bytes(100))
        .find_map(Result::err)
        .unwrap();
    assert!(error.to_string().contains("the file has more than 100 bytes"), "{error}");
    // A limit for an activity is none for the file.
    let small = "<iati-activity><iati-identifier>A</iati-identifier></iati-activity>".repeat(50);
    let file = format!("<iati-activities version=\"2.03\">{small}</iati-activities>");
    let records = Reader::with_limits(file.as_bytes(), Limits::default().with_line_bytes(200));
    assert_eq!(records.flatten().count(), 51);
}

#[test]
fn other_encodings_and_other_files_are_named() {
    let utf16: Vec<u8> = "<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused(&utf16).1.contains("UTF-16 (little-endian)"));
    let latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><iati-activities version=\"2.03\"/>";
    assert!(refused(latin).1.contains("ISO-8859-1"));
    assert_eq!(
        refused(b"<iati-activities version=\"2.03\">\n\n\xff</iati-activities>").1,
        "line 3: the file is not in UTF-8"
    );
    for (file, expected) in [
        ("<iati-activities version=\"1.03\"/>", "IATI version 1.03 is not read"),
        ("<iati-activities/>", "the IATI version is missing"),
        ("<html/>", "the root element is html"),
        ("", "the file has no XML element"),
        ("{}", "text precedes"),
        ("<iati-activities version=\"2.03\"/><b/>", "an element follows the root element"),
        ("<iati-activities version=\"2.03\"/>b", "text follows the root element"),
        ("<iati-activities version=\"2.03\"><a></b></iati-activities>", "not well-formed"),
    ] {
        let (_, message) = refused(file);
        assert!(message.contains(expected), "{file}: {message}");
    }
    assert!(read("\u{feff}<iati-activities version=\"2.01\"> </iati-activities>\n".as_bytes()).is_ok());
}

#[test]
fn a_file_cut_at_any_byte_gets_an_answer() {
    let whole = "\u{feff}<?xml version=\"1.0\"?><!-- \u{e9} --><iati-activities version=\"2.03\"><iati-activity xml:lang=\"en\">\
        <iati-identifier>A&amp;B</iati-identifier><title><narrative><![CDATA[T]]></narrative></title>\
        <transaction ref='1'><value currency=\"EUR\">1</value></transaction></iati-activity></iati-activities>";
    assert!(read(whole.as_bytes()).is_ok());
    for end in 0..whole.len() {
        let error = read(&whole.as_bytes()[..end]).unwrap_err();
        assert!(!error.message().is_empty());
    }
    for place in 0..whole.len() {
        for byte in [0, b'<', b'>', b'"', b'&', 0xff] {
            let mut bytes = whole.as_bytes().to_vec();
            bytes[place] = byte;
            // An answer, whichever.
            let _ = read(&bytes[..]);
        }
    }
}

#[test]
fn an_input_that_fails_is_told() {
    struct Failing;
    impl std::io::Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("cable pulled"))
        }
    }
    let start: &[u8] = b"<iati-activities version=\"2.03\">\n<iati-activity>";
    let input = std::io::BufReader::new(std::io::Read::chain(start, Failing));
    let error = read(input).unwrap_err();
    assert_eq!(error.line(), 2);
    let source = std::error::Error::source(&error).unwrap();
    assert!(source.to_string().contains("cable pulled"), "{source}");
}

#[test]
fn made_up_names_do_not_fill_the_memory_with_misfits() {
    let many: String = (0..12_000).map(|number| format!("<a{number}/>")).collect::<Vec<_>>().concat();
    let read = read(around(&many).as_bytes()).unwrap();
    assert_eq!(read.misfits.len(), 10_001);
    let all: usize = read.misfits.iter().map(|misfit| misfit.count).sum();
    // Two more: the activity has neither identifier nor title.
    assert_eq!(all, 12_002);
}
