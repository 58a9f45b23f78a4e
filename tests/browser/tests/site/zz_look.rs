//! look
use crate::plan::{PLAN, open_more, rate, set_date};
use browser_tests::{Scheme, visit};
#[tokio::test]
async fn zz_look() {
    visit("/plan", async |page| {
        let out = std::path::PathBuf::from("/tmp/planlook");
        std::fs::create_dir_all(&out).unwrap();
        page.set_width(1440).await;
        page.screenshot(&out.join("start-1440-light.png")).await;
        page.set_width(390).await;
        page.screenshot(&out.join("start-390-light.png")).await;
        page.open(PLAN).await;
        rate(page, "Python", "Have it").await;
        rate(page, "ML frameworks", "Learning").await;
        rate(page, "Communication", "Not yet").await;
        open_more(page, "communication").await;
        set_date(page, "communication", "2027-02-28").await;
        page.css("#plan-communication textarea")
            .await
            .type_text("Ask Sam how she runs the weekly review.")
            .await;
        page.until_status("Saved").await;
        for width in [390, 820, 1440] {
            page.set_width(width).await;
            for scheme in [Scheme::Light, Scheme::Dark] {
                page.color_scheme(scheme).await;
                page.run("scrollTo(0,0)").await;
                page.screenshot(&out.join(format!(
                    "plan-{width}-{}.png",
                    if matches!(scheme, Scheme::Dark) { "dark" } else { "light" }
                )))
                .await;
            }
        }
        page.open("/plan?from=ai-developer&to=cto").await;
        page.screenshot(&out.join("cto-1440-dark.png")).await;
    })
    .await;
}
