//! The heads of the columns of a table with a column for each role: short titles where they are enough
//! to tell the roles apart, otherwise full titles under the names of tracks or families.

use crate::document::{Role, RoleIx};
use crate::ladder::Ladder;
use rustc_hash::{FxHashMap, FxHashSet};

/// The head of a role's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnHead {
    /// The title to show.
    pub text: String,
    /// A name that no other column has.
    pub name: String,
    /// The track or family to show above the title.
    pub group: Option<String>,
}

/// The heads of all roles.
#[derive(Debug)]
pub struct ColumnHeads {
    heads: Vec<ColumnHead>,
    /// By role: where its column stands; empty if columns stand in the document's order.
    ranks: Vec<usize>,
}

impl ColumnHeads {
    /// Decides on the heads of all roles of a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        if are_distinct(ladder.roles.iter().map(Role::short)) {
            let head = |role: &Role| ColumnHead {
                text: role.short().to_owned(),
                name: role.short().to_owned(),
                group: None,
            };
            return Self { heads: ladder.roles.iter().map(head).collect(), ranks: Vec::new() };
        }
        let groups = groups(ladder);
        let mut by_title: FxHashMap<String, Vec<RoleIx>> = FxHashMap::default();
        for role in ladder.role_places() {
            by_title.entry(ladder[role].title.to_lowercase()).or_default().push(role);
        }
        let head = |role: RoleIx| {
            let title = &ladder[role].title;
            let group = groups[role.index()].clone();
            let same = by_title.get(&title.to_lowercase()).map_or(&[][..], Vec::as_slice);
            let (text, name) = match same.len() {
                0 | 1 => (title.clone(), title.clone()),
                _ => {
                    let (qualifier, is_group) = qualifier(ladder, &groups, same, role);
                    let name = format!("{title} ({qualifier})");
                    (if is_group { title.clone() } else { name.clone() }, name)
                }
            };
            ColumnHead { text, name, group }
        };
        let heads = ladder.role_places().map(head).collect();
        Self { heads, ranks: ranks(&groups) }
    }

    /// The head of a role's column.
    #[must_use]
    pub fn of(&self, role: RoleIx) -> &ColumnHead {
        &self.heads[role.index()]
    }

    /// Puts columns in order: the document's, but those of a group next to each other.
    pub fn sort(&self, roles: &mut [RoleIx]) {
        if !self.ranks.is_empty() {
            roles.sort_by_key(|role| self.ranks[role.index()]);
        }
    }
}

fn are_distinct<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = FxHashSet::default();
    names.map(str::to_lowercase).all(|name| seen.insert(name))
}

/// By role: its track or, in a ladder without tracks, its family. All are `None` if there is only one.
fn groups(ladder: &Ladder) -> Vec<Option<String>> {
    let group = |role: &Role| match ladder.tracks.is_empty() {
        true => role.family.clone(),
        false => role.track.map(|track| ladder[track].name.clone()),
    };
    let groups: Vec<_> = ladder.roles.iter().map(group).collect();
    match groups.iter().all(|group| *group == groups[0]) {
        true => vec![None; groups.len()],
        false => groups,
    }
}

/// By role: the position of its column if the groups, in the order of their first role, stand together.
fn ranks(groups: &[Option<String>]) -> Vec<usize> {
    let mut order: Vec<&Option<String>> = Vec::new();
    let mut keyed: Vec<(usize, usize)> = Vec::new();
    for (role, group) in groups.iter().enumerate() {
        let place = order.iter().position(|known| *known == group).unwrap_or_else(|| {
            order.push(group);
            order.len() - 1
        });
        keyed.push((place, role));
    }
    keyed.sort_unstable();
    let mut ranks = vec![0; groups.len()];
    for (rank, (_, role)) in keyed.into_iter().enumerate() {
        ranks[role] = rank;
    }
    ranks
}

/// What tells `role` apart from others with `same` title, and whether that is its group: the
/// first of group, grade and stage that all of them differ in, otherwise the id.
fn qualifier(
    ladder: &Ladder,
    groups: &[Option<String>],
    same: &[RoleIx],
    role: RoleIx,
) -> (String, bool) {
    let by_group = |role: RoleIx| groups[role.index()].clone();
    let by_grade = |role: RoleIx| ladder[role].grade.clone();
    let by_stage = |role: RoleIx| ladder[role].stage.clone();
    let candidates: [&dyn Fn(RoleIx) -> Option<String>; 3] = [&by_group, &by_grade, &by_stage];
    let tells_apart = |candidate: &&&dyn Fn(RoleIx) -> Option<String>| {
        let values: Option<Vec<String>> = same.iter().map(|&role| candidate(role)).collect();
        values.is_some_and(|values| are_distinct(values.iter().map(String::as_str)))
    };
    let found = candidates.iter().enumerate().find(|(_, candidate)| tells_apart(candidate));
    match found.and_then(|(index, candidate)| Some((candidate(role)?, index == 0))) {
        Some(found) => found,
        None => (ladder[role].id.to_string(), false),
    }
}
