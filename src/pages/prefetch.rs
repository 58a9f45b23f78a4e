//! Prepares the pages that a visitor may go to next, while the browser is idle.

use super::chunks;
use super::role_page::PARTS;
use crate::browser::{idle, offscreen};
use crate::chunk::render_loaded;
use crate::stores::{SharedLadder, load_answers_chunk};
use ladder::{Ladder, RoleIx};
use leptos::prelude::*;
use leptos::task::spawn_local;

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
            if chunks::load_role_part().await.is_ok()
                && let Some(role) = sample_role(&ladder)
            {
                prepare_role_page(ladder, role, owner, shown, 0);
            }
            _ = chunks::load_skill().await;
            _ = load_answers_chunk().await;
            _ = chunks::load_compare().await;
            _ = chunks::load_plan().await;
            _ = chunks::load_matrix().await;
        });
    });
}

/// A role to prepare its page with: one that has skills, and renders quickly.
fn sample_role(ladder: &Ladder) -> Option<RoleIx> {
    const MAX_ITEMS: usize = 60;
    RoleIx::all(ladder.roles.len()).find(|&role| {
        let items = ladder[role].skills.len() + ladder[role].responsibilities.len();
        !ladder[role].skills.is_empty() && items <= MAX_ITEMS
    })
}

/// Renders the page of a role outside the document, a part whenever the browser is idle. The browser compiles a
/// function when it is first called: without this the first press on a card has to compile some 800
/// (ARCHITECTURE.md).
fn prepare_role_page(
    ladder: SharedLadder,
    role: RoleIx,
    owner: Owner,
    shown: StoredValue<()>,
    part: usize,
) {
    if part == PARTS.len() {
        return;
    }
    idle::run(move || {
        if shown.is_disposed() {
            return;
        }
        let view = chunks::render_role_part(ladder.clone(), role, part);
        owner.with(|| offscreen::render_once(|| render_loaded(view)));
        prepare_role_page(ladder, role, owner, shown, part + 1);
    });
}
