//! What the parts of the plan page share.

use crate::router::{RolePair, Route};
use crate::stores::{AnswerStore, SharedLadder};
use ladder::{Id, Ladder, RoleIx};
use plan::{AnswerValue, Gap, Rating};
use std::sync::Arc;

/// A plan: its roles, the skills to rate, and the visitor's answers.
#[derive(Clone)]
pub struct PlanContext {
    /// The open ladder.
    pub ladder: SharedLadder,
    /// The role to start from; `None` for someone just starting out.
    pub from: Option<RoleIx>,
    /// The role to reach.
    pub to: RoleIx,
    /// The skills that the target requires.
    pub gap: Arc<Gap>,
    /// The visitor's answers.
    pub answers: AnswerStore,
}

impl PlanContext {
    /// The plan between two roles; `None` if the ladder does not have the target.
    #[must_use]
    pub fn new(ladder: &SharedLadder, pair: &RolePair, answers: AnswerStore) -> Option<Self> {
        let to = ladder.role_by_id(pair.to.as_ref()?)?;
        let from = pair.from.as_ref().and_then(|id| ladder.role_by_id(id));
        let gap = Arc::new(Gap::new(ladder, from, to));
        Some(Self { ladder: ladder.clone(), from, to, gap, answers })
    }

    /// Rates a skill; `None` clears the rating.
    pub fn rate(&self, skill: &Id, rating: Option<Rating>) {
        self.answers.set_answer(skill, AnswerValue::Rating(rating));
        self.make_current();
    }

    /// Makes this plan the current one, so that "My plan" opens it.
    pub fn make_current(&self) {
        let id = |role: RoleIx| self.ladder[role].id.clone();
        let (from, to) = (self.from.map(id), id(self.to));
        let is_current =
            self.answers.with_untracked(|state| state.answers.goal() == Some((from.as_ref(), &to)));
        if !is_current {
            self.answers.set_answer(&to, AnswerValue::Goal(from));
        }
    }

    /// The title of the role that a stage of the path leads to.
    #[must_use]
    pub fn stage_title(&self, stage: usize) -> String {
        self.gap.path.get(stage).map_or_else(String::new, |&role| self.ladder.distinct_title(role))
    }
}

/// The id of the element of a skill on the page.
#[must_use]
pub fn skill_anchor(skill: &Id) -> String {
    format!("plan-{skill}")
}

/// The route of the plan between two roles.
#[must_use]
pub fn plan_route(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> Route {
    let id = |role: RoleIx| ladder[role].id.clone();
    Route::Plan(RolePair { from: from.map(id), to: Some(id(to)), only: None })
}
