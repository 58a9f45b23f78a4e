//! CSV files (RFC 4180) that spreadsheets open without running anything in them.

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvDialect {
    /// Fields separated by commas, as RFC 4180 says.
    #[default]
    Standard,
    /// For Excel: with a byte-order mark, without which it misreads accents, and with the separator that
    /// it expects in the visitor's region.
    Excel {
        /// A comma or a semicolon.
        separator: char,
    },
}

/// A CSV file that is being written.
#[derive(Clone, Debug)]
pub struct CsvFile {
    text: String,
    separator: char,
}

impl CsvFile {
    /// An empty file.
    #[must_use]
    pub fn new(dialect: CsvDialect) -> Self {
        match dialect {
            CsvDialect::Standard => Self { text: String::new(), separator: ',' },
            CsvDialect::Excel { separator } => Self { text: "\u{feff}".to_owned(), separator },
        }
    }

    /// Appends a row that ends in CRLF. Fields are quoted if needed, and formulas are disarmed with an
    /// apostrophe.
    pub fn row<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) {
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                self.text.push(self.separator);
            }
            let is_formula = is_formula(field);
            let prefix = if is_formula { "'" } else { "" };
            if is_formula || field.contains([',', ';', '"', '\n', '\r', '\t']) {
                self.text.push_str(&format!("\"{prefix}{}\"", field.replace('"', "\"\"")));
            } else {
                self.text.push_str(field);
            }
        }
        self.text.push_str("\r\n");
    }

    /// The text of the file.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

/// Whether a spreadsheet would run a field. <https://owasp.org/www-community/attacks/CSV_Injection>
///
/// A field that starts with `=` or white space that hides one always counts. After `+`, `-` and `@`, with
/// the wide forms that some accept, only what can do something: calls, references and operators. Words,
/// numbers and lists with dashes stay as they were typed.
fn is_formula(field: &str) -> bool {
    let mut letters = field.chars();
    match letters.next() {
        Some('=' | '＝' | '\t' | '\r' | '\n') => true,
        Some('+' | '-' | '@' | '＋' | '－' | '＠') => {
            let rest = letters.as_str();
            let has_operator = |c: char| "()|!=[]{}*/^&<>\"$＝（！｜".contains(c);
            rest.contains(has_operator)
                || rest.starts_with(['+', '-', '@', '＋', '－', '＠'])
                || rest.split(|c: char| !c.is_ascii_alphanumeric()).any(is_cell)
                || is_sum(rest)
        }
        _ => false,
    }
}

/// Whether a word names a cell, such as `A1`.
fn is_cell(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = word.len() - digits.len();
    (1..=3).contains(&letters)
        && !digits.is_empty()
        && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a text adds or subtracts numbers, such as `1+2`. A phone number with spaces or dashes does not.
fn is_sum(text: &str) -> bool {
    let is_number = |part: &str| part.trim().parse::<f64>().is_ok();
    let mut parts = text.split('+');
    parts.clone().count() > 1 && parts.all(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(dialect: CsvDialect, fields: &[&str]) -> String {
        let mut file = CsvFile::new(dialect);
        file.row(fields.iter().copied());
        file.finish()
    }

    #[test]
    fn fields_are_quoted_if_needed() {
        let row = |fields| row(CsvDialect::Standard, fields);
        assert_eq!(row(&["a", "b c", ""]), "a,b c,\r\n");
        assert_eq!(
            row(&["a,b", "say \"hi\"", "two\nlines"]),
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n"
        );
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_disarmed() {
        for formula in [
            "=1",
            "=cmd|' /C calc'!A0",
            "+cmd|' /C calc'!A0",
            "-SUM(A1:A9)",
            "@SUM(1)",
            "-A1",
            "+1+2",
            "--1",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "＋SUM(1)",
            "－SUM(1)",
            "＠SUM(1)",
            "-1*2",
        ] {
            let expected = format!("\"'{}\"\r\n", formula.replace('"', "\"\""));
            assert_eq!(row(CsvDialect::Standard, &[formula]), expected);
        }
    }

    #[test]
    fn words_and_numbers_stay_as_they_were_typed() {
        for text in ["-ómica", "- learn more", "-5", "+41 79 123 45 67", "@maria", "–", "-2.5"] {
            assert_eq!(row(CsvDialect::Standard, &[text]), format!("{text}\r\n"));
        }
    }

    #[test]
    fn excel_gets_a_byte_order_mark_and_the_separator_of_the_region() {
        let dialect = CsvDialect::Excel { separator: ';' };
        assert_eq!(row(dialect, &["a", "b;c", "d,e"]), "\u{feff}a;\"b;c\";\"d,e\"\r\n");
    }
}
