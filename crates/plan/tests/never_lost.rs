//! Nothing that was reported as saved is ever lost, even if the store fails at any call, tears a write
//! at any byte, or serves two tabs whose calls are interleaved.

#![allow(clippy::unwrap_used, clippy::panic)] // tests may panic

mod fake_store;

use fake_store::{FakeStore, Fault, FaultKind, View};
use ladder::Id;
use plan::{
    AnswerKind, AnswerRepository, AnswerValue, Answers, ClientId, CurrentRole, Rating, Renames,
    SaveError, Store, TabSlot,
};
use proptest::prelude::*;
use std::thread;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn repository() -> AnswerRepository {
    AnswerRepository::new(&id("ladder"), "/")
}

/// What a visitor or a tab does.
#[derive(Clone, Copy, Debug)]
enum Action {
    /// Rates a skill or clears the rating; saves at once.
    Rate(u8, u8),
    /// Writes a note.
    Note(u8, u8),
    /// Says where they are now.
    Move(u8),
    /// Loads what other tabs wrote.
    Load,
    /// Reloads the page: memory is lost, storage remains.
    Reload,
    /// Deletes everything.
    Delete,
}

/// A tab: its memory, and what it reported to the visitor.
struct Tab {
    slot: TabSlot,
    client: u32,
    answers: Answers,
    /// The answers each time the page reported "Saved".
    saved: Vec<Answers>,
}

impl Tab {
    fn new(slot: u32) -> Self {
        let answers = Answers::default();
        Self { slot: TabSlot(slot), client: slot * 100, answers, saved: Vec::new() }
    }

    fn act(&mut self, store: &dyn Store, action: Action) {
        match action {
            Action::Rate(skill, rating) => {
                let ratings =
                    [None, Some(Rating::Have), Some(Rating::Learning), Some(Rating::NotYet)];
                self.set(
                    store,
                    skill,
                    AnswerValue::Rating(ratings[usize::from(rating % 4)].clone()),
                );
            }
            Action::Note(skill, length) => {
                self.set(store, skill, AnswerValue::Note("é\"\n".repeat(usize::from(length))));
            }
            Action::Move(role) => {
                let role = (role > 0).then(|| match role % 4 {
                    0 => CurrentRole::StartingOut,
                    role => CurrentRole::Role(id(&format!("role-{role}"))),
                });
                self.answer(store, id("ladder"), AnswerValue::CurrentRole(role));
            }
            Action::Load => {
                if let Ok(found) = repository().load(store) {
                    self.answers.merge(found.answers);
                }
            }
            Action::Reload => {
                self.answers = Answers::default();
                self.client += 1;
                self.act(store, Action::Load);
            }
            Action::Delete => {
                if repository().delete(store, self.slot, &mut self.answers).is_ok() {
                    self.saved.push(self.answers.clone());
                }
            }
        }
    }

    fn set(&mut self, store: &dyn Store, skill: u8, value: AnswerValue) {
        self.answer(store, id(&format!("skill-{}", skill % 4)), value);
    }

    fn answer(&mut self, store: &dyn Store, about: Id, value: AnswerValue) {
        self.answers.set(&about, value, ClientId(self.client));
        if repository().save(store, self.slot, &mut self.answers).is_ok() {
            self.saved.push(self.answers.clone());
        }
    }

    /// Asserts that everything this tab reported as saved can be loaded now.
    fn assert_nothing_lost(&self, store: &FakeStore) {
        self.assert_nothing_lost_since(0, store);
    }

    fn assert_nothing_lost_since(&self, first: usize, store: &FakeStore) {
        let found = repository().load(&store.reliable()).unwrap();
        for saved in &self.saved[first..] {
            assert!(
                found.answers.covers(saved),
                "reported as saved: {saved:#?}\nloaded: {:#?}\nfrom {:#?}",
                found.answers,
                store.contents()
            );
        }
    }
}

/// Runs one tab with a fault and checks after every action, as if it had been killed there.
fn one_tab(actions: &[Action], fault: Option<Fault>) -> (Tab, FakeStore) {
    let store = FakeStore::new(Vec::new(), [fault, None]);
    let mut tab = Tab::new(0);
    for action in actions {
        tab.act(&store.view(0), *action);
        // Each report includes the earlier ones, or an earlier check would have failed.
        tab.assert_nothing_lost_since(tab.saved.len().saturating_sub(1), &store);
    }
    (tab, store)
}

const VISIT: [Action; 10] = [
    Action::Rate(0, 1),
    Action::Note(0, 3),
    Action::Rate(1, 2),
    Action::Rate(0, 0),
    Action::Reload,
    Action::Rate(1, 1),
    Action::Delete,
    Action::Rate(2, 1),
    Action::Note(1, 2),
    Action::Move(1),
];

#[test]
fn without_faults_everything_is_saved() {
    let (tab, store) = one_tab(&VISIT, None);
    assert_eq!(tab.saved.len(), 9);
    let found = repository().load(&store.reliable()).unwrap();
    assert_eq!(found.answers, tab.answers);
    assert_eq!(found.answers.rating(&id("skill-2")), Some(&Rating::Have));
    assert_eq!(found.answers.rating(&id("skill-1")), None);
    assert!(found.unreadable.is_empty() && !found.newer);
    // Two copies and nothing else.
    assert_eq!(store.contents().len(), 2);
}

#[test]
fn nothing_is_lost_when_any_call_fails() {
    let calls = one_tab(&VISIT, None).1.calls(0);
    assert!(calls > 50, "{calls}");
    for kind in [FaultKind::Refuse, FaultKind::Full, FaultKind::Kill] {
        for call in 0..calls {
            let (mut tab, store) = one_tab(&VISIT, Some(Fault { call, kind }));
            // Once the store works again, the next save includes everything.
            if !matches!(kind, FaultKind::Kill) {
                tab.act(&store.view(0), Action::Rate(3, 1));
                let found = repository().load(&store.reliable()).unwrap();
                assert_eq!(found.answers, tab.answers, "{kind:?} at {call}");
            }
        }
    }
}

#[test]
fn nothing_is_lost_when_any_write_is_torn_at_any_byte() {
    let visit = [&VISIT[..3], &VISIT[6..8]].concat();
    let (_, store) = one_tab(&visit, None);
    for (call, length) in store.writes(0) {
        for bytes in 0..length {
            // Torn with an error; torn silently, once or from then on; torn and the tab is killed.
            let kinds = [
                FaultKind::Tear,
                FaultKind::TearSilently,
                FaultKind::TearAll,
                FaultKind::TearAndKill,
            ];
            for kind in kinds.map(|kind| kind(bytes)) {
                one_tab(&visit, Some(Fault { call, kind }));
            }
        }
    }
}

#[test]
fn when_either_copy_is_damaged_nothing_is_lost_and_the_damaged_text_is_quarantined() {
    for copy in ["0.a", "0.b"] {
        let (mut tab, store) = one_tab(&VISIT[..4], None);
        let key = format!("{}{copy}", repository().prefix());
        let damaged =
            store.contents()[&key].replacen("have", "hale", 1).replacen("note", "nose", 1);
        store.put(&key, &damaged);
        tab.assert_nothing_lost(&store);
        let found = repository().load(&store.reliable()).unwrap();
        assert_eq!(found.unreadable, std::slice::from_ref(&damaged));
        tab.act(&store.view(0), Action::Rate(3, 1));
        tab.assert_nothing_lost(&store);
        // Quarantined once and kept.
        tab.act(&store.view(0), Action::Rate(3, 2));
        assert_eq!(store.contents().len(), 3);
        assert_eq!(repository().load(&store.reliable()).unwrap().unreadable, [damaged]);
    }
}

#[test]
fn answers_of_a_newer_version_are_not_changed() {
    let (mut tab, store) = one_tab(&VISIT[..4], None);
    let key = format!("{}1.a", repository().prefix());
    let newer = "{ \"format\": \"career-ladder-answers\", \"schema\": 3, \"new\": [] }";
    store.put(&key, newer);
    let before = store.contents();
    let view = store.view(0);
    tab.answers.set(&id("skill-3"), AnswerValue::Rating(Some(Rating::Have)), ClientId(1));
    assert_eq!(repository().save(&view, TabSlot(0), &mut tab.answers), Err(SaveError::Newer));
    let _ = repository().adopt(&view, TabSlot(0), TabSlot(1), &mut tab.answers);
    assert_eq!(store.contents(), before);
    assert!(repository().load(&view).unwrap().newer);
}

#[test]
fn ladders_neither_read_nor_overwrite_each_other() {
    let others = [
        AnswerRepository::new(&id("ladder"), "/careers/"),
        AnswerRepository::new(&id("ladder"), "https://example.org/ladder.json"),
        AnswerRepository::new(&id("ladder-2"), "/"),
        AnswerRepository::new(&id("ladder"), "/:0.a"),
        AnswerRepository::new(&id("ladder"), "/:0"),
    ];
    let (tab, store) = one_tab(&VISIT[..4], None);
    let own = store.contents();
    let view = store.view(0);
    for (nth, other) in others.iter().enumerate() {
        assert_eq!(other.load(&view).unwrap().answers, Answers::default());
        let mut answers = Answers::default();
        answers.set(&id(&format!("own-{nth}")), AnswerValue::Seen(true), ClientId(9));
        other.save(&view, TabSlot(0), &mut answers).unwrap();
        assert_eq!(answers.all().len(), 1);
        other.delete(&view, TabSlot(0), &mut answers).unwrap();
    }
    tab.assert_nothing_lost(&store);
    let after = store.contents();
    assert!(own.iter().all(|(key, text)| after.get(key) == Some(text)));
    // A record stored under the key of another ladder is not read either.
    store.put(&format!("{}0.a", others[0].prefix()), own.values().next().unwrap());
    assert_eq!(others[0].load(&view).unwrap().answers.all().len(), 0);
    assert_eq!(others[0].load(&view).unwrap().unreadable.len(), 1);
}

#[test]
fn deleted_answers_disappear_from_the_store_and_from_every_tab() {
    let (mut tab, store) = one_tab(&VISIT[..4], None);
    let mut other = Tab::new(1);
    other.act(&store.view(1), Action::Load);
    other.act(&store.view(1), Action::Note(2, 5));
    tab.act(&store.view(0), Action::Delete);
    other.act(&store.view(1), Action::Load);
    assert!(other.answers.is_blank());
    assert!(repository().holds_deleted(&store.view(1), TabSlot(1)).unwrap());
    repository().save(&store.view(1), TabSlot(1), &mut other.answers).unwrap();
    assert!(!repository().holds_deleted(&store.view(1), TabSlot(1)).unwrap());
    let remaining = store.contents().into_values().collect::<String>();
    assert!(!remaining.contains("skill-"), "{remaining}");
}

#[test]
fn no_key_of_deleted_answers_stays_in_the_store_and_they_can_be_restored() {
    let (mut tab, store) = one_tab(&VISIT[..4], None);
    let view = store.view(0);
    let other = AnswerRepository::new(&id("other"), "https://example.org/ladder.json");
    let mut answers = Answers::default();
    answers.set(&id("kept"), AnswerValue::Seen(true), ClientId(9));
    other.save(&view, TabSlot(0), &mut answers).unwrap();
    let deleted = repository().delete(&view, TabSlot(0), &mut tab.answers).unwrap();
    assert!(!repository().is_empty(&view).unwrap());
    AnswerRepository::remove_blank(&view).unwrap();
    assert!(repository().is_empty(&view).unwrap());
    let keys: Vec<String> = store.contents().into_keys().collect();
    assert!(!keys.is_empty() && keys.iter().all(|key| key.starts_with(other.prefix())), "{keys:?}");
    repository().restore(&view, TabSlot(0), &deleted, ClientId(1)).unwrap();
    assert_eq!(repository().load(&view).unwrap().answers.is_blank(), deleted.answers.is_empty());
    assert!(!deleted.answers.is_empty());
}

#[test]
fn the_slot_of_a_closed_tab_is_adopted_completely() {
    let (_, store) = one_tab(&VISIT, None);
    let mut next = Tab::new(1);
    repository().adopt(&store.view(1), TabSlot(1), TabSlot(0), &mut next.answers).unwrap();
    assert_eq!(repository().other_slots(&store.view(1), TabSlot(1)).unwrap(), []);
    let found = repository().load(&store.reliable()).unwrap();
    assert_eq!(found.answers, next.answers);
    assert!(found.answers.value(AnswerKind::Rating, &id("skill-2")).is_some());
}

#[test]
fn the_answers_to_every_ladder_can_be_deleted_and_restored() {
    let repositories = [
        repository(),
        AnswerRepository::new(&id("ladder"), "https://example.org:8080/a:b.json"),
        AnswerRepository::new(&id("other"), "file:0a"),
    ];
    let store = FakeStore::new(Vec::new(), [None, None]);
    let view = store.view(0);
    for (nth, repository) in repositories.iter().enumerate() {
        let mut answers = Answers::default();
        answers.set(
            &id(&format!("skill-{nth}")),
            AnswerValue::Rating(Some(Rating::Have)),
            ClientId(1),
        );
        answers.set(&id("note"), AnswerValue::Note(format!("Number {nth}")), ClientId(1));
        repository.save(&view, TabSlot(0), &mut answers).unwrap();
    }
    repositories[2].quarantine(&view, "damaged text").unwrap();
    store.put("career-ladder:theme", "dark");
    store.put("career-ladder:answers:", "not one of our keys");
    store.put("career-ladder:answers:ladder:/:0.c", "nor is this");

    let prefixes = |repositories: &[AnswerRepository]| {
        let mut prefixes: Vec<_> =
            repositories.iter().map(|repository| repository.prefix().to_owned()).collect();
        prefixes.sort();
        prefixes
    };
    let all = AnswerRepository::all(&view).unwrap();
    assert_eq!(prefixes(&all), prefixes(&repositories));
    assert!(all.iter().all(|repository| repository.has_content(&view)));
    let before: Vec<_> =
        repositories.iter().map(|repository| repository.load(&view).unwrap()).collect();

    let mut deleted = Vec::new();
    for repository in &repositories {
        deleted.push(repository.delete(&view, TabSlot(3), &mut Answers::default()).unwrap());
        // The slot of a closed tab is adopted.
        repository.adopt(&view, TabSlot(3), TabSlot(0), &mut Answers::default()).unwrap();
    }
    assert!(all.iter().all(|repository| !repository.has_content(&view)));
    let remaining = store.contents().into_values().collect::<String>();
    assert!(!remaining.contains("skill-") && !remaining.contains("Number"), "{remaining}");
    assert!(!remaining.contains("damaged"), "{remaining}");

    // Answers given after the deletion are kept.
    let mut later = repositories[0].load(&view).unwrap().answers;
    later.set(&id("note"), AnswerValue::Note("Since".into()), ClientId(2));
    repositories[0].save(&view, TabSlot(3), &mut later).unwrap();
    for (repository, deleted) in repositories.iter().zip(&deleted) {
        repository.restore(&view, TabSlot(3), deleted, ClientId(2)).unwrap();
    }
    for (nth, (repository, before)) in repositories.iter().zip(before).enumerate() {
        let found = repository.load(&view).unwrap();
        let values = |answers: &Answers| {
            let all = answers.all().iter().map(|answer| (answer.id.clone(), answer.value.clone()));
            all.filter(|(subject, _)| nth > 0 || *subject != id("note")).collect::<Vec<_>>()
        };
        assert_eq!(values(&found.answers), values(&before.answers));
        assert_eq!(found.unreadable, before.unreadable);
    }
    assert_eq!(repositories[0].load(&view).unwrap().answers.note(&id("note")), "Since");
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => (any::<u8>(), any::<u8>()).prop_map(|(skill, rating)| Action::Rate(skill, rating)),
        3 => (any::<u8>(), 0_u8..9).prop_map(|(skill, length)| Action::Note(skill, length)),
        2 => (0_u8..5).prop_map(Action::Move),
        2 => Just(Action::Load),
        2 => Just(Action::Reload),
        1 => Just(Action::Delete),
    ]
}

fn fault() -> impl Strategy<Value = Option<Fault>> {
    let kind = prop_oneof![
        Just(FaultKind::Refuse),
        Just(FaultKind::Full),
        Just(FaultKind::Kill),
        (0_usize..900).prop_map(FaultKind::Tear),
        (0_usize..900).prop_map(FaultKind::TearSilently),
        (0_usize..900).prop_map(FaultKind::TearAll),
        (0_usize..900).prop_map(FaultKind::TearAndKill),
    ];
    prop::option::of((0_usize..120, kind).prop_map(|(call, kind)| Fault { call, kind }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Two tabs with arbitrarily interleaved calls and a fault in each.
    #[test]
    fn two_tabs_lose_nothing_that_either_reported_as_saved(
        actions in [prop::collection::vec(action(), 1..8), prop::collection::vec(action(), 1..8)],
        turns in prop::collection::vec(0_usize..2, 0..240),
        faults in [fault(), fault()],
    ) {
        let store = FakeStore::new(turns, faults);
        let tabs = thread::scope(|scope| {
            let running = [0, 1].map(|nth| {
                let (actions, view): (_, View) = (actions[nth].clone(), store.view(nth));
                scope.spawn(move || {
                    let mut tab = Tab::new(u32::try_from(nth).unwrap());
                    actions.into_iter().for_each(|action| tab.act(&view, action));
                    view.close();
                    tab
                })
            });
            running.map(|tab| tab.join().unwrap())
        });
        tabs.iter().for_each(|tab| tab.assert_nothing_lost(&store));
        // The remaining tab adopts the slot of the other.
        let [mut first, second] = tabs;
        let adopted = repository().adopt(&store.reliable(), TabSlot(0), TabSlot(1), &mut first.answers);
        prop_assert_eq!(adopted, Ok(()));
        second.assert_nothing_lost(&store);
        prop_assert_eq!(repository().other_slots(&store.reliable(), TabSlot(0)).unwrap(), []);
    }
}

#[test]
fn answers_under_a_former_id_are_kept_under_the_present_one() {
    let store = FakeStore::new(Vec::new(), [None, None]).view(0);
    let text = r#"{"format": 1, "id": "ladder", "title": "L",
        "skills": [{"id": "new", "name": "N", "formerly": ["old"]}],
        "roles": [{"id": "r", "title": "R", "skills": ["new"]}]}"#;
    let renames = Renames::new(&ladder::read(text).ladder.unwrap());
    let mut answers = Answers::default();
    answers.set(&id("old"), AnswerValue::Rating(Some(Rating::Have)), ClientId(1));
    repository().save(&store, TabSlot(0), &mut answers).unwrap();
    let repository = repository().with_renames(renames);
    let mut loaded = repository.load(&store).unwrap().answers;
    assert_eq!(loaded.rating(&id("new")), Some(&Rating::Have));
    repository.save(&store, TabSlot(1), &mut loaded).unwrap();
    repository.adopt(&store, TabSlot(1), TabSlot(0), &mut loaded).unwrap();
    let loaded = repository.load(&store).unwrap();
    assert_eq!(loaded.answers.rating(&id("new")), Some(&Rating::Have));
    assert!(loaded.unreadable.is_empty());
}
