//! Tells apart roles, skills, categories, levels and resources of the same name.

mod qualifiers;

use crate::document::{
    Address, CategoryIx, Document, Level, LevelIx, Resource, ResourceIx, ResourceType, RoleIx,
    Scale, SkillIx,
};
use crate::ladder::Ladder;
use crate::query::Normalizer;
use crate::visible_form::visible_form;
use fixedbitset::FixedBitSet;
use qualifiers::{Attributes, Qualifiers, qualified, qualifiers};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Qualifiers that tell roles, skills, categories, levels or resources with the same name apart. Unique names have
/// none.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DistinctNames {
    titles: Qualifiers,
    /// Tell short titles apart, and the titles that stand in for them.
    short_titles: Qualifiers,
    /// The roles whose short titles are not unique.
    repeated_short_titles: FixedBitSet,
    skills: Qualifiers,
    categories: Qualifiers,
    /// Tell a level apart from those of every scale.
    levels: Qualifiers,
    /// The full names of levels whose names are not unique on their own scale, by the index of the level.
    names_on_scale: FxHashMap<usize, String>,
    resources: Qualifiers,
}

impl DistinctNames {
    /// Without a normalizer, accents have to be stored in the same way for names to be the same.
    pub(crate) fn new(document: &Document, normalizer: Option<Normalizer>) -> Self {
        let of_role = |at: usize| {
            let role = &document.roles[at];
            let track = role.track.map(|track| document[track].name.as_str());
            attributes([
                track,
                role.family.as_deref(),
                role.grade.as_deref(),
                role.stage.as_deref(),
            ])
        };
        let role_id = |at: usize| document.roles[at].id.as_str().into();
        let of_skill = |at: usize| {
            let category = document.skills[at].category;
            let [parent, grandparent] = parents(document, category);
            let category = category.map(|category| document[category].name.as_str());
            attributes([category, parent, grandparent])
        };
        let titles: Vec<&str> = document.roles.iter().map(|role| &*role.title).collect();
        let repeated_short_titles = repeated_short_titles(document, normalizer);
        let short_titles: Vec<&str> =
            (0..titles.len())
                .map(|at| {
                    if repeated_short_titles[at] { titles[at] } else { document.roles[at].short() }
                })
                .collect();
        let skills: Vec<&str> = document.skills.iter().map(|skill| &*skill.name).collect();
        let categories: Vec<&str> =
            document.categories.iter().map(|category| &*category.name).collect();
        let resources: Vec<&str> =
            document.resources.iter().map(|resource| &*resource.title).collect();
        Self {
            titles: qualifiers(&titles, normalizer, &of_role, &role_id),
            short_titles: qualifiers(&short_titles, normalizer, &of_role, &role_id),
            repeated_short_titles,
            skills: qualifiers(&skills, normalizer, &of_skill, &|at| {
                document.skills[at].id.as_str().into()
            }),
            categories: qualifiers(
                &categories,
                normalizer,
                &|at| attributes(parents(document, Some(CategoryIx::from(at)))),
                &|at| document.categories[at].id.as_str().into(),
            ),
            levels: of_levels(document, normalizer),
            names_on_scale: names_on_scale(document, normalizer),
            resources: qualifiers(
                &resources,
                normalizer,
                &|at| of_resource(&document.resources[at]),
                &|at| document.resources[at].id.as_str().into(),
            ),
        }
    }

    /// The name of a level among those of its own scale, if it is not unique there.
    pub(crate) fn name_on_scale(&self, level: LevelIx) -> Option<&str> {
        self.names_on_scale.get(&level.index()).map(String::as_str)
    }
}

impl Ladder {
    /// The title of a role; if others have the same title, with what differs: "Engineer (Web)".
    #[must_use]
    pub fn distinct_title(&self, role: RoleIx) -> String {
        qualified(&self[role].title, self.distinct_names().titles.get(&role.index()))
    }

    /// The short title of a role; if others have the same one, the title, with what differs if that is the same, too.
    #[must_use]
    pub fn distinct_short_title(&self, role: RoleIx) -> String {
        let names = self.distinct_names();
        let is_repeated = names.repeated_short_titles[role.index()];
        let title = if is_repeated { &self[role].title } else { self[role].short() };
        qualified(title, names.short_titles.get(&role.index()))
    }

    /// The name of a skill; if others have the same name, with the category or what else differs.
    #[must_use]
    pub fn distinct_skill_name(&self, skill: SkillIx) -> String {
        qualified(&self[skill].name, self.distinct_names().skills.get(&skill.index()))
    }

    /// The name of a category; if others have the same name, with the category it is part of.
    #[must_use]
    pub fn distinct_category_name(&self, category: CategoryIx) -> String {
        qualified(&self[category].name, self.distinct_names().categories.get(&category.index()))
    }

    /// The name of a level; if others have the same name, on whichever scale, with the name of its scale or
    /// its id. For the levels of one skill, [`Ladder::level_name`] is enough.
    #[must_use]
    pub fn distinct_level_name(&self, level: LevelIx) -> String {
        qualified(&self[level].name, self.distinct_names().levels.get(&level.index()))
    }

    /// The title of a resource; if others have the same title, with its provider, its type or what else differs.
    #[must_use]
    pub fn distinct_resource_title(&self, resource: ResourceIx) -> String {
        qualified(&self[resource].title, self.distinct_names().resources.get(&resource.index()))
    }
}

fn attributes<const N: usize>(texts: [Option<&str>; N]) -> Attributes<'_> {
    texts.map(|text| text.map(Cow::Borrowed)).into()
}

/// The roles whose short titles look like those of others.
fn repeated_short_titles(document: &Document, normalizer: Option<Normalizer>) -> FixedBitSet {
    let shown = |role: usize| visible_form(document.roles[role].short(), normalizer);
    let roles = 0..document.roles.len();
    let mut counts: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    roles.clone().for_each(|role| *counts.entry(shown(role)).or_default() += 1);
    roles.filter(|&role| counts[&shown(role)] > 1).collect()
}

/// The names of the categories around a category.
fn parents(document: &Document, category: Option<CategoryIx>) -> [Option<&str>; 2] {
    let parent = category.and_then(|category| document[category].parent);
    let grandparent = parent.and_then(|parent| document[parent].parent);
    [parent, grandparent].map(|found| found.map(|ix| document[ix].name.as_str()))
}

/// Tells levels apart by the names of their scales, or else by their ids.
fn of_levels(document: &Document, normalizer: Option<Normalizer>) -> Qualifiers {
    let own = document.scale.iter().map(|level| (None, level));
    let others = document.scales.iter();
    let others =
        others.flat_map(|scale| scale.levels.iter().map(move |level| (Some(scale), level)));
    let levels: Vec<(Option<&Scale>, &Level)> = own.chain(others).collect();
    let names: Vec<&str> = levels.iter().map(|(_, level)| &*level.name).collect();
    let of_level = |at: usize| {
        let (scale, level) = levels[at];
        let scale = scale.map(|scale| scale.name.as_deref().unwrap_or(scale.id.as_str()));
        attributes([scale, Some(level.id.as_str())])
    };
    // The id of a level is unique on its scale only.
    let id = |at: usize| match levels[at] {
        (Some(scale), level) => format!("{}/{}", scale.id, level.id).into(),
        (None, level) => level.id.as_str().into(),
    };
    qualifiers(&names, normalizer, &of_level, &id)
}

/// The full names of levels whose names are not unique on their own scale, by the index of the level.
fn names_on_scale(document: &Document, normalizer: Option<Normalizer>) -> FxHashMap<usize, String> {
    let mut found = FxHashMap::default();
    let mut first = 0;
    let others = document.scales.iter().map(|scale| &scale.levels);
    for levels in std::iter::once(&document.scale).chain(others) {
        let names: Vec<&str> = levels.iter().map(|level| &*level.name).collect();
        let same =
            qualifiers(&names, normalizer, &|_| Vec::new(), &|at| levels[at].id.as_str().into());
        let full = same.iter().map(|(&at, same)| (first + at, qualified(names[at], Some(same))));
        found.extend(full);
        first += levels.len();
    }
    found
}

/// What tells a resource apart: its provider or else its host, its type, and its languages.
fn of_resource(resource: &Resource) -> Attributes<'_> {
    let host = || resource.url.link().map(Address::host);
    let kind = match resource.kind() {
        ResourceType::Video => Some("video"),
        ResourceType::Article => Some("article"),
        ResourceType::Course => Some("course"),
        ResourceType::Book => Some("book"),
        ResourceType::Tool => Some("tool"),
        ResourceType::Other => None,
    };
    let mut all = attributes([resource.provider.as_deref().or_else(host), kind]);
    all.push(Some(resource.languages.join(", ").into()));
    all
}
