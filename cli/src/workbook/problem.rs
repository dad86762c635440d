use cooperation::interop::csv::CellFault;

/// One thing that is wrong with a table, or has to be known about a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The name of the fault, as rules have names.
    pub(crate) rule: &'static str,
    /// The sheet or table.
    pub(crate) table: String,
    /// The row and the column; absent if the whole sheet is meant.
    pub(crate) row: Option<u64>,
    pub(crate) column: Option<String>,
    pub(crate) head: Option<String>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Problem {
    /// A problem with a whole sheet.
    pub(crate) fn new(rule: &'static str, table: &str, message: impl Into<String>) -> Self {
        let (row, column, head, help) = (None, None, None, None);
        Self { rule, table: table.to_owned(), row, column, head, message: message.into(), help }
    }

    pub(crate) fn helped(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The place as a spreadsheet names it: `projects!C5`.
    pub(crate) fn place(&self) -> String {
        match (self.row, &self.column) {
            (Some(row), column) => format!("{}!{}{row}", self.table, column.as_deref().unwrap_or_default()),
            (None, _) => self.table.clone(),
        }
    }
}

impl From<&CellFault> for Problem {
    fn from(fault: &CellFault) -> Self {
        // A heading without a column is one that is missing, which the message has to name.
        let message = match (&fault.column, &fault.head) {
            (None, Some(head)) => format!("{head}: {}", fault.message),
            _ => fault.message.clone(),
        };
        Self {
            rule: "table-cell",
            table: fault.table.clone(),
            row: fault.row,
            column: fault.column.clone(),
            head: fault.head.clone(),
            message,
            help: fault.help.clone(),
        }
    }
}
