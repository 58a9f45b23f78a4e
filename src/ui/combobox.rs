//! A text field with a list of suggestions: type to filter, then choose with the arrow keys and Enter,
//! or with a click.
//!
//! Follows the combobox pattern with a listbox popup:
//! <https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>.

use super::{Highlighted, Icon, IconShape};
use crate::browser::{focus, keys};
use leptos::prelude::*;
use std::ops::Range;

/// One option of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// The value passed on when it is chosen.
    pub value: T,
    /// The label.
    pub name: String,
    /// Where the typed text occurs in the label.
    pub highlights: Vec<Range<usize>>,
    /// Secondary text after the label.
    pub detail: String,
}

/// A text field that suggests choices.
#[component]
pub fn Combobox<T: Clone + PartialEq + Send + Sync + 'static>(
    /// The visible label.
    label: &'static str,
    /// The id of the field and the prefix of the ids of its parts; unique on the page.
    id: &'static str,
    /// The placeholder text.
    placeholder: &'static str,
    /// Shown if nothing matches.
    no_matches: &'static str,
    /// Returns the choices for a typed text, best first.
    #[prop(into)]
    choices: Callback<String, Vec<Choice<T>>>,
    /// Called with the chosen value.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let found = Memo::new(move |_| if open.get() { choices.run(typed.get()) } else { Vec::new() });
    let input = NodeRef::<leptos::html::Input>::new();
    let option_id = move |index: usize| format!("{id}-{index}");
    let close = move || {
        open.set(false);
        active.set(None);
    };
    let choose = move |index: usize| {
        let Some(chosen) = found.with_untracked(|all| all.get(index).cloned()) else { return };
        typed.set(String::new());
        close();
        if let Some(input) = input.get_untracked() {
            focus::without_scrolling(&input);
        }
        on_choose.run(chosen.value);
    };
    let move_by = move |step: ListStep| {
        open.set(true);
        let next = step.from(active.get_untracked(), found.with_untracked(Vec::len));
        active.set(next);
        if let Some(index) = next {
            focus::reveal(&option_id(index));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if keys::is_composing(&event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => move_by(ListStep::Next),
            "ArrowUp" => move_by(ListStep::Previous),
            "Enter" if open.get_untracked() => {
                let first = typed.with_untracked(|text| !text.trim().is_empty()).then_some(0);
                active.get_untracked().or(first).into_iter().for_each(choose);
            }
            "Escape" if open.get_untracked() => close(),
            "Escape" => typed.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    };
    let on_input = move |text: String| {
        typed.set(text);
        open.set(true);
        active.set(None);
    };
    let on_blur = move || {
        // After switching to another window and back, you can continue typing.
        if input.get_untracked().is_some_and(|input| focus::is_active(&input)) {
            return;
        }
        typed.set(String::new());
        close();
    };
    let list = move || {
        let options = found.get().into_iter().enumerate().map(move |(index, choice)| {
            view! {
                <li
                    role="option"
                    id=option_id(index)
                    aria-selected=move || (active.get() == Some(index)).to_string()
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| choose(index)
                >
                    <span><Highlighted text=choice.name highlights=choice.highlights /></span>
                    " "
                    <span class="detail">{choice.detail}</span>
                </li>
            }
        });
        options.collect_view()
    };
    let is_listed = move || open.get() && found.with(|all| !all.is_empty());
    view! {
        <div class="combobox">
            <label lang="en" for=id>{label}</label>
            <div class="field">
                <Icon shape=IconShape::Search />
                <input
                    id=id
                    node_ref=input
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength="200"
                    placeholder=placeholder
                    aria-autocomplete="list"
                    aria-expanded=move || is_listed().to_string()
                    aria-controls=format!("{id}-list")
                    aria-activedescendant=move || active.get().filter(|_| is_listed()).map(option_id)
                    prop:value=move || typed.get()
                    on:input=move |event| on_input(event_target_value(&event))
                    on:keydown=on_key
                    on:click=move |_| open.set(true)
                    on:blur=move |_| on_blur()
                />
            </div>
            <ul
                role="listbox"
                tabindex="-1"
                id=format!("{id}-list")
                aria-label=label
                hidden=move || !is_listed()
                on:mousedown=|event| event.prevent_default()
            >
                {list}
            </ul>
            <p lang="en" class="nothing" aria-live="polite">
                {move || (open.get() && found.with(Vec::is_empty)).then_some(no_matches)}
            </p>
        </div>
    }
}

/// A move through a list with the arrow keys; it wraps around at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStep {
    /// Down by one.
    Next,
    /// Up by one.
    Previous,
}

impl ListStep {
    /// Returns the next index in a list of `len` items; `active` is `None` outside the list.
    #[must_use]
    pub fn from(self, active: Option<usize>, len: usize) -> Option<usize> {
        let last = len.checked_sub(1)?;
        Some(match (self, active) {
            (Self::Next, None) => 0,
            (Self::Next, Some(index)) if index >= last => 0,
            (Self::Next, Some(index)) => index + 1,
            (Self::Previous, None | Some(0)) => last,
            (Self::Previous, Some(index)) => (index - 1).min(last),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::ListStep;

    #[test]
    fn arrow_keys_wrap_around() {
        for (step, active, len, expected) in [
            (ListStep::Next, None, 3, Some(0)),
            (ListStep::Next, Some(2), 3, Some(0)),
            (ListStep::Next, Some(0), 3, Some(1)),
            (ListStep::Previous, None, 3, Some(2)),
            (ListStep::Previous, Some(0), 3, Some(2)),
            (ListStep::Previous, Some(9), 3, Some(2)),
            (ListStep::Next, None, 0, None),
        ] {
            assert_eq!(step.from(active, len), expected, "{step:?} {active:?} {len}");
        }
    }
}
