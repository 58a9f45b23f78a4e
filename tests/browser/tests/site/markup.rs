//! Texts with markup, in a ladder that is opened and in its parts that arrive ahead of the rest.

use browser_tests::visit;
use serde_json::json;

#[tokio::test]
async fn markup_of_an_opened_ladder_becomes_elements() {
    visit("/", async |page| {
        let ladder = page.server().serve_document("/markup.json", ladder_shapes::markup());
        page.open_with_ladder(&ladder, "/roles/mate").await;
        let duty =
            "return [...document.querySelector('.responsibilities .text').querySelectorAll('*')]
            .filter((element) => !element.closest('svg')).map(({ localName }) => localName)";
        assert_eq!(
            page.execute(duty).await,
            json!(["em", "strong", "code", "br", "a", "ul", "li", "ol", "li", "li", "em", "li"])
        );
        let link = page.by_css(".responsibilities .text a").await;
        assert_eq!(link.attribute("target").await.as_deref(), Some("_blank"));
        assert_eq!(link.attribute("rel").await.as_deref(), Some("noopener noreferrer"));
        let markers =
            "return ['.responsibilities ul ul', '.responsibilities ul ul ol'].map((list) =>
            getComputedStyle(document.querySelector(list)).listStyleType)";
        assert_eq!(page.execute(markers).await, json!(["disc", "decimal"]));
        page.assert_accessible().await;
        for url in ["/", "/skills/knots", "/compare?from=mate&to=captain"] {
            page.open_with_ladder(&ladder, url).await;
            page.wait_until(
                "the page has links of texts",
                "return [...document.querySelectorAll('main a')].some(({ innerText }) => innerText.trim() === 'told')",
            )
            .await;
            page.assert_accessible().await;
        }
        // Nothing is requested from the sites that links lead to.
        assert_eq!(page.external_requests().await, Vec::<String>::new());
    })
    .await;
}
