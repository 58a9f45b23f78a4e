//! The skills of a ladder with what a table says about them.

use super::fields::{merge_fields, merge_levels};
use super::order::Order;
use super::{Update, is_renamed};
use crate::node::{Key, Node, Value};
use ladder::{Id, SkillIx};

/// Fields of a skill that are not simply replaced. A skill stays on its scale.
const KEPT: [&str; 4] = ["id", "name", "scale", "levels"];

impl Update<'_> {
    /// The skills that the table has.
    pub(super) fn update_skills(&mut self, old: Vec<Node>, new: Vec<Node>) -> Vec<Node> {
        let (ladder, table) = (self.ladder, self.table);
        let mut order = Order::new(old);
        for (at, mut changes) in new.into_iter().enumerate() {
            let skill = &table.skills[at];
            self.rename_levels(at, &mut changes);
            let Some(known) = self.skills[at] else {
                self.report_new("skill", &skill.name, &skill.id);
                order.insert(changes);
                continue;
            };
            let node = order.keep(known.index());
            if is_renamed(&skill.name, &ladder.distinct_skill_name(known), &ladder[known].name) {
                node.set_text("name", &skill.name);
            }
            merge_levels(node, &changes);
            merge_fields(node, &changes, |name| KEPT.contains(&name));
        }
        let (kept, gone) = order.finish();
        for at in gone {
            let name = ladder.distinct_skill_name(SkillIx::from(at));
            self.report_gone("skill", &name, &ladder.skills[at].id);
        }
        kept
    }

    /// Gives the levels for which a skill of the table has a meaning the ids that they have in the ladder.
    fn rename_levels(&mut self, at: usize, changes: &mut Node) {
        let Some(Node { value: Value::Object(meanings), location }) =
            changes.field("levels").cloned()
        else {
            return;
        };
        let (skill, known) = (SkillIx::from(at), self.skills[at]);
        let renamed = meanings.into_iter().filter_map(|(Key { name, location }, meaning)| {
            let level = self.table.level_of(skill, &Id::new(&name)?)?;
            let name = self.levels.find((self.ladder, self.table), skill, known, level);
            Some((Key { name, location }, meaning))
        });
        let value = Value::Object(renamed.collect());
        changes.set("levels", Node { value, location });
    }
}
