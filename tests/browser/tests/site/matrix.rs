//! `/skills`: the skills matrix and its filters.

use crate::bundled::ROLES;
use browser_tests::{Key, Page, visit};
use serde_json::Value;

#[tokio::test]
async fn a_real_table_has_a_row_header_a_skill_and_a_column_a_role() {
    visit("/skills", async |page| {
        let table = page.by_role("table", "Skills matrix").await;
        let columns: Vec<_> =
            ["Skill"].into_iter().chain(ROLES.iter().map(|role| role.short)).collect();
        assert_eq!(page.names_in(&table, "columnheader").await, columns);
        let rows = page.names_in(&table, "rowheader").await;
        // The skills in their groups, and a header a group.
        assert_eq!(rows.len(), 19 + 6, "{rows:?}");
        assert_eq!(
            rows[..3],
            ["From AI Developer on", "Python", "ML frameworks TensorFlow, PyTorch"]
        );
        assert_eq!(page.names_in(&table, "cell").await.len(), 19 * 6);
        page.until_status("19 skills across 6 roles.").await;
        for (row, said) in [
            ("Python", ["Core", "Carried", "Carried", "Carried", "Carried", "Carried"]),
            ("Stakeholder management", ["", "", "Asked for", "Core", "Carried", "Carried"]),
            ("Technical evangelism", ["", "", "", "", "", "Asked for"]),
        ] {
            assert_eq!(cells(page, row).await, said, "{row}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_legend_says_what_the_marks_mean() {
    visit("/skills", async |page| {
        let legend = page.css("dl[aria-label=Legend]").await.text().await;
        for word in ["Core", "Asked for", "Carried"] {
            assert!(legend.contains(word), "{word} in {legend}");
        }
        assert!(!legend.contains("Optional"), "this ladder has nothing optional");
        // Told apart by shape as well: no two marks look alike without their colour.
        let looks = "
            const look = (kind) => {
                const mark = document.querySelector(`.skill-matrix [data-asked=${kind}] .mark`);
                return getComputedStyle(mark, '::before').content;
            };
            return new Set(['core', 'required', 'carried'].map(look)).size === 3";
        page.assert_that("three shapes", looks).await;
    })
    .await;
}

#[tokio::test]
async fn typing_narrows_the_rows_in_one_entry_of_the_history() {
    visit("/skills", async |page| {
        let before = page.run("return history.length").await;
        let field = page.by_role("searchbox", "Filter skills").await;
        field.type_text("torch").await;
        page.until_status("1 of 19 skills across 6 roles.").await;
        page.until_address("/skills?q=torch").await;
        assert_eq!(skills(page).await, ["ML frameworks"]);
        assert_eq!(page.run("return history.length").await, before);
        field.press(Key::Backspace).await;
        page.until_address("/skills?q=torc").await;
        field.type_text(" zzz").await;
        page.until_status("No skill matches.").await;
        page.until_gone("table", "Skills matrix").await;
        page.by_role("button", "Clear all").await.click().await;
        page.until_status("19 skills across 6 roles.").await;
        assert_eq!(field.value().await, "");
        page.assert_that(
            "the focus is not lost with the button",
            "return document.activeElement.closest('search') !== null",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_for_and_how_narrows_the_rows() {
    visit("/skills", async |page| {
        let how = page.by_role("combobox", "Asked for as").await;
        how.pick("Core").await;
        page.until_address("/skills?as=core").await;
        page.until_status("12 of 19 skills across 6 roles.").await;
        how.pick("Asked for").await;
        page.until_address("/skills?as=required").await;
        page.until_status("8 of 19 skills across 6 roles.").await;
        how.pick("Any").await;
        page.until_address("/skills").await;
        page.until_status("19 skills across 6 roles.").await;
    })
    .await;
}

#[tokio::test]
async fn chosen_roles_are_the_columns_and_their_skills_the_rows() {
    visit("/skills", async |page| {
        page.css(".role-choice summary").await.click().await;
        page.by_role("checkbox", "AI Developer").await.choose().await;
        page.until_address("/skills?roles=ai-developer").await;
        page.until_status("4 of 19 skills across 1 of 6 roles.").await;
        page.by_role("checkbox", "Team Leader").await.choose().await;
        page.until_address("/skills?roles=ai-developer,team-leader").await;
        page.until_status("7 of 19 skills across 2 of 6 roles.").await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(
            page.names_in(&table, "columnheader").await,
            ["Skill", "AI Developer", "Team Leader"]
        );
        page.by_role("checkbox", "Only what differs").await.choose().await;
        page.until_address("/skills?roles=ai-developer,team-leader&only=differences").await;
        page.by_role("checkbox", "AI Developer").await.choose().await;
        page.until_address("/skills?roles=team-leader&only=differences").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_back_forward_and_a_shared_link_give_the_same_view() {
    visit("/skills", async |page| {
        let plain = view(page).await;
        page.by_role("searchbox", "Filter skills").await.type_text("str").await;
        page.until_address("/skills?q=str").await;
        let how = page.by_role("combobox", "Asked for as").await;
        how.pick("Core").await;
        page.until_address("/skills?q=str&as=core").await;
        let narrow = view(page).await;
        assert_ne!(plain, narrow);
        page.reload().await;
        assert_eq!(view(page).await, narrow, "after a reload");
        page.back().await;
        page.until_address("/skills?q=str").await;
        page.forward().await;
        page.until_address("/skills?q=str&as=core").await;
        page.until_status("3 of 19 skills").await;
        assert_eq!(view(page).await, narrow, "after Back and Forward");
        page.by_role("button", "Clear all").await.click().await;
        page.until_address("/skills").await;
        assert_eq!(view(page).await, plain, "after Clear all");
        page.open("/skills?as=core&q=str&gclid=1").await;
        assert_eq!(view(page).await, narrow, "by a shared link");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_role_in_the_address_is_named_and_passed_over() {
    visit("/skills?roles=juggler&category=circus", async |page| {
        page.until_text("nothing with the id circus, juggler").await;
        page.until_status("19 skills across 6 roles.").await;
    })
    .await;
}

#[tokio::test]
async fn the_headers_stay_while_one_scrolls() {
    visit("/skills", async |page| {
        let stays = "
            const last = [...document.querySelectorAll('.skill-matrix tbody tr')].at(-1);
            const frame = document.querySelector('.matrix-frame');
            frame.scrollIntoView();
            frame.scrollTo(frame.scrollWidth, frame.scrollHeight);
            if (getComputedStyle(frame).overflowY === 'clip') last.scrollIntoView({ block: 'center' });
            const seen = (cell) => {
                const { left, top, width, height } = cell.getBoundingClientRect();
                const there = document.elementFromPoint(left + width / 2, top + height / 2);
                return cell.contains(there);
            };
            const head = document.querySelector('.skill-matrix thead th:last-child');
            const corner = document.querySelector('.skill-matrix thead th:first-child');
            return [scrollY, seen(head), seen(corner), seen(last.querySelector('th'))]";
        for width in [820, 1440] {
            page.set_width(width).await;
            page.run("scrollTo(0, 0)").await;
            let seen = page.run(stays).await;
            assert_eq!(seen.as_array().unwrap()[1..], [true, true, true], "at {width}: {seen}");
        }
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_it_is_a_list_that_is_still_a_table_to_those_who_hear_it() {
    visit("/skills", async |page| {
        page.set_width(390).await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(page.names_in(&table, "rowheader").await.len(), 25);
        assert_eq!(page.names_in(&table, "columnheader").await.len(), 7);
        let row = "return [...document.querySelectorAll('.skill-matrix tr')]
            .find((row) => row.innerText.startsWith('Stakeholder')).innerText.replace(/\\s+/g, ' ')";
        let row = page.run(row).await;
        let said = "Stakeholder management Project Manager Asked for VP of AI Core";
        assert!(row.as_str().unwrap().starts_with(said), "{row}");
        let inside = "return [...document.querySelectorAll('.skill-matrix *')]
            .every((part) => part.getBoundingClientRect().right <= 390)";
        page.assert_that("nothing of it is beyond the edge", inside).await;
        page.by_role("searchbox", "Filter skills").await.type_text("python").await;
        page.until_status("1 of 19 skills").await;
    })
    .await;
}

#[tokio::test]
async fn the_download_is_a_csv_of_what_is_shown() {
    visit("/skills?q=stakeholder", async |page| {
        page.until_status("1 of 19 skills").await;
        let button = page.by_role("button", "Download as CSV").await;
        let (name, bytes) = page.download(&button).await;
        assert_eq!(name, "ai-developer-skills.csv");
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "\u{feff}Group,Skill,AI Developer,Team Leader,Project Manager,\
             Vice President (VP) of AI,Director of AI,Chief Technical Officer (CTO)\r\n\
             From Project Manager on,Stakeholder management,,,Asked for,Core,Carried,Carried\r\n"
        );
        page.by_role("button", "Clear all").await.click().await;
        page.until_status("19 skills").await;
        let (_, bytes) = page.download(&button).await;
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.split("\r\n").count(), 1 + 19 + 1, "{text}");
        assert!(!text.replace("\r\n", "").contains('\n'), "every line ends in CRLF");
    })
    .await;
}

/// The names of the skills in the rows that are shown.
async fn skills(page: &Page) -> Vec<String> {
    let shown = "return [...document.querySelectorAll('.skill-matrix tbody tr:not(.group) th a')]
        .filter((link) => link.checkVisibility()).map((link) => link.innerText)";
    serde_json::from_value(page.run(shown).await).unwrap()
}

/// What the cells of a skill's row say.
async fn cells(page: &Page, skill: &str) -> Vec<String> {
    let said = format!(
        "return [...[...document.querySelectorAll('.skill-matrix th a')]
            .find((link) => link.innerText === '{skill}').closest('tr').querySelectorAll('td')]
            .map((cell) => cell.innerText.trim())"
    );
    serde_json::from_value(page.run(&said).await).unwrap()
}

/// All one can see in the content, and what stands in the fields.
async fn view(page: &Page) -> Value {
    page.run(
        "return document.querySelector('main').innerText +
            [...document.querySelectorAll('main :is(input, select)')]
                .map((field) => field.value + field.checked)",
    )
    .await
}
