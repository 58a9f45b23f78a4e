//! Search in the whole ladder.

use browser_tests::{Engine, Key, Page, visit, with_page};
use serde_json::json;

#[tokio::test]
async fn slash_opens_the_search_and_escape_restores_the_focus() {
    visit("/roles/team-leader", async |page| {
        let link = page.by_role("link", "Communication").await;
        link.focus().await;
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        page.by_role("dialog", "Search").await;
        page.assert_true("the slash is not typed", "return document.activeElement.value === ''")
            .await;
        page.press(Key::Escape).await;
        page.wait_until_gone("dialog", "Search").await;
        page.wait_for_focus("link", "Communication").await;
        assert_eq!(page.url().await, "/roles/team-leader");
    })
    .await;
}

#[tokio::test]
async fn closing_a_search_that_a_key_opened_focuses_the_heading() {
    visit("/skills", async |page| {
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        page.press(Key::Escape).await;
        page.wait_for_focus("heading", "Skills").await;
    })
    .await;
}

#[tokio::test]
async fn the_search_is_opened_and_closed_by_buttons_and_starts_empty() {
    visit("/skills", async |page| {
        page.by_role("button", "Search").await.click().await;
        page.wait_for_focus("combobox", "Search").await;
        page.by_role("button", "Close search").await.click().await;
        page.wait_until_gone("dialog", "Search").await;
        page.wait_for_focus("button", "Search").await;
        // The previous query is not restored.
        page.press(Key::Enter).await;
        page.wait_for_focus("combobox", "Search").await;
        page.type_text("python").await;
        page.by_role("option", "Python").await;
        page.press(Key::Escape).await;
        page.wait_until_gone("dialog", "Search").await;
        page.by_role("button", "Search").await.click().await;
        page.wait_for_focus("combobox", "Search").await;
        assert_eq!(page.focused().await.value().await, "");
    })
    .await;
}

#[tokio::test]
async fn results_are_grouped_and_the_matches_highlighted() {
    visit_search(async |page| {
        page.type_text("strat").await;
        page.by_role("group", "Skills").await;
        let groups = page.names("group").await;
        assert_eq!(groups[..3], ["Roles", "Skills", "Responsibilities"], "{groups:?}");
        let skills = page.by_role("group", "Skills").await;
        page.by_role("option", "Strategic thinking Strategy").await;
        let names = page.names_in(&skills, "option").await;
        let marks = "return [...document.querySelectorAll('[aria-label=Skills] [role=option]')]
            .map((option) => option.querySelector('mark')?.innerText.toLowerCase())";
        assert_eq!(page.execute(marks).await, json!(vec!["strat"; names.len()]));
        wait_for_search_status(page, "results").await;
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_and_enter_open_a_result() {
    visit_search(async |page| {
        page.type_text("leader").await;
        let role = "Team Leader Transition role";
        page.wait_for_active_option(role).await;
        page.press(Key::Down).await;
        page.press(Key::Up).await;
        page.wait_for_active_option(role).await;
        page.press(Key::Up).await;
        let last = page.names("option").await.pop().unwrap();
        page.wait_for_active_option(&last).await;
        page.press(Key::Down).await;
        page.wait_for_active_option(role).await;
        page.press(Key::Enter).await;
        page.wait_for_url("/roles/team-leader").await;
        page.wait_until_gone("dialog", "Search").await;
        page.wait_for_focus("heading", "Team Leader").await;
    })
    .await;
}

#[tokio::test]
async fn clicking_a_result_opens_it() {
    visit_search(async |page| {
        page.type_text("tensorflow").await;
        page.by_role("option", "ML frameworks TensorFlow, PyTorch").await.click().await;
        page.wait_for_url("/skills/ml-frameworks").await;
        page.wait_until_gone("dialog", "Search").await;
        page.wait_for_focus("heading", "ML frameworks").await;
    })
    .await;
}

#[tokio::test]
async fn results_for_responsibilities_and_videos_open_their_roles() {
    visit_search(async |page| {
        page.type_text("mentor junior").await;
        page.by_role("option", "Mentor junior developers. Team Leader").await.click().await;
        page.wait_for_url("/roles/team-leader").await;
        page.wait_for_focus("heading", "Team Leader").await;
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        page.type_text("edureka").await;
        page.by_role("group", "Learn").await;
        page.press(Key::Enter).await;
        page.wait_for_url("/roles/cto").await;
    })
    .await;
}

#[tokio::test]
async fn selecting_the_current_page_closes_the_search() {
    visit("/roles/cto", async |page| {
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        page.type_text("chief").await;
        page.wait_for_active_option("Chief Technical Officer (CTO) Topmost technical role").await;
        page.press(Key::Enter).await;
        page.wait_until_gone("dialog", "Search").await;
        assert_eq!(page.url().await, "/roles/cto");
    })
    .await;
}

#[tokio::test]
async fn a_query_without_results_shows_a_message() {
    visit_search(async |page| {
        page.type_text("<img src=x> juggling").await;
        wait_for_search_status(page, "No results.").await;
        page.press(Key::Enter).await;
        page.press(Key::Down).await;
        assert_eq!(page.names("option").await, Vec::<String>::new());
        assert_eq!(page.url().await, "/");
    })
    .await;
}

/// A ladder whose texts have accents, hang on skills and requirements, and whose names repeat.
const FINDABLE: &str = r#"{
    "format": 1, "id": "findable", "title": "Findable", "language": "es",
    "notes": [{"title": "Nota", "text": "palabra de nota"}],
    "tracks": [{"id": "web", "name": "Web"}, {"id": "data", "name": "Data"}],
    "skills": [
        {"id": "coding", "name": "Programaci\u00f3n", "description": "Explica algoritmos palindr\u00f3micos"},
        {"id": "kana", "name": "\u30c7\u30fc\u30bf\u7ba1\u7406"},
        {"id": "workshop", "name": "\ud83d\udc69\u200d\ud83d\udd27 Taller"}
    ],
    "roles": [
        {"id": "one", "title": "Engineer", "track": "web", "skills": [
            {"skill": "coding", "statements": [{"text": "Escribe pseudoc\u00f3digo"}]}, "kana", "workshop"]},
        {"id": "two", "title": "Engineer", "track": "data", "skills": ["coding"]}
    ]
}"#;

#[tokio::test]
async fn everything_is_found_without_accents_and_same_names_are_told_apart() {
    visit("/", async |page| {
        let ladder = page.server().serve_document("/findable.json", FINDABLE.to_owned());
        page.open_with_ladder(&ladder, "/").await;
        for (typed, option) in [
            ("programacion", "Programación"),
            ("palindromico", "Programación Explica algoritmos palindrómicos"),
            ("pseudocodigo", "Escribe pseudocódigo Programación · Engineer (Web)"),
            ("palabra", "Nota palabra de nota"),
            ("engineer", "Engineer (Data)"),
            ("\u{ff83}\u{ff9e}\u{ff70}\u{ff80}", "データ管理"),
        ] {
            page.type_text("/").await;
            page.wait_for_focus("combobox", "Search").await;
            page.type_text(typed).await;
            page.by_role("option", option).await;
            page.press(Key::Escape).await;
            page.wait_until_gone("dialog", "Search").await;
        }
    })
    .await;
}

#[tokio::test]
async fn keys_are_ignored_during_ime_composition() {
    visit_search(async |page| {
        Engine::WebKit.skip_in("tells keys of an input method from those that close a dialog");
        page.type_text("leader").await;
        page.wait_for_active_option("Team Leader Transition role").await;
        let compose = "const field = document.activeElement;
            const send = ({ keyCode, ...init }) => {
                const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
                // WebKit takes no key code from a script.
                if (keyCode) Object.defineProperty(event, 'keyCode', { value: keyCode });
                return field.dispatchEvent(event);
            };
            return ['Enter', 'Escape', 'ArrowDown'].every((key) =>
                send({ key, isComposing: true }) && send({ key, keyCode: 229 }))";
        page.assert_true("no key was taken from the input method", compose).await;
        page.by_role("dialog", "Search").await;
        page.wait_for_active_option("Team Leader Transition role").await;
        assert_eq!(page.url().await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_shortcut_can_be_turned_off() {
    visit("/", async |page| {
        page.by_role("button", "Search").await.click().await;
        page.by_role("checkbox", "Press / to search").await.click_label().await;
        page.by_role("button", "Close search").await.click().await;
        page.wait_until_gone("dialog", "Search").await;
        page.reload().await;
        page.wait_until(
            "it is off",
            "return !document.querySelector('.search-button').ariaKeyShortcuts",
        )
        .await;
        page.type_text("/").await;
        page.assert_true("no dialog", "return !document.querySelector('dialog[open]')").await;
    })
    .await;
}

#[tokio::test]
async fn slash_in_a_text_field_does_not_open_the_search() {
    visit("/skills", async |page| {
        let field = page.by_role("searchbox", "Filter skills").await;
        field.type_text("a/b").await;
        page.wait_for_url("/skills?q=a/b").await;
        assert_eq!(page.names("dialog").await, Vec::<String>::new());
    })
    .await;
}

/// Opens the search on the ladder page.
async fn visit_search(test: impl AsyncFnOnce(&Page)) {
    visit("/", async |page| {
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        test(page).await;
    })
    .await;
}

async fn wait_for_search_status(page: &Page, expected: &str) {
    let contains = format!(
        "return document.querySelector('dialog [role=status]').innerText.includes('{expected}')"
    );
    page.wait_until(&format!("the search status contains {expected:?}"), &contains).await;
}

/// The page is interactive before the stylesheet of the search has loaded.
#[tokio::test]
async fn on_a_slow_connection_the_search_opens_with_its_styles() {
    with_page(async |page| {
        page.add_init_script(
            "new PerformanceObserver((list) => {
                if (list.getEntriesByName('interactive').length === 0) return;
                globalThis.wasPending = document.querySelector('link[data-loading]') !== null;
                document.querySelector('.search-button').click();
            }).observe({ type: 'mark', buffered: true });
            new MutationObserver(() => {
                if (!document.querySelector('dialog.search[open]')) return;
                globalThis.styled ??= document.querySelector('link[data-loading]') === null;
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ['open'] });",
        )
        .await;
        page.throttle_network(300, 400_000).await;
        page.open_without_waiting("/").await;
        page.wait_until("the search is open", "return globalThis.styled !== undefined").await;
        page.assert_true(
            "it was requested before its styles had loaded",
            "return globalThis.wasPending",
        )
        .await;
        page.assert_true("it opened with its styles", "return globalThis.styled").await;
        page.wait_for_focus("combobox", "Search").await;
    })
    .await;
}

#[tokio::test]
async fn a_search_that_did_not_load_can_be_closed_and_asked_for_again() {
    with_page(async |page| {
        page.block_requests("*/split_browse-*").await;
        page.allow_console_errors("split_browse");
        page.open("/compare").await;
        page.by_role("button", "Search").await.click().await;
        page.wait_for_text("Search didn’t load").await;
        page.wait_for_focus("button", "Try again").await;
        page.by_role("button", "Close search").await.click().await;
        page.wait_until(
            "the dialog is closed, and the focus is back",
            "return !document.querySelector('dialog.search').open
                 && document.activeElement.matches('.search-button')",
        )
        .await;
        page.by_role("button", "Search").await.click().await;
        page.wait_for_text("Search didn’t load").await;
        page.block_requests("nothing").await;
        page.by_role("button", "Try again").await.click().await;
        page.wait_for_focus("combobox", "Search").await;
    })
    .await;
}
