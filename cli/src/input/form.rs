//! What a file is: by the ending of its name, and by how it begins.

use super::ending;
use cooperation::RecordKind;
use std::path::Path;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A dataset as one JSON document.
    Document,
    /// Record lines.
    Lines,
    /// One table of comma-separated values.
    Table,
    /// A workbook of tables (XLSX).
    Workbook,
    /// A file that has to be saved in another format first: what it is, and what to do.
    Foreign(&'static str, &'static str),
}

const AS_XLSX: &str = "open it in the spreadsheet program and save it as an Excel workbook (.xlsx)";

/// The formats of others, by the ending of a name.
const FOREIGN: [(&[&str], &str, &str); 6] = [
    (&["ods", "fods"], "this is an OpenDocument spreadsheet, which is not read", AS_XLSX),
    (&["xls", "xlsb"], "this is a workbook in a format of Excel that is not read", AS_XLSX),
    (
        &["numbers"],
        "this is a spreadsheet of Apple Numbers, which is not read",
        "export it as an Excel workbook (.xlsx)",
    ),
    (&["gz", "gzip", "tgz", "bz2", "xz", "zst", "7z"], "this file is compressed", "unpack it first"),
    (&["pdf", "doc", "docx", "odt"], "this is a text document and has no dataset in it", "name a dataset"),
    (&["parquet"], "this is a Parquet file, which is not read", "export it as CSV or as JSON Lines"),
];

impl Form {
    /// Detects the format of a file by its name and its first bytes.
    pub(crate) fn of(file: &Path, head: &[u8]) -> Self {
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return match FOREIGN.iter().find(|(endings, ..)| ending::is_one_of(file, endings)) {
                Some(&(_, what, help)) => Self::Foreign(what, help),
                None if ending::is_one_of(file, &["zip"]) => {
                    Self::Foreign("this is an archive", "unpack it first")
                }
                None => Self::Workbook,
            };
        }
        let magic: [(&[u8], &str, &str); 6] = [
            (b"\x1f\x8b", "this file is compressed (gzip)", "unpack it first"),
            (b"BZh", "this file is compressed (bzip2)", "unpack it first"),
            (b"\xfd7zXZ\0", "this file is compressed (xz)", "unpack it first"),
            (b"\x28\xb5\x2f\xfd", "this file is compressed (zstd)", "unpack it first"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                "this is a workbook of an old format, or one that is protected by a password",
                "open it in the spreadsheet program and save it as an Excel workbook (.xlsx) without a password",
            ),
            (b"%PDF", "this is a PDF file and has no dataset in it", "name a dataset"),
        ];
        if let Some(&(_, what, help)) = magic.iter().find(|(bytes, ..)| head.starts_with(bytes)) {
            return Self::Foreign(what, help);
        }
        if ending::is_one_of(file, ending::WORKBOOK) {
            return if head.is_empty() {
                Self::Foreign("this file is empty", "save the workbook again")
            } else {
                Self::Foreign(
                    "this is not an Excel workbook, whatever its name",
                    "save it as an Excel workbook (.xlsx)",
                )
            };
        }
        if ending::is_one_of(file, ending::TABLE) {
            return Self::Table;
        }
        if let Some((what, help)) = package(head) {
            return Self::Foreign(what, help);
        }
        if ending::is_one_of(file, ending::LINES) || begins_with_a_record(head) {
            return Self::Lines;
        }
        // What has another name and is a text is read as JSON, as ever.
        match FOREIGN.iter().find(|(endings, ..)| ending::is_one_of(file, endings)) {
            Some(&(_, what, help)) if !begins_like_json(head) => Self::Foreign(what, help),
            _ => Self::Document,
        }
    }
}

/// A file of another standard that `convert` reads, by the names at its beginning: what it is, and what to do.
fn package(head: &[u8]) -> Option<(&'static str, &'static str)> {
    let text = String::from_utf8_lossy(head);
    let has = |name: &str| text.contains(name);
    let is_of_grants =
        has("\"grants\"") && (has("\"fundingOrganization\"") || has("\"recipientOrganization\""));
    // A dataset of this format may have such names in its extensions.
    let is_dataset = has("\"organizations\"") || has("\"funding\"");
    if begins_like_json(head) && is_of_grants && !is_dataset {
        return Some((
            "this is a 360Giving package",
            "convert it with `cooperation convert --from 360giving --to json`",
        ));
    }
    if has("<iati-activities") || has("<iati-organisations") {
        return Some(("this is an IATI file", "convert it with `cooperation convert --from iati --to json`"));
    }
    None
}

fn begins_like_json(head: &[u8]) -> bool {
    String::from_utf8_lossy(head).trim_start_matches('\u{feff}').trim_start().starts_with('{')
}

fn begins_with_a_record(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    let begins = || {
        let first = head.trim_start_matches('\u{feff}').trim_start().strip_prefix('{')?;
        let (name, rest) = first.trim_start().strip_prefix('"')?.split_once('"')?;
        let is_record = name == "dataset" || name.parse::<RecordKind>().is_ok();
        // A list of a document may be misspelt.
        Some(is_record && !rest.trim_start().strip_prefix(':')?.trim_start().starts_with('['))
    };
    begins().unwrap_or_default()
}
