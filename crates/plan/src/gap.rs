//! What the visitor still needs for a role.

use super::answer::{AnswerValue, Rating};
use super::answers::Answers;
use super::path::path;
use ladder::{Id, Ladder, LevelIx, RequirementKind, ResourceRef, RoleIx, SkillIx};

/// Every skill that a target role requires, in the order in which the path to it needs more than the visitor's
/// role expects; then those that their role expects already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The roles on the path: the starting role first, if there is one, and the target last.
    pub path: Vec<RoleIx>,
    /// The target's skills, by [`TargetSkill::new_at`]. Optional skills come last.
    pub skills: Vec<TargetSkill>,
}

/// A skill that the target role requires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetSkill {
    /// The skill.
    pub skill: SkillIx,
    /// The level that the target requires; `None` if any level will do.
    pub level: Option<LevelIx>,
    /// How the target requires it; `None` if it is only carried over from an earlier role.
    pub kind: Option<RequirementKind>,
    /// The stages of the path that require a higher level than all before, first to last.
    rises: Vec<(usize, Option<LevelIx>)>,
    /// What someone in the starting role can be expected to have; `None` if the role does not require the
    /// skill.
    expected: Option<Rating>,
}

/// How far the visitor is with a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkillProgress {
    /// They have it at the required level.
    Met,
    /// They are learning it, or have it at a lower level.
    Learning,
    /// They say they do not have it yet.
    NotYet,
    /// They have not rated it.
    NotRated,
}

impl SkillProgress {
    /// The name used in markup.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Learning => "learning",
            Self::NotYet => "not-yet",
            Self::NotRated => "not-rated",
        }
    }
}

/// How many of the target's skills the visitor has. Optional skills do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The skills the visitor has at the required level.
    pub met: usize,
    /// The skills the visitor is learning, or has at a lower level.
    pub learning: usize,
    /// The skills the visitor says they do not have yet. Skills without a rating are not among them.
    pub not_yet: usize,
    /// The skills the target requires.
    pub total: usize,
}

impl Gap {
    /// The skills that `to` requires, on the path from `from`, or from the start of the ladder.
    #[must_use]
    pub fn new(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> Self {
        let path = path(ladder, from, to);
        let mut is_added = vec![false; ladder.skills.len()];
        let mut skills: Vec<TargetSkill> = Vec::new();
        for &role in &path {
            let own = ladder[role].skills.iter().map(|requirement| requirement.skill);
            for skill in own.chain(ladder.graph().carried_over(role)) {
                if ladder.requirement_status(to, skill).applies()
                    && !std::mem::replace(&mut is_added[skill.index()], true)
                {
                    skills.push(TargetSkill::new(ladder, &path, from, skill));
                }
            }
        }
        // Stable, so that the order of the path remains within each group.
        skills.sort_by_key(|skill| {
            (!skill.counts(), skill.new_at().is_none(), skill.new_at().unwrap_or(0))
        });
        Self { path, skills }
    }

    /// How many of the target's skills the visitor has.
    #[must_use]
    pub fn progress(&self, ladder: &Ladder, answers: &Answers) -> Progress {
        let mut progress = Progress::default();
        for skill in self.skills.iter().filter(|skill| skill.counts()) {
            progress.total += 1;
            match skill.progress(ladder, answers) {
                SkillProgress::Met => progress.met += 1,
                SkillProgress::Learning => progress.learning += 1,
                SkillProgress::NotYet => progress.not_yet += 1,
                SkillProgress::NotRated => {}
            }
        }
        progress
    }

    /// The skills still to do, each with the stage of the path that needs it, in that order.
    #[must_use]
    pub fn remaining(&self, ladder: &Ladder, answers: &Answers) -> Vec<(usize, &TargetSkill)> {
        let counted = self.skills.iter().filter(|skill| skill.counts());
        let open = counted.filter_map(|skill| Some((skill.needed_at(ladder, answers)?, skill)));
        let mut left: Vec<_> = open.collect();
        left.sort_by_key(|(stage, _)| *stage);
        left
    }

    /// The ratings of someone who has all of `skills` at the level that the role of a stage requires. Skills
    /// that have such a rating already are left out.
    #[must_use]
    pub fn ratings_at(
        &self,
        ladder: &Ladder,
        answers: &Answers,
        skills: &[TargetSkill],
        stage: usize,
    ) -> Vec<(Id, AnswerValue)> {
        let open = skills.iter().filter_map(|skill| {
            let level = skill.level_at(stage);
            let rating = skill.rating(ladder, answers);
            let id = ladder[skill.skill].id.clone();
            let new = AnswerValue::Rating(Some(rating_of(ladder, level)));
            (!suffices(ladder, skill.skill, rating, level)).then_some((id, new))
        });
        open.collect()
    }

    /// How the target requires a skill, or else the role on the path for which it is new. `None` if it is only carried
    /// over.
    #[must_use]
    pub fn kind(&self, ladder: &Ladder, skill: &TargetSkill) -> Option<RequirementKind> {
        let new_for = skill.new_at().and_then(|stage| self.path.get(stage));
        let new_for = new_for.and_then(|&role| ladder[role].requirement(skill.skill));
        skill.kind.or(new_for.map(|requirement| requirement.kind))
    }

    /// The resources for a skill by itself: its own, or else those of the first role that requires it.
    #[must_use]
    pub fn resources<'a>(&self, ladder: &'a Ladder, skill: &TargetSkill) -> &'a [ResourceRef] {
        let own = &ladder[skill.skill].resources;
        match self.path.get(skill.first_stage()) {
            Some(&role) if own.is_empty() => &ladder[role].resources,
            _ => own,
        }
    }
}

impl TargetSkill {
    /// `path` ends with the target role.
    fn new(ladder: &Ladder, path: &[RoleIx], from: Option<RoleIx>, skill: SkillIx) -> Self {
        let to = path[path.len() - 1];
        let mut rises: Vec<(usize, Option<LevelIx>)> = Vec::new();
        let level = ladder.effective_level(to, skill);
        for (stage, &role) in path.iter().enumerate() {
            if ladder.requirement_status(role, skill).applies() {
                // An earlier role may require more than the target does; that is not needed here.
                let held = ladder.effective_level(role, skill).min(level);
                if rises.last().is_none_or(|(_, before)| held > *before) {
                    rises.push((stage, held));
                }
            }
        }
        let requirement = ladder[to].requirement(skill);
        let expected = from.and_then(|from| expected_rating(ladder, from, skill));
        Self { skill, level, kind: requirement.map(|r| r.kind), rises, expected }
    }

    /// The visitor's rating, or else what their role expects of them.
    #[must_use]
    pub fn rating<'a>(&'a self, ladder: &Ladder, answers: &'a Answers) -> Option<&'a Rating> {
        answers.rating(&ladder[self.skill].id).or(self.expected.as_ref())
    }

    /// Whether the rating is what the visitor's role expects, because they have not rated the skill.
    #[must_use]
    pub fn is_expected(&self, ladder: &Ladder, answers: &Answers) -> bool {
        self.expected.is_some() && answers.rating(&ladder[self.skill].id).is_none()
    }

    /// How far the visitor is with the skill.
    #[must_use]
    pub fn progress(&self, ladder: &Ladder, answers: &Answers) -> SkillProgress {
        match self.rating(ladder, answers) {
            _ if self.is_met(ladder, answers) => SkillProgress::Met,
            None => SkillProgress::NotRated,
            Some(Rating::NotYet) => SkillProgress::NotYet,
            Some(_) => SkillProgress::Learning,
        }
    }

    /// The level that the role of a stage requires; `None` if any level will do.
    #[must_use]
    pub fn level_at(&self, stage: usize) -> Option<LevelIx> {
        let until = self.rises.iter().take_while(|(at, _)| *at <= stage);
        until.last().and_then(|(_, level)| *level)
    }

    /// The first stage of the path that requires more of the skill than the visitor's role; `None` if that role
    /// expects all that the target does.
    #[must_use]
    pub fn new_at(&self) -> Option<usize> {
        let mut stages = self.rises.iter().map(|(stage, _)| *stage);
        stages.find(|stage| *stage > 0 || self.expected.is_none())
    }

    /// The first stage of the path that requires the skill.
    #[must_use]
    pub fn first_stage(&self) -> usize {
        self.rises.first().map_or(0, |(stage, _)| *stage)
    }

    /// Whether the skill counts towards the target; optional skills do not.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.kind != Some(RequirementKind::Optional)
    }

    /// Whether the visitor has the skill at the level the target requires.
    #[must_use]
    pub fn is_met(&self, ladder: &Ladder, answers: &Answers) -> bool {
        self.needed_at(ladder, answers).is_none()
    }

    /// The first stage of the path that requires more than the visitor has; `None` if none does.
    #[must_use]
    pub fn needed_at(&self, ladder: &Ladder, answers: &Answers) -> Option<usize> {
        let rating = self.rating(ladder, answers);
        let open =
            |(_, level): &&(usize, Option<LevelIx>)| !suffices(ladder, self.skill, rating, *level);
        self.rises.iter().find(open).map(|(stage, _)| *stage)
    }
}

/// What someone in `role` can be expected to have of a skill; `None` if the role does not require it.
pub(super) fn expected_rating(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> Option<Rating> {
    let requirement = ladder[role].requirement(skill);
    let is_optional = requirement.is_some_and(|it| it.kind == RequirementKind::Optional);
    let is_required = !is_optional && ladder.requirement_status(role, skill).applies();
    is_required.then(|| rating_of(ladder, ladder.effective_level(role, skill)))
}

/// Whether a rating of a skill is enough for a level. [`Rating::Have`] and levels that no longer exist are only
/// enough if any level will do.
fn suffices(
    ladder: &Ladder,
    skill: SkillIx,
    rating: Option<&Rating>,
    level: Option<LevelIx>,
) -> bool {
    match (rating, level) {
        (Some(Rating::Have | Rating::Level(_)), None) => true,
        (Some(Rating::Level(id)), Some(level)) => {
            ladder.level_of(skill, id).is_some_and(|held| held >= level)
        }
        _ => false,
    }
}

/// The rating that is just enough for a level, or for any level.
fn rating_of(ladder: &Ladder, level: Option<LevelIx>) -> Rating {
    level.map_or(Rating::Have, |level| Rating::Level(ladder[level].id.clone()))
}
