//! The limits of a document, enforced while it is parsed.

/// Bytes of text: 16 MiB.
pub(super) const TEXT_BYTES: usize = 16 * 1024 * 1024;
/// Nested lists and objects.
pub(super) const NESTING: usize = 64;
/// Roles.
pub const ROLES: usize = 5_000;
/// Skills.
pub const SKILLS: usize = 20_000;
/// Scales besides the ladder's own.
pub const SCALES: usize = 100;
/// Resources.
pub const RESOURCES: usize = 20_000;
/// Requirements, over all roles.
pub const REQUIREMENTS: usize = 500_000;
/// Unicode scalar values in one text.
pub(super) const CHARACTERS: usize = 10_000;
/// Errors that are listed, and as many warnings; further ones are only counted.
pub(super) const LISTED: usize = 1_000;
/// Comparisons of unknown ids with known ones, in all, to suggest what was meant. They take a browser
/// about 50 ms.
pub(super) const COMPARISONS: usize = 50_000;
