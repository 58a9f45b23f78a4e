//! A banner on every page while a ladder other than the site's own is open. On narrow screens it is a
//! notice in the ladder menu instead.

use crate::chunk::{lazy, lazy_chunk, render_loaded};
use crate::messages::date::format_date;
use crate::messages::failures::reason_for_copy;
use crate::router::{Origin, Route};
use crate::stores::{SharedLadder, use_ladder_store};
use crate::ui::count;
use leptos::prelude::*;

/// Where the open ladder comes from, and a link back. Renders nothing for the site's own ladder.
#[component]
pub fn OpenBanner(ladder: SharedLadder) -> impl IntoView {
    if *ladder.origin() == Origin::Default {
        return ().into_any();
    }
    lazy(Box::pin(load_banner()), move || render_loaded(render_banner(ladder.clone())))
}

/// The same inside the ladder menu, for narrow screens.
#[component]
pub fn OpenNotice(ladder: SharedLadder) -> impl IntoView {
    if *ladder.origin() == Origin::Default {
        return ().into_any();
    }
    lazy(Box::pin(load_notice()), move || render_loaded(render_notice(ladder.clone())))
}

lazy_chunk!(
    matrix,
    load_banner,
    fn render_banner(ladder: SharedLadder) -> AnyView {
        view! { <aside class="open-banner" aria-label="Open ladder">{content(&ladder)}</aside> }
            .into_any()
    }
);

lazy_chunk!(
    matrix,
    load_notice,
    fn render_notice(ladder: SharedLadder) -> AnyView {
        view! { <div class="open-notice">{content(&ladder)}</div> }.into_any()
    }
);

fn content(ladder: &SharedLadder) -> impl IntoView + use<> {
    let own = use_ladder_store().own();
    let warnings = ladder.provenance().warnings.len();
    let warnings = (warnings > 0).then(|| {
        view! { <a href=ladder.href(&Route::Open)>{count(warnings, "issue", "issues")}</a> }
    });
    view! {
        <p>{source(ladder)} {saved_copy(ladder)}</p>
        {warnings}
        <a class="back" href=own.href(&Route::default())>"Back to " <span>{own.title.clone()}</span></a>
    }
}

/// The title, and the host or file that the ladder was opened from.
fn source(ladder: &SharedLadder) -> AnyView {
    let title = ladder.title.clone();
    let source = ladder.provenance().source.clone();
    match ladder.origin() {
        Origin::Url(_) => {
            view! { <b>{title}</b> " from " <b class="source-name">{source}</b> }.into_any()
        }
        Origin::StoredFile(_) if source.is_empty() => {
            view! { <b>{title}</b> " from a file" }.into_any()
        }
        Origin::StoredFile(_) => {
            view! { <b>{title}</b> " (file: “" <b class="source-name">{source}</b> "”)" }.into_any()
        }
        Origin::Default | Origin::Bundled(_) | Origin::OnSite(_) => {
            view! { <b>{title}</b> }.into_any()
        }
    }
}

/// The date of the saved copy, and why it is shown.
fn saved_copy(ladder: &SharedLadder) -> Option<impl IntoView + use<>> {
    let copy = ladder.provenance().copy.as_ref()?;
    let reason = reason_for_copy(copy.because?, &ladder.provenance().source);
    Some(
        view! { " · saved copy from " <b>{format_date(&copy.stored_on)}</b> {format!(" (showing a saved copy because {reason})")} },
    )
}
