//! Texts and bytes that are read strictly, and the faults of those that cannot be, with their lines and columns.

use super::encoding::{BOM, encoding_at};
use super::error::Error;
use super::fault::Fault;
use super::location::{LineCounter, Location};
use crate::json::{FaultKind, Found, Limits, Reader, UNEXPLAINED, diagnose};
use crate::reflect::Shaped;

/// Refuses a document that is larger than the limit.
pub(super) fn check_size(bytes: usize, limits: Limits) -> Result<(), Error> {
    let most = limits.bytes;
    if u64::try_from(bytes).is_ok_and(|bytes| bytes <= most) {
        return Ok(());
    }
    let message = format!("the document has more than {most} bytes");
    let help = "read it as record lines, or raise the limit";
    Err(Fault::new(FaultKind::LimitBytes, Location::START, &message).with_help(help).into())
}

/// The text of a document in a format of others: UTF-8 and strict JSON to its end, whatever it says.
#[cfg(feature = "threesixtygiving")]
pub(crate) fn foreign(bytes: &[u8]) -> Result<&str, Error> {
    check_size(bytes.len(), Limits::default())?;
    let text = utf8(bytes, Location::START)?;
    let (json, start) = stripped(text, Location::START);
    let (found, count) = diagnose(json, &crate::reflect::Shape::Any, Limits::default());
    if count == 0 {
        return Ok(text);
    }
    match encoding_at(bytes, 0) {
        Some(name) => Err(encoded(name, Location::START).into()),
        None => Err(placed(json, start, found, count)),
    }
}

/// What is wrong at places of a document in a format of others.
#[cfg(feature = "threesixtygiving")]
pub(crate) fn misshapen<'m>(
    text: &str,
    faults: impl IntoIterator<Item = (FaultKind, String, &'m str)>,
) -> Error {
    let mut faults = faults.into_iter();
    let kept: Vec<_> = faults.by_ref().take(Limits::default().faults).collect();
    let count = kept.len().saturating_add(faults.count());
    let pointers: Vec<_> = kept.iter().map(|(_, pointer, _)| pointer.as_str()).collect();
    let places = super::location::locate(text, &pointers);
    let kept = kept.into_iter().zip(places).map(|((kind, pointer, message), place)| {
        Fault::new(kind, place.unwrap_or(Location::START), message).with_pointer(pointer)
    });
    Error::new(kept.collect(), count)
}

/// The text that the bytes are in UTF-8.
pub(super) fn utf8(bytes: &[u8], start: Location) -> Result<&str, Error> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    if let Some(name) = encoding_at(bytes, start.offset) {
        return Err(encoded(name, start).into());
    }
    let before = bytes.get(..error.valid_up_to()).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let (before, start) = stripped(before.unwrap_or_default(), start);
    let place = LineCounter::new(before, start).place(start, before.len());
    let message = match (error.error_len(), bytes.get(error.valid_up_to())) {
        (Some(_), Some(byte)) => format!("the byte 0x{byte:02x} is no UTF-8 here"),
        _ => "the text ends in the middle of a character".to_owned(),
    };
    Err(Fault::new(FaultKind::NotUtf8, place, &message).with_help("save the file as UTF-8").into())
}

fn encoded(name: &str, start: Location) -> Fault {
    let message = format!("the text is in {name}, expected UTF-8");
    Fault::new(FaultKind::OtherEncoding, start, &message).with_help("save the file as UTF-8")
}

/// The text without a byte order mark, and where it starts.
fn stripped(text: &str, start: Location) -> (&str, Location) {
    match text.strip_prefix(BOM) {
        Some(rest) if start.offset == 0 => (rest, Location { offset: 3, ..start }),
        _ => (text, start),
    }
}

/// Reads a value strictly. Only where that fails, or a limit may be broken, is the text searched for faults.
pub(super) fn read<T>(text: &str, limits: Limits, start: Location) -> Result<T, Error>
where
    T: crate::json::Read + Shaped,
{
    let (json, place) = stripped(text, start);
    if limits.may_be_broken_by(json.len()) {
        let (found, count) = diagnose(json, &T::SHAPE, limits);
        if count > 0 {
            return Err(placed(json, place, found, count));
        }
    }
    if let Ok(value) = Reader::whole(json) {
        return Ok(value);
    }
    if let Some(name) = encoding_at(text.as_bytes(), start.offset) {
        return Err(encoded(name, start).into());
    }
    let (found, count) = diagnose(json, &T::SHAPE, limits);
    if count > 0 {
        return Err(placed(json, place, found, count));
    }
    debug_assert!(false, "the reader refuses what the diagnoser lets pass: {json}");
    Err(Fault::new(FaultKind::InvalidValue, place, UNEXPLAINED).into())
}

/// The faults with their places in lines and columns.
fn placed(text: &str, start: Location, found: Vec<Found>, count: usize) -> Error {
    let mut counter = LineCounter::new(text, start);
    let place = |found: Found| {
        let fault = Fault::new(found.kind, counter.place(start, found.offset), &found.message)
            .with_pointer(found.pointer);
        match found.help {
            Some(help) => {
                fault.with_help(&help.text).with_edit(help.edit.map(|edit| edit.shifted(start.offset)))
            }
            None => fault,
        }
    };
    Error::new(found.into_iter().map(place).collect(), count)
}
