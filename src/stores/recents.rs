//! The ladders opened from elsewhere, as this device remembers them. Pure.

use crate::router::Origin;

/// Bytes of text that are kept for offline use, in all: 32 MB.
pub const KEPT_BYTES: u32 = 32_000_000;

/// So many ladders are remembered.
const REMEMBERED: usize = 20;

/// A ladder that was opened from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// From where: an address, or a file.
    pub origin: Origin,
    /// Its title.
    pub title: String,
    /// Whose it is: the host in plain letters, or the file's name.
    pub source: String,
    /// The day on which it was opened last, as `2026-03-03`.
    pub opened_on: String,
    /// How many bytes its text has.
    pub bytes: u32,
    /// Whether its text is kept.
    pub is_kept: bool,
}

/// The ladders, the one opened last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recents(Vec<Recent>);

impl Recents {
    /// Reads what [`Recents::written`] wrote. A line that cannot be read is passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self(text.lines().filter_map(read_line).take(REMEMBERED).collect())
    }

    /// The list as text, a ladder a line.
    #[must_use]
    pub fn written(&self) -> String {
        let mut text = String::new();
        for recent in &self.0 {
            let bytes = recent.bytes.to_string();
            let kept = if recent.is_kept { "kept" } else { "" };
            let origin = recent.origin.value();
            let fields = [&origin, &recent.title, &recent.source, &recent.opened_on, &bytes, kept];
            for (nth, field) in fields.into_iter().enumerate() {
                if nth > 0 {
                    text.push('\t');
                }
                // What ends a field or a line here is a space in a title.
                text.extend(field.chars().map(|c| if c.is_control() { ' ' } else { c }));
            }
            text.push('\n');
        }
        text
    }

    /// Every ladder, the one opened last first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Recent> {
        self.0.iter()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this one was opened before.
    #[must_use]
    pub fn has(&self, origin: &Origin) -> bool {
        self.0.iter().any(|recent| recent.origin == *origin)
    }

    /// Puts a ladder first. Gives the keys of the texts that are to be forgotten for it: the list is
    /// finite, and so is the space.
    #[must_use]
    pub fn opened(&mut self, recent: Recent) -> Vec<String> {
        self.0.retain(|before| before.origin != recent.origin);
        self.0.insert(0, recent);
        let mut room = KEPT_BYTES;
        let mut forgotten = Vec::new();
        for (nth, recent) in self.0.iter_mut().enumerate().filter(|(_, recent)| recent.is_kept) {
            match room.checked_sub(recent.bytes).filter(|_| nth < REMEMBERED) {
                Some(left) => room = left,
                None => {
                    recent.is_kept = false;
                    forgotten.push(recent.origin.value());
                }
            }
        }
        self.0.truncate(REMEMBERED);
        // A file source text is gone cannot be opened from here any more.
        self.0.retain(|recent| recent.is_kept || !matches!(recent.origin, Origin::Kept(_)));
        forgotten
    }

    /// Puts the ladders of an older list behind these.
    pub fn put_behind(&mut self, older: Self) {
        let older = older.0.into_iter().filter(|recent| !self.has(&recent.origin));
        let older: Vec<_> = older.collect();
        self.0.extend(older);
        self.0.truncate(REMEMBERED);
    }

    /// Forgets one.
    pub fn forget(&mut self, origin: &Origin) {
        self.0.retain(|recent| recent.origin != *origin);
    }

    /// Bytes of text that are kept now.
    #[must_use]
    pub fn kept_bytes(&self) -> u32 {
        self.0.iter().filter(|recent| recent.is_kept).map(|recent| recent.bytes).sum()
    }
}

fn read_line(line: &str) -> Option<Recent> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().map(str::to_owned);
    let origin = Origin::read(&next()?)?;
    let (title, source, opened_on) = (next()?, next()?, next()?);
    let bytes = next()?.parse().ok()?;
    Some(Recent { origin, title, source, opened_on, bytes, is_kept: next()? == "kept" })
}

#[cfg(test)]
mod tests {
    use super::{KEPT_BYTES, REMEMBERED, Recent, Recents};
    use crate::router::Origin;

    fn recent(origin: &str, bytes: u32) -> Recent {
        Recent {
            origin: Origin::read(origin).unwrap(),
            title: "A title".into(),
            source: "host".into(),
            opened_on: "2026-03-03".into(),
            bytes,
            is_kept: true,
        }
    }

    fn keys(recents: &Recents) -> Vec<String> {
        recents.iter().map(|recent| recent.origin.value()).collect()
    }

    #[test]
    fn reads_back_what_it_wrote() {
        let mut recents = Recents::default();
        assert_eq!(recents.opened(recent("https://a.example/x.json?a=b", 12)), [""; 0]);
        assert_eq!(recents.opened(recent("file:0a", 8)), [""; 0]);
        assert_eq!(Recents::read(&recents.written()), recents);
        let odd = Recent { title: "Two\nlines\tand more".into(), ..recent("file:b", 1) };
        let _ = recents.opened(odd);
        let again = Recents::read(&recents.written());
        assert_eq!(again.iter().next().unwrap().title, "Two lines and more");
        assert_eq!(again.iter().len(), 3);
    }

    #[test]
    fn passes_over_what_it_cannot_read() {
        for text in [
            "",
            "\n\n",
            "{}",
            "file:0a",
            "javascript:x\ta\tb\tc\t1\tkept",
            "file:0a\ta\tb\tc\tmany\t",
        ] {
            assert!(Recents::read(text).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn the_one_opened_last_is_first_and_stands_once() {
        let mut recents = Recents::default();
        for origin in ["file:a", "file:b", "file:a"] {
            let _ = recents.opened(recent(origin, 1));
        }
        assert_eq!(keys(&recents), ["file:a", "file:b"]);
        recents.forget(&Origin::read("file:a").unwrap());
        assert_eq!(keys(&recents), ["file:b"]);
    }

    #[test]
    fn an_older_list_is_put_behind() {
        let [mut now, mut older] = [Recents::default(), Recents::default()];
        let _ = now.opened(recent("file:b", 1));
        for origin in ["file:a", "file:b", "https://c.example/"] {
            let _ = older.opened(recent(origin, 1));
        }
        now.put_behind(older);
        assert_eq!(keys(&now), ["file:b", "https://c.example/", "file:a"]);
    }

    #[test]
    fn the_oldest_text_goes_when_there_is_no_room() {
        let mut recents = Recents::default();
        let half = KEPT_BYTES / 2;
        for origin in ["https://a.example/", "file:b", "https://c.example/"] {
            let _ = recents.opened(recent(origin, half - 1));
        }
        // The address is still listed, without its text.
        assert_eq!(keys(&recents), ["https://c.example/", "file:b", "https://a.example/"]);
        assert_eq!(recents.kept_bytes(), 2 * (half - 1));
        // The file is not: without its text it is nothing.
        assert_eq!(recents.opened(recent("https://d.example/", half)), ["file:b"]);
        assert_eq!(
            keys(&recents),
            ["https://d.example/", "https://c.example/", "https://a.example/"]
        );
        assert!(recents.kept_bytes() <= KEPT_BYTES);
    }

    #[test]
    fn the_list_ends() {
        let mut recents = Recents::default();
        for nth in 0..=REMEMBERED {
            let forgotten = recents.opened(recent(&format!("https://a.example/{nth}"), 1));
            assert_eq!(forgotten.len(), usize::from(nth == REMEMBERED));
        }
        assert_eq!(recents.iter().len(), REMEMBERED);
    }
}
