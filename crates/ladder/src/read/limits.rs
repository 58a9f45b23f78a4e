//! How much of anything a document may hold; enforced while it is read.

/// Bytes of text: 16 MiB.
pub(super) const TEXT_BYTES: usize = 16 * 1024 * 1024;
/// Lists and objects inside one another.
pub(super) const NESTING: usize = 64;
/// Roles.
pub(super) const ROLES: usize = 5_000;
/// Skills.
pub(super) const SKILLS: usize = 20_000;
/// Resources.
pub(super) const RESOURCES: usize = 20_000;
/// Requirements, over all roles.
pub(super) const REQUIREMENTS: usize = 500_000;
/// Unicode scalar values in one text.
pub(super) const CHARACTERS: usize = 10_000;
/// Errors that are listed, and as many warnings; of more only their number is told.
pub(super) const LISTED: usize = 1_000;
/// Ids that unknown ones are compared with, in all, to suggest what was meant: so many take a
/// browser a few hundredths of a second.
pub(super) const COMPARISONS: usize = 100_000;
