//! A field with type-ahead: choices appear while one types, chosen by arrow keys, Enter or a press.
//!
//! Follows the combobox pattern with a listbox popup:
//! <https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>.

use super::{Icon, Marked, Shape};
use crate::browser::focus;
use leptos::prelude::*;
use std::ops::Range;

/// One choice of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    /// What is handed back when it is chosen.
    pub value: T,
    /// Its name.
    pub name: String,
    /// Where the typed words stand in the name.
    pub marks: Vec<Range<usize>>,
    /// A few words behind the name.
    pub detail: String,
}

/// What answers a typed text with choices, best first.
pub struct Choices<T>(Answer<T>);

type Answer<T> = Box<dyn Fn(&str) -> Vec<Choice<T>> + Send + Sync>;

impl<T, F: Fn(&str) -> Vec<Choice<T>> + Send + Sync + 'static> From<F> for Choices<T> {
    fn from(answer: F) -> Self {
        Self(Box::new(answer))
    }
}

/// A field named `label` whose list holds `choices` of what is typed.
#[component]
pub fn Combobox<T: Clone + PartialEq + Send + Sync + 'static>(
    /// The field's name, shown above it.
    label: &'static str,
    /// The beginning of the ids of its parts; unique on the page.
    id: &'static str,
    /// What to type, by example.
    placeholder: &'static str,
    /// Said where nothing answers.
    nothing: &'static str,
    /// The choices for a typed text, best first.
    #[prop(into)]
    choices: Choices<T>,
    /// Called with what was chosen.
    #[prop(into)]
    choose: Callback<T>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let found = Memo::new(move |_| if open.get() { (choices.0)(&typed.get()) } else { Vec::new() });
    let input = NodeRef::<leptos::html::Input>::new();
    let option_id = move |at: usize| format!("{id}-{at}");
    let close = move || {
        open.set(false);
        active.set(None);
    };
    let take = move |at: usize| {
        let Some(chosen) = found.with_untracked(|all| all.get(at).cloned()) else { return };
        typed.set(String::new());
        close();
        if let Some(input) = input.get_untracked() {
            focus::without_scrolling(&input);
        }
        choose.run(chosen.value);
    };
    let move_to = move |step: Step| {
        open.set(true);
        let next = step.from(active.get_untracked(), found.with_untracked(Vec::len));
        active.set(next);
        if let Some(at) = next {
            focus::reveal(&option_id(at));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => move_to(Step::Next),
            "ArrowUp" => move_to(Step::Previous),
            "Enter" if open.get_untracked() => {
                let first = typed.with_untracked(|text| !text.trim().is_empty()).then_some(0);
                active.get_untracked().or(first).into_iter().for_each(take);
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
    let list = move || {
        let options = found.get().into_iter().enumerate().map(move |(at, choice)| {
            view! {
                <li
                    role="option"
                    id=option_id(at)
                    aria-selected=move || (active.get() == Some(at)).to_string()
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| take(at)
                >
                    <span><Marked text=choice.name marks=choice.marks /></span>
                    " "
                    <span class="detail">{choice.detail}</span>
                </li>
            }
        });
        options.collect::<Vec<_>>()
    };
    let is_listed = move || open.get() && found.with(|all| !all.is_empty());
    view! {
        <div class="combobox">
            <label for=id>{label}</label>
            <div class="field">
                <Icon shape=Shape::Search />
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
                    on:blur=move |_| {
                        typed.set(String::new());
                        close();
                    }
                />
            </div>
            <ul
                role="listbox"
                id=format!("{id}-list")
                aria-label=label
                hidden=move || !is_listed()
                on:mousedown=|event| event.prevent_default()
            >
                {list}
            </ul>
            <p class="nothing" aria-live="polite">
                {move || (open.get() && found.with(Vec::is_empty)).then_some(nothing)}
            </p>
        </div>
    }
}

/// A move through a list with the arrow keys; beyond either end it goes on at the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Down by one.
    Next,
    /// Up by one.
    Previous,
}

impl Step {
    /// Where the move leads in a list of `len`, from the active place or from outside the list.
    #[must_use]
    pub fn from(self, active: Option<usize>, len: usize) -> Option<usize> {
        let last = len.checked_sub(1)?;
        Some(match (self, active) {
            (Self::Next, None) => 0,
            (Self::Next, Some(at)) if at >= last => 0,
            (Self::Next, Some(at)) => at + 1,
            (Self::Previous, None | Some(0)) => last,
            (Self::Previous, Some(at)) => (at - 1).min(last),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn arrow_keys_go_round() {
        for (step, active, len, expected) in [
            (Step::Next, None, 3, Some(0)),
            (Step::Next, Some(2), 3, Some(0)),
            (Step::Next, Some(0), 3, Some(1)),
            (Step::Previous, None, 3, Some(2)),
            (Step::Previous, Some(0), 3, Some(2)),
            (Step::Previous, Some(9), 3, Some(2)),
            (Step::Next, None, 0, None),
        ] {
            assert_eq!(step.from(active, len), expected, "{step:?} {active:?} {len}");
        }
    }
}
