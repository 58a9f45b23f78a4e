//! What the content of an ODS file says about its cells besides their values.

use super::Fault;
use crate::merged::MergedRegion;
use crate::table::{MAX_CELLS, TableError};
use std::collections::HashMap;

/// A sheet: its merged regions and the cells that cannot be read.
#[derive(Debug, Default)]
pub(super) struct OdsSheet {
    pub regions: Vec<MergedRegion>,
    /// By row and column.
    pub unreadable: HashMap<(u32, u32), Fault>,
}

/// What the sheets say, in their order.
///
/// # Errors
/// If repetitions stand for more cells than are read.
pub(super) fn sheets(content: &str) -> Result<Vec<OdsSheet>, TableError> {
    let mut sheets: Vec<OdsSheet> = Vec::new();
    let (mut total, mut depth) = (0_u64, 0_u32);
    let (mut row, mut column, mut row_repeats) = (0_u32, 0_u32, 1_u32);
    for tag in Tags(content) {
        let name = tag.split([' ', '\t', '\r', '\n']).next().unwrap_or_default();
        let is_closed = tag.ends_with('/');
        match name.trim_end_matches('/') {
            "table:table" if !is_closed => {
                depth += 1;
                if depth == 1 && attribute(tag, "table:name").is_some() {
                    sheets.push(OdsSheet::default());
                    row = 0;
                }
            }
            "/table:table" => depth = depth.saturating_sub(1),
            "table:table-row" => {
                row_repeats = number(tag, "table:number-rows-repeated");
                column = 0;
                if is_closed {
                    row = row.saturating_add(row_repeats);
                }
            }
            "/table:table-row" => row = row.saturating_add(row_repeats),
            "table:table-cell" | "table:covered-table-cell" => {
                let repeats = number(tag, "table:number-columns-repeated");
                let at = (row, column);
                column = column.saturating_add(repeats);
                let has_value = attribute(tag, "office:value-type").is_some();
                let lacks_value = !has_value && attribute(tag, "table:formula").is_some();
                if has_value || lacks_value {
                    let cells = u64::from(row_repeats).saturating_mul(u64::from(repeats));
                    total = total.saturating_add(cells);
                    if total > MAX_CELLS as u64 {
                        return Err(TableError::TooManyCells);
                    }
                }
                let Some(sheet) = sheets.last_mut().filter(|_| depth == 1) else { continue };
                sheet.regions.extend(region(tag, at));
                let is_error = attribute(tag, "calcext:value-type") == Some("error");
                let fault = if lacks_value { Fault::NoValue } else { Fault::Error };
                if lacks_value || is_error {
                    let rows = at.0..at.0.saturating_add(row_repeats);
                    let cells = rows.flat_map(|row| (at.1..column).map(move |at| (row, at)));
                    sheet.unreadable.extend(cells.map(|at| (at, fault)));
                }
            }
            _ => {}
        }
    }
    Ok(sheets)
}

/// The region that is merged with a cell.
fn region(tag: &str, first: (u32, u32)) -> Option<MergedRegion> {
    let rows = number(tag, "table:number-rows-spanned");
    let columns = number(tag, "table:number-columns-spanned");
    let last = (first.0.saturating_add(rows - 1), first.1.saturating_add(columns - 1));
    (last != first).then_some(MergedRegion { first, last })
}

/// The number in an attribute, at least 1.
fn number(tag: &str, name: &str) -> u32 {
    attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}

/// The value of an attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some((_, after)) = rest.split_once(name) {
        rest = after;
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        if let Some(value) = value
            && let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\''))
        {
            return value[1..].split(quote).next();
        }
    }
    None
}

/// The tags of an XML text, without their angle brackets.
struct Tags<'a>(&'a str);

impl<'a> Iterator for Tags<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let (_, rest) = self.0.split_once('<')?;
            let hidden = [("!--", "-->"), ("![CDATA[", "]]>")];
            let hidden = hidden.iter().find(|(start, _)| rest.starts_with(start));
            if let Some((_, end)) = hidden {
                self.0 = rest.split_once(end)?.1;
                continue;
            }
            let mut quote = None;
            let end = rest.bytes().position(|byte| {
                match (quote, byte) {
                    (None, b'>') => return true,
                    (None, b'"' | b'\'') => quote = Some(byte),
                    (Some(open), byte) if open == byte => quote = None,
                    _ => {}
                }
                false
            })?;
            self.0 = &rest[end + 1..];
            return Some(&rest[..end]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &str) -> Result<OdsSheet, TableError> {
        let content = format!("<table:table table:name=\"a\">{rows}</table:table>");
        sheets(&content).map(|mut sheets| sheets.remove(0))
    }

    #[test]
    fn repetitions_of_values_are_counted() {
        let row = |rows: u32| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
                table:number-columns-repeated=\"4\" office:value-type=\"string\"><text:p/></table:table-cell>\
                <table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
            )
        };
        assert!(sheet(&row(1_500_000)).is_ok());
        assert_eq!(sheet(&row(1_500_001)).unwrap_err(), TableError::TooManyCells);
    }

    #[test]
    fn merged_regions_errors_and_formulas_without_value_have_their_place() {
        let rows = "<table:table-row table:number-rows-repeated='2'/><!-- <table:table-row> -->\
            <table:table-row><table:table-cell table:number-columns-repeated=\"3\"/>\
            <table:table-cell table:formula=\"of:=1>2\" office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#NV</text:p></table:table-cell>\
            <table:table-cell table:formula=\"of:=1\"/>\
            <table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\"/></table:table-row>";
        let sheet = sheet(rows).unwrap();
        assert_eq!(sheet.regions, [MergedRegion { first: (2, 5), last: (4, 6) }]);
        assert_eq!(
            sheet.unreadable,
            HashMap::from([((2, 3), Fault::Error), ((2, 4), Fault::NoValue)])
        );
    }
}
