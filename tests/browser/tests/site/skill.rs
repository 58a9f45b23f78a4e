//! `/skills/{id}`: one skill, and who asks for it.

use crate::bundled::{ROLES, TITLE};
use browser_tests::visit;

#[tokio::test]
async fn a_skill_says_what_it_is_and_how_each_role_stands_to_it() {
    visit("/skills/stakeholder-management", async |page| {
        page.until_text("Also called").await;
        page.until_text("Stakeholder engagement").await;
        let roles = page.run(
            "return [...document.querySelectorAll('.asked-by li')]
                .map((li) => li.innerText.replace(/\\s+/g, ' ').trim())",
        );
        let roles: Vec<String> = serde_json::from_value(roles.await).unwrap();
        let words = ["Not required", "Not required", "Asked for", "Core", "Carried", "Carried"];
        let expected: Vec<_> =
            ROLES.iter().zip(words).map(|(role, word)| format!("{} {word}", role.title)).collect();
        assert_eq!(roles, expected);
        page.until_text(
            "Asked for by Project Manager and Vice President (VP) of AI; 2 more roles build on it.",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_skill_names_its_tools_and_leads_to_the_ladder() {
    visit("/skills/ml-frameworks", async |page| {
        page.until_text("TensorFlow, PyTorch").await;
        page.by_role("link", "See it on the ladder").await.click().await;
        page.until_address("/?skills=ml-frameworks").await;
        page.until_title(TITLE).await;
        page.until_focused("heading", TITLE).await;
        page.until_status("5 later roles carry it over.").await;
    })
    .await;
}

#[tokio::test]
async fn a_skill_leads_to_its_roles_and_back_to_all_skills() {
    visit("/skills/budgeting", async |page| {
        let main = page.by_role("main", "").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.until_address("/skills").await;
        page.until_focused("heading", "Skills").await;
        page.back().await;
        page.until_focused("heading", "Budgeting").await;
        let main = page.by_role("main", "").await;
        page.by_role_in(&main, "link", "Project Manager").await.click().await;
        page.until_address("/roles/project-manager").await;
        page.until_focused("heading", "Project Manager").await;
    })
    .await;
}
