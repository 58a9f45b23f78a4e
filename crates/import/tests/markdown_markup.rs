//! Markdown keeps its emphasis, code, links and lists.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // tests may panic

use import::{Imported, Mapping, RemarkKind, SourceFile, import};
use ladder::{FormatVersion, Ladder, RichText, read, to_json, to_latest_json};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};

fn imported(name: &str, text: &str, mapping: &str) -> Imported {
    let mapping = Mapping::read("map.yaml", mapping.as_bytes()).unwrap();
    import(&[SourceFile { name, bytes: text.as_bytes() }], &mapping).unwrap()
}

/// The ladder of a page. The heading `Questions` is a note.
fn ladder(text: &str) -> Ladder {
    let reading = imported("page.md", text, MAPPING).document.check();
    reading.ladder.unwrap_or_else(|| panic!("{:?}", reading.problems))
}

const MAPPING: &str = "headings: { Questions: note }";

fn left_out(imported: &Imported) -> Vec<&str> {
    let left_out = imported.remarks.iter().filter(|remark| remark.kind == RemarkKind::LeftOut);
    left_out.map(|remark| remark.message.as_str()).collect()
}

fn source(text: &Option<RichText>) -> &str {
    text.as_ref().map_or("", RichText::source)
}

const PAGE: &str = "\
# The *Bench*

Read it **together**, see [the guide](https://example.org/guide):

## Questions

Who decides? All of us:

- the *lead*
  1. first
  2. then
- whoever has `time`

## Apprentice

Learns, see <https://example.org/trade>.
Asks *early*.

* **Focus**: brakes and __wheels__
* **Responsibilities**:
  - **Signs off** repairs
  - Greets people, see [the *list*](https://example.org/list)
* [A film](https://example.org/film) about *truing*
";

#[test]
fn texts_keep_their_markup_and_names_are_plain() {
    let ladder = ladder(PAGE);
    assert_eq!(ladder.format, FormatVersion::Two);
    assert_eq!(ladder.title, "The Bench");
    assert_eq!(
        source(&ladder.summary),
        "Read it **together**, see [the guide](https://example.org/guide)."
    );
    assert_eq!(
        ladder.notes[0].text.source(),
        "Who decides? All of us:\n\n- the *lead*\n  1. first\n  2. then\n- whoever has `time`"
    );
    let apprentice = &ladder.roles[0];
    assert_eq!(
        source(&apprentice.summary),
        "Learns, see <https://example.org/trade>. Asks *early*."
    );
    assert_eq!(source(&apprentice.focus), "brakes and **wheels**");
    let [signs, greets] = &apprentice.responsibilities[..] else { panic!("{apprentice:?}") };
    assert_eq!(signs.text.source(), "**Signs off** repairs");
    assert_eq!(greets.text.source(), "Greets people, see the *list*");
    assert_eq!((greets.links[0].title.as_str(), greets.links.len()), ("the list", 1));
    assert_eq!(source(&apprentice.resources[0].note), "about *truing*");
    assert_eq!(
        left_out(&imported("page.md", PAGE, MAPPING)),
        ["emphasis: names and labels are plain"]
    );
}

#[test]
fn a_page_without_markup_stays_in_format_1() {
    let ladder =
        ladder("# Bench\n\n2 * 3 < 7 and a_b\n\n## Lead\n\n- **Skills**: C*\n- Leads \\*well\\*\n");
    assert_eq!(ladder.format, FormatVersion::One);
    assert_eq!(ladder.roles[0].responsibilities[0].text, "Leads *well*");
}

#[test]
fn plain_texts_beside_markup_are_shown_as_they_are_written() {
    let ladder = ladder(
        "---\nsummary: \"`a` *b* \\\\ &amp; <br>\"\n---\n\n# C*\n\n## Lead_*x*\n\n- Leads **well**\n- \\*a\\* \\<b> a_b \\[c](d) &amp;amp;\n- \\- a\n",
    );
    assert_eq!((ladder.title.as_str(), ladder.format), ("C*", FormatVersion::Two));
    assert_eq!(ladder.summary.as_deref(), Some("`a` *b* \\\\ &amp; <br>"));
    let texts: Vec<&str> = ladder.roles[0].responsibilities.iter().map(|it| &*it.text).collect();
    assert_eq!(texts, ["Leads well", "*a* <b> a_b [c](d) &amp;", "- a"]);
    assert!(ladder.roles[0].responsibilities[1].text.marks().is_empty());
}

#[test]
fn cells_of_a_markdown_table_keep_their_markup() {
    let roles = ladder(
        "# Bench\n\n| Title | Summary | Expectations |\n|---|---|---|\n| *Lead* | Leads `all`, see [it](https://example.org) | **Plans<br>the** week<br>Leads; *always* |\n",
    );
    let lead = &roles.roles[0];
    assert_eq!(lead.title, "Lead");
    assert_eq!(source(&lead.summary), "Leads `all`, see [it](https://example.org)");
    let texts: Vec<_> = lead.responsibilities.iter().map(|it| it.text.source()).collect();
    assert_eq!(texts, ["**Plans**", "**the** week", "Leads; *always*"]);
    let matrix = ladder(
        "# Bench\n\n| Skill | Description | Lead |\n|---|---|---|\n| Wheels | *Round* | Trues wheels; builds **very** large ones every week |\n| Brakes | | **Expert** |\n",
    );
    assert_eq!(source(&matrix.skills[0].description), "*Round*");
    let statements = &matrix.roles[0].skills[0].statements;
    assert_eq!(statements[1].text.source(), "builds **very** large ones every week");
    assert_eq!(matrix.scale[0].name, "Expert");
}

#[test]
fn sections_of_skills_keep_markup_and_lists() {
    let ladder = ladder(
        "# Bench\n\n## Roles\n\n### Lead\n- Leads\n\n## Skills\n\n### Wheels\nEverything *round*:\n\n3. hubs\n4. rims\n\n- **Basic**: trues, see [how](https://example.org)\n  - slowly\n",
    );
    assert_eq!(source(&ladder.skills[0].description), "Everything *round*:\n\n3. hubs\n4. rims");
    let basic = &ladder.skills[0].levels[0].1;
    assert_eq!(source(&basic.summary), "trues, see [how](https://example.org)\n\n- slowly");
}

#[test]
fn a_link_with_an_address_that_ladders_cannot_have_is_plain_text_and_reported() {
    let page = "# Bench\n\nSee [the *page*](page.md).\n\n## Notes\n\nOr [this](javascript:x).\n\n## Lead\n- See [a](b.md)\n";
    let imported = imported("page.md", page, "{}");
    assert_eq!(
        left_out(&imported),
        ["the address of `the page`", "the address of `this`", "the address of `a`"]
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!(source(&ladder.summary), "See the *page*.");
    assert_eq!(ladder.notes[0].text.source(), "Or this.");
}

#[test]
fn what_the_format_does_not_have_is_reported() {
    let page = "# Bench\n\n## Notes\n\n~~Old~~ <u>new</u> ![a wheel](https://example.org/a.png)\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n## Lead\n- Leads\n";
    let imported = imported("page.md", page, "headings: { Notes: note }");
    assert_eq!(
        left_out(&imported),
        [
            "strikethrough",
            "HTML",
            "HTML",
            "a picture",
            "the layout of a block of code",
            "the layout of a table in a note; its rows are lines of the text"
        ]
    );
    let note = &imported.document.check().ladder.unwrap().notes[0].text;
    assert_eq!(note.as_str(), "Old new a wheel\n\ncode\n\na · b\nc · d");
}

#[test]
fn markup_that_is_too_much_for_one_text_is_reported() {
    let page =
        format!("# Bench\n\n## Notes\n\n{}\n\n## Lead\n- Leads *well*\n", "*a* b ".repeat(300));
    let imported = imported("page.md", &page, "{}");
    assert!(
        left_out(&imported).contains(&"the markup of this text, because a ladder cannot have it")
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!(ladder.notes[0].text.as_str(), "a b ".repeat(300).trim());
}

/// Every field that may have markup, as a mapping sets it.
const FIELDS: &str = "\
ladder:
  id: x
  summary: '*a*'
  license: '*a*'
  attribution: '*a*'
  version: '*a*'
  notes: [{ title: '*a*', text: '*a*' }]
  reading: [{ resource: r, note: '*a*' }]
  categories: [{ id: c, name: '*a*', description: '*a*' }]
  scale: [{ id: l, name: '*a*', description: '*a*' }]
  skills:
    - id: s
      name: '*a*'
      description: '*a*'
      also_known_as: ['*a*']
      includes: ['*a*']
      statements: ['*a*', { text: '*a*', group: '*a*', examples: ['*a*'] }]
      levels: { l: { name: '*a*', summary: '*a*', signals: ['*a*'], examples: ['*a*'] } }
  tracks: [{ id: t, name: '*a*', description: '*a*' }]
  roles:
    - id: r
      title: '*a*'
      icon: '*'
      stage: '*a*'
      summary: '*a*'
      family: '*a*'
      grade: '*a*'
      focus: '*a*'
      impact: '*a*'
      responsibilities: ['*a*', { text: '*a*', group: '*a*', links: [{ title: '*a*', url: 'https://example.org' }] }]
      skills: [{ skill: s, note: '*a*', statements: ['*a*'] }]
      next: [{ role: r2, note: '*a*' }]
    - { id: r2, title: b }
  resources: [{ id: r, title: '*a*', url: 'https://example.org', provider: '*a*', description: '*a*' }]
  ext: { summary: '*a*' }
";

#[test]
fn plain_texts_of_a_mapping_are_upgraded_like_a_ladder() {
    let json = |page: &str, mapping: &str| {
        let ladder = imported("page.md", page, mapping).document.check().ladder.unwrap();
        to_json(&ladder).unwrap()
    };
    let before = json("# T\n\n## L\n- a\n", FIELDS);
    let upgraded = to_latest_json(&read(&before).ladder.unwrap()).unwrap();
    assert!(before.contains("\"format\": 1") && upgraded.contains("\\\\*a"));
    assert_eq!(json("# T\n\n## L\n- a\n\n## N\n\n*b*\n", FIELDS).replace("*b*", ""), upgraded);
    let marked = json("# T\n\n## L\n- a\n", &FIELDS.replace("id: x", "id: x\n  format: 2"));
    assert_eq!(marked.replace("\"format\": 2", "\"format\": 1"), before);
}

#[test]
fn cells_of_a_spreadsheet_are_no_markdown() {
    let table = "Title,Responsibilities\nLead,**a** [b](https://example.org)\n";
    for (mapping, format) in
        [("{}", FormatVersion::One), ("ladder: { format: 2 }", FormatVersion::Two)]
    {
        let ladder = imported("a.csv", table, mapping).document.check().ladder.unwrap();
        let text = &ladder.roles[0].responsibilities[0].text;
        assert_eq!((ladder.format, &**text), (format, "**a** [b](https://example.org)"));
        assert!(text.marks().is_empty());
    }
}

#[test]
fn a_mapping_can_ask_for_format_1() {
    let imported = imported("page.md", "# T\n\n## L\n- a *b*\n- **c**\n", "ladder: { format: 1 }");
    assert_eq!(left_out(&imported), ["the markup of this text: format 1 has none"; 2]);
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!(
        (&*ladder.roles[0].responsibilities[0].text, ladder.format),
        ("a b", FormatVersion::One)
    );
}

#[test]
fn a_mapping_replaces_a_text_that_has_markup() {
    let imported = imported("page.md", "# T\n\n## L\n- a *b*\n- *c*\n", "texts: { a b: 'd *e*' }");
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!(ladder.roles[0].responsibilities[0].text.source(), "d \\*e\\*");
}

/// What a paragraph says in Markdown.
fn shown(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    words(&text)
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_text_says_what_the_page_says(text in "([a-c]{1,3}|[ *_`\\[\\]()!&;.+\\\\-]|\\\\[*_<>`\\\\-]|&amp;|\\]\\(https://example\\.org\\)|\\*\\*|\n[a-c]){1,24}") {
        let page = format!("# Bench\n\n## Notes\n\nx{text}\n\n## More\n\n*y*\n\n## Lead\n- Leads\n");
        let reading = imported("page.md", &page, "{}").document.check();
        let ladder = reading.ladder.unwrap();
        prop_assert_eq!(ladder.format, FormatVersion::Two);
        prop_assert_eq!(words(&ladder.notes[0].text), shown(&format!("x{text}")));
        prop_assert_eq!(&*ladder.notes[1].text, "y");
    }
}
