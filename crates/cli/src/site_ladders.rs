//! The ladders of a site: checked, listed in a catalog, and packed.

use crate::source_report::{FEW_REMARKS, doubts_text, source_text};
use anyhow::{Context, Result};
use import::{SourceFormat, read_and_check};
use ladder::{CatalogEntry, Ladder, pack_site, to_json, unpack_catalog};
use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};

/// The list of the ladders, in their folder.
const CATALOG: &str = "index.json";

/// The ladders of a site.
#[derive(Debug)]
pub struct SiteLadders {
    /// The packed data of the site, which pages fetch.
    pub data: Vec<u8>,
    /// All ladders, the site's own first.
    pub catalog: Vec<CatalogEntry>,
    /// The document of each ladder in the catalog.
    documents: Vec<String>,
}

impl SiteLadders {
    /// Reads the files; the first one is the site's own ladder. Returns the ladders, or `None` if any has an
    /// error, and a report of all problems and of what was guessed and left out.
    ///
    /// # Errors
    /// If a file cannot be read, or two ladders have the same id.
    pub fn read(files: &[PathBuf], colours: bool) -> Result<(Option<Self>, String)> {
        let mut report = String::new();
        let (mut own, mut catalog, mut documents) = (None, Vec::<CatalogEntry>::new(), Vec::new());
        let mut is_valid = true;
        for file in files {
            let name = file.display().to_string();
            let bytes = fs::read(file).with_context(|| format!("Cannot read {name}"))?;
            let reading = read_and_check(&name, &bytes);
            report.push_str(&source_text(&reading, colours));
            report.push_str(&doubts_text(&reading, FEW_REMARKS));
            let text = reading.text().to_owned();
            let Some(ladder) = reading.ladder else {
                is_valid = false;
                continue;
            };
            let id = ladder.id.clone();
            anyhow::ensure!(
                catalog.iter().all(|entry| entry.id != id),
                "{name}: another of these ladders has the id `{id}` too; give each its own id"
            );
            catalog.push(CatalogEntry {
                file: format!("{id}.json"),
                id,
                title: ladder.title.clone(),
                summary: ladder.summary.as_deref().unwrap_or_default().to_owned(),
            });
            documents.push(match SourceFormat::of(&name) {
                SourceFormat::Json => text,
                _ => to_json(&ladder)?,
            });
            own.get_or_insert(ladder);
        }
        let Some(own) = own.filter(|_| is_valid) else { return Ok((None, report)) };
        Ok((Some(Self { data: pack_site(&catalog, own)?, catalog, documents }), report))
    }

    /// [`Self::read`] that prints the problems.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_and_print(files: &[PathBuf]) -> Result<Option<Self>> {
        let colours = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let (ladders, report) = Self::read(files, colours)?;
        eprint!("{report}");
        Ok(ladders)
    }

    /// The site's own ladder, as pages unpack it.
    ///
    /// # Errors
    /// Never for a ladder that was parsed.
    pub fn own(&self) -> Result<Ladder> {
        let (_, packed) = unpack_catalog(&self.data)?;
        Ok(Ladder::unpack(packed)?)
    }

    /// Writes the documents and their catalog into a folder, for pages that open them by their address.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn write_documents(&self, folder: &Path) -> Result<()> {
        let failed = || format!("Cannot write {}", folder.display());
        fs::create_dir_all(folder).with_context(failed)?;
        for (entry, document) in self.catalog.iter().zip(&self.documents) {
            fs::write(folder.join(&entry.file), document).with_context(failed)?;
        }
        let catalog = serde_json::to_string_pretty(&self.catalog)?;
        fs::write(folder.join(CATALOG), catalog).with_context(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_import_left_out_is_reported() {
        let file = std::env::temp_dir().join(format!("site-ladder-{}.csv", std::process::id()));
        let rows = ",x\n".repeat(FEW_REMARKS + 2);
        fs::write(&file, format!("Skill,Junior\nWheels,x\n{rows}")).unwrap();
        let (ladders, report) = SiteLadders::read(std::slice::from_ref(&file), false).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(ladders.is_some());
        assert!(report.contains(".csv:3:2: left out: this row has no skill\n"), "{report}");
        assert!(report.contains("more; run `career-ladder import` to see all\n"), "{report}");
        assert!(report.lines().count() <= FEW_REMARKS + 1, "{report}");
        assert!(SiteLadders::read(&[file], false).is_err(), "the file is gone");
    }
}
