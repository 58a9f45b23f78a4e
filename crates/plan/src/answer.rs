//! The kinds of answers and their values.

use super::date::Date;
use ladder::{Id, Ladder, SkillIx};

/// How well the visitor knows a skill, in their own judgement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(try_from = "String")]
pub enum Rating {
    /// Not yet.
    NotYet,
    /// Learning it.
    Learning,
    /// Have it.
    Have,
    /// At a level of the skill's scale, by the level's id.
    Level(Id),
}

/// The prefix of a level's id in [`Rating::code`].
const LEVEL: &str = "level:";

impl Rating {
    /// The ratings to choose from for a skill: the levels of its scale, or three steps without a scale.
    #[must_use]
    pub fn choices(ladder: &Ladder, skill: SkillIx) -> Vec<Self> {
        let levels = ladder.levels_of(skill);
        if levels.len() == 0 {
            return vec![Self::Have, Self::Learning, Self::NotYet];
        }
        levels.map(|level| Self::Level(ladder[level].id.clone())).collect()
    }

    /// The code used in records and share links.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::NotYet => "not-yet".to_owned(),
            Self::Learning => "learning".to_owned(),
            Self::Have => "have".to_owned(),
            Self::Level(id) => format!("{LEVEL}{id}"),
        }
    }

    /// Parses a code written by [`Rating::code`].
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "not-yet" => Some(Self::NotYet),
            "learning" => Some(Self::Learning),
            "have" => Some(Self::Have),
            _ => Id::new(code.strip_prefix(LEVEL)?).map(Self::Level),
        }
    }
}

impl TryFrom<String> for Rating {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::parse(&code).ok_or("unknown rating")
    }
}

/// Where the visitor is now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(try_from = "String")]
pub enum CurrentRole {
    /// In none of the ladder's roles yet.
    StartingOut,
    /// In the role with this id.
    Role(Id),
}

/// The prefix of a role's id in [`CurrentRole::code`].
const ROLE: &str = "role:";

impl CurrentRole {
    /// The code used in records.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::StartingOut => "starting-out".to_owned(),
            Self::Role(id) => format!("{ROLE}{id}"),
        }
    }

    /// Parses a code written by [`CurrentRole::code`].
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "starting-out" => Some(Self::StartingOut),
            _ => Id::new(code.strip_prefix(ROLE)?).map(Self::Role),
        }
    }
}

impl TryFrom<String> for CurrentRole {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::parse(&code).ok_or("unknown role code")
    }
}

/// What an answer is about. A visitor gives at most one answer of each kind for an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerKind {
    /// How well the visitor knows a skill.
    Rating,
    /// A note on a skill.
    Note,
    /// The target date for a skill.
    Due,
    /// Whether a resource was watched, read or done.
    Seen,
    /// A role the visitor wants to reach.
    Goal,
    /// Where the visitor is now; the id is that of the ladder.
    CurrentRole,
}

/// The value of an answer. A blank value is stored, too, so that it replaces an earlier answer when copies are
/// merged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerValue {
    /// The rating of a skill.
    Rating(Option<Rating>),
    /// The note on a skill; empty if there is none.
    Note(String),
    /// The target date for a skill.
    Due(Option<Date>),
    /// Whether a resource was watched, read or done.
    Seen(bool),
    /// The role from which the visitor plans to reach this one; `None` if they are just starting out.
    Goal(Option<Id>),
    /// Where the visitor is now; `None` if they have not said.
    CurrentRole(Option<CurrentRole>),
}

impl AnswerValue {
    /// The kind of answer.
    #[must_use]
    pub fn kind(&self) -> AnswerKind {
        match self {
            Self::Rating(_) => AnswerKind::Rating,
            Self::Note(_) => AnswerKind::Note,
            Self::Due(_) => AnswerKind::Due,
            Self::Seen(_) => AnswerKind::Seen,
            Self::Goal(_) => AnswerKind::Goal,
            Self::CurrentRole(_) => AnswerKind::CurrentRole,
        }
    }

    /// Whether it means the same as no answer.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.kind().blank().as_ref() == Some(self)
    }
}

impl AnswerKind {
    /// What the ladder calls the skill or resource that an answer of this kind is about; `None` if it has no
    /// such skill or resource, and for answers about roles.
    #[must_use]
    pub fn name_in(self, ladder: &Ladder, id: &Id) -> Option<String> {
        match self {
            Self::Rating | Self::Note | Self::Due => {
                ladder.skill_by_id(id).map(|skill| ladder[skill].name.clone())
            }
            Self::Seen => {
                let resource = ladder.resources.iter().find(|resource| resource.id == *id);
                resource.map(|resource| resource.title.clone())
            }
            Self::Goal | Self::CurrentRole => None,
        }
    }

    /// The value that takes an answer back. A goal is never taken back, only replaced.
    #[must_use]
    pub fn blank(self) -> Option<AnswerValue> {
        match self {
            Self::Rating => Some(AnswerValue::Rating(None)),
            Self::Note => Some(AnswerValue::Note(String::new())),
            Self::Due => Some(AnswerValue::Due(None)),
            Self::Seen => Some(AnswerValue::Seen(false)),
            Self::Goal => None,
            Self::CurrentRole => Some(AnswerValue::CurrentRole(None)),
        }
    }
}
