//! The page as it is printed.

use crate::page::Page;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

/// A4, in inches, and the margins that browsers leave.
const A4: (f64, f64) = (8.27, 11.69);
const MARGIN: f64 = 0.4;

impl Page {
    /// The page as it is laid out on A4, shown in the window: in its colours, as wide as the
    /// paper between its margins.
    pub async fn on_paper(&self) {
        self.tell("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let inches = |length: f64| ((length - 2.0 * MARGIN) * 96.0).floor();
        let size = json!({
            "width": inches(A4.0), "height": inches(A4.1), "deviceScaleFactor": 1, "mobile": false,
        });
        self.tell("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// How many sheets of A4 the page takes.
    pub async fn sheets(&self) -> usize {
        let request = json!({
            "paperWidth": A4.0, "paperHeight": A4.1,
            "marginTop": MARGIN, "marginBottom": MARGIN,
            "marginLeft": MARGIN, "marginRight": MARGIN,
        });
        let answer = self.tell("Page.printToPDF", request).await;
        let pdf = STANDARD.decode(answer["data"].as_str().unwrap_or_default());
        pages_of(&pdf.expect("a PDF in base64"))
    }
}

/// Counts the objects of type Page, which stand readable in a PDF as Chromium writes it.
fn pages_of(pdf: &[u8]) -> usize {
    const PAGE: &[u8] = b"/Type /Page";
    let is_page = |at: &[u8]| at.starts_with(PAGE) && at.get(PAGE.len()) != Some(&b's');
    (0..pdf.len()).filter(|&at| pdf.get(at..).is_some_and(is_page)).count()
}

#[cfg(test)]
mod tests {
    use super::pages_of;

    #[test]
    fn pages_are_counted_and_their_list_is_not() {
        assert_eq!(pages_of(b"<</Type /Pages>> <</Type /Page\n>> <</Type /Page>>"), 2);
    }
}
