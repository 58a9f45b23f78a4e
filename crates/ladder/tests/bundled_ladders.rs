//! The ladders that come with the site: the list agrees with their documents, and these are valid.

#![allow(clippy::unwrap_used)]

use ladder::{CatalogEntry, EdgeKind, Ladder, ResourceType, read};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/ladders")
}

fn ladder(file: &str) -> Ladder {
    let reading = read(&fs::read_to_string(folder().join(file)).unwrap());
    assert_eq!(reading.problems, [], "{file}");
    reading.ladder.unwrap()
}

#[test]
fn the_list_agrees_with_the_documents() {
    let json = fs::read_to_string(folder().join("index.json")).unwrap();
    let list: Vec<CatalogEntry> = serde_json::from_str(&json).unwrap();
    for listed in &list {
        let ladder = ladder(&listed.file);
        assert_eq!((&listed.id, &listed.title), (&ladder.id, &ladder.title));
        assert!(!listed.summary.is_empty());
    }
    let mut listed: Vec<_> = list.into_iter().map(|listed| listed.file).collect();
    listed.push("index.json".to_owned());
    listed.sort();
    let mut there: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    assert_eq!(listed, there, "every ladder is listed");
}

#[test]
fn the_second_ladder_shows_what_the_format_can_do() {
    let ladder = ladder("ai-careers.json");
    assert_eq!((ladder.tracks.len(), ladder.roles.len(), ladder.scale.len()), (2, 10, 5));
    assert!(ladder.scale.iter().all(|level| level.description.is_some()));
    assert!(ladder.categories.iter().any(|category| category.parent.is_some()));
    let edges: Vec<EdgeKind> =
        ladder.roles.iter().flat_map(|role| &role.next).map(|edge| edge.kind).collect();
    for kind in [EdgeKind::Promotion, EdgeKind::Lateral, EdgeKind::Return] {
        assert!(edges.contains(&kind), "{kind:?}");
    }
    let kinds: Vec<ResourceType> =
        ladder.resources.iter().map(|resource| resource.kind()).collect();
    for kind in [
        ResourceType::Video,
        ResourceType::Article,
        ResourceType::Course,
        ResourceType::Book,
        ResourceType::Tool,
    ] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    let statements = || ladder.roles.iter().flat_map(|role| &role.responsibilities);
    assert!(statements().any(|statement| !statement.examples.is_empty()));
    assert!(statements().any(|statement| !statement.links.is_empty()));
    assert!(statements().any(|statement| statement.group.is_some()));
    assert!(ladder.skills.iter().filter(|skill| !skill.levels.is_empty()).count() > 3);
}
