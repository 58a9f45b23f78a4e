//! Where opening another ladder begins: a part of the program, because on most visits nobody does.

use super::Opening;
use crate::browser::file::File;
use crate::chunk::{LoadFuture, lazy_chunk};

/// The part, on its way.
#[must_use]
pub fn load() -> LoadFuture {
    Box::pin(load_opening())
}

lazy_chunk!(
    matrix,
    load_opening,
    fn go(opening: Opening) -> () {
        opening.go();
    }
);

lazy_chunk!(
    matrix,
    fn open_file(opening: Opening, file: File) -> () {
        opening.open_file(&file);
    }
);

lazy_chunk!(
    matrix,
    fn look_up(opening: Opening) -> () {
        opening.refresh_recents();
    }
);
