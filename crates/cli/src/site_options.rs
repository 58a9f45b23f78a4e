//! What a publisher can choose for a site.

use crate::headers::ConnectSource;
use crate::theme::Theme;
use anyhow::{Result, bail};
use clap::Args;
use std::path::PathBuf;

/// Options of `career-ladder build` and `career-ladder preview`.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct SiteOptions {
    /// The path the site is hosted under, such as /careers/
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = parse_base)]
    pub base: String,
    /// The scheme and host of the site, such as https://example.org
    #[arg(long, value_name = "ADDRESS", value_parser = parse_site)]
    pub site: Option<String>,
    /// Hosts that pages may fetch ladders from, besides their own
    #[arg(long, value_name = "HOST", num_args = 1..)]
    pub connect: Vec<ConnectSource>,
    /// A style sheet that sets colours and typefaces
    #[arg(long, value_name = "FILE")]
    pub theme: Option<PathBuf>,
    /// Build a site that does not work offline, and remove what earlier versions kept
    #[arg(long)]
    pub no_offline: bool,
    /// Tell browsers to use only HTTPS for this host, for so many seconds (see docs/publish.md first)
    #[arg(long, value_name = "SECONDS")]
    pub hsts: Option<u32>,
}

impl SiteOptions {
    /// Reads the theme; the default theme sets nothing.
    ///
    /// # Errors
    /// If the file cannot be read or is not a theme.
    pub fn theme(&self) -> Result<Theme> {
        self.theme.as_deref().map_or_else(|| Ok(Theme::default()), Theme::from_file)
    }
}

/// A base path that begins and ends with `/`.
fn parse_base(base: &str) -> Result<String> {
    let inner = base.trim_matches('/');
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~/".contains(letter);
    if !inner.chars().all(is_plain) || inner.split('/').any(|part| part == "..") {
        bail!("expected the path that the site is hosted under, such as /careers/");
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

/// A scheme and a host, without a `/` at the end.
fn parse_site(site: &str) -> Result<String> {
    let trimmed = site.trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-.:".contains(letter);
    if !host.is_some_and(|host| !host.is_empty() && host.chars().all(is_plain)) {
        bail!(
            "expected only a scheme and a host, such as https://example.org; a path belongs in --base"
        );
    }
    Ok(trimmed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_begins_and_ends_with_a_slash() {
        for (given, expected) in
            [("/", "/"), ("", "/"), ("careers", "/careers/"), ("/a/b", "/a/b/")]
        {
            assert_eq!(parse_base(given).unwrap(), expected);
        }
        assert!(parse_base("https://example.org/").is_err());
        assert!(parse_base("/../").is_err());
    }

    #[test]
    fn a_site_is_a_scheme_and_a_host() {
        for (given, expected) in [
            ("https://example.org", "https://example.org"),
            ("https://example.org/", "https://example.org"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            assert_eq!(parse_site(given).unwrap(), expected);
        }
        for wrong in ["example.org", "https://", "https://a.org/path", "https://a.org\"><script>"] {
            assert!(parse_site(wrong).is_err(), "{wrong}");
        }
    }
}
