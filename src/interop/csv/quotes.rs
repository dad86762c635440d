//! Quotation marks that would let a reader of tables swallow what follows them.

/// A quotation mark that stands where none can, with its row and column.
pub(in crate::interop) struct Stray {
    pub row: u64,
    pub column: usize,
    pub message: &'static str,
    pub help: &'static str,
}

/// Where in a cell a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Plain,
    /// In quotation marks.
    Quoted,
    /// Behind a quotation mark that ends the cell, or is the first of two that stand for one.
    Behind,
}

/// The first cell in quotation marks that they do not enclose (RFC 4180): one that is never closed, or that goes on
/// behind them. Rows are counted as a spreadsheet does, from 1 and with empty lines.
pub(in crate::interop) fn stray(text: &str, delimiter: u8) -> Option<Stray> {
    let (mut row, mut column, mut at) = (1_u64, 0_usize, At::Start);
    let mut opened = (row, column);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        at = match (at, byte) {
            (At::Start, b'"') => {
                opened = (row, column);
                At::Quoted
            }
            (At::Quoted, b'"') => At::Behind,
            (At::Quoted, _) | (At::Behind, b'"') => At::Quoted,
            (_, b'\n' | b'\r') => {
                let is_half = byte == b'\r' && bytes.peek() == Some(&b'\n');
                (row, column) = (row.saturating_add(u64::from(!is_half)), 0);
                At::Start
            }
            (_, byte) if byte == delimiter => {
                column = column.saturating_add(1);
                At::Start
            }
            (At::Behind, _) => {
                return Some(Stray {
                    row,
                    column,
                    message: "the cell goes on behind its closing quotation mark",
                    help: "write a quotation mark inside a cell twice",
                });
            }
            (At::Start | At::Plain, _) => At::Plain,
        };
    }
    (at == At::Quoted).then_some(Stray {
        row: opened.0,
        column: opened.1,
        message: "the cell begins with a quotation mark and none ends it",
        help: "close it, or put the cell between quotation marks and write its own twice",
    })
}
