//! Nothing that the plan said to be saved is lost, in a real browser: a killed tab, two tabs, a store
//! that is blocked, full, damaged or a newer page's.

use crate::plan::{PLAN, open_more, rate, rated};
use browser_tests::{on_empty_page, visit};
use serde_json::json;

#[tokio::test]
async fn what_was_saved_is_there_after_the_tab_was_killed() {
    visit(PLAN, async |page| {
        let first = page.tab().await;
        let second = page.open_tab().await;
        page.turn_to(&first).await;
        rate(page, "Python", "Have it").await;
        open_more(page, "python").await;
        page.css("#plan-python textarea").await.type_text("Before the end").await;
        page.until_text("Before the end").await;
        page.until_status("Saved").await;
        // The renderer ends at once, without a word to the page. The driver hears of it as an error.
        let _ = page.driver().cdp().send_raw("Page.crash", json!({})).await;
        page.turn_to(&second).await;
        page.open(PLAN).await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.until_text("Before the end").await;
        assert_eq!(rated(page, "python").await, "Have it");
    })
    .await;
}

#[tokio::test]
async fn two_tabs_merge_answer_by_answer_and_forget_together() {
    visit(PLAN, async |page| {
        let first = page.tab().await;
        let second = page.open_tab().await;
        page.turn_to(&first).await;
        rate(page, "Python", "Have it").await;
        page.turn_to(&second).await;
        page.open(PLAN).await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        rate(page, "Communication", "Have it").await;
        page.until_status("Saved").await;
        page.turn_to(&first).await;
        page.until_text("2 of 7 skills done, 5 to go.").await;
        // Of the same answer the later one counts, in both.
        rate(page, "Communication", "Not yet").await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.turn_to(&second).await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        assert_eq!(rated(page, "communication").await, "Not yet");
        page.by_role("button", "Forget everything").await.click().await;
        page.by_role("button", "Forget everything now").await.click().await;
        page.until_text("0 of 7 skills done, 7 to go.").await;
        page.turn_to(&first).await;
        page.until_text("0 of 7 skills done, 7 to go.").await;
        let nothing = "return !Object.values(localStorage).join('').includes('python')";
        page.until("nothing of it is left on the device", nothing).await;
        // What is answered after that is kept.
        rate(page, "Python", "Learning").await;
        page.until_status("Saved").await;
        page.reload().await;
        page.until("kept", "return document.querySelector('#plan-python input:checked') !== null")
            .await;
    })
    .await;
}

#[tokio::test]
async fn where_the_storage_is_blocked_the_page_works_and_says_so() {
    on_empty_page(async |page| {
        let blocked = "Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('blocked', 'SecurityError') } })";
        page.before_every_page(blocked).await;
        page.open(PLAN).await;
        page.until_status("Not saved").await;
        page.until_text("Your browser doesn’t let this site save anything.").await;
        rate(page, "Python", "Have it").await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.until_status("Not saved").await;
        // Within the visit nothing is lost.
        page.by_role("link", "Skills").await.click().await;
        page.back().await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        let save = page.by_role("button", "Download your answers as a file").await;
        let (_, file) = page.download(&save).await;
        assert!(
            String::from_utf8(file).unwrap().contains("\"rating\": \"python\", \"is\": \"have\"")
        );
        assert_eq!(page.console_errors().await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_full_store_is_told_and_written_again_once_there_is_room() {
    visit(PLAN, async |page| {
        rate(page, "Python", "Have it").await;
        page.until_status("Saved").await;
        let fill = "
            let size = 1 << 22, nth = 0;
            while (size > 0) {
                try { localStorage.setItem('filler-' + nth++, 'x'.repeat(size)) } catch { size >>= 1 }
            }";
        page.run(fill).await;
        rate(page, "Communication", "Have it").await;
        page.until_status("Not saved").await;
        page.until_text("There’s no space left for this site on your device.").await;
        page.by_role("button", "Download your answers as a file").await;
        page.run("for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)").await;
        rate(page, "ML frameworks", "Learning").await;
        page.until("saved", "return document.querySelector('.keeping').innerText === 'Saved'").await;
        page.reload().await;
        page.until_text("2 of 7 skills done, 5 to go.").await;
        assert_eq!(rated(page, "ml-frameworks").await, "Learning");
    })
    .await;
}

#[tokio::test]
async fn what_is_damaged_or_newer_is_neither_lost_nor_touched() {
    visit(PLAN, async |page| {
        rate(page, "Python", "Have it").await;
        page.until_status("Saved").await;
        // One of the two copies is damaged: the other holds, the damaged one is put aside and offered.
        let damage = "
            const key = Object.keys(localStorage).find((key) => key.includes(':answers:'));
            localStorage.setItem(key, localStorage.getItem(key).replace('have', 'hale'))";
        page.run(damage).await;
        page.reload().await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        rate(page, "Communication", "Have it").await;
        page.until_status("Saved").await;
        page.reload().await;
        let save = page.by_role("button", "Download what cannot be read").await;
        let (_, file) = page.download(&save).await;
        assert!(String::from_utf8(file).unwrap().contains("\"hale\""));

        let newer = "
            const key = Object.keys(localStorage).find((key) => /:answers:.*:\\d+\\.[ab]$/.test(key));
            localStorage.setItem(key, JSON.stringify({ format: 'career-ladder-answers', schema: 2 }));
            return localStorage.length";
        let keys = page.run(newer).await;
        page.reload().await;
        page.until_status("Not saved").await;
        page.until_text("A newer version of this site has saved answers here").await;
        rate(page, "Python", "Learning").await;
        page.until_status("Not saved").await;
        assert_eq!(page.run("return localStorage.length").await, keys);
        page.assert_that("left alone", "return Object.values(localStorage).some((text) => text.includes('\"schema\":2'))").await;
    })
    .await;
}
