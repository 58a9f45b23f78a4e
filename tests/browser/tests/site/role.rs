//! `/roles/{id}`: a role, and the ways on from it.

use crate::bundled::{ROLES, TITLE};
use browser_tests::{Key, visit};

#[tokio::test]
async fn each_role_shows_its_responsibilities_and_its_place() {
    visit("/", async |page| {
        for role in &ROLES {
            page.open(&role.address()).await;
            page.by_role("heading", "Responsibilities").await;
            let text = page.css("main article").await.text().await;
            for said in role.responsibilities.iter().chain([&role.summary[0], &role.summary[2]]) {
                assert!(text.contains(said), "{}: {said:?} in\n{text}", role.title);
            }
            let rail = page.by_role("navigation", "Roles").await;
            let shorts: Vec<_> = ROLES.iter().rev().map(|role| role.short).collect();
            assert_eq!(page.names_in(&rail, "link").await, shorts);
            let current = page.by_role_in(&rail, "link", role.short).await;
            assert_eq!(current.attribute("aria-current").await.as_deref(), Some("page"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_skill_leads_to_its_filter() {
    visit("/roles/team-leader", async |page| {
        let content = page.by_role("main", "").await;
        page.by_role_in(&content, "link", "Agile methodologies").await.click().await;
        page.until_address("/?skills=agile-methodologies").await;
        page.until_status("Team Leader needs Agile methodologies; 4 later roles carry it over.")
            .await;
        page.until_title(TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_carried_from_below_stands_under_the_role_that_asks() {
    visit("/roles/project-manager", async |page| {
        let skills = page.css("details.carried").await.text().await;
        for said in ["7 skills", "Team Leader", "Communication", "AI Developer", "Data wrangling"] {
            assert!(skills.contains(said), "{said} in {skills}");
        }
        page.by_role("link", "Data wrangling").await.click().await;
        page.until_address("/?skills=data-wrangling").await;
    })
    .await;
}

#[tokio::test]
async fn the_neighbours_are_a_press_away_with_what_the_step_adds() {
    visit("/roles/team-leader", async |page| {
        let leads = page.css(".leads").await;
        assert_eq!(
            page.names_in(&leads, "heading").await,
            ["Where it leads", "Where one comes from"]
        );
        let text = leads.text().await;
        let adds = "Adds 3 skills: Project planning tools, Budgeting and Stakeholder management.";
        assert!(text.contains(adds) && text.contains("Takes on 3 responsibilities."), "{text}");
        page.by_role_in(&leads, "link", "Project Manager").await.click().await;
        page.until_address("/roles/project-manager").await;
        page.until_focused("heading", "Project Manager").await;
        let leads = page.css(".leads").await;
        page.by_role_in(&leads, "link", "Team Leader").await.click().await;
        page.until_address("/roles/team-leader").await;
        page.until_title(&format!("Team Leader · {TITLE}")).await;
        page.until_focused("heading", "Team Leader").await;
    })
    .await;
}

#[tokio::test]
async fn the_ladder_has_an_entry_and_a_top() {
    visit("/roles/ai-developer", async |page| {
        page.until_text("This is where the ladder is entered.").await;
        page.open("/roles/cto").await;
        page.until_text("This is the top of the ladder.").await;
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_climb_the_whole_ladder_and_back() {
    visit("/roles/ai-developer", async |page| {
        for role in &ROLES[1..] {
            page.press(Key::Right).await;
            page.until_address(&role.address()).await;
            page.until_title(&format!("{} · {TITLE}", role.title)).await;
            page.until_focused("heading", role.title).await;
        }
        for role in ROLES[..5].iter().rev() {
            page.press(Key::Left).await;
            page.until_address(&role.address()).await;
            page.until_focused("heading", role.title).await;
        }
        // Beyond the entry there is nothing; each key was one entry of the history.
        page.press(Key::Left).await;
        assert_eq!(page.address().await, "/roles/ai-developer");
        page.back().await;
        page.until_address("/roles/team-leader").await;
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_stay_with_a_field_that_has_the_focus() {
    visit("/roles/team-leader", async |page| {
        page.type_text("/").await;
        page.until_focused("combobox", "Search").await;
        page.type_text("ab").await;
        page.press(Key::Left).await;
        page.type_text("c").await;
        page.until("the caret moved", "return document.activeElement.value === 'acb'").await;
        assert_eq!(page.address().await, "/roles/team-leader");
    })
    .await;
}
