//! Native dialogs.

use web_sys::HtmlDialogElement;

/// Opens a modal dialog; does nothing if it is open already.
pub fn show(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only for a dialog that has left the page.
        let _ = dialog.show_modal();
    }
}
