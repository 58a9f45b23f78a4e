//! The `_headers` file in the format of Netlify and Cloudflare Pages: a path on a line, then indented
//! lines of `Name: value`. A `*` in a path matches any text.

use std::path::Path;

/// The rules of a `_headers` file, in order.
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
    /// Reads the file; there are no rules if it does not exist.
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

    /// Returns the headers of all rules that match a path.
    pub(crate) fn headers_for<'a>(
        &'a self,
        path: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.rules
            .iter()
            .filter(move |rule| matches(&rule.path, path))
            .flat_map(|rule| &rule.headers)
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|tail| {
            rest.is_empty()
                || (0..=tail.len()).any(|at| tail.get(at..).is_some_and(|t| matches(rest, t)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_gets_the_headers_of_all_matching_rules() {
        let file = HeadersFile::parse(
            "# all\n/*\n  X-Frame-Options: DENY\n\n/*.wasm\n  Cache-Control: max-age=1\n/exact\n\tA: b:c\n",
        );
        let headers = |path| file.headers_for(path).collect::<Vec<_>>();
        assert_eq!(headers("/"), [("X-Frame-Options", "DENY")]);
        assert_eq!(
            headers("/a/b.wasm"),
            [("X-Frame-Options", "DENY"), ("Cache-Control", "max-age=1")]
        );
        assert_eq!(headers("/exact"), [("X-Frame-Options", "DENY"), ("A", "b:c")]);
    }
}
