//! `/open`: open another ladder. Shown for any route while a ladder is being loaded.

use crate::components::open::loader_status::LoaderStatus;
use crate::components::open::problem_list::ProblemList;
use crate::components::open::recent_ladders::RecentLadders;
use crate::components::open::sources::{Catalog, FileChooser, UrlForm};
use crate::stores::{LoaderState, SharedLadder, use_ladder_store};
use leptos::prelude::*;

/// The loader status, problems of the open ladder, and where to open another one from.
#[component]
pub fn OpenPage(ladder: SharedLadder) -> impl IntoView {
    let loader = use_ladder_store().loader();
    // Hidden while a ladder is loading or needs confirmation.
    let can_choose = Memo::new(move |_| {
        loader.with(|state| !state.is_running() && !matches!(state, LoaderState::Confirm(_)))
    });
    let warnings = {
        let ladder = ladder.clone();
        move || loader.with(|state| !state.is_visible()).then(|| warnings(&ladder))
    };
    view! {
        <div class="open-page">
            <header class="page-head">
                <h1 lang="en" tabindex="-1">"Open a ladder"</h1>
                <p lang="en" class="lead">
                    "Open another career ladder from this site, a file or a URL. It’s read in your browser and never uploaded."
                </p>
            </header>
            <LoaderStatus />
            <Show when=move || can_choose.get()>
                {warnings.clone()}
                <div class="ways">
                    <div>
                        <Catalog ladder=ladder.clone() />
                        <RecentLadders />
                    </div>
                    <div>
                        <FileChooser />
                        <UrlForm />
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// Problems of the open ladder that do not prevent it from being shown.
fn warnings(ladder: &SharedLadder) -> Option<impl IntoView + use<>> {
    let warnings = &ladder.provenance().warnings;
    (!warnings.is_empty()).then(|| {
        let (title, problems) = (ladder.title.clone(), warnings.clone().into());
        view! {
            <section class="load-status" data-kind="problems">
                <h2 lang="en">"Issues found in " <bdi>{title}</bdi></h2>
                <p lang="en">"You can still use it. Its publisher may want to fix these."</p>
                <ProblemList problems />
            </section>
        }
    })
}
