//! The ways to another ladder: one of this site, a file, an address.

use crate::browser::file::File;
use crate::browser::site;
use crate::opening::use_opening;
use crate::route::{Location, Origin, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape, WhenOffline};
use ladder::{Address, Listed};
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

/// The ladders that come with the site.
#[component]
pub fn ListedLadders(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let opening = use_opening();
    let card = |listed: &Listed| {
        let origin = opening.origin_of(listed);
        let is_open = *ladder.origin() == origin;
        let link = Location { origin, route: Route::default() }.href();
        let tag = is_open.then(|| view! { <span lang="en" class="tag">"Open now"</span> });
        view! {
            <li>
                <h3><a href=link>{listed.title.clone()}</a></h3>
                <p>{listed.summary.clone()}</p>
                {tag}
            </li>
        }
    };
    let cards: Vec<_> = opening.listed().iter().map(card).collect();
    view! {
        <section class="listed">
            <h2 lang="en">"On this site"</h2>
            <ul>{cards}</ul>
        </section>
    }
}

/// A file, chosen or dropped.
#[component]
pub fn FileChoice() -> impl IntoView {
    let opening = use_opening();
    let choose = move |event: Event| {
        File::chosen(&event).into_iter().for_each(|file| opening.open_file(&file));
    };
    view! {
        <section class="from-file">
            <h2 lang="en">"From a file"</h2>
            <div class="drop-zone">
                <label class="choose" lang="en">
                    <input type="file" accept=".json,application/json" on:change=choose />
                    <Icon shape=Shape::Download />
                    "Choose a file…"
                </label>
                <p lang="en">"or drop one anywhere on this page. It stays on this device."</p>
            </div>
        </section>
    }
}

/// An address, typed.
#[component]
pub fn AddressChoice() -> impl IntoView {
    let opening = use_opening();
    let typed = RwSignal::new(wanted_address());
    let fault = RwSignal::new(None::<String>);
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        match address_of(&typed.get_untracked()) {
            Ok(address) => opening.open_address(address),
            Err(why) => fault.set(Some(why)),
        }
    };
    let invalid = move || fault.with(Option::is_some).then_some("true");
    let told = move || fault.get().unwrap_or_default();
    let hosts = RwSignal::new(None);
    Effect::new(move |_| hosts.set(site::may_ask()));
    let limits = move || {
        let limits = hosts.with(|hosts| hosts.as_deref().and_then(limits));
        limits.map(|text| view! { <p class="limits">{text}</p> })
    };
    view! {
        <section class="from-address">
            <h2 lang="en">"From an address"</h2>
            <form novalidate on:submit=open>
                <label lang="en" for="ladder-address">"Address of a ladder"</label>
                <div class="field">
                    <input
                        id="ladder-address"
                        type="url"
                        dir="ltr"
                        inputmode="url"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder="https://"
                        aria-invalid=invalid
                        aria-describedby="ladder-address-fault"
                        prop:value=move || typed.get()
                        on:input=move |event| {
                            typed.set(event_target_value(&event));
                            fault.set(None);
                        }
                    />
                </div>
                <button lang="en" class="quiet">"Open"</button>
                <p id="ladder-address-fault" class="fault" role="alert">{told}</p>
            </form>
            <WhenOffline text="You are offline: an address can be asked once you are connected again. Files and ladders kept on this device open all the same." />
            {limits}
        </section>
    }
}

/// Which hosts the policy of this site lets its pages ask, where that is not every one.
fn limits(hosts: &str) -> Option<String> {
    let hosts: Vec<&str> = hosts.split(' ').filter(|host| !host.is_empty()).collect();
    if hosts.contains(&"https:") {
        return None;
    }
    let may = match hosts.as_slice() {
        [] => {
            "Whoever publishes this site lets its pages ask no other host for a ladder.".to_owned()
        }
        some => {
            let plain = some.iter().map(|host| host.trim_start_matches("https://"));
            format!("Pages of this site may ask {}.", plain.collect::<Vec<_>>().join(", "))
        }
    };
    Some(format!("{may} From anywhere else, save the document and open the file."))
}

/// The address that was tried last, so that a slip in it can be mended.
fn wanted_address() -> String {
    let attempt = use_opening().attempt().get_untracked();
    match attempt.and_then(|attempt| attempt.wanted.origin) {
        Some(Origin::At(address)) => address.as_str().to_owned(),
        _ => String::new(),
    }
}

/// The address that was typed; one without `https://` is taken to mean that.
fn address_of(typed: &str) -> Result<Address, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(
            "Type or paste the address of a ladder, such as https://example.org/ladder.json."
                .to_owned(),
        );
    }
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    Address::parse(&whole)
        .map_err(|fault| format!("This address {}.", fault.to_string().replace('`', "")))
}

#[cfg(test)]
mod tests {
    use super::{address_of, limits};

    #[test]
    fn the_hosts_that_may_be_asked_are_told_where_they_are_limited() {
        assert!(limits("").unwrap().contains("no other host"));
        let some = limits("https://a.org https://*.b.org:8443").unwrap();
        assert!(some.starts_with("Pages of this site may ask a.org, *.b.org:8443."), "{some}");
        assert_eq!(limits("https://a.org https:"), None);
    }

    #[test]
    fn an_address_is_taken_as_it_is_typed() {
        for (typed, meant) in [
            ("https://a.example/l.json", "https://a.example/l.json"),
            ("  http://a.example/l.json\n", "http://a.example/l.json"),
            ("a.example/l.json", "https://a.example/l.json"),
            ("localhost:8080/l.json", "https://localhost:8080/l.json"),
        ] {
            assert_eq!(
                address_of(typed).map(|address| address.as_str().to_owned()),
                Ok(meant.to_owned())
            );
        }
        for (typed, why) in [
            ("", "Type or paste"),
            ("ftp://a.example/l", "does not begin with https://"),
            ("https://a b", "has a space in it"),
            ("https://me:secret@a.example", "has a user name"),
        ] {
            let told = address_of(typed).unwrap_err();
            assert!(told.contains(why), "{told}");
        }
    }
}
