//! `/plan`: rating skills, the gap, resources, exporting, sharing, importing and deleting.

use browser_tests::{Engine, Page, visit};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A plan with seven skills for someone just starting out; the first role needs four of them.
pub const PLAN: &str = "/plan?to=team-leader";

/// Selects a rating for the skill with this name.
pub async fn rate(page: &Page, skill: &str, choice: &str) {
    let group = page.by_role("radiogroup", skill).await;
    page.by_role_in(&group, "radio", choice).await.click_label().await;
}

/// Returns the selected rating of the skill with this id, or an empty text.
pub async fn rating(page: &Page, skill: &str) -> String {
    let selected = format!(
        "return document.querySelector('#plan-{skill} input:checked')?.getAttribute('aria-label') ?? ''"
    );
    page.execute(&selected).await.as_str().unwrap_or_default().to_owned()
}

/// Expands the resources, date and note of a skill.
pub async fn expand(page: &Page, skill: &str) {
    page.by_css(&format!("#plan-{skill} summary")).await.click().await;
}

/// Enters the target date of a skill.
pub async fn set_date(page: &Page, skill: &str, date: &str) {
    page.by_css(&format!("#plan-{skill} input[type=date]")).await;
    let set = format!(
        "const field = document.querySelector('#plan-{skill} input[type=date]');
         field.value = '{date}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    page.execute(&set).await;
}

#[tokio::test]
async fn selecting_two_roles_starts_a_plan() {
    visit("/plan", async |page| {
        page.wait_for_text("Your answers stay on this device").await;
        page.by_role("combobox", "Your role now").await.select_option("AI Developer").await;
        page.wait_for_url("/plan?from=ai-developer").await;
        page.by_role("link", "Team Leader").await.click().await;
        page.wait_for_url("/plan?from=ai-developer&to=team-leader").await;
        page.by_role("heading", "Skills for Team Leader").await;
        page.back().await;
        page.wait_for_url("/plan?from=ai-developer").await;
        page.forward().await;
        page.by_role("heading", "Skills for Team Leader").await;
        page.by_role("combobox", "Your role now").await.select_option("Just starting out").await;
        page.wait_for_url(PLAN).await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn rating_a_skill_reduces_the_gap_and_the_rest_is_listed_in_order() {
    visit(PLAN, async |page| {
        page.wait_for_text("0 of 7 skills done, 7 to go.").await;
        assert_eq!(page.names("radiogroup").await.len(), 7);
        let group = page.by_role("radiogroup", "Python").await;
        assert_eq!(page.names_in(&group, "radio").await, ["Have it", "Learning", "Not yet"]);
        rate(page, "Python", "Have it").await;
        page.wait_for_status("Saved").await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        rate(page, "Communication", "Learning").await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        let bar = page.by_role("progressbar", "Skills done").await;
        assert_eq!(bar.inner().prop("value").await.unwrap().as_deref(), Some("1"));
        // Skills that are needed first are listed first, and link to their rating.
        let left = "return [...document.querySelectorAll('.plan-left a')].map((a) => a.innerText)";
        let left = page.execute(left).await;
        assert_eq!((left.as_array().unwrap().len(), &left[0]), (6, &json!("ML frameworks")));
        page.by_css(".plan-left li:last-child a").await.click().await;
        page.wait_until("the focus is on the skill", "return document.activeElement.closest('.plan-skill')?.id === 'plan-cross-functional-collaboration'").await;
        // All skills of a role at once.
        page.by_css(".plan-group button").await.click().await;
        page.wait_for_text("4 of 7 skills done, 3 to go.").await;
        page.by_role("button", "Undo").await.click().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.by_role("button", "Clear rating for Python").await.click().await;
        page.wait_for_text("0 of 7 skills done, 7 to go.").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn a_video_marked_as_watched_is_marked_on_every_page() {
    visit("/roles/ai-developer", async |page| {
        page.by_css(".video-card .seen input").await.click_label().await;
        page.wait_until("the mark is stored", "return localStorage.length > 0").await;
        page.open(PLAN).await;
        page.wait_until(
            "the video is checked",
            "return document.querySelector('.plan-group > .learn .seen input')?.checked",
        )
        .await;
        page.by_css(".plan-group > .learn .seen input").await.click_label().await;
        page.wait_for_status("Saved").await;
        page.open("/roles/ai-developer").await;
        page.wait_until(
            "the video is unchecked",
            "return document.querySelector('.video-card .seen input')?.checked === false",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn dates_and_notes_are_saved_and_exported() {
    visit(PLAN, async |page| {
        let calendar = page.by_role("button", "Calendar").await;
        calendar.click().await;
        page.wait_for_text("No skill has a target date yet.").await;
        expand(page, "python").await;
        set_date(page, "python", "2027-02-28").await;
        page.by_css("#plan-python textarea").await.type_text("Ask, then read; twice").await;
        page.wait_for_text("Due 28 February 2027. Ask, then read; twice").await;
        page.wait_for_status("Saved").await;
        page.reload().await;
        page.wait_for_text("Due 28 February 2027. Ask, then read; twice").await;
        let (name, bytes) = page.download(&page.by_role("button", "Calendar").await).await;
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(name, "ai-developer-plan.ics");
        assert!(
            text.contains(
                "\r\nDTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\nSUMMARY:Python\r\n"
            ),
            "{text}"
        );
        assert!(text.contains("DTSTAMP:20"), "{text}");
        let (name, bytes) = page.download(&page.by_role("button", "CSV").await).await;
        assert_eq!(name, "ai-developer-plan.csv");
        assert!(String::from_utf8(bytes).unwrap().contains("2027-02-28,\"Ask, then read; twice\""));
        let (name, bytes) = page.download(&page.by_role("button", "Markdown").await).await;
        assert_eq!(name, "ai-developer-plan.md");
        assert!(String::from_utf8(bytes).unwrap().contains("  > Ask, then read; twice\n"));
    })
    .await;
}

#[tokio::test]
async fn a_shared_link_shows_its_ratings_next_to_your_own_and_overwrites_nothing() {
    visit(PLAN, async |page| {
        page.grant_permissions(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
        rate(page, "Python", "Have it").await;
        rate(page, "Communication", "Learning").await;
        page.by_role("button", "Copy link to my ratings").await.click().await;
        page.wait_for_text("Link copied.").await;
        let link = page.execute("return navigator.clipboard.readText()").await;
        let link = link.as_str().unwrap().strip_prefix(page.server().origin()).unwrap().to_owned();
        assert!(link.starts_with(&format!("{PLAN}#plan=1.")), "{link}");
        delete_everything(page).await;
        rate(page, "Python", "Not yet").await;
        page.wait_for_status("Saved").await;

        page.open("/").await;
        page.open(&link).await;
        page.wait_for_text("Someone shared their ratings with you. Compare them with yours.").await;
        assert_eq!(rating(page, "python").await, "Not yet");
        page.by_role("button", "Use this for Communication").await.click().await;
        page.wait_until("the rating is applied", "return document.querySelector('#plan-communication input:checked')?.ariaLabel === 'Learning'").await;
        assert_eq!(rating(page, "python").await, "Not yet");
        page.by_role("button", "Use all 1").await.click().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.by_role("button", "Undo").await.click().await;
        page.wait_for_text("0 of 7 skills done, 7 to go.").await;
        assert_eq!(rating(page, "python").await, "Not yet");
        page.assert_accessible().await;
        page.by_role("button", "Close").await.click().await;
        page.wait_for_url(PLAN).await;
        assert!(page.requests().await.iter().all(|url| !url.contains("plan=1")));

        // Ratings of skills and levels that the ladder no longer has are kept and marked.
        page.open("/").await;
        page.open(&format!("{PLAN}#plan=1.766443e6.ai-developer;have:apis,python;level:two:git")).await;
        page.by_role("button", "Use all 3").await.click().await;
        page.by_role("heading", "No longer on this ladder").await;
        page.wait_for_text("git: two (level no longer exists)").await;
        page.wait_for_status("Saved").await;

        page.open("/").await;
        page.open(&link[..link.len() - 3]).await;
        page.wait_for_text("Part of this link is missing").await;
    })
    .await;
}

/// A ladder with one role that requires these skills.
fn ladder_with_skills(skills: impl Iterator<Item = (String, String)>) -> String {
    let skills: Vec<Value> = skills.map(|(id, name)| json!({ "id": id, "name": name })).collect();
    let ids: Vec<&Value> = skills.iter().map(|skill| &skill["id"]).collect();
    let role = json!({ "id": "sailor", "title": "Sailor", "skills": ids });
    json!({ "format": 1, "id": "boats", "title": "Boats", "skills": skills, "roles": [role] })
        .to_string()
}

/// The ladder is named by its path on the site.
#[tokio::test]
async fn an_answer_to_a_skill_that_is_gone_is_named_and_can_be_carried_over() {
    let ladder = |id: &str| ladder_with_skills([(id.to_owned(), "Knots".to_owned())].into_iter());
    visit("/", async |page| {
        page.server().serve_document("/team.json", ladder("knots"));
        page.open("/plan?to=sailor&ladder=team.json").await;
        rate(page, "Knots", "Have it").await;
        page.wait_for_status("Saved").await;
        page.server().serve_document("/team.json", ladder("rope-work"));
        page.reload().await;
        page.by_role("heading", "No longer on this ladder").await;
        page.wait_for_text("Knots: Have it").await;
        let (_, csv) = page.download(&page.by_role("button", "CSV").await).await;
        let csv = String::from_utf8(csv).unwrap();
        assert!(csv.contains("Knots,,No longer on this ladder,,Have it"), "{csv}");
        page.by_role("button", "Carry over 1 answer").await.click().await;
        page.wait_for_text("1 answer carried over.").await;
        assert_eq!(rating(page, "rope-work").await, "Have it");
        page.wait_until_gone("heading", "No longer on this ladder").await;
        page.wait_for_focus("heading", "My plan").await;
        page.by_role("button", "Undo").await.click().await;
        page.by_role("heading", "No longer on this ladder").await;
        assert_eq!(rating(page, "rope-work").await, "");
    })
    .await;
}

#[tokio::test]
async fn a_link_to_many_ratings_is_short_and_opens_again() {
    let skills =
        (0..400).map(|n| (format!("a-skill-with-quite-a-long-id-{n}"), format!("Skill {n}")));
    let ladder = ladder_with_skills(skills);
    visit("/", async |page| {
        page.grant_permissions(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
        page.server().serve_document("/team.json", ladder);
        page.open("/plan?to=sailor&ladder=team.json").await;
        page.by_css(".plan-group button").await.click().await;
        page.wait_for_text("24 skills set to what Sailor needs.").await;
        // The other pages of skills, in memory only.
        for _ in 0..16 {
            page.by_css(".plan-skills .ways > button:last-child").await.click().await;
            page.by_css(".plan-group button").await.click().await;
        }
        page.wait_for_text("You’re ready: all 400 skills done.").await;
        page.by_role("button", "Copy link to my ratings").await.click().await;
        page.wait_for_text("Link copied.").await;
        let link = page.execute("return navigator.clipboard.readText()").await;
        let link = link.as_str().unwrap().strip_prefix(page.server().origin()).unwrap().to_owned();
        assert!(link.contains("#plan=3.") && link.len() < 600, "{link}");
        delete_everything(page).await;
        page.open("/").await;
        page.open(&link).await;
        page.by_role("button", "Use all 400").await.click().await;
        page.wait_for_text("You’re ready: all 400 skills done.").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_to_a_ladder_from_a_file_says_that_it_works_on_this_device_only() {
    visit("/open", async |page| {
        let ladder = ladder_with_skills([("knots".to_owned(), "Knots".to_owned())].into_iter());
        page.choose_file(&write_file(page, ladder.as_bytes())).await;
        page.by_role("heading", "Boats").await;
        Engine::WebKit.skip_in(PRIVATE_SESSION);
        page.wait_until("the ladder is cached", IS_CACHED).await;
        let origin = page.url().await.replace("/?ladder=", "");
        page.open(&format!("/plan?to=sailor&ladder={origin}")).await;
        rate(page, "Knots", "Have it").await;
        page.by_role("button", "Copy link to my ratings").await.click().await;
        page.wait_for_text("the link works on this device only").await;
        page.assert_accessible().await;
        let save = page.by_role("button", "Download the ladder").await;
        let (name, file) = page.download(&save).await;
        assert_eq!(name, "boats.json");
        assert_eq!(String::from_utf8(file).unwrap(), ladder);
    })
    .await;
}

#[tokio::test]
async fn an_exported_backup_restores_the_same_answers_after_deletion() {
    visit(PLAN, async |page| {
        rate(page, "Python", "Have it").await;
        rate(page, "ML frameworks", "Not yet").await;
        expand(page, "python").await;
        page.by_css("#plan-python textarea").await.focus().await;
        page.insert_text("é \"quoted\" \\ 👩‍💻").await;
        set_date(page, "python", "2027-02-28").await;
        page.by_css(".plan-group > .learn .seen input").await.click_label().await;
        page.wait_for_status("Saved").await;
        let save = page.by_role("button", "Backup file").await;
        let (name, file) = page.download(&save).await;
        assert_eq!(name, "ai-developer-answers.json");

        delete_everything(page).await;
        let kept = page.execute("return Object.values(localStorage).join('')").await;
        assert!(!kept.as_str().unwrap().contains("python"), "nothing should be left: {kept}");
        page.reload().await;
        page.wait_for_text("0 of 7 skills done, 7 to go.").await;
        assert_eq!(rating(page, "python").await, "");

        restore(page, &file).await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.wait_for_status("Saved").await;
        page.reload().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        let save = page.by_role("button", "Backup file").await;
        let (_, again) = page.download(&save).await;
        assert_eq!(answers(&again), answers(&file));
    })
    .await;
}

/// The button deletes the answers for all ladders and the ladders opened before. Undo restores all of it
/// until you leave the page.
#[tokio::test]
async fn all_data_on_the_device_can_be_deleted_and_restored() {
    visit("/open", async |page| {
        let other = json!({"format": 1, "id": "mine", "title": "My own", "skills": [{"id": "knots", "name": "Knots"}],
            "roles": [{"id": "sailor", "title": "Sailor", "skills": ["knots"]}]});
        page.choose_file(&write_file(page, other.to_string().as_bytes())).await;
        page.by_role("heading", "My own").await;
        let origin = page.url().await.replace("/?ladder=", "");
        let other_plan = format!("/plan?to=sailor&ladder={origin}");
        Engine::WebKit.skip_in(PRIVATE_SESSION);
        page.wait_until("the ladder is cached", IS_CACHED).await;
        page.open(&other_plan).await;
        rate(page, "Knots", "Learning").await;
        page.wait_for_status("Saved").await;
        page.open(PLAN).await;
        rate(page, "Python", "Have it").await;
        page.wait_for_status("Saved").await;

        page.by_role("button", "Delete my data").await.click().await;
        let dialog = page.by_role("dialog", "Delete everything?").await;
        let text = dialog.text().await;
        for expected in ["Career Progression for AI Developers, and for 1 other ladder", "The 1 ladder you opened"] {
            assert!(text.contains(expected), "{text}");
        }
        page.by_role("button", "Cancel").await.click().await;
        assert_eq!(rating(page, "python").await, "Have it");
        delete_everything(page).await;
        assert_eq!(rating(page, "python").await, "");
        page.wait_until("all data is deleted", IS_DELETED).await;
        page.assert_true("there is nothing left to delete", "return document.querySelector('.plan-forget').hidden").await;
        // A later change can be undone on its own, and then the deletion.
        page.by_css(".plan-group button").await.click().await;
        page.wait_for_text("4 of 7 skills done, 3 to go.").await;
        page.by_role("button", "Undo").await.click().await;
        page.wait_for_text("Your data is deleted.").await;

        page.by_role("button", "Undo").await.click().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.wait_for_status("Saved").await;
        page.wait_until("the ladder is cached again", IS_CACHED).await;
        page.reload().await;
        page.wait_for_text("1 of 7 skills done, 6 to go.").await;
        page.open(&other_plan).await;
        page.by_role("radiogroup", "Knots").await;
        page.wait_until("the answer for the other ladder is restored", "
            return document.querySelector('#plan-knots input:checked')?.getAttribute('aria-label') === 'Learning'").await;
    })
    .await;
}

/// Why WebKit skips tests that need an opened ladder to be kept.
const PRIVATE_SESSION: &str = "keeps opened ladders, which private sessions of WebKit do not";

/// Whether one opened ladder is in the cache and in the list of recent ladders.
const IS_CACHED: &str = "return (async () => {
    const texts = await (await caches.open('career-ladder:kept')).keys();
    return texts.length === 1 && (localStorage.getItem('career-ladder:opened') ?? '').includes('kept');
})()";

/// Whether no answer and no opened ladder is stored.
const IS_DELETED: &str = "return (async () => {
    const copies = await (await caches.open('career-ladder:kept')).keys();
    const texts = Object.values(localStorage).join('');
    return copies.length === 0 && !/python|knots|My own/.test(texts);
})()";

/// Deletes all data and confirms it.
async fn delete_everything(page: &Page) {
    page.by_role("button", "Delete my data").await.click().await;
    page.by_role("dialog", "Delete everything?").await;
    page.by_role("button", "Delete").await.click().await;
    page.wait_for_text("Your data is deleted.").await;
}

/// Restores a backup.
async fn restore(page: &Page, bytes: &[u8]) {
    page.choose_file(&write_file(page, bytes)).await;
    page.wait_for_text("restored.").await;
}

/// Writes a file and returns its path.
fn write_file(page: &Page, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("chosen-{}.json", page.server().port()));
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Returns the answers in a backup without their times.
fn answers(file: &[u8]) -> Vec<Value> {
    let file: Value = serde_json::from_slice(file).unwrap();
    let mut answers = file["answers"].as_array().unwrap().clone();
    for answer in &mut answers {
        answer.as_object_mut().unwrap().remove("at");
    }
    assert_eq!(answers.len(), 6, "{answers:?}");
    answers
}
