//! Updates a ladder from a table. What the table lacks is kept.

mod fields;
mod levels;
mod order;
mod references;
mod roles;
mod skills;

use crate::json_writer::MappedJson;
use crate::node::Node;
use crate::remark::{Remark, RemarkKind};
use crate::source_document::{RefusedSource, read_node};
use crate::split::key;
use fields::{merge_fields, merge_items};
use ladder::{
    Id, Ladder, Problem, RoleIx, SkillIx, WriteError, read, shown, to_json, to_latest_json,
};
use levels::LevelIds;
use references::{remove_references, remove_subjects};
use std::collections::{HashMap, HashSet};

/// The plain fields of a ladder that a table can have.
const PLAIN_FIELDS: [&str; 8] =
    ["title", "summary", "version", "updated", "license", "attribution", "language", "source"];

/// A ladder that was updated.
#[derive(Debug)]
pub struct Updated {
    /// The ladder.
    pub ladder: Ladder,
    /// What is new and what is gone.
    pub remarks: Vec<Remark>,
}

/// Why a ladder cannot be updated.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// A ladder cannot be written, which never happens to one that was read.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A ladder that was written cannot be read, which never happens.
    #[error("a ladder that was written cannot be read again")]
    Unreadable(RefusedSource),
    /// The updated ladder would have errors.
    #[error("the updated ladder would have an error: {}", first_message(.0))]
    Invalid(Vec<Problem>),
}

fn first_message(problems: &[Problem]) -> String {
    problems.first().map_or(String::new(), |problem| {
        let pointer = &problem.pointer;
        format!("{} ({pointer})", problem.message)
    })
}

/// Updates `ladder` with `table`, which was imported with [`crate::Mapping::keep_ids_of`] this ladder, so that the
/// same things have the same ids. Roles and skills that the table does not have are removed, and requirements are
/// those of the table. An exported table shows what a role requires together with the roles it builds on, so a
/// requirement changes only if the table differs from that.
///
/// # Errors
/// If the updated ladder would have errors.
pub fn update(ladder: &Ladder, table: &Ladder) -> Result<Updated, UpdateError> {
    let write = if ladder.format == table.format { to_json } else { to_latest_json };
    let mut document = node(&write(ladder)?)?;
    let mut changes = node(&write(table)?)?;
    merge_fields(&mut document, &changes, |name| !PLAIN_FIELDS.contains(&name));
    if ladder.format != table.format
        && let Some(format) = changes.field("format")
    {
        document.set("format", format.clone());
    }
    for list in ["categories", "tracks", "resources", "scales"] {
        let (old, new) = (document.take_items(list), changes.take_items(list));
        document.set_items(list, merge_items(old, new));
    }
    let mut update = Update {
        ladder,
        table,
        roles: matches(
            ladder.role_indices().map(|ix| (ix, &ladder[ix].id, &ladder[ix].formerly[..])),
            table.roles.iter().map(|role| &role.id),
        ),
        skills: matches(
            ladder.skill_indices().map(|ix| (ix, &ladder[ix].id, &ladder[ix].formerly[..])),
            table.skills.iter().map(|skill| &skill.id),
        ),
        levels: LevelIds::new(&document),
        remarks: Vec::new(),
    };
    // A table of roles alone says nothing about skills.
    if !table.skills.is_empty() {
        let skills =
            update.update_skills(document.take_items("skills"), changes.take_items("skills"));
        document.set_items("skills", skills);
    }
    let roles = update.update_roles(document.take_items("roles"), changes.take_items("roles"));
    document.set_items("roles", roles);
    let Update { levels, mut remarks, .. } = update;
    levels.put_into(&mut document, &mut remarks);
    let (gone_roles, gone_skills) =
        (gone(ladder, &document, "roles"), gone(ladder, &document, "skills"));
    remove_references(&mut document, &gone_roles, &["next", "extends"]);
    remove_references(&mut document, &gone_skills, &["related"]);
    remove_subjects(&mut document, &gone_skills);
    let reading = read(&MappedJson::new(&document).json);
    let ladder = reading.ladder.ok_or(UpdateError::Invalid(reading.problems))?;
    Ok(Updated { ladder, remarks })
}

/// An update in progress.
struct Update<'a> {
    ladder: &'a Ladder,
    table: &'a Ladder,
    /// By role of the table: the role of the ladder.
    roles: Vec<Option<RoleIx>>,
    /// By skill of the table: the skill of the ladder.
    skills: Vec<Option<SkillIx>>,
    levels: LevelIds,
    remarks: Vec<Remark>,
}

impl Update<'_> {
    fn report_new(&mut self, what: &str, name: &str, id: &Id) {
        let message = format!("the {what} {} is new, with the id `{id}`", shown(name));
        self.remark(RemarkKind::Understood, message);
    }

    fn report_gone(&mut self, what: &str, name: &str, id: &Id) {
        let message =
            format!("the {what} {} with the id `{id}`, which the table does not have", shown(name));
        self.remark(RemarkKind::LeftOut, message);
    }

    fn remark(&mut self, kind: RemarkKind, message: String) {
        self.remarks.push(Remark { kind, location: None, message });
    }
}

/// Whether an item that was found by its id has another name than the one that is shown, or its own.
fn is_renamed(name: &str, shown_name: &str, own_name: &str) -> bool {
    key(name) != key(shown_name) && key(name) != key(own_name)
}

/// The items of the ladder that have these ids now or had them before.
fn matches<'a, Ix: Copy>(
    items: impl Iterator<Item = (Ix, &'a Id, &'a [Id])> + Clone,
    ids: impl Iterator<Item = &'a Id>,
) -> Vec<Option<Ix>> {
    let mut by_id: HashMap<&Id, Ix> = items.clone().map(|(ix, id, _)| (id, ix)).collect();
    for (ix, _, formerly) in items {
        for id in formerly {
            by_id.entry(id).or_insert(ix);
        }
    }
    ids.map(|id| by_id.get(id).copied()).collect()
}

/// The ids that the ladder has in a list and the document has not.
fn gone(ladder: &Ladder, document: &Node, list: &str) -> HashSet<String> {
    let mut ids: HashSet<String> = match list {
        "roles" => ladder.roles.iter().map(|role| role.id.to_string()).collect(),
        _ => ladder.skills.iter().map(|skill| skill.id.to_string()).collect(),
    };
    for item in document.items(list) {
        ids.remove(item.text_field("id").unwrap_or_default());
    }
    ids
}

/// A written ladder as a value.
fn node(json: &str) -> Result<Node, UpdateError> {
    let (_, node) = read_node("ladder.json", json.as_bytes()).map_err(UpdateError::Unreadable)?;
    Ok(node)
}
