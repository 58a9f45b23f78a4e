//! What the content security policy in `_headers` blocks. All other tests show that every page works with
//! it, because they fail if the console has errors.

use browser_tests::{Corruption, Engine, Page, SiteVersion, visit, with_page, with_site};
use std::fs;

/// Returns a response header of the page.
async fn header(page: &Page, name: &str) -> String {
    let script = format!("return (await fetch(location.href)).headers.get('{name}')");
    page.execute_async(&script).await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn all_headers_are_sent_and_the_meta_tag_has_the_same_policy() {
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
            "it would block the video player"
        );
        let policy = header(page, "Content-Security-Policy").await;
        let meta =
            "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
        let meta = page.execute(meta).await;
        // A page allows only the styles and scripts that it contains, and the header those of every page.
        let is_digest = |word: &&str| word.starts_with("'sha256-");
        let without_digests = |policy: &str| {
            policy
                .split([' ', ';'])
                .filter(|word| !word.is_empty() && !word.starts_with("'sha256-"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (meta, expected) =
            (meta.as_str().unwrap(), policy.replace("frame-ancestors 'none'; ", ""));
        assert_eq!(without_digests(meta), without_digests(&expected));
        let digests: Vec<_> = meta.split([' ', ';']).filter(is_digest).collect();
        assert_eq!(digests.len(), 3, "its styles, the theme script and the start script: {meta}");
        assert!(digests.iter().all(|digest| policy.contains(digest)), "{policy}");
        let cache_control = "const { href } = document.querySelector('link[rel=stylesheet]');
            return (await fetch(href)).headers.get('cache-control')";
        assert_eq!(page.execute_async(cache_control).await, "public, max-age=31536000, immutable");
    })
    .await;
}

/// Tries every kind of injection that a bug in our code could allow.
#[tokio::test]
async fn injected_scripts_and_styles_are_blocked() {
    visit("/", async |page| {
        page.allow_console_errors("Content Security Policy");
        // Firefox
        page.allow_console_errors("Content-Security-Policy");
        page.allow_console_errors("Trusted");
        page.allow_console_errors("TrustedHTML");
        for attempt in [
            "document.body.innerHTML = '<img src=x onerror=\"injected = 1\">'",
            "document.body.insertAdjacentHTML('beforeend', '<script>injected = 1</script>')",
            "document.write('<script>injected = 1</script>')",
            "window.eval('injected = 1')",
            "new window.Function('injected = 1')()",
            "window.setTimeout('injected = 1')",
            "Object.assign(document.createElement('script'), { src: 'https://example.org/x.js' })",
            "Object.assign(document.createElement('script'), { src: '/ladders/ai-developer.json' })",
            "Object.assign(document.createElement('script'), { text: 'injected = 1' })",
            "new Worker('/ladders/ai-developer.json')",
            "new Worker(URL.createObjectURL(new Blob(['injected = 1'])))",
            "navigator.serviceWorker.register('/ladders/ai-developer.json')",
            "trustedTypes.createPolicy('default', { createHTML: (text) => text })",
            "trustedTypes.createPolicy('another', { createHTML: (text) => text })",
        ] {
            // In a task of the page, because scripts from WebDriver may use `eval`.
            let run = format!(
                "return new Promise((tell) => setTimeout(async () => {{
                    try {{ await ({attempt}); tell('done') }} catch (why) {{ tell(why.name) }}
                }}))"
            );
            assert_ne!(page.execute(&run).await, "done", "{attempt}");
        }
        // These are blocked without an exception.
        page.execute(
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
        page.assert_true("no injected script ran", "return globalThis.injected === undefined").await;
        page.assert_true("the injected style is not applied", "return document.querySelector('h1').offsetHeight > 0").await;
    })
    .await;
}

#[tokio::test]
async fn only_the_video_player_can_be_framed_and_only_this_host_can_be_contacted() {
    visit("/", async |page| {
        page.allow_console_errors("Content Security Policy");
        // Firefox
        page.allow_console_errors("Content-Security-Policy");
        page.execute(
            "globalThis.violations = [];
            document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
            const add = (tag, src) => document.body.append(Object.assign(document.createElement(tag), { src }));
            add('iframe', 'https://example.org/');
            add('iframe', 'https://www.youtube.com/embed/x');
            add('iframe', location.href);
            add('img', 'https://example.org/x.png');
            fetch('https://example.org/').catch(() => {});",
        )
        .await;
        // Reported twice: for the header and for the meta tag.
        let all = "const count = (name) => violations.filter((directive) => directive === name).length;
            return count('connect-src') === 2 && count('img-src') === 2 && count('frame-src') === 6";
        page.wait_until("each request is blocked", all).await;
    })
    .await;
}

#[tokio::test]
async fn a_modified_program_is_not_run_and_the_page_stays_readable() {
    for extension in [".wasm", ".js"] {
        let site = SiteVersion::new(1);
        let file = fs::read_dir(site.folder().join("assets")).unwrap().flatten();
        let mut file = file.map(|entry| entry.path()).filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.starts_with("app-") && name.ends_with(extension)
        });
        let file = file.next().unwrap();
        let mut content = fs::read(&file).unwrap();
        // Whitespace changes only the digest.
        content.push(b'\n');
        fs::write(&file, content).unwrap();
        with_site(site.folder(), async |page| {
            page.open_without_waiting("/roles/cto").await;
            page.wait_for_text("Part of this page didn’t load").await;
            page.by_role("heading", "Responsibilities").await;
        })
        .await;
    }
}

/// Files may be cached for a year, so a corrupted copy must be replaced.
#[tokio::test]
async fn a_program_that_was_corrupted_once_is_fetched_again() {
    with_page(async |page| {
        Engine::WebKit.skip_in("needs a damaged script to leave the memory of the tab");
        page.server().corrupt("/assets/app-", Corruption::Normal);
        page.open_without_waiting("/").await;
        page.wait_for_text("Part of this page didn’t load").await;
        let is_fetched_again = "return performance.getEntriesByType('resource')
            .filter(({ name }) => /app-\\w+.js$/.test(name)).length > 1";
        page.wait_until("the JavaScript is fetched again", is_fetched_again).await;
        // The browser cache has a good copy now.
        page.reload().await;
        page.by_role("combobox", "Filter by skill").await;
    })
    .await;
}

#[tokio::test]
async fn all_scripts_and_styles_have_a_digest_and_no_file_is_fetched_twice() {
    visit("/", async |page| {
        let without_digest = "return [...document.querySelectorAll('script[src], link[rel=stylesheet]')]
            .filter((element) => !element.integrity.startsWith('sha256-')).map((element) => element.outerHTML)";
        assert_eq!(page.execute(without_digest).await, serde_json::json!([]));
        // Counted by the server, because the page may request a file that is already being preloaded.
        let mut assets = page.server().requested_paths();
        assets.retain(|path| path.starts_with("/assets/"));
        assert!(assets.len() >= 4, "{assets:?}");
        let requests = assets.len();
        assets.sort();
        assets.dedup();
        assert_eq!(assets.len(), requests, "{assets:#?}");
    })
    .await;
}
