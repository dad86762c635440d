//! Activities and organisation files of IATI.

mod activities;
mod hostile;
mod money;
mod organisations;
mod shared_files;

use cooperation::Dataset;
use cooperation::interop::{Converted, iati};

/// Reads a file with these activities, whose dataset must also come back from its own JSON.
fn read(activities: &str) -> Converted<Dataset> {
    let file = format!("<iati-activities version=\"2.03\">\n{activities}</iati-activities>");
    let read = iati::read(file.as_bytes()).unwrap();
    assert_eq!(Dataset::from_json(&read.value.to_json()).unwrap(), read.value);
    read
}

/// Reads a file with one activity that has these children.
fn activity(children: &str) -> Converted<Dataset> {
    read(&format!(
        "<iati-activity xml:lang=\"en\" default-currency=\"EUR\"><iati-identifier>XM-TEST-1</iati-identifier>
        <reporting-org ref=\"XM-TEST\" type=\"10\"><narrative>Reporter</narrative></reporting-org>
        <title><narrative>Title</narrative></title>{children}</iati-activity>"
    ))
}

fn told(read: &Converted<Dataset>) -> Vec<String> {
    read.misfits.iter().map(|misfit| format!("{} {misfit}", misfit.kind)).collect()
}
