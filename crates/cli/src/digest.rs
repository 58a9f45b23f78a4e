//! SHA-256 digests of files, for `integrity` attributes and file names.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// The digest of a content as an `integrity` value.
#[must_use]
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The first 16 hexadecimal digits of the digest.
#[must_use]
pub fn short_hex(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digest of no bytes, from FIPS 180-4.
    #[test]
    fn the_digest_is_sha_256() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(short_hex(b""), "e3b0c44298fc1c14");
    }
}
