//! A ladder too large for a picture, as a directory: roles in groups, found by a word, page by page.

use super::filter::{Filtered, Standing};
use super::fold::Needle;
use super::search::lines;
use crate::{Ladder, RoleIx};

/// The roles on a page: some three screens of them, and a tenth of the elements a page may have.
pub const ON_A_PAGE: usize = 40;

/// Which part of a large ladder is shown, as it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DirectoryPart {
    /// What a role's title must hold.
    pub text: String,
    /// The key of the only group that is shown: a track's id or a family's name; empty for all.
    pub within: String,
    /// The page, counted from 0.
    pub page: usize,
}

/// Roles that belong together.
#[derive(Debug, PartialEq, Eq)]
pub struct RoleGroup {
    /// What stands in the address: a track's id, or a family's name.
    pub key: String,
    /// Its name; empty for roles that have neither track nor family.
    pub name: String,
    /// Its roles, in the document's order.
    pub roles: Vec<RoleIx>,
}

/// Every role under its group, ready to be found.
#[derive(Debug)]
pub struct Directory {
    /// By track where the ladder has tracks, else by family, in the order of their first roles.
    pub groups: Vec<RoleGroup>,
    texts: Vec<String>,
}

/// What is shown of a directory.
#[derive(Debug, PartialEq, Eq)]
pub struct DirectoryPage {
    /// The groups on this page, by their places in the directory, each with its roles here.
    pub runs: Vec<(usize, Vec<RoleIx>)>,
    /// How many matching roles stand on the pages before.
    pub before: usize,
    /// How many roles match.
    pub total: usize,
    /// This page, counted from 0; the last one where the address asks for a later one.
    pub page: usize,
    /// The number of pages; at least 1.
    pub pages: usize,
}

impl Directory {
    /// Groups the roles and folds their texts.
    #[must_use]
    pub fn of(ladder: &Ladder) -> Self {
        let by_track = ladder.roles.iter().any(|role| role.track.is_some());
        let mut groups: Vec<RoleGroup> = Vec::new();
        for role in ladder.role_places() {
            let track = ladder[role].track.map(|track| &ladder[track]);
            let (key, name) = match track.filter(|_| by_track) {
                Some(track) => (track.id.as_str(), track.name.as_str()),
                None => {
                    let family = ladder[role].family.as_deref().filter(|_| !by_track);
                    let family = family.unwrap_or_default().trim();
                    (family, family)
                }
            };
            match groups.iter_mut().find(|group| group.key == key) {
                Some(group) => group.roles.push(role),
                None => groups.push(RoleGroup {
                    key: key.to_owned(),
                    name: name.to_owned(),
                    roles: vec![role],
                }),
            }
        }
        Self { groups, texts: ladder.roles.iter().map(text).collect() }
    }

    /// The page that `part` asks for, of the roles that match; with a filter by skill, only those
    /// that hold the skills. A group is begun on a new page where it would otherwise be torn.
    #[must_use]
    pub fn page(&self, part: &DirectoryPart, filtered: Option<&Filtered>) -> DirectoryPage {
        let needle = Needle::new(&part.text);
        let matches = |role: &RoleIx| {
            needle.is_in(&self.texts[role.index()])
                && filtered.is_none_or(|f| f.standing(*role) != Standing::Apart)
        };
        let (mut pages, mut on_page) = (Vec::<Vec<(usize, Vec<RoleIx>)>>::new(), ON_A_PAGE);
        for (at, group) in self.groups.iter().enumerate() {
            if !(part.within.is_empty() || part.within == group.key) {
                continue;
            }
            let mut roles: Vec<RoleIx> = group.roles.iter().copied().filter(matches).collect();
            if on_page + roles.len() > ON_A_PAGE && roles.len() <= ON_A_PAGE {
                on_page = ON_A_PAGE;
            }
            while !roles.is_empty() {
                if on_page == ON_A_PAGE {
                    pages.push(Vec::new());
                    on_page = 0;
                }
                let rest = roles.split_off(roles.len().min(ON_A_PAGE - on_page));
                on_page += roles.len();
                pages.last_mut().into_iter().for_each(|page| page.push((at, roles.clone())));
                roles = rest;
            }
        }
        let count = |page: &Vec<(usize, Vec<RoleIx>)>| -> usize {
            page.iter().map(|(_, roles)| roles.len()).sum()
        };
        let page = part.page.min(pages.len().saturating_sub(1));
        DirectoryPage {
            before: pages.iter().take(page).map(count).sum(),
            total: pages.iter().map(count).sum(),
            page,
            pages: pages.len().max(1),
            runs: if pages.is_empty() { Vec::new() } else { pages.swap_remove(page) },
        }
    }
}

impl DirectoryPage {
    /// The roles on this page.
    pub fn roles(&self) -> impl Iterator<Item = RoleIx> + '_ {
        self.runs.iter().flat_map(|(_, roles)| roles.iter().copied())
    }

    /// What is shown, in a sentence.
    #[must_use]
    pub fn sentence(&self, all: usize) -> String {
        let shown = self.roles().count();
        match (self.total, self.pages) {
            (0, _) => "No role matches.".to_owned(),
            (total, 1) if total == all => format!("{total} roles."),
            (total, 1) => format!("{total} of {all} roles."),
            (total, _) => {
                let (first, last) = (self.before + 1, self.before + shown);
                let of_all =
                    if total == all { String::new() } else { format!(" that match, of {all}") };
                format!("Roles {first} to {last} of {total}{of_all}.")
            }
        }
    }
}

/// What a role is found by.
fn text(role: &crate::Role) -> String {
    let names = role.also_known_as.iter().chain(&role.short_title);
    lines(&role.title, names.chain(&role.stage).chain(&role.family).chain(&role.grade))
}
