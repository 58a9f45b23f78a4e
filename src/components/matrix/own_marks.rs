//! What the matrix shows of the visitor: which column is that of their role, and their ratings.

use super::cell::{CellMark, kind_fill, level_fill};
use crate::messages::matrix::{ASSUMED_RATINGS, NO_RATINGS, own_rating};
use crate::stores::{JourneyStore, SharedLadder, use_journey};
use ladder::{Ladder, MatrixQuery, RequirementKind, RoleIx, SkillIx};
use leptos::prelude::*;
use plan::{OwnRating, RatedAs};

/// The shape of a rating that is assumed from the visitor's role.
pub const ASSUMED: &str = "assumed";

/// The rating of a skill, as the content of a cell; `None` if it has none.
pub type OwnRatings = Box<dyn Fn(SkillIx) -> Option<CellMark> + Send + Sync>;

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

    /// What to say about the ratings; `None` if the visitor gave all of them.
    #[must_use]
    pub fn notice(self) -> Option<&'static str> {
        self.journey.with(|journey| {
            if journey.ratings.is_empty() {
                Some(NO_RATINGS)
            } else {
                journey.ratings.iter().any(|rating| rating.is_expected).then_some(ASSUMED_RATINGS)
            }
        })
    }

    /// The ratings at this time.
    #[must_use]
    pub fn ratings(self, ladder: &SharedLadder) -> OwnRatings {
        let (journey, ladder) = (self.journey.get(), ladder.clone());
        Box::new(move |skill| Some(mark(&ladder, journey.rating(skill)?)))
    }
}

fn mark(ladder: &Ladder, rating: OwnRating) -> CellMark {
    let fill = match rating.rated {
        RatedAs::Level(level) => level_fill(ladder.level_position(rating.skill, level)),
        RatedAs::Have => kind_fill(RequirementKind::Core),
        RatedAs::Learning => kind_fill(RequirementKind::Optional),
        RatedAs::NotYet => "",
    };
    let shape = if rating.is_expected { ASSUMED } else { "rated" };
    CellMark { shape, fill, text: own_rating(ladder, rating).into() }
}
