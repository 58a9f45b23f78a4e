//! Someone's answers beside one's own: what differs, to be taken over one by one, all, or not.

use super::answers::Answers;
use super::said::{About, Said};
use ladder::Id;

/// Answers from a link or a file, that are not the visitor's own until they say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    theirs: Vec<(Id, Said)>,
}

/// Something answered there that is answered otherwise here, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What was asked about.
    pub id: Id,
    /// The answer there.
    pub theirs: Said,
    /// The answer here.
    pub own: Option<Said>,
}

impl Beside {
    /// Answers from elsewhere. What is blank there says nothing, and takes nothing away here.
    #[must_use]
    pub fn new(theirs: impl Iterator<Item = (Id, Said)>) -> Self {
        Self { theirs: theirs.filter(|(_, said)| !said.is_blank()).collect() }
    }

    /// The answers of a file.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        Self::new(answers.all().iter().map(|answer| (answer.id.clone(), answer.said.clone())))
    }

    /// The rating there of a skill, and whether there is one.
    #[must_use]
    pub fn rating(&self, skill: &Id) -> Option<&super::Rating> {
        self.theirs.iter().find_map(|(id, said)| match said {
            Said::Rating(rating) if id == skill => rating.as_ref(),
            _ => None,
        })
    }

    /// How many answers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.theirs.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.theirs.is_empty()
    }

    /// What is answered otherwise, or not at all, in `own`.
    #[must_use]
    pub fn differences(&self, own: &Answers) -> Vec<Difference> {
        let differs = |(id, theirs): &(Id, Said)| {
            let own = own.said(theirs.about(), id).filter(|own| !own.is_blank()).cloned();
            let differs = own.as_ref() != Some(theirs);
            differs.then(|| Difference { id: id.clone(), theirs: theirs.clone(), own })
        };
        self.theirs.iter().filter_map(differs).collect()
    }
}

impl Difference {
    /// What was asked.
    #[must_use]
    pub fn about(&self) -> About {
        self.theirs.about()
    }
}
