//! The column heads of the matrix tell all roles apart.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{ColumnHeads, Ladder, RoleIx, read};
use serde_json::{Value, json};

fn ladder(roles: &Value, tracks: &Value) -> Ladder {
    let document = json!({"format": 1, "id": "a", "title": "A", "tracks": tracks, "roles": roles});
    read(&document.to_string()).ladder.unwrap()
}

/// Text, name and group of each column, in the order of the columns.
fn heads(ladder: &Ladder) -> Vec<(String, String, Option<String>)> {
    let heads = ColumnHeads::new(ladder);
    let mut roles: Vec<RoleIx> = ladder.role_indices().collect();
    heads.sort(&mut roles);
    let head = |role: RoleIx| {
        let head = heads.of(role).clone();
        (head.text, head.name, head.group)
    };
    roles.into_iter().map(head).collect()
}

fn head(text: &str, name: &str, group: Option<&str>) -> (String, String, Option<String>) {
    (text.to_owned(), name.to_owned(), group.map(str::to_owned))
}

#[test]
fn distinct_short_titles_are_enough() {
    let roles = json!([
        {"id": "a", "title": "Engineer, first level", "short_title": "E1", "family": "Web"},
        {"id": "b", "title": "Engineer, second level", "short_title": "E2", "family": "Data"}
    ]);
    let expected = [head("E1", "E1", None), head("E2", "E2", None)];
    assert_eq!(heads(&ladder(&roles, &json!([]))), expected);
}

#[test]
fn colliding_short_titles_are_replaced_by_titles_under_their_tracks() {
    let tracks = json!([{"id": "web", "name": "Web"}, {"id": "data", "name": "Data"}]);
    let roles = json!([
        {"id": "w1", "title": "Builder", "short_title": "1", "track": "web"},
        {"id": "d1", "title": "Analyst", "short_title": "1", "track": "data"},
        {"id": "w2", "title": "Senior builder", "short_title": "2", "track": "web"}
    ]);
    let expected = [
        head("Builder", "Builder", Some("Web")),
        head("Senior builder", "Senior builder", Some("Web")),
        head("Analyst", "Analyst", Some("Data")),
    ];
    assert_eq!(heads(&ladder(&roles, &tracks)), expected);
}

#[test]
fn equal_titles_are_named_after_what_they_differ_in() {
    let roles = json!([
        {"id": "w", "title": "Engineer", "family": "Web"},
        {"id": "d", "title": "Engineer", "family": "Data"}
    ]);
    let expected = [
        head("Engineer", "Engineer (Web)", Some("Web")),
        head("Engineer", "Engineer (Data)", Some("Data")),
    ];
    assert_eq!(heads(&ladder(&roles, &json!([]))), expected);
    let roles = json!([
        {"id": "w", "title": "Engineer", "family": "Web", "grade": "4"},
        {"id": "d", "title": "Engineer", "family": "Web", "grade": "5"}
    ]);
    let expected =
        [head("Engineer (4)", "Engineer (4)", None), head("Engineer (5)", "Engineer (5)", None)];
    assert_eq!(heads(&ladder(&roles, &json!([]))), expected);
    let roles = json!([{"id": "one", "title": "Engineer"}, {"id": "two", "title": "Engineer"}]);
    let names: Vec<_> = heads(&ladder(&roles, &json!([]))).into_iter().map(|head| head.1).collect();
    assert_eq!(names, ["Engineer (one)", "Engineer (two)"]);
}
