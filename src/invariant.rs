//! The one door for promises that the crate makes to itself.
//!
//! Where a type cannot show what is known to hold, the code says why it holds and what happens if it does not: it
//! stops, with a sentence that names the promise. A default in its place, such as an empty text or the first of
//! January 1970, would be wrong data that nobody notices. No input may bring one of these about: whatever depends on
//! input is an error, a fault or a finding.

/// A value that is known to be there.
pub(crate) trait Invariant<T> {
    /// The value.
    ///
    /// # Panics
    /// When there is none, which is a fault of this crate: the promise names what was relied on.
    fn invariant(self, promise: &'static str) -> T;
}

impl<T> Invariant<T> for Option<T> {
    #[track_caller]
    fn invariant(self, promise: &'static str) -> T {
        match self {
            Some(value) => value,
            None => broken(promise),
        }
    }
}

impl<T, E> Invariant<T> for Result<T, E> {
    #[track_caller]
    fn invariant(self, promise: &'static str) -> T {
        self.ok().invariant(promise)
    }
}

#[cold]
#[track_caller]
#[expect(clippy::panic, reason = "a broken promise of the crate's own has to be loud")]
fn broken(promise: &str) -> ! {
    panic!("a fault of the crate `cooperation`: it does not hold that {promise}")
}

#[cfg(test)]
mod tests {
    use super::Invariant as _;

    #[test]
    fn a_promise_that_holds_gives_the_value() {
        assert_eq!(Some(1).invariant("one is there"), 1);
        assert_eq!(Ok::<_, ()>(2).invariant("two is there"), 2);
    }

    #[test]
    #[should_panic(expected = "a fault of the crate `cooperation`: it does not hold that one is there")]
    fn a_broken_promise_is_named() {
        None::<u8>.invariant("one is there");
    }
}
