//! The `_headers` file, as Netlify and Cloudflare Pages read it: a path on a line of its own, then
//! indented lines of `Name: value`. A `*` in a path stands for anything.

use std::path::Path;

/// The rules of a `_headers` file, in its order.
#[derive(Debug, Default)]
pub(crate) struct HeadersFile {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    path: String,
    headers: Vec<(String, String)>,
}

impl HeadersFile {
    /// Reads the file; no rules where there is none.
    pub(crate) fn read(file: &Path) -> Self {
        std::fs::read_to_string(file).map_or_else(|_| Self::default(), |text| Self::parse(&text))
    }

    fn parse(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let content = line.trim();
            if content.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                rules.push(Rule { path: content.to_owned(), headers: Vec::new() });
            } else if let (Some(rule), Some((name, value))) =
                (rules.last_mut(), content.split_once(':'))
            {
                rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self { rules }
    }

    /// The headers for a path, from every rule that covers it.
    pub(crate) fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.rules
            .iter()
            .filter(move |rule| covers(&rule.path, path))
            .flat_map(|rule| &rule.headers)
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn covers(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|tail| {
            rest.is_empty()
                || (0..=tail.len()).any(|at| tail.get(at..).is_some_and(|t| covers(rest, t)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_that_covers_a_path_gives_its_headers() {
        let file = HeadersFile::parse(
            "# all\n/*\n  X-Frame-Options: DENY\n\n/*.wasm\n  Cache-Control: max-age=1\n/exact\n\tA: b:c\n",
        );
        let of = |path| file.of(path).collect::<Vec<_>>();
        assert_eq!(of("/"), [("X-Frame-Options", "DENY")]);
        assert_eq!(of("/a/b.wasm"), [("X-Frame-Options", "DENY"), ("Cache-Control", "max-age=1")]);
        assert_eq!(of("/exact"), [("X-Frame-Options", "DENY"), ("A", "b:c")]);
    }
}
