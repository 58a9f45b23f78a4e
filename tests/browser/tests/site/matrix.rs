//! `/skills`: the skills matrix.

use crate::bundled::ROLES;
use browser_tests::{Page, visit};

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
            ["Needed from AI Developer up", "Python", "ML frameworks TensorFlow, PyTorch"]
        );
        assert_eq!(page.names_in(&table, "cell").await.len(), 19 * 6);
        page.until_status("19 skills in 6 roles.").await;
        for (row, said) in [
            (
                "Python",
                [
                    "Key",
                    "Carried over",
                    "Carried over",
                    "Carried over",
                    "Carried over",
                    "Carried over",
                ],
            ),
            ("Stakeholder management", ["", "", "Required", "Key", "Carried over", "Carried over"]),
            ("Technical evangelism", ["", "", "", "", "", "Required"]),
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
        for word in ["Key", "Required", "Carried over"] {
            assert!(legend.contains(word), "{word} in {legend}");
        }
        assert!(!legend.contains("Nice to have"), "this ladder has nothing optional");
        // Told apart by shape as well: no two marks look alike without their colour.
        let looks = "
            const look = (kind) => {
                const mark = document.querySelector(`.skill-matrix .mark[data-asked=${kind}]`);
                return getComputedStyle(mark, '::before').content;
            };
            return new Set(['core', 'required', 'carried'].map(look)).size === 3";
        page.assert_that("three shapes", looks).await;
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
        let said = "Stakeholder management Project Manager Required VP of AI Key";
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
            "\u{feff}Category,Skill,AI Developer,Team Leader,Project Manager,\
             Vice President (VP) of AI,Director of AI,Chief Technical Officer (CTO)\r\n\
             Needed from Project Manager up,Stakeholder management,,,Required,Key,Carried over,Carried over\r\n"
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

/// What the cells of a skill's row say.
async fn cells(page: &Page, skill: &str) -> Vec<String> {
    let said = format!(
        "return [...[...document.querySelectorAll('.skill-matrix th a')]
            .find((link) => link.innerText === '{skill}').closest('tr').querySelectorAll('td')]
            .map((cell) => cell.innerText.trim())"
    );
    serde_json::from_value(page.run(&said).await).unwrap()
}
