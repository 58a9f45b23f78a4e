//! Answers from a link or a file, compared with the visitor's own.

use super::answer::{AnswerKind, AnswerValue};
use super::answers::Answers;
use super::renames::Renames;
use ladder::Id;

/// Answers from elsewhere, which do not become the visitor's own until they choose so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportDiff {
    theirs: Vec<(Id, AnswerValue)>,
}

/// An imported answer that differs from the visitor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of the skill, resource, role or ladder.
    pub id: Id,
    /// The imported answer.
    pub theirs: AnswerValue,
    /// The visitor's own answer, if there is one.
    pub own: Option<AnswerValue>,
}

impl ImportDiff {
    /// Takes the imported answers. Blank ones are left out, so that they take nothing away.
    #[must_use]
    pub fn new(theirs: impl Iterator<Item = (Id, AnswerValue)>) -> Self {
        Self { theirs: theirs.filter(|(_, value)| !value.is_blank()).collect() }
    }

    /// Takes the answers of a file.
    #[must_use]
    pub fn from_answers(answers: &Answers) -> Self {
        Self::new(answers.all().iter().map(|answer| (answer.id.clone(), answer.value.clone())))
    }

    /// The imported answers with present ids in place of former ones. An answer under the present id wins.
    #[must_use]
    pub fn renamed(self, renames: &Renames) -> Self {
        let mut theirs: Vec<(Id, AnswerValue)> = Vec::with_capacity(self.theirs.len());
        let has_id = |answer: &(Id, AnswerValue)| {
            renames.apply(answer.0.clone(), answer.1.clone()).0 == answer.0
        };
        let (present, former): (Vec<_>, Vec<_>) = self.theirs.into_iter().partition(has_id);
        for (id, value) in present.into_iter().chain(former) {
            let (id, value) = renames.apply(id, value);
            if theirs.iter().all(|(known, other)| *known != id || other.kind() != value.kind()) {
                theirs.push((id, value));
            }
        }
        Self { theirs }
    }

    /// Whether nothing was imported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.theirs.is_empty()
    }

    /// The imported answers that differ from `own`.
    #[must_use]
    pub fn differences(&self, own: &Answers) -> Vec<Difference> {
        let difference = |(id, theirs): &(Id, AnswerValue)| {
            let own = own.value(theirs.kind(), id).filter(|own| !own.is_blank()).cloned();
            let differs = own.as_ref() != Some(theirs);
            differs.then(|| Difference { id: id.clone(), theirs: theirs.clone(), own })
        };
        self.theirs.iter().filter_map(difference).collect()
    }
}

impl Difference {
    /// The kind of answer.
    #[must_use]
    pub fn kind(&self) -> AnswerKind {
        self.theirs.kind()
    }
}
