//! A video: nothing is asked of anyone before a press on play.

use browser_tests::{Key, Page, visit};

const TITLE: &str = "How to Become an $300K AI Engineer in 2025 (complete roadmap)";

#[tokio::test]
async fn no_other_host_hears_of_a_visit() {
    visit("/", async |page| {
        for address in ["/roles/cto", "/roles/vp-of-ai", "/skills", "/"] {
            page.open(address).await;
        }
        page.open("/roles/vp-of-ai").await;
        let play = page.by_role("button", &format!("Play: {TITLE}")).await;
        page.run("scrollTo(0, document.body.scrollHeight)").await;
        page.driver().action_chain().move_to_element_center(play.inner()).perform().await.unwrap();
        play.focus().await;
        assert!(page.requests().await.len() > 10);
        assert!(page.foreign_requests().await.is_empty(), "{:?}", page.foreign_requests().await);
        let hints =
            "return document.querySelectorAll('link[rel*=preconnect], link[rel*=dns]').length";
        assert_eq!(page.run(hints).await, 0);
    })
    .await;
}

#[tokio::test]
async fn play_opens_the_player_at_its_second_with_the_focus_in_it() {
    visit("/roles/vp-of-ai", async |page| {
        page.allow_in_console("youtube-nocookie");
        page.by_role("button", &format!("Play: {TITLE}")).await.click().await;
        until_frame_has_the_focus(page).await;
        let frame = page.css("iframe").await;
        assert_eq!(frame.attribute("title").await.as_deref(), Some(TITLE));
        let address = frame.attribute("src").await.unwrap();
        let (player, parameters) = address.split_once('?').unwrap();
        assert_eq!(player, "https://www.youtube-nocookie.com/embed/ELGjEHefi4w");
        assert!(parameters.split('&').any(|pair| pair == "start=22"), "{address}");
        let policy = frame.attribute("referrerpolicy").await;
        assert_eq!(policy.as_deref(), Some("strict-origin-when-cross-origin"));
        assert_eq!(page.foreign_requests().await, [address]);
    })
    .await;
}

#[tokio::test]
async fn close_gives_the_focus_back_to_play() {
    visit("/roles/vp-of-ai", async |page| {
        page.allow_in_console("youtube-nocookie");
        let play = page.by_role("button", &format!("Play: {TITLE}")).await;
        play.focus().await;
        page.press(Key::Enter).await;
        until_frame_has_the_focus(page).await;
        page.until_gone("button", &format!("Play: {TITLE}")).await;
        page.by_role("button", "Close the player").await.click().await;
        page.until_focused("button", &format!("Play: {TITLE}")).await;
        page.until_gone("button", "Close the player").await;
        assert_eq!(page.run("return document.querySelectorAll('iframe').length").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_way_to_watch_it_elsewhere_is_always_there() {
    visit("/roles/vp-of-ai", async |page| {
        page.allow_in_console("youtube-nocookie");
        let name = format!("Watch on YouTube {TITLE}");
        let link = page.by_role("link", &name).await;
        let address = link.attribute("href").await.unwrap();
        assert!(address.starts_with("https://www.youtube.com/watch?v=ELGjEHefi4w"), "{address}");
        assert!(address.contains("t=22"), "{address}");
        page.by_role("button", &format!("Play: {TITLE}")).await.click().await;
        until_frame_has_the_focus(page).await;
        assert!(page.by_role("link", &name).await.is_shown().await);
    })
    .await;
}

/// The same video at two roles starts at its beginning; seven places show six videos.
#[tokio::test]
async fn every_role_has_its_videos_with_why_they_help() {
    visit("/roles/cto", async |page| {
        let titles: Vec<_> = page.names("button").await;
        let plays = titles.iter().filter(|name| name.starts_with("Play: ")).count();
        assert_eq!(plays, 2, "{titles:?}");
        page.until_text("roadmap for long-term growth and specialization.").await;
        page.open("/roles/project-manager").await;
        page.allow_in_console("youtube-nocookie");
        let play = "Play: Become An AI Engineer in 2025 | The 6 Step Roadmap";
        page.by_role("button", play).await.click().await;
        let address = page.css("iframe").await.attribute("src").await.unwrap();
        assert!(address.contains("/embed/PSWUr5E_OKY") && !address.contains("start="), "{address}");
    })
    .await;
}

async fn until_frame_has_the_focus(page: &Page) {
    let focused = "return document.activeElement.tagName === 'IFRAME'";
    page.until("the focus is in the player", focused).await;
}
