//! The content security policy: what a page may load, run and be shown in. Everything that is not
//! named is refused.
//!
//! Directives: <https://www.w3.org/TR/CSP3/#csp-directives>; Trusted Types:
//! <https://www.w3.org/TR/trusted-types/#integration-with-content-security-policy>.

use super::connect::Connect;

/// What each directive allows, beside `connect-src`, which a publisher adds to.
const DIRECTIVES: [(&str, &str); 12] = [
    ("default-src", "'none'"),
    // The program is WebAssembly, which counts as evaluation; evaluating texts stays refused.
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    // The privacy-enhanced player, once a visitor presses play.
    ("frame-src", "https://www.youtube-nocookie.com"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    (FRAME_ANCESTORS, "'none'"),
    // No text becomes a script or its address, but through the policy in public/start.js.
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "default"),
];

/// Only a header can say it: browsers pass over it in a meta tag, and complain.
const FRAME_ANCESTORS: &str = "frame-ancestors";

/// The policy as a header.
pub fn header(connect: &Connect) -> String {
    written(connect, |_| true)
}

/// The policy as a meta tag, for hosts that send no headers.
pub fn meta(connect: &Connect) -> String {
    written(connect, |directive| directive != FRAME_ANCESTORS)
}

fn written(connect: &Connect, kept: impl Fn(&str) -> bool) -> String {
    let directives = DIRECTIVES.iter().filter(|(name, _)| kept(name));
    let directives = directives.map(|(name, allowed)| format!("{name} {allowed}; "));
    format!("{}connect-src 'self'{}", directives.collect::<String>(), connect.after_self())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publishers_hosts_are_connected_to_and_nothing_else_changes() {
        let (none, two) = (Connect::default(), Connect::read(["https://a.org", "https:"]).unwrap());
        assert!(header(&none).ends_with("; connect-src 'self'"));
        assert_eq!(header(&two), format!("{} https://a.org https:", header(&none)));
    }

    #[test]
    fn nothing_inline_is_run_and_nothing_but_the_player_is_framed() {
        let policy = header(&Connect::default());
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(policy.contains("frame-src https://www.youtube-nocookie.com;"));
    }

    #[test]
    fn the_meta_tag_says_all_that_a_meta_tag_can() {
        let connect = Connect::default();
        let without = header(&connect).replace("frame-ancestors 'none'; ", "");
        assert_eq!(meta(&connect), without);
    }
}
