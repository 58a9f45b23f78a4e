//! Printing.

use crate::page::Page;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

/// Width and height of A4 and the default margin, in inches.
const A4: (f64, f64) = (8.27, 11.69);
const MARGIN: f64 = 0.4;

impl Page {
    /// Shows the page with its print styles, in a viewport as large as A4 without its margins.
    pub async fn emulate_print(&self) {
        self.send_cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let pixels = |inches: f64| ((inches - 2.0 * MARGIN) * 96.0) as u32;
        self.set_viewport(pixels(A4.0), pixels(A4.1)).await;
    }

    /// Prints the page on A4 and returns the number of sheets.
    pub async fn printed_sheets(&self) -> usize {
        let options = json!({
            "paperWidth": A4.0, "paperHeight": A4.1,
            "marginTop": MARGIN, "marginBottom": MARGIN,
            "marginLeft": MARGIN, "marginRight": MARGIN,
        });
        let result = self.send_cdp("Page.printToPDF", options).await;
        let pdf = STANDARD.decode(result["data"].as_str().unwrap_or_default());
        count_pages(&pdf.expect("the PDF should be base64"))
    }
}

/// Counts the objects of type `Page`, which Chromium writes uncompressed.
fn count_pages(pdf: &[u8]) -> usize {
    const PAGE: &[u8] = b"/Type /Page";
    let is_page = |rest: &[u8]| rest.starts_with(PAGE) && rest.get(PAGE.len()) != Some(&b's');
    (0..pdf.len()).filter(|&at| pdf.get(at..).is_some_and(is_page)).count()
}

#[cfg(test)]
mod tests {
    use super::count_pages;

    #[test]
    fn pages_are_counted_but_not_the_page_tree() {
        assert_eq!(count_pages(b"<</Type /Pages>> <</Type /Page\n>> <</Type /Page>>"), 2);
    }
}
