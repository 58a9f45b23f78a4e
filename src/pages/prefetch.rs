//! Prepares pages: those that a visitor may go to next while the browser is idle, and the first one before it is shown.
//!
//! Browsers compile a function when it is first called (ARCHITECTURE.md). To prepare a page is to render its parts once
//! outside the document, each in a task of its own.

use super::{Page, PagePart, chunks, ladder_page};
use crate::browser::{idle, offscreen};
use crate::stores::{SharedLadder, load_answers_chunk};
use ladder::{Ladder, RoleIx};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Loads the chunks of all pages once the browser is idle, for visitors who go on to another page, and prepares those
/// that most go to. Call it where pages are rendered.
pub fn prefetch(ladder: SharedLadder) {
    let owner = Owner::current().unwrap_or_default();
    // Disposed together with what the page shows.
    let shown = StoredValue::new(());
    spawn_local(async move {
        idle::wait().await;
        let role = sample_role(&ladder);
        let prepare = async |parts: &[PagePart]| {
            let Some(role) = role else { return };
            for part in parts {
                idle::wait().await;
                if shown.is_disposed() {
                    return;
                }
                render_once(*part, &owner, &ladder, role);
            }
        };
        // If a chunk fails to load, the page that needs it tries again. Most visitors go to a role first.
        _ = chunks::load_role().await;
        prepare(chunks::role_parts().await.unwrap_or_default()).await;
        _ = chunks::load_skill().await;
        _ = load_answers_chunk().await;
        _ = chunks::load_compare().await;
        _ = chunks::load_plan().await;
        _ = chunks::load_matrix().await;
        prepare(chunks::matrix_parts().await.unwrap_or_default()).await;
        prepare(chunks::compare_parts().await.unwrap_or_default()).await;
        prepare(chunks::plan_parts().await.unwrap_or_default()).await;
    });
}

/// Prepares the first page. Its chunk must be loaded. The app is then mounted in a task short enough for the browser to
/// answer to input in between.
pub async fn prepare_first(page: &Page, ladder: &SharedLadder, owner: &Owner) {
    let parts = match page {
        Page::Ladder => &ladder_page::PARTS,
        Page::Role(_) => chunks::role_parts().await.unwrap_or_default(),
        Page::Matrix => chunks::matrix_parts().await.unwrap_or_default(),
        Page::Compare => chunks::compare_parts().await.unwrap_or_default(),
        Page::Plan => chunks::plan_parts().await.unwrap_or_default(),
        Page::Skill(_) | Page::Open | Page::NotFound(_) => [].as_slice(),
    };
    let Some(role) = sample_role(ladder) else { return };
    for part in parts {
        render_once(*part, owner, ladder, role);
        idle::next_task().await;
    }
}

fn render_once(part: PagePart, owner: &Owner, ladder: &SharedLadder, role: RoleIx) {
    let ladder = ladder.clone();
    owner.with(|| offscreen::render_once(move || part(&ladder, role)));
}

/// A role to prepare pages with: one that has skills, and renders quickly.
fn sample_role(ladder: &Ladder) -> Option<RoleIx> {
    const MAX_ITEMS: usize = 60;
    RoleIx::all(ladder.roles.len()).find(|&role| {
        let items = ladder[role].skills.len() + ladder[role].responsibilities.len();
        !ladder[role].skills.is_empty() && items <= MAX_ITEMS
    })
}
