//! What is left between where one is and where one wants to be.

use super::answers::Answers;
use super::said::{About, Rating};
use super::way::way;
use ladder::{Id, Ladder, LevelIx, RequirementKind, RoleIx, SkillIx};

/// Every skill that a role asks for, in the order in which the way to it needs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The roles on the way, the target last; where one is comes first, if one is anywhere.
    pub way: Vec<RoleIx>,
    /// What the target asks for, by the stage that asks first, and within one as that role has it.
    pub wanted: Vec<Wanted>,
}

/// A skill that the target asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The skill.
    pub skill: SkillIx,
    /// The level that the target asks for; none where any will do or the ladder has no scale.
    pub level: Option<LevelIx>,
    /// How firmly the target asks for it; none where it builds on it without asking again.
    pub kind: Option<RequirementKind>,
    /// The stages of the way that ask for it at a higher level than any before, first to last.
    rises: Vec<(usize, Option<LevelIx>)>,
}

/// How far one has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The skills one has as the target asks for them.
    pub met: usize,
    /// The skills the target asks for.
    pub of: usize,
}

/// Answers about a skill or a resource that the ladder does not have any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its id; the ladder's name for it is gone too.
    pub id: Id,
    /// What was answered about it.
    pub about: About,
}

impl Gap {
    /// What `to` asks for, on the way from `from` or from nowhere yet.
    #[must_use]
    pub fn of(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> Self {
        let way = way(ladder, from, to);
        let mut placed = vec![false; ladder.skills.len()];
        let mut wanted = Vec::new();
        for &role in &way {
            let own = ladder[role].skills.iter().map(|requirement| requirement.skill);
            for skill in own.chain(ladder.graph().carried_over(role)) {
                if ladder.requirement_status(to, skill).applies()
                    && !std::mem::replace(&mut placed[skill.at()], true)
                {
                    wanted.push(Wanted::of(ladder, &way, to, skill));
                }
            }
        }
        // What is only good to have comes last: it is no part of the gap.
        let (asked, optional): (Vec<_>, Vec<_>) = wanted.into_iter().partition(Wanted::counts);
        Self { way, wanted: asked.into_iter().chain(optional).collect() }
    }

    /// How far one has come. What is only good to have does not count.
    #[must_use]
    pub fn progress(&self, ladder: &Ladder, answers: &Answers) -> Progress {
        let counted = self.wanted.iter().filter(|wanted| wanted.counts());
        let met = counted.clone().filter(|wanted| wanted.is_met(ladder, answers)).count();
        Progress { met, of: counted.count() }
    }

    /// What is left, that first which the way needs first; with the stage that needs it.
    #[must_use]
    pub fn left(&self, ladder: &Ladder, answers: &Answers) -> Vec<(usize, &Wanted)> {
        let counted = self.wanted.iter().filter(|wanted| wanted.counts());
        let open = counted.filter_map(|wanted| Some((wanted.needed_at(ladder, answers)?, wanted)));
        let mut stages: Vec<Vec<(usize, &Wanted)>> = vec![Vec::new(); self.way.len()];
        open.for_each(|(stage, wanted)| stages[stage].push((stage, wanted)));
        stages.concat()
    }
}

impl Wanted {
    fn of(ladder: &Ladder, way: &[RoleIx], to: RoleIx, skill: SkillIx) -> Self {
        let mut rises: Vec<(usize, Option<LevelIx>)> = Vec::new();
        let level = ladder.effective_level(to, skill);
        for (stage, &role) in way.iter().enumerate() {
            if ladder.requirement_status(role, skill).applies() {
                // A role left behind may ask for more than the target; that is not needed here.
                let held = ladder.effective_level(role, skill).min(level);
                if rises.last().is_none_or(|(_, before)| held > *before) {
                    rises.push((stage, held));
                }
            }
        }
        let requirement = ladder[to].requirement(skill);
        Self { skill, level, kind: requirement.map(|r| r.kind), rises }
    }

    /// The stage of the way that asks for it first.
    #[must_use]
    pub fn first_stage(&self) -> usize {
        self.rises.first().map_or(0, |(stage, _)| *stage)
    }

    /// Whether it counts: not where it is only good to have.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.kind != Some(RequirementKind::Optional)
    }

    /// Whether one has it as the target asks for it.
    #[must_use]
    pub fn is_met(&self, ladder: &Ladder, answers: &Answers) -> bool {
        self.needed_at(ladder, answers).is_none()
    }

    /// The first stage of the way that asks for more than one has; none where nothing is left.
    #[must_use]
    pub fn needed_at(&self, ladder: &Ladder, answers: &Answers) -> Option<usize> {
        let rating = answers.rating(&ladder[self.skill].id);
        let open = |(_, level): &&(usize, Option<LevelIx>)| !suffices(ladder, rating, *level);
        self.rises.iter().find(open).map(|(stage, _)| *stage)
    }
}

/// Whether a rating is enough for a level. "Have it" says nothing of levels, and a level that the
/// scale does not have any more says nothing of those it has; both are enough where any level is.
fn suffices(ladder: &Ladder, rating: Option<&Rating>, level: Option<LevelIx>) -> bool {
    match (rating, level) {
        (Some(Rating::Have | Rating::Level(_)), None) => true,
        (Some(Rating::Level(id)), Some(level)) => {
            ladder.level_by_id(id).is_some_and(|held| held >= level)
        }
        _ => false,
    }
}

impl Answers {
    /// The answers about what the ladder does not have any more: kept, because it may come back, and
    /// because they are the visitor's.
    #[must_use]
    pub fn gone(&self, ladder: &Ladder) -> Vec<Gone> {
        let is_there = |about: About, id: &Id| match about {
            About::Rating | About::Note | About::Due => ladder.skill_by_id(id).is_some(),
            About::Seen => ladder.resources.iter().any(|resource| resource.id == *id),
            // Which way was chosen is no answer one would miss.
            About::Goal => true,
        };
        let gone = self.all().iter().filter_map(|answer| {
            let about = answer.said.about();
            let is_gone = !answer.said.is_blank() && !is_there(about, &answer.id);
            is_gone.then(|| Gone { id: answer.id.clone(), about })
        });
        gone.collect()
    }
}
