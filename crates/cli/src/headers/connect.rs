//! Hosts that pages may fetch ladders from, besides their own.

use anyhow::{Result, bail};
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

/// A source of `connect-src`: `https:`, `https://host`, or the same with a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectSource(String);

impl Display for ConnectSource {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for ConnectSource {
    type Err = anyhow::Error;

    /// Accepts a scheme and a host. A policy allows paths too, but with a different meaning than most expect.
    fn from_str(text: &str) -> Result<Self> {
        let rest = text.strip_prefix("https:").or_else(|| text.strip_prefix("http:"));
        let is_source = match rest {
            Some("") => true,
            Some(rest) => {
                rest.strip_prefix("//").is_some_and(|host| is_host(host.trim_end_matches('/')))
            }
            None => false,
        };
        if !is_source {
            bail!("expected a host such as https://example.org, or https: for every host");
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }
}

/// A domain name whose first label may be `*`, and an optional port, which may be `*`.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "*"));
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let is_port = port == "*" || (!port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()));
    name.strip_prefix("*.").unwrap_or(name).split('.').all(is_label) && is_port
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_scheme_or_a_host() {
        let parse = |text: &str| text.parse::<ConnectSource>();
        for good in
            ["https:", "https://a.example.org", "https://*.example.org", "http://127.0.0.1:*"]
        {
            assert_eq!(parse(good).unwrap().to_string(), good);
        }
        assert_eq!(parse("https://a.org/").unwrap().to_string(), "https://a.org");
        for bad in [
            "",
            "*",
            "'self'",
            "a.org",
            "https://",
            "https://a.org/path",
            "https://a.org;script-src *",
            "ftp://a.org",
            "https://a b.org",
            "https://a..org",
            "data:",
            "https://a.org:x",
            "https://*",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
