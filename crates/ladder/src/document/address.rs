//! Web addresses: the only kind the page ever links to.

use super::text_form::{inline_schema, newtype, validated};
use crate::quote::is_bidi_control;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An absolute `https:` or `http:` address without spaces, control characters, user name or
/// password.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Address(Box<str>);

validated!(Address: {
    "type": "string", "maxLength": 10_000,
    "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#\\\\@]+([/?#]\\S*)?$"
});

impl Address {
    /// Parses an address; `None` if the format does not allow it.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    /// Parses an address.
    ///
    /// # Errors
    /// If the format does not allow it.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        Self::fault(text).map_or_else(|| Ok(Self(text.into())), Err)
    }

    /// What keeps `text` from being an address.
    ///
    /// Stricter than a browser, which guesses: `https:example.org`, three slashes, and a
    /// backslash before the path, which some programs read as a slash and some do not.
    fn fault(text: &str) -> Option<AddressFault> {
        let Some(rest) = after_scheme(text) else {
            return Some(AddressFault::Scheme);
        };
        if text.chars().any(|c| c.is_control() || is_bidi_control(c)) {
            return Some(AddressFault::Control);
        }
        if text.chars().any(char::is_whitespace) {
            return Some(AddressFault::Space);
        }
        let authority = authority(rest);
        if authority.contains('@') {
            return Some(AddressFault::User);
        }
        if authority.contains('\\') {
            return Some(AddressFault::Backslash);
        }
        (!is_host_and_port(authority)).then_some(AddressFault::Host)
    }

    /// The address as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host (and port) in the address, as written.
    #[must_use]
    pub fn host(&self) -> &str {
        after_scheme(&self.0).map_or("", authority)
    }
}

/// The address of a resource, as written. An invalid address is kept, so that nothing of the document is
/// lost, but the page never links to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResourceAddress {
    /// An address that can be linked to.
    Web(Address),
    /// Any other text.
    Invalid(Box<str>),
}

inline_schema!(ResourceAddress: {
    "type": "string", "maxLength": 10_000,
    "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#\\\\@]+([/?#]\\S*)?$"
});

impl ResourceAddress {
    /// Parses an address. Any text is accepted.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Address::new(text).map_or_else(|| Self::Invalid(text.into()), Self::Web)
    }

    /// The address to link to; `None` if the format does not allow it.
    #[must_use]
    pub fn link(&self) -> Option<&Address> {
        match self {
            Self::Web(address) => Some(address),
            Self::Invalid(_) => None,
        }
    }

    /// The address as it was written, valid or not.
    #[must_use]
    pub fn written(&self) -> &str {
        match self {
            Self::Web(address) => address.as_str(),
            Self::Invalid(text) => text,
        }
    }
}

impl Serialize for ResourceAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("ResourceAddress", self.written())
    }
}

impl<'de> Deserialize<'de> for ResourceAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text: String = newtype("ResourceAddress", deserializer)?;
        Ok(Self::new(&text))
    }
}

/// Why a text is not an address. Displays as the rest of a sentence that begins with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    /// Another scheme, or none.
    #[error("must start with https:// or http://")]
    Scheme,
    /// A control character, or a character that changes the direction of the text.
    #[error("contains an invalid character")]
    Control,
    /// A space.
    #[error("contains a space")]
    Space,
    /// A user name or password.
    #[error("contains a user name or password")]
    User,
    /// A backslash before the path, which some programs read as a slash.
    #[error("contains a backslash")]
    Backslash,
    /// No host, or not a valid host.
    #[error("doesn’t name a website")]
    Host,
}

/// The part after `https://` or `http://`.
fn after_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// The part before the path.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether a valid host, and perhaps a port, can be parsed; does not check whether the host exists.
fn is_host_and_port(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[') {
        Some(ipv6) => match ipv6.split_once(']') {
            Some((host, port))
                if host.bytes().all(|b| b.is_ascii_hexdigit() || b":.".contains(&b)) =>
            {
                (host, port)
            }
            _ => return false,
        },
        None => {
            let end = authority.find(':').unwrap_or(authority.len());
            let (host, port) = authority.split_at(end);
            if host.contains(['<', '>', '[', ']', '^', '|', '%', '"', '`', '{', '}']) {
                return false;
            }
            (host, port)
        }
    };
    let port_is_sound = match port.strip_prefix(':') {
        Some(digits) => {
            digits.bytes().all(|b| b.is_ascii_digit())
                && (digits.is_empty() || digits.parse::<u16>().is_ok())
        }
        None => port.is_empty(),
    };
    !host.is_empty() && host.contains(|c| c != '.') && port_is_sound
}

#[cfg(test)]
mod tests {
    use super::{Address, ResourceAddress};

    #[test]
    fn an_invalid_address_of_a_resource_is_preserved_but_not_linked() {
        let good = ResourceAddress::new("https://example.org/a");
        assert_eq!(good.link().map(Address::host), Some("example.org"));
        for bad in ["javascript:alert(1)", "https://example.org/a b", ""] {
            let address = ResourceAddress::new(bad);
            assert_eq!((address.link(), address.written()), (None, bad));
            let json = serde_json::to_string(&address).unwrap();
            assert_eq!(serde_json::from_str::<ResourceAddress>(&json).unwrap(), address);
        }
    }

    #[test]
    fn web_addresses_are_accepted() {
        for (good, host) in [
            ("https://example.org", "example.org"),
            ("http://example.org/", "example.org"),
            ("HTTPS://Example.org/a?b#c", "Example.org"),
            ("https://example.org:8443/x", "example.org:8443"),
            ("https://example.org?q=a@b", "example.org"),
            ("https://medium.com/@someone/a", "medium.com"),
            ("https://example.org/a\\b", "example.org"),
            ("https://bücher.example/ä", "bücher.example"),
            ("https://[2001:db8::1]:80/", "[2001:db8::1]:80"),
            ("http://127.0.0.1/", "127.0.0.1"),
            ("https://example.org/?next=https://other.example/", "example.org"),
        ] {
            let address = Address::new(good);
            assert_eq!(address.as_ref().map(Address::as_str), Some(good));
            assert_eq!(address.as_ref().map(Address::host), Some(host));
        }
    }

    #[test]
    fn everything_else_is_rejected_with_a_reason() {
        for (bad, reason) in [
            ("", "must start with"),
            ("example.org", "must start with"),
            ("//example.org", "must start with"),
            ("/a/b", "must start with"),
            ("javascript:alert(1)", "must start with"),
            ("javascript://example.org/%0aalert(1)", "must start with"),
            ("ftp://example.org", "must start with"),
            ("data:text/html,x", "must start with"),
            ("mailto:a@example.org", "must start with"),
            ("https:example.org", "must start with"),
            ("https:\\\\example.org", "must start with"),
            (" https://example.org", "must start with"),
            ("https://example.org ", "space"),
            ("https://exam ple.org", "space"),
            ("https://example.org/a b", "space"),
            ("https://example.org/\u{a0}", "space"),
            ("https://example.org/\u{3000}", "space"),
            ("https://example.org/\n", "invalid character"),
            ("https://example.org/\u{7f}", "invalid character"),
            ("https://example.org/\u{85}", "invalid character"),
            ("https://example.org/\u{202e}gpj", "invalid character"),
            ("https://user@example.org", "user name"),
            ("https://user:secret@example.org", "user name"),
            ("https://@example.org", "user name"),
            ("https://good.example\\@evil.example", "user name"),
            ("https://good.example\\.evil.example", "backslash"),
            ("https://\\evil.example", "backslash"),
            ("https://", "website"),
            ("https:///evil.example", "website"),
            ("https://?q", "website"),
            ("https://:80", "website"),
            ("https://..", "website"),
            ("https://a:b", "website"),
            ("https://a:99999", "website"),
            ("https://a%00b", "website"),
            ("https://<script>", "website"),
            ("https://[::1", "website"),
            ("https://[]", "website"),
        ] {
            assert_eq!(Address::new(bad), None, "{bad}");
            let error = Address::parse(bad).unwrap_err().to_string();
            assert!(error.contains(reason), "{bad}: {error}");
        }
    }
}
