//! The built site under another content security policy.

use crate::project;
use std::fs;
use std::path::{Path, PathBuf};

const POLICY: &str = "Content-Security-Policy:";

/// A copy of the built site whose pages may connect to `sources` (as `connect-src` has them) and to
/// nothing else. The rest of the policy is the site's own.
#[must_use]
pub fn connecting_to(sources: &str) -> PathBuf {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("test").replace("::", "-");
    let folder = project::root().join("target/browser-policies").join(test);
    let _ = fs::remove_dir_all(&folder);
    copy(&project::dist(), &folder);
    let headers = folder.join("_headers");
    let own = fs::read_to_string(&headers).unwrap_or_default();
    fs::write(headers, changed(&own, sources)).expect("the headers are written");
    folder
}

/// The headers with another `connect-src`.
fn changed(headers: &str, sources: &str) -> String {
    if !headers.contains(POLICY) {
        return format!("{headers}\n/*\n  {POLICY} connect-src {sources}\n");
    }
    let line = |line: &str| match line.split_once(POLICY) {
        None => line.to_owned(),
        Some((before, policy)) => {
            let others = policy.split(';').map(str::trim);
            let others = others.filter(|directive| !directive.starts_with("connect-src"));
            let others = others.filter(|directive| !directive.is_empty()).collect::<Vec<_>>();
            format!("{before}{POLICY} {}; connect-src {sources}", others.join("; "))
        }
    };
    headers.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the built folder; build it with `cargo xtask build`") {
        let path = entry.expect("a file").path();
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &place);
        } else {
            fs::copy(&path, &place).expect("a copy");
        }
    }
}
