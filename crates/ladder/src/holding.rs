//! All that a role holds: what it asks for itself and, in a cumulative ladder, what it carries.

use crate::RequirementKind;
use crate::{Ladder, LevelIx, RoleIx, SkillIx};

/// One skill that a role asks for or carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The skill.
    pub skill: SkillIx,
    /// The level it is held at: the highest that the role or, in a cumulative ladder, one below it
    /// asks for. `None` where none of them names a level.
    pub level: Option<LevelIx>,
    /// How firmly the role itself asks for it; `None` where it only carries it.
    pub kind: Option<RequirementKind>,
    /// Who asks for it: the role itself, or for a carried skill the nearest role below that does.
    pub asked_by: RoleIx,
}

impl Holding {
    /// Whether the role does not ask for it itself.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        self.kind.is_none()
    }
}

/// A role's holdings, each skill once: what it asks for in its own order, then what it carries,
/// nearest first. A skill is found among them at once.
#[derive(Debug)]
pub(super) struct Holdings {
    pub(super) all: Vec<Holding>,
    /// For each skill of the ladder one more than its place in `all`, or 0.
    places: Vec<u32>,
}

impl Holdings {
    /// Gathers them. Takes time in what the role and those below it ask for.
    pub(super) fn of(ladder: &Ladder, role: RoleIx) -> Self {
        let mut holdings = Self { all: Vec::new(), places: vec![0; ladder.skills.len()] };
        holdings.add(ladder, role, true);
        if ladder.cumulative {
            for under in ladder.steps().all_below(role) {
                holdings.add(ladder, under, false);
            }
        }
        holdings
    }

    fn add(&mut self, ladder: &Ladder, asked_by: RoleIx, is_own: bool) {
        for requirement in &ladder[asked_by].skills {
            let (skill, level) = (requirement.skill, requirement.level);
            match self.place(skill) {
                Some(at) => self.all[at].level = self.all[at].level.max(level),
                None => {
                    let kind = is_own.then_some(requirement.kind);
                    self.all.push(Holding { skill, level, kind, asked_by });
                    self.places[skill.index()] = SkillIx::from(self.all.len()).0;
                }
            }
        }
    }

    fn place(&self, skill: SkillIx) -> Option<usize> {
        (self.places[skill.index()] as usize).checked_sub(1)
    }

    /// How the role holds `skill`, where it does.
    pub(super) fn get(&self, skill: SkillIx) -> Option<Holding> {
        self.place(skill).map(|at| self.all[at])
    }
}

impl Ladder {
    /// All that `role` holds, each skill once: what it asks for in its own order, then what it
    /// carries, nearest first.
    #[must_use]
    pub fn holdings(&self, role: RoleIx) -> Vec<Holding> {
        Holdings::of(self, role).all
    }
}
