//! The page on paper.

/// Opens the browser's own dialog to print the page.
pub fn print() {
    if let Some(window) = super::window() {
        // Refused only where the visitor has forbidden dialogs; the browser's own menu is left.
        let _ = window.print();
    }
}
