//! The hosts that pages may fetch ladders from, beside their own: a publisher names them.

use anyhow::{Result, bail};
use std::fmt::{self, Display, Formatter};

/// Sources of `connect-src`, each `https:`, `https://host` or the same with a port.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connect(Vec<String>);

impl Connect {
    /// Reads what a publisher names.
    pub fn read<'a>(named: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        named.into_iter().map(source).collect::<Result<_>>().map(Self)
    }

    /// The sources as they stand behind `'self'`: each with a space before it.
    pub fn after_self(&self) -> String {
        self.0.iter().map(|source| format!(" {source}")).collect()
    }
}

/// Set apart by spaces.
impl Display for Connect {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join(" "))
    }
}

/// A scheme and a host; a policy would take a path as well, and few would mean it.
fn source(named: &str) -> Result<String> {
    let rest = named.strip_prefix("https:").or_else(|| named.strip_prefix("http:"));
    let is_source = match rest {
        Some("") => true,
        Some(rest) => {
            rest.strip_prefix("//").is_some_and(|host| is_host(host.trim_end_matches('/')))
        }
        None => false,
    };
    if !is_source {
        bail!(
            "--connect takes a host that pages may fetch ladders from, such as https://example.org, \
             or https: for every host, not `{named}`."
        );
    }
    Ok(named.trim_end_matches('/').to_owned())
}

/// Names set apart by dots, the first may be `*`; then a port, which may be `*`.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "*"));
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let port_is_one = port == "*" || (!port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()));
    name.strip_prefix("*.").unwrap_or(name).split('.').all(plain) && port_is_one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_scheme_or_a_host() {
        for good in
            ["https:", "https://a.example.org", "https://*.example.org", "http://127.0.0.1:*"]
        {
            assert_eq!(Connect::read([good]).unwrap().to_string(), good);
        }
        assert_eq!(Connect::read(["https://a.org/"]).unwrap().to_string(), "https://a.org");
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
            assert!(Connect::read([bad]).is_err(), "{bad}");
        }
    }
}
