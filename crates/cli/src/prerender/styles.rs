//! The style sheets inside each kind of page: what its first paint needs.

use super::RenderedPage;
use crate::built_app::{HashedAsset, StyleSheet};
use crate::digest::integrity;
use anyhow::{Result, anyhow};
use career_ladder::pages::Page;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Display;
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
    /// Takes from the sheets what each kind of page needs, by the classes in its rendered pages, and writes
    /// the file with all sheets into `folder`. `theme` comes last everywhere.
    ///
    /// # Errors
    /// If the file cannot be written or a sheet is not valid CSS.
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
        let is_for_screens = |sheet: &&StyleSheet| !OTHER_MEDIA.contains(&sheet.name.as_str());
        let join = |sheets: &mut dyn Iterator<Item = &StyleSheet>| {
            sheets.map(|sheet| sheet.text.as_str()).chain([theme]).collect::<String>()
        };
        let screen = join(&mut sheets.iter().filter(is_for_screens));
        let inline = classes
            .into_iter()
            .map(|(kind, used)| Ok((kind, only_used(&screen, &possible_classes(sheets, &used))?)));
        let inline = inline.collect::<Result<_>>()?;
        let all = HashedAsset::write(folder, "style.css", join(&mut sheets.iter()).as_bytes())?;
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

/// The classes of a page, and those that its components can get. A class belongs to the first sheet that names
/// it, and a component is on the page if the first class of its sheet is.
fn possible_classes<'a>(sheets: &'a [StyleSheet], used: &HashSet<&'a str>) -> HashSet<&'a str> {
    let mut known = HashSet::new();
    let mut possible = used.clone();
    for sheet in sheets {
        let is_present =
            class_selectors(&sheet.text).next().is_some_and(|component| used.contains(component));
        // Collected even if they are not needed, so that all of them become known.
        let own: Vec<_> =
            class_selectors(&sheet.text).filter(|class| known.insert(*class)).collect();
        if is_present {
            possible.extend(own);
        }
    }
    possible
}

/// The rules of a style sheet without those for classes that no page has.
fn only_used(sheet: &str, used: &HashSet<&str>) -> Result<String> {
    let unused = class_selectors(sheet).filter(|class| !used.contains(class));
    let unused_symbols = unused.map(str::to_owned).collect();
    let invalid = |error: &dyn Display| anyhow!("The style sheets are not valid: {error}");
    let mut rules = lightningcss::stylesheet::StyleSheet::parse(sheet, ParserOptions::default())
        .map_err(|error| invalid(&error))?;
    rules
        .minify(MinifyOptions { unused_symbols, ..MinifyOptions::default() })
        .map_err(|error| invalid(&error))?;
    let printed = rules.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| invalid(&error))?.code)
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
    use super::{StyleSheet, only_used, possible_classes};
    use std::collections::HashSet;

    #[test]
    fn a_class_is_possible_if_the_component_of_its_sheet_is_on_the_page() {
        let sheet = |name: &str, text: &str| StyleSheet { name: name.into(), text: text.into() };
        let sheets = [
            sheet("card", ".card{.tag{margin:0}}"),
            sheet("rail", ".rail{.step{margin:0}}"),
            // Names the class of another component.
            sheet("page", ".page{> .rail,> .side{margin:0}}"),
        ];
        let possible = possible_classes(&sheets, &HashSet::from(["card", "page"]));
        assert_eq!(possible, HashSet::from(["card", "tag", "page", "side"]));
    }

    #[test]
    fn only_rules_for_classes_of_a_page_and_for_elements_are_kept() {
        let used = HashSet::from(["role-card", "tag"]);
        for (sheet, expected) in [
            ("@layer a{.role-card{margin:.5rem}}", "@layer a{.role-card{margin:.5rem}}"),
            (".role-card .badge,.tag{margin:0}", ".role-card .badge,.tag{margin:0}"),
            ("@media print{.search{.tag{margin:0}}}", ""),
            (".role-card-title{margin:1.5rem}", ""),
            (":root{--space:.5rem}body{margin:0}", ":root{--space:.5rem}body{margin:0}"),
        ] {
            assert_eq!(only_used(sheet, &used).unwrap(), expected, "{sheet}");
        }
    }
}
