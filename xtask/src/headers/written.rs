//! The table as the files of hosts.

use super::{ASK_AGAIN, Connect, FOR_A_YEAR, LASTING, REFERRER, SHARED, policy, with_everything};
use std::fmt::Write;

/// `_headers`, as Netlify and Cloudflare Pages read it. Both join what several rules say of one
/// header, so that no address may be covered twice by rules about keeping: `names` are the folders
/// and files at the top of the site, but [`LASTING`], each `(name, is a folder)`.
pub fn headers_file(base: &str, connect: &Connect, names: &[(String, bool)]) -> String {
    let mut file = String::new();
    let headers = with_everything(connect);
    rule(
        &mut file,
        &format!("{base}*"),
        headers.iter().map(|(name, value)| (*name, value.as_str())),
    );
    rule(&mut file, &format!("{base}{LASTING}/*"), [("Cache-Control", FOR_A_YEAR)]);
    rule(&mut file, &format!("{base}{SHARED}/*"), [("Access-Control-Allow-Origin", "*")]);
    rule(&mut file, base, [("Cache-Control", ASK_AGAIN)]);
    for (name, is_folder) in names {
        rule(&mut file, &format!("{base}{name}"), [("Cache-Control", ASK_AGAIN)]);
        if *is_folder {
            rule(&mut file, &format!("{base}{name}/*"), [("Cache-Control", ASK_AGAIN)]);
        }
    }
    file
}

fn rule<'a>(file: &mut String, path: &str, headers: impl IntoIterator<Item = (&'a str, &'a str)>) {
    // Writing into a string does not fail.
    let _ = writeln!(file, "{path}");
    for (name, value) in headers {
        let _ = writeln!(file, "  {name}: {value}");
    }
}

/// What neither nginx nor Caddy knows the type of, and nobody may guess it.
const MANIFEST: &str = "manifest.webmanifest";
const MANIFEST_TYPE: &str = "application/manifest+json";

/// A configuration of nginx.
pub fn nginx(base: &str, connect: &Connect) -> String {
    let mut headers = String::new();
    for (name, value) in with_everything(connect) {
        // The policy holds single quotes, the permissions double ones; none holds both.
        let quote = if value.contains('\'') { '"' } else { '\'' };
        let _ = writeln!(headers, "    add_header {name} {quote}{value}{quote} always;");
    }
    format!(
        "\
map $uri $kept {{
    default           \"{ASK_AGAIN}\";
    ~^{base}{LASTING}/  \"{FOR_A_YEAR}\";
}}
map $uri $read_by {{
    default            \"\";
    ~^{base}{SHARED}/  \"*\";
}}
server {{
    listen 80;
    root /var/www/career-ladder;  # holds what is in dist/, under {base}
    gzip_static on;
    gzip_vary on;
    # brotli_static on;           # where the brotli module is there
    absolute_redirect off;

    add_header Cache-Control $kept always;
    add_header Access-Control-Allow-Origin $read_by;
{headers}
    location {base} {{
        try_files $uri $uri/index.html =404;
    }}
    location = {base}{MANIFEST} {{
        types {{ }}
        default_type {MANIFEST_TYPE};
    }}
    error_page 404 {base}404.html;
}}
"
    )
}

/// A Caddyfile.
pub fn caddy(base: &str, connect: &Connect) -> String {
    let mut headers = String::new();
    for (name, value) in with_everything(connect) {
        let _ = writeln!(headers, "        {name} `{value}`");
    }
    // nginx leads to the folder by itself; Caddy would show the page, outside of what the site's worker keeps.
    let folder = base.trim_end_matches('/');
    let to_base =
        if folder.is_empty() { String::new() } else { format!("    redir {folder} {base}\n") };
    format!(
        "\
example.org {{
    root * /var/www/career-ladder  # holds what is in dist/, under {base}

    header {{
{headers}    }}
    @lasting path {base}{LASTING}/*
    @fresh not path {base}{LASTING}/*
    @shared path {base}{SHARED}/*
    header @lasting Cache-Control `{FOR_A_YEAR}`
    header @fresh Cache-Control {ASK_AGAIN}
    header @shared Access-Control-Allow-Origin *
    header {base}{MANIFEST} Content-Type {MANIFEST_TYPE}

{to_base}    try_files {{path}} {{path}}/index.html
    file_server {{
        precompressed br gzip
    }}
    handle_errors {{
        header Cache-Control {ASK_AGAIN}
        rewrite * {base}404.html
        file_server {{
            precompressed br gzip
        }}
    }}
}}
"
    )
}

/// What a page itself can say of this, for hosts that send no headers.
pub fn meta_tags(connect: &Connect) -> String {
    let policy = policy::meta(connect);
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"referrer\" content=\"{REFERRER}\">"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_a_file_is_kept_is_said_once() {
        let names = [("404.html".to_owned(), false), ("roles".to_owned(), true)];
        let file = headers_file("/x/", &Connect::default(), &names);
        let mut paths: Vec<_> = file.lines().filter(|line| !line.starts_with(' ')).collect();
        let expected =
            ["/x/*", "/x/assets/*", "/x/ladders/*", "/x/", "/x/404.html", "/x/roles", "/x/roles/*"];
        assert_eq!(paths, expected);
        paths.dedup();
        assert_eq!(paths.len(), expected.len());
        assert!(
            file.contains("/x/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
        );
        assert!(file.contains("/x/roles/*\n  Cache-Control: no-cache\n"));
    }

    #[test]
    fn every_host_sends_every_header() {
        let connect = Connect::read(["https://ladders.example.org"]).unwrap();
        let written =
            [headers_file("/", &connect, &[]), nginx("/", &connect), caddy("/", &connect)];
        for (name, value) in with_everything(&connect) {
            for file in &written {
                assert!(file.contains(name), "{name} in {file}");
                assert!(file.contains(&value), "{value} in {file}");
            }
        }
        for word in ["Cache-Control", "immutable", "no-cache", "Access-Control-Allow-Origin"] {
            assert!(written.iter().all(|file| file.contains(word)), "{word}");
        }
        assert!(written[1..].iter().all(|file| file.contains(MANIFEST_TYPE)));
    }

    #[test]
    fn a_base_without_its_slash_leads_to_the_site() {
        let connect = Connect::default();
        assert!(caddy("/x/", &connect).contains("\n    redir /x /x/\n"));
        assert!(!caddy("/", &connect).contains("redir"));
    }

    #[test]
    fn no_policy_holds_what_ends_its_quotes() {
        for (_, value) in with_everything(&Connect::default()) {
            assert!(!value.contains(['`', '$', '\\', '\n']), "{value}");
            assert!(!(value.contains('"') && value.contains('\'')), "{value}");
        }
        assert_eq!(meta_tags(&Connect::default()).matches('"').count(), 8);
    }

    #[test]
    fn the_guide_holds_what_is_written_here() {
        let guide = include_str!("../../../docs/publish.md");
        let connect = Connect::default();
        for (host, file) in [("nginx", nginx("/", &connect)), ("caddy", caddy("/", &connect))] {
            assert!(
                guide.contains(&format!("```{host}\n{file}```")),
                "docs/publish.md is behind: put there what `cargo xtask headers {host}` prints"
            );
        }
    }
}
