//! The few things shared by all pages.

use crate::ladder::Ladder;
use std::sync::Arc;

/// The ladder as components take it. It never changes while a page is shown.
pub type Shared = Arc<Ladder>;
