//! The roles that share most with one: what of it carries over to each, counted.

use super::fold::ranked;
use super::holding::Holdings;
use super::place_set::PlaceSet;
use crate::{Ladder, LevelIx, RoleIx, SkillIx};

/// How many roles are proposed.
pub const MOVES: usize = 5;

/// How many of the likely ones are looked at closely.
const LIKELY: usize = 4 * MOVES;

/// A role that shares skills with another, with all that it asks for (or carries) in two heaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The role.
    pub to: RoleIx,
    /// The skills that carry over: held at the level asked for or a higher one.
    pub carry_over: Vec<SkillIx>,
    /// The skills held at a lower level than is asked for.
    pub to_raise: Vec<SkillIx>,
    /// The skills not held at all.
    pub missing: Vec<SkillIx>,
}

impl Move {
    /// How many skills the role holds.
    #[must_use]
    pub fn total(&self) -> usize {
        self.carry_over.len() + self.to_raise.len() + self.missing.len()
    }
}

/// How many skills carry over, how many would have to be raised, how many are missing.
#[derive(Clone, Copy, Default)]
struct Counts {
    carry_over: usize,
    to_raise: usize,
    missing: usize,
}

impl Counts {
    /// More that carries over first, then more that is held at all, then less that is missing.
    fn rank(self) -> Option<u32> {
        let bits = |count: usize, bits: u32| u32::try_from(count.min((1 << bits) - 1)).unwrap_or(0);
        let is_shared = self.carry_over + self.to_raise > 0;
        is_shared.then(|| {
            let held = bits(self.carry_over, 11) << 21 | bits(self.to_raise, 10) << 11;
            held | (0x7ff - bits(self.missing, 11))
        })
    }
}

impl Ladder {
    /// The roles that share most with `role`, best first, without those one step away: these are
    /// named with the steps. Ranked by how many skills carry over, then by how many would only have
    /// to be raised, then by how few are missing, then in the document's order.
    ///
    /// Looks at each requirement of the ladder once, and closely only at the likely ones.
    #[must_use]
    pub fn next_moves(&self, role: RoleIx) -> Vec<Move> {
        let held = Holdings::of(self, role);
        if held.all.is_empty() {
            return Vec::new();
        }
        let is_near = |other: RoleIx| {
            let steps = self.steps();
            other == role
                || steps.from(role).iter().any(|edge| edge.to == other)
                || steps.below(role).contains(&other)
        };
        let mut held_set = PlaceSet::none(self.skills.len());
        held.all.iter().for_each(|holding| held_set.add(holding.skill.index()));
        let likely = ranked(self.roles.len(), &mut |at| {
            let other = RoleIx::from(at);
            if is_near(other) { None } else { self.roughly(&held, &held_set, other).rank() }
        });
        let likely = &likely[..likely.len().min(LIKELY)];
        // In the document's order again, which decides between equals.
        let in_order = self.role_places().filter(|role| likely.contains(&role.index()));
        let moves: Vec<Move> = in_order.map(|other| self.weighed(&held, other)).collect();
        let best = ranked(moves.len(), &mut |at| moves[at].counts().rank());
        best.into_iter().take(MOVES).map(|at| moves[at].clone()).collect()
    }

    /// Counts what `other` asks for itself, and what it carries without regard to levels.
    fn roughly(&self, held: &Holdings, held_set: &PlaceSet, other: RoleIx) -> Counts {
        let mut counts = Counts::default();
        for requirement in &self[other].skills {
            match held.get(requirement.skill).map(|holding| holding.level) {
                Some(level) if level >= requirement.level => counts.carry_over += 1,
                Some(_) => counts.to_raise += 1,
                None => counts.missing += 1,
            }
        }
        // Those it asks for again were just counted; the few there are do not change much.
        let (shared, carried) = self.steps().carried_among(other, held_set);
        counts.carry_over += shared;
        counts.missing += carried - shared;
        counts
    }

    /// What of `from` carries over to one other role, what is to be raised and what is missing.
    #[must_use]
    pub fn move_to(&self, from: RoleIx, to: RoleIx) -> Move {
        self.weighed(&Holdings::of(self, from), to)
    }

    /// Whether both roles say the same of a skill that both ask for. What is carried says nothing.
    #[must_use]
    pub fn says_the_same(&self, from: RoleIx, to: RoleIx, skill: SkillIx) -> bool {
        let (Some(before), Some(after)) =
            (self[from].requirement(skill), self[to].requirement(skill))
        else {
            return true;
        };
        let (said, says) = (before.statements.iter(), after.statements.iter());
        before.note == after.note && said.map(|said| &said.text).eq(says.map(|says| &says.text))
    }

    fn weighed(&self, held: &Holdings, to: RoleIx) -> Move {
        let mut found =
            Move { to, carry_over: Vec::new(), to_raise: Vec::new(), missing: Vec::new() };
        for asked in self.holdings(to) {
            let level: Option<Option<LevelIx>> = held.get(asked.skill).map(|holding| holding.level);
            let heap = match level {
                Some(level) if level >= asked.level => &mut found.carry_over,
                Some(_) => &mut found.to_raise,
                None => &mut found.missing,
            };
            heap.push(asked.skill);
        }
        found
    }
}

impl Move {
    fn counts(&self) -> Counts {
        Counts {
            carry_over: self.carry_over.len(),
            to_raise: self.to_raise.len(),
            missing: self.missing.len(),
        }
    }
}
