//! What can be answered, and about what.

use super::date::Date;
use ladder::Id;

/// How well one can do something, in one's own judgement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Not yet.
    NotYet,
    /// Learning it.
    Learning,
    /// Have it.
    Have,
    /// At a level of the ladder's scale, by the level's id.
    Level(Id),
}

/// What stands before the id of a level; no word of a rating has it.
const LEVEL: &str = "level:";

impl Rating {
    /// The word it is stored and shared by.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::NotYet => "not-yet".to_owned(),
            Self::Learning => "learning".to_owned(),
            Self::Have => "have".to_owned(),
            Self::Level(id) => format!("{LEVEL}{id}"),
        }
    }

    /// Reads a word of [`Rating::word`].
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        match word {
            "not-yet" => Some(Self::NotYet),
            "learning" => Some(Self::Learning),
            "have" => Some(Self::Have),
            _ => Id::new(word.strip_prefix(LEVEL)?).map(Self::Level),
        }
    }
}

/// What is asked of a visitor. Each is answered for an id, and each answer stands by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// How well one can do a skill.
    Rating,
    /// A note on a skill.
    Note,
    /// The day by which one wants to have a skill.
    Due,
    /// Whether one has watched, read or done a resource.
    Seen,
    /// That one wants to become a role, and from where.
    Goal,
}

/// An answer itself. One that was taken back is an answer too: it must win over what it took back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// How well one can do the skill.
    Rating(Option<Rating>),
    /// The note on the skill; empty where there is none.
    Note(String),
    /// The day by which one wants to have the skill.
    Due(Option<Date>),
    /// Whether one has watched, read or done the resource.
    Seen(bool),
    /// The role one comes from on the way to this one; `None` is nowhere yet.
    Goal(Option<Id>),
}

impl Said {
    /// What it answers.
    #[must_use]
    pub fn about(&self) -> About {
        match self {
            Self::Rating(_) => About::Rating,
            Self::Note(_) => About::Note,
            Self::Due(_) => About::Due,
            Self::Seen(_) => About::Seen,
            Self::Goal(_) => About::Goal,
        }
    }

    /// Whether it says no more than no answer does.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Rating(rating) => rating.is_none(),
            Self::Note(note) => note.is_empty(),
            Self::Due(due) => due.is_none(),
            Self::Seen(seen) => !seen,
            Self::Goal(_) => false,
        }
    }
}

impl About {
    /// The answer that takes an answer back; a goal is never taken back, only another one chosen.
    #[must_use]
    pub fn blank(self) -> Option<Said> {
        match self {
            Self::Rating => Some(Said::Rating(None)),
            Self::Note => Some(Said::Note(String::new())),
            Self::Due => Some(Said::Due(None)),
            Self::Seen => Some(Said::Seen(false)),
            Self::Goal => None,
        }
    }
}
