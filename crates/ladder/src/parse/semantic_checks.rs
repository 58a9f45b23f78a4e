//! Checks across a document: loops, and items that nothing refers to.

use super::ids::{Ids, Thing};
use super::reference_graph::{Edge, ReferenceGraph};
use super::report::Report;
use crate::document::Document;
use crate::quote::{grouped, shown};
use rustc_hash::FxHashMap;

/// The most names of a loop that a message lists.
const NAMED: usize = 8;

/// Reports loops, unreachable roles, and unused skills and resources.
#[inline(never)]
pub(super) fn check(ids: &Ids, graph: &ReferenceGraph, document: &Document, report: &mut Report) {
    let roles = ids.of(Thing::Role).by_index();
    let categories = ids.of(Thing::Category).by_index();
    find_loops(categories.len(), &graph.parents, &mut |path, closing| {
        let pointer = format!("/categories/{}/parent", closing.from);
        let message = format!("these categories form a loop: {}", names_of(path, &categories));
        report.error(closing.offset as usize, pointer, message);
    });
    find_loops(roles.len(), &graph.promotions, &mut |path, closing| {
        let pointer = format!("/roles/{}/next/{}", closing.from, closing.nth);
        let message = format!("these promotions form a loop: {}", names_of(path, &roles));
        report.error(closing.offset as usize, pointer, message);
    });
    check_extends(graph, document, &roles, report);
    if document.ordered && !(graph.promotions.is_empty() && graph.other_steps.is_empty()) {
        let message = "no path leads to the role";
        warn_unless(&reachable_roles(graph), ids, Thing::Role, message, report);
    }
    let is_required: Vec<bool> = graph.required_by.iter().map(|(role, _)| *role > 0).collect();
    warn_unless(&is_required, ids, Thing::Skill, "no role uses the skill", report);
    let message = "nothing links to the resource";
    warn_unless(&graph.resource_used, ids, Thing::Resource, message, report);
}

/// Reports roles that build on themselves.
fn check_extends(
    graph: &ReferenceGraph,
    document: &Document,
    roles: &[Option<&str>],
    report: &mut Report,
) {
    if graph.extends.is_empty() {
        return;
    }
    let mut edges = graph.extends.clone();
    if document.cumulative {
        edges.extend(steps_down(graph, document.ordered));
        edges.sort_by_key(|edge| (edge.from, edge.to));
        edges.dedup_by_key(|edge| (edge.from, edge.to));
    }
    find_loops(roles.len(), &edges, &mut |path, _| {
        let ends = path.iter().zip(path.iter().cycle().skip(1));
        let extending = ends.filter_map(|(from, to)| {
            let first = graph.extends.partition_point(|edge| edge.from < *from);
            let own = graph.extends.iter().skip(first).take_while(|edge| edge.from == *from);
            own.into_iter().find(|edge| edge.to == *to)
        });
        // A loop of promotions alone is reported as such.
        if let Some(edge) = extending.into_iter().next() {
            let pointer = format!("/roles/{}/extends/{}", edge.from, edge.nth);
            let message = format!("these roles build on each other: {}", names_of(path, roles));
            report.error(edge.offset as usize, pointer, message);
        }
    });
}

/// The promotions of a ladder, from the role that they lead to. Without any steps of their own, the roles of an
/// ordered ladder are promoted along their tracks.
fn steps_down(graph: &ReferenceGraph, ordered: bool) -> Vec<Edge> {
    let down = |from: u32, to: u32| Edge { from, to, nth: 0, offset: 0 };
    if !ordered || !graph.promotions.is_empty() || !graph.other_steps.is_empty() {
        return graph.promotions.iter().map(|edge| down(edge.to, edge.from)).collect();
    }
    let mut last: FxHashMap<Option<u32>, u32> = FxHashMap::default();
    let roles = (0..).zip(&graph.tracks);
    roles.filter_map(|(role, track)| Some(down(role, last.insert(*track, role)?))).collect()
}

/// Warns of each thing for which `flags` is not set.
fn warn_unless(flags: &[bool], ids: &Ids, thing: Thing, message: &str, report: &mut Report) {
    let declared = ids.of(thing);
    for (index, (id, flag)) in declared.by_index().into_iter().zip(flags).enumerate() {
        if let Some(id) = id
            && !flag
        {
            let pointer = format!("/{}/{index}", thing.field());
            let message = format!("{message} {}", shown(id));
            report.warning(declared.offsets[index] as usize, pointer, message);
        }
    }
}

/// `a` → `b` → `a`
fn names_of(path: &[u32], names: &[Option<&str>]) -> String {
    let name = |index: &u32| shown(names[*index as usize].unwrap_or_default());
    let mut text = String::new();
    for index in path.iter().take(NAMED) {
        text += &name(index);
        text += " → ";
    }
    if path.len() > NAMED {
        text += &format!("… ({} in all) → ", grouped(path.len()));
    }
    text + &path.first().map(name).unwrap_or_default()
}

/// Finds loops among `count` things by depth-first search. Calls `found` with the path of each and the
/// edge that closes it. The edges are sorted by where they come from.
fn find_loops(count: usize, edges: &[Edge], found: &mut dyn FnMut(&[u32], Edge)) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        OnPath(usize),
        Done,
    }
    let first_of = |from: u32| edges.partition_point(|edge| edge.from < from);
    let mut states = vec![State::New; count];
    let mut path: Vec<u32> = Vec::new();
    let mut next: Vec<usize> = Vec::new();
    for start in 0..count as u32 {
        if states[start as usize] != State::New {
            continue;
        }
        path.push(start);
        next.push(first_of(start));
        states[start as usize] = State::OnPath(0);
        while let (Some(&from), Some(nth)) = (path.last(), next.last_mut()) {
            match edges.get(*nth).filter(|edge| edge.from == from) {
                Some(&edge) => {
                    *nth += 1;
                    match states[edge.to as usize] {
                        State::New => {
                            states[edge.to as usize] = State::OnPath(path.len());
                            path.push(edge.to);
                            next.push(first_of(edge.to));
                        }
                        State::OnPath(start) => found(&path[start..], edge),
                        State::Done => {}
                    }
                }
                None => {
                    states[from as usize] = State::Done;
                    path.pop();
                    next.pop();
                }
            }
        }
    }
}

/// The roles that can be reached from the first role or the first of any track. Roles without a
/// track count as one track.
fn reachable_roles(graph: &ReferenceGraph) -> Vec<bool> {
    let mut reachable = vec![false; graph.tracks.len()];
    let mut to_visit: Vec<u32> = Vec::new();
    let mut has_entry = Vec::new();
    for (role, &track) in graph.tracks.iter().enumerate() {
        let track = track.map_or(0, |track| track as usize + 1);
        if has_entry.len() <= track {
            has_entry.resize(track + 1, false);
        }
        if role == 0 || !has_entry[track] {
            has_entry[track] = true;
            reachable[role] = true;
            to_visit.push(role as u32);
        }
    }
    while let Some(role) = to_visit.pop() {
        for edges in [&graph.promotions, &graph.other_steps] {
            let first = edges.partition_point(|edge| edge.from < role);
            for edge in edges[first..].iter().take_while(|edge| edge.from == role) {
                let to = &mut reachable[edge.to as usize];
                if !*to {
                    *to = true;
                    to_visit.push(edge.to);
                }
            }
        }
    }
    reachable
}
