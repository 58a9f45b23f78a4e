//! Prepares the pages that a visitor may go to next, while the browser is idle.

use super::{chunks, matrix_page, role_page};
use crate::browser::{idle, offscreen};
use crate::chunk::render_loaded;
use crate::stores::{SharedLadder, load_answers_chunk};
use ladder::{Ladder, RoleIx};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::vec::IntoIter;

/// Renders a part of a page; nothing if its chunk is not loaded.
type RenderPart = Box<dyn FnOnce() -> AnyView>;

/// Loads the chunks of all pages once the browser is idle, for visitors who go on to another page. Call it where
/// pages are rendered.
pub fn prefetch(ladder: SharedLadder) {
    let owner = Owner::current().unwrap_or_default();
    // Disposed together with what the page shows.
    let shown = StoredValue::new(());
    idle::run(move || {
        spawn_local(async move {
            // If one fails, the page that needs it tries again.
            _ = chunks::load_role().await;
            if chunks::load_role_part().await.is_ok() {
                prepare(role_parts(&ladder).into_iter(), owner.clone(), shown);
            }
            _ = chunks::load_skill().await;
            _ = load_answers_chunk().await;
            _ = chunks::load_compare().await;
            _ = chunks::load_plan().await;
            _ = chunks::load_matrix().await;
            if chunks::load_matrix_part().await.is_ok() {
                prepare(matrix_parts(&ladder).into_iter(), owner, shown);
            }
        });
    });
}

fn role_parts(ladder: &SharedLadder) -> Vec<RenderPart> {
    let Some(role) = sample_role(ladder) else { return Vec::new() };
    let part = |part| -> RenderPart {
        let ladder = ladder.clone();
        Box::new(move || render_loaded(chunks::render_role_part(ladder, role, part)))
    };
    (0..role_page::PARTS.len()).map(part).collect()
}

fn matrix_parts(ladder: &SharedLadder) -> Vec<RenderPart> {
    let part = |part| -> RenderPart {
        let ladder = ladder.clone();
        Box::new(move || render_loaded(chunks::render_matrix_part(ladder, part)))
    };
    (0..matrix_page::PARTS.len()).map(part).collect()
}

/// A role to prepare its page with: one that has skills, and renders quickly.
fn sample_role(ladder: &Ladder) -> Option<RoleIx> {
    const MAX_ITEMS: usize = 60;
    RoleIx::all(ladder.roles.len()).find(|&role| {
        let items = ladder[role].skills.len() + ladder[role].responsibilities.len();
        !ladder[role].skills.is_empty() && items <= MAX_ITEMS
    })
}

/// Renders parts of pages outside the document, one whenever the browser is idle. The browser compiles a function
/// when it is first called: without this the first press on a card has to compile some 800 (ARCHITECTURE.md).
fn prepare(mut parts: IntoIter<RenderPart>, owner: Owner, shown: StoredValue<()>) {
    let Some(render) = parts.next() else { return };
    idle::run(move || {
        if shown.is_disposed() {
            return;
        }
        owner.with(|| offscreen::render_once(render));
        prepare(parts, owner, shown);
    });
}
