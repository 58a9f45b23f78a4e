//! The order of the levels that were found in a matrix.

use crate::draft::{Draft, Items};
use crate::mapping::Mapping;
use crate::remark::Report;
use crate::requirement_cell::known_rank;
use crate::split::key;

/// Orders the levels, lowest first: as the mapping says, by number, by common names, or as they occur.
pub(crate) fn order_levels(draft: &mut Draft, mapping: &Mapping, report: &mut Report) {
    if draft.levels.items.is_empty() || (draft.levels_are_ordered && mapping.levels().is_empty()) {
        return;
    }
    let location = draft.levels.items[0].name.location;
    for name in mapping.levels() {
        draft.levels.named(name, location);
    }
    let names: Vec<String> =
        draft.levels.items.iter().map(|level| level.name.text.clone()).collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    let mapped = |name: &str| mapping.levels().iter().position(|level| key(level) == key(name));
    let number = |name: &str| {
        let digits: String = name.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        digits.parse::<f64>().ok()
    };
    let how = if !mapping.levels().is_empty() {
        order.sort_by_key(|at| mapped(&names[*at]).unwrap_or(usize::MAX));
        "as the mapping says"
    } else if names.iter().all(|name| number(name).is_some()) {
        order.sort_by(|a, b| {
            number(&names[*a]).partial_cmp(&number(&names[*b])).unwrap_or(std::cmp::Ordering::Equal)
        });
        "by their numbers"
    } else if names.iter().all(|name| known_rank(name).is_some()) {
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
    rearrange(draft, &order);
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
        levels.push(&level.name.text.clone(), level);
    }
    draft.levels = levels;
    for requirement in draft.roles.items.iter_mut().flat_map(|role| &mut role.skills) {
        requirement.level = requirement.level.map(|level| place[level]);
    }
    for (level, _) in draft.skills.items.iter_mut().flat_map(|skill| &mut skill.levels) {
        *level = place[*level];
    }
}
