//! Where the visitor is on a ladder, where they want to go, and how far that is.

use super::answer::{CurrentRole, Rating};
use super::answers::Answers;
use super::gap::{Gap, expected_rating};
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
    /// The skills still to do for the next step, in the order in which a plan lists them.
    pub next_skills: Vec<SkillIx>,
    /// The number of skills still to do for the goal.
    pub skills_to_goal: usize,
    /// The skills that the visitor has rated or that their role expects of them, in the order of the ladder. Ratings
    /// are there even if the visitor has not said where they are.
    pub ratings: Vec<OwnRating>,
}

/// How far the visitor is with a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnRating {
    /// The skill.
    pub skill: SkillIx,
    /// The rating.
    pub rated: RatedAs,
    /// Whether it is what the visitor's role expects, because they have not rated the skill.
    pub is_expected: bool,
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

impl OwnRating {
    /// `None` if the visitor has not rated the skill and `role` does not expect it.
    fn new(
        ladder: &Ladder,
        answers: &Answers,
        role: Option<RoleIx>,
        skill: SkillIx,
    ) -> Option<Self> {
        let own = answers.rating(&ladder[skill].id).cloned();
        let is_expected = own.is_none();
        let rating = own.or_else(|| expected_rating(ladder, role?, skill))?;
        let rated = RatedAs::new(ladder, skill, &rating)?;
        Some(Self { skill, rated, is_expected })
    }
}

impl Journey {
    /// Derives the journey from the visitor's answers.
    #[must_use]
    pub fn new(ladder: &Ladder, answers: &Answers) -> Self {
        let current = answers.current_role(&ladder.id);
        let role = match current {
            Some(CurrentRole::Role(id)) => ladder.role_by_id(id),
            Some(CurrentRole::StartingOut) | None => None,
        };
        let ratings = ladder.skill_indices();
        let ratings =
            ratings.filter_map(|skill| OwnRating::new(ladder, answers, role, skill)).collect();
        // Unknown also if the ladder no longer has the role.
        if role.is_none() && current != Some(&CurrentRole::StartingOut) {
            return Self { ratings, ..Self::default() };
        }
        let behind = role.map(|role| ladder.graph().ancestors(role)).unwrap_or_default();
        let goal = chosen_goal(ladder, answers, role, &behind).or_else(|| next_step(ladder, role));
        let next = goal.and_then(|goal| {
            let path = path(ladder, role, goal);
            path.get(usize::from(role.is_some())).copied()
        });
        let skills_to = |to: Option<RoleIx>| -> Vec<SkillIx> {
            let Some(to) = to else { return Vec::new() };
            let gap = Gap::new(ladder, role, to);
            gap.remaining(ladder, answers).into_iter().map(|(_, target)| target.skill).collect()
        };
        let (next_skills, skills_to_goal) = (skills_to(next), skills_to(goal).len());
        Self { is_known: true, role, behind, goal, next, next_skills, skills_to_goal, ratings }
    }

    /// How the visitor rated a skill, or else what their role expects of them.
    #[must_use]
    pub fn rating(&self, skill: SkillIx) -> Option<OwnRating> {
        let place = self.ratings.binary_search_by_key(&skill, |rating| rating.skill).ok()?;
        Some(self.ratings[place])
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
