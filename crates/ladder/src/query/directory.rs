//! A ladder that is too large for a diagram, as pages of roles in groups.

use super::directory_query::DirectoryQuery;
use super::normalizer::Normalizer;
use super::role_name_index::RoleNameIndex;
use super::skill_filter::{FilterResult, RoleMatch};
use crate::document::{Role, RoleIx};
use crate::ladder::Ladder;

/// The number of roles on a page: about three screens, and a tenth of the elements a page may have.
const PAGE_SIZE: usize = 40;

/// Roles that belong together.
#[derive(Debug, PartialEq, Eq)]
pub struct RoleGroup {
    /// The group in the address of the page: a track's id, or a family's name.
    pub key: String,
    /// Its name; empty for roles that have neither track nor family.
    pub name: String,
    /// Its roles, in the document's order.
    pub roles: Vec<RoleIx>,
}

/// All roles of a ladder in groups, indexed for search.
#[derive(Debug)]
pub struct Directory {
    /// By track if the ladder has tracks, else by family, in the order of their first roles.
    pub groups: Vec<RoleGroup>,
    names: RoleNameIndex,
}

/// One page of a directory.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DirectoryPage {
    /// The groups on this page, as an index in [`Directory::groups`] and the roles shown.
    pub groups: Vec<(usize, Vec<RoleIx>)>,
    /// The number of matching roles on the pages before.
    pub before: usize,
    /// The number of roles that match.
    pub total: usize,
    /// The page number, counted from 0; the last page if the query has a later one.
    pub page: usize,
    /// The number of pages; at least 1.
    pub pages: usize,
}

impl Directory {
    /// Groups and indexes the roles of a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder, normalizer: Normalizer) -> Self {
        let by_track = ladder.roles.iter().any(|role| role.track.is_some());
        let mut groups: Vec<RoleGroup> = Vec::new();
        for ix in ladder.role_indices() {
            let role = &ladder[ix];
            let (key, name) = match role.track.map(|track| &ladder[track]) {
                Some(track) => (track.id.as_str(), track.name.as_str()),
                None => {
                    let family = role.family.as_deref().filter(|_| !by_track);
                    let family = family.unwrap_or_default().trim();
                    (family, family)
                }
            };
            match groups.iter_mut().find(|group| group.key == key) {
                Some(group) => group.roles.push(ix),
                None => groups.push(RoleGroup {
                    key: key.to_owned(),
                    name: name.to_owned(),
                    roles: vec![ix],
                }),
            }
        }
        Self { groups, names: RoleNameIndex::new(ladder, normalizer) }
    }

    /// The page of matching roles that `query` selects; with a skill filter, only those that match
    /// it too. A group that fits on one page is not split.
    #[must_use]
    pub fn page(&self, query: &DirectoryQuery, filter: Option<&FilterResult>) -> DirectoryPage {
        let found = self.names.matching(&query.text);
        let matches = |role: &RoleIx| {
            found[role.index()]
                && filter.is_none_or(|filter| filter.role_match(*role) != RoleMatch::NoMatch)
        };
        let mut pages: Vec<DirectoryPage> = Vec::new();
        let (mut total, mut room) = (0, 0);
        for (at, group) in self.groups.iter().enumerate() {
            if !(query.group.is_empty() || query.group == group.key) {
                continue;
            }
            let roles: Vec<RoleIx> = group.roles.iter().copied().filter(matches).collect();
            if roles.len() > room && roles.len() <= PAGE_SIZE {
                room = 0;
            }
            let mut rest = roles.as_slice();
            while !rest.is_empty() {
                if room == 0 {
                    pages.push(DirectoryPage { before: total, ..DirectoryPage::default() });
                    room = PAGE_SIZE;
                }
                let (shown, others) = rest.split_at(rest.len().min(room));
                pages
                    .last_mut()
                    .into_iter()
                    .for_each(|page| page.groups.push((at, shown.to_vec())));
                (room, total, rest) = (room - shown.len(), total + shown.len(), others);
            }
        }
        let (last, count) = (pages.len().saturating_sub(1), pages.len().max(1));
        let page = query.page.min(last);
        let found = pages.into_iter().nth(page).unwrap_or_default();
        DirectoryPage { total, page, pages: count, ..found }
    }
}

impl DirectoryPage {
    /// The roles on this page.
    pub fn roles(&self) -> impl Iterator<Item = RoleIx> + '_ {
        self.groups.iter().flat_map(|(_, roles)| roles.iter().copied())
    }
}

/// The names by which a role is found, its title first.
pub(super) fn role_names(role: &Role) -> impl Iterator<Item = &str> {
    let names = role.also_known_as.iter().chain(&role.short_title).chain(&role.stage);
    let names = std::iter::once(&role.title).chain(names).chain(&role.family).chain(&role.grade);
    names.map(String::as_str)
}
