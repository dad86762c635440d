//! What the merged dataset states about itself: what all files state alike.

use cooperation::dataset::Header;

/// The members on which all headers agree.
pub(super) fn shared(headers: &[Header]) -> Header {
    let Some((first, rest)) = headers.split_first() else { return Header::default() };
    let mut shared = first.clone();
    for other in rest {
        keep(&mut shared.schema, other.schema.as_ref());
        keep(&mut shared.title, other.title.as_ref());
        keep(&mut shared.description, other.description.as_ref());
        keep(&mut shared.publisher, other.publisher.as_ref());
        keep(&mut shared.license, other.license.as_ref());
        keep(&mut shared.language, other.language.as_ref());
        keep(&mut shared.issued, other.issued.as_ref());
        keep(&mut shared.modified, other.modified.as_ref());
        if shared.extensions != other.extensions {
            shared.extensions = cooperation::values::Extensions::default();
        }
    }
    shared
}

fn keep<T: PartialEq>(value: &mut Option<T>, other: Option<&T>) {
    if value.as_ref() != other {
        *value = None;
    }
}
