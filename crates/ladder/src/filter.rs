//! Filtering the rungs by skill: which roles match, and the sentence that says so.

use super::directory::DirectoryPart;
use crate::Id;
use crate::{Ladder, RoleIx, SkillIx};

/// Whether a role must hold one of the chosen skills or each of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Matching {
    /// At least one of them.
    #[default]
    Any,
    /// Every one of them.
    All,
}

/// The skills a visitor chose, as they stand in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SkillFilter {
    /// The chosen skills, each once, in the order of choosing.
    pub skills: Vec<Id>,
    /// How they combine.
    pub matching: Matching,
    /// Which part of a large ladder is shown.
    pub part: DirectoryPart,
}

impl SkillFilter {
    /// The same filter with `skill` added at the end, or as it is where it holds it already.
    #[must_use]
    pub fn with(&self, skill: &Id) -> Self {
        let mut more = self.clone();
        if !more.skills.contains(skill) {
            more.skills.push(skill.clone());
            more.part.page = 0;
        }
        more
    }

    /// The same filter without `skill`; with one skill left there is nothing to combine.
    #[must_use]
    pub fn without(&self, skill: &Id) -> Self {
        let mut fewer = self.clone();
        fewer.skills.retain(|chosen| chosen != skill);
        fewer.part.page = 0;
        if fewer.skills.len() < 2 {
            fewer.matching = Matching::Any;
        }
        fewer
    }

    /// The same part of the ladder without a filter by skill.
    #[must_use]
    pub fn without_skills(&self) -> Self {
        let part = DirectoryPart { page: 0, ..self.part.clone() };
        Self { part, ..Self::default() }
    }

    /// The chosen ids that name no skill of this ladder.
    pub fn unknown(&self, ladder: &Ladder) -> impl Iterator<Item = &Id> {
        self.skills.iter().filter(|id| ladder.skill_by_id(id).is_none())
    }
}

/// How a rung stands to the chosen skills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It matches and asks for one of them itself.
    Asks,
    /// It matches through what it carries.
    BuildsOn,
    /// It does not match.
    Apart,
}

/// The outcome of a filter: each role's standing.
#[derive(Debug, PartialEq, Eq)]
pub struct Filtered {
    skills: Vec<SkillIx>,
    matching: Matching,
    standing: Vec<Standing>,
}

impl Filtered {
    /// Filters `ladder`; ids that name no skill are passed over. `None` where no skill is chosen,
    /// because then every rung stands as it is.
    #[must_use]
    pub fn of(ladder: &Ladder, filter: &SkillFilter) -> Option<Self> {
        let skills: Vec<_> = filter.skills.iter().filter_map(|id| ladder.skill_by_id(id)).collect();
        if skills.is_empty() {
            return None;
        }
        let standing =
            ladder.role_places().map(|role| stand(ladder, role, &skills, filter.matching));
        Some(Self { standing: standing.collect(), matching: filter.matching, skills })
    }

    /// The chosen skills.
    #[must_use]
    pub fn skills(&self) -> &[SkillIx] {
        &self.skills
    }

    /// How `role` stands to them.
    #[must_use]
    pub fn standing(&self, role: RoleIx) -> Standing {
        self.standing[role.index()]
    }

    /// What matches, in a sentence.
    #[must_use]
    pub fn sentence(&self, ladder: &Ladder) -> String {
        let places = |wanted| {
            let standing = self.standing.iter();
            ladder.role_places().zip(standing).filter(move |(_, s)| **s == wanted).map(|(r, _)| r)
        };
        let asks: Vec<RoleIx> = places(Standing::Asks).collect();
        let builds = places(Standing::BuildsOn).count();
        let object = match (self.skills.len(), self.matching) {
            (1, _) => "it".to_owned(),
            (n, Matching::Any) => format!("at least one of these {n} skills"),
            (2, Matching::All) => "both of these skills".to_owned(),
            (n, Matching::All) => format!("all {n} of these skills"),
        };
        // Where all are asked for, some may be carried: the role needs them, whoever asks.
        let all_of_several = self.matching == Matching::All && self.skills.len() > 1;
        let (one, many) = if all_of_several { ("needs", "need") } else { ("asks for", "ask for") };
        let pronoun = if self.skills.len() == 1 { "it" } else { "them" };
        let first = match (asks.as_slice(), builds) {
            ([], 0) => return format!("No role asks for {object}."),
            ([], n) => {
                return format!("{} {object}.", count(n, "role builds on", "roles build on"));
            }
            ([role], _) => format!("{} {one} {object}", ladder[*role].title),
            ([a, b], _) => {
                format!("{} and {} {many} {object}", ladder[*a].title, ladder[*b].title)
            }
            (these, _) => format!("{} roles {many} {object}", these.len()),
        };
        match (self.matching, builds) {
            (_, 0) => format!("{first}."),
            (_, n) => {
                format!(
                    "{first}; {} {pronoun}.",
                    count(n, "more role builds on", "more roles build on")
                )
            }
        }
    }
}

fn stand(ladder: &Ladder, role: RoleIx, skills: &[SkillIx], matching: Matching) -> Standing {
    let mut holds = skills.iter().map(|&skill| ladder.asked(role, skill).holds());
    let matches = match matching {
        Matching::Any => holds.any(|held| held),
        Matching::All => holds.all(|held| held),
    };
    let asks = skills.iter().any(|&skill| ladder[role].requirement(skill).is_some());
    match (matches, asks) {
        (true, true) => Standing::Asks,
        (true, false) => Standing::BuildsOn,
        (false, _) => Standing::Apart,
    }
}

/// "1 role builds on", "4 roles build on".
fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
