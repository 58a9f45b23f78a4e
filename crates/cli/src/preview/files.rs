//! The responses of a preview: files as common hosts serve them, with the headers in `_headers`.

use crate::digest::integrity;
use std::fs;
use std::path::{Component, Path};

const HTML: &str = "text/html; charset=utf-8";

/// Where a policy allows the digest of another script.
const SCRIPTS: &str = "'strict-dynamic'";

/// The policy of the page with problems: nothing but the script that reloads it, and its requests.
const PROBLEMS_POLICY: &str = "default-src 'none'; script-src 'strict-dynamic'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The media types of the files of a site, by extension.
const MEDIA_TYPES: [(&str, &str); 10] = [
    ("html", HTML),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
    ("webmanifest", "application/manifest+json"),
];

/// A response to a request.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    /// Its status code.
    pub status: u16,
    /// Its headers.
    pub headers: Vec<(String, String)>,
    /// Its body.
    pub content: Vec<u8>,
}

impl Response {
    fn new(status: u16, media_type: &str, content: Vec<u8>) -> Self {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let headers = vec![header("Content-Type", media_type), header("Cache-Control", "no-store")];
        Self { status, headers, content }
    }

    /// No content.
    pub fn empty(status: u16) -> Self {
        Self::new(status, "text/plain", Vec::new())
    }

    /// A redirect to another path.
    pub fn redirect(to: &str) -> Self {
        let mut response = Self::empty(302);
        response.headers.push(("Location".to_owned(), to.to_owned()));
        response
    }

    /// A page with the problems of a ladder.
    pub fn problems(report: &str) -> Self {
        let report = html_escape::encode_text(report);
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Problems</title>\
             <h1>The ladder has problems</h1><p>This page reloads when you save the file.</p>\
             <pre>{report}</pre></html>"
        );
        let mut response = Self::new(200, HTML, page.into());
        let policy = ("Content-Security-Policy".to_owned(), PROBLEMS_POLICY.to_owned());
        response.headers.push(policy);
        response
    }

    /// Adds a script at the end of an HTML page, with an attribute `data-version`, and allows it.
    #[must_use]
    pub fn with_script(mut self, script: &str, version: u64) -> Self {
        if self.headers.iter().any(|(_, value)| value == HTML) {
            let allowed = format!("{SCRIPTS} '{}'", integrity(script.as_bytes()));
            let page = String::from_utf8_lossy(&self.content).replacen(SCRIPTS, &allowed, 1);
            let page = format!("{page}<script data-version=\"{version}\">{script}</script>");
            self.content = page.into_bytes();
            for (_, value) in &mut self.headers {
                *value = value.replace(SCRIPTS, &allowed);
            }
        }
        self
    }
}

/// The file of a site for a path below its base: the file itself, `index.html` in the folder, or else
/// `404.html`.
pub fn respond(site: &Path, base: &str, path: &str) -> Response {
    let mut response = file_response(site, path);
    let rules = fs::read_to_string(site.join("_headers")).unwrap_or_default();
    let generated = headers_for(&rules, &format!("{base}{path}"));
    // Browsers must not cache a preview: the next one uses the same addresses.
    response.headers.extend(generated.into_iter().filter(|(name, _)| name != "Cache-Control"));
    response
}

fn file_response(site: &Path, path: &str) -> Response {
    let is_inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let file = site.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    match fs::read(&file) {
        Ok(content) if is_inside => {
            let extension = file.extension().and_then(|found| found.to_str()).unwrap_or_default();
            let known = MEDIA_TYPES.iter().find(|(known, _)| *known == extension);
            Response::new(200, known.map_or("application/octet-stream", |(_, name)| name), content)
        }
        _ => Response::new(404, HTML, fs::read(site.join("404.html")).unwrap_or_default()),
    }
}

/// The headers that the rules of a `_headers` file give to a path. A rule is a line with a pattern, which
/// may end with `*`, and indented lines with headers.
fn headers_for(rules: &str, path: &str) -> Vec<(String, String)> {
    let mut applies = false;
    let mut headers = Vec::new();
    for line in rules.lines() {
        if let Some((name, value)) = line.strip_prefix("  ").and_then(|line| line.split_once(": "))
        {
            if applies {
                headers.push((name.to_owned(), value.to_owned()));
            }
        } else {
            applies = match line.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == line,
            };
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_that_matches_a_path_adds_its_headers() {
        let rules = "/x/*\n  A: 1\n  B: 2; c\n/x/assets/*\n  C: 3\n/x/\n  D: 4\n";
        let names = |path| headers_for(rules, path).into_iter().map(|(name, _)| name).collect();
        let names: [String; 3] = ["/x/", "/x/assets/a.js", "/y"].map(names);
        assert_eq!(names, ["ABD", "ABC", ""]);
    }

    #[test]
    fn the_page_with_problems_allows_only_the_script_that_reloads_it() {
        let response = Response::problems("<script>").with_script("f()", 3);
        let policy = response.headers.iter().find(|(name, _)| name == "Content-Security-Policy");
        assert!(policy.is_some_and(|(_, policy)| {
            let digest = integrity(b"f()");
            policy.starts_with(&format!(
                "default-src 'none'; script-src 'strict-dynamic' '{digest}'; "
            ))
        }));
        let page = String::from_utf8(response.content).unwrap();
        assert!(
            page.contains("&lt;script&gt;")
                && page.ends_with("<script data-version=\"3\">f()</script>")
        );
        assert!(!page.contains("style") && !page.contains("<img"), "the policy allows neither");
    }

    #[test]
    fn files_outside_of_the_site_are_not_served() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("roles")).unwrap();
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        fs::write(site.join("roles/index.html"), "roles").unwrap();
        fs::write(site.join("404.html"), "not found").unwrap();
        assert_eq!(respond(&site, "/", "roles/").content, b"roles");
        for path in ["../secret.txt", "nothing", "/secret.txt"] {
            let response = respond(&site, "/", path);
            assert_eq!((response.status, &*response.content), (404, &b"not found"[..]), "{path}");
        }
    }
}
