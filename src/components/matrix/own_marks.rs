//! What the matrix shows of the visitor: which column is that of their role, and their ratings.

use super::cell::{CellMark, kind_fill, level_fill};
use crate::messages::matrix::own_rating;
use crate::stores::{JourneyStore, SharedLadder, use_journey};
use ladder::{Ladder, MatrixQuery, RequirementKind, RoleIx, SkillIx};
use leptos::prelude::*;
use plan::RatedAs;

/// The marks for the visitor.
#[derive(Clone, Copy)]
pub struct OwnMarks {
    journey: JourneyStore,
    /// Their role, if they have said where they are.
    pub role: Memo<Option<RoleIx>>,
    /// Whether their ratings have a column.
    pub with_ratings: Memo<bool>,
}

impl OwnMarks {
    /// The marks that `query` asks for.
    #[must_use]
    pub fn new(query: Memo<MatrixQuery>) -> Self {
        let journey = use_journey();
        Self {
            journey,
            role: Memo::new(move |_| journey.with(|journey| journey.role)),
            with_ratings: Memo::new(move |_| query.with(|query| query.with_ratings)),
        }
    }

    /// Whether a role is the visitor's.
    #[must_use]
    pub fn is_own(self, role: RoleIx) -> bool {
        self.role.get() == Some(role)
    }

    /// Whether the visitor has rated any skill.
    #[must_use]
    pub fn has_ratings(self) -> bool {
        self.journey.with(|journey| !journey.ratings.is_empty())
    }

    /// How the visitor rated a skill, as the content of a cell; `None` if they did not.
    #[must_use]
    pub fn rating(self, ladder: &Ladder, skill: SkillIx) -> Option<CellMark> {
        self.journey.with(|journey| Some(mark(ladder, skill, journey.rating(skill)?)))
    }

    /// The same for each skill, at this time.
    pub fn ratings(self, ladder: &SharedLadder) -> impl Fn(SkillIx) -> Option<CellMark> + use<> {
        let (journey, ladder) = (self.journey.get(), ladder.clone());
        move |skill| Some(mark(&ladder, skill, journey.rating(skill)?))
    }
}

fn mark(ladder: &Ladder, skill: SkillIx, rating: RatedAs) -> CellMark {
    let fill = match rating {
        RatedAs::Level(level) => level_fill(ladder.level_position(skill, level)),
        RatedAs::Have => kind_fill(RequirementKind::Core),
        RatedAs::Learning => kind_fill(RequirementKind::Optional),
        RatedAs::NotYet => "",
    };
    let text = own_rating(ladder, skill, rating).to_owned().into();
    CellMark { shape: "rated", fill, text }
}
