//! Checks that involve several fields of an item, and records its references.

use super::context::Context;
use super::ids::{Names, Thing};
use super::reference_graph::{Edge, UNKNOWN};
use super::token_tree::{Kind, NodeId};
use crate::quote::shown;
use crate::{Category, EdgeKind, Id, Requirement, Role, Scale, Skill, Statement};
use std::mem;

/// Reports an id that an earlier item of the same kind has.
#[inline(never)]
pub(super) fn check_id(context: &mut Context<'_, '_>, thing: Thing, index: usize) {
    let Some(node) = context.tree.member(NodeId::ROOT, "id") else { return };
    let Some(id) = context.tree.string(node).filter(|id| Id::new(id).is_some()) else { return };
    if let Some(first) = context.ids.of(thing).names.get(&id)
        && (first as usize) < index
    {
        let (noun, field) = (thing.noun(), thing.field());
        let message = format!("the id `{id}` is already used by the {noun} at /{field}/{first}");
        context.error(node, message);
    }
}

/// Reports former ids that are in use, or that an earlier item of the same kind had, too.
#[inline(never)]
fn check_former_ids(former_ids: &[Id], thing: Thing, index: usize, context: &mut Context<'_, '_>) {
    for (id, node) in former_ids.iter().zip(context.tree.list(NodeId::ROOT, "formerly")) {
        if context.tree.string(node).is_none_or(|text| text != id.as_str()) {
            continue;
        }
        let (noun, field) = (thing.noun(), thing.field());
        if let Some(user) = context.ids.of(thing).names.get(id.as_str()) {
            let message =
                format!("the former id `{id}` is the id of the {noun} at /{field}/{user}");
            context.error(node, message);
            continue;
        }
        let graph = &mut *context.graph;
        let former =
            if thing == Thing::Role { &mut graph.former_roles } else { &mut graph.former_skills };
        if let Some(first) = former.insert(id.as_str().into(), index as u32) {
            let message =
                format!("the former id `{id}` is already listed by the {noun} at /{field}/{first}");
            context.error(node, message);
        }
    }
}

/// Reports a scale without levels, and the ids of levels that an earlier level of the scale has.
pub(super) fn check_scale(scale: &Scale, context: &mut Context<'_, '_>) {
    let tree = context.tree;
    match tree.member(NodeId::ROOT, "levels") {
        None if tree.kind(NodeId::ROOT) == Kind::Object => {
            context.missing_field(NodeId::ROOT, "a scale", "levels");
        }
        Some(levels) if tree.kind(levels) == Kind::List && tree.items(levels).count() == 0 => {
            context.error(levels, "a scale needs at least one level".into());
        }
        _ => {}
    }
    let mut ids = Names::default();
    let nodes = tree.list(NodeId::ROOT, "levels");
    for (level, node) in scale.levels.iter().zip(nodes) {
        let Some(node) = tree.member(node, "id") else { continue };
        let is_valid = tree.string(node).is_some_and(|text| text == level.id.as_str());
        if is_valid && ids.insert(level.id.as_str().into(), 0).is_some() {
            let message =
                format!("the id `{}` is already used by another level of this scale", level.id);
            context.error(node, message);
        }
    }
}

/// Records which category a category is part of.
pub(super) fn check_category(category: &Category, index: usize, context: &mut Context<'_, '_>) {
    if let Some(to) = category.parent.filter(|parent| parent.0 != UNKNOWN)
        && let Some(node) = context.tree.member(NodeId::ROOT, "parent")
    {
        let offset = context.tree.offset(node);
        context.graph.parents.push(Edge { from: index as u32, to: to.0, nth: 0, offset });
    }
}

/// Checks a skill's former ids and statements.
pub(super) fn check_skill(skill: &Skill, index: usize, context: &mut Context<'_, '_>) {
    check_former_ids(&skill.formerly, Thing::Skill, index, context);
    context.graph.statement_ids.clear();
    check_statements(&skill.statements, Thing::Skill, NodeId::ROOT, "statements", context);
}

/// Checks a role's former ids and statements, merges skills that it lists twice, and records the roles it
/// extends and its steps.
#[inline(never)]
pub(super) fn check_role(role: &mut Role, index: usize, context: &mut Context<'_, '_>) {
    check_former_ids(&role.formerly, Thing::Role, index, context);
    let tree = context.tree;
    if let Some(track) = context.graph.tracks.get_mut(index) {
        *track = role.track.map(|track| track.0).filter(|track| *track != UNKNOWN);
    }
    context.graph.statement_ids.clear();
    check_statements(
        &role.responsibilities,
        Thing::Role,
        NodeId::ROOT,
        "responsibilities",
        context,
    );
    merge_requirements(role, index, context);
    let bases = role.extends.iter().zip(tree.list(NodeId::ROOT, "extends"));
    for (nth, (base, node)) in bases.enumerate().filter(|(_, (base, _))| base.0 != UNKNOWN) {
        let (from, to, nth, offset) = (index as u32, base.0, nth as u32, tree.offset(node));
        context.graph.extends.push(Edge { from, to, nth, offset });
    }
    for (nth, (step, node)) in role.next.iter().zip(tree.list(NodeId::ROOT, "next")).enumerate() {
        if step.to.0 == UNKNOWN {
            continue;
        }
        let (from, to, nth, offset) = (index as u32, step.to.0, nth as u32, tree.offset(node));
        let is_up = step.kind == EdgeKind::Promotion;
        let graph = &mut *context.graph;
        let steps = if is_up { &mut graph.promotions } else { &mut graph.other_steps };
        steps.push(Edge { from, to, nth, offset });
    }
}

/// Reports statement ids that the role or skill has already.
fn check_statements(
    statements: &[Statement],
    thing: Thing,
    of: NodeId,
    field: &str,
    context: &mut Context<'_, '_>,
) {
    if statements.is_empty() {
        return;
    }
    for (statement, node) in statements.iter().zip(context.tree.list(of, field)) {
        let Some(id) = &statement.id else { continue };
        let Some(node) = context.tree.member(node, "id") else { continue };
        let is_valid = context.tree.string(node).is_some_and(|text| text == id.as_str());
        if is_valid && context.graph.statement_ids.insert(id.as_str().into(), 0).is_some() {
            let noun = thing.noun();
            let message =
                format!("the id `{id}` is already used by another statement of this {noun}");
            context.error(node, message);
        }
    }
}

/// Merges the requirements for the same skill.
#[inline(never)]
fn merge_requirements(role: &mut Role, index: usize, context: &mut Context<'_, '_>) {
    let all = mem::take(&mut role.skills);
    role.skills.reserve_exact(all.len());
    let nodes = context.tree.list(NodeId::ROOT, "skills");
    for (requirement, node) in all.into_iter().zip(nodes) {
        check_statements(&requirement.statements, Thing::Role, node, "statements", context);
        let skill = requirement.skill.index();
        let Some(required_by) = context.graph.required_by.get_mut(skill) else { continue };
        let stamp = index as u32 + 1;
        if required_by.0 == stamp {
            let first = role.skills.get_mut(required_by.1 as usize);
            report_twice(context, node);
            if let Some(first) = first {
                merge(first, requirement);
            }
        } else {
            *required_by = (stamp, role.skills.len() as u32);
            role.skills.push(requirement);
        }
    }
}

fn report_twice(context: &mut Context<'_, '_>, node: NodeId) {
    let tree = context.tree;
    let skill = if tree.is_text(node) { Some(node) } else { tree.member(node, "skill") };
    let skill = shown(&skill.and_then(|node| tree.string(node)).unwrap_or_default());
    context.warning(node, format!("this role lists {skill} twice; the higher level is used"));
}

/// Keeps the higher level, the firmer kind, and all notes and statements.
fn merge(first: &mut Requirement, again: Requirement) {
    first.level = first.level.max(again.level);
    first.kind = first.kind.max(again.kind);
    first.note = first.note.take().or(again.note);
    first.statements.extend(again.statements);
}
