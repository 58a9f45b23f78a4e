//! `/roles/{id}`: a role and its links.

use crate::bundled_ladder::{ROLES, TITLE};
use browser_tests::{Key, visit};

#[tokio::test]
async fn each_role_shows_its_responsibilities_and_its_place_in_the_ladder() {
    visit("/", async |page| {
        // Beside the text, the top rung comes first.
        page.set_width(1440).await;
        for role in &ROLES {
            page.open(&role.url()).await;
            page.by_role("heading", "Responsibilities").await;
            let text = page.by_css("main article").await.text().await;
            for expected in role.responsibilities.iter().chain([&role.summary[0], &role.summary[2]])
            {
                assert!(text.contains(expected), "{}: {expected:?} in\n{text}", role.title);
            }
            let rail = page.by_role("navigation", "Roles").await;
            let titles: Vec<_> = ROLES.iter().rev().map(|role| role.short_title).collect();
            assert_eq!(page.names_in(&rail, "link").await, titles);
            let current = page.by_role_in(&rail, "link", role.short_title).await;
            assert_eq!(current.attribute("aria-current").await.as_deref(), Some("page"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_skill_links_to_its_page_and_from_there_to_the_filtered_ladder() {
    visit("/roles/team-leader", async |page| {
        let content = page.by_role("main", "").await;
        page.by_role_in(&content, "link", "Agile methodologies").await.click().await;
        page.wait_for_url("/skills/agile-methodologies").await;
        page.by_role("link", "Show on the ladder").await.click().await;
        page.wait_for_url("/?skills=agile-methodologies").await;
        page.wait_for_status("Team Leader needs Agile methodologies; 4 later roles carry it over.")
            .await;
        page.wait_for_title(TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn skills_carried_over_are_grouped_by_role() {
    visit("/roles/project-manager", async |page| {
        let skills = page.by_css("details.carried").await.text().await;
        for expected in
            ["7 skills", "Team Leader", "Communication", "AI Developer", "Data wrangling"]
        {
            assert!(skills.contains(expected), "{expected} in {skills}");
        }
        page.by_role("link", "Data wrangling").await.click().await;
        page.wait_for_url("/skills/data-wrangling").await;
    })
    .await;
}

#[tokio::test]
async fn adjacent_roles_are_linked_with_what_the_move_adds() {
    visit("/roles/team-leader", async |page| {
        let leads = page.by_css(".leads").await;
        assert_eq!(
            page.names_in(&leads, "heading").await,
            ["What’s next", "Where people come from"]
        );
        let text = leads.text().await;
        let adds = "Adds 3 skills: Project planning tools, Budgeting and Stakeholder management.";
        assert!(text.contains(adds) && text.contains("Adds 3 responsibilities."), "{text}");
        page.by_role_in(&leads, "link", "Project Manager").await.click().await;
        page.wait_for_url("/roles/project-manager").await;
        page.wait_for_focus("heading", "Project Manager").await;
        let leads = page.by_css(".leads").await;
        page.by_role_in(&leads, "link", "Team Leader").await.click().await;
        page.wait_for_url("/roles/team-leader").await;
        page.wait_for_title(&format!("Team Leader · {TITLE}")).await;
        page.wait_for_focus("heading", "Team Leader").await;
    })
    .await;
}

#[tokio::test]
async fn the_first_and_last_role_say_so() {
    visit("/roles/ai-developer", async |page| {
        page.wait_for_text("This is the first rung.").await;
        page.open("/roles/cto").await;
        page.wait_for_text("You’ve reached the top of this ladder.").await;
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_move_between_adjacent_roles() {
    visit("/roles/ai-developer", async |page| {
        for role in &ROLES[1..] {
            page.press(Key::Right).await;
            page.wait_for_url(&role.url()).await;
            page.wait_for_title(&format!("{} · {TITLE}", role.title)).await;
            page.wait_for_focus("heading", role.title).await;
        }
        for role in ROLES[..5].iter().rev() {
            page.press(Key::Left).await;
            page.wait_for_url(&role.url()).await;
            page.wait_for_focus("heading", role.title).await;
        }
        // There is no role before the first; each key press added a history entry.
        page.press(Key::Left).await;
        assert_eq!(page.url().await, "/roles/ai-developer");
        page.back().await;
        page.wait_for_url("/roles/team-leader").await;
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_in_a_text_field_do_not_change_the_page() {
    visit("/roles/team-leader", async |page| {
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        page.type_text("ab").await;
        page.press(Key::Left).await;
        page.type_text("c").await;
        page.wait_until("the caret moved", "return document.activeElement.value === 'acb'").await;
        assert_eq!(page.url().await, "/roles/team-leader");
    })
    .await;
}
