//! The type of an unquoted YAML value, by the core schema of YAML 1.2.

use crate::node::Value;

/// Null, a boolean, a number or text.
pub(crate) fn plain_scalar(written: &str) -> Value {
    match written {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    match number(written) {
        Some(json) => Value::Number { json, written: written.to_owned() },
        None => Value::Text(written.to_owned()),
    }
}

/// A number as JSON writes it; `None` if this is not a number.
fn number(written: &str) -> Option<String> {
    let radix = |digits: &str, radix| i64::from_str_radix(digits, radix).ok();
    if let Some(digits) = written.strip_prefix("0x") {
        return radix(digits, 16).map(|number| number.to_string());
    }
    if let Some(digits) = written.strip_prefix("0o") {
        return radix(digits, 8).map(|number| number.to_string());
    }
    let unsigned = written.trim_start_matches(['+', '-']);
    let starts = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let allowed = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    if !starts || !unsigned.contains(|c: char| c.is_ascii_digit()) || !written.chars().all(allowed)
    {
        return None;
    }
    if is_json_number(written) {
        return Some(written.to_owned());
    }
    if let Ok(number) = written.parse::<i128>() {
        return Some(number.to_string());
    }
    let number: f64 = written.parse().ok()?;
    serde_json::Number::from_f64(number).map(|number| number.to_string())
}

/// Whether JSON writes a number the same way.
fn is_json_number(written: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = match written.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (written, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_values_have_the_types_of_the_core_schema() {
        let json = |written: &str| match plain_scalar(written) {
            Value::Number { json, .. } => json,
            Value::Text(text) => format!("text {text}"),
            Value::Bool(flag) => flag.to_string(),
            _ => "null".to_owned(),
        };
        for (written, expected) in [
            ("~", "null"),
            ("True", "true"),
            ("no", "text no"),
            ("on", "text on"),
            ("3", "3"),
            ("+012", "12"),
            ("-7", "-7"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("1.10", "1.10"),
            (".5", "0.5"),
            ("1e3", "1e3"),
            ("+1.", "1.0"),
            ("1.2.3", "text 1.2.3"),
            ("2026-01-31", "text 2026-01-31"),
            (".", "text ."),
            ("1-2", "text 1-2"),
            (".inf", "text .inf"),
            ("+1e999", "text +1e999"),
        ] {
            assert_eq!(json(written), expected, "{written}");
        }
    }
}
