//! Published frameworks are parsed without problems and written without loss. Skipped if they are not
//! available.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::read;
use ladder::to_json;
use std::path::Path;

#[test]
fn published_frameworks_are_parsed_without_problems() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ladders");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} does not exist", folder.display());
        return;
    };
    let mut count = 0;
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "json") {
            let reading = read(&std::fs::read_to_string(&path).unwrap());
            assert_eq!(reading.problems, [], "{}", path.display());
            let ladder = reading.ladder.unwrap();
            assert_eq!(read(&to_json(&ladder).unwrap()).ladder, Some(ladder));
            count += 1;
        }
    }
    println!("{count} ladders read");
}
