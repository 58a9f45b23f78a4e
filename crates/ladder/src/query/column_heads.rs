//! The heads of the columns of a table with a column for each role: short titles where they are enough
//! to tell the roles apart, otherwise full titles under the names of tracks or families.

use crate::document::{Role, RoleIx};
use crate::ladder::Ladder;
use rustc_hash::FxHashSet;

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
        let mut seen = FxHashSet::default();
        let under_groups = ladder.roles.iter().zip(&groups);
        // Titles that differ only in their group need no more than the group above them.
        let titles = under_groups.map(|(role, group)| (role.title.to_lowercase(), group));
        let is_clear = titles.into_iter().all(|title| seen.insert(title));
        let head = |role: RoleIx| {
            let name = ladder.distinct_title(role);
            let text = if is_clear { ladder[role].title.clone() } else { name.clone() };
            ColumnHead { text, name, group: groups[role.index()].clone() }
        };
        let heads = ladder.role_indices().map(head).collect();
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
    let group = |role: &Role| {
        if ladder.tracks.is_empty() {
            role.family.clone()
        } else {
            role.track.map(|track| ladder[track].name.clone())
        }
    };
    let groups: Vec<_> = ladder.roles.iter().map(group).collect();
    if groups.iter().all(|group| *group == groups[0]) { vec![None; groups.len()] } else { groups }
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
