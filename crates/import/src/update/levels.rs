//! The ids that the levels of a table have in the ladder.

use crate::node::{Node, Value};
use crate::remark::{Remark, RemarkKind};
use crate::slug::Ids;
use crate::split::key;
use ladder::{CategoryIx, Ladder, LevelIx, SkillIx, shown};
use std::collections::HashMap;

/// The levels of all scales; the id of the ladder's own is empty.
pub(super) struct LevelIds {
    by_name: HashMap<(String, String), String>,
    ids: HashMap<String, Ids>,
    /// Scale, id and name.
    added: Vec<(String, String, String)>,
}

impl LevelIds {
    pub fn new(document: &Node) -> Self {
        let mut levels = Self { by_name: HashMap::new(), ids: HashMap::new(), added: Vec::new() };
        levels.add("", document.items("scale"));
        for scale in document.items("scales") {
            levels.add(scale.text_field("id").unwrap_or_default(), scale.items("levels"));
        }
        levels
    }

    fn add(&mut self, scale: &str, levels: &[Node]) {
        for level in levels {
            let (Some(id), Some(name)) = (level.text_field("id"), level.text_field("name")) else {
                continue;
            };
            self.ids.entry(scale.to_owned()).or_default().take(id);
            let entry = self.by_name.entry((scale.to_owned(), key(name)));
            entry.or_insert_with(|| id.to_owned());
        }
    }

    /// The id of a level of the table: that of the level which is shown like it for the skill, or else the one of
    /// its name on the scale of the skill. If there is none, the level is new and the highest. `known` is the skill
    /// in the ladder.
    pub fn find(
        &mut self,
        (ladder, table): (&Ladder, &Ladder),
        skill: SkillIx,
        known: Option<SkillIx>,
        level: LevelIx,
    ) -> String {
        let name = &table[level].name;
        let scale = match known {
            Some(known) => {
                let mut levels = ladder.level_indices(ladder.scale_of(known));
                let is_shown = |level: &LevelIx| key(ladder.level_name(known, *level)) == key(name);
                if let Some(found) = levels.find(is_shown) {
                    return ladder[found].id.to_string();
                }
                ladder.scale_of(known).map(|scale| ladder[scale].id.to_string())
            }
            None => {
                let own = table.scale_of(skill).map(|scale| table[scale].id.to_string());
                own.or_else(|| scale_of_category(ladder, table, skill))
            }
        };
        let scale = scale.unwrap_or_default();
        let named = (scale.clone(), key(name));
        if let Some(id) = self.by_name.get(&named) {
            return id.clone();
        }
        let id = self.ids.entry(scale.clone()).or_default().derive(name, "level");
        self.by_name.insert(named, id.clone());
        self.added.push((scale, id.clone(), name.clone()));
        id
    }

    /// Adds the new levels to the scales of the document, and reports them.
    pub fn put_into(self, document: &mut Node, remarks: &mut Vec<Remark>) {
        for (scale, id, name) in self.added {
            let message = format!("{} is a new level, the highest of its scale", shown(&name));
            remarks.push(Remark { kind: RemarkKind::Guessed, location: None, message });
            let mut level = Node { value: Value::Object(Vec::new()), location: document.location };
            level.set_text("id", &id);
            level.set_text("name", &name);
            if scale.is_empty() {
                push(document, "scale", level);
                continue;
            }
            let mut scales = document.take_items("scales");
            let found = scales.iter_mut().find(|node| node.text_field("id") == Some(&scale));
            if let Some(found) = found {
                push(found, "levels", level);
            }
            document.set_items("scales", scales);
        }
    }
}

fn push(node: &mut Node, list: &str, item: Node) {
    let mut items = node.take_items(list);
    items.push(item);
    node.set_items(list, items);
}

/// The scale that a new skill has because of its category.
fn scale_of_category(ladder: &Ladder, table: &Ladder, skill: SkillIx) -> Option<String> {
    let category = ladder.category_by_id(&table[table[skill].category?].id);
    let within = std::iter::successors(category, |at: &CategoryIx| ladder[*at].parent);
    // As many steps as there are categories, because they may form a loop.
    let scale = within.take(ladder.categories.len()).find_map(|category| ladder[category].scale)?;
    Some(ladder[scale].id.to_string())
}
