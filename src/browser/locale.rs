//! The visitor's region.

use ladder::CsvDialect;
use leptos::prelude::window;

/// How Excel expects CSV files in the visitor's region: where numbers have a decimal comma, it separates
/// fields by semicolons.
#[must_use]
pub fn excel_dialect() -> CsvDialect {
    let language = window().navigator().language().unwrap_or_else(|| "en".to_owned());
    let number = js_sys::Number::from(1.5).to_locale_string(&language);
    let has_decimal_comma = String::from(number).contains(',');
    CsvDialect::Excel { separator: if has_decimal_comma { ';' } else { ',' } }
}
