//! Whether the parts of a document make sense together: circles, and what nothing leads to.

use super::super::quote::{grouped, shown};
use super::ids::{Ids, Thing};
use super::report::Report;
use super::web::{Thread, Web};

/// As many names of a circle are told.
const NAMED: usize = 8;

/// Reports what the parts alone do not show.
#[inline(never)]
pub(super) fn check(ids: &Ids, web: &Web, ordered: bool, report: &mut Report) {
    let roles = ids.of(Thing::Role).by_place();
    let categories = ids.of(Thing::Category).by_place();
    circles(categories.len(), &web.parents, &mut |circle, closing| {
        let pointer = format!("/categories/{}/parent", closing.from);
        let message = format!("these categories form a circle: {}", told(circle, &categories));
        report.error(closing.offset as usize, pointer, message);
    });
    circles(roles.len(), &web.promotions, &mut |circle, closing| {
        let pointer = format!("/roles/{}/next/{}", closing.from, closing.nth);
        let message = format!("these promotions form a circle: {}", told(circle, &roles));
        report.error(closing.offset as usize, pointer, message);
    });
    if ordered && !(web.promotions.is_empty() && web.sideways.is_empty()) {
        let reached = reached(web);
        let message = "no path reaches the role";
        warn_unless(ids, Thing::Role, &mut |place| reached[place], message, report);
    }
    let message = "no role asks for the skill";
    warn_unless(ids, Thing::Skill, &mut |place| web.asked[place].0 > 0, message, report);
    let message = "nothing refers to the resource";
    warn_unless(ids, Thing::Resource, &mut |place| web.referred[place], message, report);
}

fn warn_unless(
    ids: &Ids,
    thing: Thing,
    right: &mut dyn FnMut(usize) -> bool,
    message: &str,
    report: &mut Report,
) {
    let declared = ids.of(thing);
    for (place, id) in declared.by_place().into_iter().enumerate() {
        if let Some(id) = id
            && !right(place)
        {
            let pointer = format!("/{}/{place}", thing.field());
            let message = format!("{message} {}", shown(id));
            report.warning(declared.offsets[place] as usize, pointer, message);
        }
    }
}

/// `a` → `b` → `a`
fn told(circle: &[u32], names: &[Option<&str>]) -> String {
    let name = |place: &u32| shown(names[*place as usize].unwrap_or_default());
    let mut told = String::new();
    for place in circle.iter().take(NAMED) {
        told += &name(place);
        told += " → ";
    }
    if circle.len() > NAMED {
        told += &format!("… ({} in all) → ", grouped(circle.len()));
    }
    told + &circle.first().map(name).unwrap_or_default()
}

/// Finds circles among `count` things; tells each with the thread that closes it. `threads` stand
/// in the order of what they come from.
fn circles(count: usize, threads: &[Thread], tell: &mut dyn FnMut(&[u32], Thread)) {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnPath(usize),
        Yes,
    }
    let first_of = |from: u32| threads.partition_point(|thread| thread.from < from);
    let mut seen = vec![Seen::No; count];
    let mut path: Vec<u32> = Vec::new();
    let mut next: Vec<usize> = Vec::new();
    for start in 0..count as u32 {
        if seen[start as usize] != Seen::No {
            continue;
        }
        path.push(start);
        next.push(first_of(start));
        seen[start as usize] = Seen::OnPath(0);
        while let (Some(&at), Some(thread)) = (path.last(), next.last_mut()) {
            match threads.get(*thread).filter(|thread| thread.from == at) {
                Some(&follow) => {
                    *thread += 1;
                    match seen[follow.to as usize] {
                        Seen::No => {
                            seen[follow.to as usize] = Seen::OnPath(path.len());
                            path.push(follow.to);
                            next.push(first_of(follow.to));
                        }
                        Seen::OnPath(place) => tell(&path[place..], follow),
                        Seen::Yes => {}
                    }
                }
                None => {
                    seen[at as usize] = Seen::Yes;
                    path.pop();
                    next.pop();
                }
            }
        }
    }
}

/// Which roles some path leads to, from the first role and the first of each track; roles without
/// a track form one of their own.
fn reached(web: &Web) -> Vec<bool> {
    let mut reached = vec![false; web.tracks.len()];
    let mut waiting: Vec<u32> = Vec::new();
    let mut entered = Vec::new();
    for (role, &track) in web.tracks.iter().enumerate() {
        let track = track.map_or(0, |track| track as usize + 1);
        if entered.len() <= track {
            entered.resize(track + 1, false);
        }
        if role == 0 || !entered[track] {
            entered[track] = true;
            reached[role] = true;
            waiting.push(role as u32);
        }
    }
    while let Some(role) = waiting.pop() {
        for threads in [&web.promotions, &web.sideways] {
            let first = threads.partition_point(|thread| thread.from < role);
            for thread in threads[first..].iter().take_while(|thread| thread.from == role) {
                let to = &mut reached[thread.to as usize];
                if !*to {
                    *to = true;
                    waiting.push(thread.to);
                }
            }
        }
    }
    reached
}
