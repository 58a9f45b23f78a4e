//! The content security policy: what a page may load, run, and be embedded in. Everything else is refused.
//!
//! Directives: <https://www.w3.org/TR/CSP3/#csp-directives>; Trusted Types:
//! <https://www.w3.org/TR/trusted-types/#integration-with-content-security-policy>.

use super::ConnectSource;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::path::Path;

/// What the pages of a site contain and connect to, besides what every site allows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicySources {
    /// Hosts that pages may fetch ladders from.
    pub connect: Vec<ConnectSource>,
    /// The digests of scripts inside pages, as in `sha256-…`.
    pub scripts: BTreeSet<String>,
    /// The digests of style sheets inside pages.
    pub styles: BTreeSet<String>,
    /// For how many seconds browsers use only HTTPS for the host, if the publisher asks for that.
    pub hsts: Option<u32>,
}

impl PolicySources {
    /// Reads what the policy of a built site allows, and the path it is hosted under, from its `_headers`.
    ///
    /// # Errors
    /// If the folder is not a built site.
    pub fn of_site(folder: &Path) -> Result<(String, Self)> {
        let file = folder.join("_headers");
        let text = std::fs::read_to_string(&file).with_context(|| {
            format!("{} is not a built site: it has no _headers", folder.display())
        })?;
        let base = text.lines().next().and_then(|line| line.strip_suffix('*'));
        let base = base.with_context(|| format!("{} was changed", file.display()))?;
        let hosts = text.split("connect-src 'self'").nth(1).and_then(|rest| rest.lines().next());
        let hosts = hosts.unwrap_or_default().split_whitespace().map(str::parse);
        let connect = hosts.collect::<Result<_, _>>()?;
        let hsts = text.split("Strict-Transport-Security: max-age=").nth(1);
        let hsts = hsts.and_then(|rest| rest.lines().next()?.parse().ok());
        let sources = Self { connect, hsts, ..Self::default() }.with_digests_of(&text);
        Ok((base.to_owned(), sources))
    }

    /// Adds the digests in a policy that [`header`] wrote.
    fn with_digests_of(mut self, policy: &str) -> Self {
        for (directive, digests) in [(SCRIPTS, &mut self.scripts), (STYLES, &mut self.styles)] {
            let found = policy.split(directive).nth(1).and_then(|text| text.split(';').next());
            let words = found.unwrap_or_default().split(['\'', ' ']);
            digests.extend(words.filter(|word| word.starts_with("sha256-")).map(str::to_owned));
        }
        self
    }

    fn digests(&self, directive: &str) -> String {
        let digests = match directive {
            SCRIPTS => &self.scripts,
            STYLES => &self.styles,
            _ => return String::new(),
        };
        digests.iter().map(|digest| format!(" '{digest}'")).collect()
    }
}

/// All directives except `connect-src`, which a publisher can extend.
const DIRECTIVES: [(&str, &str); 12] = [
    ("default-src", "'none'"),
    // The scripts inside pages, by digest, and what these load; `'self'` is for browsers that do not know
    // `'strict-dynamic'`. WebAssembly needs its own keyword; `eval` stays refused.
    (SCRIPTS, "'self' 'strict-dynamic' 'wasm-unsafe-eval'"),
    // What the first paint needs is in the pages, allowed by digest.
    (STYLES, "'self'"),
    ("img-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    // The privacy-enhanced video player, after a press on play.
    ("frame-src", "https://www.youtube-nocookie.com"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    (FRAME_ANCESTORS, "'none'"),
    // Strings become scripts or script addresses only through the policy in public/start.js.
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "default"),
];

const SCRIPTS: &str = "script-src";
const STYLES: &str = "style-src";

/// Works only in a header: browsers ignore it in a meta tag and log an error.
const FRAME_ANCESTORS: &str = "frame-ancestors";

/// The policy as a header.
pub fn header(sources: &PolicySources) -> String {
    policy(sources, |_| true)
}

/// The policy as a meta tag, for hosts that send no headers.
pub fn meta(sources: &PolicySources) -> String {
    policy(sources, |directive| directive != FRAME_ANCESTORS)
}

fn policy(sources: &PolicySources, is_included: impl Fn(&str) -> bool) -> String {
    let directives = DIRECTIVES.iter().filter(|(name, _)| is_included(name));
    let directives =
        directives.map(|(name, allowed)| format!("{name} {allowed}{}; ", sources.digests(name)));
    let connect = sources.connect.iter().map(|source| format!(" {source}"));
    directives.chain(["connect-src 'self'".to_owned()]).chain(connect).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publishers_hosts_are_added_to_connect_src_only() {
        let connect = ["https://a.org", "https:"].map(|text| text.parse().unwrap()).to_vec();
        let none = header(&PolicySources::default());
        assert!(none.ends_with("; connect-src 'self'"));
        let sources = PolicySources { connect, ..PolicySources::default() };
        assert_eq!(header(&sources), format!("{none} https://a.org https:"));
    }

    #[test]
    fn inline_scripts_and_frames_other_than_the_player_are_refused() {
        let policy = header(&PolicySources::default());
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(policy.contains("frame-src https://www.youtube-nocookie.com;"));
    }

    #[test]
    fn the_meta_tag_differs_from_the_header_only_in_frame_ancestors() {
        let sources = PolicySources::default();
        assert_eq!(meta(&sources), header(&sources).replace("frame-ancestors 'none'; ", ""));
    }

    #[test]
    fn digests_are_allowed_where_they_belong_and_read_back() {
        let digests = |text: &str| BTreeSet::from([format!("sha256-{text}")]);
        let (scripts, styles) = (digests("a+b="), digests("c/d="));
        let sources = PolicySources { scripts, styles, ..PolicySources::default() };
        let policy = header(&sources);
        assert!(
            policy
                .contains("script-src 'self' 'strict-dynamic' 'wasm-unsafe-eval' 'sha256-a+b='; "),
            "{policy}"
        );
        assert!(policy.contains("style-src 'self' 'sha256-c/d='; "), "{policy}");
        assert_eq!(PolicySources::default().with_digests_of(&policy), sources);
    }
}
