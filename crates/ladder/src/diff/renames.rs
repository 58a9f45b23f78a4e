//! Items whose id changed, according to the former ids that the new version lists.

use crate::document::{Document, Id};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};

/// The former ids of roles and skills that the old version still uses.
#[derive(Default)]
pub(super) struct Renames {
    roles: ListRenames,
    skills: ListRenames,
    none: ListRenames,
}

/// The former ids of the items of one list, each with the present one.
#[derive(Default)]
pub(super) struct ListRenames(HashMap<String, String>);

impl Renames {
    /// The ids of `before` that `after` lists as former ones.
    pub fn new(before: &Document, after: &Document) -> Self {
        let roles = before.roles.iter().map(|role| &role.id);
        let skills = before.skills.iter().map(|skill| &skill.id);
        Self {
            roles: ListRenames::new(
                roles,
                after.roles.iter().map(|role| (&role.id, role.formerly.as_slice())),
            ),
            skills: ListRenames::new(
                skills,
                after.skills.iter().map(|skill| (&skill.id, skill.formerly.as_slice())),
            ),
            none: ListRenames::default(),
        }
    }

    /// Those of the list with this name.
    pub fn of(&self, list: &str) -> &ListRenames {
        match list {
            "roles" => &self.roles,
            "skills" => &self.skills,
            _ => &self.none,
        }
    }

    /// Those of the list that a reference of this type leads to.
    pub fn of_reference(&self, reference: &str) -> &ListRenames {
        match reference {
            "RoleIx" => &self.roles,
            "SkillIx" => &self.skills,
            _ => &self.none,
        }
    }
}

impl ListRenames {
    fn new<'a>(
        before: impl Iterator<Item = &'a Id>,
        after: impl Iterator<Item = (&'a Id, &'a [Id])>,
    ) -> Self {
        let used: HashSet<&Id> = before.collect();
        let pairs = after.flat_map(|(id, formerly)| formerly.iter().map(move |was| (was, id)));
        let pairs = pairs.filter(|(was, _)| used.contains(was));
        Self(pairs.map(|(was, id)| (was.to_string(), id.to_string())).collect())
    }

    /// The present id of an item.
    pub fn present<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }

    /// Gives the old items their present ids. If several become one, the one that had the present id already or
    /// else the first stays. Returns the former and present ids.
    pub fn apply(
        &self,
        before: &mut Vec<(String, Map<String, Value>)>,
        after: &mut [(String, Map<String, Value>)],
    ) -> Vec<(String, String)> {
        let mut taken: HashSet<String> = before.iter().map(|(id, _)| id.clone()).collect();
        let mut renamed = Vec::new();
        before.retain_mut(|(id, _)| {
            let Some(present) = self.0.get(id) else { return true };
            renamed.push((id.clone(), present.clone()));
            id.clone_from(present);
            taken.insert(present.clone())
        });
        // The list of former ids says nothing else then.
        for (_, fields) in after.iter_mut().filter(|(id, _)| renamed.iter().any(|(_, to)| to == id))
        {
            fields.remove("formerly");
        }
        for (_, fields) in
            before.iter_mut().filter(|(id, _)| renamed.iter().any(|(_, to)| to == id))
        {
            fields.remove("formerly");
        }
        renamed
    }
}
