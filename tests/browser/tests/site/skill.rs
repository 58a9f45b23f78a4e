//! `/skills/{id}`: a skill and the roles that require it.

use crate::bundled_ladder::{ROLES, TITLE};
use browser_tests::visit;

#[tokio::test]
async fn a_skill_page_shows_its_aliases_and_its_status_in_each_role() {
    visit("/skills/stakeholder-management", async |page| {
        page.wait_for_text("Also known as").await;
        page.wait_for_text("Stakeholder engagement").await;
        let roles = page.execute(
            "return [...document.querySelectorAll('.required-by li')]
                .map((li) => li.innerText.replace(/\\s+/g, ' ').trim())",
        );
        let roles: Vec<String> = serde_json::from_value(roles.await).unwrap();
        let statuses = ["Not required", "Not required", "Required", "Key", "Carried over", "Carried over"];
        let expected: Vec<_> = ROLES
            .iter()
            .zip(statuses)
            .map(|(role, status)| format!("{} {status}", role.title))
            .collect();
        assert_eq!(roles, expected);
        page.wait_for_text(
            "Needed by Project Manager and Vice President (VP) of AI; carried over by 2 more roles.",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_skill_page_shows_its_tools_and_links_to_the_filtered_ladder() {
    visit("/skills/ml-frameworks", async |page| {
        page.wait_for_text("TensorFlow, PyTorch").await;
        // It has no resources of its own.
        page.wait_for_text("Suggested for AI Developer").await;
        page.by_role("link", "Show on the ladder").await.click().await;
        page.wait_for_url("/?skills=ml-frameworks").await;
        page.wait_for_title(TITLE).await;
        page.wait_for_focus("heading", TITLE).await;
        page.wait_for_status("AI Developer needs ML frameworks; 5 later roles carry it over.")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_skill_page_links_to_its_roles_and_to_all_skills() {
    visit("/skills/budgeting", async |page| {
        let main = page.by_role("main", "").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.wait_for_url("/skills").await;
        page.wait_for_focus("heading", "Skills").await;
        page.back().await;
        page.wait_for_focus("heading", "Budgeting").await;
        let main = page.by_role("main", "").await;
        page.by_role_in(&main, "link", "Project Manager").await.click().await;
        page.wait_for_url("/roles/project-manager").await;
        page.wait_for_focus("heading", "Project Manager").await;
    })
    .await;
}
