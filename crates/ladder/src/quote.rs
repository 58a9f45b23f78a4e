//! Quotes text and numbers in messages.

/// The most characters that are quoted.
const LONGEST: usize = 60;

/// `text` in backticks, truncated if it is long, without control characters.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut shown = String::from("`");
    let mut chars = text.chars().filter(|c| !c.is_control() && !is_bidi_control(*c));
    shown.extend(chars.by_ref().take(LONGEST));
    if chars.next().is_some() {
        shown.push('…');
    }
    shown.push('`');
    shown
}

/// Whether a character changes the direction of the text after it and shows nothing itself.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A number with thousands separators, as in `20,000`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
