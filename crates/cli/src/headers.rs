//! The headers that a host sends with the site. One table is the source for the configuration of every
//! kind of host, and for the meta tags that replace headers on hosts without custom ones.

mod connect;
mod hosts;
mod policy;

pub use connect::ConnectSource;
pub use hosts::{Host, headers_file, meta_tags};
pub use policy::PolicySources;

/// What `career-ladder headers --help` says first.
pub const ABOUT: &str = "\
Print the configuration that a web host needs for a built site: which headers to send, how long files are
kept, and what a page may load and run.

The folder is one that `career-ladder build` has written, because the policy allows the styles and scripts
in its pages by their digests. Print it again after every build.

  career-ladder headers nginx site

Exit codes: 0 if the configuration was printed; 2 if the folder is not a built site, and for wrong arguments.";

/// The folder of files whose names contain a digest of their content.
pub const ASSETS: &str = "assets";

/// The folder of documents that other sites may read.
pub const LADDERS: &str = "ladders";

/// `Cache-Control` for [`ASSETS`]: a year, without revalidation.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// `Cache-Control` for everything else: revalidate on each use. Not `no-transform`: it prevents hosts
/// from inserting scripts into pages, but some hosts then do not compress either. The policy refuses such
/// scripts anyway, and a changed page is not kept offline.
const REVALIDATE: &str = "no-cache";

/// Browser features that pages may use: none, or the video player's.
/// <https://www.w3.org/TR/permissions-policy/>
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    publickey-credentials-get=(), serial=(), usb=(), \
    autoplay=(self \"https://www.youtube-nocookie.com\"), \
    encrypted-media=(self \"https://www.youtube-nocookie.com\"), \
    fullscreen=(self \"https://www.youtube-nocookie.com\"), \
    picture-in-picture=(self \"https://www.youtube-nocookie.com\")";

/// The player needs a referrer and has its own `referrerpolicy` attribute.
const REFERRER: &str = "no-referrer";

/// The headers of every file. No `Cross-Origin-Embedder-Policy`: it would block the player.
fn common_headers(sources: &PolicySources) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("Content-Security-Policy", policy::header(sources)),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Referrer-Policy", REFERRER.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ];
    let hsts =
        sources.hsts.map(|seconds| ("Strict-Transport-Security", format!("max-age={seconds}")));
    headers.extend(hsts);
    headers
}
