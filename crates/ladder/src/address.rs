//! Addresses on the web: the only kind the page ever links to.

use super::quote::is_bidi_control;

/// An absolute `https:` or `http:` address without spaces, control characters, user name or
/// password.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Address(Box<str>);

impl super::packed::Packed for Address {
    fn read(bytes: &mut super::packed::Bytes) -> Self {
        Self(super::packed::Packed::read(bytes))
    }
}

impl Address {
    /// Reads an address; `None` where it is not one the format allows.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    /// Reads an address.
    ///
    /// # Errors
    /// Where it is not one the format allows.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        Self::fault(text).map_or_else(|| Ok(Self(text.into())), Err)
    }

    /// What keeps `text` from being an address.
    ///
    /// Stricter than a browser where a browser guesses: `https:example.org`, three slashes, and a
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

/// What keeps a text from being an address; shown, the end of a sentence that begins with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    /// Of another kind, or without one.
    #[error("does not begin with `https://` or `http://`")]
    Scheme,
    /// A character that no address can have, or that shows it as another than it is.
    #[error("has a control character in it")]
    Control,
    /// A space.
    #[error("has a space in it")]
    Space,
    /// Who is to be let in.
    #[error("has a user name or a password in it")]
    User,
    /// A backslash that may pass for a slash.
    #[error("has a backslash before its path")]
    Backslash,
    /// No host.
    #[error("has no host that a browser can reach")]
    Host,
}

/// What follows `https://` or `http://`.
fn after_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// What stands before the path.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether a host and perhaps a port can be read; which hosts exist is not asked.
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
    use super::Address;

    #[test]
    fn reads_addresses_on_the_web() {
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
    fn refuses_everything_else() {
        for (bad, why) in [
            ("", "does not begin with"),
            ("example.org", "does not begin with"),
            ("//example.org", "does not begin with"),
            ("/a/b", "does not begin with"),
            ("javascript:alert(1)", "does not begin with"),
            ("javascript://example.org/%0aalert(1)", "does not begin with"),
            ("ftp://example.org", "does not begin with"),
            ("data:text/html,x", "does not begin with"),
            ("mailto:a@example.org", "does not begin with"),
            ("https:example.org", "does not begin with"),
            ("https:\\\\example.org", "does not begin with"),
            (" https://example.org", "does not begin with"),
            ("https://example.org ", "space"),
            ("https://exam ple.org", "space"),
            ("https://example.org/a b", "space"),
            ("https://example.org/\u{a0}", "space"),
            ("https://example.org/\u{3000}", "space"),
            ("https://example.org/\n", "control"),
            ("https://example.org/\u{7f}", "control"),
            ("https://example.org/\u{85}", "control"),
            ("https://example.org/\u{202e}gpj", "control"),
            ("https://user@example.org", "user name"),
            ("https://user:secret@example.org", "user name"),
            ("https://@example.org", "user name"),
            ("https://good.example\\@evil.example", "user name"),
            ("https://good.example\\.evil.example", "backslash"),
            ("https://\\evil.example", "backslash"),
            ("https://", "host"),
            ("https:///evil.example", "host"),
            ("https://?q", "host"),
            ("https://:80", "host"),
            ("https://..", "host"),
            ("https://a:b", "host"),
            ("https://a:99999", "host"),
            ("https://a%00b", "host"),
            ("https://<script>", "host"),
            ("https://[::1", "host"),
            ("https://[]", "host"),
        ] {
            assert_eq!(Address::new(bad), None, "{bad}");
            let told = Address::parse(bad).unwrap_err().to_string();
            assert!(told.contains(why), "{bad}: {told}");
        }
    }
}
