//! What every part of the plan's page works on.

use crate::router::{RolePair, Route};
use crate::stores::{AnswerStore, SharedLadder};
use ladder::{Ladder, RoleIx};
use plan::Gap;
use std::sync::Arc;

/// A plan: the way, what it asks for, and the visitor's answers.
#[derive(Clone)]
pub struct Planning {
    /// The open ladder.
    pub ladder: SharedLadder,
    /// The role one comes from; none for someone who is nowhere yet.
    pub from: Option<RoleIx>,
    /// The role one goes to.
    pub to: RoleIx,
    /// What the target asks for.
    pub gap: Arc<Gap>,
    /// The visitor's answers.
    pub answers: AnswerStore,
}

impl Planning {
    /// The plan between two roles; none where the ladder does not have the one gone to.
    #[must_use]
    pub fn of(ladder: &SharedLadder, ends: &RolePair, answers: AnswerStore) -> Option<Self> {
        let to = ladder.role_by_id(ends.to.as_ref()?)?;
        let from = ends.from.as_ref().and_then(|id| ladder.role_by_id(id));
        let gap = Arc::new(Gap::new(ladder, from, to));
        Some(Self { ladder: ladder.clone(), from, to, gap, answers })
    }

    /// The address of the part of the page that is about a skill.
    #[must_use]
    pub fn anchor(skill: &ladder::Id) -> String {
        format!("plan-{skill}")
    }
}

/// The address of a plan.
#[must_use]
pub fn plan_route(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> Route {
    let id = |role: RoleIx| ladder[role].id.clone();
    Route::Plan(RolePair { from: from.map(id), to: Some(id(to)) })
}
