//! A video or another resource as a card. No request is sent to the video host before you press play.

use super::now_playing::NowPlaying;
use super::resource_title::resource_title;
use super::seen_checkbox::SeenCheckbox;
use crate::browser::focus;
use crate::messages::date::format_date;
use crate::messages::resource::{other_languages, source, video_source};
use crate::stores::{SharedLadder, use_answers};
use crate::ui::{Icon, IconShape, WhenOffline, paragraph};
use ladder::{Resource, ResourceRef, Video};
use leptos::prelude::*;

/// The card of a resource: a player if the video can be embedded, or a link.
#[component]
pub fn ResourceCard(
    ladder: SharedLadder,
    /// The reference to the resource, with a note on why it helps.
    reference: ResourceRef,
) -> impl IntoView {
    let resource = &ladder[reference.resource];
    let note = reference.note.as_ref().map(|note| paragraph("note", note));
    let about = view! { {note} {facts(&ladder, resource)} }.into_any();
    let id = resource.id.to_string();
    let answers = use_answers();
    let seen = view! {
        <SeenCheckbox answers ladder=ladder.clone() resource=reference.resource />
    };
    let seen = seen.into_any();
    match Video::for_reference(resource, &reference) {
        Some(video) => {
            let title = ladder.distinct_resource_title(reference.resource);
            let provider = resource.provider.clone();
            view! {
                <article class="video-card" id=id><Player title provider video about seen /></article>
            }
            .into_any()
        }
        None => view! {
            <article class="resource-card" id=id>
                <p lang="en" class="kind">{source(resource)}</p>
                <h3>{resource_title(&ladder, reference.resource)}</h3>
                {about}
                {seen}
            </article>
        }
        .into_any(),
    }
}

/// The description of a resource, its languages, and when its link was last checked.
fn facts(ladder: &SharedLadder, resource: &Resource) -> impl IntoView + use<> {
    let description = resource.description.as_ref().map(|text| paragraph("about-it", text));
    let languages = other_languages(resource, &ladder.language);
    let checked = resource.checked.as_ref().map(|date| {
        view! { "Link checked " <time datetime=date.clone()>{format_date(date)}</time> }
    });
    let separator = (languages.is_some() && checked.is_some()).then_some(" · ");
    let facts = (languages.is_some() || checked.is_some())
        .then(|| view! { <p lang="en" class="facts-line">{languages}{separator}{checked}</p> });
    view! { {description} {facts} }
}

/// A poster that is replaced by the player when you press play, with text and links below.
#[component]
fn Player(
    title: String,
    provider: Option<String>,
    video: Video,
    about: AnyView,
    seen: AnyView,
) -> impl IntoView {
    let now_playing = expect_context::<NowPlaying>();
    // `None` until the play button is first pressed.
    let playing = RwSignal::new(None::<bool>);
    let play = NodeRef::<leptos::html::Button>::new();
    let frame = NodeRef::<leptos::html::Iframe>::new();
    // The pressed button disappears, so the focus moves to its replacement.
    Effect::new(move |_| match (playing.get(), frame.get(), play.get()) {
        (Some(true), Some(frame), _) => focus::without_scrolling(&frame),
        // Unless it was stopped because another video was started.
        (Some(false), _, Some(play)) if now_playing.is_none() => focus::without_scrolling(&play),
        _ => {}
    });
    let start = (video.start > 0).then(|| format_duration(video.start));
    let from = video_source(provider.as_deref(), start.as_deref());
    let (watch, player) = (video.watch_url(), video.player_url());
    let poster = {
        let title = title.clone();
        move || {
            view! {
                <button type="button"
                    class="play"
                    node_ref=play
                    aria-label=format!("Play: {title}")
                    on:click=move |_| now_playing.start(playing)
                >
                    <span class="title" aria-hidden="true">{title.clone()}</span>
                    <span class="disc"><Icon shape=IconShape::Play /></span>
                </button>
                <span lang="en" class="from">{from.clone()}</span>
            }
            .into_any()
        }
    };
    let iframe = {
        let title = title.clone();
        move || {
            view! {
                <iframe
                    node_ref=frame
                    title=title.clone()
                    src=player.clone()
                    allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
                    referrerpolicy="strict-origin-when-cross-origin"
                ></iframe>
            }
            .into_any()
        }
    };
    let is_playing = move || playing.get() == Some(true);
    let title_to_close = title.clone();
    view! {
        <div class="screen">
            {move || if is_playing() { iframe() } else { poster() }}
        </div>
        <div class="about">
            <h3>{title.clone()}</h3>
            {about}
            <p class="actions">
                <a href=watch rel="noopener" target="_blank">
                    <span lang="en">"Watch on YouTube"</span>
                    <span class="visually-hidden">" " {title}</span>
                    <Icon shape=IconShape::External />
                </a>
                <Show when=is_playing>
                    <button type="button"
                        lang="en"
                        class="quiet"
                        aria-label=format!("Close video: {title_to_close}")
                        on:click=move |_| now_playing.stop(playing)
                    >
                        "Close video"
                    </button>
                </Show>
                {seen}
            </p>
            <WhenOffline text="You’re offline. Videos will play when you reconnect." />
        </div>
    }
}

/// A duration as "0:22" or "1:02:03".
fn format_duration(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::format_duration;

    #[test]
    fn durations_have_hours_only_if_needed() {
        for (seconds, expected) in [(22, "0:22"), (90, "1:30"), (3723, "1:02:03")] {
            assert_eq!(format_duration(seconds), expected);
        }
    }
}
