//! The configuration of each kind of host.

use super::{
    ASSETS, IMMUTABLE, LADDERS, PolicySources, REFERRER, REVALIDATE, common_headers, policy,
};
use clap::ValueEnum;
use std::fmt::Write;

/// A kind of host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Host {
    /// nginx.conf
    Nginx,
    /// Caddyfile
    Caddy,
    /// _headers
    Netlify,
    /// _headers
    Cloudflare,
    /// Meta tags for every page
    Meta,
}

impl Host {
    /// What this host needs for a site under `base`.
    #[must_use]
    pub fn configuration(self, base: &str, sources: &PolicySources) -> String {
        match self {
            Self::Nginx => nginx(base, sources),
            Self::Caddy => caddy(base, sources),
            Self::Netlify | Self::Cloudflare => headers_file(base, sources, &[]),
            Self::Meta => meta_tags(sources) + "\n",
        }
    }
}

/// `_headers`, as Netlify and Cloudflare Pages read it. If several rules match an address, both join
/// the values of a header, so no address may match two `Cache-Control` rules: `names` lists the files and
/// folders at the top of the site except [`ASSETS`], each as `(name, is_folder)`.
#[must_use]
pub fn headers_file(base: &str, sources: &PolicySources, names: &[(String, bool)]) -> String {
    let mut file = String::new();
    let headers = common_headers(sources);
    rule(
        &mut file,
        &format!("{base}*"),
        headers.iter().map(|(name, value)| (*name, value.as_str())),
    );
    rule(&mut file, &format!("{base}{ASSETS}/*"), [("Cache-Control", IMMUTABLE)]);
    rule(&mut file, &format!("{base}{LADDERS}/*"), [("Access-Control-Allow-Origin", "*")]);
    rule(&mut file, base, [("Cache-Control", REVALIDATE)]);
    for (name, is_folder) in names {
        rule(&mut file, &format!("{base}{name}"), [("Cache-Control", REVALIDATE)]);
        if *is_folder {
            rule(&mut file, &format!("{base}{name}/*"), [("Cache-Control", REVALIDATE)]);
        }
    }
    file
}

fn rule<'a>(file: &mut String, path: &str, headers: impl IntoIterator<Item = (&'a str, &'a str)>) {
    let _ = writeln!(file, "{path}");
    for (name, value) in headers {
        let _ = writeln!(file, "  {name}: {value}");
    }
}

/// nginx and Caddy do not know its media type, and `nosniff` forbids guessing.
const MANIFEST: &str = "manifest.webmanifest";
const MANIFEST_TYPE: &str = "application/manifest+json";

fn nginx(base: &str, sources: &PolicySources) -> String {
    let mut headers = String::new();
    for (name, value) in common_headers(sources) {
        // No value contains both kinds of quotes.
        let quote = if value.contains('\'') { '"' } else { '\'' };
        let _ = writeln!(headers, "    add_header {name} {quote}{value}{quote} always;");
    }
    format!(
        "\
map $uri $kept {{
    default           \"{REVALIDATE}\";
    ~^{base}{ASSETS}/  \"{IMMUTABLE}\";
}}
map $uri $read_by {{
    default            \"\";
    ~^{base}{LADDERS}/  \"*\";
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

fn caddy(base: &str, sources: &PolicySources) -> String {
    let mut headers = String::new();
    for (name, value) in common_headers(sources) {
        let _ = writeln!(headers, "        {name} `{value}`");
    }
    // nginx redirects to the folder by itself. Caddy would serve the page outside of the service worker's scope.
    let folder = base.trim_end_matches('/');
    let to_base =
        if folder.is_empty() { String::new() } else { format!("    redir {folder} {base}\n") };
    format!(
        "\
example.org {{
    root * /var/www/career-ladder  # holds what is in dist/, under {base}

    header {{
{headers}    }}
    @lasting path {base}{ASSETS}/*
    @fresh not path {base}{ASSETS}/*
    @shared path {base}{LADDERS}/*
    header @lasting Cache-Control `{IMMUTABLE}`
    header @fresh Cache-Control {REVALIDATE}
    header @shared Access-Control-Allow-Origin *
    header {base}{MANIFEST} Content-Type {MANIFEST_TYPE}

{to_base}    try_files {{path}} {{path}}/index.html
    file_server {{
        precompressed br gzip
    }}
    handle_errors {{
        header Cache-Control {REVALIDATE}
        rewrite * {base}404.html
        file_server {{
            precompressed br gzip
        }}
    }}
}}
"
    )
}

/// The headers that also work as meta tags, for hosts without custom headers.
#[must_use]
pub fn meta_tags(sources: &PolicySources) -> String {
    let policy = policy::meta(sources);
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"referrer\" content=\"{REFERRER}\">"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_matches_two_cache_rules() {
        let names = [("404.html".to_owned(), false), ("roles".to_owned(), true)];
        let file = headers_file("/x/", &PolicySources::default(), &names);
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
        let sources = PolicySources {
            connect: vec!["https://ladders.example.org".parse().unwrap()],
            styles: ["sha256-x".to_owned()].into(),
            hsts: Some(60),
            ..PolicySources::default()
        };
        let written =
            [headers_file("/", &sources, &[]), nginx("/", &sources), caddy("/", &sources)];
        for (name, value) in common_headers(&sources) {
            for file in &written {
                assert!(file.contains(name), "{name} in {file}");
                assert!(file.contains(&value), "{value} in {file}");
            }
        }
        for text in ["Cache-Control", "immutable", "no-cache", "Access-Control-Allow-Origin"] {
            assert!(written.iter().all(|file| file.contains(text)), "{text}");
        }
        assert!(written[1..].iter().all(|file| file.contains(MANIFEST_TYPE)));
    }

    #[test]
    fn browsers_are_told_to_use_only_https_if_the_publisher_asks() {
        let nginx = |hsts| nginx("/", &PolicySources { hsts, ..PolicySources::default() });
        let header = "add_header Strict-Transport-Security \"max-age=31536000\" always;";
        assert!(nginx(Some(31_536_000)).contains(&header.replace('"', "'")), "{}", nginx(Some(1)));
        assert!(!nginx(None).contains("Strict-Transport-Security"));
    }

    #[test]
    fn caddy_redirects_a_base_path_without_its_slash() {
        assert!(caddy("/x/", &PolicySources::default()).contains("\n    redir /x /x/\n"));
        assert!(!caddy("/", &PolicySources::default()).contains("redir"));
    }

    #[test]
    fn header_values_need_no_escaping_inside_quotes() {
        for (_, value) in common_headers(&PolicySources::default()) {
            assert!(!value.contains(['`', '$', '\\', '\n']), "{value}");
            assert!(!(value.contains('"') && value.contains('\'')), "{value}");
        }
        assert_eq!(meta_tags(&PolicySources::default()).matches('"').count(), 8);
    }

    #[test]
    fn the_guide_shows_the_current_configuration() {
        let guide = include_str!("../../../../docs/publish.md");
        let digest = || ["sha256-…".to_owned()].into();
        let sources =
            PolicySources { scripts: digest(), styles: digest(), ..PolicySources::default() };
        for (host, file) in [("nginx", nginx("/", &sources)), ("caddy", caddy("/", &sources))] {
            assert!(
                guide.contains(&format!("```{host}\n{file}```")),
                "docs/publish.md is outdated: its block for {host} differs from\n{file}"
            );
        }
    }
}
