//! Which part of a large ladder is shown.

/// The part of a large ladder that is shown, as in the address of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DirectoryQuery {
    /// The text that a role's names must match.
    pub text: String,
    /// The key of the only group that is shown; empty for all groups.
    pub group: String,
    /// The page, counted from 0.
    pub page: usize,
}
