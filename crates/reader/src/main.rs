//! The program that reads ladders, in a worker beside the page. It is asked once and says what
//! comes of it; the page ends it. See the library of this package for the messages.

mod arrival;
mod kept;
mod request;
mod scope;

use arrival::Arrival;
use ladder::{Parser, PartialScan};
use reader::{Failure, KeptCopy, Outcome, Progress, Said, asked, file_key};
use scope::Asked;

fn main() {
    scope::answer_each(|asked| wasm_bindgen_futures::spawn_local(answer(asked)));
}

async fn answer(asked: Asked) {
    match arrive(&asked).await {
        Ok(document) => read(&asked, document).await,
        Err(failure) => scope::say(&Said::Failed(failure), None),
    }
}

/// A text, and what it is found again by.
struct Document {
    text: String,
    /// What is known of it already.
    beginning: PartialScan,
    key: String,
    answered: Option<String>,
    copy: Option<KeptCopy>,
}

async fn arrive(asked: &Asked) -> Result<Document, Failure> {
    let key = asked.text.clone();
    match asked.how.as_str() {
        asked::FILE => {
            let file = asked.file.as_ref().ok_or(Failure::NoFile)?;
            let (text, beginning) = arrival::of_file(file).await?;
            let key = file_key(text.as_bytes());
            Ok(Document { text, beginning, key, answered: None, copy: None })
        }
        asked::KEPT => {
            let (text, kept_on) = kept::find(&key).await.ok_or(Failure::NotKept)?;
            let copy = Some(KeptCopy { kept_on, because: None });
            Ok(Document { text, beginning: PartialScan::default(), key, answered: None, copy })
        }
        _ => match request::fetch(&key).await {
            Ok(Arrival { text, beginning, answered }) => {
                Ok(Document { text, beginning, key, answered, copy: None })
            }
            Err(failure) => {
                let (text, kept_on) = kept::find(&key).await.ok_or(failure)?;
                let copy = Some(KeptCopy { kept_on, because: Some(failure) });
                Ok(Document { text, beginning: PartialScan::default(), key, answered: None, copy })
            }
        },
    }
}

/// Reads a text and says what came of it; keeps it where it is sound and was asked for.
async fn read(asked: &Asked, document: Document) {
    /// So much is read between two words on the progress, at the least.
    const SLICE: usize = 256 * 1024;
    let Document { text, beginning, key, answered, copy } = document;
    let mut parser = Parser::resume(&text, beginning);
    while parser.step(SLICE) {
        scope::tell(Progress::Reading((parser.progress() * 100.0) as u8));
        if let Some(packed) = parser.take_packed() {
            scope::say(&Said::Ahead, Some(&packed));
        }
    }
    let (packed, problems) = parser.finish_packed();
    let to_keep = packed.is_some() && copy.is_none() && asked.how != asked::ADDRESS;
    let bytes = text.len() as u32;
    let outcome = Outcome { key, answered, problems, bytes, copy };
    let key = outcome.key.clone();
    let is_copy = outcome.copy.is_some();
    scope::say(&Said::Read(outcome), packed.as_deref());
    let kept = is_copy || to_keep && kept::keep(&key, &text).await.is_ok();
    scope::say(&Said::Kept(kept), None);
}
