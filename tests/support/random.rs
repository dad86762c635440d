//! Random numbers that are the same in every run.

/// A generator of random numbers (xorshift). The seed must not be zero.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// Any number of 64 bits but zero.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below the end, which may be up to two thousand million; zero if the end is zero.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % end.max(1)
    }
}
