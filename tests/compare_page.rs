//! The prerendered comparison page, and what role pages say about steps and similar roles.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::prerender::content;
use career_ladder::router::{Origin, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::read;
use scraper::{Html, Selector};
use serde_json::json;
use std::sync::Arc;

fn bundled() -> SharedLadder {
    open(include_str!("../public/ladders/ai-developer.json"))
}

fn open(text: &str) -> SharedLadder {
    Arc::new(OpenLadder::new(read(text).ladder.unwrap(), Origin::Default))
}

/// Two tracks with levels, a diamond, every kind of edge and of change.
fn levels_and_tracks() -> SharedLadder {
    open(include_str!("fixtures/valid/levels-and-tracks.json"))
}

fn render(ladder: &SharedLadder, address: &str) -> Html {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Html::parse_document(&content(ladder, &[], &Route::read(path, query)))
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector).map(|found| squeeze(found.text().collect())).collect()
}

/// The text of each match, with a space between its text nodes.
fn spaced_texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    html.select(&selector)
        .map(|found| found.text().flat_map(words).collect::<Vec<_>>().join(" "))
        .collect()
}

fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).filter_map(|found| found.attr(name).map(str::to_owned)).collect()
}

#[test]
fn a_comparison_starts_with_a_summary_and_lists_the_changes() {
    let html = render(&bundled(), "/compare?from=team-leader&to=project-manager");
    assert_eq!(texts(&html, "h1"), ["From Team Leader to Project Manager"]);
    assert_eq!(
        texts(&html, ".page-head [role=status]"),
        ["Project Manager needs 3 skills that Team Leader doesn’t. It takes on 3 \
          responsibilities and hands over 3. 7 skills carry over."]
    );
    assert_eq!(
        texts(&html, ".change-group h3"),
        [
            "New 3 skills",
            "Carries over 7 skills",
            "New 3 responsibilities",
            "No longer yours 3 responsibilities"
        ]
    );
    assert_eq!(
        texts(&html, ".changed-skills a"),
        ["Project planning tools", "Budgeting", "Stakeholder management"]
    );
    // The counts say the same at a glance, and the visible names are those of the heading.
    assert_eq!(
        spaced_texts(&html, ".change-counts button"),
        ["6 new 3 skills, 3 responsibilities", "3 left 3 responsibilities", "7 unchanged 7 skills",]
    );
    assert_eq!(texts(&html, ".page-head .lead.visually-hidden").len(), 1);
    assert_eq!(attributes(&html, "h1 a", "href"), ["/roles/team-leader", "/roles/project-manager"]);
    let rows = spaced_texts(&html, ".role-table tbody tr");
    assert_eq!(rows[0], "Position Rung 2 of 6 Rung 3 of 6");
    assert_eq!(rows[2], "Focus area Coordination & mentoring Resource & timeline control");
    assert_eq!(rows[3], "Strategic impact Delivery success Project outcomes");
    assert_eq!(texts(&html, ".pair-links a").len(), 2);
    assert_eq!(
        attributes(&html, ".pair-links a", "href"),
        ["/compare?from=ai-developer&to=team-leader", "/compare?from=project-manager&to=vp-of-ai"]
    );
}

#[test]
fn the_role_selects_show_the_compared_roles() {
    let html = render(&bundled(), "/compare?from=team-leader&to=cto");
    let selected = texts(&html, "select option[selected]");
    assert_eq!(selected, ["Team Leader", "Chief Technical Officer (CTO)"]);
    assert_eq!(attributes(&html, ".swap", "href"), ["/compare?from=cto&to=team-leader"]);
    assert_eq!(attributes(&html, ".to-plan", "href"), ["/plan?from=team-leader&to=cto"]);
    let html = render(&levels_and_tracks(), "/compare?from=junior&to=senior");
    assert_eq!(texts(&html, "#compare-to optgroup").len(), 2);
}

/// Without JavaScript, addresses with parameters do not work, so the page links to the prerendered ones.
#[test]
fn without_javascript_the_prerendered_comparisons_are_linked() {
    let html = render(&bundled(), "/compare");
    let notice = &texts(&html, ".without-javascript")[0];
    assert!(notice.starts_with("Without JavaScript you can still open"), "{notice}");
    assert_eq!(texts(&html, ".pairs a").len(), 5);
}

#[test]
fn a_single_difference_is_stated_in_the_summary() {
    let html = render(&levels_and_tracks(), "/compare?from=senior&to=senior-in-name");
    assert_eq!(
        texts(&html, ".page-head [role=status]"),
        ["One difference: Senior in name needs Code at Leads level; Senior needs it at \
          Works alone level."]
    );
    assert_eq!(spaced_texts(&html, ".changed-skills > li"), ["Code key skill Works alone → Leads"]);
    let steps = attributes(&html, ".changed-skills .meter i", "data-step");
    assert_eq!(steps, ["both", "both", "after"]);
    let headings = texts(&html, ".change-group h3");
    assert_eq!(
        headings,
        ["Higher level 1 skill", "Unchanged 3 skills", "Unchanged 4 responsibilities"]
    );
}

#[test]
fn reworded_statements_show_a_word_diff() {
    let html = render(&levels_and_tracks(), "/compare?from=senior&to=lead");
    let reworded = texts(&html, "[data-change=reworded] > .statement-changes .text");
    assert_eq!(
        reworded[0],
        "Plan and [removed: carry] [added: hand] out changes to [removed: one service] \
         [added: several services] ."
    );
    // Changed statements about a skill are shown with the skill.
    assert!(!texts(&html, ".changed-skills .statement-changes ins").is_empty());
    assert_eq!(
        texts(&html, ".changed-skills .firmness"),
        ["key skill (was nice to have)", "nice to have (was required)"]
    );
}

#[test]
fn added_responsibilities_have_examples_and_removed_ones_do_not() {
    let ladder = open(&ladder_shapes::many_statements());
    let added = render(&ladder, "/compare?from=head&to=keeper");
    let more = texts(&added, "[data-change=added] .examples-of > summary");
    assert_eq!(more[0], "2 examples, 1 link");
    assert_eq!(texts(&added, ".examples-of .examples li").len(), 2 * more.len());
    let removed = render(&ladder, "/compare?from=keeper&to=head");
    assert_eq!(texts(&removed, ".examples-of").len(), 0);
}

/// Two roles with hundreds of skills, responsibilities and resources, and every kind of change.
fn huge_ladder() -> SharedLadder {
    let skills: Vec<_> = (0..720)
        .map(|nth| {
            json!({"id": format!("s{nth}"), "name": format!("Skill {nth}"), "resources": ["r"],
            "levels": {"low": {"summary": "Does it."}, "high": {"summary": "Leads it."}}})
        })
        .collect();
    let requirements = |first: usize, level: fn(usize) -> &'static str, word: &str| -> Vec<_> {
        let statement = format!("Does the {word} of it and says so to whoever asks");
        let statements: Vec<_> = (0..20).map(|nth| format!("{statement} {}.", nth * nth)).collect();
        let all = (first..first + 480).map(|nth| {
            let statements = if nth % 60 == 0 { &statements[..] } else { &statements[..2] };
            json!({"skill": format!("s{nth}"), "level": level(nth), "note": format!("As {word}"),
                   "kind": (["core", "required", "optional"][nth % 3]), "statements": statements})
        });
        all.collect()
    };
    let responsibilities = |word: &str| -> Vec<_> {
        let responsibility = |nth: usize| {
            let own = if nth < 150 { "work" } else { word };
            json!({"text": format!("Keeps the {own} of house {nth} in good order all year."),
                   "examples": ["One", "Two"], "links": [{"title": "L", "url": "https://example.org"}]})
        };
        (0..300).map(responsibility).collect()
    };
    let resources: Vec<_> = (0..200)
        .map(|nth| json!({"id": format!("r{nth}"), "title": "T", "url": "https://example.org/a"}))
        .chain([json!({"id": "r", "title": "R", "url": "https://example.org/b"})])
        .collect();
    let refs: Vec<_> = (0..200).map(|nth| format!("r{nth}")).collect();
    let low = requirements(0, |nth| if nth % 2 == 0 { "low" } else { "high" }, "making");
    let high = requirements(240, |nth| if nth % 3 == 0 { "low" } else { "high" }, "planning");
    let text = json!({
        "format": 1, "id": "huge", "title": "Huge", "skills": skills, "resources": resources,
        "scale": [{"id": "low", "name": "Low"}, {"id": "high", "name": "High"}],
        "roles": [
            {"id": "a", "title": "A", "skills": low, "responsibilities": responsibilities("garden")},
            {"id": "b", "title": "B", "skills": high, "responsibilities": responsibilities("roof"), "resources": refs},
        ]
    });
    open(&text.to_string())
}

#[test]
fn comparison_and_plan_pages_stay_within_1500_elements() {
    let huge = huge_ladder();
    let page = render(&huge, "/compare?from=a&to=b");
    let ranges = texts(&page, ".change-group[data-change=gained] .paged p");
    let first = &ranges[0];
    assert!(first.starts_with("Showing 1–") && first.ends_with(" of 240 skills"), "{ranges:?}");
    assert!(texts(&page, ".paged").len() > 6);
    let mut ladders: Vec<_> =
        ladder_shapes::all().into_iter().map(|(name, text)| (name, open(&text))).collect();
    ladders.push(("huge", huge));
    for (name, ladder) in ladders {
        let (first, last) = (&ladder.roles[0].id, &ladder.roles[ladder.roles.len() - 1].id);
        let second = &ladder.roles[1 % ladder.roles.len()].id;
        for (from, to) in [(first, second), (second, first), (first, last), (last, first)] {
            for page in ["compare", "plan"] {
                let address = format!("/{page}?from={from}&to={to}");
                let elements = texts(&render(&ladder, &address), "*").len();
                assert!(elements <= 1500, "{elements} elements: {name} at {address}");
            }
        }
        let elements = texts(&render(&ladder, "/compare"), "*").len();
        assert!(elements <= 1500, "{elements} elements: {name} at /compare");
    }
}

/// Including steps that only raise a level or change the expectations for a skill.
#[test]
fn a_role_page_summarises_what_each_next_step_adds() {
    let steps = |ladder: &SharedLadder, role: &str| {
        texts(&render(ladder, &format!("/roles/{role}")), ".step > p:not(.kind, .plan-link)")
    };
    let junior = steps(&levels_and_tracks(), "junior");
    assert_eq!(
        junior[0],
        "Adds 2 skills: Review and Mentoring. Raises 1 skill: Code. Adds 4 responsibilities."
    );
    let skills = |level: &str, statement: &str| json!([{"skill": "a", "level": level, "statements": ["Does it"]}, {"skill": "b", "statements": [statement]}]);
    let ladder = open(&json!({
        "format": 1, "id": "x", "title": "X", "scale": [{"id": "l", "name": "L"}, {"id": "m", "name": "M"}],
        "skills": [{"id": "a", "name": "Acting"}, {"id": "b", "name": "Biding"}],
        "roles": [
            {"id": "r1", "title": "R1", "skills": skills("l", "One thing"), "responsibilities": ["Be there"]},
            {"id": "r2", "title": "R2", "skills": skills("m", "One thing"), "responsibilities": ["Be there"]},
            {"id": "r3", "title": "R3", "skills": skills("m", "Another"), "responsibilities": ["Be there"]},
            {"id": "r4", "title": "R4", "skills": skills("m", "Another"), "responsibilities": ["Be there"]},
        ]
    }).to_string());
    assert_eq!(steps(&ladder, "r1"), ["Raises 1 skill: Acting."]);
    assert_eq!(steps(&ladder, "r2"), ["New expectations for 1 skill: Biding."]);
    assert_eq!(steps(&ladder, "r3"), ["No new skills or responsibilities listed."]);
}

#[test]
fn a_comparison_lists_the_steps_between_its_roles() {
    let html = render(&levels_and_tracks(), "/compare?from=junior&to=head");
    assert_eq!(texts(&html, ".path-steps .where"), ["Senior", "Lead", "Head"]);
    assert_eq!(
        spaced_texts(&html, ".path-steps > li")[0],
        "Next step up Senior Adds 2 skills: Review and Mentoring. Raises 1 skill: Code. Adds 4 \
         responsibilities."
    );
}

#[test]
fn a_missing_path_is_explained_and_the_opposite_one_is_mentioned() {
    let down = render(&bundled(), "/compare?from=cto&to=ai-developer");
    let explanation = &texts(&down, ".path p")[0];
    assert!(
        explanation.starts_with("There’s no defined path from Chief Technical Officer"),
        "{explanation}"
    );
    assert!(explanation.ends_with("The other way round takes 5 steps."), "{explanation}");
    assert_eq!(texts(&down, "[data-change=dropped] .changed-skills > li").len(), 15);
}

#[test]
fn without_two_different_roles_pairs_are_offered() {
    for (address, first, count) in [
        ("/compare", "AI Developer to Team Leader", 5),
        ("/compare?from=cto", "Chief Technical Officer (CTO) to Director of AI", 5),
        ("/compare?to=team-leader", "AI Developer to Team Leader", 5),
        ("/compare?from=cto&to=cto", "Chief Technical Officer (CTO) to Director of AI", 5),
    ] {
        let html = render(&bundled(), address);
        let pairs = texts(&html, ".pairs a");
        assert_eq!((pairs[0].as_str(), pairs.len()), (first, count), "{address}");
        assert_eq!(texts(&html, ".compare-part").len(), 1, "{address}");
    }
    let html = render(&bundled(), "/compare?from=cto&to=cto");
    assert!(texts(&html, ".page-head [role=status]")[0].contains("twice"));
}

#[test]
fn unknown_roles_are_reported_with_a_suggestion() {
    let html = render(&bundled(), "/compare?from=team-lead&to=nobody-at-all");
    let notices = texts(&html, "main .notice");
    assert_eq!(
        notices,
        [
            "We couldn’t find a role called team-lead . Did you mean Team Leader ?",
            "We couldn’t find a role called nobody-at-all ."
        ]
        .map(|text| text.replace(" .", ".").replace(" ?", "?"))
    );
    assert_eq!(
        attributes(&html, "main .notice a", "href"),
        ["/compare?from=team-leader&to=nobody-at-all"]
    );
}

#[test]
fn a_role_page_lists_the_most_similar_roles() {
    let junior = render(&levels_and_tracks(), "/roles/junior");
    assert_eq!(
        texts(&junior, ".moves > li p")[0],
        "1 of 4 skills carries over: Planning. 1 needs a higher level: Code."
    );
    assert!(attributes(&junior, ".moves a", "href")[0].starts_with("/compare?from=junior&to="));
    // On a single line of promotions they would only repeat the ladder.
    assert!(texts(&render(&bundled(), "/roles/team-leader"), ".moves > li").is_empty());
}

#[test]
fn large_catalogues_have_comboboxes_instead_of_selects() {
    let roles: Vec<String> =
        (0..60).map(|nth| format!(r#"{{"id":"r{nth}","title":"Role {nth}"}}"#)).collect();
    let text = format!(
        r#"{{"format":1,"id":"a","title":"A","ordered":false,"roles":[{}]}}"#,
        roles.join(",")
    );
    let ladder = open(&text);
    let html = render(&ladder, "/compare?from=r1&to=r2");
    assert_eq!(
        attributes(&html, ".role-selects [role=combobox]", "id"),
        ["compare-from", "compare-to"]
    );
    assert_eq!(texts(&html, ".chosen-role > span"), ["Role 1", "Role 2"]);
    assert!(texts(&html, ".page-head [role=status]")[0].contains("No skills or responsibilities"));
    assert_eq!(
        texts(&html, ".path p"),
        ["This ladder doesn’t define steps between roles, so this is a direct comparison."]
    );
}

#[test]
fn a_filtered_comparison_is_an_address() {
    let html = render(&bundled(), "/compare?from=team-leader&to=project-manager&changes=left");
    assert_eq!(attributes(&html, ".compare-page", "data-only"), ["left"]);
    assert_eq!(texts(&html, ".change-counts [aria-pressed=true]").len(), 1);
    assert_eq!(texts(&html, "[data-group=left]").len(), 2, "the count and the responsibilities");
}
