//! Parts that know neither the ladder nor the route.

pub mod combobox;
pub mod heading;
pub mod icon;
pub mod marked;
pub mod paged;
pub mod text;
pub mod virtual_grid;
pub mod when_offline;

pub use combobox::{Choice, Combobox};
pub use heading::Heading;
pub use icon::{Icon, Shape};
pub use marked::Marked;
pub use paged::{paged, paged_by, pages};
pub use text::{count, english};
pub use virtual_grid::{Sheet, VirtualGrid};
pub use when_offline::WhenOffline;
