//! Where another ladder can be opened from: this site, a file, a URL.

use crate::browser::file::File;
use crate::browser::site;
use crate::messages::open::host_restriction;
use crate::router::{Location, Origin, Route};
use crate::stores::{SharedLadder, use_ladder_store};
use crate::ui::{Icon, IconShape, WhenOffline};
use ladder::{Address, CatalogEntry};
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

/// The ladders that come with the site.
#[component]
pub fn Catalog(ladder: SharedLadder) -> impl IntoView {
    let store = use_ladder_store();
    let item = |entry: &CatalogEntry| {
        let origin = store.origin_of(entry);
        let is_open = *ladder.origin() == origin;
        let href = Location { origin, route: Route::default() }.href();
        let tag = is_open.then(|| view! { <span lang="en" class="tag">"Current"</span> });
        view! {
            <li>
                <h3><a href=href>{entry.title.clone()}</a></h3>
                <p>{entry.summary.clone()}</p>
                {tag}
            </li>
        }
    };
    let items: Vec<_> = store.catalog().iter().map(item).collect();
    view! {
        <section class="listed">
            <h2 lang="en">"On this site"</h2>
            <ul>{items}</ul>
        </section>
    }
}

/// A button to choose a file. Files can also be dropped on it.
#[component]
pub fn FileChooser() -> impl IntoView {
    let store = use_ladder_store();
    let choose = move |event: Event| {
        if let Some(file) = File::chosen(&event) {
            store.open_file(&file);
        }
    };
    view! {
        <section class="from-file">
            <h2 lang="en">"From a file"</h2>
            <div class="drop-zone">
                <label class="choose" lang="en">
                    <input type="file" accept=".json,application/json" on:change=choose />
                    <Icon shape=IconShape::Download />
                    "Choose a file…"
                </label>
                <p lang="en">"or drop it anywhere on this page. It stays on your device."</p>
            </div>
        </section>
    }
}

/// A form to enter a URL.
#[component]
pub fn UrlForm() -> impl IntoView {
    let store = use_ladder_store();
    let url = RwSignal::new(last_url());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match parse_url(&url.get_untracked(), site::file_url) {
            Ok(address) => store.open_address(address),
            Err(message) => error.set(Some(message)),
        }
    };
    let invalid = move || error.with(Option::is_some).then_some("true");
    let hosts = RwSignal::new(None);
    Effect::new(move |_| hosts.set(site::allowed_hosts()));
    let restriction = move || {
        let restriction = hosts.with(|hosts| hosts.as_deref().and_then(host_restriction));
        restriction.map(|text| view! { <p class="limits">{text}</p> })
    };
    // Without other hosts, only files of this site can be opened.
    let is_own_site = move || hosts.with(|hosts| hosts.as_deref() == Some(""));
    let placeholder =
        move || if is_own_site() { "/ladders/team.json" } else { "https://… or /file.json" };
    view! {
        <section class="from-address">
            <h2 lang="en">"From a URL"</h2>
            <form novalidate on:submit=submit>
                <label lang="en" for="ladder-address">"Ladder URL"</label>
                <div class="field">
                    <input
                        id="ladder-address"
                        type="url"
                        dir="ltr"
                        inputmode="url"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=placeholder
                        aria-invalid=invalid
                        aria-describedby="ladder-url-error"
                        prop:value=move || url.get()
                        on:input=move |event| {
                            url.set(event_target_value(&event));
                            error.set(None);
                        }
                    />
                </div>
                <button type="submit" lang="en" class="quiet">"Open"</button>
                <p id="ladder-url-error" class="field-error" role="alert">{move || error.get().unwrap_or_default()}</p>
            </form>
            <WhenOffline text="You’re offline. URLs need a connection; files and saved ladders still open." />
            {restriction}
        </section>
    }
}

/// The URL that was tried last, so that the visitor can correct it.
fn last_url() -> String {
    let request = use_ladder_store().loader().with_untracked(|state| state.request().cloned());
    match request.and_then(|request| request.origin) {
        Some(Origin::Url(address)) => address.as_str().to_owned(),
        _ => String::new(),
    }
}

/// Parses the text of the field. `https://` may be left out. A path is that of a file of this site, whose URL
/// `file_url` returns.
fn parse_url(text: &str, file_url: impl Fn(&str) -> String) -> Result<Address, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("Enter a URL, for example https://example.org/ladder.json.".to_owned());
    }
    let url = if let Some(file) = text.strip_prefix('/') {
        file_url(file)
    } else if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    Address::parse(&url).map_err(|error| format!("This URL {error}."))
}

#[cfg(test)]
mod tests {
    use super::parse_url;

    fn on_site(file: &str) -> String {
        format!("https://site.example/base/{file}")
    }

    #[test]
    fn a_url_may_omit_https_or_the_site() {
        for (text, url) in [
            ("https://a.example/l.json", "https://a.example/l.json"),
            ("  http://a.example/l.json\n", "http://a.example/l.json"),
            ("a.example/l.json", "https://a.example/l.json"),
            ("localhost:8080/l.json", "https://localhost:8080/l.json"),
            ("/team/l.json", "https://site.example/base/team/l.json"),
        ] {
            assert_eq!(
                parse_url(text, on_site).map(|address| address.as_str().to_owned()),
                Ok(url.to_owned())
            );
        }
        for (text, expected) in [
            ("", "Enter a URL"),
            ("ftp://a.example/l", "must start with https://"),
            ("https://a b", "contains a space"),
            ("https://me:secret@a.example", "contains a user name"),
        ] {
            let message = parse_url(text, on_site).unwrap_err();
            assert!(message.contains(expected), "{message}");
        }
    }
}
