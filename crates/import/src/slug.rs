//! Ids from names, the same every time.

use std::collections::HashSet;

/// The longest an id may be.
const MAX_LEN: usize = 64;

/// An id from a name in any script: transliterated, lower case, at most 64 characters. Empty if the name has
/// no letter or digit.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(|c| deunicode::deunicode_char(c).unwrap_or("").chars()) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if c != '\'' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    shortened(&slug, MAX_LEN).to_owned()
}

/// The beginning of an id, cut between words if that keeps at least half of it.
fn shortened(slug: &str, max: usize) -> &str {
    let slug = slug.trim_end_matches('-');
    if slug.len() <= max {
        return slug;
    }
    let cut = &slug[..max];
    let between_words = cut.rfind('-').filter(|at| slug.as_bytes()[max] != b'-' && *at >= max / 2);
    cut[..between_words.unwrap_or(max)].trim_end_matches('-')
}

/// Ids of one kind of thing, each once.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    used: HashSet<String>,
}

impl Ids {
    /// Takes an id that the source gives.
    pub fn take(&mut self, id: &str) {
        self.used.insert(id.to_owned());
    }

    /// A new id from a name; `fallback` stands for a name without letters or digits. A number is added where
    /// another has the same id.
    pub fn derive(&mut self, name: &str, fallback: &str) -> String {
        let slug = slug(name);
        let base = if slug.is_empty() { fallback } else { &slug };
        let mut id = base.to_owned();
        let mut nth = 1;
        while !self.used.insert(id.clone()) {
            nth += 1;
            let suffix = format!("-{nth}");
            id = format!("{}{suffix}", shortened(base, MAX_LEN - suffix.len()));
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_in_any_script_give_an_id() {
        for (name, id) in [
            ("AI Developer", "ai-developer"),
            ("C++ / Rust", "c-rust"),
            ("Développeuse confirmée", "developpeuse-confirmee"),
            ("The keeper’s book", "the-keepers-book"),
            ("ソフトウェア", "sohutouea"),
            ("مهندس", "mhnds"),
            ("Größe", "grosse"),
            ("🧭", "compass"),
            ("--", ""),
        ] {
            assert_eq!(slug(name), id, "{name}");
        }
    }

    #[test]
    fn long_names_are_cut_between_words() {
        let name =
            "A very long name of a skill that nobody would ever write into a spreadsheet cell";
        assert_eq!(slug(name), "a-very-long-name-of-a-skill-that-nobody-would-ever-write-into-a");
        assert_eq!(slug(&"x".repeat(80)).len(), 64);
    }

    #[test]
    fn the_second_of_a_name_gets_a_number() {
        let mut ids = Ids::default();
        ids.take("lead");
        assert_eq!(ids.derive("Lead", "role"), "lead-2");
        assert_eq!(ids.derive("Lead!", "role"), "lead-3");
        assert_eq!(ids.derive("!", "role"), "role");
        let long = "x".repeat(70);
        assert_eq!(ids.derive(&long, "role").len(), 64);
        assert!(ids.derive(&long, "role").ends_with("xx-2"));
    }

    proptest! {
        #[test]
        fn a_derived_id_is_valid_and_new(names in prop::collection::vec("\\PC{0,90}", 1..6)) {
            let mut ids = Ids::default();
            let derived: Vec<String> = names.iter().map(|name| ids.derive(name, "item")).collect();
            for id in &derived {
                prop_assert!(ladder::Id::new(id).is_some(), "{id}");
            }
            prop_assert_eq!(derived.iter().collect::<HashSet<_>>().len(), derived.len());
        }
    }
}
