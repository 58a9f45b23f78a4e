//! The order of the levels that were found in a matrix.

use crate::draft::{Draft, Items, level_key};
use crate::mapping::Mapping;
use crate::remark::Report;
use crate::requirement_cell::known_rank;
use crate::source::Location;
use crate::split::key;
use ladder::shown;
use std::collections::{BTreeMap, HashMap};

/// More levels are not searched for groups: each would be compared with each.
const MAX_GROUPED: usize = 200;

/// Orders the levels, lowest first: as the mapping says, by number, by common names, or as they occur. Levels of a ladder
/// that is updated have the order they have there.
pub(crate) fn order_levels(draft: &mut Draft, mapping: &Mapping, report: &mut Report) {
    if mapping.known().ladder.is_some() {
        return;
    }
    further_scales(draft, report);
    let Some(first) = draft.levels.items.iter().find(|level| level.scale.is_none()) else { return };
    let location = first.item.name.location;
    if draft.levels_are_ordered && mapping.levels().is_empty() {
        return;
    }
    for name in mapping.levels() {
        draft.level_on(name, None, location);
    }
    let names: Vec<String> =
        draft.levels.items.iter().map(|level| level.item.name.text.clone()).collect();
    let mut order = draft.levels_by_scale().swap_remove(0);
    let own_names: Vec<&str> = order.iter().map(|at| names[*at].as_str()).collect();
    let mapped = |name: &str| mapping.levels().iter().position(|level| key(level) == key(name));
    let number = |name: &str| {
        let digits: String = name.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        digits.parse::<f64>().ok()
    };
    let how = if !mapping.levels().is_empty() {
        order.sort_by_key(|at| mapped(&names[*at]).unwrap_or(usize::MAX));
        "as the mapping says"
    } else if own_names.iter().all(|name| number(name).is_some()) {
        order.sort_by(|a, b| {
            number(&names[*a]).partial_cmp(&number(&names[*b])).unwrap_or(std::cmp::Ordering::Equal)
        });
        "by their numbers"
    } else if own_names.iter().all(|name| known_rank(name).is_some()) {
        order.sort_by_key(|at| known_rank(&names[*at]));
        "by their usual order"
    } else {
        "in the order in which roles require them"
    };
    let ordered: Vec<&str> = order.iter().map(|at| names[*at].as_str()).collect();
    let message = format!("the levels, lowest first, {how}: {}", ordered.join(", "));
    if mapping.levels().is_empty() {
        report.guessed(location, message)
    } else {
        report.understood(location, message)
    }
    if mapping.levels().is_empty() {
        separate_groups(draft, location, report);
    }
    let others = (0..names.len()).filter(|at| draft.levels.items[*at].scale.is_some());
    order.extend(others);
    rearrange(draft, &order);
}

/// Reports levels of further scales that no sheet lists.
fn further_scales(draft: &Draft, report: &mut Report) {
    for level in draft.levels.items.iter().filter(|level| !level.is_listed) {
        if let Some(scale) = level.scale {
            let (name, scale) = (&level.item.name, &draft.scales.items[scale].name.text);
            let message = format!(
                "{} is the highest level so far of the scale {}",
                shown(&name.text),
                shown(scale)
            );
            report.guessed(name.location, message);
        }
    }
}

/// Reports groups of several levels that no skill has in common: they may be scales of their own.
fn separate_groups(draft: &Draft, location: Location, report: &mut Report) {
    if draft.levels.items.len() > MAX_GROUPED {
        return;
    }
    let mut group: Vec<usize> = (0..draft.levels.items.len()).collect();
    let mut first_of_skill: HashMap<usize, usize> = HashMap::new();
    let requirements = draft.roles.items.iter().flat_map(|role| &role.skills);
    for requirement in requirements {
        let Some(level) = requirement.level else { continue };
        let other = *first_of_skill.entry(requirement.skill).or_insert(level);
        let (from, to) = (group[level], group[other]);
        if from != to {
            group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
        }
    }
    let mut names: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (level, group) in draft.levels.items.iter().zip(group) {
        if level.scale.is_none() {
            names.entry(group).or_default().push(&level.item.name.text);
        }
    }
    let groups: Vec<String> =
        names.values().filter(|names| names.len() > 1).map(|names| names.join(", ")).collect();
    if groups.len() > 1 {
        let message = format!(
            "all levels are on one scale, although no skill has levels of two of these groups: {}",
            groups.join("; ")
        );
        report.guessed(location, message);
    }
}

/// Puts the levels in another order, and everything that refers to them.
fn rearrange(draft: &mut Draft, order: &[usize]) {
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new;
    }
    let mut levels = Items::default();
    for old in order {
        let level = draft.levels.items[*old].clone();
        levels.push(&level_key(&level.item.name.text, level.scale), level);
    }
    draft.levels = levels;
    for requirement in draft.roles.items.iter_mut().flat_map(|role| &mut role.skills) {
        requirement.level = requirement.level.map(|level| place[level]);
    }
    for (level, _) in draft.skills.items.iter_mut().flat_map(|skill| &mut skill.levels) {
        *level = place[*level];
    }
}
