//! Light and dark, and motion, as the visitor's system or the visitor has it.

use browser_tests::{Page, Scheme, visit};

#[tokio::test]
async fn without_a_choice_it_follows_the_system() {
    visit("/", async |page| {
        page.by_role("button", "Colours: as the system has them").await;
        page.color_scheme(Scheme::Light).await;
        assert!(!is_dark(page).await);
        page.color_scheme(Scheme::Dark).await;
        assert!(is_dark(page).await);
    })
    .await;
}

#[tokio::test]
async fn a_choice_holds_against_the_system_across_pages_and_visits() {
    visit("/", async |page| {
        page.color_scheme(Scheme::Light).await;
        // The first press is one that shows: away from what the system has.
        page.by_role("button", "Colours: as the system has them").await.click().await;
        page.by_role("button", "Colours: dark").await;
        assert!(is_dark(page).await);
        page.reload().await;
        page.by_role("button", "Colours: dark").await;
        assert!(is_dark(page).await);
        page.open("/skills").await;
        assert!(is_dark(page).await);
        page.by_role("button", "Colours: dark").await.click().await;
        page.by_role("button", "Colours: light").await.click().await;
        page.by_role("button", "Colours: as the system has them").await;
        assert!(!is_dark(page).await);
        page.reload().await;
        page.by_role("button", "Colours: as the system has them").await;
        assert!(!is_dark(page).await);
    })
    .await;
}

/// The choice is there before anything is drawn: a page that begins light would flash.
#[tokio::test]
async fn a_remembered_choice_is_there_before_the_program() {
    visit("/", async |page| {
        page.color_scheme(Scheme::Light).await;
        page.run("localStorage.setItem('career-ladder:theme', 'dark')").await;
        page.block("*.wasm").await;
        page.allow_in_console("BLOCKED_BY_CLIENT");
        page.open_without_waiting("/").await;
        assert!(is_dark(page).await);
    })
    .await;
}

#[tokio::test]
async fn nonsense_in_the_storage_counts_as_no_choice() {
    visit("/", async |page| {
        page.run("localStorage.setItem('career-ladder:theme', '<dark')").await;
        page.reload().await;
        page.by_role("button", "Colours: as the system has them").await;
    })
    .await;
}

#[tokio::test]
async fn a_wish_for_less_motion_is_granted_on_every_page() {
    visit("/", async |page| {
        // So that the test sees motion where there is some.
        assert_ne!(moving(page).await, 0, "without the wish something moves");
        page.reduced_motion().await;
        for address in ["/", "/roles/cto", "/skills", "/skills/python"] {
            page.open(address).await;
            assert_eq!(moving(page).await, 0, "{address}");
        }
    })
    .await;
}

/// How many elements take time over a transition or an animation.
async fn moving(page: &Page) -> u64 {
    let count = "
        const takes = (list) => list.split(',').some((time) => parseFloat(time) > 0.001);
        const moves = (style) => style.animationName !== 'none' && takes(style.animationDuration)
            || takes(style.transitionDuration);
        const styles = [...document.querySelectorAll('*')]
            .flatMap((element) => [null, '::before', '::after'].map((part) => getComputedStyle(element, part)));
        const scrolls = getComputedStyle(document.documentElement).scrollBehavior === 'smooth';
        return styles.filter(moves).length + (scrolls ? 1 : 0)";
    page.run(count).await.as_u64().unwrap()
}

/// Whether the paper is darker than the ink.
async fn is_dark(page: &Page) -> bool {
    let lightness = "
        const light = (color) => {
            const pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
            const paint = pixel.getContext('2d');
            paint.fillStyle = color;
            paint.fillRect(0, 0, 1, 1);
            return paint.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b);
        };
        const { backgroundColor, color } = getComputedStyle(document.documentElement);
        return light(backgroundColor) < light(color)";
    page.run(lightness).await == true
}
