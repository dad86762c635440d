//! Workbooks (XLSX): one sheet for each kind of record, with the columns of the tables of comma-separated values.
//!
//! Every cell that the program writes is a text, so that a spreadsheet turns nothing into a date or a number. A cell that a
//! person has filled in as a date or a number is read as the text that they see, or refused where the spreadsheet has
//! changed the value.

mod bounds;
mod cell;
mod problem;
mod read;
mod references;
mod write;

pub(crate) use problem::Problem;
pub(crate) use read::{Book, PACKED, read};
pub(crate) use write::{Layout, write};

/// The sheet that lists the codes, which drop-down lists refer to.
const CODES: &str = "codes";

/// The sheet that explains a workbook to the people who fill it in.
const GUIDE: &str = "guide";

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test that stumbles is a test that fails"
    )]

    use super::{Layout, read, write};
    use cooperation::Dataset;
    use cooperation::interop::csv;
    use serde_json::json;

    fn comes_back(dataset: &Dataset) {
        let bytes = write(&csv::write(dataset), &Layout::default()).unwrap();
        let book = read(&bytes).unwrap();
        assert_eq!((book.faults, book.notes), (Vec::new(), Vec::new()));
        assert_eq!(csv::read(&book.tables).unwrap().to_json(), dataset.to_json());
    }

    #[test]
    fn every_dataset_comes_back() {
        for text in [
            include_str!("../../../examples/data/microfinance-norway.json"),
            include_str!("../../../examples/data/rural-credit-unions.json"),
        ] {
            comes_back(&Dataset::from_json(text).unwrap());
        }
        comes_back(&crate::synthetic::dataset(20, 7).unwrap());
        comes_back(&Dataset::default());
    }

    #[test]
    fn a_text_that_looks_like_something_else_comes_back() {
        let texts = [
            "2016-04",
            "1-2",
            "1E5",
            "007",
            "TRUE",
            "true",
            "=1+1",
            "+47 22",
            "-5",
            "@a",
            "'",
            "''",
            "'=1",
            "'\"\"",
            "\"\"",
            "''\"\"",
            "{}",
            "#REF!",
            "_x0041_",
            "_x005F_x0041_",
            "a\nb",
            "a\tb",
            "a, b; c",
            "0.1",
            "12345678901234567890",
            "<b>&amp;</b>",
            "😀 \u{202e}",
            "https://example.org/",
            "50%",
            "½",
        ];
        let projects: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(number, text)| {
                json!({
                    "id": format!("p{number}"), "title": {"en": text}, "acronym": "1E5",
                    "extensions": {"org.example.own": text, "org.example.list": [text, 1.50]}
                })
            })
            .filter(|project| {
                // Texts have rules of their own.
                let line = json!({ "project": project }).to_string();
                cooperation::RecordLine::from_json(&line).is_ok()
            })
            .collect();
        assert!(projects.len() > texts.len() - 5, "{}", projects.len());
        comes_back(
            &Dataset::from_json(&json!({ "version": "1.0", "projects": projects }).to_string()).unwrap(),
        );
    }

    /// Bytes of a workbook that are changed at random, packed and unpacked: an answer, and no panic.
    #[test]
    fn any_bytes_are_answered() {
        use std::io::{Cursor, Read as _, Write as _};
        use zip::write::SimpleFileOptions;
        let dataset = Dataset::from_json(include_str!("../new/association.json")).unwrap();
        let bytes = write(&csv::write(&dataset), &Layout::default()).unwrap();
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = move |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % below as u64).unwrap()
        };
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        let parts: Vec<(String, Vec<u8>)> = (0..archive.len())
            .map(|number| {
                let mut part = archive.by_index(number).unwrap();
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).unwrap();
                (part.name().unwrap().into_owned(), bytes)
            })
            .collect();
        let pieces: [&[u8]; 14] = [
            b"<",
            b">",
            b"\"",
            b"r=\"XFD9999999\"",
            b"r=\"A0\"",
            b"t=\"s\"",
            b"t=\"d\"",
            b"1e999",
            b"-1",
            b"\xff",
            b"&#x0;",
            b"<c/>",
            b"</row>",
            b"s=\"99999\"",
        ];
        // Without the variable few rounds are run.
        let rounds =
            std::env::var("WORKBOOK_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(80);
        let mut read_well = 0_usize;
        for round in 0..rounds {
            let mut changed = bytes.clone();
            if round % 4 == 0 {
                for _ in 0..=random(3) {
                    let place = random(changed.len());
                    changed[place] = u8::try_from(random(256)).unwrap();
                }
            } else {
                let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
                let which = random(parts.len());
                for (number, (name, bytes)) in parts.iter().enumerate() {
                    writer
                        .start_file(
                            name.as_str(),
                            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
                        )
                        .unwrap();
                    let mut bytes = bytes.clone();
                    if number == which {
                        for _ in 0..=random(4) {
                            let place = random(bytes.len());
                            let end = (place + random(12)).min(bytes.len());
                            bytes.splice(place..end, pieces[random(pieces.len())].iter().copied());
                        }
                    }
                    writer.write_all(&bytes).unwrap();
                }
                changed = writer.finish().unwrap().into_inner();
            }
            read_well += usize::from(read(&changed).is_ok());
        }
        assert!(read_well > rounds / 10, "{read_well}");
    }
}
