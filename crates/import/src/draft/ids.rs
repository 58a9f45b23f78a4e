//! The ids of everything in a draft: given, known from a ladder that is updated, or derived from names.

use super::{Draft, Item};
use crate::known_ids::IdsByName;
use crate::mapping::Mapping;
use crate::slug::Ids;
use std::collections::HashSet;

/// The ids of all items.
pub(super) struct AllIds {
    pub categories: Vec<String>,
    pub levels: Vec<String>,
    pub scales: Vec<String>,
    pub skills: Vec<String>,
    pub tracks: Vec<String>,
    pub roles: Vec<String>,
    pub resources: Vec<String>,
}

impl AllIds {
    pub fn of(draft: &Draft, mapping: &Mapping) -> Self {
        let known = mapping.known();
        let plain = |items: &[Item], fallback: &str, known: &IdsByName| {
            ids(items, fallback, mapping, known, |item| (item, false))
        };
        Self {
            categories: plain(&draft.categories.items, "category", &known.categories),
            levels: level_ids(draft, mapping),
            scales: plain(&draft.scales.items, "scale", &known.scales),
            skills: ids(&draft.skills.items, "skill", mapping, &known.skills, |skill| {
                (&skill.item, false)
            }),
            tracks: plain(&draft.tracks.items, "track", &known.tracks),
            roles: ids(&draft.roles.items, "role", mapping, &known.roles, |role| {
                (&role.item, true)
            }),
            resources: plain(&draft.resources.items, "resource", &known.resources),
        }
    }
}

/// The ids of all levels, which are unique on their scale.
fn level_ids(draft: &Draft, mapping: &Mapping) -> Vec<String> {
    let none = IdsByName::default();
    let mut all = vec![String::new(); draft.levels.items.len()];
    for on_scale in draft.levels_by_scale() {
        let items: Vec<&Item> = on_scale.iter().map(|at| &draft.levels.items[*at].item).collect();
        for (at, id) in
            on_scale.iter().zip(ids(&items, "level", mapping, &none, |item| (*item, false)))
        {
            all[*at] = id;
        }
    }
    all
}

/// The ids of all items of a kind: those that are given or known, and for the others derived ones.
fn ids<T>(
    items: &[T],
    fallback: &str,
    mapping: &Mapping,
    known: &IdsByName,
    item: impl Fn(&T) -> (&Item, bool),
) -> Vec<String> {
    let mut ids = Ids::default();
    let url = |item: &Item| item.field("url").map(|url| url.text.clone());
    let given = |item: &Item| {
        let mapped = mapping.id(&item.name.text).or_else(|| mapping.id(&url(item)?));
        mapped.or_else(|| item.id.as_ref().map(|id| id.text.clone()))
    };
    let known_id = |item: &Item| {
        let by_url = url(item).and_then(|url| known.find(&url));
        by_url.or_else(|| known.find(&item.name.text)).map(str::to_owned)
    };
    let mut used: HashSet<String> = items.iter().filter_map(|thing| given(item(thing).0)).collect();
    known.all().iter().chain(&used).for_each(|id| ids.take(id));
    let derived = items.iter().map(|thing| {
        let (item, prefers_short) = item(thing);
        let short = item.field("short_title").filter(|_| prefers_short);
        let known_id = || known_id(item).filter(|id| used.insert(id.clone()));
        let found = given(item).or_else(known_id);
        found.unwrap_or_else(|| ids.derive(&short.unwrap_or(&item.name).text, fallback))
    });
    derived.collect()
}
