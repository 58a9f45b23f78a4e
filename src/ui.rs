//! Generic components that know neither the ladder nor the route.

pub mod combobox;
pub mod external_link;
pub mod heading;
pub mod highlighted;
pub mod icon;
pub mod next_frame;
pub mod paged;
pub mod rich_text;
pub mod text;
pub mod virtual_grid;
pub mod when_offline;

pub use combobox::{Choice, Combobox};
pub use external_link::external_link;
pub use heading::Heading;
pub use highlighted::Highlighted;
pub use icon::{Icon, IconShape};
pub use next_frame::NextFrame;
pub use paged::{Paged, pages_by_weight, pages_of};
pub use rich_text::{mark_element_count, paragraph, phrase, rich_text};
pub use text::{count, english};
pub use virtual_grid::{GridModel, VirtualGrid};
pub use when_offline::WhenOffline;
