//! Search over roles, skills, responsibilities and resources.

use super::fold::{Needle, fold, ranked};
use crate::{Ladder, ResourceIx, RoleIx, SkillIx};

/// How many answers of one kind are shown.
pub const SHOWN: usize = 6;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A role.
    Role(RoleIx),
    /// A skill.
    Skill(SkillIx),
    /// One of a role's responsibilities, by its place there.
    Responsibility(RoleIx, usize),
    /// A resource, on the page of the first role that refers to it.
    Resource(ResourceIx, RoleIx),
}

/// The answers of one kind, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The best of them, at most [`SHOWN`].
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
}

/// Every text that can be found, folded once so that each key press is answered at once.
#[derive(Debug)]
pub struct SearchIndex {
    /// Roles, skills, responsibilities, resources: the order of the answers.
    kinds: [Vec<(Hit, String)>; 4],
}

impl SearchIndex {
    /// Folds the ladder's texts.
    #[must_use]
    pub fn of(ladder: &Ladder) -> Self {
        let mut kinds = <[Vec<_>; 4]>::default();
        for role in ladder.role_places() {
            let texts = &ladder[role];
            let others = texts.also_known_as.iter().chain(&texts.short_title).chain(&texts.stage);
            kinds[0].push((Hit::Role(role), lines(&texts.title, others)));
            for (at, statement) in texts.responsibilities.iter().enumerate() {
                kinds[2].push((Hit::Responsibility(role, at), fold(&statement.text)));
            }
        }
        for skill in ladder.skill_places() {
            let texts = &ladder[skill];
            let others = texts.short_name.iter().chain(&texts.also_known_as).chain(&texts.includes);
            kinds[1].push((Hit::Skill(skill), lines(&texts.name, others)));
        }
        let mut found_in = vec![None; ladder.resources.len()];
        for role in ladder.role_places() {
            for reference in &ladder[role].resources {
                found_in[reference.resource.index()].get_or_insert(role);
            }
        }
        for resource in ResourceIx::all(ladder.resources.len()) {
            if let Some(role) = found_in[resource.index()] {
                let texts = &ladder[resource];
                kinds[3]
                    .push((Hit::Resource(resource, role), lines(&texts.title, &texts.provider)));
            }
        }
        Self { kinds }
    }

    /// Answers what was typed, by kind; kinds without an answer are left out.
    #[must_use]
    pub fn answer(&self, typed: &str) -> Vec<Answers> {
        let needle = Needle::new(typed);
        if needle.is_empty() {
            return Vec::new();
        }
        self.kinds.iter().map(|kind| best(kind, &needle)).filter(|found| found.total > 0).collect()
    }
}

fn best(kind: &[(Hit, String)], needle: &Needle) -> Answers {
    let found = ranked(kind.len(), &mut |at| needle.score(&kind[at].1));
    let hits = found.iter().take(SHOWN).map(|&at| kind[at].0).collect();
    Answers { hits, total: found.len() }
}

/// The texts, folded, a line each.
pub(super) fn lines<'a>(first: &str, others: impl IntoIterator<Item = &'a String>) -> String {
    others.into_iter().fold(fold(first), |mut text, other| {
        text.push('\n');
        text.push_str(&fold(other));
        text
    })
}
