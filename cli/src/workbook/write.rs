//! Tables as a workbook.

use super::{CODES, GUIDE, cell};
use cooperation::RecordKind;
use cooperation::interop::csv::{self, ColumnInfo, Tables};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, Formula, IgnoreError, Note, Workbook,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// What a workbook has in addition to the rows of the tables.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// Sheets and the headings that they have in any case, filled or not.
    pub(crate) heads: Vec<(&'static str, Vec<&'static str>)>,
    /// The lines of the sheet that explains the workbook: term and explanation.
    pub(crate) guide: Vec<[String; 2]>,
}

/// Most characters of a cell.
const LONGEST: usize = 32_767;

/// The last row of a sheet, counted from 0.
const LAST: u32 = (1 << 20) - 1;

/// A list of codes: where it is in the sheet of codes, and its codes.
type CodeLists = BTreeMap<&'static str, (u16, Vec<(&'static str, String)>)>;

/// A sheet that is to be written.
struct Sheet {
    name: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    columns: Vec<Option<ColumnInfo>>,
}

/// Writes tables as a workbook.
///
/// # Errors
/// When a text is longer than a cell may be: the message names the cell.
pub(crate) fn write(tables: &Tables, layout: &Layout) -> Result<Vec<u8>, String> {
    let sheets = sheets(tables, layout);
    for sheet in &sheets {
        for (number, row) in (2_u32..).zip(&sheet.rows) {
            if let Some(column) = row.iter().position(|cell| cell.chars().count() > LONGEST) {
                let head = sheet.heads.get(column).map_or("", String::as_str);
                return Err(format!(
                    "sheet {}, row {}, column {head}: the text has more than {LONGEST} characters, which is more \
                     than a cell can have; convert to csv instead",
                    sheet.name, number
                ));
            }
        }
    }
    put(&sheets, &layout.guide).map_err(|error| error.to_string())
}

/// The sheets in the order of the lists of a document.
fn sheets(tables: &Tables, layout: &Layout) -> Vec<Sheet> {
    let names = std::iter::once("dataset").chain(RecordKind::ALL.iter().map(|kind| kind.list()));
    let mut sheets = Vec::new();
    for name in names {
        let wanted = layout.heads.iter().find(|(table, _)| *table == name).map(|(_, heads)| heads);
        let text = tables.get(name);
        if wanted.is_none() && text.is_none() {
            continue;
        }
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.unwrap_or_default().as_bytes());
        let mut records = reader.records().map_while(Result::ok);
        let given: Vec<String> = records.next().iter().flatten().map(str::to_owned).collect();
        let mut heads: Vec<String> = wanted.into_iter().flatten().map(|&head| head.to_owned()).collect();
        heads.extend(
            given.iter().filter(|head| !wanted.is_some_and(|known| known.contains(&head.as_str()))).cloned(),
        );
        let places: Vec<Option<usize>> =
            heads.iter().map(|head| given.iter().position(|known| known == head)).collect();
        let row = |record: ::csv::StringRecord| {
            let cell = |place: &Option<usize>| {
                let cell = place.and_then(|place| record.get(place)).unwrap_or_default();
                cell::unguarded(cell).to_owned()
            };
            places.iter().map(cell).collect()
        };
        let rows = records.map(row).collect();
        let columns = heads.iter().map(|head| csv::column(name, head)).collect();
        sheets.push(Sheet { name: name.to_owned(), heads, rows, columns });
    }
    sheets
}

fn put(sheets: &[Sheet], guide: &[[String; 2]]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same tables are the same bytes, whenever they are written.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    if !guide.is_empty() {
        put_guide(workbook.add_worksheet(), guide)?;
    }
    let lists = lists(sheets);
    for sheet in sheets {
        put_sheet(workbook.add_worksheet(), sheet, sheets, &lists)?;
    }
    if !lists.is_empty() {
        put_codes(workbook.add_worksheet(), &lists)?;
    }
    workbook.save_to_buffer()
}

fn text_format() -> Format {
    Format::new().set_num_format("@")
}

fn head_format(required: bool) -> Format {
    let fill = if required { 0x00BF_D7EA } else { 0x00E6_EEF4 };
    text_format().set_bold().set_background_color(Color::RGB(fill))
}

fn put_guide(worksheet: &mut Worksheet, guide: &[[String; 2]]) -> Result<(), XlsxError> {
    worksheet.set_name(GUIDE)?;
    let (bold, wrapped) = (text_format().set_bold(), text_format().set_text_wrap());
    worksheet.set_column_width(0, 28)?.set_column_width(1, 100)?;
    for (row, [name, text]) in (0_u32..).zip(guide) {
        worksheet.write_string_with_format(row, 0, name, &bold)?;
        worksheet.write_string_with_format(row, 1, text, &wrapped)?;
    }
    Ok(())
}

fn put_sheet(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    sheets: &[Sheet],
    lists: &CodeLists,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_freeze_panes(1, 1)?;
    let text = text_format();
    for (column, head) in (0_u16..).zip(&sheet.heads) {
        let info = sheet.columns.get(usize::from(column)).and_then(Option::as_ref);
        let widest = sheet.rows.iter().filter_map(|row| row.get(usize::from(column)));
        let widest = widest.map(|cell| cell.chars().count()).chain([head.chars().count()]).max();
        let widest = u8::try_from(widest.unwrap_or_default()).unwrap_or(u8::MAX);
        worksheet.set_column_width(column, widest.clamp(10, 50))?;
        worksheet.set_column_format(column, &text)?;
        let required = info.is_some_and(|info| info.required);
        worksheet.write_string_with_format(0, column, head, &head_format(required))?;
        if let Some(info) = info {
            let note = Note::new(note(info)).add_author_prefix(false).set_width(320).set_height(160);
            worksheet.insert_note(0, column, &note)?;
            if let Some(validation) = choices(info, sheets, lists) {
                worksheet.add_data_validation(1, column, LAST, column, &validation)?;
            }
        }
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            worksheet.write_string_with_format(row, column, cell, &text)?;
        }
    }
    if let Some(last) = u16::try_from(sheet.heads.len()).ok().and_then(|count| count.checked_sub(1)) {
        worksheet.ignore_error_range(0, 0, LAST, last, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// Text of the note on a heading.
fn note(info: &ColumnInfo) -> String {
    let mut lines = vec![info.description.clone()];
    if info.required {
        lines.push("Required: every row needs a value.".to_owned());
    }
    if info.list {
        lines.push("Several values: separate them with semicolons.".to_owned());
    }
    match info.value {
        "" | "text" | "label" => {}
        id if id.ends_with(" id") && info.examples.is_empty() => {}
        "true or false" => lines.push("Value: true or false.".to_owned()),
        value => match info.examples.first().filter(|_| info.codes.is_empty()) {
            Some(example) => lines.push(format!("Value: {value}, such as {example}.")),
            None => lines.push(format!("Value: {value}.")),
        },
    }
    if !info.codes.is_empty() {
        let rest = if info.closed { "." } else { "; a word of your own is possible." };
        lines.push(format!("Choose from the list (see the sheet {CODES}){rest}"));
    }
    lines.join("\n")
}

/// The drop-down list of a column: its codes, or the ids of another sheet.
fn choices(info: &ColumnInfo, sheets: &[Sheet], lists: &CodeLists) -> Option<DataValidation> {
    if info.value == "true or false" {
        return DataValidation::new().allow_list_strings(&["true", "false"]).ok();
    }
    let of_ids = || {
        let kind = info.value.strip_suffix(" id")?;
        let kind = RecordKind::ALL.iter().find(|known| known.title() == kind)?;
        let sheet = sheets.iter().find(|sheet| sheet.name == kind.list())?;
        (sheet.heads.first().is_some_and(|head| head == "id"))
            .then(|| format!("={}!$A$2:$A$5000", sheet.name))
    };
    // The ids of a sheet are new ones.
    let (range, closed) = match lists.get(info.value) {
        Some((column, codes)) => {
            let letter = column_name(*column);
            (format!("={CODES}!${letter}$2:${letter}${}", codes.len().saturating_add(1)), info.closed)
        }
        None => (of_ids()?, false),
    };
    let validation = DataValidation::new().allow_list_formula(Formula::new(range));
    // A spreadsheet takes a list in one cell for one value, which no list of choices has.
    let validation = validation.show_error_message(closed && !info.list);
    validation.set_error_message("Choose a word from the list.").ok()
}

/// Each list of codes once, by what a value of it is called.
fn lists(sheets: &[Sheet]) -> CodeLists {
    let mut lists = CodeLists::new();
    for info in sheets.iter().flat_map(|sheet| &sheet.columns).flatten().filter(|info| !info.codes.is_empty())
    {
        lists.entry(info.value).or_insert_with(|| (0, info.codes.clone()));
    }
    for (place, (column, _)) in (0_u16..).zip(lists.values_mut()) {
        *column = place.saturating_mul(2);
    }
    lists
}

/// The sheet of codes: for each list a column of codes and a column of their meanings.
fn put_codes(worksheet: &mut Worksheet, lists: &CodeLists) -> Result<(), XlsxError> {
    worksheet.set_name(CODES)?;
    worksheet.set_freeze_panes(1, 0)?;
    let (head, text) = (head_format(false), text_format());
    for (title, (column, codes)) in lists {
        let beside = column.saturating_add(1);
        worksheet.write_string_with_format(0, *column, *title, &head)?;
        worksheet.write_string_with_format(0, beside, "meaning", &head)?;
        worksheet.set_column_width(*column, 28)?.set_column_width(beside, 60)?;
        for (row, (code, meaning)) in (1_u32..).zip(codes) {
            worksheet.write_string_with_format(row, *column, *code, &text)?;
            worksheet.write_string_with_format(row, beside, meaning, &text)?;
        }
    }
    Ok(())
}

/// The name of a column in a spreadsheet: A to Z, then AA.
fn column_name(column: u16) -> String {
    rust_xlsxwriter::column_number_to_name(column)
}
