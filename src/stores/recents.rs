//! The list of recently opened ladders. Pure.

use crate::router::Origin;

/// The most bytes of documents that are stored for offline use: 32 MB.
pub const MAX_STORED_BYTES: u32 = 32_000_000;

/// The most ladders in the list.
const MAX_RECENTS: usize = 20;

/// A ladder that was opened from a file or a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Where it was opened from.
    pub origin: Origin,
    /// Its title.
    pub title: String,
    /// The host in ASCII, or the file name.
    pub source: String,
    /// The date on which it was last opened, in ISO format.
    pub opened_on: String,
    /// The size of its document in bytes.
    pub bytes: u32,
    /// Whether its document is stored on the device.
    pub is_stored: bool,
}

/// The recently opened ladders, latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recents(Vec<Recent>);

impl Recents {
    /// Parses the output of [`Recents::serialize`]. Skips invalid lines.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.lines().filter_map(parse_line).take(MAX_RECENTS).collect())
    }

    /// The list as text: one ladder on each line, with fields separated by tabs.
    #[must_use]
    pub fn serialize(&self) -> String {
        let mut text = String::new();
        for recent in &self.0 {
            let bytes = recent.bytes.to_string();
            let stored = if recent.is_stored { "kept" } else { "" };
            let origin = recent.origin.value();
            let fields =
                [&origin, &recent.title, &recent.source, &recent.opened_on, &bytes, stored];
            for (index, field) in fields.into_iter().enumerate() {
                if index > 0 {
                    text.push('\t');
                }
                // Tabs and line breaks in a title become spaces.
                text.extend(field.chars().map(|c| if c.is_control() { ' ' } else { c }));
            }
            text.push('\n');
        }
        text
    }

    /// Iterates over the ladders, latest first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Recent> {
        self.0.iter()
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the list contains a ladder.
    #[must_use]
    pub fn contains(&self, origin: &Origin) -> bool {
        self.0.iter().any(|recent| recent.origin == *origin)
    }

    /// Puts a ladder first. Returns the keys of the documents to delete so that the limits hold.
    #[must_use]
    pub fn add(&mut self, recent: Recent) -> Vec<String> {
        self.0.retain(|before| before.origin != recent.origin);
        self.0.insert(0, recent);
        let mut free = MAX_STORED_BYTES;
        let mut evicted = Vec::new();
        for (index, recent) in self.0.iter_mut().enumerate().filter(|(_, recent)| recent.is_stored)
        {
            match free.checked_sub(recent.bytes).filter(|_| index < MAX_RECENTS) {
                Some(rest) => free = rest,
                None => {
                    recent.is_stored = false;
                    evicted.push(recent.origin.value());
                }
            }
        }
        self.0.truncate(MAX_RECENTS);
        // Without its document, a file cannot be opened again.
        self.0.retain(|recent| recent.is_stored || !matches!(recent.origin, Origin::StoredFile(_)));
        evicted
    }

    /// Appends the ladders of an older list.
    pub fn append_older(&mut self, older: Self) {
        let mut older = older.0;
        older.retain(|recent| !self.contains(&recent.origin));
        self.0.append(&mut older);
        self.0.truncate(MAX_RECENTS);
    }

    /// Removes a ladder.
    pub fn remove(&mut self, origin: &Origin) {
        self.0.retain(|recent| recent.origin != *origin);
    }

    /// The size of all stored documents in bytes.
    #[must_use]
    pub fn stored_bytes(&self) -> u32 {
        self.0.iter().filter(|recent| recent.is_stored).map(|recent| recent.bytes).sum()
    }
}

fn parse_line(line: &str) -> Option<Recent> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().map(str::to_owned);
    let origin = Origin::read(&next()?)?;
    let (title, source, opened_on) = (next()?, next()?, next()?);
    let bytes = next()?.parse().ok()?;
    Some(Recent { origin, title, source, opened_on, bytes, is_stored: next()? == "kept" })
}

#[cfg(test)]
mod tests {
    use super::{MAX_RECENTS, MAX_STORED_BYTES, Recent, Recents};
    use crate::router::Origin;

    fn recent(origin: &str, bytes: u32) -> Recent {
        Recent {
            origin: Origin::read(origin).unwrap(),
            title: "A title".into(),
            source: "host".into(),
            opened_on: "2026-03-03".into(),
            bytes,
            is_stored: true,
        }
    }

    fn keys(recents: &Recents) -> Vec<String> {
        recents.iter().map(|recent| recent.origin.value()).collect()
    }

    #[test]
    fn serializing_and_parsing_preserves_the_list() {
        let mut recents = Recents::default();
        assert_eq!(recents.add(recent("https://a.example/x.json?a=b", 12)), [""; 0]);
        assert_eq!(recents.add(recent("file:0a", 8)), [""; 0]);
        assert_eq!(Recents::parse(&recents.serialize()), recents);
        let multiline = Recent { title: "Two\nlines\tand more".into(), ..recent("file:b", 1) };
        let _ = recents.add(multiline);
        let parsed = Recents::parse(&recents.serialize());
        assert_eq!(parsed.iter().next().unwrap().title, "Two lines and more");
        assert_eq!(parsed.iter().len(), 3);
    }

    #[test]
    fn invalid_lines_are_skipped() {
        for text in [
            "",
            "\n\n",
            "{}",
            "file:0a",
            "javascript:x\ta\tb\tc\t1\tkept",
            "file:0a\ta\tb\tc\tmany\t",
        ] {
            assert!(Recents::parse(text).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn opening_a_ladder_again_moves_it_to_the_front() {
        let mut recents = Recents::default();
        for origin in ["file:a", "file:b", "file:a"] {
            let _ = recents.add(recent(origin, 1));
        }
        assert_eq!(keys(&recents), ["file:a", "file:b"]);
        recents.remove(&Origin::read("file:a").unwrap());
        assert_eq!(keys(&recents), ["file:b"]);
    }

    #[test]
    fn older_ladders_are_appended_without_duplicates() {
        let [mut now, mut older] = [Recents::default(), Recents::default()];
        let _ = now.add(recent("file:b", 1));
        for origin in ["file:a", "file:b", "https://c.example/"] {
            let _ = older.add(recent(origin, 1));
        }
        now.append_older(older);
        assert_eq!(keys(&now), ["file:b", "https://c.example/", "file:a"]);
    }

    #[test]
    fn the_oldest_documents_are_evicted_first() {
        let mut recents = Recents::default();
        let half = MAX_STORED_BYTES / 2;
        for origin in ["https://a.example/", "file:b", "https://c.example/"] {
            let _ = recents.add(recent(origin, half - 1));
        }
        // The URL is still listed, without its document.
        assert_eq!(keys(&recents), ["https://c.example/", "file:b", "https://a.example/"]);
        assert_eq!(recents.stored_bytes(), 2 * (half - 1));
        // The file is not, because it cannot be opened without its document.
        assert_eq!(recents.add(recent("https://d.example/", half)), ["file:b"]);
        assert_eq!(
            keys(&recents),
            ["https://d.example/", "https://c.example/", "https://a.example/"]
        );
        assert!(recents.stored_bytes() <= MAX_STORED_BYTES);
    }

    #[test]
    fn the_list_has_a_maximum_length() {
        let mut recents = Recents::default();
        for index in 0..=MAX_RECENTS {
            let evicted = recents.add(recent(&format!("https://a.example/{index}"), 1));
            assert_eq!(evicted.len(), usize::from(index == MAX_RECENTS));
        }
        assert_eq!(recents.iter().len(), MAX_RECENTS);
    }
}
