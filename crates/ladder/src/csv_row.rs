//! Rows of a CSV file (RFC 4180), safe to open in a spreadsheet.

/// The first characters that make a spreadsheet read a text as a formula, with the wide forms that
/// some accept. <https://owasp.org/www-community/attacks/CSV_Injection>
const FORMULA_START: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Appends a row that ends in CRLF. Fields are quoted if needed, and formulas are disarmed with an
/// apostrophe.
pub fn csv_row<'a>(csv: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        let is_formula = field.starts_with(FORMULA_START);
        let prefix = if is_formula { "'" } else { "" };
        if is_formula || field.contains([',', '"', '\n', '\r']) {
            csv.push_str(&format!("\"{prefix}{}\"", field.replace('"', "\"\"")));
        } else {
            csv.push_str(field);
        }
    }
    csv.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::csv_row;

    #[test]
    fn fields_are_quoted_and_formulas_disarmed() {
        let row = |fields: &[&str]| {
            let mut csv = String::new();
            csv_row(&mut csv, fields.iter().copied());
            csv
        };
        assert_eq!(row(&["a", "b c", ""]), "a,b c,\r\n");
        assert_eq!(
            row(&["a,b", "say \"hi\"", "two\nlines"]),
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n"
        );
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
            assert_eq!(row(&[&format!("{start}1")]), format!("\"'{start}1\"\r\n"));
        }
    }
}
