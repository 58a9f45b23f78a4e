//! An attempt to open a ladder, and what an address asks for.

use crate::route::Origin;
use ladder::{Address, Id, Problem};
use reader::{Failure, Progress};
use std::sync::Arc;

/// An attempt to open a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What is to be opened.
    pub wanted: Wanted,
    /// How far it is.
    pub stage: Stage,
}

/// What is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// From where; a file has an origin only once it is read.
    pub origin: Option<Origin>,
    /// Whose it is: the host in plain letters, or the file's name. Empty for a ladder of this site.
    pub whose: String,
}

/// How far an attempt is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The visitor is asked whether to open it.
    Asking,
    /// It is fetched or read.
    Underway(Progress),
    /// There is no document.
    Failed(Failure),
    /// The document has these problems, and at least one is an error.
    Refused(Arc<[Problem]>),
}

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing: its ladder is open.
    Stay,
    /// To show the site's own ladder.
    ShowOwn,
    /// To open this one.
    Open(Origin),
    /// To ask the visitor whether to open an address of another site.
    Ask(Address),
}

/// What an address that speaks of `origin` asks for while the ladder from `open` is open. `own` is
/// the id of the site's own ladder; `is_free` says of an address that nobody needs to be asked.
pub fn next(origin: &Origin, open: &Origin, own: &Id, is_free: impl Fn(&Address) -> bool) -> Next {
    let is_own = match origin {
        Origin::Default => true,
        Origin::Bundled(id) => id == own,
        Origin::At(_) | Origin::Kept(_) => false,
    };
    match origin {
        _ if origin == open || is_own && *open == Origin::Default => Next::Stay,
        _ if is_own => Next::ShowOwn,
        Origin::At(address) if !is_free(address) => Next::Ask(address.clone()),
        origin => Next::Open(origin.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Next, next};
    use crate::route::Origin;
    use ladder::Id;

    #[test]
    fn an_address_asks_for_what_is_not_open() {
        let read = |value: &str| Origin::read(value).unwrap_or_default();
        let own = Id::new("own").unwrap();
        let (free, other) = ("https://here.example/a.json", "https://there.example/a.json");
        let is_free = |address: &ladder::Address| address.as_str() == free;
        for (asked, open, wanted) in [
            ("", "", "stay"),
            ("own", "", "stay"),
            ("", "second", "own"),
            ("own", "second", "own"),
            ("second", "", "open"),
            ("second", "second", "stay"),
            ("file:0a", "", "open"),
            ("file:0a", "file:0a", "stay"),
            (free, "", "open"),
            (other, "", "ask"),
            (other, "second", "ask"),
            (other, other, "stay"),
        ] {
            let found = match next(&read(asked), &read(open), &own, is_free) {
                Next::Stay => "stay",
                Next::ShowOwn => "own",
                Next::Open(origin) => {
                    assert_eq!(origin, read(asked));
                    "open"
                }
                Next::Ask(address) => {
                    assert_eq!(address.as_str(), asked);
                    "ask"
                }
            };
            assert_eq!(found, wanted, "{asked:?} while {open:?} is open");
        }
    }
}
