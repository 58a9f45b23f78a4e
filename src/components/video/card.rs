//! A video: what it is and why it helps. Nothing is asked of anyone before a press on play.

use super::poster::VideoPoster;
use super::resource_facts::resource_facts;
use super::watched_mark::seen_mark;
use crate::browser::focus;
use crate::messages::role::resource_type;
use crate::stores::{SharedLadder, use_answers};
use crate::ui::{Icon, Shape, WhenOffline};
use ladder::{Resource, ResourceRef, Video};
use leptos::prelude::*;

/// The card of what `reference` points at: a player for a video we can play, else a link.
#[component]
pub fn ResourceCard(
    /// The open ladder.
    ladder: SharedLadder,
    /// The resource, with why it helps here.
    reference: ResourceRef,
) -> impl IntoView {
    let resource = &ladder[reference.resource];
    let note = reference.note.clone().map(|note| view! { <p class="note">{note}</p> });
    let facts = resource_facts(&ladder, resource);
    let note = view! { {note} {facts} }.into_any();
    let id = resource.id.to_string();
    let seen = seen_mark(use_answers(), resource);
    match Video::for_reference(resource, &reference) {
        Some(video) => {
            let title = resource.title.clone();
            view! { <article class="video-card" id=id><Player title video note seen /></article> }.into_any()
        }
        None => view! {
            <article class="resource-card" id=id>
                <p class="kind">{kind_word(resource)}</p>
                <h3>
                    <a href=resource.url.as_str().to_owned() rel="noopener noreferrer" target="_blank">
                        {resource.title.clone()} <Icon shape=Shape::External />
                    </a>
                </h3>
                {note}
                {seen}
            </article>
        }.into_any(),
    }
}

/// "Video", "Article" …, with who made it.
fn kind_word(resource: &Resource) -> String {
    let kind = resource_type(resource.kind());
    match &resource.provider {
        Some(provider) => format!("{kind} · {provider}"),
        None => format!("{kind} · {}", resource.url.host()),
    }
}

/// The poster and, once pressed, the player in its place; what it is and where it is below.
#[component]
fn Player(title: String, video: Video, note: AnyView, seen: AnyView) -> impl IntoView {
    let playing = RwSignal::new(None::<bool>);
    let play = NodeRef::<leptos::html::Button>::new();
    let frame = NodeRef::<leptos::html::Iframe>::new();
    // The pressed button disappears, so the focus moves to what replaced it.
    Effect::new(move |_| match (playing.get(), frame.get(), play.get()) {
        (Some(true), Some(frame), _) => focus::without_scrolling(&frame),
        (Some(false), _, Some(play)) => focus::without_scrolling(&play),
        _ => {}
    });
    let start = (video.start > 0).then(|| format!("starts at {}", clock(video.start)));
    let (watch, player) = (video.watch_url(), video.player_url());
    let poster = {
        let title = title.clone();
        move || {
            view! {
                <button
                    class="play"
                    node_ref=play
                    aria-label=format!("Play: {title}")
                    on:click=move |_| playing.set(Some(true))
                >
                    <VideoPoster title=title.clone() />
                    <span class="disc"><Icon shape=Shape::Play /></span>
                </button>
                {start.clone().map(|start| view! { <span class="start">{start}</span> })}
            }
            .into_any()
        }
    };
    let screen = {
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
    view! {
        <div class="screen">
            {move || if is_playing() { screen() } else { poster() }}
        </div>
        <div class="about">
            <h3>{title.clone()}</h3>
            {note}
            <p class="actions">
                <a href=watch rel="noopener" target="_blank">
                    "Watch on YouTube"
                    <span class="visually-hidden">" " {title}</span>
                    <Icon shape=Shape::External />
                </a>
                <Show when=is_playing>
                    <button lang="en" class="quiet" on:click=move |_| playing.set(Some(false))>
                        "Close video"
                    </button>
                </Show>
                {seen}
            </p>
            <WhenOffline text="You’re offline. Videos will play when you reconnect." />
        </div>
    }
}

/// "0:22", "1:02:03".
fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn tells_the_time_as_players_do() {
        for (seconds, expected) in [(22, "0:22"), (90, "1:30"), (3723, "1:02:03")] {
            assert_eq!(clock(seconds), expected);
        }
    }
}
