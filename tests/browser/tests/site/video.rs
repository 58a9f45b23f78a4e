//! Videos: no other host is contacted before the visitor presses play.

use browser_tests::{Key, Page, visit};

const TITLE: &str = "How to Become an $300K AI Engineer in 2025 (complete roadmap)";

#[tokio::test]
async fn no_external_request_is_made_before_play() {
    visit("/", async |page| {
        for url in ["/roles/cto", "/roles/vp-of-ai", "/skills", "/"] {
            page.open(url).await;
        }
        page.open("/roles/vp-of-ai").await;
        let play = page.by_role("button", &format!("Play: {TITLE}")).await;
        page.execute("scrollTo(0, document.body.scrollHeight)").await;
        page.driver().action_chain().move_to_element_center(play.inner()).perform().await.unwrap();
        play.focus().await;
        assert!(page.requests().await.len() > 10);
        assert!(page.external_requests().await.is_empty(), "{:?}", page.external_requests().await);
        let hints =
            "return document.querySelectorAll('link[rel*=preconnect], link[rel*=dns]').length";
        assert_eq!(page.execute(hints).await, 0);
    })
    .await;
}

#[tokio::test]
async fn play_opens_and_focuses_the_player_at_the_start_time() {
    visit("/roles/vp-of-ai", async |page| {
        page.allow_console_errors("youtube-nocookie");
        page.by_role("button", &format!("Play: {TITLE}")).await.click().await;
        wait_for_focus_in_player(page).await;
        let frame = page.by_css("iframe").await;
        assert_eq!(frame.attribute("title").await.as_deref(), Some(TITLE));
        let address = frame.attribute("src").await.unwrap();
        let (player, parameters) = address.split_once('?').unwrap();
        assert_eq!(player, "https://www.youtube-nocookie.com/embed/ELGjEHefi4w");
        assert!(parameters.split('&').any(|pair| pair == "start=22"), "{address}");
        let policy = frame.attribute("referrerpolicy").await;
        assert_eq!(policy.as_deref(), Some("strict-origin-when-cross-origin"));
        assert_eq!(page.external_requests().await, [address]);
    })
    .await;
}

#[tokio::test]
async fn a_second_video_stops_the_first() {
    visit("/roles/cto", async |page| {
        page.allow_console_errors("youtube-nocookie");
        let titles = page.execute("return [...document.querySelectorAll('button.play')].map((play) => play.ariaLabel)").await;
        let titles: Vec<String> = serde_json::from_value(titles).unwrap();
        assert_eq!(titles.len(), 2, "{titles:?}");
        page.by_role("button", &titles[0]).await.click().await;
        wait_for_focus_in_player(page).await;
        page.by_role("button", &titles[1]).await.click().await;
        page.by_role("button", &titles[0]).await;
        let playing = "return [...document.querySelectorAll('iframe')].map((frame) => 'Play: ' + frame.title)";
        assert_eq!(page.execute(playing).await, serde_json::json!([titles[1]]));
        wait_for_focus_in_player(page).await;
    })
    .await;
}

#[tokio::test]
async fn the_poster_shows_title_provider_and_start_on_the_colour_of_the_role() {
    visit("/roles/vp-of-ai", async |page| {
        let play = page.by_role("button", &format!("Play: {TITLE}")).await;
        let text = play.text().await;
        assert!(text.contains(TITLE), "{text}");
        page.wait_for_text("YouTube, starts at 0:22").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn closing_the_player_returns_the_focus_to_play() {
    visit("/roles/vp-of-ai", async |page| {
        page.allow_console_errors("youtube-nocookie");
        let play = page.by_role("button", &format!("Play: {TITLE}")).await;
        play.focus().await;
        page.press(Key::Enter).await;
        wait_for_focus_in_player(page).await;
        page.wait_until_gone("button", &format!("Play: {TITLE}")).await;
        page.by_role("button", &format!("Close video: {TITLE}")).await.click().await;
        page.wait_for_focus("button", &format!("Play: {TITLE}")).await;
        page.wait_until_gone("button", &format!("Close video: {TITLE}")).await;
        assert_eq!(page.execute("return document.querySelectorAll('iframe').length").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_link_to_youtube_is_always_shown() {
    visit("/roles/vp-of-ai", async |page| {
        page.allow_console_errors("youtube-nocookie");
        let name = format!("Watch on YouTube {TITLE}");
        let link = page.by_role("link", &name).await;
        let address = link.attribute("href").await.unwrap();
        assert!(address.starts_with("https://www.youtube.com/watch?v=ELGjEHefi4w"), "{address}");
        assert!(address.contains("t=22"), "{address}");
        page.by_role("button", &format!("Play: {TITLE}")).await.click().await;
        wait_for_focus_in_player(page).await;
        assert!(page.by_role("link", &name).await.is_visible().await);
    })
    .await;
}

/// A video without a start time plays from the beginning.
#[tokio::test]
async fn a_role_lists_its_videos_with_their_notes() {
    visit("/roles/cto", async |page| {
        let titles: Vec<_> = page.names("button").await;
        let plays = titles.iter().filter(|name| name.starts_with("Play: ")).count();
        assert_eq!(plays, 2, "{titles:?}");
        page.wait_for_text("roadmap for long-term growth and specialization.").await;
        page.open("/roles/project-manager").await;
        page.allow_console_errors("youtube-nocookie");
        let play = "Play: Become An AI Engineer in 2025 | The 6 Step Roadmap";
        page.by_role("button", play).await.click().await;
        let address = page.by_css("iframe").await.attribute("src").await.unwrap();
        assert!(address.contains("/embed/PSWUr5E_OKY") && !address.contains("start="), "{address}");
    })
    .await;
}

async fn wait_for_focus_in_player(page: &Page) {
    let focused = "return document.activeElement.tagName === 'IFRAME'";
    page.wait_until("the focus is in the player", focused).await;
}
