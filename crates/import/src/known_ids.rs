//! The ids of a ladder by the names that are shown of its items, for tables that have only names.

use crate::split::key;
use ladder::{CategoryIx, Ladder, ResourceIx, RoleIx, SkillIx};
use std::collections::HashMap;

/// The ids of the items of one kind.
#[derive(Debug, Default)]
pub(crate) struct IdsByName {
    by_name: HashMap<String, String>,
    all: Vec<String>,
}

/// The ids of a ladder and of everything in it.
#[derive(Debug, Default)]
pub(crate) struct KnownIds {
    /// The id and the title of the ladder; `None` if nothing is known.
    pub ladder: Option<(String, String)>,
    pub roles: IdsByName,
    pub skills: IdsByName,
    pub categories: IdsByName,
    pub tracks: IdsByName,
    pub scales: IdsByName,
    /// By title, and by address.
    pub resources: IdsByName,
}

impl IdsByName {
    fn new<'a>(names: impl Iterator<Item = (String, &'a ladder::Id)>) -> Self {
        let mut ids = Self::default();
        for (name, id) in names {
            ids.by_name.entry(key(&name)).or_insert_with(|| id.to_string());
            ids.all.push(id.to_string());
        }
        ids
    }

    /// The id of the item of this name.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.by_name.get(&key(name)).map(String::as_str)
    }

    /// Every id.
    pub fn all(&self) -> &[String] {
        &self.all
    }
}

impl KnownIds {
    /// The ids of this ladder. Items that share a name are listed with their qualifier, such as "Engineer (Web)".
    pub fn of(ladder: &Ladder) -> Self {
        let roles =
            ladder.role_indices().map(|ix: RoleIx| (ladder.distinct_title(ix), &ladder[ix].id));
        let skills = ladder.skill_indices();
        let skills = skills.map(|ix: SkillIx| (ladder.distinct_skill_name(ix), &ladder[ix].id));
        let categories = (0..ladder.categories.len()).map(CategoryIx::from);
        let categories = categories.map(|ix| (ladder.distinct_category_name(ix), &ladder[ix].id));
        let tracks = ladder.tracks.iter().map(|track| (track.name.clone(), &track.id));
        let scales = ladder.scales.iter();
        let scales = scales
            .map(|scale| (scale.name.clone().unwrap_or_else(|| scale.id.to_string()), &scale.id));
        let resources = (0..ladder.resources.len()).map(ResourceIx::from);
        let titles = resources.clone();
        let titles = titles.map(|ix| (ladder.distinct_resource_title(ix), &ladder[ix].id));
        let addresses = resources
            .filter_map(|ix| Some((ladder[ix].url.link()?.as_str().to_owned(), &ladder[ix].id)));
        Self {
            ladder: Some((ladder.id.to_string(), ladder.title.clone())),
            roles: IdsByName::new(roles),
            skills: IdsByName::new(skills),
            categories: IdsByName::new(categories),
            tracks: IdsByName::new(tracks),
            scales: IdsByName::new(scales),
            resources: IdsByName::new(titles.chain(addresses)),
        }
    }
}
