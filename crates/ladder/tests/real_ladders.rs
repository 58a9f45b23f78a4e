//! Published frameworks, where they lie beside the repository: they read without a problem and
//! are written without a loss.

#![allow(clippy::unwrap_used)]

use ladder::read;
use ladder::to_json;
use std::path::Path;

#[test]
fn published_frameworks_read_without_a_problem() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ladders");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let mut met = 0;
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "json") {
            let reading = read(&std::fs::read_to_string(&path).unwrap());
            assert_eq!(reading.problems, [], "{}", path.display());
            let ladder = reading.ladder.unwrap();
            assert_eq!(read(&to_json(&ladder).unwrap()).ladder, Some(ladder));
            met += 1;
        }
    }
    println!("{met} ladders read");
}
