//! The roles across a matrix, and their tracks.

use super::{Headed, Reading};
use crate::split::key;
use crate::table::Cell;
use ladder::shown;
use std::collections::{HashMap, HashSet};

/// The columns for roles with their roles. Merged heads above them are tracks, if there are several: then roles of
/// the same title on two tracks are two roles.
pub(super) fn roles(
    headed: &Headed<'_>,
    columns: &[usize],
    reading: &mut Reading<'_>,
) -> Vec<(usize, usize)> {
    let group = |column: usize| headed.groups.get(column).copied().flatten();
    let mut tracks: Vec<Option<&str>> =
        columns.iter().map(|column| group(*column).map(|cell| cell.text.as_str())).collect();
    tracks.dedup();
    let has_tracks = tracks.len() > 1;
    report_other_heads(headed, columns, has_tracks, reading);
    let names: Vec<&str> = tracks.into_iter().flatten().collect();
    let first = columns.iter().find_map(|column| group(*column));
    if let Some(cell) = first.filter(|_| has_tracks) {
        let message = format!("the heads above the roles are tracks: {}", names.join(", "));
        reading.report.guessed(cell.location, message);
    }
    let mut known: HashMap<(usize, Option<usize>), usize> = HashMap::new();
    let mut used = HashSet::new();
    let mut roles = Vec::new();
    for column in columns {
        let head = headed.header[*column];
        let track = group(*column).filter(|_| has_tracks);
        let track = track.map(|cell| (reading.draft.tracks.named(&cell.text, cell.location), cell));
        let first = reading.draft.role(&head.text, head.location, reading.mapping);
        let identity = (first, track.map(|(track, _)| track));
        let role = match known.get(&identity) {
            Some(role) => *role,
            None => role_on_track(first, head, identity.1, &used, reading),
        };
        known.insert(identity, role);
        used.insert(role);
        if let Some((track, cell)) = track {
            let role = &mut reading.draft.roles.items[role];
            let track = Some((track, cell.text.as_str(), cell.location));
            role.item.refer(&mut role.track, "track", track, reading.report);
        }
        roles.push((*column, role));
    }
    roles
}

/// The role with the title of `first` on a track; another one is added if this table has one on another track.
fn role_on_track(
    first: usize,
    head: &Cell,
    track: Option<usize>,
    used: &HashSet<usize>,
    reading: &mut Reading<'_>,
) -> usize {
    let roles = &reading.draft.roles.items;
    let namesakes: Vec<usize> = reading.draft.namesakes(first).collect();
    let on_track = namesakes.iter().find(|role| roles[**role].track == track);
    let is_new = |role: &&usize| !used.contains(*role);
    let without = namesakes.iter().filter(|role| roles[**role].track.is_none()).find(is_new);
    if let Some(role) = on_track.or(without) {
        if track.is_none() && namesakes.len() > 1 {
            let title = shown(&head.text);
            let message = format!("several roles are named {title}; this is the first one");
            reading.report.guessed(head.location, message);
        }
        return *role;
    }
    let is_in_table = namesakes.iter().any(|role| !is_new(&role));
    if track.is_none() || !is_in_table && namesakes.len() == 1 {
        return first;
    }
    let message = format!("this is another role named {}: its track differs", shown(&head.text));
    reading.report.guessed(head.location, message);
    reading.draft.add_namesake(first, head.location)
}

/// Reports the merged heads that are no tracks.
fn report_other_heads(
    headed: &Headed<'_>,
    columns: &[usize],
    has_tracks: bool,
    reading: &mut Reading<'_>,
) {
    let mut heads: HashMap<String, (&Cell, bool)> = HashMap::new();
    for (column, head) in headed.groups.iter().enumerate() {
        let Some(head) = head else { continue };
        let is_above_role = columns.binary_search(&column).is_ok();
        heads.entry(key(&head.text)).or_insert((head, false)).1 |= is_above_role;
    }
    for (cell, is_above_role) in heads.into_values() {
        let what = if is_above_role { "all roles" } else { "other columns" };
        if !is_above_role || !has_tracks {
            let message = format!("the head {} above {what}", shown(&cell.text));
            reading.report.left_out(cell.location, message);
        }
    }
}
