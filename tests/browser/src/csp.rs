//! The built site with another content security policy.

use crate::project;
use crate::site_version::{copy, test_folder};
use std::fs;
use std::path::PathBuf;

const HEADER: &str = "Content-Security-Policy:";

/// Copies the built site and replaces `connect-src` in its policy with `sources`. Returns the folder.
#[must_use]
pub fn site_with_connect_src(sources: &str) -> PathBuf {
    let folder = test_folder("csp");
    copy(&project::dist(), &folder);
    let file = folder.join("_headers");
    let headers = fs::read_to_string(&file).unwrap_or_default();
    fs::write(file, with_connect_src(&headers, sources)).expect("_headers should be written");
    folder
}

fn with_connect_src(headers: &str, sources: &str) -> String {
    if !headers.contains(HEADER) {
        return format!("{headers}\n/*\n  {HEADER} connect-src {sources}\n");
    }
    let change_line = |line: &str| match line.split_once(HEADER) {
        None => line.to_owned(),
        Some((indent, policy)) => {
            let directives = policy.split(';').map(str::trim);
            let others: Vec<_> = directives
                .filter(|directive| !directive.is_empty() && !directive.starts_with("connect-src"))
                .collect();
            format!("{indent}{HEADER} {}; connect-src {sources}", others.join("; "))
        }
    };
    headers.lines().map(change_line).collect::<Vec<_>>().join("\n")
}
