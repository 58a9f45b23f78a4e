//! Ladders of the shapes that published frameworks have, in words of our own: for tests that every
//! shape is shown, and to look at.

mod document;
mod graphs;
mod large;
mod small;

pub use graphs::*;
pub use large::*;
pub use small::*;

/// A shape: its name, and the document as JSON.
pub type Shape = (&'static str, String);

/// Every shape, the small ones first.
#[must_use]
pub fn all() -> Vec<Shape> {
    vec![
        ("one-role", one_role()),
        ("two-alike", two_alike()),
        ("no-skills", no_skills()),
        ("some-without-skills", some_without_skills()),
        ("diamond", diamond()),
        ("two-tracks", two_tracks()),
        ("crossing", crossing()),
        ("shortcut", shortcut()),
        ("branches", branches()),
        ("long-names", long_names()),
        ("right-to-left", right_to_left()),
        ("mixed-directions", mixed_directions()),
        ("many-steps", many_steps()),
        ("many-skills", many_skills()),
        ("many-statements", many_statements()),
        ("many-notes", many_notes()),
        ("small-catalogue", catalogue(14, 3)),
        ("many-tracks", many_tracks()),
        ("catalogue", catalogue(1_000, 40)),
    ]
}
