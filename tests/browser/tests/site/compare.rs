//! `/compare`: choosing two roles, going to the next pair, and copying the comparison.

use browser_tests::{Key, Page, visit};
use serde_json::json;

const PAIR: &str = "/compare?from=team-leader&to=project-manager";

#[tokio::test]
async fn two_roles_can_be_selected_swapped_and_replaced_by_the_next_pair() {
    visit("/compare", async |page| {
        page.by_role("combobox", "From").await.select_option("Team Leader").await;
        page.wait_for_url("/compare?from=team-leader").await;
        page.by_role("link", "Team Leader to Project Manager").await;
        let to = page.by_role("combobox", "To").await;
        to.select_option("Project Manager").await;
        page.wait_for_url(PAIR).await;
        page.wait_for_status("Project Manager needs 3 skills that Team Leader doesn’t.").await;
        page.wait_for_title(
            "From Team Leader to Project Manager · Career Progression for AI Developers",
        )
        .await;
        assert_eq!(page.focused().await.name().await, "To", "the focus stays in the field");
        page.assert_accessible().await;

        page.by_role("link", "Swap").await.click().await;
        page.wait_for_url("/compare?from=project-manager&to=team-leader").await;
        page.wait_for_status(" and drops 3 skills").await;
        assert_eq!(page.by_role("combobox", "From").await.value().await, "project-manager");
        assert_eq!(page.focused().await.name().await, "Swap", "the focus stays on the link");
        page.back().await;
        page.wait_for_url(PAIR).await;
        assert_eq!(page.by_role("combobox", "From").await.value().await, "team-leader");

        page.by_role("link", "Next step Project Manager to VP of AI").await.click().await;
        page.wait_for_url("/compare?from=project-manager&to=vp-of-ai").await;
        page.wait_for_status("Vice President (VP) of AI needs 3 skills").await;
        page.by_role("link", "Previous step Team Leader to Project Manager").await.click().await;
        page.wait_for_url(PAIR).await;
    })
    .await;
}

#[tokio::test]
async fn counts_lead_the_comparison_and_filter_it() {
    visit(PAIR, async |page| {
        for width in [1440, 390] {
            page.set_width(width).await;
            page.assert_true(
                "the first change is in the first view",
                "return document.querySelector('.changed-skills > li').getBoundingClientRect().bottom <= 700",
            )
            .await;
        }
        page.by_role("heading", "New 3 responsibilities").await;
        page.by_role("button", "3 left").await.click().await;
        page.wait_for_url(&format!("{PAIR}&changes=left")).await;
        page.wait_until_gone("heading", "New 3 responsibilities").await;
        page.by_role("heading", "No longer yours 3 responsibilities").await;
        page.wait_until_gone("heading", "Skills").await;
        assert_eq!(page.focused().await.name().await, "3 left");
        page.assert_accessible().await;
        page.back().await;
        page.by_role("heading", "New 3 responsibilities").await;
        // The roles can be changed without being named twice.
        page.by_css(".change-roles summary").await.click().await;
        page.by_role("combobox", "To").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn a_comparison_can_be_copied_as_link_and_markdown() {
    visit(PAIR, async |page| {
        page.grant_permissions(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
        page.by_role("button", "Copy as Markdown").await.click().await;
        page.wait_for_status("Markdown copied.").await;
        let markdown = clipboard(page).await;
        assert!(markdown.starts_with("# From Team Leader to Project Manager\n"), "{markdown}");
        page.by_role("button", "Copy link").await.click().await;
        page.wait_for_status("Link copied.").await;
        assert!(clipboard(page).await.ends_with(PAIR));
        page.by_role("link", "Swap").await.click().await;
        page.wait_until(
            "the message disappears with the pair",
            "return !document.querySelector('.compare-tools [role=status]').innerText",
        )
        .await;
        // Without access to the clipboard, the text is shown and selected.
        page.execute("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))").await;
        page.by_role("button", "Copy as Markdown").await.click().await;
        page.wait_for_status("Your browser blocked copying.").await;
        let field = page.by_role("textbox", "Copy this text").await;
        assert!(field.value().await.starts_with("# From Project Manager to Team Leader\n"));
        page.assert_true("the text is selected", "
            const field = document.activeElement;
            return field.value.length > 0 && field.selectionEnd - field.selectionStart === field.value.length")
            .await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn everything_works_with_the_keyboard() {
    visit("/compare", async |page| {
        page.by_role("combobox", "From").await.focus().await;
        page.type_text("Team").await;
        page.wait_for_url("/compare?from=team-leader").await;
        page.press(Key::Tab).await;
        page.wait_for_focus("combobox", "To").await;
        page.type_text("Project").await;
        page.wait_for_url(PAIR).await;
        page.wait_for_focus("combobox", "To").await;
        page.by_role("link", "Plan this move").await.focus().await;
        page.press(Key::Tab).await;
        page.wait_for_focus("link", "Swap").await;
        page.by_role("button", "Copy link").await.focus().await;
        for button in ["Copy as Markdown", "Print"] {
            page.press(Key::Tab).await;
            page.wait_for_focus("button", button).await;
        }
        page.execute("globalThis.printed = 0; globalThis.print = () => globalThis.printed++").await;
        page.press(Key::Enter).await;
        page.wait_until("the page is printed", "return printed === 1").await;
        page.press(Key::Tab).await;
        page.wait_for_focus("link", "Previous step AI Developer to Team Leader").await;
        page.press(Key::Tab).await;
        page.wait_for_focus("link", "Next step Project Manager to VP of AI").await;
        page.press(Key::Enter).await;
        page.wait_for_url("/compare?from=project-manager&to=vp-of-ai").await;
        assert!(page.printed_sheets().await <= 2, "{} sheets", page.printed_sheets().await);
        page.by_role("link", "Plan this move").await.focus().await;
        page.press(Key::Enter).await;
        page.wait_for_url("/plan?from=project-manager&to=vp-of-ai").await;
        page.by_role("link", "Compare these roles").await.focus().await;
        page.press(Key::Enter).await;
        page.wait_for_url("/compare?from=project-manager&to=vp-of-ai").await;
        page.open("/compare?from=ai-developer&to=cto").await;
        assert!(page.printed_sheets().await <= 2, "{} sheets", page.printed_sheets().await);
    })
    .await;
}

#[tokio::test]
async fn a_long_comparison_is_paged_and_the_focus_stays_on_the_pager() {
    let skills: Vec<_> =
        (0..480).map(|at| json!({"id": format!("s{at}"), "name": format!("Skill {at}")})).collect();
    let asks: Vec<_> = (0..480)
        .map(|at| json!({"skill": format!("s{at}"), "note": "As long as it takes"}))
        .collect();
    let ladder = json!({"format": 1, "id": "long", "title": "A long one", "skills": skills,
        "roles": [{"id": "a", "title": "Entry"}, {"id": "b", "title": "Everything", "skills": asks}]});
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("a-long-ladder.json");
    std::fs::write(&path, ladder.to_string()).unwrap();
    visit("/open", async |page| {
        page.choose_file(&path).await;
        page.by_role("heading", "A long one").await;
        page.click_main_link("Compare").await;
        page.by_role("link", "Entry to Everything").await.click().await;
        page.by_role("heading", "From Entry to Everything").await;
        page.assert_true(
            "the page has at most 1,500 elements",
            "return document.querySelectorAll('*').length <= 1500",
        )
        .await;
        let first = "return document.querySelector('.changed-skills a').innerText";
        assert_eq!(page.execute(first).await, "Skill 0");
        page.by_role("button", "Next").await.click().await;
        page.wait_until(
            "the next page is shown",
            &first.replace("innerText", "innerText !== 'Skill 0'"),
        )
        .await;
        assert_eq!(page.focused().await.name().await, "Next");
        page.assert_accessible().await;
    })
    .await;
}

async fn clipboard(page: &Page) -> String {
    let text = page.execute("return navigator.clipboard.readText()").await;
    text.as_str().unwrap_or_default().to_owned()
}
