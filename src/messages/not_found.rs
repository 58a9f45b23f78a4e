//! Invalid addresses.

use crate::router::NotFound;

/// The heading, and what is wrong with the address.
#[must_use]
pub fn not_found_message(reason: &NotFound) -> (&'static str, String) {
    match reason {
        NotFound::Page(path) => ("Page not found", format!("There’s nothing at {path}.")),
        NotFound::Parameter(name) if name == "address" => (
            "This link doesn’t work",
            "Part of it may be missing. Check that you copied all of it.".to_owned(),
        ),
        NotFound::Parameter(name) => (
            "This link doesn’t work",
            format!("We don’t recognise “{name}” in this link. Part of it may be missing."),
        ),
        NotFound::TooLong => {
            ("This link is too long", "Something may have been added to it by mistake.".to_owned())
        }
    }
}
