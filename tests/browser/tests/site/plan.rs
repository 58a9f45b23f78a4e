//! `/plan`: rating, what is left, what one learns from, and every way out and back in.

use browser_tests::{Page, visit};
use serde_json::{Value, json};

/// From the entry to the next role: seven skills, four of them the entry's own.
pub const PLAN: &str = "/plan?from=ai-developer&to=team-leader";

/// Chooses a rating of a skill, as one sees it.
pub async fn rate(page: &Page, skill: &str, choice: &str) {
    let group = page.by_role("radiogroup", skill).await;
    page.by_role_in(&group, "radio", choice).await.choose().await;
}

/// What is chosen for a skill, by its id; nothing where nothing is.
pub async fn rated(page: &Page, skill: &str) -> String {
    let chosen = format!(
        "return document.querySelector('#plan-{skill} input:checked')?.getAttribute('aria-label') ?? ''"
    );
    page.run(&chosen).await.as_str().unwrap_or_default().to_owned()
}

/// Opens the part of a skill that holds its resources, its date and its note.
pub async fn open_more(page: &Page, skill: &str) {
    page.css(&format!("#plan-{skill} summary")).await.click().await;
}

/// Types a date into the field of a skill, as the page itself would be told of it.
pub async fn set_date(page: &Page, skill: &str, date: &str) {
    page.css(&format!("#plan-{skill} input[type=date]")).await;
    let set = format!(
        "const field = document.querySelector('#plan-{skill} input[type=date]');
         field.value = '{date}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    page.run(&set).await;
}

#[tokio::test]
async fn without_a_choice_it_says_what_it_is_and_starts_at_once() {
    visit("/plan", async |page| {
        page.until_text("Your answers stay on this device").await;
        page.by_role("combobox", "Where I am").await.pick("AI Developer").await;
        page.until_address("/plan?from=ai-developer").await;
        page.by_role("link", "Team Leader").await.click().await;
        page.until_address(PLAN).await;
        page.by_role("heading", "What Team Leader asks for").await;
        page.back().await;
        page.until_address("/plan?from=ai-developer").await;
        page.forward().await;
        page.by_role("combobox", "Where I am").await.pick("Nowhere yet").await;
        page.until_address("/plan?to=team-leader").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn the_gap_shrinks_as_one_rates_and_says_what_comes_first() {
    visit(PLAN, async |page| {
        page.until_text("0 of 7 skills done, 7 to go.").await;
        assert_eq!(page.names("radiogroup").await.len(), 7);
        let group = page.by_role("radiogroup", "Python").await;
        assert_eq!(page.names_in(&group, "radio").await, ["Have it", "Learning", "Not yet"]);
        rate(page, "Python", "Have it").await;
        page.until_status("Saved").await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        rate(page, "Communication", "Learning").await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        let bar = page.by_role("progressbar", "Skills you have").await;
        assert_eq!(bar.inner().prop("value").await.unwrap().as_deref(), Some("1"));
        // What the way needs first stands first, and leads to its place.
        let left = "return [...document.querySelectorAll('.plan-left a')].map((a) => a.innerText)";
        let left = page.run(left).await;
        assert_eq!((left.as_array().unwrap().len(), &left[0]), (6, &json!("ML frameworks")));
        page.css(".plan-left li:last-child a").await.click().await;
        page.until("the skill has the focus", "return document.activeElement.closest('.plan-skill')?.id === 'plan-cross-functional-collaboration'").await;
        // The rest of a stage in one press, and back.
        page.css(".plan-group button").await.click().await;
        page.until_text("4 of 7 skills done, 3 to go.").await;
        page.by_role("button", "Undo").await.click().await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.by_role("button", "Clear the rating of Python").await.click().await;
        page.until_text("0 of 7 skills done, 7 to go.").await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn a_video_that_was_watched_is_so_wherever_it_stands() {
    visit("/roles/ai-developer", async |page| {
        page.css(".video-card .seen input").await.choose().await;
        page.open(PLAN).await;
        open_more(page, "python").await;
        page.until(
            "it is ticked",
            "return document.querySelector('#plan-python .seen input')?.checked",
        )
        .await;
        page.css("#plan-python .seen input").await.choose().await;
        page.until_status("Saved").await;
        page.open("/roles/ai-developer").await;
        page.until(
            "it is not",
            "return document.querySelector('.video-card .seen input')?.checked === false",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_date_and_a_note_are_kept_and_go_into_the_files() {
    visit(PLAN, async |page| {
        let calendar = page.by_role("button", "Calendar").await;
        calendar.click().await;
        page.until_text("Nothing that is left has a date yet.").await;
        open_more(page, "python").await;
        set_date(page, "python", "2027-02-28").await;
        page.css("#plan-python textarea").await.type_text("Ask, then read; twice").await;
        page.until_text("By 28 February 2027. Ask, then read; twice").await;
        page.until_status("Saved").await;
        page.reload().await;
        page.until_text("By 28 February 2027. Ask, then read; twice").await;
        let (name, bytes) = page.download(&page.by_role("button", "Calendar").await).await;
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(name, "ai-developer-plan.ics");
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20270228\r\nSUMMARY:Python\r\n"), "{text}");
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
async fn a_link_shows_its_ratings_beside_ones_own_and_overwrites_nothing() {
    visit(PLAN, async |page| {
        page.grant(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
        rate(page, "Python", "Have it").await;
        rate(page, "Communication", "Learning").await;
        page.by_role("button", "Copy a link with your ratings").await.click().await;
        page.until_text("Link copied.").await;
        let link = page.run("return navigator.clipboard.readText()").await;
        let link = link.as_str().unwrap().strip_prefix(page.server().origin()).unwrap().to_owned();
        assert!(link.starts_with(&format!("{PLAN}#plan=1.")), "{link}");
        forget(page).await;
        rate(page, "Python", "Not yet").await;
        page.until_status("Saved").await;

        page.open("/").await;
        page.open(&link).await;
        page.until_text("Someone shared their ratings with you.").await;
        assert_eq!(rated(page, "python").await, "Not yet");
        page.by_role("button", "Take over: Communication").await.click().await;
        page.until("taken", "return document.querySelector('#plan-communication input:checked')?.ariaLabel === 'Learning'").await;
        assert_eq!(rated(page, "python").await, "Not yet");
        page.by_role("button", "Take over all 1").await.click().await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.by_role("button", "Undo").await.click().await;
        page.until_text("0 of 7 skills done, 7 to go.").await;
        assert_eq!(rated(page, "python").await, "Not yet");
        page.assert_accessible().await;
        page.by_role("button", "Close").await.click().await;
        page.until_address(PLAN).await;
        assert!(page.requests().await.iter().all(|address| !address.contains("plan=1")));

        // What the ladder no longer has is kept, and shown as such.
        page.open("/").await;
        page.open(&format!("{PLAN}#plan=1.766443e6.ai-developer;have:apis,python;level:two:git")).await;
        page.by_role("button", "Take over all 3").await.click().await;
        page.by_role("heading", "Kept, though this ladder no longer has it").await;
        page.until_text("git: two (a level this ladder no longer has)").await;
        page.until_status("Saved").await;

        page.open("/").await;
        page.open(&link[..link.len() - 3]).await;
        page.until_text("Part of this link is missing").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_exported_is_equal_once_it_was_forgotten_and_opened_again() {
    visit(PLAN, async |page| {
        rate(page, "Python", "Have it").await;
        rate(page, "ML frameworks", "Not yet").await;
        open_more(page, "python").await;
        page.css("#plan-python textarea").await.type_text("é \"quoted\" \\ 👩‍💻").await;
        set_date(page, "python", "2027-02-28").await;
        page.css("#plan-python .seen input").await.choose().await;
        page.until_status("Saved").await;
        let save = page.by_role("button", "Everything, to open again").await;
        let (name, file) = page.download(&save).await;
        assert_eq!(name, "ai-developer-answers.json");

        forget(page).await;
        let kept = page.run("return Object.values(localStorage).join('')").await;
        assert!(!kept.as_str().unwrap().contains("python"), "nothing of it is left: {kept}");
        page.reload().await;
        page.until_text("0 of 7 skills done, 7 to go.").await;
        assert_eq!(rated(page, "python").await, "");

        open_file(page, &file).await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.until_status("Saved").await;
        page.reload().await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        let save = page.by_role("button", "Everything, to open again").await;
        let (_, again) = page.download(&save).await;
        assert_eq!(answers(&again), answers(&file));
    })
    .await;
}

/// One button, whatever ladder is open: the answers to every ladder, those opened before and their
/// copies. Until one leaves the page, all of it comes back.
#[tokio::test]
async fn everything_on_the_device_is_forgotten_and_brought_back() {
    visit("/open", async |page| {
        let other = json!({"format": 1, "id": "mine", "title": "My own", "skills": [{"id": "knots", "name": "Knots"}],
            "roles": [{"id": "sailor", "title": "Sailor", "skills": ["knots"]}]});
        page.css("input[type=file]").await.type_text(on_disk(page, other.to_string().as_bytes())).await;
        page.by_role("heading", "My own").await;
        let origin = page.address().await.replace("/?ladder=", "");
        let theirs = format!("/plan?to=sailor&ladder={origin}");
        page.until("its text is kept", KEPT_COPY).await;
        page.open(&theirs).await;
        rate(page, "Knots", "Learning").await;
        page.until_status("Saved").await;
        page.open(PLAN).await;
        rate(page, "Python", "Have it").await;
        page.until_status("Saved").await;

        page.by_role("button", "Forget everything").await.click().await;
        let question = page.by_role("dialog", "Forget everything?").await;
        let said = question.text().await;
        for goes in ["Career Progression for AI Developers, and to 1 other ladder", "The list of 1 ladder"] {
            assert!(said.contains(goes), "{said}");
        }
        page.by_role("button", "Keep everything").await.click().await;
        assert_eq!(rated(page, "python").await, "Have it");
        forget(page).await;
        assert_eq!(rated(page, "python").await, "");
        page.until("nothing is left", NOTHING_KEPT).await;
        page.assert_that("there is nothing more to forget", "return document.querySelector('.plan-forget').hidden").await;
        // A change of many answers can be undone for itself, and forgetting still after it.
        page.css(".plan-group button").await.click().await;
        page.until_text("4 of 7 skills done, 3 to go.").await;
        page.by_role("button", "Undo").await.click().await;
        page.until_text("Your data is deleted.").await;

        page.by_role("button", "Undo").await.click().await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.until_status("Saved").await;
        page.until("its text is kept again", KEPT_COPY).await;
        page.reload().await;
        page.until_text("1 of 7 skills done, 6 to go.").await;
        page.open(&theirs).await;
        page.by_role("radiogroup", "Knots").await;
        page.until("the other ladder's answer is back", "
            return document.querySelector('#plan-knots input:checked')?.getAttribute('aria-label') === 'Learning'").await;
    })
    .await;
}

/// Whether the text of a ladder opened before is on the device, and in the list of them.
const KEPT_COPY: &str = "return (async () => {
    const texts = await (await caches.open('career-ladder:kept')).keys();
    return texts.length === 1 && (localStorage.getItem('career-ladder:opened') ?? '').includes('kept');
})()";

/// Whether nothing is on the device of what was answered and opened.
const NOTHING_KEPT: &str = "return (async () => {
    const copies = await (await caches.open('career-ladder:kept')).keys();
    const texts = Object.values(localStorage).join('');
    return copies.length === 0 && !/python|knots|My own/.test(texts);
})()";

/// Forgets everything, and says yes.
async fn forget(page: &Page) {
    page.by_role("button", "Forget everything").await.click().await;
    page.by_role("dialog", "Forget everything?").await;
    page.by_role("button", "Forget everything now").await.click().await;
    page.until_text("Your data is deleted.").await;
}

/// Opens a file of answers from the visitor's device.
async fn open_file(page: &Page, bytes: &[u8]) {
    page.css("input[type=file]").await.type_text(on_disk(page, bytes)).await;
    page.until_text("read from the file.").await;
}

/// A file with these bytes, in the folder that tests have for such.
fn on_disk(page: &Page, bytes: &[u8]) -> String {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("chosen-{}.json", page.server().port()));
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

/// What was answered in a file, without when.
fn answers(file: &[u8]) -> Vec<Value> {
    let file: Value = serde_json::from_slice(file).unwrap();
    let mut answers = file["answers"].as_array().unwrap().clone();
    for answer in &mut answers {
        answer.as_object_mut().unwrap().remove("at");
    }
    assert_eq!(answers.len(), 5, "{answers:?}");
    answers
}
