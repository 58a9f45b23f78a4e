//! Reading takes time in proportion to the size of the text, whatever stands in it.

#![allow(clippy::unwrap_used)]

use career_ladder::ladder::{Reader, read};
use large_ladder::{Size, large_ladder};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn document(fields: &str) -> String {
    format!("{{\"format\":1,\"id\":\"a\",\"title\":\"A\",{fields}}}")
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

/// The least of a few runs: what the machine does beside only adds.
fn time(text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        black_box(read(black_box(text)));
        start.elapsed()
    };
    (0..5).map(|_| run()).min().unwrap()
}

/// A document made of so many pieces.
type Make = fn(usize) -> String;

/// What could cost more than it should.
const SHAPES: [(&str, Make); 14] = [
    ("sound", |n| large_ladder(Size { roles: n / 50, skills: n / 8, asked: 40 })),
    ("unknown skills", |n| {
        let skills = list(n / 4, |nth| format!(r#"{{"id":"s{nth}","name":"S"}}"#));
        let asked = list(n, |nth| format!("\"unknown{nth}\""));
        document(&format!(
            r#""skills":[{skills}],"roles":[{{"id":"r","title":"R","skills":[{asked}]}}]"#
        ))
    }),
    ("wrong items", |n| {
        let items = list(n, |_| "0".into());
        document(&format!(r#""roles":[{{"id":"r","title":"R","also_known_as":[{items}]}}]"#))
    }),
    ("unknown fields", |n| document(&list(n, |nth| format!("\"field{nth}\":[{{\"a\":1}}]")))),
    ("the same field again", |n| document(&list(n, |_| "\"roles\":0".into()))),
    ("the same list again", |n| document(&list(n, |_| "\"skills\":[0]".into()))),
    ("the same id again", |n| {
        document(&format!("\"skills\":[{}]", list(n, |_| r#"{"id":"s","name":"S"}"#.into())))
    }),
    ("the same skill asked for again", |n| {
        let asked = list(n, |_| r#"{"skill":"s","statements":["x"]}"#.into());
        let skills = r#""skills":[{"id":"s","name":"S"}]"#;
        document(&format!(r#"{skills},"roles":[{{"id":"r","title":"R","skills":[{asked}]}}]"#))
    }),
    ("circles", |n| {
        let item =
            |nth: usize| format!(r#"{{"id":"c{nth}","name":"C","parent":"c{}"}}"#, (nth + 1) % n);
        document(&format!("\"categories\":[{}]", list(n, item)))
    }),
    ("steps that cross", |n| {
        let count = n.isqrt() * 2;
        let role = |nth: usize| {
            let next = list(n / count, |to| format!("\"r{}\"", (nth + to) % count));
            format!(r#"{{"id":"r{nth}","title":"R","next":[{next}]}}"#)
        };
        document(&format!("\"roles\":[{}]", list(count, role)))
    }),
    ("long texts", |n| document(&format!("\"summary\":\"{}\"", "\\u00e9".repeat(n * 4)))),
    ("many fields in ext", |n| {
        document(&format!(
            "\"ext\":{{{}}}",
            list(n, |nth| format!("\"a{nth}\":{{\"b\":1,\"b\":2}}"))
        ))
    }),
    ("white space", |n| document(&format!("\"summary\":{}1", " \n".repeat(n * 8)))),
    ("brackets", |n| document(&format!("\"ext\":[{}]", list(n, |_| "[[[[]]]]".into())))),
];

#[test]
fn reading_takes_time_in_proportion_to_size() {
    const SMALL: usize = 5_000;
    const TIMES: usize = 4;
    for (shape, make) in SHAPES {
        let (small, large) = (make(SMALL), make(SMALL * TIMES));
        let grown = large.len() as f64 / small.len() as f64;
        assert!(grown > 3.0, "{shape} grows {grown} times");
        // The machine may be busy with something else: one calm comparison is enough. What is
        // quadratic takes 16 times as long every time.
        let mut ratios = Vec::new();
        let calm = (0..4).any(|_| {
            let ratio = time(&large).as_secs_f64() / time(&small).as_secs_f64() / grown;
            ratios.push(ratio);
            ratio < 3.0
        });
        assert!(calm, "{shape}: {ratios:?} times what is proportional");
    }
}

#[test]
fn a_whole_catalogue_is_read_in_small_slices() {
    const SLICE: usize = 64 * 1024;
    let text = large_ladder(Size::CATALOGUE);
    let mut reader = Reader::new(&text);
    let mut done = 0.0;
    while reader.step(SLICE) {
        // A slice ends after the item it reaches, and no item is long.
        let most = (SLICE + 16 * 1024) as f64 / (2 * text.len()) as f64;
        let progress = reader.progress();
        assert!(
            progress > done && (progress - done < most || progress == 1.0),
            "{done} {progress}"
        );
        done = progress;
    }
    let reading = reader.finish();
    assert_eq!(reading.problems, []);
    let ladder = reading.ladder.unwrap();
    assert_eq!((ladder.roles.len(), ladder.skills.len()), (3_000, 13_900));
    assert_eq!(ladder.roles.iter().map(|role| role.skills.len()).sum::<usize>(), 129_000);
}
