//! Printing.

use crate::engine::Engine;
use crate::page::Page;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use std::process::Command;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

/// Width and height of A4 and the default margin, in inches.
const A4: (f64, f64) = (8.27, 11.69);
const MARGIN: f64 = 0.4;

impl Page {
    /// Shows the page with its print styles, in a viewport as large as A4 without its margins.
    pub async fn emulate_print(&self) {
        self.emulate_print_media(true).await;
        let pixels = |inches: f64| ((inches - 2.0 * MARGIN) * 96.0) as u32;
        self.set_viewport(pixels(A4.0), pixels(A4.1)).await;
    }

    /// Switches the print styles on or off, and leaves the size of the viewport.
    pub async fn emulate_print_media(&self, is_print: bool) {
        let medium = if is_print { "print" } else { "" };
        match self.session.as_firefox() {
            Some(firefox) => {
                firefox.call("override", json!(["mediumOverride", medium])).await;
            }
            None => {
                let media = json!({ "media": medium });
                self.send_cdp("Emulation.setEmulatedMedia", media).await;
            }
        }
    }

    /// Prints the page on A4 and returns the text on the sheets. Skips the test where no program can read it.
    pub async fn printed_text(&self) -> String {
        let centimeters = |inches: f64| inches * 2.54;
        let margin = centimeters(MARGIN);
        let options = PrintParameters {
            page: PrintPage { width: centimeters(A4.0), height: centimeters(A4.1) },
            margin: PrintMargins { top: margin, bottom: margin, left: margin, right: margin },
            ..PrintParameters::default()
        };
        Engine::WebKit.skip_in("prints the page, which WebKitWebDriver cannot do");
        let pdf = self.driver().print_page(options).await;
        let pdf = pdf.unwrap_or_else(|error| panic!("the page cannot be printed: {error}"));
        let name = format!("print-{}-{}.pdf", std::process::id(), self.server().port());
        let file = std::env::temp_dir().join(name);
        std::fs::write(&file, pdf).expect("the PDF should be written");
        let output = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output();
        let _ = std::fs::remove_file(&file);
        match output {
            Ok(output) => String::from_utf8_lossy(&output.stdout).into_owned(),
            Err(_) => Engine::skip_test("pdftotext, which reads printed pages, is not installed"),
        }
    }

    /// Prints the page on A4 and returns the number of sheets.
    pub async fn printed_sheets(&self) -> usize {
        if Engine::selected() != Engine::Chromium {
            // A form feed ends each sheet.
            return self.printed_text().await.matches('\u{c}').count();
        }
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
