//! Splits the text of a cell or a list item into lines and names.

/// The lines of a text, without bullets and numbers in front; a text on one line is split at semicolons.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = broken_lines(text)
        .into_iter()
        .map(without_bullet)
        .filter(|line| !line.is_empty())
        .collect();
    match lines.as_slice() {
        [line] => line.split("; ").map(str::trim).filter(|part| !part.is_empty()).collect(),
        _ => lines,
    }
}

/// The lines of a text in which `<br>` is a line break.
fn broken_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    let breaks = text.match_indices(['\n', '<']).filter_map(|(at, _)| {
        let length = if text[at..].starts_with('\n') { 1 } else { break_length(&text[at..])? };
        Some((at, length))
    });
    for (at, length) in breaks {
        lines.push(&text[start..at]);
        start = at + length;
    }
    lines.push(&text[start..]);
    lines
}

/// The length of the tag `<br>` at the start of a text.
fn break_length(text: &str) -> Option<usize> {
    let forms = ["<br>", "<br/>", "<br />"];
    let is_form =
        |form: &&&str| text.get(..form.len()).is_some_and(|start| start.eq_ignore_ascii_case(form));
    forms.iter().find(is_form).map(|form| form.len())
}

/// A text in which `<br>` is a line break.
pub(crate) fn with_line_breaks(text: &str) -> String {
    broken_lines(text).join("\n")
}

/// A line without a bullet or a number such as `1.` in front.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let bullet = ["- ", "* ", "• ", "•", "– ", "· ", "▪ ", "○ ", "・"];
    let line = bullet.iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line);
    without_number(line).trim()
}

/// A text without a number such as `1.`, `1)` or `1.11` in front.
pub(crate) fn without_number(text: &str) -> &str {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &text[..text.len() - rest.len()];
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.contains('.');
    match rest.strip_prefix(')') {
        Some(rest) if !number.is_empty() => rest.trim_start(),
        _ if is_number && rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => text,
    }
}

/// A name in a list, with what stands in parentheses after it and a level after a colon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListedName {
    pub name: String,
    pub parts: Vec<String>,
    pub level: Option<String>,
}

impl ListedName {
    /// The name with what stands after it.
    pub fn written(&self) -> String {
        match &self.level {
            Some(level) => format!("{}: {level}", self.name),
            None if self.parts.is_empty() => self.name.clone(),
            None => format!("{} ({})", self.name, self.parts.join(", ")),
        }
    }
}

/// The names in a text: separated by commas, semicolons or lines outside of parentheses.
pub(crate) fn names(text: &str) -> Vec<ListedName> {
    let text = with_line_breaks(text);
    let pieces = text.lines().flat_map(split_outside_parentheses);
    let names = pieces.map(|piece| listed_name(&piece)).filter(|name| !name.name.is_empty());
    names.collect()
}

fn split_outside_parentheses(line: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0_usize;
    for c in without_bullet(line).chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | ';' | '、' | '،' | '，' | '；' if depth == 0 => {
                pieces.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

fn listed_name(piece: &str) -> ListedName {
    let piece = piece.trim().trim_end_matches(['.', '。']).trim();
    if let Some((name, rest)) = piece.split_once(['(', '（'])
        && let Some(inside) = rest.trim_end().strip_suffix([')', '）'])
        && !name.trim().is_empty()
    {
        let parts = inside.split([',', ';', '、', '،']).map(|part| part.trim().to_owned());
        let parts = parts.filter(|part| !part.is_empty()).collect();
        return ListedName { name: name.trim().to_owned(), parts, level: None };
    }
    match piece.split_once([':', '：']) {
        Some((name, level)) if !name.trim().is_empty() && !level.trim().is_empty() => ListedName {
            name: name.trim().to_owned(),
            parts: Vec::new(),
            level: Some(level.trim().to_owned()),
        },
        _ => ListedName { name: piece.trim_end_matches(':').to_owned(), ..ListedName::default() },
    }
}

/// A text by which two spellings of a name count as the same: lower case, single spaces.
pub(crate) fn key(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_lose_their_bullets() {
        assert_eq!(lines("- one\n\n• two\n3. three\n"), ["one", "two", "three"]);
        assert_eq!(lines("a<br>b<BR/>c < d"), ["a", "b", "c < d"]);
        assert_eq!(
            lines("Builds wheels; signs off repairs"),
            ["Builds wheels", "signs off repairs"]
        );
        assert_eq!(lines("a; b\nc"), ["a; b", "c"]);
        assert_eq!(lines("2026 was good"), ["2026 was good"]);
    }

    #[test]
    fn names_keep_what_is_in_parentheses() {
        let named = |text: &str| -> Vec<String> {
            let show = |name: ListedName| {
                format!("{}|{}|{}", name.name, name.parts.join("+"), name.level.unwrap_or_default())
            };
            names(text).into_iter().map(show).collect()
        };
        assert_eq!(
            named("Python, ML frameworks (TensorFlow, PyTorch), APIs."),
            ["Python||", "ML frameworks|TensorFlow+PyTorch|", "APIs||"]
        );
        assert_eq!(named("Wheels: Advanced; Brakes: Basic"), ["Wheels||Advanced", "Brakes||Basic"]);
        assert_eq!(named("設計、レビュー（単体、結合）"), ["設計||", "レビュー|単体+結合|"]);
        assert_eq!(named("a (b"), ["a (b||"]);
        assert_eq!(named(" , ,"), Vec::<String>::new());
    }

    #[test]
    fn numbers_in_front_are_removed() {
        for (text, rest) in [
            ("1.11 Career", "Career"),
            ("2. Team", "Team"),
            ("3) Lead", "Lead"),
            ("3D artist", "3D artist"),
            ("2026 plan", "2026 plan"),
        ] {
            assert_eq!(without_number(text), rest);
        }
    }
}
