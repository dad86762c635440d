//! What the merged dataset states about itself: what all files state alike.

use cooperation::Header;

/// The members on which all headers agree.
pub(super) fn shared(headers: &[Header]) -> Header {
    let Some((first, rest)) = headers.split_first() else { return Header::default() };
    let mut shared = first.clone();
    for other in rest {
        keep(&mut shared.schema, &other.schema);
        keep(&mut shared.title, &other.title);
        keep(&mut shared.description, &other.description);
        keep(&mut shared.publisher, &other.publisher);
        keep(&mut shared.license, &other.license);
        keep(&mut shared.language, &other.language);
        keep(&mut shared.issued, &other.issued);
        keep(&mut shared.modified, &other.modified);
        if shared.extensions != other.extensions {
            shared.extensions = cooperation::Extensions::default();
        }
    }
    shared
}

fn keep<T: PartialEq>(value: &mut Option<T>, other: &Option<T>) {
    if value != other {
        *value = None;
    }
}
