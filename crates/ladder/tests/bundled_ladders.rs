//! The ladders that come with the site are valid.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{EdgeKind, Ladder, ResourceType, read};
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
fn the_second_ladder_uses_most_of_the_format() {
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
