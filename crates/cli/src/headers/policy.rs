//! The content security policy: what a page may load, run, and be embedded in. Everything else is refused.
//!
//! Directives: <https://www.w3.org/TR/CSP3/#csp-directives>; Trusted Types:
//! <https://www.w3.org/TR/trusted-types/#integration-with-content-security-policy>.

use super::ConnectSource;

/// All directives except `connect-src`, which a publisher can extend.
const DIRECTIVES: [(&str, &str); 12] = [
    ("default-src", "'none'"),
    // WebAssembly needs its own keyword; `eval` stays refused.
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
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

/// Works only in a header: browsers ignore it in a meta tag and log an error.
const FRAME_ANCESTORS: &str = "frame-ancestors";

/// The policy as a header.
pub fn header(connect: &[ConnectSource]) -> String {
    policy(connect, |_| true)
}

/// The policy as a meta tag, for hosts that send no headers.
pub fn meta(connect: &[ConnectSource]) -> String {
    policy(connect, |directive| directive != FRAME_ANCESTORS)
}

fn policy(connect: &[ConnectSource], is_included: impl Fn(&str) -> bool) -> String {
    let directives = DIRECTIVES.iter().filter(|(name, _)| is_included(name));
    let directives = directives.map(|(name, allowed)| format!("{name} {allowed}; "));
    let sources = connect.iter().map(|source| format!(" {source}"));
    directives.chain(["connect-src 'self'".to_owned()]).chain(sources).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publishers_hosts_are_added_to_connect_src_only() {
        let connect = ["https://a.org", "https:"].map(|text| text.parse().unwrap());
        assert!(header(&[]).ends_with("; connect-src 'self'"));
        assert_eq!(header(&connect), format!("{} https://a.org https:", header(&[])));
    }

    #[test]
    fn inline_scripts_and_frames_other_than_the_player_are_refused() {
        let policy = header(&[]);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(policy.contains("frame-src https://www.youtube-nocookie.com;"));
    }

    #[test]
    fn the_meta_tag_differs_from_the_header_only_in_frame_ancestors() {
        assert_eq!(meta(&[]), header(&[]).replace("frame-ancestors 'none'; ", ""));
    }
}
