//! Nothing that was reported saved is ever missing: the storing of answers, driven over a store that
//! fails at every call, tears writes at every byte, and serves two tabs whose calls are interleaved.

#![allow(clippy::unwrap_used, clippy::panic)] // a test may fail loudly

mod fake_store;

use career_ladder::browser::answers::{Lane, NotSaved, Shelf, Store};
use fake_store::{Fault, Kind, View, World};
use ladder::Id;
use plan::{About, Answers, Rating, Said, Writer};
use proptest::prelude::*;
use std::thread;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn shelf() -> Shelf {
    Shelf::new(&id("ladder"), "/")
}

/// What a visitor or a tab does.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Rates a skill, or takes the rating back; the page saves at once.
    Rate(u8, u8),
    /// Writes a note.
    Note(u8, u8),
    /// Reads what other tabs wrote.
    Look,
    /// Is loaded anew: what is in memory goes, what is stored stays.
    Reload,
    /// Forgets everything.
    Forget,
}

/// A tab: what it has in memory, and what it told the visitor.
struct Tab {
    lane: Lane,
    writer: u32,
    answers: Answers,
    /// What the page held each time it said "Saved".
    promises: Vec<Answers>,
}

impl Tab {
    fn new(lane: u32) -> Self {
        let answers = Answers::default();
        Self { lane: Lane(lane), writer: lane * 100, answers, promises: Vec::new() }
    }

    fn act(&mut self, store: &dyn Store, act: Act) {
        match act {
            Act::Rate(skill, word) => {
                let ratings =
                    [None, Some(Rating::Have), Some(Rating::Learning), Some(Rating::NotYet)];
                self.say(store, skill, Said::Rating(ratings[usize::from(word % 4)].clone()));
            }
            Act::Note(skill, length) => {
                self.say(store, skill, Said::Note("é\"\n".repeat(usize::from(length))));
            }
            Act::Look => {
                if let Ok(found) = shelf().look(store) {
                    self.answers.merge(found.answers);
                }
            }
            Act::Reload => {
                self.answers = Answers::default();
                self.writer += 1;
                self.act(store, Act::Look);
            }
            Act::Forget => {
                if shelf().forget(store, self.lane, &mut self.answers).is_ok() {
                    self.promises.push(self.answers.clone());
                }
            }
        }
    }

    fn say(&mut self, store: &dyn Store, skill: u8, said: Said) {
        self.answers.say(&id(&format!("skill-{}", skill % 4)), said, Writer(self.writer));
        if shelf().save(store, self.lane, &mut self.answers).is_ok() {
            self.promises.push(self.answers.clone());
        }
    }

    /// Whether everything this tab called saved is there for whoever opens the page now.
    fn keeps_its_word(&self, world: &World) {
        self.keeps_its_word_since(0, world);
    }

    fn keeps_its_word_since(&self, first: usize, world: &World) {
        let found = shelf().look(&world.untroubled()).unwrap();
        for promise in &self.promises[first..] {
            assert!(
                found.answers.covers(promise),
                "said to be saved: {promise:#?}\nthere is: {:#?}\nin {:#?}",
                found.answers,
                world.contents()
            );
        }
    }
}

/// One tab, with a fault; its word is checked after every act, as if it had been killed there.
fn one_tab(acts: &[Act], fault: Option<Fault>) -> (Tab, World) {
    let world = World::new(Vec::new(), [fault, None]);
    let mut tab = Tab::new(0);
    for act in acts {
        tab.act(&world.view(0), *act);
        // What was said before is in what was said last, or it was missing then.
        tab.keeps_its_word_since(tab.promises.len().saturating_sub(1), &world);
    }
    (tab, world)
}

const A_VISIT: [Act; 9] = [
    Act::Rate(0, 1),
    Act::Note(0, 3),
    Act::Rate(1, 2),
    Act::Rate(0, 0),
    Act::Reload,
    Act::Rate(1, 1),
    Act::Forget,
    Act::Rate(2, 1),
    Act::Note(1, 2),
];

#[test]
fn without_a_fault_everything_is_saved() {
    let (tab, world) = one_tab(&A_VISIT, None);
    assert_eq!(tab.promises.len(), 8);
    let found = shelf().look(&world.untroubled()).unwrap();
    assert_eq!(found.answers, tab.answers);
    assert_eq!(found.answers.rating(&id("skill-2")), Some(&Rating::Have));
    assert_eq!(found.answers.rating(&id("skill-1")), None);
    assert!(found.unreadable.is_empty() && !found.newer);
    // Two slots, and nothing else.
    assert_eq!(world.contents().len(), 2);
}

#[test]
fn it_holds_where_any_call_fails() {
    let calls = one_tab(&A_VISIT, None).1.calls(0);
    assert!(calls > 50, "{calls}");
    for kind in [Kind::Refuse, Kind::Full, Kind::Die] {
        for call in 0..calls {
            let (mut tab, world) = one_tab(&A_VISIT, Some(Fault { call, kind }));
            // A store that works again is written again, with everything.
            if !matches!(kind, Kind::Die) {
                tab.act(&world.view(0), Act::Rate(3, 1));
                let found = shelf().look(&world.untroubled()).unwrap();
                assert_eq!(found.answers, tab.answers, "{kind:?} at {call}");
            }
        }
    }
}

#[test]
fn it_holds_where_any_write_is_torn_at_any_byte() {
    let visit = [&A_VISIT[..3], &A_VISIT[6..8]].concat();
    let (_, world) = one_tab(&visit, None);
    for (call, length) in world.writes(0) {
        for bytes in 0..length {
            // Torn and told; torn and kept quiet, this time or from now on; torn and the tab is gone.
            let kinds = [Kind::Tear, Kind::TearQuietly, Kind::TearAll, Kind::TearAndDie];
            for kind in kinds.map(|kind| kind(bytes)) {
                one_tab(&visit, Some(Fault { call, kind }));
            }
        }
    }
}

#[test]
fn either_slot_can_be_damaged_and_nothing_is_missing_or_thrown_away() {
    for slot in ["0.a", "0.b"] {
        let (mut tab, world) = one_tab(&A_VISIT[..4], None);
        let key = format!("{}{slot}", shelf().prefix());
        let damaged =
            world.contents()[&key].replacen("have", "hale", 1).replacen("note", "nose", 1);
        world.put(&key, &damaged);
        tab.keeps_its_word(&world);
        let found = shelf().look(&world.untroubled()).unwrap();
        assert_eq!(found.unreadable, std::slice::from_ref(&damaged));
        tab.act(&world.view(0), Act::Rate(3, 1));
        tab.keeps_its_word(&world);
        // Set aside once, and offered for ever.
        tab.act(&world.view(0), Act::Rate(3, 2));
        assert_eq!(world.contents().len(), 3);
        assert_eq!(shelf().look(&world.untroubled()).unwrap().unreadable, [damaged]);
    }
}

#[test]
fn a_newer_page_s_answers_are_left_alone() {
    let (mut tab, world) = one_tab(&A_VISIT[..4], None);
    let key = format!("{}1.a", shelf().prefix());
    let newer = "{ \"format\": \"career-ladder-answers\", \"schema\": 2, \"new\": [] }";
    world.put(&key, newer);
    let before = world.contents();
    let view = world.view(0);
    tab.answers.say(&id("skill-3"), Said::Rating(Some(Rating::Have)), Writer(1));
    assert_eq!(shelf().save(&view, Lane(0), &mut tab.answers), Err(NotSaved::Newer));
    let _ = shelf().adopt(&view, Lane(0), Lane(1), &mut tab.answers);
    assert_eq!(world.contents(), before);
    assert!(shelf().look(&view).unwrap().newer);
}

#[test]
fn one_ladder_neither_reads_nor_overwrites_another() {
    let others = [
        Shelf::new(&id("ladder"), "/careers/"),
        Shelf::new(&id("ladder"), "https://example.org/ladder.json"),
        Shelf::new(&id("ladder-2"), "/"),
        Shelf::new(&id("ladder"), "/:0.a"),
        Shelf::new(&id("ladder"), "/:0"),
    ];
    let (tab, world) = one_tab(&A_VISIT[..4], None);
    let own = world.contents();
    let view = world.view(0);
    for (nth, other) in others.iter().enumerate() {
        assert_eq!(other.look(&view).unwrap().answers, Answers::default());
        let mut answers = Answers::default();
        answers.say(&id(&format!("own-{nth}")), Said::Seen(true), Writer(9));
        other.save(&view, Lane(0), &mut answers).unwrap();
        assert_eq!(answers.all().len(), 1);
        other.forget(&view, Lane(0), &mut answers).unwrap();
    }
    tab.keeps_its_word(&world);
    let now = world.contents();
    assert!(own.iter().all(|(key, text)| now.get(key) == Some(text)));
    // Even where someone put one's record under the other's key.
    world.put(&format!("{}0.a", others[0].prefix()), own.values().next().unwrap());
    assert_eq!(others[0].look(&view).unwrap().answers.all().len(), 0);
    assert_eq!(others[0].look(&view).unwrap().unreadable.len(), 1);
}

#[test]
fn what_is_forgotten_is_gone_from_the_store_and_from_every_tab() {
    let (mut tab, world) = one_tab(&A_VISIT[..4], None);
    let mut other = Tab::new(1);
    other.act(&world.view(1), Act::Look);
    other.act(&world.view(1), Act::Note(2, 5));
    tab.act(&world.view(0), Act::Forget);
    other.act(&world.view(1), Act::Look);
    assert!(other.answers.is_blank());
    assert!(shelf().holds_forgotten(&world.view(1), Lane(1)).unwrap());
    shelf().save(&world.view(1), Lane(1), &mut other.answers).unwrap();
    assert!(!shelf().holds_forgotten(&world.view(1), Lane(1)).unwrap());
    let left = world.contents().into_values().collect::<String>();
    assert!(!left.contains("skill-"), "{left}");
}

#[test]
fn a_lane_that_nobody_holds_is_taken_over_whole() {
    let (_, world) = one_tab(&A_VISIT, None);
    let mut next = Tab::new(1);
    shelf().adopt(&world.view(1), Lane(1), Lane(0), &mut next.answers).unwrap();
    assert_eq!(shelf().other_lanes(&world.view(1), Lane(1)).unwrap(), []);
    let found = shelf().look(&world.untroubled()).unwrap();
    assert_eq!(found.answers, next.answers);
    assert!(found.answers.said(About::Rating, &id("skill-2")).is_some());
}

/// Everything that one device keeps is forgotten ladder by ladder, and comes back whole.
#[test]
fn every_ladder_is_forgotten_and_brought_back() {
    let shelves = [
        shelf(),
        Shelf::new(&id("ladder"), "https://example.org:8080/a:b.json"),
        Shelf::new(&id("other"), "file:0a"),
    ];
    let world = World::new(Vec::new(), [None, None]);
    let view = world.view(0);
    for (nth, shelf) in shelves.iter().enumerate() {
        let mut answers = Answers::default();
        answers.say(&id(&format!("skill-{nth}")), Said::Rating(Some(Rating::Have)), Writer(1));
        answers.say(&id("note"), Said::Note(format!("Number {nth}")), Writer(1));
        shelf.save(&view, Lane(0), &mut answers).unwrap();
    }
    shelves[2].keep(&view, "what cannot be read").unwrap();
    world.put("career-ladder:theme", "dark");
    world.put("career-ladder:answers:", "no key of ours");
    world.put("career-ladder:answers:ladder:/:0.c", "nor this");

    let prefixes = |shelves: &[Shelf]| {
        let mut prefixes: Vec<_> = shelves.iter().map(|shelf| shelf.prefix().to_owned()).collect();
        prefixes.sort();
        prefixes
    };
    let all = Shelf::all(&view).unwrap();
    assert_eq!(prefixes(&all), prefixes(&shelves));
    assert!(all.iter().all(|shelf| shelf.is_missed(&view)));
    let before: Vec<_> = shelves.iter().map(|shelf| shelf.look(&view).unwrap()).collect();

    let mut forgotten = Vec::new();
    for shelf in &shelves {
        forgotten.push(shelf.forget(&view, Lane(3), &mut Answers::default()).unwrap());
        // The lane of a tab that is gone is taken over.
        shelf.adopt(&view, Lane(3), Lane(0), &mut Answers::default()).unwrap();
    }
    assert!(all.iter().all(|shelf| !shelf.is_missed(&view)));
    let left = world.contents().into_values().collect::<String>();
    assert!(!left.contains("skill-") && !left.contains("Number"), "{left}");
    assert!(!left.contains("cannot be read"), "{left}");

    // What is answered before one thinks again stays.
    let mut since = shelves[0].look(&view).unwrap().answers;
    since.say(&id("note"), Said::Note("Since".into()), Writer(2));
    shelves[0].save(&view, Lane(3), &mut since).unwrap();
    for (shelf, forgotten) in shelves.iter().zip(&forgotten) {
        shelf.recall(&view, Lane(3), forgotten, Writer(2)).unwrap();
    }
    for (nth, (shelf, before)) in shelves.iter().zip(before).enumerate() {
        let found = shelf.look(&view).unwrap();
        let said = |answers: &Answers| {
            let all = answers.all().iter().map(|answer| (answer.id.clone(), answer.said.clone()));
            all.filter(|(about, _)| nth > 0 || *about != id("note")).collect::<Vec<_>>()
        };
        assert_eq!(said(&found.answers), said(&before.answers));
        assert_eq!(found.unreadable, before.unreadable);
    }
    assert_eq!(shelves[0].look(&view).unwrap().answers.note(&id("note")), "Since");
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (any::<u8>(), any::<u8>()).prop_map(|(skill, word)| Act::Rate(skill, word)),
        3 => (any::<u8>(), 0_u8..9).prop_map(|(skill, length)| Act::Note(skill, length)),
        2 => Just(Act::Look),
        2 => Just(Act::Reload),
        1 => Just(Act::Forget),
    ]
}

fn fault() -> impl Strategy<Value = Option<Fault>> {
    let kind = prop_oneof![
        Just(Kind::Refuse),
        Just(Kind::Full),
        Just(Kind::Die),
        (0_usize..900).prop_map(Kind::Tear),
        (0_usize..900).prop_map(Kind::TearQuietly),
        (0_usize..900).prop_map(Kind::TearAll),
        (0_usize..900).prop_map(Kind::TearAndDie),
    ];
    prop::option::of((0_usize..120, kind).prop_map(|(call, kind)| Fault { call, kind }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Two tabs at once, each call of one between any two calls of the other, a fault in each.
    #[test]
    fn two_tabs_never_lose_what_either_called_saved(
        acts in [prop::collection::vec(act(), 1..8), prop::collection::vec(act(), 1..8)],
        turns in prop::collection::vec(0_usize..2, 0..240),
        faults in [fault(), fault()],
    ) {
        let world = World::new(turns, faults);
        let tabs = thread::scope(|scope| {
            let running = [0, 1].map(|nth| {
                let (acts, view): (_, View) = (acts[nth].clone(), world.view(nth));
                scope.spawn(move || {
                    let mut tab = Tab::new(u32::try_from(nth).unwrap());
                    acts.into_iter().for_each(|act| tab.act(&view, act));
                    view.leave();
                    tab
                })
            });
            running.map(|tab| tab.join().unwrap())
        });
        tabs.iter().for_each(|tab| tab.keeps_its_word(&world));
        // The one that lives on takes over what the other left.
        let [mut first, second] = tabs;
        let taken = shelf().adopt(&world.untroubled(), Lane(0), Lane(1), &mut first.answers);
        prop_assert_eq!(taken, Ok(()));
        second.keeps_its_word(&world);
        prop_assert_eq!(shelf().other_lanes(&world.untroubled(), Lane(0)).unwrap(), []);
    }
}
