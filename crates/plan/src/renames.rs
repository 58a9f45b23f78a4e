//! Ids that roles and skills had before, so that answers survive when an id changes.

use super::answer::{AnswerKind, AnswerValue, CurrentRole};
use super::answers::{Answer, Answers};
use ladder::{Id, Ladder};

/// Former ids and the present ones.
#[derive(Clone, Debug, Default)]
pub struct Renames {
    roles: Vec<(Id, Id)>,
    skills: Vec<(Id, Id)>,
}

impl Renames {
    /// The former ids that a ladder lists.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        let pairs = |formerly: &[Id], id: &Id| {
            let pairs = formerly.iter().map(|former| (former.clone(), id.clone()));
            pairs.collect::<Vec<_>>()
        };
        Self {
            roles: ladder.roles.iter().flat_map(|role| pairs(&role.formerly, &role.id)).collect(),
            skills: ladder
                .skills
                .iter()
                .flat_map(|skill| pairs(&skill.formerly, &skill.id))
                .collect(),
        }
    }

    /// The id and value of an answer with present ids in place of former ones.
    #[must_use]
    pub fn apply(&self, id: Id, value: AnswerValue) -> (Id, AnswerValue) {
        let value = match value {
            AnswerValue::Goal(Some(from)) => AnswerValue::Goal(Some(present(&self.roles, from))),
            AnswerValue::CurrentRole(Some(CurrentRole::Role(id))) => {
                AnswerValue::CurrentRole(Some(CurrentRole::Role(present(&self.roles, id))))
            }
            value => value,
        };
        let id = match value.kind() {
            AnswerKind::Rating | AnswerKind::Note | AnswerKind::Due => present(&self.skills, id),
            AnswerKind::Goal => present(&self.roles, id),
            AnswerKind::Seen | AnswerKind::CurrentRole => id,
        };
        (id, value)
    }

    fn is_empty(&self) -> bool {
        self.roles.is_empty() && self.skills.is_empty()
    }
}

fn present(renames: &[(Id, Id)], id: Id) -> Id {
    let renamed = renames.iter().find(|(former, _)| *former == id);
    renamed.map_or(id, |(_, present)| present.clone())
}

impl Answers {
    /// The answers with present ids in place of former ones. Of two answers to what is one question now, the
    /// later one wins.
    #[must_use]
    pub fn renamed(self, renames: &Renames) -> Self {
        if renames.is_empty() {
            return self;
        }
        let answers = self.all().iter().map(|answer| {
            let (id, value) = renames.apply(answer.id.clone(), answer.value.clone());
            Answer { id, value, ..answer.clone() }
        });
        Self::new(answers.collect(), self.deleted_until())
    }
}
