//! Where the visitor is on a ladder, where they want to go, and how far that is.

use super::answer::{CurrentRole, Rating};
use super::answers::Answers;
use super::gap::Gap;
use super::path::path;
use ladder::{EdgeKind, Ladder, LevelIx, RoleIx, SkillIx};

/// The visitor's path on a ladder. The default is that of a visitor who has not said where they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    /// Whether the visitor has said where they are.
    pub is_known: bool,
    /// Their role; `None` if they are just starting out or have not said.
    pub role: Option<RoleIx>,
    /// The roles below theirs, nearest first.
    pub behind: Vec<RoleIx>,
    /// The role they want to reach: the goal they chose last, or else the next step.
    pub goal: Option<RoleIx>,
    /// The first step on the way to the goal; the goal itself if it is one step away.
    pub next: Option<RoleIx>,
    /// The skills still to do for the next step.
    pub skills_to_next: usize,
    /// The skills still to do for the goal.
    pub skills_to_goal: usize,
    /// The skills that the visitor has rated, in the order of the ladder; also if they have not said where they are.
    pub ratings: Vec<(SkillIx, RatedAs)>,
}

/// How the visitor rated a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatedAs {
    /// Not yet.
    NotYet,
    /// Learning it.
    Learning,
    /// Have it.
    Have,
    /// At a level of the skill's scale.
    Level(LevelIx),
}

impl RatedAs {
    /// `None` for a level that the skill's scale no longer has.
    fn new(ladder: &Ladder, skill: SkillIx, rating: &Rating) -> Option<Self> {
        match rating {
            Rating::NotYet => Some(Self::NotYet),
            Rating::Learning => Some(Self::Learning),
            Rating::Have => Some(Self::Have),
            Rating::Level(level) => ladder.level_of(skill, level).map(Self::Level),
        }
    }
}

/// A role as seen from the visitor's place on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Their own role.
    Current,
    /// The next step.
    Next,
    /// Their goal.
    Goal,
    /// A role below theirs.
    Passed,
    /// Any other role.
    Other,
}

impl Journey {
    /// Derives the journey from the visitor's answers.
    #[must_use]
    pub fn new(ladder: &Ladder, answers: &Answers) -> Self {
        let rated = |skill: SkillIx| {
            let rating = answers.rating(&ladder[skill].id)?;
            Some((skill, RatedAs::new(ladder, skill, rating)?))
        };
        let ratings = ladder.skill_indices().filter_map(rated).collect();
        let unknown = |ratings| Self { ratings, ..Self::default() };
        let role = match answers.current_role(&ladder.id) {
            None => return unknown(ratings),
            Some(CurrentRole::StartingOut) => None,
            Some(CurrentRole::Role(id)) => match ladder.role_by_id(id) {
                // The ladder no longer has the role.
                None => return unknown(ratings),
                role => role,
            },
        };
        let behind = role.map(|role| ladder.graph().ancestors(role)).unwrap_or_default();
        let goal = chosen_goal(ladder, answers, role, &behind).or_else(|| next_step(ladder, role));
        let next = goal.and_then(|goal| {
            let path = path(ladder, role, goal);
            path.get(usize::from(role.is_some())).copied()
        });
        let skills_to = |to: Option<RoleIx>| {
            to.map_or(0, |to| Gap::new(ladder, role, to).remaining(ladder, answers).len())
        };
        let (skills_to_next, skills_to_goal) = (skills_to(next), skills_to(goal));
        Self { is_known: true, role, behind, goal, next, skills_to_next, skills_to_goal, ratings }
    }

    /// How the visitor rated a skill, if they did.
    #[must_use]
    pub fn rating(&self, skill: SkillIx) -> Option<RatedAs> {
        let place = self.ratings.binary_search_by_key(&skill, |(rated, _)| *rated).ok()?;
        Some(self.ratings[place].1)
    }

    /// Where a role stands; `None` if the visitor has not said where they are.
    #[must_use]
    pub fn standing(&self, role: RoleIx) -> Option<Standing> {
        let is = |other: Option<RoleIx>| other == Some(role);
        self.is_known.then(|| {
            if is(self.role) {
                Standing::Current
            } else if is(self.next) {
                Standing::Next
            } else if is(self.goal) {
                Standing::Goal
            } else if self.behind.contains(&role) {
                Standing::Passed
            } else {
                Standing::Other
            }
        })
    }

    /// The steps of promotion from the visitor's role up to `role`, or, if negative, down to it. `None` if
    /// no promotions connect the two. For someone just starting out, the steps of an ordered ladder from below its
    /// first rung.
    #[must_use]
    pub fn steps_to(&self, ladder: &Ladder, role: RoleIx) -> Option<isize> {
        let Some(own) = self.role else {
            let height = isize::try_from(ladder.graph().height(role)).ok()?;
            return (self.is_known && ladder.ordered).then_some(height + 1);
        };
        let distance = |from, to| {
            let steps = ladder.graph().path(from, to)?;
            let is_up = steps.iter().all(|step| step.edge.kind == EdgeKind::Promotion);
            is_up.then_some(isize::try_from(steps.len()).ok()?)
        };
        distance(own, role).or_else(|| distance(role, own).map(|steps| -steps))
    }
}

/// The goal that the visitor chose last, unless they have reached or passed it since.
fn chosen_goal(
    ladder: &Ladder,
    answers: &Answers,
    role: Option<RoleIx>,
    behind: &[RoleIx],
) -> Option<RoleIx> {
    let (from, to) = answers.goal()?;
    let from = from.and_then(|from| ladder.role_by_id(from));
    let to = ladder.role_by_id(to)?;
    let is_passed = Some(to) == role || (behind.contains(&to) && from != role);
    (!is_passed).then_some(to)
}

/// The first promotion from a role, or another step if there is none; the first role of an ordered ladder
/// for someone just starting out.
fn next_step(ladder: &Ladder, role: Option<RoleIx>) -> Option<RoleIx> {
    let Some(role) = role else {
        let is_entry = |role: &RoleIx| ladder.graph().height(*role) == 0;
        return ladder.role_indices().find(is_entry).filter(|_| ladder.ordered);
    };
    let edges = ladder.graph().edges_from(role);
    let promotion = edges.iter().find(|edge| edge.kind == EdgeKind::Promotion);
    promotion.or(edges.first()).map(|edge| edge.to)
}
