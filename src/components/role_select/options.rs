//! The roles of a ladder as options of a `<select>`.

use ladder::{Ladder, RoleIx, TrackIx};
use leptos::prelude::*;

/// All roles as options, grouped by track. `is_selected` is for prerendered pages; in the browser the value
/// of the `<select>` is in charge.
pub fn role_options(ladder: &Ladder, is_selected: impl Fn(RoleIx) -> bool) -> Vec<AnyView> {
    let option = |ix: RoleIx| {
        let (id, is_selected) = (ladder[ix].id.to_string(), is_selected(ix));
        view! { <option value=id selected=is_selected>{ladder.distinct_title(ix)}</option> }
            .into_any()
    };
    let options_of_track = |track| {
        let roles = ladder.role_indices().filter(move |&role| ladder[role].track == track);
        roles.map(option).collect_view()
    };
    let mut options = options_of_track(None);
    for track in TrackIx::all(ladder.tracks.len()) {
        let group = options_of_track(Some(track));
        let name = ladder[track].name.clone();
        options.push(view! { <optgroup label=name>{group}</optgroup> }.into_any());
    }
    options
}
