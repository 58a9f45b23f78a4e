//! Entry points for opening another ladder, in a chunk because most visits do not need them.

use super::LadderStore;
use crate::browser::file::File;
use crate::chunk::{LoadFuture, lazy_chunk};

/// Loads the chunk.
#[must_use]
pub fn load() -> LoadFuture {
    Box::pin(load_opening())
}

lazy_chunk!(
    matrix,
    load_opening,
    fn open_from_address_bar(store: LadderStore) -> () {
        store.open_from_address_bar();
    }
);

lazy_chunk!(
    matrix,
    fn open_file(store: LadderStore, file: File) -> () {
        store.open_file(&file);
    }
);

lazy_chunk!(
    matrix,
    fn refresh_recents(store: LadderStore) -> () {
        store.refresh_recents();
    }
);
