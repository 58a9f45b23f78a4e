//! Opening a ladder from a URL of another site.

use browser_tests::{
    Engine, MockResponse, MockSite, Page, project, site_with_connect_src, with_site,
};
use large_ladder::{Size, large_ladder};
use std::time::Instant;

const DEFAULT: &str = "Career Progression for AI Developers";

/// Returns a small ladder.
fn ladder(title: &str) -> String {
    format!(
        r#"{{"format": 1, "id": "small", "title": "{title}", "roles": [{{"id": "one", "title": "One"}}]}}"#
    )
}

/// Visits the site with a policy that allows connections to other hosts.
async fn visit(url: &str, test: impl AsyncFnOnce(&Page)) {
    visit_with_connect_src("'self' http://127.0.0.1:*", url, test).await;
}

/// Visits the site with a policy that allows connections only to these sources.
async fn visit_with_connect_src(sources: &str, url: &str, test: impl AsyncFnOnce(&Page)) {
    with_site(site_with_connect_src(sources), async |page| {
        page.open(url).await;
        test(page).await;
        page.assert_no_console_errors().await;
    })
    .await;
}

/// Types a URL on the page that opens ladders, and submits it.
async fn open(page: &Page, url: &str) {
    let field = page.by_role("textbox", "Ladder URL").await;
    field.clear().await;
    field.type_text(url).await;
    page.by_role("button", "Open").await.click().await;
}

#[tokio::test]
async fn a_url_of_another_site_is_fetched_only_after_confirmation() {
    let site = MockSite::start(vec![("/l.json", MockResponse::json(ladder("Theirs")))]).await;
    visit("/", async |page| {
        let link = format!("/?ladder={}", site.url("/l.json"));
        page.open(&link).await;
        let question = format!("Open a ladder from {}?", site.host());
        page.by_role("heading", &question).await;
        page.assert_accessible().await;
        assert_eq!(site.request_count(), 0, "nothing is fetched before the confirmation");

        page.by_role("button", "Open ladder").await.click().await;
        page.by_role("heading", "Theirs").await;
        let banner = page.by_role("complementary", "Open ladder").await;
        assert!(banner.text().await.contains(site.host()), "{}", banner.text().await);
        let main = page.by_role("navigation", "Main").await;
        let skills = page.by_role_in(&main, "link", "Skills").await;
        assert!(skills.attribute("href").await.unwrap_or_default().contains("ladder=http"));

        // A confirmed URL needs no second confirmation.
        page.reload().await;
        page.by_role("heading", "Theirs").await;
    })
    .await;
}

#[tokio::test]
async fn an_error_is_explained_and_keeps_the_ladder_and_the_url() {
    let large = vec![b' '; 17 * 1024 * 1024];
    let site = MockSite::start(vec![
        ("/page", MockResponse::html()),
        ("/gone", MockResponse::json("").with_status(410)),
        ("/large", MockResponse::json(large)),
        ("/own", MockResponse::json(ladder("Theirs")).without_cors()),
        ("/latin", MockResponse::json(b"{\n\"title\": \"caf\xe9\"}".to_vec())),
    ])
    .await;
    visit("/open", async |page| {
        page.allow_console_errors(site.host());
        for (path, message) in [
            ("/page", "sent a web page, not a ladder file."),
            ("/gone", "Nothing found at this URL"),
            ("/large", "This file is too large"),
            ("/own", "doesn’t allow other sites to read"),
            ("/latin", "line 2 can’t be read"),
        ] {
            open(page, &site.url(path)).await;
            page.wait_for_status(message).await;
            page.by_role("heading", "Couldn’t open this ladder").await;
            page.wait_until("it has the focus", "return document.activeElement.tagName === 'H2'")
                .await;
            assert_eq!(page.url().await, "/open");
            let field = page.by_role("textbox", "Ladder URL").await;
            assert_eq!(field.value().await, site.url(path));
        }
        page.assert_accessible().await;
        page.by_role("link", &format!("Back to {DEFAULT}")).await.click().await;
        page.by_role("heading", DEFAULT).await;
    })
    .await;
}

#[tokio::test]
async fn a_host_blocked_by_the_content_security_policy_has_its_own_message() {
    let site = MockSite::start(vec![("/l.json", MockResponse::json(ladder("Theirs")))]).await;
    visit_with_connect_src("'self'", "/open", async |page| {
        page.allow_console_errors(site.host());
        open(page, &site.url("/l.json")).await;
        // WebKit does not say that it was the policy, so the page names what else it may have been.
        Engine::WebKit.skip_in("needs to be told which directive blocked a request");
        page.wait_for_status("This site isn’t allowed to connect to").await;
        assert_eq!(site.request_count(), 0);
    })
    .await;
}

#[tokio::test]
async fn loading_can_be_cancelled_and_tried_again() {
    let endless = MockResponse::json(ladder("Theirs")).that_never_ends();
    let site = MockSite::start(vec![("/l.json", endless)]).await;
    visit("/open", async |page| {
        open(page, &site.url("/l.json")).await;
        page.by_role("progressbar", "Progress").await;
        page.by_role("button", "Cancel").await.click().await;
        page.wait_for_status("Cancelled. Nothing has changed.").await;
        site.set_response("/l.json", MockResponse::json(ladder("Theirs")));
        page.by_role("button", "Try again").await.click().await;
        page.by_role("heading", "Theirs").await;
    })
    .await;
}

#[tokio::test]
async fn a_ladder_opened_before_works_without_its_site_until_it_is_forgotten() {
    let site = MockSite::start(vec![("/l.json", MockResponse::json(ladder("Theirs")))]).await;
    visit("/open", async |page| {
        Engine::WebKit.skip_in("keeps opened ladders, which private sessions of WebKit do not");
        page.allow_console_errors(site.host());
        open(page, &site.url("/l.json")).await;
        page.by_role("heading", "Theirs").await;
        page.wait_until(
            "the text is cached",
            "return (localStorage.getItem('career-ladder:opened') ?? '').includes('kept')",
        )
        .await;

        site.stop();
        page.reload().await;
        page.by_role("heading", "Theirs").await;
        let banner = page.by_role("complementary", "Open ladder").await;
        assert!(banner.text().await.contains("saved copy"), "{}", banner.text().await);

        page.open("/open").await;
        page.by_role("link", "Theirs").await;
        page.by_role("button", "Remove Theirs").await.click().await;
        page.wait_for_text("Nothing here yet.").await;
        page.wait_for_focus("heading", "Recently opened").await;
        page.wait_until(
            "the cached text is deleted",
            "return caches.open('career-ladder:kept').then((cache) => cache.keys())
                .then((keys) => keys.length === 0)",
        )
        .await;
        page.open(&format!("/?ladder={}", site.url("/l.json"))).await;
        page.by_role("button", "Open ladder").await.click().await;
        page.wait_for_status("didn’t respond, or doesn’t allow").await;
    })
    .await;
}

#[tokio::test]
async fn a_ladder_opens_without_storage() {
    let site = MockSite::start(vec![("/l.json", MockResponse::json(ladder("Theirs")))]).await;
    visit("/open", async |page| {
        page.block_storage().await;
        page.open("/open").await;
        open(page, &site.url("/l.json")).await;
        page.by_role("heading", "Theirs").await;
    })
    .await;
}

/// Records the longest time in milliseconds for which the main thread was blocked while the progress was
/// shown.
const MEASURE_BLOCKING: &str = "
    globalThis.longest = 0;
    let last = performance.now(), before = false;
    setInterval(() => {
        const now = performance.now();
        const shown = document.querySelector('.load-status[data-kind=progress]') !== null;
        if (before) globalThis.longest = Math.max(globalThis.longest, now - last);
        [last, before] = [now, shown];
    }, 5)";

#[tokio::test]
async fn the_page_stays_responsive_while_a_large_ladder_is_read() {
    let large = large_ladder(Size::CATALOGUE);
    let site = MockSite::start(vec![("/large.json", MockResponse::json(large).held())]).await;
    let link = format!("/open?ladder={}", site.url("/large.json"));
    visit("/open", async |page| {
        page.add_init_script(MEASURE_BLOCKING).await;
        page.open(&link).await;
        page.by_role("button", "Open ladder").await.click().await;
        page.by_role("progressbar", "Progress").await;
        let start = Instant::now();
        site.release();
        page.by_role("complementary", "Open ladder").await;
        // Compared with the whole, because machines differ. If the page itself read the ladder, it would be
        // blocked nearly all of the time.
        let total = start.elapsed().as_secs_f64() * 1_000.0;
        let longest = page.execute("return globalThis.longest").await.as_f64().unwrap_or(f64::MAX);
        assert!(longest > 0.0, "the time should be measured");
        assert!(longest < total / 2.0, "the main thread was blocked for {longest} of {total} ms");
    })
    .await;
}

/// The timers of the reader run a hundred times as fast, so that its timeout of 15 seconds ends at once.
#[tokio::test]
async fn a_ladder_that_takes_too_long_times_out() {
    let endless = MockResponse::json(ladder("Theirs")).that_never_ends();
    let site = MockSite::start(vec![("/l.json", endless)]).await;
    visit("/open", async |page| {
        let script = "return document.querySelector('script[data-reader]').dataset.reader";
        let script = page.execute(script).await.as_str().unwrap_or_default().to_owned();
        let file = project::dist().join(script.trim_start_matches('/'));
        let accelerated = format!(
            "const timeout = AbortSignal.timeout.bind(AbortSignal);\nAbortSignal.timeout = (ms) => timeout(ms / 100);\n{}",
            std::fs::read_to_string(file).unwrap_or_default()
        );
        page.server().serve_document(&script, accelerated);
        // The service worker refuses it, which Firefox reports.
        page.allow_console_errors("sw.js");
        open(page, &site.url("/l.json")).await;
        page.wait_for_status("didn’t respond within 15 seconds").await;
        page.by_role("button", "Try again").await;
        page.by_role("link", &format!("Back to {DEFAULT}")).await;
    })
    .await;
}

#[tokio::test]
async fn the_page_explains_which_hosts_are_allowed_and_when_it_is_offline() {
    visit("/open", async |page| {
        page.wait_for_text("can’t open ladders from other sites").await;
        page.assert_true(
            "the offline message is hidden",
            "return !document.body.innerText.includes('You’re offline')",
        )
        .await;
        // The script that watches the connection loads when the page is idle.
        let is_loaded = "return performance.getEntriesByType('resource')
            .some(({ name }) => name.includes('/offline-'))";
        page.wait_until("the connection is watched", is_loaded).await;
        page.set_offline(true).await;
        page.wait_for_text("You’re offline. URLs need a connection").await;
    })
    .await;
}
