//! Opening a ladder from an address of another site.

use browser_tests::{Answer, Elsewhere, Page, connecting_to, on_site, project};
use large_ladder::{Size, large_ladder};

const OWN: &str = "Career Progression for AI Developers";

/// A small ladder.
fn ladder(title: &str) -> String {
    format!(
        r#"{{"format": 1, "id": "small", "title": "{title}", "roles": [{{"id": "one", "title": "One"}}]}}"#
    )
}

/// Visits the site as a publisher builds it who lets its pages ask other hosts too.
async fn visit(address: &str, steps: impl AsyncFnOnce(&Page)) {
    visit_where("'self' http://127.0.0.1:*", address, steps).await;
}

/// Visits the site with a policy that lets its pages connect to these sources and no others.
async fn visit_where(sources: &str, address: &str, steps: impl AsyncFnOnce(&Page)) {
    on_site(connecting_to(sources), async |page| {
        page.open(address).await;
        steps(page).await;
        let errors = page.console_errors().await;
        assert!(errors.is_empty(), "the console is not clean:\n{}", errors.join("\n"));
    })
    .await;
}

/// Types an address into the page that opens ladders.
async fn open(page: &Page, address: &str) {
    let field = page.by_role("textbox", "Address of a ladder").await;
    field.clear().await;
    field.type_text(address).await;
    page.by_role("button", "Open").await.click().await;
}

#[tokio::test]
async fn a_link_to_another_site_asks_first_and_says_whose_ladder_it_is() {
    let elsewhere = Elsewhere::start(vec![("/l.json", Answer::document(ladder("Theirs")))]).await;
    visit("/", async |page| {
        let link = format!("/?ladder={}", elsewhere.address("/l.json"));
        page.open(&link).await;
        let question = format!("Open a ladder from {}?", elsewhere.host());
        page.by_role("heading", &question).await;
        page.assert_accessible().await;
        assert_eq!(elsewhere.asked(), 0, "nothing is asked before a press");

        page.by_role("button", "Open it").await.click().await;
        page.by_role("heading", "Theirs").await;
        let banner = page.by_role("complementary", "Open ladder").await;
        assert!(banner.text().await.contains(elsewhere.host()), "{}", banner.text().await);
        let main = page.by_role("navigation", "Main").await;
        let skills = page.by_role_in(&main, "link", "Skills").await;
        assert!(skills.attribute("href").await.unwrap_or_default().contains("ladder=http"));

        // Once agreed to, the address is not asked about again.
        page.reload().await;
        page.by_role("heading", "Theirs").await;
    })
    .await;
}

#[tokio::test]
async fn what_fails_says_why_and_keeps_the_ladder_and_the_address() {
    let large = vec![b' '; 17 * 1024 * 1024];
    let elsewhere = Elsewhere::start(vec![
        ("/page", Answer::web_page()),
        ("/gone", Answer::document("").with_status(410)),
        ("/large", Answer::document(large)),
        ("/own", Answer::document(ladder("Theirs")).for_itself()),
        ("/latin", Answer::document(b"{\n\"title\": \"caf\xe9\"}".to_vec())),
    ])
    .await;
    visit("/open", async |page| {
        page.allow_in_console(elsewhere.host());
        for (path, told) in [
            ("/page", "is a web page (HTML) and not a ladder."),
            ("/gone", "has nothing at this address."),
            ("/large", "larger than 16 MiB"),
            ("/own", "does not let other sites read"),
            ("/latin", "line 2 is the first"),
        ] {
            open(page, &elsewhere.address(path)).await;
            page.until_status(told).await;
            page.by_role("heading", "This ladder could not be opened").await;
            assert_eq!(page.address().await, "/open");
            let field = page.by_role("textbox", "Address of a ladder").await;
            assert_eq!(field.value().await, elsewhere.address(path));
        }
        page.assert_accessible().await;
        page.by_role("link", &format!("Back to {OWN}")).await.click().await;
        page.by_role("heading", OWN).await;
    })
    .await;
}

#[tokio::test]
async fn a_host_that_the_sites_policy_forbids_is_told_apart() {
    let elsewhere = Elsewhere::start(vec![("/l.json", Answer::document(ladder("Theirs")))]).await;
    visit_where("'self'", "/open", async |page| {
        page.allow_in_console(elsewhere.host());
        open(page, &elsewhere.address("/l.json")).await;
        page.until_status("This site’s own rules do not let its pages ask").await;
        assert_eq!(elsewhere.asked(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_document_that_never_ends_can_be_cancelled() {
    let endless = Answer::document(ladder("Theirs")).without_end();
    let elsewhere = Elsewhere::start(vec![("/l.json", endless)]).await;
    visit("/open", async |page| {
        open(page, &elsewhere.address("/l.json")).await;
        page.by_role("progressbar", "Progress").await;
        page.by_role("button", "Cancel").await.click().await;
        page.until_status("You stopped it").await;
        elsewhere.change("/l.json", Answer::document(ladder("Theirs")));
        page.by_role("button", "Try again").await.click().await;
        page.by_role("heading", "Theirs").await;
    })
    .await;
}

#[tokio::test]
async fn a_ladder_opened_before_is_there_without_its_site_and_can_be_forgotten() {
    let elsewhere = Elsewhere::start(vec![("/l.json", Answer::document(ladder("Theirs")))]).await;
    visit("/open", async |page| {
        page.allow_in_console(elsewhere.host());
        open(page, &elsewhere.address("/l.json")).await;
        page.by_role("heading", "Theirs").await;
        page.until(
            "its text is kept",
            "return (localStorage.getItem('career-ladder:opened') ?? '').includes('kept')",
        )
        .await;

        elsewhere.stop();
        page.reload().await;
        page.by_role("heading", "Theirs").await;
        let banner = page.by_role("complementary", "Open ladder").await;
        assert!(banner.text().await.contains("a kept copy"), "{}", banner.text().await);

        page.open("/open").await;
        page.by_role("link", "Theirs").await;
        page.by_role("button", "Forget Theirs").await.click().await;
        page.until_text("None yet.").await;
        page.until_focused("heading", "Opened before").await;
        page.until(
            "its text is forgotten",
            "return caches.open('career-ladder:kept').then((cache) => cache.keys())
                .then((keys) => keys.length === 0)",
        )
        .await;
        page.open(&format!("/?ladder={}", elsewhere.address("/l.json"))).await;
        page.by_role("button", "Open it").await.click().await;
        page.until_status("Nothing came from").await;
    })
    .await;
}

#[tokio::test]
async fn blocked_storage_keeps_nothing_from_opening() {
    let elsewhere = Elsewhere::start(vec![("/l.json", Answer::document(ladder("Theirs")))]).await;
    visit("/open", async |page| {
        page.before_every_page(
            "Object.defineProperty(window, 'localStorage',
                { get() { throw new DOMException('blocked', 'SecurityError') } })",
        )
        .await;
        page.open("/open").await;
        open(page, &elsewhere.address("/l.json")).await;
        page.by_role("heading", "Theirs").await;
    })
    .await;
}

/// Notes the longest time for which the page did not answer while it showed the progress, in
/// thousandths of a second.
const METER: &str = "
    globalThis.longest = 0;
    let last = performance.now(), before = false;
    setInterval(() => {
        const now = performance.now();
        const shown = document.querySelector('.attempt[data-kind=progress]') !== null;
        if (before) longest = Math.max(longest, now - last);
        [last, before] = [now, shown];
    }, 5)";

#[tokio::test]
async fn the_page_answers_while_a_large_ladder_is_read() {
    let large = large_ladder(Size::CATALOGUE);
    let elsewhere = Elsewhere::start(vec![("/large.json", Answer::document(large))]).await;
    let link = format!("/open?ladder={}", elsewhere.address("/large.json"));
    visit("/open", async |page| {
        page.before_every_page(METER).await;
        page.open(&link).await;
        page.by_role("button", "Open it").await.click().await;
        // What else the machine does only adds, so the least of a few counts.
        let mut least = f64::MAX;
        for _ in 0..4 {
            page.by_role("complementary", "Open ladder").await;
            let longest = page.run("return globalThis.longest").await.as_f64().unwrap_or(f64::MAX);
            assert!(longest > 0.0, "the progress was never shown");
            least = least.min(longest);
            if least < 200.0 {
                return;
            }
            // It was agreed to, so from here on the link opens it at once.
            page.open(&link).await;
        }
        panic!("the page did not answer for {least} ms");
    })
    .await;
}

/// Time passes a hundred times as fast for the reader, so that its fifteen seconds are over at once.
#[tokio::test]
async fn a_document_that_takes_too_long_is_given_up() {
    let endless = Answer::document(ladder("Theirs")).without_end();
    let elsewhere = Elsewhere::start(vec![("/l.json", endless)]).await;
    visit("/open", async |page| {
        let script = "return document.querySelector('script[data-reader]').dataset.reader";
        let script = page.run(script).await.as_str().unwrap_or_default().to_owned();
        let file = project::dist().join(script.trim_start_matches('/'));
        let hurried = format!(
            "const wait = globalThis.setTimeout; globalThis.setTimeout = (then, ms) => wait(then, ms / 100);\n{}",
            std::fs::read_to_string(file).unwrap_or_default()
        );
        page.server().offer(&script, hurried);
        open(page, &elsewhere.address("/l.json")).await;
        page.until_status("took longer than 15 seconds").await;
        page.by_role("button", "Try again").await;
        page.by_role("link", &format!("Back to {OWN}")).await;
    })
    .await;
}

#[tokio::test]
async fn what_may_be_asked_is_told_beforehand() {
    visit("/open", async |page| {
        page.until_text("lets its pages ask no other host for a ladder").await;
        page.assert_that(
            "offline is not told",
            "return !document.body.innerText.includes('You are offline')",
        )
        .await;
        // What watches the connection comes once the page has nothing else to do.
        let watched = "return performance.getEntriesByType('resource')
            .some(({ name }) => name.includes('/offline-'))";
        page.until("the connection is watched", watched).await;
        page.connection(false).await;
        page.until_text("You are offline: an address can be asked once you are connected again.")
            .await;
    })
    .await;
}
