//! The headers that a host sends with the site: one table, from which the file of every kind of
//! host is written, and the meta tags for hosts that send none.

mod connect;
mod policy;
mod written;

pub use connect::Connect;
pub use written::{caddy, headers_file, meta_tags, nginx};

/// The folder of what never changes under its name, because the name is made of the content.
pub const LASTING: &str = "assets";

/// The folder of documents that other sites may read.
pub const SHARED: &str = "ladders";

/// How long a browser keeps what is in [`LASTING`]: a year, without asking.
const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// How long it keeps everything else: it asks each time whether it changed. Without `no-transform`,
/// which would keep hosts from inserting scripts into pages (the policy refuses those, and a page that
/// was changed is not kept offline), but some of them also from compressing.
const ASK_AGAIN: &str = "no-cache";

/// What of the browser's abilities pages may use. Only those are named that browsers know; each
/// goes to nobody, or to the player as well.
/// <https://www.w3.org/TR/permissions-policy/>
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    publickey-credentials-get=(), serial=(), usb=(), \
    autoplay=(self \"https://www.youtube-nocookie.com\"), \
    encrypted-media=(self \"https://www.youtube-nocookie.com\"), \
    fullscreen=(self \"https://www.youtube-nocookie.com\"), \
    picture-in-picture=(self \"https://www.youtube-nocookie.com\")";

/// Where the referrer goes: nowhere. The player needs one and has an attribute of its own.
const REFERRER: &str = "no-referrer";

/// What is sent with every file. No `Cross-Origin-Embedder-Policy`: it would block the player.
fn with_everything(connect: &Connect) -> [(&'static str, String); 6] {
    [
        ("Content-Security-Policy", policy::header(connect)),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Referrer-Policy", REFERRER.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ]
}
