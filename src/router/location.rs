//! A whole address: which ladder it speaks of, and which page of it.

use super::query::{Query, Writer};
use super::{BASE, Nowhere, Route};
use ladder::{Address, Id};

/// Which ladder an address speaks of, in its parameter `ladder`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The site's own ladder; the parameter is left out.
    #[default]
    Default,
    /// A bundled ladder, by its id.
    Bundled(Id),
    /// A ladder at an address on the web, `https:` or `http:`.
    At(Address),
    /// A ladder that was opened from a file and is kept on this device, by its id: `file:ID`.
    Kept(Id),
}

/// What stands before the id of a ladder that is kept on this device. No id and no address has it.
const KEPT: &str = "file:";

impl Origin {
    /// Reads the value of `ladder`; `None` where it is none of the three.
    #[must_use]
    pub fn read(value: &str) -> Option<Self> {
        if let Some(id) = value.strip_prefix(KEPT) {
            return Id::new(id).map(Self::Kept);
        }
        let bundled = Id::new(value).map(Self::Bundled);
        bundled.or_else(|| Address::new(value).map(Self::At))
    }

    /// The value of `ladder`; empty where it is left out.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Default => String::new(),
            Self::Bundled(id) => id.to_string(),
            Self::At(address) => address.as_str().to_owned(),
            Self::Kept(id) => format!("{KEPT}{id}"),
        }
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
    /// Reads an address as [`Route::read`] does, and which ladder it speaks of. Where that cannot
    /// be read, the page says so and the ladder is the site's own.
    #[must_use]
    pub fn read(path: &str, query: &str) -> Self {
        let route = Route::read(path, query);
        // An address that is too long or is not text leads nowhere already.
        let value = match (&route, Query::read(query)) {
            (Route::Nowhere(Nowhere::TooLong), _) | (_, Err(_)) => None,
            (_, Ok(query)) => query.get("ladder").map(str::to_owned),
        };
        match value.map(|value| Origin::read(&value)) {
            None => Self { origin: Origin::Default, route },
            Some(Some(origin)) => Self { origin, route },
            Some(None) => {
                let why = Nowhere::Parameter("ladder".to_owned());
                Self { origin: Origin::Default, route: Route::Nowhere(why) }
            }
        }
    }

    /// The address under the [`BASE`]; the parameter `ladder` comes last.
    #[must_use]
    pub fn href(&self) -> String {
        let address = self.route.address();
        let mut query = Writer::after(&address);
        query.text("ladder", &self.origin.value());
        format!("{}{address}{}", BASE.trim_end_matches('/'), query.finish())
    }
}
