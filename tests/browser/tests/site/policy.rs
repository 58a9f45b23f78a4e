//! The content security policy, sent as the generated header file has it: what it refuses. That every
//! page works under it is shown by all other tests, which end with a clean console.

use browser_tests::{Page, Version, on_empty_page, on_site, visit};
use std::fs;

/// Runs a script that waits for something.
async fn wait_for(page: &Page, script: &str) -> serde_json::Value {
    page.run(&format!("return (async () => {{ {script} }})()")).await
}

/// A header that the page came with.
async fn header(page: &Page, name: &str) -> String {
    let asked = format!("return (await fetch(location.href)).headers.get('{name}')");
    wait_for(page, &asked).await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn every_header_is_sent_and_the_meta_tag_says_the_same() {
    visit("/roles/cto/", async |page| {
        for (name, value) in [
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cache-Control", "no-cache"),
        ] {
            assert_eq!(header(page, name).await, value, "{name}");
        }
        assert!(header(page, "Permissions-Policy").await.contains("camera=()"));
        assert_eq!(
            header(page, "Cross-Origin-Embedder-Policy").await,
            "",
            "it would block the player"
        );
        let policy = header(page, "Content-Security-Policy").await;
        let meta =
            "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
        let without = policy.replace("frame-ancestors 'none'; ", "");
        assert_eq!(page.run(meta).await, without.as_str());
        let kept = "const { href } = document.querySelector('link[rel=stylesheet]');
            return (await fetch(href)).headers.get('cache-control')";
        assert_eq!(wait_for(page, kept).await, "public, max-age=31536000, immutable");
    })
    .await;
}

/// Each way in that a hole in our own code could open.
#[tokio::test]
async fn what_is_not_ours_does_not_run() {
    visit("/", async |page| {
        page.allow_in_console("Content Security Policy");
        page.allow_in_console("Trusted");
        page.allow_in_console("TrustedHTML");
        for attempt in [
            "document.body.innerHTML = '<img src=x onerror=\"injected = 1\">'",
            "document.body.insertAdjacentHTML('beforeend', '<script>injected = 1</script>')",
            "document.write('<script>injected = 1</script>')",
            "eval('injected = 1')",
            "new Function('injected = 1')()",
            "setTimeout('injected = 1')",
            "Object.assign(document.createElement('script'), { src: 'https://example.org/x.js' })",
            "Object.assign(document.createElement('script'), { src: '/ladders/ai-developer.json' })",
            "Object.assign(document.createElement('script'), { text: 'injected = 1' })",
            "new Worker('/ladders/ai-developer.json')",
            "new Worker(URL.createObjectURL(new Blob(['injected = 1'])))",
            "navigator.serviceWorker.register('/ladders/ai-developer.json')",
            "trustedTypes.createPolicy('default', { createHTML: (text) => text })",
            "trustedTypes.createPolicy('another', { createHTML: (text) => text })",
        ] {
            // In a task of the page's own: the driver's may evaluate texts.
            let refused = format!(
                "return new Promise((tell) => setTimeout(async () => {{
                    try {{ await ({attempt}); tell('done') }} catch (why) {{ tell(why.name) }}
                }}))"
            );
            assert_ne!(page.run(&refused).await, "done", "{attempt}");
        }
        // These are refused without a word to the script.
        page.run(
            "const script = document.createElement('script');
            script.append('injected = 1');
            const link = Object.assign(document.createElement('a'), { href: 'javascript:injected = 1' });
            const style = Object.assign(document.createElement('style'), { textContent: '* { display: none }' });
            document.body.append(link, style);
            try { document.body.append(script) } catch {}
            try { document.body.setAttribute('onclick', 'injected = 1') } catch {}
            link.click()",
        )
        .await;
        page.assert_that("nothing was injected", "return globalThis.injected === undefined").await;
        page.assert_that("the page is shown", "return document.querySelector('h1').offsetHeight > 0").await;
    })
    .await;
}

#[tokio::test]
async fn only_the_player_is_framed_and_only_this_host_is_asked() {
    visit("/", async |page| {
        page.allow_in_console("Content Security Policy");
        page.run(
            "globalThis.refused = [];
            document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
            const add = (tag, src) => document.body.append(Object.assign(document.createElement(tag), { src }));
            add('iframe', 'https://example.org/');
            add('iframe', 'https://www.youtube.com/embed/x');
            add('iframe', location.href);
            add('img', 'https://example.org/x.png');
            fetch('https://example.org/').catch(() => {});",
        )
        .await;
        // Told once for the header and once for the meta tag.
        let all = "const of = (what) => refused.filter((directive) => directive === what).length;
            return of('connect-src') === 2 && of('img-src') === 2 && of('frame-src') === 6";
        page.until("each is refused", all).await;
    })
    .await;
}

/// A part that was changed on the way is not run, and what can be read stays.
#[tokio::test]
async fn a_program_or_script_that_differs_from_its_digest_is_refused() {
    for ending in [".wasm", ".js"] {
        let damaged = Version::new(1);
        let file = fs::read_dir(damaged.folder().join("assets")).unwrap().flatten();
        let mut file = file.map(|entry| entry.path()).filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.starts_with("career-ladder-") && name.ends_with(ending)
        });
        let file = file.next().unwrap();
        let mut content = fs::read(&file).unwrap();
        // White space changes nothing of a script but its digest.
        content.push(b'\n');
        fs::write(&file, content).unwrap();
        on_site(damaged.folder(), async |page| {
            page.open_without_waiting("/roles/cto").await;
            page.until_text("Part of this page didn’t load").await;
            page.by_role("heading", "Responsibilities").await;
        })
        .await;
    }
}

/// A browser may keep a file for a year, so one that it keeps damaged must not stay.
#[tokio::test]
async fn a_program_that_arrived_damaged_once_is_fetched_anew() {
    on_empty_page(async |page| {
        page.server().damage_at_first("/assets/career-ladder-");
        page.open_without_waiting("/").await;
        page.until_text("Part of this page didn’t load").await;
        let twice = "return performance.getEntriesByType('resource')
            .filter(({ name }) => /career-ladder-\\w+.js$/.test(name)).length > 1";
        page.until("its JavaScript is fetched anew", twice).await;
        // It opens with what the browser keeps now; the program was asked for anew at once.
        page.reload().await;
        page.by_role("combobox", "Filter by skill").await;
    })
    .await;
}

#[tokio::test]
async fn every_script_and_style_has_a_digest_and_nothing_is_fetched_twice() {
    visit("/", async |page| {
        let without = "return [...document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=modulepreload]')]
            .filter((element) => !element.integrity.startsWith('sha256-')).map((element) => element.outerHTML)";
        assert_eq!(page.run(without).await, serde_json::json!([]));
        // By the server's count: a page may ask for what is on its way already.
        let mut assets = page.server().asked();
        assets.retain(|path| path.starts_with("/assets/"));
        assert!(assets.len() > 4, "{assets:?}");
        let asked = assets.len();
        assets.sort();
        assets.dedup();
        assert_eq!(assets.len(), asked, "{assets:#?}");
    })
    .await;
}
