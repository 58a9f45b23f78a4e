//! The forms of values that the parser checks.

use super::ids::Thing;

/// What the newtypes around a value say about it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    Text,
    RichText,
    Id,
    Address,
    ResourceAddress,
    Name,
    Names,
    Date,
    LanguageTag,
    LanguageTags,
    RawJson,
    FormatVersion,
    Reference(Thing),
}

impl Form {
    /// The form of the values in a newtype of this name.
    pub fn of_newtype(name: &str) -> Self {
        match name {
            "SkillIx" => Self::Reference(Thing::Skill),
            "ScaleIx" => Self::Reference(Thing::Scale),
            "LevelIx" => Self::Reference(Thing::Level),
            "ResourceIx" => Self::Reference(Thing::Resource),
            "RoleIx" => Self::Reference(Thing::Role),
            "CategoryIx" => Self::Reference(Thing::Category),
            "TrackIx" => Self::Reference(Thing::Track),
            "RichText" => Self::RichText,
            "Id" => Self::Id,
            "Address" => Self::Address,
            "ResourceAddress" => Self::ResourceAddress,
            "Name" => Self::Name,
            "Names" => Self::Names,
            "Date" => Self::Date,
            "LanguageTag" => Self::LanguageTag,
            "LanguageTags" => Self::LanguageTags,
            "RawJson" => Self::RawJson,
            "FormatVersion" => Self::FormatVersion,
            _ => Self::Text,
        }
    }

    /// A text that every type of this form accepts.
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::Id => "x",
            Self::Address => "https://x",
            _ => "",
        }
    }
}
