//! Who asks for what, by skill: the requirements of all roles, found without a look at each role.

use crate::{Document, RoleIx, SkillIx};

/// For each skill the requirements that name it, in the order of the roles.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asks {
    /// Where the asks of each skill begin, and at the end where the last ones end.
    begins: Box<[u32]>,
    asks: Box<[Ask]>,
}

/// A requirement, by the role and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ask {
    pub role: RoleIx,
    pub nth: u32,
}

impl Asks {
    #[inline(never)]
    pub fn of(document: &Document) -> Self {
        let mut begins = vec![0_u32; document.skills.len() + 1];
        for requirement in document.roles.iter().flat_map(|role| &role.skills) {
            begins[requirement.skill.index()] += 1;
        }
        let mut total = 0;
        for begin in &mut begins {
            total += *begin;
            *begin = total;
        }
        // Filled from the end, so that each begin arrives at its place.
        let mut asks = vec![Ask { role: RoleIx(0), nth: 0 }; total as usize];
        for role in document.role_places().rev() {
            for (nth, requirement) in document[role].skills.iter().enumerate() {
                let begin = &mut begins[requirement.skill.index()];
                *begin -= 1;
                asks[*begin as usize] = Ask { role, nth: nth as u32 };
            }
        }
        Self { begins: begins.into(), asks: asks.into() }
    }

    /// The asks for a skill, entry first.
    pub fn for_skill(&self, skill: SkillIx) -> &[Ask] {
        let begin = self.begins[skill.index()] as usize;
        let end = self.begins[skill.index() + 1] as usize;
        &self.asks[begin..end]
    }
}
