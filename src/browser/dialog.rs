//! Native dialogs, opened and closed.

use web_sys::HtmlDialogElement;

/// Opens a dialog above the page; does nothing where it is open already.
pub fn show(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only for a dialog that is no longer on the page, which then needs no opening.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close(dialog: &HtmlDialogElement) {
    dialog.close();
}
