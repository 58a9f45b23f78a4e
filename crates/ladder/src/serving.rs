//! The resources that serve what a comparison finds gained.

use super::compare::{Change, Comparison};
use crate::ResourceRef;
use crate::{Ladder, RoleIx, SkillIx};

/// A resource, and what it serves; one of the two at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serving {
    /// The resource, as the first that names it refers to it.
    pub reference: ResourceRef,
    /// The role it is named with: the one gone to, or one on the way that asks for what is gained.
    pub role: Option<RoleIx>,
    /// The gained or raised skills it is named with.
    pub skills: Vec<SkillIx>,
}

impl Ladder {
    /// What helps with the skills that are gained or raised: the resources of the role gone to, then
    /// those of the roles on the way that ask for what is gained, then those of the skills. Each
    /// once. What the role one comes from names already is left out, unless a gained skill names it.
    #[must_use]
    pub fn serving(&self, comparison: &Comparison) -> Vec<Serving> {
        let is_more = |change| matches!(change, Change::Gained | Change::Raised);
        let more: Vec<_> = comparison.skills.iter().filter(|s| is_more(s.change)).collect();
        let mut roles = vec![comparison.to];
        for asked_by in more.iter().filter_map(|skill| Some(skill.after?.asked_by)) {
            if !roles.contains(&asked_by) {
                roles.push(asked_by);
            }
        }
        let known = &self[comparison.from].resources;
        let mut serving = Vec::new();
        for role in roles {
            for reference in &self[role].resources {
                if !known.iter().any(|other| other.resource == reference.resource) {
                    let found = entry(&mut serving, reference);
                    found.role = found.role.or(Some(role));
                }
            }
        }
        for skill in more.iter().map(|skill| skill.skill) {
            for reference in &self[skill].resources {
                entry(&mut serving, reference).skills.push(skill);
            }
        }
        serving
    }
}

/// The entry of the resource, made where there is none yet.
fn entry<'a>(serving: &'a mut Vec<Serving>, reference: &ResourceRef) -> &'a mut Serving {
    let found = serving.iter().position(|known| known.reference.resource == reference.resource);
    let at = found.unwrap_or_else(|| {
        serving.push(Serving { reference: reference.clone(), role: None, skills: Vec::new() });
        serving.len() - 1
    });
    &mut serving[at]
}
