//! The comparison and the next moves as they are written where the site is built.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use career_ladder::bundled;
use career_ladder::prerender::content;
use career_ladder::router::{Origin, Route};
use career_ladder::stores::{OpenLadder, SharedLadder};
use ladder::read;
use scraper::{Html, Selector};
use serde_json::json;
use std::sync::Arc;

const SCALE: &str = include_str!("fixtures/valid/levels-and-tracks.json");

fn bundled() -> SharedLadder {
    Arc::new(bundled::ladder().unwrap())
}

fn open(text: &str) -> SharedLadder {
    Arc::new(OpenLadder::new(read(text).ladder.unwrap(), Origin::Default))
}

fn scale() -> SharedLadder {
    open(SCALE)
}

fn html(ladder: &SharedLadder, address: &str) -> Html {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Html::parse_document(&content(ladder, &Route::read(path, query)))
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let squeeze = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector).map(|found| squeeze(found.text().collect())).collect()
}

/// The same, with a space between the parts of each.
fn parts(html: &Html, selector: &str) -> Vec<String> {
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
fn a_comparison_leads_with_a_sentence_and_shows_what_changes() {
    let html = html(&bundled(), "/compare?from=team-leader&to=project-manager");
    assert_eq!(texts(&html, "h1"), ["From Team Leader to Project Manager"]);
    assert_eq!(
        texts(&html, ".page-head [role=status]"),
        ["Project Manager needs 3 skills that Team Leader doesn’t. It takes on 3 \
          responsibilities and hands over 3. 7 skills carry over."]
    );
    assert_eq!(
        texts(&html, ".heap h3"),
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
    let rows = parts(&html, ".compare-ends tbody tr");
    assert_eq!(rows[1], "Focus area Coordination & mentoring Resource & timeline control");
    assert_eq!(rows[2], "Strategic impact Delivery success Project outcomes");
    assert_eq!(texts(&html, ".pair-links a").len(), 2);
    assert_eq!(
        attributes(&html, ".pair-links a", "href"),
        ["/compare?from=ai-developer&to=team-leader", "/compare?from=project-manager&to=vp-of-ai"]
    );
}

#[test]
fn the_choosers_hold_what_is_chosen() {
    let html = self::html(&bundled(), "/compare?from=team-leader&to=cto");
    let chosen = texts(&html, "select option[selected]");
    assert_eq!(chosen, ["Team Leader", "Chief Technical Officer (CTO)"]);
    assert_eq!(attributes(&html, ".swap", "href"), ["/compare?from=cto&to=team-leader"]);
    assert_eq!(attributes(&html, ".to-plan", "href"), ["/plan?from=team-leader&to=cto"]);
    let html = self::html(&scale(), "/compare?from=junior&to=senior");
    assert_eq!(texts(&html, "#compare-to optgroup").len(), 2);
}

/// Without scripts no address with parameters is a page: only the links to the pages there are help.
#[test]
fn without_scripts_it_says_what_can_be_read() {
    let html = html(&bundled(), "/compare");
    let said = &texts(&html, ".without-program")[0];
    assert!(said.starts_with("Without JavaScript you can still open"), "{said}");
    assert_eq!(texts(&html, ".pairs a").len(), 5);
}

#[test]
fn one_difference_is_seen_at_a_glance() {
    let html = html(&scale(), "/compare?from=senior&to=senior-in-name");
    assert_eq!(
        texts(&html, ".page-head [role=status]"),
        ["One difference: Senior in name needs Code at Leads level; Senior needs it at \
          Works alone level."]
    );
    assert_eq!(parts(&html, ".changed-skills > li"), ["Code key skill Works alone → Leads"]);
    let steps = attributes(&html, ".changed-skills .meter i", "data-step");
    assert_eq!(steps, ["both", "both", "after"]);
    let heaps = texts(&html, ".heap h3");
    assert_eq!(
        heaps,
        ["Higher level 1 skill", "Unchanged 3 skills", "Unchanged 4 responsibilities"]
    );
}

#[test]
fn reworded_statements_are_told_word_by_word() {
    let html = html(&scale(), "/compare?from=senior&to=lead");
    let reworded = texts(&html, "[data-change=reworded] > .statement-changes .text");
    assert_eq!(
        reworded[0],
        "Plan and [removed: carry] [added: hand] out changes to [removed: one service] \
         [added: several services] ."
    );
    // What belongs to a skill is told with it.
    assert!(!texts(&html, ".changed-skills .statement-changes ins").is_empty());
    assert_eq!(
        texts(&html, ".changed-skills .firmness"),
        ["key skill (was nice to have)", "nice to have (was required)"]
    );
}

#[test]
fn what_comes_is_shown_with_its_examples_and_what_one_leaves_without() {
    let ladder = open(&ladder_shapes::many_statements());
    let added = html(&ladder, "/compare?from=head&to=keeper");
    let more = texts(&added, "[data-change=added] .examples-of > summary");
    assert_eq!(more[0], "2 examples, 1 link");
    assert_eq!(texts(&added, ".examples-of .examples li").len(), 2 * more.len());
    let left = html(&ladder, "/compare?from=keeper&to=head");
    assert_eq!(texts(&left, ".examples-of").len(), 0);
}

/// Two roles with as much in common, raised, gained, dropped and said otherwise as anyone writes.
fn huge() -> SharedLadder {
    let skills: Vec<_> = (0..720)
        .map(|at| {
            json!({"id": format!("s{at}"), "name": format!("Skill {at}"), "resources": ["r"],
            "levels": {"low": {"summary": "Does it."}, "high": {"summary": "Leads it."}}})
        })
        .collect();
    let asks = |first: usize, level: fn(usize) -> &'static str, word: &str| -> Vec<_> {
        let said = format!("Does the {word} of it and says so to whoever asks");
        let statements: Vec<_> = (0..20).map(|at| format!("{said} {}.", at * at)).collect();
        let asked = (first..first + 480).map(|at| {
            let statements = if at % 60 == 0 { &statements[..] } else { &statements[..2] };
            json!({"skill": format!("s{at}"), "level": level(at), "note": format!("As {word}"),
                   "kind": (["core", "required", "optional"][at % 3]), "statements": statements})
        });
        asked.collect()
    };
    let duties = |word: &str| -> Vec<_> {
        let duty = |at: usize| {
            let own = if at < 150 { "work" } else { word };
            json!({"text": format!("Keeps the {own} of house {at} in good order all year."),
                   "examples": ["One", "Two"], "links": [{"title": "L", "url": "https://example.org"}]})
        };
        (0..300).map(duty).collect()
    };
    let resources: Vec<_> = (0..200)
        .map(|at| json!({"id": format!("r{at}"), "title": "T", "url": "https://example.org/a"}))
        .chain([json!({"id": "r", "title": "R", "url": "https://example.org/b"})])
        .collect();
    let refs: Vec<_> = (0..200).map(|at| format!("r{at}")).collect();
    let low = asks(0, |at| if at % 2 == 0 { "low" } else { "high" }, "making");
    let high = asks(240, |at| if at % 3 == 0 { "low" } else { "high" }, "planning");
    let text = json!({
        "format": 1, "id": "huge", "title": "Huge", "skills": skills, "resources": resources,
        "scale": [{"id": "low", "name": "Low"}, {"id": "high", "name": "High"}],
        "roles": [
            {"id": "a", "title": "A", "skills": low, "responsibilities": duties("garden")},
            {"id": "b", "title": "B", "skills": high, "responsibilities": duties("roof"), "resources": refs},
        ]
    });
    open(&text.to_string())
}

#[test]
fn whatever_two_roles_ask_for_the_page_stays_under_1500_elements() {
    let huge = huge();
    let page = html(&huge, "/compare?from=a&to=b");
    let said = texts(&page, ".heap[data-change=gained] .paged p");
    assert!(said[0].starts_with("Showing 1–") && said[0].ends_with(" of 240 skills"), "{said:?}");
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
                let elements = texts(&html(&ladder, &address), "*").len();
                assert!(elements <= 1500, "{elements} elements: {name} at {address}");
            }
        }
        let elements = texts(&html(&ladder, "/compare"), "*").len();
        assert!(elements <= 1500, "{elements} elements: {name} at /compare");
    }
}

/// A step that only raises, or says otherwise what it means, says so.
#[test]
fn a_role_says_what_each_step_onward_adds() {
    let steps = |ladder: &SharedLadder, role: &str| {
        texts(&html(ladder, &format!("/roles/{role}")), ".step > p:not(.kind, .plan-link)")
    };
    let junior = steps(&scale(), "junior");
    assert_eq!(
        junior[0],
        "Adds 2 skills: Review and Mentoring. Raises 1 skill: Code. Adds 4 responsibilities."
    );
    let asks = |level: &str, said: &str| json!([{"skill": "a", "level": level, "statements": ["Does it"]}, {"skill": "b", "statements": [said]}]);
    let ladder = open(&json!({
        "format": 1, "id": "x", "title": "X", "scale": [{"id": "l", "name": "L"}, {"id": "m", "name": "M"}],
        "skills": [{"id": "a", "name": "Acting"}, {"id": "b", "name": "Biding"}],
        "roles": [
            {"id": "r1", "title": "R1", "skills": asks("l", "One thing"), "responsibilities": ["Be there"]},
            {"id": "r2", "title": "R2", "skills": asks("m", "One thing"), "responsibilities": ["Be there"]},
            {"id": "r3", "title": "R3", "skills": asks("m", "Another"), "responsibilities": ["Be there"]},
            {"id": "r4", "title": "R4", "skills": asks("m", "Another"), "responsibilities": ["Be there"]},
        ]
    }).to_string());
    assert_eq!(steps(&ladder, "r1"), ["Raises 1 skill: Acting."]);
    assert_eq!(steps(&ladder, "r2"), ["New expectations for 1 skill: Biding."]);
    assert_eq!(steps(&ladder, "r3"), ["No new skills or responsibilities listed."]);
}

#[test]
fn a_way_is_told_step_by_step() {
    let html = html(&scale(), "/compare?from=junior&to=head");
    assert_eq!(texts(&html, ".way-steps .where"), ["Senior", "Lead", "Head"]);
    assert_eq!(
        parts(&html, ".way-steps > li")[0],
        "Next step up Senior Adds 2 skills: Review and Mentoring. Raises 1 skill: Code. Takes on 4 \
         responsibilities."
    );
}

#[test]
fn where_no_way_leads_it_is_said() {
    let down = html(&bundled(), "/compare?from=cto&to=ai-developer");
    let said = &texts(&down, ".way p")[0];
    assert!(
        said.starts_with("There’s no defined path from Chief Technical Officer"),
        "{said}"
    );
    assert!(said.ends_with("The other way round takes 5 steps."), "{said}");
    assert_eq!(texts(&down, "[data-change=dropped] .changed-skills > li").len(), 15);
}

#[test]
fn a_comparison_begins_with_pairs_to_choose() {
    for (address, first, count) in [
        ("/compare", "AI Developer to Team Leader", 5),
        ("/compare?from=cto", "Chief Technical Officer (CTO) to Director of AI", 5),
        ("/compare?to=team-leader", "AI Developer to Team Leader", 5),
        ("/compare?from=cto&to=cto", "Chief Technical Officer (CTO) to Director of AI", 5),
    ] {
        let html = html(&bundled(), address);
        let pairs = texts(&html, ".pairs a");
        assert_eq!((pairs[0].as_str(), pairs.len()), (first, count), "{address}");
        assert_eq!(texts(&html, ".compare-part").len(), 1, "{address}");
    }
    let html = html(&bundled(), "/compare?from=cto&to=cto");
    assert!(texts(&html, ".page-head [role=status]")[0].contains("twice"));
}

#[test]
fn a_wrong_id_is_said_and_what_is_near_is_linked() {
    let html = html(&bundled(), "/compare?from=team-lead&to=nobody-at-all");
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
fn a_role_says_which_roles_share_most_with_it() {
    let html = html(&bundled(), "/roles/team-leader");
    assert_eq!(
        parts(&html, ".moves > li")[0],
        "Vice President (VP) of AI 7 of 13 skills carry over: Communication, Agile \
         methodologies, Cross-functional collaboration, Python, ML frameworks, Data wrangling and APIs."
    );
    assert_eq!(attributes(&html, ".moves a", "href")[0], "/compare?from=team-leader&to=vp-of-ai");
    let junior = self::html(&scale(), "/roles/junior");
    assert_eq!(
        texts(&junior, ".moves > li p")[0],
        "1 of 4 skills carries over: Planning. 1 needs a higher level: Code."
    );
}

/// A large catalogue has type-ahead in place of lists, and a page of a bounded size.
#[test]
fn many_roles_are_found_by_typing() {
    let roles: Vec<String> =
        (0..60).map(|at| format!(r#"{{"id":"r{at}","title":"Role {at}"}}"#)).collect();
    let text = format!(
        r#"{{"format":1,"id":"a","title":"A","ordered":false,"roles":[{}]}}"#,
        roles.join(",")
    );
    let ladder = open(&text);
    let html = html(&ladder, "/compare?from=r1&to=r2");
    assert_eq!(
        attributes(&html, ".role-choosers [role=combobox]", "id"),
        ["compare-from", "compare-to"]
    );
    assert_eq!(texts(&html, ".chosen-role > span"), ["Role 1", "Role 2"]);
    assert!(texts(&html, ".page-head [role=status]")[0].contains("No skills or responsibilities"));
    assert_eq!(
        texts(&html, ".way p"),
        ["This ladder doesn’t define steps between roles, so this is a direct comparison."]
    );
}
