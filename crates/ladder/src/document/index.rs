//! References between the parts of a document, as indices into its lists.
//!
//! In JSON a reference is the id of what it refers to: the parser turns ids into indices, the
//! canonical writer turns them back, and both recognise a reference by the name of its type.

use super::id::Id;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The index into the document's list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// All indices of a list of `len` items, in order.
            pub fn all(len: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
                (0..len).map(Self::from)
            }
        }

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                #[allow(clippy::cast_possible_truncation)] // lists are limited to 20,000 items
                Self(index as u32)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                Id::json_schema(generator)
            }
        }
    )*};
}

indices! {
    /// The index of a role; the entry role comes first.
    RoleIx
    /// The index of a skill.
    SkillIx
    /// The index of a scale, among those besides the ladder's own.
    ScaleIx
    /// The index of a level, counted through the ladder's own scale and then through its other scales. Of two
    /// levels of one scale, the one with the higher index is the higher level.
    LevelIx
    /// The index of a category.
    CategoryIx
    /// The index of a track.
    TrackIx
    /// The index of a resource.
    ResourceIx
}
