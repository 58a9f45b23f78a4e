//! Answers about things that are no longer in the ladder.

use super::answer::AnswerKind;
use super::answers::{Answer, Answers};
use ladder::{Id, Ladder};

/// An answer about a skill or a resource that the ladder no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrphanedAnswer {
    /// The id; the name is gone with the skill or resource.
    pub id: Id,
    /// The kind of answer.
    pub kind: AnswerKind,
}

impl Answers {
    /// The answers about skills and resources that the ladder no longer has. They are kept, because
    /// these may return.
    #[must_use]
    pub fn orphaned(&self, ladder: &Ladder) -> Vec<OrphanedAnswer> {
        let exists = |kind: AnswerKind, id: &Id| match kind {
            AnswerKind::Rating | AnswerKind::Note | AnswerKind::Due => {
                ladder.skill_by_id(id).is_some()
            }
            AnswerKind::Seen => ladder.resources.iter().any(|resource| resource.id == *id),
            // An old goal or role is nothing the visitor would miss.
            AnswerKind::Goal | AnswerKind::CurrentRole => true,
        };
        let is_orphaned =
            |answer: &&Answer| !answer.value.is_blank() && !exists(answer.value.kind(), &answer.id);
        let orphaned = self.all().iter().filter(is_orphaned);
        orphaned
            .map(|answer| OrphanedAnswer { id: answer.id.clone(), kind: answer.value.kind() })
            .collect()
    }
}
