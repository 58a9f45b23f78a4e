//! Saved answers are not lost: after a crash, with two tabs, and if the storage is blocked, full, corrupted
//! or written by a newer version.

use crate::plan::{PLAN, expand, rate, rating};
use browser_tests::{visit, with_page};
use serde_json::json;

#[tokio::test]
async fn saved_answers_survive_a_crash_of_the_tab() {
    visit(PLAN, async |page| {
        let first = page.current_tab().await;
        let second = page.open_tab().await;
        page.switch_to_tab(&first).await;
        rate(page, "Python", "Have it").await;
        expand(page, "python").await;
        page.by_css("#plan-python textarea").await.type_text("Before the end").await;
        page.wait_for_text("Before the end").await;
        page.wait_for_status("Saved").await;
        // The renderer exits at once, without any event in the page. WebDriver reports an error.
        let _ = page.driver().cdp().send_raw("Page.crash", json!({})).await;
        page.switch_to_tab(&second).await;
        page.open(PLAN).await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.wait_for_text("Before the end").await;
        assert_eq!(rating(page, "python").await, "Have it");
    })
    .await;
}

#[tokio::test]
async fn two_tabs_merge_their_answers_and_delete_them_together() {
    visit(PLAN, async |page| {
        let first = page.current_tab().await;
        let second = page.open_tab().await;
        page.switch_to_tab(&first).await;
        rate(page, "Python", "Have it").await;
        page.switch_to_tab(&second).await;
        page.open(PLAN).await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        rate(page, "Communication", "Have it").await;
        page.wait_for_status("Saved").await;
        page.switch_to_tab(&first).await;
        page.wait_for_text("2 of 7 skills done, 5 to go.").await;
        // The later of two answers for the same skill wins in both tabs.
        rate(page, "Communication", "Not yet").await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.switch_to_tab(&second).await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        assert_eq!(rating(page, "communication").await, "Not yet");
        page.by_role("button", "Delete my data").await.click().await;
        page.by_role("button", "Delete").await.click().await;
        page.wait_for_text("0 of 7 skills done, 7 to go.").await;
        page.switch_to_tab(&first).await;
        page.wait_for_text("0 of 7 skills done, 7 to go.").await;
        let is_deleted = "return !Object.values(localStorage).join('').includes('python')";
        page.wait_until("the answers are deleted from the device", is_deleted).await;
        // Later answers are saved.
        rate(page, "Python", "Learning").await;
        page.wait_for_status("Saved").await;
        page.reload().await;
        page.wait_until(
            "the answer is restored",
            "return document.querySelector('#plan-python input:checked') !== null",
        )
        .await;
    })
    .await;
}

/// Keys contain the addresses of opened ladders, so they go as well.
#[tokio::test]
async fn nothing_stays_on_the_device_after_deletion_and_undo_restores_the_settings() {
    visit(PLAN, async |page| {
        page.by_role("button", "Theme: system").await.click().await;
        let chosen = page.execute("return document.documentElement.dataset.theme").await;
        rate(page, "Python", "Have it").await;
        page.wait_for_status("Saved").await;
        page.by_role("button", "Delete my data").await.click().await;
        page.wait_for_text("Your settings: the theme and the search key.").await;
        page.by_role("button", "Delete").await.click().await;
        page.wait_for_text("Your data is deleted.").await;
        page.wait_until(
            "nothing is stored",
            "return localStorage.length === 0 && sessionStorage.length === 0",
        )
        .await;
        page.assert_true(
            "the theme is the system's",
            "return !document.documentElement.dataset.theme",
        )
        .await;
        page.wait_until(
            "there is no cache of opened ladders",
            "return caches.has('career-ladder:kept').then((has) => !has)",
        )
        .await;
        page.by_role("button", "Theme: system").await;
        page.by_role("button", "Undo").await.click().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        assert_eq!(page.execute("return document.documentElement.dataset.theme").await, chosen);
    })
    .await;
}

#[tokio::test]
async fn unsaved_text_is_saved_after_a_deletion_only_on_undo() {
    visit(PLAN, async |page| {
        rate(page, "Python", "Have it").await;
        page.wait_for_status("Saved").await;
        let first = page.current_tab().await;
        let second = page.open_tab().await;
        page.switch_to_tab(&second).await;
        page.open(PLAN).await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        expand(page, "python").await;
        // Nothing is saved by itself: neither after a pause nor when the tab is left.
        page.execute(
            "globalThis.setTimeout = () => 0;
             const stop = (event) => event.stopImmediatePropagation();
             document.addEventListener('visibilitychange', stop, true);",
        )
        .await;
        page.by_role("textbox", "Note: Python").await.type_text("half typed").await;
        page.switch_to_tab(&first).await;
        page.by_role("button", "Delete my data").await.click().await;
        page.by_role("button", "Delete").await.click().await;
        page.wait_for_text("Your data is deleted.").await;
        page.switch_to_tab(&second).await;
        page.wait_for_text("What you just entered here isn’t saved.").await;
        page.assert_true(
            "the note is not stored",
            "return !Object.values(localStorage).join('').includes('half typed')",
        )
        .await;
        page.by_role("button", "Undo").await.click().await;
        page.wait_until(
            "the note is stored",
            "return Object.values(localStorage).join('').includes('half typed')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn with_blocked_storage_the_plan_works_and_shows_that_it_is_not_saved() {
    with_page(async |page| {
        page.block_storage().await;
        page.open(PLAN).await;
        page.wait_for_status("Not saved").await;
        page.wait_for_text("Your browser doesn’t let this site save anything.").await;
        rate(page, "Python", "Have it").await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.wait_for_status("Not saved").await;
        // Answers are kept until the page is closed.
        page.by_role("link", "Skills").await.click().await;
        page.back().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        let save = page.by_role("button", "Download a backup").await;
        let (_, file) = page.download(&save).await;
        assert!(
            String::from_utf8(file).unwrap().contains("\"rating\": \"python\", \"is\": \"have\"")
        );
        assert_eq!(page.console_errors().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn full_storage_is_reported_and_saving_resumes_when_there_is_space() {
    visit(PLAN, async |page| {
        rate(page, "Python", "Have it").await;
        page.wait_for_status("Saved").await;
        let fill = "
            let size = 1 << 22, nth = 0;
            while (size > 0) {
                try { localStorage.setItem('filler-' + nth++, 'x'.repeat(size)) } catch { size >>= 1 }
            }";
        page.execute(fill).await;
        rate(page, "Communication", "Have it").await;
        page.wait_for_status("Not saved").await;
        page.wait_for_text("There’s no space left for this site on your device.").await;
        page.by_role("button", "Download a backup").await;
        page.execute("for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)").await;
        rate(page, "ML frameworks", "Learning").await;
        page.wait_until("the answer is saved", "return document.querySelector('.keeping').innerText === 'Saved'").await;
        page.reload().await;
        page.wait_for_text("2 of 7 skills done, 5 to go.").await;
        assert_eq!(rating(page, "ml-frameworks").await, "Learning");
    })
    .await;
}

#[tokio::test]
async fn corrupted_answers_are_recovered_and_newer_ones_left_alone() {
    visit(PLAN, async |page| {
        rate(page, "Python", "Have it").await;
        page.wait_for_status("Saved").await;
        // The second copy is used; the corrupted one is kept and offered as a download.
        let corrupt = "
            const key = Object.keys(localStorage).find((key) => key.includes(':answers:'));
            localStorage.setItem(key, localStorage.getItem(key).replace('have', 'hale'))";
        page.execute(corrupt).await;
        page.reload().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        rate(page, "Communication", "Have it").await;
        page.wait_for_status("Saved").await;
        page.reload().await;
        let save = page.by_role("button", "Download unreadable data").await;
        let (_, file) = page.download(&save).await;
        assert!(String::from_utf8(file).unwrap().contains("\"hale\""));

        let newer = "
            const key = Object.keys(localStorage).find((key) => /:answers:.*:\\d+\\.[ab]$/.test(key));
            localStorage.setItem(key, JSON.stringify({ format: 'career-ladder-answers', schema: 3 }));
            return localStorage.length";
        let keys = page.execute(newer).await;
        page.reload().await;
        page.wait_for_status("Not saved").await;
        page.wait_for_text("A newer version of this site has saved answers here").await;
        rate(page, "Python", "Learning").await;
        page.wait_for_status("Not saved").await;
        assert_eq!(page.execute("return localStorage.length").await, keys);
        page.assert_true("the newer answers are unchanged", "return Object.values(localStorage).some((text) => text.includes('\"schema\":3'))").await;
    })
    .await;
}
