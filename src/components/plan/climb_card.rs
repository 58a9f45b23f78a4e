//! The climb card: a picture of how far the visitor is on the way to a role. It is drawn on the device when they ask for
//! it, and leaves it only if they share it.

mod picture;

use super::context::PlanContext;
use crate::browser::download::download_blob;
use crate::browser::share::SharedPicture;
use crate::browser::{canvas, dialog, fragment};
use crate::components::hue::HUES;
use crate::messages::plan as messages;
use crate::router::Origin;
use crate::ui::{Icon, IconShape};
use leptos::prelude::*;
use picture::{HEIGHT, WIDTH};
use web_sys::Blob;

/// The button "Save as picture", and the dialog that shows the picture before it is saved or shared.
#[component]
pub fn ClimbCard(
    /// The plan.
    plan: PlanContext,
) -> impl IntoView {
    let dialog_ref = NodeRef::<leptos::html::Dialog>::new();
    let canvas_ref = NodeRef::<leptos::html::Canvas>::new();
    let colours = NodeRef::<leptos::html::Div>::new();
    let png = StoredValue::new_local(None::<Blob>);
    let shared = StoredValue::new_local(None::<SharedPicture>);
    let (is_drawn, can_share) = (RwSignal::new(false), RwSignal::new(false));
    let status = RwSignal::new("");
    let progress = {
        let plan = plan.clone();
        move || plan.answers.with(|state| plan.gap.progress(&plan.ladder, &state.answers))
    };
    let alt = {
        let (plan, progress) = (plan.clone(), progress.clone());
        move || messages::climb(&plan.ladder, plan.from, plan.to, progress())
    };
    let name = format!("{}-climb.png", plan.ladder.id);
    let draw = {
        let (plan, name, alt) = (plan.clone(), name.clone(), alt.clone());
        move || {
            let (Some(canvas), Some(colours)) =
                (canvas_ref.get_untracked(), colours.get_untracked())
            else {
                return;
            };
            let progress = untrack(&progress);
            if picture::draw(&canvas, &colours, &plan, progress).is_err() {
                return status.set(messages::NO_PICTURE);
            }
            let (name, text) = (name.clone(), untrack(&alt));
            // A link to a ladder that was opened from a file works on this device only.
            let is_public = !matches!(plan.ladder.origin(), Origin::StoredFile(_));
            let url = is_public.then(fragment::url_without_fragment);
            canvas::to_png(&canvas, move |blob| {
                let Some(blob) = blob else {
                    status.try_set(messages::NO_PICTURE);
                    return;
                };
                let picture = SharedPicture::new(&name, &blob, &text, url.as_deref());
                can_share.try_set(picture.is_some());
                shared.try_set_value(picture);
                png.try_set_value(Some(blob));
                is_drawn.try_set(true);
            });
        }
    };
    let open = move |_| {
        is_drawn.set(false);
        status.set("");
        if let Some(dialog) = dialog_ref.get_untracked() {
            dialog::show(&dialog);
            draw();
        }
    };
    let save = move |_| {
        let saved = png.with_value(|png| png.as_ref().map(|png| download_blob(&name, png)));
        status.set(if matches!(saved, Some(Ok(()))) { "" } else { messages::NO_PICTURE });
    };
    let share = move |_| {
        shared.with_value(|shared| shared.iter().for_each(SharedPicture::share));
    };
    let close = move |_| {
        if let Some(dialog) = dialog_ref.get_untracked() {
            dialog.close();
        }
    };
    let hues: Vec<_> = (0..HUES).map(|hue| view! { <i data-hue=hue></i> }).collect();
    let direction = plan.ladder.direction();
    view! {
        <button type="button" lang="en" class="quiet" on:click=open>
            <Icon shape=IconShape::Download /> "Save as picture"
        </button>
        <dialog class="question climb" node_ref=dialog_ref aria-labelledby="climb-title">
            <h2 lang="en" id="climb-title">"Your climb"</h2>
            <canvas
                node_ref=canvas_ref
                role="img"
                aria-label=alt
                dir=direction
                width=WIDTH.to_string()
                height=HEIGHT.to_string()
            ></canvas>
            <div class="climb-colours" aria-hidden="true" hidden node_ref=colours>{hues}</div>
            <p lang="en">"The picture is made on your device. Nobody sees it unless you share it."</p>
            <p class="told" role="alert">{move || status.get()}</p>
            <p class="row">
                <button type="button" lang="en" class="quiet" on:click=close>"Close"</button>
                <button type="button" lang="en" class="quiet" disabled=move || !is_drawn.get() on:click=save>
                    <Icon shape=IconShape::Download /> "Save PNG"
                </button>
                <button type="button" lang="en" class="quiet" hidden=move || !can_share.get() on:click=share>
                    "Share"
                </button>
            </p>
        </dialog>
    }
}
