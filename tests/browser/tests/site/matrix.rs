//! `/skills`: the skills matrix.

use crate::bundled_ladder::ROLES;
use browser_tests::{Key, Page, visit};

#[tokio::test]
async fn the_matrix_is_a_table_with_a_row_per_skill_and_a_column_per_role() {
    visit("/skills", async |page| {
        let table = page.by_role("table", "Skills matrix").await;
        let columns: Vec<_> =
            ["Skill"].into_iter().chain(ROLES.iter().map(|role| role.short_title)).collect();
        assert_eq!(page.names_in(&table, "columnheader").await, columns);
        let rows = page.names_in(&table, "rowheader").await;
        // 19 skills and 6 group headings.
        assert_eq!(rows.len(), 19 + 6, "{rows:?}");
        assert_eq!(
            rows[..3],
            ["Needed from AI Developer up", "Python", "ML frameworks TensorFlow, PyTorch"]
        );
        assert_eq!(page.names_in(&table, "cell").await.len(), 19 * 6);
        page.wait_for_status("19 skills in 6 roles.").await;
        for (row, expected) in [
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
            assert_eq!(cells(page, row).await, expected, "{row}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_legend_explains_the_marks() {
    visit("/skills", async |page| {
        let legend = page.by_css("dl[aria-label=Legend]").await.text().await;
        for word in ["Key", "Required", "Carried over"] {
            assert!(legend.contains(word), "{word} in {legend}");
        }
        assert!(!legend.contains("Nice to have"), "this ladder has no optional skills");
        // The marks differ by shape, not only by color.
        let shapes = "
            const look = (kind) => {
                const mark = document.querySelector(`.skill-matrix .mark[data-requirement=${kind}]`);
                return getComputedStyle(mark, '::before').content;
            };
            return new Set(['core', 'required', 'carried'].map(look)).size === 3";
        page.assert_true("there are three shapes", shapes).await;
    })
    .await;
}

#[tokio::test]
async fn two_chosen_columns_lead_to_their_comparison() {
    visit("/skills", async |page| {
        let choose = async |role: &str| {
            page.by_role("button", &format!("Choose {role} to compare")).await.click().await;
        };
        choose("Project Manager").await;
        page.wait_for_text("Choose one more role to compare.").await;
        choose("Team Leader").await;
        page.assert_accessible().await;
        page.by_role("link", "Compare Team Leader and Project Manager").await.click().await;
        page.wait_for_url("/compare?from=team-leader&to=project-manager").await;
        // Two columns left by the filter are a choice, too.
        page.open("/skills?roles=cto,ai-developer").await;
        page.by_role("link", "Compare AI Developer and CTO").await;
    })
    .await;
}

#[tokio::test]
async fn ten_roles_fit_on_a_wide_screen_without_scrolling_sideways() {
    visit("/skills?ladder=ai-careers", async |page| {
        page.set_width(1440).await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(page.names_in(&table, "columnheader").await.len(), 11);
        let fits = "
            const frame = document.querySelector('.matrix-frame').getBoundingClientRect();
            return [...document.querySelectorAll('.skill-matrix :is(th, td, .mark)')]
                .every((part) => part.getBoundingClientRect().right <= frame.right + 1)";
        page.assert_true("the last column is in view", fits).await;
    })
    .await;
}

#[tokio::test]
async fn the_row_with_the_pointer_or_the_focus_is_highlighted() {
    visit("/skills", async |page| {
        let background = "
            const row = [...document.querySelectorAll('.skill-matrix tbody tr')]
                .find((row) => row.innerText.startsWith('Budgeting'));
            return getComputedStyle(row).backgroundColor";
        let before = page.execute(background).await;
        // From the keyboard, so that the focus is visible.
        page.press(Key::Tab).await;
        page.by_role("link", "Budgeting").await.focus().await;
        assert_ne!(page.execute(background).await, before);
        page.by_role("link", "Python").await.focus().await;
        assert_eq!(page.execute(background).await, before);
    })
    .await;
}

#[tokio::test]
async fn the_headers_stay_in_view_while_scrolling() {
    visit("/skills", async |page| {
        let visible = "
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
            page.execute("scrollTo(0, 0)").await;
            let seen = page.execute(visible).await;
            assert_eq!(seen.as_array().unwrap()[1..], [true, true, true], "at {width}: {seen}");
        }
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_the_matrix_looks_like_a_list_but_is_exposed_as_a_table() {
    visit("/skills", async |page| {
        page.set_width(390).await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(page.names_in(&table, "rowheader").await.len(), 25);
        assert_eq!(page.names_in(&table, "columnheader").await.len(), 7);
        let row = "return [...document.querySelectorAll('.skill-matrix tr')]
            .find((row) => row.innerText.startsWith('Stakeholder')).innerText.replace(/\\s+/g, ' ')";
        let row = page.execute(row).await;
        let expected = "Stakeholder management Project Manager Required VP of AI Key";
        assert!(row.as_str().unwrap().starts_with(expected), "{row}");
        let inside = "return [...document.querySelectorAll('.skill-matrix *')]
            .every((part) => part.getBoundingClientRect().right <= 390)";
        page.assert_true("nothing overflows", inside).await;
        page.by_role("searchbox", "Filter skills").await.type_text("python").await;
        page.wait_for_status("1 of 19 skills").await;
    })
    .await;
}

#[tokio::test]
async fn the_csv_download_has_the_rows_that_are_shown() {
    visit("/skills?q=stakeholder", async |page| {
        page.wait_for_status("1 of 19 skills").await;
        let button = page.by_role("button", "Download CSV").await;
        let (name, bytes) = page.download(&button).await;
        assert_eq!(name, "ai-developer-skills.csv");
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "\u{feff}Category,Skill,AI Developer,Team Leader,Project Manager,\
             Vice President (VP) of AI,Director of AI,Chief Technical Officer (CTO)\r\n\
             Needed from Project Manager up,Stakeholder management,,,Required,Key,Carried over,Carried over\r\n"
        );
        page.by_role("button", "Clear filters").await.click().await;
        page.wait_for_status("19 skills").await;
        let (_, bytes) = page.download(&button).await;
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.split("\r\n").count(), 1 + 19 + 1, "{text}");
        assert!(!text.replace("\r\n", "").contains('\n'), "every line ends in CRLF");
    })
    .await;
}

/// Returns the text of the cells in a skill's row.
async fn cells(page: &Page, skill: &str) -> Vec<String> {
    let script = format!(
        "return [...[...document.querySelectorAll('.skill-matrix th a')]
            .find((link) => link.innerText === '{skill}').closest('tr').querySelectorAll('td')]
            .map((cell) => cell.innerText.trim())"
    );
    serde_json::from_value(page.execute(&script).await).unwrap()
}
