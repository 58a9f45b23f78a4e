//! The two roles of a comparison or a plan.

use ladder::{ChangeGroup, Id, Ladder, RoleIx};

/// The two roles of a comparison or a plan, as far as they are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RolePair {
    /// The role to start from.
    pub from: Option<Id>,
    /// The role to reach.
    pub to: Option<Id>,
    /// The only changes of a comparison to show; all if `None`. A plan has none.
    pub only: Option<ChangeGroup>,
}

impl RolePair {
    /// A pair of two roles of a ladder.
    #[must_use]
    pub fn of(ladder: &Ladder, from: RoleIx, to: RoleIx) -> Self {
        Self { from: Some(ladder[from].id.clone()), to: Some(ladder[to].id.clone()), only: None }
    }

    /// The same roles, with all changes.
    #[must_use]
    pub fn with_all_changes(&self) -> Self {
        Self { only: None, ..self.clone() }
    }

    /// The same pair, with the ids that the roles have now.
    #[must_use]
    pub fn with_present_ids(&self, ladder: &Ladder) -> Self {
        let present = |id: &Option<Id>| id.as_ref().map(|id| ladder.present_role_id(id));
        Self { from: present(&self.from), to: present(&self.to), only: self.only }
    }

    /// Both roles, if both are chosen and the ladder has them.
    #[must_use]
    pub fn roles(&self, ladder: &Ladder) -> Option<(RoleIx, RoleIx)> {
        let from = ladder.role_by_id(self.from.as_ref()?)?;
        Some((from, ladder.role_by_id(self.to.as_ref()?)?))
    }
}
