//! Markdown: headings, lists, labels, links, tables, and the report.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // tests may panic

use import::{Imported, Mapping, RemarkKind, SourceFile, import};
use ladder::{Ladder, read};
use proptest::prelude::*;
use std::path::Path;

fn imported(pages: &[&str]) -> Imported {
    let files: Vec<_> =
        pages.iter().map(|text| SourceFile { name: "page.md", bytes: text.as_bytes() }).collect();
    import(&files, &Mapping::default()).unwrap()
}

fn ladder(text: &str) -> Ladder {
    let reading = imported(&[text]).document.check();
    reading.ladder.unwrap_or_else(|| panic!("{:?}", reading.problems))
}

fn remarks(imported: &Imported, kind: RemarkKind) -> Vec<String> {
    let of_kind = imported.remarks.iter().filter(|remark| remark.kind == kind);
    let line = |remark: &import::Remark| {
        format!("{}: {}", remark.location.unwrap().place.line, remark.message)
    };
    of_kind.map(line).collect()
}

/// In the style of a page that lists roles one after the other.
const ROLES: &str = "\
# The Bench

Who does what, and what comes next:

## 1. 🔧 Apprentice

* **First Year**: Learns the trade.
* **Core Responsibilities**:
    - Repairs brakes.
    - Greets people, see [the list](https://example.org/list).
* **Skill Focus**: brakes, wheels (stand, spoke key), talking.
* 📺 [How to true a wheel](https://www.youtube.com/watch?v=CCCCCCCCCCC&t=22s) shows all of it.

# 2. Master of Wheels (MW)

* **Responsibilities:** Builds wheels
* **Skills**: wheels
📺 [How to true a wheel](https://www.youtube.com/watch?v=CCCCCCCCCCC&t=22s) once more.

## Summary

| Role | Focus Area | Key Skills | Impact |
|---|---|---|---|
| Apprentice | Brakes | brakes | Safe bicycles |
| MW | Wheels | wheels, truing | |

## [Back](./index.md)
";

#[test]
fn a_heading_is_a_role_with_its_lists_links_and_row_of_the_summary() {
    let ladder = ladder(ROLES);
    assert_eq!(ladder.title, "The Bench");
    assert_eq!(ladder.summary.as_deref(), Some("Who does what, and what comes next."));
    let apprentice = &ladder.roles[0];
    assert_eq!((apprentice.id.as_str(), apprentice.icon.as_deref()), ("apprentice", Some("🔧")));
    assert_eq!(
        (apprentice.stage.as_deref(), apprentice.summary.as_deref()),
        (Some("First Year"), Some("Learns the trade."))
    );
    assert_eq!(
        (apprentice.focus.as_deref(), apprentice.impact.as_deref()),
        (Some("Brakes"), Some("Safe bicycles"))
    );
    let texts: Vec<_> =
        apprentice.responsibilities.iter().map(|statement| statement.text.as_str()).collect();
    assert_eq!(texts, ["Repairs brakes.", "Greets people, see the list."]);
    assert_eq!(apprentice.responsibilities[1].links[0].url.as_str(), "https://example.org/list");
    let skills: Vec<_> = ladder.skills.iter().map(|skill| skill.name.as_str()).collect();
    assert_eq!(skills, ["Brakes", "Wheels", "Talking", "truing"]);
    assert_eq!(ladder.skills[1].includes, ["stand", "spoke key"]);
    assert_eq!(ladder.resources.len(), 1);
    assert_eq!(apprentice.resources[0].start, Some(22));
    assert_eq!(apprentice.resources[0].note.as_deref(), Some("shows all of it."));
    let master = &ladder.roles[1];
    assert_eq!((master.id.as_str(), master.short_title.as_deref()), ("mw", Some("MW")));
    assert_eq!(master.resources[0].note.as_deref(), Some("once more."));
    assert_eq!(master.core().count(), 2);
}

#[test]
fn what_is_guessed_and_left_out_is_told_with_its_line() {
    let imported = imported(&[ROLES]);
    assert_eq!(
        remarks(&imported, RemarkKind::Guessed),
        [
            "3: the colon at the end of the summary is a full stop",
            "7: `First Year` is the stage, and what follows is the summary",
            "25: `MW` is short for `Master of Wheels (MW)`"
        ]
    );
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        ["27: the heading `Back` has nothing below it that is read"]
    );
}

#[test]
fn a_link_or_emphasis_that_a_ladder_cannot_keep_is_told() {
    let page = "# Workshop\n\nSee [the guide](https://example.org/guide).\n\n\
                ## Apprentice of [Wheels](https://example.org/wheels)\n\n\
                Skills: brakes, *big* wheels\n\n- [A film](https://example.org/film)\n";
    let imported = imported(&[page]);
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        ["5: the link to https://example.org/wheels", "7: emphasis: names and labels are plain"]
    );
}

#[test]
fn a_table_with_one_row_a_role_keeps_line_breaks_and_links() {
    let ladder = ladder(
        "# Workshop\n\n| Level | Title | Expectations |\n|---|---|---|\n| 1 | Apprentice | Repairs brakes<br>Asks *early* |\n| 2 | Mechanic | **Signs off** repairs, see [the list](https://example.org/list) |\n",
    );
    assert_eq!(ladder.roles[0].responsibilities.len(), 2);
    assert_eq!(ladder.roles[0].grade.as_deref(), Some("1"));
    let signs = &ladder.roles[1].responsibilities[0];
    assert_eq!((signs.text.as_str(), signs.links.len()), ("Signs off repairs, see the list", 1));
}

#[test]
fn a_table_with_one_row_a_skill_is_a_matrix() {
    let ladder = ladder(
        "# Workshop\n\n| Skill | Junior | Senior |\n|---|---|---|\n| Wheels | Basic | Expert |\n| Brakes | | ✓ |\n",
    );
    assert_eq!((ladder.roles.len(), ladder.skills.len(), ladder.scale.len()), (2, 2, 2));
}

#[test]
fn headings_that_repeat_below_roles_are_groups_of_responsibilities() {
    let ladder = ladder(
        "# Engineering\n\n## Junior\n\nStarts out.\n\n### Craft\n- Writes code\n\n### People\n- Listens\n\n## Senior\n\n### Craft\n- Designs\n  - with care\n\n### People\n- Mentors\n\n### Skills\n- Design\n- Review (of code)\n",
    );
    let titles: Vec<_> = ladder.roles.iter().map(|role| role.title.as_str()).collect();
    assert_eq!(titles, ["Junior", "Senior"]);
    assert_eq!(ladder.roles[0].summary.as_deref(), Some("Starts out."));
    let groups: Vec<_> = ladder.roles[1]
        .responsibilities
        .iter()
        .map(|statement| statement.group.as_deref())
        .collect();
    assert_eq!(groups, [Some("Designs"), Some("People")]);
    assert_eq!(ladder.roles[1].skills.len(), 2);
}

#[test]
fn headings_below_skills_are_skills() {
    let ladder = ladder(
        "# Bench\n\n## Roles\n\n### Lead\n- Leads\n\n## Skills\n\n### Wheels\nEverything round.\n\n- **Basic**: trues\n- **Expert**: builds\n",
    );
    assert_eq!((ladder.roles.len(), ladder.skills.len()), (1, 1));
    assert_eq!(ladder.skills[0].description.as_deref(), Some("Everything round."));
    assert_eq!(ladder.skills[0].levels.len(), 2);
}

#[test]
fn headings_above_several_roles_are_tracks() {
    let ladder = ladder(
        "# Bench\n\n## Making\n\n### Maker\n- Makes\n\n### Master\n- Masters\n\n## Leading\n\n### Lead\n- Leads\n\n### Head\n- Heads\n",
    );
    let track = |at: usize| ladder[ladder.roles[at].track.unwrap()].name.as_str();
    assert_eq!(
        [track(0), track(1), track(2), track(3)],
        ["Making", "Making", "Leading", "Leading"]
    );
}

#[test]
fn several_pages_become_one_ladder() {
    let reading =
        imported(&["---\ntitle: Bench\nid: bench\n---\n\n# Maker\n- Makes\n", "# Lead\n- Leads\n"])
            .document
            .check();
    let ladder = reading.ladder.unwrap();
    assert_eq!((ladder.id.as_str(), ladder.roles.len()), ("bench", 2));
}

#[test]
fn prose_is_kept_as_notes() {
    let ladder = ladder(
        "# Bench\n\nHow we work.\n\n## Questions\n\nWho decides?\n\nAll of us, see [this](https://example.org).\n\n## Lead\n- Leads\n",
    );
    assert_eq!(ladder.notes[0].title, "Questions");
    assert_eq!(ladder.notes[0].text, "Who decides?\n\nAll of us, see this.");
    assert_eq!(
        ladder.notes[0].text.source(),
        "Who decides?\n\nAll of us, see [this](https://example.org)."
    );
    assert!(ladder.notes[0].links.is_empty(), "the link is not shown twice");
}

#[test]
fn problems_are_at_their_line() {
    let reading = imported(&["# Bench\n\n## Lead\n- Leads\n- **Id**: The Lead\n"]).document.check();
    assert_eq!(reading.problems[0].problem.place, Some(ladder::Place { line: 5, column: 5 }));
}

/// The page from which the bundled ladder was written by hand. Skipped if it is not available.
#[test]
fn the_source_of_the_bundled_ladder_gives_the_bundled_ladder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} does not exist", folder.display());
        return;
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    let pages: Vec<_> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    let files: Vec<_> = pages.iter().map(|bytes| SourceFile { name: "seed.md", bytes }).collect();
    let mapping = include_str!("fixtures/ai-developer.map.yaml");
    assert!(mapping.lines().count() <= 30);
    let mapping = Mapping::read("map.yaml", mapping.as_bytes()).unwrap();
    let imported = import(&files, &mapping).unwrap().document.check().ladder.unwrap();
    let mut bundled = read(include_str!("../../../public/ladders/ai-developer.json"))
        .ladder
        .unwrap()
        .into_document();
    bundled.schema = None;
    assert_eq!(imported.document(), &bundled);
}

proptest! {
    #[test]
    fn any_page_is_handled(text in "([#*|\\-:a-c>`<\\[\\]() 1.é📺\n]|\n## |\n- |\n  - |\\*\\*Skills\\*\\*: |\\|---\\||<br>){0,80}") {
        let file = SourceFile { name: "page.md", bytes: text.as_bytes() };
        if let Ok(imported) = import(&[file], &Mapping::default()) {
            let _ = imported.document.check();
        }
    }
}

#[test]
fn the_layout_that_statements_lose_is_reported() {
    let page = "# Lead\n\n### Responsibilities\n- Leads\n  - people\n- [x] Plans\n\n> Builds\n\n\
        ### Delivery\n- Planning:\n  - budgets\n    - yearly\n\n### Skills\n- Brakes\n  - Discs\n";
    let imported = imported(&[page]);
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        [
            "5: the indent of a list within a list",
            "6: the box of a task",
            "8: the mark of a quotation",
            "11: the group `Delivery` above the group `Planning`",
            "12: the group `Planning` above the group `budgets`",
            "17: the indent of a list within a list",
        ]
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!((ladder.roles[0].responsibilities.len(), ladder.roles[0].skills.len()), (5, 2));
}

#[test]
fn a_second_value_of_a_label_is_reported() {
    let page = "# Lead\n\n- **Track**: Bench\n- **Track**: Office\n- **Grade**: 1\n- **Grade**: 2\n- **Title**: Boss\n";
    assert_eq!(
        remarks(&imported(&[page]), RemarkKind::LeftOut),
        [
            "4: a second `track` of `Lead`: `Office`",
            "6: a second `grade` of `Lead`: `2`",
            "7: the title `Boss` below a heading",
        ]
    );
}

#[test]
fn deep_nesting_is_handled() {
    for text in [
        ">".repeat(50_000),
        "- ".repeat(50_000),
        "[".repeat(50_000),
        "*a ".repeat(50_000),
        "  - x\n".repeat(3_000),
    ] {
        let file = SourceFile { name: "page.md", bytes: text.as_bytes() };
        let _ = import(&[file], &Mapping::default());
    }
}
