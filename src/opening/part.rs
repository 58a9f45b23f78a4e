//! Where opening another ladder begins: a part of the program, because on most visits nobody does.

use super::Opening;
use crate::browser::file::File;
use crate::part::{Coming, part};

/// The part, on its way.
#[must_use]
pub fn load() -> Coming {
    Box::pin(load_opening())
}

part!(
    matrix,
    load_opening,
    fn go(opening: Opening) -> () {
        opening.go();
    }
);

part!(
    matrix,
    fn open_file(opening: Opening, file: File) -> () {
        opening.open_file(&file);
    }
);

part!(
    matrix,
    fn look_up(opening: Opening) -> () {
        opening.refresh_recents();
    }
);
