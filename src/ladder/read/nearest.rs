//! The known word that is nearest to one that is not known.

/// The longest words that are compared, in bytes.
const LONGEST: usize = 64;

/// The candidate that `word` is most likely meant to be; `None` where none is near enough.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let mut best = None;
    // Up to a third of the word may be wrong, three slips at most.
    let mut allowed = word.chars().count().div_ceil(3).min(3);
    for candidate in candidates {
        if candidate.len() > LONGEST || candidate.len().abs_diff(word.len()) > allowed {
            continue;
        }
        let slips = slips(word.as_bytes(), candidate.as_bytes());
        if slips <= allowed && slips < candidate.len() {
            best = Some(candidate);
            match slips.checked_sub(1) {
                Some(fewer) => allowed = fewer,
                None => break,
            }
        }
    }
    best
}

/// How many slips lie between two short words: a letter too many, missing, wrong, or two swapped.
fn slips(a: &[u8], b: &[u8]) -> usize {
    let mut before_last = [0; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = std::array::from_fn(|column| column);
    for row in 1..=a.len() {
        let mut current = [row; LONGEST + 1];
        for column in 1..=b.len() {
            let same = a[row - 1].eq_ignore_ascii_case(&b[column - 1]);
            let mut slips = (last[column - 1] + usize::from(!same))
                .min(last[column] + 1)
                .min(current[column - 1] + 1);
            let swapped =
                row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1];
            if swapped {
                slips = slips.min(before_last[column - 2] + 1);
            }
            current[column] = slips;
        }
        before_last = last;
        last = current;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let known = ["python", "sql", "title", "skills", "short_title", "id"];
        for (word, meant) in [
            ("pyhton", Some("python")),
            ("Python", Some("python")),
            ("pythons", Some("python")),
            ("skill", Some("skills")),
            ("shorttitle", Some("short_title")),
            ("slq", Some("sql")),
            ("ID", Some("id")),
            ("x", None),
            ("rust", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &mut known.into_iter()), meant, "{word}");
        }
    }
}
