//! Texts in lower case. The standard library brings a table of all letters that have one (12 KB, of which 3 KB
//! are left of it on the way to a visitor), and a browser has it already: in the browser, it is asked.

/// The text in lower case, letter by letter as Unicode has it.
#[must_use]
pub fn lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { of_any(text) }
}

#[cfg(target_arch = "wasm32")]
fn of_any(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(not(target_arch = "wasm32"))]
fn of_any(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::lower_case;

    #[test]
    fn letters_of_any_alphabet_become_small() {
        for (text, small) in [
            ("ML", "ml"),
            ("ÄRZTE", "ärzte"),
            ("İstanbul", "i̇stanbul"),
            ("ΟΔΟΣ", "οδος"),
            ("مرحبا", "مرحبا"),
        ] {
            assert_eq!(lower_case(text), small);
        }
    }
}
