//! The visitor's place on the ladder: choosing it, the marks, and what other pages make of it.

use crate::plan::rate;
use browser_tests::{Key, Page, visit};
use serde_json::{Value, json};

/// Says on the ladder page that the visitor is in this role.
async fn choose_role(page: &Page, title: &str) {
    page.by_role("combobox", "Where are you now?").await.select_option(title).await;
}

/// The marks on the rungs, from the first role up.
async fn marks(page: &Page) -> Value {
    page.execute(
        "return [...document.querySelectorAll('.rung-mark')].map((mark) => mark.innerText)",
    )
    .await
}

#[tokio::test]
async fn choosing_your_role_marks_your_rung_the_next_one_and_the_goal() {
    visit("/", async |page| {
        page.wait_for_text("Choose your role to see your next step.").await;
        assert_eq!(marks(page).await, json!([]));
        choose_role(page, "Team Leader").await;
        page.wait_for_text("Project Manager is 3 skills away.").await;
        assert_eq!(marks(page).await, json!(["You are here", "Next: 3 skills away"]));
        let place = page.by_role("region", "Your place").await;
        let learn = "Learn Project planning tools, Budgeting and Stakeholder management";
        assert!(place.text().await.contains(learn));
        assert_eq!(
            page.names_in(&place, "link").await.len(),
            5,
            "three skills, the plan, the comparison"
        );
        page.by_role("combobox", "Where next?").await.select_option("Director of AI").await;
        page.wait_for_text("Goal: ").await;
        assert_eq!(marks(page).await[2], json!("Goal: 9 skills away"));
        page.assert_accessible().await;
        page.reload().await;
        page.wait_for_text("You are here").await;
        assert_eq!(marks(page).await[2], json!("Goal: 9 skills away"));
        choose_role(page, "Choose your role").await;
        page.wait_for_text("Choose your role to see your next step.").await;
        assert_eq!(marks(page).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn the_whole_ladder_is_in_the_first_view_of_a_laptop() {
    const IS_VISIBLE: &str = "
        const boxes = [...document.querySelectorAll('.rung > .number, .role-card')].map((box) => box.getBoundingClientRect());
        return boxes.length === 12 && boxes.every((box) => box.top > 0 && box.bottom < 900);";
    visit("/", async |page| {
        page.set_width(1440).await;
        page.wait_until("all rungs are in view", IS_VISIBLE).await;
        choose_role(page, "AI Developer").await;
        page.wait_for_text("You are here").await;
        page.assert_true("all rungs are still in view", IS_VISIBLE).await;
        page.by_role("combobox", "Where next?")
            .await
            .select_option("Chief Technical Officer (CTO)")
            .await;
        page.wait_for_text("Chief Technical Officer (CTO) is ").await;
        // No card is over the links.
        page.by_role("link", "Plan this move").await.click().await;
        page.wait_for_url("/plan?from=ai-developer&to=cto").await;
    })
    .await;
}

#[tokio::test]
async fn someone_at_the_top_plans_from_there() {
    visit("/", async |page| {
        choose_role(page, "Chief Technical Officer (CTO)").await;
        page.wait_for_text("You’re at the top of this ladder.").await;
        page.click_main_link("My plan").await;
        page.wait_until(
            "the plan starts from the role",
            "return document.querySelector('#plan-from')?.value === 'cto'",
        )
        .await;
        page.by_role("link", "Director of AI").await.click().await;
        page.wait_for_url("/plan?from=cto&to=director-of-ai").await;
    })
    .await;
}

#[tokio::test]
async fn the_first_card_is_in_the_first_view_of_a_phone() {
    const IS_VISIBLE: &str = "
        const card = document.querySelector('.role-card').getBoundingClientRect();
        const bar = document.querySelector('nav').getBoundingClientRect();
        return card.top > 0 && card.top + 120 < bar.top;";
    visit("/", async |page| {
        page.set_width(390).await;
        page.wait_until("the card is in view", IS_VISIBLE).await;
        choose_role(page, "Team Leader").await;
        page.wait_for_text("You are here").await;
        page.assert_true("it still is", IS_VISIBLE).await;
    })
    .await;
}

/// The choice is known only after the page is shown; it must not push anything aside.
#[tokio::test]
async fn a_stored_choice_moves_nothing_when_it_appears() {
    visit("/", async |page| {
        choose_role(page, "Team Leader").await;
        page.wait_for_text("You are here").await;
        page.add_init_script(
            "globalThis.shifts = [];
             new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
                .observe({ type: 'layout-shift', buffered: true });",
        )
        .await;
        for width in [1440, 390] {
            page.set_width(width).await;
            page.reload().await;
            page.wait_for_text("You are here").await;
            let shifts = page.execute("return shifts.reduce((sum, shift) => sum + shift, 0)").await;
            assert!(shifts.as_f64().unwrap() < 0.01, "{width}: {shifts}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_answers_relative_to_your_role() {
    visit("/roles/team-leader", async |page| {
        page.wait_for_text("Rung 2 of 6").await;
        page.by_role("button", "This is my role").await.click().await;
        page.wait_for_text("your role").await;
        page.open("/skills/budgeting").await;
        page.wait_for_text("You need it as Project Manager, your next step.").await;
        page.by_role("link", "Rate it in your plan").await.click().await;
        page.wait_for_url("/plan?from=team-leader&to=project-manager#plan-budgeting").await;
        page.open("/roles/vp-of-ai").await;
        page.wait_for_text("Next step up from here").await;
        let plan = "Plan this move: Vice President (VP) of AI";
        page.by_role("link", plan).await.click().await;
        page.wait_for_url("/plan?from=team-leader&to=vp-of-ai").await;
        page.back().await;
        page.by_role("link", "two steps above you").await.click().await;
        page.wait_for_url("/compare?from=team-leader&to=vp-of-ai").await;
        page.click_main_link("Compare").await;
        page.by_role("heading", "Compare Team Leader with…").await;
        page.click_main_link("My plan").await;
        page.wait_for_url("/plan?from=team-leader&to=project-manager").await;
        page.wait_for_text("7 of 10 skills done, 3 to go.").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn on_a_ladder_with_many_roles_the_fields_search() {
    visit("/", async |page| {
        let document = ladder_shapes::catalogue(60, 5);
        let ladder = page.server().serve_document("/catalogue.json", document);
        page.open_with_ladder(&ladder, "/").await;
        let field = page.by_role("combobox", "Where are you now?").await;
        field.type_text("mender").await;
        field.press(Key::Enter).await;
        page.wait_for_text("Choose where you want to go next.").await;
        let field = page.by_role("combobox", "Where next?").await;
        field.type_text("planner").await;
        field.press(Key::Enter).await;
        page.by_role("link", "Plan this move").await;
        page.assert_accessible().await;
        page.by_role("button", "Clear: Where are you now?").await.click().await;
        page.wait_for_text("Choose your role to see your next step.").await;
        page.by_role("checkbox", "Just starting out").await.click().await;
        page.by_role("combobox", "Where next?").await;
    })
    .await;
}

#[tokio::test]
async fn two_clicks_lead_to_the_comparison_with_your_role() {
    visit("/", async |page| {
        choose_role(page, "Team Leader").await;
        let journey = page.by_role("region", "Your place").await;
        page.by_role_in(&journey, "link", "Compare").await.click().await;
        page.wait_for_url("/compare?from=team-leader&to=project-manager").await;
    })
    .await;
}

#[tokio::test]
async fn three_presses_lead_from_the_ladder_to_a_plan_in_a_file() {
    visit("/", async |page| {
        choose_role(page, "Team Leader").await;
        page.by_role("link", "Plan this move").await.click().await;
        page.wait_for_url("/plan?from=team-leader&to=project-manager").await;
        let (name, bytes) = page.download(&page.by_role("button", "Markdown").await).await;
        assert_eq!(name, "ai-developer-plan.md");
        assert!(String::from_utf8(bytes).unwrap().contains("7 of 10 skills done"));
    })
    .await;
}

#[tokio::test]
async fn your_role_is_shared_with_a_plan_and_deleted_with_your_data() {
    visit("/", async |page| {
        page.grant_permissions(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
        choose_role(page, "Team Leader").await;
        page.by_role("link", "Plan this move").await.click().await;
        rate(page, "Budgeting", "Learning").await;
        page.wait_for_status("Saved").await;
        page.by_role("button", "Copy link to my ratings").await.click().await;
        page.wait_for_text("Link copied.").await;
        let link = page.execute("return navigator.clipboard.readText()").await;
        assert!(link.as_str().unwrap().contains(";now:team-leader;"), "{link}");
        page.by_role("button", "Delete my data").await.click().await;
        page.by_role("dialog", "Delete everything?").await;
        page.by_role("button", "Delete").await.click().await;
        page.wait_for_text("Your data is deleted.").await;
        let kept = page.execute("return Object.values(localStorage).join('')").await;
        assert!(!kept.as_str().unwrap().contains("team-leader"), "{kept}");
        page.open("/").await;
        page.wait_for_text("Choose your role to see your next step.").await;
        assert_eq!(marks(page).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn change_in_the_footer_leads_to_the_field_for_your_role() {
    visit("/", async |page| {
        choose_role(page, "Team Leader").await;
        page.wait_for_text("You are here").await;
        page.open("/skills/budgeting").await;
        page.wait_for_text("You need it as Project Manager, your next step.").await;
        page.by_role("link", "Change").await.click().await;
        page.wait_for_url("/#where-now").await;
        page.wait_for_focus("combobox", "Where are you now?").await;
    })
    .await;
}

#[tokio::test]
async fn someone_just_starting_out_sees_how_far_up_every_role_is() {
    visit("/", async |page| {
        choose_role(page, "Just starting out").await;
        page.wait_for_text("AI Developer is 4 skills away.").await;
        page.open("/roles/cto").await;
        page.wait_for_text("six steps above you").await;
    })
    .await;
}

#[tokio::test]
async fn my_plan_starts_from_the_role_said_last() {
    visit("/plan?from=team-leader&to=vp-of-ai", async |page| {
        rate(page, "Budgeting", "Learning").await;
        page.wait_for_status("Saved").await;
        page.open("/").await;
        choose_role(page, "Project Manager").await;
        page.wait_for_text("You are here").await;
        page.by_role("link", "My plan").await.click().await;
        page.wait_for_url("/plan?from=project-manager&to=vp-of-ai").await;
    })
    .await;
}

/// The words beside the bar get longer with a second kind of rating.
#[tokio::test]
async fn rating_moves_nothing_on_a_tablet_and_in_a_second_plan() {
    const FIRST_ROW: &str =
        "return document.querySelector('.plan-skills li').getBoundingClientRect().top + scrollY";
    visit("/plan?from=ai-developer&to=project-manager", async |page| {
        for (width, url, first, second) in [
            (820, "/plan?from=ai-developer&to=project-manager", "Budgeting", "Communication"),
            (390, "/plan?from=team-leader&to=vp-of-ai", "Business acumen", "Strategic thinking"),
        ] {
            // High enough for all rows, so that no bar covers one.
            page.set_viewport(width, 4_000).await;
            page.open(url).await;
            page.by_role("heading", "Still to do").await;
            let before = page.execute(FIRST_ROW).await;
            rate(page, first, "Learning").await;
            page.wait_for_status("Saved").await;
            rate(page, second, "Not yet").await;
            page.wait_for_text("not yet").await;
            assert_eq!(page.execute(FIRST_ROW).await, before, "at {width} px");
        }
    })
    .await;
}
