//! Color theme and reduced motion, set by the system or by the visitor.

use browser_tests::{ColorScheme, Page, visit};

#[tokio::test]
async fn the_theme_follows_the_system_by_default() {
    visit("/", async |page| {
        page.by_role("button", "Theme: system").await;
        page.emulate_color_scheme(ColorScheme::Light).await;
        assert!(!is_dark(page).await);
        page.emulate_color_scheme(ColorScheme::Dark).await;
        assert!(is_dark(page).await);
    })
    .await;
}

#[tokio::test]
async fn a_selected_theme_overrides_the_system_on_all_pages_and_after_a_reload() {
    visit("/", async |page| {
        page.emulate_color_scheme(ColorScheme::Light).await;
        // The first click selects the opposite of the system, so that it has a visible effect.
        page.by_role("button", "Theme: system").await.click().await;
        page.by_role("button", "Theme: dark").await;
        assert!(is_dark(page).await);
        page.reload().await;
        page.by_role("button", "Theme: dark").await;
        assert!(is_dark(page).await);
        page.open("/skills").await;
        assert!(is_dark(page).await);
        page.by_role("button", "Theme: dark").await.click().await;
        page.by_role("button", "Theme: light").await.click().await;
        page.by_role("button", "Theme: system").await;
        assert!(!is_dark(page).await);
        page.reload().await;
        page.by_role("button", "Theme: system").await;
        assert!(!is_dark(page).await);
    })
    .await;
}

#[tokio::test]
async fn a_selected_theme_can_be_deleted_at_once() {
    visit("/plan", async |page| {
        page.wait_until_gone("button", "Delete my data").await;
        page.by_role("button", "Theme: system").await.click().await;
        page.by_role("button", "Delete my data").await.click().await;
        page.wait_for_text("Your settings: the theme and the search key.").await;
    })
    .await;
}

/// Otherwise the page would flash.
#[tokio::test]
async fn a_stored_theme_is_applied_before_the_app_starts() {
    visit("/", async |page| {
        page.emulate_color_scheme(ColorScheme::Light).await;
        page.execute("localStorage.setItem('career-ladder:theme', 'dark')").await;
        page.block_requests("*.wasm").await;
        page.allow_console_errors("BLOCKED_BY_CLIENT");
        page.open_without_waiting("/").await;
        assert!(is_dark(page).await);
    })
    .await;
}

#[tokio::test]
async fn an_invalid_stored_theme_is_ignored() {
    visit("/", async |page| {
        page.execute("localStorage.setItem('career-ladder:theme', '<dark')").await;
        page.reload().await;
        page.by_role("button", "Theme: system").await;
    })
    .await;
}

#[tokio::test]
async fn reduced_motion_disables_animations_on_every_page() {
    visit("/", async |page| {
        // A test of the check itself.
        assert_ne!(count_animations(page).await, 0, "there are animations by default");
        page.emulate_reduced_motion().await;
        for url in ["/", "/roles/cto", "/skills", "/skills/python"] {
            page.open(url).await;
            assert_eq!(count_animations(page).await, 0, "{url}");
        }
    })
    .await;
}

/// Counts the elements that have an animation or a transition.
async fn count_animations(page: &Page) -> u64 {
    let count = "
        const takesTime = (list) => list.split(',').some((time) => parseFloat(time) > 0.001);
        const isAnimated = (style) => style.animationName !== 'none' && takesTime(style.animationDuration)
            || takesTime(style.transitionDuration);
        const styles = [...document.querySelectorAll('*')]
            .flatMap((element) => [null, '::before', '::after'].map((part) => getComputedStyle(element, part)));
        const scrolls = getComputedStyle(document.documentElement).scrollBehavior === 'smooth';
        return styles.filter(isAnimated).length + (scrolls ? 1 : 0)";
    page.execute(count).await.as_u64().unwrap()
}

/// Returns whether the background is darker than the text.
pub async fn is_dark(page: &Page) -> bool {
    let compare = "
        const lightness = (color) => {
            const pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
            const paint = pixel.getContext('2d');
            paint.fillStyle = color;
            paint.fillRect(0, 0, 1, 1);
            return paint.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b);
        };
        const { backgroundColor, color } = getComputedStyle(document.documentElement);
        return lightness(backgroundColor) < lightness(color)";
    page.execute(compare).await == true
}
