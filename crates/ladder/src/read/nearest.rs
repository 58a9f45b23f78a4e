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
        let Some(slips) = slips(word.as_bytes(), candidate.as_bytes(), allowed) else { continue };
        if slips < candidate.len() {
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
/// `None` where they are more than `allowed`, which most words show after a few letters.
fn slips(a: &[u8], b: &[u8], allowed: usize) -> Option<usize> {
    const FAR: u8 = u8::MAX / 2;
    let mut before_last = [FAR; LONGEST + 1];
    let mut last: [u8; LONGEST + 1] = std::array::from_fn(|column| column as u8);
    let mut least_of_last = 0;
    for row in 1..=a.len() {
        let mut current = [FAR; LONGEST + 1];
        // Cells further from the diagonal than that many slips are out of reach.
        let from = row.saturating_sub(allowed);
        if from == 0 {
            current[0] = row as u8;
        }
        let mut least = current[0];
        for column in from.max(1)..=(row + allowed).min(b.len()) {
            let same = a[row - 1].eq_ignore_ascii_case(&b[column - 1]);
            let mut slips = (last[column - 1] + u8::from(!same))
                .min(last[column] + 1)
                .min(current[column - 1] + 1);
            let swapped =
                row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1];
            if swapped {
                slips = slips.min(before_last[column - 2] + 1);
            }
            current[column] = slips;
            least = least.min(slips);
        }
        if usize::from(least.min(least_of_last)) > allowed {
            return None;
        }
        least_of_last = least;
        before_last = last;
        last = current;
    }
    Some(usize::from(last[b.len()])).filter(|slips| *slips <= allowed)
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

    #[test]
    fn counts_slips() {
        let count = |a: &str, b: &str| super::slips(a.as_bytes(), b.as_bytes(), 3);
        for (a, b, slips) in [
            ("abc", "abc", Some(0)),
            ("abc", "ABC", Some(0)),
            ("abc", "acb", Some(1)),
            ("abc", "ab", Some(1)),
            ("ab", "abc", Some(1)),
            ("abc", "xbc", Some(1)),
            ("abcdef", "badcfe", Some(3)),
            ("abcdefgh", "badcfehg", None),
            ("abc", "", Some(3)),
            ("", "abc", Some(3)),
            ("kitten", "sitting", Some(3)),
            ("saturday", "sundays", None),
        ] {
            assert_eq!(count(a, b), slips, "{a} {b}");
        }
        assert_eq!(count(&"a".repeat(64), &"b".repeat(64)), None);
    }
}
