//! The checksum of records and share links.

use std::hash::Hasher;

/// FNV-1a with 64 bits. Detects truncated and altered text; it is no protection against forgery.
pub fn checksum(text: &str) -> u64 {
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
