//! Ladders with the structures that occur in published frameworks, with invented content. Tests show that
//! every structure works; `cargo xtask shots --shape NAME` shows how it looks.

mod document;
mod graphs;
mod large;
mod small;

pub use graphs::*;
pub use large::*;
pub use small::*;

/// The name of a shape, and the ladder as JSON.
pub type Shape = (&'static str, String);

/// Returns all shapes, from small to large.
#[must_use]
pub fn all() -> Vec<Shape> {
    vec![
        ("one-role", one_role()),
        ("two-similar-roles", two_similar_roles()),
        ("several-scales", several_scales()),
        ("no-skills", no_skills()),
        ("some-without-skills", some_without_skills()),
        ("diamond", diamond()),
        ("two-tracks", two_tracks()),
        ("crossing", crossing()),
        ("shortcut", shortcut()),
        ("branches", branches()),
        ("long-names", long_names()),
        ("long-words", long_words()),
        ("right-to-left", right_to_left()),
        ("mixed-directions", mixed_directions()),
        ("many-steps", many_steps()),
        ("many-skills", many_skills()),
        ("many-statements", many_statements()),
        ("markup", markup()),
        ("many-notes", many_notes()),
        ("many-titles", many_titles()),
        ("small-catalogue", catalogue(14, 3)),
        ("many-tracks", many_tracks()),
        ("catalogue", catalogue(1_000, 40)),
    ]
}
