//! The most demanding ladders of `tests/shapes`. `tests/every_shape.rs` tests all without a browser.

use browser_tests::visit;
use serde_json::Value;

/// Shapes and the pages to test.
const SHAPES: [(&str, &[&str]); 6] = [
    ("one-role", &["/", "/roles/keeper"]),
    ("long-names", &["/", "/roles/r-1", "/skills", "/skills/s-1", "/compare?from=r-0&to=r-2"]),
    (
        "right-to-left",
        &["/", "/roles/role-1", "/skills", "/compare?from=role-0&to=role-3", "/open"],
    ),
    ("crossing", &["/"]),
    ("diamond", &["/skills/reading"]),
    ("many-skills", &["/roles/master-pilot", "/skills"]),
];

#[tokio::test]
async fn ladders_of_unusual_shape_do_not_overflow_and_are_accessible() {
    visit("/", async |page| {
        let shapes = ladder_shapes::all();
        let mut wide = Vec::new();
        for (shape, urls) in SHAPES {
            let document = shapes.iter().find(|(name, _)| *name == shape).unwrap().1.clone();
            let ladder = page.server().serve_document(&format!("/{shape}.json"), document);
            for url in urls {
                page.open_with_ladder(&ladder, url).await;
                for width in [320, 390, 1440] {
                    page.set_width(width).await;
                    let scroll_width = page.scroll_width().await;
                    if scroll_width != Some(width.into()) {
                        wide.push(format!("{shape} {url} at {width} px: {scroll_width:?}"));
                    }
                }
                page.assert_accessible().await;
            }
        }
        assert!(wide.is_empty(), "{}", wide.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn no_page_of_any_shape_scrolls_sideways_on_a_phone() {
    visit("/", async |page| {
        let mut wide = Vec::new();
        for (shape, document) in ladder_shapes::all() {
            let json: Value = serde_json::from_str(&document).unwrap();
            let id = |list: &str, at: usize| json[list][at]["id"].as_str().map(str::to_owned);
            let ladder = page.server().serve_document(&format!("/{shape}.json"), document);
            let role = id("roles", 0).unwrap();
            let other = id("roles", 1).unwrap_or_else(|| role.clone());
            let skill = id("skills", 0).map(|skill| format!("/skills/{skill}"));
            let urls = ["/".to_owned(), "/skills".to_owned(), format!("/roles/{other}")];
            let pairs = ["compare", "plan"].map(|page| format!("/{page}?from={role}&to={other}"));
            page.set_width(390).await;
            page.open_with_ladder(&ladder, "/").await;
            for url in urls.into_iter().chain(pairs).chain(skill) {
                page.navigate(&url).await;
                for width in [390, 320] {
                    page.set_width(width).await;
                    let scroll_width = page.scroll_width().await;
                    if scroll_width != Some(width.into()) {
                        wide.push(format!("{shape} {url} at {width} px: {scroll_width:?}"));
                    }
                }
            }
        }
        assert!(wide.is_empty(), "{}", wide.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn a_right_to_left_ladder_is_mirrored() {
    visit("/", async |page| {
        let ladder = page.server().serve_document("/rtl.json", ladder_shapes::right_to_left());
        page.set_width(390).await;
        page.open_with_ladder(&ladder, "/").await;
        let lines = "
            const rung = document.querySelector('.rung');
            const { left, right } = rung.getBoundingClientRect();
            const number = rung.querySelector('.number').getBoundingClientRect();
            const rail = parseFloat(getComputedStyle(rung, '::before').left);
            return rail > right - left && number.left > right";
        page.assert_true("lines and numbers are on the right", lines).await;
        let headings = "
            const heading = document.querySelector('#summary');
            return heading.closest('[lang]').lang === 'en' && getComputedStyle(heading).textAlign === 'right'
                && document.querySelector('h1').closest('[lang]').lang === 'ar'";
        page.assert_true("interface text is marked as English and right-aligned", headings).await;
    })
    .await;
}

#[tokio::test]
async fn the_corner_of_a_right_to_left_matrix_stays_when_it_is_scrolled() {
    visit("/", async |page| {
        let ladder = page.server().serve_document("/rtl.json", ladder_shapes::right_to_left());
        page.set_width(820).await;
        page.open_with_ladder(&ladder, "/skills").await;
        let corner = "
            const table = document.querySelector('.skill-matrix');
            table.style.setProperty('min-inline-size', '300vw');
            const frame = table.closest('.matrix-frame');
            // As with more columns than fit.
            frame.removeAttribute('data-fits');
            frame.scrollLeft = -400;
            const { right } = table.querySelector('thead tr:last-child th').getBoundingClientRect();
            return frame.scrollLeft < -300
                && Math.abs(right - frame.getBoundingClientRect().right) < 4";
        page.assert_true("the corner is at the start of the line", corner).await;
    })
    .await;
}
