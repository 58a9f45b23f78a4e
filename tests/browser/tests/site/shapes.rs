//! The hardest of the shapes that published frameworks have, as one sees them. That every page of every
//! shape is well formed is shown without a browser.

use browser_tests::visit;
use serde_json::json;

/// A shape, and the pages of it that are looked at.
const HARDEST: [(&str, &[&str]); 6] = [
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
async fn the_hardest_shapes_fit_and_are_accessible() {
    visit("/", async |page| {
        let shapes = ladder_shapes::all();
        let mut wide = Vec::new();
        for (shape, addresses) in HARDEST {
            let document = shapes.iter().find(|(name, _)| *name == shape).unwrap().1.clone();
            let ladder = page.server().offer(&format!("/{shape}.json"), document);
            for address in addresses {
                page.open_of(&ladder, address).await;
                for width in [320, 390, 1440] {
                    page.set_width(width).await;
                    let reach = page.run("return document.documentElement.scrollWidth").await;
                    if reach != json!(width) {
                        wide.push(format!("{shape} {address} at {width} px is {reach} px wide"));
                    }
                }
                page.assert_accessible().await;
            }
        }
        assert!(wide.is_empty(), "{}", wide.join("\n"));
    })
    .await;
}

/// What is read from right to left begins at the right: its rails, its marks, its numbers.
#[tokio::test]
async fn a_ladder_from_right_to_left_is_the_other_way_round() {
    visit("/", async |page| {
        let ladder = page.server().offer("/rtl.json", ladder_shapes::right_to_left());
        page.set_width(390).await;
        page.open_of(&ladder, "/").await;
        let rails = "
            const rung = document.querySelector('.rung');
            const { left, right } = rung.getBoundingClientRect();
            const number = rung.querySelector('.number').getBoundingClientRect();
            const rail = parseFloat(getComputedStyle(rung, '::before').left);
            return rail > right - left && number.left > right";
        page.assert_that("rails and numbers stand at the right", rails).await;
        let words = "
            const heading = document.querySelector('#summary');
            return heading.closest('[lang]').lang === 'en' && getComputedStyle(heading).textAlign === 'right'
                && document.querySelector('h1').closest('[lang]').lang === 'ar'";
        page.assert_that("our words are English, and stand at the right, too", words).await;
    })
    .await;
}
