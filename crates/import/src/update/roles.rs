//! The roles of a ladder with what a table says about them, above all what they require.

use super::fields::{as_object, merge_fields};
use super::order::Order;
use super::{Update, is_renamed};
use crate::node::Node;
use crate::remark::RemarkKind;
use crate::split::key;
use ladder::{Requirement, RoleIx, SkillIx, shown};
use std::collections::{HashMap, HashSet};

/// Fields of a role that are not simply replaced.
const KEPT: [&str; 3] = ["id", "title", "skills"];
/// Fields of a requirement that are not simply replaced.
const KEPT_OF_REQUIREMENT: [&str; 3] = ["skill", "level", "kind"];

/// A requirement of the table and its value.
type Change<'a> = (&'a Requirement, Node);

impl Update<'_> {
    /// The roles that the table has.
    pub(super) fn update_roles(&mut self, old: Vec<Node>, new: Vec<Node>) -> Vec<Node> {
        let (ladder, table) = (self.ladder, self.table);
        let kept_skills: HashSet<SkillIx> = self.skills.iter().copied().flatten().collect();
        let mut order = Order::new(old);
        for (at, mut changes) in new.into_iter().enumerate() {
            let role = &table.roles[at];
            let requirements = changes.take_items("skills").into_iter();
            let requirements: Vec<Change<'_>> = role.skills.iter().zip(requirements).collect();
            let Some(known) = self.roles[at] else {
                self.report_new("role", &role.title, &role.id);
                let new = requirements.into_iter().map(|change| self.new_requirement(change));
                changes.set_items("skills", new.collect());
                order.insert(changes);
                continue;
            };
            let node = order.keep(known.index());
            if is_renamed(&role.title, &ladder.distinct_title(known), &ladder[known].title) {
                node.set_text("title", &role.title);
            }
            merge_fields(node, &changes, |name| KEPT.contains(&name));
            if !table.skills.is_empty() {
                let old = node.take_items("skills");
                node.set_items("skills", self.requirements(known, old, requirements, &kept_skills));
            }
        }
        let (kept, gone) = order.finish();
        for at in gone {
            let title = ladder.distinct_title(RoleIx::from(at));
            self.report_gone("role", &title, &ladder.roles[at].id);
        }
        kept
    }

    /// The requirements that the table has for a role: those of the ladder in their order, and then new ones.
    fn requirements(
        &mut self,
        role: RoleIx,
        old: Vec<Node>,
        new: Vec<Change<'_>>,
        kept_skills: &HashSet<SkillIx>,
    ) -> Vec<Node> {
        let ladder = self.ladder;
        let mut changes: HashMap<SkillIx, Change<'_>> = HashMap::new();
        let mut added = Vec::new();
        for change in new {
            let known = self.skills[change.0.skill.index()];
            match known.filter(|skill| ladder[role].requirement(*skill).is_some()) {
                Some(skill) => drop(changes.insert(skill, change)),
                None => added.push(change),
            }
        }
        let mut all = Vec::new();
        for (requirement, node) in ladder[role].skills.iter().zip(old) {
            match changes.remove(&requirement.skill) {
                Some(change) => all.push(self.requirement(role, requirement, node, change)),
                None if kept_skills.contains(&requirement.skill) => {
                    let title = ladder.distinct_title(role);
                    let name = ladder.distinct_skill_name(requirement.skill);
                    let message = format!("{} no longer requires {}", shown(&title), shown(&name));
                    self.remark(RemarkKind::LeftOut, message);
                }
                // The skill is gone, and reported.
                None => {}
            }
        }
        all.extend(added.into_iter().map(|change| self.new_requirement(change)));
        all
    }

    /// A requirement of the ladder, with what differs in the table.
    fn requirement(
        &mut self,
        role: RoleIx,
        old: &Requirement,
        node: Node,
        (new, changes): Change<'_>,
    ) -> Node {
        let (mut node, changes) = (as_object(node, "skill"), as_object(changes, "skill"));
        let level = self.level(new);
        let ladder = self.ladder;
        let shown = ladder.effective_level(role, old.skill);
        // By name, too, because a skill may have names of its own that are the same for several levels.
        let shown_name = shown.map(|level| key(ladder.level_name(old.skill, level)));
        let is_shown = shown_name == new.level.map(|level| key(&self.table[level].name))
            || shown.map(|level| ladder[level].id.as_str()) == level.as_deref();
        if !is_shown {
            node.set_or_remove("level", level.as_deref());
        }
        if old.kind != new.kind {
            node.set_or_remove("kind", changes.text_field("kind"));
        }
        merge_fields(&mut node, &changes, |name| KEPT_OF_REQUIREMENT.contains(&name));
        node
    }

    fn new_requirement(&mut self, (requirement, node): Change<'_>) -> Node {
        let mut node = as_object(node, "skill");
        let skill = self.skills[requirement.skill.index()].map(|skill| &self.ladder[skill].id);
        node.set_text("skill", skill.unwrap_or(&self.table[requirement.skill].id).as_str());
        node.set_or_remove("level", self.level(requirement).as_deref());
        node
    }

    /// The id that the level of a requirement of the table has in the ladder.
    fn level(&mut self, requirement: &Requirement) -> Option<String> {
        let known = self.skills[requirement.skill.index()];
        let (level, skill) = (requirement.level?, requirement.skill);
        Some(self.levels.find((self.ladder, self.table), skill, known, level))
    }
}
