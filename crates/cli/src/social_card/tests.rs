use super::*;
use crate::theme::Theme;
use career_ladder::prerender::routes;
use career_ladder::router::{Origin, Route};
use career_ladder::stores::OpenLadder;
use std::collections::BTreeSet;
use std::sync::Arc;

fn ladder(text: &str) -> Ladder {
    ladder::read(text).ladder.unwrap()
}

fn bundled() -> Ladder {
    ladder(include_str!("../../../../public/ladders/ai-developer.json"))
}

/// A ladder with this title, of roles with these titles.
fn titled(title: &str, language: &str, roles: &[&str]) -> Ladder {
    let roles = roles
        .iter()
        .enumerate()
        .map(|(nth, title)| serde_json::json!({ "id": format!("r{nth}"), "title": title }));
    let roles: Vec<_> = roles.collect();
    let document = serde_json::json!({
        "format": 1, "id": "a", "title": title, "language": language, "roles": roles,
    });
    ladder(&document.to_string())
}

fn card(ladder: &Ladder, subject: CardSubject) -> Vec<u8> {
    let colours = Theme::default().card_colours().unwrap();
    draw(subject, ladder, &colours, &Fonts::bundled(&letters(ladder))).unwrap()
}

#[test]
fn every_card_has_the_declared_size_and_a_picture_of_its_own() {
    let ladder = bundled();
    let subjects = CardSubject::all(&ladder);
    let images: Vec<_> = subjects.iter().map(|subject| card(&ladder, *subject)).collect();
    for image in &images {
        // A PNG has its size in bytes 16 to 24.
        let number =
            |offset: usize| u32::from_be_bytes(image[offset..offset + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), SIZE);
    }
    assert_eq!(images.iter().collect::<BTreeSet<_>>().len(), subjects.len());
    assert!(subjects.len() > ladder.roles.len() + 1);
}

#[test]
fn every_page_names_a_card_that_is_drawn() {
    let ladder = Arc::new(OpenLadder::new(bundled(), Origin::Default));
    let drawn = CardSubject::all(&ladder);
    let mut named = BTreeSet::new();
    for route in routes(&ladder) {
        let subject = CardSubject::of_page(&ladder, &route);
        assert!(drawn.contains(&subject), "{route:?}");
        let is_own = matches!(&route, Route::Role(_))
            || matches!(&route, Route::Compare(pair) if pair.roles(&ladder).is_some());
        assert_eq!(subject != CardSubject::Ladder, is_own, "{route:?}");
        named.insert(subject);
    }
    assert_eq!(named.len(), drawn.len(), "a card that no page names");
}

#[test]
fn a_ladder_with_too_many_roles_has_one_card() {
    let titles = vec!["Role"; subject::MAX_CARDS + 1];
    let large = titled("Large", "en", &titles);
    assert_eq!(CardSubject::all(&large), [CardSubject::Ladder]);
    let role = Route::Role(large.roles[0].id.clone());
    assert_eq!(CardSubject::of_page(&large, &role), CardSubject::Ladder);
    let fits = titled("Large", "en", &titles[1..]);
    assert_eq!(CardSubject::all(&fits).len(), 2 * subject::MAX_CARDS);
}

#[test]
fn a_comparison_without_a_card_shows_the_role_that_it_leads_to() {
    let ladder = bundled();
    let id = |nth: usize| Some(ladder.roles[nth].id.clone());
    let pair = career_ladder::router::RolePair { from: id(0), to: id(4), only: None };
    let to = ladder.role_by_id(&ladder.roles[4].id).unwrap();
    assert_eq!(CardSubject::of_page(&ladder, &Route::Compare(pair)), CardSubject::Role(to));
}

#[test]
fn markup_and_control_characters_in_titles_are_text() {
    let hostile = titled("</text> <script>", "en", &["a\u{fffe}\u{1} & \"b\"", "</svg>"]);
    for subject in CardSubject::all(&hostile) {
        card(&hostile, subject);
    }
}

#[test]
fn a_name_with_letters_that_no_font_has_is_left_out_and_a_symbol_is_dropped() {
    let fonts = Fonts::bundled("Laufbahn für Größen, лестница a梯梯子 ⛷");
    assert_eq!(fonts.missing, "⛷子梯");
    assert_eq!(fonts.writable("Größen ⛷").as_deref(), Some("Größen"));
    assert_eq!(fonts.writable("a梯"), None);
    assert_eq!(shortened_list(&"梯".repeat(23)), format!("{} and 3 more", "梯".repeat(20)));
}
