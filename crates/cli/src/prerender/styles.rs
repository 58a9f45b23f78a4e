//! The style sheets inside each kind of page: what its first paint needs.

use super::RenderedPage;
use crate::built_app::{HashedAsset, StyleSheet};
use crate::digest::integrity;
use anyhow::Result;
use career_ladder::pages::Page;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::mem::{Discriminant, discriminant};
use std::path::Path;

/// Sheets for other media than a screen; pages load them with the rest.
const OTHER_MEDIA: [&str; 1] = ["print"];

/// The style sheets of a site.
#[derive(Debug)]
pub struct Styles {
    /// All sheets in one file, for what the app shows after the first paint.
    pub all: HashedAsset,
    inline: HashMap<Discriminant<Page>, String>,
}

impl Styles {
    /// Chooses the sheets of each kind of page by the classes in its rendered pages, and writes the file
    /// with all sheets into `folder`. `theme` comes last everywhere.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(
        folder: &Path,
        sheets: &[StyleSheet],
        theme: &str,
        pages: &[RenderedPage],
    ) -> Result<Self> {
        let mut classes: HashMap<_, HashSet<&str>> = HashMap::new();
        for page in pages {
            let used = page.classes.iter().map(String::as_str);
            classes.entry(discriminant(&page.page)).or_default().extend(used);
        }
        let join = |is_included: &dyn Fn(&StyleSheet) -> bool| {
            let included = sheets.iter().filter(|sheet| is_included(sheet));
            included.map(|sheet| sheet.text.as_str()).chain([theme]).collect::<String>()
        };
        let inline = classes.into_iter().map(|(kind, used)| {
            let is_needed = |sheet: &StyleSheet| {
                !OTHER_MEDIA.contains(&sheet.name.as_str()) && is_used(&sheet.text, &used)
            };
            (kind, join(&is_needed))
        });
        let inline = inline.collect();
        let all = HashedAsset::write(folder, "style.css", join(&|_| true).as_bytes())?;
        Ok(Self { all, inline })
    }

    /// The rules inside a page.
    #[must_use]
    pub fn inline(&self, page: &Page) -> &str {
        self.inline.get(&discriminant(page)).map_or("", String::as_str)
    }

    /// The digests of the rules inside all kinds of pages.
    #[must_use]
    pub fn digests(&self) -> BTreeSet<String> {
        self.inline.values().map(|rules| integrity(rules.as_bytes())).collect()
    }
}

/// Whether a sheet has rules for one of these classes, or for elements without a class.
fn is_used(sheet: &str, used: &HashSet<&str>) -> bool {
    let mut classes = class_selectors(sheet).peekable();
    classes.peek().is_none() || classes.any(|class| used.contains(class))
}

/// The class names in a style sheet: what follows a dot and does not begin with a digit.
fn class_selectors(sheet: &str) -> impl Iterator<Item = &str> {
    sheet.split('.').skip(1).filter_map(|text| {
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
        let name = text.split(|letter| !is_name(letter)).next()?;
        let is_class = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
        is_class.then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::is_used;
    use std::collections::HashSet;

    #[test]
    fn a_sheet_is_used_if_a_page_has_one_of_its_classes_or_it_has_none() {
        let used = HashSet::from(["role-card", "tag"]);
        for (sheet, expected) in [
            ("@layer a{.role-card{margin:.5rem}}", true),
            ("@layer a{.search{.tag{margin:0}}}", true),
            (".role-card-title{margin:1.5rem}", false),
            (":root{--space:.5rem}body{margin:0}", true),
            (".plan{margin:0}", false),
        ] {
            assert_eq!(is_used(sheet, &used), expected, "{sheet}");
        }
    }
}
