//! Tests of parsing and writing addresses: examples and properties.

use super::*;
use proptest::{collection::vec, option, prelude::*, sample::select};

fn read(address: &str) -> Route {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Route::read(path, query)
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

#[test]
fn parses_the_address_of_each_page() {
    assert_eq!(read("/"), Route::default());
    assert_eq!(read("/index.html"), Route::default());
    assert_eq!(read("/roles/cto"), Route::Role(id("cto")));
    assert_eq!(read("/roles/cto/"), Route::Role(id("cto")));
    assert_eq!(read("/skills"), Route::Matrix(MatrixQuery::default()));
    assert_eq!(read("/skills/python"), Route::Skill(id("python")));
    let skills = vec![id("a"), id("b")];
    let filter = SkillFilter { skills, mode: MatchMode::All, directory: DirectoryQuery::default() };
    assert_eq!(read("/?skills=a,b,a&match=all&utm_source=x"), Route::Ladder(filter));
    assert_eq!(read("/?skills=&match="), Route::default());
    assert_eq!(read("/compare/a/b/"), read("/compare?from=a&to=b"));
    assert_eq!(read("/compare?from=a&to=b").address(), "/compare?from=a&to=b");
}

#[test]
fn invalid_addresses_name_the_page_or_parameter() {
    for path in [
        "/nothing",
        "/roles",
        "/roles/UPPER",
        "/roles/a/b",
        "/skills/%00",
        "/compare/a",
        "/compare/a/b/c",
    ] {
        assert_eq!(read(path), Route::NotFound(NotFound::Page(path.into())), "{path}");
    }
    for (address, name) in [
        ("/?skills=A!", "skills"),
        ("/?match=some", "match"),
        ("/?page=0", "page"),
        ("/?page=-1", "page"),
        ("/?skills=%ff", "address"),
        ("/skills?kind=x", "kind"),
        ("/skills?as=x", "as"),
        ("/skills?level=%20", "level"),
        ("/skills?only=x", "only"),
        ("/skills?show=x", "show"),
        ("/compare?from=A", "from"),
        ("/plan?to=A", "to"),
    ] {
        assert_eq!(read(address), Route::NotFound(NotFound::Parameter(name.into())), "{address}");
    }
    let long = "x".repeat(64 * 1024);
    assert_eq!(read(&format!("/?skills={long}")), Route::NotFound(NotFound::TooLong));
    assert_eq!(read(&format!("/roles/{long}")), Route::NotFound(NotFound::TooLong));
    let text = format!("/skills?q={}", "x".repeat(LONGEST_TEXT + 1));
    assert_eq!(read(&text), Route::NotFound(NotFound::Parameter("q".into())));
}

#[test]
fn parses_the_ladder_parameter() {
    let read = |query: &str| Location::read("/skills", query);
    assert_eq!(read("").origin, Origin::Default);
    assert_eq!(read("?ladder=ai-careers").origin, Origin::Bundled(id("ai-careers")));
    assert_eq!(read("?ladder=file:mine").origin, Origin::StoredFile(id("mine")));
    for value in ["team.json", "/ladders/team.json", "ladders/team.json", "/team"] {
        let origin = read(&format!("?ladder={value}")).origin;
        let Origin::OnSite(path) = &origin else { panic!("{value}: {origin:?}") };
        assert_eq!(
            format!("/{}", path.under_base()),
            format!("/{}", value.trim_start_matches('/'))
        );
        assert_eq!(origin.value(), value);
    }
    for (value, path) in [
        ("./team.json", "team.json"),
        ("ladders/../team.json", "team.json"),
        ("/ladders/./team.json", "/ladders/team.json"),
    ] {
        assert_eq!(read(&format!("?ladder={value}")).origin.value(), path, "{value}");
    }
    let wrong = Route::NotFound(NotFound::Parameter("ladder".into()));
    for value in [
        "javascript:alert(1)",
        "file:",
        "file:A",
        "https://",
        "A",
        "//other.example/l.json",
        "../l.json",
        "/../l.json",
        "a/../../l.json",
        "a/..",
        "ladders/",
        "a b.json",
        "l.json?x",
    ] {
        assert_eq!(read(&format!("?ladder={value}")).route, wrong, "{value}");
    }
}

#[test]
fn defaults_are_left_out_of_addresses() {
    assert_eq!(Route::default().address(), "/");
    assert_eq!(Route::Matrix(MatrixQuery::default()).address(), "/skills");
    let query = MatrixQuery { text: "a&b c".into(), only_differences: true, ..Default::default() };
    assert_eq!(Route::Matrix(query).address(), "/skills?q=a%26b%20c&only=differences");
    let query = MatrixQuery { with_ratings: true, ..Default::default() };
    assert_eq!(Route::Matrix(query).address(), "/skills?show=ratings");
}

fn ids() -> impl Strategy<Value = Vec<Id>> {
    let id = "[a-z0-9][a-z0-9-]{0,63}".prop_map(|text| id(&text));
    vec(id, 0..6).prop_map(|mut ids| {
        let mut seen = std::collections::HashSet::new();
        ids.retain(|id| seen.insert(id.clone()));
        ids
    })
}

fn one_id() -> impl Strategy<Value = Id> {
    "[a-z0-9][a-z0-9-]{0,63}".prop_map(|text| id(&text))
}

fn matrix_query() -> impl Strategy<Value = MatrixQuery> {
    let text = "\\PC{0,40}|[ \\t&=+%#?,/]{0,10}";
    let kind = option::of(select(KINDS.map(|(_, kind)| kind).to_vec()));
    let requirements = REQUIREMENT_FILTERS.map(|(_, requirement)| requirement);
    let requirement = option::of(select(requirements.to_vec()));
    let choices = (option::of(one_id()), kind, option::of(one_id()), requirement);
    (text, choices, ids(), any::<(bool, bool)>()).prop_map(
        |(text, (category, kind, level, requirement), roles, (only_differences, with_ratings))| {
            MatrixQuery {
                text,
                category,
                kind,
                level,
                requirement,
                roles,
                only_differences,
                with_ratings,
            }
        },
    )
}

fn role_pair() -> impl Strategy<Value = RolePair> {
    (option::of(one_id()), option::of(one_id())).prop_map(|(from, to)| RolePair {
        from,
        to,
        only: None,
    })
}

fn comparison() -> impl Strategy<Value = RolePair> {
    let only = option::of(select(CHANGE_GROUPS.map(|(_, group)| group).to_vec()));
    (role_pair(), only).prop_map(|(pair, only)| RolePair { only, ..pair })
}

fn origin() -> impl Strategy<Value = Origin> {
    let address = "https://[a-z]{1,9}\\.example(:[1-9]{2})?(/[a-zA-Z0-9&=%+#?,-]{0,20})?";
    prop_oneof![
        Just(Origin::Default),
        one_id().prop_map(Origin::Bundled),
        one_id().prop_map(Origin::StoredFile),
        "/?[a-zA-Z0-9&=+,-]{1,9}/[a-zA-Z0-9]{1,9}\\.json"
            .prop_map(|text| Origin::OnSite(SitePath::new(&text).unwrap())),
        address.prop_map(|text| Origin::Url(ladder::Address::new(&text).unwrap())),
    ]
}

fn route() -> impl Strategy<Value = Route> {
    let mode = select(vec![MatchMode::Any, MatchMode::All]);
    let directory = ("\\PC{0,20}", "\\PC{0,20}", 0..LAST_PAGE)
        .prop_map(|(text, group, page)| DirectoryQuery { text, group, page });
    prop_oneof![
        (ids(), mode, directory).prop_map(|(skills, mode, directory)| {
            Route::Ladder(SkillFilter { skills, mode, directory })
        }),
        one_id().prop_map(Route::Role),
        one_id().prop_map(Route::Skill),
        matrix_query().prop_map(Route::Matrix),
        comparison().prop_map(Route::Compare),
        role_pair().prop_map(Route::Plan),
        Just(Route::Open),
    ]
}

proptest! {
    #[test]
    fn a_written_route_parses_as_the_same_route(route in route()) {
        prop_assert_eq!(read(&route.address()), route);
    }

    #[test]
    fn a_written_location_parses_as_the_same_location(origin in origin(), route in route()) {
        let location = Location { origin, route };
        let href = location.href();
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        prop_assert_eq!(Location::read(path, query), location);
    }

    #[test]
    fn parsing_an_address_never_panics(path in "\\PC{0,200}", query in "\\PC{0,200}") {
        prop_assert!(Route::read(&path, &query).address().starts_with('/'));
    }

    #[test]
    fn parsing_a_query_never_panics(name in "skills|q|in|page|match|category|kind|roles|level|as|only", value in "(%[0-9a-fA-F]{2}|\\PC){0,60}") {
        for path in ["/", "/skills", "/roles/a"] {
            let _ = Route::read(path, &format!("?{name}={value}"));
        }
    }
}

#[test]
fn former_ids_in_an_address_are_replaced_by_the_present_ones() {
    let text = r#"{"format": 1, "id": "l", "title": "L",
        "skills": [{"id": "new-skill", "name": "S", "formerly": ["old-skill"]}],
        "roles": [{"id": "new-role", "title": "R", "formerly": ["old-role"], "skills": ["new-skill"]},
                  {"id": "boss", "title": "B"}]}"#;
    let ladder = ladder::read(text).ladder.unwrap();
    for (address, expected) in [
        ("/roles/old-role", "/roles/new-role"),
        ("/roles/unknown", "/roles/unknown"),
        ("/roles/old-skill", "/roles/old-skill"),
        ("/skills/old-skill", "/skills/new-skill"),
        ("/?skills=old-skill,new-skill,other", "/?skills=new-skill,other"),
        ("/skills?roles=boss,old-role", "/skills?roles=boss,new-role"),
        ("/compare?from=old-role&to=boss", "/compare?from=new-role&to=boss"),
        ("/plan?from=boss&to=old-role", "/plan?from=boss&to=new-role"),
        ("/open", "/open"),
    ] {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let route = Route::read(path, query).with_present_ids(&ladder);
        assert_eq!(
            route,
            {
                let (path, query) = expected.split_once('?').unwrap_or((expected, ""));
                Route::read(path, query)
            },
            "{address}"
        );
    }
}
