//! The two choosers of a comparison, "From" and "To", and the ways to the pairs beside it.

use crate::browser::navigation::use_navigation;
use crate::ladder::{Id, Ladder, Needle, RoleIx, ranked};
use crate::markup::{Markup, view};
use crate::route::{Ends, Origin, Route};
use crate::state::Shared;
use crate::ui::{Choice, Combobox, Icon, Shape, english};
use leptos::prelude::*;

/// Up to so many roles a list to choose from is at hand; above that one types.
const LONGEST_LIST: usize = 50;

/// How many answers to what is typed are shown.
const ANSWERS: usize = 30;

/// Which of the two ends a chooser is for.
#[derive(Clone, Copy)]
enum End {
    From,
    To,
}

impl End {
    fn of(self, ends: &Ends) -> Option<Id> {
        match self {
            Self::From => ends.from.clone(),
            Self::To => ends.to.clone(),
        }
    }

    fn chosen(self, ends: &Ends, id: Option<Id>) -> Ends {
        match self {
            Self::From => Ends { from: id, ..ends.clone() },
            Self::To => Ends { to: id, ..ends.clone() },
        }
    }
}

/// The choosers and the link to swap them. Without the program they are a plain form.
#[component]
pub fn RoleChoosers(
    /// The open ladder.
    ladder: Shared,
    /// What the address holds.
    ends: Memo<Ends>,
) -> Markup {
    let action = ladder.href(&Route::Compare(Ends::default()));
    let origin = (*ladder.origin() != Origin::Default).then(|| {
        view! { <input type="hidden" name="ladder" value=ladder.origin().value() /> }
    });
    let swapped = {
        let ladder = ladder.clone();
        move || {
            let Ends { from, to } = ends.get();
            ladder.href(&Route::Compare(Ends { from: to, to: from }))
        }
    };
    let is_empty = move || ends.with(|ends| *ends == Ends::default());
    view! {
        <form class="role-choosers" method="get" action=action>
            {chooser(&ladder, ends, End::From)}
            <a class="quiet swap" href=swapped hidden=is_empty><Icon shape=Shape::Swap /> "Swap"</a>
            {chooser(&ladder, ends, End::To)}
            {origin}
            <button class="quiet without-program">"Compare"</button>
        </form>
    }
}

fn chooser(ladder: &Shared, ends: Memo<Ends>, end: End) -> Markup {
    let navigation = use_navigation();
    let choose = move |id: Option<Id>| {
        navigation.push(Route::Compare(end.chosen(&ends.get_untracked(), id)));
    };
    if ladder.roles.len() <= LONGEST_LIST {
        list(ladder, ends, end, Box::new(choose))
    } else {
        type_ahead(ladder, ends, end, Callback::new(choose))
    }
}

fn list(ladder: &Shared, ends: Memo<Ends>, end: End, choose: Box<dyn Fn(Option<Id>)>) -> Markup {
    let chosen = end.of(&ends.get_untracked());
    let option = |role: RoleIx| {
        let texts = &ladder[role];
        let is_chosen = chosen.as_ref() == Some(&texts.id);
        view! { <option value=texts.id.to_string() selected=is_chosen>{texts.title.clone()}</option> }
    };
    let of_track = |track| {
        let roles = ladder.role_places().filter(move |&role| ladder[role].track == track);
        roles.map(option).collect::<Vec<_>>()
    };
    let mut options = of_track(None);
    for track in crate::ladder::TrackIx::all(ladder.tracks.len()) {
        let group = of_track(Some(track));
        let name = ladder[track].name.clone();
        options.push(view! { <optgroup label=name>{group}</optgroup> });
    }
    let (label, name, id) = match end {
        End::From => ("From", "from", "compare-from"),
        End::To => ("To", "to", "compare-to"),
    };
    let value = move || ends.with(|ends| end.of(ends).map(|id| id.to_string()).unwrap_or_default());
    view! {
        <label class="select">
            {label}
            <select id=id name=name prop:value=value on:change=move |event| choose(Id::new(&event.value()))>
                <option value="">"Choose a role"</option>
                {options}
            </select>
        </label>
    }
}

fn type_ahead(ladder: &Shared, ends: Memo<Ends>, end: End, choose: Callback<Option<Id>>) -> Markup {
    let chosen = {
        let ladder = ladder.clone();
        move || match end.of(&ends.get()).and_then(|id| ladder.role_by_id(&id)) {
            Some(role) => ladder[role].title.clone(),
            None => "No role chosen yet".to_owned(),
        }
    };
    let choices = {
        let ladder = ladder.clone();
        let names = ladder.roles.iter().map(|role| names(&role.title, &role.also_known_as));
        let folded: Vec<String> = names.collect();
        move |typed: &str| choices(&ladder, &folded, typed)
    };
    let choose = move |id: Id| choose.run(Some(id));
    let field = match end {
        End::From => view! {
            <Combobox label="From" id="compare-from" placeholder="A role" nothing="No role by that name." choices choose />
        },
        End::To => view! {
            <Combobox label="To" id="compare-to" placeholder="A role" nothing="No role by that name." choices choose />
        },
    };
    view! { <div class="role-type-ahead">{field} <p class="chosen-role">{chosen}</p></div> }
}

fn names(title: &str, also: &[String]) -> String {
    let mut names = title.to_lowercase();
    for name in also {
        names.push('\n');
        names.push_str(&name.to_lowercase());
    }
    names
}

fn choices(ladder: &Ladder, folded: &[String], typed: &str) -> Vec<Choice<Id>> {
    let needle = Needle::new(typed);
    let found = ranked(folded.len(), &mut |at| needle.score(&folded[at]));
    let choice = |at: usize| {
        let role = &ladder.roles[at];
        let detail = [&role.grade, &role.family].into_iter().flatten().cloned().collect::<Vec<_>>();
        Choice {
            value: role.id.clone(),
            name: role.title.clone(),
            marks: needle.marks(&role.title),
            detail: detail.join(", "),
        }
    };
    found.into_iter().take(ANSWERS).map(choice).collect()
}

/// The links to the pair one step down and the pair one step up, where there are such steps.
#[must_use]
pub fn pair_links(ladder: &Shared, ends: Memo<Ends>) -> Markup {
    let link = |is_next: bool| {
        let pair = {
            let ladder = ladder.clone();
            Memo::new(move |_| ends.with(|ends| beside(&ladder, ends, is_next)))
        };
        let href = {
            let ladder = ladder.clone();
            move || {
                pair.get()
                    .map(|(from, to)| ladder.href(&Route::Compare(Ends::of(&ladder, from, to))))
            }
        };
        let title = {
            let ladder = ladder.clone();
            move || {
                let (from, to) = pair.get()?;
                Some(format!("{} to {}", ladder[from].short(), ladder[to].short()))
            }
        };
        let (class, word, shape) = match is_next {
            true => ("next-pair", "Next pair", Shape::Onward),
            false => ("previous-pair", "Previous pair", Shape::Back),
        };
        let is_hidden = move || pair.get().is_none();
        view! {
            <a class=class href=href hidden=is_hidden>
                <Icon shape=shape /> <span>{word} <small>{move || english(title())}</small></span>
            </a>
        }
    };
    view! { <nav class="pair-links" aria-label="Pairs beside this one">{link(false)} {link(true)}</nav> }
}

/// The pair that goes on from the second role, or that leads to the first.
fn beside(ladder: &Ladder, ends: &Ends, is_next: bool) -> Option<(RoleIx, RoleIx)> {
    let (from, to) = ends.roles(ladder)?;
    if is_next {
        let onward = ladder.steps().from(to).iter().map(|edge| edge.to);
        onward.filter(|&next| next != from).map(|next| (to, next)).next()
    } else {
        let below = ladder.steps().below(from).iter();
        below.filter(|&&under| under != to).map(|&under| (under, from)).next()
    }
}
