//! Errors of formulas, which spreadsheets save in place of a value.

use crate::remark::Report;
use crate::table::{Cell, CellOrigin, Table};
use ladder::shown;

/// Errors as spreadsheet programs write them.
const ERRORS: [&str; 11] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#DATA!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
];

/// Whether a text is the error of a formula.
pub(crate) fn is_error(text: &str) -> bool {
    let is_number = |code: &str| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    ERRORS.contains(&text) || text.strip_prefix("Err:").is_some_and(is_number)
}

/// Reports the errors in a table, and empties their cells.
pub(crate) fn report_errors(table: &mut Table, report: &mut Report) {
    for cell in table.rows.iter_mut().flatten().filter(|cell| is_error(&cell.text)) {
        report_error(cell, report);
    }
}

/// Reports an error, and empties its cell.
pub(crate) fn report_error(cell: &mut Cell, report: &mut Report) {
    let message = match cell.text.as_str() {
        "" => "the error of a formula".to_owned(),
        error => format!("the error {} of a formula", shown(error)),
    };
    report.left_out(cell.location, message);
    cell.text.clear();
    cell.origin = CellOrigin::Unreadable;
}
