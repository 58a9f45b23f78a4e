//! Answers from a link or a file, compared with the visitor's own.

use super::answer::{AnswerKind, AnswerValue};
use super::answers::Answers;
use super::renames::Renames;
use ladder::Id;

/// Answers from elsewhere, which do not become the visitor's own until they choose so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportDiff {
    theirs: Vec<ImportedAnswer>,
}

/// An answer from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ImportedAnswer {
    id: Id,
    value: AnswerValue,
    name: Option<String>,
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
    /// What the ladder called the skill or resource when the imported answer was given, if that is known.
    pub name: Option<String>,
}

impl ImportDiff {
    /// Takes the imported answers. Blank ones are left out, so that they take nothing away.
    #[must_use]
    pub fn new(theirs: impl Iterator<Item = (Id, AnswerValue)>) -> Self {
        Self::of(theirs.map(|(id, value)| ImportedAnswer { id, value, name: None }))
    }

    /// Takes the answers of a file.
    #[must_use]
    pub fn from_answers(answers: &Answers) -> Self {
        Self::of(answers.all().iter().map(|answer| ImportedAnswer {
            id: answer.id.clone(),
            value: answer.value.clone(),
            name: answer.name.clone(),
        }))
    }

    fn of(theirs: impl Iterator<Item = ImportedAnswer>) -> Self {
        Self { theirs: theirs.filter(|answer| !answer.value.is_blank()).collect() }
    }

    /// The imported answers with present ids in place of former ones. An answer under the present id wins.
    #[must_use]
    pub fn renamed(self, renames: &Renames) -> Self {
        let mut theirs: Vec<ImportedAnswer> = Vec::with_capacity(self.theirs.len());
        let is_present = |answer: &ImportedAnswer| {
            renames.apply(answer.id.clone(), answer.value.clone()).0 == answer.id
        };
        let (present, former): (Vec<_>, Vec<_>) = self.theirs.into_iter().partition(is_present);
        for ImportedAnswer { id, value, name } in present.into_iter().chain(former) {
            let (id, value) = renames.apply(id, value);
            let is_same =
                |known: &ImportedAnswer| known.id == id && known.value.kind() == value.kind();
            if !theirs.iter().any(is_same) {
                theirs.push(ImportedAnswer { id, value, name });
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
        let difference = |ImportedAnswer { id, value: theirs, name }: &ImportedAnswer| {
            let own = own.value(theirs.kind(), id).filter(|own| !own.is_blank()).cloned();
            let differs = own.as_ref() != Some(theirs);
            differs.then(|| Difference {
                id: id.clone(),
                theirs: theirs.clone(),
                own,
                name: name.clone(),
            })
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
