//! A complete address: a ladder and a page of it.

use super::query::{Query, QueryWriter};
use super::{LONGEST_TEXT, NotFound, Route, base};
use ladder::{Address, Id};

/// Where a ladder comes from, as in the parameter `ladder`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The site's own ladder; the parameter is left out.
    #[default]
    Default,
    /// A bundled ladder, by its id.
    Bundled(Id),
    /// A ladder at an `https:` or `http:` URL.
    Url(Address),
    /// A ladder in a file of this site, by its path under the base: `team.json` or `/ladders/team.json`.
    OnSite(SitePath),
    /// A ladder that was opened from a file and is stored on this device, by its id: `file:ID`.
    StoredFile(Id),
}

/// The prefix of the id of a ladder that is stored on this device. No id and no URL starts with it.
const FILE_PREFIX: &str = "file:";

impl Origin {
    /// Parses the value of `ladder`; `None` if it is neither an id, a URL, a path nor a stored file.
    #[must_use]
    pub fn read(value: &str) -> Option<Self> {
        if let Some(id) = value.strip_prefix(FILE_PREFIX) {
            return Id::new(id).map(Self::StoredFile);
        }
        let bundled = Id::new(value).map(Self::Bundled);
        let address = || Address::new(value).map(Self::Url);
        bundled.or_else(address).or_else(|| SitePath::new(value).map(Self::OnSite))
    }

    /// The value of `ladder`; empty for the site's own ladder.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Default => String::new(),
            Self::Bundled(id) => id.to_string(),
            Self::Url(address) => address.as_str().to_owned(),
            Self::OnSite(path) => path.0.to_string(),
            Self::StoredFile(id) => format!("{FILE_PREFIX}{id}"),
        }
    }
}

/// The path of a file of this site, with or without the base and a slash at its start.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SitePath(Box<str>);

impl SitePath {
    /// Parses a path; `None` if it leads out of the site, or has neither a dot nor a slash.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_graphic() || c.is_alphanumeric();
        let is_path = text.contains(['.', '/'])
            && text.len() <= LONGEST_TEXT
            && !text.starts_with("//")
            && !text.contains([':', '\\', '?', '#', '%'])
            && text.chars().all(is_plain);
        let mut folders: Vec<&str> = Vec::new();
        for part in text.split('/') {
            match part {
                "." => {}
                ".." => drop(folders.pop().filter(|folder| !folder.is_empty())?),
                part => folders.push(part),
            }
        }
        let is_file = folders.last().is_some_and(|file| !file.is_empty());
        (is_path && is_file).then(|| Self(folders.join("/").into()))
    }

    /// The path under the base.
    #[must_use]
    pub fn under_base(&self) -> &str {
        let path = self.0.strip_prefix(base()).unwrap_or(&self.0);
        path.strip_prefix('/').unwrap_or(path)
    }
}

/// A page of a ladder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Location {
    /// The ladder.
    pub origin: Origin,
    /// The page.
    pub route: Route,
}

impl Location {
    /// Parses an address as [`Route::read`] does, with its parameter `ladder`. If that is invalid, the
    /// route is [`Route::NotFound`] and the ladder the site's own.
    #[must_use]
    pub fn read(path: &str, query: &str) -> Self {
        let route = Route::read(path, query);
        // If the address is too long or not UTF-8, the route is `NotFound` already.
        let value = match (&route, Query::read(query)) {
            (Route::NotFound(NotFound::TooLong), _) | (_, Err(_)) => None,
            (_, Ok(query)) => query.get("ladder").map(str::to_owned),
        };
        match value.map(|value| Origin::read(&value)) {
            None => Self { origin: Origin::Default, route },
            Some(Some(origin)) => Self { origin, route },
            Some(None) => {
                let why = NotFound::Parameter("ladder".to_owned());
                Self { origin: Origin::Default, route: Route::NotFound(why) }
            }
        }
    }

    /// The address under the [`base`]; the parameter `ladder` comes last.
    #[must_use]
    pub fn href(&self) -> String {
        let address = self.route.address();
        let mut query = QueryWriter::after(&address);
        query.text("ladder", &self.origin.value());
        format!("{}{address}{}", base().trim_end_matches('/'), query.finish())
    }
}
